"""The plan for a talk with a partner about the year: ninety minutes that end with a next step.

It lies on the table between both houses, so nothing the team thinks of the partnership is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate

from gartenjahr_tui.garden.ahead import PAST, STEP_KINDS, step_open
from gartenjahr_tui.garden.kinds import Harvest, Partnership
from gartenjahr_tui.guide.outside import read_views
from gartenjahr_tui.reports.document import (
    Block,
    Look,
    Paragraph,
    Table,
    TickBoxes,
    WritingSpace,
    bullets,
    facts,
    lean_table,
    table,
    under,
)
from gartenjahr_tui.reports.phrases import (
    joined,
    library,
    listed,
    on_day,
    shown,
    spelled,
    with_remark,
)
from gartenjahr_tui.reports.report import Part, Report, Scope, about
from gartenjahr_tui.reports.sharing import milestone_rows, partners_of, role_rows, text_of
from gartenjahr_tui.reports.telling import telling
from gartenjahr_tui.words.sharing import SharingWords
from gartenjahr_tui.words.together import TalkWords as words

QUESTIONS = 5
"""Questions of the partners' sheet that fit into their part of the talk; it has more."""

_LINES = 2
"""Lines to write on under a question."""


def _arrive(scope: Scope) -> Iterator[Block]:
    yield Paragraph(words.ARRIVE_HINT, Look.LEAD)
    yield from facts((words.WHO, listed([library(scope.book), *partners_of(scope)])))
    yield WritingSpace(1, words.WHEN_WHERE)
    yield WritingSpace(1, words.PRESENT)


def _promised(scope: Scope) -> Iterator[Block]:
    agreed = bullets(what for what, *_ in Partnership(scope.about).agreed)
    since = scope.book.today - timedelta(days=PAST)
    found = [
        *facts((words.AIMS, text_of(scope, Partnership.aims))),
        *under(words.AGREED, agreed),
        *under(
            words.STONES,
            lean_table(
                words.STONE_COLUMNS,
                milestone_rows(scope, lambda day, state: (day or since) >= since),
            ),
        ),
        *under(words.TASKS, lean_table(words.TASK_COLUMNS, role_rows(scope, scope.about))),
    ]
    yield from found or [WritingSpace(4, words.NOT_NOTED)]


def _harvests(scope: Scope) -> Iterator[Block]:
    """Those of the last year, the latest first."""
    since = scope.book.today - timedelta(days=PAST)
    cards = scope.cards.naming(scope.about.id, Harvest.KIND)
    near = [card for card in cards if (Harvest(card).on or date.min) >= since]
    near.sort(key=lambda card: Harvest(card).on or date.min, reverse=True)
    yield from lean_table(
        words.HARVEST_COLUMNS,
        (
            (
                on_day(card, Harvest.on),
                scope.cards.title(card),
                listed(joined(shown(n), what, by=" ") for what, n in Harvest(card).numbers if n),
            )
            for card in near
        ),
    )
    yield WritingSpace(2, words.MORE_HARVESTS) if near else WritingSpace(4, words.NO_HARVESTS)


def _view(scope: Scope) -> Iterator[Block]:
    yield Paragraph(words.VIEW_HINT, Look.LEAD)
    view = next(view for view in read_views() if view.id == "partner")
    yield from (WritingSpace(_LINES, one.prompt.ask) for one in view.questions[:QUESTIONS])
    yield WritingSpace(_LINES, words.OURS)


def _open(scope: Scope) -> Iterator[Block]:
    found = (card for kind in STEP_KINDS for card in scope.cards.naming(scope.about.id, kind))
    steps = [telling(scope).step(card) for card in found if step_open(scope.cards, card)]
    steps.sort(key=lambda step: step.day or date.max)
    rows = [(step.what, spelled(step.day) or step.until) for step in steps]
    yield from table(words.OPEN_COLUMNS, rows)
    yield WritingSpace(2, words.OPEN_MORE)


def _on(scope: Scope) -> Iterator[Block]:
    yield TickBoxes(words.WAYS, only_one=True)
    yield WritingSpace(2, words.WHY)


def _step(scope: Scope) -> Iterator[Block]:
    yield Table(words.STEP_COLUMNS, (("",) * 3,) * 2, tall=True)
    yield WritingSpace(1, words.NEXT)


Gathers = Callable[[Scope], Iterator[Block]]

STATIONS: tuple[tuple[str, str, int, Gathers], ...] = (
    ("ankommen", words.ARRIVE, 10, _arrive),
    ("vorgenommen", words.PROMISED, 10, _promised),
    ("gewachsen", words.HARVESTS, 15, _harvests),
    ("sicht", words.VIEW, 30, _view),
    ("offen", words.OPEN, 10, _open),
    ("weiter", words.ON, 10, _on),
    ("schritt", words.STEP, 5, _step),
)
"""Id, title, minutes and content of each part of the talk."""


def _plan(scope: Scope) -> Iterator[Block]:
    yield Paragraph(words.HOW, Look.LEAD)
    ends = [*accumulate(minutes for _, _, minutes, _ in STATIONS)]
    yield Table(
        words.COLUMNS,
        tuple(
            (
                words.FROM_TO.format(begin=end - minutes, end=end),
                title,
                words.MINUTES.format(count=minutes),
            )
            for (_, title, minutes, _), end in zip(STATIONS, ends, strict=True)
        ),
    )


def _titled(title: str, minutes: int) -> str:
    return with_remark(title, words.MINUTES.format(count=minutes))


TALK = Report(
    "gespraechsplan",
    words.TITLE,
    words.LEAD,
    (
        Part("ablauf", words.PLAN, _plan, fixed=True),
        *(Part(id, _titled(title, minutes), make) for id, title, minutes, make in STATIONS),
    ),
    lambda scope: (words.HEADING, scope.cards.title(scope.about)),
    (
        about(
            *("partnership", SharingWords.PARTNERSHIP, SharingWords.NO_PARTNERSHIP),
            only=lambda card: Partnership(card).lives,
            must=True,
        ),
    ),
    words.STAYS,
    guide=True,
)

REPORTS: tuple[Report, ...] = (TALK,)
