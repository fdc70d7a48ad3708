"""What was left out of a known file is looked at again once other mail may explain it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.models import KnownFile, MailMessage
from onward.mail.services import known
from onward.mail.services.clues import packed, told_by, unpacked
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import make_person, quiet
from tests.mail.own_story import raw
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.django_db

ME = "Robin Vale <robin@person.example>"
INES = "Ines Marlow <ines.marlow@tarnvalley.example>"
NADJA = "Nadja Kern <praxis@ostheim-praxis.example>"

OFFER = raw(
    number=20,
    sender=INES,
    to=ME,
    subject="Your offer - Shift Planner",
    text="Dear Robin,\n\nwe are delighted to offer you the position of Shift Planner at Tarn "
    "Valley Foods. Please let me know whether you accept.\n\nInes Marlow\nTarn Valley Foods",
)
YES = raw(
    number=21,
    sender=ME,
    to=INES,
    subject="Re: Your offer - Shift Planner",
    text="Dear Ines,\n\nI am delighted to accept your offer.\n\nRobin",
    answers=20,
    labels="Sent",
)
MOVED = raw(
    number=20,
    sender=NADJA,
    to=ME,
    subject="Bewerbung als Mitarbeiterin am Empfang",
    text="Liebe Frau Vale,\n\nleider ist heute ein Notfall dazwischengekommen, das Telefonat "
    "klappt um 13 Uhr nicht. Können wir es auf Mittwoch, 25.3., 13.15 Uhr verschieben?\n\n"
    "LG Nadja Kern",
)
MOVED_ON = raw(
    number=22,
    sender=NADJA,
    to=ME,
    subject="Telefonat",
    text="Guten Morgen, ich nochmal. Frau Doktor ist heute krank. Neuer Versuch: Freitag früh "
    "um 7.45 Uhr, also vor der Sprechstunde? Tut mir leid!!\n\nNadja Kern",
    answers=20,
)
INVITED_FR = raw(
    number=10,
    sender="Anne Roche <anne.roche@moulin-blanc.example>",
    to=ME,
    subject="Entretien - Boulanger",
    text="Bonjour,\n\nsuite à votre candidature au poste de boulanger, nous vous proposons un "
    "entretien le mardi 24 mars 2026 à 10h.\n\nAnne Roche\nMoulin Blanc",
)
NOT_MINE_FR = raw(
    number=12,
    sender=ME,
    to="Anne Roche <anne.roche@moulin-blanc.example>",
    subject="Re: Entretien - Boulanger",
    text="Bonjour Madame,\n\nmerci, mais j'ai accepté un autre poste et je retire ma "
    "candidature.\n\nRobin Vale",
    answers=10,
    labels="Envoyés",
)
MUM = raw(
    number=3,
    sender=ME,
    to="mum@home.example",
    subject="photos",
    text="Dear mum, here are the photos of the garden, as you wanted them. All is well.",
    labels="Sent",
)
OTHER = raw(
    number=30,
    sender="Fellside Mills <jobs@fellside.example>",
    to=ME,
    subject="Your application for Clerk",
    text="Dear Robin,\n\nThank you for applying for the position of Clerk at Fellside Mills. We "
    "have received your application.\n\nFellside Mills",
)


@pytest.fixture(autouse=True)
def _any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "LEAST_BYTES", 1)


def mbox(path: Path, *mails: bytes) -> Path:
    path.write_bytes(make_mbox(*mails))
    return path


def ledger_of(person: Person) -> list[tuple[str, ...]]:
    rows = Application.objects.for_person(person).filter(merged_into=None)
    return sorted((row.company, row.role, row.stage, row.no_kind) for row in rows)


@pytest.mark.parametrize(
    ("left", "explains"),
    [((MUM, YES), OFFER), ((MOVED_ON,), MOVED), ((NOT_MINE_FR,), INVITED_FR)],
)
def test_a_known_file_is_read_again_once_what_was_left_of_it_is_explained(
    tmp_path: Path, left: tuple[bytes, ...], explains: bytes
) -> None:
    first, second = mbox(tmp_path / "one", *left), mbox(tmp_path / "two", explains)
    whole, parts = make_person(name="Robin"), make_person(name="Robin in parts")
    import_paths(whole, [first, second], progress=quiet)
    for path in (first, second, first):
        summary = import_paths(parts, [path], progress=quiet)
    assert ledger_of(parts) == ledger_of(whole)
    assert MailMessage.objects.for_person(parts).count() == 2
    assert summary.read == len(left)


def test_what_explains_it_may_come_in_the_same_run(
    owner: Person, tmp_path: Path
) -> None:
    sent, inbox = mbox(tmp_path / "Sent", YES), mbox(tmp_path / "a", MUM)
    import_paths(owner, [sent], progress=quiet)
    mbox(inbox, OFFER)
    summary = import_paths(owner, [sent, inbox], progress=quiet)
    assert summary.new == 2
    assert [row[2] for row in ledger_of(owner)] == ["accepted"]


def test_mail_that_explains_nothing_leaves_a_known_file_alone(
    owner: Person, tmp_path: Path
) -> None:
    sent, inbox = mbox(tmp_path / "Sent", MUM, YES), mbox(tmp_path / "in", OTHER)
    import_paths(owner, [sent], progress=quiet)
    before = KnownFile.objects.get(path=str(sent))
    import_paths(owner, [inbox], progress=quiet)
    again = import_paths(owner, [sent, inbox], progress=quiet)
    assert again.read == 3
    # Had it been read, it would be known as of now.
    assert KnownFile.objects.get(path=str(sent)).read_at == before.read_at


def test_a_file_of_which_nothing_is_left_stays_known(
    owner: Person, tmp_path: Path
) -> None:
    inbox, more = mbox(tmp_path / "in", OTHER), mbox(tmp_path / "more", OFFER)
    import_paths(owner, [inbox], progress=quiet)
    row = KnownFile.objects.get(path=str(inbox))
    assert not row.clues
    import_paths(owner, [more, inbox], progress=quiet)
    assert KnownFile.objects.get(path=str(inbox)).read_at == row.read_at


def test_what_is_left_all_the_same_does_not_have_a_file_read_each_time(
    owner: Person, tmp_path: Path
) -> None:
    """The person bought bread there before they applied: their order stays no mail of the search."""
    order = raw(
        number=2,
        sender=ME,
        to="shop@fellside.example",
        subject="Order 24",
        text="Two sacks of rye flour please, as always, to be fetched on Saturday.",
        labels="Sent",
    )
    sent, inbox = mbox(tmp_path / "Sent", order), mbox(tmp_path / "in", OTHER)
    for path in (sent, inbox, sent):
        import_paths(owner, [path], progress=quiet)
    looked = KnownFile.objects.get(path=str(sent)).read_at
    for _ in range(2):
        import_paths(owner, [sent, inbox], progress=quiet)
    assert KnownFile.objects.get(path=str(sent)).read_at == looked


def test_what_was_left_of_a_file_is_remembered_while_it_grows(
    owner: Person, tmp_path: Path
) -> None:
    sent, inbox = mbox(tmp_path / "Sent", YES, MUM), mbox(tmp_path / "in", OFFER)
    import_paths(owner, [sent], progress=quiet)
    with sent.open("ab") as file:
        file.write(make_mbox(NOT_MINE_FR))
    for path in (sent, inbox, sent):
        import_paths(owner, [path], progress=quiet)
    assert [row[2] for row in ledger_of(owner)] == ["accepted"]


def test_nothing_of_ordinary_mail_is_kept_but_a_few_bytes(
    owner: Person, tmp_path: Path
) -> None:
    import_paths(owner, [mbox(tmp_path / "Sent", MUM)], progress=quiet)
    stored = bytes(KnownFile.objects.get().clues)
    assert stored
    assert len(stored) % 4 == 0
    assert b"mum" not in stored
    assert b"home" not in stored
    assert packed(unpacked(stored)) == stored
    assert unpacked(packed(told_by(owner))) == told_by(owner)
