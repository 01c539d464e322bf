"""Prints the speed goals of the program as ratios, measured in one run against bare Textual."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from tests.bench import growth
from tests.bench.raw_terminal import RawTerminal

HERE = Path(__file__).parent
HELLO = str(HERE / "hello_app.py")
ROUNDS = 11
KEYS = 150
HOME_MARK = "Weg durchs Jahr"
STEP_MARKS = {"0": "Ihr Warum", "1": "Samen im Haus", "2": "Nicht allein", "3": "Erntedank"}


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20)[-1]


def show(name: str, ours: float, theirs: float, goal: str) -> None:
    """Print one line."""
    print(
        f"{name:<44} {ours * 1000:8.1f} ms  {theirs * 1000:8.1f} ms  "
        f"{ours / theirs:5.2f} ×   Ziel {goal}",
        flush=True,
    )


def pairs(one: Callable[[], float], other: Callable[[], float]) -> tuple[float, float]:
    """Medians of two measurements taken in turn, after a warm-up of each."""
    one(), other()
    taken = [(one(), other()) for _ in range(ROUNDS)]
    return median(a for a, _ in taken), median(b for _, b in taken)


def frame(mark: str, *arguments: str) -> float:
    """Seconds from start to the first frame that shows the mark."""
    with RawTerminal(*arguments) as terminal:
        return terminal.wait_for(mark) - terminal.started


def process(*arguments: str) -> float:
    """Seconds a whole process takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def typing(terminal: RawTerminal) -> list[float]:
    """Seconds from key to repaint, many times."""
    terminal.silence()
    return [terminal.echo(letter) for letter in ("garten jahr " * KEYS)[:KEYS]]


def typing_bare() -> list[float]:
    """In a bare TextArea."""
    with RawTerminal(HELLO, "feld") as terminal:
        terminal.wait_for("Feld")
        return typing(terminal)


def typing_ours(*command: str) -> list[float]:
    """In an answer field, autosave on."""
    with RawTerminal(*command) as terminal:
        terminal.wait_for(HOME_MARK)
        terminal.silence(1.0)
        terminal.send("\r")
        terminal.wait_for("Samen im Haus")
        terminal.silence(1.5)
        return typing(terminal)


def switching(folder: str) -> list[float]:
    """Seconds from a digit on the home screen to the step, each step kept already."""
    taken = []
    with RawTerminal("-m", "gartenjahr_tui", "--daten", folder) as terminal:
        terminal.wait_for(HOME_MARK)
        terminal.silence(1.5)
        for turn in range(12):
            for key, mark in STEP_MARKS.items():
                sent = terminal.send(key)
                seconds = terminal.wait_for(mark) - sent
                if turn:
                    taken.append(seconds)
                terminal.silence(0.05)
                terminal.send("\x1bOQ")
                terminal.wait_for("Weg durchs")
                terminal.silence(0.05)
    return taken


def idle(folder: str) -> float:
    """Processor seconds used in five seconds of doing nothing."""
    with RawTerminal("-m", "gartenjahr_tui", "--daten", folder) as terminal:
        terminal.wait_for(HOME_MARK)
        terminal.silence(2.0)
        before = terminal.cpu_seconds
        time.sleep(5)
        return terminal.cpu_seconds - before


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = f"{folder}/state"
        # A program that is installed has its bytecode; without it each start would compile anew.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        from gartenjahr_tui.garden import home
        from gartenjahr_tui.garden.opening import open_garden
        from gartenjahr_tui.guide.reader import read_guide
        from gartenjahr_tui.sample import make_sample
        from gartenjahr_tui.store.paths import Paths
        from gartenjahr_tui.workbook.plain import Bookmark

        garden = f"{folder}/garten"
        Path(garden).mkdir()
        paths = Paths(Path(garden), "Messung")
        make_sample(read_guide(), paths)
        book = open_garden(read_guide(), paths)
        book.set_bookmark(Bookmark("saeen", "saeen.themen", "text"))
        home.keep(book)  # as the app does whenever it goes home or ends
        book.close()
        os.environ["GARTENJAHR_DATEN"] = garden
        print(f"{'':<44} {'Gartenjahr':>11}  {'Vergleich':>11}")
        app = ("-m", "gartenjahr_tui")
        ours, bare = pairs(lambda: frame(HOME_MARK, *app), lambda: frame("Hallo Garten", HELLO))
        show("Start bis zum ersten Bild mit eigenen Daten", ours, bare, "≤ 1,25")
        for option in ("--version", "--help"):
            ours, bare = pairs(
                lambda: process("-m", "gartenjahr_tui", option),  # noqa: B023
                lambda: process("-c", "pass"),
            )
            show(option, ours, bare, "≤ 3")
        bare_keys = typing_bare()
        show("Taste bis Bild (p95)", p95(typing_ours(*app)), p95(bare_keys), "≤ 1,2")
        slow = typing_ours(str(HERE / "slow_disk.py"), garden)
        show("Taste bis Bild, Speichern dauert 0,5 s (p95)", p95(slow), p95(typing_bare()), "≤ 1,3")
        for name, seconds, goal in (
            ("Wechsel zu einem Schritt (p95)", p95(switching(garden)), "≤ 100 ms"),
            ("Nichtstun, Prozessorzeit in 5 s", idle(garden), "0"),
        ):
            print(f"{name:<44} {seconds * 1000:8.1f} ms   Ziel {goal}")
        grown(folder, garden)
    growth.main()


def grown(folder: str, small: str) -> None:
    """The same on the screen with thirty years in the garden."""
    from gartenjahr_tui.store.paths import Paths
    from tests.bench.big_garden import make

    big = f"{folder}/gross"
    Path(big).mkdir()
    make(Paths(Path(big), "Messung"))
    ours, few = pairs(
        lambda: frame(HOME_MARK, "-m", "gartenjahr_tui", "--daten", big),
        lambda: frame(HOME_MARK, "-m", "gartenjahr_tui", "--daten", small),
    )
    show("Start bis zum ersten Bild, 30 Jahre", ours, few, "≤ 1,25")
    many, few = p95(switching(big)), p95(switching(small))
    show("Wechsel zu einem Schritt, 30 Jahre (p95)", many, few, "≤ 1,2")


if __name__ == "__main__":
    main()
