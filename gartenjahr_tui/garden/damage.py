"""What is shown of a wrong row: what stands there, what is good, and where that comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store.mending import readable
from gartenjahr_tui.words.exchange import DamageWords as words
from gartenjahr_tui.workbook.damage import Good, WrongRow, value_in
from gartenjahr_tui.workbook.plain import AnswerKey, CardKey
from gartenjahr_tui.workbook.values import fitted, part_of, value_text

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


@dataclass(frozen=True)
class Choice:
    """A wrong row as the person decides about it.

    Attributes:
        wrong: The row.
        good: What is good; None where nothing was found.
        present: What stands there, as text.
        before: What is good, as text.
        source: Where that comes from; or why there is nothing to choose.
    """

    wrong: WrongRow
    good: Good | None
    present: str
    before: str
    source: str


def hidden_by(book: Workbook, wrong: WrongRow) -> str:
    """Who alone reads an answer, and so decides about it; empty when the one who writes may."""
    if not isinstance(wrong.of, AnswerKey) or wrong.of.voice == book.voice.id:
        return ""
    prompt = _prompt(book, wrong.of)
    names = {voice.id: voice.name for voice in book.voices}
    return names.get(wrong.of.voice, "") if prompt and prompt.own else ""


def choice(book: Workbook, wrong: WrongRow, good: Good | None) -> Choice:
    """Both texts, and where the good one comes from."""
    if good is None:
        return Choice(wrong, None, _text(book, wrong, wrong.stored), "", words.NO_GOOD)
    if good.copy:
        source = words.FROM_COPY.format(day=good.copy.taken.strftime(words.DAY))
    else:
        source = words.FROM_VERSION.format(day=good.at.astimezone().strftime(words.DAY))
    present, before = (_text(book, wrong, stored) for stored in (wrong.stored, good.stored))
    return Choice(wrong, good, present, before, source)


def _prompt(book: Workbook, key: AnswerKey) -> Prompt | None:
    forms, kind = book.guide.forms, key.prompt.partition(".")[0]
    prompts = forms[kind].prompts if key.subject and kind in forms else book.guide.prompts
    return prompts.get(key.prompt)


def _text(book: Workbook, wrong: WrongRow, stored: Mapping[str, Any]) -> str:
    """What a row says, as people read it."""
    names = book.cards.name
    if isinstance(wrong.of, AnswerKey):
        prompt = _prompt(book, wrong.of)
        return value_text(prompt, fitted(prompt.fields if prompt else (), value_in(stored)), names)
    if isinstance(wrong.of, CardKey):
        form = book.guide.forms.get(wrong.kind)
        if form is None:
            return value_text(None, fitted((), value_in(stored)), names)
        value = fitted(form.fields.values(), value_in(stored))
        prompts = form.prompts.values()
        parts = [part_of(prompt.fields, value) for prompt in prompts]
        rest = {id: part for id, part in value.items() if not any(id in of for of in parts)}
        found = [value_text(p, part, names) for p, part in zip(prompts, parts, strict=True)]
        return "\n".join(filter(None, [*found, value_text(None, rest, names)]))
    shown = {name: label for name, label in words.LABELS.items() if name in stored}
    return "\n".join(
        words.PART.format(label=label, text=readable(stored[name]))
        for name, label in shown.items()
        if name != "changed_at" or wrong.table == "change"
    )
