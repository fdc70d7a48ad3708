"""Find the facts of a hiring mail: employer, role, number, contact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onward.mail.rules.basics.language import HOME, count_marks, languages_in
from onward.mail.rules.facts.calm import calm_name, calm_title
from onward.mail.rules.facts.cards import Card, card_of
from onward.mail.rules.facts.contact import (
    Signature,
    accepts_replies,
    find_signature,
)
from onward.mail.rules.facts.employers.before_title import before_title
from onward.mail.rules.facts.employers.choosing import choose_company
from onward.mail.rules.facts.employers.company import (
    Candidate,
    clean_company,
    is_company,
)
from onward.mail.rules.facts.employers.display import from_display
from onward.mail.rules.facts.employers.domains import from_addresses
from onward.mail.rules.facts.employers.last_words import last_words
from onward.mail.rules.facts.employers.mailbox import from_mailbox, is_at_provider
from onward.mail.rules.facts.employers.names import company_key, with_legal_form
from onward.mail.rules.facts.employers.own_name import borne_out
from onward.mail.rules.facts.employers.patrons import with_patron
from onward.mail.rules.facts.employers.scheduling import (
    is_like_tool,
    is_tool,
    met_person,
    without_meetings,
)
from onward.mail.rules.facts.employers.shown_name import from_shown, without_writer
from onward.mail.rules.facts.employers.signed import from_signature
from onward.mail.rules.facts.employers.told_parts import is_told
from onward.mail.rules.facts.employers.under_dashes import from_dashes
from onward.mail.rules.facts.employers.whole import whole_name
from onward.mail.rules.facts.employing import employer_of, is_heard_otherwise
from onward.mail.rules.facts.findings import (
    Findings,
    is_status,
    settle_unsure,
    status_words,
)
from onward.mail.rules.facts.material import READ_CHARS, Material, prepare
from onward.mail.rules.facts.numbered import number_of
from onward.mail.rules.facts.patterns import FactPattern, matches
from onward.mail.rules.facts.requisition import find_requisition
from onward.mail.rules.facts.settled import Ruled, settled
from onward.mail.rules.facts.signer import contact_and_work, signer_of
from onward.mail.rules.facts.spans import finder_for, language_of
from onward.mail.rules.facts.systems import System
from onward.mail.rules.facts.titles.bounds import (
    bounded,
    of_one_sentence,
    sounds_like_work,
)
from onward.mail.rules.facts.titles.choosing import (
    choose_role,
    is_anothers,
    is_cut_from,
    is_only_in_name,
    titles_of_writers,
    without_company,
    without_place,
    without_town,
)
from onward.mail.rules.facts.titles.colleagues import is_of_somebody
from onward.mail.rules.facts.titles.fields import with_field
from onward.mail.rules.facts.titles.joined import joined
from onward.mail.rules.facts.titles.last import take_last, take_lines
from onward.mail.rules.facts.titles.nominative import nominative
from onward.mail.rules.facts.titles.role import (
    clean_role,
    is_no_title,
    is_plausible_role,
    is_role_like,
    role_key,
)
from onward.mail.rules.facts.titles.to_whom import with_to_whom
from onward.mail.rules.facts.titles.whole import closed, heard_whole, whole_title
from onward.mail.rules.facts.titles.words import (
    sounds_like_title,
    titles_in,
)
from onward.mail.rules.types import Address, Message


@dataclass(frozen=True, slots=True)
class Facts:
    """What a hiring mail says beside its verdict; "" where nothing is sure."""

    company: str = ""
    role: str = ""
    requisition: str = ""
    contact: Address = field(default_factory=Address)
    contact_role: str = ""
    accepts_replies: bool = False


_FOR = re.compile(
    r"\b(?:for|als|für|um|zum|zur|auf|of|an der|zu)\b[^\n]{0,40}$", re.IGNORECASE
)
_TO = re.compile(
    r"\b(?:to|at|with|bei|an|from|von|mit)\s+(?:the\s+|der\s+)?$", re.IGNORECASE
)
_ON_CARD = 4.5
_AT = re.compile(r"\s(?:at|with|bei|@)\s")
_SEGMENT = re.compile(
    r"\s+//\s+|\s+/\s+(?=(?:[Ii]hre|[Dd]eine|[Yy]our)\s)|(?<=[Bb]ewerbung)\s+/\s+|(?<=[Aa]pplication)\s+/\s+|\s+[-|:•·>]+\s+|:\s+|\s*\|\s*|\s+-\s+"
)


def extract_facts(message: Message, *, system: System) -> Facts:
    """Return the facts of a hiring mail; an empty string rather than a wrong one."""
    material = prepare(message, system=system)
    ruled, signature = rules_alone(material)
    spans = finder_for(material).spans(material)
    language = language_of(material)
    company = employer_of(material, ruled=ruled, spans=spans)
    writers = titles_of_writers(material, signed=signature.role)
    signer = signer_of(material.lines, sender=message.sender, employer=company)
    role = settled(
        "role",
        material=material,
        ruled=ruled,
        spans=spans,
        is_allowed=lambda choice: (
            " | " not in choice.text
            and not is_heard_otherwise(choice, spans=spans, kind="company")
            and not is_no_title(choice.text)
            and bool(bounded(choice.text, language=language))
            and role_key(choice.text) not in writers
            and not is_cut_from(choice.text, whole=ruled["role"].chosen, spans=spans)
            and not is_of_somebody(
                bounded(choice.text, language=language), material=material
            )
            and not is_anothers(choice.text, material=material, signer=signer)
        ),
    )
    role = _of_card(card_of(material, language=language), company=company) or role
    role = closed(role, found=ruled["role"].found)
    if company and {*role_key(company).split()} <= {*role_key(role).split()}:
        # "RE: Offer: Office Coordinator" names no employer; another name may.
        company = employer_of(material, ruled=ruled, spans=spans, title=role)
    number = number_of(material, ruled=ruled, spans=spans, role=role)
    replies = accepts_replies(message, system=system, low=material.prose_low)
    contact, work = contact_and_work(
        material, signature=signature, employer=company, replies=replies
    )
    if not contact.name and (is_tool(system) or is_like_tool(material)):
        contact = Address(name=met_person(material))
    text = f"{material.message.sender.name}\n{material.subject}\n{material.prose}"
    company = with_patron(company, text=text, language=language)
    company = with_legal_form(
        whole_name(company, material=material, language=language), text=material.prose
    )
    role = without_company(role, company=company) if company else without_town(role)
    role = whole_title(role, material=material, language=language)
    if language in HOME:
        role = of_one_sentence(role, language=language)
        role = with_field(role, found=ruled["role"].found)
    else:
        role = heard_whole(role, spans=spans)
        role = with_to_whom(role, text=text, subject=material.subject)
    if language == "tr":
        said = f"{material.subject}\n{material.message.text[:READ_CHARS]}"
        role = joined(role, text=said, company=company)
    if is_only_in_name(role, company=company, text=text):
        role = ""
    return Facts(
        company=calm_name(company, text=text),
        role=calm_title(role, text=text, language=language),
        requisition=number,
        contact=contact,
        contact_role=work,
        accepts_replies=replies,
    )


def _of_card(card: Card, *, company: str) -> str:
    """Return the title on a board's card, "" where the mail is of another house: "Similar: Cook, Larch Inn"."""
    told, own = company_key(card.company), company_key(company)
    is_same = not (told and own) or told in own or own in told
    is_same = is_same or not {*told.split()}.isdisjoint(own.split())
    return card.title if is_same else ""


def rules_alone(material: Material) -> tuple[dict[str, Ruled], Signature]:
    """Return what the rules find and would choose of each kind, and who signed."""
    found = Findings(_languages_of(f"{material.subject_low}\n{material.prose_low}"))
    for place in ("subject", "body"):
        _collect_hits(found, material=material, place=place)
    signature = find_signature(list(material.lines))
    shown = list(from_display(material))
    found.companies += [*shown, *borne_out(material, shown=shown)]
    card = card_of(material, language=language_of(material))
    if card.company:
        found.companies.append(Candidate(card.company, "body", _ON_CARD))
    found.companies += [*from_shown(material), *from_mailbox(material)]
    is_provider = is_at_provider(material.message)
    found.companies += [
        each
        for each in from_addresses(material)
        if not (is_provider and each.place == "domain")
    ]
    found.companies += from_signature(signature, material=material)
    found.companies += from_dashes(material)
    ending = list(last_words(material))
    found.companies += [c for c in ending if c.place == "signature"]
    _collect_segments(found, material=material)
    found.companies += before_title(material)
    settle_unsure(found)
    found.companies = list(_uninflected(without_writer(found.companies, material)))
    found.companies = without_meetings(found.companies, material=material)
    company = choose_company(found.companies, material=material, roles=found.roles)
    _collect_more_roles(
        found, material=material, signature=signature, company=company, ending=ending
    )
    role = choose_role(
        found.roles,
        company=company,
        material=material,
        signed=signature.role,
        signer=signer_of(
            material.lines, sender=material.message.sender, employer=company
        ),
    )
    role = without_place(role, low=material.prose_low)
    number = find_requisition(material.subject, body=material.prose, role=role)
    ruled = {
        "company": Ruled(company, found.companies),
        "role": Ruled(role, found.roles),
        "requisition": Ruled(number),
    }
    return ruled, signature


def _collect_more_roles(
    found: Findings,
    *,
    material: Material,
    signature: Signature,
    company: str,
    ending: Iterable[Candidate],
) -> None:
    """Read titles where no phrase named one, from the surer places to the others."""
    if not found.roles:
        take_lines(found, material=material, signature=signature)
    if not found.roles:
        for title in titles_in(material.prose):
            found.take_role(title, weight=1.0, place="body")
    if not found.roles:
        _collect_hits(found, material=material, place="last")
    if not found.roles:
        found.roles += [c for c in ending if c.place == "role"]
    if not found.roles:
        take_last(found, material=material, signature=signature, company=company)


def _collect_hits(found: Findings, *, material: Material, place: str) -> None:
    """Read what the phrases of one place find in the subject, or else in the text."""
    texts = {"subject": (material.subject, material.subject_low)}
    text, low = texts.get(place, (material.prose, material.prose_low))
    for pattern, hit in matches(text, low=low, place=place, languages=found.languages):
        _take(found, pattern=pattern, hit=hit, place=place)


def _languages_of(low: str) -> tuple[str, ...]:
    """Return the languages whose phrases are tried: a line has few words to tell by."""
    counts = count_marks(low)
    languages = languages_in(counts)
    most = max(counts, key=counts.__getitem__)
    is_told = counts[most] > max(counts[code] for code in HOME)
    return languages if most in languages or not is_told else (*languages, most)


# "Votre candidature chez Quai Vert est bien partie": what is said of it is no part of a name.
_SAID_OF_IT = re.compile(
    r"\s(?:est|a (?:été|bien)|n'a|ont|ha (?:sido|recibido)|has been|is|ist|wurde|hat)\s[a-zà-ÿ].*$",
    re.DOTALL,
)


def _take(
    found: Findings, *, pattern: FactPattern, hit: re.Match[str], place: str
) -> None:
    groups = hit.groupdict()
    if groups.get("company"):
        after = hit.string[hit.end("company") : hit.end("company") + 2]
        said = _SAID_OF_IT.sub("", groups["company"])
        text = _nominative(said, hit=hit)
        name = clean_company(text, keeps_possessive=not after.startswith(" "))
        # "Bei den Kollegen" is nobody's house, whatever is left of it.
        if is_company(name) and is_company(clean_company(said)):
            found.companies.append(Candidate(name, place, pattern.weight))
    role = bounded(groups.get("role") or "", language=pattern.language)
    role = nominative(role, language=pattern.language)
    if role and _is_title_for(pattern, role):
        found.take_role(role, weight=pattern.weight, place=place)
    if groups.get("either"):
        _take_either(found, pattern=pattern, hit=hit, place=place)


def _is_title_for(pattern: FactPattern, role: str) -> bool:
    if is_role_like(role):
        return True
    title = clean_role(role)
    if pattern.language in HOME:
        is_known = title[:1].isupper() and sounds_like_title(title)
    else:
        is_known = sounds_like_work(title, language=pattern.language)
    if pattern.only_titles:
        return pattern.doers and is_known
    # A lone word in lower case may be any: "tjänsten utlyses".
    return pattern.language in HOME or is_known or " " in title or not title.islower()


def _nominative(name: str, *, hit: re.Match[str]) -> str:
    """Return "Stadtwerke X" for "bei den Stadtwerken X" where the text has both."""
    first, space, rest = name.partition(" ")
    if not first.endswith("en") or not hit.string[: hit.start("company")].endswith(
        "den "
    ):
        return name
    shorter = first[:-1] + space + rest
    return shorter if shorter in hit.string else name


def _uninflected(companies: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield "Stadtwerke X" for "den Stadtwerken X", "Institut X" for "des Instituts X".

    Only where the mail, its sender or their domain names that form too.
    """
    forms = {c.name.lower(): c.name for c in companies}
    for candidate in companies:
        first, space, rest = candidate.name.partition(" ")
        shorter = (
            f"{first.removesuffix(end)} {rest}".lower()
            for end in ("n", "s", "es")
            if space and first.endswith(end)
        )
        plain = next((forms[name] for name in shorter if name in forms), "")
        yield replace(candidate, name=plain) if plain else candidate


def _take_either(
    found: Findings, *, pattern: FactPattern, hit: re.Match[str], place: str
) -> None:
    text = hit.group("either")
    if _AT.search(f" {text} "):
        return
    if is_role_like(text):
        title = bounded(text, language=pattern.language)
        found.take_role(title, weight=pattern.weight, place=place)
        return
    before = hit.string[: hit.start("either")]
    name = clean_company(text)
    if _TO.search(before) and is_company(name):
        found.companies.append(Candidate(name, place, pattern.weight))
    elif is_company(name) or is_plausible_role(clean_role(text)):
        kind = "role" if _FOR.search(before) else "company"
        found.unsure.append(Candidate(text, kind, pattern.weight))


_LEADS_TO_TITLE = re.compile(
    r"^(?P<before>.*?)\b(?:for|as|about|als|für|zum|zur|um)\s+(?:the |our |an? |die |den |eine?n? )?(?P<title>.+)$",
    re.IGNORECASE,
)


def _title_in(segment: str) -> str:
    """Return the job title that a part of a subject is, or leads up to."""
    lead = _LEADS_TO_TITLE.match(segment)
    if (
        lead is not None
        and is_role_like(lead["title"])
        and not is_role_like(lead["before"])
    ):
        return lead["title"]
    bare = _without_status(segment)
    return "" if is_status(bare) or not is_role_like(bare) else bare


def _without_status(segment: str) -> str:
    """Return a part of a subject without words such as "interview" at its ends."""
    words = segment.split()
    while words and words[0].lower().strip(".,") in status_words():
        words = words[1:]
    while words and words[-1].lower().strip(".,") in status_words():
        words = words[:-1]
    return " ".join(words)


def _collect_segments(found: Findings, *, material: Material) -> None:
    """Read subjects made of parts: "Acme | Data Engineer | Application received"."""
    segments = [s for s in _SEGMENT.split(material.subject) if s and s.strip()]
    if len(segments) > 5:
        return
    open_segments = []
    for segment in segments:
        if is_role_like(segment) and not _AT.search(segment) and len(segment) < 90:
            title = found.own_bounds(_title_in(segment))
            if title:
                found.take_role(title, weight=2.0, place="subject")
        elif not is_status(segment) and any(c.isalpha() for c in segment):
            open_segments.append(segment)
    has_anchor = len(open_segments) < len(segments)
    for segment in open_segments:
        name = clean_company(segment)
        is_open = has_anchor and len(segments) > 1 and is_company(name)
        if is_open and is_told(name, material=material):
            weight = 2.0 if len(open_segments) == 1 else 0.6
            found.companies.append(Candidate(name, "subject", weight))
            if len(open_segments) == 1:
                found.unsure.append(Candidate(segment, "company", 0.5))
