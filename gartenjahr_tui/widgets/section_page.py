"""One section of a step: its thought, its questions, the way on."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static

from gartenjahr_tui.guide.model import Section
from gartenjahr_tui.guide.render import Line, section_lines
from gartenjahr_tui.widgets.form import FormPage
from gartenjahr_tui.widgets.passage import PassageView
from gartenjahr_tui.widgets.prompt_view import PromptView
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


class SectionPage(FormPage):
    """A section with its questions, one under another."""

    DEFAULT_CSS = """
    SectionPage {
        padding: 0 1; scrollbar-size-vertical: 1;
        .title { text-style: bold; color: $primary; margin: 0 0 0 1; }
        .lead { margin: 0 0 1 1; color: $foreground; }
        PassageView { margin: 0 0 1 1; }
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
            yield PassageView(self._body)
        total = len(self.section.prompts)
        for number, prompt in enumerate(self.section.prompts, 1):
            yield PromptView(self.book, prompt, number, total)
        yield NextLink(self._way_on)

    def _body(self, width: int) -> list[Line]:
        """The passage of a section without questions; title and thought stand above already."""
        guide = self.book.guide
        head = section_lines(guide, replace(self.section, blocks=()), width, numbers=False)
        lines = section_lines(guide, self.section, width, numbers=False)
        return list(lines)[len(list(head)) + 1 :]

    def view(self, prompt_id: str) -> PromptView | None:
        """The view of one question of this page."""
        return next((v for v in self.query(PromptView) if v.prompt.id == prompt_id), None)

    def reload(self) -> None:
        """Show the year and voice of the workbook."""
        for view in self.query(PromptView):
            view.reload()
