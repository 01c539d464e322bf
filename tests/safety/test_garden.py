"""Whatever is typed on a card of the garden is there afterwards, however the program ends."""

from __future__ import annotations

import json
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from gartenjahr_tui.text import clean, one_line
from gartenjahr_tui.workbook.plain import Bookmark, Card
from tests.safety.desk import (
    ENTER,
    ESCAPE,
    QUIT,
    TAB,
    UMLAUTS,
    Desk,
    cursor,
    type_in,
    until,
    wait_quiet,
    wait_saved,
)
from tests.safety.test_disk import STANDS, no_room, rescues, wait_told
from tests.terminal.pty_app import RealTerminal

Start = Callable[..., RealTerminal]
End = Callable[[RealTerminal], None]

F8 = "\x1b[19~"
HOME = "Weg durchs Jahr"
SMALL = "Das Fenster ist gerade sehr klein"
SECOND = 1.0
"""What a power cut may cost at most, after the last key."""


def cards(desk: Desk, kind: str) -> list[dict[str, Any]]:
    """What the file says about the cards of a kind, without the deleted ones."""
    address = f"file:{desk.paths.file}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=5)) as connection:
        found = connection.execute(
            "SELECT value FROM card WHERE kind = ? AND NOT deleted ORDER BY created_at", (kind,)
        ).fetchall()
    return [json.loads(value) for (value,) in found]


def plant(desk: Desk, kind: str, prompt: str, field: str, **value: Any) -> Card:
    """Put a card into the garden, and let the program resume in one of its fields."""
    with desk.book() as book:
        card = book.cards.add(kind, value)
        book.set_bookmark(Bookmark("karte", prompt, field, subject=card.id))
    return card


def open_card(terminal: RealTerminal, title: str) -> None:
    """Go on from the home screen on the card of this name."""
    terminal.wait_for(HOME)
    terminal.send(ENTER)
    terminal.wait_until(lambda: title in terminal.lines[0], f"the card {title}")


def open_text(terminal: RealTerminal, title: str) -> None:
    """Go on in a text field of a card."""
    open_card(terminal, title)
    terminal.wait_until(lambda: cursor(terminal), "a cursor")


# Where one types: each begins on the home screen, types, and says what the file holds then.


class NameOfANewPartner:
    """A new partner, begun from the list."""

    def prepare(self, desk: Desk) -> None:
        pass

    def type(self, terminal: RealTerminal) -> None:
        terminal.wait_for(HOME)
        terminal.send("p")
        terminal.wait_for("steht noch nichts")
        wait_quiet(terminal)
        terminal.send("n")
        terminal.wait_until(lambda: cursor(terminal), "a cursor")
        type_in(terminal, UMLAUTS)

    def kept(self, desk: Desk) -> bool:
        return cards(desk, "partner") == [{"name": UMLAUTS}]


class TextOfACard:
    """A text field of a partner."""

    def prepare(self, desk: Desk) -> None:
        plant(desk, "partner", "partner.gewinn", "erwartet", name="Kita Süd")

    def type(self, terminal: RealTerminal) -> None:
        open_text(terminal, "Kita Süd")
        type_in(terminal, UMLAUTS)

    def kept(self, desk: Desk) -> bool:
        return cards(desk, "partner") == [{"name": "Kita Süd", "erwartet": UMLAUTS}]


class EntryOfAHistory:
    """A new entry in a history, still open."""

    def prepare(self, desk: Desk) -> None:
        plant(desk, "partner", "partner.bild", "bild", name="Kita Süd")

    def type(self, terminal: RealTerminal) -> None:
        open_card(terminal, "Kita Süd")
        terminal.wait_for("n = ")
        terminal.send("n")
        terminal.wait_for("Zitat oder Beleg")
        terminal.send(TAB)
        wait_quiet(terminal)
        terminal.send(TAB)
        terminal.wait_until(lambda: self._in_text(terminal), "the cursor in the text")
        type_in(terminal, UMLAUTS)

    def _in_text(self, terminal: RealTerminal) -> bool:
        label = next((y for y, line in enumerate(terminal.lines) if "Zitat oder" in line), 0)
        place = cursor(terminal)
        return bool(label and place and place[1] > label)

    def kept(self, desk: Desk) -> bool:
        (card,) = cards(desk, "partner")
        return [entry.get("beleg") for entry in card.get("bild", ())] == [UMLAUTS]


class NameInALink:
    """A name that has not been taken yet, in a field that names cards."""

    def prepare(self, desk: Desk) -> None:
        plant(desk, "partnership", "partnership.was", "partner", titel="Vorlesen")

    def type(self, terminal: RealTerminal) -> None:
        open_text(terminal, "Vorlesen")
        type_in(terminal, UMLAUTS)

    def kept(self, desk: Desk) -> bool:
        (card,) = cards(desk, "partnership")
        return card.get("partner") == [UMLAUTS] and not cards(desk, "partner")


class QuickEncounter:
    """The quick dialog for an encounter."""

    def prepare(self, desk: Desk) -> None:
        pass

    def type(self, terminal: RealTerminal) -> None:
        terminal.wait_for(HOME)
        terminal.send("k")
        terminal.wait_for("Begegnung festhalten")
        terminal.wait_until(lambda: cursor(terminal), "a cursor")
        type_in(terminal, UMLAUTS)

    def kept(self, desk: Desk) -> bool:
        return [card.get("partner") for card in cards(desk, "encounter")] == [[UMLAUTS]]


class QuickHarvest:
    """The quick dialog for a harvest."""

    def prepare(self, desk: Desk) -> None:
        pass

    def type(self, terminal: RealTerminal) -> None:
        terminal.wait_for(HOME)
        terminal.send(F8)
        terminal.wait_for("In den Erntekorb")
        terminal.wait_until(lambda: cursor(terminal), "a cursor")
        type_in(terminal, UMLAUTS)

    def kept(self, desk: Desk) -> bool:
        return [card.get("titel") for card in cards(desk, "harvest")] == [UMLAUTS]


Place = (
    NameOfANewPartner | TextOfACard | EntryOfAHistory | NameInALink | QuickEncounter | QuickHarvest
)
PLACES: list[Place] = [
    NameOfANewPartner(),
    TextOfACard(),
    EntryOfAHistory(),
    NameInALink(),
    QuickEncounter(),
    QuickHarvest(),
]


def _name(place: Any) -> str:
    return getattr(place, "__name__", type(place).__name__)


places = pytest.mark.parametrize("place", PLACES, ids=_name)


def ctrl_q(terminal: RealTerminal) -> None:
    terminal.send(QUIT)


def sigterm(terminal: RealTerminal) -> None:
    terminal.kill(signal.SIGTERM)


def sighup(terminal: RealTerminal) -> None:
    terminal.kill(signal.SIGHUP)


@places
def test_a_power_cut_a_second_after_the_last_key_costs_nothing(
    desk: Desk, start: Start, place: Place
) -> None:
    place.prepare(desk)
    terminal = start()
    place.type(terminal)
    # What the terminal has not shown yet, the program may not have read.
    terminal.wait_for(UMLAUTS[:14])
    last = time.monotonic()
    until(lambda: time.monotonic() > last + SECOND, "the moment")
    terminal.kill(signal.SIGKILL)
    terminal.wait_exit()
    assert place.kept(desk)


@places
@pytest.mark.parametrize("end", [sigterm, sighup])
def test_ending_in_the_middle_of_a_word_keeps_it(
    desk: Desk, start: Start, place: Place, end: End
) -> None:
    place.prepare(desk)
    terminal = start()
    place.type(terminal)
    end(terminal)
    assert terminal.wait_exit() == 0
    assert place.kept(desk)


@pytest.mark.parametrize("place", [QuickEncounter(), QuickHarvest()], ids=_name)
def test_ctrl_q_within_a_quick_entry_keeps_it(desk: Desk, start: Start, place: Place) -> None:
    terminal = start()
    place.type(terminal)
    ctrl_q(terminal)
    assert terminal.wait_exit() == 0
    assert place.kept(desk)


@pytest.mark.parametrize("place", [QuickEncounter(), NameInALink()], ids=_name)
def test_escape_in_an_unfinished_name_keeps_it(desk: Desk, start: Start, place: Place) -> None:
    place.prepare(desk)
    terminal = start()
    place.type(terminal)
    terminal.send(ESCAPE)
    wait_quiet(terminal)
    terminal.send(ESCAPE)
    wait_quiet(terminal)
    ctrl_q(terminal)
    assert terminal.wait_exit() == 0
    assert place.kept(desk)


def test_after_a_power_cut_the_next_start_shows_the_card(desk: Desk, start: Start) -> None:
    place = TextOfACard()
    place.prepare(desk)
    terminal = start()
    place.type(terminal)
    terminal.wait_for(UMLAUTS[:14])
    wait_saved(terminal)
    terminal.kill(signal.SIGKILL)
    terminal.wait_exit()
    again = start()
    open_text(again, "Kita Süd")
    again.wait_for("Grüße aus Köln")
    type_in(again, "!!")
    wait_saved(again)
    assert cards(desk, "partner")[0]["erwartet"] == UMLAUTS + "!!"


def test_a_second_window_shows_the_cards_and_changes_nothing(desk: Desk, start: Start) -> None:
    plant(desk, "partner", "partner.gewinn", "erwartet", name="Kita Süd", erwartet="Bücher")
    before = cards(desk, "partner")
    first = start()
    open_text(first, "Kita Süd")
    second = start()
    second.wait_for("Nur lesen")
    second.send("p")
    second.wait_for("Kita Süd")
    wait_quiet(second)
    type_in(second, "nlk")
    second.send(F8)
    wait_quiet(second)
    second.send(ENTER)
    second.wait_until(lambda: "Partner · Kita Süd" in second.lines[0], "the card")
    wait_quiet(second)
    second.send(ENTER)
    wait_quiet(second)
    type_in(second, "darf nicht\x7f\x7f sein" + ENTER + " " + TAB + "lu")
    wait_quiet(second)
    assert second.is_running
    second.send(QUIT)
    assert second.wait_exit() == 0
    assert cards(desk, "partner") == before
    for kind in ("encounter", "harvest"):
        assert cards(desk, kind) == []
    type_in(first, UMLAUTS)
    wait_saved(first)
    assert cards(desk, "partner")[0]["erwartet"] == UMLAUTS + "Bücher"


NASTY = (
    "[bold red]rot[/] [/] [@click=app.quit]Klick[/] $error {x} %s \\[ "
    "\x1b]0;Titel\x07\x1b[2J\x1bc\x9b31m\x00Null\x00 "
    "Emoji 🌻👩‍🌾 שלום عربى \u202everkehrt\u202c zerlegt: Gru\u0308ße"
)


def test_markup_escapes_and_emoji_in_a_name_are_text_in_lists_links_and_dialogs(
    desk: Desk, start: Start
) -> None:
    partner = plant(desk, "partner", "partner.wer", "name", name="x")
    terminal = start()
    open_text(terminal, "Partner · x")
    terminal.paste(NASTY)
    terminal.wait_for("[bold red]rot[/]")
    terminal.wait_until(lambda: cards(desk, "partner") != [{"name": "x"}], "the name in the file")
    assert cards(desk, "partner") == [{"name": one_line(NASTY) + "x"}]
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    plant(desk, "partnership", "partnership.was", "partner", titel="Beet", partner=[partner.id])
    again = start()
    open_text(again, "Beet")
    again.wait_for("[bold red]rot[/]")
    type_in(again, "bold")
    again.wait_for("› ")
    again.send(ESCAPE)
    wait_quiet(again)
    again.send("p")
    again.wait_for("Filtern:")
    again.wait_for("[bold red]rot[/]")
    wait_quiet(again)
    again.send("l")
    again.wait_for("Partner löschen?")
    again.wait_for("[bold red]rot[/]")
    again.send(ESCAPE)
    wait_quiet(again)
    again.send(QUIT)
    assert again.wait_exit() == 0
    assert b"\x1b]0;Titel" not in again.output + terminal.output
    assert b"\x1bc" not in again.output + terminal.output


def test_a_long_name_and_a_megabyte_of_text_are_kept_whole(desk: Desk, start: Start) -> None:
    card = plant(desk, "partner", "partner.wer", "name", name="Kita")
    line = "Der Garten wächst, und jede Zeile zählt: äöü ÄÖÜ ß.\n"
    text = clean(line * (2**20 // len(line.encode())) + "Ende")
    name = ("Förderverein " * 400)[:5000].strip()
    terminal = start()
    open_text(terminal, "Kita")
    terminal.paste(name)
    terminal.wait_until(lambda: len(cards(desk, "partner")[0]["name"]) > len(name), "the name")
    assert cards(desk, "partner")[0]["name"] == name + "Kita"
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    with desk.book() as book:
        book.set_bookmark(Bookmark("karte", "partner.gewinn", "erwartet", subject=card.id))
    again = start()
    open_text(again, "Förderverein")
    again.paste(text, timeout=60)
    again.wait_until(lambda: cards(desk, "partner")[0].get("erwartet") == text, "it", timeout=60)
    again.send("!")
    again.send(QUIT)
    assert again.wait_exit(timeout=60) == 0
    assert cards(desk, "partner")[0]["erwartet"] == text + "!"


def test_a_tiny_window_takes_nothing_from_a_card(desk: Desk, start: Start) -> None:
    place = TextOfACard()
    place.prepare(desk)
    terminal = start()
    place.type(terminal)
    terminal.wait_for("Grüße aus Köln")
    terminal.resize(40, 10)
    wait_quiet(terminal)
    type_in(terminal, " klein")
    wait_quiet(terminal)
    terminal.resize(80, 24)
    terminal.wait_for("Grüße aus Köln")
    type_in(terminal, " gross")
    wait_saved(terminal)
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    text = cards(desk, "partner")[0]["erwartet"]
    assert text.startswith(UMLAUTS)
    assert text.endswith(" gross")


@pytest.mark.parametrize("place", [TextOfACard(), QuickHarvest()], ids=_name)
def test_a_full_disk_puts_the_card_aside_and_the_next_start_brings_it_back(
    desk: Desk, start: Start, place: Place
) -> None:
    place.prepare(desk)
    terminal = start()
    # A garden that is still being opened needs the disk.
    terminal.wait_for("gespeichert")
    no_room(terminal)
    place.type(terminal)
    wait_told(terminal, STANDS)
    terminal.kill(signal.SIGTERM)
    assert terminal.wait_exit() == 0
    assert len(rescues(desk)) == 1
    again = start()
    again.wait_for(HOME)
    again.wait_until(lambda: not rescues(desk), "the text to be taken over")
    again.send(QUIT)
    assert again.wait_exit() == 0
    assert place.kept(desk)
