"""F9 hides everything and gives it back as it was; the log opens what was changed; u takes back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from textual import events

from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.store import Store
from gartenjahr_tui.terminal import curtain
from gartenjahr_tui.terminal.curtain import Curtain
from gartenjahr_tui.terminal.input import TerminalInput
from gartenjahr_tui.words.rhythm import CurtainWords, UndoWords
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.states import AnswerState
from screens.abschied import FarewellScreen
from screens.garten import GartenScreen
from screens.karte import CardScreen
from screens.menue import MenuScreen
from screens.protokoll import LogScreen
from screens.saeen import SaeenScreen
from tests.conftest import OpenBook
from tests.screens.helpers import SMALL, WIDE, Desk, at_the_desk


@pytest.fixture
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment in which no key counts is over at once."""
    monkeypatch.setattr(curtain, "REST_SECONDS", 0.0)


@pytest.fixture
def still_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment in which no key counts is not over, however slow the computer."""
    monkeypatch.setattr(curtain, "REST_SECONDS", 600.0)


def is_hidden(desk: Desk) -> bool:
    """Whether nothing but the curtain is to be read."""
    plant = {line.strip() for line in (*CurtainWords.PLANT, CurtainWords.LINE)}
    lines = {line.strip() for line in desk.text.splitlines()} - {""}
    return isinstance(desk.screen, Curtain) and lines <= plant


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_in_the_middle_of_a_word_everything_is_hidden_and_comes_back_as_it_was(
    paths: Paths, prompt: Prompt, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        await desk.open(prompt.id)
        await desk.type("Wir gehn hin")
        await desk.press("left", "left", "left", "left", "left")
        before, field, place = desk.text, desk.focused, desk.focused.cursor_location
        desk.app.notify("Frau Kaya hat angerufen", markup=False, timeout=60)
        await desk.press("f9")
        desk.app.notify("Noch einmal Frau Kaya", markup=False, timeout=60)
        await desk.settle()
        assert is_hidden(desk)
        await desk.book_saved()
        assert is_hidden(desk)
        await desk.press("x")
        assert "Frau Kaya" in desk.text
        desk.app.clear_notifications()
        await desk.settle()
        assert desk.text.splitlines()[1:] == before.splitlines()[1:]
        assert (desk.focused, desk.focused.cursor_location) == (field, place)
        await desk.type("e")
        assert desk.book.answer(prompt.id).value == {"text": "Wir gehen hin"}


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize("number", [57441, 57449, 57453, 57439, 57440, 57430])
@pytest.mark.parametrize("modifiers", ["", ";2", ";5"])
async def test_a_key_that_does_nothing_by_itself_uncovers_nothing(
    paths: Paths, number: int, modifiers: str
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("f9")
        for message in TerminalInput().feed(f"\x1b[{number}{modifiers}u"):
            desk.app.post_message(message)
        await desk.settle()
        assert is_hidden(desk)
        await desk.press("x")
        assert not is_hidden(desk)


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize("key", ["enter", "escape", "f10", "1", "ctrl+s", "ctrl+c", "tab", "f9"])
async def test_the_key_that_brings_everything_back_does_nothing_else(
    paths: Paths, prompt: Prompt, key: str
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Wort")
        screen, field = desk.screen, desk.focused
        await desk.press("f9")
        said = desk.said
        await desk.press(key)
        assert (desk.screen, desk.focused, desk.said) == (screen, field, said)
        assert desk.focused.text == "Wort"


@pytest.mark.usefixtures("at_rest")
async def test_an_open_dialog_is_still_open_afterwards(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("f10")
        await desk.type("gart")
        before, menu = desk.text, desk.screen
        assert isinstance(menu, MenuScreen)
        await desk.press("f9")
        assert is_hidden(desk)
        await desk.press("enter")
        assert (desk.screen, desk.text) == (menu, before)


@pytest.mark.usefixtures("at_rest")
async def test_a_paste_and_a_click_bring_back_and_reach_nothing(
    paths: Paths, prompt: Prompt
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Wort")
        screen, field = desk.screen, desk.focused
        await desk.press("f9")
        await desk.paste("aus der Zwischenablage")
        assert desk.screen is screen
        await desk.press("f9")
        for event in (events.MouseDown, events.MouseUp):
            assert isinstance(desk.screen, Curtain)
            desk.app.post_message(event(None, 2, 0, 0, 0, 1, False, False, False))
            await desk.settle()
        assert (desk.screen, desk.focused) == (screen, field)
        assert desk.focused.text == "Wort"


@pytest.mark.usefixtures("still_typing")
async def test_the_rest_of_the_word_goes_nowhere_and_does_not_uncover(
    paths: Paths, prompt: Prompt
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        field = desk.focused
        keys = ["G", "e", "h", "f9", "e", "i", "m", "enter", "f9", "x"]
        for key in keys:
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        desk.app.post_message(events.Paste("eingefügt"))
        await desk.settle()
        assert is_hidden(desk)
        assert field.text == "Geh"
        assert desk.book.answer(prompt.id).value == {"text": "Geh"}


@pytest.mark.usefixtures("at_rest")
async def test_it_hides_before_the_garden_is_open_too(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gartenjahr_tui.app import GartenjahrApp
    from screens.willkommen import WelcomeScreen

    gate = asyncio.Event()
    really = GartenjahrApp._open

    async def later(self: GartenjahrApp) -> None:
        await gate.wait()
        await really(self)

    monkeypatch.setattr(GartenjahrApp, "_open", later)
    app = GartenjahrApp(paths, None)
    try:
        async with app.run_test(notifications=True) as pilot:
            desk = Desk(app, pilot)
            await desk.press("f9")
            assert is_hidden(desk)
            gate.set()
            await asyncio.wait_for(app.the_book(), 20)
            await desk.settle()
            assert is_hidden(desk)
            await desk.press("x")
            await desk.until(lambda: isinstance(desk.screen, WelcomeScreen))
    finally:
        app.close_book()


# However slow the disk is


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Whatever is to be written waits for this."""
    ready, really = Event(), Store._see_that_file_is_there

    def slow(self: Store) -> None:
        ready.wait(60)
        really(self)

    monkeypatch.setattr(Store, "_see_that_file_is_there", slow)
    monkeypatch.setattr("gartenjahr_tui.terminal.keys.HOLD_SECONDS", 600.0)
    ready.set()
    yield ready
    ready.set()


async def begin_year(desk: Desk, *after: str) -> None:
    """Begin 2027 in the dialog and type on, without waiting."""
    await desk.do("years")
    await desk.press("n")
    await desk.type("2027")
    for key in ("enter", *after):
        desk.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def soon(condition: Callable[[], bool]) -> None:
    """Wait for it, whatever the program itself is waiting for."""
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


@pytest.mark.usefixtures("still_typing")
async def test_it_hides_while_a_dialog_waits_for_the_disk_and_what_was_typed_arrives_beneath(
    paths: Paths, disk: Event
) -> None:
    async with at_the_desk(paths) as desk:
        disk.clear()
        await begin_year(desk, "1", "f9", "2")
        await soon(lambda: is_hidden(desk))
        assert [*desk.book.years] == [2026]
        disk.set()
        await desk.until(lambda: isinstance(desk.app.screen, SaeenScreen))
        assert is_hidden(desk)
        assert [*desk.book.years] == [2026, 2027]


@pytest.mark.usefixtures("at_rest")
async def test_it_hides_while_the_program_itself_waits_for_the_disk(
    paths: Paths, prompt: Prompt, disk: Event
) -> None:
    async with at_the_desk(paths) as desk:
        disk.clear()
        desk.book.put(prompt, {"text": "geheim"})
        desk.app.call_later(desk.app.action_log)
        desk.app.post_message(events.Key("f9", None))
        await soon(lambda: is_hidden(desk))
        assert not isinstance(desk.app.screen, LogScreen)
        disk.set()
        await desk.until(lambda: isinstance(desk.app.screen, LogScreen))
        assert is_hidden(desk)
        await desk.press("x")
        assert isinstance(desk.screen, LogScreen)


async def test_the_end_begins_while_a_dialog_waits_for_the_disk(
    paths: Paths, disk: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gartenjahr_tui.app.QUIT_SECONDS", 0.1)
    async with at_the_desk(paths) as desk:
        disk.clear()
        await begin_year(desk)
        desk.book.remember("thema", "dunkel", common=True)
        desk.app.post_message(events.Key("ctrl+q", None))
        await soon(lambda: isinstance(desk.screen, FarewellScreen))
        desk.app.post_message(events.Key("escape", None))
        await soon(lambda: not isinstance(desk.screen, FarewellScreen))
        disk.set()
        await desk.until(lambda: desk.book.years == (2026, 2027))


async def test_what_was_typed_before_the_end_is_kept_however_long_it_waited(
    paths: Paths, prompt: Prompt, disk: Event, open_book: OpenBook
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        disk.clear()
        await begin_year(desk, *"Wort", "ctrl+q")
        await asyncio.sleep(0.1)
        assert desk.app.return_code is None
        disk.set()
        await soon(lambda: desk.app.return_code == 0)
    book = open_book()
    assert book.years == (2026, 2027)
    assert book.answer(prompt.id, 2027).value == {"text": "Wort"}


# The log


async def test_the_log_opens_what_was_changed(
    paths: Paths, open_book: OpenBook, prompt: Prompt
) -> None:
    book = open_book()
    card = book.cards.add("partner", {"name": "Kita Süd"})
    book.flush()
    book.put(prompt, {"text": "geheim"})
    book.begin_year(2027)
    book.close()
    async with at_the_desk(paths) as desk:
        await desk.do("log")
        assert isinstance(desk.screen, LogScreen)
        assert "Partner angelegt" in desk.text
        assert "geheim" not in desk.text
        assert "Kita" not in desk.text
        await desk.press("down", "enter")
        assert desk.prompt == prompt.id
        assert desk.book.year == 2026
        await desk.do("log")
        await desk.press("end", "enter")
        assert isinstance(desk.screen, CardScreen)
        assert desk.screen.card_id == card.id
        await desk.do("log")
        await desk.press("escape")
        assert isinstance(desk.screen, CardScreen)


async def test_an_empty_log_says_a_kind_word(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.menu("von wem")
        assert isinstance(desk.screen, LogScreen)
        assert "Noch ist nichts vermerkt." in desk.text
        await desk.press("escape")
        assert isinstance(desk.screen, GartenScreen)


# Taking back


async def test_u_takes_states_and_marks_back_and_says_so(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        book: Workbook = desk.book
        cafe = book.cards.add("partnership", {"titel": "Erzählcafé"})
        await desk.open(prompt.id)
        await desk.do("screen.later")
        await desk.press("escape")
        book.cards.note(cafe.id, "wachstum", "keim")
        await desk.press("u")
        assert (
            desk.said[-1]
            == "Zurückgenommen: „Erzählcafé“: „Wachstum“ steht wieder auf „Samenkorn“."
        )
        assert book.cards.state(book.cards[cafe.id], "wachstum") == "samenkorn"
        await desk.press("u")
        assert book.answer(prompt.id).state is AnswerState.OPEN
        await desk.open(prompt.id)
        assert "später" not in desk.head
        await desk.press("escape", "u")
        # One note upon the other would hide what they are about.
        assert desk.said == [UndoWords.NOTHING]


async def test_where_nothing_can_be_written_u_says_it_kindly(paths: Paths, book: Workbook) -> None:
    gone = book.cards.add("seed", {"titel": "Lesenacht"})
    book.cards.delete(gone.id)
    book.flush()
    async with at_the_desk(paths) as desk:
        assert desk.book.read_only
        await desk.press("u")
        assert desk.said[-1] == "nur lesen"
        assert desk.book.cards[gone.id].deleted
