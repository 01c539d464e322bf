"""What leaves the garden: names of files, and what is chosen when nothing is said."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gartenjahr_tui.exchange.outlets import OUTLETS
from gartenjahr_tui.guide.model import Option
from gartenjahr_tui.outlet import Ask, Draft, Format, Outlet, Piece, WorkProgress, file_stem
from gartenjahr_tui.workbook.book import Workbook


def _nothing(book: Workbook, chosen: object, wanted: object) -> Draft:
    raise AssertionError


FEAST = Outlet(
    "fest",
    "Fest",
    "Ein Fest.",
    (Format("docx", "Word"), Format("pdf", "PDF")),
    _nothing,
    (Ask("jahr", "Wann?", lambda book: [Option("2026", "2026"), Option("2025", "2025")]),),
    (Piece("gaeste", "Gäste"), Piece("kosten", "Kosten", wanted=False)),
)


@pytest.mark.parametrize(
    ("parts", "stem"),
    [
        (("Jahresbericht", "2026"), "jahresbericht-2026"),
        (("Steckbrief", "Größe & Spaß, e. V."), "steckbrief-groesse-spass-e-v"),
        (("", "../../etc/passwd"), "etc-passwd"),
        (("日本",), "gartenjahr"),
    ],
)
def test_names_of_files_fit_every_system(parts: tuple[str, ...], stem: str) -> None:
    assert file_stem(*parts) == stem


@given(st.lists(st.text(), max_size=4))
def test_a_name_of_a_file_is_short_and_plain_whatever_it_is_made_of(parts: list[str]) -> None:
    stem = file_stem(*parts)
    assert 0 < len(stem) <= 60
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_unasked_the_first_option_and_the_usual_pieces_are_taken(book: Workbook) -> None:
    selection = FEAST.selection(book)
    assert (selection.chosen, selection.format) == ({"jahr": "2026"}, "docx")
    assert selection.pieces == {"gaeste"}


def test_what_was_chosen_last_is_chosen_again(book: Workbook) -> None:
    kept = {"chosen": {"jahr": "2025"}, "pieces": ["kosten"], "format": "pdf"}
    selection = FEAST.selection(book, kept)
    assert selection.as_setting() == kept


@pytest.mark.parametrize(
    "kept",
    [
        None,
        "Unsinn",
        {"chosen": {"jahr": "1848"}, "pieces": None, "format": "exe"},
        {"chosen": ["jahr"], "format": 7},
    ],
)
def test_what_there_is_no_more_counts_as_nothing_chosen(book: Workbook, kept: Any) -> None:
    assert FEAST.selection(book, kept) == FEAST.selection(book)


def test_where_there_is_nothing_to_choose_from_a_sentence_says_so(book: Workbook) -> None:
    empty = Outlet(
        "leer", "Leer", "", FEAST.formats, _nothing, (Ask("ueber", "Wer?", lambda b: [], "Leer."),)
    )
    with pytest.raises(LookupError, match="Leer"):
        empty.selection(book)


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.id)
def test_an_empty_garden_can_be_written_all_the_same(book: Workbook, outlet: Outlet) -> None:
    selection = outlet.selection(book)
    draft = outlet.draft(book, selection.chosen, selection.pieces)
    told: list[float] = []
    for format in outlet.formats:
        made = draft.make(format.id, WorkProgress(told.append))
        assert all(isinstance(data, bytes) for data in made.values())
        assert bool("" in made) is not format.folder
    assert draft.inside
    assert all(0 <= share <= 1 for share in told)
