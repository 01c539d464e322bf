"""The core of a card and what is folded, on the screen."""

from __future__ import annotations

from gartenjahr_tui.garden.targets import ToCard
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.next_link import MoreLink
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
        await desk.go(ToCard(card.id, "partnership.was"))
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
        for name in ("Beet", "Chor", "Fest", "Lesen", "Zirkus"):
            desk.book.cards.add("partnership", {"titel": name})
        await desk.press("c", "enter")
        assert isinstance(desk.screen, RoundScreen)
        assert "Alles wie bisher" in desk.text
        await desk.press(*["enter"] * 5)
        assert len(desk.book.cards.of("checkup")) == 5
        assert "Impulse" in desk.title or "Heute nicht" in desk.text
        # Ten keys in all.
        await desk.press("enter", "enter")
        assert desk.book.cards.of("checkin")[0].value["fertig_am"]
        await desk.press("c")
        assert any("ist erledigt. Der nächste ist ab" in said for said in desk.said)
        assert not isinstance(desk.screen, RoundScreen)
        assert "Check-in" not in desk.screen.query_one("HomePanel").home.resume.text


async def test_all_of_a_station_is_seen_in_a_small_window(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partnership", {"titel": "Vorlesen"})
        await desk.press("c", "enter")
        assert asked(desk) == ["checkup.laeuft", "checkup.schritt"]
        for words in ("Das läuft gut", "Das ändern wir", "Nächster Schritt", "Bis wann", "Weiter:"):
            assert words in desk.text
        assert not desk.screen.query_one("Outline").display
        await desk.press("down")
        await desk.type("Elf Kinder")
        (look,) = desk.book.cards.of("checkup")
        assert look.value["gut"] == "Elf Kinder"
        await desk.press("tab", "tab", "tab")
        await desk.type("Anrufen")
        await desk.press("tab")
        await desk.type("15.12.")
        await desk.press("enter", "enter")
        (look,) = desk.book.cards.of("checkup")
        assert (look.value["schritt"], look.value["schritt_am"]) == ("Anrufen", "2026-12-15")
        assert "Impulse" in desk.text
        await desk.press("f2")
        assert "Anrufen: bis 15.12." in desk.text


async def test_what_has_changed_beside_is_asked_on_request(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partnership", {"titel": "Vorlesen"})
        await desk.press("c", "enter")
        more = desk.screen.page.query_one(MoreLink)
        assert "Hat sich sonst etwas geändert?" in str(more.render())
        more.focus()
        await desk.press("enter")
        assert desk.prompt == "checkup.stand"
        await desk.press("escape")
        assert desk.screen.query_one("Outline").has_focus


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
