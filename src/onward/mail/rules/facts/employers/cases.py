"""Names of houses as they are called: "Szkoła Podstawowa" of "w Szkole Podstawowej", "Kreis Ahe" of "Kreises Ahe"."""

from __future__ import annotations

from functools import cache

from onward.mail.rules.facts.employers.names import has_legal_form
from onward.mail.rules.facts.patterns import load_facts

# How an adjective ends behind a noun for a woman's, a man's or several things; then as named.
_BESIDE = {
    "a": {"owej": "owa", "kiej": "ka", "nej": "na", "czej": "cza", "wej": "wa"},
    "": {"kiego": "ki", "kim": "ki", "nego": "ny", "nym": "ny", "wego": "wy", "wym": "wy", "czego": "czy", "czym": "czy"},
    "e": {"kiego": "kie", "kim": "kie", "nego": "ne", "nym": "ne", "wego": "we", "wym": "we", "czego": "cze", "czym": "cze"},
    "y": {"nych": "ne", "kich": "kie", "wych": "we", "czych": "cze"},
}  # fmt: skip


# "Apteki Bor" may be a chain of them.
_ALSO_SEVERAL = ("ki", "ły")


@cache
def _houses(language: str) -> dict[str, str]:
    facts = next(x for x in load_facts() if x.language == language)
    pairs = (row.partition(">")[::2] for row in facts.words["houses"])
    return dict(pairs)


def is_polish_house(name: str) -> bool:
    """Say whether a name's first word is a house, in whatever case: "Przychodni Zdrowie"."""
    first = name.partition(" ")[0]
    low = first.lower()
    return first[:1].isupper() and (
        low in _houses("pl") or low in _houses("pl").values()
    )


def as_called(name: str, *, language: str) -> str:
    """Return a name whose first word is a house in another case as the house is called.

    "Personalamt des Kantons Oberau" names the canton; a firm may call itself "Bezirks Bau GmbH".
    """
    called = {"de": _german, "pl": _polish}.get(language)
    return called(name) if called else name


def _polish(name: str) -> str:
    first, *rest = name.split(" ")
    house = _houses("pl").get(first.lower())
    if house is None or not first[:1].isupper():
        return name
    is_neuter = house.endswith(("o", "um"))
    ends = _BESIDE.get(house[-1], _BESIDE["e" if is_neuter else ""])
    for place, word in enumerate(rest):
        changed = next(
            (
                word[: -len(end)] + plain
                for end, plain in ends.items()
                if word.endswith(end)
            ),
            "",
        )
        if not changed:
            break
        rest[place] = changed
    if first.lower().endswith(_ALSO_SEVERAL) and rest == name.split(" ")[1:]:
        return name
    return " ".join([house.capitalize(), *rest])


def _german(name: str) -> str:
    first, _, rest = name.partition(" ")
    house = _houses("de").get(first.lower())
    return (
        f"{house.capitalize()} {rest}"
        if house and rest and not has_legal_form(name)
        else name
    )
