"""The command ``loeschen``: everything about a person, listed, decided, erased, and proven."""

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
from gartenjahr_tui.store import paths
from gartenjahr_tui.words.erasing import ErasingWords as words

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.reports.erasure import Choice, ErasePlan
    from gartenjahr_tui.store.paths import Paths
    from gartenjahr_tui.terminal.console import Output


def loeschen(options: Options, output: Output) -> int:
    """List what is found about a person, and erase it when that is wanted."""
    place = paths.find(options.daten)
    if not (options.ueber or options.freiwilliges):
        return _go_on(place, output)
    from gartenjahr_tui.reports.erasure import found_lines, plan, proof, withdrawal
    from gartenjahr_tui.store import erasing

    with opened(options) as book:
        if options.freiwilliges:
            made = withdrawal(book)
        else:
            made = plan(book, _who(options, book), options.rolle or "", listed(options.auch))
        decided, why = _decided(made, options)
        say(output, *map(filled, found_lines(made, decided, why)))
        today = book.today
    if not made.places and not made.own:
        return 1
    if not options.ja:
        if not is_terminal():
            say(output, "", words.NOT_YET)
            return 0
        if not ask_yes(words.ASK, output):
            say(output, words.LEFT_ALONE)
            return 0
    erasure = made.erasure(decided)
    erasing.begin(place, erasure)
    outcome = erasing.go_on(place, now_and_then(output))
    say(output, "", *map(filled, proof(outcome, made, erasure, why, today)))
    return 1 if outcome.left else 0


def _who(options: Options, book: object) -> str:
    from gartenjahr_tui.cli.exchange import meant
    from gartenjahr_tui.reports.disclosure import DISCLOSURE

    return meant(DISCLOSURE.asks[0], options.ueber, book).id  # type: ignore[arg-type]


def _decided(made: ErasePlan, options: Options) -> tuple[dict[str, Choice], dict[str, str]]:
    """What was said of single places, by their numbers.

    Raises:
        CouldNot: There is no such number, or the reason is missing.
    """
    from gartenjahr_tui.reports.erasure import Choice

    numbered = [place.id for place in made.places if place.id]

    def id_of(given: str) -> str:
        if not given.isdecimal() or not 0 < int(given) <= len(numbered):
            raise CouldNot(words.NO_SUCH_NUMBER.format(given=given, last=len(numbered)))
        return numbered[int(given) - 1]

    decided = {id_of(number): Choice.GONE for number in listed(options.ganz)}
    why = {}
    for one in filter(None, map(str.strip, (options.behalten or "").split(";"))):
        number, _, reason = (part.strip() for part in one.partition("="))
        if not reason:
            raise WrongCall(words.NO_REASON.format(given=number))
        decided[id_of(number)], why[id_of(number)] = Choice.KEPT, reason
    return decided, why


def _go_on(place: Paths, output: Output) -> int:
    """Go on with what was interrupted."""
    from gartenjahr_tui.reports.erasure import outcome_lines
    from gartenjahr_tui.store import erasing

    if not erasing.pending(place):
        raise WrongCall(words.NOTHING_PENDING)
    say(output, words.GOING_ON)
    outcome = erasing.go_on(place, now_and_then(output))
    say(output, *map(filled, outcome_lines(outcome)))
    return 1 if outcome.left else 0
