"""The calendar file in the hands of a calendar program: khal, where it is installed.

It keeps what it has read, as a person's calendar does; ``pip install khal`` brings it.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui.exchange import calendar

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

KHAL = shutil.which("khal")
TODAY = date(2026, 11, 22)

pytestmark = pytest.mark.skipif(not KHAL, reason="khal liest mit, wo es eingerichtet ist")

CONFIG = """\
[calendars]
[[garten]]
path = {folder}/termine
[default]
default_calendar = garten
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
[sqlite]
path = {folder}/khal.db
"""


def ahead(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


class Khal:
    """A person's calendar."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "termine").mkdir()
        (folder / "khal.conf").write_text(CONFIG.format(folder=folder))

    def _run(self, *words: str) -> str:
        command = [str(KHAL), "-c", str(self._folder / "khal.conf"), *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def read(self, book: Workbook) -> list[str]:
        """Read the garden's file twice; what the calendar shows of the next days then."""
        found, kept = calendar.published(book, calendar.gather(book))
        book.remember(calendar.PUBLISHED, kept, common=True)
        file = self._folder / "garten.ics"
        file.write_bytes(calendar.as_ics(found))
        for _ in range(2):
            self._run("import", "--batch", str(file))
        form = "{start-date} {start-time} {cancelled}{title}"
        listed = self._run("list", "--format", form, "--day-format", "", ahead(0), "120d")
        lines = (" ".join(line.split()) for line in listed.splitlines())
        return [line for line in lines if not line.endswith(("Ruhezeit", "Check-in"))]


def test_a_calendar_program_moves_cancels_and_repeats(book: Workbook, tmp_path: Path) -> None:
    khal = Khal(tmp_path)
    stones = [{"was": "Apfelbaum", "am": ahead(20)}, {"was": "Bleibt", "am": ahead(40)}]
    card = book.cards.add("partnership", {"titel": "Lesegarten", "meilensteine": stones})
    feast = book.cards.add("feast", {"titel": "Dank", "am": f"{ahead(30)}T15:00/18:00"})
    series = {"titel": "Kino", "am": "2026-12-02T10:00", "takt": "monat", "bis": "2027-03-01"}
    book.cards.add("recurring", series)
    kino = ["2026-12-02 10:00 Kino", "2027-01-06 10:00 Kino", "2027-02-03 10:00 Kino"]
    assert khal.read(book) == [
        kino[0],
        "2026-12-12 Meilenstein: Apfelbaum",
        "2026-12-22 15:00 Erntefest: Dank",
        "2027-01-01 Meilenstein: Bleibt",
        *kino[1:],
    ]
    book.cards.set(card.id, meilensteine=[stones[1], stones[0]])
    moved = {"was": "Birnbaum", "am": ahead(25)}
    book.cards.set(card.id, meilensteine=[stones[1], moved])
    book.cards.delete(feast.id)
    assert khal.read(book) == [
        kino[0],
        "2026-12-17 Meilenstein: Birnbaum",
        "2026-12-22 CANCELLED Erntefest: entfällt oder ist erledigt",
        "2027-01-01 Meilenstein: Bleibt",
        *kino[1:],
    ]
