"""A list of cards: filter, walk, open, begin, delete; only the rows in sight are ever built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static, TextArea

from gartenjahr_tui.garden.lists import CardList
from gartenjahr_tui.garden.targets import ToCard, ToNewCard
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.commands import bindings, command, keys_line
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.words.garden import ListPageWords as words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.dates import day_of, shown_date
from gartenjahr_tui.workbook.plain import Card

LIST_COMMANDS = ("card-new", "card-open", "card-remove", "card-filter")
SHOWN = ("card-new", "card-remove", "card-filter", "undo")
KEYS = keys_line(SHOWN)
"""The keys nobody would guess, in a line that fits beside the outline at 80 columns."""


DATE_WIDTH = len("TT.MM.JJJJ")
GAP = 2
"""Columns between date, name and what stands beside it."""

BETWEEN = " · "
"""What stands between the parts beside a name."""

NAME_SHARE = 0.45
"""How much of the width a name takes where something stands beside it."""


def _cut(text: str, width: int) -> str:
    """The text in exactly so many columns."""
    return Content(text).truncate(width, ellipsis=True, pad=True).plain


def _whole(parts: list[str], width: int) -> list[str]:
    """As many parts as stand wholly in so many columns, at least one: half a number would lie."""
    parts = list(parts)
    while len(parts) > 1 and cell_len(BETWEEN.join(parts)) > width:
        parts.pop()
    return parts


class CardRows(ScrollView, can_focus=True):
    """The cards, a line each, with a cursor; the text of a row is made when it is painted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"card-rows--beside", "card-rows--cursor"}
    DEFAULT_CSS = """
    CardRows {
        height: 1fr; min-height: 4; background: $surface;
        overflow: hidden auto;
        & .card-rows--beside { color: $text-muted; }
        & .card-rows--cursor { text-style: bold underline; }
        &:focus .card-rows--cursor { text-style: bold reverse; }
    }
    """

    class Clicked(Message):
        """A row was clicked; the cursor stands on it."""

    class Moved(Message):
        """The cursor stands on another card, or that card has changed."""

    class LeftAbove(Message):
        """The cursor is to go to what stands above the rows."""

    def __init__(self, cards: Cards, list_: CardList) -> None:
        super().__init__()
        self._cards = cards
        self._date = cards.forms[list_.kind].date
        # The date stands first already.
        self._list = replace(list_, line=tuple(id for id in list_.line if id != self._date))
        self._found: list[Card] = []
        self._nothing = ""
        self._cursor = 0

    @property
    def pointer(self) -> Offset:
        """Where the cursor stands, for the cursor of the terminal."""
        return Offset(0, self._cursor)

    @property
    def selected(self) -> str:
        """Id of the card under the cursor; empty when there is none."""
        return self._found[self._cursor].id if self._found else ""

    @property
    def found(self) -> list[Card]:
        """The cards that are shown."""
        return self._found

    def show(self, found: list[Card], nothing: str, *, selected: str = "") -> None:
        """Show other cards, or a sentence where there are none.

        The cursor goes to the card selected, or stays near where it was.
        """
        self._found, self._nothing = found, nothing
        places = (place for place, card in enumerate(found) if card.id == selected)
        self._cursor = max(0, min(next(places, self._cursor), len(found) - 1))
        self._measure()
        self.refresh()
        self.post_message(self.Moved())

    # Walking: the keys that scroll other pages move the cursor here.

    def action_scroll_up(self) -> None:
        """Go to the row above, and from the first one beyond it."""
        if self._cursor:
            self._go(self._cursor - 1)
        else:
            self.post_message(self.LeftAbove())

    def action_scroll_down(self) -> None:
        """Go to the row below."""
        self._go(self._cursor + 1)

    def action_page_up(self) -> None:
        """Go up by what is in sight."""
        self._go(self._cursor - max(1, self.size.height - 1))

    def action_page_down(self) -> None:
        """Go down by what is in sight."""
        self._go(self._cursor + max(1, self.size.height - 1))

    def action_scroll_home(self) -> None:
        """Go to the first row."""
        self._go(0)

    def action_scroll_end(self) -> None:
        """Go to the last row."""
        self._go(len(self._found) - 1)

    def _go(self, place: int) -> None:
        before, self._cursor = self._cursor, max(0, min(place, len(self._found) - 1))
        self.refresh_line(before)
        self.refresh_line(self._cursor)
        self._keep_in_sight()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        self.scroll_to_region(Region(0, self._cursor, 1, 1), animate=False, x_axis=False)

    def on_click(self, event: events.Click) -> None:
        """Open the row that is clicked."""
        offset = event.get_content_offset(self)
        place = self.scroll_offset.y + offset.y if offset else len(self._found)
        if place < len(self._found):
            self._go(place)
            self.post_message(self.Clicked())

    @on(events.Focus)
    @on(events.Blur)
    def show_cursor(self) -> None:
        """Show where the cursor is, or that it is elsewhere."""
        self.refresh()

    # Painting

    def on_resize(self) -> None:
        """Another width, another height: the cursor stays in sight."""
        self._measure()

    def _measure(self) -> None:
        lines = len(self._found) or len(self._nothing_lines())
        self.virtual_size = Size(self.scrollable_content_region.width, lines)
        self._keep_in_sight()

    def _nothing_lines(self) -> list[Content]:
        return Content(self._nothing).wrap(max(1, self.scrollable_content_region.width))

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        place = self.scroll_offset.y + y
        parts = self._row(place) if self._found else self._nothing_row(place)
        width = self.scrollable_content_region.width
        return Strip(parts).adjust_cell_length(width, self.rich_style)

    def _row(self, place: int) -> list[Segment]:
        if place >= len(self._found):
            return []
        name, beside = self._columns(self._found[place])
        if place == self._cursor:
            return [Segment(name + beside, self.get_component_rich_style("card-rows--cursor"))]
        dim = self.get_component_rich_style("card-rows--beside")
        return [Segment(name, self.rich_style), Segment(beside, dim)]

    def _nothing_row(self, place: int) -> list[Segment]:
        lines = self._nothing_lines()
        if place >= len(lines):
            return []
        # The first line is all there is to show where the cursor is.
        here = place == 0 and self.has_focus
        kind = "card-rows--cursor" if here else "card-rows--beside"
        return [Segment(lines[place].plain, self.get_component_rich_style(kind))]

    def _columns(self, card: Card) -> tuple[str, str]:
        """A card in exactly the width there is: date and name, and what stands beside them."""
        width = self.scrollable_content_region.width
        date = when = ""
        if self._date:
            when = shown_date(kept := card.value.get(self._date, ""))
            # A column of days: the time of one is said on the card.
            date = _cut(when[:DATE_WIDTH] if day_of(kept) else when, DATE_WIDTH) + " " * GAP
        room = max(1, width - len(date))
        name = self._cards.title(card).removesuffix(f", {when}" if when else "")
        share = min(room, int(width * NAME_SHARE))
        # What it is called by need not stand there twice.
        parts = [part for part in self._list.beside(self._cards, card) if part != name]
        beside = BETWEEN.join(_whole(parts, room - share - GAP) if self._list.tell else parts)
        if not beside or room - share <= GAP:
            return date + _cut(name, room), ""
        return date + _cut(name, share) + " " * GAP, _cut(beside, room - share - GAP)


class FilterLine(LineArea):
    """What the rows are filtered by."""

    BINDINGS = [Binding("escape", "clear", show=False)]

    class Left(Message):
        """The cursor is to go back to the rows."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape is the line's own only while something stands in it."""
        return bool(self.text) if action == "clear" else True

    def action_clear(self) -> None:
        """Show all cards again."""
        self.text = ""
        self.post_message(self.Left())

    def action_cursor_down(self, select: bool = False) -> None:
        """Go to the rows."""
        self.post_message(self.Left())


class ListPage(Vertical):
    """A list of cards with its title, what it is for, a filter and the keys."""

    BINDINGS = bindings(*LIST_COMMANDS)
    DEFAULT_CSS = """
    ListPage {
        padding: 0 0 0 1; overflow: hidden auto;
        .title { text-style: bold; color: $primary; margin: 0 0 0 1; }
        .lead { margin: 0 1 1 1; color: $text-muted; }
        .overview { margin: 0 1 1 1; }
        .filter { height: 1; margin: 0 1 0 1; }
        .filter Static { width: auto; }
        .filter FilterLine { width: 1fr; }
        CardRows { margin: 0 0 0 1; }
        .detail { margin: 0 1 0 1; height: 3; }
        .keys { margin: 0 0 0 1; color: $text-muted; }
    }
    """

    @dataclass
    class Delete(Message):
        """A card is to be put away."""

        card_id: str

    @dataclass
    class SayOfAll(Message):
        """Something is to be said of all the cards that are shown."""

        cards: list[Card]

    def __init__(
        self,
        cards: Cards,
        list_: CardList,
        overview: Callable[[], list[str]] = list,
    ) -> None:
        super().__init__()
        self.card_list = list_
        self._cards = cards
        self._overview = overview
        self._deleted = False
        self._before_new: set[str] | None = None
        self._title = Static(self.card_list.title, markup=False, classes="title")
        self._overview_lines = Static("", markup=False, classes="overview")
        self._filter = FilterLine()
        self._filter_row = Horizontal(
            Static(words.FILTER, markup=False), self._filter, classes="filter"
        )
        self._rows = CardRows(cards, list_)
        self._detail = Static("", markup=False, classes="detail")
        self._detail.display = list_.tell is not None

    def compose(self) -> ComposeResult:
        """Title, purpose, overview, filter, rows, keys."""
        yield self._title
        if self.card_list.lead:
            yield Static(self.card_list.lead, markup=False, classes="lead")
        yield self._overview_lines
        yield self._filter_row
        yield self._rows
        yield self._detail
        yield Static(KEYS, markup=False, classes="keys")

    def on_mount(self) -> None:
        """Show the cards."""
        self.reload()

    @property
    def selected(self) -> str:
        """Id of the card under the cursor; empty when there is none."""
        return self._rows.selected

    @property
    def ids(self) -> list[str]:
        """Ids of the cards that are shown."""
        return [card.id for card in self._rows.found]

    def choose(self, card_id: str) -> None:
        """Put the cursor on a card that is shown."""
        self._rows.show(self._rows.found, "", selected=card_id)

    def enter(self) -> None:
        """Put the cursor into the rows."""
        self._rows.focus()

    def reload(self) -> None:
        """Show what has become of the cards; the cursor stays on its card, or near its place.

        A card that was begun here has it afterwards.
        """
        title = self.card_list.title
        self._title.update(words.DELETED.format(items=title) if self._deleted else title)
        overview = "\n".join(self._overview())
        self._overview_lines.update(overview)
        self._overview_lines.display = bool(overview)
        text = self._filter.text
        if self._deleted:
            found = self.card_list.deleted(self._cards)
        else:
            found = self.card_list.found(self._cards, text)
        # Where there is nothing at all, there is nothing to filter.
        self._filter_row.display = bool(found or text)
        self.set_class(bool(found or text), "-filled")
        before, self._before_new = self._before_new, None
        new = next((c.id for c in found if before is not None and c.id not in before), "")
        self._rows.show(found, self._nothing(text), selected=new or self.selected)

    def _nothing(self, text: str) -> str:
        if self._deleted:
            return words.NO_DELETED
        if text.strip():
            return words.NO_HITS.format(text=text.strip())
        items = self._cards.forms[self.card_list.kind].items
        return words.EMPTY.format(items=items, key=command("card-new").key_name)

    def action_card(self, wish: str) -> None:
        """Do something with the list or with the card under the cursor."""
        match wish:
            case "new":
                # Whoever comes back from what is new finds it chosen.
                self._before_new = {card.id for card in self.card_list.found(self._cards)}
                new = ToNewCard(self.card_list.kind, self.card_list.about)
                self.app.post_message(Go(new))
            case "open" if self.selected:
                self.app.post_message(Go(ToCard(self.selected, self.card_list.section)))
            case "remove" if self.selected:
                self.post_message(self.Delete(self.selected))
            case "filter":
                self.go_to_filter()
            case "all" if not self._deleted:
                self.post_message(self.SayOfAll(self._rows.found))
            case "deleted":
                self._deleted = not self._deleted
                self.reload()
                self.enter()

    @on(CardRows.Clicked)
    def open_clicked(self) -> None:
        """A click opens, as Enter does."""
        self.action_card("open")

    @on(CardRows.Moved)
    def tell_whole(self) -> None:
        """Say all that a row has no room for."""
        card = self._cards.get(self.selected)
        if card and self.card_list.tell:
            parts = [self._cards.title(card), *self.card_list.tell(self._cards, card)]
            self._detail.update(Content(BETWEEN.join(parts)))
        else:
            self._detail.update("")

    @on(CardRows.LeftAbove)
    def go_to_filter(self) -> None:
        """Go to the filter, if there is something to filter."""
        if self._filter_row.display:
            self._filter.focus()

    @on(FilterLine.Left)
    @on(LineArea.Submitted)
    def go_to_rows(self, event: Message) -> None:
        """Go from the filter to the rows."""
        event.stop()
        self.enter()

    @on(TextArea.Changed)
    def filter_rows(self, event: TextArea.Changed) -> None:
        """Filter as is typed: the best hit first; with the line empty again, its card stays."""
        event.stop()
        self.reload()
        if self._filter.text:
            self._rows.action_scroll_home()
