"""The calendar file, read back with another library than the one that writes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import pytest
import vobject

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.exchange import calendar
from gartenjahr_tui.exchange.outlets import OUTLETS
from gartenjahr_tui.garden.due import due
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.garden.watering import rest_around
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.outlet import UNHEARD
from gartenjahr_tui.store import paths as places
from tests.conftest import Clock

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

TODAY = date(2026, 11, 22)


def ahead(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def written(book: Workbook, state: str = "") -> bytes:
    found, _ = calendar.published(book, calendar.gather(book, state))
    return calendar.as_ics(found, "Bücherei Übersee")


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


class Reader:
    """A calendar program: what was read before stays, by UID; a higher SEQUENCE replaces it."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}

    def take(self, book: Workbook) -> None:
        """Export, remember what has gone out as the program does, and read the file."""
        found, kept = calendar.published(book, calendar.gather(book))
        book.remember(calendar.PUBLISHED, kept, common=True)
        for event in vobject.readOne(calendar.as_ics(found).decode()).vevent_list:
            before = self.events.get(event.uid.value)
            same = before and before.serialize() == event.serialize()
            assert not before or same or int(event.sequence.value) > int(before.sequence.value)
            self.events[event.uid.value] = event

    @property
    def there(self) -> dict[str, date]:
        """What its user sees of milestones and feasts, by name, without what was cancelled."""
        return {
            event.summary.value: event.dtstart.value
            for event in self.events.values()
            if "status" not in event.contents and ":" in event.summary.value
        }


def test_a_milestone_that_is_called_otherwise_and_put_off_moves(
    book: Workbook, partnership: Card
) -> None:
    book.cards.set(partnership.id, meilensteine=[{"was": "Der Apfelbaum", "am": ahead(10)}])
    reader = Reader()
    reader.take(book)
    book.cards.set(partnership.id, meilensteine=[{"was": "Der Birnbaum", "am": ahead(12)}])
    reader.take(book)
    reader.take(book)
    assert reader.there == {"Meilenstein: Der Birnbaum": TODAY + timedelta(days=12)}


def test_what_is_deleted_or_ended_is_cancelled_until_its_day_has_passed(
    book: Workbook, partnership: Card, clock: Clock
) -> None:
    two = [{"was": "Saat", "am": ahead(10)}, {"was": "Ernte", "am": ahead(50)}]
    book.cards.set(partnership.id, meilensteine=two)
    tasks = [{"aufgabe": "Kuchen", "bis": ahead(19)}]
    feast = book.cards.add("feast", {"titel": "Dank", "am": ahead(20), "aufgaben": tasks})
    reader = Reader()
    reader.take(book)
    assert len(reader.there) == 4
    book.cards.set(partnership.id, meilensteine=two[1:])
    book.cards.delete(feast.id)
    reader.take(book)
    assert set(reader.there) == {"Meilenstein: Ernte"}
    book.cards.note(partnership.id, "entscheidungen", "beenden")
    reader.take(book)
    assert reader.there == {}
    clock.forward(days=60)
    left = [e for e in calendar.published(book, calendar.gather(book))[0] if e.cancelled]
    assert {event.category for event in left} <= {"Ruhezeit"}


def test_what_is_taken_back_is_there_again(book: Workbook) -> None:
    feast = book.cards.add("feast", {"titel": "Dank", "am": ahead(20)})
    reader = Reader()
    reader.take(book)
    book.cards.delete(feast.id)
    reader.take(book)
    book.cards.restore(feast.id)
    reader.take(book)
    assert set(reader.there) == {"Erntefest: Dank"}


def test_what_the_garden_remembers_of_a_calendar_holds_no_words(book: Workbook) -> None:
    book.cards.add("feast", {"titel": "Abschied von Ada", "am": ahead(20), "ort": "bei Ada"})
    Reader().take(book)
    assert "Ada" not in str(book.common(calendar.PUBLISHED))


def test_events_of_older_gardens_keep_the_uids_they_went_out_with(
    book: Workbook, partnership: Card
) -> None:
    """Written before entries had ids: known by card, list and name, namesakes by their number."""
    entries = [{"was": "Treffen", "am": ahead(1)}, {"was": "Treffen", "am": ahead(2)}]
    old = replace(book.cards[partnership.id], value={"titel": "Alt", "meilensteine": entries})
    id = f"{1:032}"
    book.cards.take_in([replace(old, id=id)])
    keys = [f"{id}/meilensteine/treffen{number}" for number in ("", "/2")]
    uids = [f"{uuid5(UUID(book.garden_id), key)}@gartenjahr" for key in keys]

    def now() -> list[str]:
        return [e.uid for e in calendar.gather(book) if e.category == "Meilenstein"]

    assert now() == uids
    # The first of them goes, the second one gets another name: it is still the second.
    book.cards.set(id, meilensteine=entries[1:])
    book.cards.set(id, meilensteine=[{"was": "Fest", "am": ahead(9)}])
    assert now() == uids[1:]


def test_one_feast_goes_out_alone_with_the_uid_it_has_among_all(book: Workbook) -> None:
    tasks = [{"aufgabe": "Kuchen", "bis": ahead(19)}]
    feast = book.cards.add("feast", {"titel": "Dank", "am": ahead(20), "aufgaben": tasks})
    book.cards.add("feast", {"titel": "Saat", "am": ahead(30)})
    outlet = next(outlet for outlet in OUTLETS if outlet.id == "kalender")
    chosen = {"ueber": feast.id, "land": "NW", "erinnern": "7"}
    draft = outlet.draft(book, chosen, frozenset())
    data = draft.make("ics", UNHEARD)[""]
    (alone,) = read(data).values()
    assert alone.summary.value == "Erntefest: Dank"
    assert alone.uid.value == events(book)["Erntefest: Dank"].uid.value
    assert b"TRIGGER:-P6DT15H" in data
    assert draft.stem == "dank"


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


# Times of day


def test_what_has_its_hour_takes_it_in_our_time_summer_and_winter(
    book: Workbook, partner: Card, partnership: Card
) -> None:
    book.cards.add("feast", {"titel": "Sommerfest", "am": "2027-06-06T15:00/18:30"})
    book.cards.add("feast", {"titel": "Silvester", "am": "2026-12-31T22:00/01:00"})
    book.cards.set(partner.id, naechster="2027-01-12T09:30")
    book.cards.set(partnership.id, rollen=[{"aufgabe": "Anruf", "bis": "2027-01-17T14:00"}])
    found = events(book, "NW")
    spans = {
        name.partition(": ")[2]: [
            at.value.astimezone(UTC).strftime("%d.%m. %H:%M") for at in (event.dtstart, event.dtend)
        ]
        for name, event in found.items()
        if ": " in name
    }
    assert spans == {
        "Sommerfest": ["06.06. 13:00", "06.06. 16:30"],
        "Silvester": ["31.12. 21:00", "01.01. 00:00"],
        "Kita Übermut; Süd, e. V.": ["12.01. 08:30", "12.01. 09:30"],
        "Anruf": ["17.01. 13:00", "17.01. 14:00"],
    }
    assert found["Erntefest: Sommerfest"].transp.value == "OPAQUE"
    assert b"DTSTART;TZID=Europe/Berlin:20270606T150000" in written(book)


def test_an_encounter_noted_beforehand_is_an_event_and_due(
    book: Workbook, partner: Card, clock: Clock
) -> None:
    """One that is noted on its day has been; it is nothing to be reminded of."""
    links = {"partner": [partner.id]}
    book.cards.add("encounter", {**links, "am": ahead(8) + "T14:00", "anlass": "Kaffee"})
    book.cards.add("encounter", {**links, "am": ahead(0), "anlass": "Zufall"})
    found = events(book)
    assert set(found) == {"Begegnung: Kaffee"}
    assert found["Begegnung: Kaffee"].description.value == "Kita Übermut; Süd, e. V."
    assert "Kaffee am 30.11., 14 Uhr" in [line.text for line in due(book)]
    clock.forward(days=8)
    assert set(events(book)) == {"Begegnung: Kaffee"}


# Holidays


@pytest.mark.parametrize(
    ("state", "moved"),
    [("NW", date(2026, 10, 30)), ("BY", date(2026, 10, 30)), ("BE", date(2026, 10, 30))],
)
def test_a_deadline_comes_before_the_weekend(
    book: Workbook, partnership: Card, state: str, moved: date
) -> None:
    book.cards.set(partnership.id, rollen=[{"aufgabe": "Plan", "bis": "2026-11-01"}])
    event = events(book, state)["Aufgabe: Plan"]
    assert event.dtstart.value == moved
    assert "Eigentlich am 01.11.2026" in event.description.value


def test_holidays_are_those_of_the_state(book: Workbook, partnership: Card) -> None:
    """Corpus Christi is a holiday in Bavaria, a day like any other in Berlin."""
    book.cards.set(partnership.id, rollen=[{"aufgabe": "Plan", "bis": "2027-05-27"}])
    bavaria, berlin = (events(book, state)["Aufgabe: Plan"] for state in ("BY", "BE"))
    assert bavaria.dtstart.value == date(2027, 5, 26)
    assert "(Fronleichnam)" in bavaria.description.value
    assert berlin.dtstart.value == date(2027, 5, 27)


def test_a_feast_a_meeting_and_a_milestone_stay_on_their_day(
    book: Workbook, partner: Card, partnership: Card
) -> None:
    """A milestone may be a feast, too: „Hallenfest“ on a Saturday."""
    book.cards.set(partner.id, naechster="2026-12-26")
    book.cards.set(partnership.id, meilensteine=[{"was": "Hallenfest", "am": "2026-12-26"}])
    book.cards.add("feast", {"titel": "Winterfest", "am": "2026-12-27"})
    found = events(book, "NW")
    days = [event.dtstart.value.day for name, event in found.items() if ":" in name]
    assert sorted(days) == [26, 26, 27]


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
