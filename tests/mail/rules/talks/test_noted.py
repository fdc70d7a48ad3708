"""A few words that take note of the reader's own end, above it, are no no: in ten languages."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.talks.taken_back import offer_declined, taken_back
from onward.mail.rules.types import Because, Message, Verdict
from tests.mail.rules.letters import make_message

ENGLISH = "On Tue, 22 Sep 2026 at 21:17, Noa <noa@post.example> wrote:"
DUTCH = "Op di 22 sep 2026 om 21:17 schreef Noa <noa@post.example>:"
WITHDRAWAL = "I have decided to withdraw my application for the position."
NOTED = "Wij nemen er nota van en wensen u het beste."


def above(own: str, intro: str, *answered: str) -> str:
    quoted = "\n>\n".join(f"> {line}" for line in (*answered, "Noa"))
    return f"{own}\n\n{intro}\n\n{quoted}\n"


def answer(text: str, *, subject: str = "Re: Kandidatuur") -> Message:
    return make_message(subject, text, sender="kantoor@dewolf.example")


def ended(message: Message) -> tuple[Because | None, Because | None]:
    reading = read_message(message)
    return taken_back(message, reading), offer_declined(message, reading)


def is_kept_as_theirs(message: Message) -> bool:
    return ended(message) == (None, None)


@pytest.mark.parametrize(
    ("own", "intro", "answered"),
    [
        (f"Geachte mevrouw,\n\n{NOTED}\n\nGreet Michiels", DUTCH, "Ik moet het gesprek van donderdag helaas afzeggen. Een voltijdse functie past niet bij mijn gezin, dus ik trek mijn kandidatuur in."),
        ("Liebe Frau Lammers,\n\nschade, aber wir haben Verständnis. Danke für Ihre Mitteilung und alles Gute.\n\nGreet", "Am 22.09.2026 um 21:17 schrieb Noa <noa@post.example>:", "Hiermit ziehe ich meine Bewerbung zurück."),
        ("Bonjour,\n\nNous en prenons bonne note et vous souhaitons une bonne continuation.\n\nGreet", "Le mar. 22 sept. 2026 à 21:17, Noa <noa@post.example> a écrit :", "Je vous informe que je retire ma candidature."),
        ("Gentile Noa,\n\nprendiamo atto e Le auguriamo il meglio.\n\nGreet", "Il giorno mar 22 set 2026 alle ore 21:17 Noa <noa@post.example> ha scritto:", "Le comunico che ritiro la mia candidatura."),
        ("Hej Noa,\n\nvi har noterat det och önskar dig lycka till.\n\nGreet", "Den tis 22 sep. 2026 kl 21:17 skrev Noa <noa@post.example>:", "Jag drar tillbaka min ansökan."),
        ("Sayın Noa,\n\nnot aldık, size başarılar dileriz.\n\nGreet", "Noa <noa@post.example>, 22 Eyl 2026 Sal, 21:17 tarihinde şunu yazdı:", "Başvurumu geri çekiyorum."),
    ],
)  # fmt: skip
def test_who_takes_note_of_a_withdrawal_confirms_it(
    own: str, intro: str, answered: str
) -> None:
    message = answer(above(own, intro, answered))
    withdrawn, declined = ended(message)
    assert withdrawn is not None
    assert declined is None
    assert message.text[withdrawn.start : withdrawn.end] == withdrawn.words


@pytest.mark.parametrize(
    ("own", "intro", "answered"),
    [
        ("Hi Noa,\n\nThat's a pity, but we understand. All the best.\n\nGreet", ENGLISH, WITHDRAWAL),
        ("Estimada Noa:\n\nTomamos nota y le deseamos mucha suerte.\n\nGreet", "El mar, 22 sept 2026 a las 21:17, Noa <noa@post.example> escribió:", "Le escribo para comunicarle que retiro mi candidatura."),
        ("Cara Noa,\n\nTomámos nota e desejamos-lhe boa sorte.\n\nGreet", "No dia 22/09/2026, às 21:17, Noa <noa@post.example> escreveu:", "Venho informar que retiro a minha candidatura."),
        ("Dzień dobry,\n\nprzyjmujemy to do wiadomości i życzymy powodzenia.\n\nGreet", "W dniu 22.09.2026 o 21:17 Noa <noa@post.example> pisze:", "Informuję, że wycofuję swoją aplikację."),
    ],
)  # fmt: skip
def test_nor_is_it_a_no_in_the_others(own: str, intro: str, answered: str) -> None:
    message = answer(above(own, intro, answered))
    reading = read_message(message)
    assert reading.verdict is Verdict.OTHER or taken_back(message, reading) is not None


def test_who_takes_note_below_a_header_block_confirms_it() -> None:
    text = (
        f"Geachte mevrouw,\n\n{NOTED}\n\nGreet\n\n________________________________\n"
        "Van: Noa <noa@post.example>\nVerzonden: dinsdag 22 september 2026 21:17\nAan: Kantoor\n"
        "Onderwerp: Re: Kandidatuur\n\nGeachte mevrouw,\n\nIk trek mijn kandidatuur in.\n\nNoa\n"
    )
    withdrawn, _ = ended(answer(text))
    assert withdrawn is not None
    assert withdrawn.words == NOTED


def test_who_takes_note_that_their_offer_was_declined_says_no_no() -> None:
    own = "Spijtig maar ik begrijp het. Het ga je goed\n\nVerstuurd vanaf mijn telefoon"
    declined = "Dankjewel voor het voorstel. Met 19 uur kom ik niet rond en daarom ga ik er niet op in."
    withdrawn, offer = ended(answer(above(own, DUTCH, declined)))
    assert withdrawn is None
    assert offer is not None


@pytest.mark.parametrize(
    ("own", "answered"),
    [
        ("Hi Noa,\n\nThat's a pity. Would you come for a coffee on Friday all the same?\n\nGreet", WITHDRAWAL),
        ("Hi Noa,\n\nNoted. Come in on Friday at 10 all the same.\n\nGreet", WITHDRAWAL),
        ("Hi Noa,\n\nUnfortunately we have chosen another candidate.\n\nGreet", WITHDRAWAL),
        ("Hi Noa,\n\nNoted. Unfortunately we have chosen another candidate.\n\nGreet", WITHDRAWAL),
        ("Hi Noa,\n\nNoted. Unfortunately we have chosen another candidate.\n\nGreet", "Thank you for the talk. I look forward to hearing from you."),
        ("Hi Noa,\n\nIt's a pity, but the position went to somebody else. We wish you all the best.\n\nGreet", "Thank you for the talk."),
        ("Hi Noa,\n\nNoted, thank you.\n\nGreet", "If it cannot be done from home I would have to withdraw my application."),
        ("Hi Noa,\n\nWe understand. Unfortunately that's not possible, so we go on with others.\n\nGreet", "If it cannot be done from home I would have to withdraw my application."),
        ("Hi Noa,\n\nNoted, we'll hold the place for you until then.\n\nGreet", "I would be glad to take the place, but I need another week."),
        ("Hi Noa,\n\nThank you for letting us know. We have passed it on to the hiring manager, who would be happy to consider you for the part-time role that opens in spring; our colleague will write to you about it.\n\nGreet", WITHDRAWAL),
        (f"Geachte mevrouw,\n\n{NOTED}\n\nGreet", "Ik kan donderdag helaas niet komen, past vrijdag ook?"),
    ],
)  # fmt: skip
def test_what_is_more_or_about_something_else_is_theirs(
    own: str, answered: str
) -> None:
    assert is_kept_as_theirs(answer(above(own, ENGLISH, answered)))


def test_alone_it_says_nothing() -> None:
    assert is_kept_as_theirs(answer(f"Geachte mevrouw,\n\n{NOTED}\n\nGreet"))
    assert is_kept_as_theirs(answer(""))
    own = "Hi Noa,\n\nThat's a pity, but we understand.\n\nGreet"
    fresh = answer(above(own, ENGLISH, WITHDRAWAL), subject="Application")
    assert is_kept_as_theirs(fresh)
