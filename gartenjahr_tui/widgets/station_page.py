"""A station of a round: one may go on at once, and all that is asked fits into a small window."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import Field, Prompt, Section
from gartenjahr_tui.widgets.fields import FieldWidget
from gartenjahr_tui.widgets.next_link import NextLink
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.widgets.section_page import SectionPage
from gartenjahr_tui.words.screens import StepWords as words


class ShortView(PromptView):
    """A question whose fields stand beside their labels."""

    DEFAULT_CSS = """
    ShortView {
        margin: 0 0 1 0;
        .pair { height: auto; }
        .label { width: 19; }
        .help { display: none; }
        AnswerArea { min-height: 1; border: none; border-left: outer $border-blurred; }
        AnswerArea:focus { border: none; border-left: outer $border; }
    }
    """

    def _labelled(self, field: Field, label: str, widget: FieldWidget) -> ComposeResult:
        with Horizontal(classes="pair"):
            yield Static(label, markup=False, classes="label")
            yield widget


class StationPage(SectionPage):
    """A page of a round."""

    def __init__(
        self, sheet: Sheet, section: Section, way_on: str, more: str, at_once: str, *, short: bool
    ) -> None:
        """Show a station.

        Args:
            sheet: What is answered.
            section: The questions.
            way_on: What the way on says.
            more: What is said of what else could be asked; empty for nothing.
            at_once: What is said of going on before anything is answered; empty for nothing.
            short: Whether fields stand beside their labels.
        """
        super().__init__(sheet, section, way_on, more)
        self.at_once = NextLink(words.WAY.format(text=at_once)) if at_once else None
        self.shows_beginning = True
        self._short = short

    def _before_questions(self) -> ComposeResult:
        if self.at_once:
            yield self.at_once

    def _view(self, prompt: Prompt, number: int, total: int) -> PromptView:
        if self._short and not prompt.row:
            return ShortView(self.sheet, prompt, number, total)
        return super()._view(prompt, number, total)
