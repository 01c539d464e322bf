"""The command ``sicherung``: safe copies, made, listed and brought back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import CouldNot, WrongCall, no_such_word, now_and_then, say
from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.store import backups, copying, glance, paths
from gartenjahr_tui.store.backups import Copy
from gartenjahr_tui.store.errors import PlaceGone
from gartenjahr_tui.text import shortened
from gartenjahr_tui.words.cli import WrongWords
from gartenjahr_tui.words.exchange import BackupsWords as words

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.terminal.console import Output


def sicherung(options: Options, output: Output) -> int:
    """Do what the first word says: make a copy, list them, bring one back, choose a place."""
    word, *rest = options.words or ["liste"]
    word = word.replace("ü", "ue")
    most = {"anlegen": 0, "liste": 0, "zurueckholen": 1, "ort": 1}.get(word)
    if most is None or len(rest) > most:
        raise no_such_word(options, word if most is None else rest[most])
    _check_options(word, options)
    place = paths.find(options.daten)
    match word:
        case "anlegen":
            return _make(place, options.nach, output)
        case "zurueckholen":
            return _bring_back(place, rest[0] if rest else "", output)
        case "ort":
            return _second_place(place, rest[0] if rest else "", output)
        case _:
            return _list(place, output, prove=options.pruefen)


def _check_options(word: str, options: Options) -> None:
    """Refuse an option that belongs to another word, lest somebody believes that it was heeded."""
    if options.pruefen and word != "liste":
        raise WrongCall(WrongWords.UNKNOWN.format(given="--pruefen"))
    if options.nach is not None and word != "anlegen":
        raise WrongCall(WrongWords.UNKNOWN.format(given="--nach"))
    if options.nach is not None and not options.nach.strip():
        raise WrongCall(WrongWords.NO_VALUE.format(option="--nach"))


def _make(place: paths.Paths, folder: str | None, output: Output) -> int:
    # Looked at first, so that nothing is made beside a garden that is not there.
    if glance.schema_of(place.file) is None:
        raise CouldNot(words.NO_GARDEN.format(folder=place.folder))
    goal = paths.typed(folder) if folder else None
    if goal and not goal.is_dir():
        # Where a stick is missing, no folder is made in its place.
        raise PlaceGone(goal)
    say(output, words.MAKING)
    made, note = backups.by_hand(place, goal, utc_now(), now_and_then(output))
    for copy in made:
        say(output, words.MADE.format(file=copy.file))
    if note:
        say(output, note)
    return 0


def _list(place: paths.Paths, output: Output, *, prove: bool) -> int:
    copies = backups.all_copies(place)
    well, total = True, 0
    for number, copy in enumerate(copies, 1):
        size = _size_of(copy.file)
        total += size
        kind = words.KINDS[copy.kind]
        if prove:
            sound = copying.is_sound(copy.file)
            well = well and sound
            kind = f"{kind}, {words.SOUND if sound else words.DAMAGED}"
        line = words.LINE.format(number=number, day=_day(copy), size=_megabytes(size), kind=kind)
        beside = copy.file.parent == place.copies
        where = words.WHERE.format(file=copy.file.name if beside else copy.file)
        say(output, f"{line}\n{where}")
    sentence = words.TOTAL[len(copies) != 1] if copies else words.NO_COPIES
    say(output, sentence.format(count=len(copies), size=_megabytes(total)))
    say(output, words.HOME.format(folder=place.copies), _about_place(place))
    return 0 if well else 1


def _bring_back(place: paths.Paths, given: str, output: Output) -> int:
    if not given:
        raise WrongCall(words.WHICH)
    bring_back(place, _chosen(place, given), output)
    return 0


def bring_back(place: paths.Paths, file: Path, output: Output) -> None:
    """Put a copy in the garden's place, and say what was done.

    Raises:
        StoreError: Why not; nothing was touched.
    """
    copy = backups.read_name(file)
    if copy:
        say(output, words.RETURNING.format(day=_day(copy)))
    done = backups.bring_back(place, file, utc_now(), now_and_then(output))
    said = words.RETURNED.format(day=_day(copy)) if copy else ""
    say(output, said or words.RETURNED_FILE.format(name=file.name))
    if done.kept:
        say(output, words.KEPT.format(file=done.kept.file))
    if done.aside:
        say(output, words.ASIDE.format(file=done.aside))


def _chosen(place: paths.Paths, given: str) -> Path:
    """The copy that is meant: by its number in the list, its name, or as a file anywhere."""
    copies = backups.all_copies(place)
    if given.isdecimal() and 0 < int(given) <= len(copies):
        return copies[int(given) - 1].file
    named = (copy.file for copy in copies if given in (copy.file.name, copy.file.stem))
    file = next(named, None) or paths.typed(given)
    if not file.is_file():
        raise CouldNot(words.NOT_THERE.format(given=shortened(given, 120)))
    return file


def _second_place(place: paths.Paths, given: str, output: Output) -> int:
    if not given:
        say(output, _about_place(place))
        return 0
    if given.casefold() == words.NONE_WORD:
        if backups.second_place(place) is not None:
            backups.set_second_place(place, None)
        say(output, words.PLACE_REMOVED.format(folder=place.copies))
        return 0
    if glance.schema_of(place.file) is None:
        raise CouldNot(words.NO_GARDEN.format(folder=place.folder))
    folder = paths.typed(given)
    backups.set_second_place(place, folder)
    say(output, words.PLACE_SET.format(folder=folder))
    return 0


def _about_place(place: paths.Paths) -> str:
    folder = backups.second_place(place)
    if folder is None:
        return words.NO_PLACE
    sentence = words.PLACE if backups.is_there(folder) else words.PLACE_MISSING
    return sentence.format(folder=folder)


def _day(copy: Copy) -> str:
    return copy.taken.strftime(words.DAY)


def _size_of(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _megabytes(size: int) -> str:
    return words.MEGABYTES.format(size=f"{size / 1e6:.1f}".replace(".", ","))
