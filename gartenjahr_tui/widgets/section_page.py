"""One section of a step: its thought, its questions, the way on."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import OnCards, Prompt, Section
from gartenjahr_tui.guide.render import TextLine, section_lines
from gartenjahr_tui.widgets.form import FormPage
from gartenjahr_tui.widgets.next_link import MoreLink, NextLink
from gartenjahr_tui.widgets.on_cards_view import OnCardsView
from gartenjahr_tui.widgets.passage import PassageView
from gartenjahr_tui.widgets.prompt_view import PromptView, RowView
from gartenjahr_tui.widgets.question_view import QuestionView
from gartenjahr_tui.words.screens import StepWords as words
from gartenjahr_tui.workbook.book import Workbook


def _is_read_first(section: Section) -> bool:
    """Whether a page is to be read before its questions are answered."""
    return not section.prompts and bool(section.blocks or not section.questions)


class SectionPage(FormPage):
    """A section with its questions, one under another.

    Where nothing is to be typed on the page itself, its passage stands above the questions, and
    the page is read before they are answered.
    """

    BINDINGS = [Binding("enter", "go_on", show=False)]
    DEFAULT_CSS = """
    SectionPage {
        padding: 0 0 0 1; scrollbar-gutter: stable;
        .title { text-style: bold; color: $primary; margin: 0 0 0 1; }
        .lead { margin: 0 0 1 1; color: $foreground; }
        .aside { margin: -1 0 1 1; color: $text-muted; }
        PassageView { margin: 0 0 1 1; }
    }
    """

    def __init__(self, sheet: Sheet, section: Section, way_on: str, more: str = "") -> None:
        """Show a section; ``more`` says what else could be asked, empty for nothing."""
        super().__init__(can_focus=_is_read_first(section))
        self.sheet = sheet
        self.section = section
        self.way_on, self._more = NextLink(way_on), MoreLink(more)
        self._more.display = bool(more)
        self._said = (way_on, more)
        self._passage = PassageView(self._body)
        self._aside = Static(self._said_aside(), markup=False, classes="aside")

    def compose(self) -> ComposeResult:
        """Title, thought, questions, the way on."""
        yield Static(self.section.title, markup=False, classes="title")
        if self.section.lead:
            yield Static(self.section.lead, markup=False, classes="lead")
        if self._said_aside():
            yield self._aside
        yield from self._before_questions()
        if not self.section.prompts:
            yield self._passage
        total = len(self.section.questions)
        for number, question in enumerate(self.section.questions, 1):
            if not isinstance(question, OnCards):
                yield self._view(question, number, total)
            elif isinstance(self.sheet, Workbook):
                yield OnCardsView(self.sheet, question, number, total)
        yield self.way_on
        yield self._more

    def _before_questions(self) -> ComposeResult:
        """What stands between the thought and the questions."""
        yield from ()

    def _view(self, prompt: Prompt, number: int, total: int) -> PromptView:
        """A question by itself, or a row of the table of the page."""
        if not prompt.row:
            return PromptView(self.sheet, prompt, number, total)
        row = RowView(self.sheet, prompt, number, total, self.section.columns)
        ids = [each.id for each in self.section.prompts if each.row]
        row.set_class(prompt.id == ids[0], "-first")
        return row.set_class(prompt.id == ids[-1], "-last")

    async def ask(self, section: Section, way_on: str, more: str) -> None:
        """Ask what is asked now; a question that stays the same keeps its cursor.

        Only a card asks now more, now less, and it answers all of its questions itself.
        """
        if (way_on, more) != self._said:
            self._said = (way_on, more)
            self.way_on.update(Content(way_on))
            self._more.update(Content(more))
            self._more.display = bool(more)
        if section.questions == self.section.questions:
            return
        self.section = replace(self.section, questions=section.questions)
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

    def _said_aside(self) -> str:
        """What is not in sight: the exhibits of the passage, or the questions below it."""
        section, guide = self.section, self.sheet.guide
        if section.questions and _is_read_first(section):
            count = len(section.questions)
            return words.BELOW_ONE if count == 1 else words.BELOW.format(count=count)
        if not (section.questions and section.shown):
            return ""
        first, *others = (guide.exhibits[id].title for id in section.shown)
        more = words.SHOWN_MORE.format(count=len(others)) if others else ""
        return words.SHOWN.format(title=first, more=more)

    def set_beside(self, beside: bool) -> None:
        """The passage stands beside the page, or it does not: it is never there twice."""
        if self.section.questions:
            self._aside.display = self._passage.display = not beside
            self.can_focus = not beside and _is_read_first(self.section)

    @property
    def views(self) -> list[QuestionView]:
        """The questions."""
        return list(self.query(QuestionView))

    @property
    def beginning(self) -> QuestionView | None:
        """The question one begins with; None where there is something to be read before."""
        return None if self.can_focus else next(iter(self.views), None)

    def _body(self, width: int) -> list[TextLine]:
        """The passage; title and thought stand above already."""
        guide = self.sheet.guide
        head = section_lines(guide, replace(self.section, blocks=()), width)
        lines = section_lines(guide, self.section, width)
        return list(lines)[len(list(head)) + 1 :]

    def action_go_on(self) -> None:
        """From a page that is read Enter leads on at once: to its questions, or beyond."""
        if self.has_focus:
            views = self.views
            if views:
                views[0].enter()
            else:
                self.post_message(NextLink.Chosen())

    def view(self, id: str) -> QuestionView | None:
        """The view of one question of this page."""
        return next((view for view in self.views if view.id_of_question == id), None)

    def tell(self) -> None:
        """Say anew what follows from the answers and what is known; other pages change it, too."""
        for view in self.query(PromptView):
            view.show_advice()

    def reload(self) -> None:
        """Show the year and voice of the workbook."""
        for view in self.views:
            view.reload()
