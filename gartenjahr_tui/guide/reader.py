"""Reads the content files into the classes of :mod:`gartenjahr_tui.guide.model`.

The files are part of the program and checked by its tests, so a fault in them is a fault of the
program: it raises :class:`ContentError` and is not shown as a message.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from gartenjahr_tui.guide.model import (
    ASSESS_OPTIONS,
    CONSENT_OPTIONS,
    HORIZONS,
    BlockKind,
    CardForm,
    Chapter,
    Exhibit,
    ExhibitKind,
    Field,
    FieldKind,
    Guide,
    Level,
    Option,
    PassageBlock,
    Prompt,
    Section,
    Term,
)

CONTENT = Path(__file__).parent / "content"
"""Folder of the content files."""

CONSENT = "einwilligung"
"""Id of the field, or of the column of entries, that holds the note of consent."""

CHAPTERS = ("einstieg", "boden", "saeen", "pflegen", "ernten", "ruhen", "ueberblick")
"""The chapter files in reading order."""

FORMS = (
    *("seed", "request", "pitch", "capacity", "partner", "contact", "encounter"),
    *("partnership", "harvest", "thanks", "encouragement", "advocacy", "feast"),
    *("checkin", "checkup", "overwintering", "wintering"),
)
"""The files of the garden's records, in the order of the year."""

TomlTable = Mapping[str, Any]


class ContentError(Exception):
    """A content file is not as the reader expects it."""


@cache
def read_guide() -> Guide:
    """Read the whole guide; the same object each time.

    Raises:
        ContentError: A content file is faulty.
    """
    tables = [_load(name) for name in CHAPTERS]
    glossary = [_term(table) for table in _load("glossar")["term"]]
    forms: dict[str, CardForm] = {}
    for name in FORMS:
        forms[name] = _card_form(_with_options(_load(f"garten/{name}"), forms))
    exhibits = [_exhibit(t) for table in tables for t in table.get("exhibit", ())]
    return Guide(
        chapters=tuple(_chapter(table) for table in tables),
        exhibits={exhibit.id: exhibit for exhibit in exhibits},
        glossary=tuple(sorted(glossary, key=lambda term: _sort_key(term.name))),
        forms=forms,
    )


def _load(name: str) -> dict[str, Any]:
    try:
        with (CONTENT / f"{name}.toml").open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{name}.toml: {error}") from error


def _sort_key(name: str) -> str:
    return name.casefold().translate(str.maketrans("äöü", "aou")).lstrip("#")


def _fold(text: str) -> str:
    """Join the lines of a paragraph; line breaks in a content file mean nothing."""
    return re.sub(r"\s+", " ", text).strip()


def _numbers(table: TomlTable) -> tuple[int, ...]:
    return tuple(table.get("quelle", ()))


def _chapter(table: TomlTable) -> Chapter:
    return Chapter(
        id=table["id"],
        number=table.get("number"),
        title=table["title"],
        heading=table["heading"],
        lead=_fold(table["lead"]),
        sections=tuple(_section(section) for section in table["section"]),
        quelle=_numbers(table),
    )


def _with_options(table: dict[str, Any], known: Mapping[str, CardForm]) -> dict[str, Any]:
    """Fill in options that are given by where they stand: „form.field“ or „form.field.column“."""
    for section in table["section"]:
        for field in (f for prompt in section.get("prompt", ()) for f in prompt["fields"]):
            if isinstance(path := field.get("options"), str):
                try:
                    options = _options_at(path, known)
                except (KeyError, ValueError) as error:
                    raise ContentError(f"{field['id']}: {path}") from error
                field["options"] = [{"id": option.id, "label": option.label} for option in options]
    return table


def _options_at(path: str, known: Mapping[str, CardForm]) -> tuple[Option, ...]:
    form, id, *column = path.split(".")
    field = known[form].fields[id]
    return {c.id: c for c in field.columns}[column[0]].options if column else field.options


def _card_form(table: TomlTable) -> CardForm:
    confidential = table.get("confidential", False)
    sections = [_section(section) for section in table["section"]]
    if confidential:
        sections = [replace(s, prompts=tuple(map(_in_confidence, s.prompts))) for s in sections]
    return CardForm(
        id=table["id"],
        place=table["place"],
        item=table["item"],
        items=table["items"],
        article=table["article"],
        lead=_fold(table["lead"]),
        title=table["title"],
        line=tuple(table["line"]),
        sections=tuple(sections),
        date=table.get("date", ""),
        related=tuple(table.get("related", ())),
        confidential=confidential,
        addition=table.get("addition", False),
    )


def _in_confidence(prompt: Prompt) -> Prompt:
    """A question of a form that is confidential as a whole."""
    return replace(prompt, confidential=True)


def _section(table: TomlTable) -> Section:
    return Section(
        id=table["id"],
        title=table["title"],
        short=table["short"],
        lead=_fold(table["lead"]),
        blocks=tuple(_block(block) for block in table.get("block", ())),
        prompts=tuple(_prompt(prompt) for prompt in table.get("prompt", ())),
        quelle=_numbers(table),
    )


def _block(table: TomlTable) -> PassageBlock:
    kind = next((k for k in (BlockKind.SHOW, BlockKind.SEE, BlockKind.LIST) if k in table), None)
    return PassageBlock(
        kind=kind or BlockKind.TEXT,
        text=_fold(table.get("text", "")),
        items=tuple(_fold(item) for item in table.get("list", ())),
        target=table.get("show") or table.get("see", ""),
        quelle=_numbers(table),
        fragen=tuple(table.get("fragen", ())),
    )


def _prompt(table: TomlTable) -> Prompt:
    return Prompt(
        id=table["id"],
        ask=_fold(table["ask"]),
        help=_fold(table.get("help", "")),
        fields=(*_fields(table), *_consent(table)),
        quelle=_numbers(table),
        fragen=tuple(table.get("fragen", ())),
        personal=table.get("personal", False),
        confidential=table.get("confidential", False),
        consent=table.get("consent", False),
        addition=table.get("addition", False),
        recall=table.get("recall", ""),
        advice=table.get("advice", ""),
        grows=table.get("grows", ""),
    )


def _fields(table: TomlTable) -> Iterable[Field]:
    """Expand the kind of a prompt into its fields."""
    if "fields" in table:
        yield from (_field(field, field["id"]) for field in table["fields"])
        return
    match table["kind"]:
        case "form":
            yield from (_field(field, field["id"]) for field in table["field"])
        case "horizons":
            yield from (Field(id, FieldKind.TEXT, label) for id, label in HORIZONS)
        case "assess":
            options = tuple(Option(*option) for option in ASSESS_OPTIONS)
            yield Field("stand", FieldKind.CHOICE, options=options)
            yield Field("notiz", FieldKind.TEXT, table["note"])
        case kind:
            yield _field(table, kind)
            note = table.get("note") or table.get("reason")
            if note:
                yield Field("notiz", FieldKind.TEXT, note)


def _consent(table: TomlTable) -> Iterable[Field]:
    """The note of consent of a voluntary question, unless each of its entries has its own."""
    noted = any(column["id"] == CONSENT for column in table.get("columns", ()))
    if table.get("consent", False) and not noted:
        options = tuple(Option(*option) for option in CONSENT_OPTIONS)
        yield Field(CONSENT, FieldKind.CHOICE, "Einwilligung", options)


def _field(table: TomlTable, id: str) -> Field:
    try:
        kind = FieldKind(table["kind"])
    except ValueError as error:
        raise ContentError(f"{table['id']}: {error}") from error
    return Field(
        id=id,
        kind=kind,
        label=table.get("label", ""),
        options=tuple(Option(o["id"], o["label"]) for o in table.get("options", ())),
        low=table.get("low", ""),
        high=table.get("high", ""),
        columns=tuple(_field({"kind": "line", **c}, c["id"]) for c in table.get("columns", ())),
        item=table.get("item", "Eintrag"),
        items=table.get("items", "Einträge"),
        current=table.get("current", ""),
        start=table.get("start", ""),
        unit=table.get("unit", ""),
        of=table.get("of", ""),
        one=table.get("one", False),
        free=table.get("free", False),
        not_self=table.get("not_self", False),
        not_before=table.get("not_before", ""),
    )


def _exhibit(table: TomlTable) -> Exhibit:
    return Exhibit(
        id=table["id"],
        kind=ExhibitKind(table["kind"]),
        title=table["title"],
        quelle=_numbers(table),
        text=_fold(table.get("text", "")),
        art=table.get("art", "").strip("\n"),
        alt=_fold(table.get("alt", "")),
        levels=tuple(_levels(table)),
        left=table.get("left", ""),
        right=table.get("right", ""),
        prompts=tuple(table.get("prompts", ())),
        value=table.get("value", ""),
        year=table.get("year", ""),
        source=table.get("source", ""),
        checked=table.get("checked", ""),
        note=_fold(table.get("note", "")),
    )


def _levels(table: TomlTable) -> Iterable[Level]:
    for level in table.get("levels", ()):
        yield Level(
            name=level["name"],
            text=_fold(level["text"]),
            quote=level.get("quote", ""),
            criteria=tuple(_fold(c) for c in level.get("criteria", ())),
            quelle=_numbers(level),
        )
    for rule in table.get("items", ()):
        yield Level(_fold(rule["text"]), _fold(rule.get("more", "")), quelle=_numbers(rule))
    for row in table.get("rows", ()):
        yield Level(row["topic"], _fold(row["left"]), right=_fold(row["right"]))


def _term(table: TomlTable) -> Term:
    return Term(
        name=table["name"],
        text=_fold(table["text"]),
        see=tuple(table.get("see", ())),
        quelle=_numbers(table),
        addition=table.get("addition", False),
    )
