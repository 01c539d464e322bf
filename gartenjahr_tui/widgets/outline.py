"""The sections of a step with what is done, in words; up and down choose, Enter goes in."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from gartenjahr_tui.guide.model import Chapter
from gartenjahr_tui.workbook.book import Workbook


class Outline(Widget, can_focus=True):
    """The sections of a step."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter,right,tab", "go_in", show=False),
    ]
    DEFAULT_CSS = """
    Outline {
        width: 28; height: 1fr; padding: 1 1 0 0; border-right: solid $border-blurred;
    }
    """

    class Chosen(Message):
        """Another section is to be shown, or gone into.

        Attributes:
            place: Number of the section, from 0.
            go_in: Whether the cursor is to go into the page.
        """

        def __init__(self, place: int, go_in: bool) -> None:
            super().__init__()
            self.place = place
            self.go_in = go_in

    cursor = reactive(0)

    def __init__(self, book: Workbook, chapter: Chapter) -> None:
        super().__init__()
        self.book = book
        self.chapter = chapter

    def action_move(self, by: int) -> None:
        """Choose the section above or below."""
        place = max(0, min(self.cursor + by, len(self.chapter.sections) - 1))
        if place != self.cursor:
            self.cursor = place
            self.post_message(self.Chosen(place, False))

    def action_go_in(self) -> None:
        """Go into the page."""
        self.post_message(self.Chosen(self.cursor, True))

    def on_click(self, event: events.Click) -> None:
        """Choose the section that is clicked."""
        offset = event.get_content_offset(self)
        if offset and offset.y < len(self.chapter.sections):
            self.cursor = offset.y
            self.post_message(self.Chosen(offset.y, False))

    def render(self) -> Content:
        """A line for each section: name, how far it is."""
        width = self.content_size.width
        lines = []
        for place, section in enumerate(self.chapter.sections):
            here = place == self.cursor
            done = self.book.progress(section.prompts).words
            name = f"{'▌' if here else ' '}{section.short}"
            gap = " " * max(1, width - len(name) - len(done))
            style = ("bold reverse" if self.has_focus else "bold") if here else ""
            lines.append(
                Content.assemble((name, style), (gap, style), (done, style or "$text-muted"))
            )
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each section."""
        return len(self.chapter.sections)
