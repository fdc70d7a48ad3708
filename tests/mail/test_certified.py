from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.attachments import attachments_in
from onward.mail.certified import SIGNS, mail_of
from onward.mail.models import MailMessage
from onward.mail.notes import answered_by
from onward.mail.parse import Parser, open_message, parse_message
from onward.mail.rules.around.certified import Receipt
from onward.mail.rules.around.returned import RETURNED
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.gate import lets_in
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Source, Trouble, Verdict
from onward.mail.scan import Outcome, Scanned, read_mail
from onward.mail.sources.raw import RawMessage
from onward.mail.wanted import Wanted
from onward.people.models import Person
from tests.mail.certified_mail import (
    SUBJECT,
    TEXT,
    carried,
    envelope,
    inside,
    receipt,
)
from tests.mail.own_story import ME, START, import_story, raw
from tests.mail.test_returned import OLD, applied

WRITER = "personale@pec.porto-chiaro.example"
POST = "posta-certificata@pec.enti.example"
OWN_TEXT = TEXT.strip()
NO_MARK = {"mark": ""}
TAKEN = (
    'Il giorno 03/03/2026 alle ore 10:00:00 il messaggio "Candidatura portiere notturno" '
    'proveniente da "robin@person.example"\ned indirizzato a:\n'
    'people@bright-harbour.example ("posta certificata")\n'
)
GONE = (
    'Il giorno 03/03/2026 alle ore 10:00:00 nel messaggio "Candidatura portiere notturno" '
    'proveniente da "robin@person.example"\ne destinato all\'utente '
    '"people@bright-harbour.example" è stato rilevato un errore: '
)


def at_source(mail: bytes) -> RawMessage:
    return RawMessage(Source("a.eml", 0), mail, len(mail), len(mail))


def scanned(mail: bytes, *, wanted: Wanted | None = None) -> Scanned:
    (found,) = read_mail([at_source(mail)], is_wanted=wanted)
    assert isinstance(found, Scanned)
    return found


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
@pytest.mark.parametrize(
    "mail",
    [
        envelope(carried(inside())),
        envelope(carried(inside()), is_signed=True),
        envelope(carried(inside()), is_signed=True).replace(b"\n", b"\r\n"),
        envelope(carried(inside(), how="base64")),
        envelope(carried(inside(), how="base64", kind="application/octet-stream")),
        envelope(carried(inside()).replace("postacert", "messaggio")),
        envelope(carried(inside()), mark=""),
        envelope(
            carried(inside()),
            mark="X-Trasporto: errore\n",
            before="ANOMALIA MESSAGGIO: ",
        ),
        envelope(carried(inside()), mark="", before="ANOMALIA MESSAGGIO: "),
    ],
)
def test_certified_mail_is_read_as_the_mail_inside(mail: bytes, parser: Parser) -> None:
    message = parse_message(mail, parser=parser)
    assert message.sender.address == WRITER
    assert message.sender.name == "Fondazione Porto Chiaro"
    assert (message.subject, message.text) == (SUBJECT, OWN_TEXT)
    assert message.sent_at == datetime(2026, 3, 3, 8, 15, tzinfo=UTC)
    assert message.message_id == "busta@pec.enti.example"
    assert message.reply_to.address == ""
    assert message.attachment_names == ()
    opened = open_message(mail, parser=parser)
    assert lets_in(opened)
    assert "un altro candidato" in opened.beginning
    reading = read_message(message)
    assert reading.verdict is Verdict.REJECTION
    assert reading.company == "Fondazione Porto Chiaro"


def test_both_parsers_read_the_same_mail_inside() -> None:
    for file in (True, False):
        for signed in (True, False):
            mail = envelope(carried(inside(file=file)), is_signed=signed)
            assert parse_message(mail) == parse_message(mail, parser="stdlib")


def test_its_files_are_those_of_the_mail_inside() -> None:
    mail = envelope(carried(inside(file=True)), is_signed=True)
    assert parse_message(mail).attachment_names == ("esito.pdf",)
    (file,) = attachments_in(mail)
    assert (file.name, file.data) == ("esito.pdf", b"%PDF-")


def test_it_answers_what_the_mail_inside_answers_and_keeps_all_its_names() -> None:
    mail = envelope(carried(inside(answered="m1@person.example")))
    assert parse_message(mail).headers["references"] == (
        "<m1@person.example> <opec1@pec.enti.example> <written@pec.porto-chiaro.example>"
    )
    assert answered_by(at_source(mail)) == (
        ["m1@person.example", "m1@person.example"],
        "pec.porto-chiaro.example",
    )


def test_the_labels_of_the_envelope_stay() -> None:
    extra = "X-GM-THRID: 77\nX-Gmail-Labels: Lavoro\n"
    message = parse_message(envelope(carried(inside()), extra=extra))
    assert message.headers["x-gm-thrid"] == "77"
    assert message.headers["labels"] == "Lavoro"


def test_what_the_mail_inside_does_not_say_is_told_by_the_envelope() -> None:
    bare = re.sub(r"(?m)^(?:Date|To): .*\n", "", inside())
    message = parse_message(envelope(carried(bare)))
    assert message.sent_at == datetime(2026, 3, 3, 8, 15, 2, tzinfo=UTC)
    assert [to.address for to in message.to] == ["robin@pec.person.example"]


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
@pytest.mark.parametrize(
    "part",
    [
        "",
        carried(""),
        carried("\n\n"),
        carried("Non è una mail."),
        carried("Subject: senza mittente\n\nParole"),
        carried("From: a@b.example\n\n"),
        carried("a", how="base64"),
        "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n%%%=\n",
    ],
)
def test_an_envelope_without_a_mail_to_read_is_read_itself(
    part: str, parser: Parser
) -> None:
    message = parse_message(envelope(part), parser=parser)
    assert message.sender.address == POST
    assert message.subject == f"POSTA CERTIFICATA: {SUBJECT}"
    assert "Messaggio di posta certificata" in message.text


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
@pytest.mark.parametrize("outer", ["mix_1", "mix-1", "mix1", "mix 1", "mix.1-2"])
def test_a_boundary_inside_may_begin_as_the_outer_one(
    outer: str, parser: Parser
) -> None:
    mail = inside(file=True).replace("--own", f"--{outer}")
    mail = mail.replace('"own"', f'"{outer}"')
    message = parse_message(envelope(carried(mail)), parser=parser)
    assert (message.sender.address, message.text) == (WRITER, OWN_TEXT)
    assert message.attachment_names == ("esito.pdf",)


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
@pytest.mark.parametrize("how", ["8bit", "base64"])
def test_an_envelope_in_an_envelope_is_opened_too(how: str, parser: Parser) -> None:
    inner = envelope(carried(inside())).decode()
    inner = inner.replace("busta@", "prima@").replace("--mix", "--first")
    inner = inner.replace('"mix"', '"first"')
    message = parse_message(envelope(carried(inner, how=how)), parser=parser)
    assert message.sender.address == WRITER
    assert (message.subject, message.text) == (SUBJECT, OWN_TEXT)
    assert message.message_id == "busta@pec.enti.example"
    assert message.headers["references"].split() == [
        "<prima@pec.enti.example>",
        "<opec1@pec.enti.example>",
        "<written@pec.porto-chiaro.example>",
    ]


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
def test_a_charset_that_nobody_knows_loses_no_word(parser: Parser) -> None:
    mail = inside().replace("charset=utf-8", "charset=x-nessuno")
    message = parse_message(envelope(carried(mail)), parser=parser)
    assert (message.sender.address, message.text) == (WRITER, OWN_TEXT)


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
def test_a_boundary_that_nobody_names_hides_no_mail(parser: Parser) -> None:
    whole = envelope(carried(inside(file=True)))
    for said in (b'; boundary="mix"', b'boundary="mix"'):
        message = parse_message(whole.replace(said, b"", 1), parser=parser)
        assert (message.sender.address, message.text) == (WRITER, OWN_TEXT)


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
def test_base64_with_other_signs_in_it_is_read(parser: Parser) -> None:
    part = carried(inside(), how="base64")
    head, _, packed = part.partition("\n\n")
    broken = f"{head}\n\n" + packed.replace("\n", " *\n\x00")
    message = parse_message(envelope(broken), parser=parser)
    assert (message.sender.address, message.text) == (WRITER, OWN_TEXT)


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
@pytest.mark.parametrize("how", ['"base64"', "BASE64; x=1", "base64 (packed)"])
def test_a_transfer_encoding_with_more_behind_it_is_undone(
    how: str, parser: Parser
) -> None:
    part = carried(inside(), how="base64")
    part = part.replace("Encoding: base64", f"Encoding: {how}")
    message = parse_message(envelope(part), parser=parser)
    assert (message.sender.address, message.text) == (WRITER, OWN_TEXT)


def test_ten_thousand_parts_hide_no_mail_and_cost_little() -> None:
    started = process_time()
    noise = "Content-Type: text/plain\n\nx\n--mix\n" * 10_000
    message = parse_message(envelope(noise + carried(inside())))
    assert (message.sender.address, message.text) == (WRITER, OWN_TEXT)
    empty = parse_message(envelope(noise + "Content-Type: text/plain\n\nx"))
    assert empty.sender.address == POST
    assert process_time() - started < 5


def test_an_envelope_that_was_cut_is_read_as_far_as_it_came() -> None:
    whole = envelope(carried(inside(how_long := TEXT * 40), how="base64"))
    message = parse_message(whole[: len(whole) * 2 // 3])
    assert message.sender.address == WRITER
    assert message.text
    assert len(message.text) < len(how_long)


@pytest.mark.parametrize(
    "mail",
    [
        # A person passes it on: theirs are subject and words.
        envelope(carried(inside()), mark="", before="I: POSTA CERTIFICATA: "),
        envelope(carried(inside()), mark="", before="Fwd: POSTA CERTIFICATA: ").replace(
            POST.encode(), b"kim@home.example"
        ),
        envelope(carried(inside()), mark="").replace(
            POST.encode(), b"kim@home.example"
        ),
        envelope(carried(inside()), mark="", before=""),
        envelope(carried(inside()), mark="X-Trasporto: camion\n"),
    ],
)
def test_other_mail_with_a_mail_attached_is_read_itself(mail: bytes) -> None:
    message = parse_message(mail)
    assert message.sender.address in {POST, "kim@home.example"}
    assert message.text.startswith("Messaggio di posta certificata")
    assert "postacert.eml" in message.attachment_names


def test_signed_mail_of_a_person_is_read_as_it_stands() -> None:
    mail = envelope("", is_signed=True, mark="", before="").replace(
        POST.encode(), b"kim@home.example"
    )
    assert "Il messaggio originale" in parse_message(mail).text


def test_made_up_parts_cost_little() -> None:
    head, _, _ = envelope("").partition(b"MIME-Version")
    started = process_time()
    for body in (
        b"--x: y\n" * 150_000,
        b"--a\nb:\n" * 150_000,
        b"--" + b" " * 4_000_000,
        (b"--" + b" " * 2_000 + b"\n") * 2_000,
        (b"--" + b" " * 90 + b"\n") * 40_000,
        (b"--a" + b"\t" * 2_000 + b"\nb: c\n") * 2_000,
    ):
        mail_of(head + b"Content-Type: text/plain\n\n" + body)
    assert process_time() - started < 2


@pytest.mark.django_db
def test_its_page_shows_the_mail_inside(
    owner: Person, tmp_path: Path, client: Client
) -> None:
    import_story(owner, tmp_path, [envelope(carried(inside()), is_signed=True)])
    assert Application.objects.get().company == "Fondazione Porto Chiaro"
    row = MailMessage.objects.get()
    client.force_login(owner)
    page = client.get(reverse("mail:message", args=[row.pk])).content.decode()
    page = re.sub(r"</?mark[^>]*>", "", page)
    assert "abbiamo scelto un altro candidato" in page
    assert WRITER in page
    assert "Messaggio di posta certificata" not in page


GOOD = [
    ("accettazione", "ACCETTAZIONE: Candidatura portiere notturno"),
    ("", "ACCETTAZIONE: Candidatura portiere notturno"),
    ("avvenuta-consegna", "CONSEGNA: Candidatura portiere notturno"),
    ("", "CONSEGNA: Candidatura portiere notturno"),
    ("", "AVVENUTA CONSEGNA: Candidatura portiere notturno"),
    ("presa-in-carico", "PRESA IN CARICO: Candidatura portiere notturno"),
]


@pytest.mark.parametrize(("kind", "subject"), GOOD)
def test_a_receipt_of_the_post_is_no_word_of_an_employer(
    kind: str, subject: str
) -> None:
    mail = receipt(kind, subject, f"{TAKEN}è stato accettato dal sistema.", at=OLD)
    assert scanned(mail).outcome is Outcome.OTHER
    assert scanned(mail).sender == ""
    own = Wanted(own=frozenset({"posta-certificata@pec.person.example"}))
    assert scanned(mail, wanted=own).outcome is Outcome.OTHER
    message = parse_message(mail)
    assert message.returned is None
    assert read_message(message).verdict is Verdict.OTHER


# By such a subject any mail is read as the report of a server.
TITLED_AS_REPORT = {"AVVISO DI MANCATA CONSEGNA: documenti"}


@pytest.mark.parametrize(
    ("kind", "subject", "sender", "said"),
    [
        ("no", "Colloquio", "hr@firm.example", ""),
        ("yes", "Consegna: colloquio", "hr@firm.example", ""),
        ("altro", "ACCETTAZIONE: colloquio", "hr@firm.example", ""),
        ("posta-certificata", "Colloquio", "posta-certificata@comune.example", ""),
        ("", "Consegna: documenti per il colloquio", "posta-certificata@comune.example", ""),
        ("", "Accettazione: colloquio", "posta-certificata@comune.example", ""),
        ("", "AVVISO DI MANCATA CONSEGNA: documenti", "posta-certificata@comune.example", "Mancano i documenti per il colloquio. "),
        ("", "Consegna: colloquio", "posta-certificata@comune.example", "Questa mail vale come ricevuta di accettazione della candidatura. "),
        ("", "Accettazione: colloquio", "posta-certificata@comune.example", "Il giorno 3 marzo abbiamo ricevuto il messaggio inviato da Lei. "),
        ("", "Accettazione: colloquio", "posta-certificata@comune.example", "Il giorno 03/03/2026 alle ore 10:00 il messaggio con il curriculum è stato letto. "),
    ],
)  # fmt: skip
def test_what_the_post_does_not_write_is_no_receipt(
    kind: str, subject: str, sender: str, said: str
) -> None:
    asked = (
        "Gentile Robin Vale, grazie per la Sua candidatura al posto di portiere notturno. La "
        "invitiamo a un colloquio di lavoro martedì 17 marzo 2026 alle ore 10:00.\n"
        "Cordiali saluti\nUfficio Personale\n"
    )
    mail = receipt(kind, subject, f"{said}{asked}", at=OLD, sender=sender)
    found = scanned(mail, wanted=Wanted())
    assert found.message is not None
    assert found.message.returned is None
    assert open_message(mail).receipt is Receipt.NONE
    if subject not in TITLED_AS_REPORT:
        assert read_message(found.message).verdict is not Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("ACCETTAZIONE: x", "Ricevuta di accettazione"),
        ("CONSEGNA: x", "Ricevuta di avvenuta consegna"),
        ("CONSEGNA: x", "Ricevuta breve di avvenuta consegna"),
        ("PRESA IN CARICO: x", "Ricevuta di presa in carico"),
        ("AVVISO DI NON ACCETTAZIONE: x", "Avviso di non accettazione"),
        ("AVVISO DI MANCATA CONSEGNA: x", "Avviso di mancata consegna"),
        (
            "AVVISO DI MANCATA CONSEGNA PER SUP. TEMPO MASSIMO: x",
            "Avviso di mancata consegna per superamento tempo massimo",
        ),
    ],
)
def test_a_receipt_is_told_by_its_title_where_the_header_is_lost(
    subject: str, said: str
) -> None:
    mail = receipt("", subject, f"{said}\n\nColloquio di lavoro.", at=OLD)
    assert scanned(mail).outcome is Outcome.OTHER
    assert read_message(parse_message(mail)).verdict is Verdict.OTHER


def test_a_house_that_gives_its_name_writes_for_itself() -> None:
    mail = receipt(
        "",
        "ACCETTAZIONE: Candidatura portiere notturno",
        f"{TAKEN}è stato accettato dal sistema ed inoltrato.",
        at=OLD,
        sender="Porto Chiaro - PEC <posta-certificata@porto-chiaro.example>",
    )
    assert scanned(mail).outcome is Outcome.HIRING
    assert read_message(parse_message(mail)).verdict is Verdict.CONFIRMATION


def test_what_an_employer_calls_like_a_receipt_is_none() -> None:
    mail = receipt(
        "",
        "ACCETTAZIONE: Candidatura portiere notturno",
        "Gentile candidato, abbiamo ricevuto la Sua candidatura per il posto di portiere "
        "notturno e La contatteremo.",
        at=OLD,
        sender="personale@porto-chiaro.example",
    )
    assert scanned(mail).outcome is Outcome.HIRING
    assert read_message(parse_message(mail)).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
@pytest.mark.parametrize(
    ("kind", "subject", "said", "trouble"),
    [
        (
            "errore-consegna",
            "AVVISO DI MANCATA CONSEGNA: Candidatura",
            "5.1.1 - casella inesistente.",
            Trouble.NO_MAILBOX,
        ),
        (
            "",
            "AVVISO DI MANCATA CONSEGNA: x",
            "indirizzo non valido",
            Trouble.NO_MAILBOX,
        ),
        ("", "AVVISO DI NON ACCETTAZIONE: x", "utente sconosciuto", Trouble.NO_MAILBOX),
        ("non-accettazione", "x", "dominio inesistente", Trouble.NO_HOST),
        ("errore-consegna", "x", "5.2.2 - InfoCert - casella piena", Trouble.FULL),
        ("errore-consegna", "x", "presenza di virus informatici", Trouble.REFUSED),
        # The reader's own subject is no word of the post.
        (
            "errore-consegna",
            "AVVISO DI MANCATA CONSEGNA: in ritardo",
            "",
            Trouble.NOT_SAID,
        ),
    ],
)
def test_a_receipt_tells_of_whom_it_did_not_reach_and_why(
    kind: str, subject: str, said: str, trouble: Trouble, parser: Parser
) -> None:
    mail = receipt(kind, subject, GONE + said, at=OLD, of="m1@mail.example")
    returned = parse_message(mail, parser=parser).returned
    assert returned is not None
    assert returned.message_id == "m1@mail.example"
    assert returned.addresses == ("people@bright-harbour.example",)
    assert returned.trouble is trouble
    assert scanned(mail, wanted=Wanted()).outcome is Outcome.HIRING


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("of", ["m1@mail.example", ""])
def test_an_application_that_the_post_could_not_deliver_did_not_arrive(
    owner: Person, tmp_path: Path, of: str, step: int
) -> None:
    taken = receipt("accettazione", "ACCETTAZIONE: Candidatura", TAKEN, at=OLD)
    gone = receipt(
        "errore-consegna",
        "AVVISO DI MANCATA CONSEGNA: Candidatura",
        f"{GONE}5.1.1 - casella inesistente.",
        at=OLD + timedelta(minutes=1),
        of=of,
    )
    import_story(owner, tmp_path, [applied(), taken, gone][::step])
    event = Event.objects.get(kind=EventKind.NOTE)
    assert event.application == Application.objects.get()
    assert event.payload["note"].splitlines()[0] == (
        "Your application to people@bright-harbour.example did not arrive: the address "
        "is unknown there."
    )
    assert MailMessage.objects.count() == 2
    assert MailMessage.objects.filter(verdict=RETURNED).count() == 1


@pytest.mark.django_db
def test_what_the_post_has_not_delivered_so_far_leaves_no_trace(
    owner: Person, tmp_path: Path
) -> None:
    told = [
        receipt(
            kind,
            "AVVISO DI MANCATA CONSEGNA PER SUP. TEMPO MASSIMO: Candidatura",
            f"{GONE}non è stata ricevuta la consegna entro 12 ore.",
            at=OLD + timedelta(hours=hours),
            of="m1@mail.example",
        )
        for hours, kind in ((12, "preavviso-errore-consegna"), (13, ""))
    ]
    import_story(owner, tmp_path, [applied(), *told])
    assert MailMessage.objects.count() == 1
    assert not Event.objects.filter(kind__in=["note", "reminder"]).exists()


@pytest.mark.django_db
def test_receipts_and_answer_of_one_application_are_one_application(
    owner: Person, tmp_path: Path
) -> None:
    own = raw(
        number=1,
        sender=ME,
        to=WRITER,
        subject="Candidatura portiere notturno",
        text="Buongiorno, allego il mio curriculum per il posto di portiere notturno.",
        labels="Sent",
        file="robin-cv.pdf",
    )
    told = [
        receipt(kind, subject, TAKEN, at=START + timedelta(days=1, minutes=n))
        for n, (kind, subject) in enumerate(GOOD[:6])
    ]
    answer = envelope(carried(inside(answered="m1@mail.example"))).replace(
        b"03 Mar 2026", b"13 Mar 2026"
    )
    import_story(owner, tmp_path, [own, *told, answer])
    application = Application.objects.get()
    assert not application.is_open
    assert MailMessage.objects.count() == 2


def test_who_the_post_is_shows_in_the_letters_that_are_looked_for_first() -> None:
    signs = [sign.decode() for sign in SIGNS]
    for sender in tables("certified")["senders"]:
        assert any(sign in sender for sign in signs), sender
