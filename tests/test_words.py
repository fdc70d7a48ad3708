"""The product's own words: what no template, string or data file says to a person."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "onward"

BANNED = {
    "you should": r"\byou should\b",
    "you must": r"\byou must\b",
    "must": r"\bmust\b",
    "just": r"\bjust\b",
    "at least": r"\bat least\b",
    "everything happens for a reason": r"\beverything happens for a reason\b",
    "stay positive": r"\bstay positive\b",
    "good vibes": r"\bgood vibes\b",
    "don't be": r"\b(don['’]t|do not) be\b",
    "failed": r"\bfail(ed|ure|ures|ing)?\b",
    "due": r"\bdue\b",
    "closer to a yes": r"\bcloser to (a )?yes\b",
    "streak": r"\bstreaks?\b",
    "missed": r"\bmissed\b",
    "only N left": r"\bonly (\d+|one|two|three|a few|N) (\w+ )?left\b",
    "exclamation mark": r"!",
    "emoji": "[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]",
}
PATTERNS = {name: re.compile(words, re.IGNORECASE) for name, words in BANNED.items()}

# What is said once each, so that the catcher is seen to catch.
CAUGHT = {
    "you should": "You should apply again.",
    "you must": "You must enter a day.",
    "must": "This must be filled in.",
    "just": "It is just a no.",
    "at least": "At least you tried.",
    "everything happens for a reason": "Everything happens for a reason.",
    "stay positive": "Stay positive.",
    "good vibes": "Good vibes only.",
    "don't be": "Don’t be sad.",
    "failed": "Your application failed.",
    "due": "An offer is due.",
    "closer to a yes": "You are one step closer to a yes.",
    "streak": "A streak of 3.",
    "missed": "You missed a day.",
    "only N left": "Only 3 days left",
    "exclamation mark": "Well done!",
    "emoji": "Well done \U0001f389",
}
ALLOWED = ["a justified no", "the residue", "adjust it", "He missent it", "unfailing"]

GETTEXT = {
    *("_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"),
    *("pgettext", "pgettext_lazy", "npgettext"),
}
SPOKEN = {"echo", "secho", "Stop", "UsageError", "ClickException", "BadParameter"}
SPOKEN_KEYWORDS = {"help", "epilog", "short_help"}
PROSE_KEYS = {"name", "hours", "text_body", "title", "words", "label"}


class Saying(NamedTuple):
    where: str
    words: str


def banned_in(words: str) -> list[str]:
    return [name for name, pattern in PATTERNS.items() if pattern.search(words)]


def templates() -> list[Path]:
    return sorted(PACKAGE.rglob("templates/**/*.html"))


def sayings_of_templates() -> Iterator[Saying]:
    for path in templates():
        for words in words_of_template(path.read_text("utf-8")):
            yield Saying(str(path.relative_to(PACKAGE)), words)


def words_of_template(html: str) -> Iterator[str]:
    """Return what a template says: its own text, its strings, its spoken attributes."""
    html = re.sub(r"\{#.*?#\}|<!--.*?-->|<!doctype[^>]*>", " ", html, flags=re.S)
    html = re.sub(r"\{% comment.*?endcomment %\}", " ", html, flags=re.S)
    for tag in re.findall(r"\{%.*?%\}|\{\{.*?\}\}", html, flags=re.S):
        yield from re.findall(r'_\("([^"]*)"\)', tag)
        if re.match(r"\{% trans(late)? ", tag):
            yield from (a or b for a, b in re.findall(r'"([^"]*)"|\'([^\']*)\'', tag))
    bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " N ", html, flags=re.S)
    attributes = r'\b(?:aria-label|title|placeholder|alt|content|data-[\w-]+)="([^"]*)"'
    yield from re.findall(attributes, bare)
    yield from filter(None, map(str.strip, re.split(r"<[^>]*>", bare)))


def sayings_of_code() -> Iterator[Saying]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" in path.parts or "demo" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for words in words_of_node(node):
                yield Saying(f"{path.relative_to(PACKAGE)}", words)


def words_of_node(node: ast.AST) -> Iterator[str]:
    """Return what a node of Python says: gettext, what commands print, their help."""
    if isinstance(node, ast.FunctionDef) and node.name.endswith("_command"):
        yield ast.get_docstring(node) or ""
    if not isinstance(node, ast.Call):
        return
    name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
    if name in GETTEXT | SPOKEN:
        yield from (text for argument in node.args for text in texts(argument))
    for keyword in node.keywords:
        if keyword.arg in SPOKEN_KEYWORDS:
            yield from texts(keyword.value)


def texts(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def sayings_of_data() -> Iterator[Saying]:
    path = PACKAGE / "pages" / "data" / "helplines.toml"
    for key, value in leaves(tomllib.loads(path.read_text("utf-8"))):
        if key in PROSE_KEYS:
            yield Saying(path.name, value)
    path = PACKAGE / "exchange" / "rules" / "languages" / "en.toml"
    for _key, value in leaves(tomllib.loads(path.read_text("utf-8"))):
        yield Saying(path.name, value)


def leaves(node: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield from leaves(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value, key)
    elif isinstance(node, str):
        yield key, node


@pytest.mark.parametrize("name", BANNED)
def test_each_banned_phrase_is_caught(name: str) -> None:
    assert name in banned_in(CAUGHT[name])
    assert name in banned_in(CAUGHT[name].upper())


@pytest.mark.parametrize("words", ALLOWED)
def test_words_that_only_contain_one_are_not(words: str) -> None:
    assert banned_in(words) == []


@pytest.mark.parametrize(
    "html",
    [
        '{% translate "You should" %}',
        "{% trans 'You should' %}",
        '{% include "a.html" with label=_("You should") only %}',
        "{% blocktranslate with n=1 %}You should {{ n }}{% endblocktranslate %}",
        '<p aria-label="You should">x</p>',
        '<p title="{% translate "You should" %}">x</p>',
        "<p>You should</p>",
    ],
)
def test_a_phrase_is_found_wherever_a_template_says_it(html: str) -> None:
    assert any("you should" in banned_in(words) for words in words_of_template(html))


def test_what_a_template_does_not_say_is_left_alone() -> None:
    html = "<!doctype html>{% if a != b %}{# you should #}<!-- you must -->{% endif %}"
    assert not any(banned_in(words) for words in words_of_template(html))


@pytest.mark.parametrize(
    "code",
    [
        '_("You should")',
        'gettext_lazy("You should")',
        'ngettext("You should", "You should all", 3)',
        'click.echo(f"You should {name}")',
        'raise Stop("Well, " "you should")',
        'click.option("--x", help="You should")',
        'def no_command():\n    """You should."""',
    ],
)
def test_a_phrase_is_found_wherever_code_says_it(code: str) -> None:
    said = [w for node in ast.walk(ast.parse(code)) for w in words_of_node(node)]
    assert any("you should" in banned_in(words) for words in said)


def test_no_template_says_a_banned_word() -> None:
    assert [s for s in sayings_of_templates() if banned_in(s.words)] == []


def test_no_string_of_the_code_says_a_banned_word() -> None:
    assert [s for s in sayings_of_code() if banned_in(s.words)] == []


def test_no_data_file_says_a_banned_word() -> None:
    # "988 Suicide & Crisis Lifeline" and the like are names; they pass as they are.
    assert [s for s in sayings_of_data() if banned_in(s.words)] == []


@pytest.mark.parametrize(
    "path", templates(), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_way_on_has_a_way_out_beside_it_as_large(path: Path) -> None:
    """Where a template sets the way on and the way out evenly, there are two of them."""
    html = path.read_text("utf-8")
    for even in re.split(r"actions--even", html)[1:]:
        block = re.split(r"</section>|\{% endblock\b", even)[0]
        ways = re.findall(r'class="button\b|pages/not_now\.html', block)
        assert len(ways) >= 2, block
