from __future__ import annotations

import unicodedata

import pytest

from onward.mail.labels import (
    gmail_labels,
    kept_in,
    says_draft,
    says_junk,
    says_sent,
)
from onward.mail.sources.kinds import folder_labels


def test_gmail_labels_are_decoded_and_parted() -> None:
    value = b"=?UTF-8?Q?Envoy=C3=A9s,Important,Bo=C3=AEte?="
    assert gmail_labels(value) == ("Envoyés", "Important", "Boîte")
    assert gmail_labels(b'Inbox,"Category updates"') == ("Inbox", "Category updates")


def test_sent_is_known_in_many_languages() -> None:
    for label in ("Sent", "Gesendet", "ENVOYÉS", "Enviados", "Posta inviata"):
        assert says_sent([label])
    assert not says_sent(["Inbox", "Sentences"])


def test_spam_the_bin_and_drafts_are_known_in_many_languages() -> None:
    for label in ("Spam", "Papierkorb", "Corbeille", "Entwürfe", "Junk E-mail"):
        assert says_junk(["Inbox", label])
    assert not says_junk(["Posteingang", "Wichtig", "Spam reports"])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_folder_is_known_however_its_accents_are_written(form: str) -> None:
    drafts, bin_, sent = (
        unicodedata.normalize(form, name)  # type: ignore[arg-type]
        for name in ("Entwürfe", "Gelöschte Objekte", "Éléments envoyés")
    )
    assert says_draft([drafts])
    assert kept_in([bin_]) == "bin"
    assert says_sent([sent])
    assert says_sent(folder_labels((f"{sent}.mbox",)))


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        (".Entw&APw-rfe", ("Entwürfe",)),
        ("Work&Travel-2026", ("Work&Travel-2026",)),
        ("&AAA-", ("&AAA-",)),
        ("Envoye&AwE-s", ("Envoyés",)),
        (".Archiv.Gel&APY-schte Elemente", ("Gelöschte Elemente",)),
        ("R&D-2026", ("R&D-2026",)),
        ("Sent.mbox.gz", ("Sent",)),
        ("notes.gz", ("notes.gz",)),
    ],
)
def test_a_name_of_a_folder_is_read_as_a_server_writes_it(
    name: str, labels: tuple[str, ...]
) -> None:
    assert folder_labels((name,)) == labels
