"""Partners and contacts from a file: read, match, look, and only then take in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gartenjahr_tui.exchange import import_preview, importing, incoming, matching
from gartenjahr_tui.exchange.heads import FIELDS, OUT
from gartenjahr_tui.exchange.importing import Plan, TakenCard, Treatment
from gartenjahr_tui.exchange.rows import Incoming
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.store.paths import typed
from gartenjahr_tui.text import shortened
from gartenjahr_tui.widgets.areas import LineArea, PathArea
from gartenjahr_tui.widgets.background import Job
from gartenjahr_tui.widgets.choice import Choice
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Choices, heading_option, plain_option
from gartenjahr_tui.widgets.hanging import hanging
from gartenjahr_tui.widgets.next_link import NextLink
from gartenjahr_tui.words.imports import ImportScreenWords as words
from gartenjahr_tui.words.imports import ImportWords
from gartenjahr_tui.workbook.book import Workbook

MOST_SHOWN = 200
"""New cards that are shown one by one; what is there already and what is unreadable all are."""

LONGEST_SHEET = 17
"""Characters of the name of a sheet beside the other choices; the line above says all of it."""

NOTHING = [("", "")]
"""What there is to choose from where a file has neither sheets nor heads."""

TWIN = "twin-"
"""Begins the id of a line of the preview that is there already."""


class Columns(Choices):
    """One line per column; left and right change where it goes."""

    BINDINGS = [
        Binding("left", "change(-1)", show=False),
        Binding("right,space,enter", "change(1)", show=False),
    ]

    @dataclass
    class Changed(Message):
        """A column is to go elsewhere."""

        place: int
        by: int

    def action_change(self, by: int) -> None:
        """The field before or after."""
        if self.highlighted is not None:
            self.post_message(self.Changed(self.highlighted, by))


class ImportSetting(Choice):
    """Up and down lead to what stands above and below."""

    BINDINGS = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]


def _head(line: int) -> str:
    return words.HEAD_LINE.format(line=line) if line else words.HEAD_NONE


class ImportScreen(BookScreen):
    """Leaves with a sentence when something was taken in; Escape keeps nothing."""

    KEYS = ("help", "home", "back", "menu")
    TITLE = words.TITLE
    BINDINGS = bindings("back")
    CSS_PATH = "../styles/einlesen.tcss"

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book
        self._job: Job[Any] | None = None
        self._file: Incoming | None = None
        self._fields: list[str] = []
        self._plan: Plan | None = None
        self._deeds: list[TakenCard] = []
        self._single: dict[int, Treatment] = {}

    def compose_body(self) -> ComposeResult:
        """File, columns, choices, preview."""
        with Horizontal(id="path"):
            yield Static(words.FILE, markup=False)
            yield PathArea(id="file")
        yield Static(words.ASK, markup=False, id="said")
        with Vertical(id="found"):
            yield Static(words.COLUMNS, markup=False, classes="head")
            yield Columns(markup=False, id="columns")
            with Vertical(id="choices"):
                with Horizontal():
                    yield ImportSetting("kind", words.CHOICE, words.KIND, words.KINDS)
                    yield ImportSetting("sheet", words.CHOICE, words.SHEET, NOTHING)
                with Horizontal():
                    yield ImportSetting("head", words.CHOICE, words.HEAD, NOTHING)
                    yield ImportSetting("twins", words.CHOICE, words.TWINS, words.TREATMENTS)
                with Horizontal():
                    kinds = import_preview.kinds_of_partners(self.book)
                    yield ImportSetting("art", words.CHOICE, words.NEW_KIND, kinds)
                    yield ImportSetting("rhythm", words.CHOICE, words.RHYTHM, words.RHYTHMS)
            yield Static(words.PREVIEW, markup=False, classes="head")
            yield Choices(markup=False, id="preview")
            yield NextLink(words.YES, id="yes")

    def on_mount(self) -> None:
        """Begin with the file."""
        self.query_one("#file").focus()

    def on_resize(self) -> None:
        """Lay the preview out anew."""
        self.call_after_refresh(self.show_preview)

    def on_unmount(self) -> None:
        """What is still being read is not wanted any more."""
        self._stop()

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(Content(text))

    # Reading

    @on(LineArea.Submitted)
    def read(self, event: LineArea.Submitted) -> None:
        """Read the file whose name was typed."""
        event.stop()
        if not event.area.text.strip():
            self._say(words.ASK)
            return
        file = typed(event.area.text)
        self._forget()
        self._begin(
            lambda progress: incoming.read(file, progress), self._was_read, ImportWords.READING
        )

    def _begin(
        self, work: Callable[[WorkProgress], Any], done: Callable[[Any], None], saying: str
    ) -> None:
        """Do something long beside the screen."""
        self._stop()

        def tell(share: float) -> None:
            self._say(words.BUSY.format(what=saying.format(percent=int(100 * share))))

        tell(0)
        self._job = Job(lambda step: work(WorkProgress(step)), done, self._failed, tell)

    def _stop(self) -> bool:
        """Stop what is going on; return whether anything was."""
        job, self._job = self._job, None
        if job is not None:
            job.stop()
        return job is not None

    def _failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, StoreError):
            raise error
        self._say(str(error))

    def _forget(self) -> None:
        """Show nothing of a former file."""
        self._file, self._plan, self._deeds = None, None, []
        self._single.clear()
        self.query_one("#found").remove_class("-shown")

    def _was_read(self, file: Incoming) -> None:
        self._job = None
        sheet = self.query_one("#sheet", ImportSetting)
        sheets = {str(n): shortened(name, LONGEST_SHEET) for n, name in file.sheets.items()}
        sheet.offer(list(sheets.items()) or NOTHING)
        sheet.place = list(sheets).index(str(file.sheet)) if sheets else 0
        sheet.display = len(file.sheets) > 1
        self._take_table(file)
        self.query_one("#found").add_class("-shown")
        self.query_one("#columns").focus()
        self.compare()

    def _take_table(self, file: Incoming) -> None:
        self._take_columns(file)
        head = self.query_one("#head", ImportSetting)
        head.offer([(str(line), _head(line)) for line in file.head_lines] or NOTHING)
        head.place = file.head_lines.index(file.head) if file.head_lines else 0
        head.display = bool(file.head_lines)

    def _take_columns(self, file: Incoming) -> None:
        self._file = file
        self._fields = list(matching.chosen(self.book, file))
        self._show_columns()

    # Matching

    @on(ImportSetting.Changed, "#sheet")
    def change_sheet(self) -> None:
        """Take another sheet of the workbook."""
        assert self._file
        self._take_table(self._file.with_sheet(self.query_one("#sheet", ImportSetting).value))
        self._single.clear()
        self.compare()

    @on(ImportSetting.Changed, "#head")
    def change_head(self) -> None:
        """Take the heads from another line."""
        assert self._file
        line = int(self.query_one("#head", ImportSetting).value)
        self._take_columns(self._file.with_head(line))
        self._single.clear()
        self.compare()

    def _show_columns(self) -> None:
        assert self._file
        columns = self.query_one("#columns", Columns)
        columns.set_options(self._column(i) for i in self._file.used)
        columns.highlighted = 0 if columns.option_count else None

    def _column(self, place: int) -> Option:
        assert self._file
        head, text = self._file.heads[place], self._file.used[place]
        return plain_option(import_preview.column_line(head, self._fields[place], text))

    @on(Columns.Changed)
    def change_column(self, event: Columns.Changed) -> None:
        """Let a column go to another field."""
        event.stop()
        assert self._file
        column = list(self._file.used)[event.place]
        fields = (OUT, *FIELDS)
        place = fields.index(self._fields[column]) + event.by
        self._fields[column] = fields[place % len(fields)]
        columns = self.query_one("#columns", Columns)
        prompt = self._column(column).prompt
        columns.replace_option_prompt_at_index(event.place, prompt)
        self.compare()

    @on(ImportSetting.Changed, "#kind")
    def change_kind(self) -> None:
        """Read persons as persons, or as their organisations."""
        self.compare()

    def compare(self) -> None:
        """Compare the file with the garden, as the columns are matched now."""
        file, fields = self._file, tuple(self._fields)
        assert file
        only_partners = self.query_one("#kind", ImportSetting).value == importing.PARTNER
        self._plan, self._deeds = None, []
        self.query_one("#preview", Choices).clear_options()
        if not matching.has_name(fields):
            self._stop()
            self._show_yes()
            self._say(words.NO_NAME)
            return

        seen = self.book.snapshot()

        def work(progress: WorkProgress) -> Plan:
            return importing.plan(
                seen, file, fields, only_partners=only_partners, progress=progress
            )

        self._begin(work, self._was_compared, ImportWords.COMPARING)

    def _was_compared(self, plan: Plan) -> None:
        self._job, self._plan = None, plan
        self.show_preview()
        if not self.query_one("#preview").scrollable_content_region.width:
            # A quick file was compared before there was room for it.
            self.call_after_refresh(self.show_preview)

    # The preview

    @on(ImportSetting.Changed, "#twins")
    def change_twins(self) -> None:
        """Treat all that is there already in another way."""
        self._single.clear()
        self.show_preview()

    @on(ImportSetting.Changed, "#art")
    @on(ImportSetting.Changed, "#rhythm")
    def change_usual(self) -> None:
        """Say something else of all new partners."""
        self.show_preview()

    @property
    def _usual(self) -> dict[str, str]:
        places = {"kategorie": "#art", "hoechst_tage": "#rhythm"}
        said = {id: self.query_one(place, ImportSetting).value for id, place in places.items()}
        return {id: value for id, value in said.items() if value}

    @property
    def _treatment(self) -> Treatment:
        return Treatment(self.query_one("#twins", ImportSetting).value)

    def show_preview(self) -> None:
        """Say what would come in."""
        if self._plan is None:
            return
        self._deeds = importing.deeds(
            self.book, self._plan, self._treatment, self._single, self._usual
        )
        shown = import_preview.preview(
            self.book, self._plan, self._deeds, self._treatment, self._single
        )
        self._say(words.READ.format(file=shown.file))
        preview = self.query_one("#preview", Choices)
        former = preview.highlighted_option
        preview.set_options(self._lines(shown))
        if former and former.id:
            preview.highlighted = preview.get_option_index(former.id)
            # How tall the lines are is known when they are laid out.
            preview.call_after_refresh(preview.scroll_to_highlight)
        self._show_yes()

    def _lines(self, shown: import_preview.Preview) -> list[Option]:
        assert self._plan
        width = self.query_one("#preview").scrollable_content_region.width

        def line(text: str, id: str | None = None) -> Option:
            return plain_option(hanging(text, width), id)

        head, new = shown.new
        more = len(new) - MOST_SHOWN
        options = [heading_option(head), *map(line, new[:MOST_SHOWN])]
        options += [plain_option(words.MORE.format(count=more))] if more > 0 else []
        if self._plan.twins:
            options.append(heading_option(shown.twins[0]))
            ids = (f"{TWIN}{entry.number}" for entry in self._plan.twins)
            options += map(line, shown.twins[1], ids)
        for heading, lines in (shown.filled, *shown.notes):
            options += [heading_option(heading), *map(line, lines)] if lines else []
        options += [line(shown.stays_out)] if shown.stays_out else []
        return options

    @on(OptionList.OptionSelected, "#preview")
    def change_twin(self, event: OptionList.OptionSelected) -> None:
        """Treat one row that is there already in another way."""
        event.stop()
        id = event.option_id or ""
        if id.startswith(TWIN):
            number, ways = int(id.removeprefix(TWIN)), list(Treatment)
            now = self._single.get(number, self._treatment)
            self._single[number] = ways[(ways.index(now) + 1) % len(ways)]
            self.show_preview()

    # Taking

    def _show_yes(self) -> None:
        what = import_preview.counted(self._deeds)
        text = words.YES_COUNT.format(what=what) if what else ImportWords.NOTHING_NEW
        self.query_one("#yes", NextLink).update(Content(text))

    @on(NextLink.Chosen)
    def take(self, event: NextLink.Chosen) -> None:
        """Take everything in and leave."""
        event.stop()
        if self._plan is None or not self._deeds:
            return
        plan, self._plan = self._plan, None  # a second Enter finds nothing to do
        try:
            importing.take(self.book, plan, self._deeds)
        except PermissionError as error:
            self._say(str(error))
            return
        sentence = words.DONE.format(taken=import_preview.taken(self._deeds))
        self.dismiss(sentence)  # type: ignore[arg-type]

    def action_back(self) -> None:
        """Stop what is going on, or leave; nothing is kept."""
        if self._stop():
            self._forget()
            self._say(words.STOPPED)
            self.query_one("#file").focus()
        else:
            super().action_back()
