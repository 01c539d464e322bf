"""Erasing somebody from a garden, from all its safe copies, and from what lies beside them."""

from __future__ import annotations

import functools
import gzip
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.store import atomic, backups, erasing, seals
from gartenjahr_tui.store.erasing import Eraser, Erasure, spelling
from gartenjahr_tui.store.errors import GardenInUse
from gartenjahr_tui.store.lock import GardenLock
from gartenjahr_tui.store.paths import Paths

if TYPE_CHECKING:
    from tests.conftest import OpenBook

NAME, MAIL, PHONE = "Jürgen Mißfeldt", "j.missfeldt@kita.example", "0251 / 47 11-0"
SPELLINGS = (NAME, "Mißfeldt, Jürgen", MAIL, PHONE)
ROLE = "die Leitung"


def planted(open_book: OpenBook) -> tuple[Paths, Erasure]:
    """A garden in which somebody stands in every kind of place, with a copy of it."""
    book = open_book()
    person = book.cards.add("contact", {"name": NAME, "mail": MAIL, "telefon": PHONE})
    other = book.cards.add("contact", {"name": "Anna Öz", "notiz": f"Kollegin von {NAME}s Bruder"})
    partner = book.cards.add("partner", {"name": "Kita", "wer_kennt": [{"person": NAME}]})
    book.cards.add(
        "encounter",
        {
            "anlass": f"Kaffee mit {NAME.upper()}",
            "personen": [person.id, NAME, other.id],
            "partner": [partner.id],
            "erzaehlt": "Juergen  Missfeldt sagte: Ruf 0251/47110 an.",
        },
    )
    gone = book.cards.add("harvest", {"titel": "Weg", "was": f"Von {MAIL}."})
    book.cards.delete(gone.id)
    prompt = next(p for p in book.guide.prompts.values() if p.fields[0].kind.value == "text")
    book.put(prompt, {prompt.fields[0].id: f"Mit {NAME}."}, left=True)
    book.remember("merkt", {NAME: [f"ein {MAIL}"]}, common=True)
    assert book.close()
    paths = book.paths
    backups.make(paths.file, paths.copies, backups.CopyKind.BY_HAND, utc_now())
    paths.rescue.write_text(
        json.dumps({"garden": book.garden_id, "answers": [{"value": {"text": f"für {NAME}"}}]}),
        encoding="utf-8",
    )
    return paths, Erasure(SPELLINGS, ROLE, frozenset((person.id,)), frozenset((person.id,)))


def bytes_with_somebody(folder: Path) -> list[str]:
    """Every file in which the name, the address or the number stands, seen without the program."""
    needles = [
        b"fgen Mi",
        b"rgen mi",
        "Mißfeldt".encode(),
        b"Mi\\u00dffeldt",
        b"issfeldt",
        b"47 11",
    ]
    files = (file for file in folder.rglob("*") if file.is_file())
    return [f.name for f in files if any(n.lower() in f.read_bytes().lower() for n in needles)]


def values(paths: Paths) -> str:
    with closing(sqlite3.connect(paths.file)) as connection:
        found = [json.loads(v) for (v,) in connection.execute("SELECT value FROM card")]
        found += [json.loads(v) for (v,) in connection.execute("SELECT value FROM setting")]
        found += [json.loads(v) for (v,) in connection.execute("SELECT value FROM answer")]
    return json.dumps(found, ensure_ascii=False)


def test_nothing_of_a_person_stays_in_any_byte_of_any_file(open_book: OpenBook) -> None:
    paths, erasure = planted(open_book)
    assert len(bytes_with_somebody(paths.folder)) == 3
    erasing.begin(paths, erasure)
    outcome = erasing.go_on(paths)
    assert bytes_with_somebody(paths.folder) == []
    assert not outcome.traces
    assert not outcome.left
    assert len(outcome.done) == 3
    assert erasing.pending(paths) == []


def test_the_garden_opens_afterwards_and_all_else_is_there(open_book: OpenBook) -> None:
    paths, erasure = planted(open_book)
    erasing.begin(paths, erasure)
    erasing.go_on(paths)
    book = open_book()
    (encounter,) = book.cards.of("encounter")
    assert encounter.value["anlass"] == f"Kaffee mit {ROLE}"
    assert encounter.value["erzaehlt"] == f"{ROLE} sagte: Ruf {ROLE} an."
    assert [book.cards.name(part) for part in encounter.value["personen"]] == [ROLE, "Anna Öz"]
    (other,) = book.cards.of("contact")
    assert other.value["notiz"] == f"Kollegin von {ROLE} Bruder"
    with closing(sqlite3.connect(paths.file)) as connection:
        assert seals.wrong(connection) == {}
    copy = backups.copies_here(paths)[0]
    assert book.close()
    backups.bring_back(paths, copy.file, utc_now())
    assert NAME not in values(paths)


def test_what_is_kept_with_a_reason_stays_as_it_is(open_book: OpenBook) -> None:
    paths, erasure = planted(open_book)
    book = open_book()
    kept = book.cards.add("partnership", {"absprachen": [{"was": f"Vertrag mit {NAME}"}]})
    assert book.close()
    erasing.begin(paths, replace(erasure, kept=frozenset((kept.id,))))
    outcome = erasing.go_on(paths)
    assert f"Vertrag mit {NAME}" in values(paths)
    assert values(paths).count(NAME) == 1
    assert [file for file, _ in outcome.traces] == [paths.file]


def test_copies_of_former_schemas_are_rewritten_too(open_book: OpenBook) -> None:
    paths, erasure = planted(open_book)
    old = next((Path(__file__).parents[1] / "gardens").glob("*.db.gz"))
    paths.copies.mkdir(exist_ok=True)
    copy = paths.copies / "vor-umstellung-2025-01-01-120000.db"
    copy.write_bytes(gzip.decompress(old.read_bytes()))
    with closing(sqlite3.connect(copy)) as connection, connection:
        (row,) = connection.execute("SELECT rowid FROM card LIMIT 1").fetchone()
        value = json.dumps({"name": f"Frau von {NAME}"})
        connection.execute("UPDATE card SET value = ? WHERE rowid = ?", (value, row))
    erasing.begin(paths, erasure)
    assert erasing.go_on(paths).left == ()
    assert bytes_with_somebody(paths.folder) == []
    with closing(sqlite3.connect(copy)) as connection:
        assert "Frau von die Leitung" in str(
            connection.execute("SELECT value FROM card").fetchall()
        )


def test_what_cannot_be_read_goes_as_a_whole_where_it_holds_the_name(open_book: OpenBook) -> None:
    paths, erasure = planted(open_book)
    for name, text in (("beschaedigt-1.db", MAIL), ("beschaedigt-2.db", "harmlos")):
        (paths.copies / name).write_text(text)
    erasing.begin(paths, erasure)
    erasing.go_on(paths)
    assert not (paths.copies / "beschaedigt-1.db").exists()
    assert (paths.copies / "beschaedigt-2.db").read_text() == "harmlos"


def test_a_stick_that_is_not_there_is_named_and_done_when_it_is_back(
    open_book: OpenBook, tmp_path: Path
) -> None:
    paths, erasure = planted(open_book)
    stick, away = tmp_path / "stick", tmp_path / "weg"
    stick.mkdir()
    backups.set_second_place(paths, stick)
    backups.make(paths.file, stick, backups.CopyKind.DAILY, utc_now())
    stick.rename(away)
    erasing.begin(paths, erasure)
    assert [place for place, _ in erasing.go_on(paths).left] == [stick]
    assert erasing.pending(paths) == [erasure]
    away.rename(stick)
    outcome = erasing.go_on(paths)
    assert not outcome.left
    assert not outcome.traces
    assert bytes_with_somebody(stick) == []
    assert erasing.pending(paths) == []


def test_nothing_is_touched_while_the_garden_is_open(open_book: OpenBook) -> None:
    paths, erasure = planted(open_book)
    erasing.begin(paths, erasure)
    lock = GardenLock(paths)
    assert lock.take()
    before = paths.file.read_bytes()
    with pytest.raises(GardenInUse):
        erasing.go_on(paths)
    assert paths.file.read_bytes() == before
    lock.release()


@pytest.mark.parametrize("at", (1, 2, 3))
def test_stopped_at_any_step_it_goes_on_and_no_garden_is_half(
    open_book: OpenBook, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    paths, erasure = planted(open_book)
    erasing.begin(paths, erasure)
    calls, real = [], atomic.replace

    def stopped(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) >= at:
            raise KeyboardInterrupt
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "replace", stopped)
        with pytest.raises(KeyboardInterrupt):
            erasing.go_on(paths)
    with closing(sqlite3.connect(paths.file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert seals.wrong(connection) == {}
    assert erasing.pending(paths) == [erasure]
    erasing.go_on(paths)
    assert bytes_with_somebody(paths.folder) == []


def test_what_a_killed_program_left_half_written_is_overwritten_too(open_book: OpenBook) -> None:
    paths, erasure = planted(open_book)
    here = atomic.beside(paths.file).name.split("-")[-2]
    left = paths.copies / f"von-hand-0980866e.gj-{here}-999999999.neu"
    left.write_bytes(paths.file.read_bytes())
    erasing.begin(paths, erasure)
    erasing.go_on(paths)
    assert bytes_with_somebody(paths.folder) == []


# Spellings

SPELLED_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ä", "Ae"), ("Ö", "Oe"))
WORDS = st.sampled_from(["Jürgen", "Groß", "Maeder", "Öz", "von", "Ähnlich", "Strauß"])


@settings(deadline=None, max_examples=100)
@given(st.lists(WORDS, min_size=2, max_size=3), st.sampled_from(["lower", "upper", "ae", "as-is"]))
def test_a_name_is_found_however_it_is_written(words: list[str], how: str) -> None:
    name = " ".join(words)
    written = {
        "lower": name.lower(),
        "upper": name.upper(),
        "ae": functools.reduce(lambda text, pair: text.replace(*pair), SPELLED_OUT, name),
        "as-is": name,
    }[how].replace(" ", "\n", 1)
    pattern = spelling([name])
    assert pattern
    assert pattern.sub("X", f"Heute {written} und {name}s Hund.") == "Heute X und X Hund."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sommerhitze", "Sommerhitze"),
        ("Ruf 0251 47110 an", "Ruf X an"),
        ("0251/4711-0", "X"),
        ("10251471100", "10251471100"),
        ("[red](.*)", "[red](.*)"),
    ],
)
def test_only_whole_words_and_numbers_are_put_out(text: str, wanted: str) -> None:
    pattern = spelling(["Sommer", "0251 / 4711-0"])
    assert pattern
    assert pattern.sub("X", text) == wanted


ANY: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just(NAME),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@settings(deadline=None, max_examples=100)
@given(ANY)
def test_any_value_keeps_its_form_and_loses_only_the_name(value: Any) -> None:
    new = Eraser(Erasure((NAME,), ROLE)).value(value)
    assert type(new) is type(value)
    assert NAME not in json.dumps(new, ensure_ascii=False)
    assert Eraser(Erasure((NAME,), ROLE)).value(new) == new


def test_the_next_start_goes_on_and_no_fault_of_it_keeps_anybody_out(
    open_book: OpenBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, erasure = planted(open_book)
    erasing.begin(paths, erasure)

    def refused(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(GardenLock, "take", refused)
        with pytest.raises(PermissionError):
            erasing.go_on(paths)
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "go_on", refused)
        assert open_book().close()
    assert erasing.pending(paths) == [erasure]
    book = open_book()
    assert not book.cards.of("contact")[1:]
    assert erasing.pending(paths) == []
