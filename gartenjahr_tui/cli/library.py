"""The command ``einrichten``: what documents say of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import CouldNot, opened, say
from gartenjahr_tui.words.garden import LibraryWords as words

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.terminal.console import Output


def einrichten(options: Options, output: Output) -> int:
    """Change what is given, and say what stands there."""
    from gartenjahr_tui.garden import library

    given = {
        field.id: text
        for field in library.FIELDS
        if (text := getattr(options, field.id)) is not None
    }
    with opened(options, look_only=not given) as book:
        if given and book.read_only:
            raise CouldNot(words.READ_ONLY.format(holder=book.holder))
        for id, text in given.items():
            library.put(book, id, text)
        if given and not book.flush():
            raise CouldNot(words.NOT_SAVED.format(problem=book.save_status.problem or "").rstrip())
        known = library.library_of(book)
        stands = [
            words.STANDS.format(
                label=field.label, text=library.said_of(known, field.id) or words.EMPTY
            )
            for field in library.FIELDS
        ]
    say(output, *stands, *([words.SAVED] if given else []))
    return 0
