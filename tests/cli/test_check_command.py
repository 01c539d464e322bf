"""``gartenjahr pruefen``: says what is well and what wants attention, and takes nothing away."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.garden import home, inspection
from gartenjahr_tui.garden.search import Search
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store import seals
from gartenjahr_tui.store.glance import look
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.values import value_text
from tests.conftest import Clock, OpenBook
from tests.store.helpers import state_of_folder

Check = Callable[..., tuple[int, str]]


@pytest.fixture
def check(paths: Paths, capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs the command and returns the exit code and everything it says, on one line."""

    def run(*options: str) -> tuple[int, str]:
        code = cli.main(["pruefen", "--daten", str(paths.folder), *options])
        said = capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    return run


def execute(paths: Paths, *orders: str, sealed: bool = True) -> None:
    """Change the file, and unless told otherwise with right checksums, as another program would."""
    with closing(sqlite3.connect(paths.file)) as connection:
        for order in orders:
            connection.execute(order)
        if sealed:
            seals.know_seals(connection)
            seals.seal_all(connection)
        connection.commit()


def rows(paths: Paths) -> list[object]:
    tables = ("answer", "answer_version", "card", "card_version", "voice", "garden_year")
    with closing(sqlite3.connect(paths.file)) as connection:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


def test_a_sound_garden_is_in_order_and_can_be_searched(
    open_book: OpenBook, prompt: Prompt, paths: Paths, check: Check
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.cards.add("partner", {"name": "Zoo"})
    book.close()
    before = rows(paths)
    code, said = check()
    assert code == 0
    assert said.count("· in Ordnung") == 6
    assert "neu aufgebaut" in said
    assert said.endswith("Alles in Ordnung.")
    assert rows(paths) == before
    search = Search(open_book())
    assert search.bring_up() == 0
    assert search.find("apfelm").total == 1


def test_where_there_is_no_garden_none_is_made(tmp_path: Path, check: Check, paths: Paths) -> None:
    code, said = check()
    assert (code, paths.folder.exists()) == (1, False)
    assert "noch keinen Garten" in said


def test_a_garden_that_is_open_elsewhere_is_checked_later(
    open_book: OpenBook, paths: Paths, check: Check
) -> None:
    book = open_book()
    book.flush()
    code, said = check()
    assert code == 1
    assert "gerade offen" in said
    assert "in Ordnung" not in said
    assert book.cards.add("partner", {"name": "Zoo"})


def test_links_to_cards_that_never_were_are_named(
    open_book: OpenBook, paths: Paths, check: Check
) -> None:
    book = open_book()
    zoo = book.cards.add("partner", {"name": "Zoo"})
    book.cards.add("encounter", {"anlass": "Rundgang", "partner": [zoo.id, uuid4().hex]})
    book.cards.add("encounter", {"anlass": "Führung", "partner": [zoo.id]})
    book.cards.delete(zoo.id)
    book.close()
    code, said = check()
    assert code == 1
    assert "! Ein Verweis führt zu einer Karte, die es nicht gibt." in said
    assert "„Rundgang“" in said
    assert "„Führung“" not in said
    assert len(open_book().cards.all()) == 3


def test_of_many_cards_only_some_are_named(open_book: OpenBook, paths: Paths, check: Check) -> None:
    book = open_book()
    for number in range(inspection.NAMED + 2):
        book.cards.add("encounter", {"anlass": f"Gang {number}", "partner": [uuid4().hex]})
    book.close()
    code, said = check()
    assert code == 1
    assert f"! {inspection.NAMED + 2} Verweise" in said
    assert "und 2 weitere" in said


def test_cards_and_answers_of_another_version_stay_and_are_counted(
    open_book: OpenBook, prompt: Prompt, other_prompt: Prompt, paths: Paths, check: Check
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.put(other_prompt, {"text": "Saft"})
    book.cards.add("partner", {"name": "Zoo"})
    book.close()
    execute(paths, f"UPDATE answer SET prompt_id = 'frueher.x' WHERE prompt_id = '{prompt.id}'")
    before = rows(paths)
    code, said = check()
    assert code == 0, "an answer of another guide is no fault"
    assert "· Eine Antwort gehört zu einer Frage, die der Leitfaden nicht mehr hat" in said
    execute(paths, "UPDATE card SET kind = 'raumschiff'")
    code, said = check()
    assert code == 1
    assert "! Eine Karte ist von einer Art" in said
    assert len(rows(paths)[2]) == len(before[2]) == 1  # type: ignore[arg-type]


def test_what_is_no_date_is_counted_and_stays(
    open_book: OpenBook, paths: Paths, check: Check
) -> None:
    book = open_book()
    book.cards.add("encounter", {"anlass": "Rundgang", "am": "irgendwann im Mai"})
    book.close()
    code, said = check()
    assert code == 0
    assert "· Eine Angabe ist nicht zu verstehen" in said


@pytest.mark.parametrize(
    ("orders", "sentence"),
    [
        (
            ["UPDATE answer_version SET answer_id = 'weg'"],
            "Ein Eintrag ist keiner Karte mehr",
        ),
        (["UPDATE alembic_version SET version_num = '0001'"], "Sie passen nicht"),
        (["UPDATE garden SET changes = 1"], "Diese Datei ist älter als die zuletzt benutzte"),
    ],
)
def test_what_was_done_to_the_file_from_outside_is_noticed(
    open_book: OpenBook,
    prompt: Prompt,
    paths: Paths,
    check: Check,
    orders: list[str],
    clock: Clock,
    sentence: str,
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.close()
    clock.forward(days=1)
    book = open_book()
    book.put(prompt, {"text": "Birnenmus"})
    book.close()
    execute(paths, *orders)
    code, said = check("--trotzdem")
    assert code == 1
    assert f"! {sentence}" in said


def test_a_damaged_file_is_not_touched(
    open_book: OpenBook, prompt: Prompt, paths: Paths, check: Check
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus " * 2_000})
    book.close()
    content = bytearray(paths.file.read_bytes())
    content[4096 * 3 : 4096 * 20] = b"\xff" * (4096 * 17)
    paths.file.write_bytes(content)
    before = state_of_folder(paths.folder)[paths.file.name]
    code, said = check()
    assert code == 1
    assert "beschädigt" in said
    assert state_of_folder(paths.folder)[paths.file.name] == before


def test_a_damaged_search_is_simply_made_anew(
    open_book: OpenBook, paths: Paths, check: Check
) -> None:
    book = open_book()
    book.cards.add("partner", {"name": "Zoo"})
    Search(book).bring_up()
    book.close()
    execute(paths, "UPDATE search_text_data SET block = x'ff' WHERE id > 10")
    assert check()[0] == 0
    execute(paths, "DELETE FROM search_text_content")
    assert check()[0] == 0
    execute(paths, *(f"DROP TABLE search_text_{table}" for table in ("config", "data")))
    code, said = check()
    assert code == 1
    # Newer versions of SQLite take this for a damage of the whole file.
    old = sqlite3.sqlite_version_info < (3, 44)
    assert ("! Sie lässt sich in der Datei nicht aufbauen" if old else "beschädigt") in said


def test_breaking_off_does_no_harm(
    open_book: OpenBook, prompt: Prompt, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.close()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("gartenjahr_tui.store.search._insert", interrupt)
        code, said = check()
    assert code == 1
    assert said.endswith("Abgebrochen.")
    assert check()[0] == 0
    assert Search(open_book()).find("apfelmus").total == 1


def test_lines_fit_the_terminal(
    open_book: OpenBook, capsys: pytest.CaptureFixture[str], paths: Paths
) -> None:
    book = open_book()
    book.cards.add("encounter", {"anlass": "Rundgang " * 8, "partner": [uuid4().hex]})
    book.close()
    cli.main(["pruefen", "--daten", str(paths.folder)])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 78


def test_what_does_not_fit_is_named_kept_and_gone_once_the_field_is_filled_in_anew(
    open_book: OpenBook, paths: Paths, check: Check
) -> None:
    """An archive put together by hand, or a former program, may have written it."""
    book = open_book()
    chor = book.cards.add("partnership", {"titel": "Chor"})
    book.close()
    raw = '{"titel": "Chor", "themenfeld": ["Kultur heute"]}'
    execute(paths, f"UPDATE card SET value = '{raw}'")
    before = paths.file.read_bytes()
    first = home.from_glance(look(paths.file), book.today, "", read_guide)
    looking = open_book(look_only=True)
    assert home.from_book(looking).picture.planted
    assert first.steps
    looking.close()
    assert paths.file.read_bytes() == before
    code, said = check()
    assert code == 1
    assert "Kooperation „Chor“: Themenfeld" in said
    assert "Kultur heute" not in said

    book = open_book()
    form = book.guide.forms["partnership"]
    (prompt,) = (p for p in form.prompts.values() if any(f.id == "themenfeld" for f in p.fields))
    book.cards.set(chor.id, titel="Chor am Markt")
    book.close()
    book = open_book()
    sheet = CardSheet(book, book.cards[chor.id])
    assert "Kultur heute" in value_text(prompt, sheet.answer(prompt.id).value)
    assert "Kultur heute" in sheet.complaints(prompt)["themenfeld"]
    search = Search(book)
    search.bring_up()
    assert [hit.card for hit in search.find("heute", kind="partnership").hits] == [chor.id]
    search.close()
    assert check()[0] == 1

    sheet.put(prompt, {"themenfeld": "familien"})
    book.close()
    assert check()[0] == 0
    former = open_book().card_versions(chor.id)
    assert any("Kultur heute" in str(version.value) for version in former)


# Prüfsummen


def test_a_text_the_disk_has_changed_is_named_without_being_shown(
    open_book: OpenBook, prompt: Prompt, paths: Paths, check: Check
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.cards.add("encouragement", {"wer": "Erika", "warum": "war krank"})
    book.close()
    execute(
        paths,
        "UPDATE answer SET value = replace(value, 'Apfel', 'Apxel')",
        "UPDATE card SET value = replace(value, 'krank', 'kxank')",
        sealed=False,
    )
    code, said = check()
    assert code == 1
    assert "In 2 Einträgen steht etwas anderes, als gespeichert wurde" in said
    assert prompt.ask[:40] in said
    assert "Apxelmus" not in said
    assert "Erika" not in said
    assert check()[0] == 1, "it is named until somebody decides"
