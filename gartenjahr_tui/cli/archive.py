"""The command ``archiv``: the whole garden written to one file, and read from it."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.cli.errors import WrongCall
from gartenjahr_tui.cli.garden import opened
from gartenjahr_tui.cli.output import emit, width
from gartenjahr_tui.cli.progress import now_and_then
from gartenjahr_tui.store import paths
from gartenjahr_tui.text import shortened
from gartenjahr_tui.words.exchange import ArchiveWords as words
from gartenjahr_tui.words.exchange import FilesWords

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.terminal.console import Output


def archiv(options: Options, output: Output) -> int:
    """Do what the first word says: write the archive, or read one."""
    word, *rest = options.words or [""]
    if word and word not in ("schreiben", "lesen"):
        raise WrongCall(words.UNKNOWN_WORD.format(given=shortened(word, 60)))
    if len(rest) != 1 or not rest[0].strip():
        raise WrongCall(words.USAGE)
    file = paths.typed(rest[0])
    return _write(options, file, output) if word == "schreiben" else _read(options, file, output)


def _write(options: Options, file: Path, output: Output) -> int:
    from gartenjahr_tui.exchange import archive, files, plainjson

    overwrite = options.ueberschreiben
    files.check([file], overwrite=overwrite)
    with opened(options, FilesWords.NO_GARDEN, look_only=True) as book:
        emit(f"{textwrap.fill(words.ALL, width())}\n", output)
        _say(words.GATHERING, output)
        found = archive.gather(book.store)
    _say(words.WRITING, output)
    data = plainjson.as_bytes(found)
    files.write({file: data}, overwrite=overwrite, private=True)
    size = f"{len(data) / 1e6:.1f}".replace(".", ",")
    _say(words.WRITTEN.format(file=file, size=size, counts=_counts(found)), output)
    return 0


def _read(options: Options, file: Path, output: Output) -> int:
    from gartenjahr_tui.exchange import archive
    from gartenjahr_tui.outlet import WorkProgress

    place = paths.find(options.daten)
    archive.refuse_entries(place, accept=options.trotzdem)
    _say(words.CHECKING, output)
    found = archive.read(file)
    _say(words.TAKING, output)
    archive.take_over(
        found, place, accept=options.trotzdem, progress=WorkProgress(now_and_then(output))
    )
    _say(words.TAKEN.format(folder=place.folder, counts=_counts(found)), output)
    return 0


def _counts(found: Mapping[str, Any]) -> str:
    return ", ".join(
        one if len(found[section]) == 1 else many.format(count=len(found[section]))
        for section, (one, many) in words.NAMES.items()
    )


def _say(line: str, output: Output) -> None:
    emit(f"{line}\n", output)
