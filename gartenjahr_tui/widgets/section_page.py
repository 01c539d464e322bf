"""One section of a step: its thought, its questions, the way on."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static

from gartenjahr_tui.guide.model import Section
from gartenjahr_tui.guide.render import section_lines
from gartenjahr_tui.widgets.form import FormPage
from gartenjahr_tui.widgets.passage import passage
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.words import Step as words
from gartenjahr_tui.workbook.book import Workbook


PASSAGE_WIDTH = 76


class NextLink(Static, can_focus=True):
    """The way on, at the end of a page; Enter or a click goes there."""

    BINDINGS = [
        Binding("enter,space", "go", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    NextLink { height: auto; padding: 0 1; color: $accent; margin: 0 0 1 1; }
    NextLink:focus { text-style: reverse; }
    """

    class Chosen(Message):
        """The way on was taken."""

    def __init__(self, text: str) -> None:
        super().__init__(text, markup=False)

    def action_go(self) -> None:
        """Take the way on."""
        self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Take the way on."""
        self.action_go()


class SectionPage(FormPage):
    """A section with its questions, one under another."""

    DEFAULT_CSS = """
    SectionPage {
        padding: 0 1; scrollbar-size-vertical: 1;
        .title { text-style: bold; color: $primary; margin: 0 0 0 1; }
        .lead { margin: 0 0 1 1; color: $foreground; }
        .passage { margin: 0 0 1 1; }
    }
    """

    def __init__(self, book: Workbook, section: Section, way_on: str) -> None:
        super().__init__(can_focus=not section.prompts)
        self.book = book
        self.section = section
        self._way_on = way_on

    def compose(self) -> ComposeResult:
        """Title, thought, questions, the way on."""
        yield Static(self.section.title, markup=False, classes="title")
        yield Static(self.section.lead, markup=False, classes="lead")
        if not self.section.prompts:
            yield Static("", markup=False, classes="passage")
        total = len(self.section.prompts)
        for number, prompt in enumerate(self.section.prompts, 1):
            yield PromptView(self.book, prompt, number, total)
        yield NextLink(self._way_on)

    def on_resize(self) -> None:
        """A section without questions shows its passage itself, as wide as there is room."""
        super().on_resize()
        for static in self.query(".passage").results(Static):
            width = min(self.content_size.width - 2, PASSAGE_WIDTH)
            lines = section_lines(self.book.guide, self.section, width, numbers=False)
            body = list(lines)[self._head_lines(width) :]
            static.update(passage(body))

    def _head_lines(self, width: int) -> int:
        """Title and thought stand above already."""
        lines = section_lines(self.book.guide, replace(self.section, blocks=()), width, numbers=False)
        return len(list(lines)) + 1

    def view(self, prompt_id: str) -> PromptView | None:
        """The view of one question of this page."""
        return next((v for v in self.query(PromptView) if v.prompt.id == prompt_id), None)

    def reload(self) -> None:
        """Show the year and voice of the workbook."""
        for view in self.query(PromptView):
            view.reload()
