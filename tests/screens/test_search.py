"""Looking for words at the desk: type, see where they stand, and be there."""

from __future__ import annotations

import re

from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import Workbook
from screens.blatt import LeafScreen
from screens.karte import CardScreen
from screens.leitfaden import GuideScreen
from screens.stimmen import AllVoicesScreen
from screens.suche import LONGEST, SearchScreen
from tests.screens.helpers import SMALL, Desk, at_the_desk


def note(book: Workbook, prompt_id: str, text: str) -> None:
    """Answer a question that has one field of text."""
    prompt = book.guide.prompts[prompt_id]
    book.put(prompt, {prompt.fields[0].id: text})


async def look_for(desk: Desk, text: str, *shown: str) -> None:
    """Open the search, fill it in, and wait until all this is to be read."""
    await desk.press("f3")
    assert isinstance(desk.screen, SearchScreen)
    await desk.paste(text)
    await desk.until(lambda: all(each in desk.text for each in shown))


async def back_at_search(desk: Desk) -> None:
    """Go back with Escape, as often as it takes to leave what was opened."""
    for _ in range(3):
        if not isinstance(desk.screen, SearchScreen):
            await desk.press("escape")
    assert isinstance(desk.screen, SearchScreen)


async def test_what_is_typed_is_found_however_umlauts_are_written(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        kita = desk.book.cards.add("partner", {"name": "Ärztehaus Straße"})
        await desk.press("f3")
        assert "Tippen Sie" in desk.text
        await desk.until(lambda: "durchgesehen" not in desk.text)
        for typed in ("aerzte", "ÄRZTE", "strasse"):
            await desk.press("f3")
            await desk.type(typed)
            await desk.until(lambda: "Ärztehaus Straße" in desk.text)
            await desk.press("down")
            assert desk.focused.hit.card == kita.id
        await desk.type("xx")
        await desk.until(lambda: "„strassexx“" in desk.text)
        assert "weniger Buchstaben" in desk.text
        assert "Vertrauliches mitsuchen" in desk.text
        await desk.press("escape")
        assert desk.screen is desk.app.garden


async def test_f3_keeps_what_is_being_typed_and_enter_opens_the_very_question(
    paths: Paths,
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open("boden.vorteile")
        await desk.type("Wir kommen an Famil")
        await look_for(desk, "famil", "Wir kommen an Famil")
        await desk.press("escape")
        assert desk.prompt == "boden.vorteile"
        await desk.type("ien")
        assert desk.book.answer("boden.vorteile").value == {"text": "Wir kommen an Familien"}
        await desk.open("saeen.themen")
        await desk.press("f3")
        await desk.press("enter")
        await desk.until(lambda: not isinstance(desk.screen, SearchScreen))
        assert desk.prompt == "boden.vorteile"
        assert desk.screen.focused.text == "Wir kommen an Familien"


async def test_an_answer_of_another_year_is_opened_in_its_year(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        book = desk.book
        book.begin_year(2025)
        book.correct(2025)
        note(book, "boden.vorteile", "Lastenrad für alle")
        book.look_at(2026)
        await look_for(desk, "lastenrad", "1 Stelle")
        await desk.press("down", "enter")
        assert desk.prompt == "boden.vorteile"
        assert book.year == 2025
        assert "Gartenjahr 2025" in desk.title
        assert any("2025" in said for said in desk.said)
        await back_at_search(desk)
        await desk.until(lambda: "1 Stelle" in desk.text)
        assert desk.focused.hit.prompt == "boden.vorteile"


async def test_what_somebody_else_answered_is_shown_among_all_voices(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        me = desk.book.voice
        desk.book.add_voice("Ada")
        note(desk.book, "boden.vorteile", "Lastenrad")
        desk.book.use_voice(me)
        await look_for(desk, "lastenrad", "1 Stelle")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, AllVoicesScreen))
        assert "Ada" in desk.text
        await desk.press("escape")
        assert desk.prompt == "boden.vorteile"


async def test_a_person_found_by_name_is_there_with_phone_at_once(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("contact", {"name": "Frau Özlem", "telefon": "0123 45"})
        await look_for(desk, "özl", "1 Stelle", "Frau Özlem")
        await desk.press("down", "enter")
        assert isinstance(desk.screen, LeafScreen)
        assert "0123 45" in desk.text
        await back_at_search(desk)


async def test_a_card_is_opened_at_the_question_and_escape_leads_back(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        cards = desk.book.cards
        for name in ("Werkhof Ost", "Werkhof West"):
            cards.add("partner", {"name": name, "kann": "Lastenrad"})
        gone = cards.add("partner", {"name": "Werkhof Nord", "kann": "Lastenrad"})
        cards.delete(gone.id)
        await look_for(desk, "lastenrad", "2 Stellen", "Werkhof West")
        await desk.press("down", "down")
        sought = desk.focused.hit
        await desk.press("enter")
        assert isinstance(desk.screen, CardScreen)
        assert desk.screen.card_id == sought.card
        assert desk.prompt == "partner.grenzen"
        await back_at_search(desk)
        await desk.until(lambda: "2 Stellen" in desk.text)
        assert desk.focused.hit == sought
        # Typing in the list means the words above it; F3 begins anew.
        await desk.type("x")
        await desk.until(lambda: "„lastenradx“" in desk.text)
        await desk.press("f3")
        await desk.type("werkhof")
        await desk.until(lambda: "2 Stellen" in desk.text)


async def test_guide_and_glossary_are_opened_where_the_words_stand(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        # Other terms speak of it before its own turn comes.
        await look_for(desk, "bündnis", "Bündnis")
        await desk.press("tab", "tab", "tab", "right", "right", "right")
        assert "Art: Glossar" in desk.text
        await desk.until(lambda: "Quartiersmanagement" in desk.text)
        await desk.press("tab", "tab")
        while desk.focused.hit.term != "Bündnis":
            await desk.press("down")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, GuideScreen))
        await desk.until(lambda: re.search(r"▌ Bündnis  ", "".join(desk.text.splitlines()[2:6])))


async def test_confidential_entries_are_found_only_on_demand(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add(
            "encouragement", {"wem": "Frau L.", "worte": "Sie schafft das Lastenrad"}
        )
        await look_for(desk, "lastenrad", "„lastenrad“")
        await desk.press("tab", "tab", "tab", "tab")
        assert "Vertrauliches: nein" in desk.text
        await desk.press("space")
        await desk.until(lambda: "Sie schafft" in desk.text)
        assert "Vertrauliches: ja" in desk.text
        await desk.press("f3")
        await desk.until(lambda: "Sie schafft" not in desk.text)
        assert "Vertrauliches: nein" in desk.text


async def test_markup_is_text_and_nothing_is_clipped_in_a_small_window(paths: Paths) -> None:
    async with at_the_desk(paths, size=SMALL) as desk:
        name = "[red]Süd[/] \\[b] " + "Lange " * 30
        desk.book.cards.add("partner", {"name": name, "kann": "Lastenrad\n[bold]quer[/]"})
        await look_for(desk, "lastenrad", "1 Stelle", "[red]Süd[/] \\[b]", "[bold]quer[/]")
        for shown in ("Suchen:", "Jahr: alle", "Vertrauliches: nein", "Esc zurück", "F10 Menü"):
            assert shown in desk.text
        await desk.press("f3")
        await desk.paste("[/]\x1b[31m'\"*")
        await desk.until(lambda: "[/]" in desk.text)
        await desk.press("f3")
        await desk.paste("Lange Wörter " * 10_000)
        await desk.until(lambda: "Lange" in desk.focused.text)
        assert len(desk.focused.text) <= LONGEST
