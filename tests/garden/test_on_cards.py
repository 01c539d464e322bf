"""Questions of the guide that are answered on cards: which cards, how far, in what words."""

from __future__ import annotations

import pytest

from gartenjahr_tui.garden.on_cards import cards_asked, progress_of, rows, state
from gartenjahr_tui.garden.targets import ToGuide, ToList, ToPrompt, jump
from gartenjahr_tui.guide.model import Guide, OnCards
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.states import AnswerState

OPEN, BEGUN, ANSWERED = AnswerState.OPEN, AnswerState.BEGUN, AnswerState.ANSWERED


@pytest.fixture
def shares(guide: Guide) -> OnCards:
    """The question who gives what in a partnership."""
    return guide.on_cards["pflegen.beitraege"]


def titles(book: Workbook, asked: OnCards) -> list[str]:
    return [book.cards.title(card) for card in cards_asked(book, asked)]


def test_one_answer_settles_it_and_a_part_of_one_begins_it(book: Workbook, shares: OnCards) -> None:
    assert state(book, shares) is OPEN
    seed = book.cards.add("seed", {"titel": "Lesenacht", "raum_haben": "der Saal"})
    enough = book.guide.on_cards["boden.reicht-es"]
    assert state(book, enough) is BEGUN
    book.cards.set(seed.id, budget_fehlt="200 Euro", personal_haben="JK")
    assert state(book, enough) is ANSWERED
    one = book.cards.add("partnership", {"titel": "Lesegarten"})
    book.cards.add("partnership", {"titel": "Vorlesen"})
    assert state(book, shares) is OPEN
    book.cards.note(one.id, "transparenz_a", "ja")
    assert state(book, shares) is ANSWERED
    book.cards.note(one.id, "entscheidungen", "beenden")
    assert state(book, shares) is OPEN


def test_what_has_ended_or_is_decided_is_not_asked_any_more(book: Workbook, guide: Guide) -> None:
    ended = book.cards.add("partnership", {"titel": "Bücherkiste"})
    book.cards.note(ended.id, "entscheidungen", "beenden")
    seed = book.cards.add("seed", {"titel": "Lesenacht"})
    assert titles(book, guide.on_cards["pflegen.beitraege"]) == []
    assert titles(book, guide.on_cards["saeen.pruefen"]) == ["Lesenacht"]
    book.cards.note(seed.id, "verlauf", "verworfen")
    assert titles(book, guide.on_cards["saeen.pruefen"]) == []


def test_requests_and_thanks_belong_to_their_garden_year(book: Workbook, guide: Guide) -> None:
    book.cards.add("thanks", {"wofuer": "Stühle", "am": "2025-05-04"})
    book.cards.add("thanks", {"wofuer": "Kuchen", "am": "2026-05-04"})
    thanks = guide.on_cards["ruhen.dank"]
    assert titles(book, thanks) == ["Kuchen"]
    assert [book.cards.title(c) for c in cards_asked(book, thanks, 2025)] == ["Stühle"]
    assert state(book, thanks) is ANSWERED
    assert state(book, thanks, 2024) is OPEN


def test_of_several_questions_the_first_open_one_is_next(book: Workbook, guide: Guide) -> None:
    seed = book.cards.add("seed", {"titel": "Lesenacht", "raum_haben": "der Saal"})
    asked = guide.on_cards["boden.reicht-es"]
    ((row,), beyond) = rows(book, asked, 7)
    assert (row.state, row.prompt, row.text, beyond) == (
        *(BEGUN, "seed.budget", "Lesenacht: der Saal", 0),
    )
    book.cards.set(seed.id, budget_fehlt="200 Euro", personal_haben="JK")
    ((row,), _) = rows(book, asked, 7)
    assert (row.state, row.prompt) == (ANSWERED, "seed.raum")


def test_of_a_confidential_answer_only_that_it_is_there(book: Workbook, guide: Guide) -> None:
    card = book.cards.add("partnership", {"titel": "Lesegarten"})
    book.cards.note(card.id, "transparenz_c", "nein", "Streit ums Geld")
    ((row,), _) = rows(book, guide.on_cards["pflegen.vertrauen"], 7)
    assert row.text == "Lesegarten: vermerkt"


def test_of_many_cards_those_without_an_answer_come_first(book: Workbook, guide: Guide) -> None:
    cards = [book.cards.add("partner", {"name": f"P {number:03}"}) for number in range(300)]
    for card in cards[:290]:
        book.cards.set(card.id, kann="viel")
    asked = guide.on_cards["saeen.grenzen-anderer"]
    found, beyond = rows(book, asked, 7)
    assert [row.title for row in found] == [f"P {number}" for number in range(290, 297)]
    assert beyond == 293
    book.cards.set(cards[290].id, kann="nichts")
    kept, _ = rows(book, asked, 7, {row.card_id for row in found})
    assert [row.title for row in kept] == [row.title for row in found]


def test_a_step_counts_them_as_one_question_each(book: Workbook, guide: Guide) -> None:
    pflegen = guide.chapter("pflegen")
    assert progress_of(book, pflegen.questions).words == "offen"
    card = book.cards.add("partnership", {"titel": "Lesegarten"})
    for letter in "abcd":
        book.cards.note(card.id, f"transparenz_{letter}", "ja")
    found = progress_of(book, pflegen.questions)
    assert (found.settled, found.total) == (4, len(pflegen.questions))


def test_cards_of_today_change_nothing_about_a_year_that_is_over(
    book: Workbook, guide: Guide
) -> None:
    pflegen = guide.chapter("pflegen")
    before = book.newest_year
    book.begin_year(before + 1)
    assert progress_of(book, pflegen.questions, before).total == len(pflegen.prompts)
    assert progress_of(book, pflegen.questions).total == len(pflegen.questions)


def test_a_jump_of_the_guide_leads_into_the_garden_as_well(guide: Guide) -> None:
    assert jump(guide, "boden.warum") == ToGuide("boden.warum")
    assert jump(guide, "partner") == ToList("partner", "partner")
    assert jump(guide, "partnership.werte") == ToList("pflegen", "partnership")
    assert jump(guide, "partnership.transparenz-a") == ToPrompt("pflegen.beitraege")
