"""The command ``archiv``: the whole garden written to one file, and read from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.cli.common import WrongCall, filled, no_such_word, now_and_then, opened, say
from gartenjahr_tui.store import paths
from gartenjahr_tui.words.exchange import ArchiveWords as words

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.terminal.console import Output


def archiv(options: Options, output: Output) -> int:
    """Do what the first word says: write the archive, or read one."""
    word, *rest = options.words or [""]
    if word and word not in ("schreiben", "lesen"):
        raise no_such_word(options, word)
    if len(rest) != 1 or not rest[0].strip():
        raise WrongCall(words.USAGE)
    file = paths.typed(rest[0])
    return _write(options, file, output) if word == "schreiben" else _read(options, file, output)


def _write(options: Options, file: Path, output: Output) -> int:
    from gartenjahr_tui.exchange import archive, files, plainjson

    overwrite = options.ueberschreiben
    files.check([file], overwrite=overwrite)
    with opened(options, look_only=True) as book:
        say(output, filled(words.ALL), *map(filled, archive.damage(book.store)), words.GATHERING)
        found = archive.gather(book.store)
    say(output, words.WRITING)
    data = plainjson.as_bytes(found)
    files.write({file: data}, overwrite=overwrite, private=True)
    size = f"{len(data) / 1e6:.1f}".replace(".", ",")
    say(output, words.WRITTEN.format(file=file, size=size, counts=_counts(found)))
    return 0


def _read(options: Options, file: Path, output: Output) -> int:
    from gartenjahr_tui.exchange import archive
    from gartenjahr_tui.outlet import WorkProgress

    place = paths.find(options.daten)
    archive.refuse_entries(place, accept=options.trotzdem)
    say(output, words.CHECKING)
    found = archive.read(file)
    say(output, words.TAKING)
    archive.take_over(
        found, place, accept=options.trotzdem, progress=WorkProgress(now_and_then(output))
    )
    say(output, words.TAKEN.format(folder=place.folder, counts=_counts(found)))
    return 0


def _counts(found: Mapping[str, Any]) -> str:
    return ", ".join(
        one if len(found[section]) == 1 else many.format(count=len(found[section]))
        for section, (one, many) in words.NAMES.items()
    )
