"""A garden to work in, ready at a question."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.workbook.plain import Profile
from tests.safety.desk import TEXT, Desk
from tests.terminal.pty_app import RealTerminal

if sys.platform == "win32":

    class NotHere(pytest.Module):
        """A file of tests that is not even imported."""

        def collect(self) -> NoReturn:
            pytest.skip("needs a pseudo-terminal; tests/windows drives the program on Windows")

    def pytest_pycollect_makemodule(module_path: Path, parent: Any) -> NotHere:
        """Name a reason for every file here."""
        return NotHere.from_parent(parent, path=module_path)


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A garden that has been set up, to copy."""
    folder = tmp_path_factory.mktemp("vorlage")
    desk = Desk(read_guide(), folder)
    with desk.book() as book:
        book.set_profile(Profile("Stadtbücherei Köln"))
        # In an empty garden Enter leads to the first day, wherever one has been.
        book.cards.add("pitch", {"titel": "In einem Satz"})
    desk.mark(TEXT)
    return folder


@pytest.fixture
def desk(guide: Guide, planted: Path, tmp_path: Path) -> Desk:
    """A garden that was left at a question with a text field."""
    return _copy(guide, planted, tmp_path / "garten")


@pytest.fixture
def desks(guide: Guide, planted: Path, tmp_path: Path) -> list[Desk]:
    """Five such gardens."""
    return [_copy(guide, planted, tmp_path / f"garten{number}") for number in range(5)]


def _copy(guide: Guide, planted: Path, folder: Path) -> Desk:
    folder.mkdir(mode=0o700)
    shutil.copy(planted / "gartenjahr.db", folder)
    return Desk(guide, folder)


@pytest.fixture
def new_desk(guide: Guide, tmp_path: Path) -> Desk:
    """A folder without a garden."""
    return Desk(guide, tmp_path / "garten")


@pytest.fixture
def start(desk: Desk) -> Iterator[Callable[..., RealTerminal]]:
    """Starts the program in terminals that are closed at the end."""
    terminals: list[RealTerminal] = []

    def start_it(*faults: str, **options: Any) -> RealTerminal:
        terminal = desk.start(*faults, **options)
        terminals.append(terminal)
        return terminal

    yield start_it
    for terminal in terminals:
        terminal.close()
