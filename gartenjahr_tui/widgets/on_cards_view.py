"""A question that is answered on cards: the cards, what each of them says, and a way to them."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from gartenjahr_tui.garden import on_cards
from gartenjahr_tui.garden.on_cards import CardRow
from gartenjahr_tui.garden.targets import Target, ToCard, ToList, ToNewCard
from gartenjahr_tui.guide.model import OnCards
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.question_view import SIGNS, QuestionView
from gartenjahr_tui.widgets.rows import CursorRows
from gartenjahr_tui.words.garden import OnCardsWords as words
from gartenjahr_tui.words.screens import StepWords as step_words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.states import AnswerState

MOST_ROWS = 7
"""Cards that are shown: a question is to fit into a small window."""


class CardRows(CursorRows):
    """The cards, a line each; below them what leads to the others, and to a new one."""

    BINDINGS = [Binding("enter", "ask('open')", show=False)]
    DEFAULT_CSS = """
    CardRows { height: auto; padding: 0 1; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CardRow] = []
        self._below: list[tuple[str, str, Target]] = []

    def show(self, rows: list[CardRow], below: list[tuple[str, str, Target]]) -> None:
        """Paint other cards; the cursor stays on its card, wherever that is.

        Each line below them comes with what Enter does there, in words, and where it leads.
        """
        place, beyond = self.cursor, self.cursor - len(self.rows)
        if beyond < 0:
            here, ids = self.rows[place].card_id, [row.card_id for row in rows]
            place = ids.index(here) if here in ids else place
        elif self._below:
            # Who has just made a card may want to make another one.
            place = len(rows) + beyond
        self.rows, self._below = rows, below
        self.cursor = max(0, min(place, self.count - 1))
        self.display = bool(self.count)
        self.refresh(layout=True)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.rows) + len(self._below)

    @property
    def target(self) -> Target:
        """Where the line under the cursor leads."""
        place = self.cursor - len(self.rows)
        if place >= 0:
            return self._below[place][2]
        row = self.rows[self.cursor]
        return ToCard(row.card_id, prompt=row.prompt)

    def action_ask(self, wish: str) -> None:
        """Hand the wish to the question."""
        self.post_message(self.Asked(wish))

    def on_click(self, event: events.Click) -> None:
        """Go where the line leads that is clicked."""
        offset = event.get_content_offset(self)
        if offset and offset.y < self.count:
            self.cursor = offset.y
            self.action_ask("open")

    def render(self) -> Content:
        """The lines and, with the focus, what Enter does."""
        width = self.content_size.width
        texts = [f"{SIGNS[row.state]} {row.text}" for row in self.rows]
        texts += [text for text, _, _ in self._below]
        lines = []
        for place, text in enumerate(texts):
            line = Content(text).truncate(width, ellipsis=True)
            here = self.has_focus and place == self.cursor
            lines.append(line.stylize("reverse") if here else line)
        if self.has_focus:
            place = self.cursor - len(self.rows)
            keys = self._below[place][1] if place >= 0 else words.OPEN
            lines.append(Content.styled(keys, "$text-muted").truncate(width, ellipsis=True))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each, and what Enter does."""
        return self.count + self.has_focus


class OnCardsView(QuestionView):
    """The question with its cards."""

    def __init__(self, book: Workbook, asked: OnCards, number: int, total: int) -> None:
        super().__init__()
        self.id_of_question = asked.id
        self._book, self._asked = book, asked
        self._number, self._total = number, total
        self._head = Static(markup=False, classes="head")
        self._rows = CardRows()

    def compose(self) -> ComposeResult:
        """Head, question, hint, cards."""
        yield self._head
        yield Static(self._asked.ask, markup=False, classes="ask")
        form = self._book.guide.forms[self._asked.kind]
        if on_cards.is_guarded(form, self._asked):
            yield Static(step_words.CONFIDENTIAL, markup=False, classes="privacy")
        if self._asked.help:
            yield Static(self._asked.help, markup=False, classes="help")
        yield self._rows

    def on_mount(self) -> None:
        """Show the cards."""
        self.reload()

    @property
    def state(self) -> AnswerState:
        """How far it is."""
        return on_cards.state(self._book, self._asked)

    def reload(self) -> None:
        """Show the cards as they are; those in sight stay there while the cursor is among them."""
        state = self.state
        form = self._book.guide.forms[self._asked.kind]
        parts = [f"{SIGNS[state]} {state.word}"]
        if self._total > 1:
            parts.append(step_words.QUESTION.format(number=self._number, total=self._total))
        self._head.update(Content(" · ".join([*parts, form.items])))
        kept = {row.card_id for row in self._rows.rows} if self._rows.has_focus else ()
        rows, beyond = on_cards.rows(self._book, self._asked, MOST_ROWS, kept)
        below: list[tuple[str, str, Target]] = []
        if beyond:
            text = words.BEYOND.format(count=beyond, items=form.items)
            below.append((text, words.TO_LIST, ToList(form.place, form.id)))
        if not self._book.read_only:
            text = (words.NEW if rows else words.FIRST).format(item=form.item)
            new = ToNewCard(form.id, prompt=self._asked.of[0])
            below.append((text, words.MAKE, new))
        if not (rows or below):
            # Where nothing may be written the cursor needs a place as well.
            text = words.NO_CARDS.format(items=form.items)
            below.append((text, words.TO_LIST, ToList(form.place, form.id)))
        self._rows.show(rows, below)

    @on(CardRows.Asked)
    def go(self, event: CardRows.Asked) -> None:
        """Go where the line under the cursor leads."""
        event.stop()
        self.app.post_message(Go(self._rows.target))

    def enter(self, bookmark: Bookmark | None = None) -> None:
        """Put the cursor on the first card without an answer."""
        waiting = (n for n, row in enumerate(self._rows.rows) if not row.state.settled)
        self._rows.cursor = next(waiting, 0)
        self.screen.set_focus(self._rows)
