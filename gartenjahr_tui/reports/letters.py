"""Letters: thanks from the thanks book, and the invitation to the harvest feast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.figures import present_year
from gartenjahr_tui.guide.model import Option
from gartenjahr_tui.outlet import Ask
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Facts,
    Heading,
    Look,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    TickBoxes,
    WritingSpace,
)
from gartenjahr_tui.reports.phrases import library, line_of, named, option_of, spelled, text_of
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.text import one_line
from gartenjahr_tui.words.sharing import FeastWords, LettersWords, PhrasesWords, SharingWords
from gartenjahr_tui.workbook.names import bare, is_personal
from gartenjahr_tui.workbook.values import is_card_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

OPEN, OF_YEAR = "offen", "jahr"
"""What may be chosen instead of one thanks."""

ANSWER_AHEAD = timedelta(days=14)
"""How long before the feast the guests are asked to answer."""

# Thanks


def _is_open(card: Card) -> bool:
    return bool(card.value.get("stand", "offen") == "offen")


def _open_ones(book: Workbook) -> list[Card]:
    return [card for card in book.cards.of("thanks") if _is_open(card)]


def _of_year(book: Workbook) -> list[Card]:
    """The thanks of the present garden year: what was noted or said in it."""
    scope = Scope(book, {"jahr": str(present_year(book))})
    return [
        card
        for card in book.cards.of("thanks")
        if scope.within(book.cards.day(card, "am") or card.made_on)
    ]


def _choices(book: Workbook) -> list[Option]:
    every = book.cards.of("thanks")
    found = []
    if open_ones := _open_ones(book):
        found.append(Option(OPEN, LettersWords.OPEN.format(count=len(open_ones))))
    if of_year := _of_year(book):
        year = book.year_label(present_year(book))
        found.append(Option(OF_YEAR, LettersWords.OF_YEAR.format(year=year, count=len(of_year))))
    return [*found, *(Option(card.id, _thanks_name(book, card)) for card in every)]


def _thanks_name(book: Workbook, card: Card) -> str:
    to = ", ".join([*named(book.cards, card, "personen"), *named(book.cards, card, "organisation")])
    title = book.cards.title(card)
    return PhrasesWords.DAY.format(name=title, day=to) if to else title


def _chosen(scope: Scope) -> list[Card]:
    match scope.chosen["ueber"]:
        case "offen":
            return _open_ones(scope.book)
        case "jahr":
            return _of_year(scope.book)
    return [scope.about]


def _thank_you(scope: Scope) -> Iterator[Block]:
    for number, card in enumerate(_chosen(scope)):
        if number:
            # Head and subject of the first one are those of the document.
            yield PageBreak()
            yield Paragraph(_head(scope, card))
            yield Heading(LettersWords.SUBJECT)
        yield from _letter(scope, card)


def _letter(scope: Scope, card: Card) -> Iterator[Block]:
    yield Paragraph(_salutation(scope, card))
    yield from _reason(scope, card)
    if words := text_of(card.value, "worte"):
        yield Paragraph(words)
    yield Paragraph(LettersWords.WARM)
    if not words:
        # Words of one's own, by hand where none are noted.
        yield WritingSpace(2)
    yield Paragraph(LettersWords.GREETING)
    yield Signatures((library(scope.book),))


def _head(scope: Scope, card: Card | None = None) -> str:
    """What stands above the subject of a letter: who writes, to whom, and when."""
    people = [*map(bare, named(scope.cards, card, "personen"))] if card else []
    to = "\n".join([*people, *(_addresses(scope, card) if card else [])])
    return "\n\n".join(filter(None, (library(scope.book), to, spelled(scope.book.today))))


def _addresses(scope: Scope, card: Card) -> list[str]:
    """Names of the organisations; with one alone also where it is."""
    partners = scope.cards.named(card, "organisation")
    names = [scope.cards.title(partner) for partner in partners]
    if len(partners) == 1 and (address := text_of(partners[0].value, "anschrift")):
        names.append(address)
    return names


def _salutation(scope: Scope, card: Card) -> str:
    """A line for everybody who is known by name; nobody's form of address is guessed."""
    names = []
    for part in card.value.get("personen", ()):
        if not is_card_id(part):
            names += [bare(part)] if is_personal(part) else []
        elif (contact := scope.cards.get(part)) and not contact.deleted:
            names.append(bare(scope.cards.title(contact)))
    if len(names) < len(named(scope.cards, card, "personen")):
        # Whom a line would leave out must not feel forgotten.
        names = []
    return (
        "\n".join(LettersWords.HELLO_NAME.format(name=name) for name in names) or LettersWords.HELLO
    )


def _reason(scope: Scope, card: Card) -> Iterator[Block]:
    harvests = scope.cards.named(card, "ernte")
    reason = one_line(text_of(card.value, "wofuer"))
    if not reason:
        yield Paragraph(LettersWords.NO_REASON)
        yield WritingSpace(2)
        return
    title = scope.cards.title(harvests[0]) if harvests else ""
    yield Paragraph(
        LettersWords.REASON_HARVEST.format(harvest=title) if title else LettersWords.REASON
    )
    yield Paragraph(reason, Look.QUOTE)


THANKS = Report(
    "dank",
    LettersWords.TITLE,
    LettersWords.LEAD,
    (Part("briefe", LettersWords.LETTERS, _thank_you, fixed=True, heading=False),),
    lambda scope: (LettersWords.SUBJECT, _head(scope, next(iter(_chosen(scope)), None))),
    (Ask("ueber", LettersWords.ASK, _choices, LettersWords.NONE),),
    LettersWords.STAYS,
    letter=True,
)

# Invitation


def _invitation(scope: Scope) -> Iterator[Block]:
    value = scope.about.value
    yield Paragraph(LettersWords.HELLO)
    yield Paragraph(FeastWords.OPENING)
    yield Facts(
        (
            (FeastWords.WHEN, spelled(value.get("am")) or FeastWords.BLANK),
            (FeastWords.TIME, FeastWords.BLANK),
            (FeastWords.WHERE, line_of(value, "ort") or FeastWords.BLANK),
        )
    )


def _harvests(scope: Scope) -> Iterator[Block]:
    if titles := tuple(named(scope.cards, scope.about, "ernten")):
        yield Bullets(titles)


def _programme(scope: Scope) -> Iterator[Block]:
    if text := text_of(scope.about.value, "programm"):
        yield Paragraph(text)


def _closing(scope: Scope) -> Iterator[Block]:
    day = scope.cards.day(scope.about, "am")
    by = day - ANSWER_AHEAD if day else None
    if by and by > scope.book.today:
        yield Paragraph(FeastWords.ANSWER_BY.format(day=spelled(by)))
    else:
        yield Paragraph(FeastWords.ANSWER_BLANK)
    yield Paragraph(FeastWords.CLOSING)
    yield Paragraph(FeastWords.GREETING)
    yield Signatures((library(scope.book),))


def _slip(scope: Scope) -> Iterator[Block]:
    yield TickBoxes(FeastWords.SLIP_LINES, only_one=True)
    yield WritingSpace(1, FeastWords.SLIP_NAME)


def _guests(scope: Scope) -> Iterator[Block]:
    """The list of guests, on a page of its own: it is not for those who are invited."""
    guests = scope.about.value.get("gaeste", ())
    if not guests:
        return
    replies = [str(guest.get("zusage", "offen")) for guest in guests]
    count = len(guests)
    said = FeastWords.COUNT[count > 1].format(count=count)
    yes, no = replies.count("ja"), replies.count("nein")
    yield PageBreak()
    yield Heading(FeastWords.GUESTS)
    yield Paragraph(FeastWords.REPLIES.format(guests=said, yes=yes, no=no, open=count - yes - no))
    rows = tuple(
        (
            line_of(guest, "wer"),
            line_of(guest, "organisation"),
            option_of(scope.book, "feast", "gaeste.zusage", guest),
        )
        for guest in guests
    )
    yield Table((FeastWords.GUEST, SharingWords.ORGANISATION, FeastWords.REPLY), rows)


def _subject(scope: Scope) -> tuple[str, str]:
    name = line_of(scope.about.value, "titel")
    subject = FeastWords.SUBJECT.format(name=name) if name else FeastWords.SUBJECT_PLAIN
    return subject, _head(scope)


def _dated(book: Workbook, card: Card) -> str:
    title, day = book.cards.title(card), spelled(card.value.get("am"))
    return PhrasesWords.DAY.format(name=title, day=day) if day else title


def _upcoming_first(book: Workbook) -> Sequence[Option]:
    """The feasts, the next one first; those that are over behind."""
    cards, today = book.cards, book.today

    def place(card: Card) -> tuple[bool, int]:
        ahead = ((cards.day(card, "am") or today) - today).days
        return ahead < 0, abs(ahead)

    feasts = sorted(cards.of("feast"), key=place)
    return [Option(card.id, _dated(book, card)) for card in feasts]


INVITATION = Report(
    "einladung",
    FeastWords.TITLE,
    FeastWords.LEAD,
    (
        Part("brief", FeastWords.LETTER, _invitation, fixed=True, heading=False),
        Part("ernten", FeastWords.HARVESTS, _harvests),
        Part("programm", FeastWords.PROGRAMME, _programme),
        Part("schluss", FeastWords.ANSWER, _closing, fixed=True, heading=False),
        Part("antwort", FeastWords.SLIP, _slip),
        Part("gaeste", FeastWords.GUESTS, _guests, wanted=False, heading=False),
    ),
    _subject,
    (Ask("ueber", FeastWords.ASK, _upcoming_first, FeastWords.NONE),),
    FeastWords.STAYS,
    letter=True,
)

REPORTS: tuple[Report, ...] = (THANKS, INVITATION)
