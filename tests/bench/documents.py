"""What documents cost, in a big garden beside an empty one: ``python -m tests.bench.documents``.

Of each thing that can leave: how long one waits for the page that says what is in it, and for each
format.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from gartenjahr_tui.catalog import OUTLETS
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.outlet import UNHEARD, Draft, Outlet, Unavailable
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import Workbook
from tests.bench.big_garden import make

WIDTH = 76
"""Columns of the preview."""


def measure(outlet: Outlet, book: Workbook) -> str:
    """Milliseconds for the page, and for each format; a dash where there is nothing to choose."""
    started = time.perf_counter()
    try:
        selection = outlet.selection(book)
        draft = outlet.draft(book, selection.chosen, selection.pieces)
    except Unavailable:
        return "–"
    draft.preview(WIDTH)
    parts = [f"Seite {_milliseconds(started)}"]
    parts += [_written(draft, format.id) for format in outlet.formats]
    return " · ".join(parts)


def _written(draft: Draft, format: str) -> str:
    started = time.perf_counter()
    made = draft.make(format, UNHEARD)
    size = sum(map(len, made.values())) / 1024
    return f"{format} {_milliseconds(started)} ({size:.0f} KB)"


def _milliseconds(started: float) -> str:
    return f"{1000 * (time.perf_counter() - started):.0f} ms"


def main() -> None:
    """Print both gardens, then the most memory that was needed."""
    guide = read_guide()
    with tempfile.TemporaryDirectory() as folder:
        empty, big = (
            Paths(Path(folder) / "leer", "Messung"),
            Paths(Path(folder) / "gross", "Messung"),
        )
        make(big)
        for name, paths in (("leerer Garten", empty), ("30 Jahre, 300 Partner", big)):
            book = open_garden(guide, paths)
            print(f"\n{name}")
            for outlet in OUTLETS.values():
                print(f"  {outlet.title:<44} {measure(outlet, book)}", flush=True)
            book.close()
    print(f"\nhöchster Bedarf an Speicher: {getrusage(RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
