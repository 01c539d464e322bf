"""First start, and „Garten einrichten“ later: four short questions, each may be skipped."""

from __future__ import annotations

import contextlib

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from gartenjahr_tui.garden import library, ways
from gartenjahr_tui.garden.targets import Page
from gartenjahr_tui.guide.model import Field, FieldKind, Option
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.form import FormPage
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.next_link import NextLink
from gartenjahr_tui.widgets.options import OptionsField
from gartenjahr_tui.words.garden import LibraryWords
from gartenjahr_tui.words.screens import WelcomeWords as words
from gartenjahr_tui.workbook.book import DEFAULT_VOICE, Workbook
from gartenjahr_tui.workbook.plain import Profile
from gartenjahr_tui.workbook.years import MONTHS

WAY = Field(
    "way",
    FieldKind.CHOICE,
    options=tuple(Option(way, label) for way, label in words.WAYS.items()),
)

MONTH = Field(
    "month",
    FieldKind.CHOICE,
    options=tuple(Option(str(number), name) for number, name in enumerate(MONTHS, 1)),
)


class WelcomeScreen(BookScreen):
    """Whose garden it is."""

    KEYS = ("help", "home", "back", "menu")
    PASSAGE = "boden"
    BINDINGS = bindings("back")
    CSS_PATH = "../styles/willkommen.tcss"

    def __init__(self, book: Workbook, *, first: bool) -> None:
        super().__init__()
        self.book = book
        self._first = first
        self._former = book.voice.name
        ways.begin(book)

    def compose_body(self) -> ComposeResult:
        """A greeting and the questions."""
        book = self.book
        voice = "" if book.voice.name == DEFAULT_VOICE else book.voice.name
        with FormPage(can_focus=False, id="welcome"):
            intro = f"{words.INTRO}\n{words.SAFE}" if self._first else words.AGAIN_INTRO
            yield Static(intro, markup=False, classes="intro")
            with Vertical(classes="question"):
                yield Static(words.LIBRARY, markup=False, classes="label")
                yield LineArea(book.profile.library, id="library", read_only=book.read_only)
            with Vertical(classes="question"):
                yield Static(words.VOICE, markup=False, classes="label")
                yield LineArea(voice, id="voice", read_only=book.read_only)
            with Vertical(classes="question", id="way"):
                yield Static(words.WAY, markup=False, classes="label")
                yield OptionsField(WAY, ways.chosen(book), read_only=book.read_only)
            with Vertical(classes="question", id="month"):
                yield Static(words.MONTH, markup=False, classes="label")
                yield Static(words.MONTH_NOTE, markup=False, classes="note")
                yield OptionsField(MONTH, str(book.profile.start_month), read_only=book.read_only)
            if not self._first:
                first, last = book.cards.rest
                for id, label, month in (("from", words.REST, first), ("to", words.REST_TO, last)):
                    with Vertical(classes="question", id=id):
                        yield Static(label, markup=False, classes="label")
                        yield OptionsField(MONTH, str(month), read_only=book.read_only)
                yield from self._about_library()
            yield NextLink(words.DONE)

    def _about_library(self) -> ComposeResult:
        """What letters say of the library; at the first start it is not asked yet."""
        yield Static(LibraryWords.LEAD, markup=False, classes="intro")
        known = library.library_of(self.book)
        for field in library.FIELDS[1:]:
            with Vertical(classes="question"):
                yield Static(field.label, markup=False, classes="label")
                text = library.said_of(known, field.id)
                yield LineArea(text, id=field.id, classes="fact", read_only=self.book.read_only)

    def on_mount(self) -> None:
        """Begin with the library."""
        self.title_bar.show(left=words.TITLE if self._first else words.AGAIN)
        self.query_one("#library", LineArea).enter()

    @on(TextArea.Changed, "#library")
    def name_library(self, event: TextArea.Changed) -> None:
        """What is typed here is safe before the page is left."""
        event.stop()
        if not self.book.read_only:
            self.book.name_library(event.text_area.text)

    @on(TextArea.Changed, ".fact")
    def take_fact(self, event: TextArea.Changed) -> None:
        """The same for what letters say of it."""
        event.stop()
        if not self.book.read_only:
            library.put(self.book, str(event.text_area.id), event.text_area.text)

    @on(TextArea.Changed, "#voice")
    def name_voice(self, event: TextArea.Changed) -> None:
        """The same; a name that is somebody else's may be the beginning of a longer one."""
        event.stop()
        if not self.book.read_only:
            with contextlib.suppress(ValueError):
                self.book.rename_voice(event.text_area.text.strip() or self._former)

    @on(OptionsField.Changed)
    def set_month(self, event: OptionsField.Changed) -> None:
        """A month, or a way, is set as soon as it is chosen."""
        event.stop()
        if event.area.value and not self.book.read_only:
            self.apply()

    @on(LineArea.Submitted)
    def go_on(self, event: LineArea.Submitted) -> None:
        """Enter goes to the next question."""
        event.stop()
        self.focus_next()

    @on(NextLink.Chosen)
    def done(self, event: Message) -> None:
        """Into the garden."""
        self.app.post_message(Go(Page.HOME))

    def apply(self) -> None:
        """Give the garden its name, the voice its own, the year its beginning."""
        if self.book.read_only:
            return
        month = self._chosen("month")
        name = self.query_one("#library", LineArea).text
        start = int(month) if month else self.book.profile.start_month
        if way := self._chosen("way"):
            ways.choose(self.book, way)
        first, last = self._chosen("from"), self._chosen("to")
        if first and last and (int(first), int(last)) != self.book.cards.rest:
            self.book.set_rest(int(first), int(last))
        try:
            self.book.set_profile(Profile(name, start))
            self.book.rename_voice(self.query_one("#voice", LineArea).text)
        except ValueError as error:
            self.app.notify(str(error), severity="error", markup=False)
            self.book.rename_voice(self._former)
        self._former = self.book.voice.name

    def _chosen(self, id: str) -> str:
        """What is chosen in a question; empty where it is not asked."""
        return next(
            (str(f.value or "") for f in self.query(f"#{id} OptionsField").results(OptionsField)),
            "",
        )

    def note_place(self) -> None:
        """Leaving the page applies what was typed."""
        if self.is_attached and self.query("#library"):
            self.apply()

    def on_screen_suspend(self) -> None:
        """Leaving the page applies what was typed."""
        self.note_place()

    def action_back(self) -> None:
        """Into the garden."""
        self.app.post_message(Go(Page.HOME))
