"""Text that could not be saved when the program had to end: put aside, taken over next time.

The disk may be full, the stick pulled out. Then the last answers go into a small file beside the
workbook, or else into the computer's own state or temporary folder, whichever takes them.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.store import atomic
from gartenjahr_tui.store.paths import Paths, state_folder
from gartenjahr_tui.workbook.plain import Answer
from gartenjahr_tui.workbook.values import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def _places(paths: Paths, garden: str) -> Iterator[Path]:
    yield paths.rescue
    name = f"{garden}.rettung.json"
    yield state_folder() / name
    yield Path(tempfile.gettempdir()) / f"gartenjahr-{os.environ.get('USER', '')}-{name}"


def put_aside(paths: Paths, garden: str, answers: list[Answer]) -> Path | None:
    """Write answers to the first place that takes them.

    Args:
        paths: Where the garden lies.
        garden: Its id, hex.
        answers: What could not be saved.

    Returns:
        The file; None when no place took it.
    """
    content = {
        "garden": garden,
        "answers": [
            {
                "prompt": answer.key.prompt,
                "year": answer.key.year,
                "voice": answer.key.voice,
                "state": str(answer.state),
                "value": answer.value,
            }
            for answer in answers
        ],
    }
    for place in _places(paths, garden):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            atomic.write_json(place, content)
        except OSError:
            continue
        return place
    return None


def take_over(book: Workbook) -> int:
    """Put text that was set aside back into the workbook and remove the file once it is saved.

    Returns:
        How many answers came back.
    """
    count = 0
    for place in _places(book.paths, book.garden_id):
        content = atomic.read_json(place)
        if not isinstance(content, dict) or content.get("garden") != book.garden_id:
            continue
        for entry in content.get("answers", ()):
            count += _take_one(book, entry)
        if book.flush():
            with contextlib.suppress(OSError):
                place.unlink()
    return count


def _take_one(book: Workbook, entry: dict[str, Any]) -> int:
    voice = next((v for v in book.voices if v.id == entry.get("voice")), None)
    if voice is None or entry.get("year") not in book.years:
        return 0
    book.take_rescued(
        entry["prompt"], entry["year"], voice, AnswerState(entry["state"]), entry["value"]
    )
    return 1
