"""„Am Tisch“ line by line: what we say, what they say, and what comes of it."""

from __future__ import annotations

from gartenjahr_tui.garden import kinds, views
from gartenjahr_tui.garden.entry_sheet import AgreementSheet
from gartenjahr_tui.garden.views import TablePage
from gartenjahr_tui.linear.changes import only_read
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.linear.questions import Questions
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.linear import AskWords
from gartenjahr_tui.words.packets import TableWords as words
from gartenjahr_tui.words.packets import ViewsWords
from gartenjahr_tui.workbook.book import Workbook


def at_the_table(console: Console, book: Workbook) -> None:
    """Go through what others see differently, until the person has enough.

    Raises:
        End: They stop.
    """
    pages = views.at_the_table(book)
    if not pages:
        console.say(ViewsWords.NONE.format(year=book.year_label()))
    place, heard = 0, -1
    while place < len(pages):
        if heard != place:
            _read(console, pages[place], place + 1, len(pages))
            heard = place
        reply = console.order(words.HELP)
        order = folded((reply or "")[:40])
        if reply is None:
            place = max(0, place - 1)
            heard = -1
        elif not order:
            place += 1
        elif order == words.DONE_WORD:
            return
        elif order == words.STEP_WORD:
            _step(console, book, pages[place])
        elif order == words.AGREE_WORD:
            _agree(console, book, pages[place])
        else:
            console.say(words.WRONG)
    if pages:
        console.say(words.DONE)


def _read(console: Console, page: TablePage, number: int, total: int) -> None:
    console.say("", words.TITLE.format(name=page.you, number=number, total=total), page.head)
    for name, texts in (
        (words.WE.format(name=page.we) if page.we else words.WE_NOT, [row[1] for row in page.rows]),
        (words.YOU.format(name=page.you), [row[2] for row in page.rows]),
    ):
        console.say("", name)
        for (label, *_), text in zip(page.rows, texts, strict=True):
            said = text or words.SILENT
            console.say(words.LINE.format(label=label, text=said) if label else said)
    console.say("", words.CHOOSE)


def _step(console: Console, book: Workbook, page: TablePage) -> None:
    if only_read(console, book):
        return
    sheet, section = views.step_sheet(book, page)
    Questions(console, book, sheet, section).ask()
    console.say(words.STEPPED if sheet.planted else AskWords.NOT_NOTED)


def _agree(console: Console, book: Workbook, page: TablePage) -> None:
    if only_read(console, book):
        return
    if not (card := page.partnership or _which(console, book)):
        return
    sheet = AgreementSheet(book, card)
    Questions(console, book, sheet, sheet.section).ask()
    console.say(words.AGREED.format(name=sheet.kept) if sheet.kept else AskWords.NOT_NOTED)


def _which(console: Console, book: Workbook) -> str:
    """Id of the partnership an agreement is one of; empty when there is none, or none is chosen."""
    living = kinds.living(book.cards)
    if not living:
        console.say(words.NO_CARD)
        return ""
    console.say(words.WHICH)
    for number, card in enumerate(living, 1):
        console.say(words.NUMBERED.format(number=number, text=book.cards.title(card)))
    reply = console.order(words.WHICH) or ""
    chosen = int(reply) if reply.isdecimal() and len(reply) < 5 else 0
    return living[chosen - 1].id if 0 < chosen <= len(living) else ""
