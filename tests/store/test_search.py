"""The index finds what it was given, keeps up with the rows, and can always be made anew."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from gartenjahr_tui.models import CardRow, GardenRow
from gartenjahr_tui.store import glance, search
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.search import FULL, Index, PassingIndex, Query, SearchDocument
from gartenjahr_tui.store.store import Store
from tests.store.helpers import open_store


class Shelf:
    """Documents by key; counts how often each was asked for."""

    def __init__(self, *documents: SearchDocument) -> None:
        self.mark = "erste"
        self.upto = sys.maxsize
        self.kept = {document.key: document for document in documents}
        self.asked: list[str] = []

    def documents(self, keys: Collection[str] | None = None) -> Iterator[SearchDocument]:
        wanted = self.kept if keys is None else [k for k in keys if k in self.kept]
        self.asked += wanted
        return iter([self.kept[key] for key in wanted])


def page(key: str, title: str, text: str = "") -> SearchDocument:
    return SearchDocument(key, "guide", title, text)


@pytest.fixture
def store(paths: Paths) -> Iterator[Store]:
    with closing(open_store(paths)) as opened:
        yield opened


def keys(index: Index, *words: str, most: int = 50, **wanted: object) -> list[str]:
    return index.find(Query(words, **wanted), most)[0]  # type: ignore[arg-type]


def put_card(store: Store, id: UUID) -> str:
    with store.transaction() as change:
        card = change.session.get(CardRow, id) or CardRow(id=id, kind="seed", sitting=uuid4())
        change.stamp(card)
    return f"card:{id.hex}"


def test_every_word_has_to_stand_in_a_word_and_the_title_counts_more(store: Store) -> None:
    shelf = Shelf(
        page("a", "lesen", "im garten"),
        page("b", "garten", "lesen und spielen"),
        page("c", "hausgarten", "vorlesen"),
    )
    index = Index(store.connection)
    assert index.bring_up(shelf) == 3
    assert sorted(keys(index, "gar", "les")[:2]) == ["a", "b"]
    assert keys(index, "gart") == ["b", "a", "c"]
    assert keys(index, "les") == ["a", "b", "c"]
    assert keys(index, "ga") == ["b", "a"]
    assert keys(index, "garten", "fehlt") == keys(index) == []


def test_names_come_first_then_beginnings_and_records_last(store: Store) -> None:
    shelf = Shelf(
        replace(page("record", "treffen treffen"), rank=search.RECORD),
        page("text", "", "das treffen"),
        page("title", "treffpunkt"),
        page("middle", "seniorentreff"),
        replace(page("name", "jugendtreff"), rank=search.NAME),
        replace(page("speaks", "verein", "jugendtreff"), rank=search.NAME),
    )
    index = Index(store.connection)
    index.bring_up(shelf)
    found = keys(index, "treff")
    assert found[0] == "name"
    assert set(found[1:3]) == {"title", "text"}
    assert set(found[3:5]) == {"middle", "speaks"}
    assert found[5] == "record"


def test_too_many_hits_keep_that_order(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "COUNTED", 5)
    shelf = Shelf(
        *(replace(page(f"r{n}", "treff"), rank=search.RECORD) for n in range(9)),
        replace(page("name", "jugendtreff"), rank=search.NAME),
        page("text", "", "das treffen"),
        page("middle", "", "ein seniorentreff"),
    )
    index = Index(store.connection)
    index.bring_up(shelf)
    assert keys(index, "treff")[:3] == ["name", "text", "middle"]
    assert len(keys(index, "treff")) == 12


def test_a_word_that_stands_nowhere_any_more_leaves_no_trace(store: Store) -> None:
    key = put_card(store, uuid4())
    shelf = Shelf(page(key, "geheimnis", "garten"), page("other", "garten"))
    index = Index(store.connection)
    index.bring_up(shelf)
    shelf.kept[key] = page(key, "anderes")
    put_card(store, UUID(key.removeprefix("card:")))
    index.bring_up(shelf)
    with store.connection() as connection:
        words = {word for (word,) in connection.execute("SELECT word FROM search_word")}
    assert words == {"anderes", "garten"}
    assert index.is_whole(shelf)


def test_what_is_alike_comes_with_the_newest_first_and_all_are_counted(store: Store) -> None:
    shelf = Shelf(*(page(f"{n:02}", "garten", "gleich") for n in range(20)))
    index = Index(store.connection)
    index.bring_up(shelf)
    found, count = index.find(Query(("garten",)), 5)
    assert found == ["19", "18", "17", "16", "15"]
    assert count == 20


def test_too_many_hits_are_not_weighed_but_titles_still_come_first(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "COUNTED", 10)
    pages = [page(f"{n:02}", "andres", "garten") for n in range(20)]
    pages[3] = replace(pages[3], title="garten")
    index = Index(store.connection)
    index.bring_up(Shelf(*pages))
    assert index.find(Query(("gar",)), 4) == (["03", "19", "18", "17"], 10)


def test_filters_narrow_down_together(store: Store) -> None:
    a = SearchDocument("a", "seed", "wort", "", place="saeen", year=2025)
    b = replace(a, key="b", kind="partner", year=2026, owner="erika")
    c = replace(a, key="c", place="boden", year=None, plain=False)
    d = replace(a, key="d", complete=False)
    index = Index(store.connection)
    index.bring_up(Shelf(a, b, c, d))
    assert keys(index, "wort") == ["d", "a"]
    assert keys(index, "wort", complete=True) == ["c", "a"]
    assert keys(index, "wort", owner="erika") == ["d", "b", "a"]
    assert keys(index, "wort", owner="erika", year=2026) == ["b"]
    assert keys(index, "wort", place="saeen", kind="seed", year=2025) == ["d", "a"]
    assert keys(index, "wort", place="boden") == []


def test_only_what_has_changed_is_read_again(store: Store) -> None:
    one, other = uuid4(), uuid4()
    shelf = Shelf(*(page(put_card(store, id), "alt") for id in (one, other)))
    index = Index(store.connection)
    index.bring_up(shelf)
    key = put_card(store, one)
    shelf.kept[key] = page(key, "neu")
    shelf.asked.clear()
    assert index.bring_up(shelf) == 1
    assert shelf.asked == [key]
    assert keys(index, "neu") == [key]
    assert keys(index, "alt") == [f"card:{other.hex}"]
    assert index.bring_up(shelf) == 0
    put_card(store, one)
    del shelf.kept[key]
    assert index.bring_up(shelf) == 0
    assert keys(index, "neu") == []


def test_both_documents_of_a_card_go_when_it_changes(store: Store) -> None:
    id = uuid4()
    key = put_card(store, id)
    shelf = Shelf(page(key, "offen"), page(key + FULL, "offen", "geheim"))
    index = Index(store.connection)
    index.bring_up(shelf)
    shelf.kept = {key: page(key, "nur noch offen")}
    put_card(store, id)
    index.bring_up(shelf)
    assert keys(index, "offen") == [key]
    assert keys(index, "geheim", complete=True) == []


def test_the_index_does_not_count_as_a_change_of_the_garden(store: Store) -> None:
    before = counter(store)
    Index(store.connection).bring_up(Shelf(page("a", "b")))
    assert counter(store) == before


def counter(store: Store) -> int:
    with store.session() as session:
        return session.exec(select(GardenRow)).one().changes


def test_another_guide_makes_the_index_anew(store: Store) -> None:
    shelf = Shelf(page("a", "alt"))
    index = Index(store.connection)
    index.bring_up(shelf)
    shelf.kept = {"b": page("b", "neu")}
    assert index.bring_up(shelf) == 0
    shelf.mark = "zweite"
    assert index.bring_up(shelf) == 1
    assert keys(index, "alt") == []
    assert index.is_whole(shelf)


def test_an_index_that_was_broken_off_is_made_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "BATCH", 2)
    shelf = Shelf(*(page(str(n), "garten") for n in range(5)))
    asked = iter([False, True])
    index = Index(store.connection)
    assert index.bring_up(shelf, lambda: next(asked)) == 2
    assert not index.is_whole(shelf)
    assert index.bring_up(shelf) == 5
    assert index.is_whole(shelf)


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE search_text",
        "DROP TABLE search_doc",
        "DROP TABLE search_state",
        "DELETE FROM search_state",
        "UPDATE search_state SET counter = 999999",
    ],
)
def test_an_index_that_is_not_all_there_is_made_anew_unasked(store: Store, harm: str) -> None:
    shelf = Shelf(page("a", "garten"))
    index = Index(store.connection)
    index.bring_up(shelf)
    with store.connection() as connection, connection:
        connection.execute(harm)
    assert index.bring_up(shelf) == 1
    assert keys(index, "garten") == ["a"]
    assert index.is_whole(shelf)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE search_text_data SET block = x'ff' WHERE id > 10",
        "DELETE FROM search_text_data WHERE id > 10",
        "DELETE FROM search_text_content",
        "UPDATE search_doc SET kind = ''",
        "DELETE FROM search_doc",
    ],
)
def test_a_damaged_index_is_recognised_and_can_be_rebuilt(store: Store, harm: str) -> None:
    shelf = Shelf(page("a", "garten"), page("b", "lesen"))
    index = Index(store.connection)
    index.bring_up(shelf)
    assert index.is_whole(shelf)
    with store.connection() as connection, connection:
        connection.execute(harm)
    with suppress(sqlite3.DatabaseError):
        assert not index.is_whole(shelf)
    assert index.rebuild(shelf) == 2
    assert keys(index, "garten") == ["a"]
    assert index.is_whole(shelf)


def test_an_index_in_memory_finds_the_same(store: Store) -> None:
    index = PassingIndex()
    index.bring_up(Shelf(page("a", "garten")))
    assert keys(index, "gar") == ["a"]
    index.close()
    with pytest.raises(sqlite3.Error):
        keys(index, "gar")


def test_an_index_does_not_make_a_sound_file_look_damaged(store: Store) -> None:
    class Newer:
        """Newer versions of SQLite look into the index when they check a file."""

        def execute(self, _order: str) -> list[tuple[str]]:
            return [(said,) for said in self.says]

        def set_progress_handler(self, *_: object) -> None:
            pass

        says = ["malformed inverted index for FTS5 table main.search_text"]

    newer = Newer()
    assert glance.faults(newer) == []  # type: ignore[arg-type]
    newer.says = [*newer.says, "row 3 missing from index ix_card_kind"]
    assert glance.faults(newer) == ["row 3 missing from index ix_card_kind"]  # type: ignore[arg-type]
    Index(store.connection).bring_up(Shelf(page("a", "b")))
    with store.connection() as connection:
        assert glance.faults(connection, "integrity_check") == []


def test_who_saves_meanwhile_waits_for_a_batch_at_most(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two batches the file is free, even for a writer that does not wait at all."""
    monkeypatch.setattr(search, "BATCH", 1)
    other = sqlite3.connect(store.paths.file, timeout=0)

    def save() -> bool:
        with other:
            other.execute("UPDATE voice SET name = 'Erika'")
        return False

    with closing(other):
        shelf = Shelf(page("a", "eins"), page("b", "zwei"))
        assert Index(store.connection).bring_up(shelf, save) == 2
