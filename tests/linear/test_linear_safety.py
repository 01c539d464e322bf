"""Nothing typed line by line is lost, and no command becomes an answer."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui import linear
from gartenjahr_tui.cli.start import Orders
from gartenjahr_tui.linear.console import Keyword
from gartenjahr_tui.workbook.states import AnswerState
from tests.linear.test_linear import WHY, skip_to
from tests.linear.test_linear_garden import only, talk, to_list

if TYPE_CHECKING:
    from pathlib import Path

    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook

MOST_WORDS = 60
"""Words that are said before the first answer can be given."""

LETTER = [f"Zeile {number} von vierzig" for number in range(1, 41)]


def former(book: Workbook, guide: Guide, id: str = WHY) -> list[str]:
    """The first field of what an answer said before."""
    return [next(iter(each.value.values())) for each in book.versions(guide.prompts[id])]


@pytest.mark.parametrize("word", [word for each in Keyword for word in each.value])
def test_a_word_that_is_known_somewhere_never_becomes_an_answer(book: Workbook, word: str) -> None:
    talk(book, "0", "1", *LETTER, ".")
    talk(book, "0", "1", word)
    assert book.answer(WHY).value in ({"dagegen": "\n".join(LETTER)}, {})
    assert (book.answer(WHY).value == {}) == (word == "leeren")


@pytest.mark.parametrize("word", ["neu", "löschen 1", "mehr", "gelöschte", "bericht"])
def test_a_word_of_a_list_is_asked_about_before_it_becomes_text(book: Workbook, word: str) -> None:
    said = talk(book, "0", "1", word, "", "")
    assert "ist hier kein Befehl. Soll es die Antwort sein?" in said
    assert book.answer(WHY).value == {}
    talk(book, "0", "1", word, "ja", ".")
    assert book.answer(WHY).value == {"dagegen": word}


def test_a_replaced_text_is_kept_and_brought_back_by_number(book: Workbook, guide: Guide) -> None:
    talk(book, "0", "1", *LETTER, ".")
    said = talk(book, "0", "1", "Nur ein Satz.", ".", "", "ende")
    assert "„fassungen“ holt es zurück." in said
    book.flush()
    assert former(book, guide) == ["\n".join(LETTER)]
    said = talk(book, "0", "1", "fassungen", "1", "ja", "ende")
    assert "Zeile 40 von vierzig" in said
    assert book.answer(WHY).value == {"dagegen": "\n".join(LETTER)}
    assert former(book, guide)[0] == "Nur ein Satz."


def test_a_replaced_text_is_kept_even_if_the_program_is_broken_off(
    book: Workbook, guide: Guide
) -> None:
    talk(book, "0", "1", *LETTER, ".")
    talk(book, "0", "1", "Nur ein Satz,", "mitten drin")
    assert former(book, guide) == ["\n".join(LETTER)]


def test_what_was_replaced_comes_back_with_undo(book: Workbook) -> None:
    talk(book, "0", "1", *LETTER, ".")
    said = talk(book, "0", "1", "Nur ein Satz.", ".", "", "rückgängig", "ende")
    assert "Zurückgenommen: Bei „" in said
    assert book.answer(WHY).value == {"dagegen": "\n".join(LETTER)}


def test_going_on_writing_keeps_no_version_of_each_line(book: Workbook, guide: Guide) -> None:
    talk(book, "0", "1", *LETTER, ".", "zurück")
    talk(book, "0", "1", "anhängen", "mehr", "und mehr", ".")
    assert former(book, guide) == []


def test_a_card_keeps_what_was_replaced_too(book: Workbook, guide: Guide) -> None:
    seed = book.cards.add("seed", {"titel": "Lesegarten"})
    there = [*to_list(guide, "seed"), "1", "1"]
    talk(book, *there, "Hofgarten", "ende")
    assert [each.value["titel"] for each in book.card_versions(seed.id)] == ["Lesegarten"]
    talk(book, *there, "fassungen", "1", "ja", "ende")
    assert book.cards[seed.id].value["titel"] == "Lesegarten"


def names(book: Workbook, guide: Guide) -> list[str]:
    first = guide.prompts["ernten.rituale"].fields[0].columns[0].id
    return [each[first] for each in book.answer("ernten.rituale").value.get("entries", [])]


def test_deleting_an_entry_asks_first_and_comes_back(book: Workbook, guide: Guide) -> None:
    there = skip_to(guide, "ernten.rituale")
    rest = [""] * (len(guide.prompts["ernten.rituale"].fields[0].columns) - 1)
    talk(book, *there, "neu", "Verein", *rest, "neu", "Kita", *rest, "")
    said = talk(book, *there, "l 1", "", "l 1", "?", "", "löschen 1", "nein", "")
    assert said.count("„Verein“ wirklich löschen?") >= 3
    assert names(book, guide) == ["Verein", "Kita"]
    talk(book, *there, "l 1", "ja", "rückgängig", "l 2", "ja", "")
    assert names(book, guide) == ["Verein"]
    talk(book, "rückgängig")
    assert names(book, guide) == ["Verein", "Kita"]


def test_a_forgotten_dot_does_not_swallow_the_rest_of_the_session(book: Workbook) -> None:
    said = talk(book, "0", "1", "Erste Zeile", "zurück", "zurück", "ende", "ende")
    assert "Weiter, oder ein Punkt." in said
    assert "War es als Befehl gemeint" in said
    assert book.answer(WHY).value == {"dagegen": "Erste Zeile"}
    talk(book, "0", "1", "Zweite Zeile", "ende", "ende", "nicht mehr da")
    assert book.answer(WHY).value == {"dagegen": "Zweite Zeile"}


def test_a_pasted_text_with_such_a_word_on_a_line_stays_whole(book: Workbook) -> None:
    pasted = ["Programm:", "Ernte", "Suche", "", "Ende", "danach Kaffee"]
    talk(book, "0", "1", *pasted, ".")
    assert book.answer(WHY).value == {"dagegen": "\n".join(pasted)}
    talk(book, "0", "1", "Programm:", "Ernte", ".")
    assert book.answer(WHY).value == {"dagegen": "Programm:\nErnte"}


def test_a_question_mark_in_a_text_helps_and_two_are_one(book: Workbook) -> None:
    said = talk(book, "0", "1", "Wer", "?", "??", ".")
    assert "Sie sind mitten in einem Text." in said
    assert book.answer(WHY).value == {"dagegen": "Wer\n?"}


def test_a_dot_alone_is_never_stored(book: Workbook, guide: Guide) -> None:
    talk(book, *to_list(guide, "partner"), "neu", ".", "Kita Süd", ".", ".", ".", "ende")
    assert only(book, "partner").value["name"] == "Kita Süd"
    assert "." not in only(book, "partner").value.values()
    talk(book, "person", ".", "", "einrichten", ".", "Stadtbücherei", ".", "AB", "ende")
    assert book.profile.library == "Stadtbücherei"
    assert [voice.name for voice in book.voices] == ["AB"]


def test_an_option_called_like_a_command_is_an_answer(book: Workbook, guide: Guide) -> None:
    card = book.cards.add("partnership", {"titel": "Vorlesen"})
    fields = guide.forms["partnership"].fields
    growth = fields["wachstum"]
    column = growth.column(growth.current)
    assert column
    assert "Samenkorn" in [each.label for each in column.options]
    page = next(
        str(n)
        for n, section in enumerate(guide.forms["partnership"].sections, 1)
        if any(field.id == "wachstum" for p in section.prompts for field in p.fields)
    )
    there = [*to_list(guide, "partnership"), "1", page]
    section = guide.forms["partnership"].sections[int(page) - 1]
    ids = [prompt.id for prompt in section.prompts]
    of = next(p.id for p in section.prompts if any(f.id == "wachstum" for f in p.fields))
    jump = f"frage {ids.index(of) + 1}"
    talk(book, *there, jump, "neu", "", "Samenkorn", *[""] * 3, "", "ende")
    assert book.cards[card.id].value["wachstum"][-1][growth.current] == "samenkorn"


def test_empty_lines_change_no_state(book: Workbook) -> None:
    talk(book, "0", "1", "mitten im Satz")
    assert book.answer(WHY).state is AnswerState.BEGUN
    said = talk(book, "0", "1", "", "", "ende")
    assert "Nichts geändert, angefangen." in said
    assert book.answer(WHY).state is AnswerState.BEGUN
    talk(book, "0", "1", "fertig", "ende")
    assert book.answer(WHY).state is AnswerState.ANSWERED


def test_empty_lines_alone_close_no_year(book: Workbook) -> None:
    said = talk(book, "überwintern", *["weiter"] * 3, *[""] * 4, "ende")
    assert [*book.years] == [2026]
    assert "wartet" in said


def test_one_can_go_to_a_question_hear_it_again_and_leave_it(book: Workbook, guide: Guide) -> None:
    section = guide.section_of(WHY)
    said = talk(book, "0", "1", "frage 2", "nochmal", "frage 9", "menü", "ende")
    assert said.count("Frage 2 von 2") == 3
    assert said.count(section.prompts[1].ask) == 3
    assert "Eine Frage 9 gibt es hier nicht, nur 1 bis 2." in said
    assert "p Partner, Ansprechpersonen, Begegnungen" in said
    assert book.all_answers() == []


def test_what_the_menu_knows_can_be_said_at_a_question_and_on_a_card(
    book: Workbook, guide: Guide
) -> None:
    book.cards.add("partner", {"name": "Verein"})
    said = talk(book, "0", "1", "fällig", "", "Vorteile", ".", "ende")
    assert "Verein: noch keine Begegnung" in said or "Nichts fällig." in said
    assert book.answer(WHY).value == {"dagegen": "Vorteile"}
    said = talk(book, *to_list(guide, "partner"), "1", "jahr", "", "ende")
    assert "Welches Gartenjahr?" in said


def test_back_in_an_entry_goes_to_the_field_before(book: Workbook, guide: Guide) -> None:
    columns = guide.prompts["ernten.rituale"].fields[0].columns
    there = skip_to(guide, "ernten.rituale")
    talk(book, *there, "neu", "Vrein", "zurück", "Verein", *[""] * (len(columns) - 1), "", "ende")
    assert names(book, guide) == ["Verein"]


def test_help_in_an_entry_throws_nobody_out_of_it(book: Workbook, guide: Guide) -> None:
    columns = guide.prompts["ernten.rituale"].fields[0].columns
    there = skip_to(guide, "ernten.rituale")
    talk(book, *there, "neu", "Verein", "?", "hilfe", "zweite", *[""] * (len(columns) - 2), "ende")
    (entry,) = book.answer("ernten.rituale").value["entries"]
    assert [*entry.values()] == ["Verein", "zweite"]


def test_a_question_mark_is_no_reason_to_open_a_closed_year(book: Workbook) -> None:
    book.begin_year(2025)
    said = talk(book, "jahr", "2025", "0", "1", "korrigieren", "?", "", "ende")
    assert not book.writable(2025)
    assert "warum; das bleibt beim Jahr vermerkt." in said


def test_a_card_is_read_out_once_and_again_on_a_word(book: Workbook, guide: Guide) -> None:
    book.cards.add("partnership", {"titel": "Vorlesen"})
    there = [*to_list(guide, "partnership"), "1"]
    once = talk(book, *there, "ende")
    after = talk(book, *there, "1", "menü", "ende")
    assert "„nochmal“ liest die Karte vor" not in once
    page = [*there, "1", *["weiter"] * 30]
    said = talk(book, *page, "nochmal", "ende")
    assert "„nochmal“ liest die Karte vor" in said
    assert after.count("Zahl wählen.") == once.count("Zahl wählen.")


def test_little_is_said_before_the_first_answer(book: Workbook) -> None:
    said = StringIO()
    linear.run(book, StringIO("\n"), said)
    before = said.getvalue().rpartition("Alles ist gespeichert")[0].split()
    assert len(before) <= MOST_WORDS
    assert "„einrichten“" in before


# What the command line can do


def orders(book: Workbook, *lines: str) -> str:
    """Type these lines where the command line can be called."""
    said = StringIO()
    typed = StringIO("".join(f"{line}\n" for line in lines))
    assert linear.run(book, typed, said, Orders(book, said)) == 0
    return " ".join(said.getvalue().split())


def test_documents_tables_and_dates_are_written_from_the_menu(
    book: Workbook, tmp_path: Path
) -> None:
    book.cards.add("partner", {"name": "Kita „Süd“"})
    folder = tmp_path / "mit Blank"
    folder.mkdir()
    said = orders(
        book,
        f'bericht jahresbericht "{folder / "bericht.md"}"',
        f'tabellen "{folder / "garten.xlsx"}"',
        f'kalender "{folder / "termine.ics"}"',
        f'kontakte "{folder / "adressen.vcf"}"',
        f'archiv schreiben "{folder / "archiv.json"}"',
        "ende",
    )
    assert sorted(file.name for file in folder.iterdir()) == [
        *("adressen.vcf", "archiv.json", "bericht.md", "garten.xlsx", "termine.ics"),
    ]
    assert "Das bleibt hier" in said


def test_backups_packets_and_the_guide_are_there_too(book: Workbook, tmp_path: Path) -> None:
    talk(book, "0", "1", "Ein Satz", ".")
    packet = tmp_path / "fragen.gartenpaket.json"
    said = orders(
        book,
        "sicherung anlegen",
        "sicherung liste",
        f"paket schreiben {packet} --fragen ruhen.zusammenarbeit --jahr 2026",
        f"paket lesen {packet} --als Kaya --ja",
        "leitfaden glossar",
        "bericht ?",
        "bericht quatsch x.pdf",
        "ende",
    )
    assert packet.exists()
    assert "Eine Sicherung, 0," in said
    assert "Begriffe" in said or "Glossar" in said
    assert "Aufruf: gartenjahr bericht" in said
    assert "quatsch" in said
    assert "Alles ist gespeichert. Bis bald!" in said


def test_the_file_of_an_open_garden_is_not_replaced(book: Workbook, tmp_path: Path) -> None:
    archive = tmp_path / "archiv.json"
    said = orders(
        book, f"archiv schreiben {archive}", f"archiv lesen {archive}", "sicherung zurückholen 1"
    )
    assert said.count("Dafür muss der Garten geschlossen sein") == 2


def test_a_report_about_another_year_leaves_one_in_the_year_one_was_in(
    book: Workbook, tmp_path: Path
) -> None:
    book.begin_year(2025)
    book.look_at(2026)
    orders(book, f"bericht jahresbericht {tmp_path / 'b.md'} --jahr 2025", "ende")
    assert book.year == 2026
