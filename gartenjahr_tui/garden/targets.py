"""Places in the program that a line, a key or a question can lead to."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args

from gartenjahr_tui.value import Value

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide


class Page(StrEnum):
    """A place of which there is one."""

    HOME = "home"
    BACK = "back"
    RESUME = "resume"
    DUE = "due"
    CHECKIN = "checkin"
    OVERWINTER = "overwinter"
    YEARS = "years"
    CORRECT = "correct"


class ToStep(Value):
    """A step, or the partners."""

    id: str


class ToList(Value):
    """A list of cards of a step, see :attr:`gartenjahr_tui.garden.lists.CardList.name`."""

    step: str
    name: str


class ToPrompt(Value):
    """A question of the guide, also one answered on cards; without a year in the present one."""

    id: str
    year: int | None = None


class ToCard(Value):
    """A card, at a page or a question of it if they are not empty."""

    id: str
    section: str = ""
    prompt: str = ""


class ToCardBeside(Value):
    """The next card or the one before in place of the one in hand, at the same page.

    They follow one another as in the list one came from; back leads to what is in hand then.
    """

    by: int
    section: str = ""


class ToField(Value):
    """A field of a card, from which one goes straight back to where one came from."""

    card: str
    section: str
    prompt: str
    field: str


class ToNewCard(Value):
    """A card of a kind that is begun there.

    It may be about another one, and begun so that a certain question of it is answered next.
    """

    kind: str
    about: str = ""
    prompt: str = ""


class ToGuide(Value):
    """A section, chapter or question of the guide, or its glossary; words are to be in sight."""

    place: str
    words: str = ""


class ToRings(Value):
    """A question through all years."""

    prompt: str


class ToOutlet(Value):
    """The page on which something is made that leaves the garden; about a card if it is named."""

    id: str
    about: str = ""


class ToErase(Value):
    """All that is known of a person, to be erased; id of a contact, or a name."""

    who: str


class ToTick(Value):
    """Marking what a line under „Jetzt dran“ is about as done, by its key; empty for none."""

    key: str


class ToSnooze(Value):
    """Putting off what is due; its key, see :attr:`gartenjahr_tui.garden.due.Due.key`."""

    key: str


Target = (
    Page
    | ToStep
    | ToList
    | ToPrompt
    | ToCard
    | ToCardBeside
    | ToField
    | ToNewCard
    | ToGuide
    | ToRings
    | ToOutlet
    | ToErase
    | ToSnooze
    | ToTick
)


def jump(guide: Guide, target: str) -> ToPrompt | ToGuide | ToList:
    """Where a jump of the guide leads: on in it, or into the garden.

    A kind of card, or a question of its form, stands for its list, or for the question of the guide
    that is answered there.
    """
    asked = next((each.id for each in guide.on_cards.values() if target in each.of), "")
    form = guide.forms.get(target.partition(".")[0])
    if asked:
        return ToPrompt(asked)
    return ToList(form.place, form.id) if form else ToGuide(target)


_KINDS: dict[str, Callable[..., Target]] = {kind.__name__: kind for kind in get_args(Target)}


def packed_target(target: Target) -> Any:
    """A place as JSON."""
    if isinstance(target, Page):
        return target.value
    return [type(target).__name__, *target.parts]


def unpacked_target(raw: Any) -> Target:
    """The place again.

    Raises:
        KeyError, TypeError, ValueError: There is no such place.
    """
    if isinstance(raw, str):
        return Page(raw)
    kind, *words = raw
    if not all(isinstance(word, str | int | None) for word in words):
        raise TypeError(raw)
    return _KINDS[kind](*words)
