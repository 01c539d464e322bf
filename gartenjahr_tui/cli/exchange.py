"""The commands by which something leaves the garden: reports, tables, map, calendar, address book.

What there is stands in :mod:`gartenjahr_tui.catalog`. Each command says what goes out and what
stays here, and only then writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import (
    CouldNot,
    WrongCall,
    emit,
    filled,
    listed,
    now_and_then,
    opened,
    say,
)
from gartenjahr_tui.store.paths import typed
from gartenjahr_tui.words.cli import WrongWords
from gartenjahr_tui.words.commands import HelpWords
from gartenjahr_tui.words.exchange import CalendarWords, LeavingWords
from gartenjahr_tui.words.exchange import FilesWords as words
from gartenjahr_tui.words.reports import PlacesWords

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.guide.model import Option
    from gartenjahr_tui.outlet import Ask, Chosen, Draft, Format, Outlet
    from gartenjahr_tui.terminal.console import Output
    from gartenjahr_tui.workbook.book import Workbook

_ENDING = re.compile(r"\.[a-z][a-z0-9]{1,4}")
"""An ending by which a file is meant, not a folder."""

MOST_NAMED = 30
"""How many options an error names."""


def exchange(options: Options, output: Output) -> int:
    """Write what the command is named after."""
    from gartenjahr_tui.exchange.outlets import OUTLETS

    outlet = next(outlet for outlet in OUTLETS if outlet.id == options.command)
    return _leave(outlet, options, output)


def bericht(options: Options, output: Output) -> int:
    """Write a document, or say which there are."""
    from gartenjahr_tui.catalog import REPORTS

    if not options.report:
        emit(_known(), output)
        return 0
    outlet = REPORTS.get(options.report.casefold())
    if outlet is None:
        raise WrongCall(LeavingWords.UNKNOWN.format(given=options.report, known=", ".join(REPORTS)))
    if options.place is None:
        emit(_about(outlet), output)
        return 0
    return _leave(outlet, options, output)


def _leave(outlet: Outlet, options: Options, output: Output) -> int:
    from gartenjahr_tui.outlet import Unavailable

    place, format = _place(outlet, options)
    with opened(options, look_only=True) as book:
        given = _given(outlet, options, book)
        try:
            chosen = outlet.choices(book, given)
            draft = outlet.draft(book, chosen, _pieces(outlet, options))
            if _filled(outlet, options, book, chosen, draft):
                draft = outlet.draft(book, chosen, _pieces(outlet, options))
        except Unavailable as error:
            raise CouldNot(str(error)) from error
    written = _write(draft, place, format, options, output)
    if draft.keeps:
        _keep(draft, options, output)
    return written


def _keep(draft: Draft, options: Options, output: Output) -> None:
    """Let the garden remember what has gone out; whoever has it open elsewhere goes before."""
    with opened(options) as book:
        if book.read_only:
            say(output, filled(CalendarWords.NOT_KEPT))
            return
        for key, value in draft.keeps.items():
            book.remember(key, value, common=True)


# What there is


def _known() -> str:
    """Every document under its heading."""
    from gartenjahr_tui.catalog import GROUPS, REPORTS

    lines = [LeavingWords.REPORTS, ""]
    for title, ids in GROUPS:
        found = [REPORTS[id] for id in ids if id in REPORTS]
        if found:
            lines += [title, *(_line(outlet.id, outlet.lead) for outlet in found), ""]
    return "\n".join([*lines, LeavingWords.HOW, ""])


def _about(outlet: Outlet) -> str:
    """One document: what it is for, what one may choose, what can be left out."""
    lines = [outlet.title, filled(outlet.lead), ""]
    lines += [_line(f"--{ask.id}", ask.label) for ask in outlet.asks]
    lines += [_line(piece.id, _piece(piece.title, piece.wanted)) for piece in outlet.pieces]
    names = ", ".join(f".{format.id}" for format in outlet.formats)
    return "\n".join([*lines, "", LeavingWords.USAGE.format(id=outlet.id, formats=names), ""])


def _piece(title: str, wanted: bool) -> str:
    return (LeavingWords.PIECE if wanted else LeavingWords.EXTRA).format(title=title)


def _line(name: str, text: str) -> str:
    return filled(f"  {name:<20}{text}", 22)


# What is meant


def _place(outlet: Outlet, options: Options) -> tuple[Path, Format]:
    """Where to, and as what: the ending of the name says it; none means a folder.

    Raises:
        WrongCall: It does not come as that.
    """
    if not options.place.strip():
        raise WrongCall(f"{WrongWords.NO_PLACE}\n{HelpWords.HINT}")
    place = typed(options.place)
    ending = place.suffix.casefold()
    is_folder = place.is_dir() or not _ENDING.fullmatch(ending)
    for format in outlet.formats:
        single = ending == f".{format.id}" and format.alone and getattr(options, format.alone, "")
        if single or (is_folder if format.folder else ending == f".{format.id}"):
            return place, format
    endings = [f".{format.id}" for format in outlet.formats if not format.folder]
    if any(format.folder for format in outlet.formats):
        endings += [LeavingWords.FOLDER]
        endings += [LeavingWords.SINGLE for format in outlet.formats if format.alone]
    known = LeavingWords.OR.join(filter(None, [", ".join(endings[:-1]), endings[-1]]))
    raise WrongCall(LeavingWords.ENDING.format(given=place.name, known=known))


def _given(outlet: Outlet, options: Options, book: Workbook) -> dict[str, str]:
    """What the options choose.

    Raises:
        CouldNot: There is none of that name, or it must be said.
    """
    from gartenjahr_tui.outlet import YES

    given: dict[str, str] = {}
    for ask in outlet.asks:
        value = getattr(options, ask.id, None)
        if ask.switch:
            value = YES if value else None
        if value is not None:
            given[ask.id] = meant(ask, str(value), book).id
        elif ask.must and len(options_of := ask.options(book)) > 1:
            sentence = LeavingWords.SAY.format(ask=ask.label, option=f"--{ask.id}")
            raise CouldNot(f"{sentence} {_known_options(options_of)}")
    return given


def meant(ask: Ask, given: str, book: Workbook) -> Option:
    """The option a person names: by its id, its name, or a part of the name only it has.

    Raises:
        CouldNot: None is, or several are.
    """
    from gartenjahr_tui.text import folded

    every, wanted = ask.options(book), folded(given)
    if not every:
        raise CouldNot(ask.nothing)
    called = {folded(name): id for name, id in ask.also(book).items()}.get(wanted, given)
    exact = [o for o in every if o.id == called or wanted in (folded(o.id), folded(o.label))]
    if exact:
        return exact[0]
    found = [option for option in every if wanted and wanted in folded(option.label)]
    if len(found) == 1:
        return found[0]
    if ask.free and not found:
        from gartenjahr_tui.guide.model import Option

        return Option(given, given)
    sentence = (LeavingWords.SEVERAL if found else LeavingWords.NONE).format(
        given=given, option=f"--{ask.id}"
    )
    raise CouldNot(f"{sentence} {_known_options(found or every)}")


def _known_options(options: Sequence[Option]) -> str:
    """What there is to choose from; not all of hundreds."""
    named = [option.label for option in options if option.id]
    more = [words.MORE] if len(named) > MOST_NAMED else []
    return LeavingWords.KNOWN.format(known=", ".join([*named[:MOST_NAMED], *more]))


def _pieces(outlet: Outlet, options: Options) -> frozenset[str]:
    """Which pieces are wanted.

    Raises:
        WrongCall: There is none of that name.
    """
    ids = {piece.id for piece in outlet.pieces}
    given = {name: listed(getattr(options, name, None)) for name in ("nur", "mit", "ohne")}
    asked = {name: [word.casefold() for word in each] for name, each in given.items()}
    for name in (name for names in asked.values() for name in names):
        if name not in ids:
            known = ", ".join(piece.id for piece in outlet.pieces) or LeavingWords.NO_PIECES
            raise WrongCall(LeavingWords.NO_PIECE.format(given=name, known=known))
    start = frozenset(asked["nur"]) or outlet.usual
    return (start | set(asked["mit"])) - set(asked["ohne"])


def _filled(outlet: Outlet, options: Options, book: Workbook, chosen: Chosen, draft: Draft) -> bool:
    """Type what the options say into the places of a draft; whether there was anything.

    Raises:
        WrongCall: It has no such place.
    """
    from gartenjahr_tui.outlet import fill
    from gartenjahr_tui.text import folded, shortened

    given = getattr(options, "eintragen", None) or []
    for pair in given:
        name, sign, text = pair.partition("=")
        if not sign:
            raise WrongCall(PlacesWords.NO_PAIR.format(given=shortened(pair, 60)))
        wanted = folded(name)
        places = [place for place in draft.places if folded(place.field.label) == wanted]
        places = places or [
            place for place in draft.places if wanted and wanted in folded(place.field.label)
        ]
        if len(places) != 1:
            known = ", ".join(place.field.label for place in draft.places) or PlacesWords.NO_PLACES
            raise WrongCall(PlacesWords.NO_PLACE.format(given=shortened(name, 60), known=known))
        fill(book, outlet.id, chosen, places[0], text)
    return bool(given)


# Saying and writing


def _write(draft: Draft, place: Path, format: Format, options: Options, output: Output) -> int:
    """Say what goes out, and write it, unless something stands there already."""
    from gartenjahr_tui.exchange import files as writer
    from gartenjahr_tui.outlet import WorkProgress

    overwrite = options.ueberschreiben
    if not format.folder:
        writer.check([place], overwrite=overwrite)
    made = draft.make(format.id, WorkProgress(now_and_then(output)))
    files = writer.placed(made, place)
    writer.check(files, overwrite=overwrite)
    say(output, *_said(draft))
    folder = place if place not in files else None
    writer.write(files, folder=folder, overwrite=overwrite, private=draft.private or format.private)
    say(output, *(words.WRITTEN.format(file=file) for file in files))
    if labels := [place.field.label for place in draft.open]:
        how = PlacesWords.HOW.format(label=labels[0])
        say(output, filled(f"{PlacesWords.to_fill(labels)}. {how}"))
    return 0


def _said(draft: Draft) -> Iterator[str]:
    """What goes out and what stays here, as lines."""
    to_fill = PlacesWords.to_fill([place.field.label for place in draft.open])
    inside = [*draft.inside, *([to_fill] if to_fill else [])]
    for title, lines in ((words.INSIDE, inside), (words.STAYS, draft.stays)):
        if lines:
            yield title
            yield from (filled(f"  - {line}") for line in lines)
