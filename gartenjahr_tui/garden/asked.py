"""What a card asks now: its core, what has its time, and whatever holds something.

The rest stands folded until somebody wants more. A field names the rule that says when it is asked
(``when``), a field of checks the one that says which of its options are (``some``). What is filled
is always asked, so nothing that was ever written can be folded away. A field that is asked no more
(``former``) asks nothing, whatever its rule says; it goes along with its question, which is shown
when such a field is all that is filled. A page that is asked only in part is a page like any
other; the faces know no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden.advice import STAGES
from gartenjahr_tui.garden.ahead import step_asked
from gartenjahr_tui.garden.watering import is_winter
from gartenjahr_tui.guide.model import still_asked
from gartenjahr_tui.workbook.values import beside

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Field, Prompt, Section
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

Rule = Callable[["Workbook", "Card"], bool]
Some = Callable[["Workbook", "Card"], Collection[str]]


def _step_waits(book: Workbook, look: Card) -> bool:
    partnerships = kinds.partnerships_of(book.cards, look)
    return any(step_asked(book.cards, look, one) is not None for one in partnerships)


RULES: dict[str, Rule] = {
    "more": lambda book, card: False,
    "rest": lambda book, card: is_winter(book.cards),
    "ended": lambda book, card: not kinds.Partnership(card).lives,
    "door": lambda book, card: kinds.Partnership(card).door_open,
    "alliance": lambda book, card: kinds.Partner(card).alliance == "ja",
    "step": _step_waits,
    "event": lambda book, card: kinds.Encounter(card).meeting == "veranstaltung",
    "planned": lambda book, card: bool(kinds.Step(card).step),
}
"""Name of a rule → whether a field of a card is asked now."""


ONLY = ("step", "planned", "event")
"""Rules about what there may be nothing to ask of, however much somebody wants to be asked."""


def possible(book: Workbook, card: Card, page: Section) -> Section:
    """A page without what there is nothing to ask of."""

    def makes_sense(field: Field) -> bool:
        return field.when not in ONLY or _filled(card, field) or RULES[field.when](book, card)

    prompts = []
    for prompt in page.prompts:
        if fields := tuple(filter(makes_sense, prompt.fields)):
            prompts.append(_with_fields(prompt, fields))
    return _with_questions(page, tuple(prompts))


def _with_fields(prompt: Prompt, fields: tuple[Field, ...]) -> Prompt:
    return prompt if fields == prompt.fields else replace(prompt, fields=fields)


def _with_questions(page: Section, prompts: tuple[Prompt, ...]) -> Section:
    return page if prompts == page.questions else replace(page, questions=prompts)


def next_stage(book: Workbook, card: Card) -> Collection[str]:
    """The marks of the stage that comes next; of the last one where there is none."""
    order = list(STAGES)
    stage = kinds.Partnership(card).stage
    place = order.index(stage) + 1 if stage in order else 0
    return STAGES[order[min(place, len(order) - 1)]]


SOME: dict[str, Some] = {"next_stage": next_stage}
"""Name of a rule → the options of checks that are asked now."""


def asked(book: Workbook, card: Card, page: Section, seen: set[str]) -> Section:
    """A page with what it asks now; without questions when it asks nothing.

    What is ``seen`` – ids of fields, and of options as „field.option“ – is asked in any case;
    whatever is asked is added to it, so that nothing vanishes from under a cursor.
    """
    prompts = []
    table = [field for prompt in page.prompts if prompt.row for field in prompt.fields]
    if any(_filled(card, field) for field in table):
        # Of a table in which something stands the empty cells are wanted, too.
        seen.update(field.id for field in table)
    for prompt in page.prompts:
        found = (
            field if field.former else _narrowed(book, card, field, seen) for field in prompt.fields
        )
        fields = tuple(field for field in found if field)
        if not any(not field.former or _filled(card, field) for field in fields):
            continue
        prompts.append(_with_fields(prompt, fields))
    return _with_questions(page, tuple(prompts))


def _filled(card: Card, field: Field) -> bool:
    return field.id in card.value or beside(field.id) in card.value


def _narrowed(book: Workbook, card: Card, field: Field, seen: set[str]) -> Field | None:
    """A field with the options that are asked; None when it is not asked at all."""
    known = _filled(card, field) or field.id in seen
    if field.when and not known and not RULES[field.when](book, card):
        return None
    seen.add(field.id)
    if not field.some:
        return field
    wanted = {*SOME[field.some](book, card), *_ticked(card.value.get(field.id))}
    seen.update(f"{field.id}.{id}" for id in wanted)
    options = tuple(o for o in field.options if f"{field.id}.{o.id}" in seen)
    return field if options == field.options else replace(field, options=options)


def core_and_more(
    book: Workbook, card: Card, page: Section
) -> tuple[tuple[Prompt, ...], tuple[Prompt, ...]]:
    """What a page asks now and what is folded of it; all marks, as paper knows no next stage."""
    every = {f"{f.id}.{o.id}" for p in page.prompts for f in p.fields for o in f.options}
    now = asked(book, card, page, every)
    return now.prompts, rest(page, now).prompts


def _ticked(part: Any) -> Iterable[str]:
    return part if isinstance(part, list) else ()


def folded(pages: Iterable[Section], asked_now: Iterable[Section]) -> int:
    """How many questions of some pages are not asked, or only in part."""
    shown = {prompt.id: prompt for page in asked_now for prompt in page.prompts}
    return sum(shown.get(prompt.id) != prompt for page in pages for prompt in page.prompts)


def rest(page: Section, asked_now: Section) -> Section:
    """The part of a page that is folded; without questions when it is asked as a whole.

    Checks of which only some options are asked come again with all: they are answered as one.
    """
    shown = {field for prompt in asked_now.prompts for field in prompt.fields}
    prompts = []
    for prompt in page.prompts:
        if fields := tuple(f for f in still_asked(prompt.fields) if f not in shown):
            prompts.append(replace(prompt, fields=fields))
    return replace(page, questions=tuple(prompts))
