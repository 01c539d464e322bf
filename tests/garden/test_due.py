"""What is due: each kind, the edges of its days, the order, and putting off."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gartenjahr_tui.garden import due, happened, home, leaf, library
from gartenjahr_tui.garden.targets import Page, ToCard, ToList, ToPrompt
from gartenjahr_tui.garden.watering import days_dry
from gartenjahr_tui.words.rhythm import DueWords as words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.patterns import like
from gartenjahr_tui.workbook.plain import Card, Profile
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock, OpenBook


def on(clock: Clock, days: int) -> str:
    """The ISO day so many days from now."""
    return (clock.today() + timedelta(days=days)).isoformat()


def texts(book: Workbook) -> list[str]:
    return [line.text for line in due.due(book) if not line.key.startswith("checkin/")]


def keys(book: Workbook) -> list[str]:
    return [line.key.partition("/")[0] for line in due.due(book)]


@pytest.fixture(autouse=True)
def in_the_season(request: pytest.FixtureRequest) -> None:
    """The garden does not rest on the days of these tests."""
    if "book" in request.fixturenames:
        request.getfixturevalue("book").set_rest(7, 8)


def put_in(book: Workbook, where: str, day: str) -> None:
    """Put something with this day into the garden."""
    kind, _, field = where.partition(".")
    entries: dict[str, dict[str, Any]] = {
        "meilensteine": {"am": day, "was": "Beet anlegen"},
        "rollen": {"bis": day, "aufgabe": "Beet anlegen"},
        "absprachen": {"bis": day, "was": "Beet anlegen"},
        "plan": {"wann": day, "ziel": "Beet anlegen"},
        "rueckblick": {"wann": day},
        "aufgaben": {"bis": day, "aufgabe": "Beet anlegen"},
    }
    if field in entries:
        book.cards.add(kind, {"titel": "Lesegarten", field: [entries[field]]})
    else:
        names = {"schritt": "Beet anlegen", "titel": "Beet anlegen", "name": "Beet anlegen"}
        book.cards.add(kind, {**names, field: day})


@pytest.mark.parametrize(
    ("where", "first", "last"),
    [
        ("encounter.schritt_am", -92, 366),
        ("checkup.schritt_am", -92, 366),
        ("partnership.meilensteine", -14, 366),
        ("partnership.rollen", -14, 90),
        ("partnership.absprachen", -60, 90),
        ("partnership.plan", -14, 90),
        ("partnership.rueckblick", -14, 90),
        ("partner.naechster", -7, 0),
        ("feast.am", -28, 0),
        ("feast.aufgaben", -14, 366),
    ],
)
def test_a_day_reminds_from_its_first_to_its_last_day(
    book: Workbook, clock: Clock, where: str, first: int, last: int
) -> None:
    put_in(book, where, clock.today().isoformat())
    start = clock.instant
    for days, shown in ((first - 1, False), (first, True), (0, True), (last, True)):
        clock.instant = start + timedelta(days=days)
        assert bool(texts(book)) is shown, days
    clock.instant = start + timedelta(days=last + 1)
    assert not [text for text in texts(book) if "Gartenjahr" not in text and "Bilanz" not in text]


@pytest.mark.parametrize(
    ("days", "said"),
    [(-3, "Anrufen: überfällig seit 19.11."), (0, "Anrufen: heute"), (5, "Anrufen: bis")],
)
def test_a_step_says_its_day_without_reproach(
    book: Workbook, clock: Clock, days: int, said: str
) -> None:
    card = book.cards.add("encounter", {"schritt": "Anrufen", "schritt_am": on(clock, days)})
    (line,) = due.due(book)
    assert line.text.startswith(said)
    assert line.target == ToCard(card.id, "encounter.weiter", "encounter.schritt")
    book.cards.set(card.id, schritt_stand="erledigt")
    assert due.due(book) == []


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "Anrufen: überfällig seit 19.11., 9:30 Uhr"),
        (0, "Anrufen: heute 9:30 Uhr"),
        (92, "Anrufen: bis 22.02., 9:30 Uhr"),
    ],
)
def test_a_time_of_day_is_said_and_changes_nothing_else(
    book: Workbook, clock: Clock, days: int, said: str
) -> None:
    step = {"schritt": "Anrufen", "schritt_am": f"{on(clock, days)}T09:30"}
    card = book.cards.add("encounter", step)
    (line,) = due.due(book)
    assert line.text == said
    assert line.key == f"step/{card.id}"


@pytest.mark.parametrize("when", ["nach den Ferien", "2026-11-24T09:30"])
def test_what_was_promised_is_in_sight_in_its_own_words_and_ticked_off(
    book: Workbook, when: str
) -> None:
    stones = [{"am": when, "was": "Beet anlegen"}, {"am": "2026-11-24", "was": "Säen"}]
    card = book.cards.add("partnership", {"titel": "Lesegarten", "meilensteine": stones})
    step = book.cards.add("encounter", {"schritt": "Anrufen", "schritt_am": when})
    said = {"nach den Ferien": "Beet anlegen: nach den Ferien"}
    assert said.get(when, "Beet anlegen: bis 24.11., 9:30 Uhr") in texts(book)
    for line in due.due(book):
        if "Säen" not in line.text and line.ticks:
            due.tick(book, line.key)
    assert book.cards[step.id].value["schritt_stand"] == "erledigt"
    done = [stone.get("stand") for stone in book.cards[card.id].value["meilensteine"]]
    assert done == ["erreicht", None]
    assert texts(book) == ["Säen: bis 24.11."]


def test_who_was_met_at_an_hour_of_today_was_met_today(book: Workbook, clock: Clock) -> None:
    partner = book.cards.add("partner", {"name": "Kita Mitte"})
    book.cards.add("encounter", {"am": f"{on(clock, 0)}T09:30", "partner": [partner.id]})
    assert days_dry(book.cards, partner)[0] == 0
    assert happened.lines(book, clock.today())[0] == "1 Begegnung"
    assert leaf.lines(book, partner)[0].text == "22.11., 9:30 Uhr"


def test_a_day_of_long_ago_is_said_with_its_year(book: Workbook, clock: Clock) -> None:
    book.cards.add("encounter", {"schritt": "Anrufen", "schritt_am": on(clock, -300)})
    assert texts(book) == ["Anrufen: überfällig seit 26.01.2026"]


def test_every_line_opens_a_page_that_exists(book: Workbook, clock: Clock, guide: Guide) -> None:
    places = [
        *("encounter.schritt_am", "checkup.schritt_am", "partnership.meilensteine"),
        *("partnership.rollen", "partnership.absprachen", "partnership.plan", "feast.aufgaben"),
        *("partnership.rueckblick", "partner.naechster", "feast.am"),
    ]
    for where in places:
        put_in(book, where, on(clock, 0))
    partner = book.cards.add("partner", {"name": "Kita", "hoechst_tage": 30})
    book.cards.add("encounter", {"partner": [partner.id], "am": on(clock, -31)})
    book.cards.add("thanks", {"wofuer": "Kuchen"})
    lines = [line for line in due.due(book) if line.card]
    assert len(lines) == len(places) + 2
    for line in lines:
        form = book.cards.form(book.cards[line.card])
        assert isinstance(line.target, ToCard)
        assert (line.target.id, line.target.section) == (line.card, line.section)
        assert form.section_of(line.target.prompt).id == line.section
        assert line.name in line.text


def test_of_an_ended_partnership_only_its_farewell_reminds(book: Workbook, clock: Clock) -> None:
    today = on(clock, 0)
    card = book.cards.add(
        "partnership", {"titel": "Alt", "meilensteine": [{"am": today, "was": "Fest"}]}
    )
    step = {"schritt": "Anrufen", "schritt_am": today, "kooperation": [card.id]}
    book.cards.add("encounter", step)
    assert len(texts(book)) == 2
    book.cards.note(card.id, "entscheidungen", "beenden")
    assert texts(book) == ["Alt: gut zu Ende bringen"]


@pytest.mark.parametrize(
    ("state", "days", "shown"),
    [
        ("offen", -1, True),
        ("erreicht", -1, False),
        ("verschoben", -1, False),
        ("verschoben", 1, True),
    ],
)
def test_a_milestone_that_is_reached_or_whose_day_was_put_off_is_left_in_peace(
    book: Workbook, clock: Clock, state: str, days: int, shown: bool
) -> None:
    entry = {"am": on(clock, days), "was": "Fest", "stand": state}
    book.cards.add("partnership", {"titel": "Lesegarten", "meilensteine": [entry]})
    assert bool(texts(book)) is shown


def thirsty(book: Workbook, clock: Clock, name: str, days: int, most: int) -> str:
    partner = book.cards.add("partner", {"name": name, "hoechst_tage": most})
    book.cards.add("encounter", {"partner": [partner.id], "am": on(clock, -days)})
    return partner.id


def test_a_partner_thirsts_from_the_day_after_the_longest_interval(
    book: Workbook, clock: Clock
) -> None:
    thirsty(book, clock, "Kita Sonnenblume", 68, 68)
    assert texts(book) == []
    clock.forward(days=1)
    assert texts(book) == ["Kita Sonnenblume: 69 Tage ohne Kontakt"]


def test_a_partner_never_met_is_said_so(book: Workbook, clock: Clock) -> None:
    book.cards.add("partner", {"name": "Kita", "hoechst_tage": 10})
    clock.forward(days=11)
    assert texts(book) == ["Kita: noch keine Begegnung"]


def test_the_most_overdue_partners_are_named_and_one_line_speaks_of_the_others(
    book: Workbook, clock: Clock
) -> None:
    for number in range(6):
        thirsty(book, clock, f"Partner {number}", 40 + number, 30)
    lines = due.due(book)
    assert [line.text for line in lines] == [
        *(f"Partner {n}: {40 + n} Tage ohne Kontakt" for n in (5, 4, 3)),
        "3 weitere Partner haben Durst",
    ]
    assert lines[-1].target == ToList("partner", "watering")


def test_the_line_of_the_other_partners_can_be_put_off_and_woken(
    book: Workbook, clock: Clock
) -> None:
    for number in range(6):
        thirsty(book, clock, f"Partner {number}", 40 + number, 30)
    line = due.due(book)[-1]
    due.snooze(book, line.key, clock.today() + timedelta(days=7))
    assert len(due.due(book)) == 3
    assert [one.text for one, _ in due.snoozed(book)] == ["3 weitere Partner haben Durst"]
    due.wake(book, line.key)
    assert len(due.due(book)) == 4


def test_thanks_are_one_line_and_one_alone_leads_to_its_card(book: Workbook) -> None:
    first = book.cards.add("thanks", {"wofuer": "Kuchen"})
    (line,) = due.due(book)
    assert (line.text, line.card) == ("Dank an Kuchen noch offen", first.id)
    second = book.cards.add("thanks", {"wofuer": "Zelt"})
    (line,) = due.due(book)
    assert line.text == "2 Mal Dank noch offen"
    assert line.target == ToList("ernten", "thanks")
    for card in (first, second):
        book.cards.set(card.id, stand="erledigt")
    assert due.due(book) == []


def test_nothing_confidential_is_said(book: Workbook, guide: Guide, clock: Clock) -> None:
    form = guide.forms["encouragement"]
    days = {field.id: on(clock, 0) for field in form.fields.values() if field.kind == "date"}
    book.cards.add("encouragement", {form.title: "Geheim", **days})
    assert due.due(book) == []


def test_the_task_of_a_feast_that_is_over_is_past(book: Workbook, clock: Clock) -> None:
    task = [{"aufgabe": "Tische", "bis": on(clock, -3)}]
    feast = book.cards.add("feast", {"titel": "Fest", "am": on(clock, 40), "aufgaben": task})
    assert texts(book) == ["Tische: überfällig seit 19.11."]
    book.cards.set(feast.id, am=on(clock, -1))
    assert texts(book) == []


# The year


@pytest.mark.parametrize(
    ("month", "before", "day", "label"),
    [
        (1, date(2026, 12, 31), date(2027, 1, 1), "2027"),
        (3, date(2028, 2, 29), date(2028, 3, 1), "2028/29"),
        (8, date(2027, 7, 31), date(2027, 8, 1), "2027/28"),
    ],
)
def test_a_year_is_due_from_its_first_day(
    book: Workbook, clock: Clock, month: int, before: date, day: date, label: str
) -> None:
    book.set_profile(Profile("", month))
    book.begin_year(before.year if before.month >= month else before.year - 1)
    clock.instant = datetime(before.year, before.month, before.day, 23, 59, tzinfo=UTC)
    assert due.due(book) == []
    clock.instant = datetime(day.year, day.month, day.day, 0, 1, tzinfo=UTC)
    first, balance = due.due(book)
    assert first.text == f"Das Gartenjahr {label} hat begonnen: überwintern"
    assert (first.target, first.day) == (Page.OVERWINTER, day)
    assert balance.text == f"Bilanz {book.year_label(book.newest_year)} ist noch offen"
    assert balance.target == ToPrompt("ruhen.bilanz-gut")


def test_the_balance_reminds_until_it_is_drawn_or_the_new_year_is_there(
    book: Workbook, clock: Clock, guide: Guide
) -> None:
    clock.instant = datetime(2027, 1, 2, tzinfo=UTC)
    assert keys(book) == ["year", "balance"]
    for prompt in guide.sections["ruhen.bilanz"].prompts:
        book.mark(prompt, AnswerState.NOT_HERE)
    assert keys(book) == ["year"]
    book.begin_year(2027)
    assert due.due(book) == []


def test_an_overwintering_under_way_is_gone_on_with(book: Workbook, clock: Clock) -> None:
    clock.instant = datetime(2027, 1, 2, tzinfo=UTC)
    book.cards.add("overwintering", {"titel": "Winter"})
    assert due.due(book)[0].text == words.OVERWINTER_ON
    assert due.due(book)[0].target == Page.OVERWINTER


def test_a_check_in_leads_to_the_check_in(
    book: Workbook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ("Check-in Herbst, etwa zehn Minuten", date(2026, 10, 1))
    monkeypatch.setattr(due, "checkin_due", lambda book: found)
    (line,) = due.due(book)
    assert (line.text, line.key, line.target) == (found[0], "checkin/2026-10-01", Page.CHECKIN)


def test_the_rounds_come_first_then_what_was_agreed_then_thirst_then_what_is_to_come(
    book: Workbook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.instant = datetime(2027, 1, 2, tzinfo=UTC)
    monkeypatch.setattr(due, "checkin_due", lambda book: ("Check-in Winter", date(2027, 1, 1)))
    thirsty(book, clock, "Kita", 300, 30)
    book.cards.add("thanks", {"wofuer": "Kuchen"})
    for days in (5, -2, -9):
        book.cards.add("encounter", {"schritt": f"in {days}", "schritt_am": on(clock, days)})
    put_in(book, "partner.naechster", on(clock, 2))
    found = [line.key.partition("/")[0] for line in due.due(book)]
    assert found == [
        *("year", "checkin", "step", "step", "thirst", "balance", "thanks", "meeting", "step")
    ]
    assert [line.text[:5] for line in due.due(book)][2:4] == ["in -9", "in -2"]


# Putting off


def test_a_line_put_off_comes_back_on_its_day(book: Workbook, clock: Clock) -> None:
    thirsty(book, clock, "Kita", 70, 30)
    (line,) = due.due(book)
    due.snooze(book, line.key, clock.today() + timedelta(days=14))
    assert due.due(book) == []
    assert [(one.key, day) for one, day in due.snoozed(book)] == [
        (line.key, clock.today() + timedelta(days=14))
    ]
    clock.forward(days=13)
    assert due.due(book) == []
    clock.forward(days=1)
    assert [one.key for one in due.due(book)] == [line.key]
    assert due.snoozed(book) == []


def test_a_line_can_be_woken(book: Workbook, clock: Clock) -> None:
    book.cards.add("thanks", {"wofuer": "Kuchen"})
    due.snooze(book, "thanks", clock.today() + timedelta(days=7))
    due.wake(book, "thanks")
    assert keys(book) == ["thanks"]


def test_it_is_remembered_for_everybody_until_the_next_start(
    open_book: OpenBook, clock: Clock
) -> None:
    book = open_book()
    book.cards.add("thanks", {"wofuer": "Kuchen"})
    due.snooze(book, "thanks", clock.today() + timedelta(days=7))
    book.close()
    book = open_book()
    book.add_voice("Erika")
    assert due.due(book) == []


def test_what_is_known_of_lines_that_are_gone_is_dropped(book: Workbook, clock: Clock) -> None:
    until = clock.today() + timedelta(days=7)
    thanks = book.cards.add("thanks", {"wofuer": "Kuchen"})
    due.snooze(book, "thanks", until)
    book.cards.set(thanks.id, stand="erledigt")
    partner = thirsty(book, clock, "Kita", 70, 30)
    due.snooze(book, f"thirst/{partner}", until)
    assert list(book.common(due.SNOOZED)) == [f"thirst/{partner}"]


def test_a_clock_that_goes_backwards_loses_no_line_for_ever(book: Workbook, clock: Clock) -> None:
    book.cards.add("thanks", {"wofuer": "Kuchen"})
    clock.forward(days=3650)
    due.snooze(book, "thanks", clock.today() + timedelta(days=30))
    clock.forward(days=-3650)
    assert keys(book) == ["thanks"]


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_day_that_is_past_or_far_away_is_refused(book: Workbook, clock: Clock, days: int) -> None:
    book.cards.add("thanks", {"wofuer": "Kuchen"})
    with pytest.raises(ValueError, match="Tag"):
        due.snooze(book, "thanks", clock.today() + timedelta(days=days))
    assert keys(book) == ["thanks"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("7.1.", date(2027, 1, 7)),
        ("07.01", date(2027, 1, 7)),
        ("24.12.", date(2026, 12, 24)),
        ("+14", date(2026, 12, 6)),
        ("morgen", date(2026, 11, 23)),
        ("22.11.", date(2027, 11, 22)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(clock: Clock, typed: str, day: date) -> None:
    assert due.day_ahead(typed, clock.today()) == day


@pytest.mark.parametrize("typed", ["", "bald", "heute", "gestern", "1.1.2020", "1.1.2030", "-3"])
def test_what_is_no_day_ahead_is_answered_kindly(clock: Clock, typed: str) -> None:
    with pytest.raises(ValueError, match="Bitte"):
        due.day_ahead(typed, clock.today())


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 22), date(2026, 12, 22)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_month_ends_where_the_next_one_does(today: date, day: date) -> None:
    assert due.in_a_month(today) == day


def test_in_a_second_window_nothing_is_put_off(open_book: OpenBook, clock: Clock) -> None:
    first = open_book()
    first.cards.add("thanks", {"wofuer": "Kuchen"})
    first.flush()
    second = open_book(look_only=True)
    with pytest.raises(PermissionError, match="gelesen"):
        due.snooze(second, "thanks", clock.today() + timedelta(days=7))
    assert keys(second) == ["thanks"]


# On the home page


def test_home_shows_five_lines_and_says_how_many_more_there_are(
    book: Workbook, clock: Clock
) -> None:
    for number in range(9):
        book.cards.add("encounter", {"schritt": f"S{number}", "schritt_am": on(clock, -number)})
    now = home.from_book(book).now
    assert len(now) == 6
    assert now[0].text.startswith("S8: ")
    assert (now[-1].text, now[-1].target) == ("… und 4 weitere", Page.DUE)


def test_begun_questions_stand_below_what_is_due(
    book: Workbook, clock: Clock, guide: Guide
) -> None:
    book.mark(guide.prompts["saeen.eignung"], AnswerState.LATER)
    book.cards.add("thanks", {"wofuer": "Kuchen"})
    assert [place.text for place in home.from_book(book).now] == [
        "Dank an Kuchen noch offen",
        "1 Frage auf später in Säen",
    ]


# Whatever stands in the fields

DAYS = st.one_of(
    st.dates(date(1950, 1, 1), date(2150, 12, 31)).map(date.isoformat),
    st.integers(-500, 500).map(lambda n: (date(2026, 11, 22) + timedelta(days=n)).isoformat()),
    st.sampled_from(["", "2026-02-30", "bald", "9999-99-99", "2028-02-29"]),
)
TEXTS = st.text(max_size=30)
TODAYS = st.dates(date(1951, 1, 1), date(2149, 12, 31))


class Book:
    """As much of a workbook as the due list asks for."""

    read_only = False
    year_due = None
    year = newest_year = 2026
    profile = Profile("", 1)
    voices = ()

    def __init__(self, guide: Guide, today: date) -> None:
        self.guide, self.today = guide, today
        self.put_off: Any = None
        self.cards = Cards(
            guide,
            (),
            lambda *_: None,
            today=lambda: self.today,
            now=lambda: datetime(2026, 11, 22, tzinfo=UTC),
        )

    def common(self, key: str, pattern: Any = object) -> Any:
        return like(pattern, self.put_off)

    def remember(self, key: str, value: Any, *, common: bool) -> None:
        self.put_off = value


def test_values_from_another_time_remind_of_nothing_and_stop_nothing(guide: Guide) -> None:
    fake = Book(guide, date(2026, 11, 22))
    book: Any = fake
    partner = fake.cards.add("partner", {"name": "Kita", "hoechst_tage": 30})
    before = due.due(book)
    odd = {"am": 20261122, "schritt_am": 20261122, "partner": [partner.id], "schritt": "Anrufen"}
    kept = Card("f" * 32, "encounter", odd)
    fake.cards = Cards(
        guide, [partner, kept], lambda *_: None, today=fake.cards.today, now=datetime.now
    )
    assert due.due(book) == before


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    today=TODAYS,
    days=st.lists(DAYS, min_size=8, max_size=8),
    text=TEXTS,
    numbers=st.lists(
        st.one_of(st.integers(-5, 999_999_999), st.floats(0, 400), TEXTS), min_size=3, max_size=3
    ),
    later=st.integers(-800, 800),
)
def test_whatever_is_typed_the_list_stands_and_its_order_is_the_same(
    guide: Guide, today: date, days: list[str], text: str, numbers: list[Any], later: int
) -> None:
    fake = Book(guide, today)
    book: Any = fake
    cards = fake.cards
    waits = dict(zip(("ideal_tage", "hoechst_tage", "winter_tage"), numbers, strict=True))
    partner = cards.add("partner", {"name": text, "naechster": days[0], **waits})
    cards.add("encounter", {"am": days[1], "partner": [partner.id, text], "schritt": text})
    cards.add("encounter", {"schritt": text, "schritt_am": days[2], "kooperation": [text]})
    value: dict[str, Any] = {
        "titel": text,
        "meilensteine": [{"am": days[3], "was": text}] * 2,
        "rollen": [{"bis": days[4], "aufgabe": text}],
        "absprachen": [{"bis": days[5], "was": text}],
        "plan": [{"wann": days[6]}],
        "rueckblick": [{"wann": days[7]}],
    }
    cards.add("partnership", value)
    cards.add("feast", {"am": days[0], "aufgaben": [{"bis": days[1], "aufgabe": text}]})
    found = due.due(book)
    assert found == due.due(book)
    assert [line.rank for line in found] == sorted(line.rank for line in found)
    assert all("\n" not in line.text and line.text for line in found)
    dry, is_dry = days_dry(cards, partner)
    assert dry is None or dry >= 0
    assert not is_dry or dry is None or dry > 0
    for line in found:
        due.snooze(book, line.key, today + timedelta(days=1))
    assert due.due(book) == []
    fake.today = today + timedelta(days=later)
    due.due(book)
    due.snoozed(book)


def test_contacts_are_named_when_their_time_is_over(book: Workbook, clock: Clock) -> None:
    card = book.cards.add("contact", {"name": "Anna Öz", "loeschen_bis": "2026-11-01"})
    other = book.cards.add("contact", {"name": "Bo Grün", "zuletzt": "2023-01-01"})
    met = book.cards.add("contact", {"name": "Cem Rot"})
    book.cards.add("encounter", {"am": "2027-06-01", "personen": [met.id]})

    def found() -> list[str]:
        return [line.text for line in due.due(book) if line.key.startswith("erase/")]

    assert found() == ["Anna Öz: Angaben löschen, seit 01.11."]
    library.put(book, "behalten", "3 Jahre")
    clock.forward(days=365 * 3 + 5)
    assert len(found()) == 2
    assert any("Bo Grün" in text for text in found())
    book.cards.delete(card.id)
    assert not any("Anna" in text for text in found())
    assert other.id
