"""Whether the person says yes to being put forward for an opening; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.facts.titles.instead import is_offered_instead
from onward.mail.rules.talks.offer_answer import SENTENCES
from onward.mail.rules.types import Message
from onward.mail.rules.verdicts.beside import without_other_talks

_MAYBE = re.compile(
    r"\b(?:not|don't|never|if|unless|before|until|once|nicht|kein\w*|nie|wenn|falls|sofern|bevor|bis|erst|sobald"
    r"|pas|si|avant|niet|indien|mits|eerst|no (?:me|le|lo|la|puede|presente|mande|envíe|pase)|antes|non|se|prima|não|jeśli|jeżeli|zanim|inte|om|innan|eğer|önce)\b"
)


def agrees_to_be_put_forward(own: str) -> bool:
    """Say whether own words let somebody put the person forward, with no if about it.

    "Yes please, put me forward": for an opening that was proposed, that is to apply.
    """
    low = lower(fold(own))
    return any(
        not sentence.rstrip().endswith("?")
        and _put_forward().search(sentence) is not None
        and _MAYBE.search(sentence) is None
        for sentence in SENTENCES.findall(low)
    )


@cache
def _put_forward() -> re.Pattern[str]:
    parts = [x for t in tables("own_mail").values() for x in t.get("put_forward", ())]
    return re.compile("|".join(parts))


def title_proposed(no: Message) -> str:
    """Return the title of what a no proposes in the place of what is over; "" for none."""
    title = extract_facts(no, system=carrier(no)).role
    if not title or title in no.subject:
        return ""
    rest = without_other_talks(no)
    is_beside = rest is not None and title not in rest.text
    is_instead = is_offered_instead(title, subject=no.subject, text=no.text)
    return title if is_beside or is_instead else ""
