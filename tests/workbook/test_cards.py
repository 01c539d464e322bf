"""The living garden: what is planted is found again, changed, put away and brought back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.guide.model import CardForm, FieldKind, Guide
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store import errors
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.checks import complaints
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.undo import MOST_UNDONE
from gartenjahr_tui.workbook.values import (
    Value,
    fitted,
    history,
    length,
    links_of,
    merged,
    normalise,
    part_of,
    short_text,
    value_text,
)
from tests.conftest import Clock

OpenBook = Callable[..., Workbook]
LONG = "Der Schachverein sucht Räume, die Kita einen Garten und das Bündnis einen Ort. " * 3

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANYTHING | st.just("a" * 32),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(ANYTHING | st.sampled_from(["am", "stand", "wer"]), inner, max_size=3)
    ),
    max_leaves=6,
)
FORMS = st.sampled_from(list(read_guide().forms.values()))


def filled(form: CardForm, data: st.DataObject) -> Value:
    """Some fields of a form, with anything in them."""
    ids = st.sampled_from(list(form.fields)) | ANYTHING
    return data.draw(st.dictionaries(ids, JSON, max_size=8))


def partner(book: Workbook, name: str, **value: Any) -> Card:
    return book.cards.add("partner", {"name": name, **value})


def names(cards: list[Card]) -> list[str]:
    return [str(card.value.get("name", card.value.get("titel", ""))) for card in cards]


def again(open_book: OpenBook, book: Workbook) -> Workbook:
    """The same garden, opened by the next run of the program."""
    assert book.close()
    return open_book()


# Finding


def test_a_card_is_there_at_once_and_after_the_next_start(open_book: OpenBook) -> None:
    book = open_book()
    card = partner(book, "Ärztehaus", kategorie="gesundheit")
    assert book.cards[card.id] == card
    assert book.cards.of("partner") == [card]
    assert card.id in book.cards
    book = again(open_book, book)
    assert book.cards.of("partner") == [card]
    assert book.cards[card.id].value == {"name": "Ärztehaus", "kategorie": "gesundheit"}


def test_names_stand_as_in_a_german_dictionary(book: Workbook) -> None:
    for name in ("Zoo", "Bücherei", "öko-Laden", "Ärztehaus", "Buch & Co", "Ahrens", "Straße"):
        partner(book, name)
    wanted = ["Ahrens", "Ärztehaus", "Buch & Co", "Bücherei", "öko-Laden", "Straße", "Zoo"]
    assert names(book.cards.of("partner")) == wanted
    book.cards.set(book.cards.of("partner")[-1].id, name="Affenhaus")
    assert names(book.cards.of("partner"))[0] == "Affenhaus"


def test_what_has_no_day_yet_is_still_ahead_and_then_the_latest_comes_first(
    book: Workbook,
) -> None:
    for day, name in (("2024-03-01", "b"), ("bald", "x"), ("2026-01-01", "a"), ("", "y")):
        book.cards.add("harvest", {"titel": name, "am": day})
    assert names(book.cards.of("harvest")) == ["x", "y", "a", "b"]
    latest = book.cards.of("harvest")[2]
    book.cards.set(latest.id, am="2020-01-01")
    assert names(book.cards.of("harvest")) == ["x", "y", "b", "a"]


def test_a_card_without_a_name_says_so(book: Workbook) -> None:
    card = book.cards.add("partner", {"kategorie": "schule"})
    assert book.cards.title(card) == "(ohne Namen)"


def test_the_filter_finds_words_in_any_order_and_spelling_and_beginnings_first(
    book: Workbook,
) -> None:
    for name in ("Grundschule Süd", "Südschule", "Kita Süd", "Schachverein"):
        partner(book, name)
    search = book.cards.search
    assert names(search("partner", "sued")) == ["Südschule", "Grundschule Süd", "Kita Süd"]
    assert names(search("partner", "süd GRUND")) == ["Grundschule Süd"]
    assert names(search("partner", "s", 2)) == ["Schachverein", "Südschule"]
    assert search("partner", "Moor") == []
    assert len(search("partner", " ")) == 4
    assert len(search("partner", "", 3)) == 3


def test_the_filter_looks_at_what_stands_beside_the_name_as_it_is_now(book: Workbook) -> None:
    kita = partner(book, "Kita Süd", kategorie="kita")
    contact = book.cards.add("contact", {"name": "A. B.", "partner": [kita.id]})
    assert book.cards.search("contact", "kita süd") == [contact]
    book.cards.set(kita.id, name="Kita Nord")
    assert book.cards.search("contact", "süd") == []
    assert book.cards.search("contact", "nord") == [contact]
    book.cards.delete(kita.id)
    assert book.cards.search("contact", "gelöscht") == [contact]


def test_the_same_name_is_found_however_it_is_written(book: Workbook) -> None:
    cards = book.cards
    one, other = partner(book, "Übergrößen e. V."), partner(book, "übergrössen  E. V.")
    assert {c.id for c in cards.same_name("partner", "UEBERGRÖSSEN e. v.")} == {one.id, other.id}
    cards.delete(one.id)
    assert [c.id for c in cards.same_name("partner", "Übergrößen e. V.")] == [other.id]
    cards.set(other.id, name="Anders")
    assert cards.same_name("partner", "Übergrößen e. V.") == []
    cards.undoing.take_back()
    assert [c.id for c in cards.same_name("partner", "Übergrößen e. V.")] == [one.id]
    assert cards.same_name("contact", "Anders") == []
    contact = cards.add("contact", {"name": "Anders"})
    assert cards.same_name("contact", "anders") == [contact]


# What names what


def test_what_names_a_card_is_known_after_every_change_and_the_next_start(
    open_book: OpenBook,
) -> None:
    book = open_book()
    kita, zoo = partner(book, "Kita"), partner(book, "Zoo")
    tale = book.cards.add("partnership", {"titel": "Märchen", "partner": [kita.id, zoo.id]})
    walk = book.cards.add("encounter", {"anlass": "Rundgang", "partner": [zoo.id]})
    assert book.cards.naming(kita.id) == [tale]
    assert {c.id for c in book.cards.naming(zoo.id)} == {tale.id, walk.id}
    assert [c.id for c in book.cards.naming(zoo.id, "encounter")] == [walk.id]
    book.cards.set(tale.id, partner=[zoo.id])
    book.cards.set(walk.id, partner=[kita.id, "Frau K."])
    for _ in range(2):
        assert names(book.cards.naming(zoo.id)) == ["Märchen"]
        assert [c.id for c in book.cards.naming(kita.id)] == [walk.id]
        assert [c.id for c in book.cards.named(book.cards[tale.id], "partner")] == [zoo.id]
        book = again(open_book, book)
    book.cards.set(tale.id, partner=[])
    assert book.cards.naming(zoo.id) == []


def test_a_name_in_a_column_of_a_list_counts_too(guide: Guide) -> None:
    """No form has such a column today; the day one has, it must work."""
    from dataclasses import replace

    form = guide.forms["partner"]
    field = form.fields["mitglieder"]
    listed = replace(form.fields["wer_kennt"], columns=(replace(field, id="wer"),))
    value = fitted([listed], {"wer_kennt": [{"wer": ["a" * 32, "Name"]}, "Unsinn"]})
    assert links_of([listed], value) == {"a" * 32}


def test_a_deleted_card_keeps_its_name_where_it_is_named(open_book: OpenBook) -> None:
    book = open_book()
    zoo = partner(book, "Zoo")
    tale = book.cards.add("partnership", {"titel": "Märchen", "partner": [zoo.id]})
    book.cards.delete(zoo.id)
    for _ in range(2):
        cards = book.cards
        assert cards.name(zoo.id) == "Zoo (gelöscht)"
        assert cards.named(cards[tale.id], "partner") == []
        assert cards.of("partner") == cards.search("partner", "zoo") == []
        assert [card.id for card in cards.deleted("partner")] == [zoo.id]
        assert zoo.id in cards
        book = again(open_book, book)
    assert book.cards.name("f" * 32) == "(nicht mehr da)"
    assert book.cards.name("Frau K.") == "Frau K."
    book.cards.delete(tale.id)
    assert book.cards.naming(zoo.id) == []


def test_a_card_that_names_itself_and_circles_of_names_do_no_harm(open_book: OpenBook) -> None:
    book = open_book()
    one, other = partner(book, "Eins"), partner(book, "Zwei")
    book.cards.set(one.id, mitglieder=[one.id, other.id])
    book.cards.set(other.id, mitglieder=[one.id])
    for _ in range(2):
        assert {c.id for c in book.cards.naming(one.id)} == {one.id, other.id}
        assert [c.id for c in book.cards.named(book.cards[other.id], "mitglieder")] == [one.id]
        assert len(book.cards.search("partner", "e")) == 2
        for card in book.cards.of("partner"):
            assert book.cards.line(card) == []
        book = again(open_book, book)
    book.cards.delete(one.id)
    assert book.cards.naming(one.id) == book.cards.naming(one.id, "partner")
    assert [c.id for c in book.cards.naming(one.id)] == [other.id]


# Changing


def test_a_new_card_begins_with_its_first_state_and_what_is_known(
    book: Workbook, clock: Clock
) -> None:
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    today = clock.today().isoformat()
    assert card.value == {"titel": "Lesenacht", "verlauf": [{"am": today, "stand": "gefunden"}]}
    assert book.cards.state(card, "verlauf") == "gefunden"


def test_a_new_state_leaves_the_earlier_ones(book: Workbook, clock: Clock) -> None:
    card = book.cards.add("seed", {"titel": "Lesenacht"})
    clock.forward(days=30)
    card = book.cards.note(card.id, "verlauf", "geprueft")
    card = book.cards.note(card.id, "verlauf", "verworfen", "kein Platz")
    assert book.cards.state(card, "verlauf") == "verworfen"
    states = [entry["stand"] for entry in card.value["verlauf"]]
    assert states == ["gefunden", "geprueft", "verworfen"]
    assert card.value["verlauf"][-1]["grund"] == "kein Platz"


def test_the_latest_day_of_a_history_counts_and_no_day_is_the_oldest(guide: Guide) -> None:
    field = guide.forms["seed"].fields["verlauf"]
    entries = [
        {"am": "2026-05-01", "stand": "gesaet"},
        {"stand": "gefunden"},
        {"am": "im Mai", "stand": "geprueft"},
        {"am": "2025-05-01", "stand": "verworfen"},
        {"am": "2027-01-01"},
    ]
    order = [entry["stand"] for entry in history(field, {"verlauf": entries})]
    assert order == ["gesaet", "verworfen", "geprueft", "gefunden"]


def test_putting_some_fields_leaves_the_others_even_unknown_ones(book: Workbook) -> None:
    card = partner(book, "Zoo", web="zoo.example")
    strange = Card(card.id, "partner", {**card.value, "aus_der_zukunft": {"x": 1}})
    book.cards._place(strange)
    fields = book.guide.forms["partner"].fields
    card = book.cards.put(card.id, [fields["name"], fields["web"]], {"name": "Zoo 2"})
    assert card.value == {"name": "Zoo 2", "aus_der_zukunft": {"x": 1}}


def test_a_change_that_changes_nothing_is_not_saved(book: Workbook) -> None:
    card = partner(book, "Zoo")
    book.flush()
    book.cards.set(card.id, name=" Zoo ")
    assert not book.save_status.unsaved


def test_deleting_is_taken_back_one_by_one(book: Workbook) -> None:
    ids = [partner(book, f"Nr. {n:02}").id for n in range(MOST_UNDONE + 2)]
    for id in ids:
        book.cards.delete(id)
    assert book.cards.of("partner") == []
    book.cards.restore(ids[-1])
    back = [ids[-1]]
    while book.undoing.take_back():
        back += [id for id in ids if not book.cards[id].deleted and id not in back]
    assert back == [ids[-1], *ids[2:-1][::-1]]
    assert {card.id for card in book.cards.deleted("partner")} == set(ids[:2])


def test_deleting_twice_is_taken_back_at_once(book: Workbook) -> None:
    card = partner(book, "Zoo")
    book.cards.delete(card.id)
    book.cards.delete(card.id)
    assert book.cards.undoing.take_back()
    assert book.cards.undoing.take_back() == ""
    assert names(book.cards.of("partner")) == ["Zoo"]


def test_only_who_writes_may_change_the_garden(open_book: OpenBook) -> None:
    first = open_book()
    card = partner(first, "Zoo")
    gone = partner(first, "Kita")
    first.cards.delete(gone.id)
    first.flush()
    reader = open_book()
    assert reader.read_only
    changes: list[Callable[[], Any]] = [
        lambda: partner(reader, "Neu"),
        lambda: reader.cards.set(card.id, name="Anders"),
        lambda: reader.cards.delete(card.id),
        lambda: reader.cards.restore(gone.id),
    ]
    for change in changes:
        with pytest.raises(ReadOnly, match="schon geöffnet"):
            change()
    assert names(reader.cards.of("partner")) == ["Zoo"]
    assert reader.cards[gone.id].deleted
    assert reader.cards.undoing.take_back() == ""
    assert reader.save_status.problem is None
    assert not reader.save_status.unsaved


# The file


def test_what_was_saved_before_a_kill_is_there(open_book: OpenBook) -> None:
    book = open_book()
    card = partner(book, "Zoo")
    book.flush()
    book.cards.set(card.id, name="Zoo und mehr")
    book.flush()
    # Nothing of the first run is tidied up; its lock goes with the process.
    book._store._lock.release()
    assert names(open_book().cards.of("partner")) == ["Zoo und mehr"]


def test_cards_of_a_kind_this_program_does_not_know_stay_in_the_file(
    open_book: OpenBook, paths: Paths
) -> None:
    book = open_book()
    zoo = partner(book, "Zoo")
    strange = partner(book, "Fremd", web="x.example")
    book.close()
    with closing(sqlite3.connect(paths.file)) as file:
        file.execute("UPDATE card SET kind = 'komet' WHERE id = ?", (strange.id,))
        file.commit()
        before = file.execute("SELECT * FROM card WHERE kind = 'komet'").fetchall()
    book = open_book()
    assert book.cards.all() == [zoo]
    assert strange.id not in book.cards
    assert book.cards.name(strange.id) == "(nicht mehr da)"
    book.cards.set(zoo.id, name="Zoo 2", mitglieder=[strange.id])
    book.close()
    with closing(sqlite3.connect(paths.file)) as file:
        assert file.execute("SELECT * FROM card WHERE kind = 'komet'").fetchall() == before


def test_a_value_nobody_can_read_does_not_keep_the_garden_shut(
    open_book: OpenBook, paths: Paths
) -> None:
    book = open_book()
    zoo = partner(book, "Zoo")
    book.close()
    for broken in ("[]", "null", "7", '{"name": 7, "mitglieder": 5, "bild": "x"}'):
        with closing(sqlite3.connect(paths.file)) as file:
            file.execute("UPDATE card SET value = ? WHERE id = ?", (broken, zoo.id))
            file.commit()
        book = open_book()
        assert [card.id for card in book.cards.of("partner")] == [zoo.id]
        book.close()


def test_one_card_that_cannot_be_saved_does_not_hold_up_the_others(open_book: OpenBook) -> None:
    book = open_book()
    zoo = partner(book, "Zoo")
    book.cards._place(Card(uuid4().hex, "partner", {"name": "Kita"}))
    write = book._rows.write

    def refuse_zoo(batch: Any) -> None:
        if zoo.key in batch:
            raise errors.WriteRejected
        write(batch)

    book._saver._write = refuse_zoo
    kita = partner(book, "Kita")
    assert not book.flush(5)
    book._saver._write = write
    assert book.flush(5)
    book = again(open_book, book)
    assert {card.id for card in book.cards.of("partner")} == {zoo.id, kita.id}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x1b[31m", "ab[31m"),
        ("\ud800 halb", "\ufffd halb"),
        ("[red]fett[/]", "[red]fett[/]"),
        ("שלום \u202e", "שלום"),
        ("👨‍👩‍👧 Familie", "👨‍👩‍👧 Familie"),
        ("zwei\r\nZeilen", "zwei Zeilen"),
    ],
)
def test_whatever_is_pasted_as_a_name_comes_back_clean(
    open_book: OpenBook, typed: str, kept: str
) -> None:
    book = open_book()
    card = partner(book, typed)
    assert book.cards.title(card) == kept
    book = again(open_book, book)
    assert book.cards[card.id].value["name"] == kept
    assert book.cards.search("partner", kept) == [book.cards[card.id]]


def test_ten_million_characters_are_kept(open_book: OpenBook) -> None:
    text = "Grün und " * 1_100_000
    line = text[:1_000_000]
    book = open_book()
    card = book.cards.add("seed", {"titel": line, "worum": text, "dokument_am": line})
    assert complaints(book.cards, book.guide.forms["seed"].prompts["seed.worum"], card)
    book = again(open_book, book)
    value = book.cards[card.id].value
    assert value["worum"] == text
    assert value["titel"] == value["dokument_am"] == line.strip()


# Former versions


def test_a_new_sitting_keeps_what_the_card_said_before(open_book: OpenBook) -> None:
    book = open_book()
    card = partner(book, "Zoo")
    book.flush()
    book.cards.set(card.id, name="Zoo im Süden")
    book = again(open_book, book)
    assert book.card_versions(card.id) == []
    book.cards.set(card.id, name="Tierpark")
    assert [v.value for v in book.card_versions(card.id)] == [{"name": "Zoo im Süden"}]


def test_a_long_text_that_goes_is_kept_at_once(book: Workbook) -> None:
    card = book.cards.add("seed", {"titel": "Lesenacht", "worum": LONG})
    book.cards.set(card.id, worum="x")
    book.cards.set(card.id, worum="")
    (version,) = book.card_versions(card.id)
    assert version.value["worum"] == LONG


def test_deleting_a_card_loses_none_of_its_text(open_book: OpenBook) -> None:
    book = open_book()
    card = book.cards.add("seed", {"titel": "Lesenacht", "worum": LONG})
    book.cards.delete(card.id)
    book = again(open_book, book)
    restored = book.cards.restore(card.id)
    assert restored.value == card.value
    assert [c.id for c in again(open_book, book).cards.of("seed")] == [card.id]


# Whatever comes in


@settings(deadline=None, max_examples=150)
@given(FORMS, st.data())
def test_what_is_kept_of_a_card_is_kept_the_second_time_too(
    form: CardForm, data: st.DataObject
) -> None:
    import json

    fields = list(form.fields.values())
    value = normalise(fields, filled(form, data))
    assert normalise(fields, value) == value
    assert json.loads(json.dumps(value, allow_nan=False)) == value
    json.dumps(value, ensure_ascii=False).encode()
    assert value.keys() <= form.fields.keys()
    other = normalise(fields, filled(form, data))
    both = merged(fields, value, other)
    assert merged(fields, both, other) == both
    for id, part in value.items():
        kind = form.fields[id].kind
        if kind in (FieldKind.ENTRIES, FieldKind.CHECKS):
            assert all(one in both[id] for one in part)
        elif kind is FieldKind.TEXT:
            assert part in both[id]


@pytest.mark.parametrize("form", read_guide().forms.values(), ids=lambda form: form.id)
def test_cards_that_name_each_other_or_themselves_are_listed(form: CardForm) -> None:
    guide, clock = read_guide(), Clock()
    for one, other in (("a", "a"), ("a", "b")):
        links = {
            id: {field.id: [id * 32] for field in form.fields.values() if field.of}
            for id in (one, other)
        }
        found = [Card("a" * 32, form.id, links[other]), Card("b" * 32, form.id, links[one])]
        cards = Cards(guide, found, lambda before, after: None, today=clock.today, now=clock.now)
        for card in found:
            assert cards.title(card)
            cards.line(card)
            cards.search(form.id, "a")


@settings(deadline=None, max_examples=150)
@given(FORMS, st.data())
def test_a_card_from_another_time_is_listed_and_read_however_it_looks(
    form: CardForm, data: st.DataObject
) -> None:
    guide, clock, deleted = read_guide(), Clock(), data.draw(st.booleans())
    found = [
        Card("a" * 32, form.id, fitted(form.fields.values(), filled(form, data))),
        Card("b" * 32, form.id, fitted(form.fields.values(), filled(form, data)), deleted),
    ]
    cards = Cards(guide, found, lambda before, after: None, today=clock.today, now=clock.now)
    assert cards.of(form.id)
    for card in found:
        cards.title(card).encode("utf-8", "replace")
        cards.line(card)
        cards.naming(card.id)
        cards.same_name(form.id, cards.title(card))
        length(card.value)
        for prompt in form.prompts.values():
            complaints(cards, prompt, card)
            value_text(prompt, part_of(prompt.fields, card.value), cards.name)
        for field in form.fields.values():
            short_text(field, card.value, cards.name)
            cards.number(card, field.id)
            cards.day(card, field.id)
            cards.named(card, field.id)
            if field.current:
                cards.state(card, field.id)
    cards.search(form.id, "a b")
    cards.put("a" * 32, form.fields.values(), found[0].value)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from("adrnu"), st.integers(0, 4))))
def test_the_index_of_names_is_what_the_cards_say_whatever_happens(
    steps: list[tuple[int, str, int]],
) -> None:
    guide, clock = read_guide(), Clock()
    ids = [str(n) * 32 for n in range(5)]
    found = [Card(id, "partner", {"name": id[0]}) for id in ids]
    cards = Cards(guide, found, lambda before, after: None, today=clock.today, now=clock.now)
    for one, what, other in steps:
        match what:
            case "a":
                cards.set(ids[one], mitglieder=[ids[other]])
            case "n":
                cards.set(ids[one], name=f"{other}", mitglieder=[])
            case "d":
                cards.delete(ids[one])
            case "r":
                cards.restore(ids[one])
            case _:
                cards.undoing.take_back()
    fresh = Cards(guide, cards.all(), lambda before, after: None, today=clock.today, now=clock.now)
    assert cards.of("partner") == fresh.of("partner")
    for id in ids:
        assert {c.id for c in cards.naming(id)} == {c.id for c in fresh.naming(id)}
        name = cards.title(cards[id])
        assert {c.id for c in cards.same_name("partner", name)} == {
            c.id for c in fresh.same_name("partner", name)
        }
        assert cards.search("partner", name) == fresh.search("partner", name)


DAYS_KEPT = st.sampled_from(["", "bald", "2025-12-31", "2026-01-01", "2026-07-01", "2027-01-01"])


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from("adr"), DAYS_KEPT, st.sampled_from("xy")))
)
def test_what_was_looked_at_before_a_change_is_shown_as_it_is_after_it(
    steps: list[tuple[int, str, str, str]],
) -> None:
    guide, clock = read_guide(), Clock()
    ids = [str(n) * 32 for n in range(4)]
    found = [Card(id, "encounter", {"anlass": "x"}, created_at=clock.now()) for id in ids]
    cards = Cards(guide, found, lambda before, after: None, today=clock.today, now=clock.now)

    def shown(cards: Cards) -> list[object]:
        year = cards.within("encounter", date(2026, 1, 1), date(2027, 1, 1))
        said = cards.each("encounter", occasion)
        counted = cards.once("so many", lambda: len(cards.of("encounter")), of="encounter")
        return [cards.of("encounter"), year, dict(said), counted]

    for one, what, day, text in steps:
        before = cards.of("encounter")
        listed = before.copy()
        shown(cards.snapshot(lambda before, after: None))
        match what:
            case "a":
                cards.set(ids[one], am=day, anlass=text)
            case "d":
                cards.delete(ids[one])
            case _:
                cards.restore(ids[one])
        assert before == listed  # whoever goes through a list may change its cards
        fresh = Cards(
            guide, cards.all(), lambda before, after: None, today=clock.today, now=clock.now
        )
        assert shown(cards) == shown(fresh)
        assert shown(cards.snapshot(lambda before, after: None)) == shown(fresh)


def occasion(card: Card) -> str:
    return str(card.value.get("anlass", "")).replace("y", "")


def test_a_card_belongs_to_the_year_of_its_day_or_to_the_one_it_was_made_in(
    book: Workbook,
) -> None:
    for day in ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01", "", "im Herbst"):
        book.cards.add("harvest", {"titel": f"am {day}", "am": day})
    year = book.cards.within("harvest", date(2026, 1, 1), date(2027, 1, 1))
    assert names(year) == ["am", "am im Herbst", "am 2026-12-31", "am 2026-01-01"]
