"""What the workbook says under the questions of a check-in and of the overwintering.

Pure functions of a card, like those of :mod:`gartenjahr_tui.garden.advice`, which lists them.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden.ahead import STEP_KINDS, step_asked, step_open, thanks_open
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.rhythm import CheckInWords as words
from gartenjahr_tui.words.rhythm import DueWords as due_words
from gartenjahr_tui.words.rhythm import HappenedWords as happened_words
from gartenjahr_tui.words.rhythm import OverwinterWords as winter
from gartenjahr_tui.words.rhythm import RoundsWords as round_words
from gartenjahr_tui.workbook.dates import german, no_day, shown_date
from gartenjahr_tui.workbook.values import history, shown_day, summary
from gartenjahr_tui.workbook.years import LAST_YEAR, first_day, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gartenjahr_tui.guide.model import Field
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

TOLD = {"gut": words.LAST_GOOD, "nicht": words.LAST_BAD, "aendern": words.LAST_CHANGE}
"""What of the look before is said again."""

STANDS = (kinds.Partnership.stages.id, kinds.Partnership.growths.id)
TRANSPARENCY = ("transparenz_a", "transparenz_b", "transparenz_c", "transparenz_d")

STATES = {
    kinds.Checkup.stage.id: kinds.Partnership.stages.id,
    kinds.Checkup.growth.id: kinds.Partnership.growths.id,
    **{id: id for id in TRANSPARENCY},
}
"""Field of a look → the history of the partnership it adds to."""

PALM = "saeen.palme"
"""The question whose answer may come along into the new year."""

MOST = 5
"""Things that are named in a list."""

LONGEST = 70
"""Characters of a text that is named."""


# One partnership in a check-in


def last_look(book: Workbook, look: Card) -> list[str]:
    """What was said of the partnership in the check-in before."""
    day = kinds.Checkup(look).on or date.min
    found = (
        told
        for partnership in kinds.partnerships_of(book.cards, look)
        if (told := _told(book.cards, partnership, look.id, day))
    )
    return next(found, [])


def looks(book: Workbook, partnership: Card) -> list[str]:
    """What was said of a partnership in its last check-in, on its own card."""
    return _told(book.cards, partnership, "", date.max)


def look_told(cards: Cards, partnership: Card) -> Card | None:
    """The latest look at a partnership that says how it went."""
    return _look_before(cards, partnership, "", date.max)


def _told(cards: Cards, partnership: Card, but: str, until: date) -> list[str]:
    """What the latest look that says something said, up to a day and without one of them."""
    before = _look_before(cards, partnership, but, until)
    if before is None:
        return []
    told = [
        sentence.format(text=_short(before.value[id]))
        for id, sentence in TOLD.items()
        if before.value.get(id)
    ]
    rounds = cards.named(before, kinds.Checkup.round.id)
    title = cards.title(rounds[0] if rounds else before)
    return [words.LAST_LOOK.format(title=title, text=" · ".join(told))] if told else []


def _look_before(cards: Cards, partnership: Card, but: str, until: date) -> Card | None:
    for other in cards.naming(partnership.id, kinds.Checkup.KIND):
        earlier = other.id != but and (kinds.Checkup(other).on or date.min) <= until
        if earlier and any(other.value.get(id) for id in TOLD):
            return other
    return None


def stands_now(book: Workbook, look: Card) -> list[str]:
    """Stage and growth as they are noted."""
    return _states(book.cards, look, STANDS)


def transparency_now(book: Workbook, look: Card) -> list[str]:
    """The four questions of transparency as they were answered last."""
    return _states(book.cards, look, TRANSPARENCY)


def _states(cards: Cards, look: Card, ids: Iterable[str]) -> list[str]:
    found = []
    for partnership in kinds.partnerships_of(cards, look):
        for id in ids:
            field = cards.form(partnership).fields[id]
            if entries := history(field, partnership.value):
                state, day = field.state_label(entries[0][field.current]), shown_day(entries[0])
                said = no_day(entries[0].get("am"))
                without = words.NOW_OF_SAID if said else words.NOW_OF_NO_DAY
                sentence, day = words.NOW_OF if day else without, shown_date(day) or said
                found.append(sentence.format(what=field.label, state=state, day=day))
    return found


def step_before(book: Workbook, look: Card) -> list[str]:
    """The step that was agreed on before this look."""
    for partnership in kinds.partnerships_of(book.cards, look):
        if step := step_asked(book.cards, look, partnership):
            return [_step(step, words.STEP_BEFORE, words.STEP_BEFORE_NO_DAY)]
    return []


def _step(card: Card, until: str, without: str, name: str = "") -> str:
    view = kinds.Step(card)
    step = _short(view.step) or due_words.STEP
    if view.until:
        return until.format(step=step, day=german(view.until), name=name)
    # What is no day is said in the words of who wrote it.
    said = no_day(card.value.get(kinds.Step.until.id))
    return without.format(step=f"{step} ({said})" if said else step, name=name)


# The end of a check-in


def checkin_summary(book: Workbook, card: Card) -> list[str]:
    """The check-in in a few lines: what was looked at, what has changed, what was agreed on."""
    cards = book.cards
    if kinds.CheckInCard(card).extent == "kurz":
        return [words.SUMMARY_SHORT]
    looks = cards.naming(card.id, kinds.Checkup.KIND)
    total = len(kinds.living(cards))
    lines = [_looked_at(len(looks), max(total, len(looks)))] if total or looks else []
    changed = [line for look in looks for line in _changes(cards, look)]
    lines += [words.SUMMARY_CHANGED, *changed] if changed else [words.SUMMARY_SAME]
    agreed = [look for look in looks if kinds.Checkup(look).step]
    steps = (
        _step(look, words.SUMMARY_STEP, words.SUMMARY_STEP_NO_DAY, _of(cards, look))
        for look in agreed
    )
    return [*lines, *([words.SUMMARY_STEPS, *_bullets(steps)] if agreed else [])]


def _looked_at(count: int, total: int) -> str:
    if count == total:
        return words.SUMMARY_ONLY_ONE if total == 1 else words.SUMMARY_ALL.format(total=total)
    return words.SUMMARY_LOOKS[count != 1].format(count=count, total=total)


def _changes(cards: Cards, look: Card) -> Iterator[str]:
    """The states a look has changed, in the words of the form; those it has confirmed are none."""
    fields, partnerships = cards.form(look).fields, kinds.partnerships_of(cards, look)
    for id, history_id in STATES.items():
        option = fields[id].option(look.value.get(id, ""))
        stood_before = any(
            cards.state(partnership, history_id) == look.value.get(id)
            and not noted_since(cards, look, partnership, id)
            for partnership in partnerships
        )
        if option and not stood_before:
            text = words.FIRST_STATE.format(name=fields[id].label, after=option.label)
            yield round_words.BULLET.format(text=f"{_of(cards, look)}, {text}")


def begun_on(look: Card) -> str:
    """ISO day a look was begun on; empty when nobody knows."""
    return look.made_on.isoformat() if look.made_on else ""


def noted_since(cards: Cards, look: Card, partnership: Card, id: str) -> bool:
    """Whether what a look says has been noted in a history since the look was begun."""
    field, begun = cards.form(partnership).fields[STATES[id]], begun_on(look)
    entries = partnership.value.get(field.id, ())
    said = (entry for entry in entries if entry.get(field.current) == look.value.get(id))
    return any(shown_day(entry) >= begun for entry in said)


def _of(cards: Cards, card: Card) -> str:
    """The name of the partnership a card of a round is about."""
    return cards.name(next(iter(kinds.Step(card).partnerships), ""))


# Overwintering


def proposal(partnership: Card, soon: date) -> kinds.Way:
    """The way that is proposed for a partnership; empty when there is no reason for one.

    Nothing but going on is ever proposed: that something ends is for the person to choose.

    Args:
        partnership: The partnership.
        soon: The first day a planned end has to lie ahead of, see :func:`first_day_ahead`.
    """
    view = kinds.Partnership(partnership)
    if view.end:
        return "weiter" if view.end >= soon else ""
    return "weiter" if view.lifespan == "mehrjaehrig" else ""


def first_day_ahead(book: Workbook, new: int) -> date:
    """The first day of a new garden year, or today when it has begun."""
    return max(first_day(new, book.profile.start_month), book.today)


def winter_proposal(book: Workbook, decision: Card) -> list[str]:
    """What is proposed for a partnership, and what was decided last."""
    cards, found = book.cards, []
    rounds = cards.named(decision, kinds.Checkup.round.id)
    soon = first_day_ahead(book, new_year(book, rounds[0]) if rounds else book.newest_year + 1)
    for partnership in kinds.partnerships_of(cards, decision):
        view, fields = kinds.Partnership(partnership), cards.form(partnership).fields
        field = fields[kinds.Partnership.decisions.id]
        found.append(_proposed(field, view, proposal(partnership, soon), book.today))
        if proposal(partnership, soon) and decision.id not in cards:
            found.append(winter.TAKE_PROPOSAL)
        if last := next(iter(view.decisions), None):
            label, day = field.state_label(last.state), german(last.day) if last.day else ""
            found.append(winter.DECIDED_BEFORE.format(way=label, day=day))
    return found


def _proposed(field: Field, view: kinds.Partnership, way: kinds.Way, today: date) -> str:
    """The proposal with its reason, or why there is none."""
    day = german(view.end) if view.end else ""
    if way:
        sentence = winter.PROPOSAL_UNTIL if day else winter.PROPOSAL_PERENNIAL
        return sentence.format(way=field.state_label(way), day=day)
    if view.end:
        return (winter.END_WAS if view.end < today else winter.END_IS).format(day=day)
    return winter.PROPOSAL_ANNUAL if view.lifespan == "einjaehrig" else winter.PROPOSAL_OPEN


def steps_waiting(cards: Cards) -> list[Card]:
    """The cards with a step that is open."""
    return [card for kind in STEP_KINDS for card in cards.of(kind) if step_open(cards, card)]


def thanks_waiting(cards: Cards) -> list[Card]:
    """The thanks that have not been spoken."""
    return [card for card in cards.of(kinds.Thanks.KIND) if thanks_open(cards, card)]


def seeds_kept(cards: Cards) -> list[Card]:
    """The seeds in the bag."""
    return [seed for seed in cards.of(kinds.Seed.KIND) if kinds.Seed(seed).state == "aufgehoben"]


def palm_said(book: Workbook, year: int) -> str:
    """The palm of the one who writes, in one line; empty when there is none."""
    prompt = book.guide.prompts[PALM]
    return summary(prompt, book.answer(PALM, year).value, LONGEST, names=book.cards.name)


def open_steps(book: Workbook, card: Card) -> list[str]:
    """The steps that are open."""
    cards = book.cards
    lines = (
        _step(each, winter.OPEN_STEP, winter.OPEN_STEP_NO_DAY, _where(cards, each))
        for each in steps_waiting(cards)
    )
    return _listed(winter.OPEN_STEPS, winter.OPEN_STEPS_NONE, list(lines))


def _where(cards: Cards, card: Card) -> str:
    """What a step belongs to: the partnership, else the card itself."""
    return cards.title(next(iter(kinds.partnerships_of(cards, card)), card))


def open_thanks(book: Workbook, card: Card) -> list[str]:
    """The thanks that are open."""
    cards = book.cards
    lines = [
        winter.OPEN_THANK.format(
            who=", ".join(map(cards.name, (*view.people, *view.organisation))) or "…",
            what=_short(cards.title(one)),
        )
        for one in thanks_waiting(cards)
        for view in [kinds.Thanks(one)]
    ]
    return _listed(winter.OPEN_THANKS, winter.OPEN_THANKS_NONE, lines)


def seeds_in_bag(book: Workbook, card: Card) -> list[str]:
    """The seeds that are kept."""
    lines = [_short(book.cards.title(seed)) for seed in seeds_kept(book.cards)]
    return _listed(winter.SEEDS, winter.SEEDS_NONE, lines)


def palms(book: Workbook, card: Card) -> list[str]:
    """The palm of the one who writes in the year that ends."""
    year = old_year(book, card)
    said = palm_said(book, year)
    label = book.year_label(year)
    if not said:
        return [winter.PALMS_NONE.format(year=label)]
    return [winter.PALMS[0].format(year=label), round_words.BULLET.format(text=said)]


def old_year(book: Workbook, card: Card) -> int:
    """Number of the year an overwintering ends: the newest one, unless another one was noted."""
    year = int(kinds.WinterCard(card).old_year)
    return year if year in book.years else book.newest_year


def new_year(book: Workbook, card: Card) -> int:
    """Number of the year an overwintering begins; what was noted counts as far as it can be."""
    old, noted = old_year(book, card), int(kinds.WinterCard(card).new_year)
    latest = max(year_of(book.today, book.profile.start_month), book.newest_year) + 1
    possible = old < noted <= min(latest, LAST_YEAR)
    return noted if possible else book.year_due or old + 1


def winter_summary(book: Workbook, card: Card) -> list[str]:
    """What the end of the overwintering will do, before it is done."""
    cards = book.cards
    view = kinds.WinterCard(card)
    looks = cards.naming(card.id, kinds.WinterDecision.KIND)
    decisions = [look for look in looks if kinds.WinterDecision(look).way]
    lines = [*_decided(book, decisions), *_to_be_said(cards, looks), *_along(book, card)]
    old, new = (book.year_label(int(year)) for year in (view.old_year, view.new_year))
    lines.append(winter.SUMMARY_NEW_YEAR.format(new=new, old=old))
    return lines if view.finished else [*lines, winter.SUMMARY_BEFORE]


def _decided(book: Workbook, decisions: Sequence[Card]) -> list[str]:
    cards = book.cards
    decided = {_of(cards, card) for card in decisions}
    alive = kinds.living(cards)
    rest = [name for p in alive if (name := cards.title(p)) not in decided]
    total = max(len(alive), len(decisions))
    if not decisions:
        return [winter.SUMMARY_NONE_DECIDED] if alive else []
    ways: dict[str, list[str]] = defaultdict(list)
    for card in decisions:
        ways[kinds.WinterDecision(card).way].append(_of(cards, card))
    field = cards.forms[kinds.WinterDecision.KIND].fields[kinds.WinterDecision.way.id]
    labels = {option.id: option.label for option in field.options}
    count = len(decisions)
    lines = [winter.SUMMARY_DECIDED[count != 1].format(count=count, total=total)]
    lines += _bullets(
        winter.SUMMARY_WAY.format(way=labels[way], names=_names(names))
        for way, names in ways.items()
    )
    if rest:
        sentence = winter.SUMMARY_UNDECIDED[len(rest) != 1]
        lines.append(sentence.format(count=len(rest), names=_names(rest)))
    return lines


def _to_be_said(cards: Cards, looks: Sequence[Card]) -> list[str]:
    """What is still to be talked over with partners, and what comes to a good end after this."""
    parts = (
        (winter.SUMMARY_TALKS, lambda view: view.talked == "noch-nicht"),
        (winter.SUMMARY_FAREWELLS, lambda view: view.way in kinds.ENDING),
    )
    found = []
    for sentence, wanted in parts:
        names = [_of(cards, look) for look in looks if wanted(kinds.WinterDecision(look))]
        found += [sentence.format(names=_names(names))] if names else []
    return found


def _along(book: Workbook, card: Card) -> list[str]:
    """What comes along into the new year."""
    cards, view, year = book.cards, kinds.WinterCard(card), old_year(book, card)
    parts = (
        (winter.SUMMARY_STEPS, len(steps_waiting(cards)) if view.steps == "ja" else 0),
        (winter.SUMMARY_THANKS, len(thanks_waiting(cards)) if view.thanks == "ja" else 0),
        (winter.SUMMARY_SEEDS, len(seeds_along(cards, card))),
        (winter.SUMMARY_PALMS, int(view.palm == "ja" and bool(palm_said(book, year)))),
    )
    found = [sentences[count != 1].format(count=count) for sentences, count in parts if count]
    if not found:
        return [winter.SUMMARY_NOTHING_ALONG]
    return [winter.SUMMARY_ALONG, *_bullets(found)]


def seeds_along(cards: Cards, card: Card) -> list[Card]:
    """The seeds that come along: those chosen, as far as they are still in the bag."""
    kept, view = seeds_kept(cards), kinds.WinterCard(card)
    if view.which_seeds == "einzelne":
        return [seed for seed in kept if seed.id in view.seeds]
    return kept if view.which_seeds == "alle" else []


def _listed(sentences: tuple[str, str], none: str, lines: list[str]) -> list[str]:
    """How many there are, and the first of them."""
    if not lines:
        return [none]
    more = [_and_more(lines)] if len(lines) > MOST else []
    return [sentences[len(lines) != 1].format(count=len(lines)), *_bullets(lines[:MOST]), *more]


def _names(names: Sequence[str]) -> str:
    more = f" {_and_more(names)}" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + more


def _and_more(every: Sequence[str]) -> str:
    return happened_words.AND_MORE.format(count=len(every) - MOST)


def _bullets(lines: Iterable[str]) -> list[str]:
    return [round_words.BULLET.format(text=line) for line in lines]


def _short(text: object) -> str:
    return shortened(one_line(str(text)), LONGEST)
