from __future__ import annotations

from onward.applications.models import Application
from onward.documents.rules.kinds import DocumentKind
from onward.matching.services import read_letter_of
from onward.people.models import Person
from tests.matching.conftest import LETTER, keep_text, send

LETTER_KIND = DocumentKind.LETTER


def test_without_a_letter_there_is_nothing_to_read(
    owner: Person, application: Application
) -> None:
    assert read_letter_of(owner, application) is None


def test_a_letter_is_read_beside_the_advert_and_the_other_letters(
    owner: Person, application: Application
) -> None:
    old = keep_text(
        owner,
        "Hello. I have always loved the sea and everything on it. Bye.",
        name="Old letter",
        kind=LETTER_KIND,
    )
    send(application, keep_text(owner, LETTER, name="Letter", kind=LETTER_KIND))
    letter = read_letter_of(owner, application)
    assert letter is not None
    assert letter.reading.names_company
    assert letter.reading.names_role
    assert [d.requirement.words for d in letter.reading.answers] == ["Kubernetes"]
    (passage,) = letter.reading.repeated
    assert passage.others == (str(old.pk),)


def test_earlier_versions_of_the_same_letter_are_no_other_letters(
    owner: Person, application: Application
) -> None:
    keep_text(owner, LETTER + "\nOld.", name="Letter", kind=LETTER_KIND)
    send(application, keep_text(owner, LETTER, name="Letter", kind=LETTER_KIND))
    letter = read_letter_of(owner, application)
    assert letter is not None
    assert letter.reading.share_repeated is None


def test_letters_of_another_person_are_never_compared(
    owner: Person, outsider: Person, application: Application
) -> None:
    keep_text(outsider, LETTER, name="Theirs", kind=LETTER_KIND)
    send(application, keep_text(owner, LETTER + " x", name="Mine", kind=LETTER_KIND))
    letter = read_letter_of(owner, application)
    assert letter is not None
    assert letter.others == {}
