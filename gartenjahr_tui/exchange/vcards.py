"""Reads address cards: vCard 2.1, 3.0 and 4.0, as phones and mail programs write them.

Each card becomes a row with one text per column; which of several numbers is the official one is
said here, because only the card knows of what kind it is.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gartenjahr_tui.exchange.heads import is_official, is_private, key
from gartenjahr_tui.exchange.rows import VCARD, Incoming, SourceRow, Unreadable, refuse_many
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.text import clean, folded, one_line
from gartenjahr_tui.words.imports import CardWords as heads
from gartenjahr_tui.words.imports import HeadsWords
from gartenjahr_tui.words.imports import ReadingWords as words

HEADS = (
    *(heads.NAME, heads.ORGANISATION, heads.FUNCTION, heads.MAIL, heads.PHONE),
    *(heads.STREET, heads.CODE, heads.TOWN, heads.WEB, heads.KIND, *heads.PRIVATE.values()),
)
"""The columns of every such file."""

STEP_LINES = 2000
"""Lines after which it is said how far reading has come."""

_NO_VOICE = frozenset({"FAX", "PAGER", "MODEM"})
_LINE = re.compile(
    r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)"
    r'(?P<params>(?:;[^:;"]*(?:"[^"]*"[^:;"]*)*)*):(?P<value>.*)',
    re.DOTALL,
)
_KINDS = frozenset(map(key, heads.KINDS))
"""What a card may say an organisation is, as this program writes it."""

_PARAM = re.compile(r';((?:[^;"]|"[^"]*")*)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PART = re.compile(r"((?:[^;\\]|\\.|\\\Z)*)(?:;|\Z)", re.DOTALL)
_FOLDED_SIGN = re.compile(rb"([\xc2-\xf4][\x80-\xbf]*)(\r*\n[ \t])([\x80-\xbf]+)")
_CUSTOM = re.compile(
    r"X-CUSTOM\((?:CHARSET=(?P<charset>[^,)]*),)?(?:ENCODING=(?P<encoding>[^,)]*),)?"
    r"(?P<label>.*)\)",
    re.DOTALL | re.IGNORECASE,
)
"""A label somebody made up on a phone with Android."""


def mended(data: bytes) -> bytes:
    """The bytes of a file without folds within a character."""
    return _FOLDED_SIGN.sub(rb"\1\3\2", data)


@dataclass(frozen=True)
class _Property:
    """One property of a card: „item1.TEL;TYPE=WORK:+49 …“."""

    name: str
    value: str
    group: str = ""
    types: frozenset[str] = frozenset()

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

    def kinds(self, found: _Property) -> list[str]:
        """Of what kind a number or an address is, in words: its type and its label."""
        labels = (each.text for each in self.all("X-ABLABEL") if each.group == found.group)
        return [*found.types, *(labels if found.group else ())]

    def is_private(self, found: _Property) -> bool:
        """Whether a number or an address is no official one."""
        kinds = self.kinds(found)
        return not any(map(is_official, kinds)) and any(map(is_private, kinds))

    @property
    def name(self) -> str:
        """What stands on the card, in one line."""
        return one_line(self.first("FN").text)

    @property
    def is_group(self) -> bool:
        """Whether it stands for several addresses, not for a person."""
        kinds = ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-KIND")
        return any(self.first(kind).text.casefold() == "group" for kind in kinds)

    @property
    def is_marked(self) -> bool:
        """Whether it is marked as private."""
        return self.first("CLASS").text.casefold() in ("private", "confidential")

    def reach(self, name: str, *, private: bool) -> list[_Property]:
        """The properties of a name that are official, or none; what is marked so comes first."""
        found = [e for e in self.all(name) if e.text and self.is_private(e) is private]
        found = [each for each in found if not each.types & _NO_VOICE]
        return sorted(found, key=lambda each: not any(map(is_official, self.kinds(each))))

    def best(self, name: str, *, private: bool) -> _Property:
        """The first of them."""
        return next(iter(self.reach(name, private=private)), _Property(name, ""))


def cards_in(text: str, file: str, progress: WorkProgress) -> Incoming:
    """The cards in a clean text; a group, and one that is marked as private, is no row.

    Raises:
        NotRead: It has too many cards.
    """
    rows: list[SourceRow] = []
    unreadable: list[Unreadable] = []
    aside: list[Unreadable] = []
    out: dict[str, None] = {}
    card: _Card | None = None
    skipped = 0
    for line, found in _properties(text, progress, unreadable):
        refuse_many(len(rows) + len(unreadable) + len(aside), file)
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
            if card.is_group or card.is_marked:
                sentence = words.GROUP if card.is_group else words.PRIVATE_CARD
                name = card.name or one_line(card.first("N").parts[0])
                aside.append(Unreadable(card.line, sentence.format(name=name)))
            else:
                rows.append(_row(card))
                out.update(dict.fromkeys(_left_out(card)))
            card = None
        elif not skipped:
            card.properties.append(found)
    if card:
        unreadable.append(Unreadable(card.line, words.NO_END))
    return Incoming(
        *(file, VCARD, HEADS, tuple(rows), tuple(unreadable), tuple(out)), aside=tuple(aside)
    )


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
        if custom := _CUSTOM.fullmatch(param.strip()):
            kinds.add(_label(custom).upper())
            continue
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


def _label(custom: re.Match[str]) -> str:
    if (custom["encoding"] or "").upper() != "QUOTED-PRINTABLE":
        return custom["label"]
    return _unquoted(custom["label"], custom["charset"] or "")


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
    organisations = [one_line(each.parts[0]) for each in card.all("ORG")]
    departments = [part for each in card.all("ORG") for part in each.parts[1:] if part]
    name = _name(card)
    if _is_organisation(card, name, organisations):
        organisations, name = list(filter(None, organisations)) or [name], ""
    functions = [card.first("TITLE").text or card.first("ROLE").text, *departments]
    street, code, town = _address(card.best("ADR", private=False))
    known = {
        heads.NAME: name,
        heads.ORGANISATION: "\n".join(dict.fromkeys(filter(None, organisations))),
        heads.FUNCTION: ", ".join(filter(None, functions)),
        heads.MAIL: _bare(card.best("EMAIL", private=False).text),
        heads.PHONE: _bare(card.best("TEL", private=False).text),
        heads.STREET: street,
        heads.CODE: code,
        heads.TOWN: town,
        heads.WEB: card.best("URL", private=False).text,
        heads.KIND: _kind(card),
    }
    for property_name, head in heads.PRIVATE.items():
        found = card.best(property_name, private=True)
        parts = _address(found) if property_name == "ADR" else (_bare(found.text),)
        known[head] = one_line(" ".join(parts))
    return SourceRow(card.line, tuple(known[head] for head in HEADS))


def _name(card: _Card) -> str:
    """The name as it stands on the card; its parts where that is missing or only turned."""
    family, given, more, title, suffix, *_ = card.first("N").parts
    titles = [word for word in title.split() if key(word) not in HeadsWords.SALUTATIONS]
    whole = one_line(" ".join((*titles, given, more, family, suffix)))
    if not given and not card.name:
        return one_line(f"{title} {family}")
    is_turned = given and card.name in (f"{family}, {given}", f"{family} {given}")
    if not card.name or is_turned or (whole and "@" in card.name):
        return whole
    lacking = [word for word in titles if folded(word) not in folded(card.name).split()]
    return " ".join((*lacking, card.name))


_LEGAL_FORM = re.compile(r"(?<!\w)(g?GmbH|mbH|e\.\s?[VG]\.|eG|AG|KG|OHG|GbR|g?UG)(?!\w)")
"""What the name of no person holds."""


def _is_organisation(card: _Card, name: str, organisations: list[str]) -> bool:
    if card.first("KIND").text.casefold() in ("org", "organization"):
        return True
    if card.first("X-ABSHOWAS").text.casefold() == "company":
        return True
    family, given, *_ = card.first("N").parts
    if not (family or given or organisations):
        return bool(_LEGAL_FORM.search(name))
    return not given and bool(organisations) and name in ("", organisations[0])


def _kind(card: _Card) -> str:
    """What kind of organisation the card says it is of, as far as it is one of ours."""
    labels = (part.strip() for each in card.all("CATEGORIES") for part in each.text.split(","))
    return next((label for label in labels if key(label) in _KINDS), "")


def _address(found: _Property) -> tuple[str, str, str]:
    """Street and what belongs to it, post code, town."""
    box, more, street, town, _, code, *_ = found.parts
    return "\n".join(filter(None, (street, more, box))), code, town


def _bare(text: str) -> str:
    """A number or an address without what marks it as a link."""
    return re.sub(r"^(?:tel|mailto):", "", text, flags=re.IGNORECASE)


def _left_out(card: _Card) -> Iterator[str]:
    kind = _kind(card)
    for each in card.properties:
        if each.name in heads.OUT and not (each.name == "CATEGORIES" and each.text == kind):
            yield heads.OUT[each.name]
    for name, head in heads.FURTHER.items():
        if len({each.text for each in card.reach(name, private=False)}) > 1:
            yield head
