"""One section of a step: its thought, its questions, the way on."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import Prompt, Section
from gartenjahr_tui.guide.render import TextLine, section_lines
from gartenjahr_tui.widgets.form import FormPage
from gartenjahr_tui.widgets.next_link import MoreLink, NextLink
from gartenjahr_tui.widgets.passage import PassageView
from gartenjahr_tui.widgets.prompt_view import PromptView, RowView


class SectionPage(FormPage):
    """A section with its questions, one under another."""

    BINDINGS = [Binding("enter", "go_on", show=False)]
    DEFAULT_CSS = """
    SectionPage {
        padding: 0 1; scrollbar-size-vertical: 1;
        .title { text-style: bold; color: $primary; margin: 0 0 0 1; }
        .lead { margin: 0 0 1 1; color: $foreground; }
        PassageView { margin: 0 0 1 1; }
    }
    """

    def __init__(self, sheet: Sheet, section: Section, way_on: str, more: str = "") -> None:
        """Show a section; ``more`` says what else could be asked, empty for nothing."""
        super().__init__(can_focus=not section.prompts)
        self.sheet = sheet
        self.section = section
        self.way_on, self._more = NextLink(way_on), MoreLink(more)
        self._more.display = bool(more)
        self._said = (way_on, more)

    def compose(self) -> ComposeResult:
        """Title, thought, questions, the way on."""
        yield Static(self.section.title, markup=False, classes="title")
        if self.section.lead:
            yield Static(self.section.lead, markup=False, classes="lead")
        if not self.section.prompts:
            yield PassageView(self._body)
        total = len(self.section.prompts)
        for number, prompt in enumerate(self.section.prompts, 1):
            yield self._view(prompt, number, total)
        yield self.way_on
        yield self._more

    def _view(self, prompt: Prompt, number: int, total: int) -> PromptView:
        """A question by itself, or a row of the table of the page."""
        if not prompt.row:
            return PromptView(self.sheet, prompt, number, total)
        row = RowView(self.sheet, prompt, number, total, self.section.columns)
        ids = [each.id for each in self.section.prompts if each.row]
        row.set_class(prompt.id == ids[0], "-first")
        return row.set_class(prompt.id == ids[-1], "-last")

    async def ask(self, section: Section, way_on: str, more: str) -> None:
        """Ask what is asked now; a question that stays the same keeps its cursor."""
        if (way_on, more) != self._said:
            self._said = (way_on, more)
            self.way_on.update(Content(way_on))
            self._more.update(Content(more))
            self._more.display = bool(more)
        if section.prompts == self.section.prompts:
            return
        self.section = replace(self.section, prompts=section.prompts)
        views = {view.prompt.id: view for view in self.query(PromptView)}
        total = len(section.prompts)
        for number, prompt in enumerate(section.prompts, 1):
            before = views.pop(prompt.id, None)
            if before and before.prompt == prompt:
                continue
            view = self._view(prompt, number, total)
            place = before.place("") if before and before.has_focus_within else None
            following = next((v for p in section.prompts[number:] if (v := views.get(p.id))), None)
            await self.mount(view, before=before or following or self.way_on)
            if before:
                await before.remove()
            if place:
                view.enter(place)
        for view in views.values():
            await view.remove()

    def _body(self, width: int) -> list[TextLine]:
        """The passage of a section without questions; title and thought stand above already."""
        guide = self.sheet.guide
        head = section_lines(guide, replace(self.section, blocks=()), width, numbers=False)
        lines = section_lines(guide, self.section, width, numbers=False)
        return list(lines)[len(list(head)) + 1 :]

    def action_go_on(self) -> None:
        """From a page that is only read Enter leads on at once."""
        if self.has_focus:
            self.post_message(NextLink.Chosen())

    def view(self, prompt_id: str) -> PromptView | None:
        """The view of one question of this page."""
        return next((v for v in self.query(PromptView) if v.prompt.id == prompt_id), None)

    def reload(self) -> None:
        """Show the year and voice of the workbook."""
        for view in self.query(PromptView):
            view.reload()
