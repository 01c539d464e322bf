"""The page on which a thing leaves the garden, when one is quick, slow, elsewhere or unlucky."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.app import App

from gartenjahr_tui.catalog import OUTLETS
from gartenjahr_tui.garden.targets import ToOutlet
from gartenjahr_tui.outlet import (
    LONGEST_STEM,
    Chosen,
    Draft,
    Files,
    Outlet,
    WorkProgress,
    file_stem,
)
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.background import Job
from gartenjahr_tui.widgets.dialog import SeekLine
from gartenjahr_tui.workbook.book import Workbook
from screens import wahl
from screens.wahl import PickScreen

from .helpers import SMALL, Desk, at_the_desk
from .test_bericht import garden, go_to, listed, open_outlet, preview, said

assert garden


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where it is to go."""
    return tmp_path / "aus"


async def opened(desk: Desk, id: str, out: Path) -> None:
    desk.book.remember("ausgabe-ordner", str(out))
    await open_outlet(desk, id)


class Slow:
    """Writes only when it may."""

    def __init__(self, desk: Desk) -> None:
        self.began, self.go_on = Event(), Event()
        object.__setattr__(desk.screen._draft, "make", self.make)

    def make(self, format: str, progress: WorkProgress) -> Files:
        progress.tell(0.5)
        self.began.set()
        self.go_on.wait(20)
        progress.tell(1.0)
        return {"": b"fertig"}


async def test_what_is_chosen_meanwhile_does_not_stop_what_is_being_written(
    garden: Paths, out: Path
) -> None:
    async with at_the_desk(garden) as desk:
        await opened(desk, "steckbrief", out)
        slow = Slow(desk)
        await desk.press("s")
        await desk.until(slow.began.is_set)
        piece = OUTLETS["steckbrief"].pieces[0]
        await go_to(desk, f"piece:{piece.id}")
        await desk.press("enter")
        slow.go_on.set()
        await desk.until(lambda: "Geschrieben" in said(desk))
        (made,) = out.iterdir()
        assert made.read_bytes() == b"fertig"
        await desk.press("s")
        await desk.until(lambda: "gibt es dort schon" in desk.text)


async def test_who_writes_at_once_gets_what_is_chosen_now(
    garden: Paths, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    whole = OUTLETS["kumu"]

    def slowly(book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
        if chosen["personen"] == "ja":
            go_on.wait(20)
        draft = whole.gather(book, chosen, wanted)
        return replace(draft, stem=f"personen-{chosen['personen']}")

    slow: Outlet = replace(whole, gather=slowly)
    monkeypatch.setitem(OUTLETS, "kumu", slow)
    async with at_the_desk(garden) as desk:
        await opened(desk, "kumu", out)
        await go_to(desk, "ask:personen")
        await desk.press("enter", "down", "enter", "s")
        assert "dann gleich geschrieben" in said(desk).replace("\n", " ")
        assert not out.exists()
        go_on.set()
        await desk.until(lambda: "Geschrieben" in said(desk))
        assert [made.name for made in out.iterdir()] == ["personen-ja"]


async def test_a_folder_is_written_again_when_one_says_so(garden: Paths, out: Path) -> None:
    async with at_the_desk(garden) as desk:
        await opened(desk, "kumu", out)
        await desk.press("s")
        await desk.until(lambda: "Geschrieben" in said(desk))
        file = out / "netzwerk" / "kumu-elemente.csv"
        file.write_text("alt")
        (file.parent / "eigenes.txt").write_text("meins")
        await desk.press("s")
        await desk.until(lambda: "liegt schon etwas" in desk.text)
        await desk.press("enter")
        assert file.read_text() == "alt"
        await desk.press("s")
        await desk.until(lambda: "liegt schon etwas" in desk.text)
        await desk.press("down", "enter")
        await desk.until(lambda: "Geschrieben" in said(desk))
        assert file.read_text(encoding="utf-8-sig") != "alt"
        assert (file.parent / "eigenes.txt").read_text() == "meins"


async def test_a_name_no_disk_can_take_is_shortened(garden: Paths, out: Path) -> None:
    async with at_the_desk(garden) as desk:
        await opened(desk, "kontakte", out)
        await go_to(desk, "name")
        await desk.press("enter", "ctrl+u")
        await desk.paste("x" * 400)
        await desk.press("enter", "s")
        await desk.until(lambda: "Geschrieben" in said(desk))
        (file,) = out.iterdir()
        assert len(file.name) < 110


async def test_who_leaves_while_it_is_written_is_told_when_it_is_done(
    garden: Paths, out: Path
) -> None:
    async with at_the_desk(garden) as desk:
        await opened(desk, "kontakte", out)
        slow = Slow(desk)
        await desk.press("s")
        await desk.until(slow.began.is_set)
        await desk.press("f2")
        slow.go_on.set()
        await desk.until(lambda: any("Geschrieben" in sentence for sentence in desk.said))
        assert (out / "kontakte.vcf").read_bytes() == b"fertig"


async def test_what_is_noted_in_between_is_in_it(garden: Paths, out: Path) -> None:
    async with at_the_desk(garden) as desk:
        await opened(desk, "kontakte", out)
        await desk.press("k")
        desk.book.cards.add("partner", {"name": "Chor der Nachtigallen (erfunden)"})
        await desk.press("escape")
        await desk.until(lambda: "Nachtigallen" in preview(desk))


async def test_where_there_is_one_format_a_sentence_says_so(garden: Paths, out: Path) -> None:
    async with at_the_desk(garden) as desk:
        await opened(desk, "kontakte", out)
        await go_to(desk, "format")
        await desk.press("enter")
        assert "nur in diesem einen Format" in said(desk)


async def test_lines_that_run_on_are_indented_and_titles_too(garden: Paths, out: Path) -> None:
    async with at_the_desk(garden, size=SMALL) as desk:
        await opened(desk, "ratsvorlage", out)
        assert "\n  [x] Auswirkungen auf den" in "\n".join(
            line.partition("│")[0] for line in desk.text.splitlines()
        )
        stays = preview(desk).partition("Das bleibt hier\n")[2].partition("\n\n")[0]
        assert all(line.startswith(("- ", "  ")) for line in stays.splitlines())
        await desk.pilot.resize_terminal(60, 20)
        await desk.settle()
        width = desk.screen.query_one("#draft").scrollable_content_region.width
        too_long = [line for line in preview(desk).splitlines() if len(line) > width]
        assert not too_long, width


async def test_what_cannot_be_made_yet_does_not_pile_up_on_the_page(garden: Paths) -> None:
    async with at_the_desk(garden) as desk:
        await desk.press("b")
        for id in ("quartalsnotiz", "einladung", "pitch"):
            await go_to(desk, id)
            await desk.press("enter")
        assert len(desk.said) == 1


async def test_among_thousands_one_is_found_by_typing_and_few_are_laid_out(
    garden: Paths,
) -> None:
    options = [(f"id{n}", f"Begegnung Nummer {n}") for n in range(20_000)]
    picked: list[str | None] = []
    async with at_the_desk(garden) as desk:
        desk.app.push_screen(PickScreen("Welche?", options, "id15000"), picked.append)
        await desk.settle()
        assert "Nummer 15000" in desk.text
        assert listed(desk).option_count == wahl.MOST_SHOWN + 2
        await desk.press("end")
        await desk.type("19999")
        assert listed(desk).option_count == 1
        await desk.type("x")
        assert "Dazu gibt es nichts" in desk.text
        await desk.press("enter", "backspace", "enter")
    assert picked == ["id19999"]


async def test_arrows_move_in_the_list_while_one_goes_on_typing(garden: Paths) -> None:
    options = [(f"id{n}", f"Nummer {n}") for n in range(30)]
    picked: list[str | None] = []
    async with at_the_desk(garden) as desk:
        desk.app.push_screen(PickScreen("Welche?", options, "id0"), picked.append)
        await desk.settle()
        await desk.press("down", "down", "up")
        assert isinstance(desk.focused, SeekLine)
        await desk.press("enter")
    assert picked == ["id1"]


async def test_a_fault_behind_the_screen_is_not_swallowed() -> None:
    app: App[None] = App()

    def work(step: Any) -> None:
        raise ZeroDivisionError

    def failed(error: Exception) -> None:
        raise error

    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            Job(work, lambda _: None, failed)
            for _ in range(100):
                await pilot.pause(0.01)


def test_a_long_name_ends_with_a_whole_word() -> None:
    stem = file_stem("protokoll", "Suppe besprechen mit allen aus dem Seniorenbeirat und dem Chor")
    assert len(stem) <= LONGEST_STEM
    assert stem.endswith("-seniorenbeirat")
    assert file_stem("x" * 100) == "x" * LONGEST_STEM


async def test_nothing_is_asked_over_another_page_or_the_curtain(garden: Paths, out: Path) -> None:
    async with at_the_desk(garden) as desk:
        await opened(desk, "kontakte", out)
        out.mkdir()
        (out / "kontakte.vcf").write_text("meins")
        page, draft = desk.screen, desk.screen._draft
        page._ready = False
        await desk.press("s", "f1")
        page._show(draft)
        await desk.settle()
        assert "Ersetzen?" not in desk.text
        await desk.press("escape")
        await desk.until(lambda: "Ersetzen?" in desk.text)


async def test_a_quick_entry_while_the_page_is_put_together_harms_nothing(
    garden: Paths, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = OUTLETS["kumu"]
    began, noted = Event(), Event()

    def disturbed(book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
        began.set()
        for _ in book.cards._cards:
            noted.wait(20)
        return whole.gather(book, chosen, wanted)

    monkeypatch.setitem(OUTLETS, "kumu", replace(whole, gather=disturbed))
    async with at_the_desk(garden) as desk:
        await desk.go(ToOutlet("kumu"))
        await desk.until(began.is_set)
        desk.book.cards.add("partner", {"name": "Neuer Nachbar"})
        noted.set()
        await desk.until(lambda: "Neuer Nachbar" in preview(desk))
