"""From key to repaint in answers of several lengths: ``python -m tests.bench.keystrokes [ROUNDS]``.

The same text stands in a bare TextArea, in an answer, and in an answer on a disk that takes half a
second for each commit. All three stay open, and some keys are sent to each in turn, so that
whatever else the computer does falls on all of them alike.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.sample import make_sample
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.plain import Bookmark
from tests.bench.raw_terminal import RawTerminal

HERE = Path(__file__).parent
LENGTHS = (100, 3_000, 20_000)
ROUNDS = 12
KEYS = 50
PROMPT = "saeen.themen"
SENTENCE = "Die Bücherei lädt im Frühling zum Vorlesen in den Garten ein, auch wenn es regnet. "


def text_of(length: int) -> str:
    """Paragraphs of so many characters together."""
    text = (SENTENCE * (length // len(SENTENCE) + 1))[:length]
    return "\n".join(text[start : start + 500] for start in range(0, length, 500))


def planted(folder: Path, text: str) -> str:
    """The sample garden in a folder, left at the end of an answer that says this."""
    folder.mkdir()
    paths, guide = Paths(folder, "Messung"), read_guide()
    make_sample(guide, paths)
    book = open_garden(guide, paths)
    prompt = guide.prompts[PROMPT]
    field = prompt.fields[0].id
    book.put(prompt, {**book.answer(PROMPT).value, field: text})
    lines = text.split("\n")
    book.set_bookmark(Bookmark(prompt.chapter, PROMPT, field, len(lines) - 1, len(lines[-1])))
    book.close()
    return str(folder)


def answer(*command: str) -> RawTerminal:
    """The program with the cursor in the answer."""
    terminal = RawTerminal(*command)
    terminal.wait_for("Weg durchs Jahr")
    terminal.silence(1.5)
    terminal.send("\r")
    terminal.silence(1.5)
    return terminal


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    print(f"{'':<34}{'Median':>16}{'p95':>16}{'p99':>16}{'höchstens':>18}")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = f"{folder}/state"
        for length in LENGTHS:
            text = text_of(length)
            file = Path(folder) / f"{length}.txt"
            file.write_text(text, encoding="utf-8")
            usual = planted(Path(folder) / f"garten-{length}", text)
            slow = planted(Path(folder) / f"langsam-{length}", text)
            bare = RawTerminal(str(HERE / "hello_app.py"), "feld", str(file))
            bare.silence(1.5)
            measure(
                f"{length} Zeichen",
                rounds,
                {
                    "bloßes Textfeld": bare,
                    "Antwort": answer("-m", "gartenjahr_tui", "--daten", usual),
                    "Antwort, Speichern dauert 0,5 s": answer(str(HERE / "slow_disk.py"), slow),
                },
            )


def measure(title: str, rounds: int, terminals: dict[str, RawTerminal]) -> None:
    """Send keys to each in turn and print what came of it."""
    taken: dict[str, list[float]] = {name: [] for name in terminals}
    for turn in range(rounds + 1):
        for name, terminal in terminals.items():
            seconds = [terminal.echo(letter) for letter in ("garten jahr " * KEYS)[:KEYS]]
            taken[name] += seconds if turn else []
            terminal.silence(0.05)
    print(title)
    first, *_ = terminals
    bare = figures(taken[first])
    for name, seconds in taken.items():
        parts = [
            f"{a * 1000:6.1f} ms {a / b:5.2f} ×"
            for a, b in zip(figures(seconds), bare, strict=True)
        ]
        print(f"  {name:<32}{''.join(f'{part:>16}' for part in parts)}", flush=True)
    for terminal in terminals.values():
        terminal.__exit__(None, None, None)


def figures(seconds: list[float]) -> list[float]:
    """Median, p95, p99, and the longest."""
    cuts = quantiles(seconds, n=100)
    return [median(seconds), cuts[94], cuts[98], max(seconds)]


if __name__ == "__main__":
    main()
