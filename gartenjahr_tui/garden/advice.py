"""What the workbook works out from a card and says under a question: it advises, never forbids.

A question names its advice in the content file; every face of the program shows the same lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import kinds, recurring
from gartenjahr_tui.garden import round_advice as of_rounds
from gartenjahr_tui.garden.reading import Dated
from gartenjahr_tui.garden.watering import days_dry, is_winter, last_seen, longest_wait
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.words.garden import AdviceWords as words
from gartenjahr_tui.workbook.dates import german, shown_date, shown_number, spoken

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Answer, Card

Advice = Callable[["Workbook", "Card"], list[str]]

WORDS_A_MINUTE = 130
"""How fast a person speaks who wants to be understood."""

LOOSE = 0.6
"""Below this part of the time wanted there is room for more."""

MOST_RETURNING = 3
"""Earlier partnerships that are named."""

NEXT_DAYS = 3
"""Days that are named of what recurs."""

MOST_SHARES = 5
"""Earlier estimates that are said; the list above has them all."""

TOO_MUCH = 2 / 3
"""More than this part of the tasks in one hand is cooking alone."""

FAR_APART = 25
"""Percentage points between what is noted and what the tasks say that are worth a word."""

# Inventory 113 to 116: the criteria k01 to k11 by the four categories, in the guide's order.
STAGES: dict[str, tuple[str, ...]] = {
    "initiiert": ("k01", "k02", "k03"),
    "gespraeche": ("k04", "k05"),
    "ziele": ("k06", "k07", "k08"),
    "strategisch": ("k09", "k10", "k11"),
}
"""Stage of a partnership → its criteria."""

SIGNS = {"erreicht": "●", "verschoben": "►"}
"""State of a milestone → its sign; an open one has a hollow dot."""


def lines(book: Workbook, name: str, card: Card) -> list[str]:
    """The advice of this name about a card, as German lines; none for an empty or unknown name."""
    advise = _ADVICE.get(name)
    return advise(book, card) if advise else []


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)


# Seeds


def sow_or_leave(book: Workbook, card: Card) -> list[str]:
    """The guide's first tip: a seed needs a need, and somebody who wants, can and contributes."""
    seed = kinds.Seed(card)
    gifts = [gift for gift in seed.gifts if gift.sure == "ja" and gift.what]
    if not (seed.need or seed.engaged or seed.gifts):
        return []
    if seed.need == seed.engaged == "ja" and gifts:
        verdict = words.SOW
    elif seed.need == "nein" or (seed.engaged == "nein" and not gifts):
        verdict = words.LEAVE
    else:
        verdict = words.CHECK
    told = (words.WHO_GIVES.format(who=g.who, what=g.what) if g.who else g.what for g in gifts)
    given = words.GIVEN.format(what=", ".join(told)) if gifts else words.NOT_GIVEN
    return [verdict, f"{words.NEED[seed.need]} {words.ENGAGED[seed.engaged]}", given]


# Requests, pitches, capacity


def reframing(book: Workbook, card: Card) -> list[str]:
    """Sentences that turn a request into a question of working together."""
    request = kinds.Request(card)
    kind = request.asked or ("anderes" if request.wording else "")
    if kind == "zusammenarbeit":
        return list(words.JOY)
    return [words.SENTENCES_FOR, *words.REFRAMING[kind]] if kind else []


def speaking_time(book: Workbook, card: Card) -> list[str]:
    """How long a text takes when it is spoken, and whether that is what was wanted."""
    pitch = kinds.Pitch(card)
    count = sum(any(sign.isalnum() for sign in word) for word in pitch.wording.split())
    if not count:
        return []
    seconds = max(1, round(count * 60 / WORDS_A_MINUTE))
    spoken = _counted(count, words.WORD, words.WORDS)
    lasting = _counted(seconds, words.SECOND, words.SECONDS)
    found = [words.SPOKEN.format(words=spoken, seconds=lasting)]
    if limit := int(pitch.seconds or 0):
        found.append(_fit(count, seconds, limit))
    return found


def _fit(count: int, seconds: int, limit: int) -> str:
    if seconds <= limit:
        return (words.SHORT if seconds < limit * LOOSE else words.FITS).format(limit=limit)
    fewer = max(1, count - limit * WORDS_A_MINUTE // 60)
    text = _counted(fewer, words.FEWER_WORD, words.FEWER_WORDS)
    return words.TOO_LONG.format(limit=limit, words=text)


def planted_hours(book: Workbook, card: Card) -> list[str]:
    """The hours that living partnerships take, beside those the team has.

    For a plan itself they are compared with this plan, for a partnership with the one of today.
    """
    return _hours(book, card if card.kind == kinds.Capacity.KIND else _plan_of_today(book))


def hours_today(book: Workbook) -> list[str]:
    """The hours that living partnerships take, beside those the team has in the quarter it is."""
    return _hours(book, _plan_of_today(book))


def _hours(book: Workbook, the_plan: Card | None) -> list[str]:
    if the_plan is None:
        return []
    hours = [kinds.Partnership(each).hours for each in kinds.living(book.cards)]
    plan, planted = kinds.Capacity(the_plan).hours, sum(hours)
    found = []
    if plan > 0:
        rest = _rest(plan, planted)
        found.append(
            words.PLANTED.format(sum=shown_number(planted), plan=shown_number(plan), rest=rest)
        )
    elif planted:
        found.append(words.PLANTED_ONLY.format(sum=shown_number(planted)))
    if silent := sum(not number for number in hours):
        found.append(_counted(silent, words.NO_HOURS_ONE, words.NO_HOURS))
    if 0 < plan < planted:
        found.append(words.PRUNE)
    return found


def _plan_of_today(book: Workbook) -> Card | None:
    """The plan of the quarter it is; None when there is none."""
    for plan in book.cards.of(kinds.Capacity.KIND):
        view = kinds.Capacity(plan)
        if view.begin and view.begin <= book.today <= (view.end or date.max):
            return plan
    return None


def _rest(plan: float, planted: float) -> str:
    if planted == plan:
        return words.REST_NONE
    text = words.REST_FREE if planted < plan else words.REST_OVER
    return text.format(hours=shown_number(abs(plan - planted)))


# Partners


def own_criteria(book: Workbook, card: Card) -> list[str]:
    """How many criteria are true of a partner, and which of the library's own are not rated yet."""
    criteria = kinds.Partner(card).criteria
    marks = {folded(each.name): each.judged for each in criteria if each.name and each.judged}
    rated, found = list(marks.values()), []
    if rated:
        partly = rated.count("teils")
        more = words.PARTLY.format(count=partly) if partly else ""
        found.append(words.TRUE_OF.format(true=rated.count("ja"), all=len(rated), partly=more))
    answers = _newest(book, "saeen.kennzeichen")
    own = {
        folded(entry["kriterium"]): one_line(entry["kriterium"])
        for answer in answers
        for entry in answer.value.get("entries", ())
        if entry.get("kriterium")
    }
    missing = [text for name, text in own.items() if name not in marks]
    if missing:
        found.append(words.NOT_RATED.format(year=book.year_label(answers[0].key.year)))
        found += [words.BULLET.format(text=text) for text in missing]
    return found


def _newest(book: Workbook, prompt_id: str) -> list[Answer]:
    """The answers of the newest year that has any, of all voices unless they are personal."""
    own = book.guide.prompts[prompt_id].personal
    for year in reversed(book.years):
        voices = (book.voice,) if own else book.voices
        answers = [book.answer(prompt_id, year, voice) for voice in voices]
        if found := [answer for answer in answers if answer.value]:
            return found
    return []


def returning(book: Workbook, card: Card) -> list[str]:
    """What was learnt when an earlier partnership with the same partners came to its end."""
    cards, kind = book.cards, kinds.Partnership.KIND
    named = cards.named(card, kinds.Partnership.partners.id)
    partners = [card] if card.kind == kinds.Partner.KIND else named
    earlier = {p.id: p for partner in partners for p in cards.naming(partner.id, kind)}
    ended = [other for other in earlier.values() if other.id != card.id and _taught(other)]
    ended.sort(key=_ended_on, reverse=True)
    found = []
    for other in ended[:MOST_RETURNING]:
        view = kinds.Partnership(other)
        door = words.DOORS.get(view.door, "")
        found.append(words.ONCE.format(title=cards.title(other), door=door))
        if lesson := one_line(view.lessons):
            found.append(words.LEARNT.format(text=lesson))
    return found


def _taught(card: Card) -> bool:
    """Whether a partnership has ended and said something at its end."""
    view = kinds.Partnership(card)
    return not view.lives and bool(view.lessons or view.door)


def _ended_on(card: Card) -> date:
    """Day of the decision that ended a partnership."""
    return kinds.Partnership(card).ended_on or date.min


def thirst(book: Workbook, card: Card) -> list[str]:
    """When a partner was seen last, beside how often that is wanted."""
    seen = last_seen(book.cards, card).get(card.id)
    rhythm = wanted_rhythm(book.cards, card)
    if seen is None and not rhythm:
        return []
    wanted = words.WANTED.format(rhythm=rhythm) if rhythm else ""
    days, thirsty = days_dry(book.cards, card, {card.id: seen} if seen else {})
    if seen is None or days is None:
        found = [words.NEVER_SEEN.format(wanted=wanted)]
    else:
        near = {0: words.TODAY, 1: words.YESTERDAY}
        ago = near.get(days) or words.DAYS_AGO.format(count=days)
        found = [words.LAST_SEEN.format(day=german(seen), ago=ago, wanted=wanted)]
    ideal = kinds.Partner(card).ideal_days
    if thirsty:
        found.append(words.THIRSTY)
    elif days and 0 < ideal < days:
        found.append(words.SOON)
    return found


def wanted_rhythm(cards: Cards, card: Card) -> str:
    """How often one wants to be in touch with a partner, in words; empty when nobody has said."""
    view, most = kinds.Partner(card), longest_wait(cards, card)
    ideal = view.ideal_days
    winter = most > 0 and most == view.winter_days and is_winter(cards)
    if ideal > 0 and most > 0:
        text = words.BOTH_WINTER if winter else words.BOTH
        return text.format(ideal=shown_number(ideal), most=shown_number(most))
    if most > 0:
        return (words.WINTER if winter else words.AT_MOST).format(count=shown_number(most))
    return words.IDEALLY.format(count=shown_number(ideal)) if ideal > 0 else ""


# Partnerships


def alone(book: Workbook, card: Card) -> list[str]:
    """A hint when a partnership rests on fewer than two people and nobody stands in."""
    view = kinds.Partnership(card)
    people = set(map(folded, view.carers))
    if len(people) > 1 or view.stand_in:
        return []
    return [words.ALONE if people else words.NOBODY, words.COMPANY]


def stage(book: Workbook, card: Card) -> list[str]:
    """Which stage the ticked criteria suggest, beside the noted one."""
    view = kinds.Partnership(card)
    ticked = set(view.criteria)
    if not ticked:
        return []
    counts = {id: len(ticked.intersection(criteria)) for id, criteria in STAGES.items()}
    field = book.cards.form(card).fields[kinds.Partnership.stages.id]
    names = {id: field.state_label(id) for id in STAGES}
    suggested = _suggested(counts)
    found = [
        words.OF_STAGE.format(
            sign="●" if id == suggested else "○",
            stage=names[id],
            ticked=count,
            all=len(STAGES[id]),
        )
        for id, count in counts.items()
    ]
    found.append(words.SUGGESTS.format(stage=names[suggested]))
    if view.stage and view.stage != suggested:
        found.append(words.OTHERWISE.format(stage=field.state_label(view.stage)))
    else:
        found.append(words.AS_NOTED if view.stage else words.NOT_NOTED)
    return found


def _suggested(counts: Mapping[str, int]) -> str:
    """The furthest stage of which at least half is true, else the first of which anything is."""
    begun = [id for id, count in counts.items() if count]
    reached = [id for id in begun if counts[id] * 2 >= len(STAGES[id])]
    return reached[-1] if reached else begun[0]


def timeline(book: Workbook, card: Card) -> list[str]:
    """The milestones as a line of time, with today in it."""
    stones = kinds.Partnership(card).milestones
    if not stones:
        return []
    today, field = book.cards.today(), kinds.Partnership.milestones.id
    columns = book.cards.form(card).fields[field].columns
    labels = {option.id: option.label for column in columns for option in column.options}
    dated = sorted(stones, key=lambda stone: stone.day or date.max)
    lines = [_milestone(stone, today, labels) for stone in dated]
    lines.insert(
        sum((stone.day or date.max) <= today for stone in dated),
        words.NOW.format(day=german(today)),
    )
    return lines


def _milestone(stone: Dated[kinds.MilestoneState], today: date, labels: Mapping[str, str]) -> str:
    text = labels.get(stone.state, stone.state)
    if stone.state == "offen" and stone.day and stone.day < today:
        late = _counted((today - stone.day).days, words.DAY, words.DAYS)
        text = words.OVERDUE.format(days=late)
    return words.MILESTONE.format(
        sign=SIGNS.get(stone.state, "○"),
        day=shown_date(stone.kept) if stone.kept else words.NO_DAY,
        what=stone.name or words.NO_NAME,
        state=text,
    )


def kitchen(book: Workbook, card: Card) -> list[str]:
    """How the tasks are shared: „Koche ich noch allein?“."""
    view = kinds.Partnership(card)
    hands = view.hands
    if not hands:
        return []
    ours, theirs, both = (hands.count(who) for who in ("wir", "partner", "gemeinsam"))
    if len(hands) == 1:
        found = [words.ONE_TASK[hands[0]]]
    else:
        found = [words.TASKS.format(all=len(hands), ours=ours, theirs=theirs, both=both)]
    if ours > len(hands) * TOO_MUCH:
        found += words.COOKING
    counted = (ours + both / 2) * 100 / len(hands)
    share = view.share_now
    if share is not None and abs(share - counted) > FAR_APART:
        noted = shown_number(share)
        found.append(words.SHARE_DIFFERS.format(noted=noted, counted=round(counted)))
    return found


def share_over_time(book: Workbook, card: Card) -> list[str]:
    """The library's part of the work: the present estimate, and the earlier ones with their day."""
    known = kinds.Partnership(card).shares_known
    if len(known) < 2:
        return []
    said = [_share(day, part) for day, part in known[: MOST_SHARES + 1]]
    found = [
        words.SHARE_NOW.format(share=said[0]),
        words.SHARE_BEFORE.format(shares=", ".join(said[1:])),
    ]
    change = known[0][1] - known[1][1]
    if change:
        sentence = words.SHARE_MORE if change > 0 else words.SHARE_LESS
        found.append(sentence.format(points=shown_number(abs(change))))
    return found


def _share(day: date | None, part: float) -> str:
    sentence = words.SHARE_ON if day else words.SHARE_NO_DAY
    return sentence.format(share=shown_number(part), day=german(day) if day else "")


def next_days(book: Workbook, card: Card) -> list[str]:
    """The days on which something that recurs comes next."""
    days = recurring.next_days(card, book.today, NEXT_DAYS)
    if not days:
        return []
    found = [words.NEXT_DAYS.format(days="; ".join(map(spoken, days)))]
    return found if len(days) == NEXT_DAYS else [*found, words.NO_MORE_DAYS]


_ADVICE: dict[str, Advice] = {
    advice.__name__: advice
    for advice in (
        *(sow_or_leave, reframing, speaking_time, planted_hours),
        *(own_criteria, returning, thirst),
        *(alone, stage, timeline, kitchen, share_over_time, next_days),
        *(of_rounds.last_look, of_rounds.looks, of_rounds.stands_now, of_rounds.transparency_now),
        *(of_rounds.step_before, of_rounds.checkin_summary, of_rounds.winter_proposal),
        *(of_rounds.open_steps, of_rounds.open_thanks, of_rounds.seeds_in_bag),
        *(of_rounds.palms, of_rounds.winter_summary),
    )
}
