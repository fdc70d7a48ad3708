"""Compiled expressions are the same as those Python compiles, or Python compiles them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.core.expressions import FILE, LEAST_CODE, Shelf, forget_compiled
from tests.conftest import LESS

_LONG = "|".join(f"word{n}" for n in range(LEAST_CODE))
_PARTS = st.sampled_from(
    [
        *("a", r"\w+", r"\b", "[^a-zß]", "(?P<name>x+)", "(y|z)", r"(?<!\d)", "(?=é)"),
        *("(?i:Straße)", r"\d{2,4}?", "^", "$", "(?:ab)*", ".", "ı", "İ", r"(?>n+)"),
    ]
)
_FLAGS = st.sampled_from(
    [0, re.IGNORECASE, re.MULTILINE, re.IGNORECASE | re.ASCII, re.VERBOSE, re.DOTALL]
)


def _shelf(folder: Path | str) -> Shelf:
    return Shelf(Path(folder) / FILE)


def _kept(folder: Path, *patterns: str) -> None:
    shelf = _shelf(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_compiler, "_code", shelf.hear)
        for pattern in patterns:
            shelf.compile(pattern)
    shelf.write()


def _is_kept(folder: Path, pattern: str) -> bool:
    """Say whether an expression comes from the file: nothing is compiled for it."""
    shelf = _shelf(folder)
    compiled = []

    def hear(*words: object) -> object:
        compiled.append(words)
        return shelf.hear(*words)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_compiler, "_code", hear)
        made = shelf.compile(pattern)
    assert made == re.compile(pattern)
    return not compiled


@settings(max_examples=100 // LESS, deadline=None)
@given(
    parts=st.lists(_PARTS, min_size=1, max_size=8, unique=True),
    flags=_FLAGS,
    text=st.text("aAxyzéßıİstraße0123 \n", max_size=30),
    is_bytes=st.booleans(),
)
def test_what_is_kept_is_what_python_compiles(
    parts: list[str], flags: int, text: str, is_bytes: bool
) -> None:
    plain = f"{''.join(parts)}|{_LONG}"
    words = plain.encode("latin-1", "ignore") if is_bytes else plain
    said = text.encode() if is_bytes else text
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        shelf = _shelf(folder)
        patch.setattr(_compiler, "_code", shelf.hear)
        # Past Python's own memory of what it compiled.
        first = shelf.compile(words, flags)
        shelf.write()
        later = _shelf(folder)
        patch.setattr(_compiler, "_code", lambda *_: pytest.fail("it was compiled"))
        again = later.compile(words, flags)
    assert again == first
    assert again.groupindex == first.groupindex
    assert [m.span() for m in again.finditer(said)] == [
        m.span() for m in first.finditer(said)
    ]


def test_what_is_short_or_odd_is_left_to_python(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_compiler, "_code", shelf.hear)
        assert shelf.compile("ab") == re.compile("ab")
        assert shelf.compile(_LONG.encode(), re.LOCALE).flags & re.LOCALE
        with pytest.raises(re.error):
            shelf.compile(f"({_LONG}")
    assert not shelf.new
    shelf.write()
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("at", [0, 5, 40, 300, -200, -1])
def test_a_damaged_file_keeps_nothing(tmp_path: Path, at: int) -> None:
    _kept(tmp_path, _LONG)
    file = tmp_path / FILE
    assert _is_kept(tmp_path, _LONG)
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert not _is_kept(tmp_path, _LONG)
    file.write_bytes(bytes(data)[: len(data) // 2])
    assert not _is_kept(tmp_path, _LONG)


def test_what_another_process_wrote_meanwhile_stays(tmp_path: Path) -> None:
    one, other = _shelf(tmp_path), _shelf(tmp_path)
    for shelf, words in ((one, f"one|{_LONG}"), (other, f"other|{_LONG}")):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_compiler, "_code", shelf.hear)
            shelf.compile(words)
    one.write()
    other.write()
    assert _is_kept(tmp_path, f"one|{_LONG}")
    assert _is_kept(tmp_path, f"other|{_LONG}")
    assert [each.name for each in tmp_path.iterdir()] == [FILE]


def test_too_large_a_file_is_begun_anew_with_what_is_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(tmp_path, f"one|{_LONG}", f"other|{_LONG}")
    monkeypatch.setattr("onward.core.expressions.MOST_BYTES", 5)
    shelf = _shelf(tmp_path)
    monkeypatch.setattr(_compiler, "_code", shelf.hear)
    shelf.compile(f"one|{_LONG}")
    shelf.compile(f"third|{_LONG}")
    shelf.write()
    assert not _is_kept(tmp_path, f"other|{_LONG}")
    assert _is_kept(tmp_path, f"one|{_LONG}")
    assert _is_kept(tmp_path, f"third|{_LONG}")


def test_an_expression_compiled_twice_is_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(tmp_path, _LONG)
    file = tmp_path / FILE
    os.utime(file, (1, 1))
    shelf = _shelf(tmp_path)
    monkeypatch.setattr(_compiler, "_code", shelf.hear)
    # Past Python's own memory, which keeps a few hundred.
    assert shelf.compile(_LONG) == shelf.compile(_LONG)
    shelf.write()
    assert file.stat().st_mtime == 1


def test_what_a_process_that_was_ended_left_half_is_no_copy_and_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(tmp_path, _LONG)
    shelf = _shelf(tmp_path)
    monkeypatch.setattr(_compiler, "_code", shelf.hear)
    shelf.compile(f"new|{_LONG}")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda *_: 1 / 0)
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(ZeroDivisionError):
            shelf.write()
    left = {each.name for each in tmp_path.iterdir()} - {FILE}
    # Copies of the data folder leave out what ends so.
    assert len(left) == 1
    assert left.pop().endswith(".part")
    (tmp_path / "other").touch()
    forget_compiled(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["other"]


_STARTS = """
import re, sys
from pathlib import Path
from re import _compiler
from onward.core.expressions import forget_compiled, keep_compiled
compiled = []
code = _compiler._code
folder = Path(sys.argv[1])
keep_compiled(folder, writes=sys.argv[-1] != "only")
hear = _compiler._code
def count(*words):
    compiled.append(1)
    return hear(*words)
_compiler._code = count
assert re.compile(sys.argv[2]).search("some word7")
print(len(compiled))
if "forget" in sys.argv:
    forget_compiled(folder)
    assert _compiler._code is not hear
"""


def test_the_next_start_compiles_nothing(tmp_path: Path) -> None:
    def start(*more: str) -> str:
        command = [sys.executable, "-c", _STARTS, str(tmp_path), _LONG, *more]
        return subprocess.run(
            command, env=dict(os.environ), capture_output=True, text=True, check=True
        ).stdout.strip()

    assert start() == "1"
    assert start() == "0"
    assert start("forget") == "0"
    assert not (tmp_path / FILE).exists()
    assert start() == "1"
    assert (tmp_path / FILE).exists()


def test_where_nothing_may_be_written_what_is_kept_is_used_and_nothing_added(
    tmp_path: Path,
) -> None:
    def start(pattern: str, *more: str) -> str:
        command = [sys.executable, "-c", _STARTS, str(tmp_path), pattern, *more]
        return subprocess.run(
            command, env=dict(os.environ), capture_output=True, text=True, check=True
        ).stdout.strip()

    assert start(_LONG, "only") == "1"
    assert not list(tmp_path.iterdir())
    start(_LONG)
    before = (tmp_path / FILE).read_bytes()
    assert start(_LONG, "only") == "0"
    assert start(f"more|{_LONG}", "only") == "1"
    assert (tmp_path / FILE).read_bytes() == before
