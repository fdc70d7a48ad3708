"""Certified mail (Italian PEC) and the receipts of the post, as it writes them; all invented."""

from __future__ import annotations

import base64
from datetime import datetime

TEXT = (
    "Gentile Sig. Vale,\n\nsiamo spiacenti di comunicarLe che per il posto di portiere "
    "notturno abbiamo scelto un altro candidato.\n\nFondazione Porto Chiaro\n"
)
SUBJECT = "Selezione portiere notturno - esito"
PDF = (
    'Content-Type: application/pdf; name="esito.pdf"\n'
    'Content-Disposition: attachment; filename="esito.pdf"\n'
    "Content-Transfer-Encoding: base64\n\nJVBERi0=\n"
)
SIGNATURE = (
    'Content-Type: application/x-pkcs7-signature; name="smime.p7s"\n'
    'Content-Disposition: attachment; filename="smime.p7s"\n'
    "Content-Transfer-Encoding: base64\n\nTUlJRjA=\n"
)


def inside(
    text: str = TEXT,
    *,
    subject: str = SUBJECT,
    sender: str = "Fondazione Porto Chiaro <personale@pec.porto-chiaro.example>",
    answered: str = "",
    file: bool = False,
) -> str:
    """Return a mail as its writer gave it to the post."""
    head = (
        f"From: {sender}\nTo: Robin Vale <robin@pec.person.example>\n"
        f"Subject: {subject}\nDate: Tue, 03 Mar 2026 09:15:00 +0100\n"
        "Message-ID: <opec1@pec.enti.example>\n"
        "X-Riferimento-Message-ID: <written@pec.porto-chiaro.example>\n"
    )
    if answered:
        head += f"In-Reply-To: <{answered}>\nReferences: <{answered}>\n"
    plain = f"Content-Type: text/plain; charset=utf-8\n\n{text}"
    if not file:
        return f"{head}MIME-Version: 1.0\n{plain}"
    kind = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="own"\n'
    return f"{head}{kind}\n--own\n{plain}\n--own\n{PDF}\n--own--\n"


def carried(mail: str, *, how: str = "8bit", kind: str = "message/rfc822") -> str:
    """Return the part of an envelope that a mail lies in."""
    head = (
        f'Content-Type: {kind}; name="postacert.eml"\n'
        f"Content-Transfer-Encoding: {how}\n"
        'Content-Disposition: inline; filename="postacert.eml"\n\n'
    )
    if how == "base64":
        return head + base64.encodebytes(mail.encode()).decode()
    return head + mail


def envelope(
    part: str,
    *,
    subject: str = SUBJECT,
    mark: str = "X-Trasporto: posta-certificata\n",
    before: str = "POSTA CERTIFICATA: ",
    extra: str = "",
    is_signed: bool = False,
) -> bytes:
    """Return what the post makes of a mail; `part` is that mail's, or "" where it is missing."""
    told = (
        'Content-Type: multipart/alternative; boundary="alt"\n\n--alt\n'
        "Content-Type: text/plain; charset=utf-8\n\nMessaggio di posta certificata\n\n"
        f'Il giorno 03/03/2026 alle ore 09:15:00 (+0100) il messaggio "{subject}" è stato '
        'inviato da "personale@pec.porto-chiaro.example"\nindirizzato a:\n'
        "robin@pec.person.example\nIl messaggio originale è incluso in allegato.\n"
        "Identificativo messaggio: opec1@pec.enti.example\n\n--alt--\n"
    )
    data = (
        'Content-Type: application/xml; name="daticert.xml"\n'
        'Content-Disposition: inline; filename="daticert.xml"\n\n'
        '<postacert tipo="posta-certificata"/>\n'
    )
    parts = [told, data, part] if part else [told, data]
    mixed = 'Content-Type: multipart/mixed; boundary="mix"\n\n'
    mixed += "".join(f"--mix\n{each}\n" for each in parts) + "--mix--\n"
    if is_signed:
        mixed = (
            "Content-Type: multipart/signed; micalg=sha-256;"
            ' protocol="application/x-pkcs7-signature"; boundary="sig"\n\n'
            f"This is an S/MIME signed message\n\n--sig\n{mixed}\n--sig\n{SIGNATURE}--sig--\n"
        )
    return (
        'From: "Per conto di: personale@pec.porto-chiaro.example"'
        " <posta-certificata@pec.enti.example>\nTo: robin@pec.person.example\n"
        f"Subject: {before}{subject}\nDate: Tue, 03 Mar 2026 09:15:02 +0100\n"
        "Message-ID: <busta@pec.enti.example>\n"
        "Reply-To: personale@pec.porto-chiaro.example\n"
        f"{mark}{extra}MIME-Version: 1.0\n{mixed}"
    ).encode()


def receipt(
    kind: str,
    subject: str,
    said: str,
    *,
    at: datetime,
    of: str = "",
    sender: str = "posta-certificata@pec.person.example",
) -> bytes:
    """Return what the post tells of a mail that it was given.

    Args:
        kind: The value of X-Ricevuta; none where it is empty.
        of: The Message-ID of the mail that it is about, where it names it.
    """
    lines = f"X-Ricevuta: {kind}\n" if kind else ""
    lines += f"X-Riferimento-Message-ID: <{of}>\n" if of else ""
    return (
        f"From: {sender}\nTo: robin@person.example\nSubject: {subject}\n"
        f"Date: {at:%a, %d %b %Y %H:%M:%S} +0000\n"
        f"Message-ID: <opec-{at:%d%H%M}@pec.person.example>\n{lines}"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="mix"\n\n--mix\n'
        f"Content-Type: text/plain; charset=utf-8\n\n{said}\n"
        "Identificativo messaggio: opec2@pec.person.example\n\n--mix\n"
        'Content-Type: application/xml; name="daticert.xml"\n\n<postacert/>\n--mix--\n'
    ).encode()
