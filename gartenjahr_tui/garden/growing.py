"""One thing becomes another: an answer a seed, a seed a partnership, a harvest thanks.

Nothing grows twice: what has grown from the same origin already is what one gets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden.ahead import ALLIANCES
from gartenjahr_tui.garden.overwintering import KIND as OVERWINTERING
from gartenjahr_tui.garden.overwintering import can_be_taken_back, take_back
from gartenjahr_tui.guide.model import FieldKind, Prompt
from gartenjahr_tui.guide.reader import CONSENT
from gartenjahr_tui.text import folded, one_line, shortened
from gartenjahr_tui.words.garden import CardsWords as card_words
from gartenjahr_tui.words.garden import GrowingWords as words
from gartenjahr_tui.words.rhythm import OverwinterWords as winter_words
from gartenjahr_tui.workbook.dates import BACK, day_of, kept_date
from gartenjahr_tui.workbook.values import PROMISED, field_text, is_card_id, value_text
from gartenjahr_tui.workbook.years import year_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

ListEntry = Mapping[str, Any]

LONGEST_NAME = 80
"""Characters of a text that become a name."""

CONSENTS = ("eigene", "liegt-vor")
"""Notes of consent under which a person may be named."""

ABOUT_PERSON = frozenset({"wer", "mit", "ueber", "gewaechshaus", CONSENT, "loeschen"})
"""Fields and columns that name a person, or say what that person has agreed to."""

OF_SOURCE = frozenset({"dokument", "quelle", "datum", "seite"})
"""Columns that say where something stands; a seed has fields of its own for them."""

NAMING = ("thema", "interesse", "wunsch", "entstanden")
"""Columns an entry takes its name from, if it has one of them."""

ORIGINS = {
    "saeen.haus": "team",
    "saeen.palme": "palme",
    "saeen.informationen": "nutzende",
    "saeen.wuensche": "nutzende",
    "saeen.draussen": "stadt",
}
"""Question or section → where the seed was found; anything else is an own idea."""

IMPULSES = "ruhen.neue-impulse"
"""The question for what is new: an idea, or an organisation nobody has worked with yet."""

PARTNERS_OF_SEED = ("pflanzort", "raum_mit", "budget_mit", "personal_mit")
"""Fields of a seed that name partners."""


@dataclass(frozen=True)
class Deed:
    """Something that can be done with a card as a whole.

    Attributes:
        id: Its name in code.
        title: What it says on the screen.
        help: What comes of it.
        how: Does it; see :meth:`do`.
        one: What is said of one new thing.
        none: What is said when nothing was to be done.
        many: What is said of several.
        when: With which cards of its kind it can be done; with all by default.
    """

    id: str
    title: str
    help: str
    how: Callable[[Workbook, Card], Card | list[Card] | int]
    one: str
    none: str = ""
    many: str = ""
    when: Callable[[Card], bool] = lambda card: True

    def do(self, book: Workbook, card: Card) -> Card | list[Card] | int:
        """Do it; all of it is saved as one.

        Returns:
            The new card or cards, or how many things there are now.
        """
        with book.together():
            return self.how(book, card)


def said(deed: Deed, result: Card | list[Card] | int) -> str:
    """What came of a deed, in a German sentence."""
    if not isinstance(result, list | int):
        return deed.one.format(name=result.value.get("titel") or card_words.UNNAMED)
    count = result if isinstance(result, int) else len(result)
    if count < 2:
        return deed.one if count else deed.none
    return deed.many.format(count=count)


# From an answer


def grow(
    book: Workbook, prompt: Prompt, text: str, entry: ListEntry | None = None, kind: str = ""
) -> Card:
    """Make an answer a card of a kind its question grows, unasked the first of them.

    See :func:`seed_from_answer`.
    """
    growers = {
        "seed": seed_from_answer,
        "partner": partner_from_answer,
        "pitch": pitch_from_answer,
    }
    return growers[kind or prompt.grows[0]](book, prompt, text, entry)


def seed_from_answer(
    book: Workbook, prompt: Prompt, text: str, entry: ListEntry | None = None
) -> Card:
    """Make a seed of an answer, or find the one that has grown from it already.

    It says where it was found, but names nobody without a note of consent. ``text`` is what was
    meant of the answer; of a list only an entry counts, the last one unless one is given.
    """
    entry = entry or _last_entry(book, prompt)
    section = book.guide.section_of(prompt.id)
    place = words.FROM_WORKBOOK.format(section=section.title, year=book.year_label())
    if entry:
        spoken = _without_person(entry)
        name = next((spoken[id] for id in NAMING if spoken.get(id)), "")
        text = _entry_text(prompt, {id: p for id, p in spoken.items() if id not in OF_SOURCE})
        name = name or next((str(p) for id, p in spoken.items() if id != "datum"), "")
        source = _source(book, spoken, place)
    else:
        text = _plain_text(book, prompt, text)
        name, source = text, {"stelle": place}
    value = {
        "titel": _name(name) or words.UNNAMED_FIND.format(section=section.title),
        "worum": text,
        "herkunft": ORIGINS.get(prompt.id) or ORIGINS.get(section.id, "eigene"),
        **source,
    }
    return _known_seed(book, value) or book.cards.add("seed", _promised(prompt, value))


def partner_from_answer(
    book: Workbook, prompt: Prompt, text: str, entry: ListEntry | None = None
) -> Card:
    """Make a partner of an answer, or find the one of that name; see :func:`seed_from_answer`."""
    entry = entry or _last_entry(book, prompt)
    if prompt.id == ALLIANCES:
        value = _alliance(entry or {})
    elif entry:
        value = _connection(entry)
    elif prompt.id == IMPULSES:
        value = _impulse(book, prompt, text)
    else:
        value = _bearing(book, prompt, text)
    known = book.cards.same_name("partner", value["name"]) if value["name"] else []
    return known[0] if known else book.cards.add("partner", _promised(prompt, value))


def pitch_from_answer(
    book: Workbook, prompt: Prompt, text: str, entry: ListEntry | None = None
) -> Card:
    """Make a pitch of a picture painted for somebody, or find the one that has the same words."""
    value = book.answer(prompt.id).value
    meant = (field for field in prompt.fields if text and text in str(value.get(field.id, "")))
    field = next(meant, None)
    words_of = _plain_text(book, prompt, text)
    made = {"titel": field.label if field else _name(words_of), "wortlaut": words_of}
    if field and book.guide.forms["pitch"].fields["publikum"].option(field.id):
        made["publikum"] = field.id
    same = (one for one in book.cards.of("pitch") if one.value.get("wortlaut") == words_of)
    return next(same, None) or book.cards.add("pitch", _promised(prompt, made))


def _promised(prompt: Prompt, value: dict[str, Any]) -> dict[str, Any]:
    """What is taken from an answer, with the promise made at a guarded question."""
    return {**value, PROMISED: dict.fromkeys(value, prompt.id)} if prompt.guarded else value


def _last_entry(book: Workbook, prompt: Prompt) -> ListEntry | None:
    """The last entry of a list; None when the question takes something else."""
    fields = (field for field in prompt.fields if field.kind is FieldKind.ENTRIES)
    value = book.answer(prompt.id).value
    return next((value[field.id][-1] for field in fields if value.get(field.id)), None)


def _without_person(entry: ListEntry) -> dict[str, Any]:
    """What an entry says, without anything about a person who has not agreed."""
    agreed = entry.get(CONSENT) in CONSENTS
    return {id: part for id, part in entry.items() if part and (agreed or id not in ABOUT_PERSON)}


def _entry_text(prompt: Prompt, entry: ListEntry) -> str:
    """An entry as text; with the names of the columns when there are several."""
    columns = [column for field in prompt.fields for column in field.columns if column.id in entry]
    texts = [field_text(column, entry[column.id]) for column in columns]
    if len(texts) == 1:
        return texts[0]
    labelled = zip(columns, texts, strict=True)
    return "\n".join(
        words.COLUMN.format(label=column.label, text=text) for column, text in labelled
    )


def _plain_text(book: Workbook, prompt: Prompt, text: str) -> str:
    """The text meant; the whole of an answer without its labels and the note of consent."""
    value = book.answer(prompt.id).value
    if text != value_text(prompt, value):
        return text
    told = _without_person(value)
    texts = (told.get(field.id) for field in prompt.fields if field.kind is FieldKind.TEXT)
    return "\n\n".join(text for text in texts if text)


def _source(book: Workbook, entry: ListEntry, place: str) -> dict[str, str]:
    """Where an entry comes from, in the fields a seed has for that."""
    day = day_of(kept_date(entry.get("datum", ""), book.today, BACK))
    lines = [words.PAGE.format(page=entry["seite"])] if entry.get("seite") else []
    if quote := entry.get("zitat"):
        lines.append(words.QUOTE.format(text=quote))
    return {
        "dokument": entry.get("dokument") or entry.get("quelle", ""),
        "dokument_am": day.isoformat() if day else entry.get("datum", ""),
        "stelle": "\n".join([*lines, place]),
    }


def _name(text: str) -> str:
    """The first line of a text, short enough for a name."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    return shortened(one_line(line), LONGEST_NAME)


def _known_seed(book: Workbook, value: Mapping[str, Any]) -> Card | None:
    origin = ("herkunft", "dokument", "stelle")
    for seed in book.cards.same_name("seed", value["titel"]):
        if all(seed.value.get(id, "") == value.get(id, "") for id in origin):
            return seed
    return None


def _alliance(entry: ListEntry) -> dict[str, Any]:
    topic = entry.get("feld", "")
    name = entry.get("name") or words.ALLIANCES.get(topic, "")
    return {"name": name, "ist_buendnis": "ja", "feld": topic}


def _connection(entry: ListEntry) -> dict[str, Any]:
    told = _without_person(entry)
    link = {"person": told.get("ueber", ""), "durch": told.get("wodurch", "")}
    return {"name": _name(told.get("organisation", "")), "wer_kennt": [link]}


def _bearing(book: Workbook, prompt: Prompt, text: str) -> dict[str, Any]:
    """An organisation with which something has held; what follows its name is the evidence."""
    text = _plain_text(book, prompt, text).strip()
    more = text.partition("\n")[2].strip()
    sign = {"am": book.today.isoformat(), "merkmal": "tragfaehig", "notiz": more}
    return {"name": _name(text), "zeichen": [sign]}


def _impulse(book: Workbook, prompt: Prompt, text: str) -> dict[str, Any]:
    """An organisation that is new; what follows its name says what one thought of."""
    text = _plain_text(book, prompt, text).strip()
    section = book.guide.section_of(prompt.id)
    place = words.FROM_WORKBOOK.format(section=section.title, year=book.year_label())
    link = {"durch": place, "notiz": one_line(text.partition("\n")[2])}
    return {"name": _name(text), "bekanntheit": "neu", "wer_kennt": [link]}


# From a card


def plant(book: Workbook, seed: Card) -> Card:
    """Make a partnership of a seed, with all partners named on its card.

    One that has ended does not count: the same seed may be sown anew.
    """
    cards = book.cards
    for partnership in cards.naming(seed.id, kinds.Partnership.KIND):
        if kinds.Partnership(partnership).lives:
            return partnership
    view = kinds.Seed(seed)
    partners = [other.id for field in PARTNERS_OF_SEED for other in cards.named(seed, field)]
    value = cards.copied(seed, titel="titel", worum="worum")
    value |= {"samenkorn": [seed.id], "partner": partners}
    partnership = cards.add(kinds.Partnership.KIND, value)
    if view.state != "gesaet":
        cards.note(seed.id, kinds.Seed.state.id, "gesaet")
    return partnership


def seed_from_request(book: Workbook, request: Card) -> Card:
    """Make a seed of a request; both stay linked."""
    cards = book.cards
    if grown := cards.named(request, kinds.Request.seed.id):
        return grown[0]
    seed = cards.add(
        "seed",
        {
            **cards.copied(
                request,
                titel="betreff",
                worum="wortlaut",
                dokument_am="am",
                pflanzort="wer",
                umdenksatz="antwort",
            ),
            "herkunft": "anfrage",
            "dokument": words.FROM_REQUEST.format(title=cards.title(request)),
        },
    )
    cards.set(request.id, samenkorn=[seed.id])
    return seed


def thanks_from_harvest(book: Workbook, harvest: Card) -> list[Card]:
    """Note an open thanks to everybody named on a harvest who has none for it yet."""
    cards = book.cards
    thanked = {
        folded(cards.name(name))
        for thanks in cards.naming(harvest.id, "thanks")
        for name in (*kinds.Thanks(thanks).people, *kinds.Thanks(thanks).organisation)
    }
    view, found = kinds.Harvest(harvest), []
    for field, names in (
        (kinds.Thanks.people, view.people),
        (kinds.Thanks.organisation, view.partners),
    ):
        for name in _present(book, names):
            if folded(cards.name(name)) not in thanked:
                value = {"wofuer": cards.title(harvest), field.id: [name], "ernte": [harvest.id]}
                taken = cards.copied(harvest, wofuer=cards.form(harvest).title)
                found.append(cards.add("thanks", taken | value))
    return found


def thanks_from_farewell(book: Workbook, partnership: Card) -> list[Card]:
    """Note an open thanks for each line of a farewell that is not in the book of thanks yet.

    A name that is the one of a single partner is that organisation; others are people.
    """
    cards, source, found = book.cards, kinds.Partnership.thanking.id, []
    known = {
        (folded(thanks.reason), *sorted(folded(cards.name(name)) for name in names))
        for thanks in map(kinds.Thanks, cards.naming(partnership.id, kinds.Thanks.KIND))
        for names in [(*thanks.people, *thanks.organisation)]
    }
    for who, what in kinds.Partnership(partnership).thanking:
        reason = what or cards.title(partnership)
        told = (folded(reason), *([folded(who)] if who else []))
        if told in known:
            continue
        known.add(told)
        taken = cards.copied(partnership, wofuer=source, personen=source, organisation=source)
        value = {"wofuer": reason, "personen": [], "organisation": [], **_thanked(cards, who)}
        link = {kinds.Thanks.partnership.id: [partnership.id]}
        found.append(cards.add(kinds.Thanks.KIND, taken | value | link))
    return found


def _thanked(cards: Cards, who: str) -> dict[str, list[str]]:
    """Whom a name means: the card of that name where there is just one, else the name itself."""
    if not who:
        return {}
    partners, contacts = (cards.same_name(kind, who) for kind in ("partner", "contact"))
    if len(partners) == 1:
        return {kinds.Thanks.organisation.id: [partners[0].id]}
    return {kinds.Thanks.people.id: [contacts[0].id if len(contacts) == 1 else who]}


def guests_for_feast(book: Workbook, feast: Card) -> int:
    """Put on the guest list who is named on the harvests of a feast and not invited yet.

    Without a harvest chosen, all of the garden year of the feast count. An organisation is
    invited when somebody comes from it.

    Returns:
        How many guests are new.
    """
    cards = book.cards
    harvests = cards.named(feast, kinds.Feast.harvests.id) or _harvests_of_year(book, feast)
    guests = [dict(guest) for guest in feast.value.get("gaeste", ())]
    before = len(guests)
    for harvest in harvests:
        for person in _present(book, kinds.Harvest(harvest).people):
            _invite(guests, cards.name(person), _organisation(book, person))
    for harvest in harvests:
        for partner in _present(book, kinds.Harvest(harvest).partners):
            _invite(guests, "", cards.name(partner))
    if len(guests) > before:
        cards.set(feast.id, gaeste=guests)
    return len(guests) - before


def _harvests_of_year(book: Workbook, feast: Card) -> list[Card]:
    cards, month = book.cards, book.profile.start_month
    wanted = year_of(kinds.Feast(feast).on or book.today, month)
    days = ((harvest, kinds.Harvest(harvest).on) for harvest in cards.of(kinds.Harvest.KIND))
    return [harvest for harvest, day in days if day and year_of(day, month) == wanted]


def _present(book: Workbook, names: Iterable[str]) -> list[str]:
    """What stands in a field of cards, without cards that are gone."""
    found = []
    for name in names:
        card = book.cards.get(name)
        if (card and not card.deleted) or not is_card_id(name):
            found.append(name)
    return found


def _organisation(book: Workbook, person: str) -> str:
    """Where a person works, if there is a card of that person that says so."""
    card = book.cards.get(person)
    partners = book.cards.named(card, "partner") if card else []
    return book.cards.title(partners[0]) if partners else ""


def _invite(guests: list[dict[str, Any]], who: str, organisation: str) -> None:
    """Add a guest to the list unless the same one is on it."""
    for guest in guests:
        same_house = folded(guest.get("organisation", "")) == folded(organisation)
        if not who and same_house:
            return
        elsewhere = guest.get("organisation") and organisation and not same_house
        if who and folded(guest.get("wer", "")) == folded(who) and not elsewhere:
            return
    guests.append({"wer": who, "organisation": organisation, "zusage": "offen"})


DEEDS: dict[str, tuple[Deed, ...]] = {
    "seed": (Deed("plant", words.PLANT, words.PLANT_HELP, plant, words.PLANTED),),
    "request": (Deed("keep", words.KEEP, words.KEEP_HELP, seed_from_request, words.KEPT),),
    "harvest": (
        Deed(
            *("thank", words.THANK, words.THANK_HELP, thanks_from_harvest),
            *(words.ONE_THANKS, words.NO_THANKS, words.MANY_THANKS),
        ),
    ),
    "partnership": (
        Deed(
            *("thank-farewell", words.FAREWELL, words.FAREWELL_HELP, thanks_from_farewell),
            *(words.ONE_THANKS, words.NO_FAREWELL, words.MANY_THANKS),
            when=lambda card: not kinds.Partnership(card).lives,
        ),
    ),
    "feast": (
        Deed(
            *("invite", words.INVITE, words.INVITE_HELP, guests_for_feast),
            *(words.ONE_GUEST, words.NO_GUESTS, words.MANY_GUESTS),
        ),
    ),
}
"""Kind of card → what can be done with one."""

UNWINTER = Deed(
    "unwinter", winter_words.UNDO, winter_words.UNDO_HELP, take_back, winter_words.UNDONE
)
"""What can be done with an overwintering that has been brought to its end."""

RESTORE = Deed(
    *("restore", words.RESTORE, words.RESTORE_HELP),
    lambda book, card: [book.cards.restore(card.id)],
    words.RESTORED,
)
"""What can be done with a deleted card."""


def _release(book: Workbook, card: Card) -> int:
    book.cards.put_back(card.id, PROMISED, None)
    return 1


RELEASE = Deed("release", words.RELEASE, words.RELEASE_HELP, _release, words.RELEASED)
"""What can be done with a card on which something from a guarded answer stands."""


def deeds_with(book: Workbook, card: Card) -> tuple[Deed, ...]:
    """What can be done with a card now; nothing as long as it is not in the garden."""
    if book.read_only or card.id not in book.cards:
        return ()
    if card.deleted:
        return (RESTORE,)
    if card.kind == OVERWINTERING:
        return (UNWINTER,) if can_be_taken_back(book, card) else ()
    deeds = (deed for deed in DEEDS.get(card.kind, ()) if deed.when(card))
    return (*deeds, *((RELEASE,) if PROMISED in card.value else ()))
