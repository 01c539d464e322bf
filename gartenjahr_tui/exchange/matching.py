"""Says what the rows of a file mean: which text is the name, which the telephone.

What the columns are called is known by :mod:`gartenjahr_tui.exchange.heads`; what the person chose
for a set of heads is kept in the garden and taken the next time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

from gartenjahr_tui.exchange.heads import (
    FIELDS,
    OUT,
    Matching,
    implied_kind,
    is_private,
    key,
    proposal,
)
from gartenjahr_tui.exchange.rows import VCARD, Incoming, SourceRow
from gartenjahr_tui.text import folded, one_line, shortened
from gartenjahr_tui.words.imports import FieldsWords, HeadsWords, KindsWords
from gartenjahr_tui.words.imports import ReadingWords as words
from gartenjahr_tui.workbook.names import bare, is_personal

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

NAMING = frozenset({"name", "vorname", "nachname", "organisation", "leitung"})
"""One of these is needed."""

SETTING = "import.columns"
"""Key of the setting: set of heads → head → field."""

MOST_KEPT = 30
"""Sets of heads that are remembered."""

LONGEST = {
    **dict.fromkeys(("anschrift", "web", "organisation"), 300),
    **dict.fromkeys(("name", "funktion", "mail", "rhythmus"), 200),
    "telefon": 80,
}
"""Characters of a text; what is longer is none of its kind."""

_JOINED = {
    "strasse": "\n",
    "funktion": ", ",
    "titel": " ",
    "organisation2": " ",
    "privat": "\n",
    "leitung": "\n",
}
"""Fields several columns go into together; of others the first one counts that says something."""

_SHORTENED_NUMBER = re.compile(r"\d(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_CELL_ERROR = re.compile(r"#(?:\w+[/\w]*[!?]|N/?A|NV|#+)", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_PHONE = re.compile(r"[+(]?\d[\d\s()/.–-]{2,}")
_CODE = re.compile(r"(?:D-)?\d{5}")
_FIVE = re.compile(r"[0-9]{5}")
_ZERO_LOST = re.compile(r"[1-46-9][0-9]{3}")
"""No post code of Germany begins with 05."""

_ABROAD = re.compile(r"(?:\+|00)[\s(]*(?!49)[1-9]")
_CODE_TOWN = re.compile(r"(?:D-)?\d{5}\s+\D.*")
_ADDRESSED = re.compile(r"[\"']?([^<>@]+?)[\"']?\s*[<(]\s*([^@\s<>()]+@[^@\s<>()]+)\s*[>)]")
"""A name with its address, as mail programs write recipients: „Ida Öz <ida@zoo.example>“."""

_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_STREET = re.compile(r"\D{3,}\s\d+\s?[a-zA-Z]?")


@dataclass(frozen=True)
class Understood:
    """What a row that begins in a line says of a person or an organisation; texts may be empty.

    The address is in lines, as on an envelope.

    Attributes:
        more: Other organisations the person belongs to.
        leads: Whether the person leads the organisation, which all but the name is about then.
        kind: Option of the kind of partner.
        topic: Option of the topic.
        days: Days between two talks, or 0.
        rhythm: The rhythm in words, where they say more than days.
        is_private: Whether it is marked so, and nothing of it is said here.
        aside: What the row says that is not taken, in German.
        mended: What is taken otherwise than it stands there, in German.
    """

    line: int
    name: str
    organisation: str
    funktion: str
    mail: str
    telefon: str
    anschrift: str
    web: str
    more: tuple[str, ...] = ()
    leads: bool = False
    kind: str = ""
    topic: str = ""
    days: int = 0
    rhythm: str = ""
    is_private: bool = False
    aside: tuple[str, ...] = field(default=(), compare=False)
    mended: tuple[str, ...] = field(default=(), compare=False)


# Proposing


def proposed(incoming: Incoming) -> Matching:
    """What the columns mean by what they are called, or by what stands in them."""
    if incoming.table is not None and not incoming.head:
        return _by_content(incoming)
    return proposal(incoming.heads)


def _by_content(incoming: Incoming) -> Matching:
    """What the columns of a table without heads hold, as far as it can be told."""
    fields = [OUT] * len(incoming.heads)
    texts: dict[int, str] = {}
    for column in incoming.used:
        cells = [row.cells[column] for row in incoming.rows[:200] if row.cells[column]]
        kind, count = Counter(map(_looks_like, cells)).most_common(1)[0]
        kind = kind if 2 * count > len(cells) else "text"
        if kind in ("text", "name"):
            texts[column] = kind
        elif kind not in fields:
            fields[column] = kind
    person = next((column for column, kind in texts.items() if kind == "name"), None)
    if person is not None:
        fields[person] = "name"
        del texts[person]
    if texts:
        fields[next(iter(texts))] = "organisation"
    return tuple(fields)


def _looks_like(text: str) -> str:
    patterns = (
        *(("mail", _MAIL), ("web", _WEB), ("plz", _CODE), ("telefon", _PHONE)),
        *(("ort", _CODE_TOWN), ("strasse", _STREET)),
    )
    found = next((field for field, pattern in patterns if pattern.fullmatch(text)), "")
    if addressed := _ADDRESSED.fullmatch(text):
        text = addressed[1]
    return found or ("name" if is_person(text) else "text")


def has_name(matching: Matching) -> bool:
    """Whether it is said where the names are."""
    return bool(NAMING.intersection(matching))


def field_of(text: str) -> str | None:
    """The field that is meant by its label or id; None when there is none of that name."""
    wanted = folded(text)
    if wanted in map(folded, FieldsWords.OUT_WORDS):
        return OUT
    named = {folded(label): id for id, label in FieldsWords.LABELS.items()}
    return named.get(wanted) or (wanted if wanted in FIELDS else None)


def label_of(field: str) -> str:
    """What a field is called."""
    return FieldsWords.LABELS.get(field, FieldsWords.OUT)


# Remembering


def chosen(book: Workbook, incoming: Incoming) -> Matching:
    """What was chosen for these heads before, or else the proposal."""
    kept = _kept(book).get(_fingerprint(incoming.heads))
    if kept is None or not _has_heads(incoming):
        return proposed(incoming)
    fields = (kept.get(head, OUT) for head in incoming.heads)
    return tuple(field if field in FIELDS else OUT for field in fields)


def remember(book: Workbook, incoming: Incoming, matching: Matching) -> None:
    """Keep what was chosen; nothing is kept of what the proposal says anyway."""
    if not _has_heads(incoming):
        return
    kept, heads = _kept(book), incoming.heads
    former = kept.pop(_fingerprint(heads), None)
    if matching != proposal(heads):
        named = zip(heads, matching, strict=True)
        kept[_fingerprint(heads)] = {head: field for head, field in named if field}
    elif former is None:
        return
    book.remember(SETTING, dict(list(kept.items())[-MOST_KEPT:]), common=True)


def _has_heads(incoming: Incoming) -> bool:
    return incoming.table is None or bool(incoming.head)


def _kept(book: Workbook) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = book.common(SETTING, {str: {str: str}})
    return found


def _fingerprint(heads: Sequence[str]) -> str:
    return sha256("\n".join(heads).encode()).hexdigest()[:16]


# Understanding


def records(incoming: Incoming, matching: Matching) -> Iterator[Understood]:
    """What the rows of a file say; one that is marked as private says nothing but that."""
    columns = {field: [i for i, given in enumerate(matching) if given == field] for field in FIELDS}
    labels = _label_columns(incoming) if incoming.encoding != VCARD else {}
    kind = implied_kind(incoming.heads) if _has_heads(incoming) else ""
    codes = _PostCodes(incoming, columns["plz"])
    for row in incoming.rows:
        aside: list[str] = []
        said = {
            field: _JOINED.get(field, "\n").join(_texts(row, found, labels, field, aside))
            for field, found in columns.items()
            if found
        }
        mended = codes.mended(row, said)
        read = _Reading(row.line, said, aside, several=incoming.encoding == VCARD, kind=kind)
        leaders = [(incoming.heads[i], row.cells[i]) for i in columns["leitung"] if row.cells[i]]
        for number, one in enumerate(read.understood(leaders)):
            yield one if number or one.is_private else replace(one, mended=mended)


class _PostCodes:
    """Gives post codes of Germany the zero back that a spreadsheet takes for a mere number's.

    Four digits are such a code where the row says so by its country, or says nothing else and there
    are codes of five digits beside it: a list of Austria or Switzerland has four throughout.
    """

    def __init__(self, incoming: Incoming, columns: Sequence[int]) -> None:
        # What writes cards and entries does not take codes for numbers.
        self._columns = columns if incoming.table is not None else ()
        self._countries = [
            place for place, head in enumerate(incoming.heads) if key(head) in _countries()
        ]
        self._beside_five = any(
            _FIVE.fullmatch(row.cells[column]) for row in incoming.rows for column in self._columns
        )

    def mended(self, row: SourceRow, said: dict[str, str]) -> tuple[str, ...]:
        """Put the zero before the code a row says; return what was done, in German."""
        code = said.get("plz", "")
        if not (self._columns and _ZERO_LOST.fullmatch(code) and self._is_german(row, said)):
            return ()
        said["plz"] = f"0{code}"
        return (words.ZERO_BACK.format(field=label_of("plz"), text=code, read=said["plz"]),)

    def _is_german(self, row: SourceRow, said: Mapping[str, str]) -> bool:
        named = list(filter(None, (key(row.cells[column]) for column in self._countries)))
        if named:
            return all(name in HeadsWords.GERMANY for name in named)
        return self._beside_five and not _ABROAD.match(said.get("telefon", ""))


@cache
def _countries() -> frozenset[str]:
    return frozenset(map(key, HeadsWords.COUNTRY))


def _texts(
    row: SourceRow, columns: list[int], labels: Mapping[int, int], field: str, aside: list[str]
) -> list[str]:
    """What a row says for a field; what of it is private, or one too many, is named."""
    texts: list[str] = []
    for column in columns:
        text, label = row.cells[column], labels.get(column)
        text = "" if _says_nothing(text, field) else text
        if text and label is not None and is_private(row.cells[label]):
            part_of = "anschrift" if field in ("strasse", "hausnummer", "plz", "ort") else field
            aside.append(words.PRIVATE_VALUE.format(field=label_of(part_of)))
        elif text:
            # Google writes several values of a kind into one cell.
            texts += map(str.strip, text.split(" ::: "))
    if field in _JOINED:
        return texts
    first = texts[:1]
    for text in dict.fromkeys(texts[1:]):
        if text and text not in first:
            shown = shortened(one_line(text), 60)
            aside.append(words.ONLY_FIRST.format(field=label_of(field), text=shown))
    return first


def _says_nothing(text: str, field: str) -> bool:
    """Whether a text only says that there is none: „-“, „k. A.“."""
    if field not in ("vorname", "nachname") and key(text[:20]) in HeadsWords.NOTHING:
        return True
    return not text.strip("-–—/.? ")


def _label_columns(incoming: Incoming) -> dict[int, int]:
    """Column of a value → the column that says of what kind it is."""
    places = {head: column for column, head in enumerate(incoming.heads)}
    found = {}
    for head, column in places.items():
        stem, ending, _ = head.rpartition(HeadsWords.LABEL_BREAK)
        names = (f"{stem}{HeadsWords.LABEL_BREAK}{label}" for label in HeadsWords.LABELS)
        label = next((places[name] for name in names if name in places), None)
        if ending and label is not None and label != column:
            found[column] = label
    return found


class _Reading:
    """Understands one row: field → text."""

    def __init__(
        self,
        line: int,
        said: Mapping[str, str],
        aside: list[str],
        *,
        several: bool = False,
        kind: str = "",
    ) -> None:
        self._line, self._several, self._implied = line, several, kind
        self._aside = list(dict.fromkeys(aside))
        self._said = {field: text for field, text in said.items() if self._is_whole(field, text)}
        if found := _ADDRESSED.fullmatch(self._said.get("mail", "")):
            self._said["mail"] = found[2]
            self._said["ersatzname"] = self._said.get("ersatzname") or found[1]
        for place in ("name", "ersatzname"):
            if found := _ADDRESSED.fullmatch(self._said.get(place, "")):
                self._said[place] = found[1]
                self._said["mail"] = self._said.get("mail") or found[2]
        if self._said.get("organisation") and _MAIL.fullmatch(self._said.get("name", "")):
            # „Kontakt“ may be an address.
            self._said["mail"] = self._said.get("mail") or self._said["name"]
            self._said["name"] = ""

    def _is_whole(self, field: str, text: str) -> bool:
        """Whether a text is what somebody wrote; what a spreadsheet made of it is named."""
        for pattern, sentence in (
            (_SHORTENED_NUMBER, words.DAMAGED_NUMBER),
            (_CELL_ERROR, words.DAMAGED_CELL),
        ):
            if pattern.fullmatch(text):
                self._aside.append(sentence.format(field=label_of(field), text=text))
                return False
        return True

    def understood(self, leaders: Sequence[tuple[str, str]]) -> Iterator[Understood]:
        """The person the row names, whoever leads its organisation, or the organisation."""
        organisation, *more = self._organisations()
        name = self._fit("name", self._name())
        marks = self._said.get("privat", "").split("\n")
        if any(key(mark) in HeadsWords.MARKED_PRIVATE for mark in marks):
            aside = words.PRIVATE_CARD.format(name=name or organisation)
            yield Understood(
                *(self._line, "", "", "", "", "", "", ""), is_private=True, aside=(aside,)
            )
            return
        is_composed = self._said.get("vorname") or self._said.get("nachname")
        if not organisation and not is_composed and is_organisation(name):
            organisation, name = name, ""
        days, rhythm = days_of(self._said.get("rhythmus", ""))
        whole = Understood(
            line=self._line,
            name=name,
            organisation=organisation,
            funktion=self._fit("funktion", self._said.get("funktion", "")),
            mail=self._fit("mail", self._said.get("mail", "")),
            telefon=self._fit("telefon", self._phone()),
            anschrift=self._fit("anschrift", self._address()),
            web=self._fit("web", self._said.get("web", "")),
            more=tuple(more),
            kind=self._kind() or (self._implied if organisation else ""),
            topic=one_line(self._said.get("themenfeld", "")),
            days=days,
            rhythm=self._fit("rhythmus", rhythm),
        )
        heads = {_bare_name(text): _role(head) for head, text in leaders}
        heads = {who: head for who, head in heads.items() if key(who) not in HeadsWords.NOBODY}
        if not heads:
            yield self._as(whole)
            return
        if not name:
            (first, head), *others = heads.items()
            first = self._fit("name", first)
            led = replace(whole, name=first, funktion=whole.funktion or head, leads=True)
            yield self._as(led)
        else:
            role = heads.pop(name, "")
            yield self._as(replace(whole, funktion=whole.funktion or role))
            others = list(heads.items())
        for who, head in others:
            yield Understood(
                *(self._line, self._fit("name", who), organisation, head, "", "", "", ""),
                leads=True,
            )

    def _as(self, found: Understood) -> Understood:
        """The same with what is not taken of the row."""
        return replace(found, aside=tuple(self._aside))

    def _fit(self, field: str, text: str) -> str:
        """A text of a field, or nothing where it is too long to be one."""
        most = LONGEST[field]
        text = text.strip() if field == "anschrift" else one_line(text)
        if len(text) > most:
            label = label_of(field)
            self._aside.append(words.TOO_LONG_TEXT.format(field=label, most=most))
            return ""
        return text

    def _organisations(self) -> list[str]:
        text = self._said.get("organisation", "")
        parts = text.split("\n") if self._several else [text]
        parts[0] = " ".join(filter(None, (parts[0], self._said.get("organisation2", ""))))
        found = (self._fit("organisation", part) for part in parts)
        return list(dict.fromkeys(filter(None, found))) or [""]

    def _name(self) -> str:
        said = self._said
        given, family = said.get("vorname", ""), said.get("nachname", "")
        if not (given or family):
            return _bare_name(said.get("name", "") or said.get("ersatzname", ""))
        titles = [
            word
            for word in dict.fromkeys(said.get("titel", "").split())
            if not given or key(word) not in HeadsWords.SALUTATIONS
        ]
        parts = (*titles, given, said.get("zweitname", ""), family, said.get("namenszusatz", ""))
        return one_line(" ".join(filter(None, parts)))

    def _phone(self) -> str:
        area, number = (self._said.get(field, "") for field in ("vorwahl", "telefon"))
        is_whole = number.startswith(("0", "+", "(")) or not number
        return number if is_whole else " ".join(filter(None, (area, number)))

    def _address(self) -> str:
        parts = (self._said.get(field, "") for field in ("strasse", "hausnummer"))
        town = (self._said.get(field, "") for field in ("plz", "ort"))
        whole = self._said.get("anschrift", "")
        # „Adresse“ may be all of it, or only the street.
        lines = [whole] + [
            " ".join(part for part in line if part)
            for line in (list(parts), list(town))
            if not all(one_line(part) in one_line(whole) for part in line)
        ]
        return "\n".join(filter(None, lines))

    def _kind(self) -> str:
        text = one_line(self._said.get("art", ""))
        found = kind_of(text)
        if text and not found:
            self._aside.append(words.NO_KIND.format(field=label_of("art"), text=text))
        return found


def _role(head: str) -> str:
    """What somebody does whose name stands under a head."""
    found = (role for part, role in HeadsWords.ROLES.items() if part in key(head))
    return next(found, HeadsWords.ROLE)


def _bare_name(text: str) -> str:
    """A name without a form of address; „Frau Schulz“ has nothing else that is given."""
    first, *rest = one_line(text).split(" ")
    if len(rest) > 1 and key(first) in HeadsWords.SALUTATIONS:
        return " ".join(rest)
    return one_line(text)


def is_person(text: str) -> bool:
    """Whether a text is a person's name, not that of an organisation, as far as can be told."""
    return is_personal(text) and not is_organisation(text)


def is_organisation(text: str) -> bool:
    """Whether a name can only be that of an organisation."""
    found = key(bare(text)).split()
    if len(found) < 2:
        return bool(found) and _is_compound(found[0])
    pairs = (" ".join(pair) for pair in pairwise(found))
    return (
        found[0] in HeadsWords.ORGANISATION_BEGINS
        or not HeadsWords.LEGAL_FORMS.isdisjoint((*found[1:], *pairs))
        or any(map(_is_compound, found))
    )


def _is_compound(word: str) -> bool:
    """Whether a word ends as organisations do: „Grundschule“; „Schule“ is a family name, too."""
    endings = HeadsWords.ORGANISATION_ENDINGS
    return word.endswith(endings) and word not in endings


def kind_of(text: str) -> str:
    """The kind of partner a text tells; empty for none."""
    wanted = f" {key(text)} "
    for kind, parts in KindsWords.CATEGORIES:
        if any(part in wanted for part in parts):
            return kind
    return ""


_COUNTED = re.compile(
    r"(?:(?:alle|jede[rsn]?|in|ca)\s+)?(?P<number>\d+|[a-z]+)?\s*(?P<unit>tage?n?|wochen?"
    r"|monate?n?|quartale?|vierteljahre?|halbjahre?|jahre?n?)(?:\s.*)?"
)
_TIMES = re.compile(
    r"(?P<number>\d+)?\s*(?P<times>[a-z]*mal|x)\s*(?:im|pro|je|in der)\s+(?P<unit>[a-z]+)"
)


def days_of(text: str) -> tuple[int, str]:
    """How many days a rhythm has, and the words that say it where they are no mere number."""
    wanted = key(text)
    if not wanted:
        return 0, ""
    if wanted.isdecimal():
        return (int(wanted), "") if 0 < int(wanted) <= 3660 else (0, one_line(text))
    for word, days in KindsWords.ADVERBS.items():
        if wanted == word:
            return days, one_line(text)
    if found := _TIMES.fullmatch(wanted):
        times = int(found["number"] or KindsWords.TIMES.get(found["times"], 1))
        unit = _unit(found["unit"])
        return (max(unit // times, 1) if unit and times else 0), one_line(text)
    if found := _COUNTED.fullmatch(wanted):
        given = found["number"] or "1"
        number = int(given) if given.isdecimal() else KindsWords.NUMBERS.get(given, 0)
        days = number * _unit(found["unit"])
        return (days if days <= 3660 else 0), one_line(text)
    return 0, one_line(text)


def _unit(word: str) -> int:
    begins = (days for unit, days in KindsWords.DAYS.items() if word.startswith(unit))
    return next(begins, 0)
