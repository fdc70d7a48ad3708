"""Who the employer is, of all that the rules and the finder found in a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from onward.mail.rules.basics.places import places_of, whole_places
from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.facts.employers.another import is_of_another
from onward.mail.rules.facts.employers.as_called import as_called
from onward.mail.rules.facts.employers.branch_offices import is_branch_office
from onward.mail.rules.facts.employers.buildings import is_building_of
from onward.mail.rules.facts.employers.choosing import can_employ, choose_company
from onward.mail.rules.facts.employers.company import (
    Candidate,
    is_address,
    is_building,
    is_of_clock,
    is_of_number,
)
from onward.mail.rules.facts.employers.found_at import is_where_found
from onward.mail.rules.facts.employers.met import is_met
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    is_of_kin,
    label_variants,
    name_words,
    registrable_label,
    says_kind,
)
from onward.mail.rules.facts.employers.own_name import BUILDINGS
from onward.mail.rules.facts.employers.signed import is_field
from onward.mail.rules.facts.employers.streets import is_street
from onward.mail.rules.facts.employers.venues import has_house, is_venue, without_venues
from onward.mail.rules.facts.employers.wards import is_ward
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.settled import Choice, Ruled, fact_key, settled
from onward.mail.rules.facts.span_words import LAST as LAST_LINES
from onward.mail.rules.facts.spans import Span
from onward.mail.rules.facts.titles.nobodys import is_on_paper
from onward.mail.rules.facts.titles.role import is_role_like, role_key

_SURE_WEIGHT = 3.0
_LEAST_HEARD = 0.15
"""What the finder alone hears with less never takes the place of what the rules found."""
_PLAINLY_HEARD = 0.5
_OF_SENDER = frozenset({"domain", "display", "own"})
# "Ms" of "Mr J Hale (Head Chef), Ms P Dunn".
_ADDRESSED = re.compile(
    r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Herrn?|Frau|Mme|Mlle|Sra?|Señora?|Senhora?|Sig(?:\.ra)?|Signora?|Dhr|Mevr|Mw|Pani?|Fru|Sayın)\.?"
)
_LABELS_OF_PLACES = frozenset(
    ("ort", "treffpunkt", "standort", "adresse", "place", "venue", "location", "where")
)


def employer_of(
    material: Material,
    *,
    ruled: Mapping[str, Ruled],
    spans: Sequence[Span],
    title: str = "",
) -> str:
    """Return whoever is settled on as employer; what is called as the title is none."""
    beside = ruled["company"].found
    is_found = partial(is_where_found, material=material, beside=beside)
    names = [
        each
        for each in beside
        if not _is_of_title(each.name, title)
        and not is_of_another(each.name, material=material)
        and not _is_heard_as_title(each, beside=ruled["company"].found, spans=spans)
        and not is_met(each.name, material=material)
        and not is_ward(each.name)
        and not is_found(each.name)
        and not is_building_of(
            each.name, beside=ruled["company"].found, material=material
        )
        and not _is_street_told(each, material=material)
    ]
    names = without_venues(names, material=material)
    has_other = has_house(names, material=material)
    names = list(_without_places(names, material=material))
    chosen = ruled["company"].chosen
    if len(names) < len(ruled["company"].found):
        chosen = choose_company(names, material=material, roles=ruled["role"].found)
    name = settled(
        "company",
        material=material,
        ruled={**ruled, "company": Ruled(chosen, names)},
        spans=spans,
        is_allowed=lambda choice: (
            not _is_of_title(choice.text, title)
            and not is_of_another(choice.text, material=material)
            and not is_met(choice.text, material=material)
            and not is_ward(choice.text)
            and not _owns_the_system(choice.text, material=material)
            and not is_of_clock(choice.text, text=material.prose)
            and not is_branch_office(choice.text)
            and not is_found(choice.text)
            and not is_building_of(choice.text, beside=names, material=material)
            and not (has_other and is_venue(choice.text, material=material))
            and any(
                _without_places(
                    [Candidate(choice.text, "body", 1.0)], material=material
                )
            )
            and not _cuts_form(choice, chosen=chosen)
            and not _opens_with_matter(choice, chosen=chosen)
            and not _is_numbered(choice.text, material=material)
            and not _calls_test(choice, chosen=chosen)
            and not is_heard_otherwise(choice, spans=spans, kind="role")
            and not _is_end_of_title(choice, spans=spans)
            and not _is_field_of_title(choice, material=material, ruled=ruled)
            and not _is_department(choice, chosen=chosen, names=names)
            and not _is_partner(choice, chosen=chosen, material=material)
            and not _goes_on_title(choice, material=material, ruled=ruled)
            and not _is_unheard(choice, chosen=chosen)
            and not _is_surname(choice, chosen=chosen, material=material)
            and not _opens_with_opening(choice, material=material)
            and not _is_only_kind(choice, chosen=chosen)
            and not _is_beside_sender(choice, chosen=chosen, names=names)
            and _can_employ(choice, material=material, ruled=ruled)
        ),
    )
    return as_called(name, names=names, material=material)


def _owns_the_system(name: str, *, material: Material) -> bool:
    """Say whether a name stands under a mail alone as whose the system is: "© 2026 LinkedIn Ireland Unlimited Company"."""
    shown = material.message.sender.name
    lines = [line for line in material.message.text.split("\n") if name in line]
    is_firms_own = any(word in shown for word in name.split())
    return bool(shown and lines and not is_firms_own) and all(
        "©" in line and shown in line for line in lines
    )


def _is_street_told(name: Candidate, *, material: Material) -> bool:
    """Say whether the text alone has a name, and has it as that of the street where an office is."""
    is_told = name.place not in _OF_SENDER and not has_legal_form(name.name)
    sender = compact(company_key(material.message.sender.name))
    is_shown = compact(company_key(name.name)) in sender
    return is_told and not is_shown and is_street(name.name, text=material.prose)


_WHERE = re.compile(
    rf"(?:^|\n)(?:{'|'.join(sorted(_LABELS_OF_PLACES))}|wo) ?: ?$", re.IGNORECASE
)
_LABEL_CHARS = 16


def _without_places(
    names: Sequence[Candidate], *, material: Material
) -> Iterator[Candidate]:
    """Yield the names without that of a branch that only tells where one meets.

    "Where: Merrow's King Street" is a shop of the Merrow's that the sender shows.
    """
    label = registrable_label(material.message.sender.domain).replace("-", "")
    for name in names:
        first = name.name.partition(" ")[0]
        is_shown = first in material.message.sender.name
        is_shown = is_shown and name.name not in material.message.sender.name
        # What the domain spells is the whole name: "Lumen Eyewear, Station Street".
        is_shown = is_shown and compact(company_key(name.name)) != label
        prose = material.prose
        ahead = [
            prose[max(0, start - _LABEL_CHARS) : start]
            for start, _ in places_of(name.name, prose)
        ]
        if not (is_shown and ahead and all(map(_WHERE.search, ahead))):
            yield name


def _is_of_title(name: str, title: str) -> bool:
    """Say whether a name is a title, or words of it as they do not stand there together.

    "Second Shift HVAC" for "Building HVAC Technician, Second Shift" is how a subject shortens
    it; the "Hill Bakery" of "Sales Assistant, Hill Bakery" stands there as a name does.
    """
    told, whole = role_key(name), role_key(title)
    if not (told and whole):
        return False
    is_scattered = f" {told} " not in f" {whole} " and not has_legal_form(name)
    is_part = set(told.split()) <= set(whole.split())
    return told == whole or (is_scattered and is_part)


_LEADS_TO_HOUSE = re.compile(
    r" (?:for|at|with|bei|für|pour|chez|para|en|per|presso|na|voor|bij|dla|w|för|hos) "
)


def _goes_on_title(
    choice: Choice, *, material: Material, ruled: Mapping[str, Ruled]
) -> bool:
    """Say whether the finder alone took what a title goes on with for a name, beside the writer's own house.

    "PM II Field Mobility" is over mail of somebody who calls their house "Monarch", and asks for
    "Field Mobility for Monarch". What says of which kind it is may employ: an office, a hospital.
    """
    borne = [c.name for c in ruled["company"].found if c.place == "own"]
    is_house = has_legal_form(choice.text) or says_kind(choice.text)
    if choice.places or not borne or is_house or not is_person(material.message.sender):
        return False
    *heads, tail = _LEADS_TO_HOUSE.split(choice.text)
    field = heads[0] if len(heads) == 1 and tail in borne else choice.text
    told = f" {role_key(field)} "
    known = {word for name in borne for word in company_key(name).split()}
    if not told.strip() or known & {*company_key(field).split()}:
        return False
    return any(
        f" {role_key(title.name)} ".find(told) > 0 for title in ruled["role"].found
    )


def is_heard_otherwise(choice: Choice, *, spans: Sequence[Span], kind: str) -> bool:
    """Say whether the finder alone has a text, and hears it as another kind of thing still more.

    "We went with somebody else for Paid Social" names no house. What says work stays a title.
    """
    is_sure = choice.is_ruled or choice.places or choice.chance >= _PLAINLY_HEARD
    is_sure = is_sure or (kind == "company" and is_role_like(choice.text))
    return not is_sure and any(
        span.kind == kind
        and span.chance > choice.chance
        and fact_key(span.text, kind=kind) == fact_key(choice.text, kind=kind)
        for span in spans
    )


_OWN_WORD = re.compile(r"(?:^| )[A-Z0-9ÄÖÜ][\w/&-]* $")


def _is_end_of_title(choice: Choice, *, spans: Sequence[Span]) -> bool:
    """Say whether the finder alone has a name, and rather hears it as the end of a title: the "Lab Tech" of a "QC Lab Tech".

    Behind a comma or a small word stands a house: "Sales Assistant, Hill Bakery".
    """
    is_told = choice.is_ruled or choice.places or has_legal_form(choice.text)
    return not is_told and any(
        span.kind == "role"
        and span.chance > choice.chance
        and span.text.endswith(f" {choice.text}")
        and _OWN_WORD.search(span.text.removesuffix(choice.text))
        for span in spans
    )


def _is_field_of_title(
    choice: Choice, *, material: Material, ruled: Mapping[str, Ruled]
) -> bool:
    """Say whether the finder alone faintly hears what a title is in for a house: the "Digital" of a "Lectureship in Digital Humanities"."""
    if choice.is_ruled or choice.places or choice.chance >= _PLAINLY_HEARD:
        return False
    text = f"{material.subject}\n{material.prose}"
    leads = tuple(
        f"{title.name} {word} "
        for title in ruled["role"].found
        for word in ("in", "of")
    )
    places = list(whole_places(choice.text, text))
    return bool(places and leads) and all(
        text[:start].endswith(leads) and _NEXT_OF_NAME.match(text, end)
        for start, end in places
    )


_NEXT_OF_NAME = re.compile(r" [A-ZÀ-ÖØ-Þ][\w'’-]+")

# "Department of Microbiology", "Fakultät für Biologie".
_DEPARTMENT = re.compile(
    r"(?:the )?(?:department|dept\.?|school|faculty|division|institut|lehrstuhl|fakultät|fachbereich|abteilung|département|faculté|departamento"
    r"|facultad|dipartimento|facoltà|afdeling|faculteit|wydział|katedra|bölümü|fakültesi|institutionen) (?:of|for|für|de|des|di|van|voor|för)\b.*",
    re.IGNORECASE,
)
_LEARNED = re.compile(
    r"universi|hochschul|college|universit|uniwersytet|üniversite|hogeschool|högskola|politechni|klinik|hospital",
    re.IGNORECASE,
)


def _is_department(choice: Choice, *, chosen: str, names: Sequence[Candidate]) -> bool:
    """Say whether a text alone tells in which department of the university that writes somebody would work."""
    shows = any(each.name == chosen and each.place == "display" for each in names)
    is_part = _DEPARTMENT.fullmatch(choice.text) is not None
    return is_part and shows and _LEARNED.search(chosen) is not None


def _is_heard_as_title(
    name: Candidate, *, beside: Sequence[Candidate], spans: Sequence[Span]
) -> bool:
    """Say whether a subject alone has a name, and the finder plainly hears it as a title: "Phone call – IT Support".

    Where the mail's sender tells of another house.
    """
    key = company_key(name.name)
    places = {each.place for each in beside if company_key(each.name) == key}
    is_told = any(each.place in _OF_SENDER for each in beside)
    if places != {"subject"} or not is_told or has_legal_form(name.name):
        return False
    heard = [each for each in spans if fact_key(each.text, kind="company") == key]
    return any(
        each.kind == "role" and each.chance >= _PLAINLY_HEARD for each in heard
    ) and not any(each.kind == "company" for each in heard)


def _is_of_file(name: str, *, material: Material) -> bool:
    """Say whether a name stands in the name of a file alone: "Larch_SPF_brief.pdf"."""
    message = material.message
    written = name.replace(" ", "_")
    is_told = name in f"{message.subject}\n{message.text}"
    return written != name and written in message.text and not is_told


def _is_numbered(name: str, *, material: Material) -> bool:
    """Say whether a name is the word before a number: "Dossier TA-26-4471" names a file."""
    behind = material.subject.partition(f"{name} ")[2].split()
    return is_of_number(name) or (bool(behind) and is_of_number(f"{name} {behind[0]}"))


def _cuts_form(choice: Choice, *, chosen: str) -> bool:
    """Say whether a choice is the beginning of a name that goes on to its legal form, or past its kin.

    Nor is the "Klinik" of "Klinik Seeblick" a name: it says but what that is.
    """
    is_kind = choice.text.lower() in name_words().kinds
    is_longer = has_legal_form(chosen) or is_of_kin(chosen) or is_kind
    return is_longer and company_key(chosen).startswith(f"{choice.key} ")


def _opens_with_matter(choice: Choice, *, chosen: str) -> bool:
    """Say whether a choice is the chosen name behind what its subject is of: "Invitation Larch Hall"."""
    matter = choice.text.removesuffix(f" {chosen}") if chosen else choice.text
    words = matter.lower().split()
    return matter != choice.text and name_words().matters.issuperset(words[-1:])


def _is_unheard(choice: Choice, *, chosen: str) -> bool:
    """Say whether lines under a mail alone have a name that the finder never heard, beside what the rules chose.

    "Sinéad Marlin" over "HR".
    """
    return bool(chosen) and choice.chance <= 0 and {*choice.places} == {"signature"}


def _is_surname(choice: Choice, *, chosen: str, material: Material) -> bool:
    """Say whether the finder alone took a writer's surname for the firm called after it: "Quillan" for Quillan Vets."""
    family = company_key(material.message.sender.name).rpartition(" ")[2]
    is_theirs = is_person(material.message.sender) and choice.key == family
    begins = company_key(chosen).startswith(f"{choice.key} ")
    return is_theirs and begins and not choice.places


def _opens_with_opening(choice: Choice, *, material: Material) -> bool:
    """Say whether the finder alone took a subject's "Vakanz Gebäudetechnik" for a name, which no sender bears."""
    first, _, rest = choice.key.partition(" ")
    is_matter = first in name_words().matters
    if choice.places or not (is_matter and rest) or choice.text in material.prose:
        return False
    sender = material.message.sender
    shown = compact(company_key(f"{sender.name} {sender.domain}"))
    return compact(rest) not in shown


def _is_only_kind(choice: Choice, *, chosen: str) -> bool:
    """Say whether the finder alone hardly hears for a name the word for what a place is: "im Betriebsrestaurant"."""
    is_faint = not choice.places and choice.chance < _PLAINLY_HEARD
    ends = any(choice.key.endswith(kind) for kind in _KINDS_OF_PLACES)
    return bool(chosen) and is_faint and " " not in choice.text and ends


_KINDS_OF_PLACES = frozenset(
    ("restaurant", "kantine", "filiale", "küche", "kueche", "lager", "zentrum", "heim", "schule", "klinik", "praxis", "werkstatt", "standort")
)  # fmt: skip


def _is_beside_sender(
    choice: Choice, *, chosen: str, names: Sequence[Candidate]
) -> bool:
    """Say whether the finder alone hardly hears a name beside the one that a sender and its address both show.

    "We opened in Larch City" by "Amber at Fern <amber@fernoralhealth.example>".
    """
    if choice.places or choice.chance >= _PLAINLY_HEARD or not chosen:
        return False
    key = compact(company_key(chosen))
    borne = {
        each.place
        for each in names
        if (own := compact(company_key(each.name)))
        and (key.startswith(own) or own.startswith(key))
    }
    is_part = choice.key in company_key(chosen) or company_key(chosen) in choice.key
    return not is_part and {"display", "domain"} <= borne


def _is_partner(choice: Choice, *, chosen: str, material: Material) -> bool:
    """Say whether a choice is the last of the names of a firm, which the sender's domain spells whole.

    "Tietz" signs for hollmann-tietz.example.
    """
    words = company_key(chosen).split()
    is_last = len(words) > 1 and choice.key == words[-1]
    if not is_last or choice.places.keys() - {"signature"}:
        return False
    label = registrable_label(material.message.sender.domain)
    return compact(company_key(chosen)) in label_variants(label)


# "The Basic Electrical & Mechanical test (60 min)": what a test is called goes on to its noun.
_GOES_ON_TO_TEST = re.compile(
    r"(?: ?(?:&|and|und|et|y|e|en|i|och|ve|/) ?| )(?:[\w-]+ ){0,3}?(?:tests?|assessments?|exams?|examinations?|quiz|prüfung|toets|prueba|prova|épreuve|sınavı?|prov)\b",
    re.IGNORECASE,
)


def _names_test(choice: Choice, *, chosen: str, material: Material) -> bool:
    """Say whether the finder alone took for a name, beside another, what a test is called."""
    if choice.places or not chosen:
        return False
    ends = [end for _, end in whole_places(choice.text, material.prose)]
    return bool(ends) and all(_GOES_ON_TO_TEST.match(material.prose, e) for e in ends)


# "Pharos Online Assessment": a name goes on with what it calls its test.
_OWN_TEST = re.compile(
    r"(?: [\w-]+){0,2} (?:tests?|assessments?|exams?|examinations?|quiz|einstellungstest|onlinetest|online-test)",
    re.IGNORECASE,
)


def _calls_test(choice: Choice, *, chosen: str) -> bool:
    """Say whether a choice is the name that the rules chose and what its test is called."""
    rest = choice.text.removeprefix(chosen)
    return bool(chosen) and rest != choice.text and bool(_OWN_TEST.fullmatch(rest))


def _can_employ(
    choice: Choice, *, material: Material, ruled: Mapping[str, Ruled]
) -> bool:
    """Say whether the rules could take a name for the employer's, whatever they chose."""
    if _ADDRESSED.fullmatch(choice.text):
        return False
    is_place = choice.text.partition(" ")[0].lower() in _LABELS_OF_PLACES
    is_place = is_place or is_building(choice.text) or is_address(choice.text)
    if is_place or is_street(choice.text, text=material.prose):
        return False
    if _is_of_file(choice.text, material=material):
        return False
    sender = material.message.sender
    if any(is_field(choice.text, line=each, sender=sender) for each in material.lines):
        return False
    is_faint = not choice.places and choice.chance < _LEAST_HEARD
    if is_faint and ruled["company"].chosen:
        return False
    if _names_test(choice, chosen=ruled["company"].chosen, material=material):
        return False
    if is_on_paper(choice.text, material=material):
        # "… heeft een afgeronde opleiding Social Work".
        return False
    is_of_house = choice.text.rpartition(" ")[2].lower() in BUILDINGS
    if is_of_house and ruled["company"].chosen:
        # "Larkfield House" is where Larkfield Housing has its office.
        return False
    place = next(iter(choice.places), "body")
    if choice.parts:
        place = "signature" if set(choice.parts) == {LAST_LINES} else "body"
    return can_employ(
        Candidate(choice.text, place, _SURE_WEIGHT),
        beside=ruled["company"].found,
        material=material,
        roles=ruled["role"].found,
    )
