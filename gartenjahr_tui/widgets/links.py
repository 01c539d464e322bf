"""A field that names cards of the garden: chosen by typing a part of the name, made on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from gartenjahr_tui.garden.targets import ToCard
from gartenjahr_tui.guide.model import Field
from gartenjahr_tui.text import one_line
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.rows import CursorRows, types
from gartenjahr_tui.words.garden import LinksWords as words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.values import Names, at_most_one, is_card_id

MOST_FOUND = 5
"""Cards that are offered under what is typed."""


def is_typing(change: Message) -> bool:
    """Whether a field changed because somebody is in the middle of typing."""
    return bool(getattr(change, "typing", isinstance(change, TextArea.Changed)))


class LinkRows(CursorRows):
    """The names chosen, a line each, with a cursor; what is typed goes to the line below."""

    BINDINGS = [
        Binding("enter", "ask('open')", show=False),
        Binding("l,delete", "ask('remove')", show=False),
    ]
    DEFAULT_CSS = """
    LinkRows { height: auto; padding: 0 1; background: $surface; }
    """

    @dataclass
    class Typed(Message):
        """Something was typed, or pasted."""

        text: str

    def __init__(self, links: Iterable[str], names: Names) -> None:
        super().__init__()
        self.read_only = False
        self._names = names
        self.show(links)

    def show(self, links: Iterable[str]) -> None:
        """Paint the names anew; without any there is nothing to go to."""
        self.links = list(links)
        self.cursor = max(0, min(self.cursor, len(self.links) - 1))
        self.display = bool(self.links)
        self.refresh(layout=True)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.links)

    def action_ask(self, wish: str) -> None:
        """Hand the wish to the field."""
        self.post_message(self.Asked(wish))

    def on_key(self, event: events.Key) -> None:
        """A letter begins another name."""
        if (sign := types(event)) and event.key not in self._bindings.key_to_bindings:
            event.stop()
            self.post_message(self.Typed(sign))

    def on_paste(self, event: events.Paste) -> None:
        """So does what is pasted."""
        event.stop()
        self.post_message(self.Typed(event.text))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the name that is clicked."""
        offset = event.get_content_offset(self)
        if offset and offset.y < len(self.links):
            self.cursor = offset.y

    def _keys(self) -> str:
        """What Enter and l do with the name under the cursor."""
        is_card = is_card_id(self.links[self.cursor])
        if self.read_only:
            return words.OPEN if is_card else words.ONLY_NAME
        return f"{words.OPEN if is_card else words.SEEK} · {words.REMOVE}"

    def render(self) -> Content:
        """The names and, with the focus, the keys."""
        width = self.content_size.width
        lines = []
        for place, link in enumerate(self.links):
            line = Content(f"● {self._names(link)}").truncate(width, ellipsis=True)
            here = self.has_focus and place == self.cursor
            lines.append(line.stylize("reverse") if here else line)
        if self.has_focus:
            keys = Content.styled(self._keys(), "$text-muted")
            lines.append(keys.truncate(width, ellipsis=True))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each name, and the keys."""
        return len(self.links) + self.has_focus


class FoundRows(Widget):
    """What Enter can make of the name typed, a line each; there is nothing without a name."""

    DEFAULT_CSS = """
    FoundRows { height: auto; padding: 0 1 0 3; }
    """

    @dataclass
    class Clicked(Message):
        """A line was clicked."""

        place: int

    def __init__(self) -> None:
        super().__init__()
        self.show([], 0)

    def show(self, texts: list[str], place: int) -> None:
        """Paint other lines, one of them marked as what Enter takes."""
        self._texts, self._place = texts, place
        self.display = bool(texts)
        self.refresh(layout=True)

    def on_click(self, event: events.Click) -> None:
        """Take the line that is clicked."""
        offset = event.get_content_offset(self)
        if offset and offset.y < len(self._texts):
            self.post_message(self.Clicked(offset.y))

    def render(self) -> Content:
        """The lines."""
        width = self.content_size.width
        lines = []
        for place, text in enumerate(self._texts):
            here = place == self._place
            line = Content(f"{'›' if here else ' '} {text}").truncate(width, ellipsis=True)
            lines.append(line.stylize("reverse" if here else "$text-muted"))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each."""
        return len(self._texts)


class NameLine(LineArea):
    """The line for another name; its keys act at once, on what was typed before them."""

    def __init__(self, field: CardsField) -> None:
        super().__init__()
        self._field = field

    @property
    def whole(self) -> Widget:
        """What is to be in sight with the line: the names, and what is found."""
        return self._field

    @property
    def name_typed(self) -> str:
        """What stands in the line."""
        return one_line(self.text)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self.name_typed:
            event.stop()
            event.prevent_default()
            self._field.take_found()
            return
        await super()._on_key(event)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up in what is found, or to the names and the field before."""
        if self.name_typed:
            self._field.aim(-1)
        else:
            self._field.aim_at_last_name()
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down in what is found, or to the next field."""
        if self.name_typed:
            self._field.aim(1)
        else:
            super().action_cursor_down(select)


class CardsField(Vertical):
    """A field of kind ``cards``: the names chosen, a line for another, and what is found for it.

    What is typed counts as a plain name until it is taken, so that it is never lost.
    """

    DEFAULT_CSS = """
    CardsField { height: auto; }
    """

    @dataclass
    class Changed(Message):
        """The field names others than before; somebody may be in the middle of typing."""

        typing: bool

    def __init__(self, field: Field, value: Any, cards: Cards, *, read_only: bool = False) -> None:
        super().__init__()
        self.field = field
        self._cards = cards
        self._links: list[str] = list(value or ())
        self._aim = ("", 0)
        self._rows = LinkRows(self._links, cards.name)
        self.entrance = self._line = NameLine(self)
        self._found = FoundRows()
        self._told = self.value
        self.read_only = read_only

    def compose(self) -> ComposeResult:
        """The names, the line, what is found."""
        yield from (self._rows, self._line, self._found)

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""
        return self._line.read_only

    @read_only.setter
    def read_only(self, read_only: bool) -> None:
        self._line.read_only = self._rows.read_only = read_only
        self._invite()

    def _invite(self) -> None:
        empty = "" if self._links else words.NONE
        self._line.placeholder = empty if self.read_only else words.ADD

    @property
    def value(self) -> list[str]:
        """Ids of cards and plain names; the one being typed is the last."""
        typed = self._link_typed()
        links = list(dict.fromkeys((*self._links, typed) if typed else self._links))
        return at_most_one(links) if self.field.one else links

    @value.setter
    def value(self, value: Any) -> None:
        links = list(value or ())
        if links != self.value:
            self._links = links
            with self.prevent(TextArea.Changed):
                self._line.load_text("")
        self._told = self.value
        self._show()

    def _link_typed(self) -> str:
        """What the name typed stands for: the one card of this name, or the name itself."""
        name = self._line.name_typed
        same = self._cards.same_name(self.field.of, name) if name else []
        return same[0].id if len(same) == 1 else name

    def _show(self) -> None:
        self._rows.show(self._links)
        self._invite()
        self._found.show([text for text, _ in self._choices()], self._place)

    def _update(self) -> None:
        """Paint, and tell of a change if there is one."""
        self._show()
        if self.value != self._told:
            self._told = self.value
            self.post_message(self.Changed(typing=bool(self._line.name_typed)))

    # Finding

    @property
    def _place(self) -> int:
        """Which choice is aimed at; after another letter it is the first again."""
        name, place = self._aim
        return place if name == self._line.name_typed else 0

    def _choices(self) -> list[tuple[str, str]]:
        """What Enter can make of the name typed: a card, the name itself, or a new card."""
        name = self._line.name_typed
        if not name or self.read_only:
            return []
        kind, cards = self.field.of, self._cards
        choices = [
            (" · ".join((cards.title(card), *cards.line(card))), card.id)
            for card in cards.search(kind, name, MOST_FOUND)
        ]
        if self.field.free:
            choices.append((words.PLAIN.format(name=name), name))
        choices.append((words.NEW.format(name=name, item=cards.forms[kind].item), ""))
        return choices

    def aim(self, by: int) -> None:
        """Aim at another choice."""
        place = max(0, min(self._place + by, len(self._choices()) - 1))
        self._aim = (self._line.name_typed, place)
        self._show()

    def take_found(self) -> None:
        """Take the choice that is aimed at."""
        if choices := self._choices():
            self._take(choices[self._place][1] or self._new_card())

    def _new_card(self) -> str:
        """Put a card of the name typed into the garden."""
        title = self._cards.forms[self.field.of].title
        return self._cards.add(self.field.of, {title: self._line.name_typed}).id

    def _take(self, link: str, *, in_passing: bool = False) -> None:
        """Put a card or a plain name among the names, and empty the line where it may stand."""
        links = list(dict.fromkeys((*self._links, link)))
        if self.field.one:
            links = at_most_one(links) if in_passing else [link]
        self._links = links
        with self.prevent(TextArea.Changed):
            self._line.load_text("")
        self._update()

    @on(FoundRows.Clicked)
    def take_clicked(self, event: FoundRows.Clicked) -> None:
        """Take the choice that was clicked."""
        event.stop()
        self._aim = (self._line.name_typed, event.place)
        self._line.focus()
        self.take_found()

    @on(TextArea.Changed)
    def search(self, event: TextArea.Changed) -> None:
        """Show what is found for the name typed."""
        event.stop()
        self._update()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A name that is typed when the field is left stays; a window in the background waits."""
        link = self._link_typed()
        if event.widget is self._line and link and self.app.app_focus:
            self._take(link, in_passing=True)

    # The names chosen

    def aim_at_last_name(self) -> None:
        """Put the cursor of the names on the last one, for who comes up from the line."""
        self._rows.cursor = len(self._rows.links) - 1

    @on(LinkRows.Typed)
    def write(self, event: LinkRows.Typed) -> None:
        """What is typed at the names is another name."""
        event.stop()
        if not self.read_only:
            self.screen.set_focus(self._line)
            self._line.go_on_with(event.text)

    @on(LinkRows.Asked)
    def fulfil(self, event: LinkRows.Asked) -> None:
        """Do what a key asked for."""
        event.stop()
        if not self._links:
            return
        link = self._links[self._rows.cursor]
        if event.wish == "open" and is_card_id(link):
            if link in self._cards:
                self.app.post_message(Go(ToCard(link)))
        elif not self.read_only:
            self._remove(link, keep_name=event.wish == "open")

    def _remove(self, link: str, *, keep_name: bool) -> None:
        """Take a name away; a plain one can go back to the line, to become a card."""
        self._links = [other for other in self._links if other != link]
        if keep_name:
            with self.prevent(TextArea.Changed):
                self._line.load_text(link)
            self._line.move_cursor(self._line.document.end)
        if keep_name or not self._links:
            self._line.focus()
        self._update()
