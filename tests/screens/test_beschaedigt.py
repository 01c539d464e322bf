"""Damaged entries at the desk: said at the start, shown side by side, decided with a key."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store import backups, seals
from gartenjahr_tui.store.backups import CopyKind
from gartenjahr_tui.store.paths import Paths
from tests.conftest import OpenBook
from tests.screens.helpers import WIDE, at_the_desk


def garble(paths: Paths, table: str, before: str, after: str) -> None:
    with closing(sqlite3.connect(paths.file)) as file:
        file.execute(f"UPDATE {table} SET value = replace(value, ?, ?)", (before, after))
        file.commit()


@pytest.fixture
def garden(open_book: OpenBook, prompt: Prompt, paths: Paths) -> Paths:
    """An answer and a card that were changed on the disk, and a copy from before."""
    book = open_book()
    book.put(prompt, {"text": "Apfelmus für [alle]"})
    book.cards.add("partner", {"name": "Zoo", "kann": "Lastenrad"})
    book.close()
    backups.make(paths.file, paths.copies, CopyKind.BY_HAND, datetime.now(UTC))
    garble(paths, "answer", "Apfelmus", "Apxelmus")
    garble(paths, "card", "Lastenrad", "Lastenrab")
    return paths


async def test_damaged_entries_are_said_at_the_start_and_nothing_is_changed(
    garden: Paths, prompt: Prompt
) -> None:
    async with at_the_desk(garden, welcome=True) as desk:
        assert any("2 Einträge sind beschädigt" in said for said in desk.said)
        assert desk.book.answer(prompt.id).value == {"text": "Apxelmus für [alle]"}


async def test_both_texts_stand_there_and_enter_takes_the_good_one(
    garden: Paths, prompt: Prompt
) -> None:
    async with at_the_desk(garden, size=WIDE, welcome=True) as desk:
        await desk.open(prompt.id)
        await desk.menu("beschädigte")
        await desk.until(lambda: "+ Apfelmus für [alle]" in desk.text)
        assert "− Apxelmus für [alle]" in desk.text
        assert "Gut: Sicherung vom" in desk.text
        await desk.press("enter")
        await desk.until(lambda: "Übernommen" in desk.text)
        await desk.until(lambda: "+ Können, Wissen" in desk.text or "Lastenrad" in desk.text)
        await desk.press("k")
        await desk.until(lambda: desk.screen is desk.app.garden)
        assert desk.book.store.wrong_count == 0
        assert desk.book.answer(prompt.id).value == {"text": "Apfelmus für [alle]"}
        assert [v.value["text"] for v in desk.book.versions(prompt)] == ["Apxelmus für [alle]"]
        (zoo,) = desk.book.cards.of("partner")
        assert zoo.value["kann"] == "Lastenrab"
        await desk.open(prompt.id)
        assert "Apfelmus für [alle]" in desk.text
    with closing(sqlite3.connect(garden.file)) as file:
        assert seals.wrong(file) == {}


async def test_escape_leaves_the_decision_for_later(garden: Paths) -> None:
    async with at_the_desk(garden, welcome=True) as desk:
        await desk.menu("beschädigte")
        await desk.until(lambda: "Gut: Sicherung" in desk.text)
        await desk.press("escape")
        assert desk.screen is desk.app.garden
        assert desk.book.store.wrong_count == 2
    async with at_the_desk(garden, welcome=True) as desk:
        assert any("2 Einträge sind beschädigt" in said for said in desk.said)


async def test_the_personal_text_of_somebody_else_stays_hidden(
    open_book: OpenBook, paths: Paths, personal_prompt: Prompt
) -> None:
    book = open_book()
    field = personal_prompt.fields[0].id
    book.put(personal_prompt, {field: "Geheimes Ziel"})
    book.add_voice("Berta")
    book.close()
    garble(paths, "answer", "Geheimes", "Gehxxmes")
    async with at_the_desk(paths, size=WIDE, welcome=True) as desk:
        await desk.menu("beschädigte")
        await desk.until(lambda: "Den Text sieht nur ich" in desk.text)
        assert "Gehxxmes" not in desk.text
        await desk.press("enter", "k")
        assert desk.book.store.wrong_count == 1


async def test_where_nothing_is_damaged_the_menu_does_not_speak_of_it(
    open_book: OpenBook, paths: Paths
) -> None:
    open_book().close()
    async with at_the_desk(paths) as desk:
        await desk.press("f10")
        await desk.type("beschädigte")
        assert "Beschädigte Einträge" not in desk.text
