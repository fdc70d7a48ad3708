from __future__ import annotations

from onward.applications.models import Application
from onward.applications.services import merge
from onward.matching.rules.own import Correction
from onward.matching.rules.types import Reason, Status
from onward.matching.services import ReadOut, own_words, read_out, say
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.matching.conftest import keep_advert, keep_text


def statuses(found: ReadOut) -> dict[str, Status]:
    return {d.requirement.words: d.status for d in found.decided}


def key_of(found: ReadOut, words: str) -> str:
    return next(
        d.requirement.key for d in found.decided if d.requirement.words == words
    )


def test_the_advert_is_held_beside_the_resume_that_was_sent(
    owner: Person, application: Application
) -> None:
    found = read_out(owner, application)
    assert found.was_sent
    assert statuses(found) == {
        "Kubernetes": Status.FOUND,
        "SQL": Status.OTHERWISE,
        "Rust": Status.MISSING,
        "Stock control": Status.MISSING,
        "Terraform": Status.MISSING,
    }


def test_another_version_can_be_compared(
    owner: Person, application: Application
) -> None:
    other = keep_text(owner, "Ada\n\nSkills\nRust, SQL\n", name="Another")
    found = read_out(owner, application, version_id=other.pk)
    assert not found.was_sent
    assert statuses(found)["Rust"] is Status.FOUND


def test_without_an_advert_or_a_resume_nothing_is_decided(owner: Person) -> None:
    bare = make_application(person=owner)
    assert read_out(owner, bare).decided == ()
    keep_advert(bare)
    found = read_out(owner, bare)
    assert (found.version, found.decided) == (None, ())


def test_what_the_person_says_wins_and_can_be_taken_back(
    owner: Person, application: Application
) -> None:
    before = read_out(owner, application)
    rust, stock = key_of(before, "Rust"), key_of(before, "Stock control")
    say(owner, application, key=rust, said=Correction.HAVE, now=NOW)
    say(owner, application, key=stock, said=Correction.HAVE, now=NOW)
    say(owner, application, key=stock, said=Correction.NOT_ASKED, now=NOW)
    found = read_out(owner, application)
    assert statuses(found)["Rust"] is Status.OTHERWISE
    assert [d.requirement.words for d in found.struck] == ["Stock control"]
    assert any(d.reason is Reason.SAID_BY_YOU for d in found.decided)
    say(owner, application, key=rust, said=None, now=NOW)
    say(owner, application, key=stock, said=None, now=NOW)
    assert read_out(owner, application) == before


def test_words_on_an_application_go_on_to_count_after_it_was_joined(
    owner: Person, application: Application
) -> None:
    key = key_of(read_out(owner, application), "Rust")
    say(owner, application, key=key, said=Correction.HAVE, now=NOW)
    whole = make_application(person=owner, company="Quill Harbor", role="Engineer")
    merge(owner, whole, other=application, now=NOW)
    application.refresh_from_db()
    assert own_words(owner, application.head) == {key: Correction.HAVE}
    assert statuses(read_out(owner, application.head))["Rust"] is Status.OTHERWISE


def test_nobody_reads_what_another_person_said(
    owner: Person, outsider: Person, application: Application
) -> None:
    say(owner, application, key="skill: rust", said=Correction.HAVE, now=NOW)
    assert own_words(outsider, application) == {}
    assert read_out(outsider, application).decided == ()
