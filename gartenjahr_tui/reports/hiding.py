"""Texts without the people who are named in them, and an account of what was taken out.

What is surely a person, a phone number or a mail address goes. A family or given name alone may be
a word („im Sommer“, „ein Krug Wasser“): it stays, and the account names it for a person to decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from gartenjahr_tui.reports.phrases import counted
from gartenjahr_tui.words.yearly import HidingWords as words
from gartenjahr_tui.workbook.names import name_parts

AROUND = 24
"""Characters that are told on both sides of a spot."""

MOST_TOLD = 5
"""Spots that the account names; the rest is counted."""

SHORTEST = 3
"""Letters of a name alone that is worth a question."""

NAME, NUMBER, MAIL = "name", "number", "mail"
"""What is taken out: names of groups of the pattern, and of what stands there instead."""

_MAIL = r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w.-]{0,250}\w"
_NUMBER = (
    r"(?<![\w.,/-])(?!\d\d?\. ?\d\d?\.)(?:\+|\(?0)\d(?:[ ()/.–-]{0,3}\d){5,14}(?![\w])"
    r"|(?<=Tel\. )\d(?:[ /-]?\d){3,14}|(?<=Telefon )\d(?:[ /-]?\d){3,14}"
)
_TITLE = (
    r"(?:Frau|Herrn?|Familie|Fam\.|Dr\.|Prof\.|Kolleg(?:in|en|e)|Pfarrer(?:in)?"
    r"|Bürgermeister(?:in)?)"
)


class Hidden:
    """Takes people out of texts and remembers where.

    Attributes:
        count: How often something was taken out, by what it was.
        spots: The text around each name that was taken out.
        doubts: Words that stayed and may be a name → the text around the first of each.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Look for people of these names, given names first."""
        self.count: Counter[str] = Counter()
        self.spots: list[str] = []
        self.doubts: dict[str, str] = {}
        whole: set[str] = set()
        alone: set[str] = set()
        for name in filter(None, names):
            forms, single = _forms(name)
            whole.update(forms)
            alone.update(single)
        sure = [rf"(?P<{MAIL}>{_MAIL})", rf"(?P<{NUMBER}>{_NUMBER})"]
        if alone:
            any_name = _any({*whole, *alone})
            sure.append(rf"(?<!\w)(?P<title>(?:{_TITLE}\s+)+)(?i:{any_name})s?(?!\w)")
        if whole:
            sure.append(rf"(?<!\w)(?P<{NAME}>(?i:{_any(whole)}))s?(?!\w)(?:\s*\(erfunden\))?")
        self._sure = re.compile("|".join(sure))
        asked = {name for name in alone if len(name) >= SHORTEST}
        asked |= {name.upper() for name in asked}
        self._doubtful = re.compile(rf"(?<!\w)(?:{_any(asked)})s?(?!\w)") if asked else None

    def without(self, text: str) -> str:
        """The text without people, phone numbers and mail addresses."""
        text = self._sure.sub(self._instead, text)
        for found in self._doubtful.finditer(text) if self._doubtful else ():
            self.doubts.setdefault(found[0], _around(found, found[0]))
        return text

    def _instead(self, found: re.Match[str]) -> str:
        groups = found.groupdict()
        what = next((kind for kind in (MAIL, NUMBER) if groups[kind]), NAME)
        self.count[what] += 1
        instead = words.INSTEAD[what]
        if what == NAME:
            instead = (groups.get("title") or "") + instead
            self.spots.append(_around(found, instead))
        return instead

    def account(self) -> Iterator[str]:
        """What was taken out and what may still be a name, as German lines."""
        for what, said in words.TAKEN_OUT.items():
            if number := self.count[what]:
                where = _told(self.spots) if what == NAME else ""
                yield counted(number, *said) + where
        if self.doubts:
            yield words.DOUBTS + _told([*self.doubts.values()])


def _told(spots: list[str]) -> str:
    """Where it was, spot by spot."""
    told = ", ".join(words.SPOT.format(text=spot) for spot in spots[:MOST_TOLD])
    rest = len(spots) - MOST_TOLD
    return words.WHERE.format(told=told + (words.MORE.format(count=rest) if rest > 0 else ""))


def _around(found: re.Match[str], said: str) -> str:
    """What stands there, with some whole words on both sides."""
    text, start, end = found.string, found.start(), found.end()
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = f"… {before.partition(' ')[2]}"
    if len(text) > end + AROUND:
        after = f"{after.rpartition(' ')[0]} …"
    return f"{before}{said}{after}".strip()


def _any(names: Iterable[str]) -> str:
    """A pattern for one of some names, the longest first; any blank is one."""
    return "|".join(
        re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True)
    )


def _forms(name: str) -> tuple[list[str], list[str]]:
    """How a person is written in full, and the names that may be words when they stand alone."""
    family, given, _ = name_parts(name)
    if not given:
        return [], [family]
    first = given.split()[0]
    forms = [name, f"{given} {family}", f"{first} {family}", f"{family}, {given}"]
    forms += [f"{first[0]}. {family}", f"{first[0]}.{family}", f"{first} {family[0]}."]
    return forms, [family, *([] if first.endswith(".") else [first])]
