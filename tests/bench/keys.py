"""How many keys a job takes that are not text, and whether it was done with them.

``python -m tests.bench.keys`` does each job in the running program and prints a line for it: the
keys now, and those it took before a librarian's ten minutes were counted.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from gartenjahr_tui.garden.kinds import Partnership
from gartenjahr_tui.garden.targets import ToCard
from gartenjahr_tui.store.paths import Paths
from tests.screens.helpers import Desk, at_the_desk

FIVE = ("Beet", "Chor", "Fest", "Lesen", "Zirkus")
"""Partnerships of the check-in."""


class Hands:
    """Hands that count the keys they press."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.count = 0

    async def press(self, *keys: str) -> None:
        """Press keys that are not text."""
        self.count += len(keys)
        await self.desk.press(*keys)

    async def type(self, text: str) -> None:
        """Type text, which is not counted."""
        await self.desk.type(text)


@dataclass(frozen=True)
class Job:
    """Something a librarian does from the home page.

    Attributes:
        name: What it is.
        before: Keys it took before.
        do: Does it.
        done: Whether it was done.
        fresh: Whether the garden is empty.
    """

    name: str
    before: str
    do: Callable[[Hands], Awaitable[None]]
    done: Callable[[Desk], bool]
    fresh: bool = False


async def _checkin_same(hands: Hands) -> None:
    await hands.press("c", "enter", *["enter"] * len(FIVE), "enter", "enter")


async def _checkin_told(hands: Hands) -> None:
    await hands.press("c", "enter")
    for _ in FIVE:
        await hands.press("down")
        await hands.type("Es geht voran.")
        await hands.press("tab", "tab", "tab")
        await hands.type("Anrufen")
        await hands.press("tab")
        await hands.type("+14")
        await hands.press("enter", "enter")
    await hands.press("enter", "enter")


async def _encounter(hands: Hands) -> None:
    await hands.press("k")
    await hands.type("Kit")
    await hands.press("enter", "tab", "tab")
    await hands.type("kurz gesprochen")
    await hands.press("escape")


async def _harvest(hands: Hands) -> None:
    await hands.press("f8")
    await hands.type("Lesenacht mit dreißig Kindern")
    await hands.press("escape")


async def _thanks(hands: Hands) -> None:
    await hands.press("d")
    await hands.type("Frau Kaya")
    await hands.press("tab", "tab")
    await hands.type("hat Stühle geschleppt")
    await hands.press("escape")


async def _question(hands: Hands) -> None:
    await hands.press("enter")


async def _plant(hands: Hands) -> None:
    for _ in range(20):
        await hands.press("down")
        if hands.desk.screen.query_one("HomePanel").place is None and _on_plant(hands.desk):
            break
    await hands.press("enter")


def _on_plant(desk: Desk) -> bool:
    panel = desk.screen.query_one("HomePanel")
    target, _ = panel._places()[panel.cursor]
    return type(target).__name__ == "ToCard"


async def _to_link(hands: Hands) -> None:
    """Go on from a page of questions, by its link at the end."""
    for _ in range(6):
        await hands.press("tab")
        if hands.desk.focused is hands.desk.screen.page.way_on:
            break
    await hands.press("enter")


async def _first_day(hands: Hands) -> None:
    await hands.press("enter")
    for n, text in enumerate(("Freude an der Stadt", "Mehr Kinder im Haus", "Ein offenes Haus")):
        await hands.press(*(["tab"] if n else []))
        await hands.type(text)
    await _to_link(hands)
    await hands.type("Ein Nachmittag, den die Kita mit uns macht")
    await _to_link(hands)
    await hands.type("Ein Lesegarten hinter dem Haus")
    await hands.press("tab")
    await hands.type("Schaufeln, Erde, zwei, die gern graben")
    await _to_link(hands)
    for name in ("Kita Nord", "Gartenverein", "Volkshochschule"):
        await hands.press("enter")
        await hands.type(name)
        await hands.press("enter")
        await hands.press("n")
        await hands.type("AM")
        await hands.press("escape", "escape", "escape")
    await _to_link(hands)
    await hands.press("enter")
    await hands.type("Lesegarten")
    await hands.press("enter", "tab")
    await hands.type("Gart")
    await hands.press("enter", "tab")
    await hands.type("Den Verein anrufen")
    await hands.press("tab")
    await hands.type("+7")
    await hands.press("escape", "f2")


async def _tick(hands: Hands) -> None:
    await hands.press("down", "down", "e")


async def _report(hands: Hands) -> None:
    await hands.press("b", "enter")


async def _welcome(hands: Hands) -> None:
    await hands.desk.menu("einrichten")
    await hands.type("Stadtbücherei Musterfeld")
    await hands.press("enter")
    await hands.type("Mo")
    await hands.press("enter", "down", "down", "enter")


async def _partner(hands: Hands) -> None:
    await hands.press("p", "n")
    await hands.type("Zoo")
    await hands.press("escape")


async def _contact(hands: Hands) -> None:
    await hands.press("p", "enter", "b", "a", "enter", "n")
    await hands.type("Frau Özlem")
    await hands.press("escape")


async def _partnership(hands: Hands) -> None:
    await hands.desk.do("app.list('pflegen', 'partnership')")
    await hands.press("n")
    await hands.type("Waldtag")
    await hands.press("enter")
    await hands.type("Forstamt")
    await hands.press("enter")


async def _grown(hands: Hands) -> None:
    await hands.desk.go(ToCard(hands.desk.book.cards.of("partnership")[0].id))
    await hands.press("down", "enter", "n", "enter", "right", "right", "space", "escape")


async def _seed(hands: Hands) -> None:
    await hands.desk.open("saeen.palme")
    await hands.type("Ein Lesegarten hinter dem Haus")
    for _ in range(6):
        await hands.press("tab")
        if type(hands.desk.focused).__name__ == "GrowLink":
            break
    await hands.press("enter")


async def _phone(hands: Hands) -> None:
    await hands.press("f3")
    await hands.type("kit")
    await hands.desk.until(lambda: "Kita Nord" in hands.desk.text)
    await hands.press("down", "enter")


async def _copy(hands: Hands) -> None:
    await hands.press("f10")
    await hands.type("sicherungen")
    await hands.press("enter", "n")
    await hands.desk.until(lambda: any(hands.desk.app.paths.copies.glob("*")))


def _has(desk: Desk, kind: str) -> bool:
    return len(desk.book.cards.of(kind)) > (kind == "encounter")


def _ended(desk: Desk) -> bool:
    rounds = desk.book.cards.of("checkin")
    return len(desk.book.cards.of("checkup")) == len(FIVE) and "fertig_am" in rounds[0].value


def _agreed(desk: Desk) -> bool:
    looks = desk.book.cards.of("checkup")
    return _ended(desk) and all("schritt_am" in look.value for look in looks)


def _ticked(desk: Desk) -> bool:
    (step,) = desk.book.cards.of("encounter")
    return step.value.get("schritt_stand") == "erledigt"


def _begun(desk: Desk) -> bool:
    """Whether the garden lives: why, fruits, palm, three partners, a seed with its next step."""
    cards, book = desk.book.cards, desk.book
    (seed,) = cards.of("seed")
    answers = ("boden.warum", "boden.fruechte", "saeen.palme")
    return (
        all(book.answer(id).value for id in answers)
        and [len(p.value["wer_kennt"]) for p in cards.of("partner")] == [1, 1, 1]
        and {"pflanzort", "schritt", "schritt_am"} <= seed.value.keys()
        and "Den Verein anrufen" in desk.text
    )


def _reached(desk: Desk) -> bool:
    (contact,) = desk.book.cards.of("contact")
    return bool(contact.value.get("partner"))


def _both(desk: Desk) -> bool:
    made = [card for card in desk.book.cards.of("partnership") if card.value["titel"] == "Waldtag"]
    return len(desk.book.cards.of("partner")) == 2 and bool(made[0].value.get("partner"))


def _has_grown(desk: Desk) -> bool:
    return Partnership(desk.book.cards.of("partnership")[0]).growth == "gruen"


JOBS = (
    Job("the first day: five questions, all fields", "–", _first_day, _begun, fresh=True),
    Job("from home into the question one stopped at", "2", _question, lambda d: bool(d.prompt)),
    Job("check-in, five partnerships, nothing changed", "–", _checkin_same, _ended),
    Job("check-in, five, a sentence and a step each", "98", _checkin_told, _agreed),
    Job("encounter with a known partner", "8", _encounter, lambda d: _has(d, "encounter")),
    Job("harvest", "2", _harvest, lambda d: _has(d, "harvest")),
    Job("thanks", "20", _thanks, lambda d: _has(d, "thanks")),
    Job("a plant of mine from home", "8", _plant, lambda d: "Kooperation" in d.title),
    Job("mark as done what is due", "4", _tick, _ticked),
    Job("the welcome page", "13", _welcome, lambda d: "Musterfeld" in d.book.profile.library),
    Job("a partner from home", "3", _partner, lambda d: len(d.book.cards.of("partner")) > 1),
    Job("a contact from home, on the card of its partner", "11", _contact, _reached),
    Job("a partnership and its partner in the list", "6", _partnership, _both),
    Job("growth noted, on the card", "9", _grown, _has_grown),
    Job("a seed from an answer", "2", _seed, lambda d: len(d.book.cards.of("seed")) == 1),
    Job("a phone number from home", "7", _phone, lambda d: "0123 45" in d.text),
    Job("back up now", "7", _copy, lambda d: True),
    Job("open the yearly report", "2", _report, lambda d: "Jahresbericht" in d.text),
)


async def _run(job: Job, folder: Path) -> tuple[int, bool]:
    async with at_the_desk(Paths(folder, "keys")) as desk:
        hands, cards = Hands(desk), desk.book.cards
        if job.fresh:
            await job.do(hands)
            return hands.count, job.done(desk)
        partner = cards.add("partner", {"name": "Kita Nord", "telefon": "0123 45"})
        keim = [{"am": "2026-10-01", "bild": "keim"}]
        for name in FIVE:
            value = {"titel": name, "partner": [partner.id], "wachstum": keim}
            cards.add("partnership", value)
        day = desk.book.today.isoformat()
        cards.add("encounter", {"am": day, "schritt": "Plan schicken", "schritt_am": day})
        await desk.press("f2")
        await job.do(hands)
        return hands.count, job.done(desk)


def main() -> None:
    """Print a line for each job."""
    for job in JOBS:
        with ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            count, done = asyncio.run(_run(job, Path(folder)))
        print(f"{job.name:<48} {count:>3} keys (before: {job.before}) {'' if done else 'NOT DONE'}")


if __name__ == "__main__":
    main()
