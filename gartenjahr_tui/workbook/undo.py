"""What was done in this run and can be taken back: deletions, states, marks, imports.

Only states are (see :func:`~gartenjahr_tui.workbook.values.is_state`); text has versions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from gartenjahr_tui.guide.model import Field
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.rhythm import UndoWords as words
from gartenjahr_tui.workbook.values import short_text

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.cards import Cards

MOST_UNDONE = 20
"""Steps of this run that can be taken back."""

LONGEST_NAME = 50
"""Characters of a question or a name that are said when something is taken back."""


class Spot(Protocol):
    """A place that said one thing before and says another now.

    Attributes:
        GROWS: Whether changes of it that follow one another are one step.
    """

    GROWS: ClassVar[bool]

    def now(self) -> Any:
        """What it says now."""

    def put(self, former: Any) -> None:
        """Let it say what it said before."""

    def words(self, former: Any) -> str:
        """What has been taken back, in German."""

    def changed_since(self) -> str:
        """That it has been changed since and stays as it is, in German."""


@dataclass(frozen=True)
class _OnCard:
    """Something of a card."""

    GROWS: ClassVar[bool] = False
    cards: Cards = field(compare=False, repr=False)
    id: str

    def _name(self) -> str:
        return short(self.cards.title(self.cards[self.id]))


@dataclass(frozen=True)
class Deletion(_OnCard):
    """Whether a card is put away."""

    def now(self) -> bool:
        """Whether it is put away."""
        return self.cards[self.id].deleted

    def put(self, former: bool) -> None:
        """Bring the card back."""
        self.cards.restore(self.id)

    def words(self, former: bool) -> str:
        """That the card is back."""
        return words.CARD.format(name=self._name())

    def changed_since(self) -> str:
        """That it was back already."""
        return words.CARD_BACK.format(name=self._name())


@dataclass(frozen=True)
class Creation(_OnCard):
    """A card that was made, as it was made."""

    def now(self) -> tuple[Any, ...]:
        """Whether it is put away, and what it says: what was written since is not to be lost."""
        card = self.cards[self.id]
        return card.deleted, card.value

    def put(self, former: None) -> None:
        """Put the card away."""
        self.cards.delete(self.id)

    def words(self, former: None) -> str:
        """That the card has gone."""
        return words.NEW_CARD.format(name=self._name())

    def changed_since(self) -> str:
        """That somebody has gone on writing."""
        return words.NEW_CARD_CHANGED.format(name=self._name())


@dataclass(frozen=True)
class CardState(_OnCard):
    """A state field of a card."""

    GROWS: ClassVar[bool] = True
    field_id: str

    def now(self) -> Any:
        """What stands in the field."""
        return self.cards[self.id].value.get(self.field_id)

    def put(self, former: Any) -> None:
        """Put back what stood in the field."""
        self.cards.put_back(self.id, self.field_id, former)

    def _field(self) -> Field:
        return self.cards.form(self.cards[self.id]).fields[self.field_id]

    def words(self, former: Any) -> str:
        """Card, field, and the state it has again."""
        found = self._field()
        state = short_text(found, {found.id: former}) if former is not None else ""
        sentence = words.STATE if state else words.NO_STATE
        return sentence.format(name=self._name(), field=found.label, state=state)

    def changed_since(self) -> str:
        """That the field has been changed since."""
        return words.CHANGED_SINCE.format(name=self._name(), field=self._field().label)


@dataclass
class UndoStep:
    """What is taken back at once.

    Attributes:
        words: What it was, in German; empty when its changes say it themselves.
        changes: Spot → what it said before, and what this step made of it.
    """

    words: str = ""
    changes: dict[Spot, tuple[Any, Any]] = field(default_factory=dict)

    def take(self, spot: Spot, before: Any, after: Any) -> None:
        """Take a change in; what stood there first stays what is put back."""
        before = self.changes.get(spot, (before, after))[0]
        self.changes[spot] = (before, after)
        if before == after:
            del self.changes[spot]

    def sentence(self, back: list[str], stayed: list[str]) -> str:
        """What has been taken back, and what stays because it has been changed since."""
        what = self.words or words.AND.join(back)
        if not back:
            return words.ALL_CHANGED.format(what=what) if what else " ".join(stayed)
        some = words.ONE_STAYED if len(stayed) == 1 else words.STAYED.format(count=len(stayed))
        return " ".join([words.TAKEN_BACK.format(what=what), *([some] if stayed else [])])


class Undoing:
    """The steps of this run, the last one last.

    Attributes:
        taken_back: How many steps have been taken back.
    """

    taken_back = 0

    def __init__(
        self, saved_together: Callable[[], AbstractContextManager[None]] = nullcontext
    ) -> None:
        """Begin with nothing to take back; what is one step is also saved as one."""
        self._saved_together = saved_together
        self._steps: list[UndoStep] = []
        self._group: UndoStep | None = None
        self._growing = False
        self._taking_back = False

    def __len__(self) -> int:
        return len(self._steps)

    def note(self, spot: Spot, before: Any, after: Any, *, begins: bool = True) -> None:
        """Take up a change.

        What is not worth a step (``begins``) only goes along with the step before, like the words
        typed beside a new state, or with those it is made together with.
        """
        if self._taking_back or before == after:
            return
        if self._group is not None:
            self._group.take(spot, before, after)
        elif self._growing and spot in self._steps[-1].changes:
            self._steps[-1].take(spot, before, after)
            if not self._steps[-1].changes:
                self._steps.pop()
                self._growing = False
        elif begins:
            step = UndoStep()
            step.take(spot, before, after)
            self._push(step)
            self._growing = spot.GROWS

    @contextmanager
    def together(self, words: str = "") -> Iterator[None]:
        """Make one step of what is changed inside; without words its changes are named."""
        if self._group is not None:
            yield
            return
        group = self._group = UndoStep(words)
        try:
            with self._saved_together():
                yield
        finally:
            # What a fault has left half done can be taken back all the more.
            self._group = None
            if group.changes:
                self._push(group)

    def _push(self, step: UndoStep) -> None:
        self._steps = [*self._steps, step][-MOST_UNDONE:]
        self._growing = False

    def forget(self, spot: Spot) -> None:
        """Forget the changes of what was put back in another way."""
        if self._taking_back:
            return
        for step in self._steps:
            step.changes.pop(spot, None)
        self._steps = [step for step in self._steps if step.changes]
        self._growing = False

    def take_back(self) -> str:
        """Take the last step back; what has been changed since stays as it is.

        Returns:
            What was taken back, in German; empty when there is nothing.

        Raises:
            ReadOnly: Nothing can be written there now; the step stays.
        """
        if not self._steps:
            return ""
        step, back, stayed = self._steps[-1], [], []
        self._taking_back = True
        try:
            with self._saved_together():
                for spot, (before, after) in reversed(step.changes.items()):
                    if spot.now() == after:
                        back.append(spot.words(before))
                        spot.put(before)
                    else:
                        stayed.append(spot.changed_since())
        finally:
            self._taking_back = self._growing = False
        self._steps.pop()
        self.taken_back += 1
        return step.sentence(back, stayed)


def short(name: str) -> str:
    """The name of a question or a card, as long as it is said when something is taken back."""
    return shortened(one_line(name), LONGEST_NAME)
