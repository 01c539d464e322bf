"""What the terminal sends arrives as what the person meant."""

import re
import time
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from gartenjahr_tui.terminal.input import (
    ALTGR,
    ALTGR_SWISS,
    BULK,
    BULK_SILENCE,
    NUMBER_BLOCK,
    PASTE_SILENCE,
    REPEATS,
    TerminalInput,
    encoding_of,
    rewrite_key_report,
)
from gartenjahr_tui.text import clean

START = "\x1b[200~"
END = "\x1b[201~"
DANGER = "\x11\x1b[113;5u\x1b\x1b\r\x1b[A[bold red]\x03"
SAFE = "[113;5u\n[A[bold red]"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A terminal input and what has come out of it."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.input = TerminalInput(clock=self.clock)
        self.messages: list[Message] = []

    def feed(self, *reads: str) -> "Desk":
        for text in reads:
            self.messages += self.input.feed(text)
        return self

    def silence(self, seconds: float) -> "Desk":
        self.clock.now += seconds
        self.messages += self.input.tick()
        return self

    @property
    def seen(self) -> list[Any]:
        return describe(self.messages)


def describe(messages: Iterable[Message]) -> list[Any]:
    return [
        ("paste", message.text)
        if isinstance(message, events.Paste)
        else (message.key, message.character)
        if isinstance(message, events.Key)
        else type(message)
        for message in messages
    ]


def stock(text: str) -> list[Any]:
    return describe(XTermParser().feed(text))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_every_sign_of_the_german_keyboard_is_there() -> None:
    assert set(ALTGR.values()) >= set("@€{[]}\\|~µ²³")


def test_what_a_swiss_keyboard_has_beside_takes_no_sign_from_a_german_one() -> None:
    german = dict(zip("qe7890ß+<m23", "@€{[]}\\~|µ²³", strict=True))
    assert {key: ALTGR[key] for key in german} == german
    swiss = {ALTGR_SWISS[key] for key in "234567eüä$¨<"}
    assert swiss >= set("@#°§¬|€[{}]\\")


@pytest.mark.parametrize(("key", "character"), ALTGR.items())
@pytest.mark.parametrize("report", ["{};3u", "{};7u", "{};67u", "{};131u", "{}::43;3u", "{};3:1u"])
def test_altgr_types_the_sign_on_the_key(desk: Desk, key: str, character: str, report: str) -> None:
    desk.feed("\x1b[" + report.format(ord(key)))
    assert desk.seen == stock(character)
    assert [message.is_printable for message in desk.messages] == [True]  # type: ignore[attr-defined]


@pytest.mark.parametrize("report", ["113;3;64u", "113;7;64u", "113:81:113;7:1;64u", "64;;64u"])
def test_altgr_types_the_text_the_terminal_reports(desk: Desk, report: str) -> None:
    assert desk.feed("\x1b[" + report).seen == [("at", "@")]


@pytest.mark.parametrize("report", ["{}u", "{};1u", "{};129u", "{};1:1u"])
def test_every_key_of_the_number_block_types_itself_or_nothing(desk: Desk, report: str) -> None:
    for number in range(57399, 57429):
        desk.feed("\x1b[" + report.format(number))
    characters = [character for _, character in desk.seen if character not in (None, "\r")]
    assert characters == list("0123456789,/*-+=,")


@pytest.mark.parametrize(("number", "sign"), NUMBER_BLOCK.items())
@pytest.mark.parametrize("report", ["\x1b[{}u", "\x1b[{};129u", "\x1b[{};1u", "\x1b[{};129;{}u"])
def test_the_signs_of_the_number_block_are_typed(
    desk: Desk, number: int, sign: str, report: str
) -> None:
    desk.feed(report.format(number, ord(sign)))
    assert [character for _, character in desk.seen] == [sign]


def test_a_control_key_with_the_number_block_types_nothing(desk: Desk) -> None:
    assert [character for _, character in desk.feed("\x1b[57413;5u").seen] == [None]


@pytest.mark.parametrize("name", ["iso8859-1", "iso8859-15", "cp1252", "mac-roman"])
def test_a_terminal_of_single_bytes_keeps_its_umlauts(name: str) -> None:
    terminal = TerminalInput(encoding=encoding_of(name))
    text = "Öl für Groß"
    messages = [m for byte in text.encode(name) for m in terminal.feed_bytes(bytes([byte]))]
    assert "".join(m.character or "" for m in messages if isinstance(m, events.Key)) == text


@pytest.mark.parametrize("name", [None, "", "utf-8", "ascii", "ANSI_X3.4-1968", "gbk", "klingon"])
def test_any_other_terminal_is_taken_to_speak_utf_8(name: str | None) -> None:
    assert encoding_of(name) == "utf-8"


def test_altgr_works_when_the_report_comes_in_pieces(desk: Desk) -> None:
    assert desk.feed("\x1b", "[11", "3;3u").seen == [("at", "@")]


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[113;5u",  # ctrl+q
        "\x1b[110;3u",  # alt+n
        "\x1b[113;4u",  # alt+shift+q
        "\x1b[57407;3u",  # alt and 8 of the number pad: a character's number is being typed
        "\x1b[97;;97u",
        "\x1b[97;2;65u",
        "\x1b[0;;228u",
        "\x1b[13;;13u",
        "\x1b[13u",
        "\x1b[27u",
        "\x1b[57441;2u",
        "\x1b[A",
        "\x1b[1;5A",
        "\x1b[3~",
        "\x1b[3;2~",
        "\x1b[Z",
        "\x1bOP",
        "\x1b[I",
        "\x1b[12;40R",
        "\x1b[<35;10;10M",
        "\x1b[?2026;2$y",
        "\x1b[48;24;80;480;800t",
        "äöüß€\U0001f600",
        "\r",
        "\t",
        "\x7f",
        "\x03",
        "\x00",
    ],
)
def test_all_other_keys_are_as_textual_has_them(desk: Desk, sequence: str) -> None:
    seen = desk.feed(sequence).seen
    expected = stock(sequence)
    # The text that comes with Enter makes no difference to it.
    assert seen == expected and seen


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[1114112u",
        "\x1b[55296;;55296u",
        "\x1b[99999999999999999999~",
        "\x1b[97;1:3u",
    ],
)
def test_reports_of_no_key_are_left_out(desk: Desk, sequence: str) -> None:
    assert desk.feed(sequence, "x").seen == [("x", "x")]


def test_alt_as_escape_is_as_textual_has_it(desk: Desk) -> None:
    assert desk.feed("\x1bq").silence(1).seen == [("alt+q", "q")]


def test_a_control_key_with_a_control_character_as_text_keeps_its_name(desk: Desk) -> None:
    assert desk.feed("\x1b[113;5;17u").seen == [("ctrl+q", None)]


def test_a_wrong_report_of_the_size_does_not_end_the_mouse(desk: Desk) -> None:
    desk.feed("\x1b[48;0;0;0;0t", "\x1b[<35;10;10Mx")
    desk.feed("\x1b[48;24;80;240;800t", "\x1b[<35;11;21M", "y")
    assert [seen for seen in desk.seen if isinstance(seen, tuple)] == [("x", "x"), ("y", "y")]
    mouse = [message for message in desk.messages if isinstance(message, events.MouseMove)]
    assert [(move.x, move.y) for move in mouse] == [(1, 2)]


@given(st.lists(st.text("\x1b[<>?0123456789:;~uMmRtyIO$Aq€\ud800 \x9b\x7f\r", max_size=40)))
def test_no_input_ends_the_input(reads: list[str]) -> None:
    desk = Desk().feed(*reads)
    desk.silence(5).silence(5).feed("x").silence(5).silence(5)
    seen = desk.seen[-1]
    assert seen[1].endswith("x")


@given(st.text("\x1b[0123456789:;u~A", max_size=40))
def test_rewriting_a_report_never_fails(sequence: str) -> None:
    rewritten = rewrite_key_report(sequence)
    assert rewritten is None or len(rewritten) <= len(sequence) + 1


def test_a_paste_presses_no_keys(desk: Desk) -> None:
    assert desk.feed(f"a{START}{DANGER}{END}b").seen == [("a", "a"), ("paste", SAFE), ("b", "b")]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7])
def test_a_paste_in_pieces_is_one_paste(desk: Desk, size: int) -> None:
    text = f"{START}{DANGER * 20}\x1b[20{END}"
    desk.feed(*re.findall(f"(?s).{{1,{size}}}", text))
    assert desk.seen == [("paste", SAFE * 20 + "[20")]


def test_a_paste_with_the_start_of_a_paste_in_it_is_one_paste(desk: Desk) -> None:
    assert desk.feed(f"{START}a{START}b{END}c").seen == [("paste", "a[200~b"), ("c", "c")]


def test_two_pastes_are_two(desk: Desk) -> None:
    assert desk.feed(f"{START}a{END}{START}b{END}").seen == [("paste", "a"), ("paste", "b")]


def test_line_ends_of_a_paste_are_those_of_a_text(desk: Desk) -> None:
    assert desk.feed(f"{START}a\r\nb\rc\n\td{END}").seen == [("paste", "a\nb\nc\n\td")]


def test_a_paste_of_nothing_deletes_nothing(desk: Desk) -> None:
    assert desk.feed(f"{START}{END}{START}\x1b\x00{END}").seen == []


def test_escape_before_a_paste_is_a_key(desk: Desk) -> None:
    assert desk.feed(f"\x1b{START}a{END}").seen == [("escape", "\x1b"), ("paste", "a")]


def test_half_a_key_before_a_paste_does_not_eat_what_follows(desk: Desk) -> None:
    assert desk.feed(f"\x1b[1;{START}a{END}5A").seen[-3:] == [
        ("paste", "a"), ("5", "5"), ("A", "A"),
    ]  # fmt: skip


@given(st.text("ab\x1b[201~\r\n\t\x11", max_size=60), st.lists(st.integers(1, 9), max_size=60))
def test_any_paste_read_in_any_way_is_one_paste(text: str, sizes: list[int]) -> None:
    text = text.replace(END, "")
    if END in text + END[:-1]:
        return
    desk, rest = Desk(), START + text + END
    for size in sizes:
        desk.feed(rest[:size])
        rest = rest[size:]
    desk.feed(rest)
    expected = clean((text + END).partition(END)[0])
    assert desk.seen == ([("paste", expected)] if expected else [])


def test_a_paste_without_end_arrives_after_a_second(desk: Desk) -> None:
    desk.feed(f"{START}{DANGER}", "\x1b[20").silence(PASTE_SILENCE * 0.9)
    assert desk.seen == []
    desk.feed("x").silence(PASTE_SILENCE * 0.9)
    assert desk.seen == []
    assert desk.silence(PASTE_SILENCE).seen == [("paste", SAFE + "[20x")]


def test_the_keyboard_works_after_a_paste_without_end(desk: Desk) -> None:
    desk.feed(f"{START}abc").silence(PASTE_SILENCE)
    desk.feed("\x1b[<35;10;10M" * 10, "\x1b[113;5u", "x", "\r")
    assert desk.seen[0] == ("paste", "abc")
    assert desk.seen[-3:] == [("ctrl+q", None), ("x", "x"), ("enter", "\r")]


def test_the_rest_of_a_stalled_paste_presses_no_keys(desk: Desk) -> None:
    desk.feed(f"{START}abc").silence(PASTE_SILENCE)
    desk.feed(DANGER * 5, DANGER, f"{DANGER}{END}x")
    assert desk.seen == [("paste", "abc"), ("paste", SAFE * 7), ("x", "x")]


def test_the_short_end_of_a_stalled_paste_presses_no_keys(desk: Desk) -> None:
    desk.feed(f"{START}abc").silence(PASTE_SILENCE).feed(f"\x11def{END}", "x")
    assert desk.seen == [("paste", "abc"), ("paste", "def"), ("x", "x")]


def test_a_new_paste_after_one_without_end_is_complete(desk: Desk) -> None:
    desk.feed(f"{START}abc").silence(PASTE_SILENCE).feed(f"{START}def{END}", "x")
    assert desk.seen == [("paste", "abc"), ("paste", "def"), ("x", "x")]


def test_a_slow_connection_may_split_the_start_of_a_paste(desk: Desk) -> None:
    desk.feed("\x1b[2").silence(1)
    keys = len(desk.seen)
    desk.feed(f"00~{DANGER}{END}")
    assert desk.seen[keys:] == [("paste", SAFE)]


def test_closing_the_input_loses_no_paste(desk: Desk) -> None:
    desk.feed(f"{START}abc\x1b[2")
    assert describe(desk.input.close()) == [("paste", "abc[2")]


def test_a_lone_escape_is_a_key_after_a_moment(desk: Desk) -> None:
    desk.feed("\x1b")
    assert desk.seen == []
    assert desk.input.wait_seconds(1) <= 0.1
    assert desk.silence(0.1).seen == [("escape", "\x1b")]
    assert desk.feed("q").seen == [("escape", "\x1b"), ("q", "q")]


@pytest.mark.parametrize("line", ["Zeile mit ß\r\n", "\x1b[A\x1b"], ids=["text", "escapes"])
def test_a_paste_of_ten_megabytes_takes_no_time(desk: Desk, line: str) -> None:
    text = START + line * (10_000_000 // len(line)) + END
    start = time.process_time()
    for position in range(0, len(text), 4096):
        desk.feed(text[position : position + 4096])
    assert time.process_time() - start < 3
    assert desk.seen == [("paste", clean(text[len(START) : -len(END)]))]


def test_a_paste_without_marks_is_a_paste(desk: Desk) -> None:
    text = "Erste Zeile\rzweite Zeile\tund mehr\r" * 3
    desk.feed(text, "kurz\r", "x")
    assert desk.seen == []
    assert desk.input.wait_seconds(1) == BULK_SILENCE
    desk.silence(BULK_SILENCE)
    assert desk.seen == [("paste", clean(text) + "kurz\nx")]
    assert desk.feed("\r").seen[1:] == [("enter", "\r")]


def test_a_key_ends_a_paste_without_marks(desk: Desk) -> None:
    desk.feed("viele Wörter " * 5, "Ende\x1b[A")
    assert desk.seen == [("paste", "viele Wörter " * 5 + "Ende"), ("up", None)]


def test_typing_fast_is_typing(desk: Desk) -> None:
    text = "a" * (BULK // 2) + "b" * (BULK // 2)
    assert [key for key, _ in desk.feed(text, "\r", "\r").seen] == [*text, "enter", "enter"]


@pytest.mark.parametrize("key", ["x", "\r", "\x7f", "\x1b[A", "\x1b[97;;97u"])
def test_a_key_held_down_repeats(desk: Desk, key: str) -> None:
    count = REPEATS if len(key) == 1 else 40
    assert len(desk.feed(key * count).seen) == count


def test_twenty_thousand_times_the_same_letter_is_a_paste(desk: Desk) -> None:
    for _ in range(5):
        desk.feed("x" * 4000)
    assert desk.silence(1).seen == [("paste", "x" * 20_000)]


def test_a_byte_that_is_no_text_is_shown_as_such() -> None:
    terminal = TerminalInput()
    reads = (b"a\xff", b"\xc3", b"\xa4", b"\xe2\x82", b"x", b"\xed\xa0\x80")
    characters = [m.character for data in reads for m in terminal.feed_bytes(data)]  # type: ignore[attr-defined]
    assert characters == ["a", "\ufffd", "ä", "\ufffd", "x", *"\ufffd\ufffd\ufffd"]


def test_half_an_emoji_at_the_end_of_a_read_waits_for_the_other() -> None:
    terminal = TerminalInput()
    messages = [m for part in ("a\ud83d", "\ude00b", "\ude00c") for m in terminal.feed_utf16(part)]
    assert [m.character for m in messages] == ["a", "\U0001f600", "b", "\ufffd", "c"]  # type: ignore[attr-defined]
