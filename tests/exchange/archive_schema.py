"""The published schema, made from the format.

``python -m tests.exchange.archive_schema`` writes the file anew. What the format does not know, the
German words on what its members mean, is taken from the file as it is.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from gartenjahr_tui.exchange import archive_format

SCHEMA = Path(archive_format.__file__).with_name("archiv.schema.json")
"""The published schema."""

LAST = ("angelegt", "geaendert", "zaehler", "fassungen")
"""The members that come last in a record."""


class Untitled(GenerateJsonSchema):
    """Without titles that only repeat the name of a member."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def published() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return found


def objects(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [schema, *schema["$defs"].values()]


def place(name: str) -> int:
    return LAST.index(name) if name in LAST else -1


def made() -> dict[str, Any]:
    """The schema as it has to be."""
    old = published()
    about = {
        name: member["description"]
        for part in objects(old)
        for name, member in part["properties"].items()
        if "description" in member
    }
    schema = archive_format.adapter().json_schema(schema_generator=Untitled)
    for part in objects(schema):
        part.pop("title", None)
        part.pop("description", None)
        part["required"].sort(key=place)
        part["properties"] = {
            n: part["properties"][n] for n in sorted(part["properties"], key=place)
        }
        for name, member in part["properties"].items():
            member.update({"description": about[name]} if name in about else {})
    schema["$defs"] = {name.strip("_"): part for name, part in schema["$defs"].items()}
    whole = json.loads(json.dumps(schema).replace("#/$defs/_", "#/$defs/"))
    head = {key: old[key] for key in ("$schema", "$id", "title")}
    return {**head, **whole}


if __name__ == "__main__":
    text = json.dumps(made(), ensure_ascii=False, indent=2)
    SCHEMA.write_text(f"{text}\n", encoding="utf-8")
