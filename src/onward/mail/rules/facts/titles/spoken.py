"""The language that a title asks for: "Payroll Clerk with German" is what the work is called."""

from __future__ import annotations

import re

_LANGUAGES = (
    r"english|german|french|spanish|italian|portuguese|dutch|polish|swedish|danish|norwegian|finnish|turkish|czech|hungarian|romanian|ukrainian|russian|greek|irish|arabic|mandarin"
    r"|englisch|deutsch|französisch|spanisch|italienisch|portugiesisch|niederländisch|polnisch|schwedisch|türkisch|tschechisch|ungarisch|ukrainisch|russisch"
    r"|anglais|allemand|français|espagnol|italien|portugais|néerlandais|polonais|suédois|turc|russe|arabe"
    r"|inglés|alemán|francés|español|italiano|portugués|neerlandés|polaco|sueco|turco|ruso|catalán|euskera|gallego"
    r"|inglese|tedesco|francese|spagnolo|portoghese|olandese|polacco|svedese|russo"
    r"|inglês|alemão|francês|espanhol|português|holandês|neerlandês"
    r"|engels|duits|frans|spaans|italiaans|portugees|pools|zweeds|turks"
    r"|angielskim|niemieckim|francuskim|hiszpańskim|włoskim|portugalskim|niderlandzkim|polskim|szwedzkim|duńskim|norweskim|czeskim|ukraińskim|rosyjskim"
    r"|engelska|tyska|franska|spanska|italienska|nederländska|polska|svenska|danska|norska|finska|turkiska"
)
_HOW_WELL = r"(?:(?:fluent|good|native|business|very good|guten|sehr guten|fließendem|goed|vloeiend|bon|buen|buon|bom|god|flytande|biegłym|językiem|jęz\.|j\.) )"
_ONE = rf"{_HOW_WELL}{{0,2}}(?:{_LANGUAGES})"
WITH_LANGUAGE = re.compile(
    rf" (?i:(?:with|mit|avec|con|com|met|med|ze?) (?:l['’])?{_ONE}"
    rf"(?: ?(?:and|or|und|oder|et|ou|y|o|e|en|of|i|oraz|lub|och|eller|&|/|\+) ?{_ONE})?)"
    # "Clerk with English Pantry Ltd" is at that firm's.
    r"(?![\w'’-])(?! (?:& )?[A-ZÀ-ÞĄ-Ż])"
)
"""What stands right behind a title with a language; that of a firm's name goes on."""
