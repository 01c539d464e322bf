"""Taking in partners and contacts from a file, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gartenjahr_tui.exchange import import_preview, importing, incoming, matching
from gartenjahr_tui.exchange.heads import FIELDS, Matching
from gartenjahr_tui.exchange.importing import TakenCard
from gartenjahr_tui.exchange.rows import Incoming, NotRead
from gartenjahr_tui.linear.changes import only_read, say_saved
from gartenjahr_tui.linear.console import Console, Keyword, Said
from gartenjahr_tui.store import paths
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.text import folded, shortened
from gartenjahr_tui.words.cli import ReplyWords
from gartenjahr_tui.words.imports import ImportScreenWords as choices
from gartenjahr_tui.words.imports import ImportTalkWords as words
from gartenjahr_tui.words.imports import ImportWords, ReadingWords
from gartenjahr_tui.workbook.book import ReadOnly, Workbook

_PAIR = re.compile(r"([0-9]{1,4})\s+(\S.*)")
_HEAD = re.compile(r"kopf\s+([0-9]{1,6})", re.IGNORECASE)
_SHEET = re.compile(r"blatt\s+(\S.*)", re.IGNORECASE)


def take_in(console: Console, book: Workbook) -> None:
    """Read a file, ask what is in it, show what would come, and take it in after „ja“.

    Raises:
        End: The person stops; nothing was taken in.
    """
    if only_read(console, book):
        return
    try:
        _TakingTalk(console, book).lead()
    except Said:
        console.say(ImportWords.NOTHING_TAKEN)
    except ReadOnly as error:
        console.say(str(error))


class _TakingTalk:
    """One import: the file, the columns, the decision."""

    def __init__(self, console: Console, book: Workbook) -> None:
        self._console = console
        self._book = book

    def lead(self) -> None:
        """Ask one thing after another.

        Raises:
            Said: „zurück“: nothing is taken in.
        """
        found, fields = self._matching(self._file())
        kind = self._choose(choices.KIND, choices.KINDS)
        only_partners = kind == importing.PARTNER
        plan = importing.plan(self._book, found, fields, only_partners=only_partners)
        treatment = importing.Treatment.SKIP
        if plan.twins:
            twins = ImportWords.DUPLICATES[len(plan.twins) != 1].format(count=len(plan.twins))
            treatment = importing.Treatment(self._choose(twins, choices.TREATMENTS))
        wanted = importing.deeds(self._book, plan, treatment)
        if usual := self._usual(wanted):
            wanted = importing.deeds(self._book, plan, treatment, usual=usual)
        preview = import_preview.preview(self._book, plan, wanted, treatment)
        self._console.say("", *preview.lines(columns=False))
        if not wanted:
            self._console.say(ImportWords.NOTHING_NEW)
        elif self._agrees():
            importing.take(self._book, plan, wanted)
            taken = import_preview.taken(wanted)
            say_saved(self._console, self._book, words.DONE.format(taken=taken))
        else:
            self._console.say(ImportWords.NOTHING_TAKEN)

    def _reply(self) -> str:
        """What was typed.

        Raises:
            Said: „zurück“.
        """
        reply = self._console.order(words.HELP)
        if reply is None:
            raise Said(Keyword.BACK)
        return reply

    def _file(self) -> Incoming:
        self._console.say("", words.FILE)
        while True:
            typed = self._reply()
            if not typed:
                raise Said(Keyword.BACK)
            try:
                return incoming.read(paths.typed(typed))
            except StoreError as error:
                self._console.say(str(error), words.FILE)

    def _usual(self, wanted: Sequence[TakenCard]) -> dict[str, str]:
        """What the new partners are, where the file does not say it."""
        new = [d for d in wanted if d.entry.kind == importing.PARTNER and not d.card]
        asked = {
            "kategorie": (words.NEW_KIND, import_preview.kinds_of_partners(self._book)),
            "hoechst_tage": (words.RHYTHM, choices.RHYTHMS),
        }
        return {
            field: chosen
            for field, (question, options) in asked.items()
            if any(field not in deed.value for deed in new)
            and (chosen := self._choose(question, options))
        }

    def _matching(self, found: Incoming) -> tuple[Incoming, Matching]:
        """Say where the columns go, and let the person change it until they agree."""
        fields = list(matching.chosen(self._book, found))
        columns = list(found.used)
        self._say_columns(found, fields)
        while True:
            typed = self._reply()
            if not typed:
                if matching.has_name(tuple(fields)):
                    return found, tuple(fields)
                self._console.say(words.NO_NAME)
                continue
            head, sheet = _HEAD.fullmatch(typed), _SHEET.fullmatch(typed)
            if head or sheet:
                try:
                    found = found.with_head(int(head[1])) if head else found
                    found = found.with_sheet(sheet[1]) if sheet else found
                except NotRead as error:
                    self._console.say(str(error))
                    continue
                fields, columns = list(matching.chosen(self._book, found)), list(found.used)
                self._say_columns(found, fields)
                continue
            pair = _PAIR.fullmatch(typed)
            number = int(pair[1]) if pair else 0
            field = matching.field_of(pair[2]) if pair else None
            if field is None or not 1 <= number <= len(columns):
                known = ", ".join(map(matching.label_of, FIELDS))
                self._console.say(words.WRONG.format(last=len(columns), known=known))
                continue
            fields[columns[number - 1]] = field
            self._console.say(self._column(found, fields, number, columns[number - 1]))

    def _say_columns(self, found: Incoming, fields: Sequence[str]) -> None:
        lines = [self._column(found, fields, n, i) for n, i in enumerate(found.used, 1)]
        change = [words.CHANGE, *([words.CHANGE_HEAD] if found.head_lines else [])]
        if sheets := {n: name for n, name in found.sheets.items() if n != found.sheet}:
            known = ", ".join(
                ReadingWords.SHEET.format(number=n, name=shortened(name, 60))
                for n, name in sheets.items()
            )
            change.append(words.CHANGE_SHEET.format(number=min(sheets), known=known))
        head = filter(None, [import_preview.place_line(found)])
        self._console.say("", *head, words.COLUMNS, *lines, *change)

    def _column(self, found: Incoming, fields: Sequence[str], number: int, column: int) -> str:
        text = found.used[column]
        said = import_preview.column_line(found.heads[column], fields[column], text)
        return words.COLUMN.format(number=number, column=said)

    def _choose(self, question: str, options: Sequence[tuple[str, str]]) -> str:
        """One of a few; an empty line takes the first."""
        lines = [words.OPTION.format(number=n, text=text) for n, (_, text) in enumerate(options, 1)]
        self._console.say("", words.ASK.format(question=question), *lines, words.FIRST)
        while True:
            typed = self._reply() or "1"
            if typed.isdecimal() and 1 <= int(typed) <= len(options):
                return options[int(typed) - 1][0]
            self._console.say(words.NO_OPTION.format(last=len(options)))

    def _agrees(self) -> bool:
        self._console.say(ImportWords.QUESTION)
        return folded(self._reply()[:10]) in ReplyWords.YES
