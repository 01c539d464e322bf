"""The command ``einlesen``: partners and contacts from files of other programs.

It says what would come in, what is there already and what cannot be read, and takes nothing before
somebody has said „ja“.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import (
    CouldNot,
    WrongCall,
    ask_yes,
    filled,
    is_terminal,
    listed,
    now_and_then,
    opened,
    say,
)
from gartenjahr_tui.store.paths import typed
from gartenjahr_tui.text import folded, shortened
from gartenjahr_tui.words.commands import HelpWords
from gartenjahr_tui.words.imports import ImportWords as words

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.exchange.heads import Matching
    from gartenjahr_tui.exchange.rows import Incoming
    from gartenjahr_tui.terminal.console import Output
    from gartenjahr_tui.workbook.book import Workbook


def einlesen(options: Options, output: Output) -> int:
    """Show what a file would bring, ask, and take it in."""
    if options.zuruecknehmen:
        return _take_back(options, output)
    if not options.place.strip():
        raise WrongCall(f"{words.NO_FILE}\n{HelpWords.HINT}")
    kind = _of(words.KINDS, options.als, words.NO_KIND)
    known_treatment = _of(words.TREATMENTS, options.doppelte, words.NO_TREATMENT)
    asks = not options.ja and is_terminal()

    from gartenjahr_tui.exchange import import_preview, importing, incoming
    from gartenjahr_tui.outlet import WorkProgress

    treatment = importing.Treatment(known_treatment)
    progress = WorkProgress(now_and_then(output))
    head = _head(options.kopf)
    days = _days(options.rhythmus)
    found = incoming.read(typed(options.place), progress)
    if options.blatt.strip():
        found = found.with_sheet(options.blatt)
    if head is not None:
        found = found.with_head(head)
    look_only = not (options.ja or asks)
    with opened(options, look_only=look_only) as book:
        fields = _matching(book, found, options.spalten)
        only_partners = kind == importing.PARTNER
        plan = importing.plan(book, found, fields, only_partners=only_partners, progress=progress)
        usual = {"kategorie": _kind(book, options.art), "hoechst_tage": days}
        wanted = importing.deeds(book, plan, treatment, usual=usual)
        _say(import_preview.preview(book, plan, wanted, treatment).lines(), output)
        if not wanted:
            _say([words.NOTHING_NEW], output)
            return 0
        if not (options.ja or (asks and ask_yes(f"{words.QUESTION} ", output))):
            _say([words.NOTHING_TAKEN if asks else words.ONLY_SHOWN], output)
            return 0
        if book.read_only:
            raise CouldNot(words.READ_ONLY.format(holder=book.holder))
        importing.take(book, plan, wanted)
        _see_saved(book)
        _say([import_preview.taken(wanted), words.TAKE_BACK], output)
    return 0


def _take_back(options: Options, output: Output) -> int:
    if options.place.strip():
        raise WrongCall(words.BACK_ALONE)
    with opened(options) as book:
        from gartenjahr_tui.exchange.importing import take_back

        if book.read_only:
            raise CouldNot(words.READ_ONLY.format(holder=book.holder))
        sentence = take_back(book)
        _see_saved(book)
    _say([sentence or words.NOTHING_BACK], output)
    return 0


def _see_saved(book: Workbook) -> None:
    """Wait for the disk.

    Raises:
        CouldNot: It takes nothing just now.
    """
    if not book.flush():
        problem = book.save_status.problem or ""
        raise CouldNot(words.NOT_SAVED.format(problem=problem).rstrip())


# Reading the call


def _head(given: str) -> int | None:
    """The line of the heads; None where nothing is said.

    Raises:
        WrongCall: It is no number.
    """
    if given and not given.strip().isdecimal():
        raise WrongCall(words.NO_HEAD_LINE.format(given=shortened(given, 60)))
    return int(given) if given else None


def _days(given: str) -> int:
    """After how many days one hears from new partners; 0 where nothing is said.

    Raises:
        WrongCall: It is no rhythm.
    """
    from gartenjahr_tui.exchange.matching import days_of

    days, _ = days_of(given)
    if given and not days:
        raise WrongCall(words.NO_RHYTHM.format(given=shortened(given, 60)))
    return days


def _kind(book: Workbook, given: str) -> str:
    """The kind of new partners, by id or label; empty where nothing is said.

    Raises:
        WrongCall: There is none such.
    """
    options = book.guide.forms["partner"].fields["kategorie"].options
    for option in options:
        if folded(given) in (option.id, folded(option.label)):
            return option.id
    if given:
        known = ", ".join(option.id for option in options)
        raise WrongCall(words.NO_PARTNER_KIND.format(given=shortened(given, 60), known=known))
    return ""


def _of(known: dict[str, str], given: str, wrong: str) -> str:
    """What a word after an option means.

    Raises:
        WrongCall: Nothing.
    """
    found = known.get(folded(given))
    if found is None:
        raise WrongCall(wrong.format(given=shortened(given, 60), known=", ".join(known)))
    return found


def _matching(book: Workbook, found: Incoming, pairs: str) -> Matching:
    """What the columns mean: as it was chosen before, and as the call says.

    Raises:
        WrongCall: The call names a column or a field there is none of.
        CouldNot: Nobody knows where the names are.
    """
    from gartenjahr_tui.exchange import matching
    from gartenjahr_tui.exchange.heads import FIELDS

    fields = list(matching.chosen(book, found))
    for head, field in _pairs(pairs):
        places = [i for i, known in enumerate(found.heads) if folded(known) == folded(head)]
        if not places:
            known = ", ".join(found.heads)
            raise WrongCall(words.NO_COLUMN.format(given=shortened(head, 60), known=known))
        meant = matching.field_of(field)
        if meant is None:
            known = ", ".join(map(matching.label_of, FIELDS))
            raise WrongCall(words.NO_FIELD.format(given=shortened(field, 60), known=known))
        fields[places[0]] = meant
    if not matching.has_name(tuple(fields)):
        heads = ", ".join(found.heads[column] for column in found.used)
        raise CouldNot(words.NO_NAME_COLUMN.format(example=found.heads[0], heads=heads))
    return tuple(fields)


def _pairs(given: str) -> list[tuple[str, str]]:
    """„Firma=Organisation,Durchwahl=Telefon“."""
    pairs = []
    for part in listed(given):
        head, sign, field = part.rpartition("=")
        if not (sign and head.strip() and field.strip()):
            raise WrongCall(words.NO_PAIR.format(given=shortened(part, 60)))
        pairs.append((head, field))
    return pairs


def _say(lines: list[str], output: Output) -> None:
    say(output, *(filled(line, 4) for line in lines))
