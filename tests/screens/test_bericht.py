"""The screen *Bericht*: choose, look at it, write it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from gartenjahr_tui.catalog import OUTLETS
from gartenjahr_tui.garden.targets import ToOutlet
from gartenjahr_tui.outlet import Files, WorkProgress
from gartenjahr_tui.store.paths import Paths

from .helpers import SMALL, WIDE, Desk, at_the_desk

if TYPE_CHECKING:
    from tests.conftest import OpenBook

SIZES = pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])


@pytest.fixture
def garden(open_book: OpenBook, paths: Paths) -> Paths:
    """A garden with one partnership."""
    book = open_book()
    school = book.cards.add("partner", {"name": "[red]Schule[/] am Übergang"})
    book.cards.add("partnership", {"titel": "Lesegarten", "partner": [school.id]})
    book.cards.add("partnership", {"titel": "Erzählcafé", "partner": [school.id]})
    book.close()
    return paths


def listed(desk: Desk) -> OptionList:
    found = desk.screen.query_one(OptionList)
    assert isinstance(found, OptionList)
    return found


def preview(desk: Desk) -> str:
    return str(desk.screen.query_one("#draft Static", Static).render())


def said(desk: Desk) -> str:
    return str(desk.screen.query_one("#said", Static).render())


async def open_outlet(desk: Desk, id: str) -> None:
    await desk.go(ToOutlet(id))
    await desk.until(lambda: "Das bleibt hier" in preview(desk))


async def go_to(desk: Desk, id: str) -> None:
    listed(desk).highlighted = listed(desk).get_option_index(id)
    await desk.settle()


@SIZES
async def test_b_shows_what_there_is_and_what_it_is_for(
    garden: Paths, size: tuple[int, int]
) -> None:
    async with at_the_desk(garden, size=size) as desk:
        await desk.press("b")
        assert "Jahresbericht" in desk.text
        assert "Word (.docx)" in desk.text
        await desk.press("end")
        assert OUTLETS["archiv"].lead.split(":")[0][:20] in desk.text


async def test_what_was_opened_last_is_under_the_cursor_again(garden: Paths) -> None:
    async with at_the_desk(garden) as desk:
        await desk.press("b", "end", "enter", "escape", "escape", "b")
        assert listed(desk).highlighted_option.id == "archiv"  # type: ignore[union-attr]


@SIZES
async def test_the_page_says_what_is_in_what_stays_and_how_it_reads(
    garden: Paths, size: tuple[int, int]
) -> None:
    async with at_the_desk(garden, size=size) as desk:
        await open_outlet(desk, "steckbrief")
        shown = preview(desk)
        assert shown.index("Das steht drin") < shown.index("Das bleibt hier")
        reads = shown[shown.index("Vorschau") :]
        assert "[red]Schule[/] am Übergang" in " ".join(reads.split())
        lines = desk.text.splitlines()
        assert all(len(line) <= size[0] for line in lines)


async def test_another_choice_changes_the_page(garden: Paths) -> None:
    async with at_the_desk(garden) as desk:
        await open_outlet(desk, "steckbrief")
        before = "Lesegarten" in preview(desk)
        await go_to(desk, "ask:ueber")
        await desk.press("enter", "down" if not before else "up", "enter")
        await desk.until(lambda: ("Lesegarten" in preview(desk)) is not before)


async def test_a_part_that_is_left_out_is_named_among_what_stays(garden: Paths) -> None:
    async with at_the_desk(garden) as desk:
        await open_outlet(desk, "jahresbericht")
        piece = OUTLETS["jahresbericht"].pieces[0]
        await go_to(desk, f"piece:{piece.id}")
        await desk.press("enter")
        await desk.until(
            lambda: piece.title in preview(desk).partition("Das bleibt hier")[2].split("\n\n")[0]
        )


async def test_s_writes_and_says_where(garden: Paths, tmp_path: Path) -> None:
    async with at_the_desk(garden) as desk:
        await open_outlet(desk, "steckbrief")
        desk.book.remember("ausgabe-ordner", str(tmp_path / "neu"))
        await desk.press("escape")
        await open_outlet(desk, "steckbrief")
        await desk.press("s")
        await desk.until(lambda: "Geschrieben" in said(desk))
        (made,) = (tmp_path / "neu").iterdir()
        assert made.name in said(desk).replace("\n", "")
        assert "word/document.xml" in zipfile.ZipFile(made).namelist()


async def test_a_file_that_is_there_is_replaced_only_when_one_says_so(
    garden: Paths, tmp_path: Path
) -> None:
    async with at_the_desk(garden) as desk:
        desk.book.remember("ausgabe-ordner", str(tmp_path / "aus"))
        await open_outlet(desk, "kontakte")
        there = tmp_path / "aus" / "kontakte.vcf"
        there.parent.mkdir()
        there.write_text("meins")
        await desk.press("s", "enter")
        assert there.read_text() == "meins"
        await desk.press("s", "down", "enter")
        await desk.until(lambda: "Geschrieben" in said(desk))
        assert "BEGIN:VCARD" in there.read_text(encoding="utf-8")


async def test_a_name_that_was_typed_is_taken_and_cannot_lead_elsewhere(
    garden: Paths, tmp_path: Path
) -> None:
    async with at_the_desk(garden) as desk:
        desk.book.remember("ausgabe-ordner", str(tmp_path / "aus"))
        await open_outlet(desk, "kontakte")
        await go_to(desk, "name")
        await desk.press("enter", "ctrl+u")
        await desk.type("../Übung")
        await desk.press("enter", "s")
        await desk.until(lambda: "Geschrieben" in said(desk))
        assert [file.name for file in (tmp_path / "aus").iterdir()] == ["Übung.vcf"]


async def test_escape_stops_what_is_being_written_and_leaves_nothing(
    garden: Paths, tmp_path: Path
) -> None:
    began, go_on = Event(), Event()
    async with at_the_desk(garden) as desk:
        desk.book.remember("ausgabe-ordner", str(tmp_path / "aus"))
        await open_outlet(desk, "kontakte")
        draft = desk.screen._draft

        def make(format: str, progress: WorkProgress) -> Files:
            began.set()
            go_on.wait(20)
            progress.tell(0.5)
            return {"": b"zu spaet"}

        object.__setattr__(draft, "make", make)
        await desk.press("s")
        await desk.until(began.is_set)
        await desk.press("escape")
        go_on.set()
        assert "nichts geschrieben" in said(desk)
        await desk.settle()
        assert not (tmp_path / "aus").exists()


async def test_where_nothing_can_be_chosen_a_sentence_says_so(open_book: OpenBook) -> None:
    book = open_book()
    place = book.paths
    book.close()
    async with at_the_desk(place) as desk:
        await desk.go(ToOutlet("steckbrief"))
        assert any("Kooperation" in sentence for sentence in desk.said)


async def test_what_was_chosen_stands_there_after_a_restart(garden: Paths) -> None:
    async with at_the_desk(garden) as desk:
        await open_outlet(desk, "steckbrief")
        await go_to(desk, "format")
        await desk.press("enter", "down", "enter")
    async with at_the_desk(garden) as desk:
        await open_outlet(desk, "steckbrief")
        assert "PDF" in desk.text


async def test_questions_about_a_partnership_need_one_before_they_go_out(
    garden: Paths, tmp_path: Path
) -> None:
    async with at_the_desk(garden) as desk:
        desk.book.remember("ausgabe-ordner", str(tmp_path / "aus"))
        await open_outlet(desk, "paket")
        await go_to(desk, "ask:abschnitt")
        await desk.press("enter")
        await desk.type("Offen darüber reden")
        await desk.press("enter")
        await desk.until(lambda: "welche gemeint ist" in said(desk))
        await desk.press("s")
        assert not (tmp_path / "aus").exists()
        await go_to(desk, "ask:ueber")
        await desk.press("enter", "down", "enter")
        await desk.until(lambda: "Erzählcafé" in preview(desk))
        await desk.press("s")
        await desk.until(lambda: "Geschrieben" in said(desk))
        (made,) = (tmp_path / "aus").iterdir()
        assert made.name.endswith(".gartenpaket.json")
        assert "partnership.laeuft" in made.read_text(encoding="utf-8")
