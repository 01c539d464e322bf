"""A deed of several changes is in the file as a whole or not at all, whenever the program ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gartenjahr_tui.exchange import importing, incoming, matching, packet
from gartenjahr_tui.exchange.packet import Given, PacketQuestion
from gartenjahr_tui.exchange.packet_merge import merge
from gartenjahr_tui.garden import at_once, growing
from gartenjahr_tui.garden.checkin import checkin
from gartenjahr_tui.garden.overwintering import overwintering, take_back
from gartenjahr_tui.garden.rounds import Round
from gartenjahr_tui.guide.model import FieldKind
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.keeping import Unsaved
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Card, Profile
from gartenjahr_tui.workbook.rescue import put_aside, take_over
from gartenjahr_tui.workbook.states import AnswerState
from tests.garden.round_helpers import partnership, say, station_of, visit

Act = Callable[[], object]
PALM = "saeen.palme"
LONG = "Ein langer Satz, von dem später nur wenig übrig bleibt, und darum wird er aufgehoben. " * 2


def palm(book: Workbook, prompt: str = PALM, text: str = "Ein Flügel") -> dict[str, Any]:
    """An answer to a question whose first field is a text."""
    return {book.guide.prompts[prompt].fields[0].id: text}


def overwinter(book: Workbook) -> Round:
    """An overwintering before its end."""
    book.put(book.guide.prompts[PALM], palm(book))
    for name in ("Lesegarten", "Nähcafé"):
        seed = book.cards.add("seed", {"titel": name})
        book.cards.note(seed.id, "verlauf", "aufgehoben")
    for name in ("Vorlesen", "Zirkus"):
        partnership(book, name)
    round = overwintering(book)
    for name in ("Vorlesen", "Zirkus"):
        visit(round, name, weg="weiter")
    visit(round, "overwintering.mit", samen_wie="alle", palme="ja")
    return round


def looked(book: Workbook) -> Act:
    """A station of a check-in that is left."""
    partnership(book, "Vorlesen")
    round = checkin(book)
    station = station_of(round, "Vorlesen")
    say(station, stufe="gespraeche", wachstum="keim")
    return lambda: round.leave(station)


def harvest(book: Workbook) -> Card:
    return book.cards.add("harvest", {"titel": "Lesefest", "personen": ["Frau Öz", "Herr Ay"]})


def contacts(book: Workbook) -> Act:
    lines = b"Name;Firma\nMax;Zoo\nMia;Kita\n"
    found = incoming.parsed(lines, "liste.csv", WorkProgress())
    plan = importing.plan(book, found, matching.proposed(found))
    return lambda: importing.take(book, plan, importing.deeds(book, plan))


def said_of_all(book: Workbook) -> Act:
    cards = [book.cards.add("partner", {"name": name}) for name in ("Nord", "Süd")]
    return lambda: at_once.say_of_all(book, cards, "kategorie=kita")


def imported(book: Workbook) -> Act:
    contacts(book)()
    return lambda: importing.take_back(book)


def undo(book: Workbook) -> Act:
    contacts(book)()
    return book.undoing.take_back


def answered(book: Workbook) -> Act:
    """A packet with two answers."""
    ids = [
        prompt.id
        for prompt in book.guide.prompts.values()
        if packet.may_ask(prompt) and prompt.fields[0].kind is FieldKind.TEXT
    ][:2]
    made = packet.make(book, [PacketQuestion(id) for id in ids], "Kita")
    given = {id: Given(AnswerState.ANSWERED, palm(book, id), book.store.now()) for id in ids}
    return lambda: merge(book, replace(made, answers=given), "Kita")


def rescued(book: Workbook) -> Act:
    texts = [
        Answer(AnswerKey(PALM, year, book.voice.id), AnswerState.BEGUN, palm(book))
        for year in (2025, 2026)
    ]
    put_aside(
        book.paths, book.garden_id, Unsaved([*texts, book.cards.blank("seed", {"titel": "Beet"})])
    )
    return lambda: take_over(book)


def wintered(book: Workbook) -> Act:
    round = overwinter(book)
    round.finish()
    return lambda: take_back(book, round.card)


def sown(book: Workbook) -> Act:
    seed = book.cards.add("seed", {"titel": "Beet"})
    return lambda: growing.DEEDS["seed"][0].do(book, seed)


def kept(book: Workbook) -> Act:
    request = book.cards.add("request", {"betreff": "Beet"})
    return lambda: growing.DEEDS["request"][0].do(book, request)


def thanked(book: Workbook) -> Act:
    card = harvest(book)
    return lambda: growing.DEEDS["harvest"][0].do(book, card)


def parted(book: Workbook) -> Act:
    thanks = [{"wem": "Frau Öz"}, {"wem": "Kita", "wofuer": "Kuchen"}]
    card = partnership(book, "Vorlesen", ende_danken=thanks)
    book.cards.note(card.id, "entscheidungen", "beenden")
    return lambda: growing.DEEDS["partnership"][0].do(book, book.cards[card.id])


def shortened(book: Workbook) -> Act:
    prompt = book.guide.prompts[PALM]
    book.put(prompt, palm(book, text=LONG))
    return lambda: book.put(prompt, palm(book, text="kurz"))


DEEDS: dict[str, Callable[[Workbook], Act]] = {
    "the end of the overwintering": lambda book: overwinter(book).finish,
    "the end of the overwintering taken back": wintered,
    "a station of the check-in": looked,
    "contacts from a list": contacts,
    "contacts taken back later": imported,
    "one answer for many cards": said_of_all,
    "contacts taken back at once": undo,
    "a filled packet": answered,
    "text that was put aside": rescued,
    "a seed sown": sown,
    "a request kept as a seed": kept,
    "thanks for a harvest": thanked,
    "thanks at a farewell": parted,
    "another start month": lambda book: lambda: book.set_profile(Profile("Bücherei", 12)),
    "a long text shortened": shortened,
}


@pytest.mark.parametrize("name", DEEDS)
def test_it_reaches_the_disk_in_one_step(
    book: Workbook, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    act = DEEDS[name](book)
    assert book.flush()
    before, put = book.store.counter, book._saver.put

    def put_on_a_quick_disk(key: Any, value: Any) -> None:
        put(key, value)
        book.flush(0.01)

    monkeypatch.setattr(book._saver, "put", put_on_a_quick_disk)
    act()
    assert book.flush()
    assert book.store.counter == before + 1
