"""The static half of the front end: what its files may and may not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory

PACKAGE = Path(__file__).parents[2] / "src" / "onward"
STATIC = PACKAGE / "static" / "onward"
BASE_TEMPLATES = PACKAGE / "pages" / "templates"
STYLE_GUIDE = (Path(__file__).parents[2] / "docs" / "style_guide.md").read_text("utf-8")
CSS = "\n".join(path.read_text("utf-8") for path in (STATIC / "css").glob("*.css"))
ICONS = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))
ERROR_PAGES = [
    "400.html",
    "403.html",
    "403_csrf.html",
    "404.html",
    "405.html",
    "422.html",
    "500.html",
]
# Names that stand in the guide beside classes, but are files, events of htmx and the like.
NOT_CLASSES = {"html", "css", "js", "svg", "py", "md", "example"}

# Classes that tests or scripts hold on to, without a look of their own.
HOOKS: set[str] = set()


class Feeling(forms.Form):
    words = forms.MultipleChoiceField(
        label="What is here?",
        choices=[("tired", "tired"), ("calm", "calm")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    intensity = forms.ChoiceField(
        label="How strong?",
        choices=[*((str(number), str(number)) for number in range(11)), ("", "Open")],
        widget=forms.RadioSelect,
        required=False,
    )
    company = forms.CharField(label="Company", help_text="As it calls itself.")


def templates() -> list[Path]:
    return sorted(PACKAGE.rglob("templates/**/*.html"))


def classes_of_css() -> set[str]:
    return set(
        re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", CSS, flags=re.S))
    )


def classes_of_html(html: str) -> Iterator[str]:
    for names in re.findall(r'class="([^"{]*)"', html):
        yield from names.split()


def names_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", templates(), ids=names_of)
def test_a_template_has_no_inline_style_and_no_inline_script(path: Path) -> None:
    html = path.read_text("utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|hx-on|javascript:", html)
    assert all("src=" in tag for tag in re.findall(r"<script\b[^>]*>", html))


@pytest.mark.parametrize("path", templates(), ids=names_of)
def test_a_template_names_only_icons_that_are_drawn(path: Path) -> None:
    html = path.read_text("utf-8")
    assert set(re.findall(r'icon\.html" with name="([\w-]+)"', html)) <= ICONS


def test_every_class_of_the_style_guide_is_in_the_css() -> None:
    in_samples = set(classes_of_html(STYLE_GUIDE))
    in_words = set(re.findall(r"`\.([a-z][\w-]*)`", STYLE_GUIDE)) - NOT_CLASSES
    assert in_samples | in_words <= classes_of_css() | {"no-print", "print-only"}


@pytest.mark.parametrize("path", templates(), ids=names_of)
def test_every_class_of_a_template_is_in_the_css(path: Path) -> None:
    assert set(classes_of_html(path.read_text("utf-8"))) <= classes_of_css() | HOOKS


def test_every_include_is_in_the_style_guide() -> None:
    names = {path.name for path in (BASE_TEMPLATES / "components").glob("*.html")}
    assert names <= set(re.findall(r"\w+\.html", STYLE_GUIDE))


def test_the_style_guide_lists_every_icon() -> None:
    listed = re.search(r"^Icons: `([^`]+)`", STYLE_GUIDE, flags=re.M)
    assert listed is not None
    assert set(listed[1].split()) == ICONS


@pytest.mark.parametrize("path", sorted(STATIC.rglob("*.*")), ids=names_of)
def test_a_static_file_names_no_other_host(path: Path) -> None:
    text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"(https?:)?//[\w-]+\.\w", text)


def test_every_token_that_is_used_is_defined() -> None:
    used = set(re.findall(r"var\((--[\w-]+)\)", CSS))
    assert used <= set(re.findall(r"(--[\w-]+):", CSS))


@pytest.mark.parametrize("name", [*ERROR_PAGES, "launch_link_needed.html"])
def test_a_page_without_a_session_still_has_the_help_link(name: str) -> None:
    html = render_to_string(name)
    assert html.count('href="/help/"') == 1
    assert html.count("<h1>") == 1
    assert "htmx" not in html


def test_the_base_page_shows_where_one_is() -> None:
    entries = [{"label": "Today", "url": "/", "icon": "today", "is_current": True}]
    html = render_to_string("base.html", {"navigation": entries, "theme": "dark"})
    assert '<a href="/" aria-current="page">' in html
    assert 'data-theme="dark"' in html


def test_a_form_that_comes_back_names_what_needs_another_look_and_takes_the_focus() -> (
    None
):
    form = Feeling({"company": "", "intensity": "12"})
    html = render_to_string("components/error_summary.html", {"form": form})
    assert " autofocus" in html
    assert 'href="#id_company"' in html
    assert 'href="#id_intensity"' in html


def test_a_good_form_has_no_error_summary() -> None:
    form = Feeling({"company": "Harbourlight"})
    assert (
        render_to_string("components/error_summary.html", {"form": form}).strip() == ""
    )


def test_no_id_stands_twice_in_a_form() -> None:
    form = Feeling({"company": ""})
    html = render_to_string("components/fields.html", {"form": form})
    html += render_to_string("components/error_summary.html", {"form": form})
    found = re.findall(r'\sid="([^"]+)"', html)
    assert len(found) == len(set(found))


def test_the_scale_keeps_the_open_answer_apart_from_the_numbers() -> None:
    html = render_to_string(
        "components/scale.html",
        {"field": Feeling()["intensity"], "low": "barely there", "high": "very strong"},
    )
    assert html.count('class="scale__point"') == 11
    assert html.count('class="chip"') == 1


def test_the_chips_hold_one_label_a_choice() -> None:
    html = render_to_string("components/chips.html", {"field": Feeling()["words"]})
    assert html.count('class="chip"') == 2


def test_paging_keeps_the_search() -> None:
    page = Paginator(range(100), 25).page(2)
    request = RequestFactory().get("/applications/?q=harbour&page=2")
    html = render_to_string("components/pagination.html", {"page": page}, request)
    assert 'href="?q=harbour&amp;page=3"' in html
    assert "26 to 50 of 100" in html


def test_one_page_needs_no_paging() -> None:
    page = Paginator(range(3), 25).page(1)
    assert "nav" not in render_to_string("components/pagination.html", {"page": page})


class Balance(HTMLParser):
    """Collects the tags that are open; void ones never are."""

    VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """A tag that closes itself opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    "name", ["base.html", "bare.html", "404.html", "components/horizon.html"]
)
def test_every_tag_is_closed(name: str) -> None:
    balance = Balance()
    balance.feed(render_to_string(name, {"data_folder": "/somewhere"}))
    assert balance.open == []
