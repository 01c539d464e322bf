"""Answers on paper and in files: all of them, nothing confidential, text as text."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.guide.source import SOURCE_LINE
from gartenjahr_tui.reports.answers import as_json, as_markdown, as_text, gather
from gartenjahr_tui.workbook.plain import Answer, AnswerKey
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def shown(markdown: str) -> str:
    """What a reader of the Markdown sees, by an independent parser."""
    words = []
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        for child in token.children or []:
            words.append("\n" if child.type in ("softbreak", "hardbreak") else child.content)
        words.append("\n")
    return "".join(words)


def kinds(markdown: str) -> list[str]:
    return [token.type for token in MarkdownIt("commonmark").enable("table").parse(markdown)]


def test_answers_stand_under_year_step_section_and_question(
    book: Workbook, prompt: Prompt, guide: Guide
) -> None:
    book.put(prompt, {"text": "Wir fangen\nklein an."}, left=True)
    text = as_text(gather(book))
    chapter = guide.chapter(prompt.chapter)
    places = [
        text.index(words)
        for words in ("Gartenjahr 2026", f"Schritt {chapter.number}: {chapter.title}", "klein an.")
    ]
    assert places == sorted(places)
    assert "    Wir fangen\n    klein an." in text
    assert "  beantwortet" in text
    assert " ".join(text.split()).endswith(SOURCE_LINE)


def test_confidential_answers_are_left_out_until_asked_for(
    book: Workbook, confidential_prompt: Prompt, personal_prompt: Prompt
) -> None:
    book.mark(confidential_prompt, AnswerState.LATER)
    book.put(personal_prompt, {personal_prompt.fields[0].id: "nur ich"})
    report = gather(book)
    assert confidential_prompt.ask not in " ".join(as_text(report).split())
    left_out = "2 vertrauliche oder persönliche Antworten sind hier weggelassen"
    assert left_out in " ".join(as_text(report).split())
    assert confidential_prompt.id not in as_json(report)
    assert "nur ich" not in as_text(report)
    asked = gather(book, confidential=True)
    assert "nur ich" in as_text(asked)
    assert [entry["vertraulich"] for entry in json.loads(as_json(asked))] == [True, True]
    assert "weggelassen" not in as_text(asked)


@pytest.mark.parametrize("confidential", [False, True])
def test_what_is_personal_to_somebody_else_is_never_handed_out(
    book: Workbook, prompt: Prompt, personal_prompt: Prompt, confidential: bool
) -> None:
    field = personal_prompt.fields[0].id
    book.put(prompt, {"text": "für alle"})
    book.put(personal_prompt, {field: "nur ich"})
    book.add_voice("MK")
    book.put(personal_prompt, {field: "nur MK"})
    report = gather(book, confidential=confidential)
    for text in (as_text(report), as_markdown(report), as_json(report)):
        assert "für alle" in text
        assert "nur ich" not in text
        assert ("nur MK" in text) is confidential


def test_people_are_named_when_there_is_more_than_one(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "allein"})
    assert "Von: " not in as_text(gather(book))
    book.add_voice("MK")
    book.put(prompt, {"text": "zu zweit"})
    assert "Von: MK" in as_text(gather(book))
    assert "Von: MK" in shown(as_markdown(gather(book)))


def test_a_year_or_a_step_can_be_picked(book: Workbook, prompt: Prompt, guide: Guide) -> None:
    book.put(prompt, {"text": "heuer"})
    book.begin_year(2025)
    book.correct(2025)
    book.put(prompt, {"text": "voriges Jahr"})
    assert [item.answer.key.year for item in gather(book).items] == [2025, 2026]
    assert [item.text for item in gather(book, year=2025).items] == ["voriges Jahr"]
    other = next(step for step in guide.steps if step.id != prompt.chapter)
    assert gather(book, step=other).items == ()
    assert "noch keine Antworten" in as_markdown(gather(book, step=other))


def test_json_has_the_keys_a_script_relies_on(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "Ä"}, left=True)
    (entry,) = json.loads(as_json(gather(book)))
    assert entry == {
        "frage": prompt.id,
        "quelle": list(prompt.quelle),
        "fragen": list(prompt.fragen),
        "jahr": 2026,
        "person": book.voice.name,
        "stand": "beantwortet",
        "wert": {"text": "Ä"},
        "text": "Ä",
        "zeit": entry["zeit"],
        "vertraulich": False,
    }
    assert datetime.fromisoformat(entry["zeit"]).tzinfo
    assert as_json(gather(book), ascii_only=True).isascii()


TRICKY = [
    "# keine Überschrift\n## auch nicht",
    "<script>alert('x')</script> & &lt; &amp;",
    "Titel\n===\nUnter\n---",
    "* Punkt\n- Punkt\n+ Punkt\n1. eins\n2) zwei",
    "    eingerückt wie Code\n\tmit Tabulator",
    "```\nZaun\n```\n~~~\n~~~",
    "> Zitat\n*schräg* **fett** _unter_ `code`",
    "[Kita](http://x.de) ![Bild](x) [a]: http://b.de",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Absatz\n\n\nAbsatz mit \\ und \\* am Ende  ",
    "***\n___\n- - -",
]


@pytest.mark.parametrize("text", TRICKY)
def test_markdown_shows_what_was_typed(book: Workbook, prompt: Prompt, text: str) -> None:
    book.put(prompt, {"text": "Platzhalter"}, left=True)
    usual = kinds(as_markdown(gather(book)))
    book.put(prompt, {"text": text}, left=True)
    markdown = as_markdown(gather(book))
    assert set(kinds(markdown)) <= set(usual)
    assert kinds(markdown).count("heading_open") == usual.count("heading_open")
    typed = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    read = [" ".join(line.split()) for line in shown(markdown).splitlines()]
    begin = read.index(typed[0])
    assert [line for line in read[begin:] if line][: len(typed)] == typed


def test_an_answer_to_a_question_this_guide_does_not_have_is_not_lost(book: Workbook) -> None:
    key = AnswerKey("alt.frage", 2026, book.voice.id)
    book.take_rescued(Answer(key, AnswerState.ANSWERED, {"text": "von früher"}))
    asked = gather(book, confidential=True)
    assert "von früher" in as_text(asked)
    assert "von früher" in as_markdown(asked)
    assert "von früher" not in as_text(gather(book))
