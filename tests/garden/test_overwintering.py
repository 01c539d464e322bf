"""Overwintering: nothing changes before its end, and until the first entry all can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gartenjahr_tui.garden import due, growing, kinds
from gartenjahr_tui.garden.ahead import left_behind
from gartenjahr_tui.garden.overwintering import (
    NotUndoable,
    Overwintering,
    overwintering,
)
from gartenjahr_tui.garden.rounds import unfinished
from gartenjahr_tui.garden.targets import Page
from gartenjahr_tui.store.errors import DiskFull, StoreError
from gartenjahr_tui.store.store import Store
from gartenjahr_tui.words.rhythm import OverwinterWords
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.plain import Card, Profile
from gartenjahr_tui.workbook.years import YearError
from tests.garden.round_helpers import (
    card_of,
    partnership,
    put_as_it_was_kept,
    say,
    states,
    station_of,
    titles,
    visit,
)

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from tests.conftest import Clock, OpenBook

TODAY = "2026-11-22"
PALM = "saeen.palme"
WITH, END = "overwintering.mit", "overwintering.abschluss"


class Garden:
    """A garden at the end of a year, with some of everything."""

    def __init__(self, book: Workbook) -> None:
        add = book.cards.add
        self.book = book
        self.perennial = partnership(book, "Vorlesen", lebensdauer="mehrjaehrig")
        self.annual = partnership(book, "Sommerfest", lebensdauer="einjaehrig")
        self.open = partnership(book, "Zirkus")
        self.step = add("encounter", {"schritt": "Anrufen", "kooperation": [self.perennial.id]})
        self.thanks = add("thanks", {"wofuer": "Kuchen", "personen": ["Frau Öz"]})
        self.seeds = [add("seed", {"titel": name}) for name in ("Lesegarten", "Nähcafé")]
        for seed in self.seeds:
            book.cards.note(seed.id, "verlauf", "aufgehoben")
        book.put(book.guide.prompts[PALM], dict(self.palm))

    @property
    def palm(self) -> dict[str, Any]:
        prompt = self.book.guide.prompts[PALM]
        return {prompt.fields[0].id: "Ein Flügel für den Hof"}

    def decisions(self, card: Card) -> list[tuple[str, str, str]]:
        return states(self.book, card, "entscheidungen")


@pytest.fixture
def garden(book: Workbook) -> Garden:
    return Garden(book)


def all_but_the_round(book: Workbook) -> dict[str, Any]:
    return {
        card.id: (card.value, card.deleted)
        for card in book.cards.all()
        if card.kind not in ("overwintering", "wintering")
    }


def answers(book: Workbook) -> dict[Any, Any]:
    return {answer.key: answer.value for answer in book.all_answers()}


def everything(book: Workbook) -> Any:
    return all_but_the_round(book), answers(book), book.years


def due_lines(book: Workbook) -> list[str]:
    """What is due of the change of the year."""
    return [line.text for line in due.due(book) if line.target == Page.OVERWINTER]


def whole_round(book: Workbook) -> Overwintering:
    """Go through all stations but the end."""
    round = overwintering(book)
    visit(round, "overwintering.start")
    visit(round, "Vorlesen", weg="ausbauen", warum="Alle wollen mehr.")
    visit(round, "Sommerfest", weg="beenden")
    visit(round, "Zirkus")
    visit(round, WITH, schritte="ja", dank="nein", samen_wie="alle", palme="ja")
    visit(round, END, notiz="Ruht gut.")
    return round


# Before the end


def test_looking_in_leaves_nothing_behind(garden: Garden) -> None:
    before = garden.book.cards.all()
    round = overwintering(garden.book)
    for station in round.stations():
        round.go_to(station)
        for prompt in station.section.prompts:
            station.sheet.recall(prompt)
            station.sheet.leave(prompt)
    assert garden.book.cards.all() == before


def test_no_step_of_the_round_but_the_last_changes_anything(garden: Garden) -> None:
    book, before = garden.book, everything(garden.book)
    round = overwintering(book)
    for station in round.stations():
        round.go_to(station)
        round.leave(station)
        assert everything(book) == before
    for name in ("Vorlesen", "Sommerfest", "Zirkus"):
        visit(round, name, weg="beenden", warum="So.")
        assert everything(book) == before
    visit(round, WITH, schritte="nein", dank="nein", samen_wie="alle", palme="ja")
    visit(round, END, notiz="Gut so.")
    assert everything(book) == before
    round.finish()
    assert everything(book) != before


def proposed(round: Overwintering, name: str) -> tuple[str, str]:
    """The way that is chosen beforehand, and what is said of it."""
    station = station_of(round, name)
    way = station.sheet.answer("wintering.weg").value.get("weg", "")
    return way, station.sheet.recall(station.section.prompts[0])[0]


def test_perennials_are_proposed_to_go_on_and_of_others_it_is_asked(garden: Garden) -> None:
    round = overwintering(garden.book)
    said = "Vorschlag: „weiterführen“, weil die Kooperation mehrjährig ist."
    assert proposed(round, "Vorlesen") == ("weiter", said)
    (_, hint) = station_of(round, "Vorlesen").sheet.recall(
        station_of(round, "Vorlesen").section.prompts[0]
    )
    assert "entschieden ist es erst am Ende" in hint
    way, said = proposed(round, "Sommerfest")
    assert way == ""
    assert "Nichts ist vorausgewählt" in said
    assert proposed(round, "Zirkus")[0] == ""


@pytest.mark.parametrize(
    ("end", "way", "said"),
    [
        ("2027-02-27", "weiter", "„weiterführen bis 27.02.2027“"),
        ("2027-01-01", "weiter", "„weiterführen bis 01.01.2027“"),
        ("2026-12-20", "", "Das geplante Ende ist der 20.12.2026, noch vor dem neuen Gartenjahr."),
        ("2026-08-31", "", "Das geplante Ende war der 31.08.2026."),
    ],
)
@pytest.mark.parametrize("lifespan", ["einjaehrig", "mehrjaehrig", "offen"])
def test_a_planned_end_is_proposed_to_be_reached_and_never_an_end_before_it(
    book: Workbook, lifespan: str, end: str, way: str, said: str
) -> None:
    partnership(book, "Bücherkiste", lebensdauer=lifespan, ende=end)
    chosen, text = proposed(overwintering(book), "Bücherkiste")
    assert chosen == way
    assert said in text


def test_in_a_new_year_that_has_begun_an_end_of_last_week_is_asked_about(
    book: Workbook, clock: Clock
) -> None:
    partnership(book, "Bücherkiste", lebensdauer="einjaehrig", ende="2027-01-15")
    clock.instant = datetime(2027, 1, 20, tzinfo=UTC)
    way, said = proposed(overwintering(book), "Bücherkiste")
    assert way == ""
    assert "Das geplante Ende war der 15.01.2027." in said


@pytest.mark.parametrize("lifespan", ["", "einjaehrig", "mehrjaehrig", "offen"])
@pytest.mark.parametrize("end", ["", "2025-01-01", "2026-11-22", "2027-06-01"])
def test_going_through_without_a_choice_ends_no_partnership(
    book: Workbook, lifespan: str, end: str
) -> None:
    card = partnership(book, "Bücherkiste", lebensdauer=lifespan, ende=end)
    round = overwintering(book)
    for station in round.stations():
        round.go_to(station)
        round.leave(station)
    round.finish()
    assert kinds.Partnership(book.cards[card.id]).lives


def test_what_is_not_talked_over_yet_becomes_a_step_of_the_new_year(garden: Garden) -> None:
    book = garden.book
    round = overwintering(book)
    visit(round, "Vorlesen", weg="weiter", besprochen="noch-nicht")
    visit(round, "Zirkus", besprochen="noch-nicht")
    visit(round, "Sommerfest", weg="beenden", besprochen="ja")
    said = round.sheet.recall(round.sheet.form.prompts["overwintering.abschluss"])
    assert "Mit dem Partner noch zu besprechen: Vorlesen, Zirkus." in "\n".join(said)
    assert "Gut zu Ende zu bringen: Sommerfest." in "\n".join(said)
    assert not [line for line in due.due(book) if line.key.startswith("talk/")]
    before = everything(book)
    round.finish()
    talks = [line.text for line in due.due(book) if line.key.startswith("talk/")]
    assert talks == ["Vorlesen: mit dem Partner sprechen", "Zirkus: mit dem Partner sprechen"]
    assert "Sommerfest: gut zu Ende bringen" in [line.text for line in due.due(book)]
    assert garden.decisions(garden.open) == [(TODAY, "", "")]
    (entry,) = book.cards[garden.annual.id].value["entscheidungen"]
    assert entry["besprochen"] == "ja"
    round.take_back()
    assert everything(book) == before


def test_going_on_confirms_a_proposal_and_walking_past_does_not(garden: Garden) -> None:
    round = overwintering(garden.book)
    visit(round, "Vorlesen")
    passed = station_of(round, "Sommerfest")
    round.go_to(passed)
    for prompt in passed.section.prompts:
        passed.sheet.put(prompt, passed.sheet.answer(prompt.id).value)
    assert [round.note_of(station_of(round, n)) for n in ("Vorlesen", "Sommerfest")] == [
        "weiterführen",
        "",
    ]
    round.finish()
    assert garden.decisions(garden.perennial) == [(TODAY, "weiter", "")]
    assert garden.decisions(garden.annual) == []


def test_a_decision_may_be_left_open(garden: Garden) -> None:
    round = overwintering(garden.book)
    visit(round, "Vorlesen", weg="")
    assert round.note_of(station_of(round, "Vorlesen")) == "gesehen"
    round.finish()
    assert garden.decisions(garden.perennial) == []


def test_left_and_begun_again_it_goes_on_where_it_was(open_book: OpenBook, clock: Clock) -> None:
    garden = Garden(open_book())
    visit(overwintering(garden.book), "Vorlesen", warum="Bewährt.")
    round = overwintering(garden.book)
    station = station_of(round, "Zirkus")
    round.go_to(station)
    say(station, warum="Noch unklar, wir fra")
    garden.book.close()
    clock.forward(days=60)
    book = open_book()
    round = overwintering(book)
    assert (round.old, round.new) == (2026, 2027)
    assert round.stations()[round.where()].section.title == "Zirkus"
    assert card_of(round, "Zirkus").value["warum"] == "Noch unklar, wir fra"
    assert "Überwintern weiterführen" in due_lines(book)


# Its end


def test_the_end_notes_all_that_was_decided_and_begins_the_year(garden: Garden) -> None:
    book = garden.book
    round = whole_round(book)
    before = {id: value for id, (value, _) in all_but_the_round(book).items()}
    said = round.finish()
    assert said == OverwinterWords.FINISHED.format(old=2026, new=2027)
    assert (book.years, book.year, round.finished) == ((2026, 2027), 2027, True)
    assert garden.decisions(garden.perennial) == [(TODAY, "ausbauen", "Alle wollen mehr.")]
    assert garden.decisions(garden.annual) == [(TODAY, "beenden", "")]
    for seed in garden.seeds:
        (*_, last) = states(book, seed, "verlauf")
        assert last == (TODAY, "aufgehoben", "ins Gartenjahr 2027 mitgenommen")
    assert book.answer(PALM, 2027).value == garden.palm
    changed = {garden.perennial.id, garden.annual.id, *(seed.id for seed in garden.seeds)}
    after = {id: value for id, (value, _) in all_but_the_round(book).items()}
    assert {id for id in after if after[id] != before[id]} == changed


def test_the_old_year_is_only_read_then_and_can_be_corrected(garden: Garden) -> None:
    book = garden.book
    whole_round(book).finish()
    book.look_at(2026)
    prompt = book.guide.prompts[PALM]
    with pytest.raises(ReadOnly):
        book.put(prompt, {prompt.fields[0].id: "x"})
    assert book.answer(PALM).value == garden.palm
    book.correct(2026)
    book.put(prompt, {prompt.fields[0].id: "Zwei Flügel"})
    assert book.answer(PALM, 2027).value == garden.palm


def test_only_ones_own_palm_comes_along(open_book: OpenBook) -> None:
    garden = Garden(open_book())
    book = garden.book
    first = book.voice
    second = book.add_voice("Bo")
    book.put(book.guide.prompts[PALM], {book.guide.prompts[PALM].fields[0].id: "Ein Esel"})
    book.use_voice(first)
    whole_round(book).finish()
    assert book.answer(PALM, 2027, first).value == garden.palm
    assert book.answer(PALM, 2027, second).value == {}


def test_nothing_comes_along_that_was_not_wanted(garden: Garden) -> None:
    book = garden.book
    seeds = [book.cards[seed.id].value for seed in garden.seeds]
    visit(overwintering(book), WITH, samen_wie="keine", palme="nein")
    overwintering(book).finish()
    assert [book.cards[seed.id].value for seed in garden.seeds] == seeds
    assert book.answer(PALM, 2027).value == {}


def test_single_seeds_come_along_as_far_as_they_are_in_the_bag(garden: Garden) -> None:
    book = garden.book
    first, second = garden.seeds
    round = overwintering(book)
    visit(round, WITH, samen_wie="einzelne", samen=[first.id, second.id, "Kein Korn"])
    book.cards.note(second.id, "verlauf", "gesaet")
    length = len(states(book, second, "verlauf"))
    round.finish()
    assert states(book, first, "verlauf")[-1][2] == "ins Gartenjahr 2027 mitgenommen"
    assert len(states(book, second, "verlauf")) == length


def test_the_summary_says_beforehand_what_the_end_will_do(garden: Garden) -> None:
    round = whole_round(garden.book)
    prompt = round.sheet.form.prompts["overwintering.abschluss"]
    assert round.sheet.recall(prompt) == [
        "Für 2 von 3 Kooperationen entschieden:",
        "• beenden, mit Dank: Sommerfest",
        "• ausbauen: Vorlesen",
        "1 Kooperation bleibt, wie sie ist: Zirkus",
        "Gut zu Ende zu bringen: Sommerfest. „Jetzt dran“ führt danach zur Seite „Abschied“.",
        "Ins neue Jahr kommt mit:",
        "• 1 offener Schritt",
        "• 2 Samenkörner",
        "• 1 Schneesturm-Palme",
        "Mit dem Abschluss beginnt das Gartenjahr 2027; 2026 wird dann nur noch gelesen.",
        "Bis dahin ändert sich nichts.",
    ]


@pytest.mark.parametrize("place", ["begin_year", "take_over", "set"])
@pytest.mark.parametrize("time", [1, 2, 4])
def test_interrupted_anywhere_and_finished_again_nothing_stands_there_twice(
    open_book: OpenBook, monkeypatch: pytest.MonkeyPatch, place: str, time: int
) -> None:
    garden, calls = Garden(open_book()), 0
    book = garden.book
    round = whole_round(book)
    owner: type[Any] = Cards if place == "set" else Workbook
    real = getattr(owner, place)

    def fails(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == time:
            raise StoreError("Strom weg")
        return real(*given, **named)

    monkeypatch.setattr(owner, place, fails)
    try:
        round.finish()
    except StoreError:
        assert not overwintering(book).finished
        monkeypatch.undo()
        book.close()
        book = garden.book = open_book()
        assert overwintering(book).card.id == round.card.id
        round = overwintering(book)
        round.finish()
    assert garden.decisions(garden.perennial) == [(TODAY, "ausbauen", "Alle wollen mehr.")]
    assert garden.decisions(garden.annual) == [(TODAY, "beenden", "")]
    for seed in garden.seeds:
        reasons = [reason for *_, reason in states(book, seed, "verlauf")]
        assert reasons.count("ins Gartenjahr 2027 mitgenommen") == 1
    assert book.answer(PALM, 2027).value == garden.palm
    assert [*book.years] == [2026, 2027]
    assert round.finished


def test_an_end_that_broke_off_on_another_day_is_brought_to_its_end_and_taken_back_whole(
    open_book: OpenBook, clock: Clock
) -> None:
    """As an earlier program left it: the year begun, some decisions noted, the round open."""
    garden = Garden(open_book())
    book, before = garden.book, everything(garden.book)
    half = whole_round(book)
    half.finish()
    book.cards.set(half.card.id, fertig_am="")
    book.cards.set(garden.annual.id, entscheidungen=[])
    book.close()
    clock.forward(days=3)
    book = garden.book = open_book()
    round = overwintering(book)
    assert round.card.id == half.card.id
    round.finish()
    assert garden.decisions(garden.perennial) == [("2026-11-25", "ausbauen", "Alle wollen mehr.")]
    assert garden.decisions(garden.annual) == [("2026-11-25", "beenden", "")]
    for seed in garden.seeds:
        reasons = [reason for *_, reason in states(book, seed, "verlauf")]
        assert reasons.count("ins Gartenjahr 2027 mitgenommen") == 1
    assert book.answer(PALM, 2027).value == garden.palm
    round.take_back()
    assert everything(book) == before


def test_the_end_of_the_year_outlasts_a_full_disk_and_the_end_of_the_program(
    open_book: OpenBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Store) -> None:
        raise DiskFull

    garden = Garden(open_book())
    garden.book.cards.set(garden.perennial.id, entscheidungen=[])
    round = whole_round(garden.book)
    assert garden.book.flush()
    visit(round, WITH, palme="nein")
    with monkeypatch.context() as disk:
        disk.setattr(Store, "_see_that_file_is_there", refuse)
        round.finish()
        after = everything(garden.book)
        assert not garden.book.close(2)
    book = open_book()
    assert everything(book) == after
    assert [*book.years] == [2026, 2027]
    assert not unfinished(book.cards, round.KIND)


def test_when_the_year_cannot_begin_nothing_has_changed(
    garden: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    round, before = whole_round(garden.book), everything(garden.book)

    def refuse(*given: Any) -> None:
        raise YearError("2151")

    monkeypatch.setattr(Workbook, "begin_year", refuse)
    with pytest.raises(YearError):
        round.finish()
    assert everything(garden.book) == before
    assert not round.finished


def test_a_year_that_was_begun_by_hand_is_no_obstacle(garden: Garden) -> None:
    book = garden.book
    round = whole_round(book)
    book.begin_year(2027)
    round.finish()
    assert [*book.years] == [2026, 2027]
    assert book.answer(PALM, 2027).value == garden.palm


# Taking it back


def test_taken_back_all_stands_as_before(garden: Garden) -> None:
    book = garden.book
    round = whole_round(book)
    before = everything(book)
    round.finish()
    assert growing.deeds_with(book, round.card) == (growing.UNWINTER,)
    assert growing.said(growing.UNWINTER, growing.UNWINTER.do(book, round.card)).startswith(
        "Zurückgenommen."
    )
    assert everything(book) == before
    assert book.year == 2026
    assert not round.finished
    assert overwintering(book).card.value["notiz"] == "Ruht gut."
    assert card_of(overwintering(book), "Vorlesen").value["weg"] == "ausbauen"
    assert growing.UNWINTER not in growing.deeds_with(book, round.card)


def test_taken_back_after_a_restart_too_and_finished_once_more(
    open_book: OpenBook, clock: Clock
) -> None:
    garden = Garden(open_book())
    before = everything(garden.book)
    whole_round(garden.book).finish()
    garden.book.close()
    clock.forward(days=30)
    book = open_book()
    (card,) = book.cards.of("overwintering")
    Overwintering(book, card).take_back()
    assert everything(book) == before
    book.close()
    book = open_book()
    assert everything(book) == before
    overwintering(book).finish()
    garden.book = book
    assert garden.decisions(garden.perennial) == [("2026-12-22", "ausbauen", "Alle wollen mehr.")]


@pytest.mark.parametrize("restart", [False, True])
def test_with_the_first_entry_of_the_new_year_it_stays(
    open_book: OpenBook, guide: Guide, restart: bool
) -> None:
    garden = Garden(open_book())
    book = garden.book
    whole_round(book).finish()
    prompt = next(p for p in guide.steps[0].prompts if len(p.fields) == 1)
    book.mark(prompt, next(s for s in type(book.state(prompt)) if s.value == "not_here"))
    if restart:
        book.close()
        book = open_book()
    after = everything(book)
    (card,) = book.cards.of("overwintering")
    with pytest.raises(NotUndoable, match="2027 gibt es schon Einträge"):
        Overwintering(book, card).take_back()
    assert everything(book) == after


def test_a_palm_that_was_written_on_is_an_entry(garden: Garden) -> None:
    book = garden.book
    round = whole_round(book)
    round.finish()
    (text,) = garden.palm.values()
    field = book.guide.prompts[PALM].fields[0].id
    book.put(book.guide.prompts[PALM], {**garden.palm, field: text + "!"})
    assert round.why_not_undoable()


def test_a_decision_changed_since_stays_when_the_round_is_taken_back(garden: Garden) -> None:
    book = garden.book
    round = whole_round(book)
    round.finish()
    book.cards.note(garden.annual.id, "entscheidungen", "neu-saeen", "Doch!")
    round.take_back()
    assert garden.decisions(garden.annual) == [(TODAY, "neu-saeen", "Doch!")]


def test_undo_takes_the_changes_of_the_end_back_in_one_step(garden: Garden) -> None:
    book = garden.book
    round = whole_round(book)
    before = all_but_the_round(book)
    round.finish()
    assert book.undoing.take_back() == (
        "Zurückgenommen: Entscheidungen und Samenkörner vom Überwintern 2026 → 2027."
    )
    assert all_but_the_round(book) == before
    round.take_back()
    assert all_but_the_round(book) == before
    assert [*book.years] == [2026]


def test_undo_after_taking_back_brings_no_half_of_it_back(garden: Garden) -> None:
    book = garden.book
    round = whole_round(book)
    before = all_but_the_round(book)
    round.finish()
    round.take_back()
    while book.undoing:
        book.undoing.take_back()
        assert garden.decisions(garden.perennial) == []
    assert before.keys() == all_but_the_round(book).keys()


# What was left behind


def test_what_stays_behind_reminds_no_more_until_it_is_taken_up_again(
    garden: Garden, clock: Clock
) -> None:
    book = garden.book
    round = whole_round(book)
    clock.forward(hours=1)
    assert not left_behind(book.cards, book.cards[garden.thanks.id])
    round.finish()
    assert left_behind(book.cards, book.cards[garden.thanks.id])
    assert not left_behind(book.cards, book.cards[garden.step.id])
    assert not left_behind(book.cards, book.cards[garden.perennial.id])
    clock.forward(days=1)
    book.cards.set(garden.thanks.id, wofuer="Kuchen und Tee")
    assert not left_behind(book.cards, book.cards[garden.thanks.id])


def test_a_round_corrected_later_leaves_nothing_more_behind(garden: Garden, clock: Clock) -> None:
    book = garden.book
    round = whole_round(book)
    round.finish()
    clock.forward(days=10)
    late = book.cards.add("thanks", {"wofuer": "Neues"})
    clock.forward(days=10)
    book.cards.set(round.card.id, titel="Winter")
    assert not left_behind(book.cards, book.cards[late.id])
    assert left_behind(book.cards, book.cards[garden.thanks.id])
    round.take_back()
    assert not left_behind(book.cards, book.cards[garden.thanks.id])
    book.cards.set(round.card.id, fertig_am="irgendwann")
    assert not left_behind(book.cards, book.cards[garden.thanks.id])


# Years


def test_several_years_later_the_year_of_the_calendar_begins(garden: Garden, clock: Clock) -> None:
    clock.instant = datetime(2030, 2, 3, tzinfo=UTC)
    book = garden.book
    assert "Das Gartenjahr 2030 hat begonnen: überwintern" in due_lines(book)
    round = overwintering(book)
    assert round.title == "2026 → 2030"
    round.finish()
    assert [*book.years] == [2026, 2030]
    assert due_lines(book) == []


def test_a_year_that_begins_in_august_ends_in_august(open_book: OpenBook, clock: Clock) -> None:
    book = open_book()
    book.set_profile(Profile(start_month=8))
    Garden(book)
    for day in ((2027, 2, 28), (2027, 7, 31)):
        clock.instant = datetime(*day, tzinfo=UTC)
        assert due_lines(book) == []
    clock.instant = datetime(2027, 8, 1, tzinfo=UTC)
    assert due_lines(book) == ["Das Gartenjahr 2027/28 hat begonnen: überwintern"]
    round = overwintering(book)
    assert round.title == "2026/27 → 2027/28"
    assert "Das Gartenjahr 2026/27 ruht" in round.finish()


def test_wishes_lie_beside_those_of_the_year_before(garden: Garden, clock: Clock) -> None:
    book = garden.book
    book.put(book.guide.prompts["boden.wuensche"], {"notiz": "Mehr Licht"})
    whole_round(book).finish()
    clock.instant = datetime(2028, 1, 2, tzinfo=UTC)
    station = station_of(overwintering(book), "overwintering/wishes")
    assert "2026, Ihre Wünsche: Mehr Licht" in station.section.lead
    assert "2026, 5, 10, 20 Jahre: nichts eingetragen" in station.section.lead
    asked = [prompt.id for prompt in station.section.prompts]
    assert asked == ["boden.wuensche", "ruhen.horizonte"]


def test_a_round_in_a_garden_without_anything_ends_well(book: Workbook) -> None:
    round = overwintering(book)
    assert len(titles(round)) == 4
    assert round.finish()
    assert [*book.years] == [2026, 2027]
    assert unfinished(book.cards, "overwintering") is None
    round.take_back()
    assert [*book.years] == [2026]


def test_a_second_program_can_look_and_changes_nothing(garden: Garden, open_book: OpenBook) -> None:
    whole_round(garden.book)
    garden.book.flush()
    other = open_book(look_only=True)
    assert other.read_only
    round = overwintering(other)
    for station in round.stations():
        round.leave(station)
        round.note_of(station)
    before = everything(other)
    with pytest.raises(PermissionError):
        round.finish()
    assert everything(other) == before


# Whatever comes

ANYTHING = st.one_of(
    *(st.text(max_size=8), st.integers(-9, 9999), st.just("2026-11-22"), st.just("2140-01-01")),
    *(st.lists(st.text(max_size=3), max_size=2), st.none(), st.booleans(), st.floats(-1e6, 1e6)),
    *(st.sampled_from(["ja", "alle", "einzelne", "weiter"]), st.just([{"am": 3}]), st.just({})),
)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_stands_in_the_cards_of_a_round_it_can_be_finished(
    book: Workbook, guide: Guide, data: st.DataObject
) -> None:
    for each in book.cards.all():
        book.cards.delete(each.id)
    book.look_at(book.newest_year)
    known = book.newest_year
    card = partnership(book, "Vorlesen", lebensdauer="mehrjaehrig")
    made = book.cards.add("overwintering", {"jahr": known, "neues": known + 1})
    ids = st.sampled_from(sorted(guide.forms["overwintering"].fields.keys() - {"fertig_am"}))
    value = data.draw(st.dictionaries(ids, ANYTHING, max_size=5))
    put_as_it_was_kept(book, replace(made, value={**made.value, **value}))
    each = book.cards.add("wintering", {"runde": [made.id], "kooperation": [card.id]})
    ids = st.sampled_from(sorted(guide.forms["wintering"].fields))
    value = data.draw(st.dictionaries(ids, ANYTHING, max_size=5))
    put_as_it_was_kept(book, replace(each, value={**each.value, **value}))
    due.due(book)
    left_behind(book.cards, each)
    round = Overwintering(book, book.cards[made.id])
    for station in round.stations():
        round.go_to(station)
        for prompt in station.section.prompts:
            station.sheet.recall(prompt)
        round.note_of(station)
        round.leave(station)
    years = book.years
    assert round.finish()
    assert round.finished
    new = set(book.years) - set(years)
    assert len(new) <= 1
    assert all(year > known for year in new)
    round.take_back()
    assert book.years == years
