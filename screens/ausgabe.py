"""One thing that leaves the garden: choose, look at it, write it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gartenjahr_tui.exchange import files
from gartenjahr_tui.guide.model import FieldKind
from gartenjahr_tui.guide.model import Option as Offered
from gartenjahr_tui.outlet import (
    Ask,
    Draft,
    Format,
    Outlet,
    Place,
    Selection,
    Unavailable,
    WorkProgress,
    fill,
)
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.store.paths import documents_folder, typed
from gartenjahr_tui.store.place import cloud_of
from gartenjahr_tui.widgets.background import Job
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Choices, heading_option, option_list, plain_option
from gartenjahr_tui.widgets.hanging import hanging
from gartenjahr_tui.words.reports import DocumentLeavingWords as words
from gartenjahr_tui.words.reports import PlacesWords as places_words
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from screens.wahl import EnterScreen, PickScreen

ABOUT = "ueber"
"""Id of the question which card it is about."""

FOLDER = "ausgabe-ordner"
"""Setting: where was written to last."""

KEPT = "ausgabe-{id}"
"""Setting: what was chosen last."""

SEALED = "pdf"
"""The format into which nobody can type any more."""

WRITE, FORMAT, PLACE, NAME = "write", "format", "folder", "name"
"""Ids of rows; those of questions and pieces begin with their kind."""

ROW_WIDTH = 33
"""Columns of a row of the choices."""

NARROWEST = 30
"""Columns of the preview where there is less room."""

PATIENCE = 0.4
"""Seconds after which the page says that it is still being put together."""

MOST_PLACES = 40
"""Places that have a row of their own; hundreds of letters may each lack something."""

LONGEST_PREVIEW = 20_000
"""Characters of the preview; it is to show how it reads, not to be read."""


class OutletScreen(BookScreen):
    """Choices on the left; on the right what is in, what stays here, and how it reads."""

    KEYS = ("outlet-choose", "outlet-write", "back", "menu")
    OFFERS = ("outlet", "app")
    CSS_PATH = "../styles/ausgabe.tcss"
    BINDINGS = bindings("outlet-write", "back")

    def __init__(self, book: Workbook, outlet: Outlet, about: str = "") -> None:
        """Open with what was chosen last, and about a card if it is named.

        Raises:
            Unavailable: There is nothing to choose from; ``str()`` is a German sentence.
        """
        super().__init__()
        self.book, self.outlet = book, outlet
        self._key = KEPT.format(id=outlet.id)
        self._selection = outlet.selection(book, book.setting(self._key))
        if about:
            wanted = replace(self._selection, chosen={**self._selection.chosen, ABOUT: about})
            self._selection = outlet.selection(book, wanted.as_setting())
        self._folder = book.setting(FOLDER, str) or str(documents_folder())
        self._name = ""
        self._draft: Draft | None = None
        self._asked_about: Draft | None = None
        self._options: dict[str, Sequence[Offered]] = {}
        self._seen: object = None
        self._gathering: Job[Draft] | None = None
        self._writing: Job[Any] | None = None
        self._wish = self._ready = False

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

    def on_screen_resume(self) -> None:
        """What was changed meanwhile, by a quick entry for instance, belongs in it."""
        if self._gathering is None or self._seen is not self.book.cards.mark():
            self._gather()
        elif self._wish and self._ready:
            self.action_write()

    def on_unmount(self) -> None:
        """Nobody waits for the preview any more; what is being written is finished."""
        if self._gathering:
            self._gathering.stop()

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

    # Rows

    def _rows(self) -> Iterator[Option]:
        if self.outlet.asks:
            yield heading_option(words.CHOOSE)
            for ask in self.outlet.asks:
                yield plain_option(_row(ask.label, self._chosen(ask)), f"ask:{ask.id}")
        if self.outlet.pieces:
            yield heading_option(words.PIECES)
            for piece in self.outlet.pieces:
                mark = "[x]" if piece.id in self._selection.pieces else "[ ]"
                title = textwrap.fill(
                    piece.title, ROW_WIDTH, initial_indent=f" {mark} ", subsequent_indent=" " * 5
                )
                yield plain_option(title, f"piece:{piece.id}")
        places = self._places
        if needed := [place for place in places if place.needed][:MOST_PLACES]:
            yield heading_option(places_words.HEADING)
            for place in needed:
                said = place.typed or places_words.OPEN
                yield plain_option(_row(place.field.label, said), f"place:{place.field.id}")
        yield heading_option(words.WHERE)
        yield plain_option(_row(words.FORMAT, self._format.title), FORMAT)
        cloud = cloud_of(Path(self._folder))
        said = words.IN_CLOUD.format(folder=self._folder, cloud=cloud) if cloud else self._folder
        yield plain_option(_row(words.FOLDER, said), PLACE)
        yield plain_option(_row(words.NAME, self._file.name), NAME)
        yield plain_option(Content.styled(words.WRITE, "bold"), WRITE)
        if beside := [place.field.label for place in places if not place.needed]:
            yield heading_option(places_words.BESIDE)
            yield plain_option(_row(places_words.MISSING, ", ".join(beside)), "place:")

    @property
    def _places(self) -> list[Place]:
        """Where something can be typed in; what the garden knows of the library is not asked."""
        every = self._draft.places if self._draft else ()
        # A text of several lines is changed where it is written.
        short = (p for p in every if not p.value or p.field.kind is not FieldKind.TEXT)
        return [place for place in short if place.needed or not place.value]

    def _chosen(self, ask: Ask) -> str:
        chosen = self._selection.chosen.get(ask.id)
        said = chosen if chosen and ask.free else ""
        return next((o.label for o in self._offered(ask) if o.id == chosen), said)

    def _offered(self, ask: Ask) -> Sequence[Offered]:
        """What there is to choose from; thousands, in an old garden."""
        if ask.id not in self._options:
            self._options[ask.id] = ask.options(self.book)
        return self._options[ask.id]

    @property
    def _file(self) -> Path:
        """Where it goes to: a file, or a folder for several."""
        stem = self._name or (self._draft.stem if self._draft else self.outlet.id)
        ending = "" if self._format.folder else f".{self._format.id}"
        has_it = stem.casefold().endswith(ending)
        return Path(self._folder) / (stem if has_it else f"{stem}{ending}")

    @property
    def _format(self) -> Format:
        return self.outlet.format(self._selection.format) or self.outlet.formats[0]

    def _show_rows(self) -> None:
        choices = self._choices
        place = choices.highlighted
        row = choices.get_option_at_index(place).id if place is not None else None
        choices.set_options(self._rows())
        ids = [option.id for option in choices.options]
        choices.highlighted = ids.index(row) if row in ids else place

    # Choosing

    @on(OptionList.OptionSelected)
    async def choose(self, event: OptionList.OptionSelected) -> None:
        """Change the row under the cursor, or write."""
        kind, _, id = str(event.option_id).partition(":")
        match kind:
            case "ask":
                ask = next(ask for ask in self.outlet.asks if ask.id == id)
                options = [(option.id, option.label) for option in self._offered(ask)]
                present = self._selection.chosen.get(id, "")
                picked = PickScreen(ask.label, options, present, free=ask.free)
                self.app.push_screen(picked, lambda found: self._answer(id, found))
            case "piece":
                pieces = self._selection.pieces ^ {id}
                self._change(replace(self._selection, pieces=pieces))
            case "place":
                wanted = [place for place in self._places if place.field.id == id]
                self._fill(wanted or [place for place in self._places if not place.needed])
            case "format" if len(self.outlet.formats) == 1:
                self._say(words.ONE_FORMAT)
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

    def _fill(self, places: Sequence[Place]) -> None:
        """Ask for what stands in some places, one after the other."""
        if not places:
            return
        place, *rest = places

        def take(found: str | None) -> None:
            if found is None:
                return
            try:
                fill(self.book, self.outlet.id, self._selection.chosen, place, found)
            except ReadOnly as error:
                self._say(str(error))
                return
            self._gather()
            self._fill(rest)

        label, options = place.field.label, place.field.options
        if options:
            every = [(option.id, option.label) for option in options]
            picked = PickScreen(label, [*every, ("", places_words.LEAVE)], place.value)
            self.app.push_screen(picked, take)
        else:
            self.app.push_screen(EnterScreen(label, place.typed, places_words.ENTER_HINT), take)

    def _take_format(self, found: str | None) -> None:
        if found:
            self._selection = replace(self._selection, format=found)
            self._keep()

    def _take_folder(self, text: str | None) -> None:
        if folder := (text or "").strip():
            self._folder = str(typed(folder))
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
        if self._gathering:
            self._gathering.stop()
        if self._seen is not self.book.cards.mark():
            self._seen = self.book.cards.mark()
            self._options.clear()
        seen, selection = self.book.snapshot(), self._selection

        def work(_: object) -> Draft:
            return self.outlet.draft(seen, selection.chosen, selection.pieces)

        self._ready = False
        self._gathering = job = Job(work, self._show, self._not_gathered)
        self.set_timer(PATIENCE, lambda: self._say_gathering(job))

    def _say_gathering(self, job: Job[Draft]) -> None:
        if job is self._gathering and not self._ready:
            self._page.update(Content(words.GATHERING))

    @property
    def _page(self) -> Static:
        return self.query_one("#draft Static", Static)

    def _show(self, draft: Draft) -> None:
        if self._seen is not self.book.cards.mark():
            # Something came into the garden meanwhile, by a quick entry for instance.
            self._gather()
            return
        self._draft, self._ready = draft, True
        self._show_rows()
        self._show_preview()
        if self._wish and self._is_on_top:
            self.action_write()

    def on_resize(self) -> None:
        """Lay the preview out anew."""
        self.call_after_refresh(self._show_preview)

    def _show_preview(self) -> None:
        draft, pane = self._draft, self.query_one("#draft", VerticalScroll)
        if draft is None or not self._ready:
            return
        width = pane.scrollable_content_region.width
        parts: list[Content | str | tuple[str, str]] = []
        to_fill = places_words.to_fill([place.field.label for place in draft.open])
        inside = [*draft.inside, *([to_fill] if to_fill else [])]
        for title, lines in ((words.INSIDE, inside), (words.STAYS, draft.stays)):
            shown = "\n".join(hanging(f"- {line}", width) for line in lines)
            parts += [(title, "bold"), "\n", shown, "\n\n"]
        text = hanging(draft.preview(max(width, NARROWEST))[:LONGEST_PREVIEW], width)
        parts += [(words.PREVIEW, "bold"), "\n\n", text] if text.strip() else []
        self._page.update(Content.assemble(*parts))

    def _not_gathered(self, error: Exception) -> None:
        # What was put together before is not what is chosen now.
        self._draft, self._ready, self._wish = None, True, False
        self._page.update("")
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        """Say what went wrong.

        Raises:
            Exception: It is a fault of the program.
        """
        if not isinstance(error, StoreError | Unavailable):
            raise error
        self._say(str(error))

    # Writing

    def action_write(self) -> None:
        """Write it; ask first where something stands already."""
        if self._writing:
            return
        if not self._ready:
            # What is chosen is written, not what was chosen before.
            self._wish = True
            self._say(words.SOON)
            return
        self._wish = False
        if draft := self._draft:
            place, format = self._file, self._selection.format
            several = self._format.folder

            def asked(there: bool) -> None:
                self._writing = None
                if there and not self._is_on_top:
                    # Nothing is asked over a curtain or another page.
                    self._wish = True
                elif there:
                    self._ask(draft, place, format, several=several)
                else:
                    self._write(draft, place, format, overwrite=False)

            if draft.open and format == SEALED and self._asked_about is not draft:
                self._ask_about_places(draft)
                return

            # A stick may be slow, a network drive may never answer.
            self._say(words.WRITING)
            self._writing = Job(lambda _: _is_there(place, several=several), asked, self._unwritten)

    def _ask_about_places(self, draft: Draft) -> None:
        """What nobody can type into later is asked for before."""

        def answered(answer: str | None) -> None:
            if answer == "fill":
                self._fill(draft.open)
            elif answer == "write":
                self._asked_about = draft
                self.action_write()

        to_fill = places_words.to_fill([place.field.label for place in draft.open])
        options = [("fill", places_words.FILL), ("write", places_words.AS_IT_IS)]
        title = f"{to_fill}. {places_words.ASK}"
        self.app.push_screen(PickScreen(title, options, "fill"), answered)

    @property
    def _is_on_top(self) -> bool:
        return self.app.screen is self

    def _ask(self, draft: Draft, place: Path, format: str, *, several: bool) -> None:
        def answered(answer: str | None) -> None:
            if answer == "yes":
                self._write(draft, place, format, overwrite=True)

        self._say("")
        title = (words.THERE_FOLDER if several else words.THERE).format(name=place.name)
        keep = words.KEEP_FOLDER if several else words.KEEP
        options = [("no", keep), ("yes", words.REPLACE)]
        self.app.push_screen(PickScreen(title, options, "no"), answered)

    def _write(self, draft: Draft, place: Path, format: str, *, overwrite: bool) -> None:
        def work(tell: Callable[[float], None]) -> Path:
            made = files.placed(draft.make(format, WorkProgress(tell)), place)
            tell(1.0)
            folder = place.parent if place in made else place
            private = draft.private or self._format.private
            files.write(made, folder=folder, overwrite=overwrite, private=private)
            return next(iter(made)) if len(made) == 1 else place

        self._say(words.WRITING)

        def written(place: Path) -> None:
            for key, value in draft.keeps.items():
                self.book.remember(key, value, common=True)
            self._written(place)

        self._writing = Job(work, written, self._unwritten, self._tell_share)

    def _tell_share(self, share: float) -> None:
        self._say(words.SHARE.format(percent=int(100 * share)))

    def _written(self, place: Path) -> None:
        self._writing = None
        said = words.WRITTEN.format(file=place)
        if draft := self._draft:
            to_fill = places_words.to_fill([one.field.label for one in draft.open])
            said = " · ".join(filter(None, [said, to_fill]))
        self._say(said)

    def _unwritten(self, error: Exception) -> None:
        self._writing = None
        self._fail(error)

    def _say(self, sentence: str) -> None:
        if not self.is_left:
            self.query_one("#said", Static).update(Content(sentence))
        elif not self._writing:
            self.app.notify(sentence, markup=False)

    def action_back(self) -> None:
        """Stop what is being written, or leave."""
        if self._writing:
            self._writing.stop()
            self._writing = None
            self._say(words.STOPPED)
        elif self._wish:
            self._wish = False
            self._say(words.STOPPED)
        else:
            super().action_back()


def _is_there(place: Path, *, several: bool) -> bool:
    """Whether there is something that would be replaced.

    Raises:
        NotWritten: It cannot be written there at all.
    """
    try:
        if several:
            return place.is_dir() and any(place.iterdir())
        if not place.is_dir():
            return place.exists()
        files.check([place])
    except OSError as error:
        raise files.not_written(place, error) from error
    return False


def _row(label: str, value: str) -> Content:
    """What is asked, and below it what is chosen."""
    asked = textwrap.fill(label, ROW_WIDTH, initial_indent=" ", subsequent_indent=" ")
    indent = "   "
    lines = textwrap.fill(value, ROW_WIDTH, initial_indent=indent, subsequent_indent=indent)
    return Content.assemble(f"{asked}\n", (lines or indent, "bold"))
