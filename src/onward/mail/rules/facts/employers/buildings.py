"""Names of an employer's buildings, in which one meets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.core.expressions import compiled_once
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.names import compact, company_key
from onward.mail.rules.facts.material import Material

# "Saalestern Umschlaghalle B", "Larch Warehouse 4": in which of its buildings one meets.
_IN_BUILDING = re.compile(
    r" (?:\w*(?:halle|lager|werk|gebäude|terminal|depot|bau)|tor|warehouse|hall|building|unit|block|dock|gate|wing|depot|entrepôt"
    r"|bâtiment|hangar|quai|nave|almacén|edificio|muelle|capannone|magazzino|stabilimento|loods|hal|magazijn|gebouw|armazém|pavilhão"
    r"|edifício|hala|magazyn|budynek|bina|byggnad|lagerhall)"
    r" (?:[a-z]|\d{1,3} ?[a-z]?|nord|süd|ost|west|north|south|east|nord|sud|est|ouest|norte|sur)",
    re.IGNORECASE,
)


def is_building_of(
    name: str, *, beside: Sequence[Candidate], material: Material
) -> bool:
    """Say whether a name is that of another candidate and of a building of theirs.

    The number of the building may have been cut off; what the sender shows is a name: "Theater
    Halle 7".
    """
    sender, key = material.message.sender, compact(company_key(name))
    shown = compact(company_key(sender.name)) + sender.domain.replace("-", "")
    # A last line that is the first word of a name alone signs with it: it names no other house.
    heads = [
        c.name
        for c in beside
        if name.startswith(f"{c.name} ") and (c.place != "signature")
    ]
    if key in shown or not heads:
        return False
    numbered = compiled_once(rf"{re.escape(name)}( \d{{1,3}})(?!\w)")
    cut = numbered.search(material.prose)
    whole = name + (cut[1] if cut is not None else "")
    return any(_IN_BUILDING.fullmatch(whole[len(head) :]) for head in heads)
