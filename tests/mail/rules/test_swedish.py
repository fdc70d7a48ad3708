"""Swedish mail: noes, closed openings, receipts, trial shifts, own mail, names of small firms."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onward.mail.rules.appointments.new_time import new_time
from onward.mail.rules.facts.employers.names import parted_label, without_marks
from onward.mail.rules.facts.employers.streets import is_street
from onward.mail.rules.read import read_message
from onward.mail.rules.talks.own_mail import SentMeaning, meaning_of_sent
from onward.mail.rules.talks.own_title import role_of_subject
from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import Address, Message, Reading, Verdict
from onward.mail.rules.verdicts.classify import classify

TOLD_AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
GRAN = Address("Granbackens skola", "rekrytering@granbacken.example")


def mail(
    subject: str, text: str, *, sender: Address = GRAN, to: tuple[Address, ...] = ()
) -> Message:
    return Message("k", "k@x.example", TOLD_AT, sender, subject, text, to=to)


def read(subject: str, text: str, *, sender: Address = GRAN) -> Reading:
    return read_message(mail(subject, text, sender=sender))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Din ansökan till Skolvärd har avslutats eftersom intygen saknades.", "rejection"),
        ("Din ansökan om anställning lämnas därför utan åtgärd.", "rejection"),
        ("Nattjobbet har jag lovat till en som jobbat här förut.", "rejection"),
        ("Vi gav sommarjobbet till en släkting.", "rejection"),
        ("Behovet av en skolvärd täcks nu av egen personal.", "position_closed"),
        ("Vi avslutar därför rekryteringen utan att tillsätta någon.", "position_closed"),
        ("Vi förlorade uppdraget i går, så det blir inga nya anställningar.", "position_closed"),
        ("Kommunen har sagt upp avtalet med oss.", "position_closed"),
        ("Du har nyss skickat en intresseanmälan till skolan.", "confirmation"),
        ("Din ansökan till Skolvärd är inskickad.", "confirmation"),
        ("Kom o provjobba på onsdag vettja.", "interview"),
        ("Vill du komma hit och jobba på prov nästa fredag?", "interview"),
        ("Välkommen till vår rekryteringsträff måndag 16 mars.", "interview"),
    ],
)  # fmt: skip
def test_what_a_sentence_says(text: str, expected: str) -> None:
    assert classify(mail("Jobbet som skolvärd", text)).verdict == expected


@pytest.mark.parametrize(
    "footer",
    [
        "Det går inte att svara på det här mejlet.",
        "Detta meddelande går ej att svara på, det går inte att besvara.",
    ],
)
def test_a_footer_that_cannot_be_answered_is_no_no(footer: str) -> None:
    text = f"Hej! Tack för att du har sökt tjänsten som skolvärd hos oss.\n\n{footer}"
    assert read("Vi har tagit emot din ansökan", text).verdict is Verdict.CONFIRMATION


def test_a_receipt_that_may_be_completed_asks_for_nothing() -> None:
    text = (
        "Vi har tagit emot din ansökan till Skolvärd. Du kan logga in fram till sista"
        " dagen för att komplettera din ansökan."
    )
    assert classify(mail("Bekräftelse", text)).verdict is Verdict.CONFIRMATION


def test_an_application_for_a_permit_is_none_for_a_job() -> None:
    text = "Hej! Ansökan om fiskebidrag är mottagen och behandlas inom kort."
    found = classify(mail("Bekräftelse", text)).verdict
    assert found is not Verdict.CONFIRMATION


def test_who_answers_that_it_is_gone_says_no_and_does_not_write_first() -> None:
    text = (
        "Hejsan! Kvällsjobbet har vi gett till min kusin så det är borta. Men skulle du"
        " kunna tänka dig att hjälpa oss med gräsklippning i sommar, vi behöver en till?"
    )
    asked = Message(
        "k",
        "k@x.example",
        TOLD_AT,
        Address("Stina Lövsta Städ", "stina@lovstastad.example"),
        "Sv: Intresseanmälan kvällsjobb som städare",
        text,
    )
    found = read_message(asked)
    assert (found.verdict, found.company) == (Verdict.REJECTION, "Lövsta Städ")


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("Berit Korn & Kaffe", "berit@kornkaffe.example", "Korn & Kaffe"),
        ("Ali Rent i Ockelbo", "ali@rentiockelbo.example", "Rent i Ockelbo"),
        ("Sanna Hjälpen", "sanna@hjalpen.teamtailor-mail.com", "Hjälpen"),
        ("Tove på Solbackens Café", "tove.k@solbacken.teamtailor-mail.com", "Solbackens Café"),
    ],
)  # fmt: skip
def test_a_firm_behind_a_first_name(name: str, address: str, expected: str) -> None:
    text = (
        "Hej! Vi har fått din ansökan som diskare och hör av oss.\n\n" + name.split()[0]
    )
    assert read("Ansökan", text, sender=Address(name, address)).company == expected


def test_a_surname_is_no_firm_and_an_office_no_first_name() -> None:
    text = "Hej! Vi har fått din ansökan som diskare och hör av oss.\n\nAnna Adler"
    person = Address("Anna Adler", "anna@adler.example")
    assert read("Ansökan", text, sender=person).contact.name == "Anna Adler"
    office = Address("Styrelsen Alta", "styrelsen@alta.example")
    assert "Styrelsen" not in read("Ansökan", text, sender=office).company


def test_a_domain_is_spelled_with_the_rings_and_dots_of_the_text() -> None:
    sender = Address("Jobb", "jobb@alvstrand.example")
    text = "Tack för din ansökan som vaktmästare! Vi på Älvstrand läser alla brev."
    assert read("Din ansökan", text, sender=sender).company == "Älvstrand"
    assert without_marks("åäö é ł") == "aao e l"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("bergensforskola", "Bergens Förskola"),
        ("tallensfriskola", "Tallens Friskola"),
        ("klockarskola", "Klockar Skola"),
    ],
)
def test_a_label_that_ends_in_a_kind_of_school(label: str, expected: str) -> None:
    assert parted_label(label) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Östra Kvarngatan", "Vi ses hos oss på Östra Kvarngatan, porten är grön.", True),
        ("Sjövägen", "Adressen är Sjövägen 4.", True),
        ("Sjövägen", "Sjövägen söker en kock.", False),
        ("Kvarnen", "Vi ses på Kvarnen.", False),
    ],
)  # fmt: skip
def test_a_street_says_so_itself(name: str, text: str, *, expected: bool) -> None:
    assert is_street(name, text=text) is expected


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        ("Status", "Hej! Du skickade en intresseanmälan till Tegel & Trä AB i går.", "Tegel & Trä AB"),
        ("Träff", "Jag har anmält dig som sökande till Tegelgruppen Syd, som behöver murare.", "Tegelgruppen Syd"),
    ],
)  # fmt: skip
def test_the_employer_that_a_board_or_an_office_names(
    subject: str, text: str, expected: str
) -> None:
    sender = Address("Arbetsförmedlingen", "noreply@arbetsformedlingen.se")
    found = read(subject, f"{text}\nDin ansökan är mottagen.", sender=sender)
    assert found.company == expected


def test_a_test_is_of_the_employer_who_asks_for_it() -> None:
    sender = Address("Alva Labs", "no-reply@alvalabs.io")
    text = (
        "Hej! Fjällbo kommun vill att du gör ett logiktest inför tjänsten som skolvärd."
    )
    found = read("Fjällbo kommun har bjudit in dig", text, sender=sender)
    assert (found.verdict, found.company) == (Verdict.ASSESSMENT, "Fjällbo kommun")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roll: Hemstädare dagtid\nVi ringer dig. Din ansökan har landat.", "Hemstädare dagtid"),
        ('Din ansökan till annonsen "Diskare, helg" har skickats.', "Diskare, helg"),
        ("Vi fick din ansökan. Jobbet som fönsterputsare kräver körkort.", "fönsterputsare"),
    ],
)  # fmt: skip
def test_the_title_and_nothing_beside_it(text: str, expected: str) -> None:
    assert read("Hej", text).role == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jag sitter i ledningen som personalansvarig. Kom gärna på intervju på fredag.",
        "Skicka två referenser till din intervju, gärna en tidigare chef.",
    ],
)
def test_what_somebody_else_works_as_is_no_title(text: str) -> None:
    assert read("Intervju", text).role == ""


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("Kom lördag 14 mars kl 9-13.", 14, 9),
        ("Kom lör 14/3 10–15 så provar vi.", 14, 10),
        ("Vi ses onsd 11/3 kl 16.30.", 11, 16),
    ],
)
def test_the_first_of_two_hours(text: str, day: int, hour: int) -> None:
    (found,) = appointments(text, told_on=date(2026, 3, 10))
    assert (found.day, found.hour) == (day, hour)


def test_two_numbers_behind_a_day_that_are_no_hours() -> None:
    assert not appointments("Matchen 14/3 slutade 3-2.", told_on=date(2026, 3, 10))


@pytest.mark.parametrize(
    "text",
    [
        "Jag är bortkallad i morgon kl 13. Kan du komma 10.15 i morgon?",
        "Ich bin morgen um 13 Uhr beim Arzt. Können Sie morgen um 10.15 Uhr kommen?",
        "I am called away at 1pm tomorrow. Could you come at 10:15 tomorrow?",
    ],
)
def test_a_new_time_is_the_one_that_is_asked_about(text: str) -> None:
    found = new_time(
        text,
        told_on=date(2026, 3, 10),
        before=[datetime.fromisoformat("2026-03-11T15:00")],
    )
    assert found == datetime.fromisoformat("2026-03-11T10:15")


def test_two_times_that_are_both_asked_about_are_none() -> None:
    text = "Can you come at 1pm tomorrow? Or at 10:15 tomorrow?"
    before = [datetime.fromisoformat("2026-03-11T15:00")]
    assert new_time(text, told_on=date(2026, 3, 10), before=before) is None


@pytest.mark.parametrize(
    "text",
    [
        "Hej! Jag är intresserad av jobbet som städare. Cv ligger med som pdf.",
        "Hej! Jag såg er annons. Skickar med cv och personligt brev.",
        "Hej! Jag såg er annons. Min meritförteckning följer med.",
    ],
)
def test_own_mail_applies(text: str) -> None:
    me = Address("Kim Ro", "kim@brev.example")
    sent = mail("Intresseanmälan", text, sender=me, to=(GRAN,))
    meaning = meaning_of_sent(sent, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.APPLIED


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Ansökan vikariat barnskötare", "barnskötare"),
        ("Spontanansökan kock", "kock"),
        ("Intresseanmälan dagtid lokalvårdare", "lokalvårdare"),
        ("Ansökan barnbidrag", ""),
    ],
)
def test_the_title_in_own_subjects(subject: str, expected: str) -> None:
    assert role_of_subject(subject) == expected


def test_newsletters_of_schools_are_about_no_application() -> None:
    sender = Address("Folkhögskolan Norrgård", "nyhetsbrev@norrgard.example")
    text = "Läs till vårdbiträde hos oss! Ansök idag, intervjuer hålls löpande."
    found = read("Bli vårdbiträde", text, sender=sender).verdict
    assert found is not Verdict.CONFIRMATION
