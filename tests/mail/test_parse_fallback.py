from __future__ import annotations

from onward.mail.body import text_of, walk
from onward.mail.parse_fallback import MAX_DEPTH, mended, parse_standard


def test_parts_have_the_shape_of_the_fast_ones() -> None:
    root = parse_standard(
        b"Content-Type: multipart/mixed; boundary=e\n\n--e\n"
        b"Content-Disposition: Attachment; filename=a.txt\n\nwords\n--e--\n"
    )
    (child,) = root.children
    assert (root.content_type, root.content) == ("multipart/mixed", None)
    assert (child.disposition, child.filename, child.content) == (
        "attachment",
        "a.txt",
        b"words",
    )


def test_a_tree_without_end_is_read_to_a_depth() -> None:
    raw = b"words"
    for level in range(200):
        edge = b"e%d" % level
        raw = (
            b"Content-Type: multipart/mixed; boundary="
            + edge
            + b"\n\n--"
            + edge
            + b"\n"
            + raw
            + b"\n--"
            + edge
            + b"--\n"
        )
    root = parse_standard(raw)
    assert len(list(walk(root))) <= MAX_DEPTH + 2
    assert text_of(root) == ""


def test_a_body_under_another_boundary_is_mended() -> None:
    body = b"\n--other\nContent-Type: text/plain\n\nwords\n--other--\n"
    assert text_of(parse_standard(mended(body))) == "words"
    assert text_of(parse_standard(mended(b"\nwords alone\n"))) == "words alone"
