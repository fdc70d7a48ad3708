"""What was found in a mail so far: names that may be the employer's, titles that may be the opening's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from onward.mail.rules.facts.employers.company import (
    Candidate,
    clean_company,
    is_company,
)
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    is_system_name,
)
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.titles.bounds import bounded
from onward.mail.rules.facts.titles.role import (
    bare_title,
    clean_role,
    is_plausible_role,
    is_role_like,
)


@dataclass(slots=True)
class Findings:
    """Candidates as they are collected.

    Attributes:
        languages: Those of the mail, whose words end a title.
        unsure: What may be a role or an employer.
    """

    languages: tuple[str, ...]
    companies: list[Candidate] = field(default_factory=list)
    roles: list[Candidate] = field(default_factory=list)
    unsure: list[Candidate] = field(default_factory=list)

    def take_role(self, text: str, *, weight: float, place: str) -> None:
        """Keep a text as a title, if it can be one."""
        role = bare_title(clean_role(text))
        # "Huber (Vertrieb), Riedl (Personal)": from the middle of one bracket into another.
        is_torn = role.find(")") < role.find("(") or role.count(")") > role.count("(")
        is_torn = is_torn or role.count("(") > 1
        if is_plausible_role(role) and not is_torn and not is_system_name(role):
            bonus = 1.0 if is_role_like(text) else 0.0
            self.roles.append(Candidate(role, place, weight + bonus))

    def own_bounds(self, title: str) -> str:
        """Return a title of a subject without the words of the mail's languages around it."""
        for language in self.languages:
            title = bounded(title, language=language)
        return title


@cache
def status_words() -> frozenset[str]:
    """Return the words of subjects that tell where an application stands."""
    return frozenset(fact_words("status_words"))


@lru_cache(maxsize=4096)
def is_status(segment: str) -> bool:
    """Say whether a part of a subject tells where an application stands."""
    low = segment.lower().strip(" .!?")
    words = re.findall(r"[\w-]+", low)
    return low in status_words() or any(word in status_words() for word in words)


def settle_unsure(found: Findings) -> None:
    """Decide what was either: other places know an employer, else the phrase leads."""
    known = {compact(company_key(c.name)) for c in found.companies}
    for candidate in found.unsure:
        name = clean_company(candidate.name)
        key = compact(company_key(name))
        is_known = any(
            k == key or k.startswith(key) or key.startswith(k) for k in known if k
        )
        if is_company(name) and (is_known or candidate.place == "company"):
            found.companies.append(
                Candidate(name, "subject", candidate.weight if is_known else 1.5)
            )
        elif not is_known and candidate.place == "role":
            title = found.own_bounds(candidate.name)
            found.take_role(title, weight=candidate.weight - 1, place="subject")
