"""Opens the garden a command of the command line is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.errors import CouldNot
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store import glance, marker, paths

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.workbook.book import Workbook


@contextmanager
def opened(options: Options, missing: str, *, look_only: bool = False) -> Iterator[Workbook]:
    """The open garden a command is about; closed afterwards.

    Args:
        options: The options of the command.
        missing: What to say where there is no garden, in German.
        look_only: Whether nothing is to be written, so that it may be open elsewhere too.

    Raises:
        CouldNot: There is no garden.
        StoreError: It cannot be opened.
    """
    found = paths.find(options.daten)
    if glance.schema_of(found.file) is None:
        if not options.trotzdem:
            marker.check(found.file, None, 0)
        raise CouldNot(missing.format(folder=found.folder))

    from gartenjahr_tui.garden.opening import open_garden

    book = open_garden(read_guide(), found, accept=options.trotzdem, look_only=look_only)
    try:
        yield book
    finally:
        book.close()
