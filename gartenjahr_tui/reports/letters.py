"""Letters: thanks from the thanks book, and the invitation to the harvest feast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.figures import present_year
from gartenjahr_tui.garden.kinds import Feast, Partner, Thanks
from gartenjahr_tui.guide.model import Option
from gartenjahr_tui.outlet import Ask
from gartenjahr_tui.reports.addresses import Row, row_for
from gartenjahr_tui.reports.document import (
    Block,
    Facts,
    Look,
    NewPart,
    Paragraph,
    Signatures,
    Table,
    TickBoxes,
    WritingSpace,
    bullets,
)
from gartenjahr_tui.reports.phrases import (
    joined,
    named,
    on_day,
    option_in,
    spelled,
    with_remark,
)
from gartenjahr_tui.reports.places import day, on_card, the_library, time_of
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.reports.sharing import only_text
from gartenjahr_tui.words.documents import PageWords
from gartenjahr_tui.words.sharing import FeastWords, LettersWords, SharingWords
from gartenjahr_tui.workbook.dates import hours
from gartenjahr_tui.workbook.names import bare, is_personal
from gartenjahr_tui.workbook.values import is_card_id

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

OPEN, OF_YEAR = "offen", "jahr"
"""What may be chosen instead of one thanks."""

REACH = ("traeger", "anschrift", "telefon", "mail")
"""What a letter says of the library."""

ANSWER_AHEAD = timedelta(days=14)
"""How long before the feast the guests are asked to answer."""

# Thanks


def _open_ones(book: Workbook) -> list[Card]:
    return [card for card in book.cards.of("thanks") if Thanks(card).state == "offen"]


def _of_year(book: Workbook) -> list[Card]:
    """The thanks of the present garden year: what was noted or said in it."""
    scope = Scope(book, {"jahr": str(present_year(book))})
    return [
        card for card in book.cards.of("thanks") if scope.within(Thanks(card).on or card.made_on)
    ]


def _choices(book: Workbook) -> list[Option]:
    found = []
    if open_ones := _open_ones(book):
        found.append(Option(OPEN, LettersWords.OPEN.format(count=len(open_ones))))
    if of_year := _of_year(book):
        year = book.year_label(present_year(book))
        found.append(Option(OF_YEAR, LettersWords.OF_YEAR.format(year=year, count=len(of_year))))
    return [*found, *(Option(c.id, _thanks_name(book.cards, c)) for c in book.cards.of("thanks"))]


def _thanks_name(cards: Cards, card: Card) -> str:
    people = named(cards, card, Thanks.people)
    to = joined(*people, *named(cards, card, Thanks.organisation))
    return with_remark(cards.title(card), to)


def _chosen(scope: Scope) -> list[Card]:
    match scope.chosen["ueber"]:
        case "offen":
            return _open_ones(scope.book)
        case "jahr":
            return _of_year(scope.book)
    return [scope.about]


def _thank_you(scope: Scope) -> Iterator[Block]:
    for card in _chosen(scope):
        to = joined(*named(scope.cards, card, Thanks.people), *_addresses(scope, card)[:1])
        yield NewPart(LettersWords.SUBJECT, _head(scope, card), name=to)
        yield from _letter(scope, card)


def _letter(scope: Scope, card: Card) -> Iterator[Block]:
    yield Paragraph(_salutation(scope, card))
    yield from _reason(scope, card)
    if words := Thanks(card).words.strip():
        yield Paragraph(words)
    yield Paragraph(LettersWords.WARM)
    if not words:
        # Words of one's own, by hand where none are noted.
        yield WritingSpace(2)
    yield Paragraph(LettersWords.GREETING)
    yield _signed(scope)


def _signed(scope: Scope) -> Signatures:
    """Who signs a letter: who leads the library, for it."""
    house = the_library(scope, "leitung")
    return Signatures((joined(house.head, house.called, by="\n"),))


def _head(scope: Scope, card: Card | None = None) -> str:
    """What stands above the subject of a letter: who writes, to whom, and when."""
    people = [*map(bare, named(scope.cards, card, Thanks.people))] if card else []
    to = "\n".join([*people, *(_addresses(scope, card) if card else [])])
    return joined(the_library(scope, *REACH).sender, to, spelled(scope.book.today), by="\n\n")


def _addresses(scope: Scope, card: Card) -> list[str]:
    """Names of the organisations; with one alone also where it is."""
    partners = scope.cards.named(card, Thanks.organisation.id)
    names = [scope.cards.title(partner) for partner in partners]
    if len(partners) == 1 and (address := Partner(partners[0]).address.strip()):
        names.append(address)
    return names


def _salutation(scope: Scope, card: Card) -> str:
    """A line for everybody who is known by name; nobody's form of address is guessed."""
    names = []
    for part in Thanks(card).people:
        if not is_card_id(part):
            names += [bare(part)] if is_personal(part) else []
        elif (contact := scope.cards.get(part)) and not contact.deleted:
            names.append(bare(scope.cards.title(contact)))
    if not names or len(names) < len(named(scope.cards, card, Thanks.people)):
        # Whom a line would leave out must not feel forgotten.
        return LettersWords.HELLO
    return "\n".join(LettersWords.HELLO_NAME.format(name=name) for name in names)


def _reason_of(scope: Scope, card: Card) -> str:
    """What is asked where nobody noted what one is thankful for."""
    to = joined(*named(scope.cards, card, Thanks.people), *_addresses(scope, card)[:1])
    return with_remark(LettersWords.WHAT_FOR, to)


def _reason(scope: Scope, card: Card) -> Iterator[Block]:
    reason = Thanks(card).reason
    if not reason:
        reason = scope.place(on_card(scope, card, Thanks.reason.id, _reason_of(scope, card)))
    if not reason:
        yield Paragraph(LettersWords.NO_REASON)
        yield WritingSpace(2)
        return
    harvests = scope.cards.named(card, Thanks.harvest.id)
    title = scope.cards.title(harvests[0]) if harvests else ""
    form = LettersWords.REASON_HARVEST if title else LettersWords.REASON
    yield Paragraph(form.format(harvest=title))
    yield Paragraph(reason, Look.QUOTE)


def _thanked(scope: Scope) -> Iterator[Row]:
    """Everybody who is thanked; an organisation where nobody is named."""
    for card in _chosen(scope):
        view = Thanks(card)
        for who in view.people or ([""] if view.organisation else []):
            yield row_for(scope, who, view.organisation)


THANKS = Report(
    "dank",
    LettersWords.TITLE,
    LettersWords.LEAD,
    (Part("briefe", LettersWords.LETTERS, _thank_you, fixed=True, heading=False),),
    lambda scope: (LettersWords.SUBJECT, _head(scope, next(iter(_chosen(scope)), None))),
    (Ask("ueber", LettersWords.ASK, _choices, LettersWords.NONE),),
    LettersWords.STAYS,
    letter=True,
    addresses=_thanked,
)

# Invitation


def _invitation(scope: Scope) -> Iterator[Block]:
    yield Paragraph(LettersWords.HELLO)
    yield Paragraph(FeastWords.OPENING)
    card, on = scope.about, Feast(scope.about).on
    asked = [
        (FeastWords.WHEN, on_card(scope, card, Feast.on.id, FeastWords.WHEN)),
        (FeastWords.TIME, time_of(card, Feast.on.id, FeastWords.TIME)),
        (FeastWords.WHERE, on_card(scope, card, Feast.place.id, FeastWords.WHERE)),
    ]
    if on and hours(on):
        del asked[1]
    yield Facts(tuple((name, scope.line(place)) for name, place in asked))


def _harvests(scope: Scope) -> Iterator[Block]:
    yield from bullets(named(scope.cards, scope.about, Feast.harvests))


def _closing(scope: Scope) -> Iterator[Block]:
    on = Feast(scope.about).on
    by = on - ANSWER_AHEAD if on else None
    proposed = by.isoformat() if by and by > scope.book.today else ""
    until = scope.line(day("antwort-bis", FeastWords.ANSWER_UNTIL, proposed))
    to = the_library(scope, *REACH).return_to
    where = FeastWords.ANSWER_TO.format(to=to) if to else ""
    yield Paragraph(joined(FeastWords.ANSWER_BY.format(day=until), where, by=" "))
    yield Paragraph(joined(FeastWords.CLOSING, FeastWords.GREETING, by="\n"))
    yield _signed(scope)


def _slip(scope: Scope) -> Iterator[Block]:
    yield TickBoxes(FeastWords.SLIP_LINES, only_one=True)
    yield Paragraph(FeastWords.SLIP_NAME)


def _guests(scope: Scope) -> Iterator[Block]:
    """The list of guests: it is not for those who are invited."""
    guests = Feast(scope.about).guests
    if not guests:
        return
    replies = [reply for *_, reply in guests]
    count = len(guests)
    said = FeastWords.COUNT[count > 1].format(count=count)
    yes, no = replies.count("ja"), replies.count("nein")
    yield Paragraph(FeastWords.REPLIES.format(guests=said, yes=yes, no=no, open=count - yes - no))
    field = scope.cards.form(scope.about).fields[Feast.guests.id]
    rows = tuple((who, at, option_in(field, "zusage", reply)) for who, at, reply in guests)
    yield Table((FeastWords.GUEST, SharingWords.ORGANISATION, FeastWords.REPLY), rows)


def _invited(scope: Scope) -> Iterator[Row]:
    for who, at, _ in Feast(scope.about).guests:
        yield row_for(scope, who, [at] if at else [])


def _subject(scope: Scope) -> tuple[str, str]:
    name = Feast(scope.about).title
    subject = FeastWords.SUBJECT.format(name=name) if name else FeastWords.SUBJECT_PLAIN
    return subject, _head(scope)


def _upcoming_first(book: Workbook) -> list[Option]:
    """The feasts, the next one first; those that are over behind."""
    cards, today = book.cards, book.today

    def place(card: Card) -> tuple[bool, int]:
        ahead = ((Feast(card).on or today) - today).days
        return ahead < 0, abs(ahead)

    feasts = sorted(cards.of("feast"), key=place)
    return [Option(c.id, with_remark(cards.title(c), on_day(c, Feast.on))) for c in feasts]


INVITATION = Report(
    "einladung",
    FeastWords.TITLE,
    FeastWords.LEAD,
    (
        Part("brief", FeastWords.LETTER, _invitation, fixed=True, heading=False),
        Part("ernten", FeastWords.HARVESTS, _harvests),
        Part("programm", FeastWords.PROGRAMME, only_text(Feast.programme)),
        Part("schluss", FeastWords.ANSWER, _closing, fixed=True, heading=False),
        Part("antwort", FeastWords.SLIP, _slip),
        Part("gaeste", FeastWords.GUESTS, _guests, wanted=False, apart=PageWords.STAYS),
    ),
    _subject,
    (Ask("ueber", FeastWords.ASK, _upcoming_first, FeastWords.NONE),),
    FeastWords.STAYS,
    letter=True,
    addresses=_invited,
)

REPORTS: tuple[Report, ...] = (THANKS, INVITATION)
