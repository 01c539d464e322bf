"""A real process that is killed or fails, a real limit of the disk: nothing typed is missing."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store import errors
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook import saver
from gartenjahr_tui.workbook.book import Workbook
from tests.store.helpers import program

OpenBook = Callable[..., Workbook]

WRITER = """
import sys, threading
from datetime import date
from pathlib import Path
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.garden.opening import open_garden
guide = read_guide()
book = open_garden(guide, Paths(Path(sys.argv[1]), ""), today=lambda: date(2026, 11, 22))
prompt = guide.prompts[sys.argv[2]]
saved = threading.Event()
book.on_status(lambda status: None if status.unsaved else saved.set())
def say(text):
    print(text, flush=True)
"""

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


def test_what_is_on_its_way_keeps_the_promise_of_a_second() -> None:
    assert saver.AT_RISK <= 0.8


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_killed_a_second_after_the_last_key_nothing_is_missing(
    open_book: OpenBook, paths: Paths, prompt: Prompt, journal: str
) -> None:
    """The program does nothing but put; it is killed when its saver says that it has saved."""
    code = WRITER + (
        "import gartenjahr_tui.store.store as s\n"
        "book._store.engine.dispose()\n"
        f"book._store.engine = s.make_engine(book.paths.file, local_disk={journal == 'wal'})\n"
        "for n in range(20):\n"
        "    book.put(prompt, {'text': 'Grüße an alle ' * n + 'Ende'})\n"
        "say(saved.wait(20))\n"
        "sys.stdin.readline()\n"
    )
    with program(code, paths.folder, prompt.id) as other:
        assert other.hears() == "True"
        other.kill()
    assert open_book().answer(prompt.id).value == {"text": "Grüße an alle " * 19 + "Ende"}


def test_a_program_that_ends_by_a_fault_of_its_own_saves_first(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    code = WRITER + "book.put(prompt, {'text': 'letztes Wort'})\nsys.exit('Fehler im Programm')\n"
    with program(code, paths.folder, prompt.id) as other:
        other.process.wait(30)
    assert open_book().answer(prompt.id).value == {"text": "letztes Wort"}


FULL_DISK = (
    WRITER
    + """
import resource
book.put(prompt, {'text': 'a' * 200_000})
assert book.flush()
size = max(path.stat().st_size for path in Path(sys.argv[1]).iterdir() if path.is_file())
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, resource.RLIM_INFINITY))
book.put(prompt, {'text': 'b' * 100_000})
say(book.flush())
say('Ihr Text steht noch im Feld' in book.save_status.problem)
"""
)


@posix
def test_a_disk_that_is_really_full_until_there_is_room(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    """The system lets no file grow; the text waits and is saved as soon as one may."""
    code = FULL_DISK + (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))\n"
        "say(book.flush())\n"
        "say(book.close())\n"
    )
    with program(code, paths.folder, prompt.id) as other:
        assert [other.hears() for _ in range(4)] == ["False", "True", "True", "True"]
    assert not paths.rescue.exists()
    assert open_book().answer(prompt.id).value == {"text": "b" * 100_000}


@posix
@pytest.mark.parametrize("end", ["say(book.close())", "sys.exit()"])
def test_a_disk_that_is_really_full_to_the_end(
    open_book: OpenBook, paths: Paths, prompt: Prompt, end: str
) -> None:
    with program(f"{FULL_DISK}{end}\n", paths.folder, prompt.id) as other:
        assert [other.hears(), other.hears()] == ["False", "True"]
        other.process.wait(60)
    assert paths.rescue.exists()
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "b" * 100_000}
    assert "a" * 200_000 in [version.value["text"] for version in book.versions(prompt)]
    assert not paths.rescue.exists()


def test_full_and_then_room_again(open_book: OpenBook, prompt: Prompt) -> None:
    book = open_book()
    book.put(prompt, {"text": "klein"})
    assert book.flush()
    with book._store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    from sqlalchemy import event

    @event.listens_for(book._store.engine, "checkout")
    def limit(connection: object, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]

    book.put(prompt, {"text": "gross " * 100_000})
    assert not book.flush(5)
    assert book.save_status.problem == str(errors.DiskFull())
    assert book.save_status.unsaved
    pages = 1_000_000
    assert book.flush()
    assert book.save_status.problem is None
    book.close()
    assert open_book().answer(prompt.id).value == {"text": "gross " * 100_000}


def test_read_only_and_then_writable_again(open_book: OpenBook, prompt: Prompt) -> None:
    from sqlalchemy import event

    book = open_book()
    forbidden = "ON"

    @event.listens_for(book._store.engine, "checkout")
    def forbid(connection: object, *_: object) -> None:
        connection.execute(f"PRAGMA query_only={forbidden}")  # type: ignore[attr-defined]

    book.put(prompt, {"text": "Wort"})
    assert not book.flush(5)
    assert book.save_status.problem == str(errors.WriteRefused())
    forbidden = "OFF"
    assert book.flush()
    book.close()
    assert open_book().answer(prompt.id).value == {"text": "Wort"}


def test_two_starts_at_the_same_moment_make_one_garden(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    code = (
        WRITER.replace("book = open", "sys.stdin.readline()\ntry:\n    book = open").replace(
            "prompt = guide",
            "except Exception as e:\n    print(type(e).__name__)\n    raise\nprompt = guide",
        )
        + "say('liest' if book.read_only else 'schreibt')\nsys.stdin.readline()\nbook.close()\n"
    )
    with (
        program(code, paths.folder, prompt.id) as one,
        program(code, paths.folder, prompt.id) as two,
    ):
        one.goes_on()
        two.goes_on()
        said = sorted([one.hears(), two.hears()])
        assert said in (["liest", "schreibt"], ["GardenBusy", "schreibt"])
        for each in (one, two):
            if each.process.poll() is None:
                try:
                    each.goes_on()
                except BrokenPipeError:
                    continue
            each.process.wait(30)
    assert not open_book().read_only
