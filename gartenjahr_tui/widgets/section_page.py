"""One section of a step: its thought, its questions, the way on."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from gartenjahr_tui.guide.model import Section
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.words import Step as words
from gartenjahr_tui.workbook.book import Workbook


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


class SectionPage(VerticalScroll, can_focus=False):
    """A section with its questions, one under another."""

    DEFAULT_CSS = """
    SectionPage {
        padding: 0 1; scrollbar-size-vertical: 1;
        .title { text-style: bold; color: $primary; margin: 0 0 0 1; }
        .lead { margin: 0 0 1 1; color: $foreground; }
        .more { color: $text-muted; margin: 0 0 1 1; }
    }
    """

    def __init__(self, book: Workbook, section: Section, way_on: str) -> None:
        super().__init__()
        self.book = book
        self.section = section
        self._way_on = way_on

    def compose(self) -> ComposeResult:
        """Title, thought, questions, the way on."""
        yield Static(self.section.title, markup=False, classes="title")
        yield Static(self.section.lead, markup=False, classes="lead")
        if not self.section.prompts:
            yield Static(f"{words.READING_ONLY}\n{words.READ_MORE}", markup=False, classes="more")
        total = len(self.section.prompts)
        for number, prompt in enumerate(self.section.prompts, 1):
            yield PromptView(self.book, prompt, number, total)
        yield NextLink(self._way_on)

    def view(self, prompt_id: str) -> PromptView | None:
        """The view of one question of this page."""
        return next((v for v in self.query(PromptView) if v.prompt.id == prompt_id), None)

    def reload(self) -> None:
        """Show the year and voice of the workbook."""
        for view in self.query(PromptView):
            view.reload()
