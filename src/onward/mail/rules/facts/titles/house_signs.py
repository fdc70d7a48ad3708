"""Names of houses in which a word of work is none: "The King's Head", "Baker's Arms"; pure."""

from __future__ import annotations

import re
from functools import lru_cache

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆÓ]"
_OF_HOUSES = (
    r"(?:(?:The|Old|Olde|Ye|New|Royal|Little|Jolly|Merry|Lucky|Happy|Three|Two) )"
)
_KIND = r"(?:Inn|Hotel|Pub|Bar|House|Tavern|Restaurant|Kitchen|Caf[eé]|Bistro|Brewery)"
_BELONGS = (
    r"(?:Head|Arms|House|Inn|Hotel|Tavern|Tap|Rest|Return|Table|Kitchen|Pantry|Larder|Oven|Yard|Barn|Corner|Lodge"
    r"|Cottage|Nook|Loft|Haven|Haunt|Den|Hall|Caf[eé]|Bistro|Bar|Pub|Restaurant|Bakery|Brewery|Deli|Diner|Grill)"
)
# "Women's Head of Football" is somebody's work, and so is what belongs to no one trade.
_NO_TRADE = r"(?!(?:Men|Women|Children|Girl|Boy|Lad(?:y|ie)|Infant|Junior|Senior|Youth|People)s?['’])"
_ON_SIGNS = (
    r"(?:King|Queen|Prince|Duke|Bishop|Monk|Maiden|Saracen|Turk|Moor|Shepherd|Nag|Boar|Bull|Ram|Stag|Bear|Lamb|Raven|Swan"
    r"|Horse|Buck|Fox|Lion|Dog|Hog|Cow|Goat|Hart)s"
)
_NOT_OF = r"(?! (?:of|for|and|&)\b)"
_LODGING = r"(?:Gasthaus|Gasthof|Landgasthof|Landhaus|Wirtshaus|Brauhaus|Weinhaus|Weinstube|Pension|Hotel|Restaurant|Café)"
_ALBERGO = (
    r"(?:Auberge|Hôtel|Hotel|Relais|Taverne|Bistrot?|Brasserie|Restaurant|Café|Mesón|Posada|Hostal|Hostería|Taberna|Venta"
    r"|Restaurante|Osteria|Trattoria|Locanda|Albergo|Ristorante|Tasca|Adega)"
)
_SIGNS = re.compile(
    rf"(?<!\w)(?:{_OF_HOUSES}{{0,3}}{_NO_TRADE}{_CAPITAL}\w+(?:['’]s|s['’]) {_BELONGS}(?: {_KIND})?(?!\w){_NOT_OF}"
    rf"|{_OF_HOUSES}{{0,3}}{_ON_SIGNS} Head(?: {_KIND})?(?!\w){_NOT_OF}"
    rf"|{_OF_HOUSES}{{0,3}}{_CAPITAL}\w+s (?:Arms|Tap|Rest)(?!\w){_NOT_OF}"
    rf"|{_OF_HOUSES}{{1,3}}{_CAPITAL}\w+ (?:Arms|Inn|Tavern)(?!\w){_NOT_OF}"
    rf"|{_LODGING} [Zz]u[mr] (?:{_CAPITAL}\w+en )?{_CAPITAL}\w+"
    rf"|^Zu[mr] {_CAPITAL}\w+en {_CAPITAL}\w+"
    rf"|{_ALBERGO} (?:du|de la|des|del|della|dei|delle|de los|do|da|dos) {_CAPITAL}\w+"
    rf"|(?:Herberg|Hotel|Eetcafé|Brasserie|Restaurant|Café|Taverne) De {_CAPITAL}\w+"
    rf"|(?:Karczma|Zajazd|Gospoda|Oberża|Restauracja) (?:[Uu]|[Pp]od) {_CAPITAL}\w+)"
)


@lru_cache(maxsize=4096)
def without_house_signs(text: str) -> str:
    """Return a text without the names of houses that a word of work is part of.

    An inn is called by its sign, and by whose it is: nobody works as the "Head" of "The King's
    Head". What stands around stays: "Cook - The King's Head" speaks of a cook.
    """
    return _SIGNS.sub(" ", text)
