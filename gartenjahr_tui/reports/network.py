"""The network on one page: which partners there are, how near they are, how far one is together.

How well one knows each other is what the team says of it; it is no judgement of theirs, but the
page is for the own house.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import Partner, Partnership, living
from gartenjahr_tui.reports.document import Block, Look, Paragraph, RingMap, Spot, bullets
from gartenjahr_tui.reports.phrases import counted, joined, library, listed, spelled
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.text import sort_key
from gartenjahr_tui.words.together import NetworkWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.plain import Card

MOST_NAMED = 12
"""Partners a line names; of more it counts the rest."""

_RINGS = tuple(words.RINGS)
_STAGES = tuple(words.STAGES)


def _stages(scope: Scope) -> dict[str, int]:
    """Id of a partner → the highest stage of what lives with it; nobody else is in."""
    found: dict[str, int] = {}
    for card in living(scope.cards):
        stage = max(_STAGES.index(Partnership(card).stage), 1)
        for partner in scope.cards.named(card, Partnership.partners.id):
            found[partner.id] = max(found.get(partner.id, 0), stage)
    return found


def _kinds(scope: Scope) -> list[str]:
    """The kinds of organisation there are partners of, in the order of the form."""
    there = {Partner(card).category for card in scope.cards.of(Partner.KIND)}
    return [kind for kind in words.KINDS if kind in there]


def _map(scope: Scope) -> Iterator[Block]:
    partners = scope.cards.of(Partner.KIND)
    if not partners:
        return
    kinds, stages = _kinds(scope), _stages(scope)
    # The ring of those of whom nothing is said is only there where there are any.
    rings = [ring for ring in _RINGS if ring or any(not Partner(c).known for c in partners)]
    by_place = sorted(partners, key=lambda card: _place(scope, card, kinds, rings))
    spots = tuple(
        Spot(
            scope.cards.title(card),
            kinds.index(Partner(card).category),
            rings.index(Partner(card).known),
            stages.get(card.id, 0),
        )
        for card in by_place
    )
    names = tuple(words.RINGS[ring] for ring in rings)
    near = Counter(names[spot.ring] for spot in spots)
    alt = words.ALT.format(
        library=library(scope.book),
        partners=counted(len(spots), *words.PARTNERS),
        kinds=listed(words.KINDS[kind] for kind in kinds),
        rings=listed(words.IN_RING.format(ring=r, count=near[r]) for r in names if near[r]),
    )
    yield Paragraph(words.HOW, Look.LEAD)
    yield RingMap(
        words.MAP,
        words.CENTRE,
        tuple(words.KINDS[kind] for kind in kinds),
        names,
        tuple(words.STAGES.values()),
        spots,
        alt,
        words.HEAD,
    )


def _place(scope: Scope, card: Card, kinds: list[str], rings: list[str]) -> tuple[object, ...]:
    view = Partner(card)
    return kinds.index(view.category), rings.index(view.known), sort_key(scope.cards.title(card))


def _gaps(scope: Scope) -> Iterator[Block]:
    """Where the net is thin: a question for the team, no verdict."""
    partners, stages = scope.cards.of(Partner.KIND), _stages(scope)
    missing = [name for kind, name in words.KINDS.items() if kind and kind not in _kinds(scope)]
    idle = [c for c in partners if Partner(c).known == "vertraut" and c.id not in stages]
    new = [card for card in partners if Partner(card).known == "neu" and card.id in stages]
    unsaid = sum(not Partner(card).known for card in partners)
    title = scope.cards.title
    yield from bullets(
        (
            words.MISSING.format(kinds=listed(missing)) if missing and partners else "",
            words.IDLE.format(names=listed(map(title, idle), MOST_NAMED)) if idle else "",
            words.NEW.format(names=listed(map(title, new), MOST_NAMED)) if new else "",
            counted(unsaid, *words.UNSAID) if unsaid else "",
        )
    )


NETWORK = Report(
    "netzkarte",
    words.TITLE,
    words.LEAD,
    (
        Part("karte", words.MAP, _map, fixed=True, heading=False),
        Part("luecken", words.GAPS, _gaps),
    ),
    lambda scope: (
        words.TITLE,
        joined(scope.book.profile.library, words.AS_OF.format(day=spelled(scope.book.today))),
    ),
    stays=words.STAYS,
)

REPORTS: tuple[Report, ...] = (NETWORK,)
