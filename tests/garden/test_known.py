"""What is known already stands above the question that needs it, and is asked nowhere twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden import due, figures, known
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.garden.targets import ToPrompt

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

ASKED_MOST = 55
"""Questions the guide asks at most."""


def recalled(book: Workbook, prompt_id: str, card: Card | None = None) -> str:
    """What stands above the fields of a question."""
    prompt = book.guide.question(prompt_id)
    assert prompt
    return "\n".join((CardSheet(book, card) if card else book).recall(prompt))


def answer(book: Workbook, prompt_id: str, **value: Any) -> None:
    book.put(book.guide.prompts[prompt_id], value, left=True)


def test_the_guide_asks_no_more_than_somebody_can_answer(guide: Guide) -> None:
    assert sum(len(step.prompts) for step in guide.steps) <= ASKED_MOST


def test_in_an_empty_garden_nothing_is_recalled(book: Workbook, guide: Guide) -> None:
    for prompt in guide.prompts.values():
        # The laws of the garden hold before anything is written.
        assert prompt.recall == "laws" or book.recall(prompt) == []
    for kind, form in guide.forms.items():
        card = book.cards.blank(kind)
        for name in known._RECALLS.keys() - {"laws"}:
            assert known.lines(book, name, card) == [], (form.id, name)


def test_the_fruits_hoped_for_in_spring_stand_above_the_question_of_the_autumn(
    book: Workbook,
) -> None:
    answer(book, "boden.fruechte", text="Ein Korb voll neuer Gesichter.")
    assert "Ein Korb voll neuer Gesichter." in recalled(book, "ruhen.bilanz-gut")


def test_the_wishes_of_the_year_come_back_when_it_rests(book: Workbook) -> None:
    answer(book, "boden.wuensche", checks=["freude"], notiz="Mehr lachen")
    assert "Mehr lachen" in recalled(book, "ruhen.zeit")


def test_a_pitch_shows_the_why_of_the_one_who_writes_and_of_nobody_else(book: Workbook) -> None:
    answer(book, "boden.warum", beweggruende="Weil Kinder fragen.")
    answer(book, "boden.bild", partner="Ein Zaun weniger.", kollegium="Mehr Hände.")
    pitch = book.cards.add("pitch", {"titel": "Für die Kita", "publikum": "partner"})
    assert "Weil Kinder fragen." in recalled(book, "pitch.warum", pitch)
    assert "Ein Zaun weniger." in recalled(book, "pitch.wem", pitch)
    assert "Mehr Hände." not in recalled(book, "pitch.wem", pitch)
    book.add_voice("Mo")
    assert recalled(book, "pitch.warum", pitch) == ""


def test_the_hours_of_the_quarter_stand_beside_the_question_of_the_parcel(book: Workbook) -> None:
    for number in (30, 40):
        book.cards.add("partnership", {"titel": f"Beet {number}", "stunden": number})
    span = {"von": "2026-01-01", "bis": "2026-12-31"}
    book.cards.add("capacity", {"quartal": "Jetzt", "stunden": 60, **span})
    for id in ("ruhen.parzelle", "ruhen.zurueckschneiden", "saeen.einstehen"):
        said = recalled(book, id)
        assert "2 Kooperationen" in said
        assert "70" in said
        assert "60" in said


def test_what_harvests_brought_in_is_summed_up_above_the_question_of_the_year(
    book: Workbook,
) -> None:
    told = [{"mit": "Kulturausschuss"}]
    gained = {"titel": "Lesegarten", "am": "2026-05-02", "dinge": "Zwei Werkbänke"}
    book.cards.add("harvest", {**gained, "geteilt": told})
    book.cards.add("harvest", {"titel": "Alt", "am": "2019-05-02", "dinge": "Ein Spaten"})
    said = recalled(book, "ernten.ressourcen")
    assert "Lesegarten" in said
    assert "Zwei Werkbänke" in said
    assert "Kulturausschuss" in said
    assert "Ein Spaten" not in said


def test_looking_back_the_team_reads_what_its_cards_say_of_the_year(book: Workbook) -> None:
    back = {
        "am": "2026-11-01",
        "herausforderungen": "Der Umzug",
        "veraenderungen": "Früher da sein",
    }
    book.cards.add("partnership", {"titel": "Leseclub", "rueckblick": [back]})
    ways = [{"am": "2026-11-02", "weg": "umpflanzen", "warum": "Zu schattig"}]
    book.cards.add("partnership", {"titel": "Chor", "entscheidungen": ways})
    partner = {"name": "Kita", "wandel": [{"am": "2026-03-01", "was": "Neue Leitung"}]}
    book.cards.add("partner", partner)
    assert "Der Umzug" in recalled(book, "ruhen.zusammenarbeit")
    assert "Früher da sein" in recalled(book, "ruhen.veraenderungen")
    assert "Zu schattig" in recalled(book, "ruhen.bilanz-umpflanzen")
    assert "Neue Leitung" in recalled(book, "ruhen.umfeld")


def test_a_partnership_shows_what_the_latest_check_in_said_of_it(book: Workbook) -> None:
    card = book.cards.add("partnership", {"titel": "Leseclub"})
    for day, text in (("2026-03-01", "Anfangs zäh"), ("2026-06-01", "Es läuft")):
        look = {"titel": "Leseclub", "kooperation": [card.id], "am": day, "gut": text}
        book.cards.add("checkup", look)
    said = recalled(book, "partnership.laeuft", card)
    assert "Es läuft" in said
    assert "Anfangs zäh" not in said


def test_an_alliance_noted_in_the_table_is_known_on_the_card_of_the_partner(
    book: Workbook,
) -> None:
    rows = [{"feld": "kultur", "gibt": "ja", "name": "Kulturrunde", "wer": "AM geht hin"}]
    answer(book, "saeen.buendnis", entries=rows)
    partner = book.cards.add("partner", {"name": "Kulturrunde", "feld": "kultur"})
    assert "AM geht hin" in recalled(book, "partner.buendnis", partner)


@pytest.mark.parametrize(
    ("prompt_id", "value", "name"),
    [
        ("ernten.zeit", {"naechste": "2026-11-26"}, "Erntestunde"),
        (
            "saeen.buendnis",
            {"entries": [{"name": "Runder Tisch", "naechstes": "2026-11-26"}]},
            "Runder Tisch",
        ),
    ],
)
def test_a_day_named_in_an_answer_is_due_and_leads_back_there(
    book: Workbook, prompt_id: str, value: dict[str, Any], name: str
) -> None:
    answer(book, prompt_id, **value)
    (line,) = (line for line in due.due(book) if name in line.text)
    assert line.target == ToPrompt(prompt_id, book.year)
    assert line.day.isoformat() == "2026-11-26"


def test_partners_who_came_on_their_own_are_counted(book: Workbook) -> None:
    for who in ("partner", "partner", "wir"):
        book.cards.add("encounter", {"am": "2026-04-01", "anlass": "Besuch", "anstoss": who})
    assert figures.first_steps(book, (2026,)).rows == ((2026, (2, 1, 0)),)
