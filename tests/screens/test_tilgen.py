"""Erasing a person on the screen: found, decided, done while the garden is closed, proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.garden.targets import ToErase
from gartenjahr_tui.store import backups, erasing
from gartenjahr_tui.store.errors import EraseFailed
from screens.tilgen import EraseScreen, ProofScreen, SureScreen
from tests.screens.helpers import at_the_desk

if TYPE_CHECKING:
    import pytest

    from gartenjahr_tui.store.paths import Paths
    from tests.conftest import OpenBook

NAME = "Änne Großmüller"


def lines_of(paths: Paths, text: str) -> list[str]:
    escaped = text.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00")
    files = (file for file in paths.folder.rglob("*") if file.is_file())
    return [f.name for f in files if text.encode() in (b := f.read_bytes()) or escaped in b]


async def test_a_person_is_erased_at_the_desk_and_the_proof_can_be_kept(
    open_book: OpenBook, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = open_book()
    person = book.cards.add("contact", {"name": NAME})
    book.cards.add("encounter", {"anlass": "Kaffee", "personen": [person.id]})
    kept = book.cards.add("partnership", {"titel": "Lesegarten", "worum": f"Mit {NAME}"})
    assert book.close()
    backups.make(paths.file, paths.copies, backups.CopyKind.BY_HAND, utc_now())
    assert len(lines_of(paths, NAME)) == 2
    monkeypatch.setattr("screens.tilgen.documents_folder", lambda: paths.folder / "Dokumente")
    async with at_the_desk(paths) as desk:
        await desk.go(ToErase(person.id))
        assert isinstance(desk.screen, EraseScreen)
        assert "in 3 Einträgen" in desk.text
        choices = desk.screen.query_one(OptionList)
        # The agreement stays, and for that a reason is wanted.
        place = next(n for n, p in enumerate(desk.screen._plan.places) if p.id == kept.id)
        choices.highlighted = place
        await desk.press("enter")
        await desk.type("Vertrag")
        await desk.press("enter")
        assert "bleibt, wie es ist: Vertrag" in desk.text
        await desk.press("end", "up", "up", "enter")
        await desk.press(*["backspace"] * 30)
        await desk.type("die Leitung")
        await desk.press("enter", "end", "enter")
        assert isinstance(desk.screen, SureScreen)
        before = desk.book
        await desk.press("down", "enter")
        await desk.until(lambda: desk.app.book not in (None, before))
        await desk.until(lambda: isinstance(desk.screen, ProofScreen))
        assert "Behalten: Kooperation" in desk.text
        await desk.press("enter")
        (proof,) = (paths.folder / "Dokumente").iterdir()
        assert NAME not in proof.read_text(encoding="utf-8")
        assert not desk.book.cards.of("contact")
        (encounter,) = desk.book.cards.of("encounter")
        assert encounter.value["personen"] == ["die Leitung"]
        assert NAME in str(desk.book.cards[kept.id].value)


async def test_esc_and_no_erase_nothing(open_book: OpenBook, paths: Paths) -> None:
    book = open_book()
    person = book.cards.add("contact", {"name": NAME})
    assert book.close()
    async with at_the_desk(paths) as desk:
        await desk.go(ToErase(person.id))
        await desk.press("end", "enter", "enter", "escape")
        assert not paths.erasing.exists()
        assert desk.book.cards[person.id].value["name"] == NAME


async def test_what_stops_it_is_told_and_is_no_proof(
    open_book: OpenBook, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = open_book()
    person = book.cards.add("contact", {"name": NAME})
    assert book.close()

    def full(*_: object) -> None:
        raise EraseFailed(OSError(28, "No space left on device"))

    monkeypatch.setattr(erasing, "begin", full)
    async with at_the_desk(paths) as desk:
        await desk.go(ToErase(person.id))
        await desk.press("end", "enter", "down", "enter")
        await desk.until(lambda: any("Es wurde nichts gelöscht" in said for said in desk.said))
        assert not isinstance(desk.screen, ProofScreen)
        assert desk.book.cards[person.id].value["name"] == NAME
