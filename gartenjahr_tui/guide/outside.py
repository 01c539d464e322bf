"""The guide's look back, asked of those on the other side: partners and users.

The guide wants a review on four levels. Oneself and the team answer in the program; partners and
users get a sheet of paper, and what they write is typed in where the guide asks the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gartenjahr_tui.guide.model import Field, FieldKind, Option, Prompt
from gartenjahr_tui.guide.reader import CONTENT, ContentError


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
    try:
        with (CONTENT / "sichten.toml").open("rb") as file:
            return tuple(_view(table) for table in tomllib.load(file)["view"])
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise ContentError(f"sichten.toml: {error}") from error


def _view(table: Mapping[str, Any]) -> View:
    questions = tuple(
        _question(f"{table['id']}.{number}", question)
        for number, question in enumerate(table["question"], 1)
    )
    texts = {name: table[name] for name in ("id", "name", "title", "lead", "who", "thanks")}
    return View(**texts, questions=questions)


def _question(id: str, table: Mapping[str, Any]) -> OutsideQuestion:
    prompt = Prompt(
        id=id,
        ask=table["ask"],
        help=table.get("help", ""),
        fields=tuple(_field(field) for field in table["fields"]),
        quelle=tuple(table["quelle"]),
    )
    return OutsideQuestion(prompt, tuple(table["into"]), table["how"])


def _field(table: Mapping[str, Any]) -> Field:
    return Field(
        id=table["id"],
        kind=FieldKind(table["kind"]),
        label=table.get("label", ""),
        options=tuple(Option(label, label) for label in table.get("options", ())),
        low=table.get("low", ""),
        high=table.get("high", ""),
    )
