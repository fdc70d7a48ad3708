from __future__ import annotations

from onward.mail.labels import gmail_labels, says_junk, says_sent


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
