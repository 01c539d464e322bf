"""A round that is killed in mid-sentence goes on at the very letter."""

from __future__ import annotations

import signal
from collections.abc import Callable

from gartenjahr_tui.garden.overwintering import overwintering
from gartenjahr_tui.workbook.plain import Bookmark
from tests.safety.desk import ENTER, ESCAPE, TAB, Desk, cursor, type_in, wait_quiet, wait_saved
from tests.safety.test_garden import HOME, cards
from tests.terminal.pty_app import RealTerminal

Start = Callable[..., RealTerminal]

DOWN, RIGHT = "\x1b[B", "\x1b[C"


def plant(desk: Desk) -> None:
    """A garden with two partnerships, left at its home page."""
    with desk.book() as book:
        for title in ("Ausstellung", "Vorlesen"):
            value = {"titel": title, "lebensdauer": "mehrjaehrig"}
            book.cards.add("partnership", value)


def at_station(terminal: RealTerminal, name: str) -> None:
    """Wait for the cursor at the station of a partnership."""
    terminal.wait_until(
        lambda: any(line.strip() == name for line in terminal.lines) and cursor(terminal),
        f"the cursor at {name}",
    )


def kill(terminal: RealTerminal) -> None:
    wait_saved(terminal)
    terminal.kill(signal.SIGKILL)
    terminal.wait_exit()


def test_a_check_in_killed_in_mid_sentence_goes_on_there(desk: Desk, start: Start) -> None:
    plant(desk)
    terminal = start()
    terminal.wait_for(HOME)
    terminal.send("c")
    terminal.wait_for("Wie viel Zeit haben Sie heute?")
    wait_quiet(terminal)
    terminal.send(ESCAPE)
    wait_quiet(terminal)
    terminal.send(DOWN + DOWN)
    wait_quiet(terminal)
    terminal.send(ENTER)
    terminal.wait_for("Alles wie bisher")
    wait_quiet(terminal)
    terminal.send(DOWN + TAB)
    at_station(terminal, "Vorlesen")
    wait_quiet(terminal)
    type_in(terminal, "Uns fehlt ein Rau")
    kill(terminal)

    again = start()
    again.wait_for(HOME)
    again.send(ENTER)
    at_station(again, "Vorlesen")
    again.wait_for("Uns fehlt ein Rau")
    type_in(again, "m für Größere")
    again.wait_for("ein Raum für Größere")
    wait_saved(again)
    (look,) = cards(desk, "checkup")
    assert look["nicht"] == "Uns fehlt ein Raum für Größere"
    assert len(cards(desk, "checkin")) == 1


def test_an_overwintering_killed_on_the_way_goes_on_there(desk: Desk, start: Start) -> None:
    plant(desk)
    with desk.book() as book:
        round = overwintering(book)
        first, second = (s for s in round.stations() if s.partnership)
        round.leave(first)
        round.go_to(second)
        prompt = second.section.prompts[0]
        second.sheet.put(prompt, {"weg": "ausbauen"})
        second.sheet.set_bookmark(Bookmark("runde", prompt.id, "warum"))
        before = book.cards.of("partnership")
    terminal = start()
    terminal.wait_for(HOME)
    terminal.send(ENTER)
    at_station(terminal, "Vorlesen")
    type_in(terminal, "Alle wollen meh")
    kill(terminal)

    again = start()
    again.wait_for(HOME)
    again.send(ENTER)
    at_station(again, "Vorlesen")
    type_in(again, "r davon")
    again.wait_for("Alle wollen mehr davon")
    wait_saved(again)
    again.kill(signal.SIGKILL)
    again.wait_exit()
    assert "Alle wollen mehr davon" in [each.get("warum") for each in cards(desk, "wintering")]
    with desk.book() as book:
        assert [c.value for c in book.cards.of("partnership")] == [c.value for c in before]
        assert len(book.years) == 1
        assert overwintering(book).where() == 2
