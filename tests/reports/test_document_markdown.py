"""Documents as Markdown, read by another program: what was typed stays text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from gartenjahr_tui.reports.document import (
    Bullets,
    Document,
    Facts,
    Heading,
    Look,
    Paragraph,
    Table,
    TickBoxes,
    WritingSpace,
)
from gartenjahr_tui.reports.markdown import document_as_markdown
from gartenjahr_tui.reports.signs import printable
from tests.reports.nasty import CALM, NASTY, nasty_document

TYPED_NOWHERE = {"code_block", "fence", "html_block", "code_inline", "image", "link_open", "s_open"}


def tokens(markdown: str) -> list[Token]:
    """Everything an independent parser finds."""
    found = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(markdown):
        found += [token, *(token.children or [])]
    return found


def kinds(markdown: str) -> set[str]:
    return {token.type for token in tokens(markdown)}


def texts(markdown: str) -> str:
    """What a reader sees, without white space."""
    return "".join("".join(t.content for t in tokens(markdown) if t.type == "text").split())


def document(*blocks: object) -> str:
    return document_as_markdown(Document("T", blocks))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", NASTY)
def test_typed_marks_stay_text_in_every_block(text: str) -> None:
    markdown = document(
        *(Paragraph(text, look) for look in Look),
        *(Heading(text), Bullets((text, text)), Facts(((text, text),))),
        *(Table((text, "B"), ((text, text),), text), WritingSpace(1, text, text)),
        TickBoxes((text,), frozenset(), text),
    )
    assert not kinds(markdown) & TYPED_NOWHERE
    assert {token.content for token in tokens(markdown) if token.type == "html_inline"} <= {"<br>"}
    seen = "".join(printable(text).replace("\xa0", " ").split())
    assert texts(markdown).replace("\xa0", "").count(seen) == 17
    assert kinds(markdown) <= kinds(document_as_markdown(CALM)) | {"html_inline"}


def test_a_row_stays_a_row_whatever_is_in_it() -> None:
    markdown = document(Table(("A", "B"), (("a | b", "c\\|d"), ("", ""), (), ("zwei\nZeilen",))))
    found = [token.type for token in tokens(markdown)]
    assert found.count("tr_open") == 5
    assert found.count("td_open") == 8
    assert "zwei<br>Zeilen" in markdown


def test_a_report_has_headings_tables_lists_and_forms() -> None:
    markdown = document_as_markdown(CALM)
    headings = [token.tag for token in tokens(markdown) if token.type == "heading_open"]
    assert headings == ["h1", "h2", "h2", "h3", "h4", "h2"]
    assert "| 2026 | 2 | 4 | 3 |" in markdown
    assert "| --- | ---: | ---: | ---: |" in markdown
    assert "+ [x] Schule" in markdown
    assert "○ 3 ● 4 ○ 5 – alles schriftlich" in markdown
    assert markdown.endswith("---\n\nQuelle: ein erfundener Leitfaden, nur für diese Prüfung.\n")


def test_in_a_letter_who_writes_stands_above_the_subject() -> None:
    lines = document_as_markdown(replace(CALM, letter=True)).splitlines()
    assert lines[0].startswith("Stadtbücherei")
    assert lines[2].startswith("# ")


def test_everything_at_once_is_still_markdown() -> None:
    markdown = document_as_markdown(nasty_document())
    assert not kinds(markdown) & TYPED_NOWHERE
    assert "\x1b" not in markdown
    assert "\x00" not in markdown


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("#*_-+=|<>[]()!`~\\&;:.1 \n\tax$^")))
def test_no_marks_make_anything(text: str) -> None:
    markdown = document(Paragraph(text), Bullets((text,)), Heading(text), Table(("A",), ((text,),)))
    assert not kinds(markdown) & {*TYPED_NOWHERE, "em_open", "strong_open", "blockquote_open"}
    assert len([token for token in tokens(markdown) if token.type == "tr_open"]) == 2
