"""The command ``paket``: questions go out in a small file, and answers come back in it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import (
    CouldNot,
    WrongCall,
    ask_yes,
    filled,
    is_terminal,
    listed,
    no_such_word,
    opened,
    say,
)
from gartenjahr_tui.guide.lookup import find
from gartenjahr_tui.guide.model import CardForm, Chapter, Guide, Prompt, Section
from gartenjahr_tui.store.paths import typed
from gartenjahr_tui.terminal.console import standard_input
from gartenjahr_tui.text import clean, folded, shortened
from gartenjahr_tui.words.packets import CommandWords as words
from gartenjahr_tui.words.packets import ViewsWords

if TYPE_CHECKING:
    from types import SimpleNamespace as Options

    from gartenjahr_tui.exchange.packet import Packet, PacketQuestion
    from gartenjahr_tui.terminal.console import Output
    from gartenjahr_tui.workbook.book import Workbook


def paket(options: Options, output: Output) -> int:
    """Do what the first word says."""
    word, *rest = options.words or [""]
    deed = _DEEDS.get(word)
    if word and deed is None:
        raise no_such_word(options, word)
    if deed is None or len(rest) != (word in _WITH_FILE) or not all(map(str.strip, rest)):
        raise WrongCall(words.USAGE)
    return deed(options, output)


def fill(options: Options, output: Output) -> int:
    """Fill a packet in, line by line; no garden is opened or made."""
    from gartenjahr_tui.exchange.packet_sheet import PacketSheet
    from gartenjahr_tui.guide.reader import read_guide
    from gartenjahr_tui.linear.packet import run
    from gartenjahr_tui.terminal.signals import interruptible

    sheet = PacketSheet(read_guide(), typed(options.paket))
    with interruptible(sheet.close):
        return run(sheet, standard_input(), output)


# Writing


def _write(options: Options, output: Output) -> int:
    from gartenjahr_tui.exchange import files, packet, packet_page

    file = typed(options.words[1])
    page = file.suffix.casefold() == f".{packet_page.FORMAT}"
    if not (page or file.name.casefold().endswith(packet.ENDING)):
        raise WrongCall(words.ENDING.format(ending=packet.ENDING))
    if not (options.fragen or options.abschnitt):
        raise WrongCall(words.NO_QUESTIONS)
    files.check([file], overwrite=options.ueberschreiben)
    with opened(options, look_only=True) as book:
        _look_at(book, options.jahr)
        questions = _Chosen(book, options.karte or "")
        questions.by_name(listed(options.fragen))
        questions.by_section(listed(options.abschnitt))
        made = packet.make(book, questions.all(), options.fuer or "")
        _say(_inside(book.guide, made, questions.left_out), output)
        asking = packet_page.asking_of(book, options.bis or "", options.an or "")
        content = packet.as_bytes(made)
        if page:
            content = packet_page.as_page(book.guide, made, file.stem, asking)
    files.write({file: content}, overwrite=options.ueberschreiben)
    say(output, (words.WRITTEN_PAGE if page else words.WRITTEN).format(file=file))
    return 0


def _look_at(book: Workbook, year: int | None) -> None:
    if year is None:
        return
    if year not in book.years:
        known = ", ".join(map(str, book.years))
        raise CouldNot(words.NO_YEAR.format(year=year, known=known))
    book.look_at(year)


class _Chosen:
    """The questions asked for on the command line."""

    def __init__(self, book: Workbook, card: str) -> None:
        self._book, self._guide, self._card = book, book.guide, card
        self._found: dict[str, PacketQuestion] = {}
        self.left_out: dict[str, None] = {}

    def all(self) -> list[PacketQuestion]:
        """All of them, in the order they were asked for.

        Raises:
            WrongCall: There are none, or none about the card that was named.
        """
        if not self._found:
            raise WrongCall(words.NO_QUESTIONS)
        if self._card and not any(question.card for question in self._found.values()):
            raise WrongCall(words.IDLE_CARD.format(given=self._card))
        return list(self._found.values())

    def by_name(self, ids: Sequence[str]) -> None:
        """Take single questions, confidential ones too.

        Raises:
            WrongCall: One of them cannot be in a packet.
        """
        for given in ids:
            id = given.casefold()
            form = self._guide.forms.get(id.partition(".")[0])
            if prompt := self._guide.prompts.get(id):
                self._take(prompt, None)
            elif form and id in form.prompts:
                self._take(form.prompts[id], form)
            else:
                raise WrongCall(words.NO_QUESTION.format(given=shortened(given, 60)))

    def by_section(self, names: Sequence[str]) -> None:
        """Take the questions of sections, but for those that must be named.

        Raises:
            WrongCall: There is no such section, or no question in it can be in a packet.
        """
        from gartenjahr_tui.exchange.packet import may_ask

        for name in names:
            section, form = self._section(name)
            fit = [prompt for prompt in section.prompts if may_ask(prompt)]
            if not fit:
                raise WrongCall(words.NO_SECTION.format(given=shortened(name, 60)))
            for prompt in fit:
                if prompt.guarded:
                    self.left_out[prompt.id] = None
                else:
                    self._take(prompt, form)

    def _section(self, name: str) -> tuple[Section | Chapter, CardForm | None]:
        for form in self._guide.forms.values():
            for section in form.sections:
                if folded(name) in (section.id, folded(section.title)):
                    return section, form
        places = [p for p in find(self._guide, name) if isinstance(p, Section | Chapter)]
        if len(places) != 1:
            raise WrongCall(words.NO_SECTION.format(given=shortened(name, 60)))
        return places[0], None

    def _take(self, prompt: Prompt, form: CardForm | None) -> None:
        from gartenjahr_tui.exchange import packet

        if not packet.may_ask(prompt):
            raise WrongCall(words.NAMES_CARDS.format(given=prompt.id))
        question = packet.PacketQuestion(prompt.id)
        if form:
            card, title = self._named(prompt, form)
            question = packet.PacketQuestion(prompt.id, card, packet.name(title))
        self._found[question.key] = question

    def _named(self, prompt: Prompt, form: CardForm) -> tuple[str, str]:
        """Id and title of the card that was named."""
        from gartenjahr_tui.garden.told import told

        if not self._card:
            raise WrongCall(words.NEEDS_CARD.format(given=prompt.id, item=form.item))
        found = self._book.cards.same_name(form.id, self._card)
        if len(found) != 1:
            sentence = words.TWO_CARDS if found else words.NO_CARD
            raise CouldNot(sentence.format(given=self._card, item=form.item))
        return found[0].id, told(self._book).cards.name(found[0].id)


def _inside(guide: Guide, made: Packet, left_out: dict[str, None]) -> Iterator[str]:
    """What goes out and what stays here, as lines."""
    from gartenjahr_tui.exchange.packet_merge import ask_of

    count = len(made.questions)
    titles = dict.fromkeys(question.title for question in made.questions if question.card)
    more = "".join(words.CARD_NAME.format(name=title) for title in titles)
    if made.recipient:
        more += words.FOR_NAME.format(name=made.recipient)
    questions = words.MANY.format(count=count) if count > 1 else words.ONE
    yield words.INSIDE.format(count=questions, year=made.year_label, more=more)
    yield from (words.QUESTION.format(ask=ask_of(guide, question)) for question in made.questions)
    yield words.STAYS
    if left_out:
        several = len(left_out) > 1
        yield words.LEFT_OUT[several].format(count=len(left_out), ids=",".join(left_out))


def _list(options: Options, output: Output) -> int:
    """Print the ids of all questions that can be in a packet."""
    from gartenjahr_tui.exchange.packet import may_ask
    from gartenjahr_tui.guide.reader import read_guide

    guide = read_guide()
    forms = (form.prompts for form in guide.forms.values())
    prompts = [p for group in (guide.prompts, *forms) for p in group.values() if may_ask(p)]
    _say((words.LISTED.format(id=prompt.id, ask=prompt.ask) for prompt in prompts), output)
    return 0


# Reading


def _read(options: Options, output: Output) -> int:
    from gartenjahr_tui.exchange import packet
    from gartenjahr_tui.exchange.packet_merge import merge, news, plan, preview, taken, whose

    found = packet.read(typed(options.words[1]))
    with opened(options) as book:
        if book.read_only:
            raise CouldNot(words.READ_ONLY.format(holder=book.holder))
        person = _person(found, options.als, output)
        steps = plan(book, found, person)
        if not steps:
            say(output, words.NOTHING)
            return 0
        _say(preview(book, found, person, steps), output)
        count = news(steps)
        if count and options.ja and not options.als and whose(book, found, person, steps):
            raise CouldNot(words.SAY_PERSON.format(name=person))
        if count and not options.ja and not _agreed(output):
            say(output, words.NOT_TAKEN)
            return 0
        merge(book, found, person)
        if not book.flush():
            raise CouldNot(book.save_status.problem or "")
        say(output, taken(count, person))
        book.look_at(found.year)
        _say(_compared(book, [(q.prompt, q.card) for q in found.questions]), output)
    return 0


def _person(found: Packet, given: str | None, output: Output) -> str:
    """Whose answers these are."""
    from gartenjahr_tui.exchange.packet import name

    person = name(given) if given else found.person
    if not person and is_terminal():
        say(output, words.WHOSE)
        person = name(standard_input().readline())
    if not person:
        raise CouldNot(words.NO_NAME)
    return person


def _agreed(output: Output) -> bool:
    """Ask whether it is to be taken.

    Raises:
        CouldNot: Nobody is there to ask.
    """
    if not is_terminal():
        raise CouldNot(words.NEEDS_YES)
    return ask_yes(f"{words.SURE}\n", output)


# Comparing


def _compare(options: Options, output: Output) -> int:
    with opened(options, look_only=True) as book:
        _look_at(book, options.jahr)
        _say(_compared(book), output)
    return 0


def _compared(book: Workbook, only: Sequence[tuple[str, str]] | None = None) -> Iterator[str]:
    """Where views differ in the year looked at, as lines; on these questions or on any."""
    from gartenjahr_tui.garden.views import differences

    found = differences(book, only=only)
    if not found:
        yield (ViewsWords.NONE if only is None else ViewsWords.NONE_HERE).format(
            year=book.year_label()
        )
        return
    yield ""
    yield ViewsWords.YEAR.format(year=book.year_label())
    for difference in found:
        yield ""
        head, *rest = difference.lines
        yield head
        yield from (textwrap.indent(line, "  ") for line in rest)


def _say(lines: Iterator[str] | Sequence[str], output: Output) -> None:
    """Print lines, none wider than the terminal; text from outside is text."""
    say(output, *(filled(line) for text in lines for line in clean(text).split("\n")))


_DEEDS: dict[str, Callable[[Options, Output], int]] = {
    "schreiben": _write,
    "lesen": _read,
    "vergleich": _compare,
    "fragen": _list,
}
_WITH_FILE = ("schreiben", "lesen")
