"""How a card is read: field by field, each named once and of the type its form says.

A kind of card is a :class:`CardView` (:mod:`gartenjahr_tui.garden.kinds`). It only looks at the
card it was made of: nothing is read before it is asked for, and a card from which some fields were
taken away is read like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.values import latest_first

if TYPE_CHECKING:
    from datetime import date

    from gartenjahr_tui.workbook.plain import Card

T_co = TypeVar("T_co", covariant=True)


class CardView:
    """A card, read field by field.

    Attributes:
        KIND: The kind of card it reads.
        value: Field id → value.
    """

    __slots__ = ("value",)
    KIND: ClassVar[str] = ""

    def __init_subclass__(cls, kind: str = "") -> None:
        cls.KIND = kind

    def __init__(self, card: Card) -> None:
        self.value: Mapping[str, Any] = card.value


class EntryView(CardView):
    """An entry of a list on a card, read column by column."""

    __slots__ = ()

    def __init__(self, entry: Mapping[str, Any]) -> None:
        self.value = entry


E = TypeVar("E", bound=EntryView)


class Read(Generic[T_co]):
    """A field of a card, or a column of a list.

    Attributes:
        id: Its id in the form.
        fit: Makes of what is kept there, or of None, what it means.
        items: What the entries of a list are read as, or ids of the columns that are read.
    """

    def __init__(self, id: str, fit: Callable[[Any], T_co], *items: type[EntryView] | str) -> None:
        self.id, self.fit, self.items = id, fit, items

    def of(self, view: CardView) -> T_co:
        """What stands there on a card."""
        return self.fit(view.value.get(self.id))

    @overload
    def __get__(self, view: None, owner: type[CardView]) -> Read[T_co]: ...
    @overload
    def __get__(self, view: CardView, owner: type[CardView]) -> T_co: ...
    def __get__(self, view: CardView | None, owner: type[CardView]) -> Read[T_co] | T_co:
        return self if view is None else self.of(view)


# What a value means


def text(part: Any) -> str:
    """A text or a line; empty where there is none."""
    return part if isinstance(part, str) else ""


def names(part: Any) -> tuple[str, ...]:
    """Ids of cards, plain names, or ids of options that are ticked."""
    return tuple(name for name in part if isinstance(name, str)) if type(part) is list else ()


def figure(part: Any) -> float | None:
    """A number that says something even when it is 0; None where there is none, or only words."""
    return part if type(part) in (int, float) else None


def chosen(part: Any) -> Any:
    """Id of an option, „“ for none; which ones there are stands as the type of the attribute."""
    return text(part)


def open_unless(part: Any) -> Any:
    """The same where nothing chosen means „offen“."""
    return text(part) or "offen"


# Lists


def _listed(part: Any) -> list[dict[str, Any]]:
    return [entry for entry in part if isinstance(entry, dict)] if type(part) is list else []


def entries(id: str, of: type[E]) -> Read[tuple[E, ...]]:
    """The entries of a list."""
    return Read(id, lambda part: tuple(map(of, _listed(part))), of)


def rows(id: str, *of: str) -> Read[tuple[tuple[Any, ...], ...]]:
    """Some columns of a list, entry by entry, as they are kept; „“ where nothing stands."""
    return Read(id, lambda part: tuple(tuple(e.get(c, "") for c in of) for e in _listed(part)), *of)


def column(id: str, of: str) -> Read[tuple[Any, ...]]:
    """One column of a list, where something stands in it."""
    return Read(id, lambda part: tuple(e[of] for e in _listed(part) if text(e.get(of))), of)


@dataclass(frozen=True)
class Dated(Generic[T_co]):
    """An entry of a list that has its day.

    Attributes:
        kept: The day as it is kept.
        name: What it is called; may be empty.
        state: How far it is; „offen“ where nothing is said of that.
    """

    kept: Any
    name: str
    state: T_co

    @property
    def day(self) -> date | None:
        """Its day; None where there is none, or only words."""
        return day_of(self.kept)


def dated(id: str, day: str, name: str = "", state: str = "") -> Read[tuple[Dated[Any], ...]]:
    """The entries of a list by their columns for day, name and state, as far as it has them."""

    def fit(part: Any) -> tuple[Dated[Any], ...]:
        entries = _listed(part)
        return tuple(
            Dated(e.get(day), text(e.get(name)), open_unless(e.get(state))) for e in entries
        )

    return Read(id, fit, *filter(None, (day, name, state)))


@dataclass(frozen=True)
class Was(Generic[T_co]):
    """An entry of a history: what was said, and on which day."""

    state: T_co
    day: date | None


def history(id: str, of: str) -> Read[tuple[Was[Any], ...]]:
    """The entries of a history, the latest first."""

    def fit(part: Any) -> tuple[Was[Any], ...]:
        return tuple(Was(e[of], day_of(e.get("am"))) for e in latest_first(_listed(part), of))

    return Read(id, fit, of)


def now(id: str, of: str) -> Read[Any]:
    """The present state of a history; „“ for none."""

    def fit(part: Any) -> str:
        return str(next(iter(latest_first(_listed(part), of)), {}).get(of, "")) if part else ""

    return Read(id, fit, of)
