"""On Windows a scanner holds a fresh file for a moment: that costs a moment, and nothing else."""

from __future__ import annotations

import ast
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gartenjahr_tui.exchange import files
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.store import atomic, backups, errors
from gartenjahr_tui.store.engine import make_engine
from gartenjahr_tui.store.paths import Paths, make_folder

ROOT = Path(__file__).parents[2]


def refusal(number: int | None) -> PermissionError:
    error = PermissionError(13, "Permission denied")
    if number is not None:
        error.winerror = number  # type: ignore[attr-defined, unused-ignore]
    return error


class Scanner:
    """Holds every file for so many tries to name or remove it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.number: int | None = 32
        self.tries = 2
        self.waited = 0.0
        self._tried: dict[str, int] = {}
        for name in ("replace", "unlink"):
            monkeypatch.setattr(Path, name, self._held(getattr(Path, name)))
        monkeypatch.setattr(time, "sleep", self._wait)

    def _wait(self, seconds: float) -> None:
        self.waited += seconds

    def _held(self, really: Callable[..., object]) -> Callable[..., object]:
        def act(file: Path, *more: object, **options: object) -> object:
            tried = self._tried[str(file)] = self._tried.get(str(file), 0) + 1
            if file.exists() and tried <= self.tries:
                raise refusal(self.number)
            self._tried.pop(str(file))
            return really(file, *more, **options)

        return act


@pytest.fixture
def scanner(monkeypatch: pytest.MonkeyPatch) -> Scanner:
    return Scanner(monkeypatch)


def left(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if ".neu" in path.name]


@pytest.mark.parametrize("number", [5, 32, 33])
def test_first_start_copy_and_return_wait_for_the_scanner(
    scanner: Scanner, guide: Guide, paths: Paths, clock: object, number: int
) -> None:
    scanner.number = number
    open_garden(guide, paths).close()
    now = open_garden(guide, paths)
    stamp = now.store.now()
    now.close()
    copy = backups.make(paths.file, paths.copies, backups.CopyKind.BY_HAND, stamp)
    backups.bring_back(paths, copy.file, stamp)
    open_garden(guide, paths).close()
    out = paths.folder / "bericht.md"
    for text in (b"eins", b"zwei"):
        files.write({out: text}, overwrite=True)
    assert out.read_bytes() == b"zwei"
    assert left(paths.folder) == []
    assert scanner.waited > 0


def test_who_is_held_for_good_waits_no_more_than_some_seconds_and_says_why(
    scanner: Scanner, guide: Guide, paths: Paths
) -> None:
    scanner.tries = 10_000
    with pytest.raises(errors.FileHeld, match="anderes Programm"):
        open_garden(guide, paths)
    assert not paths.file.exists()
    assert sum(atomic.PAUSES) == pytest.approx(2.5)


def test_a_folder_in_which_the_scanner_holds_the_trial_can_be_written(
    scanner: Scanner, tmp_path: Path
) -> None:
    scanner.tries = 10_000
    make_folder(tmp_path / "garten")


def test_a_copy_that_is_held_advises_to_wait_and_not_to_look_for_room(
    scanner: Scanner, guide: Guide, paths: Paths
) -> None:
    book = open_garden(guide, paths)
    stamp = book.store.now()
    book.close()
    scanner.tries = 10_000
    with pytest.raises(errors.CopyFailed) as caught:
        backups.make(paths.file, paths.copies, backups.CopyKind.BY_HAND, stamp)
    assert "Virenwächter" in str(caught.value)
    assert "Platz" not in str(caught.value)


def test_a_refusal_that_will_last_is_not_waited_for(scanner: Scanner, tmp_path: Path) -> None:
    file = tmp_path / "datei"
    file.touch()
    scanner.number = None
    with pytest.raises(PermissionError):
        atomic.remove(file)
    assert scanner.waited == 0


def test_what_a_killed_program_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    """The same question Windows is asked with a handle and Linux with a signal."""
    mine = atomic.beside(tmp_path / "a.json")
    mine.touch()
    dead = tmp_path / f"b.json.gj-{atomic._here()}-999999999.neu"
    dead.touch()
    old = tmp_path / "c.json.gj-00000000-1.neu"
    old.touch()
    os.utime(old, (time.time() - 2 * atomic.ABANDONED,) * 2)
    atomic.clear_abandoned(tmp_path)
    assert left(tmp_path) == [mine.name]


def test_files_are_named_and_removed_in_one_place_which_waits() -> None:
    """Path.replace(target), Path.rename(target) and Path.unlink() belong to atomic alone."""
    found = []
    sources = [*(ROOT / "gartenjahr_tui").rglob("*.py"), *(ROOT / "screens").glob("*.py")]
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            name, count = node.func.attr, len(node.args)
            of_ours = isinstance(node.func.value, ast.Name) and node.func.value.id == "atomic"
            one = name in ("replace", "rename") and count == 1 and not node.keywords
            if not of_ours and (one or name == "unlink"):
                found.append(f"{source.name}:{node.lineno}")
    assert {place.partition(":")[0] for place in found} == {"atomic.py"}


def test_a_garden_that_is_being_made_has_no_journal_that_could_be_held(paths: Paths) -> None:
    """A scanner that holds a journal keeps SQLite from ending a step of making it."""
    paths.folder.mkdir()
    fresh = atomic.beside(paths.file)
    fresh.touch()
    engine = make_engine(fresh, unnamed=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE probe (a)")
        assert left(paths.folder) == [fresh.name]
    engine.dispose()
