"""Reads JSON that came from outside, and says of it what Python's own reader lets pass."""

from __future__ import annotations

import json
import math
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from gartenjahr_tui.store.errors import StoreError
    from gartenjahr_tui.words.exchange import ArchiveWords
    from gartenjahr_tui.words.packets import FormatWords


@dataclass(frozen=True, slots=True)
class JsonFormat:
    """A format of file that this program writes.

    Attributes:
        name: What ``format`` says in it.
        version_key: Where the number of the format stands.
        version: The newest one that is read.
        largest: Bytes of a file that is read.
        unfit: What is raised of any other file.
        words: What is said of it.
    """

    name: str
    version_key: str
    version: int
    largest: int
    unfit: type[StoreError]
    words: type[ArchiveWords | FormatWords]

    def read(self, file: Path) -> dict[str, Any]:
        """What stands in a file; only format and version are checked.

        Raises:
            StoreError: It is damaged, cut, foreign, from a newer program, or too large.
        """
        content = self._parsed(file)
        if content.get("format") != self.name:
            raise self.unfit(self.words.FOREIGN.format(file=file))
        version = content.get(self.version_key)
        if type(version) is int and version > self.version:
            raise self.unfit(self.words.NEWER.format(file=file))
        return content

    def _parsed(self, file: Path) -> dict[str, Any]:
        data = self._bytes_of(file)
        if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            raise self.unfit(self.words.FOREIGN.format(file=file))
        try:
            content: dict[str, Any] = loads(data)
            return content
        except json.JSONDecodeError as error:
            raise self.unfit(self.words.DAMAGED.format(file=file, line=error.lineno)) from error
        except RecursionError as error:
            raise self.unfit(self.words.TOO_DEEP.format(file=file)) from error
        except ValueError as error:
            raise self.unfit(self.words.DAMAGED_SOMEWHERE.format(file=file)) from error

    def _bytes_of(self, file: Path) -> bytes:
        try:
            found = file.stat()
            if not stat.S_ISREG(found.st_mode):
                raise self.unfit(self.words.NO_FILE.format(file=file))
            if found.st_size > self.largest:
                raise self.unfit(self.words.TOO_LARGE.format(file=file))
            return file.read_bytes()
        except FileNotFoundError as error:
            raise self.unfit(self.words.MISSING_FILE.format(file=file)) from error
        except (OSError, ValueError) as error:
            raise self.unfit(self.words.UNREADABLE.format(file=file)) from error


def as_bytes(content: Mapping[str, Any]) -> bytes:
    """A file: UTF-8, two spaces for each level, the same bytes for the same content."""
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    # Half a sign, which no file can hold, is written as JSON's own escape.
    return f"{text}\n".encode(errors="backslashreplace")


def loads(data: bytes) -> Any:
    """Read a JSON document in UTF-8, with a byte order mark or without one.

    Raises:
        ValueError: It is none, holds a number that is no finite one, or names a member twice.
        RecursionError: It is nested too deeply.
    """
    return json.loads(
        data.decode("utf-8-sig"),
        parse_float=_finite,
        parse_constant=_finite,
        object_pairs_hook=_without_twins,
    )


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; one that names a member twice would silently lose the first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(pairs)
    return found


def is_shallow(value: Any, levels: int) -> bool:
    """Whether a value can be written again without running out of breath."""
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(is_shallow(part, levels - 1) for part in inner)


def instant(text: str) -> datetime:
    """An instant, UTC; one without a zone is not known to be UTC.

    Raises:
        ValueError: It is none; also TypeError and OverflowError.
    """
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)


def written(instant: datetime) -> str:
    """An instant (UTC) as it stands in a file."""
    return f"{instant.replace(tzinfo=None).isoformat()}Z"


def plain(value: Any) -> Any:
    """A value as it stands in a file: ids, instants and days are texts there."""
    match value:
        case UUID():
            return value.hex
        case datetime():
            return written(value)
        case date():
            return value.isoformat()
        case _:
            return value
