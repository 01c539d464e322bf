"""The first start on Windows asks where the garden shall lie, and says what each place means."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import concerns, emit, filled, say
from gartenjahr_tui.store import marker, paths
from gartenjahr_tui.store.errors import FolderUnwritable
from gartenjahr_tui.store.place import home_drive, lacking, removable_drives
from gartenjahr_tui.terminal.console import standard_input
from gartenjahr_tui.words.cli import FirstWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.terminal.console import Output


@dataclass(frozen=True)
class Place:
    """A folder where the garden may lie, what it is called, and what it means to choose it."""

    folder: Path
    name: str
    meaning: str


def place() -> paths.Paths:
    """Where the garden lies; asked when there is none yet and somebody is there to answer.

    Raises:
        KeyboardInterrupt: The input ended without an answer; nothing was made.
    """
    found = paths.find()
    if (
        found.folder == paths.usual_folder()
        and all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr))
        and not found.file.exists()
        and marker.read(found.file) is None
    ):
        ask(places(), sys.stderr)
        return paths.find()
    return found


def places() -> list[Place]:
    """The places on offer, the best first."""
    program = paths.program_folder()
    former = sorted(program.parent.glob("*/daten/gartenjahr.db"))
    found = [Place(file.parent, words.FORMER, words.FORMER_MEANS) for file in former]
    found.append(Place(paths.usual_folder(), words.HERE, words.HERE_MEANS))
    if home := home_drive():
        found.append(Place(home / paths.APP_NAME, words.HOME, words.HOME_MEANS))
    for drive in removable_drives():
        top = program.parent if drive in program.parents else drive
        found.append(Place(top / paths.BESIDE, words.STICK, words.STICK_MEANS))
    return found


def ask(offered: list[Place], output: Output) -> None:
    """Ask until a folder is chosen that can be written.

    Raises:
        KeyboardInterrupt: The input ended without an answer.
    """
    say(output, "", filled(words.QUESTION))
    for number, one in enumerate(offered, 1):
        say(output, "", f"  {number}  {one.name}: {one.folder}", filled(f"     {one.meaning}"))
    say(output, "", filled(words.OTHER))
    while True:
        emit(words.PROMPT, output)
        line = standard_input().readline()
        if not line:
            raise KeyboardInterrupt
        typed = line.strip()
        if not typed:
            folder = offered[0].folder
        elif typed.isdecimal() and 1 <= int(typed) <= len(offered):
            folder = offered[int(typed) - 1].folder
        elif any(sign in typed for sign in "\\/:"):
            folder = paths.typed(typed)
        else:
            say(output, filled(words.AGAIN.format(count=len(offered))))
            continue
        if lacking(folder):
            say(output, filled(words.DEEP.format(folder=folder)))
            continue
        try:
            paths.choose(folder)
        except FolderUnwritable:
            say(output, filled(words.UNWRITABLE.format(folder=folder)))
        else:
            say(output, filled(words.CHOSEN.format(folder=folder)))
            say(output, *map(filled, concerns(folder)))
            return
