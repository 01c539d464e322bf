"""The garden in figures, garden year by garden year."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden import figures
from gartenjahr_tui.garden.figures import Counts, Figure
from gartenjahr_tui.workbook.plain import Card, Profile

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock

THREE = range(2024, 2027)


def counts(figure: Figure) -> dict[int, Counts]:
    return dict(figure.rows)


def past(column: str, *entries: tuple[str, str]) -> list[dict[str, Any]]:
    """A history; an empty day is none."""
    return [{**({"am": day} if day else {}), column: state} for day, state in entries]


def met(book: Workbook, *days: str) -> None:
    for day in days:
        book.cards.add("encounter", {"am": day})


def partnership(book: Workbook, **value: Any) -> Card:
    return book.cards.add("partnership", {"wachstum": [], **value})


@pytest.mark.parametrize(
    ("month", "by_year"),
    [(1, {2023: 0, 2024: 4, 2025: 2}), (3, {2023: 2, 2024: 3, 2025: 1}), (8, {2023: 3, 2024: 3})],
)
def test_a_day_counts_for_the_garden_year_it_lies_in(
    book: Workbook, month: int, by_year: dict[int, int]
) -> None:
    book.set_profile(Profile(start_month=month))
    met(book, "2024-01-31", "2024-02-29", "2024-03-01", "2024-08-01", "2025-02-28", "2025-07-31")
    found = figures.encounters(book, range(2023, 2027)).rows
    if month == 8:
        assert dict(found)[2023] == (3,)
        assert dict(found)[2024] == (3,)
    else:
        assert {year: count for year, (count,) in found if year in by_year} == by_year
    assert sum(count for _, (count,) in found) == 6


def test_the_years_run_from_the_first_dated_thing_to_the_present_one(
    book: Workbook, clock: Clock
) -> None:
    assert list(figures.years_of(book)) == [2026]
    met(book, "2025-05-01", "1066-10-14", "irgendwann", "2023-99-01")
    assert list(figures.years_of(book)) == [2025, 2026]
    book.cards.add("seed", {"verlauf": past("stand", ("2023-12-31", "gefunden"))})
    clock.forward(days=60)
    assert list(figures.years_of(book)) == [2023, 2024, 2025, 2026, 2027]


def test_a_clock_that_goes_backwards_still_leaves_a_year(book: Workbook, clock: Clock) -> None:
    clock.forward(days=-800)
    assert list(figures.years_of(book)) == [2024]
    assert all(len(figure.rows) == 1 for figure in figures.figures(book))


def test_what_has_no_day_or_is_deleted_is_not_counted(book: Workbook) -> None:
    met(book, "2026-05-01", "2026-13-01", "im Mai", "")
    book.cards.delete(book.cards.add("encounter", {"am": "2026-05-02"}).id)
    assert counts(figures.encounters(book, [2026])) == {2026: (1,)}


def test_every_figure_has_a_number_for_each_column_and_year(book: Workbook) -> None:
    for figure in figures.figures(book):
        assert figure.grown == ()
        assert all(len(row) == len(figure.columns) for _, row in figure.rows)
        assert list(figure.sentences(str)) == []


def test_the_image_of_the_library_is_that_of_the_years_end(book: Workbook) -> None:
    image = past("phase", ("2026-03-01", "2"), ("2024-05-01", "1"))  # not in order
    book.cards.add("partner", {"name": "Kita", "bild": image})
    book.cards.add("partner", {"name": "Amt", "bild": past("phase", ("2025-12-31", "1"))})
    book.cards.add("partner", {"name": "Chor"})
    assert counts(figures.phases(book, THREE)) == {
        2024: (1, 0, 0, 0),
        2025: (2, 0, 0, 0),
        2026: (1, 1, 0, 1),
    }


def test_an_estimate_without_a_day_counts_since_the_partner_is_known(book: Workbook) -> None:
    book.cards.add("partner", {"name": "Kita", "bild": past("phase", ("", "3"))})
    assert counts(figures.phases(book, THREE))[2025] == (0, 0, 0, 0)
    assert counts(figures.phases(book, THREE))[2026] == (0, 0, 1, 0)


def test_partnerships_are_counted_as_long_as_they_live(book: Workbook) -> None:
    partnership(
        book,
        titel="Leseclub",
        stufen=past("stufe", ("2025-06-01", "ziele"), ("2024-06-01", "initiiert")),
        entscheidungen=past("weg", ("2026-02-01", "beenden"), ("2025-12-01", "weiter")),
    )
    partnership(book, titel="Chor", beginn="2025-02-01")
    found = counts(figures.stages(book, THREE))
    columns = dict(enumerate(figures.STAGES))
    named = {
        year: {columns[n]: count for n, count in enumerate(row) if count}
        for year, row in found.items()
    }
    assert named == {2024: {"initiiert": 1}, 2025: {"ziele": 1, "": 1}, 2026: {"": 1}}


def test_an_ended_partnership_that_goes_on_lives_again(book: Workbook) -> None:
    ways = past("weg", ("2024-12-01", "beenden"), ("2025-03-01", "weiter"))
    partnership(book, wachstum=past("bild", ("2024-02-29", "keim")), entscheidungen=ways)
    found = counts(figures.growth(book, THREE))
    assert [sum(found[year]) for year in THREE] == [0, 1, 1]
    assert found[2026][figures.GROWTHS.index("keim")] == 1


def test_seeds_count_in_the_year_in_which_they_were_found_sown_and_grown(book: Workbook) -> None:
    story = past(
        "stand",
        *(("2026-01-01", "gewachsen"), ("2025-03-01", "gesaet"), ("2025-04-01", "gesaet")),
        *(("2024-02-29", "gefunden"), ("", "geprueft")),
    )
    book.cards.add("seed", {"verlauf": story})
    assert counts(figures.seeds(book, THREE)) == {
        2024: (1, 0, 0),
        2025: (0, 1, 0),
        2026: (0, 0, 1),
    }


def test_thanks_count_when_they_are_spoken_and_open_ones_since_they_were_noted(
    book: Workbook,
) -> None:
    book.cards.add("thanks", {"stand": "erledigt", "am": "2025-01-01"})
    book.cards.add("thanks", {"stand": "erledigt"})
    book.cards.add("thanks", {"wofuer": "Kuchen"})
    assert counts(figures.thanks(book, THREE)) == {2024: (0, 0), 2025: (1, 0), 2026: (0, 1)}


def test_requests_show_whether_they_were_answered_alone_or_together(book: Workbook) -> None:
    for outcome in ("erledigt", "gemeinsam", "gemeinsam", "offen", "abgelehnt"):
        book.cards.add("request", {"am": "2026-02-01", "ausgang": outcome})
    figure = figures.requests(book, [2026])
    assert counts(figure) == {2026: (1, 2, 1)}
    assert list(figure.sentences(str)) == [
        "2026: allein erledigt: 1, gemeinsam weitergedacht: 2, noch offen: 1"
    ]


def test_a_leap_day_is_the_last_of_a_year_that_begins_in_march(book: Workbook) -> None:
    book.set_profile(Profile(start_month=3))
    image = past("phase", ("2024-02-29", "1"), ("2024-03-01", "2"))
    card = Card("0" * 32, "partner", {"bild": image}, created_at=datetime(2024, 2, 29, tzinfo=UTC))
    book.cards.plant(card)
    assert counts(figures.phases(book, [2022, 2023, 2024])) == {
        2022: (0, 0, 0, 0),
        2023: (1, 0, 0, 0),
        2024: (0, 1, 0, 0),
    }
    assert book.today > date(2024, 3, 1)
