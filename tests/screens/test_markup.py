"""What a person types is text: it never styles anything and never ends the program."""

from __future__ import annotations

from datetime import date

import pytest

from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.plain import Profile
from tests.screens.helpers import at_the_desk

NASTY = ("[bold]x[/bold]", "[/]", "[Kita] Süd", "[red", "$primary [$x]", "\\[b]", "[link=x]y")


@pytest.mark.parametrize("text", NASTY)
async def test_it_is_shown_as_it_was_typed(
    paths: Paths, guide: Guide, prompt: Prompt, text: str
) -> None:
    entries = guide.prompts["saeen.papiere"]
    row = {column.id: text for column in entries.fields[0].columns}
    async with at_the_desk(paths) as desk:
        book = desk.book
        book.set_profile(Profile(text))
        book.rename_voice(text)
        book.put(prompt, {"text": text}, left=True)
        book.put(entries, {entries.fields[0].id: [row]})
        book.flush()
    async with at_the_desk(paths, today=date(2027, 1, 3)) as desk:
        book = desk.book
        assert text in desk.title
        book.put(prompt, {"text": f"{text} neu"})
        book.begin_year(2027)
        book.put(prompt, {"text": "heute"})
        book.add_voice(f"{text}2")
        book.put(prompt, {"text": text}, left=True)
        await desk.open(prompt.id)
        assert text in desk.title
        assert desk.focused.text == text
        assert text in desk.text
        await desk.do("screen.all_voices")
        assert f"{text} (" in desk.text
        await desk.press("escape")
        await desk.do("app.voices")
        assert f"{text}2 – schreibt gerade" in desk.text
        await desk.press("up", "enter")
        await desk.until(lambda: book.voice.name == text)
        assert f"{text} schreibt jetzt." in desk.said
        assert f"{text} schreibt jetzt." in " ".join(desk.text.split())
        await desk.press("f4")
        assert text in desk.text
        await desk.press("escape")
        book.look_at(2026)
        await desk.do("screen.versions")
        await desk.until(lambda: f"+ {text} neu" in desk.text)
        await desk.press("escape")
        await desk.open("saeen.papiere")
        assert f"1. {text}" in desk.text
        await desk.press("f10")
        await desk.type("[/]")
        assert "Dazu gibt es keinen Eintrag" in desk.text
        await desk.press("escape", "f2")
        assert text in desk.title


async def test_a_name_of_a_voice_may_be_markup(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.do("app.voices")
        await desk.press("n")
        await desk.type("[/]\n")
        await desk.until(lambda: desk.book.voice.name == "[/]")
        assert "[/] schreibt jetzt." in desk.text
