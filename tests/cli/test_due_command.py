"""`gartenjahr faellig`: what is due, for a login script."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.garden.due import snooze
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.store import paths
from tests.cli.test_cli import gartenjahr, one_sentence, out

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def the_garden(guide: Guide) -> Workbook:
    """The garden the command finds, on the real day."""
    return open_garden(guide, paths.find(None))


def test_nothing_due_is_said_and_ends_with_nought(
    guide: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    the_garden(guide).close()
    assert cli.main(["faellig"]) == 0
    assert capsys.readouterr().out == "Nichts fällig.\n"


def test_what_is_due_is_printed_and_ends_with_three(guide: Guide) -> None:
    book = the_garden(guide)
    day = date.today() - timedelta(days=2)
    partner = book.cards.add("partner", {"name": "Kita Übermut"})
    value = {"schritt": "Plan schicken", "schritt_am": day.isoformat(), "partner": [partner.id]}
    book.cards.add("encounter", value)
    book.close()
    result = gartenjahr("faellig", "--ascii")
    assert result.returncode == 3
    assert out(result).splitlines() == [
        f"> Plan schicken: überfällig seit {day:%d.%m.} - Kita Übermut"
    ]
    assert result.stderr == b""


def test_it_reads_beside_an_open_window_and_knows_what_was_put_off(
    guide: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    book = the_garden(guide)
    try:
        book.cards.add("thanks", {"wofuer": "Kuchen"})
        assert book.flush()
        assert cli.main(["faellig"]) == 3
        assert capsys.readouterr().out == "♥ Dank an Kuchen noch offen\n"
        snooze(book, "thanks", book.today + timedelta(days=7))
        assert book.flush()
        assert cli.main(["faellig"]) == 0
    finally:
        book.close()


def test_without_a_garden_it_says_so_and_makes_none() -> None:
    result = gartenjahr("faellig")
    assert result.returncode == 1
    assert "noch keinen Garten" in one_sentence(result)
    assert not paths.find(None).folder.exists()


def test_its_help_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["faellig", "--help"]) == 0
    assert "3, wenn etwas" in capsys.readouterr().out
