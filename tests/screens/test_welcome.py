"""The first start, and „Garten einrichten“ later."""

from __future__ import annotations

from gartenjahr_tui.garden import ways
from gartenjahr_tui.store.paths import Paths
from screens.garten import GartenScreen
from screens.willkommen import WelcomeScreen
from tests.screens.helpers import at_the_desk


async def test_everything_can_be_skipped(paths: Paths) -> None:
    async with at_the_desk(paths, welcome=True) as desk:
        assert isinstance(desk.screen, WelcomeScreen)
        await desk.press("escape")
        assert isinstance(desk.screen, GartenScreen)
        assert "Hier geht es los" in desk.text
        assert "angefangene" not in desk.text


async def test_what_is_filled_in_is_kept(paths: Paths) -> None:
    async with at_the_desk(paths, welcome=True) as desk:
        await desk.type("Bücherei Ährenfeld\nÖK\n")
        await desk.press("down", "space", "tab", "right", "right", "space", "tab", "enter")
        assert isinstance(desk.screen, GartenScreen)
        assert "Bücherei Ährenfeld" in desk.title
        assert "2026/27" in desk.title
        assert desk.book.voice.name == "ÖK"
        assert desk.book.profile.start_month == 3
        assert ways.chosen(desk.book) == ways.WHOLE
    async with at_the_desk(paths) as desk:
        assert "Bücherei Ährenfeld" in desk.title


async def test_escape_keeps_what_was_typed(paths: Paths) -> None:
    async with at_the_desk(paths, welcome=True) as desk:
        await desk.type("Stadtbücherei")
        await desk.press("escape")
        assert "Stadtbücherei" in desk.title


async def test_it_can_be_changed_later(paths: Paths) -> None:
    async with at_the_desk(paths, welcome=True) as desk:
        await desk.type("Alt")
        await desk.press("escape")
        await desk.menu("einrichten")
        assert isinstance(desk.screen, WelcomeScreen)
        assert desk.focused.text == "Alt"
        await desk.press("end", "backspace", "backspace", "backspace")
        await desk.type("Neu")
        await desk.press("f2")
        assert "Neu" in desk.title


async def test_each_question_is_seen_when_the_cursor_is_in_it(paths: Paths) -> None:
    async with at_the_desk(paths, welcome=True) as desk:
        asked = (
            *("Wie heißt Ihre Bibliothek?", "Wer schreibt?", "Wie möchten Sie"),
            *("In welchem Monat", "In den Garten"),
        )
        for words in asked:
            assert words in desk.text
            assert desk.is_seen(desk.focused)
            await desk.press("tab")


async def test_a_voice_somebody_else_has_gets_a_sentence(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.rename_voice("AM")
        desk.book.add_voice("JK")
        await desk.do("app.setup")
        await desk.press("tab", "end", "backspace", "backspace")
        await desk.type("AM")
        await desk.press("escape")
        assert any("gibt es schon" in sentence for sentence in desk.said)
        assert desk.book.voice.name == "JK"
