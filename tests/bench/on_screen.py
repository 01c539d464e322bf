"""What thirty years cost on the screen: ``python -m tests.bench.on_screen``.

The app runs without a terminal; what is measured is from the key until everything is quiet again,
painted lines included. The wait for that is the same for both gardens.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from textual.pilot import Pilot

from gartenjahr_tui.app import GartenjahrApp
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.garden.targets import Page, ToCard
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store import glance
from gartenjahr_tui.store.paths import Paths
from tests.bench.big_garden import make

ROUNDS = 30
SIZE = (120, 40)

Work = Callable[[], Awaitable[object]]


async def figures(paths: Paths) -> dict[str, list[float]]:
    """Name → seconds, of what a person does again and again."""
    app = GartenjahrApp(paths, glance.look(paths.file))
    async with app.run_test(size=SIZE) as pilot:
        book = await app.the_book()
        cards = book.cards
        partner = (cards.of("partner") or [cards.add("partner", {"name": "Zoo (erfunden)"})])[0]
        await pilot.pause(0.5)
        found: dict[str, list[float]] = {}
        for step in "01234":
            found.setdefault("Wechsel zu einem Schritt", []).extend(
                await timed(pilot, partial(pilot.press, step), ROUNDS // 5)
            )
        found["Partner öffnen"] = await timed(pilot, lambda: pilot.press("p"), ROUNDS)
        await pilot.press("f")
        found["Taste im Filter der Partner"] = await timed(
            pilot, lambda: pilot.press("g", "backspace"), ROUNDS
        )

        async def open_and_leave() -> None:
            await app.go(ToCard(partner.id))
            await pilot.pause()
            await app.go(Page.BACK)

        found["Karte öffnen und verlassen"] = await timed(pilot, open_and_leave, ROUNDS)
        await app.go(ToCard(partner.id))
        await app.screen.go_to_prompt("partner.grenzen")  # type: ignore[attr-defined]
        await pilot.pause()
        found["Taste im Text einer Karte"] = await timed(
            pilot, lambda: pilot.press("ä"), ROUNDS * 3
        )
        found["In den Garten"] = await timed(pilot, lambda: pilot.press("f2"), ROUNDS)
    app.close_book()
    return found


async def timed(pilot: Pilot[None], work: Work, rounds: int) -> list[float]:
    """How long something takes, each time."""
    taken = []
    await work()
    for _ in range(rounds):
        await pilot.pause()
        start = time.perf_counter()
        await work()
        await pilot.pause()
        taken.append(time.perf_counter() - start)
    return taken


def main() -> None:
    """Measure a big and an empty garden and print both."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        both = []
        for name in ("gross", "leer"):
            paths = Paths(Path(folder) / name, "Messung")
            paths.folder.mkdir()
            if name == "gross":
                make(paths)
            open_garden(read_guide(), paths).close()
            both.append(asyncio.run(figures(paths)))
    print(f"{'30 Jahre × 300 Partner, leer':<34} {'Median':>20} {'p95':>22}")
    for name, big in both[0].items():
        small = both[1][name]
        parts = []
        for figure in (median, lambda values: quantiles(values, n=20)[-1]):
            one, other = figure(big), figure(small)
            parts.append(f"{one * 1000:7.1f} {other * 1000:6.1f} ms {one / other:4.2f} ×")
        print(f"{name:<34}", *parts, flush=True)


if __name__ == "__main__":
    main()
