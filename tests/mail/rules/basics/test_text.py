from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.text import fold, folded, lower, strip_quoted


def own(text: str) -> str:
    return "".join(text[start:end] for start, end in strip_quoted(text))


def test_smart_quotes_dashes_and_spaces_are_folded_in_place() -> None:
    assert fold("we’ll\u00a0not – “no”") == 'we\'ll not - "no"'


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(lower(text)) == len(text)


def test_a_dotted_capital_is_lower_case_too() -> None:
    assert lower("İŞ İLANI – İş") == "iş ilani – iş"


@given(st.text(alphabet="aeuß\u0308\u00adﬁİ x\n’"))
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    plain = folded(text)
    for index in range(len(plain.text)):
        start, end = plain.span(index, index + 1)
        assert 0 <= start < end <= len(text)


def test_a_soft_hyphen_and_a_decomposed_umlaut_do_not_hide_a_word() -> None:
    plain = folded("Ver\u00adgabe u\u0308ber")
    assert plain.text == "vergabe über"
    start, end = plain.span(8, 12)
    assert "Ver\u00adgabe u\u0308ber"[start:end].startswith("u\u0308ber"[:2])


def test_a_quoted_reply_is_not_the_writers_own() -> None:
    text = (
        "See you then.\n\nOn Mon, Jan 5, 2026 at 3:04 PM Kim <k@x.example> wrote:\n> no"
    )
    assert own(text).strip() == "See you then."


def test_a_wrapped_reply_introduction_goes_with_the_quote() -> None:
    text = "Gern, bis dann.\n\nAm 5. Januar 2026 um 15:04 schrieb Kim Stein\n<k@x.example>:\n> nein"
    assert own(text).strip() == "Gern, bis dann."


def test_an_outlook_header_block_ends_the_writers_own_words() -> None:
    text = "Danke, das passt.\n\nVon: Kim Stein\nGesendet: Montag\nAn: mich\n\nAbsage"
    assert own(text).strip() == "Danke, das passt."


def test_a_bare_forward_keeps_its_words() -> None:
    text = (
        "---------- Forwarded message ---------\nFrom: x <a@x.example>\nDate: y\n\nNo."
    )
    assert "No." in own(text)


def test_a_signature_is_left_out() -> None:
    assert own("All the best to you\n-- \nOnward Ltd, we never say no").strip() == (
        "All the best to you"
    )


def test_words_between_quoted_lines_are_kept() -> None:
    assert own("> when?\nOn Tuesday at nine.\n> where?\nIn our office.") == (
        "\nOn Tuesday at nine.\n\nIn our office."
    )


@given(st.text(alphabet="ab >\n-:wrote"))
def test_own_spans_are_in_order_and_inside(text: str) -> None:
    last = 0
    for start, end in strip_quoted(text):
        assert last <= start <= end <= len(text)
        last = end
