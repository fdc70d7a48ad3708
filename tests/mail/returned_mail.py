"""Reports that a mail did not arrive, as mail servers write them; all invented."""

from __future__ import annotations

from datetime import datetime


def report(
    *,
    at: datetime,
    of: str = "",
    to: str = "people@bright-harbour.example",
    status: str = "5.1.1",
    said: str = "550 5.1.1 User unknown",
    action: str = "failed",
    headers_only: bool = False,
    answered: str = "",
    subject: str = "Application for Night Porter",
) -> bytes:
    """Return a report of RFC 3464 on a mail with that Message-ID (none where it is empty)."""
    original = (
        f"From: Robin Vale <robin@person.example>\nTo: {to}\nSubject: {subject}\n"
    )
    if of:
        original += f"Message-ID: <{of}>\n"
    if answered:
        original += f"In-Reply-To: <{answered}>\n"
    kind = "text/rfc822-headers" if headers_only else "message/rfc822"
    inside = (
        original if headers_only else f"{original}\nDear team, my CV is attached.\n"
    )
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mx.person.example>\n"
        "To: robin@person.example\nSubject: Undelivered Mail Returned to Sender\n"
        f"Date: {at:%a, %d %b %Y %H:%M:%S} +0000\n"
        f"Message-ID: <report-{at:%Y%m%d%H%M}@mx.person.example>\n"
        "Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="r"\n\n'
        "--r\nContent-Type: text/plain; charset=us-ascii\n\n"
        "I'm sorry to have to inform you that your message could not be delivered.\n\n"
        f"<{to}>: {said}\n\n"
        "--r\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.person.example\n\n"
        f"Final-Recipient: rfc822; {to}\nAction: {action}\nStatus: {status}\n"
        f"Diagnostic-Code: smtp; {said}\n\n"
        f"--r\nContent-Type: {kind}\n\n{inside}\n--r--\n"
    ).encode()


def plain(
    *,
    at: datetime,
    to: str = "people@bright-harbour.example",
    subject: str = "Undelivered Mail Returned to Sender",
    said: str = "Sorry, no mailbox here by that name.",
    sender: str = "MAILER-DAEMON@mx.person.example",
    copy: str = "",
) -> bytes:
    """Return a report in words alone, as older servers write it."""
    return (
        f"From: {sender}\nTo: robin@person.example\nSubject: {subject}\n"
        f"Date: {at:%a, %d %b %Y %H:%M:%S} +0000\n"
        f"Message-ID: <plain-{at:%Y%m%d%H%M}@mx.person.example>\n\n"
        "This is the mail system. I was not able to deliver your message to the following"
        f" addresses.\n\n<{to}>:\n{said}\n\n{copy}"
    ).encode()
