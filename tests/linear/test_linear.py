"""The linear face as somebody with a screen reader, or a script, meets it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui import linear
from gartenjahr_tui.cli import start
from gartenjahr_tui.garden import ways
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.guide.model import still_asked as asked_of
from gartenjahr_tui.store.lock import GardenLock
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.states import AnswerState
from tests.conftest import OpenBook

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

WHY = "boden.einwand"
"""The first question of all: two texts and a line."""


def talk(book: Workbook, *lines: str) -> str:
    """Type these lines and return everything that was said."""
    said = StringIO()
    assert linear.run(book, StringIO("".join(f"{line}\n" for line in lines)), said) == 0
    return said.getvalue()


def section_of(guide: Guide, prompt_id: str) -> tuple[str, str]:
    """What to type to come to the section of a question."""
    chapter = guide.chapter(guide.prompts[prompt_id].chapter)
    place = chapter.sections.index(guide.section_of(prompt_id)) + 1
    return str(chapter.number), str(place)


def skip_to(guide: Guide, prompt_id: str) -> list[str]:
    """What to type to come to a question, putting off those before it."""
    prompts = guide.section_of(prompt_id).prompts
    before = [prompt.id for prompt in prompts].index(prompt_id)
    return [*section_of(guide, prompt_id), *["später"] * before]


def test_an_answer_is_in_the_workbook_when_the_dialogue_ends(book: Workbook) -> None:
    talk(book, "0", "1", "Der Schreibtisch ist voll.", ".", "Hilfe äöüß", ".")
    answer = book.answer(WHY)
    assert answer.value == {
        "dagegen": "Der Schreibtisch ist voll.",
        "hilft": "Hilfe äöüß",
    }
    assert answer.state is AnswerState.ANSWERED
    assert not book.save_status.unsaved


def test_every_question_of_the_guide_is_asked_and_no_other(book: Workbook, guide: Guide) -> None:
    lines = []
    for step in guide.steps:
        lines.append(str(step.number))
        for section in step.sections:
            lines.append("")
            for question in section.questions:
                fields = getattr(question, "fields", None)
                lines += [""] * (len(asked_of(fields)) if fields else 1)
    said = " ".join(talk(book, *lines).split())
    asked = [question for step in guide.steps for question in step.questions]
    assert [question.ask for question in asked if question.ask not in said] == []
    former = {p.ask for step in guide.steps for s in step.sections for p in s.former}
    assert not any(ask in said for ask in former - {question.ask for question in asked})
    answered = sum(len(step.prompts) for step in guide.steps)
    assert said.count(", offen.") == len(asked) + answered
    assert book.all_answers() == []


def test_a_text_of_several_lines_ends_with_a_dot_and_may_hold_one(book: Workbook) -> None:
    talk(book, "0", "1", "eins", "", "  zwei", "..", "drei", ".")
    assert book.answer(WHY).value["dagegen"] == "eins\n\n  zwei\n.\ndrei"


def test_the_input_may_end_anywhere_and_nothing_is_lost(book: Workbook) -> None:
    talk(book, "0", "1", "mitten im", "Satz")
    assert book.answer(WHY).value == {"dagegen": "mitten im\nSatz"}
    assert book.answer(WHY).state is AnswerState.BEGUN


def test_an_empty_line_leaves_what_stands_there(book: Workbook) -> None:
    talk(book, "0", "1", "bleibt", ".", "", "")
    said = talk(book, "0", "1", "", "", "", "ende")
    assert "Hier steht: bleibt" in said
    assert book.answer(WHY).value == {"dagegen": "bleibt"}


def test_text_can_be_replaced_continued_and_deleted(book: Workbook) -> None:
    talk(book, "0", "1", "alt", ".")
    talk(book, "0", "1", "neu", ".")
    talk(book, "0", "1", "anhängen", "und mehr", ".")
    assert book.answer(WHY).value["dagegen"] == "neu\nund mehr"
    talk(book, "0", "1", "leeren")
    assert book.answer(WHY).value == {}


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("später", AnswerState.LATER),
        ("SPAETER", AnswerState.LATER),
        (" passt nicht ", AnswerState.NOT_HERE),
    ],
)
def test_a_question_can_be_put_off_or_set_aside(
    book: Workbook, word: str, state: AnswerState
) -> None:
    assert f"Vermerkt: {state.word}." in talk(book, "0", "1", word)
    assert book.answer(WHY).state is state
    talk(book, "0", "1", "offen")
    assert book.answer(WHY).state is AnswerState.OPEN


def test_back_leads_to_the_field_and_the_question_before(book: Workbook) -> None:
    said = talk(book, "0", "1", "eins", ".", "zurück", "", "später", "zurück", "zurück")
    assert said.count("Frage 1 von 2") == 2
    assert said.count("Was spricht dagegen?") == 3
    assert "Leere Zeile: 1, Mit dem Warum beginnen." in said.split("Frage 1 von 2")[-1]


def test_scale_choice_and_checks_take_numbers_and_refuse_others(
    book: Workbook, guide: Guide
) -> None:
    said = talk(book, *skip_to(guide, "boden.wichtigkeit"), "7", "vier", "²", "9" * 5000, "4")
    assert said.count("Bitte eine Zahl von 1 bis 5") == 4
    assert book.answer("boden.wichtigkeit").value["scale"] == 4
    said = talk(book, *skip_to(guide, "ruhen.parzelle"), "0", "9", "TEILS")
    assert said.count("Bitte eine Zahl von 1 bis 4") == 2
    assert book.answer("ruhen.parzelle").value["parzelle"] == "teils"
    said = talk(book, *skip_to(guide, "boden.wuensche"), "1 99", "3, 1")
    options = guide.prompts["boden.wuensche"].fields[0].options
    assert book.answer("boden.wuensche").value["checks"] == [options[0].id, options[2].id]
    assert "Bitte Zahlen von 1 bis" in said


def test_entries_are_added_edited_moved_and_deleted(book: Workbook, guide: Guide) -> None:
    prompt = guide.prompts["ernten.rituale"]
    columns = [column.id for column in prompt.fields[0].columns]
    assert all(column.kind == "line" for column in prompt.fields[0].columns)
    rest = [""] * (len(columns) - 1)

    def entries() -> list[str]:
        value = book.answer(prompt.id).value.get("entries", [])
        return [entry[columns[0]] for entry in value]

    there = skip_to(guide, prompt.id)
    talk(book, *there, "neu", "Verein", *rest, "n", "Schule", *rest, "n", "Kita", *rest, "")
    assert entries() == ["Verein", "Schule", "Kita"]
    assert book.answer(prompt.id).state is AnswerState.ANSWERED
    talk(book, *there, "verschieben 3 1", "b 2", "Sportverein", *rest, "löschen 3", "ja", "")
    assert entries() == ["Kita", "Sportverein"]
    said = talk(book, *there, "l 9", "l", "quatsch", "")
    assert "Die Zahl 9 gibt es in der Liste nicht." in said
    assert entries() == ["Kita", "Sportverein"]


def test_an_entry_half_written_is_kept(book: Workbook, guide: Guide) -> None:
    talk(book, *skip_to(guide, "ernten.rituale"), "neu", "Nur der Anfang")
    (entry,) = book.answer("ernten.rituale").value["entries"]
    assert list(entry.values()) == ["Nur der Anfang"]


def test_help_passage_and_earlier_years_are_read_out(book: Workbook, guide: Guide) -> None:
    book.begin_year(2025)
    book.correct(2025)
    book.put(guide.prompts[WHY], {"dagegen": "Voriges Jahr."}, left=True)
    book.look_at(2026)
    said = talk(book, "0", "1", "hilfe", "leitfaden", "vorjahre", "2025")
    assert "passt nicht: Die Frage passt bei Ihnen nicht." in said
    assert guide.section_of(WHY).lead[:40] in said
    assert "Gartenjahr 2025:\nWas spricht dagegen?" in said
    assert book.answer(WHY).value == {"dagegen": "Voriges Jahr."}


def test_a_closed_year_can_be_read_and_with_a_word_corrected(book: Workbook) -> None:
    book.begin_year(2025)
    said = talk(book, "jahr", "2025", "0", "1", "darf ich?", "", "ende")
    assert "Nur lesen: Das Gartenjahr 2025 ist abgeschlossen." in " ".join(said.split())
    assert "Hier kann gerade nur gelesen werden." in said
    assert book.all_answers() == []
    talk(book, "jahr", "2025", "0", "1", "korrigieren", "Nachtrag", "doch noch", ".")
    assert book.answer(WHY, 2025).value == {"dagegen": "doch noch"}


def test_a_new_year_is_begun_only_when_meant(book: Workbook) -> None:
    talk(book, "jahr", "2031", "zurück", "jahr", "2031", "", "jahr", "2031", "?")
    assert [*book.years] == [2026]
    said = talk(book, "jahr", "0", "ja", "jahr", "9999", "ja", "jahr", "bald", "jahr", "2027", "ja")
    assert "Das Jahr 0 kann kein Gartenjahr sein." in said
    assert "Das Jahr 9999 kann kein Gartenjahr sein." in said
    assert "„bald“ ist keine Jahreszahl" in said
    assert [*book.years] == [2026, 2027]


def test_several_people_are_asked_who_writes(book: Workbook) -> None:
    talk(book, "person", "MK", "ja", "0", "2", "3", "gut", ".", "Vorteile von MK", ".")
    said = talk(book, "1", "0", "2", "", "", "stimmen")
    assert "Wer schreibt?" in said
    assert "Auch beantwortet von: MK." in said
    assert "MK, beantwortet:\nVorteile von MK" in said
    assert [voice.name for voice in book.voices] == ["ich", "MK"]


def test_a_question_mark_helps_where_names_are_asked_for_too(book: Workbook) -> None:
    book.set_profile(replace(book.profile, library="Stadtbücherei"))
    said = talk(book, "person", "?", "?", "", "einrichten", "?", "", "", "")
    assert [voice.name for voice in book.voices] == [book.voice.name]
    assert book.profile.library == "Stadtbücherei"
    said = " ".join(said.split())
    assert "Ein Passwort gibt es nicht." in said
    assert "alles lässt sich später ändern." in said


def test_library_name_and_month_can_be_set_up(book: Workbook) -> None:
    talk(book, "einrichten", "Stadtbücherei", "AB", "Oktober mal", "9")
    assert (book.profile.library, book.profile.start_month) == ("Stadtbücherei", 9)
    assert book.voice.name == "AB"


def test_an_empty_line_goes_on_where_one_stopped(book: Workbook, guide: Guide) -> None:
    talk(book, *skip_to(guide, "saeen.themenradar"), "ende")
    said = talk(book, "", "Die Musikschule", ".")
    assert f"weiter mit Säen, {guide.section_of('saeen.themenradar').title}" in " ".join(
        said.split()
    )
    assert book.answer("saeen.themenradar").value == {"text": "Die Musikschule"}


def test_a_second_window_may_only_read_and_says_who_writes(
    book: Workbook, open_book: OpenBook
) -> None:
    talk(book, "0", "1", "vom ersten Fenster", ".")
    second = open_book()
    said = talk(second, "0", "1", "schreiben?", "korrigieren", "", "", "ende")
    assert "Nur lesen: Der Garten ist schon geöffnet" in said
    assert "vom ersten Fenster" in said
    assert book.answer(WHY).value == {"dagegen": "vom ersten Fenster"}


def test_markup_and_escape_sequences_are_only_text(book: Workbook) -> None:
    said = talk(book, "0", "1", "[red]\x1b[2J\x00 [/] a\u0308 \u202e", ".", "zurück")
    assert book.answer(WHY).value["dagegen"] == "[red][2J [/] ä "
    assert not set(said) & set("\x1b\x00\u202e")


# In a process of its own


def run(stdin: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "gartenjahr_tui", "--linear", *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False)
    done.stdout = done.stdout.replace(os.linesep.encode(), b"\n")
    return done


def test_through_a_pipe_it_answers_saves_and_uses_no_escape_sequence() -> None:
    first = run("0\n1\nÄrger mit dem Schlüssel\n.\nende\n".encode())
    assert (first.returncode, first.stderr) == (0, b"")
    assert not set(first.stdout) - {10} & set(range(32))
    second = run(b"0\n1\n")
    assert "Hier steht: Ärger mit dem Schlüssel" in second.stdout.decode()


def test_broken_bytes_and_endless_lines_do_no_harm() -> None:
    result = run(b"\xef\xbb\xbf0\n1\n" + b"x" * 3_000_000 + b"\nkaputt \xb2\xb1\xb0\nende\n")
    assert (result.returncode, result.stderr) == (1, b"")
    assert "nicht zu lesen" in " ".join(result.stdout.decode().split())
    again = run(b"0\n1\n").stdout.decode()
    assert "kaputt" not in again
    assert "x" * 3_000_000 in again


def test_no_input_at_all_ends_well() -> None:
    result = run(b"")
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
def test_an_input_that_is_closed_from_the_start_ends_well() -> None:
    closed = f'"{sys.executable}" -m gartenjahr_tui --linear <&-'
    assert subprocess.run(closed, shell=True, capture_output=True, check=False).returncode == 0


def begin(typed: bytes, until: bytes) -> subprocess.Popen[bytes]:
    """Start a dialogue, type, and wait until a line with these words has been said."""
    dialogue = subprocess.Popen(
        [sys.executable, "-m", "gartenjahr_tui", "--linear"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert dialogue.stdin
    assert dialogue.stdout
    dialogue.stdin.write(typed)
    dialogue.stdin.flush()
    while not dialogue.stdout.readline().startswith(until):
        assert dialogue.poll() is None, "the dialogue ended early"
    return dialogue


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_shutdown_in_the_middle_of_a_text_keeps_it(name: str) -> None:
    dialogue = begin(b"0\n1\nerste Zeile\nzweite Zeile\n", b"Text schreiben")
    command = [sys.executable, "-m", "gartenjahr_tui", "antworten", "--vertrauliche"]
    while b"zweite Zeile" not in subprocess.run(command, capture_output=True, check=True).stdout:
        assert dialogue.poll() is None, "the dialogue ended early"
    dialogue.send_signal(getattr(signal, name))
    _, complaint = dialogue.communicate(timeout=20)
    assert (dialogue.returncode, complaint) == (0, b"")
    assert "erste Zeile" in run(b"0\n1\n").stdout.decode()


def test_a_reader_who_goes_away_loses_nothing() -> None:
    run(b"0\n1\nbleibt erhalten\n.\n")
    dialogue = begin(b"0\n1\n\n", b"")
    assert dialogue.stdout
    dialogue.stdout.close()
    _, complaint = dialogue.communicate(timeout=60)
    assert complaint == b""
    assert "bleibt erhalten" in run(b"0\n1\n").stdout.decode()


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal of POSIX")
def test_on_a_terminal_one_is_told_when_a_line_was_too_long_for_it() -> None:
    import pexpect

    dialogue = pexpect.spawn(
        sys.executable, ["-m", "gartenjahr_tui", "--linear"], encoding="utf-8", timeout=20
    )
    for line in ("0", "1"):
        dialogue.sendline(line)
    dialogue.expect("Punkt allein schließt ab")
    dialogue.setecho(False)
    dialogue.sendline("Ä" * 3000)
    dialogue.expect("Bitte prüfen Sie das Ende")
    dialogue.sendline(".")
    dialogue.expect("Meine Ziele")
    dialogue.sendeof()
    dialogue.expect("Alles ist gespeichert")
    dialogue.expect(pexpect.EOF)
    dialogue.close()
    assert dialogue.exitstatus == 0
    assert "ÄÄÄ" in run(b"0\n1\n").stdout.decode()


def test_an_answered_field_survives_the_hardest_end() -> None:
    dialogue = begin(b"0\n1\nsteht schon\n.\n", b"Meine Ziele")
    dialogue.kill()
    dialogue.communicate()
    assert "Hier steht: steht schon" in run(b"0\n1\n").stdout.decode()


def test_the_closing_of_the_window_saves_what_was_typed_line_by_line(
    paths: Paths, guide: Guide, open_book: OpenBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows calls in a thread of its own while a line is waited for, and then ends all."""
    book = open_book()
    book.put(guide.prompts[WHY], {"hilft": "nicht mehr neu"})
    book.close()
    closing: list[Callable[[], object]] = []

    def keep(close: Callable[[], object], *, ends_itself: bool) -> Callable[[], None]:
        assert not ends_itself
        closing.append(close)
        return lambda: None

    class Window(StringIO):
        """The window is closed right after the last line."""

        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            line = super().readline(size or -1)
            if not line:
                thread = Thread(target=closing.pop())
                thread.start()
                thread.join(10)
                # Nothing more of the program runs.
                assert GardenLock(paths).take()
                raise SystemExit
            return line

    monkeypatch.setattr("gartenjahr_tui.terminal.signals.on_console_close", keep)
    window = Window("0\n1\nerste Zeile\nzweite Zeile\n")
    monkeypatch.setattr("gartenjahr_tui.cli.start.standard_input", lambda: window)
    with pytest.raises(SystemExit):
        start._linear(paths, StringIO(), accept=False)
    GardenLock(paths).release()
    assert open_book().answer(WHY).value["dagegen"] == "erste Zeile\nzweite Zeile"


def test_a_new_garden_begins_with_the_first_five_and_goes_the_short_way() -> None:
    said = run("menü\n\nDarum.\n.\n\n\nKita.\n.\nende\n".encode()).stdout.decode()
    assert "a  Die ersten fünf" in said
    assert "Sie gehen den kurzen Weg" in said
    assert said.index("Ihr Warum") < said.index("Die Früchte, auf die Sie hoffen")
    again = run("weg\n1\n2\nmenü\nende\n".encode()).stdout.decode()
    assert "a Die ersten fünf" in " ".join(again.split())
    assert "Sie gehen durch den ganzen Leitfaden" in again


def test_on_the_short_way_the_rest_of_a_section_is_asked_on_request(book: Workbook) -> None:
    ways.choose(book, ways.SHORT)
    said = talk(book, "1", "2", "ja", "Viel gehört.", ".", "zurück", "ende")
    assert "Mehr? Hier gibt es noch 4 Fragen." in said
    assert book.answer("saeen.teamgespraech").value == {"text": "Viel gehört."}
    said = talk(book, "1", "2", "", "ende")
    assert "Viel gehört." in said


def test_the_dialogue_goes_on_at_the_question_at_which_the_screen_does(book: Workbook) -> None:
    guide = book.guide
    first = guide.steps[0].sections[0]
    for prompt in first.prompts:
        book.mark(prompt, AnswerState.NOT_HERE)
    section, question = ways.resumed(book) or (first, first.prompts[0])
    assert section != first
    said = " ".join(talk(book, "").split())
    assert f"weiter mit {guide.steps[0].title}, {section.title}" in said
    assert question.ask.split(".")[0] in said
