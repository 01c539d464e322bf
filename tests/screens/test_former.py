"""What is asked no more is read where one would look for it, and nobody is asked for it."""

from __future__ import annotations

from gartenjahr_tui.garden.targets import ToCard, ToPrompt
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.workbook.plain import Answer, AnswerKey
from gartenjahr_tui.workbook.states import AnswerState
from screens.karte import CardScreen
from screens.ringe import RingsScreen
from tests.screens.helpers import Desk, at_the_desk


async def go(desk: Desk, target: ToCard | ToPrompt) -> None:
    desk.app.post_message(Go(target))
    await desk.pilot.pause()
    await desk.pilot.pause()


async def test_an_answer_to_a_former_question_is_read_in_the_rings(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        book = desk.book
        prompt = book.guide.prompts["ruhen.herausforderungen"]
        assert prompt.former
        key = AnswerKey(prompt.id, book.year, book.voice.id)
        book.take_from_outside(Answer(key, AnswerState.ANSWERED, {"text": "Der Umzug."}))
        await go(desk, ToPrompt(prompt.id, book.year))
        assert isinstance(desk.screen, RingsScreen)
        assert "Der Umzug." in desk.text


async def test_a_card_keeps_what_it_said_on_a_page_of_its_own(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        cards = desk.book.cards
        card = cards.add("capacity", {"quartal": "Herbst", "grenzen": "Keine Abende."})
        await go(desk, ToCard(card.id, prompt="capacity.grenzen"))
        assert isinstance(desk.screen, CardScreen)
        assert "Früher gefragt" in desk.text
        assert "Keine Abende." in desk.text
        await desk.type("weg")
        assert cards[card.id].value["grenzen"] == "Keine Abende."


async def test_a_card_that_never_said_anything_of_it_has_no_such_page(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("capacity", {"quartal": "Herbst"})
        await go(desk, ToCard(card.id))
        assert isinstance(desk.screen, CardScreen)
        assert "Früher gefragt" not in desk.text


async def test_a_former_field_is_read_under_the_others_and_stays_when_one_types(
    paths: Paths,
) -> None:
    async with at_the_desk(paths) as desk:
        book = desk.book
        key = AnswerKey("boden.einwand", book.year, book.voice.id)
        book.take_from_outside(Answer(key, AnswerState.BEGUN, {"zeit": "6 Stunden"}))
        await desk.open("boden.einwand")
        await desk.type("Zu wenig Zeit")
        assert "6 Stunden" in desk.text
        value = book.answer("boden.einwand").value
        assert value == {"dagegen": "Zu wenig Zeit", "zeit": "6 Stunden"}
