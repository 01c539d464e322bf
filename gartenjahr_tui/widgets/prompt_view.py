"""A question on the screen: its state, its words, its fields. Every change goes to the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import Field, Prompt, still_asked
from gartenjahr_tui.widgets.areas import DateArea, LineArea
from gartenjahr_tui.widgets.entries import EntryRows
from gartenjahr_tui.widgets.fields import (
    EntriesField,
    FieldWidget,
    field_widget,
    fill,
    input_of,
    pair,
)
from gartenjahr_tui.widgets.links import CardsField, is_typing
from gartenjahr_tui.widgets.next_link import GrowLink, NextLink
from gartenjahr_tui.widgets.options import OptionsField
from gartenjahr_tui.widgets.question_view import SIGNS, QuestionView
from gartenjahr_tui.widgets.state_links import StateLinks
from gartenjahr_tui.words.garden import FormerWords as former_words
from gartenjahr_tui.words.garden import FormWords as form_words
from gartenjahr_tui.words.screens import StepWords as words
from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import kept_text, summary, value_text


class PromptView(QuestionView):
    """One question with its fields."""

    DEFAULT_CSS = """
    PromptView {
        .label { color: $secondary; margin: 0; }
        .complaint { color: $warning; }
        .recall, .advice { color: $primary; margin: 0 0 0 1; }
        .foot { color: $text-muted; }
        .kept { margin: 0 0 0 1; }
        .complaint, .recall, .kept, .advice, .foot, .grow { display: none; }
        .-full { display: block; }
        .grow { margin: 0; padding: 0; }
    }
    """

    @dataclass
    class Taken(Message):
        """A card says something else than before; somebody may be in the middle of typing."""

        typing: bool

    @dataclass
    class Grow(Message):
        """An answer is to become a card of the garden: its text, or the entry under the cursor.

        Attributes:
            kind: Which kind of card.
        """

        prompt: Prompt
        text: str
        entry: dict[str, Any] | None
        kind: str

    class StateChanged(Message):
        """The question has another state than before."""

    def __init__(self, sheet: Sheet, prompt: Prompt, number: int, total: int) -> None:
        super().__init__()
        self.id_of_question = prompt.id
        self.sheet = sheet
        self.prompt = prompt
        self._number, self._total = number, total
        self._widgets: dict[str, FieldWidget] = {}
        self._complaints: dict[str, Static] = {}
        # Where nothing is asked any more, the question itself takes the cursor, to be read.
        self.can_focus = not still_asked(prompt.fields)
        self._recall = Static(markup=False, classes="recall")
        self._kept = Static(markup=False, classes="kept")
        self._advice = Static(markup=False, classes="advice")
        self._links = StateLinks()
        self._shown = AnswerState.OPEN
        self._known = sheet.answer(prompt.id).value
        self._last: Widget | None = None

    @property
    def state(self) -> AnswerState:
        """How far it is."""
        return self.sheet.state(self.prompt)

    @property
    def is_stale(self) -> bool:
        """Whether the answer is another one than the fields show."""
        return self.sheet.answer(self.prompt.id).value != self._known

    def compose(self) -> ComposeResult:
        """Head, question, hint, fields, text of former ones, advice, other years and voices."""
        self._shown = self.sheet.answer(self.prompt.id).state
        if head := self._head():
            yield Static(head, markup=False, classes="head")
        yield Static(self.prompt.asked, markup=False, classes="ask")
        if self.prompt.confidential:
            yield Static(words.CONFIDENTIAL, markup=False, classes="privacy")
        if self.prompt.help and not self.prompt.former:
            yield Static(self.prompt.help, markup=False, classes="help")
        yield self._recall
        for field in still_asked(self.prompt.fields):
            yield from self._field(field, field.caption)
        yield from self._end()

    def _field(self, field: Field, label: str) -> ComposeResult:
        """A field with what stands above it, and what is wrong in it."""
        value = self.sheet.answer(self.prompt.id).value.get(field.id)
        read_only = not self.sheet.writable()
        widget = field_widget(field, value, self.sheet.cards, read_only=read_only)
        self._widgets[field.id] = widget
        self._complaints[field.id] = Static(markup=False, classes="complaint")
        yield from self._labelled(field, label, widget)
        yield self._complaints[field.id]

    def _labelled(self, field: Field, label: str, widget: FieldWidget) -> ComposeResult:
        """A field with its label above it."""
        if label:
            yield Static(label, markup=False, classes="label")
        yield widget

    def _end(self) -> ComposeResult:
        """What stands below the fields."""
        yield self._kept
        yield self._advice
        yield Static(markup=False, classes="foot")
        for kind in self.prompt.grows:
            item = self.sheet.guide.forms[kind].item
            yield GrowLink(form_words.GROW.format(item=item), kind)
        if self.sheet.counted and hasattr(self.screen, "action_later"):
            yield self._links

    def on_mount(self) -> None:
        """Say what there is to say about the answer as it stands."""
        pair([*self._widgets.values()])
        self.show_advice()
        self._links.show(self._shown)
        self._show(self.query_one(".foot", Static), self._foot())

    def _head(self) -> str:
        parts = []
        if self.sheet.counted:
            state = self.sheet.answer(self.prompt.id).state
            parts.append(f"{SIGNS[state]} {state.word}")
            if self._total > 1:
                parts.append(words.QUESTION.format(number=self._number, total=self._total))
        parts += [words.PERSONAL] if self.prompt.personal else []
        parts += [words.VOLUNTARY] if self.prompt.consent else []
        return " · ".join(parts)

    def _foot(self) -> str:
        lines = []
        if earlier := self.sheet.other_years(self.prompt.id):
            text = summary(self.prompt, earlier[0].value, 44)
            year = self.sheet.year_label(earlier[0].key.year)
            lines.append(words.EARLIER.format(year=year, text=text))
        if others := self.sheet.other_voices(self.prompt):
            names = ", ".join(voice.name for voice, _ in others)
            lines.append(words.VOICES.format(names=names))
        return "\n".join(lines)

    def _value(self) -> dict[str, Any]:
        return {id: widget.value for id, widget in self._widgets.items()}

    @on(TextArea.Changed)
    @on(OptionsField.Changed)
    @on(EntriesField.Changed)
    @on(CardsField.Changed)
    def take(self, event: Message) -> None:
        """Hand every change to the workbook at once."""
        event.stop()
        if self.sheet.writable():
            self._known = self.sheet.put(self.prompt, self._value()).value
            self.show_state()
            if not (self.sheet.counted and is_typing(event)):
                self.post_message(self.Taken(is_typing(event)))
            if not is_typing(event):
                self.show_advice()
        self._say_understood()

    def _say_understood(self) -> None:
        """Say which day is meant, while it is being typed."""
        for id, widget in self._widgets.items():
            if isinstance(widget, DateArea) and widget.has_focus:
                day = widget.understood
                self._show(self._complaints[id], words.UNDERSTOOD.format(day=day) if day else "")

    @on(LineArea.Submitted)
    def go_on(self, event: LineArea.Submitted) -> None:
        """Enter in a line goes to the next field."""
        event.stop()
        self.screen.focus_next()

    def show_state(self) -> None:
        """Paint the head anew when the state is another."""
        state = self.sheet.answer(self.prompt.id).state
        if state is not self._shown:
            self._shown = state
            self._links.show(state)
            for head in self.query(".head").results(Static):
                head.update(Content(self._head()))
            self.post_message(self.StateChanged())
            self._offer_to_grow()

    def _offer_to_grow(self) -> None:
        """Only an answer can become a card."""
        full = bool(self.sheet.answer(self.prompt.id).value) and self.sheet.writable()
        for link in self.query(NextLink):
            link.set_class(full, "-full")

    def show_advice(self) -> None:
        """Say what is wrong at a field, and what follows from the answer."""
        complaints = self.sheet.complaints(self.prompt)
        for id, line in self._complaints.items():
            self._show(line, complaints.get(id, ""))
        self._show(self._recall, "\n".join(self.sheet.recall(self.prompt)))
        self._show(self._kept, self._former())
        self._show(self._advice, "\n".join(self.sheet.advice(self.prompt)))
        self._offer_to_grow()

    def _former(self) -> str:
        """What stands in fields that are asked no more."""
        value = self.sheet.answer(self.prompt.id).value
        text = kept_text(self.prompt, value, self.sheet.cards.name)
        return f"{former_words.FIELDS}\n{text}" if text and not self.prompt.former else text

    def _show(self, line: Static, text: str) -> None:
        line.update(Content(text))
        line.set_class(bool(text), "-full")

    def on_descendant_blur(self) -> None:
        """A field has been left: now it may be said what is wrong in it."""
        self.show_advice()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where in the question the cursor was last."""
        if not isinstance(event.widget, NextLink):
            self._last = event.widget

    @on(GrowLink.Chosen)
    def grow(self, event: GrowLink.Chosen) -> None:
        """Make a card of what the cursor was on."""
        event.stop()
        text, entry = value_text(self.prompt, self.sheet.answer(self.prompt.id).value), None
        if isinstance(self._last, EntryRows) and self._last.entries:
            entry = dict(self._last.entries[self._last.cursor])
        elif isinstance(self._last, TextArea) and self._last.text.strip():
            line = self._last.document.get_line(self._last.cursor_location[0])
            text = self._last.selected_text or line.strip() or self._last.text
        self.post_message(self.Grow(self.prompt, text, entry, event.kind))

    def leave(self) -> None:
        """The person goes on from this question."""
        self.sheet.leave(self.prompt)
        self.show_state()

    def reload(self) -> None:
        """Show the year, voice and answer of the workbook, whatever was shown before."""
        answer = self.sheet.answer(self.prompt.id)
        self._known = answer.value
        for id, widget in self._widgets.items():
            fill(widget, answer.value.get(id), read_only=not self.sheet.writable())
        self.show_state()
        self.show_advice()
        self._show(self.query_one(".foot", Static), self._foot())

    # Where the cursor is

    def place(self, screen: str) -> Bookmark:
        """Where in this question the cursor stands."""
        for id, widget in self._widgets.items():
            if widget.has_focus or widget.has_focus_within:
                row, column = widget.cursor_location if isinstance(widget, TextArea) else (0, 0)
                return Bookmark(screen, self.prompt.id, id, row, column)
        return Bookmark(screen, self.prompt.id)

    def enter(self, bookmark: Bookmark | None = None) -> None:
        """Put the cursor into this question: where it was, or into the first field."""
        inputs = {id: input_of(widget) for id, widget in self._widgets.items()}
        widget = inputs.get(bookmark.field) if bookmark else None
        widget = widget or next(iter(inputs.values()), self)
        if isinstance(widget, TextArea):
            row, column = (bookmark.row, bookmark.column) if bookmark else widget.document.end
            widget.move_cursor(widget.clamp_visitable((row, column)))
        # At once: what is typed while a page opens belongs to it already.
        self.screen.set_focus(widget)


SIDE_BY_SIDE = 70
"""Columns from which on the cells of a row stand side by side."""


class RowView(PromptView):
    """A question that is a row of a table; question and hint are to be read where the cursor is.

    Where the window is narrow its cells stand below one another.
    """

    DEFAULT_CSS = """
    RowView {
        .ask, .help { display: none; }
        &:focus-within .ask, &:focus-within .help { display: block; }
        .ask { text-style: none; color: $foreground; }
        .cells, .cell { height: auto; }
        .cells { layout: vertical; }
        .name { text-style: bold; }
        &.-side {
            margin: 0;
            &.-last { margin: 0 0 1 0; }
            .cells { layout: horizontal; }
            .name { width: 1fr; margin: 0 1 0 0; }
            .cell { width: 2fr; }
            .label { display: none; }
        }
        &.-side.-first {
            .label { display: block; }
            &.-headed .name { margin: 1 1 0 0; }
        }
    }
    """

    def __init__(
        self, sheet: Sheet, prompt: Prompt, number: int, total: int, heads: tuple[str, ...]
    ) -> None:
        """Show a question as a row; ``heads`` stand above its cells, by the fields of the form."""
        super().__init__(sheet, prompt, number, total)
        whole = sheet.guide.question(prompt.id) or prompt
        ids = [field.id for field in whole.fields]
        self._heads = dict(zip(ids, heads, strict=False))
        self.set_class(any(heads), "-headed")

    def compose(self) -> ComposeResult:
        """Name and cells, then the question itself, its hint, and what follows from it."""
        prompt = self.prompt
        self._shown = self.sheet.answer(prompt.id).state
        if prompt.confidential:
            yield Static(words.CONFIDENTIAL, markup=False, classes="privacy")
        with Container(classes="cells"):
            yield Static(prompt.row, markup=False, classes="name")
            for field in still_asked(prompt.fields):
                with Vertical(classes="cell"):
                    yield from self._field(field, self._heads.get(field.id, ""))
        yield Static(prompt.asked, markup=False, classes="ask")
        if prompt.help:
            yield Static(prompt.help, markup=False, classes="help")
        yield self._recall
        yield from self._end()

    def on_resize(self) -> None:
        """Cells stand side by side where there is room for them."""
        self.set_class(self.size.width >= SIDE_BY_SIDE, "-side")

    def on_mount(self) -> None:
        """Of a history only the present state is told while the cursor is elsewhere."""
        super().on_mount()
        for rows in self.query(EntryRows):
            rows.brief = True
            rows.refresh(layout=True)
