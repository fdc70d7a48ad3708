"""Imported once by the process that worker processes are forked from: rules made ready.

What is loaded here is loaded once for all of them, and its memory is shared.
"""

from __future__ import annotations

from datetime import UTC, datetime

from onward.core.expressions import keep_compiled_as_parent
from onward.core.memory import keep_what_is_loaded

keep_compiled_as_parent()  # before any of the rules is loaded

from onward.mail.parse import parse_message  # noqa: E402
from onward.mail.rules.gate import might_be_hiring  # noqa: E402
from onward.mail.rules.read import read_message  # noqa: E402

_MAILS = (
    b"Subject: Your application as Data Analyst\n\nDear Kim, thank you for applying for the "
    b"Data Analyst role at Quillmoor. We have decided to move forward with other people.\n",
    b"Subject: Ihre Bewerbung als Buchhalterin\n\nGuten Tag, vielen Dank f\xc3\xbcr Ihre "
    b"Bewerbung bei uns. Leider haben wir uns nicht f\xc3\xbcr Sie entschieden.\n",
)

for _mail in _MAILS:
    _message = parse_message(_mail, now=datetime(2026, 1, 1, tzinfo=UTC))
    might_be_hiring(_message.subject, _message.text)
    read_message(_message)

keep_what_is_loaded()
