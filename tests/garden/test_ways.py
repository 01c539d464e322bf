"""Which questions a way through the guide asks."""

from __future__ import annotations

from typing import Any

import pytest

from gartenjahr_tui.garden import home, ways
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.states import AnswerState


def asked(book: Workbook, step: str) -> list[str]:
    found = (ways.asked(book, section) for section in book.guide.chapter(step).sections)
    return [question.id for section in found for question in section.questions]


def due(book: Workbook) -> str:
    return " ".join(place.text for place in home.from_book(book).due)


def answer(book: Workbook, id: str, **value: Any) -> None:
    book.put(book.guide.prompts[id], value, left=True)


def test_a_garden_that_knows_no_way_goes_the_whole_one(book: Workbook, guide: Guide) -> None:
    for step in guide.steps:
        assert asked(book, step.id) == [question.id for question in step.questions]


def test_the_short_way_goes_through_every_step_with_about_twenty_questions(
    book: Workbook, guide: Guide
) -> None:
    ways.begin(book)
    far = [ways.progress(book, step.sections).total for step in guide.steps]
    assert min(far) >= 3 and 18 <= sum(far) <= 23
    assert {step: asked(book, step)[0] for step in ("boden", "ruhen")} == {
        "boden": "boden.warum",
        "ruhen": "ruhen.tiefe",
    }


@pytest.mark.parametrize("beside", ["saeen.themen", "boden.gewinn"])
def test_what_was_written_or_put_off_is_asked_on_every_way(book: Workbook, beside: str) -> None:
    ways.choose(book, ways.SHORT)
    step = beside.partition(".")[0]
    assert beside not in asked(book, step)
    book.mark(book.guide.prompts[beside], AnswerState.LATER)
    assert beside in asked(book, step)
    book.mark(book.guide.prompts[beside], AnswerState.NOT_HERE)
    assert beside not in asked(book, step)
    field = book.guide.prompts[beside].fields[0].id
    answer(book, beside, **{field: "Kita"})
    assert beside in asked(book, step)


def test_progress_counts_the_way_one_goes(book: Workbook, guide: Guide) -> None:
    saeen = guide.chapter("saeen")
    whole = ways.progress(book, saeen.sections).total
    ways.choose(book, ways.SHORT)
    assert ways.progress(book, saeen.sections).total == 6 < whole
    answer(book, "saeen.themen", text="Wohnen")
    assert ways.progress(book, saeen.sections).words == "1 fertig"


def test_the_depth_of_a_year_decides_for_that_year_alone(book: Workbook, guide: Guide) -> None:
    answer(book, ways.DEPTH, choice="innehalten")
    assert asked(book, "ruhen") == ["ruhen.tiefe", "ruhen.frueh-spaet"]
    assert len(asked(book, "saeen")) > 10
    before = book.year
    book.begin_year(before + 1)
    assert len(asked(book, "ruhen")) > 10
    sections = guide.chapter("ruhen").sections
    assert ways.progress(book, sections, before).total == 2


def test_every_way_a_question_names_is_one_that_is_gone(guide: Guide) -> None:
    depths = {option.id for option in guide.prompts[ways.DEPTH].fields[0].options}
    named = {way for step in guide.steps for question in step.questions for way in question.ways}
    assert named == {ways.SHORT, *depths} - {ways.SYSTEMATIC}


def test_once_the_first_day_is_done_the_way_begins(book: Workbook) -> None:
    ways.begin(book)
    assert home.from_book(book).fresh
    book.set_bookmark(Bookmark("anfang", "boden.fruechte"))
    answer(book, "boden.warum", beweggruende="x", ziele="y", vision="z")
    answer(book, "boden.fruechte", text="Kita")
    answer(book, "saeen.palme", vorhaben="Beet", gewaechshaus="Glas")
    assert home.from_book(book).resume.text == "Die ersten fünf › Drei, die Sie kennen"
    book.cards.add("partner", {"name": "Kita", "wer_kennt": [{"person": "AM"}]})
    book.cards.add("seed", {"titel": "Beet", "schritt": "Anrufen", "schritt_am": "2026-12-01"})
    found = home.from_book(book)
    assert found.resume.text == "Boden › Garten und Küche" and not found.fresh


def test_the_next_step_of_an_idea_is_due_until_it_is_done_or_discarded(book: Workbook) -> None:
    day = book.today.isoformat()
    seed = book.cards.add("seed", {"titel": "Beet", "schritt": "Anrufen", "schritt_am": day})
    assert "Anrufen" in due(book)
    book.cards.note(seed.id, "verlauf", "verworfen")
    assert "Anrufen" not in due(book)
    book.cards.note(seed.id, "verlauf", "geprueft")
    book.cards.set(seed.id, schritt_stand="erledigt")
    assert "Anrufen" not in due(book)
