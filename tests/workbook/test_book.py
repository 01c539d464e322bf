"""What a librarian does with the workbook: answer, go on, come back, look at other years."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from typing import Any

import pytest

from gartenjahr_tui.garden import home
from gartenjahr_tui.garden.targets import Page, ToPrompt
from gartenjahr_tui.guide.model import FieldKind, Guide, Prompt
from gartenjahr_tui.store import errors, glance
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import NotTheOwner, ReadOnly, Workbook
from gartenjahr_tui.workbook.plain import Bookmark, Profile
from gartenjahr_tui.workbook.progress import Progress, best_state
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.years import YearError
from tests.conftest import Clock, prompt_with

OpenBook = Callable[..., Workbook]
LONG = "Der Schachverein sucht Räume, die Kita einen Garten und das Bündnis einen Ort. " * 3


def text_of(book: Workbook, prompt: Prompt, **which: Any) -> str:
    return str(book.answer(prompt.id, **which).value.get("text", ""))


def texts(book: Workbook, prompt: Prompt) -> list[str]:
    """What the answer said before, the newest first."""
    return [str(version.value.get("text", "")) for version in book.versions(prompt)]


def full(prompt: Prompt, text: str = "Wort") -> dict[str, Any]:
    """An answer to a question of text fields."""
    return {field.id: text for field in prompt.fields}


# States


def test_an_untouched_question_is_open_and_counts_nowhere(book: Workbook, guide: Guide) -> None:
    assert all(book.state(prompt) is AnswerState.OPEN for prompt in guide.prompts.values())
    for step in guide.steps:
        assert book.progress(step.prompts) == Progress(0, 0, len(step.prompts))
        assert book.progress(step.prompts).words == "offen"
    assert book.all_answers() == []


def test_looking_at_a_question_and_going_on_leaves_it_open(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "  \n"})
    book.leave(prompt)
    assert book.state(prompt) is AnswerState.OPEN
    assert book.save_status.saved_at is None


def test_a_question_is_begun_while_typing_and_answered_on_leaving(
    book: Workbook, prompt: Prompt
) -> None:
    book.put(prompt, {"text": "Wort"})
    assert book.state(prompt) is AnswerState.BEGUN
    book.leave(prompt)
    assert book.state(prompt) is AnswerState.ANSWERED
    book.put(prompt, {"text": "Wort für Wort"})
    assert book.state(prompt) is AnswerState.BEGUN
    book.put(prompt, {"text": "Wort für Wort"}, left=True)
    assert book.state(prompt) is AnswerState.ANSWERED


def test_a_question_with_an_empty_field_stays_begun(book: Workbook, guide: Guide) -> None:
    prompt = prompt_with(guide, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TEXT)
    first = prompt.fields[0].id
    book.put(prompt, {first: "Wort"}, left=True)
    assert book.state(prompt) is AnswerState.BEGUN
    book.put(prompt, full(prompt), left=True)
    assert book.state(prompt) is AnswerState.ANSWERED


def test_an_emptied_question_is_open_again(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "Wort"}, left=True)
    book.put(prompt, {"text": ""}, left=True)
    assert book.state(prompt) is AnswerState.OPEN
    assert book.all_answers() == []


def test_later_and_not_here_are_kept_and_keep_the_text(
    open_book: OpenBook, prompt: Prompt, other_prompt: Prompt
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Wort"})
    book.mark(prompt, AnswerState.LATER)
    book.mark(other_prompt, AnswerState.NOT_HERE)
    book.leave(prompt)
    book.leave(other_prompt)
    book.close()
    book = open_book()
    assert book.state(prompt) is AnswerState.LATER
    assert text_of(book, prompt) == "Wort"
    assert book.state(other_prompt) is AnswerState.NOT_HERE
    book.put(other_prompt, {"text": "Doch"})
    assert book.state(other_prompt) is AnswerState.BEGUN
    book.mark(prompt, AnswerState.OPEN)
    assert book.state(prompt) is AnswerState.BEGUN


def test_what_was_marked_unfinished_stays_so_on_leaving(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "Wort"}, left=True)
    book.mark(prompt, AnswerState.OPEN)
    book.leave(prompt)
    assert book.state(prompt) is AnswerState.BEGUN
    book.put(prompt, {"text": "Wort für Wort"})
    book.leave(prompt)
    assert book.state(prompt) is AnswerState.ANSWERED


def test_taking_back_a_mark_on_an_empty_question_opens_it(book: Workbook, prompt: Prompt) -> None:
    book.mark(prompt, AnswerState.LATER)
    book.mark(prompt, AnswerState.OPEN)
    assert book.state(prompt) is AnswerState.OPEN


def test_progress_is_told_in_words(book: Workbook, guide: Guide) -> None:
    prompts = [p for p in guide.prompts.values() if len(p.fields) == 1][:5]
    text = [p for p in prompts if p.fields[0].kind is FieldKind.TEXT]
    book.put(text[0], {"text": "Wort"})
    assert book.progress(prompts).words == "begonnen"
    book.leave(text[0])
    book.mark(text[1], AnswerState.NOT_HERE)
    book.mark(text[2], AnswerState.LATER)
    assert book.progress(prompts) == Progress(2, 0, 5)
    assert book.progress(prompts).words == "2 fertig"
    assert book.progress(prompts).bar(8) == (3, 5)
    assert "lesen" in book.progress([]).words.casefold()
    assert Progress(4, 1, 5).bar(8) == (6, 2), "not full before everything is settled"
    assert Progress(5, 0, 5).words == "fertig"
    assert Progress(5, 0, 5).bar(8) == (8, 0)
    assert Progress(0, 0, 0).bar(8) == (0, 8)


# Coming back


def test_every_word_is_there_again(open_book: OpenBook, guide: Guide) -> None:
    book = open_book()
    for prompt in guide.prompts.values():
        raw = {
            field.id: f"Grün & {field.id}"
            for field in prompt.fields
            if field.kind in (FieldKind.TEXT, FieldKind.LINE)
        }
        book.put(prompt, raw)
    before = {answer.key: answer.value for answer in book.all_answers()}
    assert book.close()
    book = open_book()
    assert {answer.key: answer.value for answer in book.all_answers()} == before
    assert len(before) >= 60


@pytest.mark.parametrize(
    "text",
    [
        "[red]fett[/] [/] [[",
        "'; DROP TABLE answer; --",
        "👨‍👩‍👧 😀 𝔊",
        "שלום عليكم",
        "\\u0000 \\n {} %s :name ?",
        "a\tb\n\n\nc",
        "\u0001\x1b]0;Titel\x07",
    ],
)
def test_odd_text_comes_back_as_it_was_shown(
    open_book: OpenBook, prompt: Prompt, text: str
) -> None:
    book = open_book()
    shown = book.put(prompt, {"text": text}).value
    book.close()
    assert open_book().answer(prompt.id).value == shown


def test_ten_megabytes_in_one_answer(open_book: OpenBook, prompt: Prompt) -> None:
    text = ("Übung macht die Meisterin. " * 400_000)[: 10 * 1024 * 1024]
    book = open_book()
    book.put(prompt, {"text": text})
    book.put(prompt, {"text": text + "!"})
    assert book.close()
    book = open_book()
    assert text_of(book, prompt) == text + "!"
    book.put(prompt, {"text": ""})
    assert book.versions(prompt)[0].value == {"text": text + "!"}


def test_place_and_cursor_are_remembered_for_each_person(open_book: OpenBook) -> None:
    book = open_book()
    mark = Bookmark("saeen", "saeen.draussen", "text", 12, 7)
    book.set_bookmark(mark)
    book.add_voice("Erika")
    assert book.bookmark is None
    book.set_bookmark(Bookmark("boden"))
    book.use_voice(book.voices[0])
    assert book.bookmark == mark
    book.close()
    book = open_book()
    assert book.bookmark == mark
    book.use_voice(book.voices[1])
    assert book.bookmark == Bookmark("boden")


@pytest.mark.parametrize("raw", [None, [], "boden", {"fremd": 1}, {}])
def test_a_bookmark_that_makes_no_sense_is_none(book: Workbook, raw: Any) -> None:
    book.remember("bookmark", raw)
    assert book.bookmark is None


def test_settings_are_kept(open_book: OpenBook) -> None:
    book = open_book()
    book.remember("thema", "dunkel", common=True)
    book.remember("breit", [1, {"a": None}])
    book.remember("leer", None)
    book.close()
    book = open_book()
    assert book.common("thema") == "dunkel"
    assert book.setting("thema") is None
    assert book.setting("breit") == [1, {"a": None}]
    assert book.setting("gibt es nicht") is None


# People


def test_a_personal_question_has_an_answer_for_each_person(
    book: Workbook, personal_prompt: Prompt
) -> None:
    prompt, field = personal_prompt, personal_prompt.fields[0].id
    first = book.voice
    book.put(prompt, full(prompt, "meins"), left=True)
    second = book.add_voice("Erika")
    assert book.answer(prompt.id).value == {}
    assert book.state(prompt) is AnswerState.OPEN
    book.put(prompt, full(prompt, "ihres"))
    assert book.answer(prompt.id, voice=first).value[field] == "meins"
    assert book.answer(prompt.id, voice=second).value[field] == "ihres"
    assert book.other_voices(prompt) == []


def test_the_team_sees_what_the_others_answered(book: Workbook, prompt: Prompt) -> None:
    first = book.voice
    book.put(prompt, {"text": "von der ersten"}, left=True)
    book.add_voice("Erika")
    assert book.state(prompt) is AnswerState.ANSWERED
    ((voice, answer),) = book.other_voices(prompt)
    assert voice == first
    assert answer.value == {"text": "von der ersten"}
    assert text_of(book, prompt) == ""


def test_what_is_confidential_is_never_shown_to_others(
    book: Workbook, confidential_prompt: Prompt, guide: Guide
) -> None:
    book.put(confidential_prompt, full(confidential_prompt), left=True)
    book.add_voice("Erika")
    assert book.other_voices(confidential_prompt) == []
    assert book.state(confidential_prompt) is AnswerState.OPEN
    for prompt in guide.prompts.values():
        if prompt.personal or prompt.confidential:
            assert book.other_voices(prompt) == []


def test_an_open_mark_of_another_person_is_no_answer(book: Workbook, prompt: Prompt) -> None:
    book.mark(prompt, AnswerState.LATER)
    book.add_voice("Erika")
    assert book.other_voices(prompt) == []


def test_a_person_is_taken_up_again_and_written_as_typed(open_book: OpenBook) -> None:
    book = open_book()
    erika = book.add_voice("  Erika \n Müller ")
    assert erika.name == "Erika Müller"
    assert book.add_voice("erika müller") == erika
    assert book.add_voice("Erika Mu\u0308ller") == erika
    assert len(book.voices) == 2
    book.close()
    book = open_book()
    assert book.voice == erika, "the one who wrote last writes again"
    assert [voice.name for voice in book.voices] == ["ich", "Erika Müller"]


def test_a_name_can_be_changed_but_not_to_somebody_elses(open_book: OpenBook) -> None:
    book = open_book()
    book.rename_voice("EM")
    book.rename_voice("  ")
    assert book.voice.name == "EM"
    book.add_voice("Kim")
    with pytest.raises(ValueError, match="gibt es schon"):
        book.rename_voice("em")
    with pytest.raises(ValueError, match="Namen"):
        book.add_voice(" \x1b ")
    book.rename_voice("KIM")
    book.close()
    assert [voice.name for voice in open_book().voices] == ["EM", "KIM"]


def test_the_furthest_of_the_team_counts() -> None:
    states = list(AnswerState)
    assert best_state(states) is AnswerState.ANSWERED
    assert best_state([AnswerState.LATER, AnswerState.OPEN]) is AnswerState.LATER
    assert best_state([]) is AnswerState.OPEN


# Years


def test_a_new_garden_stands_in_the_year_of_the_calendar(book: Workbook) -> None:
    assert (book.year, book.years, book.newest_year) == (2026, (2026,), 2026)
    assert book.year_due is None
    assert book.year_label() == "2026"


def test_a_new_year_begins_empty_and_the_old_one_is_closed_until_corrected(
    open_book: OpenBook, prompt: Prompt
) -> None:
    book = open_book()
    book.put(prompt, {"text": "aus 2026"}, left=True)
    book.begin_year(2027)
    assert text_of(book, prompt) == ""
    assert book.writable()
    book.put(prompt, {"text": "aus 2027"})
    book.look_at(2026)
    assert not book.writable()
    assert text_of(book, prompt) == "aus 2026"
    changes: list[Callable[[], object]] = [
        lambda: book.put(prompt, {"text": "neu"}),
        lambda: book.mark(prompt, AnswerState.LATER),
        lambda: book.bring_back(prompt, {"text": "neu"}),
        lambda: book.take_over(prompt, book.answer(prompt.id, 2027)),
    ]
    for change in changes:
        with pytest.raises(ReadOnly, match="2026 ist abgeschlossen"):
            change()
    book.leave(prompt)
    assert text_of(book, prompt) == "aus 2026"
    book.correct(2026)
    book.put(prompt, {"text": "berichtigt"})
    book.close()
    book = open_book()
    assert book.year == 2027
    assert text_of(book, prompt) == "aus 2027"
    assert text_of(book, prompt, year=2026) == "berichtigt"
    book.look_at(2026)
    assert not book.writable(), "correcting ends with the program"


@pytest.mark.parametrize("number", [0, -1, 9999, 1949, 2028, 2151])
def test_a_year_that_cannot_be_is_refused(book: Workbook, number: int) -> None:
    with pytest.raises(YearError, match="kann kein Gartenjahr sein"):
        book.begin_year(number)
    assert book.years == (2026,)
    with pytest.raises(KeyError):
        book.look_at(number)


def test_a_year_begun_twice_is_the_same(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "Wort"})
    book.begin_year(2027)
    book.begin_year(2026)
    assert text_of(book, prompt) == "Wort"
    assert book.years == (2026, 2027)


def test_a_year_of_the_past_can_be_noted(book: Workbook) -> None:
    book.begin_year(2020)
    assert book.year == 2020
    assert not book.writable()
    assert book.newest_year == 2026


def test_the_next_year_is_due_by_the_calendar(book: Workbook, clock: Clock) -> None:
    clock.instant = datetime(2027, 1, 1, 8, tzinfo=UTC)
    assert book.year_due == 2027
    book.begin_year(2027)
    assert book.year_due is None
    clock.instant = datetime(2020, 1, 1, 8, tzinfo=UTC)
    assert book.year_due is None


@pytest.mark.parametrize(
    ("month", "day", "year", "label"),
    [
        (3, date(2026, 2, 28), 2025, "2025/26"),
        (3, date(2026, 3, 1), 2026, "2026/27"),
        (3, date(2028, 2, 29), 2027, "2027/28"),
        (8, date(2026, 7, 31), 2025, "2025/26"),
        (8, date(2026, 8, 1), 2026, "2026/27"),
        (1, date(2028, 2, 29), 2028, "2028"),
    ],
)
def test_a_year_that_starts_in_march_or_august(
    open_book: OpenBook, month: int, day: date, year: int, label: str
) -> None:
    book = open_book(today=lambda: day)
    book.set_profile(Profile("Stadtbücherei", month))
    assert book.year == book.newest_year == year
    assert book.year_label() == label
    assert book.year_due is None
    book.close()
    book = open_book(today=lambda: day)
    assert (book.year, book.profile) == (year, Profile("Stadtbücherei", month))


def test_a_garden_with_answers_keeps_its_years_when_the_start_month_changes(
    book: Workbook, prompt: Prompt
) -> None:
    book.put(prompt, {"text": "Wort"})
    book.set_profile(Profile("", 12))
    assert book.years == (2026,)
    assert text_of(book, prompt) == "Wort"


@pytest.mark.parametrize("month", [0, 13, -1])
def test_a_month_that_cannot_be_is_refused(book: Workbook, month: int) -> None:
    with pytest.raises(ValueError, match="Startmonat"):
        book.set_profile(Profile("Stadtbücherei", month))
    assert book.profile == Profile()


def test_the_library_has_a_name_on_one_line(open_book: OpenBook) -> None:
    book = open_book()
    book.set_profile(Profile(" Stadt\nbücherei\x1b ", 1))
    assert book.profile.library == "Stadt bücherei"
    book.close()
    assert open_book().profile.library == "Stadt bücherei"


def test_the_same_question_in_other_years_the_nearest_earlier_first(
    book: Workbook, prompt: Prompt
) -> None:
    for year in (2014, 2018, 2022, 2024, 2020):
        book.begin_year(year)
        book.correct(year)
        book.put(prompt, {"text": f"aus {year}"})
    assert [answer.key.year for answer in book.other_years(prompt.id)] == [2018, 2014, 2022, 2024]
    book.put(prompt, {"text": ""})
    book.look_at(2024)
    assert [answer.key.year for answer in book.other_years(prompt.id)] == [2022, 2018, 2014]
    book.add_voice("Erika")
    assert book.other_years(prompt.id) == []


def test_a_text_of_another_year_is_put_under_todays(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "aus 2026"})
    earlier = book.answer(prompt.id)
    book.begin_year(2027)
    book.take_over(prompt, earlier)
    assert text_of(book, prompt) == "aus 2026"
    book.put(prompt, {"text": "aus 2027"})
    book.take_over(prompt, earlier)
    assert text_of(book, prompt) == "aus 2027\n\naus 2026"
    assert text_of(book, prompt, year=2026) == "aus 2026"


def test_all_answers_come_by_year_then_in_the_guides_order_then_by_person(
    book: Workbook, guide: Guide
) -> None:
    prompts = [p for p in guide.prompts.values() if p.fields[0].kind is FieldKind.TEXT][:4]
    first = book.voice
    book.add_voice("Erika")
    for prompt in reversed(prompts):
        book.put(prompt, {prompt.fields[0].id: "Wort"})
    book.use_voice(first)
    book.put(prompts[2], {prompts[2].fields[0].id: "Wort"})
    book.begin_year(2025)
    book.correct(2025)
    book.put(prompts[3], {prompts[3].fields[0].id: "Wort"})
    found = [(a.key.year, a.key.prompt, a.key.voice == first.id) for a in book.all_answers()]
    assert found == [
        (2025, prompts[3].id, True),
        (2026, prompts[0].id, False),
        (2026, prompts[1].id, False),
        (2026, prompts[2].id, True),
        (2026, prompts[2].id, False),
        (2026, prompts[3].id, False),
    ]


# Former versions


def test_a_new_sitting_keeps_what_stood_there(open_book: OpenBook, prompt: Prompt) -> None:
    book = open_book()
    for text in ("eins", "eins zwei", "eins zwei drei"):
        book.put(prompt, {"text": text})
        book.flush()
    assert texts(book, prompt) == []
    book.close()
    book = open_book()
    book.put(prompt, {"text": "eins zwei drei vier"})
    assert texts(book, prompt) == ["eins zwei drei"]
    book.put(prompt, {"text": "eins zwei drei vier fünf"})
    assert texts(book, prompt) == ["eins zwei drei"]


def test_a_change_after_a_long_pause_keeps_what_stood_there(
    book: Workbook, prompt: Prompt, clock: Clock
) -> None:
    book.put(prompt, {"text": "vor dem Mittag"})
    book.flush()
    clock.forward(minutes=31)
    book.put(prompt, {"text": "nach dem Mittag"})
    assert texts(book, prompt) == ["vor dem Mittag"]


def test_a_clock_set_back_loses_nothing_and_the_order_stays(
    open_book: OpenBook, prompt: Prompt, clock: Clock
) -> None:
    for number in range(5):
        book = open_book()
        book.put(prompt, {"text": f"Fassung {number}"})
        book.close()
        clock.forward(days=-365 * (number % 2) - 1, hours=number)
    book = open_book()
    assert text_of(book, prompt) == "Fassung 4"
    assert texts(book, prompt) == [f"Fassung {number}" for number in (3, 2, 1, 0)]


def test_an_emptied_text_is_kept_at_once(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": LONG})
    book.flush()
    book.put(prompt, {"text": ""})
    assert texts(book, prompt) == [LONG]


def test_a_text_emptied_before_it_was_saved_is_kept(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": LONG})
    book.put(prompt, {"text": "x"})
    book.put(prompt, {"text": ""})
    assert texts(book, prompt) == [LONG]


def test_a_text_eaten_up_by_a_held_down_key_is_kept_at_its_longest(
    book: Workbook, prompt: Prompt
) -> None:
    for end in range(len(LONG), 0, -7):
        book.put(prompt, {"text": LONG[:end]})
        book.flush() if end % 5 == 0 else None
    assert LONG in texts(book, prompt)


def test_a_paste_over_the_whole_text_keeps_what_was_there(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": LONG})
    book.flush()
    book.put(prompt, {"text": LONG.upper().replace("E", "3")})
    assert texts(book, prompt) == [LONG]


def test_one_field_of_several_that_is_emptied_is_kept(book: Workbook, guide: Guide) -> None:
    prompt = prompt_with(guide, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TEXT)
    before = book.put(prompt, full(prompt, LONG)).value
    book.put(prompt, {**before, prompt.fields[1].id: ""})
    assert [version.value for version in book.versions(prompt)] == [before]


def test_entries_that_are_removed_are_kept(book: Workbook, guide: Guide) -> None:
    prompt = next(
        p for p in guide.prompts.values() if [f.kind for f in p.fields] == [FieldKind.ENTRIES]
    )
    field = prompt.fields[0]
    rows = [{field.columns[0].id: f"Eintrag Nummer {n} mit etwas Text"} for n in range(6)]
    before = book.put(prompt, {field.id: rows}).value
    book.put(prompt, {field.id: rows[:2]})
    assert [version.value for version in book.versions(prompt)] == [before]


def test_typing_and_correcting_in_one_sitting_keeps_no_heap_of_versions(
    book: Workbook, prompt: Prompt
) -> None:
    for end in range(len(LONG)):
        book.put(prompt, {"text": LONG[:end]})
    for end in range(len(LONG), len(LONG) - 60, -1):
        book.put(prompt, {"text": LONG[:end]})
    rest = LONG[: len(LONG) - 59]
    for place in range(0, len(rest), 3):
        book.put(prompt, {"text": rest[:place] + "Einschub " + rest[place:]})
    assert texts(book, prompt) == []


def test_a_version_is_kept_once(open_book: OpenBook, prompt: Prompt) -> None:
    book = open_book()
    book.put(prompt, {"text": LONG})
    book.close()
    book = open_book()
    book.put(prompt, {"text": ""})
    assert texts(book, prompt) == [LONG]


def test_a_version_brought_back_and_what_it_replaced(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": LONG})
    book.put(prompt, {"text": "kurz"})
    (version,) = book.versions(prompt)
    book.bring_back(prompt, version.value)
    assert text_of(book, prompt) == LONG
    assert book.state(prompt) is AnswerState.ANSWERED
    assert texts(book, prompt) == ["kurz", LONG]


def test_bringing_back_while_the_disk_is_full_loses_nothing(
    open_book: OpenBook, prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = open_book()
    book.put(prompt, {"text": "gesichert"})
    assert book.flush()

    def full_disk(self: Workbook, batch: Any) -> None:
        raise errors.DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(book._saver, "_write", lambda batch: full_disk(book, batch))
        book.put(prompt, {"text": "nie auf dem Datenträger"})
        assert not book.flush()
        book.bring_back(prompt, {"text": "gesichert"})
        assert not book.flush()
    assert book.flush()
    assert text_of(book, prompt) == "gesichert"
    assert "nie auf dem Datenträger" in texts(book, prompt)


def test_a_state_alone_makes_no_version(open_book: OpenBook, prompt: Prompt) -> None:
    book = open_book()
    book.put(prompt, {"text": LONG})
    book.close()
    book = open_book()
    book.mark(prompt, AnswerState.LATER)
    book.mark(prompt, AnswerState.OPEN)
    assert texts(book, prompt) == []


def test_versions_belong_to_one_year_and_one_person(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": LONG})
    book.put(prompt, {"text": ""})
    book.add_voice("Erika")
    assert texts(book, prompt) == []
    book.use_voice(book.voices[0])
    book.begin_year(2027)
    assert texts(book, prompt) == []
    book.look_at(2026)
    assert texts(book, prompt) == [LONG]


# Two windows, odd files


def test_a_second_window_reads_and_says_who_has_the_garden(
    open_book: OpenBook, prompt: Prompt
) -> None:
    first = open_book()
    first.put(prompt, {"text": "Wort"})
    first.flush()
    second = open_book()
    assert second.read_only
    assert "seit" in second.holder
    assert first.holder == ""
    assert text_of(second, prompt) == "Wort"
    for change in (
        lambda: second.put(prompt, {"text": "neu"}),
        lambda: second.mark(prompt, AnswerState.LATER),
        lambda: second.add_voice("Erika"),
        lambda: second.rename_voice("Erika"),
        lambda: second.set_profile(Profile("x")),
        lambda: second.begin_year(2027),
    ):
        with pytest.raises(ReadOnly, match="schon geöffnet"):
            change()
    second.leave(prompt)
    second.set_bookmark(Bookmark("boden"))
    second.remember("thema", "dunkel", common=True)
    assert second.versions(prompt) == []
    assert second.close()
    first.put(prompt, {"text": "Wort für Wort"})
    assert first.close()
    third = open_book()
    assert not third.read_only
    assert text_of(third, prompt) == "Wort für Wort"


def test_going_on_from_a_question_saves_at_once(book: Workbook, prompt: Prompt) -> None:
    book._saver._at_risk = 1_000.0
    book.put(prompt, {"text": "Wort"})
    assert book.save_status.unsaved
    saved = threading.Event()
    book.on_status(lambda status: None if status.unsaved else saved.set())
    book.leave(prompt)
    assert saved.wait(20)


# Threads


def in_a_thread(work: Callable[[], object]) -> BaseException | None:
    """What went wrong where another thread did it."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(20)
    return failed[0] if failed else None


def changes_of(book: Workbook, prompt: Prompt, card: str) -> list[Callable[[], object]]:
    """Every way to change a garden."""
    return [
        lambda: book.put(prompt, {"text": "fremd"}),
        lambda: book.mark(prompt, AnswerState.LATER),
        lambda: book.bring_back(prompt, {"text": "fremd"}),
        lambda: book.cards.add("seed", {"titel": "fremd"}),
        lambda: book.cards.delete(card),
        lambda: book.remember("thema", "fremd", common=True),
        lambda: book.add_voice("Erika"),
        lambda: book.rename_voice("Erika"),
        lambda: book.set_profile(Profile("fremd", 8)),
        lambda: book.begin_year(2025),
        lambda: book.correct(2026, "fremd"),
        book.snapshot,
    ]


def test_only_the_thread_that_owns_the_garden_changes_it(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "Wort"})
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    for change in changes_of(book, prompt, card.id):
        assert isinstance(in_a_thread(change), NotTheOwner)
    assert (text_of(book, prompt), book.state(prompt)) == ("Wort", AnswerState.BEGUN)
    assert book.cards.all() == [card]
    assert (book.years, len(book.voices), book.profile, book.common("thema")) == (
        *((2026,), 1, Profile(), None),
    )
    assert in_a_thread(book.own) is None
    with pytest.raises(NotTheOwner):
        book.put(prompt, {"text": "fremd"})
    assert in_a_thread(book.flush) is None


def test_a_snapshot_stays_as_it_was_and_nobody_changes_it(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "Wort"})
    zoo = book.cards.add("partner", {"name": "Zoo"})
    walk = book.cards.add("contact", {"name": "Rundgang", "partner": [zoo.id]})
    seen = book.snapshot()
    book.put(prompt, {"text": "später"})
    book.cards.set(walk.id, name="später", partner=[])
    book.cards.add("contact", {"name": "später"})
    book.begin_year(2027)
    book.remember("thema", "später", common=True)
    assert (text_of(seen, prompt), seen.years, seen.common("thema")) == ("Wort", (2026,), None)
    assert [seen.cards.title(card) for card in seen.cards.of("contact")] == ["Rundgang"]
    assert [card.id for card in seen.cards.naming(zoo.id)] == [walk.id]
    assert [card.id for card in seen.cards.same_name("contact", "Rundgang")] == [walk.id]
    for change in changes_of(seen, prompt, walk.id):
        with pytest.raises(NotTheOwner):
            change()
    assert text_of(book, prompt) == ""
    assert book.cards.naming(zoo.id) == []


@pytest.mark.parametrize(
    ("order", "damaged"),
    [
        ("UPDATE answer SET state = 'aus der Zukunft'", False),
        ("UPDATE answer SET value = '[1]'", False),
        ("UPDATE answer SET value = '{kaputt'", False),
        ("UPDATE answer SET changed_at = 'gestern'", False),
        ("DELETE FROM voice", True),
    ],
)
def test_a_file_with_odd_rows_opens_or_is_called_damaged(
    open_book: OpenBook, paths: Paths, prompt: Prompt, order: str, damaged: bool
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Wort"})
    book.close()
    with closing(sqlite3.connect(paths.file)) as connection:
        connection.execute(order)
        connection.commit()
    for _ in range(2):
        if damaged:
            with pytest.raises(errors.DamagedFile):
                open_book()
        else:
            book = open_book()
            assert not book.read_only
            assert book.state(prompt) is AnswerState.BEGUN
            book.close()


def test_an_answer_to_a_question_the_guide_no_longer_asks_is_kept_and_listed(
    open_book: OpenBook, paths: Paths, prompt: Prompt
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Wort"})
    book.close()
    with closing(sqlite3.connect(paths.file)) as connection:
        connection.execute("UPDATE answer SET prompt_id = 'boden.vergangen'")
        connection.commit()
    (answer,) = open_book().all_answers()
    assert answer.key.prompt == "boden.vergangen"
    assert answer.value == {"text": "Wort"}


@pytest.mark.parametrize("ends", [False, True], ids=["waits", "ends"])
def test_a_year_and_a_person_that_wait_for_the_disk_come_with_the_answers(
    open_book: OpenBook, prompt: Prompt, monkeypatch: pytest.MonkeyPatch, ends: bool
) -> None:
    book = open_book()

    def full_disk() -> None:
        raise errors.DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(book._store, "_see_that_file_is_there", full_disk)
        book.add_voice("Erika")
        book.begin_year(2025)
        book.begin_year(2027)
        book.put(prompt, {"text": "Wort"})
        assert not book.flush()
        assert not ends or not book.close()
    assert ends or book.close()
    book = open_book()
    assert book.years == (2025, 2026, 2027)
    assert [voice.name for voice in book.voices] == ["ich", "Erika"]
    assert book.answer(prompt.id, 2027, book.voices[1]).value == {"text": "Wort"}


@pytest.mark.parametrize("saved", [False, True])
def test_a_year_taken_back_and_begun_again_is_empty(
    open_book: OpenBook, prompt: Prompt, saved: bool
) -> None:
    book = open_book()
    book.begin_year(2027)
    for text in (LONG, ""):
        book.put(prompt, {"text": text})
    assert not saved or book.flush()
    book.remove_year(2027)
    book.begin_year(2027)
    assert text_of(book, prompt) == ""
    assert book.close()
    book = open_book()
    assert book.years == (2026, 2027)
    assert (text_of(book, prompt), texts(book, prompt)) == ("", [])


def test_the_first_year_follows_the_start_month_as_long_as_it_is_empty(
    open_book: OpenBook, prompt: Prompt
) -> None:
    book = open_book()
    for month, year in ((12, 2025), (11, 2026), (12, 2025)):
        book.set_profile(Profile("Stadtbücherei", month))
        assert book.years == (year,)
    book.put(prompt, {"text": "Wort"})
    book.set_profile(Profile("Stadtbücherei", 1))
    assert book.close()
    book = open_book()
    assert (book.years, book.profile) == ((2025,), Profile("Stadtbücherei", 1))
    assert text_of(book, prompt) == "Wort"


# Home


def test_home_at_the_first_start_invites_to_begin(guide: Guide, tmp_path: object) -> None:
    view = home.from_glance(None, date(2026, 4, 1), "hier", lambda: guide)
    assert view.fresh
    assert view.year == "2026"
    assert view.season == "Frühling · 2. Quartal"
    assert view.now == ()
    assert [line.progress and line.progress.words for line in view.steps] == ["offen"] * 5


def test_home_is_the_same_before_and_after_the_workbook_is_open(
    open_book: OpenBook, paths: Paths, guide: Guide, clock: Clock
) -> None:
    def compare() -> home.Home:
        seen = glance.look(paths.file)
        book = open_book()
        first = home.from_glance(seen, clock.today(), str(paths.folder), lambda: guide)
        assert first == home.from_book(book)
        book.close()
        return first

    open_book().close()
    assert compare().fresh

    book = open_book()
    texts = [p for p in guide.prompts.values() if p.fields[0].kind is FieldKind.TEXT]
    for number, prompt in enumerate(texts):
        book.put(prompt, full(prompt), left=number % 3 == 0)
        if number % 5 == 0:
            book.mark(prompt, AnswerState.LATER)
    book.set_bookmark(Bookmark("saeen", texts[3].id, "text", 1, 2))
    book.set_profile(Profile("Stadtbücherei", 8))
    book.add_voice("Erika")
    for prompt in texts[::4]:
        book.put(prompt, full(prompt, "ihres"), left=True)
    book.close()
    assert compare().library == "Stadtbücherei"

    book = open_book()
    book.use_voice(book.voices[0])
    book.begin_year(2027)
    book.put(texts[0], full(texts[0]))
    book.close()
    view = compare()
    assert view.year == "2027/28"
    assert view.question == texts[3].ask

    clock.instant = datetime(2029, 1, 5, 9, tzinfo=UTC)
    later = home.from_glance(glance.look(paths.file), clock.today(), "hier", lambda: guide)
    assert later.now[0].target == Page.OVERWINTER
    assert later.now[0] == home.from_book(open_book()).now[0]


@pytest.mark.parametrize(
    "led",
    [
        {"action": "app.prompt('saeen.boden-1')"},
        {"target": "app.resume"},
        {"target": ["ToNowhere", "saeen"]},
        {"target": ["ToList", "saeen"]},
        {"target": ["ToCard", ["saeen"]]},
        {"target": None},
    ],
    ids=str,
)
def test_a_page_that_leads_where_nobody_knows_waits_for_the_book_and_hides_nothing(
    open_book: OpenBook, paths: Paths, prompt: Prompt, clock: Clock, led: dict[str, object]
) -> None:
    book = open_book()
    book.put(prompt, {"text": "halb"})
    home.keep(book)
    page = book.setting(home.KEPT)
    (line,) = page["waiting"]
    assert line.pop("target") == ["ToPrompt", prompt.id, None]
    former = {**page, "waiting": [{**line, **led}]}
    book.before_end = lambda book: book.remember(home.KEPT, former)
    book.close()
    first = home.from_glance(glance.look(paths.file), clock.today(), "hier", lambda: book.guide)
    assert (first.resume.text, first.now) == ("Ihr Garten wird gerade geöffnet …", ())
    assert [place.target for place in home.from_book(open_book()).now] == [ToPrompt(prompt.id)]


def test_looking_at_an_earlier_year_does_not_call_the_newest_one_new(book: Workbook) -> None:
    book.begin_year(2020)
    assert all(place.target != Page.OVERWINTER for place in home.from_book(book).now)


@pytest.mark.parametrize(
    ("day", "start", "quarter", "season"),
    [
        (date(2026, 1, 1), 1, 1, "Winter"),
        (date(2028, 2, 29), 1, 1, "Winter"),
        (date(2026, 3, 1), 3, 1, "Frühling"),
        (date(2028, 2, 29), 3, 4, "Winter"),
        (date(2026, 8, 1), 8, 1, "Sommer"),
        (date(2026, 7, 31), 8, 4, "Sommer"),
        (date(2026, 9, 1), 8, 1, "Herbst"),
        (date(2026, 12, 31), 1, 4, "Winter"),
    ],
)
def test_quarter_and_season(day: date, start: int, quarter: int, season: str) -> None:
    from gartenjahr_tui.workbook.years import first_day, quarter_of, season_of, year_of

    assert quarter_of(day, start) == quarter
    assert season_of(day) == season
    assert first_day(year_of(day, start), start) <= day < first_day(year_of(day, start) + 1, start)


def test_the_label_of_a_year_that_crosses_a_century() -> None:
    from gartenjahr_tui.workbook.years import year_label

    assert year_label(2099, 8) == "2099/00"
    assert year_label(2099, 1) == "2099"
