"""What thirty years cost where the rhythm of the year looks back: ``python -m tests.bench.rhythm``.

Each part measures one area in an open garden; a big garden stands beside an empty one.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from gartenjahr_tui.garden import figures, home, rings
from gartenjahr_tui.garden.checkin import checkin
from gartenjahr_tui.garden.due import due as due_now
from gartenjahr_tui.garden.lists import PARTNER, WATERING, lists_of
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.garden.search import Search
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.ring_rows import figure_rows, one_below_the_other, side_by_side
from gartenjahr_tui.workbook.book import Workbook
from tests.bench.big_garden import make
from tests.bench.growth import ROUNDS, opened, seconds, show

COLUMNS = 90
"""Columns of the page for reading in a wide window."""

Works = dict[str, Callable[[], object]]
"""Name → what a person waits for."""


def measure_rings(book: Workbook) -> Works:
    """Year rings: of a step, of the whole, as rows of text; and the figures."""
    longest = max(book.guide.steps, key=lambda step: len(step.prompts))
    prompts = [prompt for step in book.guide.steps for prompt in step.prompts]
    trunks = rings.of_prompts(book, prompts)
    found = [figure for figure in figures.figures(book) if figure.grown]
    times = [book.year_label(year) for year in book.years[-3:]]

    def rows() -> None:
        for trunk in trunks:
            list(one_below_the_other(trunk, COLUMNS))

    def columns() -> None:
        for trunk in trunks:
            list(side_by_side(trunk, times, COLUMNS))

    def bars() -> None:
        for figure in found:
            list(figure_rows(figure, book.year_label, COLUMNS, bars=True))

    return {
        "Jahresringe: der längste Schritt": lambda: rings.of_prompts(book, longest.prompts),
        "Jahresringe: alle Schritte": lambda: rings.of_prompts(book, prompts),
        "… untereinander gesetzt": rows,
        "… nebeneinander gesetzt": columns,
        "Zahlen des Gartens": lambda: figures.figures(book),
        "… als Balken gesetzt": bars,
    }


def measure_search(book: Workbook) -> Works:
    """A key stroke in the search, by what has been typed, and bringing the index up to date."""
    search = Search(book)
    search.bring_up()

    def stroke(text: str) -> Callable[[], object]:
        return lambda: search.find(text)

    typed = ("g", "gem", "gemeinsam", "gemeinsam gar", "xyzzy")
    return {
        "Suche, nichts Neues seit dem letzten Mal": search.bring_up,
        **{f"Suche, ein Tastendruck: „{text}“": stroke(text) for text in typed},
    }


def measure_due(book: Workbook) -> Works:
    """What is due, the home page with it, and the watering plan."""
    (plan,) = (one for one in lists_of(book.guide, PARTNER) if one.id == WATERING)

    def changed() -> None:
        # As after any change: nothing that was counted before counts any more.
        if partners := book.cards.of("partner"):
            book.cards.set(partners[0].id, rhythmus=f"{time.perf_counter()}")

    def due() -> None:
        changed()
        due_now(book)

    def page() -> None:
        changed()
        home.from_book(book)

    return {
        "Jetzt dran": due,
        "die Übersicht mit Bild und Jetzt dran": page,
        "Gießplan": lambda: [plan.beside(book.cards, card) for card in plan.found(book.cards)],
    }


def measure_checkin(book: Workbook) -> Works:
    """A step of a check-in: what is known of a partnership, and what was said taken over."""
    round = checkin(book)

    def step() -> None:
        place = min(1, len(round.stations()) - 1)
        station = round.stations()[place]
        round.lead(station)
        round.leave(station)

    return {
        "Check-in beginnen": lambda: checkin(book).stations(),
        "Check-in, was seit dem letzten Mal geschah": lambda: round.lead(round.stations()[0]),
        "Check-in, von einer Kooperation zur nächsten": step,
    }


PARTS: tuple[Callable[[Workbook], Works], ...] = (
    *(measure_rings, measure_search, measure_due, measure_checkin),
)
"""Every area that is measured."""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = f"{folder}/state"
        places = [Paths(Path(folder, name), "Messung") for name in ("gross", "leer")]
        for place in places:
            place.folder.mkdir(parents=True)
        make(places[0])
        open_garden(read_guide(), places[1]).close()
        books = [opened(place) for place in places]
        print(f"{'30 Jahre, 300 Partner, 18.000 Begegnungen':<52} {'groß':>12} {'leer':>12}")
        for part in PARTS:
            big, small = (part(book) for book in books)
            for name, work in big.items():
                taken = (median(seconds(one) for _ in range(ROUNDS)) for one in (work, small[name]))
                show(name, *taken)
        for book in books:
            book.close()


if __name__ == "__main__":
    main()
