"""Reads the content files into the classes of :mod:`gartenjahr_tui.guide.model`.

The files are part of the program and checked by its tests, so a fault in them is a fault of the
program: it raises :class:`ContentError` and is not shown as a message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

from gartenjahr_tui.guide.model import (
    ASSESS_OPTIONS,
    CONSENT_OPTIONS,
    BlockKind,
    CardForm,
    Chapter,
    Exhibit,
    Field,
    FieldKind,
    Guide,
    Level,
    OnCards,
    Option,
    PassageBlock,
    Prompt,
    Question,
    Section,
    Term,
)
from gartenjahr_tui.guide.tables import (
    ContentError,
    TomlTable,
    build,
    each,
    many,
    only,
    read_file,
    take,
    text,
)

CONTENT = Path(__file__).parent / "content"
"""Folder of the content files."""

CONSENT = "einwilligung"
"""Id of the field, or of the column of entries, that holds the note of consent."""

WHEN = "when"
"""The key of a section or of a question that says when all of its fields are asked."""

CHAPTERS = ("einstieg", "boden", "saeen", "pflegen", "ernten", "ruhen", "ueberblick")
"""The chapter files in reading order."""

BEGINNING = "anfang"
"""The file of the first day; its sections name questions of the chapters (``asks``)."""

FORMS = (
    *("seed", "request", "pitch", "capacity", "partner", "contact", "encounter"),
    *("partnership", "recurring", "harvest", "thanks", "encouragement", "advocacy", "feast"),
    *("checkin", "checkup", "overwintering", "wintering"),
)
"""The files of the garden's records, in the order of the year."""

_OF_FIELD = {field.name for field in fields(Field)} - {"id", "kind", "label", "former"}
"""What a question that is one field says of it."""

_BLOCKS = (
    (BlockKind.SHOW, "target", text),
    (BlockKind.SEE, "target", text),
    (BlockKind.LIST, "items", many(text)),
)
"""What a block has beside its text, and into which field it goes."""

Forms = Mapping[str, CardForm]
"""The forms read so far: options may be given by where they stand in one of them."""


@cache
def read_guide() -> Guide:
    """Read the whole guide; the same object each time.

    Raises:
        ContentError: A content file is faulty.
    """
    chapters = [read_file(CONTENT / f"{name}.toml", _chapter) for name in CHAPTERS]
    forms: dict[str, CardForm] = {}
    for name in FORMS:
        forms[name] = read_file(CONTENT / f"garten/{name}.toml", lambda t: _card_form(t, forms))
    beginning = read_file(CONTENT / f"{BEGINNING}.toml", lambda t: _beginning(t, chapters))
    guide = Guide(
        chapters=tuple(chapter for chapter, _ in chapters),
        beginning=beginning,
        exhibits={exhibit.id: exhibit for _, exhibits in chapters for exhibit in exhibits},
        glossary=read_file(CONTENT / "glossar.toml", _glossary),
        forms=forms,
    )
    for asked in guide.on_cards.values():
        form = forms.get(asked.kind)
        if form is None or not form.prompts.keys() >= {*asked.of}:
            raise ContentError(f"{asked.id}: the key 'of' names {asked.of}, which is no one form's")
    return guide


def _chapter(table: TomlTable) -> tuple[Chapter, tuple[Exhibit, ...]]:
    sections = each(table, "section", _section, {}, needed=True)
    exhibits = each(table, "exhibit", _exhibit)
    lists = ("section", "exhibit")
    return build(Chapter, {"number": None, **table}, *lists, sections=sections), exhibits


def _beginning(
    table: TomlTable, chapters: Iterable[tuple[Chapter, tuple[Exhibit, ...]]]
) -> Chapter:
    known = {question.id: question for chapter, _ in chapters for question in chapter.questions}

    def section(table: TomlTable) -> Section:
        id = take(table, "asks", text)
        if id not in known:
            raise ContentError(f"the key 'asks' names {id!r}, which nobody asks")
        return build(Section, table, "asks", blocks=(), questions=(known[id],))

    sections = each(table, "section", section, needed=True)
    return build(Chapter, {"number": None, **table}, "section", sections=sections)


def _glossary(table: TomlTable) -> tuple[Term, ...]:
    only(table, {"term"})
    terms = each(table, "term", lambda term: build(Term, term), needed=True)
    return tuple(sorted(terms, key=lambda term: _sort_key(term.name)))


def _sort_key(name: str) -> str:
    return name.casefold().translate(str.maketrans("äöü", "aou")).lstrip("#")


def _card_form(table: TomlTable, known: Forms) -> CardForm:
    sections = each(table, "section", _section, known, needed=True)
    form = build(CardForm, table, "section", sections=sections)
    if form.confidential:
        sections = tuple(
            replace(s, questions=_confidential(s.prompts), former=_confidential(s.former))
            for s in sections
        )
    return replace(form, sections=sections)


def _confidential(prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    return tuple(replace(prompt, confidential=True) for prompt in prompts)


def _section(table: TomlTable, known: Forms) -> Section:
    blocks = each(table, "block", _block)
    questions = each(table, "prompt", _question, known)
    if WHEN in table:
        when = take(table, WHEN, text)
        questions = tuple(
            _asked_when(when, one) if isinstance(one, Prompt) else one for one in questions
        )
    former = tuple(q for q in questions if isinstance(q, Prompt) and q.former)
    left = tuple(q for q in questions if q not in former)
    keys = ("block", "prompt", WHEN)
    return build(Section, table, *keys, blocks=blocks, questions=left, former=former)


def _asked_when(when: str, prompt: Prompt) -> Prompt:
    """A question each of whose fields is asked then, unless the field says when itself."""
    fields = (replace(field, when=field.when or when) for field in prompt.fields)
    return replace(prompt, fields=tuple(fields))


def _block(table: TomlTable) -> PassageBlock:
    for kind, field, how in _BLOCKS:
        if kind in table:
            if kind is BlockKind.SEE:
                take(table, "text", text)
            given = {"target": "", "items": (), field: take(table, kind, how)}
            return build(PassageBlock, table, kind, kind=kind, **given)
    take(table, "text", text)
    return build(PassageBlock, table, kind=BlockKind.TEXT, target="", items=())


def _question(table: TomlTable, known: Forms) -> Question:
    if "of" not in table:
        return _prompt(table, known)
    of = table["of"]
    asked = {"help": "", **table, "of": [of] if isinstance(of, str) else of}
    return build(OnCards, asked)


def _prompt(table: TomlTable, known: Forms) -> Prompt:
    found, keys = _fields(table, known)
    grows = table.get("grows", [])
    one = {"grows": [grows] if isinstance(grows, str) else grows}
    prompt = build(Prompt, {"help": "", **table, **one}, *keys, WHEN, fields=found)
    if WHEN in table:
        prompt = _asked_when(take(table, WHEN, text), prompt)
    if prompt.consent and not any(field.column(CONSENT) for field in found):
        noted = Field(CONSENT, FieldKind.CHOICE, "Einwilligung", CONSENT_OPTIONS)
        prompt = replace(prompt, fields=(*prompt.fields, noted))
    if not prompt.former:
        return prompt
    return replace(prompt, fields=tuple(replace(f, former=True) for f in prompt.fields))


def _fields(table: TomlTable, known: Forms) -> tuple[tuple[Field, ...], Iterable[str]]:
    """The fields a question stands for, and the keys that say so."""
    if "fields" in table:
        return each(table, "fields", _field, known), ["fields"]
    match take(table, "kind", text):
        case "form":
            return each(table, "field", _field, known, needed=True), ["kind", "field"]
        case "assess":
            state = Field("stand", FieldKind.CHOICE, options=ASSESS_OPTIONS)
            return (state, _note(table, "note")), ["kind", "note"]
        case kind:
            own = {key: table[key] for key in _OF_FIELD if key in table}
            notes = [_note(table, key) for key in ("note", "reason") if key in table]
            keys = ["kind", "note", "reason", *own]
            return (_field({"id": kind, "kind": kind, **own}, known), *notes), keys


def _note(table: TomlTable, key: str) -> Field:
    return Field("notiz", FieldKind.TEXT, take(table, key, text))


def _field(table: TomlTable, known: Forms) -> Field:
    options, columns = _options(table, known), each(table, "columns", _column, known)
    return build(Field, table, "options", "columns", options=options, columns=columns)


def _column(table: TomlTable, known: Forms) -> Field:
    return _field({"kind": "line", **table}, known)


def _options(table: TomlTable, known: Forms) -> tuple[Option, ...]:
    """Options, or those of another field: „form.field“ or „form.field.column“."""
    path = table.get("options")
    if not isinstance(path, str):
        return each(table, "options", lambda option: build(Option, option))
    try:
        form, id, *column = path.split(".")
        field = known[form].fields[id]
        return {c.id: c for c in field.columns}[column[0]].options if column else field.options
    except (KeyError, ValueError) as error:
        raise ContentError(f"the key 'options' names {path!r}, which is nowhere") from error


def _exhibit(table: TomlTable) -> Exhibit:
    levels = each(table, "levels", lambda level: build(Level, level))
    exhibit = build(Exhibit, table, "levels", levels=levels)
    # The line breaks of a text graphic are the graphic.
    return replace(exhibit, art=table["art"].strip("\n")) if exhibit.art else exhibit
