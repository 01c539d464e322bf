"""A question on the screen: its state, its words, its fields. Every change goes to the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from gartenjahr_tui.guide.model import Field, FieldKind, Prompt
from gartenjahr_tui.widgets.areas import AnswerArea, LineArea
from gartenjahr_tui.widgets.entries import EntriesField, EntryRows
from gartenjahr_tui.widgets.options import OptionsField
from gartenjahr_tui.words import Step as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import summary

SIGNS = {
    AnswerState.OPEN: "○",
    AnswerState.BEGUN: "…",
    AnswerState.ANSWERED: "●",
    AnswerState.LATER: "→",
    AnswerState.NOT_HERE: "×",
}
"""A sign beside the word of each state; never the sign alone."""


def field_widget(field: Field, value: Any, *, read_only: bool) -> Widget:
    """The widget for a field; the one place that knows which kind is shown by which widget."""
    match field.kind:
        case FieldKind.TEXT:
            return AnswerArea(value or "", read_only=read_only)
        case FieldKind.LINE:
            return LineArea(value or "", read_only=read_only)
        case FieldKind.ENTRIES:
            return EntriesField(field, value, read_only=read_only)
        case _:
            return OptionsField(field, value, read_only=read_only)


def widget_value(widget: Widget) -> Any:
    """What stands in a field's widget now."""
    if isinstance(widget, TextArea):
        return widget.text
    if isinstance(widget, OptionsField | EntriesField):
        return widget.value
    raise TypeError(type(widget).__name__)


def fill(widget: Widget, value: Any, *, read_only: bool) -> None:
    """Show another value in a field's widget; nobody is told of a change."""
    if isinstance(widget, TextArea):
        text = value or ""
        widget.read_only = read_only
        if widget.text != text:
            with widget.prevent(TextArea.Changed):
                widget.load_text(text)
    elif isinstance(widget, OptionsField | EntriesField):
        widget.read_only = read_only
        widget.value = value


class PromptView(Vertical):
    """One question with its fields."""

    DEFAULT_CSS = """
    PromptView {
        height: auto; margin: 0 0 1 0; padding: 0 0 0 1; border-left: blank;
        &:focus-within { border-left: outer $accent; }
        .head { color: $text-muted; }
        .ask { text-style: bold; }
        .help { color: $text-muted; }
        .privacy { color: $secondary; }
        .label { color: $secondary; margin: 0; }
        .foot { color: $text-muted; display: none; }
        .foot.-full { display: block; }
    }
    """

    class StateChanged(Message):
        """The question has another state than before."""

        def __init__(self, prompt: Prompt) -> None:
            super().__init__()
            self.prompt = prompt

    def __init__(self, book: Workbook, prompt: Prompt, number: int, total: int) -> None:
        super().__init__()
        self.book = book
        self.prompt = prompt
        self._number, self._total = number, total
        self._widgets: dict[str, Widget] = {}
        self._shown = AnswerState.OPEN

    def compose(self) -> ComposeResult:
        """Head, question, hint, fields, and a line about other years and voices."""
        answer = self.book.answer(self.prompt.id)
        read_only = not self.book.writable()
        self._shown = answer.state
        yield Static(self._head(), markup=False, classes="head")
        yield Static(self.prompt.ask, markup=False, classes="ask")
        if self.prompt.confidential:
            yield Static(words.CONFIDENTIAL, markup=False, classes="privacy")
        if self.prompt.help:
            yield Static(self.prompt.help, markup=False, classes="help")
        for field in self.prompt.fields:
            if field.label:
                yield Static(field.label, markup=False, classes="label")
            widget = field_widget(field, answer.value.get(field.id), read_only=read_only)
            self._widgets[field.id] = widget
            yield widget
        foot = self._foot()
        yield Static(foot, markup=False, classes="foot -full" if foot else "foot")

    def _head(self) -> str:
        state = self.book.answer(self.prompt.id).state
        parts = [
            f"{SIGNS[state]} {state.word}",
            words.QUESTION.format(number=self._number, total=self._total),
        ]
        parts += [words.PERSONAL] if self.prompt.personal else []
        parts += [words.VOLUNTARY] if self.prompt.consent else []
        parts += [words.ADDITION] if self.prompt.addition else []
        return " · ".join(parts)

    def _foot(self) -> str:
        lines = []
        if earlier := self.book.other_years(self.prompt.id):
            text = summary(self.prompt, earlier[0].value, 44)
            year = self.book.year_label(earlier[0].key.year)
            lines.append(words.EARLIER.format(year=year, text=text))
        if others := self.book.other_voices(self.prompt):
            names = ", ".join(voice.name for voice, _ in others)
            lines.append(words.VOICES.format(names=names))
        return "\n".join(lines)

    def _value(self) -> dict[str, Any]:
        return {id: widget_value(widget) for id, widget in self._widgets.items()}

    @on(TextArea.Changed)
    @on(OptionsField.Changed)
    @on(EntriesField.Changed)
    def take(self, event: Message) -> None:
        """Hand every change to the workbook at once."""
        event.stop()
        if self.book.writable():
            self.book.put(self.prompt, self._value())
            self.show_state()

    @on(LineArea.Submitted)
    def go_on(self, event: LineArea.Submitted) -> None:
        """Enter in a line goes to the next field."""
        event.stop()
        self.screen.focus_next()

    def show_state(self) -> None:
        """Paint the head anew when the state is another."""
        state = self.book.answer(self.prompt.id).state
        if state is not self._shown:
            self._shown = state
            self.query_one(".head", Static).update(Content(self._head()))
            self.post_message(self.StateChanged(self.prompt))

    def leave(self) -> None:
        """The person goes on from this question."""
        self.book.leave(self.prompt)
        self.show_state()

    def reload(self) -> None:
        """Show the year, voice and answer of the workbook, whatever was shown before."""
        answer = self.book.answer(self.prompt.id)
        for id, widget in self._widgets.items():
            fill(widget, answer.value.get(id), read_only=not self.book.writable())
        self.show_state()
        foot = self._foot()
        line = self.query_one(".foot", Static)
        line.update(Content(foot))
        line.set_class(bool(foot), "-full")

    # Where the cursor is

    def _inputs(self) -> Iterator[tuple[str, Widget]]:
        for id, widget in self._widgets.items():
            yield id, (widget.query_one(EntryRows) if isinstance(widget, EntriesField) else widget)

    def place(self, screen: str) -> Bookmark:
        """Where in this question the cursor stands."""
        for id, widget in self._widgets.items():
            if widget.has_focus or widget.has_focus_within:
                row, column = widget.cursor_location if isinstance(widget, TextArea) else (0, 0)
                return Bookmark(screen, self.prompt.id, id, row, column)
        return Bookmark(screen, self.prompt.id)

    def enter(self, bookmark: Bookmark | None = None) -> None:
        """Put the cursor into this question: where it was, or into the first field."""
        inputs = dict(self._inputs())
        widget = inputs.get(bookmark.field) if bookmark else None
        widget = widget or next(iter(inputs.values()))
        if isinstance(widget, TextArea):
            row, column = (bookmark.row, bookmark.column) if bookmark else widget.document.end
            widget.move_cursor(widget.clamp_visitable((row, column)))
        widget.focus()
