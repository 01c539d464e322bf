"""What other programs can take: tables, network map, calendar, address book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.figures import years_of
from gartenjahr_tui.guide.model import (
    GUARDED,
    NOTHING,
    WHOLE,
    CardForm,
    Option,
    Prompt,
    Section,
    Takes,
)
from gartenjahr_tui.outlet import (
    NO,
    YES,
    Ask,
    Chosen,
    Draft,
    Files,
    Format,
    Outlet,
    Unavailable,
    WorkProgress,
    file_stem,
)
from gartenjahr_tui.words.exchange import CalendarWords, ContactsWords, KumuWords, TablesWords
from gartenjahr_tui.words.exchange import FilesWords as words
from gartenjahr_tui.words.exchange import OutletsWords as names
from gartenjahr_tui.words.packets import OutletWords as asked
from gartenjahr_tui.workbook.dates import german

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

PREVIEWED = 500
"""Lines of a preview."""


def _switch(id: str, label: str, takes: Takes = NOTHING) -> Ask:
    """A question that is answered with no unless somebody says yes, which may take more."""
    options = [Option(NO, names.NO), Option(YES, names.YES)]
    return Ask(id, label, lambda book: options, switch=True, takes=takes)


def _years(book: Workbook) -> Sequence[Option]:
    known = sorted({*book.years, *years_of(book)}, reverse=True)
    return [Option("", names.ALL_YEARS), *(Option(str(n), book.year_label(n)) for n in known)]


def _counted(counts: Mapping[str, int]) -> str:
    """„Partner (3), Ernten (2)“; a sentence when there is nothing."""
    parts = (words.COUNTED.format(name=n, count=count) for n, count in counts.items() if count)
    return ", ".join(parts) or words.NOTHING


def _preview(lines: Iterable[str]) -> Callable[[int], str]:
    """The first lines, and a word on the rest."""
    every = list(lines)
    rest = len(every) - PREVIEWED
    more = [names.MORE.format(count=rest)] if rest > 0 else []
    text = "\n".join([*every[:PREVIEWED], *more])
    return lambda width: text


# Tables


def _kinds(book: Workbook) -> Sequence[Option]:
    forms = [Option(form.id, form.items) for form in book.guide.forms.values()]
    others = [Option(id, title) for id, title in TablesWords.TITLES.items()]
    return [Option("", names.ALL_TABLES), *forms, *others]


def _singular(book: Workbook) -> Mapping[str, str]:
    """One of a kind names the kind, too."""
    return {form.item: form.id for form in book.guide.forms.values()}


def _tables(book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
    from gartenjahr_tui.exchange import tables

    year = int(chosen["jahr"]) if chosen["jahr"] else None
    asked = chosen["vertrauliche"] == YES
    found = list(tables.gather(book, only=chosen["art"], year=year, confidential=asked))
    if not found:
        title = book.guide.forms[chosen["art"]].items
        raise Unavailable(TablesWords.ALL_CONFIDENTIAL.format(given=title))
    notes = [TablesWords.CONFIDENTIAL] if asked else []
    notes += [TablesWords.WERE_CUT] if any(map(tables.is_cut, found)) else []

    def make(format: str, progress: WorkProgress) -> Files:
        if format == "xlsx":
            return {"": tables.as_xlsx(found, progress)}
        files = {}
        for done, table in enumerate(found):
            progress.part(done, len(found))
            files[f"{file_stem(table.title)}.csv"] = tables.as_csv(table)
        return files

    lines = (
        line
        for table in found
        for line in (
            words.COUNTED.format(name=table.title, count=len(table.rows)),
            names.COLUMNS.format(columns=", ".join(table.columns)),
            "",
        )
    )
    return Draft(
        file_stem(names.TABLES_STEM, chosen["art"], chosen["jahr"]),
        [_counted({table.title: len(table.rows) for table in found}), *notes],
        [],
        _preview(lines),
        make,
    )


# Network map


def _kumu(book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
    from gartenjahr_tui.exchange import kumu

    people = chosen["personen"] == YES
    found = kumu.gather(book, people=people)
    kinds = Counter(element.type for element in found.elements)
    inside = [_counted(kinds), KumuWords.CONNECTIONS.format(count=len(found.connections))]

    lines = (words.COUNTED.format(name=one.label, count=one.type) for one in found.elements)
    stays = KumuWords.STAYS_LITTLE if people else KumuWords.STAYS
    notes = [KumuWords.PERSONS] if people else []
    return Draft(
        names.KUMU_STEM,
        [*inside, *notes],
        [stays],
        _preview(lines),
        lambda *how: {
            KumuWords.ELEMENTS_FILE: kumu.elements_csv(found),
            KumuWords.CONNECTIONS_FILE: kumu.connections_csv(found),
        },
        private=people,
    )


# Calendar

OCCASIONS = ("feast", "recurring")
"""Kinds of cards the day of which can go out by itself."""


def _states(book: Workbook) -> Sequence[Option]:
    known = (Option(code, title) for code, title in CalendarWords.STATES.items())
    return [Option("", names.NO_SHIFT), *known]


def _occasions(book: Workbook) -> Sequence[Option]:
    cards = book.cards
    found = (Option(card.id, cards.title(card)) for kind in OCCASIONS for card in cards.of(kind))
    return [Option("", names.ALL_EVENTS), *found]


def _reminders(book: Workbook) -> Sequence[Option]:
    return [Option(days, label) for days, label in CalendarWords.REMINDERS.items()]


def _calendar(book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
    from gartenjahr_tui.exchange import calendar

    events, stem = calendar.gather(book, chosen["land"]), names.CALENDAR_STEM
    if about := chosen["ueber"]:
        # What is to be prepared for it is nobody's business elsewhere.
        whole = [e for e in events if e.card == about and e.gives_way == calendar.STAYS]
        events, keeps = calendar.single(book, whole)
        stem = file_stem(book.cards.title(book.cards[about]))
        if not events:
            raise Unavailable(CalendarWords.NO_DAY)
    else:
        events, keeps = calendar.published(book, events)
    moved = sum(event.moved for event in events)
    notes = [CalendarWords.MOVED_COUNT[moved > 1].format(count=moved)] if moved else []

    def make(format: str, progress: WorkProgress) -> Files:
        return {"": calendar.as_ics(events, book.profile.library, chosen["erinnern"])}

    lines = (names.EVENT.format(day=german(event.day), what=event.summary) for event in events)
    gone = sum(event.cancelled for event in events)
    notes += [CalendarWords.GONE_COUNT[gone > 1].format(count=gone)] if gone else []
    there = Counter(event.category for event in events if not event.cancelled)
    inside = [_counted(there), *notes]
    return Draft(
        stem,
        inside,
        [CalendarWords.STAYS],
        _preview(lines),
        make,
        keeps={calendar.PUBLISHED: keeps},
    )


# Address book


def _contacts(book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
    from gartenjahr_tui.exchange import contacts

    cards = contacts.gather(book)
    kinds = Counter(book.guide.forms[card.kind].items for card in cards)
    vcf = contacts.as_vcf(book)
    lines = (
        words.COUNTED.format(name=book.cards.title(card), count=book.guide.forms[card.kind].item)
        for card in cards
    )
    notes = [ContactsWords.INSIDE] if cards else []
    return Draft(
        names.CONTACTS_STEM,
        [_counted(kinds), *notes],
        [ContactsWords.STAYS],
        _preview(lines),
        lambda *how: {"": vcf},
        private=True,
    )


# The whole garden


def _archive(book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
    from gartenjahr_tui.exchange import archive, plainjson

    def make(format: str, progress: WorkProgress) -> Files:
        progress.tell(0.0)
        book.flush()
        found = archive.gather(book.store)
        progress.tell(0.5)
        return {"": plainjson.as_bytes(found)}

    counts = {form.items: len(book.cards.of(kind)) for kind, form in book.guide.forms.items()}
    return Draft(
        file_stem(names.ARCHIVE_STEM, f"{book.today:%Y-%m-%d}"),
        [_counted(counts), names.ARCHIVE_INSIDE, *archive.damage(book.store)],
        [names.ARCHIVE_STAYS],
        lambda width: names.ARCHIVE_PREVIEW,
        make,
    )


ARCHIVE = Outlet(
    "archiv",
    names.ARCHIVE,
    names.ARCHIVE_LEAD,
    (Format("json", names.JSON),),
    _archive,
    takes=WHOLE,
)
"""Its command, which reads archives too, is one of its own."""

OUTLETS = (
    Outlet(
        "tabellen",
        names.TABLES,
        names.TABLES_LEAD,
        (Format("xlsx", names.XLSX), Format("csv", names.CSV, folder=True, alone="art")),
        _tables,
        (
            Ask("art", names.WHICH_TABLES, _kinds, also=_singular),
            Ask("jahr", names.WHICH_YEAR, _years),
            _switch("vertrauliche", names.CONFIDENTIAL, GUARDED),
        ),
    ),
    Outlet(
        "kalender",
        names.CALENDAR,
        names.CALENDAR_LEAD,
        (Format("ics", names.ICS),),
        _calendar,
        (
            Ask("ueber", names.WHICH_EVENTS, _occasions),
            Ask("land", names.WHICH_STATE, _states),
            Ask("erinnern", names.REMIND, _reminders),
        ),
    ),
    Outlet("kontakte", names.CONTACTS, names.CONTACTS_LEAD, (Format("vcf", names.VCF),), _contacts),
    Outlet(
        "kumu",
        names.KUMU,
        names.KUMU_LEAD,
        (Format("csv", names.CSV, folder=True),),
        _kumu,
        (_switch("personen", names.PERSONS),),
    ),
)
"""In the order in which they are offered."""


# Questions for others

FORM = "partnership"
"""The kind of card others are asked about."""


def _fit(section: Section) -> list[Prompt]:
    """The questions of a section that others can answer and that may go out unnamed."""
    from gartenjahr_tui.exchange import packet

    return [p for p in section.prompts if packet.may_ask(p) and not p.guarded]


def _sections(book: Workbook) -> Iterator[tuple[Section, str, CardForm | None]]:
    """Every section with such questions, what it is called, and the form it stands in."""
    form = book.guide.forms[FORM]
    places: list[tuple[str, Sequence[Section], CardForm | None]] = [
        *((chapter.title, chapter.sections, None) for chapter in book.guide.chapters),
        (form.item, form.sections, form),
    ]
    for title, sections, of in places:
        for section in filter(_fit, sections):
            yield section, asked.PLACE.format(chapter=title, section=section.title), of


def _asked(book: Workbook) -> Sequence[Option]:
    return [Option(section.id, title) for section, title, _ in _sections(book)]


def _cards(book: Workbook) -> Sequence[Option]:
    cards = book.cards
    return [Option("", asked.NO_CARD), *(Option(c.id, cards.title(c)) for c in cards.of(FORM))]


def _packet(book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
    from gartenjahr_tui.exchange import packet, packet_page

    section, title, form = next(
        found for found in _sections(book) if found[0].id == chosen["abschnitt"]
    )
    card = book.cards[chosen["ueber"]] if form and chosen["ueber"] else None
    if form and card is None:
        raise Unavailable(asked.WHICH_CARD)
    of_card = (card.id, packet.name(book.cards.title(card))) if card else ("", "")
    questions = [packet.PacketQuestion(prompt.id, *of_card) for prompt in _fit(section)]
    made = packet.make(book, questions, chosen["fuer"])
    asking = packet_page.asking_of(book, chosen["bis"], chosen["an"])
    asks = "\n\n".join(f"- {prompt.ask}" for prompt in _fit(section))
    inside = [asked.INSIDE.format(title=title, year=made.year_label)]
    inside += [asked.ABOUT.format(name=of_card[1])] if card else []
    inside += [asked.RECIPIENT.format(name=made.recipient)] if made.recipient else []
    stem = file_stem(asked.STEM, section.short, of_card[1], made.recipient)

    def make(format: str, progress: WorkProgress) -> Files:
        if format == packet_page.FORMAT:
            return {"": packet_page.as_page(book.guide, made, stem, asking)}
        return {"": packet.as_bytes(made)}

    return Draft(stem, inside, asked.STAYS, lambda width: asks, make)


PACKET = Outlet(
    "paket",
    asked.TITLE,
    asked.LEAD,
    (Format("gartenpaket.json", asked.FORMAT), Format("html", asked.PAGE)),
    _packet,
    (
        Ask("abschnitt", asked.SECTION, _asked),
        Ask("ueber", asked.CARD, _cards),
        Ask("fuer", asked.FOR, lambda book: [Option("", asked.NOBODY)], free=True),
        Ask("bis", asked.UNTIL, lambda book: [Option("", asked.NO_DAY)], free=True),
        Ask("an", asked.BACK, lambda book: [Option("", asked.NOWHERE)], free=True),
    ),
)
"""Its command, which also reads packets, is one of its own."""
