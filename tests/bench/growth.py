"""What thirty years cost: a big garden beside an empty one, ``python -m tests.bench.growth``."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median

from gartenjahr_tui.garden import home
from gartenjahr_tui.garden.lists import PARTNER, lists_of, lists_with
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import Workbook
from tests.bench.big_garden import make

ROUNDS = 7
MANY = 1000
"""Partners of the garden in which the list is measured."""


def seconds(work: Callable[[], object]) -> float:
    """How long something takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def show(name: str, big: float, small: float) -> None:
    """Print one line."""
    print(f"{name:<52} {big * 1000:9.2f} ms {small * 1000:9.2f} ms {big / small:8.1f} ×")


def opened(paths: Paths) -> Workbook:
    """Open a garden as the app does: the collector stands still meanwhile."""
    gc.collect()
    gc.disable()
    book = open_garden(read_guide(), paths)
    gc.freeze()
    gc.enable()
    return book


def opening(paths: Paths) -> float:
    """Seconds to open a garden; it is closed again."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        book = opened(paths)
        taken.append(time.perf_counter() - start)
        book.close()
    return median(taken)


def measure(book: Workbook) -> dict[str, float]:
    """Name → seconds, of what a person waits for while the garden is open."""
    cards, numbers = book.cards, count()
    book.cards.add("partner", {"name": "Zoo (erfunden)"})
    book.cards.add("encounter", {"anlass": "Rundgang", "am": "2026-11-22"})
    cards.of("partner")
    partner = max(cards.of("partner"), key=lambda card: len(cards.naming(card.id)))
    places = (*(step.id for step in book.guide.steps), PARTNER)
    partners = next(one for one in lists_of(book.guide, PARTNER) if one.kind == "partner")

    def view(kind: str, text: str) -> None:
        for card in cards.search(kind, text)[:60]:
            cards.title(card)
            cards.line(card)

    def open_card() -> None:
        sheet = CardSheet(book, partner)
        for prompt in sheet.form.prompts.values():
            sheet.answer(prompt.id)
            sheet.complaints(prompt)
            sheet.advice(prompt)
        for one in lists_with(cards, partner):
            one.count(cards)

    def type_in(kind: str) -> Callable[[], object]:
        card = cards.of(kind)[0]
        sheet = CardSheet(book, card)
        prompt = next(iter(sheet.form.prompts.values()))
        value = sheet.answer(prompt.id).value

        def work() -> None:
            sheet.put(prompt, {**value, sheet.form.title: f"Name {next(numbers)} (erfunden)"})
            sheet.complaints(prompt)
            sheet.advice(prompt)

        return work

    def type_and_go_back() -> None:
        type_in("encounter")()
        view("encounter", "")

    works: dict[str, Callable[[], object]] = {
        "Startseite mit Gartenbild": lambda: home.from_book(book),
        "Listen aller Bildschirme zählen": lambda: [
            one.count(cards) for place in places for one in lists_of(book.guide, place)
        ],
        "Liste der Partner": lambda: partners.found(cards),
        "Liste der Partner, Taste im Filter": lambda: view("partner", "grün"),
        "Liste der Begegnungen, Taste im Filter": lambda: view("encounter", "grün"),
        "Karte eines Partners öffnen": open_card,
        "Taste im Namen eines Partners": type_in("partner"),
        "Taste im Anlass einer Begegnung": type_in("encounter"),
        "… und zurück in die Liste": type_and_go_back,
    }
    taken: dict[str, float] = {}
    for name, work in works.items():
        first = seconds(work)
        if "Filter" in name:
            taken[f"{name}, zum ersten Mal"] = first
        taken[name] = median(seconds(work) for _ in range(ROUNDS))
    return taken


def compare(folder: Path, title: str, **size: int) -> None:
    """Measure a big and an empty garden and print both."""
    places = [Paths(folder / name, "Messung") for name in ("gross", "leer")]
    for place in places:
        place.folder.mkdir(parents=True)
    taken = seconds(lambda: make(places[0], **size))
    book = open_garden(read_guide(), places[1])
    book.close()
    megabytes = places[0].file.stat().st_size / 1e6
    print(f"\n{title} ({megabytes:.0f} MB, angelegt in {taken:.1f} s)")
    print(f"{'':<52} {'groß':>12} {'leer':>12}")
    show("Öffnen", opening(places[0]), opening(places[1]))
    figures = []
    for place in places:
        book = opened(place)
        figures.append(measure(book))
        book.close()
    for name in figures[0]:
        show(name, figures[0][name], figures[1][name])


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = f"{folder}/state"
        compare(Path(folder, "jahre"), "30 Jahre, 300 Partner, 18.000 Begegnungen")
        compare(Path(folder, "liste"), f"{MANY} Partner", partners=MANY, encounters=5)


if __name__ == "__main__":
    main()
