from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client
from django.utils.formats import date_format

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    EventDraft,
    add_event,
    add_round,
    commit_events,
    correct_event,
    settle,
    take_back,
)
from onward.applications.services.ledger import record
from onward.core.exit_codes import ExitCode
from onward.core.languages import Language
from onward.exchange.commands import proof_command
from onward.exchange.forms import ProofForm
from onward.exchange.pdf import proof_pdf
from onward.exchange.rules.proof import USUAL, ProofField, ProofPart
from onward.exchange.services import Proof, keep_lists, proof, proof_csv, take_in
from onward.people.models import Person
from tests.builders import NOW, make_application

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
QUERY = "first=2026-11-01&last=2026-11-30&parts=applications&parts=interviews"


def report(person: Person, **more: object) -> Proof:
    chosen: dict[str, object] = {
        "first": FIRST,
        "last": LAST,
        "fields": (ProofField.ROLE, ProofField.RESULT),
        "parts": tuple(ProofPart),
        "language": Language.ENGLISH,
        "now": NOW,
    }
    return proof(person, **{**chosen, **more})  # type: ignore[arg-type]


def text_of(pdf: bytes) -> tuple[str, int]:
    """Return the words of a PDF as another program reads them, and its pages."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split()), len(pages)


def test_each_line_is_an_event_with_what_came_of_it(owner: Person) -> None:
    make_application(
        person=owner,
        company="Acme",
        role="Cook",
        applied_at=NOW - 10 * DAY,
        events=((EventKind.REJECTION, NOW - 2 * DAY),),
    )
    make_application(person=owner, company="Older", applied_at=NOW - 60 * DAY)
    assert report(owner).lines == (
        ("10 November 2026", "Acme", "Cook", "Not selected on 18 November 2026"),
    )


def test_an_interview_is_reported_once_on_its_day_and_only_where_it_was_held(
    owner: Person,
) -> None:
    application = make_application(person=owner, company="Acme", role="Cook")
    for said, begins in ((10, 3), (5, 3), (4, -5)):
        starts = {"starts_at": (NOW - begins * DAY).isoformat()}
        event = record(
            owner,
            application,
            kind=EventKind.INTERVIEW,
            at=NOW - said * DAY,
            now=NOW,
            payload=starts,
        )
    settle(owner, event, outcome=Outcome.MOVED, now=NOW)
    lines = report(owner, parts=(ProofPart.INTERVIEWS,)).lines
    assert [line[0] for line in lines] == ["17 November 2026"]


def test_what_lies_ahead_is_no_line_before_it_began(owner: Person) -> None:
    application = make_application(person=owner, company="Acme", applied_at=None)
    begins = NOW + timedelta(hours=5)
    for kind in (EventKind.INTERVIEW, EventKind.ASSESSMENT):
        details = {"starts_at": begins}
        event = add_round(owner, application, kind=kind, details=details, now=NOW)
    assert report(owner).lines == ()
    lines = report(owner, now=begins).lines
    assert [line[0] for line in lines] == ["20 November 2026"] * 2
    settle(owner, event, outcome=Outcome.WENT_AHEAD, now=NOW)
    assert len(report(owner).lines) == 1


def test_the_page_and_the_command_leave_out_what_lies_ahead(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    application = make_application(person=owner, company="Acme", applied_at=None)
    begins = NOW + timedelta(hours=5)
    add_round(owner, application, details={"starts_at": begins}, now=NOW)
    to = str(tmp_path / "proof.csv")
    days = ["--from", "2026-11-01", "--to", "2026-11-30", "--output", to]
    for at, is_there in ((NOW, False), (begins, True)):
        with time_machine.travel(at, tick=False):
            page = owner_client.get(f"/exchange/proof/?{QUERY}").content.decode()
            assert CliRunner().invoke(proof_command, [*days, "--force"]).exit_code == 0
        assert ("Acme" in page) is is_there
        assert ("Acme" in Path(to).read_text()) is is_there


def test_an_interview_after_the_application_had_ended_was_not_held(
    owner: Person,
) -> None:
    for ended, company in ((6, "Gone before"), (1, "A no after it")):
        application = make_application(person=owner, company=company)
        for kind, days, payload in (
            (EventKind.INTERVIEW, 9, {"starts_at": (NOW - 3 * DAY).isoformat()}),
            (EventKind.POSITION_CLOSED, ended, {}),
        ):
            record(
                owner,
                application,
                kind=kind,
                at=NOW - days * DAY,
                now=NOW,
                payload=payload,
            )
    lines = report(owner, parts=(ProofPart.INTERVIEWS,)).lines
    assert [line[:2] for line in lines] == [("17 November 2026", "A no after it")]


def test_a_test_that_mail_asked_for_is_reported_on_the_day_it_was_done(
    owner: Person,
) -> None:
    begins = {"starts_at": (NOW - 3 * DAY).isoformat()}
    for company, payload, handed_in in (
        ("No day is known", {}, None),
        ("Only a last day", {"until": "2026-11-15"}, None),
        ("On a day", begins, None),
        ("Handed in", {}, NOW - 4 * DAY),
    ):
        application = make_application(person=owner, company=company)
        (event,) = commit_events(
            owner,
            [
                EventDraft(
                    application_id=application.pk,
                    kind=EventKind.ASSESSMENT,
                    at=NOW - 9 * DAY,
                    decided_by=DecidedBy.RULE,
                    source_kind=SourceKind.MESSAGE,
                    payload=payload,
                    key=company,
                )
            ],
            now=NOW,
        )
        if handed_in:
            done = {"event": str(event.pk)}
            kind = EventKind.DONE
            record(owner, application, kind=kind, at=handed_in, now=NOW, payload=done)
    lines = report(owner, parts=(ProofPart.INTERVIEWS,)).lines
    assert [line[:2] for line in lines] == [
        ("16 November 2026", "Handed in"),
        ("17 November 2026", "On a day"),
    ]


def invite(
    person: Person,
    company: str,
    *,
    kind: EventKind = EventKind.INTERVIEW,
    **payload: str,
) -> Event:
    """Let mail tell of an interview, or a test, nine days ago."""
    application = make_application(
        person=person, company=company, applied_at=NOW - 12 * DAY
    )
    (event,) = commit_events(
        person,
        [
            EventDraft(
                application_id=application.pk,
                kind=kind,
                at=NOW - 9 * DAY,
                decided_by=DecidedBy.RULE,
                source_kind=SourceKind.MESSAGE,
                payload=payload,
                key=company,
            )
        ],
        now=NOW,
    )
    return event


def test_no_interview_is_reported_on_the_day_of_the_mail_that_told_of_it(
    owner: Person,
) -> None:
    invite(owner, "On a day", starts_at=(NOW - 3 * DAY).isoformat())
    invite(owner, "No day is known")
    held = invite(owner, "Went ahead on some day")
    settle(owner, held, outcome=Outcome.WENT_AHEAD, now=NOW)
    for company, back, note in (
        ("A day was said", 4, None),
        ("Only a note", 9, "Mine"),
    ):
        event = invite(owner, company)
        correct_event(
            owner,
            event,
            kind=EventKind.INTERVIEW,
            at=NOW - back * DAY,
            note=note,
            now=NOW,
        )
    by_hand = make_application(person=owner, company="By hand")
    kind = EventKind.INTERVIEW
    record(owner, by_hand, kind=kind, at=NOW - 2 * DAY, now=NOW)
    lines = report(owner, parts=(ProofPart.INTERVIEWS,)).lines
    assert [line[:2] for line in lines] == [
        ("16 November 2026", "A day was said"),
        ("17 November 2026", "On a day"),
        ("18 November 2026", "By hand"),
    ]


def test_that_a_board_tells_of_a_look_is_no_day_of_applying(owner: Person) -> None:
    for company, words in (
        ("Looked at", "viewed your application"),
        ("Arrived", "We have received your application"),
    ):
        row = make_application(person=owner, company=company, applied_at=None)
        draft = EventDraft(
            application_id=row.pk,
            kind=EventKind.CONFIRMATION,
            at=NOW - 5 * DAY,
            decided_by=DecidedBy.RULE,
            source_kind=SourceKind.MESSAGE,
            payload={"words": words, "language": "en"},
            key=company,
        )
        commit_events(owner, [draft], now=NOW)
    found = report(owner)
    assert [line[1] for line in found.lines] == ["Arrived"]
    assert [row.company for row in found.unsent] == ["Looked at"]


def test_of_a_talk_whose_day_is_not_known_the_invitation_is_told(owner: Person) -> None:
    event = invite(owner, "Acme")
    (line,) = report(owner, parts=(ProofPart.APPLICATIONS,)).lines
    assert line[-1] == "Invited to an interview (heard on 11 November 2026)"
    settle(owner, event, outcome=Outcome.WENT_AHEAD, now=NOW)
    (line,) = report(owner, parts=(ProofPart.APPLICATIONS,)).lines
    assert line[-1] == "Interview"


def test_of_a_test_whose_day_is_not_known_the_invitation_is_told(owner: Person) -> None:
    invite(owner, "Acme", kind=EventKind.ASSESSMENT)
    (line,) = report(owner, parts=(ProofPart.APPLICATIONS,)).lines
    assert line[-1] == "Invited to a test or task (heard on 11 November 2026)"


def test_a_talk_whose_hour_is_over_is_held_only_once_that_is_said(
    owner: Person,
) -> None:
    event = invite(owner, "Acme", starts_at=(NOW - 3 * DAY).isoformat())
    applications = (ProofPart.APPLICATIONS,)
    (line,) = report(owner, parts=applications).lines
    assert line[-1] == "Interview on 17 November 2026"
    settle(owner, event, outcome=Outcome.WENT_AHEAD, now=NOW)
    (line,) = report(owner, parts=applications).lines
    assert line[-1] == "Interview held on 17 November 2026"
    settle(owner, event, outcome=Outcome.CANCELLED, now=NOW)
    (line,) = report(owner, parts=applications).lines
    assert line[-1] == "They answered"


def test_a_talk_that_the_person_entered_as_one_that_was_is_told_as_held(
    owner: Person,
) -> None:
    application = make_application(
        person=owner, company="Acme", applied_at=NOW - 9 * DAY
    )
    kind = EventKind.INTERVIEW
    record(owner, application, kind=kind, at=NOW - 2 * DAY, now=NOW)
    (line,) = report(owner, parts=(ProofPart.APPLICATIONS,)).lines
    assert line[-1] == "Interview held on 18 November 2026"


def test_after_a_talk_the_next_of_no_day_is_told_as_an_invitation(
    owner: Person,
) -> None:
    first = invite(owner, "Acme", starts_at=(NOW - 8 * DAY).isoformat())
    draft = EventDraft(
        application_id=first.application_id,
        kind=EventKind.INTERVIEW,
        at=NOW - 2 * DAY,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        payload={"title": "Trial day"},
        key="second",
    )
    commit_events(owner, [draft], now=NOW)
    (line,) = report(owner, parts=(ProofPart.APPLICATIONS,)).lines
    assert line[-1] == (
        "Interview on 12 November 2026; "
        "Invited to an interview (heard on 18 November 2026)"
    )


def test_what_they_asked_for_is_told_where_nothing_else_came(owner: Person) -> None:
    application = make_application(
        person=owner, company="Acme", applied_at=NOW - 9 * DAY
    )
    kind = EventKind.INFORMATION_REQUEST
    record(owner, application, kind=kind, at=NOW - 5 * DAY, now=NOW)
    applications = (ProofPart.APPLICATIONS,)
    (line,) = report(owner, parts=applications).lines
    assert line[-1] == "They asked for more on 15 November 2026"
    (line,) = report(owner, parts=applications, last=(NOW - 6 * DAY).date()).lines
    assert line[-1] == "No answer yet"
    record(owner, application, kind=EventKind.REPLY, at=NOW - 3 * DAY, now=NOW)
    (line,) = report(owner, parts=applications).lines
    assert line[-1] == "They answered on 17 November 2026"


def test_an_invitation_after_a_no_is_what_came_of_it(owner: Person) -> None:
    application = make_application(
        person=owner,
        company="Acme",
        applied_at=NOW - 40 * DAY,
        events=((EventKind.REJECTION, NOW - 20 * DAY),),
    )
    ahead = NOW + 7 * DAY
    add_round(owner, application, details={"starts_at": ahead}, now=NOW)
    application.refresh_from_db()
    assert application.stage == "interview"
    found = report(owner, first=(NOW - 60 * DAY).date(), last=NOW.date())
    (line,) = found.lines
    said = "Invited to an interview on 27 November 2026 (heard on 20 November 2026)"
    assert line[-1] == said
    assert not found.undated
    earlier = report(
        owner, first=(NOW - 60 * DAY).date(), last=(NOW - DAY).date()
    ).lines
    assert earlier[0][-1].startswith("Not selected")


@pytest.mark.parametrize(
    ("kind", "invited", "held"),
    [
        (
            EventKind.INTERVIEW,
            "Invited to an interview on 10 December 2026 (heard on 17 November 2026)",
            "Interview on 10 December 2026",
        ),
        (
            EventKind.ASSESSMENT,
            "Invited to a test or task (heard on 17 November 2026)",
            "Test or task on 10 December 2026",
        ),
    ],
)
def test_a_past_period_says_the_same_whenever_it_is_printed(
    owner: Person, kind: EventKind, invited: str, held: str
) -> None:
    application = make_application(
        person=owner,
        company="Acme",
        applied_at=NOW - 9 * DAY,
        events=((EventKind.REJECTION, NOW - 6 * DAY),),
    )
    begins = NOW + 20 * DAY
    payload = {"starts_at": begins.isoformat()}
    told = NOW - 3 * DAY
    record(owner, application, kind=kind, at=told, now=NOW, payload=payload)
    days = {"first": (NOW - 30 * DAY).date(), "last": NOW.date()}
    for now in (NOW, begins - DAY, begins + DAY, begins + 40 * DAY):
        (line,) = report(owner, **days, now=now).lines
        assert line[-1] == invited
        before = {**days, "last": (NOW - 4 * DAY).date()}
        (line,) = report(owner, **before, now=now).lines
        assert line[-1].startswith("Not selected")
    later = {**days, "last": begins.date(), "parts": (ProofPart.APPLICATIONS,)}
    (line,) = report(owner, **later, now=begins + DAY).lines
    assert line[-1] == held


def test_a_test_with_a_last_day_is_worded_the_same_whenever_it_is_printed(
    owner: Person,
) -> None:
    until = NOW + 4 * DAY
    event = invite(
        owner, "Acme", kind=EventKind.ASSESSMENT, until=until.date().isoformat()
    )
    said = set()
    for now in (NOW, until + 9 * DAY):
        (line,) = report(
            owner, last=NOW.date(), parts=(ProofPart.APPLICATIONS,), now=now
        ).lines
        said.add(line[-1])
    day = date_format(event.at.date(), "j F Y")
    assert said == {f"Invited to a test or task (heard on {day})"}


def test_the_page_names_the_interviews_whose_day_is_not_known(
    owner_client: Client, owner: Person
) -> None:
    event = invite(owner, "Acme")
    link = f'<a href="/applications/{event.application_id}/">'
    assert link in owner_client.get(f"/exchange/proof/?{QUERY}").content.decode()
    without = QUERY.replace("&parts=interviews", "")
    assert link not in owner_client.get(f"/exchange/proof/?{without}").content.decode()
    settle(owner, event, outcome=Outcome.CANCELLED, now=NOW)
    assert link not in owner_client.get(f"/exchange/proof/?{QUERY}").content.decode()


def test_what_came_to_an_interview_and_has_no_day_of_applying_is_named(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, company="Acme", applied_at=None)
    details = {"starts_at": NOW - DAY}
    add_round(owner, application, details=details, now=NOW)
    said = "no day of applying is known"
    assert report(owner).unsent == (application,)
    assert said in owner_client.get(f"/exchange/proof/?{QUERY}").content.decode()
    period = ["--from", "2026-11-01", "--to", "2026-11-30"]
    assert f"{said}: " in CliRunner().invoke(proof_command, period).stderr
    assert report(owner, parts=(ProofPart.INTERVIEWS,)).unsent == ()
    before = report(owner, first=date(2026, 10, 1), last=date(2026, 10, 31))
    assert before.unsent == ()
    add_event(owner, application, kind=EventKind.APPLIED, at=NOW - 2 * DAY, now=NOW)
    assert report(owner).unsent == ()


def test_a_test_whose_last_day_lies_ahead_is_not_asked_about(owner: Person) -> None:
    ahead = (NOW + 4 * DAY).date().isoformat()
    event = invite(owner, "Acme", kind=EventKind.ASSESSMENT, until=ahead)
    assert report(owner).undated == ()
    assert report(owner, now=NOW + 9 * DAY).undated == (event.application,)


def test_the_command_reports_follow_ups_where_they_are_chosen(owner: Person) -> None:
    application = make_application(person=owner, company="Acme", applied_at=None)
    add_event(owner, application, kind=EventKind.FOLLOW_UP, at=NOW - DAY, now=NOW)
    period = ["--from", "2026-11-01", "--to", "2026-11-30"]
    run = CliRunner()
    assert "Acme" not in run.invoke(proof_command, period).stdout
    assert "Acme" in run.invoke(proof_command, [*period, "--follow-ups"]).stdout


def listed(person: Person, *, status: str = "Interview") -> Application:
    """Return what a list tells of: sent in October, and of no day of the interview."""
    text = f"Company,Role,Date applied,Status\nOakmere,Planner,2026-10-05,{status}\n"
    for kept in keep_lists(person, name="List.csv", data=text.encode(), now=NOW):
        take_in(kept, now=NOW)
    return Application.objects.get(company="Oakmere")


def test_an_interview_of_a_list_without_a_day_is_named_beside_the_report(
    owner: Person,
) -> None:
    application = listed(owner)
    found = report(owner)
    assert found.undated == (application,)
    assert found.lines == ()
    before = report(owner, first=date(2026, 9, 1), last=date(2026, 9, 30))
    after = report(owner, first=date(2026, 12, 1), last=date(2026, 12, 31))
    assert before.undated == after.undated == ()
    assert report(owner, parts=(ProofPart.APPLICATIONS,)).undated == ()
    october = report(owner, first=date(2026, 10, 1), last=date(2026, 10, 31))
    # Whether it was in October nobody knows; by now it was.
    assert [line[-1] for line in october.lines] == [""]
    since = report(owner, first=date(2026, 10, 1))
    assert [line[-1] for line in since.lines] == ["Interview"]
    add_event(owner, application, kind=EventKind.INTERVIEW, at=NOW - 2 * DAY, now=NOW)
    found = report(owner)
    assert found.undated == ()
    assert [line[0] for line in found.lines] == ["18 November 2026"]


def test_an_offer_of_a_list_without_a_day_is_no_interview(owner: Person) -> None:
    listed(owner, status="Offer")
    assert report(owner).undated == ()


def test_what_was_taken_back_is_not_reported(owner: Person) -> None:
    application = make_application(person=owner, applied_at=NOW - 10 * DAY)
    event = application.events.get(kind=EventKind.APPLIED)
    take_back(owner, event, now=NOW)
    assert report(owner).lines == ()


def test_days_are_those_of_the_persons_own_clock(owner: Person) -> None:
    owner.time_zone = "Pacific/Auckland"
    owner.save()
    late = datetime(2026, 10, 31, 13, 0, tzinfo=UTC)
    make_application(person=owner, company="Acme", applied_at=late)
    assert report(owner).lines[0][0] == "1 November 2026"


def test_nobody_elses_search_is_in_it(owner: Person, outsider: Person) -> None:
    make_application(person=outsider, company="Secret", applied_at=NOW - DAY)
    assert report(owner).lines == ()


def test_the_pdf_reads_back_to_the_event_on_all_its_pages(owner: Person) -> None:
    names = [f"Firma Nr{n:03} Łódź <Söhne> & Co" for n in range(70)]
    for place, name in enumerate(names):
        make_application(
            person=owner, company=name, role="Köchin", applied_at=NOW - place * DAY / 8
        )
    content = proof_pdf(report(owner), name="Robin Żak")
    text, pages = text_of(content)
    assert pages > 1
    assert "From 1 November 2026 to 30 November 2026 · Entries: 70" in text
    for number in range(70):
        assert f"Nr{number:03}" in text
    assert "Köchin" in text
    assert "& Co" in text


def test_the_pdf_breaks_no_word_and_keeps_a_long_address(owner: Person) -> None:
    make_application(
        person=owner,
        company="Samenwerkingsverband Ziekenhuisapotheken",
        role="Arbeidsmarktcommunicatiemedewerker",
        source="Nationale Vacaturebank",
        place="Capelle aan den IJssel",
        requisition="VAC-2026-0001",
        contact_name="Petra Nieuwenhuijsen",
        url=f"https://werk.example/{'x' * 90}",
        applied_at=NOW - DAY,
    )
    for fields in (tuple(ProofField), USUAL):
        text, _pages = text_of(proof_pdf(report(owner, fields=fields), name=""))
        assert "Nationale Vacaturebank" in text
        assert "Ziekenhuisapotheken" in text
        assert text.count("x") >= (90 if ProofField.URL in fields else 0)


@pytest.mark.parametrize("fields", [tuple(ProofField), USUAL, (ProofField.URL,)])
@pytest.mark.parametrize("length", [300, 900, 1300, 1960])
def test_the_pdf_keeps_the_whole_of_an_address_that_is_longer_than_a_page(
    owner: Person, fields: tuple[ProofField, ...], length: int
) -> None:
    for days, company in enumerate(("Behind", "Oakmere Foods", "Ahead")):
        make_application(
            person=owner,
            company=company,
            role="x" * 300,
            url=f"https://werk.example/?q={'z' * length}",
            applied_at=NOW - days * DAY,
        )
    text, _pages = text_of(proof_pdf(report(owner, fields=fields), name=""))
    assert text.count("z") == (length * 3 if ProofField.URL in fields else 0)
    assert text.index("Ahead") < text.index("Oakmere") < text.index("Behind")


def test_the_pdf_keeps_each_row_on_one_page_under_one_heading(owner: Person) -> None:
    role = (
        "Senior Research Associate in Molecular Plant Physiology and Crop Breeding, "
        "Institute of Plant Sciences, fixed term until 2029, part time 65 per cent"
    )
    for days in range(20):
        make_application(
            person=owner,
            company=f"House{days:03} of the Northern Light and Sons",
            role=role,
            applied_at=NOW - days * DAY,
        )
    text, pages = text_of(proof_pdf(report(owner, fields=USUAL), name=""))
    assert pages > 1
    assert text.count("Employer") == pages
    whole = " ".join(text.split())
    assert whole.count("65 per cent") == 20


def test_the_csv_has_the_same_lines_and_no_formulas(owner: Person) -> None:
    make_application(person=owner, company="=HYPERLINK(1)", applied_at=NOW - DAY)
    made = report(owner)
    rows = list(csv.reader(io.StringIO("".join(proof_csv(made)))))
    assert rows[0] == made.heads
    assert len(rows) == 1 + len(made.lines)
    assert rows[1][1] == "'=HYPERLINK(1)"


def test_the_page_shows_and_hands_out_what_was_chosen(
    owner_client: Client, owner: Person
) -> None:
    make_application(person=owner, company="Acme", role="Cook", applied_at=NOW - DAY)
    html = owner_client.get(f"/exchange/proof/?{QUERY}").content.decode()
    assert "Acme" in html
    assert "<td>Cook</td>" not in html
    pdf = owner_client.get(f"/exchange/proof/?{QUERY}&fields_shown=role&as=pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert "Cook" in text_of(pdf.content)[0]
    table = owner_client.get(f"/exchange/proof/?{QUERY}&as=csv")
    assert "Acme" in table.content.decode("utf-8-sig")
    assert owner_client.get("/exchange/proof/").status_code == 200


@pytest.mark.parametrize(
    ("today", "first"),
    [
        ("2026-12-01", "2026-11-01"),
        ("2026-12-07", "2026-11-01"),
        ("2026-12-08", "2026-12-01"),
        ("2026-12-31", "2026-12-01"),
        ("2027-01-01", "2026-12-01"),
        ("2028-03-01", "2028-02-01"),
    ],
)
def test_early_in_a_month_the_one_before_is_reported_with_it(
    today: str, first: str
) -> None:
    last = date.fromisoformat(today)
    usual = ProofForm.usual(last, name="", language=Language.ENGLISH)
    assert (usual["first"], usual["last"]) == (date.fromisoformat(first), last)


def test_a_period_that_ends_before_it_begins_is_said(
    owner_client: Client, owner: Person
) -> None:
    answer = owner_client.get(
        "/exchange/proof/?first=2026-11-30&last=2026-11-01&parts=applications"
    )
    assert answer.status_code == 422
    assert "Exchange the two" in answer.content.decode()


def test_the_command_writes_both_kinds_and_replaces_nothing(
    owner: Person, tmp_path: Path
) -> None:
    make_application(person=owner, company="Acme", applied_at=NOW - DAY)
    invite(owner, "Birch")
    run = CliRunner()
    period = ["--from", "2026-11-01", "--to", "2026-11-30"]
    shown = run.invoke(proof_command, period)
    assert "Birch" in shown.stderr
    assert "Interview" not in shown.stdout
    assert "Acme" in run.invoke(proof_command, period).output
    target = tmp_path / "november.pdf"
    done = run.invoke(
        proof_command, [*period, "--output", str(target), "--name", "Robin Winter"]
    )
    assert done.exit_code == 0
    assert "Robin Winter" in text_of(target.read_bytes())[0]
    again = run.invoke(proof_command, [*period, "--output", str(target)])
    assert again.exit_code == ExitCode.DISK
    assert (
        run.invoke(
            proof_command, [*period, "--output", str(tmp_path / "x.doc")]
        ).exit_code
        == ExitCode.USAGE
    )
    backwards = ["--from", "2026-11-30", "--to", "2026-11-01"]
    assert run.invoke(proof_command, backwards).exit_code == ExitCode.USAGE
