"""The search index: which words stand where, kept in the garden's own file.

Everything in it comes from elsewhere and can be made anew at any time. So it is no part of the
schema: it makes its own tables, and no fault in them ever stands between a person and their text.

It knows nothing of guide and forms. It is given documents, whose words are folded already, and
remembers up to which change of the garden it has come.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

LAYOUT = 3
"""Number of the form of these tables; an index of another form is made anew."""

FULL = ":v"
"""Ends the key of the document that holds what is confidential as well."""

BATCH = 1_000
"""Documents written at once, so that nobody who saves has to wait long."""

COUNTED = 1_000
"""Hits beyond which nothing is counted or weighed any more: too many are no answer."""

TITLE_WEIGHT = 8.0
"""How much more a word in the title counts than one in the text."""

LEAST_PART = 3
"""Letters from which on the middle of a word is looked for, too; two stand in nearly all words."""

MOST_PARTS = 200
"""Words that are looked for because they hold what was typed, the shortest first."""

NAME, USUAL, RECORD = 0, 1, 2
"""Ranks of documents: people and what bears a name, all else, what the workbook notes by itself."""

MOST_WORDS = 16
"""Words of a query that are looked for; the rest of a pasted page says nothing new."""

_TABLES = (
    "CREATE TABLE search_state (mark TEXT NOT NULL, counter INTEGER NOT NULL)",
    "CREATE TABLE search_doc (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
    " kind TEXT NOT NULL, place TEXT NOT NULL, year INTEGER, owner TEXT NOT NULL,"
    " plain INTEGER NOT NULL, complete INTEGER NOT NULL, rank INTEGER NOT NULL)",
    # Every word there is, so that one can be found by its middle; the index knows beginnings only.
    "CREATE TABLE search_word (word TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE search_text USING fts5(title, text,"
    " tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')",
)
_NAMES = ("search_text", "search_doc", "search_word", "search_state")

_CHANGED = """
    SELECT 'card:' || id FROM card WHERE counter > :counter
    UNION ALL
    SELECT 'answer:' || prompt_id || ':' || number || ':' || voice_id
    FROM answer JOIN garden_year ON garden_year.id = year_id
    WHERE answer.counter > :counter AND subject_id = (SELECT id FROM garden)
    UNION ALL
    SELECT 'view:' || prompt_id || ':' || number || ':' || voice_id || ':' || subject_id
    FROM answer JOIN garden_year ON garden_year.id = year_id
    WHERE subject_id != (SELECT id FROM garden) AND (answer.counter > :counter
      OR subject_id IN (SELECT id FROM card WHERE counter > :counter))
"""

_FOUND = """
    FROM search_text CROSS JOIN search_doc ON search_doc.id = search_text.rowid
    WHERE search_text MATCH :match
"""

Connect = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""Hands out a connection for a moment."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found.

    Attributes:
        key: What it is; „card:ID“, „answer:PROMPT:YEAR:VOICE“ and, for what somebody said about a
            card, „view:PROMPT:YEAR:VOICE:ID“ are brought up when those change.
        kind: What the filter of the kind means.
        title: The words of its name, folded.
        text: Its other words, folded.
        place: Id of the chapter it belongs to; empty for none.
        year: Number of the garden year it belongs to; None for none.
        owner: Id of the one voice that may find it; empty for everybody.
        plain: Whether it is found when nothing confidential is asked for.
        complete: Whether it is found when confidential things are asked for as well.
        rank: Where it stands among what is found, :data:`NAME` for what comes first by its title.
    """

    key: str
    kind: str
    title: str
    text: str
    place: str = ""
    year: int | None = None
    owner: str = ""
    plain: bool = True
    complete: bool = True
    rank: int = USUAL

    @property
    def words(self) -> set[str]:
        """Every word in it."""
        return {*self.title.split(), *self.text.split()}


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        words: Parts of words, folded; each has to occur, short ones at the beginning of a word.
        owner: Id of the voice that asks.
        kind: Kind of document; empty for all.
        place: Id of a chapter; empty for all.
        year: Number of a garden year; None for all.
        complete: Whether confidential things are asked for as well.
    """

    words: tuple[str, ...]
    owner: str = ""
    kind: str = ""
    place: str = ""
    year: int | None = None
    complete: bool = False


class Source(Protocol):
    """Makes the documents.

    Attributes:
        upto: The last change in the file that they surely say.
    """

    upto: int

    @property
    def mark(self) -> str:
        """What all documents depend on besides the rows; another mark means other documents."""

    def documents(self, keys: Collection[str] | None = None) -> Iterator[SearchDocument]:
        """The documents of these keys, or all, the oldest first."""


class Index:
    """The index in one SQLite file; usable from any thread."""

    lasting = True
    """Whether it stays, so that only what has changed need be taken up."""

    def __init__(self, connect: Connect) -> None:
        """Remember how to reach the file."""
        self._connect = connect

    def bring_up(self, source: Source, stopped: Callable[[], bool] = lambda: False) -> int:
        """Take up what has changed; when the documents are others altogether, all of them.

        What the source holds must be in the file. ``stopped`` is asked now and then whether to
        leave off; the next time begins anew.

        Returns:
            How many documents were written.

        Raises:
            sqlite3.Error: The index cannot be read or written.
        """
        mark = f"{LAYOUT} {source.mark}"
        with self._connect() as connection:
            upto = self._state(connection, mark)
            if upto is None:
                return self._renew(connection, source, mark, stopped)
            now = min(_counter(connection), source.upto)
            if now <= upto:
                return 0
            keys = [key for (key,) in connection.execute(_CHANGED, {"counter": upto})]
            documents = list(source.documents(keys))
            # What names something else may have come along.
            others = {document.key.removesuffix(FULL) for document in documents}
            with _writing(connection):
                gone = _remove(connection, {*keys, *others})
                _insert(connection, documents)
                _forget(connection, gone)
                connection.execute("UPDATE search_state SET counter = ?", (now,))
            return len(documents)

    def rebuild(self, source: Source, stopped: Callable[[], bool] = lambda: False) -> int:
        """Make the whole index anew; see :meth:`bring_up`."""
        with self._connect() as connection:
            return self._renew(connection, source, f"{LAYOUT} {source.mark}", stopped)

    def find(self, wanted: Query, most: int) -> tuple[list[str], int]:
        """Keys of what is found, the best first, and how many there are (counted to a limit).

        Raises:
            sqlite3.Error: The index cannot be read.
        """
        if not wanted.words:
            return [], 0
        with self._connect() as connection:
            return _find(connection, wanted, most)

    def is_whole(self, source: Source) -> bool:
        """Whether the index is sound and says just what the documents say.

        Raises:
            sqlite3.Error: The index cannot be read.
        """
        query = (
            "SELECT key, kind, search_text.title, search_text.text, place, year, owner, plain,"
            " complete, search_doc.rank FROM search_doc"
            " LEFT JOIN search_text ON search_text.rowid = search_doc.id"
        )
        with self._connect() as connection:
            if self._state(connection, f"{LAYOUT} {source.mark}") is None:
                return False
            with _writing(connection):
                connection.execute("INSERT INTO search_text(search_text) VALUES('integrity-check')")
            kept = {row[0]: row for row in connection.execute(query)}
            known = {word for (word,) in connection.execute("SELECT word FROM search_word")}
        count, words = 0, set[str]()
        for d in source.documents():
            row = (d.key, d.kind, d.title, d.text, d.place, d.year, d.owner, d.plain, d.complete)
            if kept.get(d.key) != (*row, d.rank):
                return False
            count += 1
            words |= d.words
        return count == len(kept) and words == known

    def _state(self, connection: sqlite3.Connection, mark: str) -> int | None:
        """The change up to which the index has come; None when it is to be made anew."""
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not tables.issuperset(_NAMES):
            return None
        query = "SELECT counter FROM search_state WHERE mark = ?"
        row = connection.execute(query, (mark,)).fetchone()
        # A copy of another day was put in the garden's place, or a row was lost.
        return row[0] if row and row[0] <= _counter(connection) else None

    def _renew(
        self,
        connection: sqlite3.Connection,
        source: Source,
        mark: str,
        stopped: Callable[[], bool],
    ) -> int:
        counter = min(_counter(connection), source.upto) if self.lasting else 0
        with _writing(connection):
            for name in _NAMES:
                connection.execute(f"DROP TABLE IF EXISTS {name}")
            for order in _TABLES:
                connection.execute(order)
        # Only newer versions of SQLite can remove every trace of a word at once.
        with suppress(sqlite3.Error), _writing(connection):
            connection.execute(
                "INSERT INTO search_text(search_text, rank) VALUES('secure-delete', 1)"
            )
        count, words = 0, set[str]()
        documents = iter(source.documents())
        while batch := list(islice(documents, BATCH)):
            if stopped():
                return count
            with _writing(connection):
                _insert(connection, batch, words)
            count += len(batch)
        with _writing(connection):
            connection.execute("INSERT INTO search_state VALUES (?, ?)", (mark, counter))
        return count


class PassingIndex(Index):
    """An index in memory, for a window that may not write; made anew each time."""

    lasting = False

    def __init__(self) -> None:
        """Make an empty one."""
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._guard = threading.RLock()
        super().__init__(self._turn)

    @contextmanager
    def _turn(self) -> Iterator[sqlite3.Connection]:
        with self._guard:
            yield self._connection

    def bring_up(self, source: Source, stopped: Callable[[], bool] = lambda: False) -> int:
        """Make it; see :meth:`Index.bring_up`."""
        return self.rebuild(source, stopped)

    def close(self) -> None:
        """Give the memory back."""
        with self._guard:
            self._connection.close()


def _counter(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT changes FROM garden").fetchone()[0])


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        yield


def _remove(connection: sqlite3.Connection, keys: Iterable[str]) -> set[str]:
    """Take documents out; return their words."""
    query = (
        "SELECT search_doc.id, search_text.title, search_text.text FROM search_doc"
        " LEFT JOIN search_text ON search_text.rowid = search_doc.id WHERE key IN (?, ?)"
    )
    gone: set[str] = set()
    for key in keys:
        for id, title, text in connection.execute(query, (key, key + FULL)).fetchall():
            gone.update((title or "").split(), (text or "").split())
            connection.execute("DELETE FROM search_text WHERE rowid = ?", (id,))
            connection.execute("DELETE FROM search_doc WHERE id = ?", (id,))
    return gone


def _insert(
    connection: sqlite3.Connection,
    documents: Iterable[SearchDocument],
    known: set[str] | None = None,
) -> None:
    """Put documents in; ``known`` are the words that are surely there, and grows."""
    into_docs = (
        "INSERT INTO search_doc (key, kind, place, year, owner, plain, complete, rank)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    )
    into_text = "INSERT INTO search_text (rowid, title, text) VALUES (?, ?, ?)"
    known = set() if known is None else known
    for d in documents:
        values = (d.key, d.kind, d.place, d.year, d.owner, d.plain, d.complete, d.rank)
        id = connection.execute(into_docs, values).lastrowid
        connection.execute(into_text, (id, d.title, d.text))
        new = d.words - known
        known |= new
        into_words = "INSERT OR IGNORE INTO search_word VALUES (?)"
        connection.executemany(into_words, ((word,) for word in new))


def _forget(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    """Leave no trace of words that stand nowhere any more."""
    query = "SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 1"
    for word in words:
        if not connection.execute(query, (f'"{word}"',)).fetchone():
            connection.execute("DELETE FROM search_word WHERE word = ?", (word,))


def _find(connection: sqlite3.Connection, wanted: Query, most: int) -> tuple[list[str], int]:
    # Words are letters and digits only, so that nothing in them means anything to FTS5.
    beginnings = [f'"{word}"*' for word in wanted.words[:MOST_WORDS]]
    parts = [
        " OR ".join([beginning, *(f'"{whole}"' for whole in _holding(connection, word))])
        for word, beginning in zip(wanted.words, beginnings, strict=False)
    ]
    begun, match = " AND ".join(beginnings), " AND ".join(f"({part})" for part in parts)
    rule, values = _rule(wanted)

    def rows(what: str, match: str, tail: str = "", limit: int = COUNTED) -> list[Any]:
        query = f"SELECT {what} {rule} {tail} LIMIT :limit"
        return connection.execute(query, {**values, "match": match, "limit": limit}).fetchall()

    count = len(rows("1", match))
    if count < COUNTED:
        weight = f"bm25(search_text, {TITLE_WEIGHT}, 1.0)"
        found = rows(f"search_doc.id, key, search_doc.rank, {weight}", match)
        called = {id for (id,) in rows("search_doc.id", f"title : ({match})")}
        begin = {id for (id,) in rows("search_doc.id", begun)} if begun != match else called

        def place(row: Any) -> tuple[Any, ...]:
            id, _, rank, weight = row
            return rank == RECORD, rank > NAME or id not in called, id not in begin, weight, -id

        return [key for _, key, *_ in sorted(found, key=place)[:most]], count
    # To weigh too many takes too long: the newest come first, those with the words in their title
    # before all others, and beginnings before middles.
    found_keys: dict[str, None] = {}
    for kind, sought in (
        (f"AND search_doc.rank = {NAME}", f"title : ({begun})"),
        (f"AND search_doc.rank = {NAME}", f"title : ({match})"),
        (f"AND search_doc.rank = {USUAL}", f"title : ({begun})"),
        (f"AND search_doc.rank < {RECORD}", begun),
        (f"AND search_doc.rank < {RECORD}", match),
        ("", match),
    ):
        if len(found_keys) < most:
            newest = rows("key", sought, f"{kind} ORDER BY search_text.rowid DESC", 2 * most)
            found_keys |= dict.fromkeys(key for (key,) in newest)
    return [*found_keys][:most], count


def _holding(connection: sqlite3.Connection, part: str) -> list[str]:
    """The words that hold what was typed, but do not begin with it."""
    if len(part) < LEAST_PART:
        return []
    query = (
        "SELECT word FROM search_word WHERE instr(word, ?) > 1 ORDER BY length(word), word LIMIT ?"
    )
    return [word for (word,) in connection.execute(query, (part, MOST_PARTS))]


def _rule(wanted: Query) -> tuple[str, dict[str, object]]:
    """What a document has to be, in SQL, and the values for it but the words."""
    rule = f"{_FOUND} AND owner IN ('', :owner) AND {'complete' if wanted.complete else 'plain'}"
    values: dict[str, object] = {"owner": wanted.owner}
    for column in ("kind", "place", "year"):
        value = getattr(wanted, column)
        if value or value == 0:
            rule += f" AND search_doc.{column} = :{column}"
            values[column] = value
    return rule, values
