"""A text area in a real terminal takes what a person types and pastes."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.terminal.pty_app import RealTerminal

APP = Path(__file__).with_name("sample_app.py")
ROOT = Path(__file__).parents[2]
QUIT = "\x11"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "saved.txt"


@pytest.fixture
def terminal(saved: Path) -> Iterator[RealTerminal]:
    with start(saved) as terminal:
        terminal.wait_for("size 80x24")
        yield terminal


def start(saved: Path, **env: str) -> RealTerminal:
    env["PYTHONPATH"] = str(ROOT)
    return RealTerminal([sys.executable, str(APP), str(saved)], env=env)


def text_after(terminal: RealTerminal, saved: Path, length: int) -> str:
    """Wait for the length of the text, quit with ctrl+q and return what was saved."""
    terminal.wait_for(f"length {length}")
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0
    reason, _, text = saved.read_bytes().decode().partition("\n")
    assert reason == "keys"
    return text


def test_umlauts_can_be_typed(terminal: RealTerminal, saved: Path) -> None:
    terminal.send("Größe äöü ÄÖÜ ẞ é €")
    terminal.wait_for("Größe äöü ÄÖÜ ẞ é €")
    assert text_after(terminal, saved, 19) == "Größe äöü ÄÖÜ ẞ é €"


def test_a_latin_1_terminal_keeps_its_umlauts(saved: Path) -> None:
    with start(saved, PYTHONIOENCODING="iso8859-1", PYTHONUTF8="0") as terminal:
        terminal.wait_for("size 80x24")
        terminal.send("Gärtner für Öl, groß".encode("iso8859-1"))
        assert text_after(terminal, saved, 20) == "Gärtner für Öl, groß"


def test_altgr_types_the_at_sign(terminal: RealTerminal, saved: Path) -> None:
    terminal.send("\x1b[113;3u\x1b[55;7u\x1b[43::93;3u")
    assert text_after(terminal, saved, 3) == "@{~"


def test_a_paste_arrives_as_it_is_and_presses_no_keys(terminal: RealTerminal, saved: Path) -> None:
    terminal.paste(f"[bold red]rot[/] \x1b[31mrot\x1b[0m {QUIT}\x1b[113;5u\r\nEnde")
    terminal.wait_for("[bold red]rot[/] [31mrot")
    expected = "[bold red]rot[/] [31mrot[0m [113;5u\nEnde"
    assert text_after(terminal, saved, len(expected)) == expected


def test_a_paste_without_marks_arrives_whole(terminal: RealTerminal, saved: Path) -> None:
    text = "Eine Zeile von vielen\n" * 1000
    terminal.send(text.replace("\n", "\r"))
    assert text_after(terminal, saved, len(text)) == text


def test_a_paste_that_never_ends_leaves_the_keyboard_working(
    terminal: RealTerminal, saved: Path
) -> None:
    terminal.send("\x1b[200~Text")
    terminal.wait_for("length 4")
    terminal.send("!")
    assert text_after(terminal, saved, 5) == "Text!"


def test_a_megabyte_arrives_whole(terminal: RealTerminal, saved: Path) -> None:
    text = "Grüße aus dem Garten\n" * 50_000
    terminal.paste(text, timeout=60)
    terminal.wait_for(f"length {len(text)}", timeout=60)
    assert text_after(terminal, saved, len(text)) == text


def test_a_broken_character_does_not_end_the_app(terminal: RealTerminal, saved: Path) -> None:
    terminal.send(b"a\xffb\xc3")
    terminal.wait_for("length 3")
    terminal.send(b"(")
    assert text_after(terminal, saved, 5) == "a\ufffdb\ufffd("


def test_a_report_of_no_character_does_not_end_the_app(terminal: RealTerminal, saved: Path) -> None:
    terminal.send("\x1b[1114112u\x1b[43::45;5:1u\x1b[48;24;80;0;0t\x1b[<35;10;10M")
    terminal.send("a")
    assert text_after(terminal, saved, 1) == "a"


def test_escape_and_enter_are_keys(terminal: RealTerminal, saved: Path) -> None:
    terminal.send("a\rb")
    terminal.wait_for("length 3")
    terminal.send("\x1b")
    assert text_after(terminal, saved, 3) == "a\nb"


def test_the_window_can_be_resized(terminal: RealTerminal) -> None:
    terminal.resize(100, 30)
    terminal.wait_for("size 100x30")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_saves_the_text(terminal: RealTerminal, saved: Path, name: str) -> None:
    terminal.send("ungesichert")
    terminal.wait_for("length 11")
    terminal.kill(getattr(signal, name))
    assert terminal.wait_exit() == 0
    assert saved.read_text(encoding="utf-8") == "signal\nungesichert"


def test_closing_the_window_saves_the_text(terminal: RealTerminal, saved: Path) -> None:
    terminal.send("ungesichert")
    terminal.wait_for("length 11")
    terminal.hang_up()
    assert terminal.wait_exit() == 0
    assert saved.read_text(encoding="utf-8") == "signal\nungesichert"


def test_a_signal_saves_the_text_even_while_the_app_is_busy(
    terminal: RealTerminal, saved: Path
) -> None:
    terminal.send("BLOCK")
    terminal.wait_until(saved.exists, "the app to be busy")
    terminal.kill(signal.SIGTERM)
    assert terminal.wait_exit() == 128 + signal.SIGTERM
    assert saved.read_text(encoding="utf-8") == "blocked"


def test_input_may_come_from_a_pipe(saved: Path) -> None:
    command = f"printf 'Gr\\303\\274\\303\\237e' | {sys.executable} {APP} {saved}"
    with RealTerminal(["/bin/sh", "-c", command], env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("length 5")
