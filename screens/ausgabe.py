"""One thing that leaves the garden: choose, look at it, write it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gartenjahr_tui.exchange import files
from gartenjahr_tui.outlet import Ask, Draft, Outlet, Progress, Selection
from gartenjahr_tui.report_words import Leaving as words
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.store.paths import documents_folder
from gartenjahr_tui.widgets.background import Job
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Choices, option_list, plain_option
from gartenjahr_tui.workbook.book import Workbook
from screens.wahl import EnterScreen, PickScreen

FOLDER = "ausgabe-ordner"
"""Setting: where was written to last."""

KEPT = "ausgabe-{id}"
"""Setting: what was chosen last."""

WRITE, FORMAT, PLACE, NAME = "write", "format", "folder", "name"
"""Ids of rows; those of questions and pieces begin with their kind."""

ROW_WIDTH = 32
"""Columns of a row of the choices."""

NARROWEST = 30
"""Columns of the preview where there is less room."""

LONGEST_PREVIEW = 20_000
"""Characters of the preview; it is to show how it reads, not to be read."""


class OutletScreen(BookScreen):
    """Choices on the left; on the right what is in, what stays here, and how it reads."""

    KEYS = ("outlet-choose", "outlet-write", "back", "menu")
    CSS_PATH = "../styles/ausgabe.tcss"
    BINDINGS = bindings("outlet-write", "back")

    def __init__(self, book: Workbook, outlet: Outlet) -> None:
        """Open with what was chosen last.

        Args:
            book: The workbook.
            outlet: What leaves.

        Raises:
            LookupError: There is nothing to choose from; ``str()`` is a German sentence.
        """
        super().__init__()
        self.book, self.outlet = book, outlet
        self._key = KEPT.format(id=outlet.id)
        self._selection = outlet.selection(book, book.setting(self._key))
        self._folder = str(book.setting(FOLDER) or documents_folder())
        self._name = ""
        self._draft: Draft | None = None
        self._job: Job[Draft] | Job[list[Path]] | None = None
        self._writing = False

    @property
    def offers(self) -> tuple[str, ...]:
        """What makes sense here."""
        return ("outlet", *super().offers)

    def first_title(self) -> tuple[str, str]:
        """What leaves."""
        return words.TITLE.format(title=self.outlet.title), ""

    def compose_body(self) -> ComposeResult:
        """Choices, preview, a line that says how far it is."""
        with Horizontal(id="outlet"):
            yield option_list(list(self._rows()))
            with VerticalScroll(id="draft"):
                yield Static("", markup=False)
        yield Static("", markup=False, id="said")

    def on_mount(self) -> None:
        """The first choice is under the cursor."""
        self._choices.highlighted = 1
        self._choices.focus()
        self._gather()

    def on_unmount(self) -> None:
        """Nobody waits for the preview any more."""
        if self._job and not self._writing:
            self._job.stop()

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

    # Rows

    def _rows(self) -> Iterator[Option]:
        if self.outlet.asks:
            yield _heading(words.CHOOSE)
            for ask in self.outlet.asks:
                yield plain_option(_row(ask.label, self._chosen(ask)), f"ask:{ask.id}")
        if self.outlet.pieces:
            yield _heading(words.PIECES)
            for piece in self.outlet.pieces:
                mark = "[x]" if piece.id in self._selection.pieces else "[ ]"
                yield plain_option(f" {mark} {piece.title}", f"piece:{piece.id}")
        yield _heading(words.WHERE)
        format = self.outlet.format(self._selection.format)
        yield plain_option(_row(words.FORMAT, format.title if format else ""), FORMAT)
        yield plain_option(_row(words.FOLDER, self._folder), PLACE)
        yield plain_option(_row(words.NAME, self._file.name), NAME)
        yield plain_option(Content.styled(words.WRITE, "bold"), WRITE)

    def _chosen(self, ask: Ask) -> str:
        chosen = self._selection.chosen.get(ask.id)
        said = chosen or "" if ask.free else ""
        return next((o.label for o in ask.options(self.book) if o.id == chosen), said)

    @property
    def _file(self) -> Path:
        """Where it goes to: a file, or a folder for several."""
        stem = self._name or (self._draft.stem if self._draft else self.outlet.id)
        format = self.outlet.format(self._selection.format)
        ending = "" if format is None or format.folder else f".{format.id}"
        if ending and stem.casefold().endswith(ending):
            ending = ""
        return Path(self._folder).expanduser() / f"{stem}{ending}"

    def _show_rows(self) -> None:
        place = self._choices.highlighted
        self._choices.clear_options()
        self._choices.add_options(self._rows())
        self._choices.highlighted = place

    # Choosing

    @on(OptionList.OptionSelected)
    async def choose(self, event: OptionList.OptionSelected) -> None:
        """Change the row under the cursor, or write."""
        kind, _, id = str(event.option_id).partition(":")
        match kind:
            case "ask":
                ask = next(ask for ask in self.outlet.asks if ask.id == id)
                options = [(option.id, option.label) for option in ask.options(self.book)]
                present = self._selection.chosen.get(id, "")
                picked = PickScreen(ask.label, options, present, free=ask.free)
                self.app.push_screen(picked, lambda found: self._answer(id, found))
            case "piece":
                pieces = self._selection.pieces ^ {id}
                self._change(replace(self._selection, pieces=pieces))
            case "format":
                options = [(format.id, format.title) for format in self.outlet.formats]
                picked = PickScreen(words.FORMAT, options, self._selection.format)
                self.app.push_screen(picked, self._take_format)
            case "folder":
                asked = EnterScreen(words.WHICH_FOLDER, self._folder, words.FOLDER_HINT)
                self.app.push_screen(asked, self._take_folder)
            case "name":
                asked = EnterScreen(words.WHICH_NAME, self._file.stem, words.NAME_HINT)
                self.app.push_screen(asked, self._take_name)
            case _:
                self.action_write()

    def action_choose(self) -> None:
        """Change the row under the cursor; for the menu."""
        self._choices.action_select()

    def _answer(self, id: str, found: str | None) -> None:
        if found is not None:
            chosen = {**self._selection.chosen, id: found}
            self._name = ""
            self._change(replace(self._selection, chosen=chosen))

    def _take_format(self, found: str | None) -> None:
        if found:
            self._selection = replace(self._selection, format=found)
            self._keep()

    def _take_folder(self, text: str | None) -> None:
        if text and text.strip():
            self._folder = text.strip()
            self.book.remember(FOLDER, self._folder)
            self._keep()

    def _take_name(self, text: str | None) -> None:
        if text is not None:
            self._name = files.harmless_name(text)
            self._keep()

    def _change(self, selection: Selection) -> None:
        """Take a choice that changes what is in."""
        self._selection = selection
        self._keep()
        self._gather()

    def _keep(self) -> None:
        if not any(ask.free for ask in self.outlet.asks):
            # What was typed may be a person's name; it is nobody's business tomorrow.
            self.book.remember(self._key, self._selection.as_setting())
        self._say("")
        self._show_rows()

    # Looking

    def _gather(self) -> None:
        """Put it together behind the screen; what is chosen meanwhile ends it and begins anew."""
        if self._job:
            self._job.stop()
        selection = self._selection

        def work(step: object) -> Draft:
            return self.outlet.draft(self.book, selection.chosen, selection.pieces)

        self._job = Job(work, self._show, self._failed)

    def _show(self, draft: Draft) -> None:
        self._draft = draft
        self._show_rows()
        self._show_preview()

    def on_resize(self) -> None:
        """Lay the preview out anew."""
        self.call_after_refresh(self._show_preview)

    def _show_preview(self) -> None:
        draft, pane = self._draft, self.query_one("#draft", VerticalScroll)
        if draft is None:
            return
        text = draft.preview(max(pane.scrollable_content_region.width, NARROWEST))
        text = text[:LONGEST_PREVIEW]
        parts: list[Content | str | tuple[str, str]] = []
        for title, lines in ((words.INSIDE, draft.inside), (words.STAYS, draft.stays)):
            parts += [(title, "bold"), "\n", *(f"- {line}\n" for line in lines), "\n"]
        parts += [(words.PREVIEW, "bold"), "\n\n", text]
        pane.query_one(Static).update(Content.assemble(*parts))

    def _failed(self, error: Exception) -> None:
        if not self._writing:
            # What was put together before is not what is chosen now.
            self._draft = None
        self._writing = False
        if isinstance(error, LookupError | StoreError):
            self._say(str(error))
        else:
            raise error

    # Writing

    def action_write(self) -> None:
        """Write it; ask first where something stands already."""
        if self._writing or self._draft is None:
            return
        try:
            files.check([self._file])
        except files.NotWritten as error:
            if not self._file.is_file():
                self._say(str(error))
                return
            title = words.THERE.format(name=self._file.name)
            options = [("no", words.KEEP), ("yes", words.REPLACE)]
            self.app.push_screen(PickScreen(title, options, "no"), self._replace)
            return
        self._write(self._draft, overwrite=False)

    def _replace(self, answer: str | None) -> None:
        if answer == "yes" and self._draft:
            self._write(self._draft, overwrite=True)

    def _write(self, draft: Draft, *, overwrite: bool) -> None:
        place, format = self._file, self._selection.format

        def work(step: Progress) -> list[Path]:
            made = files.placed(draft.make(format, step), place)
            step.tell(1.0)
            folder = place.parent if place in made else place
            files.write(made, folder=folder, overwrite=overwrite, private=draft.private)
            return list(made)

        self._writing = True
        self._say(words.WRITING)
        self._job = Job(
            lambda tell: work(Progress(tell)), self._written, self._failed, self._tell_share
        )

    def _tell_share(self, share: float) -> None:
        self._say(words.SHARE.format(percent=int(100 * share)))

    def _written(self, made: list[Path]) -> None:
        self._writing = False
        where = made[0] if len(made) == 1 else made[0].parent
        self._say(words.WRITTEN.format(file=where))

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(sentence))

    def action_back(self) -> None:
        """Stop what is being written, or leave."""
        if self._writing and self._job:
            self._job.stop()
            self._writing = False
            self._say(words.STOPPED)
        else:
            super().action_back()


def _heading(text: str) -> Option:
    return Option(Content.styled(text, "bold"), disabled=True)


def _row(label: str, value: str) -> Content:
    """What is asked, and below it what is chosen."""
    indent = "   "
    lines = textwrap.fill(value, ROW_WIDTH, initial_indent=indent, subsequent_indent=indent)
    return Content.assemble(f" {label}\n", (lines or indent, "bold"))
