"""Taking in contacts at the desk: see first, say yes then, and u takes all of it back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from gartenjahr_tui.exchange import incoming
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.areas import PathArea
from screens.einlesen import ImportScreen
from tests.screens.helpers import SMALL, WIDE, Desk, at_the_desk

LIST = (
    "Vorname;Nachname;Firma;Telefon geschäftlich;E-Mail-Adresse;Notizen\n"
    "Erika;Erfunden;Kita Probe;0999 1;erika@probe.example;mag Tee\n"
    "Max;Muster;Schule Probe;0999 2;max@probe.example;\n"
    "[b]Mona;[/];Kita Probe;;=1+1;\n"
    "Otto;Ohne;;;erika@probe.example;\n"
    'Kaputt;"x"y;;;;\n'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "liste.csv"
    place.write_bytes(LIST.encode("cp1252"))
    return place


def is_shown(desk: Desk, text: str) -> bool:
    return text in desk.text


async def read(desk: Desk, file: Path) -> None:
    """Open the screen and read a file."""
    await desk.do("app.take_in")
    assert isinstance(desk.screen, ImportScreen)
    await desk.paste(str(file))
    await desk.press("enter")
    await desk.until(lambda: "Vorschau" in desk.text or "übernommen." in desk.text)
    await desk.until(lambda: "verglichen" not in desk.text)


def names(desk: Desk, kind: str) -> list[str]:
    return [desk.book.cards.title(card) for card in desk.book.cards.of(kind)]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_all_is_seen_before_anything_is_taken(
    paths: Paths, file: Path, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        await read(desk, file)
        assert "Firma → Organisation" in desk.text
        assert "Neu: 5 Karten" in desk.text
        assert "Ja, übernehmen: 5 neue Karten" in desk.text
        assert "Ansprechperson [b]Mona [/]" in desk.text
        desk.screen.query_one("#preview").focus()
        await desk.press("end")
        assert "Zeile 6: Ein Anführungszeichen" in desk.text
        assert "Bleibt draußen: Notizen." in desk.text
        assert names(desk, "contact") == []
        for part in ("#file", "#columns", "#kind", "#head", "#twins", "#art", "#preview", "#yes"):
            assert desk.is_seen(desk.screen.query_one(part)), part


async def test_the_menu_leads_here_and_escape_keeps_nothing(paths: Paths, file: Path) -> None:
    async with at_the_desk(paths) as desk:
        await desk.menu("kontakte einl")
        assert isinstance(desk.screen, ImportScreen)
        await desk.press("escape")
        await read(desk, file)
        await desk.press("escape")
        garden: object = desk.app.garden
        assert desk.screen is garden
        assert desk.book.untouched


async def test_yes_takes_all_and_u_takes_all_of_it_back(paths: Paths, file: Path) -> None:
    async with at_the_desk(paths) as desk:
        await read(desk, file)
        desk.screen.query_one("#yes").focus()
        await desk.press("enter", "enter")
        assert not isinstance(desk.screen, ImportScreen)
        assert "5 neue Karten" in desk.said[-1]
        assert names(desk, "contact") == ["[b]Mona [/]", "Erika Erfunden", "Max Muster"]
        assert names(desk, "partner") == ["Kita Probe", "Schule Probe"]
        await desk.press("f2", "u")
        assert "Einlesen von „liste.csv“, 5 Karten" in desk.said[-1]
        assert names(desk, "contact") == names(desk, "partner") == []


async def test_a_column_goes_where_the_person_wants_and_that_is_remembered(
    paths: Paths, file: Path
) -> None:
    async with at_the_desk(paths) as desk:
        await read(desk, file)
        await desk.press("down", "down", "down", "down", "left")
        await desk.until(lambda: "E-Mail-Adresse → Funktion" in desk.text)
        await desk.until(lambda: "verglichen" not in desk.text)
        desk.screen.query_one("#yes").focus()
        await desk.press("enter")
        erika = desk.book.cards.same_name("contact", "Erika Erfunden")[0]
        assert erika.value["funktion"] == "erika@probe.example"
        await read(desk, file)
        await desk.press("down", "down", "down", "down")
        assert "E-Mail-Adresse → Funktion" in desk.text


async def test_one_row_that_is_there_already_is_added_all_the_same(
    paths: Paths, file: Path
) -> None:
    async with at_the_desk(paths) as desk:
        await read(desk, file)
        preview = desk.screen.query_one("#preview")
        preview.focus()
        line = next(i for i in range(preview.option_count) if preview.get_option_at_index(i).id)
        preview.highlighted = line
        await desk.press("enter")
        assert "ergänzt leere Felder" in desk.text
        await desk.press("enter")
        assert "auf den Stand der Datei" in " ".join(desk.text.split())
        await desk.press("enter")
        assert "wird trotzdem angelegt" in desk.text
        assert "6 neue Karten" in desk.text


async def test_without_a_name_nothing_can_be_taken(paths: Paths, tmp_path: Path) -> None:
    strange = tmp_path / "fremd.csv"
    strange.write_text("Aaa;Bbb\nErika Erfunden;1\n", "utf-8")
    async with at_the_desk(paths) as desk:
        await read(desk, strange)
        assert "In welcher Spalte steht der Name?" in desk.text
        desk.screen.query_one("#yes").focus()
        await desk.press("enter")
        assert desk.book.untouched
        desk.screen.query_one("#columns").focus()
        await desk.press("right")
        await desk.until(lambda: "Neu: eine Karte" in desk.text)


async def test_the_heads_of_a_list_and_the_kind_of_all_new_partners_are_chosen(
    paths: Paths, tmp_path: Path
) -> None:
    strange = tmp_path / "liste.csv"
    strange.write_text("Aaa;Bbb\nVerein;Was\nKegeln 2000;1\n", "utf-8")
    async with at_the_desk(paths, size=SMALL) as desk:
        await read(desk, strange)
        assert "Überschriften: ◄ in Zeile 2 ►" in desk.text
        desk.screen.query_one("#head").focus()
        await desk.press("left")
        await desk.until(lambda: "Aaa → bleibt draußen" in desk.text)
        assert "Überschriften: ◄ in Zeile 1 ►" in desk.text
        await desk.press("right")
        await desk.until(lambda: "Neu: eine Karte" in desk.text)
        desk.screen.query_one("#art").focus()
        await desk.press("right", "right")
        await desk.until(lambda: "Neue Partner als: ◄ Kita ►" in desk.text)
        desk.screen.query_one("#rhythm").focus()
        await desk.press("right")
        desk.screen.query_one("#yes").focus()
        await desk.press("enter")
        partner = desk.book.cards.of("partner")[0]
        assert partner.value == {"name": "Kegeln 2000", "kategorie": "verein", "hoechst_tage": 30}


async def test_another_sheet_is_read_and_then_another_file(
    paths: Paths, two_sheets: Path, file: Path, tmp_path: Path
) -> None:
    card = tmp_path / "karte.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ida Öz\nEND:VCARD\n", "utf-8")
    async with at_the_desk(paths, size=SMALL) as desk:
        await read(desk, two_sheets)
        assert "Blatt: ◄ Leute ►" in desk.text
        desk.screen.query_one("#sheet").focus()
        await desk.press("right")
        await desk.until(lambda: "Kita Nord" in desk.text)
        assert "Blatt: ◄ Kitas ►" in desk.text
        # Cards have neither sheets nor heads, a list has no sheets.
        for other, name in ((card, "Ida Öz"), (file, "Erika Erfunden")):
            area = desk.screen.query_one("#file", PathArea)
            area.text = str(other)
            area.focus()
            await desk.press("enter")
            await desk.until(lambda name=name: name in desk.text)  # type: ignore[misc]
            assert "Blatt:" not in desk.text


async def test_what_is_no_list_is_refused_in_words(paths: Paths, tmp_path: Path) -> None:
    async with at_the_desk(paths) as desk:
        await desk.do("app.take_in")
        for name, content in (("[b].csv", b"\0\1\2" * 99), ("mappe.xlsx", b"PK\x03\x04")):
            (tmp_path / name).write_bytes(content)
            field = desk.screen.query_one("#file")
            field.text = f'"{tmp_path / name}"'
            field.focus()
            await desk.press("enter")
            await desk.until(partial(is_shown, desk, f"„{name}“"))
        assert "neu speichern" in " ".join(desk.text.split())


async def test_escape_stops_reading(
    paths: Paths, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    from gartenjahr_tui.outlet import WorkProgress

    go_on, ended = Event(), Event()

    def slow(_file: Path, progress: WorkProgress) -> None:
        progress.part(1, 4)
        go_on.wait(20)
        try:
            progress.part(2, 4)
        finally:
            ended.set()

    monkeypatch.setattr(incoming, "read", slow)
    async with at_the_desk(paths) as desk:
        await desk.do("app.take_in")
        await desk.paste(str(file))
        await desk.press("enter")
        await desk.until(lambda: "25 % gelesen · Esc bricht ab" in desk.text)
        await desk.press("escape")
        assert "Abgebrochen. Es wurde nichts übernommen." in desk.text
        go_on.set()
        await desk.until(ended.is_set)
        await desk.press("escape")
        assert desk.screen is desk.app.garden


async def test_without_colours_every_cursor_is_seen(
    paths: Paths, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_the_desk(paths) as desk:
        await read(desk, file)
        for part in ("#columns", "#kind", "#preview", "#yes"):
            widget = desk.screen.query_one(part)
            widget.focus()
            await desk.press("down") if part == "#preview" else await desk.settle()
            strips = desk.screen._compositor.render_strips()
            styles = [segment.style for strip in strips for segment in strip]
            assert any(style and style.reverse for style in styles), part


async def test_where_only_reading_is_possible_nothing_opens(paths: Paths, file: Path) -> None:
    async with at_the_desk(paths) as desk:
        await desk.book_saved()
        async with at_the_desk(paths) as second:
            await second.do("app.take_in")
            assert second.screen is second.app.garden


async def test_lines_of_the_preview_that_run_on_are_indented(paths: Paths, file: Path) -> None:
    async with at_the_desk(paths, size=SMALL) as desk:
        await read(desk, file)
        whole = "Partner Kita Probe · kommt mit der Ansprechperson in Zeile 2"
        assert whole in desk.text
        await desk.pilot.resize_terminal(60, 30)
        await desk.settle()
        assert whole not in desk.text
        lines = [line.rstrip() for line in desk.text.splitlines()]
        (first,) = (n for n, line in enumerate(lines) if line.startswith(" Partner Kita Probe"))
        assert lines[first + 1].startswith("   ")
        assert " ".join(" ".join(lines[first : first + 2]).split()).startswith(whole)
