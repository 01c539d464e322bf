"""A choice in one line of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """One of a few choices in words; left, right and Space change it."""

    BINDINGS = [
        Binding("left", "change(-1)", show=False),
        Binding("right,space,enter", "change(1)", show=False),
    ]
    DEFAULT_CSS = """
    Choice:focus { color: $accent; text-style: reverse; }
    """
    place = reactive(0, layout=True)

    @dataclass
    class Changed(Message):
        """Another choice holds."""

        choice: Choice

        @property
        def control(self) -> Choice:
            """The choice, for who waits for one of several."""
            return self.choice

    def __init__(
        self, id: str, pattern: str, name: str, choices: Sequence[tuple[str, str]]
    ) -> None:
        """Begin with the first choice; its words stand in the pattern beside the name."""
        super().__init__(id=id)
        before, _, self._after = pattern.partition("{choice}")
        self._before = before.format(name=name)
        self._choices = choices

    @property
    def value(self) -> str:
        """The choice that holds."""
        return self._choices[self.place][0]

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the one that holds stays where it is among them."""
        values = [value for value, _ in choices]
        place = values.index(self.value) if self.value in values else 0
        self._choices = choices
        self.place = place

    def clear(self) -> None:
        """Go back to the first choice."""
        self.place = 0

    def action_change(self, by: int) -> None:
        """Go to the choice before or after, round and round."""
        self.place = (self.place + by) % len(self._choices)
        self.post_message(self.Changed(self))

    def on_click(self) -> None:
        """A click changes, as Space does."""
        self.action_change(1)

    def render(self) -> Content:
        """Name and choice; another than the first one is bold."""
        choice = Content.styled(self._choices[self.place][1], "bold" if self.place else "")
        return Content.assemble(self._before, choice, self._after)
