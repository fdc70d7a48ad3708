from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.small_parts import outer_parts
from onward.mail.rules.basics.text import fold, lower

NO = "The panel met on Monday, and the post goes to somebody who lives on the island."
LETTER = f"Dear Ada,\n\nthank you for coming over in that weather. {NO}\n\nKind regards\nFinn"
UNSIGNED = LETTER.partition("\n\nKind")[0]


def left(text: str) -> str:
    """Return what stays of a text, on one line."""
    kept, at = [], 0
    for start, end in outer_parts(text, lower(fold(text))):
        kept.append(text[at:start])
        at = end
    return " ".join(" ".join((*kept, text[at:])).split())


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "small",
    [
        "Whatever reached this mailbox by way of a ferry ought to be dried before use.",
        "Letters leave our house unopened, and no liability is taken for the ferry.",
        "Was auf diesem Wege kommt, ist nicht für fremde Augen gedacht und zu vernichten.",
        "Ce qui est écrit ici ne regarde que son destinataire, et nul autre lecteur.",
        "Impostors have been offering jobs in our name. We never ask applicants for a fee.",
        "Rate our service (https://x.example/1)",
    ],
)
def test_prose_below_the_closing_words_is_small_print_however_it_is_worded(
    small: str,
) -> None:
    assert left(f"{LETTER}\n\n{small}") == flat(LETTER)


@pytest.mark.parametrize(
    "small",
    [
        "The origin of this item is not our network. Treat its links with suspicion.",
        "Am Samstag schläft die Seite wegen einer Wartung zwischen sechs und elf Uhr.",
        "Layout broken? (https://x.example/1)",
    ],
)
def test_so_is_prose_above_the_greeting(small: str) -> None:
    assert left(f"{small}\n\n{LETTER}") == flat(LETTER)


def test_a_mail_that_nobody_signs_ends_in_paragraphs_that_show_signs_together() -> None:
    small = (
        "Post kann abgefangen, verfälscht oder verseucht sein.\n\n"
        "Für Schäden und Auslassungen haften wir nicht, auch nicht gegenüber Behörden."
    )
    assert left(f"{UNSIGNED}\n\n{small}") == flat(UNSIGNED)
    alone = "Für Schäden an Bord kann leider niemand etwas außer uns selbst tun."
    assert left(f"{UNSIGNED}\n\n{alone}") == flat(f"{UNSIGNED}\n\n{alone}")


@pytest.mark.parametrize(
    "words",
    [
        NO.replace("The panel", "Unfortunately the panel"),
        "P.S. Whatever is left of the soup is in the kitchen on the left hand side.",
        "Attachments: the plan of the harbour, the list of ferries and a small map.",
        "- Baker, Port Ellery, from May on\n- Cook, Dunmore, from June on, part time",
        "Please do not reply to this message, nobody reads what arrives at this address.",
        "Your application stays with us for the summer, and you may ask after it then.",
        "Choose a slot for the interview (https://x.example/1)",
        "> The soup is in the kitchen, on the left hand side, and may be warm by now.",
        "Finn Tarr\nHead of Ferries\nPort Ellery Lines",
    ],
)
def test_what_may_be_an_answer_stays_below_the_closing_words(words: str) -> None:
    assert left(f"{LETTER}\n\n{words}") == flat(f"{LETTER}\n\n{words}")


def test_somebodys_remark_above_a_mail_that_is_passed_on_stays() -> None:
    text = (
        "Four sentences, and the name is wrong in two of those four sentences.\n\n"
        "-----Original Message-----\nFrom: Finn <finn@x.example>\n"
        f"Sent: Monday\nTo: Ada\nSubject: Hello\n\n{LETTER}"
    )
    assert left(text) == flat(text)


def test_a_firms_name_stays_before_its_small_print_and_its_owners_goes() -> None:
    small = (
        "Port Ellery Lines runs ferries on three seas. Its owner is the Wiesmoor "
        "Holding SE, and both are supervised."
    )
    assert left(f"{LETTER}\n\n{small}") == flat(f"{LETTER} Port Ellery Lines")


def test_who_signs_for_whom_stays_above_small_print_that_no_empty_line_parts_from_it() -> (
    None
):
    card = "Dr Rosa Penhale (she/her)\nHead of Learning and Boats\nTolmen Quay Museums Trust"
    small = "I work odd days and may send letters at night. Nobody needs to answer at night."
    assert left(f"{LETTER}\n\n{card}\n{small}") == flat(f"{LETTER}\n\n{card}")


def test_small_print_that_a_person_is_named_in_goes_from_its_first_sentence_on() -> (
    None
):
    small = (
        "Rosa Penhale keeps the list of what may be read, and by whom, in this house."
    )
    assert left(f"{LETTER}\n\n{small}") == flat(f"{LETTER}\n\nRosa Penhale")


def test_a_mail_that_says_nothing_else_keeps_its_words() -> None:
    text = (
        "Dear Ada,\n\nhello.\n\nKind regards\n\n"
        "Whatever reached this mailbox by way of a ferry ought to be dried before use."
    )
    assert left(text) == flat(text)


_PIECES = st.sampled_from(
    [
        *(
            "Dear Ada,",
            NO,
            "\n",
            "\n\n",
            "> ",
            "Kind regards",
            "Finn GmbH",
            "recipient",
        ),
        *("No warranty is given by the Holding for malware, fees or any damages.", "|"),
        *("https://x.example/1", "\u00ad", "İ", "On Monday, Finn wrote:", "P.S. "),
    ]
)


@given(text=st.lists(_PIECES, max_size=16).map("".join) | st.text())
def test_spans_are_in_order_and_words_are_left(text: str) -> None:
    spans = outer_parts(text, lower(fold(text)))
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert not spans or left(text)
