"""What the program reads from cards by name is what the forms ask for."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

import pytest

from gartenjahr_tui.garden import kinds, reading
from gartenjahr_tui.garden.reading import CardView, EntryView, Read
from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.workbook.dates import day_of, no_day, number_of
from gartenjahr_tui.workbook.plain import Card

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide

MEANT: dict[Callable[[Any], Any], set[FieldKind]] = {
    reading.text: {FieldKind.TEXT, FieldKind.LINE},
    reading.names: {FieldKind.CARDS, FieldKind.CHECKS},
    reading.chosen: {FieldKind.CHOICE},
    reading.open_unless: {FieldKind.CHOICE},
    reading.figure: {FieldKind.NUMBER},
    number_of: {FieldKind.NUMBER},
    day_of: {FieldKind.DATE},
    no_day: {FieldKind.DATE},
}
"""How a field is read → what the form may say it is; anything else is a list."""

VIEWS = [each for each in vars(kinds).values() if isinstance(each, type) and each is not EntryView]
OF_KINDS = [each for each in VIEWS if issubclass(each, CardView) and each.KIND]

ROOT = Path(kinds.__file__).parents[2]
READERS = [
    path
    for folder in ("garden", "exchange", "reports", "linear", "widgets", "../screens")
    for path in sorted((ROOT / "gartenjahr_tui" / folder).glob("*.py"))
    if not path.name.startswith("packet")  # has names of its own
]


NO_FIELDS = {"nummer"}
"""Ids that only look like those of fields: the number of a question of the statistics."""


def reads(view: type[CardView]) -> dict[str, Read[Any]]:
    """The fields a view reads: name of the attribute → field."""
    every = {name: part for each in reversed(view.__mro__) for name, part in vars(each).items()}
    return {name: part for name, part in every.items() if isinstance(part, Read) and part.id}


def options(hint: Any) -> set[str]:
    """The literals in the type of an attribute."""
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    return {literal for part in get_args(hint) for literal in options(part)}


def check(view: type[CardView], fields: dict[str, Field]) -> None:
    """Compare a view with a form, or with the columns of a list."""
    hints = get_type_hints(view, {**vars(reading), **vars(kinds), "Mapping": Mapping})
    for name, read in reads(view).items():
        field = fields[read.id]
        assert field.kind in MEANT.get(read.fit, {FieldKind.ENTRIES}), (view, name)
        columns = {column.id: column for column in field.columns}
        for item in read.items:
            if not isinstance(item, str):
                check(item, columns)
        asked = [columns[item] for item in read.items if isinstance(item, str)] or [field]
        for each in asked:
            if each.kind is FieldKind.CHOICE:
                assert options(hints[name]) - {""} == {option.id for option in each.options}, name


@pytest.mark.parametrize("view", OF_KINDS)
def test_what_is_read_from_a_card_is_what_its_form_asks(guide: Guide, view: type[CardView]) -> None:
    assert reads(view)
    check(view, guide.forms[view.KIND].fields)


@pytest.mark.parametrize("view", OF_KINDS)
def test_a_card_without_fields_or_with_odd_ones_is_read_all_the_same(view: type[CardView]) -> None:
    odd: tuple[Any, ...] = (None, 7, "x", ["x"], [["x"]], [{"am": 3}], {"a": 1}, True)
    bare = view(Card("0" * 32, view.KIND))
    empty = {name: getattr(bare, name) for name in reads(view)}
    assert all(part in (None, "", 0, (), "offen") for part in empty.values()), empty
    for part in odd:
        full = view(Card("0" * 32, view.KIND, {read.id: part for read in reads(view).values()}))
        for name in reads(view):
            found, kind = getattr(full, name), type(empty[name])
            assert found is None or isinstance(found, (kind, float, int)), (name, part)


def literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Ids with which cards, or the entries of their lists, are read: line and id."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=read, attr="get"), args=[ast.Constant(str(id)), *_]
            ) if _is_value(read):
                yield node.lineno, id
            case ast.Subscript(value=read, slice=ast.Constant(str(id))) if _is_value(read):
                yield node.lineno, id
            case ast.Call(
                func=ast.Attribute(attr="named" | "day" | "number" | "state" | "note"),
                args=[_, ast.Constant(str(id)), *_],
            ):
                yield node.lineno, id
            case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="cards"), attr="set")):
                yield from ((node.lineno, key.arg) for key in node.keywords if key.arg)


def _is_value(read: ast.expr) -> bool:
    """Whether something is called as values of cards and entries of lists are."""
    name = read.attr if isinstance(read, ast.Attribute) else getattr(read, "id", "")
    return name in ("value", "entry")


def test_every_field_that_is_still_read_by_its_id_stands_in_a_form(guide: Guide) -> None:
    asked = [guide.prompts, *(form.prompts for form in guide.forms.values())]
    fields = [field for each in asked for prompt in each.values() for field in prompt.fields]
    known = {one.id for field in fields for one in (field, *field.columns)} | NO_FIELDS
    for path in READERS:
        found = literals(ast.parse(path.read_text(encoding="utf-8")))
        assert not [(path.name, line, id) for line, id in found if id not in known]
