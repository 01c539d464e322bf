"""Check-in and overwintering line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui.garden.rounds import LATER
from gartenjahr_tui.workbook.states import AnswerState
from tests.garden.round_helpers import partnership, states
from tests.linear.test_linear_garden import deed, only, option, talk, to_list

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import OpenBook

TODAY = "2026-11-22"
SKIP = "weiter"


def look(guide: Guide, **answers: str) -> list[str]:
    """What to type at the station of a partnership; what is not named is left as it is."""
    prompts = guide.forms["checkup"].sections[0].prompts
    fields = [field for prompt in prompts for field in prompt.fields if field.id not in LATER]
    core = [field for field in fields if not field.when]
    folded = [field for field in fields if field.when == "more"]
    lines = [[answers.get(field.id, "") for field in part] for part in (core, folded)]
    return ["ja", *lines[0], "ja", *lines[1]]


def test_a_whole_check_in_can_be_typed(book: Workbook, guide: Guide) -> None:
    card = partnership(book, "Vorlesen")
    stage = option(guide.forms["checkup"].fields["stufe"], "ziele")
    said = talk(
        book,
        "check-in",
        SKIP,
        *look(guide, stufe=stage, stand_beleg="Vertrag", schritt="Termin", schritt_am="01.12."),
        SKIP,
        SKIP,
        "ja",
        "ende",
    )
    assert "Check-in Herbst 2026." in said
    assert "Kooperation 1 von 1" in said
    assert "abgeschlossen. Der nächste ist ab 01.01.2027 dran." in said
    assert states(book, card, "stufen") == [(TODAY, "ziele", "Vertrag")]
    assert only(book, "checkin").value["fertig_am"] == TODAY
    assert only(book, "checkup").value["schritt_am"] == "2026-12-01"


def test_looking_in_and_going_back_leaves_nothing(book: Workbook) -> None:
    partnership(book, "Vorlesen")
    before = book.cards.all()
    assert "wartet" in talk(book, "check-in", "zurück", "ende")
    talk(book, "überwintern", "zurück", "ende")
    assert book.cards.all() == before


def test_going_back_over_a_station_confirms_no_proposal(book: Workbook) -> None:
    partnership(book, "Vorlesen", lebensdauer="mehrjaehrig")
    talk(book, "überwintern", "", "zurück", "zurück", "ende")
    assert book.cards.of("wintering") == []


def test_what_was_broken_off_goes_on_at_the_same_station(open_book: OpenBook, guide: Guide) -> None:
    book = open_book()
    partnership(book, "Ausstellung")
    partnership(book, "Vorlesen")
    talk(book, "check-in", SKIP, SKIP, "ja", "Elf Kinder", ".", "ende")
    book.close()
    book = open_book()
    said = talk(book, "check-in", "ende")
    assert "Kooperation 2 von 2" in said
    assert "Kooperation 1 von 2" not in said
    assert "Elf Kinder" in [each.value.get("gut") for each in book.cards.of("checkup")]


def test_the_first_text_at_a_later_station_keeps_the_place(book: Workbook) -> None:
    """Of the stations before nothing is in the garden that could hold the place."""
    said = talk(book, "überwintern", "", SKIP, SKIP, "", "Ruht gut.", ".", "ende")
    assert "Ins neue Jahr" in said
    said = talk(book, "überwintern", "ende")
    assert "Was mitkommt" not in said
    assert only(book, "overwintering").value["notiz"] == "Ruht gut."


def test_the_short_form_asks_three_questions(book: Workbook, guide: Guide) -> None:
    partnership(book, "Vorlesen")
    short = option(guide.forms["checkin"].fields["umfang"], "kurz")
    three = ["", "Regen", ".", "Kita", ".", "Plakate", "."]
    said = talk(book, "check-in", "", short, *three, SKIP, "ja", "ende")
    assert "Kooperation 1" not in said
    assert "abgeschlossen" in said
    card = only(book, "checkin")
    assert [card.value[id] for id in ("freude", "durst", "lassen")] == ["Regen", "Kita", "Plakate"]


def test_overwintering_ends_with_the_new_year_and_can_be_taken_back(
    book: Workbook, guide: Guide
) -> None:
    card = partnership(book, "Vorlesen", lebensdauer="mehrjaehrig")
    way = option(guide.forms["wintering"].fields["weg"], "ausbauen")
    said = talk(
        *(book, "überwintern", "", "", way, "Alle wollen mehr.", ".", ""),
        *(SKIP, SKIP, SKIP, "ja", "ende"),
    )
    assert "Das Gartenjahr 2026 ruht, 2027 beginnt." in said
    assert states(book, card, "entscheidungen") == [(TODAY, "ausbauen", "Alle wollen mehr.")]
    assert [*book.years] == [2026, 2027]


def test_taken_back_line_by_line_unless_the_new_year_has_entries(
    book: Workbook, guide: Guide
) -> None:
    skip = [SKIP] * 3
    talk(book, "überwintern", "", *skip, "ja", "ende")
    to_card = [*to_list(guide, "overwintering"), "1", deed(book, only(book, "overwintering"))]
    said = talk(book, *to_card, "ende")
    assert "Zurückgenommen." in said
    assert [*book.years] == [2026]
    talk(book, "überwintern", SKIP, "ja", "ende")
    assert [*book.years] == [2026, 2027]
    book.mark(guide.steps[0].prompts[0], AnswerState.NOT_HERE)
    assert "Zurücknehmen" not in talk(book, *to_card[:-1], "ende")
    assert [*book.years] == [2026, 2027]


def test_not_yet_is_a_good_answer_at_the_end(book: Workbook) -> None:
    partnership(book, "Vorlesen", lebensdauer="mehrjaehrig")
    said = talk(book, "überwintern", "", SKIP, SKIP, SKIP, SKIP, "zurück", "ende")
    assert "wartet" in said
    assert [*book.years] == [2026]
    assert book.cards.of("overwintering") == []


def test_leaving_a_station_out_ends_no_partnership(book: Workbook) -> None:
    card = partnership(book, "Vorlesen", lebensdauer="einjaehrig")
    said = talk(book, "überwintern", "", SKIP, SKIP, SKIP, SKIP, "ja", "ende")
    assert "Alle Kooperationen bleiben, wie sie sind." in said
    assert [*book.years] == [2026, 2027]
    assert states(book, card, "entscheidungen") == []


@pytest.mark.parametrize("word", ["check-in", "überwintern"])
def test_a_second_program_says_that_it_only_reads(
    book: Workbook, open_book: OpenBook, word: str
) -> None:
    partnership(book, "Vorlesen")
    book.flush()
    other = open_book(look_only=True)
    said = talk(other, word, "ende")
    assert "nur gelesen" in said or "nur lesen" in said.lower()


def test_an_empty_line_says_that_all_is_as_it_was(book: Workbook) -> None:
    partnership(book, "Vorlesen")
    said = talk(book, "check-in", SKIP, "", "", "", "", "ende")
    assert "Leere Zeile: Alles wie bisher." in said
    assert "Was läuft gut" not in said
    assert "Ihre Kooperation ist angesehen." in said
    assert only(book, "checkup").value["kooperation"]
    station = said.partition("Kooperation 1 von 1")[2].partition("Impulse")[0]
    assert len(station.split()) <= 60


def test_once_the_check_in_is_done_no_second_one_is_begun(book: Workbook) -> None:
    partnership(book, "Vorlesen")
    talk(book, "check-in", SKIP, "", "", "", "ja", "ende")
    said = talk(book, "check-in", "ende")
    assert "Der Check-in Herbst 2026 ist erledigt. Der nächste ist ab 01.01.2027 dran." in said
    assert len(book.cards.of("checkin")) == 1
