"""The short way, the whole guide, how deep one looks back, and the first day, on the screen."""

from __future__ import annotations

from gartenjahr_tui.garden import ways
from gartenjahr_tui.garden.targets import Page, ToPrompt, ToStep
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.next_link import MoreLink, NextLink
from screens.anfang import AnfangScreen
from screens.garten import GartenScreen
from tests.screens.helpers import Desk, at_the_desk


def asked(desk: Desk) -> dict[str, list[str]]:
    """Section → what it asks, of the sections that ask something."""
    found = {one.id: [q.id for q in one.questions] for one in desk.screen.sections}
    return {id: questions for id, questions in found.items() if questions}


async def test_an_empty_garden_begins_with_the_first_five_in_any_quarter(paths: Paths) -> None:
    async with at_the_desk(paths, way=ways.SHORT) as desk:
        assert "Die ersten fünf" in desk.text
        assert "In diesem Quartal" not in desk.text and "◄ jetzt" not in desk.text
        await desk.press("4", "f2", "enter")
        assert isinstance(desk.screen, AnfangScreen)
        assert desk.prompt == "boden.warum"
        await desk.type("Weil es Freude macht")
        await desk.press("f2")
        assert "Die ersten fünf › Ihr Warum" in desk.text
        await desk.press("enter")
        assert (desk.prompt, desk.focused.text) == ("boden.warum", "Weil es Freude macht")


async def test_what_is_left_of_the_first_day_stands_at_home(paths: Paths) -> None:
    async with at_the_desk(paths, way=ways.SHORT) as desk:
        await desk.go(ToStep("anfang"))
        await desk.press("enter")
        await desk.type("Darum")
        await desk.go(ToPrompt("saeen.palme"))
        await desk.type("Ein Lesegarten")
        await desk.press("f2")
        assert "Die ersten fünf: noch 3 Fragen" in desk.text
        book = desk.book
        book.put(book.guide.prompts["boden.fruechte"], {"text": "Kita"}, left=True)
        book.cards.add("partner", {"name": "Kita", "wer_kennt": [{"person": "AM"}]})
        book.cards.add("seed", {"titel": "Beet"})
        await desk.go(Page.HOME)
        assert "Die ersten fünf" not in desk.text


async def test_the_same_answer_is_seen_wherever_its_question_is_asked(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.go(ToPrompt("boden.warum"))
        await desk.type("Eins")
        await desk.go(ToStep("anfang"))
        await desk.press("enter")
        await desk.type(" und zwei")
        await desk.go(ToPrompt("boden.warum"))
        assert desk.focused.text == "Eins und zwei"


async def test_the_short_way_asks_about_twenty_and_more_on_request(paths: Paths) -> None:
    async with at_the_desk(paths, way=ways.SHORT) as desk:
        assert "Der kurze Weg durchs Jahr" in desk.text
        await desk.go(ToStep("saeen"))
        assert sum(map(len, asked(desk).values())) == 6
        await desk.screen.show_page(1)
        assert "Mehr: noch 4 Fragen" in str(desk.screen.page.query_one(MoreLink).content)
        desk.screen.page.query_one(MoreLink).focus()
        await desk.press("enter")
        assert desk.prompt == "saeen.teamgespraech"
        await desk.type("Viel gelernt")
        assert len(asked(desk)["saeen.haus"]) == 4
        await desk.screen.unfold(False)
        assert asked(desk)["saeen.haus"] == ["saeen.teamgespraech"]


async def test_the_way_on_leads_to_the_next_question_of_the_short_way(paths: Paths) -> None:
    async with at_the_desk(paths, way=ways.SHORT) as desk:
        await desk.go(ToStep("saeen"))
        await desk.screen.show_page(0)
        desk.screen.page.query_one(NextLink).focus()
        await desk.press("enter")
        assert desk.screen.page.section.id == "saeen.tipp"


async def test_the_outline_changes_the_way_and_a_question_beside_it_is_found(paths: Paths) -> None:
    async with at_the_desk(paths, way=ways.SHORT) as desk:
        await desk.go(ToPrompt("saeen.themen"))
        assert desk.prompt == "saeen.themen"
        (deed,) = desk.screen.deeds
        assert deed.title == "Ganzer Leitfaden"
        await desk.press("escape", "end", "enter")
        # The page is there again, with all it asks.
        assert "saeen.papiere" in [view.id_of_question for view in desk.screen.page.views]
        assert ways.chosen(desk.book) == ways.WHOLE
        step = desk.book.guide.chapter("saeen")
        assert sum(map(len, asked(desk).values())) == len(step.questions)
        await desk.menu("kurzer weg")
        assert sum(map(len, asked(desk).values())) == 6


async def test_the_depth_one_chooses_decides_what_is_asked(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.go(ToPrompt("ruhen.tiefe"))
        everything = asked(desk)
        await desk.press("down", "down", "space")
        assert asked(desk) == {
            "ruhen.arten": ["ruhen.tiefe"],
            "ruhen.ich": ["ruhen.frueh-spaet"],
        }
        assert desk.prompt == "ruhen.tiefe"
        await desk.press("up", "space")
        assert len(asked(desk)["ruhen.bilanz"]) == 6 and len(asked(desk)) == 2
        await desk.press("up", "space")
        assert asked(desk) == everything
        await desk.press("f2")
        assert isinstance(desk.screen, GartenScreen)
