"""The search: type, and whatever was written anywhere is at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static, TextArea

from gartenjahr_tui.garden.search import ANSWER, CARD, VIEW, Found, Hit, Search, marks_in, words_in
from gartenjahr_tui.garden.targets import Page, ToCard, ToGuide, ToPrompt
from gartenjahr_tui.guide.render import glossary_lines
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.choice import Choice
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Choices, plain_option
from gartenjahr_tui.widgets.going import Go, ShowDialog
from gartenjahr_tui.words.rhythm import SearchWords as words
from gartenjahr_tui.workbook.book import Workbook
from screens.stimmen import AllVoicesScreen

LONGEST = 200
"""Characters of a query that are looked for."""

INDENT = 2
"""Columns the passage stands to the right of its title."""

PLACE_SHARE = 0.5
"""How much of the width the place beside a title takes at most."""

LINE_LENGTH = 30
"""Characters by which the reader knows the line where something stands."""

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


def shown_text(text: str) -> str:
    """A text on one line, as long as it was, so that places in it stay what they are."""
    return text.translate(_CONTROLS)


@dataclass(frozen=True)
class Wanted:
    """What is looked for."""

    text: str
    year: int | None
    step: str
    kind: str
    confidential: bool


class QueryLine(LineArea):
    """What is looked for; down and Enter go on to what was found."""

    class Left(Message):
        """The cursor is to go to what was found."""

    def action_cursor_up(self, select: bool = False) -> None:
        """Nothing stands above."""

    def action_cursor_down(self, select: bool = False) -> None:
        """Go to what was found."""
        self.post_message(self.Left())

    async def _on_paste(self, event: events.Paste) -> None:
        # A whole book would make every key wait, and only its beginning is looked for anyway.
        event.prevent_default()
        await super()._on_paste(events.Paste(event.text[:LONGEST]))

    def take(self, key: events.Key) -> None:
        """Take a key that was pressed elsewhere, as if it had been pressed at the end."""
        self.focus()
        self.move_cursor(self.document.end)
        if key.key == "backspace":
            self.action_delete_left()
        elif key.character:
            self.insert(key.character)


@dataclass
class Typed(Message):
    """A key was pressed that belongs into the query."""

    key: events.Key


def _hand_on(widget: Widget, event: events.Key) -> None:
    """Hand what is typed on to the query."""
    if event.is_printable or event.key == "backspace":
        event.stop()
        event.prevent_default()
        widget.post_message(Typed(event))


class Filter(Choice):
    """Leaves something out of what is found, unless its first choice holds."""

    def on_key(self, event: events.Key) -> None:
        """Letters belong into the query."""
        if event.key != "space":
            _hand_on(self, event)


class Results(Choices):
    """What was found, two lines each: what it is and where, and the passage."""

    BINDINGS = [Binding("up", "up", show=False), Binding("down", "down", show=False)]

    class LeftAbove(Message):
        """The cursor is to go to the query."""

    def __init__(self) -> None:
        super().__init__(markup=False, id="results")
        self._hits: Sequence[Hit] = ()
        self._typed: Sequence[str] = ()

    @property
    def hit(self) -> Hit | None:
        """What the cursor is on."""
        place = self.highlighted
        return self._hits[place] if place is not None and place < len(self._hits) else None

    def show(self, hits: Sequence[Hit], text: str, key: str = "") -> None:
        """Show what was found for a text, the cursor on the hit of that key, or on the first."""
        self._hits, self._typed = hits, words_in(text)
        self._paint(next((n for n, hit in enumerate(hits) if hit.key == key), 0))

    def _paint(self, place: int) -> None:
        width = self.scrollable_content_region.width
        self.set_options([plain_option(lines(hit, self._typed, width)) for hit in self._hits])
        self.highlighted = place if self._hits else None

    def on_resize(self) -> None:
        """The place of a hit keeps to the right."""
        if self._hits:
            self._paint(self.highlighted or 0)

    def action_up(self) -> None:
        """Go up, from the first one to the query."""
        if self.highlighted:
            self.action_cursor_up()
        else:
            self.post_message(self.LeftAbove())

    def action_down(self) -> None:
        """Go down, and stay on the last one."""
        if (self.highlighted or 0) + 1 < self.option_count:
            self.action_cursor_down()

    def on_key(self, event: events.Key) -> None:
        """Letters belong into the query."""
        _hand_on(self, event)


def lines(hit: Hit, typed: Sequence[str], width: int) -> Content:
    """Title and place on the first line, the passage with what was found on the second."""
    where = Content(shown_text(hit.where)).truncate(int(width * PLACE_SHARE), ellipsis=True)
    room = max(1, width - where.cell_length - 2)
    title = underlined(hit.title, marks_in(hit.title, typed)).stylize("bold")
    title = title.truncate(room, ellipsis=True, pad=True)
    passage = in_sight(hit, max(1, width - INDENT))
    first = Content.assemble(title, "  ", where)
    return Content.assemble(first, "\n", " " * INDENT, passage)


def underlined(text: str, marks: Iterable[tuple[int, int]]) -> Content:
    """A text on one line with what was found in it."""
    content = Content(shown_text(text))
    for start, end in marks:
        content = content.stylize("bold underline", start, end)
    return content


def in_sight(hit: Hit, width: int) -> Content:
    """The part of the passage that shows what was found, in one line."""
    passage = underlined(hit.passage, hit.marks)
    first, last = hit.marks[0] if hit.marks else (0, 0)
    if passage.cell_length > width and last > width - 1:
        begin = passage.plain.rfind(" ", 0, max(0, first - width // 3)) + 1
        passage = Content.assemble("… ", passage[begin:])
    return passage.truncate(width, ellipsis=True)


class StatusLine(Widget):
    """How much was found on the left, what a filter does on the right."""

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """Both sides with the gap between them."""
        left = Content.styled(self.left, "bold")
        room = self.content_size.width - left.cell_length
        right = Content(self.right).truncate(max(0, room - 2), ellipsis=True)
        gap = " " * max(0, room - right.cell_length)
        return Content.assemble(left, gap, right.stylize("$text-muted"))


class SearchScreen(BookScreen):
    """Query, filters, what was found; it stays as it is while something found is open."""

    KEYS = ("help", "home", "back", "menu")
    TITLE = words.TITLE
    LEADS_BACK = True
    CSS_PATH = "../styles/suche.tcss"
    BINDINGS = bindings("back")
    AUTO_FOCUS = "QueryLine"

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book
        self._search, self._seen = Search(book), book.snapshot()
        self._ready = False
        self._stale = True
        self._busy = False
        self._wanted: Wanted | None = None
        self._open_first = self._go_down = False
        self._shown = ""
        self._query = QueryLine()
        self._year = Filter("year", words.FILTER, words.YEAR, self._years())
        steps = [("", words.ALL), *((step.id, step.title) for step in book.guide.steps)]
        self._step = Filter("step", words.FILTER, words.STEP, steps)
        self._kind = Filter("kind", words.FILTER, words.KIND, self._kinds())
        answers = [("", words.NO), ("yes", words.YES)]
        self._confidential = Filter("confidential", words.FILTER, words.CONFIDENTIAL, answers)
        self._filters = (self._year, self._step, self._kind, self._confidential)
        self._status = StatusLine()
        self._results = Results()
        self._words = Static("", markup=False)
        self._page = VerticalScroll(self._words, id="words", can_focus=False)

    def compose_body(self) -> ComposeResult:
        """Query, filters, count, and what was found or what can be tried."""
        with Horizontal(id="query"):
            yield Static(words.PROMPT, markup=False)
            yield self._query
        with Horizontal(id="filters"):
            yield from self._filters
        yield self._status
        yield self._results
        yield self._page

    def _years(self) -> list[tuple[str, str]]:
        book = self.book
        years = [(str(year), book.year_label(year)) for year in reversed(book.years)]
        return [("", words.ALL), *years]

    def _kinds(self) -> list[tuple[str, str]]:
        cards = self.book.cards
        forms = self.book.guide.forms.values()
        kinds = [(form.id, form.items) for form in forms if cards.of(form.id)]
        return [("", words.ALL), *words.AREAS.items(), *kinds]

    def on_mount(self) -> None:
        """Nothing is typed yet."""
        self._show(None, "")

    def on_screen_resume(self) -> None:
        """Whatever was written meanwhile is found, too; the cursor stays where it is."""
        self._year.offer(self._years())
        self._kind.offer(self._kinds())
        self._stale = True
        self.call_later(self._look)

    def anew(self) -> None:
        """Let the next letter begin another search; what is confidential hides again."""
        self._confidential.clear()
        self._query.focus()
        self._query.select_all()
        self._look()

    def on_unmount(self) -> None:
        """Nobody waits for a search at the end."""
        self._search.close()

    # Looking

    @property
    def _text(self) -> str:
        return str(self._query.value)[:LONGEST].strip()

    @on(TextArea.Changed)
    @on(Filter.Changed)
    def look_as_is_typed(self) -> None:
        """Look for what stands there now."""
        self._open_first = self._go_down = False
        self._tell_filter()
        self._look()

    def _look(self) -> None:
        if not self.is_current:
            return
        year = int(self._year.value) if self._year.value else None
        confidential = bool(self._confidential.value)
        self._wanted = Wanted(self._text, year, self._step.value, self._kind.value, confidential)
        if not self._busy:
            self._busy = True
            self.run_worker(self._look_up())

    async def _look_up(self) -> None:
        """Look for what was typed last; what was typed meanwhile comes next, nothing between."""
        try:
            while wanted := self._wanted:
                self._wanted = None
                found = await self._found(wanted)
                if self._wanted is None:
                    self._show(found, wanted.text)
        except StoreError as error:
            self.app.notify(str(error), severity="error", timeout=12, markup=False)
        finally:
            self._busy = False

    async def _found(self, wanted: Wanted) -> Found | None:
        """What there is to see; None when nothing is looked for."""
        if not self._ready:
            self._status.left = words.PREPARING
        if self._stale:
            self._stale = False
            await asyncio.to_thread(self.book.flush)
            self._seen = self.book.snapshot()
            await asyncio.to_thread(self._search.bring_up, self._seen)
            self._ready = True
        if not wanted.text:
            return None
        return await asyncio.to_thread(self._search.find, **asdict(wanted), seen=self._seen)

    # Showing

    def _show(self, found: Found | None, text: str) -> None:
        hits, before = found.hits if found else (), self._results.hit
        # Only other words put the cursor on another hit.
        self._results.show(hits, text, before.key if before and text == self._shown else "")
        self._shown = text
        self._results.display = bool(hits)
        self._page.display = not hits
        self._status.left = _count(found)
        if not hits:
            self._words.update("\n\n".join(words.HINT) if found is None else self._advice(text))
            if self._results.has_focus:
                self._query.focus()
        if self._open_first and hits:
            self._open(hits[0])
        elif self._go_down and hits:
            self._results.focus()
        self._open_first = self._go_down = False

    def _advice(self, text: str) -> str:
        """What to try where nothing was found."""
        tips = [words.FEWER_LETTERS]
        tips += [words.FEWER_WORDS] if len(text.split()) > 1 else []
        tips += [words.NO_FILTER] if any(each.place for each in self._filters[:-1]) else []
        tips += [words.WITH_CONFIDENTIAL] if not self._confidential.value else []
        return "\n".join([words.NOTHING.format(text=text), "", *(f"• {tip}" for tip in tips)])

    def on_descendant_focus(self) -> None:
        """Say what the filter does that the cursor is on."""
        self._tell_filter()

    def _tell_filter(self) -> None:
        hint = words.CHANGE if isinstance(self.focused, Filter) else ""
        if self.focused is self._confidential:
            hint = words.SHOWN if self._confidential.value else words.HIDDEN
        self._status.right = hint

    # Walking

    @on(QueryLine.Left)
    def go_to_results(self) -> None:
        """Go to what was found, as soon as it is known."""
        if self._busy:
            self._go_down = True
        elif self._results.option_count:
            self._results.focus()

    @on(Results.LeftAbove)
    def go_to_query(self) -> None:
        """Go back to the query."""
        self._query.focus()

    @on(Typed)
    def type_on(self, event: Typed) -> None:
        """Whoever types in the list means the query."""
        self._query.take(event.key)

    # Opening

    @on(LineArea.Submitted)
    def open_first(self) -> None:
        """Open the best hit, as soon as it is known."""
        hit = self._results.hit
        if self._busy:
            self._open_first = True
        elif hit:
            self._open(hit)

    @on(OptionList.OptionSelected)
    def open_chosen(self) -> None:
        """Open what is chosen."""
        if hit := self._results.hit:
            self._open(hit)

    def _open(self, hit: Hit) -> None:
        """Open the very place; what somebody else answered, among all voices."""
        if hit.area == ANSWER:
            self.app.post_message(Go(ToPrompt(hit.prompt, hit.year)))
            if hit.voice != self.book.voice.id:
                prompt = self.book.guide.prompts[hit.prompt]
                self.app.post_message(ShowDialog(AllVoicesScreen(self.book, prompt)))
        elif hit.area in (CARD, VIEW):
            self.app.post_message(Go(ToCard(hit.card, hit.section, hit.prompt)))
            if hit.area == VIEW and (asked := self.book.guide.question(hit.prompt)):
                told = AllVoicesScreen(self.book, asked, hit.card, hit.year or self.book.year)
                self.app.post_message(ShowDialog(told))
        else:
            self.app.post_message(Go(ToGuide(hit.target, self._words_of(hit))))

    def _words_of(self, hit: Hit) -> str:
        """Words by which the reader knows the line: the term itself, or what was found."""
        if hit.term:
            terms = [term for term in self.book.guide.glossary if term.name == hit.term]
            return " ".join(line.text for line in glossary_lines(terms))
        start = hit.marks[0][0] if hit.marks else 0
        return hit.passage[start : start + LINE_LENGTH].rsplit(" ", 1)[0]

    def action_back(self) -> None:
        """Back to where one came from."""
        self.app.post_message(Go(Page.BACK))


def _count(found: Found | None) -> str:
    """How much was found, in words."""
    if found is None or not found.hits:
        return ""
    shown = len(found.hits)
    part = words.PART.format(count=found.count, shown=shown)
    return part if found.total > shown else found.count
