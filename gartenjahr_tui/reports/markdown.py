"""Markdown in which what a person wrote stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from gartenjahr_tui.cli_words import Report as words
from gartenjahr_tui.guide.model import Field, FieldKind, Prompt
from gartenjahr_tui.workbook.values import entry_text, field_text

_INLINE = re.compile(r"([\\`*_\[\]<>|~&$])")
"""Signs that mean something anywhere in a line."""

_AT_START = re.compile(r"^(\s*)([#+=:-])", re.MULTILINE)
"""Signs that make a heading, a list or a rule at the start of a line."""

_NUMBERED = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
"""The start of a numbered list."""

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
"""White space that would make a code block."""


def escaped(text: str) -> str:
    """Return the text so that Markdown shows it as it is, line for line.

    Every mark gets a backslash, indents become no-break spaces, a line end becomes a hard break.
    """
    text = _INLINE.sub(r"\\\1", text)
    text = _AT_START.sub(r"\1\\\2", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    text = _INDENT.sub(lambda match: "\xa0" * len(match[0].expandtabs(4)), text)
    return re.sub(r"(?<=\S)[ \t]*\n(?=[^\n])", "  \n", text)


def answer_blocks(prompt: Prompt | None, value: Mapping[str, Any]) -> Iterator[str]:
    """A whole answer as Markdown blocks: labels, paragraphs, lists.

    Args:
        prompt: The question; None when this version of the guide does not have it.
        value: The answer.
    """
    if not value:
        yield escaped(words.NO_TEXT)
    for field in prompt.fields if prompt else ():
        if field.id in value:
            yield _field(field, value[field.id])
    yield from map(escaped, former_texts(prompt, value))


def former_texts(prompt: Prompt | None, value: Mapping[str, Any]) -> list[str]:
    """What stands in fields that this version of the guide does not have; it is text all the same.

    Args:
        prompt: The question; None when the guide does not have it either.
        value: The answer.
    """
    known = {field.id for field in prompt.fields} if prompt else set()
    return [str(part) for id, part in value.items() if id not in known]


def _field(field: Field, part: Any) -> str:
    match field.kind:
        case FieldKind.CHECKS:
            labels = [option.label for option in field.options if option.id in part]
            text = "\n".join(f"- {escaped(label)}" for label in labels)
        case FieldKind.ENTRIES:
            text = "\n".join(f"- {escaped(entry_text(field, entry))}" for entry in part)
        case _:
            text = escaped(field_text(field, part))
    if not field.label:
        return text
    colon = "" if field.label.endswith("?") else ":"
    return f"{escaped(field.label)}{colon}\n\n{text}"
