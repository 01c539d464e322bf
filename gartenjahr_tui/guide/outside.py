"""The guide's look back, asked of those on the other side: partners and users.

The guide wants a review on four levels. Oneself and the team answer in the program; partners and
users get a sheet of paper, and what they write is typed in where the guide asks the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count

from gartenjahr_tui.guide.model import Field, Option, Prompt
from gartenjahr_tui.guide.reader import CONTENT
from gartenjahr_tui.guide.tables import TomlTable, build, each, many, only, read_file, take, text


@dataclass(frozen=True, slots=True)
class OutsideQuestion:
    """A question to somebody outside.

    Attributes:
        prompt: The question.
        into: Ids of the guide's questions its answers are typed into.
        how: How they are typed in, one sentence.
    """

    prompt: Prompt
    into: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class View:
    """A sheet for one group of people.

    Attributes:
        id: Name on the command line.
        name: Who is meant.
        title: What stands above the sheet.
        lead: What it says to those who fill it in.
        who: What stands before the line on which they say who they are.
        thanks: What stands at its end.
        questions: What it asks, in the order the answers are typed in.
    """

    id: str
    name: str
    title: str
    lead: str
    who: str
    thanks: str
    questions: tuple[OutsideQuestion, ...]


@cache
def read_views() -> tuple[View, ...]:
    """Read the sheets for partners and users.

    Raises:
        ContentError: The content file is faulty.
    """
    return read_file(CONTENT / "sichten.toml", _views)


def _views(table: TomlTable) -> tuple[View, ...]:
    only(table, {"view"})
    return each(table, "view", _view, needed=True)


def _view(table: TomlTable) -> View:
    id = take(table, "id", text)
    ids = (f"{id}.{number}" for number in count(1))
    questions = each(table, "question", _question, ids, needed=True)
    return build(View, table, "question", questions=questions)


def _question(table: TomlTable, ids: Iterator[str]) -> OutsideQuestion:
    asked = {"help": "", **table}
    own: TomlTable = {key: asked.pop(key) for key in ("into", "how") if key in asked}
    fields = each(table, "fields", _field, needed=True)
    prompt = build(Prompt, asked, "fields", id=next(ids), fields=fields)
    return build(OutsideQuestion, own, prompt=prompt)


def _field(table: TomlTable) -> Field:
    labels = take({"options": [], **table}, "options", many(text))
    options = tuple(Option(label, label) for label in labels)
    return build(Field, table, "options", options=options, columns=())
