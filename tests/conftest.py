"""What every test gets: a place of its own for everything the program writes, and a fixed clock."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.guide.model import FieldKind, Guide, Prompt
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store.paths import PROFILE, Paths

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

HOMES = (
    *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
    *("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"),
)


@pytest.fixture(autouse=True, scope="session")
def nobodys_profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What several tests share does not reach the person's own folders either."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PROFILE, str(tmp_path_factory.mktemp("profil")))
        # Windows names with these a drive that follows a person from desk to desk.
        for name in ("HOMEDRIVE", "HOMEPATH", "HOMESHARE"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing a test does reaches the person's own folders; subprocesses inherit this."""
    home = tmp_path_factory.mktemp("zuhause")
    monkeypatch = pytest.MonkeyPatch()  # not the test's own, which a test may undo
    for name in HOMES:
        place = home / name.lower()
        place.mkdir()
        monkeypatch.setenv(name, str(place))
    # Windows tells its folders no matter what the environment says, but the program asks this.
    monkeypatch.setenv(PROFILE, str(home / "profil"))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(home / "temp"))
    (home / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(home / "temp"))
    monkeypatch.setenv("GARTENJAHR_DATEN", str(tmp_path / "garten"))
    yield
    monkeypatch.undo()


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 11, 22, 13, 3, tzinfo=UTC)

    def now(self) -> datetime:
        """The instant, UTC."""
        return self.instant

    def today(self) -> date:
        """The day."""
        return self.instant.date()

    def forward(self, **duration: float) -> None:
        """Let time go by; a negative duration sets the clock back."""
        self.instant += timedelta(**duration)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def guide() -> Guide:
    return read_guide()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "garten", "im Test")


OpenBook = Callable[..., "Workbook"]


@pytest.fixture
def open_book(guide: Guide, paths: Paths, clock: Clock) -> Iterator[OpenBook]:
    """Opens the workbook as often as one likes; everything is closed at the end."""
    from gartenjahr_tui.garden.opening import open_garden

    books: list[Workbook] = []

    def open_it(where: Paths = paths, **options: Any) -> Workbook:
        options = {"today": clock.today, "now": clock.now, **options}
        book = open_garden(guide, where, **options)
        books.append(book)
        return book

    yield open_it
    for book in reversed(books):
        book.close(0.5)


@pytest.fixture
def book(open_book: OpenBook) -> Workbook:
    return open_book()


def prompt_with(guide: Guide, *kinds: FieldKind, **flags: bool) -> Prompt:
    """The first question that has exactly these kinds of field; team questions by default."""
    flags = {"personal": False, "confidential": False, **flags}
    for prompt in guide.prompts.values():
        same = tuple(field.kind for field in prompt.fields) == kinds
        if same and all(getattr(prompt, flag) is is_set for flag, is_set in flags.items()):
            return prompt
    raise LookupError(kinds)


@pytest.fixture
def two_sheets(tmp_path: Path) -> Path:
    """A workbook of Excel: one sheet of people, one of kitas."""
    import openpyxl

    book = openpyxl.Workbook()
    people = book.active
    assert people
    people.title = "Leute"
    for row in (["Vorname", "Nachname", "Telefon"], ["Ida", "Öz", "0221 1"]):
        people.append(row)
    kitas = book.create_sheet("Kitas")
    for row in (["Kita", "Telefon"], ["Kita Nord", "0221 2"]):
        kitas.append(row)
    place = tmp_path / "listen.xlsx"
    book.save(place)
    return place


@pytest.fixture
def prompt(guide: Guide) -> Prompt:
    """A team question with one text field, whose id is „text“."""
    return prompt_with(guide, FieldKind.TEXT)


@pytest.fixture
def other_prompt(guide: Guide, prompt: Prompt) -> Prompt:
    """Another one of the same kind."""
    kinds = [p for p in guide.prompts.values() if p.fields[0].id == "text" and len(p.fields) == 1]
    return next(p for p in kinds if p != prompt and not (p.personal or p.confidential))


@pytest.fixture
def personal_prompt(guide: Guide) -> Prompt:
    """A question everybody answers for themselves."""
    prompts = guide.prompts.values()
    return next(
        p for p in prompts if p.personal and all(f.kind is FieldKind.TEXT for f in p.fields)
    )


@pytest.fixture
def confidential_prompt(guide: Guide) -> Prompt:
    """A team question whose answers stay among those who gave them."""
    return next(p for p in guide.prompts.values() if p.confidential and not p.personal)


@pytest.fixture(autouse=True, scope="session")
def heed_signals() -> None:
    """A closing window is heeded even under ``nohup``, and Ctrl+C in the background of a shell."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
