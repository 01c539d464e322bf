"""What is wrong with what stands in a field, in a sentence; the text itself is never touched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.guide.model import Field, FieldKind, Prompt, still_asked
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.garden import ComplaintWords as words
from gartenjahr_tui.workbook.dates import day_of, shown_date
from gartenjahr_tui.workbook.values import as_text, beside, is_card_id

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

LONG_TITLE = 120
"""Characters of a name beyond which lists can only show its beginning."""

LONGEST_ODD = 400
"""Characters that are shown at a field of what does not fit it; all of it stands in the rings."""


def complaints(cards: Cards, prompt: Prompt, card: Card) -> dict[str, str]:
    """Field id → what is wrong with it, for the questions of a card."""
    found = {}
    for field in still_asked(prompt.fields):
        sentence = complaint(field, card.value) or _of_card(cards, field, card)
        if sentence:
            found[field.id] = sentence
    return found


def complaint(field: Field, value: Mapping[str, Any]) -> str:
    """What is wrong with a field or column by itself and beside its neighbours; or empty."""
    if (odd := value.get(beside(field.id))) is not None:
        return words.BESIDE.format(text=shortened(one_line(as_text(odd)), LONGEST_ODD))
    part = value.get(field.id)
    if part is None or part == "":
        return ""
    match field.kind:
        case FieldKind.DATE:
            day, start = day_of(part), day_of(value.get(field.not_before))
            if day is None:
                return words.NO_DATE.format(text=_quoted(part))
            if start and day < start:
                return words.TOO_EARLY.format(day=shown_date(part), start=shown_date(str(start)))
        case FieldKind.NUMBER if isinstance(part, str):
            return words.NO_NUMBER.format(text=_quoted(part))
        case FieldKind.ENTRIES:
            for number, entry in enumerate(part, 1):
                for column in still_asked(field.columns):
                    if sentence := complaint(column, entry):
                        return words.ENTRY.format(item=field.item, number=number, what=sentence)
    return ""


def _of_card(cards: Cards, field: Field, card: Card) -> str:
    form = cards.form(card)
    if field.kind is FieldKind.CARDS:
        named = card.value.get(field.id, ())
        if field.not_self and card.id in named:
            return words.SELF.format(item=form.item)
        if field.one and len(named) > 1:
            return words.ONLY_ONE
        unknown = [name for name in named if not is_card_id(name)]
        if unknown and not field.free:
            item = cards.forms[field.of].item
            return words.UNKNOWN.format(text=_quoted(unknown[0]), item=item)
    if field.id == form.title and field.id in card.value:
        title = cards.title(card)
        # What happens on a day may well be called the same each time.
        same = () if form.date else cards.same_name(card.kind, title)
        if any(other.id != card.id for other in same):
            return words.SAME_NAME.format(items=form.items, text=_quoted(title))
        if len(title) > LONG_TITLE:
            return words.LONG.format(count=len(title))
    return ""


def _quoted(part: Any) -> str:
    return shortened(one_line(str(part)), 40)
