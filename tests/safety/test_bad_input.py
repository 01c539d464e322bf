"""Whatever is typed or pasted is text: shown, kept, and harmless."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from gartenjahr_tui.text import clean
from tests.safety.desk import (
    ESCAPE,
    F2,
    F4,
    F10,
    QUIT,
    TEXT,
    Desk,
    resume,
    type_in,
    wait_quiet,
    wait_saved,
)
from tests.terminal.pty_app import RealTerminal

Start = Callable[..., RealTerminal]

NASTY = (
    "[bold red]rot[/] [/] [/nichts] [@click=app.quit]Klick[/] $error {x} %s \\[\n"
    "\x1b[31mrot\x1b[0m \x1b]0;Titel\x07 \x1b[2J\x1bc \x9b31m \x00Null\x00 \x7f\x08\n"
    "Emoji 🌻👩‍🌾🇩🇪 rechts שלום عربى links \u202everkehrt\u202c\n"
    "zerlegt: Gru\u0308ße A\u0308 o\u0308, ganz: Grüße Ä ö, \ufeff\u200b unsichtbar"
)


def test_markup_escapes_nulls_and_emoji_are_text_everywhere(desk: Desk, start: Start) -> None:
    terminal = start()
    resume(terminal)
    terminal.paste(NASTY)
    terminal.wait_for("[bold red]rot[/]")
    terminal.wait_for("Grüße Ä ö")
    wait_saved(terminal)
    assert desk.text() == clean(NASTY)
    assert "Grüße Ä ö" in desk.text()
    assert "u\u0308" not in desk.text()
    terminal.send(QUIT)
    assert terminal.wait_exit() == 0

    # An earlier year and a former version hold it, too.
    with desk.book() as book:
        book.name_library(NASTY)
        prompt = desk.guide.prompts[TEXT]
        book.put(prompt, {"text": NASTY + " anders"})
        book.rename_voice("[bold red]Frau[/] [/]")
        earlier = book.year - 1
        book.begin_year(earlier)
        book.correct(earlier)
        book.put(prompt, {"text": NASTY})

    again = start()
    again.wait_for("[bold red]rot[/]")
    resume(again)
    again.wait_for("[@click=app.quit]Klick[/]")
    again.send(F4)
    again.wait_for("anderen Jahren")
    again.wait_for("[bold red]rot[/]")
    again.send(ESCAPE)
    wait_quiet(again)
    for entry, seen in (
        ("Fassungen", "Frühere Fassungen"),
        ("Stimmen", "Stimmen"),
        ("Wer schreibt", "Frau[/]"),
        ("Gartenjahre", "Gartenjahre"),
        ("einrichten", "[bold red]"),
    ):
        again.send(F10)
        again.wait_for("Was möchten Sie tun?")
        type_in(again, entry)
        wait_quiet(again)
        again.send("\r")
        again.wait_for(seen)
        wait_quiet(again)
        again.send(ESCAPE)
        wait_quiet(again)
    again.send(F2)
    again.wait_for("Weg durchs Jahr")
    again.send(QUIT)
    assert again.wait_exit() == 0
    assert b"\x1b]0;Titel" not in again.output
    assert b"\x1bc" not in again.output


def test_bytes_that_are_no_text_do_not_end_the_program(desk: Desk, start: Start) -> None:
    terminal = start()
    resume(terminal)
    terminal.send(b"vor \xff\xfe\xc3( nach \xe2\x82")
    terminal.send(b"Ende")
    terminal.wait_for("Ende")
    wait_saved(terminal)
    assert desk.text().startswith("vor \ufffd")
    assert desk.text().endswith("Ende")
    type_in(terminal, " Gru\u0308n")
    wait_saved(terminal)
    assert desk.text().endswith("Ende Grün"), "a decomposed umlaut, key by key, is kept composed"


@pytest.mark.parametrize("megabytes", [1, 10])
def test_a_huge_paste_is_kept_whole(desk: Desk, start: Start, megabytes: int) -> None:
    line = "Der Garten wächst, und jede Zeile zählt: äöü ÄÖÜ ß.\n"
    text = (line * (megabytes * 2**20 // len(line.encode()) + 1))[:-1] + " Ende"
    terminal = start()
    resume(terminal)
    begin = time.monotonic()
    terminal.paste(text, timeout=90)
    terminal.wait_for("Ende", timeout=90)
    shown = time.monotonic()
    terminal.wait_until(lambda: "gespeichert" in terminal.lines[0], "saved", timeout=90)
    terminal.wait_until(lambda: desk.text() == text, "the text in the file", timeout=90)
    kept = time.monotonic()
    terminal.send("x")
    terminal.wait_for("Endex", timeout=60)
    key = time.monotonic()
    terminal.send(QUIT)
    assert terminal.wait_exit(timeout=90) == 0
    end = time.monotonic()
    assert desk.text() == text + "x"
    again = start()
    again.wait_for("Weg durchs Jahr")
    home = time.monotonic()
    if megabytes == 1:
        again.send("\r")
        again.wait_for("Endex", timeout=90)
    print(
        f"{megabytes} MB: shown {shown - begin:.1f} s, kept {kept - begin:.1f} s, "
        f"a key {key - kept:.2f} s, quit {end - key:.1f} s, home {home - end:.1f} s, "
        f"resumed {time.monotonic() - home:.1f} s"
    )
