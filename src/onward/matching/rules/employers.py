"""How an employer may be spelled, and whether a text names one."""

from __future__ import annotations

from onward.mail.rules.facts.employers.names import company_key

_TAILS = frozenset(
    [
        "group",
        "gruppe",
        "groupe",
        "grupo",
        "holding",
        "holdings",
        "international",
        "worldwide",
        "global",
        "deutschland",
        "germany",
        "austria",
        "osterreich",
        "schweiz",
        "switzerland",
        "france",
        "espana",
        "spain",
        "uk",
        "ireland",
        "usa",
        "us",
        "europe",
        "europa",
        "emea",
        "benelux",
        "iberia",
    ]
)


def spellings(name: str) -> tuple[str, ...]:
    """Return the keys under which an employer may stand: whole, and without "Group" or a land.

    "Quill Harbor Deutschland GmbH" is also "quill harbor"; one word always stays.
    """
    key = company_key(name)
    words = key.split()
    keys = [key] if key else []
    while len(words) > 1 and words[-1] in _TAILS:
        words = words[:-1]
        keys.append(" ".join(words))
    return tuple(keys)


def is_named_in(name: str, text: str) -> bool:
    """Say whether a text names an employer, in whole words: "Meta" is not in "metal"."""
    said = f" {company_key(text)} "
    return any(f" {key} " in said for key in spellings(name))
