"""Year rings line by line."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from gartenjahr_tui import linear
from gartenjahr_tui.guide.model import Prompt

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def talk(book: Workbook, *lines: str) -> str:
    """Type these lines and return everything that was said, without its line breaks."""
    said = StringIO()
    assert linear.run(book, StringIO("".join(f"{line}\n" for line in lines)), said) == 0
    return " ".join(said.getvalue().split())


def step_of(book: Workbook, prompt: Prompt) -> str:
    return str(book.guide.chapter(prompt.chapter).number)


def test_a_step_is_read_question_by_question_through_the_years(
    book: Workbook, prompt: Prompt
) -> None:
    other_prompt = next(
        p
        for p in book.guide.chapter(prompt.chapter).prompts
        if p != prompt and p.fields[0].id == "text" and not (p.personal or p.confidential)
    )
    book.put(prompt, {"text": "Wir [lesen]."})
    book.put(other_prompt, {"text": "Nur einmal."})
    book.begin_year(2027)
    book.put(prompt, {"text": "Wir [lesen]. Und singen."})
    said = talk(book, "ringe", step_of(book, prompt), "weiter", "", "zurück", "ende")
    first, second = sorted((prompt, other_prompt), key=list(book.guide.prompts.values()).index)
    assert "2 Fragen" in said
    assert said.index(first.ask) < said.index("1 von 2") < said.index(second.ask)
    assert "2027: ergänzt um „Und singen.“ Wir [lesen]. Und singen. 2026: Wir [lesen]." in said
    assert "Das war die letzte." in said


def test_the_figures_are_sentences(book: Workbook) -> None:
    book.cards.add("encounter", {"am": "2026-05-01"})
    book.cards.add("partner", {"name": "Kita", "bild": [{"am": "2026-05-01", "phase": "2"}]})
    said = talk(book, "jahresringe", "z", "weiter", "zurück", "zurück", "ende")
    assert "2026: Phase 1: 0, Phase 2: 1, Phase 3: 0, noch offen: 0" in said
    assert "Begegnungen 2026: festgehalten: 1" in said


def test_an_empty_garden_says_so_and_leads_back(book: Workbook) -> None:
    said = talk(book, "ringe", "", "0", "blumen", "zurück", "ende")
    assert "Noch ist nichts zu zählen." in said
    assert "Hier steht noch nichts." in said
    assert "Das steht nicht zur Wahl. Bitte z, 0, 1, 2, 3, 4 oder „zurück“." in said
    assert "Check-ins der Kooperationen" not in said


def test_the_check_ins_of_a_partnership_are_read_by_quarter(book: Workbook) -> None:
    club = book.cards.add("partnership", {"titel": "Leseclub"}).id
    for day, text in (("2026-02-01", "Der Raum."), ("2026-05-01", "Der Raum. Der Kuchen.")):
        book.cards.add("checkup", {"am": day, "kooperation": [club], "gut": text})
    said = talk(book, "ringe", "c", "zurück", "zurück", "ende")
    assert "Check-ins der Kooperationen, 2 Check-ins" in said
    assert "Leseclub 2026, 2. Quartal: ergänzt um „Der Kuchen.“" in said
