"""Other years, former versions, other people."""

from __future__ import annotations

from datetime import date

import pytest

from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.store.paths import Paths
from screens.garten import GartenScreen
from screens.jahre import YearsScreen
from tests.screens.helpers import Desk, at_the_desk

NEXT_YEAR = date(2027, 3, 1)


async def answered_last_year(paths: Paths, prompt: Prompt, text: str = "Aus 2026") -> None:
    async with at_the_desk(paths) as desk:
        desk.book.put(prompt, {"text": text}, left=True)
        desk.book.begin_year(2027)


# F4


async def test_f4_shows_the_question_in_other_years(paths: Paths, prompt: Prompt) -> None:
    await answered_last_year(paths, prompt)
    async with at_the_desk(paths, today=NEXT_YEAR) as desk:
        await desk.open(prompt.id)
        assert "F4  2026: „Aus 2026“" in desk.text
        await desk.press("f4")
        assert "Dieselbe Frage in anderen Jahren" in desk.text
        assert "Aus 2026" in desk.text
        assert "2027 – Ihr Feld" in desk.text
        await desk.press("escape")
        assert desk.focused.text == ""


async def test_f4_takes_over_and_loses_nothing_of_today(paths: Paths, prompt: Prompt) -> None:
    await answered_last_year(paths, prompt)
    async with at_the_desk(paths, today=NEXT_YEAR) as desk:
        await desk.open(prompt.id)
        await desk.type("Heute")
        await desk.press("f4", "enter")
        assert desk.focused.text == "Heute\n\nAus 2026"
        assert any("Text aus 2026 übernommen" in sentence for sentence in desk.said)
        assert desk.book.answer(prompt.id, 2026).value == {"text": "Aus 2026"}


async def test_f4_says_when_there_is_nothing(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.press("f4")
        assert "noch keine Antwort aus anderen Jahren" in desk.text
        assert "Enter" not in desk.text
        await desk.press("escape")


async def test_f4_without_a_question_says_what_to_do(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("1", "f4")
        assert any("zuerst eine Frage" in sentence for sentence in desk.said)


# A closed year


async def test_a_closed_year_is_read_until_one_says_correct(paths: Paths, prompt: Prompt) -> None:
    await answered_last_year(paths, prompt)
    async with at_the_desk(paths, today=NEXT_YEAR) as desk:
        await desk.open(prompt.id)
        await desk.menu("gartenjahre")
        await desk.press("down", "enter")
        assert "2026" in desk.title
        assert "nur lesen" in desk.title
        await desk.type("x")
        assert desk.focused.text == "Aus 2026"
        await desk.menu("korrigieren")
        await desk.press("enter")
        assert "ein paar Worte" in desk.text
        await desk.type("Nachtrag")
        await desk.press("enter")
        assert "nur lesen" not in desk.title
        assert desk.book.corrections(2026)[0]["warum"] == "Nachtrag"
        await desk.press("end")
        await desk.type("!")
        assert desk.book.answer(prompt.id).value == {"text": "Aus 2026!"}


async def test_no_kind_of_field_can_be_changed_in_a_closed_year(paths: Paths, guide: Guide) -> None:
    ids = ("boden.wichtigkeit", "boden.wuensche", "saeen.zahlen", "saeen.papiere", "ruhen.tiefe")
    async with at_the_desk(paths) as desk:
        desk.book.begin_year(2027)
        desk.book.look_at(2026)
        for id in ids:
            await desk.open(id)
            await desk.press("space", "1", "n", "b", "x", "l", "enter")
            assert desk.book.answer(id).value == {}
            assert not desk.screen.query(".editor")


async def test_closed_year_keeps_its_marks(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.begin_year(2027)
        desk.book.look_at(2026)
        await desk.open(prompt.id)
        await desk.menu("später beantworten")
        assert desk.head.startswith("○ offen")
        assert any("abgeschlossen" in sentence for sentence in desk.said)


async def test_the_menu_offers_to_correct_only_where_there_is_something_closed(
    paths: Paths,
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("f10")
        await desk.type("korrigieren")
        assert "Dazu gibt es keinen Eintrag" in desk.text


# The dialog of years


async def years(desk: Desk, text: str) -> None:
    await desk.do("app.years")
    await desk.press("n")
    desk.focused.value = ""
    await desk.type(text)
    await desk.press("enter")


@pytest.mark.parametrize("number", ["0", "9999", "abc", "99999999999999999999", "-1", "²"])
async def test_a_year_that_cannot_be_gets_a_sentence(paths: Paths, number: str) -> None:
    async with at_the_desk(paths) as desk:
        await years(desk, number)
        assert isinstance(desk.screen, YearsScreen)
        hint = str(desk.screen.query_one(".hint").render())
        assert "Jahr" in hint
        assert hint.endswith(".")
        assert desk.book.years == (2026,)


async def test_a_year_can_be_begun_and_the_old_one_stays(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Alt")
        await years(desk, "2027")
        await desk.until(lambda: "2027" in desk.title)
        assert desk.focused.text == ""
        assert desk.book.answer(prompt.id, 2026).value == {"text": "Alt"}


async def test_k_corrects_the_year_under_the_cursor(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.begin_year(2027)
        await desk.open(prompt.id)
        await desk.do("app.years")
        await desk.press("down", "k")
        await desk.type("Nachtrag")
        await desk.press("enter")
        assert "2026" in desk.title
        assert "nur lesen" not in desk.title


# Former versions


async def test_a_former_version_is_compared_and_brought_back(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Äpfel\nBirnen")
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.press("ctrl+end", "backspace", "backspace", "backspace")
        await desk.menu("fassungen")
        await desk.until(lambda: "Frühere Fassungen" in desk.text)
        assert "− Birnen" in desk.text
        assert "+ Bir" in desk.text
        assert "  Äpfel" in desk.text
        await desk.press("enter")
        assert desk.focused.text == "Äpfel\nBirnen"
        assert any("zurückgeholt" in sentence for sentence in desk.said)
        assert any(v.value == {"text": "Äpfel\nBir"} for v in desk.book.versions(prompt))


async def test_no_former_version_is_said(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.menu("fassungen")
        await desk.until(lambda: "noch keine frühere Fassung" in desk.text)
        assert "Enter" not in desk.text


# Voices


async def test_a_second_person_has_answers_of_her_own(
    paths: Paths, prompt: Prompt, personal_prompt: Prompt
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(personal_prompt.id)
        await desk.type("Geheim")
        await desk.open(prompt.id)
        await desk.type("Fürs Team")
        await desk.menu("Wer schreibt")
        await desk.press("n")
        await desk.type("JK\n")
        await desk.until(lambda: "JK" in desk.title)
        assert desk.focused.text == ""
        assert "Auch beantwortet von: ich" in desk.text
        await desk.menu("alle stimmen")
        assert "Fürs Team" in desk.text
        await desk.press("escape")
        await desk.open(personal_prompt.id)
        assert "Geheim" not in desk.text
        assert "Auch beantwortet" not in desk.text
        await desk.menu("alle stimmen")
        assert "Geheim" not in desk.text
        assert "Diese Frage ist persönlich" in desk.text


async def test_confidential_answers_of_others_are_never_shown(
    paths: Paths, confidential_prompt: Prompt
) -> None:
    field = confidential_prompt.fields[0]
    value = {field.id: [{c.id: "Geheim" for c in field.columns}] if field.columns else "Geheim"}
    async with at_the_desk(paths) as desk:
        desk.book.put(confidential_prompt, value)
        desk.book.add_voice("JK")
        await desk.open(confidential_prompt.id)
        assert "Geheim" not in desk.text
        await desk.menu("alle stimmen")
        assert "Geheim" not in desk.text


async def test_the_one_who_writes_is_remembered(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.rename_voice("AM")
        await desk.do("app.voices")
        await desk.press("n")
        await desk.type("JK\n")
        await desk.until(lambda: desk.book.voice.name == "JK")
        assert isinstance(desk.screen, GartenScreen)
        await desk.do("app.voices")
        await desk.press("up", "enter")
        await desk.until(lambda: desk.book.voice.name == "AM")
    async with at_the_desk(paths) as desk:
        assert desk.book.voice.name == "AM"
        await desk.do("app.voices")
        assert "AM – schreibt gerade" in desk.text
