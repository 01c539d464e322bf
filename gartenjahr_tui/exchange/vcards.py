"""Reads address cards: vCard 2.1, 3.0 and 4.0, as phones and mail programs write them.

Each card becomes a row with one text per column; which of several numbers is the official one is
said here, because only the card knows of what kind it is.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gartenjahr_tui.exchange.incoming import SourceRow, Unreadable, is_private, refuse_many
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.text import clean, one_line
from gartenjahr_tui.words.imports import CardWords as heads
from gartenjahr_tui.words.imports import ReadingWords as words

HEADS = (
    *(heads.NAME, heads.ORGANISATION, heads.FUNCTION, heads.MAIL, heads.PHONE),
    *(heads.STREET, heads.CODE, heads.TOWN, heads.WEB, *heads.PRIVATE.values()),
)
"""The columns of every such file."""

STEP_LINES = 2000
"""Lines after which it is said how far reading has come."""

_NOT_OFFICIAL = frozenset({"HOME", "CELL"})
_NO_VOICE = frozenset({"FAX", "PAGER", "MODEM"})
_LINE = re.compile(
    r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)"
    r'(?P<params>(?:;[^:;"]*(?:"[^"]*"[^:;"]*)*)*):(?P<value>.*)',
    re.DOTALL,
)
_PARAM = re.compile(r';((?:[^;"]|"[^"]*")*)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PART = re.compile(r"((?:[^;\\]|\\.|\\\Z)*)(?:;|\Z)", re.DOTALL)
_FOLDED_SIGN = re.compile(rb"([\xc2-\xf4][\x80-\xbf]*)(\r?\n[ \t])([\x80-\xbf]+)")


def mended(data: bytes) -> bytes:
    """The bytes of a file with folds that cut a character in two moved behind it."""
    return _FOLDED_SIGN.sub(rb"\1\3\2", data)


@dataclass(frozen=True)
class _Property:
    """One property of a card: „item1.TEL;TYPE=WORK:+49 …“."""

    name: str
    value: str
    group: str = ""
    kinds: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The whole value as text."""
        return _unescaped(self.value)

    @property
    def parts(self) -> list[str]:
        """The parts of a value that semicolons divide; always seven or more."""
        found = [_unescaped(part) for part in _PART.findall(self.value)]
        return found + [""] * 7


@dataclass
class _Card:
    """The properties of one card."""

    line: int
    properties: list[_Property] = field(default_factory=list)

    def all(self, name: str) -> list[_Property]:
        return [each for each in self.properties if each.name == name]

    def first(self, name: str) -> _Property:
        return next(iter(self.all(name)), _Property(name, ""))

    def is_private(self, found: _Property) -> bool:
        """Whether a number or an address is no official one."""
        if "WORK" in found.kinds:
            return False
        labels = (each.value for each in self.all("X-ABLABEL") if each.group == found.group)
        return bool(found.kinds & _NOT_OFFICIAL) or bool(
            found.group and any(map(is_private, labels))
        )

    def best(self, name: str, *, private: bool) -> _Property:
        """The official property of a name, or the first that is none."""
        found = [e for e in self.all(name) if e.text and self.is_private(e) is private]
        found = [each for each in found if not each.kinds & _NO_VOICE]
        found.sort(key=lambda each: "WORK" not in each.kinds)
        return next(iter(found), _Property(name, ""))


def cards_in(
    text: str, file: str, progress: WorkProgress
) -> tuple[list[SourceRow], list[Unreadable], tuple[str, ...]]:
    """The cards in a clean text, what could not be read, and what kinds of things stay out.

    Raises:
        NotRead: It has too many cards.
    """
    rows: list[SourceRow] = []
    unreadable: list[Unreadable] = []
    out: dict[str, None] = {}
    card: _Card | None = None
    skipped = 0
    for line, found in _properties(text, progress, unreadable):
        refuse_many(len(rows) + len(unreadable), file)
        name, value = found.name, found.value.strip().upper()
        if (name, value) == ("BEGIN", "VCARD"):
            if card and card.properties and card.properties[-1].name == "AGENT":
                skipped += 1  # a card within a card, of somebody else
                continue
            if card:
                unreadable.append(Unreadable(card.line, words.NO_END))
            card = _Card(line)
        elif card is None:
            unreadable.append(Unreadable(line, words.NO_CARD))
        elif (name, value) == ("END", "VCARD"):
            if skipped:
                skipped -= 1
                continue
            rows.append(_row(card))
            out.update(dict.fromkeys(_left_out(card)))
            card = None
        elif not skipped:
            card.properties.append(found)
    if card:
        unreadable.append(Unreadable(card.line, words.NO_END))
    return rows, unreadable, tuple(out)


# Lines


def _properties(
    text: str, progress: WorkProgress, unreadable: list[Unreadable]
) -> Iterator[tuple[int, _Property]]:
    """Line and property, one after another; what is none is listed."""
    for line, logical in _logical_lines(text, progress):
        match = _LINE.fullmatch(logical)
        if match:
            yield line, _property(match)
        elif logical.strip():
            unreadable.append(Unreadable(line, words.NO_PROPERTY))


def _logical_lines(text: str, progress: WorkProgress) -> Iterator[tuple[int, str]]:
    """The lines of a file with those joined that go on in the next one, and their numbers."""
    lines = text.split("\n")
    place = told = 0
    while place < len(lines):
        if place - told >= STEP_LINES:
            told = place
            progress.part(place, len(lines))
        start, parts = place, [lines[place]]
        quoted = "QUOTED-PRINTABLE" in parts[0].partition(":")[0].upper()
        place += 1
        while place < len(lines):
            if quoted and parts[-1].endswith("="):
                parts[-1] = parts[-1][:-1]
                parts.append(lines[place])
            elif lines[place].startswith((" ", "\t")):
                parts.append(lines[place][1:])
            else:
                break
            place += 1
        yield start + 1, "".join(parts)


def _property(match: re.Match[str]) -> _Property:
    kinds: set[str] = set()
    options: dict[str, str] = {}
    for param in _PARAM.findall(match["params"]):
        key, is_pair, given = param.partition("=")
        given = given.replace('"', "").strip()
        if not is_pair:
            kinds.add(key.strip().upper())  # vCard 2.1 writes „TEL;HOME“
        elif key.strip().upper() == "TYPE":
            kinds |= {kind.strip().upper() for kind in given.split(",")}
        options[key.strip().upper()] = given
    value = match["value"]
    encoding = options.get("ENCODING", "").upper()
    if encoding == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in kinds:
        value = _unquoted(value, options.get("CHARSET", ""))
    return _Property(match["name"].upper(), value, match["group"] or "", frozenset(kinds))


def _unquoted(value: str, charset: str) -> str:
    data = quopri.decodestring(value.encode())
    for encoding in (charset, "utf-8"):
        try:
            return clean(data.decode(encoding))
        except (LookupError, ValueError):
            continue
    return clean(data.decode("cp1252", "replace"))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text).strip()


# Cards


def _row(card: _Card) -> SourceRow:
    organisation, *departments = [part for part in card.first("ORG").parts if part] or [""]
    name = _name(card)
    if _is_organisation(card):
        name, organisation = "", organisation or name
    functions = [card.first("TITLE").text or card.first("ROLE").text, *departments]
    street, code, town = _address(card.best("ADR", private=False))
    known = {
        heads.NAME: name,
        heads.ORGANISATION: organisation,
        heads.FUNCTION: ", ".join(filter(None, functions)),
        heads.MAIL: _bare(card.best("EMAIL", private=False).text),
        heads.PHONE: _bare(card.best("TEL", private=False).text),
        heads.STREET: street,
        heads.CODE: code,
        heads.TOWN: town,
        heads.WEB: card.best("URL", private=False).text,
    }
    for property_name, head in heads.PRIVATE.items():
        found = card.best(property_name, private=True)
        parts = _address(found) if property_name == "ADR" else (_bare(found.text),)
        known[head] = one_line(" ".join(parts))
    return SourceRow(card.line, tuple(known[head] for head in HEADS))


def _name(card: _Card) -> str:
    family, given, _, title, *_ = card.first("N").parts
    if given:
        return one_line(f"{title} {given} {family}")
    return one_line(card.first("FN").text or family)


def _is_organisation(card: _Card) -> bool:
    if card.first("KIND").text.casefold() in ("org", "organization"):
        return True
    if card.first("X-ABSHOWAS").text.casefold() == "company":
        return True
    _, given, *_ = card.first("N").parts
    organisation = card.first("ORG").parts[0]
    return not given and bool(organisation) and _name(card) in ("", one_line(organisation))


def _address(found: _Property) -> tuple[str, str, str]:
    """Street and what belongs to it, post code, town."""
    box, more, street, town, _, code, *_ = found.parts
    return "\n".join(filter(None, (street, more, box))), code, town


def _bare(text: str) -> str:
    """A number or an address without what marks it as a link."""
    return re.sub(r"^(?:tel|mailto):", "", text, flags=re.IGNORECASE)


def _left_out(card: _Card) -> Iterable[str]:
    return (heads.OUT[each.name] for each in card.properties if each.name in heads.OUT)
