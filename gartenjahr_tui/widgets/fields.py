"""Which widget shows which kind of field; the one place that knows."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.widget import Widget
from textual.widgets import TextArea

from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.widgets.areas import AnswerArea, DateArea, LineArea, NumberArea
from gartenjahr_tui.widgets.entries import EntriesField
from gartenjahr_tui.widgets.links import CardsField
from gartenjahr_tui.widgets.options import OptionsField
from gartenjahr_tui.workbook.cards import Cards

FieldWidget = AnswerArea | LineArea | OptionsField | EntriesField | CardsField
"""What :func:`field_widget` makes; each has a ``value`` and a ``read_only``."""

CHANGED = (TextArea.Changed, OptionsField.Changed, EntriesField.Changed, CardsField.Changed)
"""The messages by which these tell of a change."""


def field_widget(field: Field, value: Any, cards: Cards, *, read_only: bool) -> FieldWidget:
    """Make the widget for a field.

    Args:
        field: The field, or the column of an entry.
        value: Its value; None when it is empty.
        cards: The living garden, for the fields that name cards, and for its calendar.
        read_only: Whether nothing may be changed.
    """
    match field.kind:
        case FieldKind.TEXT:
            return AnswerArea(value or "", read_only=read_only)
        case FieldKind.LINE:
            return LineArea(value or "", read_only=read_only)
        case FieldKind.DATE:
            return DateArea(value, cards.today, read_only=read_only)
        case FieldKind.NUMBER:
            return NumberArea(value, read_only=read_only)
        case FieldKind.CARDS:
            return CardsField(field, value, cards, read_only=read_only)
        case FieldKind.ENTRIES:
            make_column = partial(field_widget, read_only=False)
            return EntriesField(field, value, cards, make_column, read_only=read_only)
        case _:
            return OptionsField(field, value, read_only=read_only)


def widget_value(widget: Widget) -> Any:
    """What stands in a field's widget now."""
    if isinstance(widget, FieldWidget):
        return widget.value
    raise TypeError(type(widget).__name__)


def fill(widget: Widget, value: Any, *, read_only: bool) -> None:
    """Show another value in a field's widget; nobody is told of a change."""
    if isinstance(widget, FieldWidget):
        widget.read_only = read_only
        widget.value = value


def input_of(widget: Widget) -> Widget:
    """The part of a field's widget that takes the cursor."""
    return widget.entrance if isinstance(widget, EntriesField | CardsField) else widget
