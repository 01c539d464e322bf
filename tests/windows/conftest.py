"""The Wine, the program in it, and gardens to work in; without them everything is skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.workbook.plain import Profile
from tests.safety.desk import TEXT, Desk
from tests.windows.bench import FOLDER, PACKAGE, Bench, Window

ROOT = Path(__file__).parents[2]


def newest() -> Path | None:
    """The ZIP that is named, or else the one that was built last."""
    if named := os.environ.get(PACKAGE):
        return Path(named).absolute()
    built = (ROOT / "dist").glob("*-Windows.zip")
    return max(built, key=lambda file: file.stat().st_mtime, default=None)


@pytest.fixture(scope="session")
def bench() -> Iterator[Bench]:
    if not (folder := os.environ.get(FOLDER)):
        pytest.skip(f"{FOLDER} names no folder of a Wine to try the ZIP in")
    if not (package := newest()):
        pytest.skip(f"there is no ZIP: build it, or name one with {PACKAGE}")
    bench = Bench(Path(folder).absolute(), package)
    yield bench
    bench.end()


@pytest.fixture(scope="session")
def planted(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A garden left at a question with a text field."""
    desk = Desk(guide, tmp_path_factory.mktemp("vorlage"))
    with desk.book() as book:
        book.set_profile(Profile("Stadtbücherei Köln"))
        book.cards.add("pitch", {"titel": "In einem Satz"})
    desk.mark(TEXT)
    return desk.paths.file


@pytest.fixture
def place(bench: Bench, request: pytest.FixtureRequest) -> Path:
    """An empty folder of this test's own, with umlauts and blanks."""
    # Never the same twice: the program remembers which garden lay where.
    number = len(list(bench.home.glob("*/Bücherei Süd")))
    folder = bench.home / f"{number} {request.node.name[5:25]}" / "Bücherei Süd"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def desk(guide: Guide, place: Path, planted: Path) -> Desk:
    """A garden to work in; look into its file only when no program has it open."""
    folder = place / "Mein Garten"
    folder.mkdir()
    shutil.copy(planted, folder)
    return Desk(guide, folder)


Start = Callable[..., Window]


@pytest.fixture
def start(bench: Bench) -> Iterator[Start]:
    """Starts the program in windows that are closed at the end."""
    windows: list[Window] = []

    def start_it(*call: str, env: Mapping[str, str] | None = None) -> Window:
        windows.append(Window(bench, *call, env=env))
        return windows[-1]

    yield start_it
    for window in windows:
        window.close()
