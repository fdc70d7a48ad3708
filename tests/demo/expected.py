"""What a careful person finds in the sample mailbox, told by the story and no rule.

Written to the fixtures by `python -m tests.demo.expected` after the story was changed;
read the difference before it is committed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from onward.demo.mailbox import message_id
from onward.demo.story import STORY_ENDS_ON, Mail, story_applications, story_mails

FOLDER = Path(__file__).parent.parent / "fixtures" / "demo"
LEDGER = FOLDER / "expected_ledger.json"
MESSAGES = FOLDER / "expected_messages.json"
NOT_HIRING = {"other", "job_alert"}
NOES = {"rejection", "position_closed"}
PLACED_NOWHERE = {"outreach", "ambiguous"}
FACTS = ("company", "role", "requisition")


def expected_messages() -> dict[str, dict[str, str]]:
    """Return verdict and facts by Message-ID, or by subject where a mail has none."""
    return {
        message_id(mail) or f"no-message-id: {mail.subject}": _truth(mail)
        for mail in story_mails()
    }


def _truth(mail: Mail) -> dict[str, str]:
    if mail.verdict in NOT_HIRING:
        return {"verdict": mail.verdict}
    facts = {name: _stated(mail, getattr(mail, name)) for name in FACTS}
    return {"verdict": mail.verdict, **facts, "system": mail.system}


def _stated(mail: Mail, fact: str) -> str:
    """Return the fact if this very mail says it, for nobody can read what is not there."""
    said = " ".join([mail.sender, mail.subject, mail.body, mail.footer])
    return fact if fact and fact in " ".join(said.split()) else ""


def expected_ledger(*, ends_on: date = STORY_ENDS_ON) -> dict[str, Any]:
    """Return the summary and the applications that an import ends with."""
    mails = story_mails()
    told = [mail for mail in mails if mail.verdict not in NOT_HIRING]
    applied = [mail for mail in told if mail.application]
    return {
        "ends_on": ends_on.isoformat(),
        "summary": {
            "read": len(mails),
            "hiring": len(told),
            "applications": len(story_applications()),
            "noes": sum(mail.verdict in NOES for mail in applied)
            + len({mail.application for mail in mails if mail.takes_back}),
            "interviews": len(_with(applied, "interview")),
            "offers": len(_with(applied, "offer")),
            "unmatched": sum(
                mail.verdict not in PLACED_NOWHERE
                for mail in told
                if not mail.application
            ),
            "ambiguous": Counter(mail.verdict for mail in told)["ambiguous"],
            "unreadable": 0,
        },
        "applications": [
            {
                "company": application.company,
                "role": application.role,
                "requisition": application.requisition,
                "system": application.system,
                "stage": application.stage,
                "no_kind": application.no_kind,
                "events": _events(application.key, mails=mails, ends_on=ends_on),
            }
            for application in story_applications()
        ],
    }


def _with(mails: list[Mail], verdict: str) -> set[str]:
    return {mail.application for mail in mails if mail.verdict == verdict}


def _events(
    application: str, *, mails: Sequence[Mail], ends_on: date
) -> list[dict[str, str]]:
    """Return the timeline; where the person's own mail comes first, it is how they applied."""
    own = [mail for mail in mails if mail.application == application]
    told = []
    is_withdrawn = False
    for place, mail in enumerate(own):
        if mail.takes_back:
            # Who confirms a withdrawal later tells nothing new.
            if not is_withdrawn:
                told.append(_event(mail, kind="withdrawal", ends_on=ends_on))
            is_withdrawn = True
        elif _tells(mail):
            told.append(_event(mail, kind=_kind(mail), ends_on=ends_on))
        elif place and _answers(mail, own[place - 1]):
            told.append(_event(mail, kind="done", ends_on=ends_on))
    if "Sent" in own[0].labels:
        told.insert(0, _event(own[0], kind="applied", ends_on=ends_on))
    return told


def _tells(mail: Mail) -> bool:
    return mail.verdict not in NOT_HIRING and mail.verdict != "ambiguous"


def _answers(mail: Mail, before: Mail) -> bool:
    """Say whether the person's own mail brings what the mail before it asked for."""
    return "Sent" in mail.labels and before.verdict == "information_request"


def _kind(mail: Mail) -> str:
    """Return what a mail adds: what moves an interview is a later word on it, not another."""
    return "arranged" if mail.moves else mail.verdict


def _event(mail: Mail, *, kind: str, ends_on: date) -> dict[str, str]:
    return {
        "kind": kind,
        "on": mail.sent_at(ends_on=ends_on).date().isoformat(),
        "message_id": message_id(mail),
    }


def as_lines(entries: Mapping[str, Any]) -> str:
    """Return a JSON object with one line an entry, so that a change is one line."""
    lines = [
        f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in entries.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    ledger = json.dumps(expected_ledger(), ensure_ascii=False, indent=1)
    LEDGER.write_text(ledger + "\n", encoding="utf-8")
    MESSAGES.write_text(as_lines(expected_messages()), encoding="utf-8")


if __name__ == "__main__":
    main()
