"""„Später“ and „passt bei uns nicht“, in a line below a question that is not answered."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from gartenjahr_tui.words.screens import StepWords as words
from gartenjahr_tui.workbook.states import AnswerState

Links = tuple[tuple[str, str], ...]

WAITING: Links = (("later", words.LATER), ("not_here", words.NOT_HERE))
SET_ASIDE: Links = (("unfinished", words.UNFINISHED),)
"""Actions of the screen with their words, for a question that waits and for one set aside."""


class StateLinks(Widget, can_focus=True):
    """One line, one stop of the cursor; left and right choose, Enter takes."""

    BINDINGS = [
        Binding("left", "walk(-1)", show=False),
        Binding("right", "walk(1)", show=False),
        Binding("enter,space", "take", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    StateLinks { height: 1; color: $text-muted; }
    """

    cursor = reactive(0)

    def __init__(self) -> None:
        super().__init__()
        self._links = WAITING

    def show(self, state: AnswerState) -> None:
        """Offer what makes sense in a state; nothing once the question is answered."""
        aside = state in (AnswerState.LATER, AnswerState.NOT_HERE)
        self._links = SET_ASIDE if aside else WAITING
        self.cursor = min(self.cursor, len(self._links) - 1)
        # Not while the cursor is here: it would be lost.
        self.display = state is not AnswerState.ANSWERED or self.has_focus
        self.refresh()

    def render(self) -> Content:
        """The words; the one under the cursor stands out."""
        parts: list[Content] = []
        for place, (_, text) in enumerate(self._links):
            here = self.has_focus and place == self.cursor
            parts += [Content(words.BETWEEN)] if parts else []
            parts.append(Content.styled(f" {text} ", "reverse" if here else ""))
        return Content("").join(parts)

    def action_walk(self, by: int) -> None:
        """Choose the neighbour."""
        self.cursor = max(0, min(self.cursor + by, len(self._links) - 1))

    async def action_take(self) -> None:
        """Do it."""
        await self.screen.run_action(self._links[self.cursor][0])

    async def on_click(self, event: events.Click) -> None:
        """Do what is clicked."""
        end = 0
        for place, (_, text) in enumerate(self._links):
            end += len(text) + 2 + (len(words.BETWEEN) if place else 0)
            if event.x < end:
                self.cursor = place
                await self.action_take()
                return
