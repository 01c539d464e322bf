r"""Turn what a terminal sends into Textual messages, and let nothing in it do harm.

`TerminalInput` stands between the bytes and Textual's parser:

* Between the marks of a bracketed paste everything is text. The parser never sees it, so an
  escape sequence in it cannot press keys, and a long paste costs one search instead of one
  parser step a character.
* A paste whose end mark does not come is delivered after `PASTE_SILENCE` seconds of silence.
  If more of it comes later (a connection that stalled), it is taken as a paste again as long as
  it looks like one: it ends with the mark, or is longer than `BULK` characters and is not just
  reports of keys and the mouse. The first short piece that is neither ends the waiting, so a
  lost mark never locks the keyboard.
* Terminals without bracketed paste send a paste as plain characters. A single read that holds
  more than `BULK` characters of nothing but text, line ends and tabs is such a paste; it goes on
  until the terminal is silent for `BULK_SILENCE` seconds or sends a key that is not text. A
  person who types sends one character a read; a key held down while the program is busy repeats
  one character, hence up to `REPEATS` times the same one are keys. Enter alone is a key. Where
  each key comes by itself, as from the console of Windows, less is a paste.
* Keys with AltGr that arrive as `alt+q` become the character printed on a German keyboard, or a
  Swiss one where it is known to be that, and so do the signs of the number block, for which
  Textual knows a name but no character. Keys whose number stands for no character type nothing.
* Bytes that are no text become U+FFFD, and a report the parser fails at is left out.
"""

import codecs
import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from textual import constants, events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.keys import Keys
from textual.message import Message

from gartenjahr_tui.text import clean

PASTE_SILENCE: Final = 1.0
"""Seconds without input after which an unfinished bracketed paste is delivered."""

BULK: Final = 32
"""A single read with more characters of plain text than this is a paste."""

BULK_SILENCE: Final = 0.03
"""Seconds without input after which a paste without marks is complete."""

REPEATS: Final = 256
"""Up to so many times the same character in a single read is a key held down."""

_GERMAN: Final = dict(zip("qe7890ß+<m23", "@€{[]}\\~|µ²³", strict=True))
_SWISS: Final = dict(zip("1456üä$¨'^", "¦°§¬[{}]´~", strict=True))

ALTGR: Final[Mapping[str, str]] = _GERMAN | _SWISS
"""What AltGr makes of a key on the German keyboard (QWERTZ).

Keys that make nothing there make what they do on the Swiss one.
"""

ALTGR_SWISS: Final[Mapping[str, str]] = _GERMAN | _SWISS | dict(zip("2378<", "@#|¢\\", strict=True))
"""What AltGr makes of a key where the keyboard is known to be Swiss."""

NUMBER_BLOCK: Final = dict(zip(range(57409, 57414), ",/*-+", strict=True)) | {
    57415: "=",
    57416: ",",
}
"""What the signs of the number block type on the German keyboard, by their kitty numbers."""

_ESC: Final = "\x1b"
_SHIFT: Final = 1
_ALT: Final = 2
_CTRL: Final = 4
_LOCKS: Final = 64 | 128
_RELEASED: Final = "3"

_KEY_REPORT: Final = re.compile(
    r"\x1b\[(?P<code>[\d:]*)(?:;(?P<modifiers>[\d:]*))?(?:;(?P<text>[\d:]*))?"
    r"(?P<end>[u~ABCDEFHPQRS])"
)
_REPORTS: Final = re.compile(r"(?:\x1b\[[<?\d:;]*\$?[A-Za-z~])+")
_PRINTABLE: Final = re.compile(r"[^\x00-\x1f\x7f-\x9f]")
_TEXT: Final = re.compile(r"[^\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]*")


def rewrite_key_report(sequence: str, altgr: Mapping[str, str] = ALTGR) -> str | None:
    """Put the report of a key into a form that Textual understands.

    Windows Terminal reports AltGr+Q in the kitty keyboard protocol as Alt+Q (or Ctrl+Alt+Q), for
    which Textual types nothing. Alternate keys (``43::45``), the kind of a key event (``3:1``)
    and numbers that are no character end Textual's input, so they are left out here.

    Args:
        sequence: The report.
        altgr: What AltGr makes of a key.

    Returns:
        The sequence or character to parse instead, or `None` if there is nothing to do for it.
    """
    if (match := _KEY_REPORT.fullmatch(sequence)) is None:
        return sequence
    code, _, _ = match["code"].partition(":")
    modifiers, _, kind = (match["modifiers"] or "").partition(":")
    if kind == _RELEASED or (code and not _is_character(code)):
        return None
    text = ":".join(part for part in (match["text"] or "").split(":") if _is_printable(part))
    held = (int(modifiers or "1") - 1) & ~_LOCKS
    if match["end"] == "u" and held in (_ALT, _ALT | _CTRL):
        if text:
            modifiers = "1"
        elif code and (character := altgr.get(chr(int(code)).lower())):
            return character
    is_plain = match["end"] == "u" and bool(code) and not text and not held & ~_SHIFT
    if is_plain and (character := NUMBER_BLOCK.get(int(code))):
        return character
    if match["modifiers"] is None:
        return f"{_ESC}[{code}{match['end']}"
    return f"{_ESC}[{code};{modifiers}{text and ';'}{text}{match['end']}"


def _is_character(number: str) -> bool:
    # Cut off what Python would refuse to read as a number; no character is that long.
    return len(number) < 8 and int(number) < 0x110000 and not 0xD800 <= int(number) < 0xE000


def _is_printable(number: str) -> bool:
    return bool(number) and _is_character(number) and unicodedata.category(chr(int(number))) != "Cc"


def _is_private(character: str) -> bool:
    """Whether it is the number of a key, such as the 5 of the number block without Num."""
    return "\ue000" <= character <= "\uf8ff"


def encoding_of(name: str | None) -> str:
    """What the bytes of a terminal mean whose locale names an encoding.

    A single byte a character, as in Latin-1, is taken at its word. What knows no umlauts at all
    names no encoding that anybody types in, and nearly every terminal speaks UTF-8 today.
    """
    try:
        if name and "ä".encode(name) != "ä".encode() and len("äöüß€".encode(name, "replace")) == 5:
            return name
    except (LookupError, UnicodeError):
        pass
    return "utf-8"


def _started(text: str, mark: str) -> int:
    """Return how many characters at the end of the text may be the start of the mark."""
    return next((n for n in range(len(mark) - 1, 0, -1) if text.endswith(mark[:n])), 0)


def _is_bulk(text: str, most: int, most_printable: int) -> bool:
    few = len(text) <= most and len(_PRINTABLE.findall(text)) <= most_printable
    if few or not _TEXT.fullmatch(text):
        return False
    return len(text) > REPEATS or text.count(text[0]) != len(text)


class _KeyParser(XTermParser):
    """Textual's parser, which gets no pastes and reports of keys in a form it knows."""

    def __init__(self, debug: bool, altgr: Mapping[str, str]) -> None:
        self._altgr = altgr
        super().__init__(debug)

    @property
    def is_amid_sequence(self) -> bool:
        """Is the start of an escape sequence waiting for its rest?"""
        return getattr(self, "_timeout_time", None) is not None

    def flush(self) -> list[Message]:
        """Take the start of a sequence as complete, as if its time had run out."""
        if self.is_amid_sequence:
            self._timeout_time = 0.0
        return list(self.tick())

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if len(sequence) > 1:
            if (rewritten := rewrite_key_report(sequence, self._altgr)) is None:
                return [events.Key(Keys.Ignore, sequence)]
            sequence = rewritten
        found = list(super()._sequence_to_key_events(sequence, alt))
        if any(_is_private(key.character or "") for key in found):
            return [events.Key(Keys.Ignore, sequence)]
        return found


class TerminalInput:
    """Parses the input of a terminal; see the module for the rules.

    Feed it what is read, and call `tick` when nothing could be read for `wait_seconds`. Use one
    kind of `feed` only.
    """

    def __init__(
        self,
        *,
        debug: bool = False,
        clock: Callable[[], float] = time.monotonic,
        bulk: int = BULK,
        bulk_printable: int = BULK,
        encoding: str = "utf-8",
        altgr: Mapping[str, str] = ALTGR,
    ) -> None:
        """Start with an empty input.

        Args:
            debug: Whether the parser writes its log.
            clock: Tells how long nothing came.
            bulk: How many characters of a read may be keys, see :data:`BULK`.
            bulk_printable: How many of them may be neither a line end nor a tab.
            encoding: What the bytes of the terminal mean.
            altgr: What AltGr makes of a key.
        """
        self._debug = debug
        self._most = bulk, bulk_printable
        self._clock = clock
        self._altgr = altgr
        self._keys = _KeyParser(debug, altgr)
        self._bytes = codecs.getincrementaldecoder(encoding)("replace")
        self._utf16 = codecs.getincrementaldecoder("utf-16-le")("replace")
        self._time = clock()
        # What may be the start of a mark, and what was one until its time ran out.
        self._held = ""
        self._given_up = ""
        # The parts of the paste that is arriving, with marks and without.
        self._paste: list[str] | None = None
        self._bulk: list[str] = []
        self._is_end_overdue = False

    def feed_bytes(self, data: bytes) -> list[Message]:
        """Parse what was read from a terminal: text in its encoding if all is well."""
        return self.feed(self._bytes.decode(data))

    def feed_utf16(self, units: str) -> list[Message]:
        """Parse what was read from a Windows console, where surrogates may have come apart."""
        return self.feed(self._utf16.decode(units.encode("utf-16-le", "surrogatepass")))

    def feed(self, text: str) -> list[Message]:
        """Parse what one read has brought; return the messages that are complete."""
        if not text:
            return []
        self._time = self._clock()
        messages: list[Message] = []
        if self._given_up and (self._given_up + text).startswith(BRACKETED_PASTE_START):
            text = (self._given_up + text).removeprefix(BRACKETED_PASTE_START)
            self._paste = []
        elif self._is_end_overdue and self._paste is None:
            self._look_for_more(text)
        self._given_up = ""
        text, self._held = self._held + text, ""
        while text:
            if self._paste is None:
                text = self._outside(text, messages)
            else:
                text = self._inside(text, self._paste, messages)
        return messages

    def tick(self) -> list[Message]:
        """Do what is due after some silence; return the messages that are complete now."""
        silence = self._clock() - self._time
        messages: list[Message] = []
        if self._paste is not None:
            if silence >= PASTE_SILENCE:
                self._is_end_overdue = True
                self._end_paste(self._paste, messages)
            return messages
        if self._bulk and silence >= BULK_SILENCE:
            self._end_bulk(messages)
        if silence >= constants.ESCAPE_DELAY:
            if self._held:
                self._given_up, self._held = self._held, ""
                messages += self._parse(self._given_up)
            messages += self._keys.flush()
        return messages

    def wait_seconds(self, longest: float) -> float:
        """Return how many seconds to wait for input before the next `tick`, at the longest."""
        if self._bulk:
            longest = min(longest, BULK_SILENCE)
        elif self._held or self._keys.is_amid_sequence:
            longest = min(longest, constants.ESCAPE_DELAY)
        return longest

    def close(self) -> list[Message]:
        """End the input; return what had come of an unfinished paste or key."""
        messages: list[Message] = []
        held, self._held = self._held, ""
        if self._paste is not None:
            self._end_paste([*self._paste, held], messages)
        else:
            self._end_bulk(messages)
            messages += self._parse(held)
            messages += self._keys.flush()
        return messages

    def _look_for_more(self, text: str) -> None:
        """Decide whether the text belongs to the paste that was delivered without its end."""
        is_report = _REPORTS.fullmatch(text) is not None
        if text.startswith(BRACKETED_PASTE_START):
            self._is_end_overdue = False
        elif BRACKETED_PASTE_END in text or (len(text) > BULK and not is_report):
            self._paste = []
        elif not is_report:
            self._is_end_overdue = False

    def _outside(self, text: str, messages: list[Message]) -> str:
        """Parse keys up to the start of a paste and return what follows it."""
        keys, mark, rest = text.partition(BRACKETED_PASTE_START)
        if not mark and (count := _started(keys, BRACKETED_PASTE_START)):
            keys, self._held = keys[:-count], keys[-count:]
        self._plain(keys, messages)
        if mark:
            self._end_bulk(messages)
            # The parser must not take what follows the paste as the rest of what came before.
            messages += self._keys.flush()
            self._paste = []
        return rest

    def _inside(self, text: str, paste: list[str], messages: list[Message]) -> str:
        """Collect the text of a paste and return what follows its end."""
        part, mark, rest = text.partition(BRACKETED_PASTE_END)
        if not mark and (count := _started(part, BRACKETED_PASTE_END)):
            part, self._held = part[:-count], part[-count:]
        paste.append(part)
        if mark:
            self._is_end_overdue = False
            self._end_paste(paste, messages)
        return rest

    def _plain(self, text: str, messages: list[Message]) -> None:
        """Parse what is not in a bracketed paste."""
        if self._bulk:
            end = match.end() if (match := _TEXT.match(text)) else 0
            self._bulk.append(text[:end])
            if not (text := text[end:]):
                return
            self._end_bulk(messages)
        if _is_bulk(text, *self._most) and not self._keys.is_amid_sequence:
            self._bulk.append(text)
        else:
            messages += self._parse(text)

    def _end_paste(self, parts: list[str], messages: list[Message]) -> None:
        self._paste = None
        held, self._held = self._held, ""
        self._add_paste([*parts, held], messages)

    def _end_bulk(self, messages: list[Message]) -> None:
        parts, self._bulk = self._bulk, []
        self._add_paste(parts, messages)

    @staticmethod
    def _add_paste(parts: list[str], messages: list[Message]) -> None:
        # An empty paste would delete what is selected.
        if text := clean("".join(parts)):
            messages.append(events.Paste(text))

    def _parse(self, text: str) -> Iterator[Message]:
        """Let Textual parse the text; what it fails at costs no more than one sequence."""
        # It takes one character after the other in any case.
        for character in text:
            try:
                yield from self._keys.feed(character)
            except Exception:
                self._renew_parser()

    def _renew_parser(self) -> None:
        """Replace a parser that has failed, and keep what it knows of the terminal."""
        failed, self._keys = self._keys, _KeyParser(self._debug, self._altgr)
        self._keys.last_x, self._keys.last_y = failed.last_x, failed.last_y
        self._keys.mouse_pixels = failed.mouse_pixels
        self._keys.terminal_size = failed.terminal_size
        self._keys.terminal_pixel_size = failed.terminal_pixel_size
