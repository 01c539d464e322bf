"""What documents say of the library: entered once, and every one of them knows it."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from gartenjahr_tui import linear
from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.cli.parser import option_names
from gartenjahr_tui.garden import library
from gartenjahr_tui.reports.disclosure import DISCLOSURE
from gartenjahr_tui.reports.letters import INVITATION, THANKS
from gartenjahr_tui.reports.sharing import MINUTES, PROFILE
from gartenjahr_tui.reports.worksheets import REPORTS
from gartenjahr_tui.store.paths import Paths
from tests.reports.garden_of_secrets import document_of, said
from tests.screens.helpers import at_the_desk

if TYPE_CHECKING:
    import pytest

    from gartenjahr_tui.workbook.book import Workbook

FACTS = {
    "name": "Stadtbücherei Musterfeld",
    "traeger": "Stadt Musterfeld",
    "anschrift": "Marktplatz 1, 00000 Musterfeld",
    "telefon": "0000 10 20 10",
    "mail": "buecherei@musterfeld.example",
}


def settle(book: Workbook, **facts: str) -> None:
    """Enter what letters say of a library."""
    for id, text in {**FACTS, **facts}.items():
        library.put(book, id, text)


def test_every_paper_that_leaves_says_who_sends_it_and_where_an_answer_goes(
    book: Workbook,
) -> None:
    settle(book)
    partner = book.cards.add("partner", {"name": "Kita", "telefon": "0000 99"})
    made = {
        THANKS: book.cards.add("thanks", {"wofuer": "Kuchen"}),
        INVITATION: book.cards.add("feast", {"titel": "Fest", "am": "2026-12-31"}),
        PROFILE: book.cards.add("partnership", {"titel": "A", "partner": [partner.id]}),
        MINUTES: book.cards.add("encounter", {"anlass": "Kaffee"}),
        DISCLOSURE: book.cards.add("contact", {"name": "Erna Erfunden"}),
    }
    told = {report.id: said(document_of(report, book, card.id)) for report, card in made.items()}
    told["partnersicht"] = said(document_of(REPORTS[1], book))
    assert all(FACTS["name"] in text for text in told.values())
    for id in ("dank", "einladung", "steckbrief", "auskunft", "partnersicht"):
        assert FACTS["mail"] in told[id], id
    for id in ("dank", "einladung", "auskunft", "partnersicht"):
        assert FACTS["anschrift"] in told[id], id


def test_answers_may_go_elsewhere(book: Workbook) -> None:
    settle(book, rueckantwort="Fach der Bücherei im Rathaus")
    feast = book.cards.add("feast", {"titel": "Fest"})
    assert "Fach der Bücherei im Rathaus" in said(document_of(INVITATION, book, feast.id))


def test_a_library_that_says_nothing_of_itself_gets_no_empty_lines(book: Workbook) -> None:
    partnership = book.cards.add("partnership", {"titel": "A"})
    assert library.library_of(book).sender == "Unsere Bibliothek"
    assert library.library_of(book).return_to == ""
    text = said(document_of(PROFILE, book, partnership.id))
    assert "So erreichen wir einander" not in text


def test_a_fact_is_text_on_one_line_and_can_be_emptied(book: Workbook) -> None:
    library.put(book, "anschrift", "Marktplatz 1\n[red]00000\x1b[1m Musterfeld" + "x" * 9_000_000)
    kept = library.library_of(book).address
    assert kept.startswith("Marktplatz 1 [red]00000[1m Musterfeld")
    assert len(kept) <= library.LONGEST
    library.put(book, "anschrift", " ")
    assert not library.library_of(book).address


def test_the_command_enters_them_and_says_what_stands(
    paths: Paths, book: Workbook, capsys: pytest.CaptureFixture[str]
) -> None:
    book.close()
    where = ("--daten", str(paths.folder))
    given = ("--telefon", "0000 10 20 10", "--traeger", "Stadt Musterfeld")
    assert cli.main(["einrichten", *given, *where]) == 0
    assert cli.main(["einrichten", "--traeger", "", *where]) == 0
    assert cli.main(["einrichten", *where]) == 0
    last = capsys.readouterr().out.rpartition("Gespeichert.")[2]
    assert "Telefon: 0000 10 20 10" in last
    assert "Träger: noch offen" in last


def test_every_fact_can_be_entered_on_the_command_line() -> None:
    assert {f"--{field.id}" for field in library.FIELDS} <= option_names(["einrichten"])


def test_line_by_line_they_are_asked_of_those_who_like(book: Workbook) -> None:
    out = StringIO()
    lines = ("einrichten", "Bücherei", "AB", "1", "ja", "Stadt", "Marktplatz 1", "", "a@b.example")
    linear.run(book, StringIO("\n".join((*lines, ""))), out)
    found = library.library_of(book)
    assert (found.name, found.body, found.address) == ("Bücherei", "Stadt", "Marktplatz 1")
    assert found.mail == "a@b.example"


async def test_on_screen_they_stand_in_garten_einrichten(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.do("app.setup")
        desk.screen.query_one("#anschrift").focus()
        await desk.type("Marktplatz 1")
        assert library.library_of(desk.book).address == "Marktplatz 1"
        await desk.press("escape")
        assert library.library_of(desk.book).address == "Marktplatz 1"
