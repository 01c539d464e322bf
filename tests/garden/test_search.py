"""A librarian finds again what anybody wrote, read or named, and nothing that is not for them."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gartenjahr_tui.garden.search import (
    ANSWER,
    AROUND,
    CARD,
    GLOSSARY,
    GUIDE,
    Hit,
    Search,
    marks_in,
    passage,
    words_in,
)
from gartenjahr_tui.guide.model import Exhibit, FieldKind, Guide, Prompt, Section
from gartenjahr_tui.store.errors import SearchFailed
from gartenjahr_tui.store.search import Index, PassingIndex
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Voice
from tests.conftest import Clock, OpenBook

Look = Callable[..., list[Hit]]
OWN = "quittenkompott"
"""A word nobody has written yet."""


@pytest.fixture
def search(book: Workbook) -> Iterator[Search]:
    with closing(Search(book)) as made:
        yield made


@pytest.fixture
def look(search: Search) -> Look:
    """Brings the index up and finds, as the screen does."""

    def find(text: str, **filters: Any) -> list[Hit]:
        search.bring_up()
        return list(search.find(text, **filters).hits)

    return find


def titles(hits: list[Hit]) -> list[str]:
    return [hit.title for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [hit.passage[start:end] for start, end in hit.marks]


# Finding


def test_an_answer_is_found_with_its_place_and_the_word_marked(
    book: Workbook, prompt: Prompt, look: Look, guide: Guide
) -> None:
    book.add_voice("Erika")
    book.put(prompt, {"text": f"Wir kochen jeden Herbst {OWN.title()} im Lesecafé."})
    (hit,) = look("quitten les")
    section = guide.section_of(prompt.id)
    chapter = guide.chapter(prompt.chapter)
    assert (hit.area, hit.kind, hit.title) == (ANSWER, ANSWER, prompt.ask)
    assert hit.where == f"{chapter.title} › {section.short} · {book.year_label()} · Erika"
    assert marked(hit) == ["Quittenkompott", "Lesecafé"]
    assert (hit.prompt, hit.year, hit.voice) == (prompt.id, book.year, book.voice.id)
    assert (hit.card, hit.section, hit.target, hit.term) == ("", "", "", "")


def test_what_stands_in_several_fields_does_not_run_together(book: Workbook, look: Look) -> None:
    book.cards.add("partner", {"name": "Zoo", "rhythmus": OWN, "ideal_tage": 30})
    (hit,) = look(OWN, kind="partner")
    assert hit.passage == f"30 Tage · {OWN}"


def test_a_card_is_found_with_the_page_on_which_it_says_so(book: Workbook, look: Look) -> None:
    partner = book.cards.add("partner", {"name": "Zoo Süd"})
    text = next(
        prompt
        for prompt in book.cards.form(partner).prompts.values()
        if not prompt.confidential and prompt.fields[-1].kind is FieldKind.TEXT
    )
    book.cards.set(partner.id, **{text.fields[-1].id: f"Dort gibt es {OWN}."})
    (hit,) = look(OWN)
    form = book.cards.form(partner)
    assert (hit.area, hit.kind, hit.title, hit.where) == (CARD, "partner", "Zoo Süd", "Partner")
    assert (hit.card, hit.prompt) == (partner.id, text.id)
    assert hit.section == form.section_of(text.id).id
    (named,) = look("zoo sued")
    assert named.card == partner.id
    # By its name it opens as a page to read.
    assert not (named.section or named.prompt)


def test_the_labels_of_options_are_found_but_not_those_of_fields(
    book: Workbook, look: Look
) -> None:
    fields = book.guide.forms["partner"].fields.values()
    choice = next(field for field in fields if field.kind is FieldKind.CHOICE and field.label)
    option = max(choice.options, key=lambda option: len(option.label))
    book.cards.add("partner", {"name": OWN, choice.id: option.id})
    assert titles(look(f"{OWN} {option.label}")) == [OWN]
    odd = [word for word in words_in(choice.label) if word not in words_in(option.label)]
    assert look(f"{OWN} {odd[0]}") == []


def test_a_card_is_found_by_the_cards_it_names_also_under_their_new_name(
    book: Workbook, look: Look
) -> None:
    zoo = book.cards.add("partner", {"name": "Zoo"})
    walk = book.cards.add("encounter", {"anlass": "Rundgang", "partner": [zoo.id]})
    assert {hit.card for hit in look("zoo", kind="encounter")} == {walk.id}
    book.cards.set(zoo.id, name="Tierpark")
    assert {hit.card for hit in look("tierpark")} == {zoo.id, walk.id}
    assert look("zoo", kind="encounter") == []


def test_the_guide_and_the_glossary_are_found(book: Workbook, look: Look, guide: Guide) -> None:
    hit = look("schneesturm", kind=GUIDE)[0]
    assert hit.area == GUIDE
    assert hit.where.startswith("Leitfaden › ")
    assert guide.place(hit.target)
    term = guide.glossary[0]
    assert (term.name, "Glossar", "glossar") in [
        (hit.term, hit.where, hit.target) for hit in look(term.name, kind=GLOSSARY)
    ]


def test_every_section_and_exhibit_of_the_guide_can_be_found(look: Look, guide: Guide) -> None:
    things: list[Section | Exhibit] = [*guide.sections.values(), *guide.exhibits.values()]
    for thing in things:
        assert thing.title in titles(look(thing.title, kind=GUIDE)), thing.id


def test_a_name_comes_before_a_text_that_only_speaks_of_it(book: Workbook, look: Look) -> None:
    book.cards.add("partner", {"name": "Zoo", "anschrift": f"{OWN} {OWN} {OWN}"})
    book.cards.add("seed", {"titel": OWN})
    book.cards.add("seed", {"titel": "Anderes", "worum": OWN})
    assert titles(look(OWN))[0] == OWN


def test_too_many_hits_are_only_counted_to_a_limit(
    book: Workbook, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("store", "garden"):
        monkeypatch.setattr(f"gartenjahr_tui.{module}.search.COUNTED", 3)
    for number in range(5):
        book.cards.add("seed", {"titel": f"{OWN} {number}"})
    found = search.find(OWN, most=2)
    assert (len(found.hits), found.total, found.more) == (2, 3, True)


# Words

LETTERS = "aäbcdeéfgjkmnoöprsßtuüvxyzABÄÖÜSZ019"
WORD = st.text(LETTERS, min_size=1, max_size=9)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.lists(WORD, min_size=1, max_size=4), data=st.data())
def test_any_word_is_found_by_each_of_its_beginnings_however_it_is_written(
    book: Workbook, prompt: Prompt, look: Look, text: list[str], data: st.DataObject
) -> None:
    book.put(prompt, {"text": " ".join(text)})
    word = data.draw(st.sampled_from(text))
    begun = word[: data.draw(st.integers(1, len(word)))]
    spelt = begun.replace("ä", "ae").replace("Ö", "OE").replace("ß", "ss")
    for typed in (begun, begun.upper(), begun.casefold(), spelt):
        found = look(typed, kind=ANSWER)
        assert [hit.prompt for hit in found] == [prompt.id], typed
        if not words_in(prompt.ask):
            assert marked(found[0])


@pytest.mark.parametrize("typed", ["ÄRZTE", "aerzte", "ärzte", "a\u0308rzte", "Ärztehaus-Straße"])
def test_umlauts_do_not_matter(book: Workbook, look: Look, typed: str) -> None:
    card = book.cards.add("partner", {"name": "Ärztehaus STRASSE"})
    assert [hit.card for hit in look(typed)] == [card.id]


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=st.text(max_size=40))
def test_nothing_that_can_be_typed_means_anything_special(search: Search, typed: str) -> None:
    search.find(typed)


@pytest.mark.parametrize(
    "typed",
    ['"', "*", "-", "NEAR(", "a AND b", "title:x", "x NOT y", "^a", "🌱", "\0", "\ud800", "' OR 1"],
)
def test_signs_are_no_orders(book: Workbook, look: Look, typed: str) -> None:
    card = book.cards.add("seed", {"titel": f"{OWN} {typed} {' '.join(words_in(typed))}"})
    assert [hit.card for hit in look(f"{typed} {OWN}")] == [card.id]


def test_a_pasted_page_is_no_trouble(look: Look) -> None:
    assert look("wort" * 2_500) == []
    assert look("wort " * 2_000 + OWN) == look("wort")


def test_nothing_typed_finds_nothing(look: Look) -> None:
    assert look("") == look("   ") == look("…") == []


# Filters


def test_filters_ask_for_a_year_a_step_and_a_kind(
    book: Workbook, prompt: Prompt, look: Look, clock: Clock
) -> None:
    book.put(prompt, {"text": OWN})
    now = book.year
    book.begin_year(now + 1)
    book.put(prompt, {"text": OWN})
    seed = book.cards.add("seed", {"titel": OWN})
    old = book.cards.add("encounter", {"anlass": OWN, "am": "2019-05-04"})
    assert len(look(OWN)) == 4
    assert {hit.year for hit in look(OWN, kind=ANSWER)} == {now, now + 1}
    assert [hit.card or hit.year for hit in look(OWN, year=2019)] == [old.id]
    assert {hit.card or hit.year for hit in look(OWN, year=clock.today().year)} == {seed.id, now}
    assert [hit.card for hit in look(OWN, kind="seed")] == [seed.id]
    assert {hit.area for hit in look(OWN, step=prompt.chapter, kind=ANSWER)} == {ANSWER}
    assert [hit.card for hit in look(OWN, step="saeen", kind="seed")] == [seed.id]
    assert look(OWN, step="ernten") == []


def test_the_guide_belongs_to_no_year(look: Look, book: Workbook) -> None:
    assert look("schneesturm")
    assert look("schneesturm", year=book.year) == []
    assert {hit.area for hit in look("schneesturm", step="saeen")} == {GUIDE}


# What is not for everybody


def test_personal_and_confidential_answers_of_others_are_never_found(
    book: Workbook, personal_prompt: Prompt, confidential_prompt: Prompt, look: Look
) -> None:
    mine = book.voice
    for prompt in (personal_prompt, confidential_prompt):
        field = next(f for f in prompt.fields if f.kind in (FieldKind.TEXT, FieldKind.LINE))
        book.put(prompt, {field.id: OWN})
    assert [hit.prompt for hit in look(OWN)] == [personal_prompt.id]
    assert len(look(OWN, confidential=True)) == 2
    book.add_voice("Erika")
    assert look(OWN) == look(OWN, confidential=True) == []
    book.use_voice(Voice(mine.id, mine.name))
    assert len(look(OWN, confidential=True)) == 2


def test_what_the_team_answers_is_found_by_all(book: Workbook, prompt: Prompt, look: Look) -> None:
    book.put(prompt, {"text": OWN})
    book.add_voice("Erika")
    assert [hit.where.endswith("· ich") for hit in look(OWN)] == [True]


def confidential_field(book: Workbook) -> str:
    prompts = book.guide.forms["partner"].prompts.values()
    return next(
        field.id
        for prompt in prompts
        if prompt.confidential
        for field in prompt.fields
        if field.kind is FieldKind.TEXT
    )


def test_what_is_confidential_on_a_card_is_found_only_when_asked_for(
    book: Workbook, look: Look
) -> None:
    secret = confidential_field(book)
    card = book.cards.add("partner", {"name": "Zoo", secret: f"Streit um {OWN}"})
    assert look(OWN) == []
    (shown,) = look("zoo", kind="partner")
    assert "Streit" not in shown.passage
    (hit,) = look(f"zoo {OWN}", confidential=True)
    assert (hit.card, marked(hit)) == (card.id, [OWN])
    assert book.cards.form(card).prompts[hit.prompt].confidential
    assert len(look("zoo", kind="partner", confidential=True)) == 1
    assert hit.key == shown.key


def test_a_confidential_list_is_found_only_when_asked_for(book: Workbook, look: Look) -> None:
    form = next(form for form in book.guide.forms.values() if form.confidential)
    card = book.cards.add(form.id, {form.title: OWN})
    assert look(OWN) == []
    assert [hit.card for hit in look(OWN, confidential=True)] == [card.id]


# What changes


def test_what_was_changed_is_found_as_it_is_now(book: Workbook, prompt: Prompt, look: Look) -> None:
    book.put(prompt, {"text": OWN})
    assert look(OWN)
    book.put(prompt, {"text": "Apfelmus"})
    assert look(OWN) == []
    assert look("apfelmus", kind=ANSWER)
    book.put(prompt, {"text": ""})
    assert look("apfelmus", kind=ANSWER) == []


def test_a_deleted_card_is_not_found_until_it_comes_back(book: Workbook, look: Look) -> None:
    card = book.cards.add("seed", {"titel": OWN})
    assert look(OWN)
    book.cards.delete(card.id)
    assert look(OWN) == []
    book.cards.restore(card.id)
    assert [hit.card for hit in look(OWN)] == [card.id]


def test_what_was_deleted_since_the_search_opened_is_left_out(
    book: Workbook, search: Search
) -> None:
    card = book.cards.add("seed", {"titel": OWN})
    search.bring_up()
    book.cards.delete(card.id)
    assert search.find(OWN).hits == ()


def test_the_next_start_has_little_to_do(open_book: OpenBook, prompt: Prompt) -> None:
    book = open_book()
    assert Search(book).bring_up() > 100
    book.close()
    book = open_book()
    assert Search(book).bring_up() == 0
    book.put(prompt, {"text": OWN})
    assert Search(book).bring_up() == 1


# When something is wrong


def execute(book: Workbook, order: str) -> None:
    with book.store.connection() as connection, connection:
        connection.execute(order)


def test_an_index_damaged_while_the_search_is_open_is_made_anew(
    book: Workbook, look: Look, search: Search
) -> None:
    book.cards.add("seed", {"titel": OWN})
    look(OWN)
    execute(book, "DROP TABLE search_doc")
    assert titles(list(search.find(OWN).hits)) == [OWN]
    execute(book, "UPDATE search_text_data SET block = x'ff' WHERE id > 10")
    assert titles(look(OWN)) == [OWN]


def test_an_index_that_cannot_even_be_removed_is_left_and_memory_is_searched(
    book: Workbook, look: Look
) -> None:
    book.cards.add("seed", {"titel": OWN})
    look(OWN)
    for table in ("config", "data", "idx", "docsize", "content"):
        execute(book, f"DROP TABLE search_text_{table}")
    assert titles(look(OWN)) == [OWN]
    book.cards.add("seed", {"titel": f"{OWN} zwei"})
    assert len(look(OWN)) == 2


def test_a_file_that_takes_no_index_is_searched_in_memory(
    book: Workbook, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    renew = Index._renew

    def full(index: Index, *rest: Any) -> int:
        if isinstance(index, PassingIndex):
            return renew(index, *rest)
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Index, "_renew", full)
    book.cards.add("seed", {"titel": OWN})
    assert titles(look(OWN)) == [OWN]


def test_without_any_way_to_search_a_sentence_says_so(
    book: Workbook, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "gartenjahr_tui.store.search._TABLES", ("CREATE VIRTUAL TABLE x USING fts99(text)",)
    )
    with pytest.raises(SearchFailed, match="nicht möglich"):
        search.find(OWN)
    book.cards.add("seed", {"titel": OWN})
    assert book.flush()


def test_a_window_that_only_reads_searches_too_and_writes_nothing(
    open_book: OpenBook, prompt: Prompt
) -> None:
    first = open_book()
    first.put(prompt, {"text": OWN})
    first.flush()
    with closing(Search(open_book())) as search:
        assert search.bring_up() > 100
        assert [hit.prompt for hit in search.find(OWN).hits] == [prompt.id]
        assert search.bring_up() == 0
    with first.store.connection() as connection:
        query = "SELECT count(*) FROM sqlite_master WHERE name LIKE 'search%'"
        assert connection.execute(query).fetchone() == (0,)


def test_one_may_type_while_the_index_is_made(
    book: Workbook, prompt: Prompt, search: Search
) -> None:
    for number in range(200):
        book.cards.add("seed", {"titel": f"Samen {number}"})
    worker = threading.Thread(target=search.bring_up, args=[book.snapshot()])
    worker.start()
    for number in range(50):
        book.put(prompt, {"text": f"{OWN} {number}"})
        book.cards.add("partner", {"name": f"Zoo {number}"})
    worker.join(30)
    search.bring_up()
    assert search.find(OWN).total == 1
    assert search.find("zoo", kind="partner").total == 50
    assert book.flush()


def test_what_was_typed_after_the_search_looked_is_found_the_next_time(
    book: Workbook, prompt: Prompt, search: Search
) -> None:
    seen = book.snapshot()
    book.put(prompt, {"text": OWN})
    book.flush()
    search.bring_up(seen)
    assert search.find(OWN, seen=seen).hits == ()
    search.bring_up()
    assert search.find(OWN).total == 1


def test_who_leaves_the_search_waits_for_nothing_more(open_book: OpenBook) -> None:
    first = open_book()
    first.flush()
    search = Search(open_book())
    search.bring_up()
    search.close()
    assert search.find("garten").hits == ()


# The passage


def test_a_passage_is_cut_at_words_around_the_first_hit() -> None:
    text = "vorn " * 50 + "die Straße " + "hinten " * 50
    piece, marks = passage(text, words_in("strass"))
    assert piece.startswith("…vorn")
    assert piece.endswith("hinten…")
    assert len(piece) <= AROUND + 2
    assert [piece[start:end] for start, end in marks] == ["Straße"]


def test_a_passage_without_the_word_begins_at_the_beginning() -> None:
    assert passage("Nur der Titel\nsagt es.", ["zoo"]) == ("Nur der Titel sagt es.", ())
    assert passage("", ["zoo"]) == ("", ())


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=400), typed=st.text(max_size=8))
def test_marks_lie_within_the_passage(text: str, typed: str) -> None:
    beginnings = words_in(typed)
    piece, marks = passage(text, beginnings)
    assert len(piece) <= AROUND + 2
    for start, end in marks:
        assert 0 <= start < end <= len(piece)
        assert words_in(piece[start:end])[0].startswith(tuple(beginnings))


def test_marks_can_be_had_for_any_text() -> None:
    assert marks_in("Ärztehaus und Straße", words_in("aerz STRA")) == ((0, 9), (14, 20))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Stadtteilbücherei West", "bücherei"),
        ("Stadtteilbücherei West", "BUECHEREI"),
        ("Elternfrühstück", "frühstück"),
        ("Seniorentreff", "treff"),
        ("Volkshochschule Gütersloh", "gutersloh"),
        ("ÖVV Ortsgruppe", "OVV"),
        ("Familie Böttcher", "bottcher"),
        ("Null\u200bbreite", "nullbreite"),
        ("Düsseldorfer Leseclub", "dorf"),
    ],
)
def test_a_part_of_a_word_finds_it_however_it_is_written(
    book: Workbook, look: Look, name: str, typed: str
) -> None:
    book.cards.add("partner", {"name": name})
    hits = look(typed)
    assert hits
    assert hits[0].title == name.replace("\u200b", "") or hits[0].title == name


def test_people_and_partnerships_come_before_what_speaks_of_them(
    book: Workbook, look: Look
) -> None:
    partner = book.cards.add("partner", {"name": "Jugendkunstschule"})
    book.cards.add("encounter", {"anlass": "Kunst im Hof", "partner": [partner.id]})
    card = book.cards.add("partnership", {"titel": "Kleinkunstbühne"})
    book.cards.add("checkup", {"kooperation": [card.id], "gut": "Kunst, Kunst, Kunst"})
    found = [hit.kind for hit in look("kunst") if hit.area == CARD]
    assert set(found[:2]) == {"partner", "partnership"}
    assert found[-1] == "checkup"


def test_the_middle_of_a_word_is_marked(book: Workbook, look: Look) -> None:
    book.cards.add(
        "encounter", {"anlass": "Im Rathaus", "ergebnis_text": "Das Elternfrühstück war voll"}
    )
    (hit, *_) = look("frühstück")
    assert [word for word in marked(hit) if "frühstück" in word.lower()]
