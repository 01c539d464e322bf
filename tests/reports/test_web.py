"""Documents as a page for the browser: whole, readable aloud, and nothing in it runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest

from gartenjahr_tui.reports.document import Document, Heading, Paragraph, Table
from gartenjahr_tui.reports.web import as_html
from tests.reports.nasty import CALM, LONG_WORD, NASTY, nasty_document

VOID = {"meta", "br", "rect", "path", "circle", "line", "stop"}
FETCHING = {"script", "link", "iframe", "object", "embed", "img", "base", "form", "image"}


@dataclass
class Page(HTMLParser):
    """What an independent parser finds in a page."""

    open: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title", "desc"} & {*self.open}:
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if re.fullmatch("h[1-6]", tag)]


def read(document: Document) -> Page:
    page = Page()
    page.feed(as_html(document).decode())
    page.close()
    assert page.open == []
    return page


@pytest.fixture(scope="module")
def nasty() -> Page:
    return read(nasty_document())


def test_nothing_runs_and_nothing_is_fetched(nasty: Page) -> None:
    assert not {tag for tag, _ in nasty.tags} & FETCHING
    for tag, attrs in nasty.tags:
        assert not [name for name in attrs if name.startswith("on")]
        assert not {"src", "srcset", "style", "xlink:href"} & {*attrs}
        if "href" in attrs:
            assert tag == "a"
            assert re.match("https?://|mailto:|tel:", str(attrs["href"]))
    assert "url(" not in re.sub(r"url\(#", "", as_html(CALM).decode())
    assert "@import" not in as_html(CALM).decode()
    (policy,) = [m["content"] for m in nasty.named("meta") if "http-equiv" in m]
    assert str(policy).startswith("default-src 'none'")


@pytest.mark.parametrize("text", [*NASTY[2:5], LONG_WORD])
def test_what_was_typed_stays_text(nasty: Page, text: str) -> None:
    assert nasty.text.count(text.replace("\t", "    ")) >= 15


def test_no_control_signs_arrive() -> None:
    page = as_html(nasty_document()).decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u202e]", page)


def test_the_page_can_be_heard() -> None:
    page = read(CALM)
    assert page.named("html") == [{"lang": "de"}]
    assert page.headings == [1, 2, 2, 3, 4, 2]
    assert len(page.named("caption")) == 3
    assert {th["scope"] for th in page.named("th")} == {"col", "row"}
    (svg,) = page.named("svg")
    assert svg["role"] == "img"
    assert str(svg["aria-labelledby"]).split()
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    labels = [attrs["aria-labelledby"] for _, attrs in page.tags if "aria-labelledby" in attrs]
    assert {id for label in labels for id in str(label).split()} <= ids
    assert "angekreuzt: 4" in page.text


def test_no_level_of_heading_is_left_out() -> None:
    assert read(Document("T", (Heading("a", 3), Heading("b", 3)))).headings == [1, 2, 3]


def test_the_page_has_a_name_even_without_a_title() -> None:
    assert "<title>Ohne Titel</title>" in as_html(Document("", (Paragraph("x"),))).decode()


def test_it_is_made_for_paper_and_telephone() -> None:
    page = as_html(CALM).decode()
    assert "@page { size: A4" in page
    assert 'content="width=device-width' in page
    assert '<div class="new-page">' in page


def test_addresses_are_links_and_days_do_not_break() -> None:
    said = Paragraph(
        "Am 29. September 2026: post@bib.example, 0221 10 20 30 oder www.bib.de/x?a&b."
    )
    page = read(Document("x", (said, Table(("Anzahl",), (("post@bib.example",),)))))
    assert [link["href"] for link in page.named("a")] == [
        *("mailto:post@bib.example", "tel:0221102030", "https://www.bib.de/x?a&b"),
        "mailto:post@bib.example",
    ]
    assert {"class": "day"} in page.named("span")
    assert said.text in page.text
    # Words of a column are never cut: it becomes as wide as they are.
    assert "overflow-wrap: anywhere" not in as_html(CALM).decode()


def test_in_a_letter_who_writes_stands_above_the_subject() -> None:
    page = as_html(replace(CALM, letter=True)).decode()
    assert page.index("<p>Stadtbücherei") < page.index("<h1>")
    assert '<body class="letter">' in page


def test_colours_can_be_told_apart() -> None:
    styles = as_html(CALM).decode()
    for block in re.findall(r":root \{(.*?)\}", styles, re.DOTALL):
        found = dict(re.findall(r"--(\w+): (#\w{6})", block))
        if not found:
            continue
        for name in ("ink", "grey", "green"):
            assert contrast(found[name], found["paper"]) >= 4.5
            assert contrast(found[name], found["tint"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """Contrast as WCAG counts it."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05

    low, high = sorted((light(one), light(other)))
    return high / low
