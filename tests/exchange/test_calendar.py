"""The calendar file, read back with another library than the one that writes it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import vobject

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.exchange import calendar
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.garden.watering import rest_around
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.store import paths as places
from tests.conftest import Clock

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

TODAY = date(2026, 11, 22)


def ahead(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def written(book: Workbook, state: str = "") -> bytes:
    return calendar.as_ics(calendar.gather(book, state), "Bücherei Übersee")


def read(data: bytes) -> dict[str, Any]:
    """What another program reads: summary → event."""
    found = vobject.readOne(data.decode("utf-8"))
    events = {event.summary.value: event for event in getattr(found, "vevent_list", [])}
    assert len(events) == len(getattr(found, "vevent_list", []))
    return events


def events(book: Workbook, state: str = "") -> dict[str, Any]:
    return read(written(book, state))


@pytest.fixture
def partner(book: Workbook) -> Card:
    return book.cards.add("partner", {"name": "Kita Übermut; Süd, e. V."})


@pytest.fixture
def partnership(book: Workbook, partner: Card) -> Card:
    return book.cards.add("partnership", {"titel": "Lesegarten", "partner": [partner.id]})


def test_an_empty_garden_gives_a_calendar_without_events(book: Workbook) -> None:
    assert read(written(book)) == {}


def test_all_that_has_a_day_is_in_as_a_whole_day(
    book: Workbook, partner: Card, partnership: Card
) -> None:
    book.cards.set(
        partnership.id,
        meilensteine=[{"was": "Spatenstich", "am": ahead(10)}],
        rollen=[{"aufgabe": "Erde bestellen", "bis": ahead(11), "person": "Ada Geheim"}],
        absprachen=[{"was": "Absichtserklärung", "bis": ahead(400)}],
        plan=[{"ziel": "Mehr Familien", "wann": ahead(30)}],
        rueckblick=[{"wann": ahead(60), "herausforderungen": "Geheimes"}],
        ende=ahead(500),
    )
    book.cards.set(partner.id, naechster=ahead(5))
    book.cards.add(
        "encounter", {"schritt": "Plan schicken", "schritt_am": ahead(3), "partner": [partner.id]}
    )
    book.cards.add(
        "feast",
        {
            "titel": "Erntedank",
            "am": ahead(20),
            "ort": "Lesesaal",
            "aufgaben": [
                {"aufgabe": "Kuchen", "bis": ahead(19)},
                {"aufgabe": "Einladen", "bis": ahead(18), "erledigt": "erledigt"},
            ],
        },
    )
    found = events(book)
    assert set(found) == {
        "Check-in",
        "Ruhezeit",
        "Meilenstein: Spatenstich",
        "Aufgabe: Erde bestellen",
        "Absprache endet: Absichtserklärung",
        "Auswertung: Mehr Familien",
        "Nächste Ebene: Lesegarten",
        "Kooperation endet: Lesegarten",
        "Bündnistreffen: Kita Übermut; Süd, e. V.",
        "Nächster Schritt: Plan schicken",
        "Erntefest: Erntedank",
        "Fest vorbereiten: Kuchen",
    }
    milestone = found["Meilenstein: Spatenstich"]
    assert milestone.dtstart.value == TODAY + timedelta(days=10)
    assert milestone.dtend.value == TODAY + timedelta(days=11)
    assert milestone.description.value == "Lesegarten\nKita Übermut; Süd, e. V."
    assert milestone.transp.value == "TRANSPARENT"
    assert found["Erntefest: Erntedank"].location.value == "Lesesaal"
    assert "Geheim" not in written(book).decode()


def test_the_calendar_says_whose_it_is_and_where_its_days_are(book: Workbook) -> None:
    found = vobject.readOne(written(book).decode())
    assert found.contents["x-wr-calname"][0].value == "Gartenjahr – Bücherei Übersee"
    assert found.contents["x-wr-timezone"][0].value == "Europe/Berlin"


def test_lines_end_and_fold_as_the_standard_says(book: Workbook, partnership: Card) -> None:
    book.cards.set(partnership.id, meilensteine=[{"was": "Ü" * 200, "am": ahead(1)}])
    data = written(book)
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert f"Meilenstein: {'Ü' * 200}" in read(data)


def test_written_twice_it_is_the_same_byte_for_byte(book: Workbook, partnership: Card) -> None:
    book.cards.set(partnership.id, meilensteine=[{"was": "Spatenstich", "am": ahead(10)}])
    assert written(book, "NW") == written(book, "NW")


def test_reading_it_again_moves_what_was_put_off(
    book: Workbook, partnership: Card, clock: Clock
) -> None:
    book.cards.set(partnership.id, meilensteine=[{"was": "Spatenstich", "am": ahead(10)}])
    before = events(book)["Meilenstein: Spatenstich"]
    clock.forward(minutes=1)
    book.cards.set(
        partnership.id,
        meilensteine=[{"was": "Spatenstich", "am": ahead(40), "stand": "verschoben"}],
    )
    after = events(book)["Meilenstein: Spatenstich"]
    assert after.uid.value == before.uid.value
    assert after.dtstart.value != before.dtstart.value
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.last_modified.value > before.last_modified.value


def test_a_milestone_that_is_reached_says_so_in_its_place(
    book: Workbook, partnership: Card
) -> None:
    entry = {"was": "Spatenstich", "am": ahead(10)}
    book.cards.set(partnership.id, meilensteine=[entry])
    before = events(book)["Meilenstein: Spatenstich"].uid.value
    book.cards.set(partnership.id, meilensteine=[{**entry, "stand": "erreicht"}])
    assert events(book)["Meilenstein: Spatenstich (erreicht)"].uid.value == before


def test_entries_of_the_same_name_are_told_apart(book: Workbook, partnership: Card) -> None:
    same = [{"was": "Treffen", "am": ahead(day)} for day in (1, 2, 2)]
    book.cards.set(partnership.id, meilensteine=same)
    found = [event for event in calendar.gather(book) if event.category == "Meilenstein"]
    assert len({event.uid for event in found}) == 3


def test_what_is_done_over_or_long_gone_is_left_out(
    book: Workbook, partner: Card, partnership: Card
) -> None:
    step = {"schritt": "Anrufen", "schritt_am": ahead(3), "partner": [partner.id]}
    book.cards.add("encounter", {**step, "schritt_stand": "erledigt"})
    book.cards.add("encounter", {**step, "schritt_am": ahead(-200)})
    book.cards.add("encounter", {**step, "kooperation": [partnership.id]})
    book.cards.set(partnership.id, meilensteine=[{"was": "Spatenstich", "am": ahead(10)}])
    assert set(events(book)) == {
        "Check-in", "Ruhezeit", "Meilenstein: Spatenstich", "Nächster Schritt: Anrufen"
    }  # fmt: skip
    book.cards.note(partnership.id, "entscheidungen", "beenden")
    assert events(book) == {}


@pytest.mark.parametrize(
    ("today", "begin"),
    [
        (date(2026, 10, 31), date(2026, 11, 1)),
        (date(2026, 11, 1), date(2026, 11, 1)),
        (date(2027, 2, 28), date(2026, 11, 1)),
        (date(2027, 3, 1), date(2027, 11, 1)),
    ],
)
def test_the_time_of_rest_lasts_from_november_to_the_end_of_february(
    book: Workbook, today: date, begin: date
) -> None:
    assert rest_around(book.cards, today) == (begin, date(begin.year + 1, 3, 1) - timedelta(days=1))


def test_the_time_of_rest_is_one_entry_over_all_its_days(book: Workbook, partnership: Card) -> None:
    del partnership
    rest = events(book)["Ruhezeit"]
    first, last = rest_around(book.cards, TODAY)
    assert (rest.dtstart.value, rest.dtend.value) == (first, last + timedelta(days=1))


def test_the_next_check_in_is_the_one_that_was_chosen(book: Workbook, partnership: Card) -> None:
    del partnership
    missed = events(book)["Check-in"]
    assert missed.dtstart.value == TODAY
    value = {"am": ahead(0), "fertig_am": ahead(0), "naechster": ahead(44)}
    done = book.cards.add("checkin", value)
    chosen = events(book)["Check-in"]
    assert chosen.dtstart.value == TODAY + timedelta(days=44)
    book.cards.set(done.id, naechster=ahead(50))
    assert events(book)["Check-in"].uid.value == chosen.uid.value


# Holidays


@pytest.mark.parametrize(
    ("state", "moved"),
    [("NW", date(2026, 10, 30)), ("BY", date(2026, 10, 30)), ("BE", date(2026, 10, 30))],
)
def test_a_deadline_comes_before_the_weekend(
    book: Workbook, partnership: Card, state: str, moved: date
) -> None:
    book.cards.set(partnership.id, meilensteine=[{"was": "Plan", "am": "2026-11-01"}])
    event = events(book, state)["Meilenstein: Plan"]
    assert event.dtstart.value == moved
    assert "Eigentlich am 01.11.2026" in event.description.value


def test_holidays_are_those_of_the_state(book: Workbook, partnership: Card) -> None:
    """Corpus Christi is a holiday in Bavaria, a day like any other in Berlin."""
    book.cards.set(partnership.id, meilensteine=[{"was": "Plan", "am": "2027-05-27"}])
    bavaria, berlin = (events(book, state)["Meilenstein: Plan"] for state in ("BY", "BE"))
    assert bavaria.dtstart.value == date(2027, 5, 26)
    assert "(Fronleichnam)" in bavaria.description.value
    assert berlin.dtstart.value == date(2027, 5, 27)


def test_a_feast_and_a_meeting_stay_on_their_day(book: Workbook, partner: Card) -> None:
    book.cards.set(partner.id, naechster="2026-12-26")
    book.cards.add("feast", {"titel": "Winterfest", "am": "2026-12-27"})
    found = events(book, "NW")
    assert found["Erntefest: Winterfest"].dtstart.value == date(2026, 12, 27)
    assert len(found) == 2


def test_the_check_in_comes_on_the_working_day_after(book: Workbook, partnership: Card) -> None:
    del partnership
    value = {"am": ahead(0), "fertig_am": ahead(0), "naechster": "2027-01-01"}
    book.cards.add("checkin", value)
    assert events(book, "NW")["Check-in"].dtstart.value == date(2027, 1, 4)


@pytest.mark.parametrize("state", calendar.STATES)
def test_no_deadline_falls_on_christmas_in_any_state(
    state: str, book: Workbook, partner: Card
) -> None:
    book.cards.add(
        "encounter",
        {"schritt": "Ruhen", "schritt_am": "2026-12-25", "partner": [partner.id]},
    )
    assert events(book, state)["Nächster Schritt: Ruhen"].dtstart.value <= date(2026, 12, 24)


def test_the_command_says_what_is_in_and_writes(
    tmp_path: Path, guide: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    book = open_garden(guide, places.find(None))
    book.cards.add("feast", {"titel": "Fest", "am": f"{date.today().year + 1}-06-06"})
    book.close()
    file = tmp_path / "garten.ics"
    assert cli.main(["kalender", str(file), "--land", "Nordrhein-Westfalen"]) == 0
    told = capsys.readouterr().out
    assert "Das steht drin\n  - Erntefest (1)\n" in told
    assert "Das bleibt hier\n  - Notizen" in told
    assert list(read(file.read_bytes())) == ["Erntefest: Fest"]
