"""Which cards stand in which list."""

from __future__ import annotations

import pytest

from gartenjahr_tui.garden.lists import PARTNER, CardList, lists_of, lists_with
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Card


def list_of(guide: Guide, place: str, kind: str) -> CardList:
    return next(one for one in lists_of(guide, place) if one.kind == kind)


def with_card(book: Workbook, card: Card) -> dict[str, CardList]:
    return {one.kind: one for one in lists_with(book.cards, card)}


def ids(cards: list[Card]) -> list[str]:
    return [card.id for card in cards]


def test_every_kind_has_its_list_on_one_screen(guide: Guide) -> None:
    places = (*(step.id for step in guide.steps), PARTNER)
    lists = [one for place in places for one in lists_of(guide, place)]
    kinds = [one.kind for one in lists if not (one.keep or one.id)]
    assert sorted(kinds) == sorted(id for id, form in guide.forms.items() if form.place)


def test_a_list_shows_all_cards_of_its_kind_and_counts_them(book: Workbook, guide: Guide) -> None:
    partners = list_of(guide, PARTNER, "partner")
    assert (partners.count(book.cards), partners.found(book.cards)) == (0, [])
    zoo = book.cards.add("partner", {"name": "Zoo", "kategorie": "kultur"})
    kita = book.cards.add("partner", {"name": "Kita"})
    assert ids(partners.found(book.cards)) == [kita.id, zoo.id]
    assert partners.count(book.cards) == 2
    assert partners.beside(book.cards, zoo) == ["Kultur"]
    assert partners.beside(book.cards, kita) == []
    assert ids(partners.found(book.cards, "kult")) == [zoo.id]
    book.cards.delete(zoo.id)
    assert partners.count(book.cards) == 1
    assert partners.start(book.cards) == {}


def test_of_a_history_the_present_state_stands_beside_the_name(book: Workbook) -> None:
    seed = book.cards.add("seed", {"titel": "Lesenacht"})
    book.cards.note(seed.id, "verlauf", "aufgehoben")
    seeds = list_of(book.guide, "saeen", "seed")
    assert seeds.beside(book.cards, book.cards[seed.id])[0].startswith("für später")


def test_decisions_are_about_the_partnerships_that_live(book: Workbook) -> None:
    decide = list_of(book.guide, "ruhen", "partnership")
    living = book.cards.add("partnership", {"titel": "Märchen"})
    ended = book.cards.add("partnership", {"titel": "Lesenacht"})
    assert decide.count(book.cards) == 2
    book.cards.note(ended.id, "entscheidungen", "beenden")
    assert ids(decide.found(book.cards)) == [living.id]
    assert decide.count(book.cards) == 1
    assert decide.section in {s.id for s in book.guide.forms["partnership"].sections}
    book.cards.note(ended.id, "entscheidungen", "neu-saeen")
    assert decide.count(book.cards) == 2


def test_with_a_card_stands_what_names_it_and_what_always_stands_there(book: Workbook) -> None:
    zoo = book.cards.add("partner", {"name": "Zoo"})
    other = book.cards.add("partner", {"name": "Kita"})
    related = book.guide.forms["partner"].related
    assert tuple(with_card(book, zoo)) == related
    walk = book.cards.add("encounter", {"anlass": "Rundgang", "partner": [zoo.id]})
    book.cards.add("encounter", {"anlass": "Rundgang", "partner": [other.id]})
    letter = book.cards.add("advocacy", {"anlass": "Rundbrief", "partner": [zoo.id]})
    lists = with_card(book, zoo)
    assert lists["encounter"].found(book.cards) == [walk]
    assert lists["encounter"].count(book.cards) == 1
    assert lists["encounter"].found(book.cards, "rund") == [walk]
    assert lists["encounter"].found(book.cards, "kita") == []
    assert lists["advocacy"].found(book.cards) == [letter]


@pytest.mark.parametrize("kind", ["partner", "partnership", "seed", "harvest"])
def test_what_is_made_in_the_list_of_a_card_stands_in_it(book: Workbook, kind: str) -> None:
    card = book.cards.add(kind)
    for one in lists_with(book.cards, card):
        made = book.cards.add(one.kind, one.start(book.cards))
        assert ids(one.found(book.cards)) == [made.id], one.kind
        assert one.count(book.cards) == 1


def test_beside_a_deleted_card_nothing_begins_with_a_link_to_it(book: Workbook) -> None:
    zoo = book.cards.add("partner", {"name": "Zoo"})
    walk = book.cards.add("encounter", {"anlass": "Rundgang", "partner": [zoo.id]})
    one = with_card(book, zoo)["encounter"]
    book.cards.delete(zoo.id)
    assert one.start(book.cards) == {}
    assert one.beside(book.cards, walk)[0] == "Zoo (gelöscht)"


def test_a_name_with_no_end_of_links_is_shown(book: Workbook) -> None:
    many = [book.cards.add("partner", {"name": f"Partner {n}"}).id for n in range(60)]
    walk = book.cards.add("encounter", {"anlass": "Fest", "partner": many})
    encounters = list_of(book.guide, PARTNER, "encounter")
    (text,) = encounters.beside(book.cards, walk)
    assert "Partner 59" in text
    assert "\n" not in text
