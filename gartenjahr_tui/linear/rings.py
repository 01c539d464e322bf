"""Year rings line by line: the figures in sentences, each question through all years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gartenjahr_tui.garden import figures, rings
from gartenjahr_tui.garden.rings import Trunk
from gartenjahr_tui.guide.model import Chapter
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.rhythm import FiguresWords as figure_words
from gartenjahr_tui.words.rhythm import RingsWords as words
from gartenjahr_tui.workbook.book import Workbook

RingLines = tuple[str, list[str]]
"""A heading and what is read under it."""


def read_rings(console: Console, book: Workbook) -> None:
    """Let the person choose figures, a step or the check-ins, until they leave.

    Raises:
        End: They stop.
    """
    steps = {str(step.number): step for step in book.guide.steps}
    while True:
        looked_at = rings.of_partnerships(book)
        _say_choices(console, book, steps, looked_at)
        checkins = [words.CHECKINS_KEY] if looked_at else []
        chosen = _key(console, [words.FIGURES_KEY, *steps, *checkins])
        if chosen is None:
            return
        if chosen == words.FIGURES_KEY:
            _read(console, list(_figures(book)), figure_words.NONE)
        elif chosen == words.CHECKINS_KEY:
            _read(console, list(_rings(looked_at)), words.NONE)
        else:
            trunks = rings.of_prompts(book, steps[chosen].every)
            _read(console, list(_rings(trunks)), words.NONE)


def _say_choices(
    console: Console, book: Workbook, steps: Mapping[str, Chapter], looked_at: Sequence[Trunk]
) -> None:
    """Say what there is to read, and how much of it."""
    console.say("", words.MENU)
    console.say(words.CHOICE_PLAIN.format(key=words.FIGURES_KEY, title=figure_words.TITLE))
    for key, step in steps.items():
        count = sum(rings.answered(book, prompt) for prompt in step.every)
        said = words.QUESTIONS[count != 1].format(count=count)
        console.say(words.CHOICE.format(key=key, title=step.title, count=said))
    if looked_at:
        count = sum(len(trunk.rings) for trunk in looked_at)
        said = words.CHECKINS[count != 1].format(count=count)
        title = words.ALL_CHECKINS
        console.say(words.CHOICE.format(key=words.CHECKINS_KEY, title=title, count=said))
    console.say(words.CHOOSE)


def _key(console: Console, keys: Sequence[str]) -> str | None:
    """What is chosen; None when the person goes back."""
    while True:
        reply = _reply(console)
        if reply is None:
            return None
        if reply in ("", words.NEXT_WORD):
            return words.FIGURES_KEY
        if reply in keys:
            return reply
        console.say(words.WRONG.format(keys=words.NAMES.join(keys)))


def _reply(console: Console) -> str | None:
    """A word; None for „zurück“."""
    reply = console.order()
    return reply and folded(reply[:40])


def _read(console: Console, parts: list[RingLines], nothing: str) -> None:
    """Read part after part, until the person goes back or has heard the last."""
    if not parts:
        console.say("", nothing)
    for number, (title, lines) in enumerate(parts, 1):
        console.say("", title, *lines)
        if number == len(parts):
            console.say("", words.LAST)
        else:
            console.say("", words.NEXT.format(number=number, total=len(parts)))
        while (reply := _reply(console)) not in (None, "", words.NEXT_WORD):
            console.say(words.READ_WRONG)
        if reply is None:
            return


def _figures(book: Workbook) -> Iterator[RingLines]:
    for figure in figures.figures(book):
        if figure.grown:
            yield figure.title, list(figure.sentences(book.year_label))


def _rings(trunks: Sequence[Trunk]) -> Iterator[RingLines]:
    """Every question with its years, the newest first."""
    for trunk in trunks:
        lines: list[str] = []
        for ring in rings.latest_first(trunk.rings):
            when = ring.when
            if ring.voice:
                when = words.RING_VOICE.format(when=when, voice=ring.voice)
            lines += ["", words.RING.format(when=when, change=ring.change).rstrip(), ring.text]
        yield trunk.title, lines
