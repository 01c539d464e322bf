"""What is still open is open everywhere: due list, calendar, reports, rounds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.exchange import calendar
from gartenjahr_tui.garden import due, round_advice
from gartenjahr_tui.garden.checkin import checkin
from gartenjahr_tui.garden.overwintering import overwintering
from gartenjahr_tui.reports.handover import HANDOVER
from tests.garden.round_helpers import partnership, station_of, visit
from tests.reports.garden_of_secrets import document_of, said
from tests.reports.telling_helpers import read

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock

EVERYWHERE = {"due", "calendar", "yearly", "handover"}
"""Places that tell of all that is open and has a day."""


def on(book: Workbook, days: int) -> str:
    return (book.today + timedelta(days=days)).isoformat()


def places(book: Workbook, name: str) -> set[str]:
    """Where something is told of."""
    told = {
        "due": "\n".join(line.full for line in due.due(book)),
        "calendar": "\n".join(event.summary for event in calendar.gather(book)),
        "yearly": read(book, "jahresbericht"),
        "handover": said(document_of(HANDOVER, book)),
    }
    return {place for place, text in told.items() if name in text}


def asked_of_steps(book: Workbook, title: str) -> set[str]:
    """The rounds that ask about a step."""
    winter = overwintering(book)
    told = {"overwintering": "\n".join(round_advice.open_steps(book, winter.card))}
    for station in checkin(book).stations():
        if station.section.title == title:
            prompt = next(p for p in station.section.prompts if p.id == "checkup.schritt")
            told["checkin"] = "\n".join(station.sheet.recall(prompt))
    return {round for round, text in told.items() if "Anrufen" in text}


def step(book: Workbook, **value: Any) -> str:
    """A step that is due in three days; gives the id of its card."""
    plain = {"schritt": "Anrufen", "schritt_am": on(book, 3), "am": on(book, -3)}
    return book.cards.add("encounter", {**plain, **value}).id


def test_a_step_is_open_everywhere_until_it_is_done(book: Workbook, clock: Clock) -> None:
    chor = partnership(book, "Chor")
    id = step(book, kooperation=[chor.id])
    assert places(book, "Anrufen") == EVERYWHERE
    assert asked_of_steps(book, "Chor") == {"overwintering", "checkin"}
    book.cards.set(id, schritt_stand="erledigt")
    clock.forward(minutes=1)
    assert places(book, "Anrufen") == set()
    assert asked_of_steps(book, "Chor") == set()


def test_a_step_that_belongs_to_nothing_is_open_all_the_same(book: Workbook) -> None:
    step(book)
    assert places(book, "Anrufen") == EVERYWHERE
    assert asked_of_steps(book, "") == {"overwintering"}


@pytest.mark.parametrize("way", ["beenden", "ruhen"])
def test_the_step_of_an_ended_partnership_is_told_nowhere_that_of_a_resting_one_is(
    book: Workbook, way: str
) -> None:
    chor = partnership(book, "Chor")
    step(book, kooperation=[chor.id])
    book.cards.note(chor.id, "entscheidungen", way)
    ended = way == "beenden"
    assert places(book, "Anrufen") == (set() if ended else EVERYWHERE)
    assert asked_of_steps(book, "Chor") == (set() if ended else {"overwintering", "checkin"})


def test_the_step_of_a_partnership_that_was_put_away_is_told_nowhere(book: Workbook) -> None:
    chor = partnership(book, "Chor")
    step(book, kooperation=[chor.id])
    book.cards.delete(chor.id)
    assert places(book, "Anrufen") == set()
    assert asked_of_steps(book, "Chor") == set()
    book.cards.restore(chor.id)
    assert places(book, "Anrufen") == EVERYWHERE


def test_a_step_of_several_partnerships_is_open_as_long_as_one_lives(book: Workbook) -> None:
    chor, kita = partnership(book, "Chor"), partnership(book, "Kita")
    step(book, kooperation=[chor.id, kita.id])
    book.cards.note(chor.id, "entscheidungen", "beenden")
    assert places(book, "Anrufen") == EVERYWHERE
    assert asked_of_steps(book, "Kita") == {"overwintering", "checkin"}
    book.cards.note(kita.id, "entscheidungen", "beenden")
    assert places(book, "Anrufen") == set()


def test_a_step_of_long_ago_is_history_everywhere(book: Workbook, clock: Clock) -> None:
    chor = partnership(book, "Chor")
    step(book, kooperation=[chor.id], schritt_am=on(book, -367), am=on(book, -400))
    step(book, kooperation=[chor.id], schritt_am="", am=on(book, -367))
    clock.forward(minutes=1)
    assert places(book, "Anrufen") == set()
    assert asked_of_steps(book, "Chor") == set()


def test_a_step_without_a_day_stands_where_no_day_is_needed(book: Workbook) -> None:
    chor = partnership(book, "Chor")
    step(book, kooperation=[chor.id], schritt_am="")
    assert places(book, "Anrufen") == {"yearly", "handover"}
    assert asked_of_steps(book, "Chor") == {"overwintering", "checkin"}


def test_a_step_without_words_is_named_by_what_it_is(book: Workbook) -> None:
    step(book, schritt="")
    assert places(book, "Nächster Schritt") == EVERYWHERE


def test_a_step_left_behind_in_a_winter_is_told_nowhere_until_it_is_taken_up_again(
    book: Workbook, clock: Clock
) -> None:
    chor = partnership(book, "Chor", lebensdauer="mehrjaehrig")
    id = step(book, kooperation=[chor.id])
    clock.forward(hours=1)
    winter = overwintering(book)
    visit(winter, "overwintering.mit", schritte="nein", dank="nein")
    assert places(book, "Anrufen") == EVERYWHERE
    winter.finish()
    assert places(book, "Anrufen") == set()
    assert asked_of_steps(book, "Chor") == set()
    clock.forward(days=1)
    book.cards.set(id, schritt="Anrufen bei Frau Öz")
    assert places(book, "Anrufen") == EVERYWHERE
    assert asked_of_steps(book, "Chor") == {"overwintering", "checkin"}


@pytest.mark.parametrize(
    ("state", "days", "told"),
    [
        ("offen", 3, EVERYWHERE),
        ("offen", -80, EVERYWHERE),
        # A calendar shows days; what is late for longer stands in the lists.
        ("offen", -366, EVERYWHERE - {"calendar"}),
        ("offen", -367, set()),
        ("verschoben", 3, EVERYWHERE),
        ("verschoben", -3, set()),
        # That it is reached stands in the calendar in its place.
        ("erreicht", 3, {"calendar"}),
    ],
)
def test_a_milestone_is_open_everywhere_or_nowhere(
    book: Workbook, state: str, days: int, told: set[str]
) -> None:
    stone = {"am": on(book, days), "was": "Richtfest", "stand": state}
    chor = partnership(book, "Chor", meilensteine=[stone])
    assert places(book, "Richtfest") - {"yearly" if state == "erreicht" else ""} == told
    book.cards.note(chor.id, "entscheidungen", "beenden")
    assert places(book, "Richtfest") - {"yearly" if state == "erreicht" else ""} == set()


def test_what_is_to_be_done_for_a_feast_is_open_until_the_feast(book: Workbook) -> None:
    task = {"aufgabe": "Bänke holen", "bis": on(book, -2)}
    feast = book.cards.add("feast", {"titel": "Fest", "am": on(book, 1), "aufgaben": [task]})
    assert places(book, "Bänke holen") >= {"due", "calendar"}
    book.cards.set(feast.id, am=on(book, -1))
    assert places(book, "Bänke holen") == set()


def test_thanks_left_behind_are_told_nowhere(book: Workbook, clock: Clock) -> None:
    chor = partnership(book, "Chor", lebensdauer="mehrjaehrig")
    harvest = book.cards.add("harvest", {"titel": "Lied", "kooperation": [chor.id]})
    book.cards.add("thanks", {"wofuer": "Kuchen", "ernte": [harvest.id]})
    clock.forward(hours=1)
    assert places(book, "Kuchen") == {"due", "handover"}
    winter = overwintering(book)
    visit(winter, "overwintering.mit", schritte="nein", dank="nein")
    winter.finish()
    assert places(book, "Kuchen") == set()
    assert "Kuchen" not in "\n".join(round_advice.open_thanks(book, overwintering(book).card))
    round = checkin(book)
    assert "Dank noch offen" not in round.lead(station_of(round, "Chor"))


def test_what_has_no_name_stands_in_the_work_plan_with_what_it_is(book: Workbook) -> None:
    day = on(book, 3)
    partnership(book, "Chor", meilensteine=[{"am": day}], plan=[{"wann": day}])
    plan = read(book, "jahresbericht")
    assert "| Meilenstein | Chor" in plan
    assert "| Auswertung: Chor | Chor" in plan
