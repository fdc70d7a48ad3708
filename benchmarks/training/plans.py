"""Which sentences a mail of each verdict is composed of, and how often each comes."""

from __future__ import annotations

from onward.mail.rules.types import Verdict

Part = tuple[str, int, int]
"""An intent, and how many of its sentences stand there at least and at most."""

PLANS: dict[Verdict, tuple[tuple[Part, ...], ...]] = {
    Verdict.REJECTION: (
        (("courtesy", 0, 2), ("decline", 1, 1), ("aftermath", 0, 3)),
        (
            ("courtesy", 0, 2),
            ("aftermath", 0, 1),
            ("decline", 1, 2),
            ("aftermath", 0, 3),
        ),
        (("courtesy", 0, 1), ("decline", 1, 3), ("aftermath", 0, 1)),
        (("decline", 1, 1),),
        (
            ("courtesy", 0, 1),
            ("decline", 1, 1),
            ("courtesy", 0, 1),
            ("aftermath", 0, 2),
        ),
        (
            ("receipt.got", 1, 1),
            ("courtesy", 0, 1),
            ("decline", 1, 1),
            ("aftermath", 0, 2),
        ),
        (("chat", 0, 1), ("decline.personal", 1, 2), ("aftermath", 0, 1)),
        (
            ("courtesy", 0, 1),
            ("decline.hint", 0, 1),
            ("decline", 1, 1),
            ("process", 0, 1),
        ),
        (("courtesy", 1, 1), ("decline", 1, 1), ("aftermath", 0, 1), ("alert", 0, 2)),
    ),
    Verdict.CONFIRMATION: (
        (("courtesy", 0, 1), ("receipt", 1, 4)),
        (("receipt", 1, 3), ("hypothetical", 1, 2)),
        (("receipt.got", 1, 1), ("hypothetical", 1, 2), ("footer", 0, 1)),
        (("receipt", 1, 2), ("process", 0, 1)),
        (("receipt.got", 1, 1), ("aftermath.explain", 0, 1), ("receipt.review", 1, 1)),
        (("receipt", 1, 2), ("aftermath.future", 0, 1)),
        (("receipt", 1, 3), ("aftermath.luck", 0, 1)),
        (("receipt", 1, 1),),
        (("courtesy", 0, 1), ("receipt", 1, 2), ("hypothetical", 0, 1)),
        (("receipt", 1, 2), ("alert", 0, 2)),
    ),
    Verdict.INTERVIEW: (
        (("courtesy", 0, 2), ("invite", 1, 3), ("process", 0, 1)),
        (("invite", 1, 4),),
        (("receipt.got", 0, 1), ("courtesy", 0, 1), ("invite.ask", 1, 3)),
        (("courtesy", 0, 1), ("invite", 1, 2), ("hypothetical", 0, 1)),
        (("chat", 0, 1), ("invite", 1, 2)),
        (
            ("courtesy", 0, 1),
            ("receipt.review", 0, 1),
            ("invite.ask", 2, 3),
            ("footer", 0, 1),
        ),
    ),
    Verdict.ASSESSMENT: (
        (("courtesy", 0, 2), ("assess", 1, 3), ("process", 0, 1)),
        (("assess", 1, 4),),
        (
            ("receipt.got", 0, 1),
            ("courtesy", 0, 1),
            ("assess", 1, 3),
            ("hypothetical", 0, 1),
        ),
    ),
    Verdict.OFFER: (
        (("courtesy", 0, 2), ("offer", 1, 4), ("process", 0, 1)),
        (("offer", 1, 3),),
    ),
    Verdict.OUTREACH: (
        (("courtesy", 0, 1), ("outreach", 2, 4), ("process", 0, 1)),
        (("outreach", 1, 3),),
        (("process", 0, 1), ("outreach", 2, 3), ("invite", 0, 1)),
    ),
    Verdict.INFORMATION_REQUEST: (
        (("courtesy", 0, 1), ("receipt.got", 0, 1), ("request", 1, 3)),
        (("request", 1, 2),),
    ),
    Verdict.POSITION_CLOSED: (
        (("courtesy", 0, 2), ("closed", 1, 2), ("aftermath", 0, 2)),
        (("closed", 1, 2), ("aftermath.future", 0, 1)),
        (("closed", 1, 1),),
    ),
    Verdict.JOB_ALERT: (
        (("alert", 3, 9),),
        (("alert", 2, 5), ("footer", 0, 2)),
        (("process", 0, 1), ("alert", 2, 5)),
    ),
}
SHARES: dict[Verdict, float] = {
    Verdict.REJECTION: 5.0,
    Verdict.CONFIRMATION: 3.4,
    Verdict.INTERVIEW: 2.6,
    Verdict.ASSESSMENT: 1.3,
    Verdict.OFFER: 1.0,
    Verdict.OUTREACH: 1.3,
    Verdict.INFORMATION_REQUEST: 1.2,
    Verdict.POSITION_CLOSED: 1.0,
    Verdict.JOB_ALERT: 1.6,
    Verdict.OTHER: 8.0,
}

BARE_SHARES: dict[Verdict, float] = {
    Verdict.REJECTION: 6.0,
    Verdict.CONFIRMATION: 4.0,
    Verdict.INTERVIEW: 2.0,
    Verdict.ASSESSMENT: 1.0,
    Verdict.OFFER: 1.0,
    Verdict.OUTREACH: 0.5,
    Verdict.INFORMATION_REQUEST: 1.0,
    Verdict.POSITION_CLOSED: 1.0,
    Verdict.OTHER: 4.0,
}
"""The same of mails that are one sentence; openings are never told in one."""
