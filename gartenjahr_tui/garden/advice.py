"""What the workbook works out from a card and says under a question: it advises, never forbids.

A question names its advice in the content file; every face of the program shows the same lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import round_advice as of_rounds
from gartenjahr_tui.garden.partnerships import ENDING, lives
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.words.garden import AdviceWords as words
from gartenjahr_tui.workbook.dates import day_of, german, number_of, shown_number
from gartenjahr_tui.workbook.values import history, shown_day

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Answer, Card

Advice = Callable[["Workbook", "Card"], list[str]]

WORDS_A_MINUTE = 130
"""How fast a person speaks who wants to be understood."""

LOOSE = 0.6
"""Below this part of the time wanted there is room for more."""

WINTER = (11, 12, 1, 2)
"""Months of rest, in which a partner may wait longer."""

MOST_RETURNING = 3
"""Earlier partnerships that are named."""

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


def _entries(card: Card, field_id: str) -> list[dict[str, Any]]:
    return list(card.value.get(field_id, ()))


def _label(book: Workbook, card: Card, field_id: str, column_id: str, option_id: str) -> str:
    """What the form calls an option of a list's column."""
    column = book.cards.form(card).fields[field_id].column(column_id)
    option = column.option(option_id) if column else None
    return option.label if option else option_id


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)


# Seeds


def sow_or_leave(book: Workbook, card: Card) -> list[str]:
    """The guide's first tip: a seed needs a need, and somebody who wants, can and contributes."""
    need = card.value.get("bedarf_da", "")
    engaged = card.value.get("engagement_da", "")
    gifts = [entry for entry in _entries(card, "beitraege") if _is_sure(entry)]
    if not (need or engaged or card.value.get("beitraege")):
        return []
    if need == engaged == "ja" and gifts:
        verdict = words.SOW
    elif need == "nein" or (engaged == "nein" and not gifts):
        verdict = words.LEAVE
    else:
        verdict = words.CHECK
    given = words.GIVEN.format(what=", ".join(map(_gift, gifts))) if gifts else words.NOT_GIVEN
    return [verdict, f"{words.NEED[need]} {words.ENGAGED[engaged]}", given]


def _is_sure(entry: Mapping[str, Any]) -> bool:
    return entry.get("sicher") == "ja" and bool(entry.get("beitrag"))


def _gift(entry: Mapping[str, Any]) -> str:
    who, what = entry.get("wer"), entry["beitrag"]
    return words.WHO_GIVES.format(who=who, what=what) if who else str(what)


# Requests, pitches, capacity


def reframing(book: Workbook, card: Card) -> list[str]:
    """Sentences that turn a request into a question of working together."""
    kind = card.value.get("art") or ("anderes" if card.value.get("wortlaut") else "")
    if kind == "zusammenarbeit":
        return list(words.JOY)
    return [words.SENTENCES_FOR, *words.REFRAMING[kind]] if kind else []


def speaking_time(book: Workbook, card: Card) -> list[str]:
    """How long a text takes when it is spoken, and whether that is what was wanted."""
    count = sum(
        any(sign.isalnum() for sign in word) for word in card.value.get("wortlaut", "").split()
    )
    if not count:
        return []
    seconds = max(1, round(count * 60 / WORDS_A_MINUTE))
    spoken = _counted(count, words.WORD, words.WORDS)
    lasting = _counted(seconds, words.SECOND, words.SECONDS)
    found = [words.SPOKEN.format(words=spoken, seconds=lasting)]
    if limit := int(card.value.get("dauer", 0)):
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
    cards = book.cards
    hours = [cards.number(p, "stunden") for p in cards.of("partnership") if lives(cards, p)]
    the_plan = card if card.kind == "capacity" else _plan_of_today(book)
    if the_plan is None:
        return []
    plan, planted = cards.number(the_plan, "stunden"), sum(hours)
    found = []
    if plan > 0:
        rest = _rest(plan, planted)
        found.append(words.PLANTED.format(sum=_number(planted), plan=_number(plan), rest=rest))
    elif planted:
        found.append(words.PLANTED_ONLY.format(sum=_number(planted)))
    if silent := sum(not number for number in hours):
        found.append(_counted(silent, words.NO_HOURS_ONE, words.NO_HOURS))
    if 0 < plan < planted:
        found.append(words.PRUNE)
    return found


def _plan_of_today(book: Workbook) -> Card | None:
    """The plan of the quarter it is; None when there is none."""
    for plan in book.cards.of("capacity"):
        start, end = book.cards.day(plan, "von"), book.cards.day(plan, "bis")
        if start and start <= book.today and (end is None or book.today <= end):
            return plan
    return None


def _rest(plan: float, planted: float) -> str:
    if planted == plan:
        return words.REST_NONE
    text = words.REST_FREE if planted < plan else words.REST_OVER
    return text.format(hours=_number(abs(plan - planted)))


def _number(number: float) -> str:
    return shown_number(float(number))


# Partners


def own_criteria(book: Workbook, card: Card) -> list[str]:
    """How many criteria are true of a partner, and which of the library's own are not rated yet."""
    marks = {
        folded(entry["kriterium"]): entry["wertung"]
        for entry in _entries(card, "kriterien")
        if entry.get("kriterium") and entry.get("wertung")
    }
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
    cards = book.cards
    partners = [card] if card.kind == "partner" else cards.named(card, "partner")
    earlier = {p.id: p for partner in partners for p in cards.naming(partner.id, "partnership")}
    ended = [
        other
        for other in earlier.values()
        if other.id != card.id
        and not lives(cards, other)
        and (other.value.get("ende_lehren") or other.value.get("ende_tuer"))
    ]
    ended.sort(key=lambda other: _ended_on(cards, other), reverse=True)
    found = []
    for other in ended[:MOST_RETURNING]:
        door = words.DOORS.get(other.value.get("ende_tuer", ""), "")
        found.append(words.ONCE.format(title=cards.title(other), door=door))
        if lesson := one_line(other.value.get("ende_lehren", "")):
            found.append(words.LEARNT.format(text=lesson))
    return found


def _ended_on(cards: Cards, card: Card) -> str:
    """ISO day of the decision that ended a partnership."""
    decisions = history(cards.form(card).fields["entscheidungen"], card.value)
    return next((shown_day(entry) for entry in decisions if entry["weg"] in ENDING), "")


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
        found = [words.LAST_SEEN.format(day=german(seen), ago=_ago(days), wanted=wanted)]
    ideal = book.cards.number(card, "ideal_tage")
    if thirsty:
        found.append(words.THIRSTY)
    elif days and 0 < ideal < days:
        found.append(words.SOON)
    return found


def wanted_rhythm(cards: Cards, card: Card) -> str:
    """How often one wants to be in touch with a partner, in words; empty when nobody has said."""
    ideal, most = cards.number(card, "ideal_tage"), longest_wait(cards, card)
    winter = most > 0 and most == cards.number(card, "winter_tage") and is_winter(cards.today())
    if ideal > 0 and most > 0:
        text = words.BOTH_WINTER if winter else words.BOTH
        return text.format(ideal=_number(ideal), most=_number(most))
    if most > 0:
        return (words.WINTER if winter else words.AT_MOST).format(count=_number(most))
    return words.IDEALLY.format(count=_number(ideal)) if ideal > 0 else ""


def longest_wait(cards: Cards, partner: Card) -> float:
    """After how many days it is high time; 0 when nobody has said."""
    winter = cards.number(partner, "winter_tage")
    if winter > 0 and is_winter(cards.today()):
        return winter
    return max(0, cards.number(partner, "hoechst_tage"))


def rest_around(day: date) -> tuple[date, date]:
    """First and last day of the time of rest a day lies in, or of the next one."""
    year = day.year - (day.month <= WINTER[-1])
    return date(year, WINTER[0], 1), date(year + 1, WINTER[-1] + 1, 1) - timedelta(days=1)


def is_winter(day: date) -> bool:
    """Whether a day lies in the months of rest."""
    return day.month in WINTER


def _ago(days: int) -> str:
    near = {0: words.TODAY, 1: words.YESTERDAY}
    return near.get(days) or words.DAYS_AGO.format(count=days)


def last_seen(cards: Cards, partner: Card | None = None) -> dict[str, date]:
    """Partner id → day of the latest encounter that is not in the future.

    Args:
        cards: The garden.
        partner: The only one that is asked for; all partners in one go without it.
    """
    today = cards.today().isoformat()
    latest: dict[str, str] = {}
    if partner:
        encounters = cards.naming(partner.id, "encounter")
    else:
        encounters = [c for c in cards.all() if c.kind == "encounter" and not c.deleted]
    for encounter in encounters:
        day = str(encounter.value.get("am", ""))
        if day > today:
            continue
        for id in encounter.value.get("partner", ()):
            # ISO days are in order as text; only what would be the latest is looked at closely.
            if day > latest.get(id, "") and day_of(day):
                latest[id] = day
    return {id: date.fromisoformat(day) for id, day in latest.items()}


def all_seen(cards: Cards) -> dict[str, date]:
    """What :func:`last_seen` says of all partners; looked up once until something changes."""
    return cards.once(("last_seen", cards.today()), lambda: last_seen(cards))


def days_dry(
    cards: Cards, partner: Card, seen: Mapping[str, date] | None = None
) -> tuple[int | None, bool]:
    """How long ago a partner was seen last, and whether that is longer than wanted.

    Args:
        cards: The garden.
        partner: The partner.
        seen: What :func:`last_seen` says of all; asked anew without it.

    Returns:
        Days since the last encounter, None when there was none; and whether the partner is
        thirsty. One who was never met is so when the card itself is older than wanted.
    """
    seen = last_seen(cards, partner) if seen is None else seen
    days = (cards.today() - dry_since(cards, partner, seen)).days
    return (days if partner.id in seen else None), 0 < longest_wait(cards, partner) < days


def dry_since(cards: Cards, partner: Card, seen: Mapping[str, date]) -> date:
    """The day a partner was seen last; of one never met, the day the card was made.

    Args:
        cards: The garden.
        partner: The partner.
        seen: What :func:`last_seen` says of this partner or of all.
    """
    return seen.get(partner.id) or partner.made_on or cards.today()


# Partnerships


def alone(book: Workbook, card: Card) -> list[str]:
    """A hint when a partnership rests on fewer than two people and nobody stands in."""
    people = {
        folded(entry["name"]) for entry in _entries(card, "verantwortlich") if entry.get("name")
    }
    if len(people) > 1 or card.value.get("vertretung"):
        return []
    return [words.ALONE if people else words.NOBODY, words.COMPANY]


def stage(book: Workbook, card: Card) -> list[str]:
    """Which stage the ticked criteria suggest, beside the noted one."""
    ticked = set(card.value.get("kriterien", ()))
    if not ticked:
        return []
    counts = {id: len(ticked.intersection(criteria)) for id, criteria in STAGES.items()}
    field = book.cards.form(card).fields["stufen"]
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
    noted = book.cards.state(card, "stufen")
    if noted and noted != suggested:
        found.append(words.OTHERWISE.format(stage=names.get(noted, noted)))
    else:
        found.append(words.AS_NOTED if noted else words.NOT_NOTED)
    return found


def _suggested(counts: Mapping[str, int]) -> str:
    """The furthest stage of which at least half is true, else the first of which anything is."""
    begun = [id for id, count in counts.items() if count]
    reached = [id for id in begun if counts[id] * 2 >= len(STAGES[id])]
    return reached[-1] if reached else begun[0]


def timeline(book: Workbook, card: Card) -> list[str]:
    """The milestones as a line of time, with today in it."""
    entries = _entries(card, "meilensteine")
    if not entries:
        return []
    today = book.cards.today()
    dated = sorted(
        ((day, entry) for entry in entries if (day := day_of(entry.get("am")))),
        key=lambda one: one[0],
    )
    now = words.NOW.format(day=german(today))
    before = [_milestone(book, card, entry, day) for day, entry in dated if day <= today]
    after = [_milestone(book, card, entry, day) for day, entry in dated if day > today]
    undated = [_milestone(book, card, e, None) for e in entries if not day_of(e.get("am"))]
    return [*before, now, *after, *undated]


def _milestone(book: Workbook, card: Card, entry: Mapping[str, Any], day: date | None) -> str:
    today = book.cards.today()
    state = entry.get("stand", "offen")
    text = _label(book, card, "meilensteine", "stand", state)
    if state == "offen" and day and day < today:
        late = _counted((today - day).days, words.DAY, words.DAYS)
        text = words.OVERDUE.format(days=late)
    return words.MILESTONE.format(
        sign=SIGNS.get(state, "○"),
        day=german(day) if day else words.NO_DAY,
        what=entry.get("was") or words.NO_NAME,
        state=text,
    )


def kitchen(book: Workbook, card: Card) -> list[str]:
    """How the tasks are shared: „Koche ich noch allein?“."""
    hands = [entry["wer"] for entry in _entries(card, "rollen") if entry.get("wer")]
    if not hands:
        return []
    ours, theirs, both = (hands.count(who) for who in ("wir", "partner", "gemeinsam"))
    if len(hands) == 1:
        found = [words.ONE_TASK[hands[0]]]
    else:
        found = [words.TASKS.format(all=len(hands), ours=ours, theirs=theirs, both=both)]
    if ours > len(hands) * TOO_MUCH:
        found += words.COOKING
    return [*found, *_share(card, (ours + both / 2) * 100 / len(hands))]


def _share(card: Card, counted: float) -> Iterator[str]:
    """A word when the noted share of the library is far from what its tasks say."""
    noted = card.value.get("anteil")
    if isinstance(noted, int | float) and abs(number_of(noted) - counted) > FAR_APART:
        yield words.SHARE_DIFFERS.format(noted=shown_number(noted), counted=round(counted))


_ADVICE: dict[str, Advice] = {
    advice.__name__: advice
    for advice in (
        *(sow_or_leave, reframing, speaking_time, planted_hours),
        *(own_criteria, returning, thirst),
        *(alone, stage, timeline, kitchen),
        *(of_rounds.last_look, of_rounds.stands_now, of_rounds.transparency_now),
        *(of_rounds.step_before, of_rounds.checkin_summary, of_rounds.winter_proposal),
        *(of_rounds.open_steps, of_rounds.open_thanks, of_rounds.seeds_in_bag),
        *(of_rounds.palms, of_rounds.winter_summary),
    )
}
