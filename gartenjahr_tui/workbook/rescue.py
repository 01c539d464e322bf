"""Text that could not be saved when the program had to end: put aside, taken over next time.

The disk may be full, the stick pulled out. Then the last answers go into a small file beside the
workbook, or else into the computer's own state or temporary folder, whichever takes them.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from gartenjahr_tui.store import atomic
from gartenjahr_tui.store.paths import Paths, state_folder, usual_folder
from gartenjahr_tui.store.patience import within
from gartenjahr_tui.workbook.keeping import Kept, Unsaved
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Card
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

PLACE_SECONDS = 0.4
"""How long a place may take; one that takes longer must not cost the text the others would keep."""

IDENTITY = ("card", "prompt", "year", "voice", "subject")
"""What tells the entries of the file apart."""


def _places(paths: Paths, garden: str) -> Iterator[Path]:
    name = f"{garden}.rettung.json"
    yield paths.rescue
    # Another garden may have lain in the folder, and its text still waits there.
    yield paths.folder / name
    yield state_folder() / name
    # Under Windows earlier versions kept it where the garden usually lies.
    yield usual_folder() / name
    user = os.environ.get("USER") or os.environ.get("USERNAME", "")
    yield Path(tempfile.gettempdir()) / f"gartenjahr-{user}-{name}"


def put_aside(paths: Paths, garden: str, unsaved: Unsaved) -> Path | None:
    """Write what is not saved to the first place that takes it, to what waits there.

    Returns:
        The file; None when no place took it.
    """
    former, present = _entries(unsaved)
    # In an empty mount point it would be hidden as soon as the stick is back.
    there = _soon(paths.file.exists)
    places = [at for at in _places(paths, garden) if there or at.parent != paths.folder]
    # Where there is no room for all of it, what stands in the fields comes first.
    for entries in ([*former, *present], present) if former else (present,):
        for place in places:
            if entries and _soon(partial(_add, place, garden, entries)):
                return place
    return None


def take_away(paths: Paths, garden: str, unsaved: Unsaved) -> None:
    """Take back what was put aside: it is in the workbook now. What waited before stays."""
    former, present = _entries(unsaved)
    for place in _places(paths, garden):
        _soon(partial(_subtract, place, garden, [*former, *present]))


def _soon(do: Callable[[], bool]) -> bool:
    """Do something a drive may hold up; false when it does not answer in time."""
    try:
        return within(PLACE_SECONDS, do)
    except OSError:
        return False


def _entries(unsaved: Unsaved) -> tuple[list[Any], list[Any]]:
    """Former and present values as they stand in the file."""
    texts, kept, names, years = unsaved
    former = [_entry(text, names, kept=True) for text in kept]
    present = [_entry(text, names, kept=False) for text in texts]
    present += [{"year": n, "begun": begun, "kept": False} for n, begun in years.items()]
    plain: tuple[list[Any], list[Any]] = json.loads(json.dumps((former, present), default=str))
    return plain


def _subtract(place: Path, garden: str, entries: list[Any]) -> bool:
    waiting = _waiting(place, garden) if place.exists() else None
    rest = [entry for entry in waiting or () if entry not in entries]
    if waiting and len(rest) < len(waiting):
        _leave(place, garden, rest)
    return True


def _leave(place: Path, garden: str, rest: list[Any]) -> None:
    """Leave only this in the file; nothing, and the file goes."""
    if rest:
        atomic.write_json(place, {"garden": garden, "answers": rest})
    else:
        atomic.remove(place)


def _add(place: Path, garden: str, entries: list[dict[str, Any]]) -> bool:
    try:
        waiting = _waiting(place, garden)
        if waiting is None:
            return False
        if place.parent == state_folder():
            # Never the data folder: where a stick is missing it would be made in its place.
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        content = {
            "garden": garden,
            "written": datetime.now().astimezone().isoformat(),
            "answers": [*_former(waiting, entries), *entries],
        }
        atomic.write_json(place, content)
    except OSError:
        return False
    return True


def take_over(book: Workbook) -> int:
    """Put text that was set aside back into the workbook and remove the file once it is saved.

    What cannot be taken stays in its file.

    Returns:
        How many answers came back.
    """
    found: list[tuple[str, Path, list[Any]]] = []
    for place in _places(book.paths, book.garden_id):
        content = atomic.read_json(place)
        if isinstance(content, dict) and content.get("garden") == book.garden_id:
            waiting = content.get("answers")
            if isinstance(waiting, list):
                found.append((str(content.get("written", "")), place, waiting))
    count = 0
    rests: dict[Path, list[Any]] = {}
    with book.together():
        for _, place, waiting in sorted(found, key=lambda one: one[0]):
            rests[place] = [entry for entry in waiting if not _take_one(book, entry)]
            count += len(waiting) - len(rests[place])
    if count:
        book.look_at(book.newest_year)
    if rests and book.flush():
        for place, rest in rests.items():
            with contextlib.suppress(OSError):
                _leave(place, book.garden_id, rest)
    return count


def _entry(text: Kept, names: Mapping[str, str], *, kept: bool) -> dict[str, Any]:
    if isinstance(text, Card):
        return {
            "card": text.id,
            "kind": text.kind,
            "deleted": text.deleted,
            "value": text.value,
            "kept": kept,
        }
    return {
        **asdict(text.key),
        "name": names.get(text.key.voice, ""),
        "state": str(text.state),
        "value": text.value,
        "kept": kept,
    }


def _waiting(place: Path, garden: str) -> list[Any] | None:
    """What waits in a place already; None when it holds something else, which stays as it is."""
    content = atomic.read_json(place)
    if content is None:
        return None if place.exists() else []
    if isinstance(content, dict) and content.get("garden") == garden:
        answers = content.get("answers", [])
        return answers if isinstance(answers, list) else None
    return None


def _former(waiting: list[Any], entries: list[dict[str, Any]]) -> list[Any]:
    """What waits already and is not in the new entries; superseded values as versions."""

    def identity(entry: Any) -> tuple[Any, ...]:
        return tuple(entry.get(part) or "" for part in IDENTITY)

    new = {identity(entry): entry for entry in entries if not entry["kept"]}
    rest: list[Any] = []
    for entry in waiting:
        if entry in entries:
            continue
        after = new.get(identity(entry)) if isinstance(entry, dict) else None
        if after is None:
            rest.append(entry)
        elif entry.get("value") != after["value"]:
            rest.append({**entry, "kept": True})
    return rest


def _take_card(book: Workbook, entry: dict[str, Any]) -> bool:
    kept, value, kind = bool(entry.get("kept")), entry["value"], entry["kind"]
    if kind not in book.guide.forms or not isinstance(value, dict):
        return False
    card = Card(UUID(str(entry["card"])).hex, kind, value, bool(entry["deleted"]))
    if kept:
        book.keep_former(card)
        return True
    before = book.cards.get(card.id)
    if before and before.value != value:
        book.keep_former(before)
    book.cards.take_rescued(card)
    return True


def _take_year(book: Workbook, entry: dict[str, Any]) -> bool:
    year = entry["year"]
    if type(year) is not int:
        return False
    if entry["begun"]:
        book.ensure_year(year)
    elif year in book.years[1:] and not book.entries_of(year):
        # Only what is empty goes: others may have written in it since.
        book.remove_year(year)
    return True


def _take_one(book: Workbook, entry: Any) -> bool:
    try:
        if "begun" in entry:
            return _take_year(book, entry)
        if "card" in entry:
            return _take_card(book, entry)
        year, value, prompt = entry["year"], entry["value"], entry["prompt"]
        if type(year) is not int or not isinstance(value, dict) or not isinstance(prompt, str):
            return False
        voice = next((v for v in book.voices if v.id == entry["voice"]), None)
        voice = voice or book.ensure_voice(entry["name"])
        book.ensure_year(year)
        subject = entry.get("subject")
        key = AnswerKey(prompt, year, voice.id, UUID(str(subject)).hex if subject else "")
        answer = Answer(key, AnswerState(entry["state"]), value, book.store.now())
        book.take_rescued(answer, kept=bool(entry.get("kept")))
    except (KeyError, TypeError, ValueError):
        return False
    return True
