"""The shapes in which mail says where the work is, made of the words of `place.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onward.mail.rules.basics.tables import tables

UPPER = r"[A-ZÀ-ÖØ-ÞĄ-ŽĞİŞ]"
# "Canberra on Thursday", "Bozen am Montag": the day stands behind the town.
_NO_DAY = (
    r"(?! (?:on|am|im|in) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\w+tag|Mittwoch|Sonnabend"
    r"|Januar|Februar|March|März|April|Ma[iy]\b|Jun[ei]\b|Jul[iy]\b|August|September|O[ck]tober|November|De[cz]ember))"
)
TOWN = rf"(?:(?:Bad|St\.?|San|Santa|New|Los|Las|Den|The|El|La|Le) )?{UPPER}[\w'’.-]+(?:{_NO_DAY}[ -](?:am|an der|im|in|ob der|on|upon|under|de|del|la|sur|aan|den|{UPPER}[\w'’.-]+)){{0,3}}"
_NAME = rf"(?:{UPPER}[\w'’-]+ ){{1,3}}"
_STATES = "A[BKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSTVY]|O[HKNR]|P[AE]|QC|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY]"
TITLE, HOUSE = "\ue000", "\ue001"
"""Stand for the mail's own title and employer; no mail means anything by them."""

_LONGEST_BETWEEN = 80
_PART = re.compile(r"\{([a-zA-Z]+)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """What `place.toml` has; each shape has one group for each of its ways to name a town.

    Attributes:
        opening: The mail's title, or a word for what one applies for.
        behind: What names the place right behind an opening.
        lines: A line that names an opening and its place.
        site: A house of the employer's, wherever it stands.
        sure: What says of a town that the work is there, wherever it stands.
        near: What may name a town somewhat later behind an opening: for names on the list.
        listed: The same beside the employer, a client, a team: for names on the list.
        held: What says that people meet there and may not work there.
    """

    opening: re.Pattern[str]
    loose_opening: re.Pattern[str]
    behind: re.Pattern[str]
    lines: re.Pattern[str]
    site: re.Pattern[str]
    sure: re.Pattern[str]
    near: re.Pattern[str]
    listed: re.Pattern[str]
    bent: re.Pattern[str]
    elsewhere: re.Pattern[str]
    took_place: re.Pattern[str]
    held: re.Pattern[str]
    no_town: re.Pattern[str]
    region: re.Pattern[str]
    kind: re.Pattern[str]
    fields: frozenset[str]


@cache
def words() -> Words:
    """Return the shapes, made once."""
    table = tables("place")
    in_state = rf"{TOWN}(?:, [A-Z]{{2}}\b)?"
    region = rf"(?:{_STATES}|{table['regions']})\b"
    # "our Moorna Depot": what has a capital is part of the name.
    own = rf"{TOWN} Campus|{UPPER}[\w'’-]+ (?:{table['own_names']})\b(?:, {TOWN})?"
    parts = {"sites": table["sites"], "TOWN": TOWN, "town": f"({in_state})"}
    parts |= {"own": f"({own})", "region": f"({TOWN}(?:, {region})?)"}

    def made(*shapes: str) -> re.Pattern[str]:
        whole = "|".join(shapes)
        return re.compile(_PART.sub(lambda found: parts[found[1]], whole))

    def at_words(*shapes: str) -> re.Pattern[str]:
        # Tried where a word begins alone, which takes half the time.
        return made(rf"\b(?:{'|'.join(shapes)})")

    openings = "|".join(table["openings"])
    opening = rf"(?:{TITLE}|\b(?i:{openings}))"
    return Words(
        opening=re.compile(rf"{opening}(?!\w)"),
        loose_opening=re.compile(
            rf"(?:{TITLE}|\b(?i:{openings}|{table['chances']}))(?!\w)"
        ),
        behind=made(*_behind(table, openings=openings)),
        lines=made(*_lines()),
        site=at_words(*_sites(table)),
        sure=at_words(f"(?:{'|'.join(table['sure_before'])}) {{town}}", *table["sure"]),
        near=made(*_near(table)),
        listed=made(*_listed(table)),
        bent=made(table["bent"]),
        elsewhere=re.compile(table["elsewhere"], re.IGNORECASE),
        took_place=re.compile(table["took_place"], re.IGNORECASE),
        held=re.compile(table["held"], re.IGNORECASE),
        no_town=re.compile(table["no_town"], re.IGNORECASE),
        region=re.compile(rf",? {region}"),
        kind=re.compile(rf"(?:{table['kinds']}) (?={UPPER})"),
        fields=frozenset("|".join(table["fields"]).split("|")),
    )


def _behind(table: Mapping[str, Any], *, openings: str) -> tuple[str, ...]:
    """Return "(m/w/d) here in Leeds", "in Leeds", "at Acme, Leeds", as they follow an opening."""
    here, within = f"(?i:{table['here']})", f"(?i:{table['within']})"
    more = rf"(?:\s?\([^()\n]{{1,40}}\)|,?\s\d{{2,3}}\s?%|\s(?:(?i:{openings})|(?i:job|{table['terms']})\b))*"
    landmark = rf"({_NAME}(?:{table['landmarks']})\b(?:, {TOWN})?)"
    return (
        rf"{more},?(?: {here})? {within} {{region}}",
        rf"{more},?(?: {here})? (?i:{table['places']}) {{town}}",
        # "Baker (Leeds depot)", "Baker, Salem, OR", "Baker, Leeds campus"
        rf" \(({TOWN}) (?i:{{sites}})[,)]",
        rf"{more}, ({TOWN}, (?:[A-Z]{{2}}|{table['regions']}))\b",
        rf"{more}, ({TOWN} [Cc]ampus)\b",
        rf"{more} (?i:at|with|bei|chez|en|presso|n[ao]|nel|nella|bij|hos) {HOUSE}(?:,|,? {within}) {{town}}",
        # "Baker at Leeds Airport", "Baker, Leeds General"
        rf"{more}(?: at {UPPER}[\w'&-]+)? (?i:at|in the) {landmark}",
        rf"{more} im ((?:Raum|Großraum) {TOWN})",
        rf"{more},(?: {UPPER}\w+ {UPPER}\w+,)? {landmark}",
    )


def _lines() -> tuple[str, ...]:
    """Return "Baker, Leeds" on a line of its own, or under its own word: "Post: Baker, Leeds"."""
    ends = r"(?:\s?\([^()\n]{1,14}\))?"
    lead = r"(?i:re|ref|post|position|job|stelle|betreff|betr)\b[^\n.?!]{0,40}"
    return (
        rf"(?m:^){TITLE}{ends}, ({TOWN})(?m:$)",
        rf"(?m:^){lead}{TITLE}{ends}, ({TOWN})(?m:$)",
    )


def _sites(table: Mapping[str, Any]) -> tuple[str, ...]:
    houses = "|".join(table["houses"])
    return (
        r"(?i:in|at|for|to|on|from) (?i:our) {own}",
        rf"(?<=, )({TOWN} [Cc]ampus)\b",
        r"(?i:in|at|for|to|on|from) (?i:our|the|their)(?: (?:new|busy))? {town} (?i:{sites})\b",
        r"(?i:in|at|for|to|on|from) (?i:our|the|their) ({TOWN} \({TOWN}\)) (?i:{sites})\b",
        r"(?i:at|for|in|to) (?i:our|the|their) (?i:{sites}) in {town}",
        rf"(?i:{houses}) (?i:(?:{table['within']}|von|de|di|van) |d['’])?{{town}}",
        rf"(?i:für|in|an) (?i:unsere?[nmr]?) {UPPER}[\w/-]+(?: {UPPER}[\w/-]+)? in {{town}}",
    )


def _near(table: Mapping[str, Any]) -> tuple[str, ...]:
    return (
        rf" (?i:{table['within']}|{table['about']}) {{region}}",
        rf" \((?:(?:[\w-]+ ){{0,4}}(?i:{table['within']}) )?{{region}}(?=[,)])",
        r"(?: -|,) {region}",
    )


def _listed(table: Mapping[str, Any]) -> tuple[str, ...]:
    where = f"(?:{table['within']}|{table['about']})"
    others = "|".join(
        (
            rf"(?i:{table['clients']})\b[^\n.;:!?]{{0,{_LONGEST_BETWEEN}}}? (?i:{where}) {{town}}",
            rf"(?i:{table['for_a']}) (?:[\w-]+ ){{1,5}}?(?i:{where}) {{town}}",
            *table["at_work"],
            table["our_towns"],
        )
    )
    return (
        # A signature goes on in no sentence: "Larch Grid, Leeds".
        rf"{HOUSE}(?:,| \()? {{region}}(?=\.(?:\s|$)|,? [a-zß-ÿ]|\) )",
        rf"{HOUSE},? (?i:{where}) {{region}}",
        # As a board shows an opening: "Larch Grid · Leeds (Hybrid)".
        rf"{HOUSE} · {{region}}(?m:$| \()",
        rf"\b(?:{others})",
    )
