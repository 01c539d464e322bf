"""One answer for many cards, and one key from card to card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gartenjahr_tui.garden.at_once import offered, say_of_all
from gartenjahr_tui.store.paths import Paths
from screens.karte import CardScreen
from screens.wahl import PickScreen
from tests.screens.helpers import at_the_desk

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def test_the_kind_of_sixty_kitas_is_said_once_and_taken_back_at_once(book: Workbook) -> None:
    kitas = [book.cards.add("partner", {"name": f"Kita {n}"}) for n in range(60)]
    book.cards.set(kitas[0].id, kategorie="schule")
    said = say_of_all(book, [book.cards[kita.id] for kita in kitas], "kategorie=kita")
    assert said.startswith("Gesetzt: Art der Organisation: Kita, bei 60 Karten.")
    assert {card.value["kategorie"] for card in book.cards.of("partner")} == {"kita"}
    assert "nichts verändert" in say_of_all(book, book.cards.of("partner"), "kategorie=kita")
    back = book.undoing.take_back()
    assert back == "Zurückgenommen: Art der Organisation: Kita bei 60 Karten."
    kinds = [book.cards[kita.id].value.get("kategorie") for kita in kitas]
    assert kinds == ["schule", *[None] * 59]


def test_a_rhythm_is_said_of_all_and_nothing_confidential_is(book: Workbook) -> None:
    card = book.cards.add("partner", {"name": "Zoo"})
    say_of_all(book, [card], "hoechst_tage=90")
    assert book.cards[card.id].value["hoechst_tage"] == 90
    assert "nichts verändert" in say_of_all(book, [book.cards[card.id]], "hoechst_tage=90")
    form = book.guide.forms["partner"]
    guarded = {f.id for p in form.prompts.values() if p.guarded for f in p.fields}
    assert guarded.isdisjoint(mark.partition("=")[0] for mark, _ in offered(book, "partner"))


async def test_a_filtered_list_gets_an_answer_and_x_leads_from_card_to_card(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        for name in ("Kita A", "Kita B", "Kita C", "Zoo"):
            desk.book.cards.add("partner", {"name": name})
        await desk.do("app.list('partner', 'partner')")
        await desk.press("f", *"kita", "enter")
        await desk.menu("für alle gez")
        await desk.until(lambda: isinstance(desk.screen, PickScreen))
        assert "Für alle 3 gezeigten Karten" in desk.text
        await desk.press(*"kita", "enter")
        await desk.until(lambda: not isinstance(desk.screen, PickScreen))
        kinds = [card.value.get("kategorie") for card in desk.book.cards.of("partner")]
        assert kinds == ["kita", "kita", "kita", None]
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.screen, CardScreen))
        assert "Kita A" in desk.text
        depth = len(desk.app.screen_stack)
        await desk.press("x")
        await desk.until(lambda: "Partner · Kita B" in desk.text)
        await desk.press("x", "y", "y", "y")
        await desk.until(lambda: "die erste Karte" in desk.said[-1])
        assert "Partner · Kita A" in desk.text
        assert len(desk.app.screen_stack) == depth
        await desk.press("x", "escape")
        assert not isinstance(desk.screen, CardScreen)
        assert desk.screen.card_in_hand == desk.book.cards.of("partner")[1].id
        # A filtered list is gone through as it is shown.
        await desk.press("enter", "x")
        await desk.until(lambda: "Partner · Kita C" in desk.text)
        await desk.press("x")
        await desk.until(lambda: "die letzte Karte" in desk.said[-1])
