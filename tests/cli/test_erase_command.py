"""Erasing a person from the command line: listed, decided, done, proven."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui.cli.main import main
from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.store import backups, erasing

if TYPE_CHECKING:
    from gartenjahr_tui.store.paths import Paths
    from tests.conftest import OpenBook

Run = Callable[..., tuple[int, str]]

NAME, MAIL = "Änne Großmüller", "aenne@kita.example"


@pytest.fixture
def run(paths: Paths, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*given: str) -> tuple[int, str]:
        code = main(["loeschen", *given, "--daten", str(paths.folder)])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run


@pytest.fixture
def garden(open_book: OpenBook) -> Paths:
    """Änne stands on a card of her own and on three others, one of them put away."""
    book = open_book()
    person = book.cards.add("contact", {"name": NAME, "mail": MAIL})
    book.cards.add("encounter", {"anlass": "Kaffee", "personen": [person.id]})
    notes = [{"was": f"Vertrag mit Frau Großmüller ({MAIL})"}]
    book.cards.add("partnership", {"titel": "Lesegarten", "absprachen": notes})
    gone = book.cards.add("thanks", {"personen": [NAME], "wofuer": "für alles"})
    book.cards.delete(gone.id)
    assert book.close()
    book = open_book()
    field = book.cards.form(person).fields["mail"]
    book.cards.put(person.id, [field], {"mail": "neu@kita.example"})
    assert book.close()
    backups.make(book.paths.file, book.paths.copies, backups.CopyKind.BY_HAND, utc_now())
    return book.paths


def where(paths: Paths, *needles: str) -> list[str]:
    files = (file for file in paths.folder.rglob("*") if file.is_file())
    return [f.name for f in files if any(n.encode() in f.read_bytes() for n in needles)]


def test_it_lists_what_is_found_and_erases_nothing_unasked(garden: Paths, run: Run) -> None:
    before = garden.file.read_bytes()
    code, said = run("--ueber", "Großmüller")
    assert code == 0
    assert f"Ansprechperson „{NAME}“ – wird gelöscht" in said
    assert "Begegnung „Kaffee“ – bleibt" in said
    assert MAIL in said
    assert "Es wurde nichts gelöscht. Mit --ja geschieht es." in said
    assert garden.file.read_bytes() == before


def test_after_yes_no_byte_names_the_person_and_the_proof_does_not_either(
    garden: Paths, run: Run, open_book: OpenBook
) -> None:
    code, said = run("--ueber", "Großmüller", "--rolle", "die Leitung", "--ja")
    assert code == 0
    proof = said[said.index("Nachweis der Löschung") :]
    line = " ".join(proof.split())
    assert "Gelöscht: 2 Karten. Name durch eine Rolle ersetzt: an 2 Stellen." in line
    assert "keine Fundstelle" in line
    assert not any(text in proof for text in (NAME, MAIL, "Großmüller"))
    escaped = "Gro\\u00dfm\\u00fcller"
    assert where(garden, NAME, MAIL, "neu@kita", "Großmüller", escaped) == []
    book = open_book()
    (encounter,) = book.cards.of("encounter")
    assert encounter.value["personen"] == ["die Leitung"]
    (partnership,) = book.cards.of("partnership")
    (agreed,) = partnership.value["absprachen"]
    assert agreed["was"] == "Vertrag mit die Leitung (die Leitung)"
    assert not book.cards.deleted("thanks")


def test_an_agreement_can_be_kept_with_a_reason_and_a_card_go_as_a_whole(
    garden: Paths, run: Run, open_book: OpenBook
) -> None:
    _, said = run("--ueber", "Großmüller")
    lines = said.splitlines()
    number = {
        word: next(line.split()[0] for line in lines if word in line and "–" in line)
        for word in ("Kaffee", "Lesegarten")
    }
    kept = f"{number['Lesegarten']}=Vertrag bis 2030"
    run("--ueber", "Großmüller", "--ganz", number["Kaffee"], "--behalten", kept, "--ja")
    book = open_book()
    assert not book.cards.of("encounter")
    (partnership,) = book.cards.of("partnership")
    assert MAIL in str(partnership.value)
    assert run("--ueber", "Großmüller", "--behalten", "1")[0] == 2
    assert run("--ueber", "Großmüller", "--ganz", "99")[0] == 1


def test_a_colleague_who_leaves_takes_personal_answers_along(open_book: OpenBook, run: Run) -> None:
    book = open_book()
    book.use_voice(book.add_voice("Jonte Kr"))
    own = next(p for p in book.guide.prompts.values() if p.own and p.fields[0].kind == "text")
    team = next(
        p for p in book.guide.prompts.values() if not p.guarded and p.fields[0].kind == "text"
    )
    book.put(own, {own.fields[0].id: "Mein eigenes Ziel"}, left=True)
    book.put(team, {team.fields[0].id: "Fürs Team"}, left=True)
    assert book.close()
    code, said = run("--ueber", "Jonte Kr", "--rolle", "ehemals im Team", "--ja")
    assert "Eigene persönliche Antworten" in said
    assert code == 0
    assert where(book.paths, "Jonte", "Mein eigenes Ziel") == []
    book = open_book()
    assert "ehemals im Team" in [voice.name for voice in book.voices]
    assert any(a.value.get(team.fields[0].id) == "Fürs Team" for a in book.all_answers())


def test_what_was_interrupted_goes_on_without_a_name(garden: Paths, run: Run) -> None:
    assert run()[0] == 2
    erasing.begin(garden, erasing.Erasure((NAME, MAIL), "jemand"))
    code, said = run()
    assert code == 0
    assert "fortgesetzt" in said
    assert where(garden, NAME, MAIL) == []
    assert isinstance(garden.file, Path)


def test_voluntary_answers_are_taken_back_in_one_step(open_book: OpenBook, run: Run) -> None:
    book = open_book()
    texts = [p for p in book.guide.prompts.values() if p.fields[0].kind == "text"]
    free = next(prompt for prompt in texts if prompt.consent)
    other = next(prompt for prompt in texts if prompt.own and not prompt.consent)
    book.put(free, {free.fields[0].id: "Freiwilliges-4711"}, left=True)
    book.put(other, {other.fields[0].id: "Anderes-4711"}, left=True)
    assert book.close()
    backups.make(book.paths.file, book.paths.copies, backups.CopyKind.BY_HAND, utc_now())
    code, said = run("--freiwilliges", "--ja")
    assert code == 0
    assert "zurückgenommen" in said
    assert where(book.paths, "Freiwilliges-4711") == []
    assert len(where(book.paths, "Anderes-4711")) == 2
