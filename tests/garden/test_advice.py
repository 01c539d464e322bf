"""What the workbook says under a question of a card."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden.advice import STAGES, lines
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.garden.watering import days_dry, last_seen
from gartenjahr_tui.workbook.plain import Card

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock

ADVISED = [
    ("sow_or_leave", "seed"),
    ("reframing", "request"),
    ("speaking_time", "pitch"),
    ("planted_hours", "capacity"),
    ("own_criteria", "partner"),
    ("returning", "partner"),
    ("returning", "partnership"),
    ("thirst", "partner"),
    ("stage", "partnership"),
    ("timeline", "partnership"),
    ("kitchen", "partnership"),
]


def advice(book: Workbook, name: str, kind: str, **value: Any) -> str:
    """The advice about a new card."""
    return "\n".join(lines(book, name, book.cards.add(kind, value)))


def day(clock: Clock, ago: int) -> str:
    return (clock.today() - timedelta(days=ago)).isoformat()


def test_every_advice_a_question_names_is_given(guide: Guide) -> None:
    from gartenjahr_tui.garden.advice import _ADVICE

    prompts = [prompt for form in guide.forms.values() for prompt in form.prompts.values()]
    named = {name for prompt in prompts for name in (prompt.advice, prompt.recall)}
    assert named - {""} == set(_ADVICE)


@pytest.mark.parametrize(("name", "kind"), ADVISED)
def test_where_there_is_nothing_to_say_nothing_is_said(
    book: Workbook, name: str, kind: str
) -> None:
    assert advice(book, name, kind) == ""


def test_the_sheet_of_a_card_shows_the_advice(book: Workbook) -> None:
    card = book.cards.add("pitch", {"wortlaut": "Guten Tag"})
    sheet = CardSheet(book, card)
    assert "2 Wörter" in "\n".join(sheet.advice(sheet.form.prompts["pitch.wortlaut"]))


# Samenkorn


def gift(sure: str) -> dict[str, str]:
    return {"wer": "Werkhof", "beitrag": "zwei Nachmittage", "sicher": sure}


@pytest.mark.parametrize(
    ("need", "engaged", "sure", "verdict", "reason"),
    [
        ("ja", "ja", "ja", "säen", "Werkhof (zwei Nachmittage)"),
        ("ja", "ja", "teils", "noch prüfen", "zugesagter, greifbarer Beitrag fehlt"),
        ("teils", "ja", "ja", "noch prüfen", "Bedarf ist erst zum Teil da"),
        ("ja", "unklar", "ja", "noch prüfen", "einsetzt, ist noch unklar"),
        ("ja", "nein", "ja", "noch prüfen", "niemand"),
        ("nein", "ja", "ja", "Saatguttüte", "Bedarf ist nicht zu sehen"),
        ("ja", "nein", "nein", "Saatguttüte", "setzt sich niemand"),
    ],
)
def test_a_seed_needs_a_need_and_somebody_who_really_contributes(
    book: Workbook, need: str, engaged: str, sure: str, verdict: str, reason: str
) -> None:
    value = {"bedarf_da": need, "engagement_da": engaged, "beitraege": [gift(sure)]}
    said = advice(book, "sow_or_leave", "seed", **value)
    assert verdict in said.splitlines()[0]
    assert reason in said


# Anfrage, Kurzvorstellung, Kräfteplan


@pytest.mark.parametrize("kind", ["bewerben", "stattfinden", "verteilen", "anderes"])
def test_a_request_gets_ready_sentences(book: Workbook, kind: str) -> None:
    said = advice(book, "reframing", "request", art=kind).splitlines()
    assert len(said) == 4
    assert all(line.startswith("„") and len(line) <= 90 for line in said[1:])


def test_who_asks_for_cooperation_is_a_joy(book: Workbook) -> None:
    assert "Wie schön" in advice(book, "reframing", "request", art="zusammenarbeit")


@pytest.mark.parametrize(
    ("count", "limit", "words"),
    [
        (130, "60", "gesprochen etwa 60 Sekunden.\nDas passt in 60 Sekunden."),
        (40, "60", "noch Platz"),
        (150, "60", "zu lang; mit etwa 20 Wörtern weniger"),
        (131, "60", "Das passt"),
        (133, "60", "3 Wörtern weniger"),
    ],
)
def test_a_pitch_knows_how_long_it_takes(
    book: Workbook, count: int, limit: str, words: str
) -> None:
    text = "Wort – " * count
    said = advice(book, "speaking_time", "pitch", wortlaut=text, dauer=limit)
    assert f"{count} Wörter" in said
    assert words in said


def test_planted_hours_stand_beside_the_plan(book: Workbook) -> None:
    book.cards.add("partnership", {"titel": "Leseclub", "stunden": 20})
    book.cards.add("partnership", {"titel": "Repaircafé", "stunden": 14.5})
    ended = book.cards.add("partnership", {"titel": "Altes", "stunden": 99})
    book.cards.note(ended.id, "entscheidungen", "beenden")
    said = advice(book, "planted_hours", "capacity", stunden=40)
    assert said == (
        "Ihre Kooperationen brauchen zurzeit 34,5 Stunden im Quartal, der Kräfteplan nennt 40; "
        "noch frei: 5,5."
    )

    book.cards.add("partnership", {"titel": "Ohne"})
    said = advice(book, "planted_hours", "capacity", stunden=30)
    assert "zu viel: 4,5" in said
    assert "1 lebende Kooperation nennt noch keine Stunden" in said
    assert "ruhen" in said


# Partner


def test_the_librarys_own_criteria_wait_to_be_rated(book: Workbook) -> None:
    prompt = book.guide.prompts["saeen.kennzeichen"]
    book.put(prompt, {"entries": [{"kriterium": "kurze Wege"}, {"kriterium": "Neugier"}]})
    rated = [
        {"kriterium": "Kurze Wege ", "wertung": "ja"},
        {"kriterium": "verlässlich", "wertung": "teils"},
        {"kriterium": "Neugier"},
    ]
    said = advice(book, "own_criteria", "partner", kriterien=rated)
    assert "Erfüllte Kriterien: 1 von 2; zum Teil: 1." in said
    assert "(2026)" in said
    assert said.endswith("• Neugier")


def test_the_criteria_of_all_voices_of_the_newest_year_count(book: Workbook) -> None:
    prompt = book.guide.prompts["saeen.kennzeichen"]
    book.put(prompt, {"entries": [{"kriterium": "Humor"}]})
    book.add_voice("Amal")
    book.put(prompt, {"entries": [{"kriterium": "Geduld"}]})
    book.begin_year(2027)
    said = advice(book, "own_criteria", "partner")
    assert "(2026)" in said
    assert "Humor" in said
    assert "Geduld" in said


def test_who_comes_back_brings_the_lessons_along(book: Workbook) -> None:
    cards = book.cards
    kita = cards.add("partner", {"name": "Kita Süd"})
    value = {"titel": "Vorlesen", "partner": [kita.id], "ende_tuer": "angelehnt"}
    earlier = cards.add("partnership", {**value, "ende_lehren": "Früher\nnachfragen."})
    assert lines(book, "returning", kita) == []

    cards.note(earlier.id, "entscheidungen", "beenden")
    again = cards.add("partnership", {"titel": "Neu", "partner": [kita.id]})
    for card in (kita, again):
        said = "\n".join(lines(book, "returning", card))
        assert "„Vorlesen“; die Tür blieb angelehnt" in said
        assert "Früher nachfragen." in said
    assert lines(book, "returning", cards[earlier.id]) == []


@pytest.fixture
def partner(book: Workbook) -> Card:
    value = {"name": "Kita Süd", "ideal_tage": 30, "hoechst_tage": 60}
    return book.cards.add("partner", value)


def meet(book: Workbook, partner: Card, day: str) -> Card:
    return book.cards.add("encounter", {"am": day, "partner": [partner.id]})


def thirst(book: Workbook, partner: Card) -> str:
    return "\n".join(lines(book, "thirst", book.cards[partner.id]))


def test_a_partner_not_seen_for_long_is_thirsty(
    book: Workbook, partner: Card, clock: Clock
) -> None:
    meet(book, partner, "2026-09-15")
    meet(book, partner, "2026-09-01")
    said = thirst(book, partner)
    expected = (
        "Letzte Begegnung am 15.09.2026, vor 68 Tagen; gern alle 30, spätestens nach 60 Tagen."
    )
    assert expected in said
    assert "Zeit zum Gießen" in said
    assert days_dry(book.cards, partner) == (68, True)

    meet(book, partner, day(clock, 1))
    assert "gestern" in thirst(book, partner)
    assert "Gießen" not in thirst(book, partner)
    assert days_dry(book.cards, partner, last_seen(book.cards)) == (1, False)


def test_neither_a_planned_nor_a_deleted_encounter_nor_a_slip_counts(
    book: Workbook, partner: Card
) -> None:
    meet(book, partner, "2026-10-01")
    meet(book, partner, "2026-12-24")
    meet(book, partner, "irgendwann")
    book.cards.delete(meet(book, partner, "2026-11-20").id)
    assert days_dry(book.cards, partner)[0] == 52
    assert days_dry(book.cards, partner, last_seen(book.cards))[0] == 52


def test_a_partner_may_wait_longer_in_winter(book: Workbook, partner: Card, clock: Clock) -> None:
    partner = book.cards.set(partner.id, winter_tage=90)
    meet(book, partner, day(clock, 68))
    assert days_dry(book.cards, partner) == (68, False)
    assert "in der Ruhezeit spätestens nach 90 Tagen" in thirst(book, partner)
    clock.forward(days=110)  # März
    assert days_dry(book.cards, partner) == (178, True)
    assert "Ruhezeit" not in thirst(book, partner)


def test_who_was_never_met_is_thirsty_after_a_while(
    book: Workbook, partner: Card, clock: Clock
) -> None:
    assert thirst(book, partner).startswith("Noch keine Begegnung notiert; gern alle 30")
    assert days_dry(book.cards, partner) == (None, False)
    clock.forward(days=61)
    assert days_dry(book.cards, partner) == (None, True)


def test_without_a_plan_nobody_is_reminded(book: Workbook, clock: Clock) -> None:
    partner = book.cards.add("partner", {"name": "Chor"})
    meet(book, partner, day(clock, 1000))
    assert days_dry(book.cards, partner) == (1000, False)
    assert thirst(book, partner) == "Letzte Begegnung am 26.02.2024, vor 1000 Tagen."


# Kooperation


def person(name: str, role: str = "team") -> dict[str, str]:
    return {"name": name, "rolle": role}


def test_a_partnership_should_not_rest_on_one_person(book: Workbook) -> None:
    alone = advice(book, "alone", "partnership", verantwortlich=[person("Li")])
    assert "einem einzigen Menschen" in alone
    assert "Förderverein" in alone
    assert "niemand" in advice(book, "alone", "partnership")
    two = [person("Li"), person("Herr Oz", "foerderverein")]
    assert advice(book, "alone", "partnership", verantwortlich=two) == ""
    one = [person("Li")]
    assert advice(book, "alone", "partnership", verantwortlich=one, vertretung="Jo") == ""


def test_the_criteria_are_grouped_as_in_the_guide(guide: Guide) -> None:
    levels = guide.exhibits["kooperationsstand"].levels
    field = guide.forms["partnership"].fields["kriterien"]
    labels = [
        [option.label for option in field.options if option.id in ids] for ids in STAGES.values()
    ]
    assert labels == [list(level.criteria) for level in levels]


def test_the_criteria_suggest_a_stage_beside_the_noted_one(book: Workbook) -> None:
    card = book.cards.add("partnership", {"kriterien": ["k01", "k04", "k05", "k09"]})
    said = lines(book, "stage", card)
    assert "○ Kooperation initiieren: 1 von 3" in said
    assert "● Erste Gespräche führen: 2 von 2" in said
    assert "am ehesten für „Erste Gespräche führen“" in said[4]
    assert "noch nicht" in said[5]

    card = book.cards.note(card.id, "stufen", "strategisch")
    assert "„Strategische Zusammenarbeit“" in lines(book, "stage", card)[5]
    card = book.cards.note(card.id, "stufen", "gespraeche")
    assert "auch eingeordnet" in lines(book, "stage", card)[5]


def test_milestones_stand_on_a_line_of_time(book: Workbook) -> None:
    said = advice(
        book,
        "timeline",
        "partnership",
        meilensteine=[
            {"am": "2026-11-30", "was": "Vorlesepaten", "stand": "offen"},
            {"was": "Irgendwann"},
            {"am": "2026-11-01", "was": "Flyer", "stand": "offen"},
            {"am": "2026-03-12", "was": "Auftakt", "stand": "erreicht"},
            {"am": "2027-01-10", "was": "Fest", "stand": "verschoben"},
        ],
    )
    assert said.splitlines() == [
        "● 12.03.2026 Auftakt (erreicht)",
        "○ 01.11.2026 Flyer (offen, überfällig seit 21 Tagen)",
        "── heute 22.11.2026 ──",
        "○ 30.11.2026 Vorlesepaten (offen)",
        "► 10.01.2027 Fest (verschoben)",
        "○ ohne Tag Irgendwann (offen)",
    ]


def tasks(*hands: str) -> list[dict[str, str]]:
    return [{"aufgabe": f"Aufgabe {number}", "wer": who} for number, who in enumerate(hands)]


def test_who_cooks_alone_is_told_kindly(book: Workbook) -> None:
    said = advice(book, "kitchen", "partnership", rollen=tasks("wir", "wir", "wir", "partner"))
    assert "4 Aufgaben: 3 bei uns, 1 beim Partner, 0 gemeinsam." in said
    assert "Koche ich noch allein?" in said
    shared = tasks("wir", "wir", "partner")
    assert "Koche" not in advice(book, "kitchen", "partnership", rollen=shared)


def test_a_share_that_the_tasks_contradict_is_named(book: Workbook) -> None:
    hands = tasks("wir", "wir", "wir", "partner")
    said = advice(book, "kitchen", "partnership", rollen=hands, anteil=30)
    assert "30 Prozent" in said
    assert "75" in said
    for fitting in (70, "etwa die Hälfte"):
        said = advice(book, "kitchen", "partnership", rollen=hands, anteil=fitting)
        assert "Prozent" not in said


def test_what_has_no_name_makes_no_trouble(book: Workbook) -> None:
    for name, kind in ADVISED:
        form = book.guide.forms[kind]
        lists: dict[str, Any] = {id: [{}] for id, field in form.fields.items() if field.columns}
        assert lines(book, name, Card("0" * 32, kind, lists)) is not None


def test_an_unknown_advice_says_nothing(book: Workbook) -> None:
    assert lines(book, "", book.cards.add("seed")) == []


def test_a_new_partnership_shows_what_is_already_planted_this_quarter(book: Workbook) -> None:
    cards = book.cards
    plan = {"quartal": "4", "von": "2026-10-01", "bis": "2026-12-31", "stunden": 40}
    cards.add("capacity", {**plan, "quartal": "3", "von": "2026-07-01", "bis": "2026-09-30"})
    new = cards.add("partnership", {"titel": "Erzählcafé", "stunden": 10})
    assert lines(book, "planted_hours", new) == []
    cards.add("capacity", plan)
    cards.add("partnership", {"titel": "Lesestart", "stunden": 24})
    assert "34" in lines(book, "planted_hours", new)[0]
    assert "40" in lines(book, "planted_hours", new)[0]
