from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.language import HOME, codes, language_files
from onward.mail.rules.basics.words import plain_finder, word_finder
from onward.mail.rules.gate import (
    FIRST_CHARS,
    has_word_of_hiring,
    is_of_hiring_system,
    lets_in,
    might_be_hiring,
)
from onward.mail.rules.types import NOT_HIRING
from onward.mail.rules.verdicts.classify import classify
from onward.mail.rules.verdicts.voice import MANY_WORDS
from onward.mail.rules.verdicts.weighing import GATE_CHARS, weigh
from tests.mail.rules.letters import Letter, all_letters, message_of

PLAIN = (
    "Weather for the islands: rain in the morning, then sun and a fresh wind from the "
    "west. Tide table: high water at six, low water at noon. Ferries sail on time. The "
    "lighthouse museum is open from ten. Seal watching trips leave the harbour at two and "
    "four. Bring warm clothes, boots and binoculars, and a flask of tea."
)
GATE = sorted({word for data in language_files() for word in data["gate"]})


def test_no_letter_that_the_rules_read_as_hiring_is_kept_out() -> None:
    def is_lost(letter: Letter) -> bool:
        verdict = classify(message_of(letter)).verdict
        return verdict not in NOT_HIRING and not might_be_hiring(
            letter.subject, letter.text
        )

    lost = [x for x in all_letters() if is_lost(x)]
    assert len(lost) <= 3, lost


@pytest.mark.parametrize(
    "word", ["Interview", "BEWERBUNG", "application", "Vorstellungsgespräch"]
)
def test_a_word_opens_the_gate_in_subject_and_in_text(word: str) -> None:
    assert might_be_hiring(word, "")
    assert might_be_hiring("", "x " * 400 + word)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Erinnerung: Ihr Interview morgen um 10:00", "Was: Interview Produktmanager\nWann: Donnerstag, 10:00–11:00\nWo: Microsoft Teams"),
        ("Reminder: Phone Screen tomorrow", "What: Phone Screen for the job of Baker"),
        ("Rappel : votre entretien demain", "Quoi : Entretien\nQuand : jeudi, 10:00"),
        ("Herinnering: je sollicitatiegesprek", "Wat: sollicitatiegesprek\nWanneer: donderdag 10:00"),
        ("Recordatorio: tu entrevista", "Qué: entrevista\nCuándo: jueves, 10:00"),
        ("Påminnelse: din intervju", "Vad: intervju\nNär: torsdag 10:00"),
    ],
)  # fmt: skip
def test_a_tool_for_appointments_is_let_in_by_an_interview(
    subject: str, text: str
) -> None:
    for host in ("goodtime.io", "mail.calendly.com", "cronofy.com"):
        assert might_be_hiring(subject, f"{text}\n{PLAIN}", host=host)


def test_what_else_a_tool_for_appointments_sends_is_told_by_its_words() -> None:
    assert not might_be_hiring("The lake", PLAIN, host="calendly.com")


def test_what_names_an_interview_beside_much_else_is_kept_out_of_others() -> None:
    much = "Soup and bread at the old mill until three, no dogs, cash only, and honey from the hives."
    text = f"Wat: sollicitatiegesprek\nWanneer: donderdag 10:00\n{PLAIN} {much}"
    assert not might_be_hiring("Herinnering: je sollicitatiegesprek", text)


def test_a_word_across_the_first_part_is_not_lost() -> None:
    for shift in range(40):
        assert might_be_hiring("", "." * (580 + shift) + "interview")


def test_plain_mail_is_kept_out() -> None:
    assert not might_be_hiring("The lake", PLAIN)


def test_a_mail_in_a_language_without_a_voice_needs_one_word_only() -> None:
    assert has_word_of_hiring("Recruitment", "Zlotnik wroclaw.")
    assert not has_word_of_hiring("Zlotnik", "Wroclaw zlotnik.")
    assert might_be_hiring("Zlotnik", "Wroclaw zlotnik interview.")


def test_a_long_mail_in_no_known_language_is_kept_out() -> None:
    letters = "".join(chr(ord("a") + at) for at in range(26))
    words = " ".join(f"qx{a}{b}z" for a in letters[:8] for b in letters[:8])
    assert not might_be_hiring("Interview", words)
    assert might_be_hiring("Interview", f"{words} we have read the letter and")


def test_a_short_mail_passes_by_a_word_of_hiring_unless_the_others_outweigh_it() -> (
    None
):
    assert might_be_hiring("Friday", "Your interview is on Friday.")
    order = (
        "Your parcel was delivered today. Track its position on the map, rate the driver, "
        "and save ten percent on your next order of boots, socks and insoles in our "
        "summer sale. Free returns within thirty days."
    )
    assert has_word_of_hiring("Boots", order)
    assert not might_be_hiring("Boots", order)


def test_a_short_mail_without_a_word_of_hiring_passes_by_its_words_together() -> None:
    text = (
        "Hi Kim, thanks for coming in on Saturday. We have gone for somebody with more "
        "years behind the counter. All the best, Jo"
    )
    assert not has_word_of_hiring("Saturday trial", text)
    assert might_be_hiring("Saturday trial", text)


@dataclass
class Unread:
    """A mail that notes how far it is read."""

    subject: str
    beginning: str
    rest: str = ""
    sender_host: str = "shop.example"
    asked: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        self.asked.append("text")
        return self.beginning + self.rest if self.rest else self.beginning


NEWS = (
    "Free delivery on all orders this weekend. Add two shirts to your basket and get a "
    "third one free. New colours are in the shop: sand, moss and brick. Track your "
    "parcel in the app, and return what does not fit within thirty days. This week also "
    "half price on shoes, belts and bags, while stocks last. Shop now and save more on "
    "towels, lamps and garden chairs in every store near you. "
)


def test_mail_whose_first_words_tell_that_it_is_ordinary_is_read_no_further() -> None:
    mail = Unread("Weekend sale", NEWS, rest="interview application position")
    assert len(NEWS) > FIRST_CHARS
    assert not lets_in(mail)
    assert not mail.asked
    tracked = Unread("Weekend sale", NEWS, sender_host="eu.greenhouse-mail.io")
    assert lets_in(tracked)


_PORTAL = (
    "Dear Robin, thank you for your application for the position of Baker at Quarry Bay. "
    "We have received it, and our hiring team will review your experience and your CV. If "
    "your profile matches the role, we will invite you to an interview. "
)
_NEWS = (
    "Stir the flour, the sugar and the butter until it is smooth, and let the dough rest in the "
    "fridge. Slice the apples and the pears, spread them on the tray and sprinkle cinnamon over "
    "them. Bake the cake until it is golden, and serve it warm with cream. On the island the tide "
    "is low at noon, and the ferry to the lighthouse sails at two. Subscribers get twenty percent "
    "off all boots, scarves and lamps until Sunday, with free delivery. "
)


def test_a_short_letter_above_a_long_note_of_another_language_is_let_in() -> None:
    note = (
        "This e-mail and any files transmitted with it are confidential and intended solely for "
        "the addressee. If you are not the named person, do not copy, forward or use it, and "
        "delete it from your computer. Views are those of the author and do not bind the group. "
        "Though we scan for viruses, please check attachments yourself before opening them. "
    )
    letter = (
        "Guten Tag, wir sehen leider keine Möglichkeit, Sie zu einem Vorstellungsgespräch "
        "einzuladen. Vielen Dank für Ihre Bewerbung. Freundliche Grüße, Personalabteilung "
    )
    for tail in (note, 3 * note, _NEWS, 2 * _NEWS):
        assert might_be_hiring("AW: Bewerbung", letter + tail)
        assert might_be_hiring("Your application", _PORTAL + tail)


def test_a_list_of_few_common_words_is_let_in_by_its_subject() -> None:
    card = (
        "Entretien\nCandidate: Devi Rao\nPoste: ingénieure données\nDate: mardi 8 décembre 2026\n"
        "Heure: 10h00\nSalle: Faucon, troisième étage\nAdresse: quai Saint-Antoine, Lyon\nJury: Priya "
        "Nair, Paul Morel, Anne Petit, Jonas Weber\nProgramme: accueil, exercice technique, architecture, "
        "déjeuner, visite, questions finales\nParking: places visiteurs, entrée arrière\nContact: accueil "
        "04 99 00 12 34\nApporter: passeport, ordinateur, diplômes"
    )
    assert might_be_hiring("Entretien", card)


def test_words_far_below_tell_against_what_lets_a_long_mail_in() -> None:
    first = f"Candidates for the position, and an interview with your team. {_NEWS}"
    first = f"{first} We thank you for your interest and experience. "
    first += "Opportunities, roles and skills, in your area. " * 10
    assert len(first) >= GATE_CHARS
    assert might_be_hiring("", first)
    later = (
        "Wool socks, hats and gloves keep you warm when snow falls on the hills. The museum "
        "shows old boats, nets and anchors, and children paint fish on paper. A recipe for soup: "
        "boil carrots, onions and leeks with salt, pepper and parsley, and add a spoon of oil. "
        "Gardeners plant tulips, prune roses and rake leaves before frost comes. Our quiz asks "
        "which river flows past the castle, and whoever guesses wins a basket of jam and tea. "
        "The choir sings carols in the church, with mulled wine and gingerbread afterwards. "
    )
    assert not might_be_hiring("", first + later)
    assert might_be_hiring("", first + _PORTAL)


def test_a_receipt_above_much_small_print_is_let_in() -> None:
    small = (
        "This message is sent by a system. Please do not reply. We keep what you send as our "
        "notice on data protection says; you may object at any time. "
    )
    assert might_be_hiring("Your application", _PORTAL + 12 * small)


def test_many_words_without_a_common_one_are_no_guest() -> None:
    listed = (
        "Sweet change green reply flower page month valid gift large email return account corner "
        "travel lunch special welcome ticket print wine product mountain local menu left watch "
        "orange glass summer shoe offer island board spring window winter garden station street "
        "letter number market dinner camera bridge interview"
    )
    assert len(set(listed.split())) > MANY_WORDS
    assert not weigh(set(listed.lower().split())).shows_language
    assert not might_be_hiring("", listed)
    assert might_be_hiring(
        "",
        listed.replace(
            "Sweet change green", "candidature entretien poste nous vous avons"
        ),
    )


def test_a_short_beginning_is_never_enough_to_keep_mail_out() -> None:
    letter = (
        "Thank you for your application for the post of librarian. We would like to "
        "invite you to an interview on Friday, and look forward to meeting you here."
    )
    assert lets_in(Unread("Shop now", NEWS[:60], rest=letter))


def test_a_decision_behind_the_first_part_of_a_long_letter_is_read() -> None:
    polite = (
        "Dear Kim, thank you for the time that you took to write to us, and for your "
        "patience while so many of us were away during the summer. We know how long the "
        "weeks can feel when nothing comes. Every letter was read by two of us, and we "
        "spoke about all of them on Monday in the afternoon, in a quiet room, with tea. "
    )
    no = "We have decided to go forward with other candidates for the post."
    assert len(polite) > FIRST_CHARS - 50
    assert might_be_hiring("Your letter", polite + no)


def test_a_tracking_system_sends_hiring_mail_and_a_job_board_much_else() -> None:
    assert is_of_hiring_system("eu.greenhouse-mail.io")
    assert is_of_hiring_system("codility.com")
    assert not is_of_hiring_system("linkedin.com")
    assert not is_of_hiring_system("quarry.example")
    assert not is_of_hiring_system("")


@given(st.text(alphabet="abinterviewjob ", max_size=60))
def test_the_plain_finder_finds_what_the_quick_one_finds(text: str) -> None:
    quick, plain = word_finder(GATE)(text), plain_finder(GATE)(text)
    assert sorted(quick) == sorted(plain)


def test_small_print_does_not_outweigh_a_short_mail() -> None:
    small = (
        "Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. "
        "Wenn Sie nicht der richtige Adressat sind oder diese E-Mail irrtümlich erhalten "
        "haben, informieren Sie bitte sofort den Absender und vernichten Sie diese Mail. "
        "Das unerlaubte Kopieren sowie die unbefugte Weitergabe sind nicht gestattet."
    )
    words = (
        "Moin Svenja, wir haben jemanden gefunden, und du bist es nicht. Autsch, ich weiß. "
        "Arne, Programmchef"
    )
    subject = "Morgenmoderatorin gesucht und gefunden"
    assert might_be_hiring(subject, words)
    assert might_be_hiring(subject, f"{words}\n\n{small}")


CELLAR = (
    "Buongiorno Kim, domani alle tre sono in cantina da solo. Passi pure, le faccio vedere "
    "le botti e parliamo di orari e paga."
)
PARCEL = (
    "Il suo pacco è in consegna oggi tra le dieci e le dodici. Grazie per aver scelto il "
    "nostro servizio e buona giornata a lei."
)


def test_a_voice_of_another_language_lets_in_what_names_no_word_of_hiring() -> None:
    assert not has_word_of_hiring("Ciao", CELLAR)
    assert might_be_hiring("Ciao", CELLAR)
    assert might_be_hiring("Ciao", f"{CELLAR} {CELLAR.replace('tre', 'nove')}")
    assert not might_be_hiring("Pacco", PARCEL)


@given(st.sets(st.text(min_size=1, max_size=12), max_size=30))
def test_words_have_one_guest_language_at_most(words: set[str]) -> None:
    guest = weigh(words).guest
    assert guest == "" or guest in codes()
    assert guest not in HOME
