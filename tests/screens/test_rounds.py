"""A round at the desk: from station to station by keyboard alone, left and taken up again."""

from __future__ import annotations

from gartenjahr_tui.garden.due import due
from gartenjahr_tui.garden.targets import Page, ToCard
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.outline import Outline
from gartenjahr_tui.workbook.plain import Bookmark
from screens.karte import CardScreen
from screens.runde import RoundScreen
from tests.screens.helpers import WIDE, Desk, at_the_desk


def plant(desk: Desk, *titles: str) -> None:
    for title in titles:
        desk.book.cards.add("partnership", {"titel": title, "lebensdauer": "mehrjaehrig"})


async def go_on(desk: Desk) -> None:
    """Choose the link at the end of the page."""
    await desk.screen.go_on()
    await desk.settle()


async def station(desk: Desk, title: str) -> None:
    """Show a station, as the outline does."""
    titles = [section.title for section in desk.screen.sections]
    await desk.screen.show_page(titles.index(title))
    await desk.settle()


async def field(desk: Desk, prompt_id: str, field_id: str) -> None:
    """Put the cursor into a field of the station shown."""
    desk.screen.page.view(prompt_id).enter(Bookmark("runde", prompt_id, field_id))
    await desk.settle()


async def test_c_and_escape_leave_nothing_behind(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        plant(desk, "Vorlesen", "Zirkus")
        before = desk.book.cards.all()
        await desk.press("c")
        assert isinstance(desk.screen, RoundScreen)
        await desk.do("screen.versions")
        assert isinstance(desk.screen, RoundScreen)
        await desk.press("escape", "escape")
        assert not isinstance(desk.screen, RoundScreen)
        assert desk.book.cards.all() == before
        await desk.do("app.overwinter")
        outline = desk.screen.query_one(Outline)
        await desk.press("escape")
        outline.focus()
        await desk.press("down", "down", "down", "escape")
        assert not isinstance(desk.screen, RoundScreen)
        assert desk.book.cards.all() == before


async def test_a_check_in_is_left_in_mid_sentence_and_goes_on_there(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        plant(desk, "Ausstellung", "Vorlesen")
        await desk.press("c")
        await go_on(desk)
        assert "Kooperation 1 von 2" in desk.text
        await go_on(desk)
        assert "Kooperation 2 von 2" in desk.text
        await field(desk, "checkup.laeuft", "nicht")
        await desk.type("Kein [b]Raum")
        (first, second) = desk.book.cards.of("checkup")
        assert {first.value.get("nicht"), second.value.get("nicht")} == {None, "Kein [b]Raum"}
        await desk.press("escape", "escape")
        assert not isinstance(desk.screen, RoundScreen)
        await desk.go(ToCard(desk.book.cards.of("checkin")[0].id))
        assert isinstance(desk.screen, RoundScreen)
        await desk.press("escape", "escape")
    async with at_the_desk(paths, size=WIDE) as desk:
        await desk.go(Page.RESUME)
        assert isinstance(desk.screen, RoundScreen)
        assert "Kooperation 2 von 2" in desk.text
        await desk.type(" da")
        found = [card.value.get("nicht") for card in desk.book.cards.of("checkup")]
        assert "Kein [b]Raum da" in found
        await desk.press("escape", "escape", "c")
        assert "Kooperation 2 von 2" in desk.text
        await field(desk, "checkup.laeuft", "nicht")
        await desk.do("screen.versions")
        assert "Frühere Fassungen" in desk.text
        await desk.press("escape")
        await go_on(desk)
        await desk.press("tab")
        await desk.do("screen.versions")
        assert "Frühere Fassungen" in desk.text
        await desk.press("escape")
        assert isinstance(desk.screen, RoundScreen)


async def test_the_end_says_what_was_and_when_to_look_again(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        plant(desk, "Vorlesen")
        await desk.press("c")
        await go_on(desk)
        sheet = desk.screen.station.sheet
        said = {"stufe": "ziele", "stand_beleg": "Vertrag"}
        sheet.put(sheet.form.prompts["checkup.stand"], said)
        await go_on(desk)
        (card,) = desk.book.cards.of("partnership")
        assert desk.book.cards.state(card, "stufen") == "ziele"
        await go_on(desk)
        assert "Ihre Kooperation ist angesehen." in desk.text
        await go_on(desk)
        await desk.until(lambda: not isinstance(desk.screen, RoundScreen))
        (round,) = desk.book.cards.of("checkin")
        assert round.value["fertig_am"] == "2026-11-22"
        assert any("01.01.2027" in said for said in desk.said)


async def test_the_short_form_is_chosen_on_the_first_page(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        plant(desk, "Vorlesen")
        await desk.press("c", "shift+tab", "down", "space")
        await desk.settle()
        if "Drei Fragen" not in [section.title for section in desk.screen.sections]:
            await desk.press("enter")
        assert [section.title for section in desk.screen.sections] == [
            "Seit dem letzten Mal",
            "Drei Fragen",
            "Abschluss",
        ]
        await go_on(desk)
        await desk.type("Regen")
        (card,) = desk.book.cards.of("checkin")
        assert card.value["freude"] == "Regen"


async def test_overwintering_begins_the_year_and_is_taken_back_on_its_card(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        plant(desk, "Vorlesen")
        await desk.do("app.overwinter")
        for _ in desk.screen.sections:
            await go_on(desk)
        await desk.until(lambda: not isinstance(desk.screen, RoundScreen))
        book = desk.book
        assert [*book.years] == [2026, 2027]
        (round,) = book.cards.of("overwintering")
        (card,) = book.cards.of("partnership")
        assert book.cards.state(card, "entscheidungen") == "weiter"
        await desk.go(ToCard(round.id))
        assert isinstance(desk.screen, CardScreen)
        (deed,) = [deed for deed in desk.screen.deeds if deed.id == "unwinter"]
        await desk.screen.do_deed(deed)
        await desk.settle()
        if [*book.years] != [2026]:  # it is asked for first
            await desk.press("enter")
            await desk.until(lambda: [*book.years] == [2026])
        assert book.cards.state(book.cards[card.id], "entscheidungen") == ""
        await desk.do("app.home")
        assert "Weg durchs Jahr" in desk.text


async def test_the_last_page_says_what_was_decided_since_it_was_seen_first(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        plant(desk, "Vorlesen")
        await desk.do("app.overwinter")
        await station(desk, "Ins neue Jahr")
        assert "Alle Kooperationen bleiben, wie sie sind." in desk.text
        await station(desk, "Vorlesen")
        await go_on(desk)
        await station(desk, "Ins neue Jahr")
        assert "weiterführen: Vorlesen" in desk.text


async def test_an_overwintering_leads_on_to_the_farewell_of_what_has_ended(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        plant(desk, "Vorlesen")
        await desk.do("app.overwinter")
        await station(desk, "Vorlesen")
        sheet = desk.screen.station.sheet
        sheet.put(sheet.form.prompts["wintering.weg"], {"weg": "beenden"})
        await station(desk, "Ins neue Jahr")
        await go_on(desk)
        (line,) = (each for each in due(desk.book) if each.key.startswith("farewell/"))
        assert "Vorlesen: gut zu Ende bringen" in desk.text
        await desk.go(line.target)
        assert isinstance(desk.screen, CardScreen)
        assert desk.prompt == "partnership.ende-gespraech"


async def test_a_window_that_only_reads_says_so_and_stays(paths: Paths) -> None:
    async with at_the_desk(paths) as first:
        plant(first, "Vorlesen")
        await first.press("c")
        await go_on(first)
        await field(first, "checkup.laeuft", "gut")
        await first.type("Ja")
        await first.book_saved()
        async with at_the_desk(paths) as second:
            assert second.book.read_only
            before = second.book.cards.all()
            await second.press("c")
            assert not isinstance(second.screen, RoundScreen)
            await second.go(Page.RESUME)
            assert second.book.cards.all() == before
