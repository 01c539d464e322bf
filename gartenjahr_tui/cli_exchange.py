"""The commands that write the garden for other programs: tables, map, calendar, address book.

Each says what goes out and what stays here, and only then writes.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gartenjahr_tui.cli_errors import CouldNot, WrongCall
from gartenjahr_tui.cli_garden import opened
from gartenjahr_tui.cli_output import emit, width
from gartenjahr_tui.cli_words import Help, Wrong
from gartenjahr_tui.exchange_words import Calendar, Contacts, Kumu, Tables
from gartenjahr_tui.exchange_words import Files as words

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.console import Output
    from gartenjahr_tui.exchange.tables import Table
    from gartenjahr_tui.workbook.book import Workbook

XLSX, CSV = ".xlsx", ".csv"
OTHER_TABLES = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".txt", ".tsv"})
"""Endings by which a file is meant, not a folder."""

Files = dict[Path, Callable[[], bytes]]
"""Where → what makes the content, once it has been said what goes out."""

_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", " ": "-"})


def tabellen(options: Options, output: Output) -> int:
    """Write cards, answers and figures as tables."""
    from gartenjahr_tui.exchange import tables

    place = _place(options)
    ending = place.suffix.casefold()
    if ending in OTHER_TABLES:
        raise WrongCall(Tables.OTHER_ENDING.format(ending=ending))
    if ending == CSV and not options.art:
        raise WrongCall(Tables.ONE_CSV)
    with opened(options, words.NO_GARDEN, look_only=True) as book:
        only = _table_id(book, options.art) if options.art else ""
        if options.jahr is not None:
            _check_year(book, options.jahr)
        asked = options.vertrauliche
        found = list(tables.gather(book, only=only, year=options.jahr, confidential=asked))
    if not found:
        raise CouldNot(Tables.ALL_CONFIDENTIAL.format(given=options.art))
    inside = _counted({table.title: len(table.rows) for table in found})
    notes = [Tables.CONFIDENTIAL] if asked else []
    notes += [Tables.WERE_CUT] if any(map(tables.is_cut, found)) else []
    stays = Tables.STAYS_LITTLE if asked else Tables.STAYS
    said = _said(inside, stays, *notes)
    if ending == XLSX:
        return _write(options, output, {place: partial(tables.as_xlsx, found)}, said)
    if ending == CSV:
        return _write(options, output, {place: partial(tables.as_csv, found[0])}, said)
    files: Files = {place / _csv_name(table): partial(tables.as_csv, table) for table in found}
    return _write(options, output, files, said, folder=place)


def kumu(options: Options, output: Output) -> int:
    """Write a map of the network for Kumu."""
    from gartenjahr_tui.exchange import kumu as maps

    place = _place(options)
    with opened(options, words.NO_GARDEN, look_only=True) as book:
        found = maps.gather(book, people=options.personen)
    kinds = Counter(element.type for element in found.elements)
    inside = Kumu.INSIDE.format(kinds=_counted(kinds), connections=len(found.connections))
    said = (
        _said(inside, Kumu.STAYS_LITTLE, Kumu.PERSONS)
        if options.personen
        else _said(inside, Kumu.STAYS)
    )
    files: Files = {
        place / Kumu.ELEMENTS_FILE: partial(maps.elements_csv, found),
        place / Kumu.CONNECTIONS_FILE: partial(maps.connections_csv, found),
    }
    return _write(options, output, files, said, folder=place)


def kalender(options: Options, output: Output) -> int:
    """Write the garden's days as a calendar file."""
    from gartenjahr_tui.exchange import calendar

    place = _file(options, ".ics", "kalender garten.ics")
    state = calendar.state_code(options.land) if options.land else ""
    if options.land and not state:
        known = ", ".join(f"{name} ({code})" for code, name in Calendar.STATES.items())
        raise WrongCall(Calendar.NO_STATE.format(given=options.land, known=known))
    with opened(options, words.NO_GARDEN, look_only=True) as book:
        events = calendar.gather(book, state)
        library = book.profile.library
    moved = sum(event.moved for event in events)
    note = Calendar.MOVED_COUNT[moved > 1].format(count=moved)
    inside = _counted(Counter(event.category for event in events))
    said = _said(inside, Calendar.STAYS, *([note] if moved else []))
    return _write(options, output, {place: partial(calendar.as_ics, events, library)}, said)


def kontakte(options: Options, output: Output) -> int:
    """Write partners and contacts for an address book."""
    from gartenjahr_tui.exchange import contacts

    place = _file(options, ".vcf", "kontakte kontakte.vcf")
    with opened(options, words.NO_GARDEN, look_only=True) as book:
        forms = book.guide.forms
        kinds = Counter(forms[card.kind].items for card in contacts.gather(book))
        vcf = contacts.as_vcf(book)
    inside = Contacts.INSIDE.format(what=_counted(kinds)) if kinds else words.NOTHING
    return _write(options, output, {place: lambda: vcf}, _said(inside, Contacts.STAYS))


# Where to


def _place(options: Options) -> Path:
    if not options.place.strip():
        raise WrongCall(f"{Wrong.NO_PLACE}\n{Help.HINT}")
    return Path(options.place)


def _file(options: Options, ending: str, example: str) -> Path:
    """The file that is to be written.

    Raises:
        WrongCall: Its name does not end as other programs expect.
    """
    place = _place(options)
    if place.suffix.casefold() != ending:
        raise WrongCall(words.ENDING.format(ending=ending, example=example))
    return place


def _csv_name(table: Table) -> str:
    """„Samenkörner“ as „samenkoerner.csv“, which every system and every ZIP can take."""
    return f"{table.title.casefold().translate(_ASCII)}{CSV}"


def _table_id(book: Workbook, given: str) -> str:
    """The table that is meant by a name.

    Raises:
        WrongCall: There is none of that name.
    """
    from gartenjahr_tui.exchange.tables import names
    from gartenjahr_tui.guide.lookup import folded

    found = names(book).get(folded(given))
    if found is None:
        titles = [form.items for form in book.guide.forms.values()]
        known = ", ".join((*titles, *Tables.TITLES.values()))
        raise WrongCall(Tables.NO_KIND.format(given=given, known=known))
    return found


def _check_year(book: Workbook, year: int) -> None:
    from gartenjahr_tui.workbook.figures import years_of

    known = sorted({*book.years, *years_of(book)})
    if year not in known:
        raise CouldNot(Tables.NO_YEAR.format(year=year, known=", ".join(map(str, known))))


# Saying and writing


def _counted(counts: Mapping[str, int]) -> str:
    """„Partner (3), Ernten (2)“."""
    parts = (words.COUNTED.format(name=n, count=count) for n, count in counts.items() if count)
    return ", ".join(parts) or words.NOTHING


def _said(inside: str, stays: str, *notes: str) -> str:
    """What goes out and what stays here, as lines."""
    lines = (words.INSIDE.format(what=inside), words.STAYS.format(what=stays), *notes)
    return "".join(f"{textwrap.fill(line, width())}\n" for line in lines)


def _write(
    options: Options, output: Output, files: Files, said: str, *, folder: Path | None = None
) -> int:
    """Say what goes out, and write it, unless something stands there already.

    Args:
        options: The options of the command.
        output: Where it is said.
        files: What is written.
        said: What goes out and what stays here.
        folder: The folder the files come into, which is made.
    """
    from gartenjahr_tui.exchange import files as writer

    writer.check(files, overwrite=options.ueberschreiben)
    emit(said, output)
    made = {file: make() for file, make in files.items()}
    private = getattr(options, "vertrauliche", False)
    writer.write(made, folder=folder, overwrite=options.ueberschreiben, private=private)
    emit("".join(f"{words.WRITTEN.format(file=file)}\n" for file in files), output)
    return 0
