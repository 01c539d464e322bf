"""A packet is read back on the screen, and the questions on which views differ are opened."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from gartenjahr_tui.exchange import packet
from gartenjahr_tui.exchange.packet import Given, PacketQuestion
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.areas import PathArea
from gartenjahr_tui.workbook.states import AnswerState
from screens.garten import GartenScreen
from screens.karte import CardScreen
from screens.paket import PacketScreen
from screens.schnell import QuickScreen
from screens.tisch import TableScreen
from tests.conftest import Clock, OpenBook
from tests.screens.helpers import SMALL, WIDE, Desk, at_the_desk

TEXT = "deren Sicht [/] ä"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "k.gartenpaket.json"


@pytest.fixture(autouse=True)
def filled(open_book: OpenBook, file: Path, prompt: Prompt, clock: Clock) -> None:
    """A garden with an answer and a partnership, and a packet in which Kita sees both otherwise."""
    book = open_book()
    book.put(prompt, {"text": "unsere Sicht"}, left=True)
    card = book.cards.add("partnership", {"titel": "Lesegarten", "handschlag": 5})
    questions = [
        PacketQuestion(prompt.id),
        PacketQuestion("partnership.handschlag", card.id, "Lesegarten"),
    ]
    made = packet.make(book, questions, "Kita")
    made = made.answered(prompt.id, Given(AnswerState.ANSWERED, {"text": TEXT}, clock.now()))
    made = made.answered(
        questions[1].key, Given(AnswerState.ANSWERED, {"handschlag": 2}, clock.now())
    )
    file.write_bytes(packet.as_bytes(made))
    book.close()


async def show(desk: Desk, file: Path) -> None:
    await desk.menu("Paket einlesen")
    assert isinstance(desk.screen, PacketScreen)
    desk.screen.query_one("#file", PathArea).value = f'"{file}"'
    await desk.press("enter")
    await desk.until(lambda: "Paket von Kita" in desk.text)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_packet_is_shown_taken_and_compared(
    paths: Paths, file: Path, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        await show(desk, file)
        assert "Kita ist neu" in desk.text
        assert TEXT in desk.text
        assert len(desk.book.voices) == 1
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, TableScreen))
        assert desk.said == ["Übernommen: 2 Antworten von Kita."]
        assert "Am Tisch mit Kita: Frage 1 von 2" in desk.text
        names = next(line for line in desk.text.splitlines() if "Sie (Kita)" in line)
        said = next(line for line in desk.text.splitlines() if TEXT in line)
        assert names.index("wir (ich)") == said.index("unsere Sicht")
        assert names.index("Sie (Kita)") == said.index(TEXT)
        await desk.press("w")
        assert "Frage 2 von 2" in desk.text
        assert "5 von 5" in desk.text
        assert "2 von 5" in desk.text
        await desk.press("z", "right", "enter")
        await desk.until(lambda: isinstance(desk.screen, CardScreen))
        assert desk.prompt == "partnership.handschlag"


async def test_what_is_agreed_on_at_the_table_becomes_a_step_or_an_agreement(
    paths: Paths, file: Path
) -> None:
    async with at_the_desk(paths, size=SMALL) as desk:
        await show(desk, file)
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, TableScreen))
        await desk.press("w", "s")
        await desk.until(lambda: isinstance(desk.screen, QuickScreen))
        await desk.type("Raum anfragen")
        await desk.press("tab")
        await desk.type("3.12.")
        await desk.press("escape")
        assert isinstance(desk.screen, TableScreen)
        (meeting,) = desk.book.cards.of("encounter")
        (card,) = desk.book.cards.of("partnership")
        assert meeting.value["schritt"] == "Raum anfragen"
        assert meeting.value["schritt_am"] == "2026-12-03"
        assert meeting.value["kooperation"] == [card.id]
        await desk.press("a")
        await desk.type("Alle vier Wochen ein Anruf")
        await desk.press("escape")
        assert desk.said[-1] == "Die Absprache steht bei „Lesegarten“."
        (agreed,) = desk.book.cards[card.id].value["absprachen"]
        assert agreed["was"] == "Alle vier Wochen ein Anruf"
        assert agreed["von"] == "2026-11-22"
        await desk.press("a", "escape")
        assert desk.said[-1] == "Nichts eingetragen, also auch nichts angelegt."
        assert len(desk.book.cards[card.id].value["absprachen"]) == 1
        # Where the question is about no card, one chooses the partnership first.
        await desk.press("z", "a", "enter")
        await desk.type("Anrufe am Dienstag")
        await desk.press("escape")
        assert len(desk.book.cards[card.id].value["absprachen"]) == 2


async def test_escape_takes_nothing(paths: Paths, file: Path) -> None:
    async with at_the_desk(paths) as desk:
        await show(desk, file)
        await desk.press("escape")
        assert len(desk.book.voices) == 1
        await desk.menu("Unterschiedliche Antworten")
        assert "keine unterschiedlichen Antworten" in desk.text


async def test_another_name_is_shown_again_before_it_is_taken(paths: Paths, file: Path) -> None:
    async with at_the_desk(paths) as desk:
        await show(desk, file)
        await desk.type("X")
        await desk.press("enter")
        await desk.until(lambda: "X ist neu" in desk.text)
        assert len(desk.book.voices) == 1


async def test_a_damaged_packet_is_refused_in_german(paths: Paths, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"deren", b"meine"))
    async with at_the_desk(paths) as desk:
        await desk.do("app.packet")
        desk.screen.query_one("#file", PathArea).value = str(file)
        await desk.press("enter")
        await desk.until(lambda: "abgelehnt" in desk.text)
        assert len(desk.book.voices) == 1


async def test_the_question_in_the_guide_is_opened(
    paths: Paths, file: Path, prompt: Prompt
) -> None:
    async with at_the_desk(paths) as desk:
        await show(desk, file)
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, TableScreen))
        await desk.press("enter")
        await desk.until(lambda: not isinstance(desk.screen, TableScreen))
        assert desk.prompt == prompt.id
        assert "Kita" in desk.text


async def test_a_drive_that_says_nothing_does_not_keep_anybody_on_the_page(
    paths: Paths, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = Event()
    monkeypatch.setattr("screens.paket.PATIENCE", 0.1)
    monkeypatch.setattr(packet, "read", lambda file: never.wait(20))
    async with at_the_desk(paths) as desk:
        await desk.menu("Paket einlesen")
        desk.screen.query_one("#file", PathArea).value = str(file)
        await desk.press("enter")
        await desk.until(lambda: "lässt sich nicht lesen" in desk.text)
        await desk.press("f2")
        assert isinstance(desk.screen, GartenScreen)
    never.set()
