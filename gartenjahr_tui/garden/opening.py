"""Opens the garden for those who work in it: what is read out of the book stands ready, too."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import home, known
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.workbook.book import open_workbook

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.store.paths import Paths
    from gartenjahr_tui.workbook.book import Workbook


def open_garden(guide: Guide, paths: Paths, **options: Any) -> Workbook:
    """Open the garden, or make one; its home page is kept for the next start when it is closed.

    Erasing that was begun is brought to its end before.

    ``options`` are those of :func:`~gartenjahr_tui.workbook.book.open_workbook`.

    Raises:
        StoreError: In one German sentence why not; nothing was touched.
    """
    if paths.erasing.exists() and not options.get("look_only"):
        from gartenjahr_tui.store import erasing

        # Whoever has it open, or cannot write here, is shown the garden all the same.
        with suppress(StoreError, OSError):
            erasing.go_on(paths)
    book = open_workbook(guide, paths, **options)
    book.before_end = home.keep
    book.known = known.lines
    return book
