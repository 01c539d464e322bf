"""Looking for words line by line, from wherever one is."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from gartenjahr_tui import linear

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Prompt
    from gartenjahr_tui.workbook.book import Workbook


def talk(book: Workbook, *lines: str) -> str:
    """Type these lines and return everything that was said, without its line breaks."""
    said = StringIO()
    assert linear.run(book, StringIO("".join(f"{line}\n" for line in lines)), said) == 0
    return " ".join(said.getvalue().split())


def test_results_are_read_with_place_and_passage_ten_at_a_time(book: Workbook) -> None:
    for number in range(1, 13):
        book.cards.add("partner", {"name": f"Ärztehaus {number:02}", "kann": "Lastenrad"})
    said = talk(book, "suche", "AERZTE", "weiter", "weiter", "", "ende")
    assert "Suche nach „AERZTE“: 12 Stellen." in said
    first, second = said.split("weiter: noch 2.")
    assert first.count("Ärztehaus") == 10
    assert second.count("Ärztehaus") == 2
    assert "12 Ärztehaus" in second
    assert "Mehr wird nicht gezeigt." in second


def test_a_number_opens_the_card_at_the_question_and_one_comes_back(book: Workbook) -> None:
    book.cards.add("partner", {"name": "Werkhof", "kann": "Lastenrad"})
    said = talk(book, "suche", "lastenrad", "1", "zurück", "zurück", "zurück", "ende")
    assert "Partner: Werkhof" in said
    assert "Hier steht: Lastenrad" in said
    assert said.count("Wieder bei der Suche nach „lastenrad“.") == 1
    assert said.endswith("Alles ist gespeichert. Bis bald!")


def test_an_answer_of_another_year_is_read_in_its_year_and_one_is_back_in_ones_own(
    book: Workbook, prompt: Prompt
) -> None:
    book.begin_year(2025)
    book.correct(2025)
    book.put(prompt, {"text": "Lastenrad für alle"})
    book.look_at(2026)
    book._correcting.clear()
    before = book.bookmark
    said = talk(book, "suche", "lastenrad", "1", "", "", "ende")
    assert "Aus dem Gartenjahr 2025." in said
    assert "Lastenrad für alle Leere Zeile: weiter." in said
    assert book.year == 2026
    assert before is None or book.bookmark == before


def test_a_word_found_can_be_answered_anew_from_the_search(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "Lastenrad"})
    talk(book, "suche", "lastenrad", "1", "Handwagen", ".", "", "ende")
    assert book.answer(prompt.id).value == {"text": "Handwagen"}


def test_what_somebody_else_answered_is_read_with_the_name(book: Workbook, prompt: Prompt) -> None:
    me = book.voice
    book.add_voice("Ada")
    book.put(prompt, {"text": "Lastenrad"})
    book.use_voice(me)
    said = talk(book, "", "suche", "lastenrad", "1", "", "ende")
    assert "Ada, angefangen: Lastenrad" in said
    assert book.answer(prompt.id).value == {}


def test_confidential_things_and_other_years_come_and_go_by_a_word(
    book: Workbook, prompt: Prompt
) -> None:
    book.cards.add("encouragement", {"wem": "Frau L.", "worte": "Sie schafft das Lastenrad"})
    said = talk(book, "suche", "lastenrad", "vertraulich", "vertraulich", "", "ende")
    nothing, shown, hidden = said.split("Vertrauliches wird")
    assert "steht hier nichts" in nothing
    assert "Sie schafft das Lastenrad" in shown
    assert "steht hier nichts" in hidden

    book.begin_year(2025)
    book.correct(2025)
    book.put(prompt, {"text": "Lastenrad"})
    book.look_at(2026)
    said = talk(book, "suche", "lastenrad", "jahr 2026", "jahr 2025", "jahr 1999", "", "ende")
    every, this, last = said.split("Gesucht wird im Gartenjahr")
    assert "1 Stelle." in every
    assert "steht hier nichts" in this
    assert "1 Stelle." in last
    assert "Das Gartenjahr „1999“ gibt es hier nicht. Es gibt: 2025, 2026." in last


def test_in_the_middle_of_a_question_the_search_leads_back_to_it(
    book: Workbook, prompt: Prompt
) -> None:
    book.cards.add("partner", {"name": "Werkhof", "kann": "Lastenrad"})
    section = book.guide.section_of(prompt.id)
    place = [each.id for each in book.guide.chapter(prompt.chapter).sections].index(section.id)
    number = book.guide.chapter(prompt.chapter).number
    before = section.prompts[: section.prompts.index(prompt)]
    skipped = [""] * sum(len(each.fields) for each in before)
    way = [str(number), str(place + 1), *skipped]
    talk(book, *way, "suche", "werkhof", "zurück", "Lesegarten", ".", "ende")
    assert book.answer(prompt.id).value == {"text": "Lesegarten"}
    assert book.bookmark is not None
    assert book.bookmark.subject == ""


def test_passages_of_guide_and_glossary_are_read(book: Workbook) -> None:
    term = book.guide.glossary[-1]
    said = talk(book, "suche", term.name, *map(str, range(1, 11)), "zurück", "ende")
    assert " ".join(term.text.split()) in said
