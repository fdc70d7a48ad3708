from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.html_text import (
    ENOUGH_WORDS_CHARS,
    FIRST_GLANCE_CHARS,
    first_words,
    html_glance,
    html_to_text,
)


def to_text(html: str) -> str:
    return html_to_text(html, max_chars=100_000)


def test_blocks_become_lines_and_inline_words_stay_together() -> None:
    html = (
        "Hi<div>We <b>re</b>ceived <i>it</i>.</div><p>One<br>two</p><ul><li>a<li>b</ul>"
    )
    assert to_text(html) == "Hi\nWe received it.\nOne\ntwo\na\nb"


def test_cells_of_a_row_stay_on_one_line_in_the_order_they_are_seen() -> None:
    html = "<TABLE><TR><TD>Role:</TD><TD>Nurse</TD></TR><TR><TD>City</TD></TR></TABLE>"
    assert to_text(html) == "Role: Nurse\nCity"


def test_cells_of_a_table_that_names_its_columns_stay_apart() -> None:
    html = (
        "<p>Your  applications</p><table><tr><th>Role</th><th>Where it stands</th></tr>"
        "<tr><td> Night <b>nurse</b></td><td></td><td>Not\nselected</td></tr></table>"
    )
    assert to_text(html) == (
        "Your applications\nRole\tWhere it stands\nNight nurse\tNot selected"
    )


def test_styles_scripts_comments_and_hidden_words_are_left_out() -> None:
    html = (
        "<style>a{}</style><script>b()</script><!-- c --><title>d</title>"
        "<div style='DISPLAY:NONE'>e</div><p hidden>f</p><p>seen</p>"
    )
    assert to_text(html) == "seen"


def test_words_are_kept_where_all_of_them_are_hidden() -> None:
    assert to_text("<div style='display:none'>the only words</div>") == "the only words"


def test_a_useful_link_is_written_behind_its_words() -> None:
    html = '<a href="https://meet.quillmoor.example/1">Choose a time</a>'
    assert to_text(html) == "Choose a time (https://meet.quillmoor.example/1)"


def test_links_that_say_nothing_are_left_out() -> None:
    for html in (
        '<a href="https://quillmoor.example/unsubscribe">Stop</a>',
        '<a href="https://quillmoor.example/p">Privacy</a>',
        '<a href="mailto:a@quillmoor.example">Write</a>',
        '<a href="javascript:run()">Press</a>',
        f'<a href="https://click.example/{"x" * 300}">Press</a>',
        '<a href="https://quillmoor.example/">https://quillmoor.example</a>',
        '<a href="https://quillmoor.example/"><img src="x"></a>',
    ):
        assert "(" not in to_text(html)


def test_quoted_replies_are_marked_and_indents_are_not() -> None:
    html = '<p>New</p><blockquote type="cite">Old<blockquote type="cite">Older'
    assert to_text(html) == "New\n> Old\n> > Older"
    assert to_text("<blockquote style='margin:0'>Words</blockquote>") == "Words"


def test_a_long_head_does_not_push_the_words_out() -> None:
    html = f"<html><head><style>{'x' * 9_000}</style></head><body>Words</body></html>"
    assert html_to_text(html, max_chars=500) == "Words"
    assert html_glance(html, max_chars=500) == "Words"


def test_the_glance_holds_the_words_on_one_line() -> None:
    html = "<style>a{}</style><p>Your <b>application</b></p><table><td>x</td><td>y</td>"
    assert html_glance(html, max_chars=500) == "Your application x y"


def test_the_first_words_are_told_by_brackets_alone() -> None:
    html = "<p>Your <b>application</b></p><td style='a:b'>x&amp;y</td><td style='cut"
    assert first_words(html, max_chars=500) == "Your application x&y"
    assert first_words("<p>one</p><p>two</p>", max_chars=10) == "one"
    assert first_words("<style>a{}</style><p>Words</p>", max_chars=500) == "Words"


@given(html=st.text() | st.text(alphabet="<>/=\"' abdiprtv-!\0\f\x0e&;"))
def test_no_markup_makes_it_raise(html: str) -> None:
    to_text(html)
    html_glance(html, max_chars=100)
    first_words(html, max_chars=100)


def test_a_glance_reads_on_where_the_beginning_is_all_markup() -> None:
    markup = "<table><tr><td style='padding:0'></td></tr></table>" * 600
    assert len(markup) > FIRST_GLANCE_CHARS
    html = f"<body>{markup}<p>We are sorry.</p></body>"
    assert html_glance(html, max_chars=60_000) == "We are sorry."


def test_a_glance_stops_where_it_has_words_enough() -> None:
    words = "<p>" + "seven little words for one short glance " * 800 + "</p>"
    glance = html_glance(f"<body>{words}<p>end</p></body>", max_chars=60_000)
    assert ENOUGH_WORDS_CHARS < len(glance) <= FIRST_GLANCE_CHARS
    assert "end" not in glance


def test_preheaders_are_hidden_in_more_ways_than_one() -> None:
    for style in (
        "visibility: hidden;height:0",
        "max-height:0px;overflow:hidden",
        "font-size:1px;max-height: 0;opacity:0",
    ):
        html = f'<div style="{style}">e &zwnj;&nbsp;</div><p>seen</p>'
        assert to_text(html) == "seen"


def test_a_glance_is_not_filled_by_signs_that_show_nothing() -> None:
    html = f"<div>Hello{'&#847;&zwnj;&nbsp;' * 500}</div><p>We are sorry.</p>"
    assert html_glance(html, max_chars=60_000) == "Hello We are sorry."
