"""The core of a card and what is folded, on the screen."""

from __future__ import annotations

from gartenjahr_tui.garden.targets import ToCard
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.next_link import MoreLink, NextLink
from gartenjahr_tui.workbook.plain import Bookmark
from screens.ausgabe import OutletScreen
from screens.karte import CardScreen
from screens.runde import RoundScreen
from tests.screens.helpers import WIDE, Desk, at_the_desk


def pages(desk: Desk) -> list[str]:
    """The pages in the outline."""
    return [section.id for section in desk.screen.sections]


def asked(desk: Desk) -> list[str]:
    """The questions of the page."""
    return [prompt.id for prompt in desk.screen.page.section.prompts]


async def test_more_unfolds_goes_to_the_first_of_it_and_folds_again(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("encounter", {"anlass": "Käsetheke"})
        await desk.go(ToCard(card.id))
        assert pages(desk) == ["encounter.kurz"]
        assert "Mehr: noch 5 Fragen" in desk.text
        desk.screen.page.query_one(MoreLink).focus()
        await desk.press("enter")
        assert pages(desk) == ["encounter.kurz", "encounter.gespraech", "encounter.weiter"]
        assert desk.prompt == "encounter.wege"
        await desk.press("escape", "escape")
        await desk.go(ToCard(card.id))
        assert len(pages(desk)) == 3
        desk.screen.page.query_one(MoreLink).focus()
        await desk.press("enter")
        assert pages(desk) == ["encounter.kurz"]
        assert "Mehr: noch 5 Fragen" in desk.text


async def test_the_outline_unfolds_too(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("harvest", {"titel": "Lesebank"})
        await desk.go(ToCard(card.id))
        (more,) = (deed for deed in desk.screen.deeds if deed.id == "more")
        await desk.screen.do_deed(more)
        assert len(pages(desk)) == 4
        assert "Nur das Wichtige" in desk.text


async def test_the_way_to_a_folded_question_unfolds_it(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("partnership", {"titel": "Vorlesen"})
        await desk.go(ToCard(card.id, "partnership.rollen", "partnership.rollen"))
        assert isinstance(desk.screen, CardScreen)
        assert desk.prompt == "partnership.rollen"
        other = desk.book.cards.add("partnership", {"titel": "Zirkus"})
        await desk.go(ToCard(other.id))
        await desk.screen.go_to(Bookmark("karte", "partnership.was", "themenfeld"))
        await desk.settle()
        assert desk.view.place("").field == "themenfeld"


async def test_ending_a_partnership_brings_its_farewell(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        card = desk.book.cards.add("partnership", {"titel": "Vorlesen"})
        await desk.go(ToCard(card.id, "partnership.entscheidung", "partnership.entscheidung"))
        assert "partnership.ende" not in pages(desk)
        prompt = desk.screen.sections[-1].prompts[0]
        ended = [{"am": "2026-11-22", "weg": "beenden"}]
        desk.screen.sheet.put(prompt, {"entscheidungen": ended})
        await desk.screen.ask_anew()
        assert pages(desk)[-1] == "partnership.ende"
        assert desk.prompt == "partnership.entscheidung"
        assert "Abschied" in desk.text


async def test_the_farewell_sheet_is_opened_for_the_card_one_comes_from(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        for title in ("Bücherkiste", "Vorlesen"):
            card = desk.book.cards.add("partnership", {"titel": title})
            desk.book.cards.note(card.id, "entscheidungen", "beenden")
        await desk.go(ToCard(card.id))
        assert [deed.id for deed in desk.screen.deeds][-2:] == ["thank-farewell", "farewell-sheet"]
        await desk.screen.do_deed(desk.screen.deeds[-1])
        await desk.until(lambda: "Was wir zusammen hatten" in desk.text)
        assert isinstance(desk.screen, OutletScreen)
        assert "Vorlesen" in desk.text
        assert "Bücherkiste" not in desk.text


async def test_a_living_partnership_has_no_farewell_sheet(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("partnership", {"titel": "Vorlesen"})
        await desk.go(ToCard(card.id))
        assert "Abschiedsblatt" not in desk.text


async def test_typing_goes_on_where_more_is_asked_beside(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("partner", {"name": "Runder Tisch"})
        await desk.go(ToCard(card.id, "partner.buendnis", "partner.buendnis"))
        desk.book.unfolded.clear()
        await desk.press("space")
        assert desk.book.cards[card.id].value["ist_buendnis"] == "ja"
        assert desk.prompt == "partner.buendnis"
        assert "Mitglieder" in "\n".join(
            str(label.render()) for label in desk.screen.page.query(".label")
        )


async def test_where_nothing_has_changed_a_station_is_done_with_one_key(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partnership", {"titel": "Vorlesen"})
        await desk.press("c", "enter")
        assert isinstance(desk.screen, RoundScreen)
        assert asked(desk) == ["checkup.geaendert"]
        await desk.press("enter")
        assert isinstance(desk.focused, NextLink)
        (look,) = desk.book.cards.of("checkup")
        assert look.value["geaendert"] == "nein"
        await desk.press("enter")
        assert "Kooperation 1 von 1" not in desk.text


async def test_where_something_has_changed_it_is_asked_what(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partnership", {"titel": "Vorlesen"})
        await desk.press("c", "enter", "right", "space")
        assert asked(desk) == ["checkup.geaendert", "checkup.laeuft", "checkup.schritt"]
        assert desk.prompt == "checkup.geaendert"
        await desk.press("tab")
        await desk.type("Elf Kinder")
        (look,) = desk.book.cards.of("checkup")
        assert look.value["gut"] == "Elf Kinder"
        assert "Mehr: noch 4 Fragen" in str(desk.screen.page.query_one(MoreLink).render())
        desk.screen.page.query_one(MoreLink).focus()
        await desk.press("enter")
        assert desk.prompt == "checkup.stand"


async def test_of_a_table_only_the_present_answers_show_and_all_where_the_cursor_is(
    paths: Paths,
) -> None:
    states = [{"am": "2026-01-01", "stand": "nein"}, {"am": "2026-05-01", "stand": "ja"}]
    async with at_the_desk(paths, size=WIDE) as desk:
        value = {"titel": "Vorlesen", "transparenz_a": states}
        card = desk.book.cards.add("partnership", value)
        await desk.go(ToCard(card.id, "partnership.transparenz"))
        assert "01.05.2026 · ja  (+1 früher)" in desk.text
        assert "01.01.2026" not in desk.text
        await desk.screen.go_to(Bookmark("karte", "partnership.transparenz-a", "transparenz_a"))
        await desk.settle()
        assert "01.01.2026 · nein" in desk.text
        assert "Wissen alle Beteiligten, wer welchen Beitrag leistet?" in desk.text


async def test_the_rethinking_page_is_one_table_where_there_is_room(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        card = desk.book.cards.add("seed", {"titel": "Bank", "raum_haben": "Der Hof"})
        await desk.go(ToCard(card.id, "seed.umdenken"))
        heads = [line for line in desk.text.splitlines() if "Haben wir" in line]
        assert len(heads) == 1
        assert "Fehlt uns" in heads[0]
        assert "Mit wem?" in heads[0]
        assert all(name in desk.text for name in ("Raum", "Budget", "Personal"))
