"""The packaged program on Windows, as a person and Windows treat it."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.words.cli import FirstWords
from gartenjahr_tui.words.screens import CommonWords, SavingWords
from tests.safety.desk import TEXT, Desk, resume, type_in, wait_quiet, wait_saved
from tests.windows.bench import (
    BREAK,
    CLOSED,
    LOGGED_OFF,
    ON_KEY,
    SHUT_DOWN,
    Bench,
    Window,
    pressed,
    with_altgr,
)
from tests.windows.conftest import Start

pytestmark = [pytest.mark.windows_bench, pytest.mark.timeout(600)]

HOME = "Weg durchs Jahr"
QUIT = "\x11"
SCANNER_MS = 300

WINDOWS_SECONDS = 5.0
"""So long Windows lets a program live whose window is closed."""


def home(window: Window) -> None:
    """Wait for the first page, and that the garden is open."""
    window.wait_for(HOME)
    window.wait_until(lambda: CommonWords.OPENING not in window.text, "the garden to be open")
    wait_quiet(window, 0.5)


def at_field(start: Start, desk: Desk, bench: Bench) -> Window:
    """Start the program, and go on at the question."""
    window = start("--daten", bench.named(desk.paths.folder))
    home(window)
    resume(window)
    return window


def leave(window: Window) -> None:
    """End the program as a person does."""
    window.send(QUIT)
    window.wait_exit()


def left_behind(folder: Path) -> list[str]:
    """What no end of the program may leave: halves of files, locks, journals."""
    ends = (".neu", ".lock", "-wal", "-shm", "-journal", ".offen.json")
    return [file.name for file in folder.rglob("*") if file.name.endswith(ends)]


def test_every_command_works_in_a_folder_with_umlauts(bench: Bench, desk: Desk) -> None:
    where = ["--daten", bench.named(desk.paths.folder)]
    out = desk.paths.folder.parent / "Für den Träger"
    out.mkdir()

    def into(name: str) -> str:
        return bench.named(out / name)

    csv = "Vorname;Nachname;Firma;E-Mail-Adresse\r\nJörg;Müßig;Käferverein Süd;j@example.org\r\n"
    (out / "outlook.csv").write_bytes(csv.encode("cp1252"))
    calls: list[tuple[tuple[str, ...], str]] = [
        (("--version",), ""),
        (("pfade", *where), ""),
        (("leitfaden", "säen"), ""),
        (("antworten", *where), ""),
        (("faellig", *where), ""),
        *((("bericht", "jahresbericht", into(f"Bericht äöüß.{kind}"), *where), "")
          for kind in ("docx", "pdf", "html", "md")),
        (("tabellen", into("Tabellen.xlsx"), *where), ""),
        (("kalender", into("Termine.ics"), "--land", "NW", *where), ""),
        (("einlesen", into("outlook.csv"), "--ja", *where), ""),
        (("kontakte", into("Kontakte.vcf"), *where), ""),
        (("kumu", into("kumu"), *where), ""),
        (("archiv", "schreiben", into("archiv.json"), *where), ""),
        (("archiv", "lesen", into("archiv.json"), "--daten", into("Zweiter Garten")), ""),
        (("paket", "schreiben", into("p.gartenpaket.json"), "--fragen", TEXT, *where), ""),
        (("sicherung", "anlegen", *where), ""),
        (("sicherung", "zurueckholen", "1", *where), "ja\n"),
        (("--linear", *where), "\n"),
        (("pruefen", *where), ""),
    ]  # fmt: skip
    for call, typed in calls:
        done = bench.run(*call, typed=typed)
        assert done.returncode in ((0, 3) if call[0] == "faellig" else (0,)), done
    for kind in ("docx", "pdf", "html", "md"):
        assert (out / f"Bericht äöüß.{kind}").stat().st_size > 100
    assert "Müßig" in (out / "Kontakte.vcf").read_text(encoding="utf-8")
    assert left_behind(desk.paths.folder.parent) == []


def test_the_first_start_asks_where_and_a_new_version_finds_the_garden(
    bench: Bench, start: Start, place: Path
) -> None:
    env = {"GARTENJAHR_PROFIL": bench.named(place / "profil")}
    window = start(env=env)
    window.wait_until(lambda: FirstWords.PROMPT.strip() in window.console, "the question")
    assert FirstWords.HERE in window.console
    window.press(pressed("\r"))
    window.wait_for("Willkommen")
    window.send("\x1b")
    home(window)
    leave(window)
    assert (place / "profil" / "Gartenjahr" / "gartenjahr.db").exists()
    again = start(env=env)
    home(again)
    leave(again)
    assert FirstWords.PROMPT.strip() not in again.console


def test_every_sign_of_the_german_keyboard_is_typed(bench: Bench, start: Start, desk: Desk) -> None:
    window = at_field(start, desk, bench)
    for sign in "Grüße, Öl & Äpfel: ß! ":
        window.press(pressed(sign))
    for sign in ON_KEY:
        window.press(with_altgr(sign))
    # The same in the reports of newer terminals, an emoji, Alt+0228, the keyboard on the screen.
    window.send("\x1b[113;3u")
    window.send("\x1b[101;7u")
    window.send("🌱")
    window.press([(True, 0x12, 0, 2), (True, 0x60, 0, 2), (False, 0x60, 0, 2)])
    window.press([(False, 0x12, ord("ä"), 0)])
    window.press([(True, 0xE7, ord("ß"), 0), (False, 0xE7, ord("ß"), 0)])
    for code in (0x10, 0x11, 0x12, 0x14, 0x90, 0x5B):
        window.press([(True, code, 0, 0), (False, code, 0, 0)])
    wait_saved(window)
    leave(window)
    assert desk.text() == "Grüße, Öl & Äpfel: ß! " + "".join(ON_KEY) + "@€🌱äß"


@pytest.mark.parametrize(
    "text",
    ["nl", "Kl\r", "Kita Nord\r", "Zeile mit Großbuchstaben\r" * 9],
    ids=["two letters", "and Enter", "a name", "nine lines"],
)
def test_what_is_pasted_on_a_page_does_nothing_and_says_so(
    bench: Bench, start: Start, desk: Desk, text: str
) -> None:
    window = start("--daten", bench.named(desk.paths.folder))
    home(window)
    before = window.lines[2:8]
    window.press(pressed(text))
    window.wait_for(CommonWords.NO_FIELD.split(";")[0][:30])
    wait_quiet(window, 0.5)
    assert window.lines[2:8] == before
    leave(window)
    with desk.book() as book:
        assert [card.kind for card in book.cards.all()] == ["pitch"]


def test_what_is_pasted_into_a_field_stands_there(bench: Bench, start: Start, desk: Desk) -> None:
    window = at_field(start, desk, bench)
    texts = ["KL", "ja\r", "Kita Nord\rFrau Öztürk", "Größe und mehr. " * 40]
    for text in texts:
        window.press(pressed(text))
        wait_quiet(window, 0.3)
        window.press(pressed(" "))
        wait_quiet(window, 0.3)
    wait_saved(window)
    leave(window)
    assert desk.text().split() == " ".join(texts).replace("\r", "\n").split()


@pytest.mark.parametrize(
    "event",
    [CLOSED, LOGGED_OFF, SHUT_DOWN, BREAK],
    ids=["closed", "logged off", "shut down", "Ctrl+Break"],
)
def test_the_window_is_closed_and_every_letter_is_there(
    bench: Bench, start: Start, desk: Desk, event: int
) -> None:
    window = at_field(start, desk, bench)
    type_in(window, "bis zum letzten Wort äöü")
    window.shut(event)
    window.wait_exit()
    assert left_behind(desk.paths.folder) == []
    assert desk.text() == "bis zum letzten Wort äöü"


def test_the_window_is_closed_while_the_garden_is_locked(
    bench: Bench, start: Start, desk: Desk
) -> None:
    window = at_field(start, desk, bench)
    type_in(window, "erst")
    wait_saved(window)
    with bench.helper("lock", bench.named(desk.paths.file)):
        type_in(window, " dann gesperrt")
        window.shut()
        begun = time.monotonic()
        window.wait_until(desk.paths.rescue.exists, "the text beside the garden")
        rescued = time.monotonic() - begun
        # As Windows does it, whatever the program is at.
        with contextlib.suppress(AssertionError):
            window.wait_exit(timeout=WINDOWS_SECONDS)
        window.close()
        assert rescued < WINDOWS_SECONDS, rescued
        assert "dann gesperrt" in json.dumps(json.loads(desk.paths.rescue.read_bytes()))
    again = start("--daten", bench.named(desk.paths.folder))
    again.wait_for(SavingWords.RESCUED[:30])
    leave(again)
    assert desk.text() == "erst dann gesperrt"


def test_a_killed_program_loses_at_most_the_last_second(
    bench: Bench, start: Start, desk: Desk
) -> None:
    window = at_field(start, desk, bench)
    type_in(window, "älter als eine Sekunde")
    wait_saved(window)
    window.close()
    again = at_field(start, desk, bench)
    again.wait_for("älter als eine Sekunde")
    leave(again)
    assert left_behind(desk.paths.folder) == []
    assert desk.text() == "älter als eine Sekunde"


def test_a_second_window_may_only_look(bench: Bench, start: Start, desk: Desk) -> None:
    first = at_field(start, desk, bench)
    second = start("--daten", bench.named(desk.paths.folder))
    second.wait_for("Nur lesen: Der Garten ist schon geöffnet")
    leave(second)
    done = bench.run("sicherung", "zurueckholen", "1", "--daten", bench.named(desk.paths.folder))
    assert done.returncode == 1
    type_in(first, "der erste schreibt weiter")
    wait_saved(first)
    leave(first)
    assert desk.text() == "der erste schreibt weiter"


def test_a_virus_scanner_that_holds_every_fresh_file_is_waited_for(
    bench: Bench, place: Path
) -> None:
    garden, archive = place / "Garten", bench.named(place / "a.json")
    where = ["--daten", bench.named(garden)]
    with bench.helper("scan", bench.named(place), str(SCANNER_MS)):
        for call, typed in (
            (("--linear", *where), "\n\nText\n\n"),
            (("--linear", *where), "\n\nText\n\n"),
            (("sicherung", "anlegen", *where), ""),
            (("archiv", "schreiben", archive, *where), ""),
            (("archiv", "schreiben", archive, "--ueberschreiben", *where), ""),
            (("sicherung", "zurueckholen", "1", *where), "ja\n"),
            (("pruefen", *where), ""),
        ):
            done = bench.run(*call, typed=typed)
            assert done.returncode == 0, done
        time.sleep(2 * SCANNER_MS / 1000)
    assert left_behind(place) == []


def test_a_report_that_is_open_in_another_program_is_named_and_stays(
    bench: Bench, desk: Desk
) -> None:
    file = desk.paths.folder.parent / "Bericht.docx"
    call = ["bericht", "jahresbericht", bench.named(file), "--daten"]
    call += [bench.named(desk.paths.folder)]
    assert bench.run(*call).returncode == 0
    before = file.read_bytes()
    for share in ("0", "1"):
        with bench.helper("hold", bench.named(file), share):
            done = bench.run(*call, "--ueberschreiben")
        assert done.returncode == 1
        assert "in einem anderen Programm offen" in " ".join(done.stderr.split())
        assert file.read_bytes() == before
    assert bench.run(*call, "--ueberschreiben").returncode == 0
    assert {one.name for one in file.parent.iterdir()} == {desk.paths.folder.name, file.name}


@contextmanager
def away(folder: Path) -> Iterator[None]:
    """The drive is gone until the end of the block."""
    hidden = folder.with_name(folder.name + "-weg")
    folder.rename(hidden)
    try:
        yield
    finally:
        hidden.rename(folder)


@pytest.mark.parametrize("closed_meanwhile", [False, True], ids=["open", "closed meanwhile"])
def test_a_network_drive_vanishes_and_comes_back(
    bench: Bench, start: Start, guide: Guide, planted: Path, closed_meanwhile: bool
) -> None:
    env = {"GARTENJAHR_PROFIL": bench.named(bench.home / f"profil-{closed_meanwhile}")}
    with bench.network_drive("N") as drive:
        folder = drive / f"Garten-{closed_meanwhile}"
        folder.mkdir()
        (folder / "gartenjahr.db").write_bytes(planted.read_bytes())
        window = start("--daten", f"N:\\{folder.name}", env=env)
        home(window)
        resume(window)
        type_in(window, "vorher")
        wait_saved(window)
        with away(drive):
            type_in(window, " und währenddessen äöü")
            window.wait_for("noch nicht gespeichert")
            if closed_meanwhile:
                window.shut()
                window.wait_exit()
        if closed_meanwhile:
            window = start("--daten", f"N:\\{folder.name}", env=env)
            window.wait_for(SavingWords.RESCUED[:30])
        else:
            wait_saved(window)
        leave(window)
        assert Desk(guide, folder).text() == "vorher und währenddessen äöü"


def test_a_stick_that_is_not_there_is_missed(bench: Bench, planted: Path, place: Path) -> None:
    env = {"GARTENJAHR_PROFIL": bench.named(place / "profil")}
    with bench.network_drive("S") as drive:
        (drive / "gartenjahr.db").write_bytes(planted.read_bytes())
        call = ["--linear", "--daten", "S:\\"]
        assert bench.run(*call, typed="\n", env=env).returncode == 0
        (drive / "gartenjahr.db").rename(place / "gartenjahr.db")
        done = bench.run(*call, typed="\n", env=env)
        assert done.returncode == 1
        assert "fehlt" in done.stderr
        assert not (drive / "gartenjahr.db").exists()


def test_line_by_line_a_closed_window_saves_and_lets_go(
    bench: Bench, start: Start, desk: Desk
) -> None:
    window = start("--linear", "--daten", bench.named(desk.paths.folder))
    window.wait_for("? hilft")
    for line in ("0", "1", "erste Zeile", "zweite Zeile"):
        window.press(pressed(line + "\r"))
        wait_quiet(window, 0.5)
    window.shut()
    window.wait_exit()
    assert left_behind(desk.paths.folder) == []
    done = bench.run("antworten", "--vertrauliche", "--daten", bench.named(desk.paths.folder))
    assert "zweite Zeile" in done.stdout


def test_nothing_is_ever_written_into_the_folder_of_the_program(
    bench: Bench, start: Start, desk: Desk
) -> None:
    folder = bench.home.parent.joinpath(*bench.program.removeprefix("C:\\").split("\\"))
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    for path in before:
        path.chmod(0o555)
    try:
        window = at_field(start, desk, bench)
        type_in(window, "aus „Program Files“")
        wait_saved(window)
        leave(window)
        assert bench.run("pruefen", "--daten", bench.named(desk.paths.folder)).returncode == 0
    finally:
        for path in before:
            path.chmod(0o755)
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == before
    assert desk.text() == "aus „Program Files“"
