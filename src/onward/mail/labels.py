"""Names of mail folders and labels that say what a message is, in many languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from imap_tools.imap_utf7 import utf7_decode, utf7_encode

from onward.mail.headers import decode_header

_SENT = """
sent|sent mail|sent items|sent messages|sent-mail|gesendet|gesendete elemente|gesendete
objekte|gesendete nachrichten|envoyés|messages envoyés|éléments envoyés|enviados
|elementos enviados|mensajes enviados|itens enviados|e-mails enviados|inviati|inviata
|posta inviata|verzonden|verzonden items|wysłane|elementy wysłane|skickat|skickade objekt
|sendt|sendte elementer|sendt post|lähetetyt|odeslané|odeslaná pošta|отправленные|надіслані
|elküldött|gönderilmiş postalar|trimise|送信済み|送信済みメール|已发送|已发送邮件|寄件備份|보낸편지함
"""
_SPAM = """
spam|junk|junk e-mail|junk email|junk-e-mail|junk mail|bulk mail|spamverdacht|unerwünscht
|courrier indésirable|indésirables|pourriel|correo no deseado|no deseado|lixo eletrônico
|posta indesiderata|ongewenste e-mail|wiadomości-śmieci|niechciane|skräppost|søppelpost
|uønsket e-mail|roskaposti|nevyžádaná pošta|спам|levélszemét|istenmeyen|迷惑メール|垃圾邮件
|垃圾郵件|스팸함
"""
_TRASH = """
trash|bin|deleted|deleted items|deleted messages|papierkorb|gelöscht|gelöschte elemente
|gelöschte objekte|corbeille|éléments supprimés|messages supprimés|papelera|elementos
eliminados|eliminados|cestino|posta eliminata|lixeira|lixo|itens excluídos|prullenbak
|verwijderde items|kosz|elementy usunięte|papperskorgen|borttagna objekt|papirkurv
|slettede elementer|roskakori|koš|корзина|кошик|kuka|çöp kutusu|coș de gunoi|ゴミ箱
|已删除邮件|已刪除的郵件|휴지통
"""
_DRAFTS = """
drafts|draft|unsent messages|templates|vorlagen|entwürfe|entwurf|brouillons|borradores|bozze|rascunhos|concepten|robocze
|utkast|kladder|luonnokset|koncepty|черновики|чернетки|piszkozatok|taslaklar|下書き|草稿
|임시보관함
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()).casefold() for name in text.split("|"))


SENT_NAMES = _names(_SENT)
SPAM_NAMES = _names(_SPAM)
TRASH_NAMES = _names(_TRASH)
DRAFT_NAMES = _names(_DRAFTS)
JUNK_NAMES = SPAM_NAMES | TRASH_NAMES | DRAFT_NAMES


CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def decoded_name(name: str) -> str:
    """Return a folder's name that is spelled as mail servers do ("Entw&APw-rfe") as people read it.

    What no server would spell so, as "Work&Travel-2026", stays as it stands.
    """
    if not name.isascii():
        return name
    try:
        text: str = utf7_decode(name.encode())
    except ValueError:
        return name
    is_proper = utf7_encode(text) == name.encode() and not CONTROL.search(text)
    return text if is_proper else name


def known_name(label: str) -> str:
    """Return a name as it is listed here: Apple's programs write an accent as a sign of its own."""
    return unicodedata.normalize("NFC", label).casefold()


def says_sent(labels: Iterable[str]) -> bool:
    """Return whether one of these labels or folder names holds what a person sent."""
    return any(known_name(label) in SENT_NAMES for label in labels)


def says_junk(labels: Iterable[str]) -> bool:
    """Return whether one of these labels means spam, the bin, or an unsent draft."""
    return any(known_name(label) in JUNK_NAMES for label in labels)


def kept_in(labels: Iterable[str]) -> str:
    """Return "spam" or "bin" where one of these labels or folder names means that; else ""."""
    names = {known_name(label) for label in labels}
    if names & SPAM_NAMES:
        return "spam"
    return "bin" if names & TRASH_NAMES else ""


def says_draft(labels: Iterable[str]) -> bool:
    """Return whether one of these labels means a draft that was never sent."""
    return any(known_name(label) in DRAFT_NAMES for label in labels)


def gmail_labels(value: bytes) -> tuple[str, ...]:
    """Return the labels of a raw `X-Gmail-Labels` value, decoded, as they are shown."""
    decoded = decode_header(value)
    return tuple(label.strip(' "') for label in decoded.split(",") if label.strip(' "'))
