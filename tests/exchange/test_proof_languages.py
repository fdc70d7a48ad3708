"""The proof of search in another language: as a page, a PDF, a CSV table and by the command."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner
from django.test import Client
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.models import Application
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import EventDraft, add_round, commit_events, settle
from onward.applications.services.ledger import record
from onward.core.exit_codes import ExitCode
from onward.core.languages import Language
from onward.exchange import pdf
from onward.exchange.commands import proof_command
from onward.exchange.pdf import proof_pdf
from onward.exchange.rules.proof import ProofField, ProofPart
from onward.exchange.rules.proof_words import proof_words
from onward.exchange.services import Proof, proof, report_language, write_everything
from onward.mail.models import MailMessage
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.exchange.test_proof import text_of

DAY = timedelta(days=1)
FIELDS = (ProofField.WHAT, ProofField.CHANNEL, ProofField.RESULT)
QUERY = (
    "first=2026-11-01&last=2026-11-30&parts=applications&parts=interviews"
    "&fields_shown=channel&fields_shown=result"
)
PERIOD = ["--from", "2026-11-01", "--to", "2026-11-30"]


def report(person: Person, *, language: Language = Language.GERMAN) -> Proof:
    return proof(
        person,
        first=date(2026, 11, 1),
        last=date(2026, 11, 30),
        fields=FIELDS,
        parts=tuple(ProofPart),
        language=language,
        now=NOW,
    )


def mail(
    person: Person, *, language: str = "de", is_sent: bool = False, **facts: str
) -> MailMessage:
    count = MailMessage.objects.count()
    return MailMessage.objects.create(
        person=person,
        key=f"{count:064x}",
        message_id=f"m{count}@lindenhof.example",
        sent_at=NOW - 9 * DAY,
        path="invented.mbox",
        verdict="confirmation",
        language=language,
        recorded_at=NOW,
        is_sent=is_sent,
        **facts,
    )


def sent(
    person: Person,
    company: str,
    *messages: MailMessage,
    source: str = "",
) -> Application:
    """Return an application that rests on these mails alone, one an hour."""
    row = make_application(
        person=person, company=company, applied_at=None, source=source
    )
    drafts = [
        EventDraft(
            application_id=row.pk,
            kind=EventKind.APPLIED if each.is_sent else EventKind.CONFIRMATION,
            at=NOW - 9 * DAY + timedelta(hours=place),
            decided_by=DecidedBy.RULE,
            source_kind=SourceKind.MESSAGE,
            source_id=each.pk,
            key=f"{company}{place}",
        )
        for place, each in enumerate(messages)
    ]
    commit_events(person, drafts, now=NOW)
    return row


def ways(person: Person) -> dict[str, str]:
    found = report(person)
    at = found.fields.index(ProofField.CHANNEL)
    return {line[1]: line[at] for line in found.lines}


def test_by_which_way_it_went_is_told_as_far_as_mail_and_person_tell(
    owner: Person,
) -> None:
    sent(owner, "Brief", mail(owner, is_sent=True))
    both = (mail(owner, is_sent=True), mail(owner, system="Personio"))
    sent(owner, "Brief und System", *both)
    sent(owner, "System", mail(owner, system="Personio"))
    sent(owner, "Börse", mail(owner, system="StepStone"))
    sent(owner, "Eigener Server", mail(owner))
    # Who sets tests or books talks takes no applications.
    sent(owner, "Terminbuch", mail(owner, system="Calendly"))
    # Where it was found is not how it was sent.
    sent(owner, "Gefunden", mail(owner, is_sent=True), source="StepStone")
    receipt = mail(owner, system="Personio")
    sent(owner, "Empfohlen", receipt, source="Empfehlung einer Freundin")
    sent(owner, "Nur gefunden", mail(owner), source="StepStone")
    make_application(person=owner, company="Von Hand", applied_at=NOW - 9 * DAY)
    told = mail(owner, text="Ihre Bewerbung wurde an den Inserenten weitergeleitet.")
    sent(owner, "Inserat", told)
    assert ways(owner) == {
        "Brief": "per E-Mail",
        "Brief und System": "per E-Mail",
        "System": "online (Personio)",
        "Börse": "online (StepStone)",
        "Eigener Server": "",
        "Terminbuch": "",
        "Gefunden": "per E-Mail",
        "Empfohlen": "online (Personio)",
        "Nur gefunden": "gefunden über StepStone",
        "Von Hand": "",
        "Inserat": "online",
    }


def test_words_are_looked_at_only_where_nothing_else_tells_the_way(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def note(text: str, *, language: str) -> bool:
        read.append(text)
        return False

    monkeypatch.setattr("onward.exchange.services.proof_ways.says_online", note)
    sent(owner, "Brief", mail(owner, is_sent=True), mail(owner, text="One."))
    sent(owner, "System", mail(owner, system="Personio", text="Two."))
    sent(owner, "Eigener Server", mail(owner, text="Three."))
    assert len(ways(owner)) == 3
    assert read == ["Three."]


def test_mail_of_somebody_else_tells_no_way(owner: Person, outsider: Person) -> None:
    sent(owner, "Fremd", mail(outsider, is_sent=True))
    assert ways(owner) == {"Fremd": ""}


def test_ways_are_looked_up_in_one_query(
    owner: Person, django_assert_max_num_queries: object
) -> None:
    for number in range(12):
        sent(owner, f"Firma {number}", mail(owner, is_sent=True))
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        assert len(report(owner).lines) == 12


def test_a_past_interview_is_told_though_the_next_is_arranged(
    owner: Person,
) -> None:
    application = make_application(
        person=owner, company="Lindenhof", applied_at=NOW - 18 * DAY
    )
    first, second = NOW - 16 * DAY, NOW + 12 * DAY
    for told, begins in ((NOW - 17 * DAY, first), (NOW - DAY, second)):
        starts = {"starts_at": begins.isoformat()}
        kind = EventKind.INTERVIEW
        record(owner, application, kind=kind, at=told, now=NOW, payload=starts)
    said = {line[-1] for line in report(owner).lines}
    assert said == {
        "Vorstellungsgespräch am 4. November 2026; Einladung zum "
        "Vorstellungsgespräch am 2. Dezember 2026 (erhalten am 19. November 2026)"
    }


def test_an_invitation_names_the_day_that_was_set(
    owner: Person,
) -> None:
    application = make_application(
        person=owner, company="Lindenhof", applied_at=NOW - 9 * DAY
    )
    ahead = add_round(
        owner, application, details={"starts_at": NOW + 12 * DAY}, now=NOW
    )
    (line,) = report(owner).lines
    assert "am 2. Dezember 2026 (erhalten am 20. November 2026)" in line[-1]
    # It came, so there was an answer, though it is to be on another day since.
    settle(owner, ahead, outcome=Outcome.MOVED, now=NOW)
    (line,) = report(owner).lines
    assert line[-1] == "Antwort erhalten"


def test_the_language_of_most_hiring_mail_is_proposed_and_another_is_remembered(
    owner: Person, owner_client: Client
) -> None:
    assert report_language(owner) == Language.ENGLISH
    for language in ("de", "de", "en", "da", "da", "da"):
        mail(owner, language=language)
    make_application(person=owner, company="Lindenhof", applied_at=NOW - DAY)
    for _ in range(5):
        mail(owner, language="en", is_sent=True)
    assert report_language(owner) == Language.GERMAN
    html = owner_client.get("/exchange/proof/").content.decode()
    assert '<option value="de" selected>Deutsch</option>' in html
    assert "Nachweis der Eigenbemühungen" in html
    owner.refresh_from_db()
    assert owner.report_language == ""
    # To open an address, of another day or somebody else's, changes nothing.
    address = f"/exchange/proof/?{QUERY}&language=tr"
    assert "İş arama" in owner_client.get(address).content.decode()
    assert owner_client.get(f"{address}&as=pdf").status_code == 200
    owner.refresh_from_db()
    assert owner.report_language == ""
    chosen = parse_qs(f"{QUERY}&language=pl")
    answer = owner_client.post("/exchange/proof/", chosen)
    assert answer["Location"] == f"/exchange/proof/?{QUERY}&language=pl#report"
    html = owner_client.get(answer["Location"]).content.decode()
    assert "Wykaz działań podjętych w celu znalezienia pracy" in html
    assert '<table class="table" lang="pl">' in html
    owner.refresh_from_db()
    assert report_language(owner) == Language.POLISH
    html = owner_client.get("/exchange/proof/").content.decode()
    assert '<option value="pl" selected>Polski</option>' in html
    # An address without a language is one that was kept from before there were ten.
    assert (
        "Liczba działań"
        in owner_client.get(f"/exchange/proof/?{QUERY}").content.decode()
    )
    archive = io.BytesIO()
    write_everything(owner, archive, now=NOW)
    with zipfile.ZipFile(archive) as zipped:
        assert json.loads(zipped.read("you.json"))["report_language"] == "pl"


def test_an_unknown_language_is_said_and_nothing_is_remembered(
    owner: Person, owner_client: Client
) -> None:
    answer = owner_client.get(f"/exchange/proof/?{QUERY}&language=xx")
    assert answer.status_code == 422
    sent = parse_qs(f"{QUERY}&language=xx")
    assert owner_client.post("/exchange/proof/", sent).status_code == 422
    owner.refresh_from_db()
    assert owner.report_language == ""


def test_the_form_is_sent_with_its_token_which_no_address_shows(
    owner: Person,
) -> None:
    visitor = Client(enforce_csrf_checks=True)
    visitor.force_login(owner)
    sent = parse_qs(f"{QUERY}&language=de&as=pdf")
    assert visitor.post("/exchange/proof/", sent).status_code == 403
    html = visitor.get("/exchange/proof/").content.decode()
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
    answer = visitor.post("/exchange/proof/", sent | {"csrfmiddlewaretoken": token})
    assert answer["Location"] == f"/exchange/proof/?{QUERY}&language=de&as=pdf#report"
    owner.refresh_from_db()
    assert owner.report_language == "de"


@pytest.mark.parametrize("language", Language)
def test_page_pdf_and_csv_speak_the_language(
    owner: Person, owner_client: Client, language: Language
) -> None:
    make_application(person=owner, company="Gęśla Łódź", applied_at=NOW - DAY)
    words = proof_words(language)
    heads = [
        words.column(field)
        for field in ProofField
        if field
        in {
            *(ProofField.DAY, ProofField.COMPANY),
            *(ProofField.CHANNEL, ProofField.RESULT),
        }
    ]
    address = f"/exchange/proof/?{QUERY}&language={language.value}"
    html = owner_client.get(address).content.decode()
    text, _pages = text_of(owner_client.get(f"{address}&as=pdf").content)
    table = owner_client.get(f"{address}&as=csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[0] == heads
    day, none = words.day((NOW - DAY).date()), words.file["results"]["none"]
    assert rows[1] == [day, "Gęśla Łódź", "", none]
    for said in (words.title, *heads, none, "Gęśla Łódź", day):
        assert escape(said) in html
        assert " ".join(said.split()) in text
    period = words.period(date(2026, 11, 1), date(2026, 11, 30))
    assert f"{period} · {words.entries(1)}" in text


def test_the_command_takes_a_language_and_else_what_the_page_would(
    owner: Person, tmp_path: Path
) -> None:
    make_application(person=owner, company="Lindenhof", applied_at=NOW - DAY)
    run = CliRunner()
    target = tmp_path / "november.pdf"
    to = ["--output", str(target), "--language", "de", "--results"]
    assert run.invoke(proof_command, [*PERIOD, *to]).exit_code == 0
    text, _pages = text_of(target.read_bytes())
    assert "Nachweis der Eigenbemühungen" in text
    assert "Noch keine Antwort" in text
    assert run.invoke(proof_command, PERIOD).stdout.startswith("Day,Employer")
    owner.report_language = Language.TURKISH
    owner.save(update_fields=["report_language"])
    assert run.invoke(proof_command, PERIOD).stdout.startswith("Tarih,İşveren")
    wrong = run.invoke(proof_command, [*PERIOD, "--language", "xx"])
    assert wrong.exit_code == ExitCode.USAGE


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that has no fonts of its own."""
    caches = (pdf._fonts, pdf._letters)
    for each in caches:
        each.cache_clear()
    monkeypatch.setattr(pdf, "_FOLDERS", ())
    yield
    for each in caches:
        each.cache_clear()


@pytest.mark.usefixtures("bare_machine")
def test_without_fonts_of_the_machine_no_letter_gets_lost(owner: Person) -> None:
    make_application(person=owner, company="Łąka i Źródło", applied_at=NOW - DAY)
    polish = text_of(proof_pdf(report(owner, language=Language.POLISH), name=""))[0]
    assert "Łaka i Zródło" in polish
    assert "Wykaz działan podjetych" in polish
    turkish = text_of(proof_pdf(report(owner, language=Language.TURKISH), name=""))[0]
    assert "İş arama faaliyetleri çizelgesi" in turkish
    assert "Başvuru şekli" in turkish


@pytest.mark.usefixtures("bare_machine")
def test_a_mark_that_stands_by_itself_joins_its_letter_or_goes(owner: Person) -> None:
    company = "Cafe\u0301 Mu\u0308ller a\u200bb x\u0323y \ufeffHof\ufe0f"
    make_application(person=owner, company=company, applied_at=NOW - DAY)
    drawn = pdf._drawable(company)
    assert drawn == "Café Müller ab xy Hof"
    text, _pages = text_of(proof_pdf(report(owner), name="Zoe\u0308 Vale"))
    assert drawn in text
    assert "Zoë Vale" in text


@given(st.text(max_size=60))
def test_no_mark_is_drawn_that_the_font_has_not(words: str) -> None:
    drawn = pdf._drawable(words)
    assert all(
        pdf._is_had(letter)
        for letter in drawn
        if unicodedata.category(letter) in {"Mn", "Me", "Cf"}
    )


def test_the_list_of_applications_leads_to_it(owner_client: Client) -> None:
    assert (
        'href="/exchange/proof/"' in owner_client.get("/applications/").content.decode()
    )


def test_what_has_no_day_is_told_above_the_table_too(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner, company="Birch", applied_at=None)
    details = {"starts_at": datetime(2026, 11, 3, 9, tzinfo=UTC)}
    add_round(owner, application, details=details, now=NOW)
    html = owner_client.get(f"/exchange/proof/?{QUERY}").content.decode()
    assert "Of 1 application a day is not known" in html
    assert html.index('href="#left-out"') < html.index('<table class="table"')
    assert 'id="left-out"' in html


TELLS_A_DAY = (
    "Guten Tag,\n\nFür Ihre postalisch eingereichte Bewerbung als Lagerist (m/w/d) vom "
    "01.11.2026 danken wir Ihnen. Leider haben wir uns anders entschieden.\n"
)


def turned_down(person: Person, text: str = TELLS_A_DAY) -> Application:
    """Return an application of which only a no is known, in these words."""
    row = make_application(person=person, company="Lagerhaus", applied_at=None)
    message = mail(person)
    MailMessage.objects.filter(pk=message.pk).update(text=text, verdict="rejection")
    draft = EventDraft(
        application_id=row.pk,
        kind=EventKind.REJECTION,
        at=NOW - 9 * DAY,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        key="no",
    )
    commit_events(person, [draft], now=NOW)
    return row


def test_a_day_that_their_mail_names_is_offered_and_recorded_by_a_press(
    owner: Person, owner_client: Client
) -> None:
    row = turned_down(owner)
    found = report(owner)
    assert found.lines == ()
    assert found.unsent_days == [(row, date(2026, 11, 1))]
    shown = CliRunner().invoke(proof_command, PERIOD)
    assert "their mail names 2026-11-01" in shown.stderr
    address = f"/exchange/proof/{row.pk}/sent/?{QUERY}&language=de"
    html = owner_client.get(f"/exchange/proof/?{QUERY}&language=de").content.decode()
    assert escape(address) in html
    assert "I applied on 1 November 2026" in html
    answer = owner_client.post(address)
    assert answer.status_code == 302
    assert answer["Location"] == f"/exchange/proof/?{QUERY}&language=de"
    owner_client.post(address)
    (line,) = report(owner).lines
    assert line[0] == "1. November 2026"
    assert report(owner).unsent == ()
    assert row.events.filter(kind=EventKind.APPLIED).count() == 1


def test_mail_that_names_no_day_offers_none_and_nobody_else_can_press(
    owner: Person, owner_client: Client, outsider: Person
) -> None:
    row = turned_down(owner, text="Ihre Bewerbung auf unsere Anzeige vom 01.11.2026.")
    assert report(owner).unsent_days == [(row, None)]
    owner_client.post(f"/exchange/proof/{row.pk}/sent/")
    assert not row.events.filter(kind=EventKind.APPLIED).exists()
    foreign = turned_down(outsider)
    assert owner_client.post(f"/exchange/proof/{foreign.pk}/sent/").status_code == 404
    assert not foreign.events.filter(kind=EventKind.APPLIED).exists()
