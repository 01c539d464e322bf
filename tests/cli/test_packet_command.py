"""``gartenjahr paket``: questions go out, answers come back, views stand side by side."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.exchange import packet
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store.paths import Paths
from tests.conftest import OpenBook
from tests.exchange.test_packet import SCALE

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(paths: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a call and returns the exit code and everything it says, on one line."""

    def run(*given: object, typed: str = "", terminal: bool = False) -> tuple[int, str]:
        stdin = StringIO(typed)
        stdin.isatty = lambda: terminal  # type: ignore[method-assign]
        monkeypatch.setattr(sys, "stdin", stdin)
        code = cli.main(["--daten", str(paths.folder), *map(str, given)])
        said = capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    return run


@pytest.fixture
def planted(open_book: OpenBook, prompt: Prompt) -> None:
    book = open_book()
    book.rename_voice("Ina")
    book.put(prompt, {"text": "unsere Sicht"}, left=True)
    book.cards.add("partnership", {"titel": "Lesegarten"})
    book.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kita.gartenpaket.json"


@pytest.mark.usefixtures("planted")
def test_the_whole_way_from_blank_to_compared(run: Run, file: Path, prompt: Prompt) -> None:
    questions = f"{prompt.id},partnership.stunden"
    code, said = run(
        *("paket", "schreiben", file, "--fragen", questions),
        *("--karte", "lesegarten", "--fuer", "Kita"),
    )
    assert code == 0
    assert said.index("Das steht drin: 2 Fragen") < said.index("Geschrieben:")
    assert "Das bleibt hier" in said
    code, said = run("--linear", "--paket", file, typed="deren Sicht\n.\n4\n")
    assert code == 0
    assert "Gespeichert: 2 von 2" in said
    code, said = run("paket", "lesen", file, typed="ja\n", terminal=True)
    assert code == 0
    assert said.index("Kita ist neu") < said.index("Übernehmen?") < said.index("Übernommen: 2")
    assert "Ina: unsere Sicht Kita: deren Sicht" in said
    code, said = run("paket", "lesen", file, "--ja")
    assert code == 0
    assert "Es war nichts Neues dabei" in said
    code, said = run("paket", "vergleich")
    assert "Ina: unsere Sicht Kita: deren Sicht" in said
    assert run("paket", "vergleich", "--jahr", "1999")[0] == 1


@pytest.mark.usefixtures("planted")
def test_the_ending_html_makes_a_page_for_those_without_the_program(
    run: Run, tmp_path: Path, prompt: Prompt
) -> None:
    page = tmp_path / "kita.html"
    call = ("paket", "schreiben", page, "--fragen", prompt.id, "--fuer", "Kita")
    code, said = run(*call, "--bis", "15. Januar", "--an", "post@buecherei.example")
    assert (code, "öffnet sich in jedem Browser" in said) == (0, True)
    text = page.read_text("utf-8")
    assert all(word in text for word in ("Für: Kita", "bis 15. Januar", "post@buecherei.example"))
    assert "unsere Sicht" not in text
    run("einrichten", "--mail", "hallo@buecherei.example")
    run(*call, "--ueberschreiben")
    assert "die Datei an: hallo@buecherei.example" in page.read_text("utf-8")
    code, said = run("paket", "lesen", page)
    assert (code, "Seite mit den Fragen" in said) == (1, True)


@pytest.mark.usefixtures("planted")
def test_nothing_is_taken_without_a_yes(run: Run, file: Path, prompt: Prompt) -> None:
    run("paket", "schreiben", file, "--fragen", prompt.id)
    assert "noch keine Antwort" in run("paket", "lesen", file, "--als", "Kita")[1]
    run("--paket", file, typed="Kita\nderen Sicht\n.\n")
    for typed, terminal in (("nein\n", True), ("", True), ("ja\n", False)):
        code, said = run("paket", "lesen", file, typed=typed, terminal=terminal)
        assert "Nichts übernommen" in said
        assert code == (not terminal)
    assert "deren Sicht" not in run("paket", "vergleich")[1]


@pytest.mark.usefixtures("planted")
def test_yes_beforehand_does_not_say_who_it_is(run: Run, file: Path, prompt: Prompt) -> None:
    run("paket", "schreiben", file, "--fragen", prompt.id)
    run("--paket", file, typed="Ina\nderen Sicht\n.\n")
    code, said = run("paket", "lesen", file, "--ja")
    assert (code, '--als "Ina"' in said) == (1, True)
    code, said = run("paket", "lesen", file, typed="ja\n", terminal=True)
    assert said.index("Ist es dieselbe Person?") < said.index("Übernommen: eine Antwort von Ina")


@pytest.mark.usefixtures("planted")
def test_while_the_garden_is_open_elsewhere_nothing_is_taken(
    run: Run, file: Path, prompt: Prompt, open_book: OpenBook
) -> None:
    run("paket", "schreiben", file, "--fragen", prompt.id)
    run("--paket", file, typed="Kita\nderen Sicht\n.\n")
    book = open_book()
    code, said = run("paket", "lesen", file, "--ja")
    assert (code, "gerade anderswo offen" in said) == (1, True)
    assert len(book.voices) == 1
    assert run("paket", "vergleich")[0] == 0


@pytest.mark.usefixtures("planted")
def test_who_it_is_must_be_known(run: Run, file: Path, prompt: Prompt) -> None:
    run("paket", "schreiben", file, "--fragen", prompt.id)
    run("--paket", file, typed="\nderen Sicht\n.\n")
    code, said = run("paket", "lesen", file, "--ja")
    assert (code, "--als NAME" in said) == (1, True)
    code, said = run("paket", "lesen", file, typed="Kita\nja\n", terminal=True)
    assert (code, "Übernommen: eine Antwort von Kita" in said) == (0, True)


@pytest.mark.usefixtures("planted")
def test_confidential_questions_go_out_only_by_name(
    run: Run, file: Path, confidential_prompt: Prompt
) -> None:
    name = confidential_prompt.id
    section = name.partition(".")[0]
    code, said = run("paket", "schreiben", file, "--abschnitt", section)
    assert code == 0
    assert "weggelassen" in said
    assert name not in {question.prompt for question in packet.read(file).questions}
    code, said = run("paket", "schreiben", file, "--fragen", name, "--ueberschreiben")
    assert code == 0
    assert [question.prompt for question in packet.read(file).questions] == [name]


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((), "So geht es"),
        (("backen",), "kennt der Befehl"),
        (("schreiben",), "So geht es"),
        (("schreiben", "a.json", "--fragen", SCALE), ".gartenpaket.json"),
        (("schreiben", "{file}"), "welche Fragen"),
        (("schreiben", "{file}", "--fragen", " , "), "welche Fragen"),
        (("schreiben", "{file}", "--fragen", "gibt.esnicht"), "„gibt.esnicht“ gibt es nicht"),
        (("schreiben", "{file}", "--abschnitt", "Quatsch"), "„Quatsch“ gibt es nicht"),
        (("schreiben", "{file}", "--fragen", "partnership.stunden"), "--karte NAME"),
        (("schreiben", "{file}", "--fragen", "partnership.was"), "nach Karten Ihres Gartens"),
        (("schreiben", "{file}", "--fragen", SCALE, "--karte", "Zoo"), "keine der Fragen"),
        (("lesen",), "So geht es"),
        (("vergleich", "zuviel"), "So geht es"),
        (("lesen", "{file}", "--jahr", "x"), "keine Jahreszahl"),
    ],
)
def test_a_wrong_call_is_explained_and_writes_nothing(
    run: Run, file: Path, given: tuple[str, ...], words: str
) -> None:
    code, said = run("paket", *(part.format(file=file) for part in given))
    assert code == 2
    assert words in said
    assert not file.exists()


@pytest.mark.usefixtures("planted")
def test_what_cannot_be_done_is_said_and_nothing_is_written(run: Run, file: Path) -> None:
    card = ("--fragen", "partnership.stunden", "--karte", "Zoo")
    code, said = run("paket", "schreiben", file, *card)
    assert (code, "mit dem Namen „Zoo“" in said) == (1, True)
    assert run("paket", "schreiben", file, "--fragen", SCALE, "--jahr", "1999")[0] == 1
    assert not file.exists()
    file.write_text("meins")
    code, said = run("paket", "schreiben", file, "--fragen", SCALE)
    assert (code, file.read_text()) == (1, "meins")
    code, said = run("paket", "lesen", file, "--ja")
    assert (code, "kein Paket" in said) == (1, True)
    code, said = run("--linear", "--paket", file)
    assert (code, file.read_text()) == (1, "meins")


def test_the_questions_are_listed_and_no_garden_is_made(run: Run, file: Path, paths: Paths) -> None:
    code, said = run("paket", "fragen")
    assert code == 0
    assert SCALE in said
    assert "partnership.was " not in said
    for call in (("vergleich",), ("lesen", file), ("schreiben", file, "--fragen", SCALE)):
        assert run("paket", *call)[0] == 1
    assert not paths.folder.exists()


@pytest.mark.usefixtures("planted")
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_who_is_torn_away_keeps_every_earlier_answer(
    run: Run, file: Path, tmp_path: Path, prompt: Prompt, how: str
) -> None:
    run("paket", "schreiben", file, "--fragen", f"{SCALE},{prompt.id}", "--fuer", "Kita")
    nowhere = tmp_path / "nirgends"
    child = subprocess.Popen(
        [sys.executable, "-m", "gartenjahr_tui", "--linear", "--paket", str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "GARTENJAHR_DATEN": str(nowhere)},
    )
    assert child.stdin
    assert child.stdout
    child.stdin.write(b"4\nMan kennt sich.\n.\n")
    child.stdin.flush()
    for line in child.stdout:
        if "Frage 2 von 2" in line.decode():
            break
    child.send_signal(getattr(signal, how))
    child.stdin.close()
    child.stdout.read()
    child.stdout.close()
    child.wait(20)
    answers = packet.read(file).answers
    assert answers[SCALE].value == {"scale": 4, "notiz": "Man kennt sich."}
    assert not nowhere.exists()
    assert [path.name for path in tmp_path.glob("kita*")] == [file.name]
