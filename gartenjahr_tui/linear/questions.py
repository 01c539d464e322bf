"""Goes through the questions of a section, of the guide or of a card, one after the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from gartenjahr_tui.garden import on_cards, ways
from gartenjahr_tui.garden.asked import rest
from gartenjahr_tui.garden.growing import grow
from gartenjahr_tui.garden.on_cards import CardRow, progress_of
from gartenjahr_tui.garden.sheet import CardSheet, Sheet
from gartenjahr_tui.guide.model import (
    CardForm,
    Field,
    FieldKind,
    OnCards,
    Prompt,
    Question,
    Section,
    still_asked,
)
from gartenjahr_tui.guide.render import section_lines
from gartenjahr_tui.linear.changes import only_read, read_log, say_saved, take_back
from gartenjahr_tui.linear.console import QUESTION, Console, Keyword, Said
from gartenjahr_tui.linear.fields import ask_field
from gartenjahr_tui.text import folded, shortened
from gartenjahr_tui.words.cli import ReplyWords
from gartenjahr_tui.words.garden import FormerWords as former_words
from gartenjahr_tui.words.linear import AskWords as words
from gartenjahr_tui.words.linear import LinearGardenWords as garden_words
from gartenjahr_tui.words.linear import LinearOnCardsWords as on_cards_words
from gartenjahr_tui.words.linear import LinearTalkWords
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from gartenjahr_tui.workbook.progress import Progress
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import entry_text, kept_text, part_of, summary, value_text

READING_WIDTH = 69
"""Columns of a passage; one too few for drawings, so that their words are read instead."""

AT_ONCE = 20
"""Cards that are read out for a question they answer."""

ROW_WIDTH = 70
"""Characters of a card and its answer; all of it stands on the card."""

_MARKS = {
    Keyword.LATER: AnswerState.LATER,
    Keyword.NOT_HERE: AnswerState.NOT_HERE,
    Keyword.OPEN: AnswerState.OPEN,
}

_QUICK = {Keyword.ENCOUNTER: "encounter", Keyword.HARVEST: "harvest"}
"""Kinds of card that are noted in between, with the questions of their first page."""

_GUIDE_ONLY = frozenset({*_MARKS, Keyword.EARLIER, Keyword.VOICES, Keyword.CORRECT})
"""What means nothing to a card: it belongs to no year and to nobody alone."""


def say_passage(console: Console, book: Workbook, section: Section) -> None:
    """Read a section's passage from the guide."""
    lines = section_lines(book.guide, section, READING_WIDTH)
    console.say(*(line.text for line in lines), "")


def note_quickly(console: Console, book: Workbook, command: Keyword) -> bool:
    """Note an encounter or a harvest, if that is what the command says."""
    if command not in _QUICK:
        return False
    before = book.bookmark
    note_card(console, book, _QUICK[command])
    if before:
        book.set_bookmark(before)
    return True


def do_between(console: Console, book: Workbook, command: Keyword) -> bool:
    """Note something, look for words, take back or read out what was done: as the command says."""
    if command is Keyword.SEARCH:
        from gartenjahr_tui.linear.search import search  # what is found is asked in turn

        search(console, book)
        return True
    if command is Keyword.UNDO:
        take_back(console, book)
        return True
    if command is Keyword.LOG:
        read_log(console, book)
        return True
    return note_quickly(console, book, command)


def correct(console: Console, book: Workbook) -> bool:
    """Ask what is corrected and why, and allow it; return whether it is allowed now."""
    if only_read(console, book):
        return False
    console.say(LinearTalkWords.CORRECT_ASK.format(year=book.year_label()))
    note = console.order()
    if not note:
        return False
    book.correct(book.year, note)
    console.say(LinearTalkWords.CORRECTING.format(year=book.year_label()))
    return True


def note_card(
    console: Console, book: Workbook, kind: str, value: dict[str, Any] | None = None
) -> None:
    """Make a card with the questions of its first page; the first text puts it into the garden."""
    if only_read(console, book):
        return
    sheet = CardSheet(book, book.cards.blank(kind, value))
    console.say("", words.NEW_CARD.format(item=sheet.form.item))
    Questions(console, book, sheet, sheet.form.sections[0]).ask()
    if sheet.planted:
        console.say(words.NOTED.format(item=sheet.form.item, name=sheet.title))
    else:
        console.say(words.NOT_NOTED)


def _place_of(question: Question, questions: list[Question]) -> int:
    """Where a question stands among others; it may have grown, or be asked in two parts."""
    if isinstance(question, OnCards) or question in questions:
        return questions.index(question)
    first, id = question.fields[0].id, question.id
    parts = (
        (n, one) for n, one in enumerate(questions) if isinstance(one, Prompt) and one.id == id
    )
    return next(n for n, one in parts if any(field.id == first for field in one.fields))


class Questions:
    """The questions of a section, asked on a console."""

    def __init__(self, console: Console, book: Workbook, sheet: Sheet, section: Section) -> None:
        """Take a section in hand; its answers go to the workbook itself, or to a card."""
        self._console = console
        self._book = book
        self._sheet = sheet
        self._section = section
        self._all: list[Question] = []
        self._seen: set[str] = set()

    def ask(self, start: str = "") -> bool:
        """Ask the questions, from the one of this id on, or else from the first.

        Returns:
            Whether the person came to the end of it; False when they went back out of it.

        Raises:
            End: The person stops.
        """
        questions = self._questions()
        on_way = isinstance(self._sheet, Workbook)
        if on_way and not (questions or start or self._wants_more()):
            return True
        questions = self._questions()
        if not questions or (start and start not in (question.id for question in questions)):
            questions = self._unfold()
        ids = [question.id for question in questions]
        place = ids.index(start) if start in ids else 0
        while 0 <= place < len(questions) or (place >= 0 and self._wants_more()):
            # What is answered may have more asked, or unfolded the rest.
            question = self._questions()[place]
            forward = self._ask_this(question)
            questions = self._questions()
            place = _place_of(question, questions) + (1 if forward else -1)
            self._console.gap()
        if place < 0:
            return False
        # A question that was asked in two parts counts once.
        progress = self._progress({one.id: one for one in questions}.values())
        sentence = words.SECTION_DONE.format(title=self._section.title, progress=progress.words)
        self._console.say(sentence)
        return True

    def _progress(self, questions: Collection[Question]) -> Progress:
        if isinstance(self._sheet, Workbook):
            return progress_of(self._sheet, questions)
        return self._sheet.progress(each for each in questions if isinstance(each, Prompt))

    def ask_one(self, prompt_id: str) -> None:
        """Ask one question, or read it where nothing may be written; see :meth:`ask`."""
        self._ask_this(next(one for one in self._section.every if one.id == prompt_id))

    def _questions(self) -> list[Question]:
        """What is asked now; once it is unfolded, what was folded comes after it."""
        if self._all:
            return self._all
        sheet, page = self._sheet, self._section
        if isinstance(sheet, CardSheet):
            page = sheet.asked(page)
        elif isinstance(sheet, Workbook):
            page = ways.asked(sheet, page, self._seen)
            self._seen.update(question.id for question in page.questions)
        return list(page.questions)

    def _unfold(self) -> list[Question]:
        now = self._questions()
        asked = replace(self._section, questions=tuple(now))
        if isinstance(self._sheet, CardSheet):
            self._all = [*now, *rest(self._section, asked).questions]
        else:
            self._all = [*now, *(one for one in self._section.questions if one not in now)]
        return self._all

    def _wants_more(self) -> bool:
        """Ask whether the folded questions of the page are wanted, too; once."""
        sheet = self._sheet
        if self._all or not isinstance(sheet, CardSheet | Workbook) or not sheet.writable():
            return False
        if isinstance(sheet, CardSheet):
            count = sheet.folded(self._section)
        else:
            count = len(self._section.questions) - len(self._questions())
        if not count:
            return False
        console = self._console
        console.say(words.MORE_ONE if count == 1 else words.MORE.format(count=count))
        if folded(str(console.reply({Keyword.END}))[:40]) not in ReplyWords.YES:
            return False
        self._unfold()
        return True

    def _ask_this(self, question: Question) -> bool:
        """Ask a question, or read it where nothing may be written; False to go back."""
        if isinstance(question, OnCards):
            return self._ask_cards(question)
        self._introduce(question)
        return self._answer(question) if self._asks(question) else self._read(question)

    def _asks(self, prompt: Prompt) -> bool:
        """Whether a question is asked here, or only read."""
        return bool(self._sheet.writable() and still_asked(prompt.fields))

    def _number_of(self, question: Question) -> tuple[int, int]:
        """Its number, as on paper, whether all of the page is asked or not; and of how many."""
        asked, former = self._section.questions, self._section.former
        ids = [each.id for each in ((*asked, *former) if question in former else asked)]
        return ids.index(question.id) + 1, len(ids)

    # On cards

    def _ask_cards(self, asked: OnCards) -> bool:
        """Ask what cards answer, one after the other, until the person goes on.

        Returns:
            Whether to go on; False to go back.
        """
        book, say, form = self._book, self._console.say, self._book.guide.forms[asked.kind]
        state = on_cards.state(book, asked).word
        marks = [words.MARKS["confidential"]] if on_cards.is_guarded(form, asked) else []
        number, total = self._number_of(asked)
        say(" ".join([words.HEAD.format(number=number, total=total, state=state), *marks]))
        say(asked.ask, *filter(None, [asked.help]))
        while True:
            found, beyond = on_cards.rows(book, asked, AT_ONCE)
            self._say_cards(found, beyond, form)
            try:
                reply = folded(str(self._console.reply(QUESTION))[:40])
            except Said as said:
                if said.command is Keyword.BACK:
                    return False
                self._show_between(said.command)
                continue
            if not reply:
                return True
            if reply == on_cards_words.NEW_WORD:
                self._new_card(form, asked)
            elif reply.isdecimal() and 1 <= int(reply) <= len(found):
                row = found[int(reply) - 1]
                self._ask_card(CardSheet(book, book.cards[row.card_id]), row.prompt)
            else:
                say(on_cards_words.WRONG)

    def _say_cards(self, found: list[CardRow], beyond: int, form: CardForm) -> None:
        say = self._console.say
        say(on_cards_words.SOME.format(items=form.items) if found else on_cards_words.NONE)
        for number, row in enumerate(found, 1):
            say(words.OPTION.format(number=number, label=shortened(row.text, ROW_WIDTH)))
        if beyond:
            say(on_cards_words.BEYOND.format(count=beyond, items=form.items))
        keys = [on_cards_words.OPEN] if found else []
        keys += [] if self._book.read_only else [on_cards_words.NEW.format(item=form.item)]
        say(" ".join([*keys, words.READ_ON]))

    def _show_between(self, command: Keyword) -> None:
        """Do what a command says while cards are chosen from."""
        if command is Keyword.HELP:
            self._console.say(on_cards_words.HELP)
        elif command is Keyword.GUIDE:
            say_passage(self._console, self._book, self._section)
        elif not do_between(self._console, self._book, command):
            self._console.say(words.NOT_NOW)

    def _ask_card(self, sheet: CardSheet, prompt_id: str) -> None:
        """Ask one question of a card."""
        self._console.say("", garden_words.HEAD.format(item=sheet.form.item, name=sheet.title))
        section = sheet.form.section_of(prompt_id)
        Questions(self._console, self._book, sheet, section).ask_one(prompt_id)

    def _new_card(self, form: CardForm, asked: OnCards) -> None:
        """Make a card with its name, and ask the question of it."""
        if only_read(self._console, self._book):
            return
        sheet = CardSheet(self._book, self._book.cards.blank(form.id))
        name = on_cards.name_prompt(form)
        self._console.say("", words.NEW_CARD.format(item=form.item))
        named = on_cards.names_itself(form, asked.of[0])
        section = form.section_of(name.id)
        section = section if named else replace(section, questions=(name,))
        first = asked.of[0] if named else name.id
        Questions(self._console, self._book, sheet, section).ask_one(first)
        if not sheet.planted:
            self._console.say(words.NOT_NOTED)
        elif not named:
            self._ask_card(sheet, asked.of[0])

    # On the page itself

    def _introduce(self, prompt: Prompt) -> None:
        sheet, say = self._sheet, self._console.say
        say(self._head(prompt, *self._number_of(prompt)), prompt.asked)
        if prompt.help and not prompt.former:
            say(prompt.help)
        for line in sheet.recall(prompt):
            say(line)
        answer = sheet.answer(prompt.id)
        # The question of a card may be asked in two parts; each says what is its own.
        value = answer.value if sheet.counted else part_of(prompt.fields, answer.value)
        if self._asks(prompt) and (text := kept_text(prompt, value, sheet.cards.name)):
            say(former_words.FIELDS, text)
        if others := sheet.other_voices(prompt):
            say(words.VOICES.format(names=", ".join(voice.name for voice, _ in others)))
        if earlier := sheet.other_years(prompt.id):
            year = sheet.year_label(earlier[0].key.year)
            text = summary(prompt, earlier[0].value, names=sheet.cards.name)
            say(words.EARLIER.format(year=year, text=text))
        self._note_place(prompt)

    def _note_place(self, prompt: Prompt) -> None:
        self._sheet.set_bookmark(Bookmark(prompt.chapter, prompt.id))

    def _head(self, prompt: Prompt, number: int, total: int) -> str:
        sheet = self._sheet
        state = sheet.answer(prompt.id).state.word
        head = words.HEAD if sheet.counted else words.HEAD_CARD
        marked = [prompt, sheet.form] if isinstance(sheet, CardSheet) else [prompt]
        marks = [
            mark
            for name, mark in words.MARKS.items()
            if any(getattr(each, name, False) for each in marked)
        ]
        return " ".join([head.format(number=number, total=total, state=state), *marks])

    def _answer(self, prompt: Prompt) -> bool:
        """Ask for the fields of a question.

        Returns:
            Whether to go on; False to go back.
        """
        sheet = self._sheet
        before = sheet.answer(prompt.id)
        place, fields = 0, still_asked(prompt.fields)
        while place < len(fields):
            field = fields[place]
            part = sheet.answer(prompt.id).value.get(field.id)
            draft = partial(self._put, prompt, field)
            try:
                part = ask_field(self._console, sheet.cards, field, part, draft)
            except Said as said:
                if said.command in _MARKS and sheet.counted:
                    self._mark(prompt, _MARKS[said.command])
                    return True
                if said.command is Keyword.BACK:
                    if place == 0:
                        return False
                    place -= 1
                else:
                    self._show(prompt, said.command)
                continue
            self._put(prompt, field, part, left=True)
            place += 1
        after = sheet.leave(prompt)
        changed = (after.state, after.value) != (before.state, before.value)
        if sheet.counted:
            self._saved(words.SAVED if changed else words.STAYS, after.state)
        else:
            self._saved(words.SAVED_CARD if changed else words.STAYS_CARD, after.state)
        self._comment(prompt)
        if changed and after.value and prompt.grows:
            self._offer_growing(prompt)
        return True

    def _put(self, prompt: Prompt, field: Field, part: Any, *, left: bool = False) -> None:
        value = self._sheet.answer(prompt.id).value
        self._sheet.put(prompt, {**value, field.id: part}, left=left)
        # A new card is in the garden only from its first text on.
        self._note_place(prompt)
        if left:
            self._book.flush()

    def _comment(self, prompt: Prompt) -> None:
        """Say what is wrong with an answer, and what follows from it."""
        sheet = self._sheet
        for sentence in (*sheet.complaints(prompt).values(), *sheet.advice(prompt)):
            self._console.say(sentence)

    def _mark(self, prompt: Prompt, state: AnswerState) -> None:
        answer = self._book.mark(prompt, state)
        gone = state is AnswerState.OPEN
        self._saved(words.MARK_GONE if gone else words.MARKED, answer.state)

    def _saved(self, sentence: str, state: AnswerState) -> None:
        """Say that it is on the disk, or why it is not."""
        say_saved(self._console, self._book, sentence.format(state=state.word))

    def _read(self, prompt: Prompt) -> bool:
        """Show a question where nothing may be written; see :meth:`_answer`."""
        console, sheet = self._console, self._sheet
        text = value_text(prompt, sheet.answer(prompt.id).value, sheet.cards.name)
        console.say(*([words.NOW_LONG, text] if text else [words.EMPTY]))
        self._comment(prompt)
        console.say(words.READ_ON)
        while True:
            try:
                if str(console.reply(QUESTION)).strip():
                    console.say(words.CANNOT, words.READ_ON)
                    continue
                return True
            except Said as said:
                if said.command is Keyword.BACK:
                    return False
                if said.command is Keyword.CORRECT and sheet.counted and not prompt.former:
                    if correct(self._console, self._book):
                        return self._answer(prompt)
                    continue
                self._show(prompt, said.command)
                console.say(words.READ_ON)

    def _show(self, prompt: Prompt, command: Keyword) -> None:
        """Do what a command says that does not answer the question."""
        if command in _GUIDE_ONLY and not self._sheet.counted:
            self._console.say(words.NOT_NOW)
            return
        match command:
            case Keyword.HELP:
                self._console.say(words.HELP if self._sheet.counted else words.HELP_CARD, "")
            case Keyword.GUIDE:
                say_passage(self._console, self._book, self._section)
            case Keyword.EARLIER:
                self._earlier(prompt)
            case Keyword.VOICES:
                self._voices(prompt)
            case Keyword.GROW if prompt.grows and self._sheet.answer(prompt.id).value:
                self._grow(prompt)
            case _:
                if not do_between(self._console, self._book, command):
                    self._console.say(words.NOT_NOW)

    def _offer_growing(self, prompt: Prompt) -> None:
        """Ask whether the answer just given is to become a card."""
        console = self._console
        items = words.OR.join(self._book.guide.forms[kind].item for kind in prompt.grows)
        sentence = words.GROW_SEED if prompt.grows == ("seed",) else words.GROW
        console.say(sentence.format(item=items))
        while True:
            reply = console.reply({Keyword.GROW, Keyword.END}, local=(Keyword.GROW,))
            if reply is Keyword.GROW:
                self._grow(prompt)
                return
            if not str(reply).strip():
                return
            console.say(words.GROW_WRONG)

    def _grow(self, prompt: Prompt) -> None:
        """Make a card of an answer, or of one of its entries."""
        book, value = self._book, self._sheet.answer(prompt.id).value
        if only_read(self._console, book):
            return
        kind = self._kind(prompt)
        if not kind:
            return
        text, entry = value_text(prompt, value), None
        field = still_asked(prompt.fields)[0]
        if field.kind is FieldKind.ENTRIES and value.get(field.id):
            entry = self._which(field, value[field.id])
            if entry is None:
                return
            text = entry_text(field, entry)
        card = grow(book, prompt, text, entry, kind)
        book.flush()
        item = book.cards.form(card).item
        self._console.say(words.NOTED.format(item=item, name=book.cards.title(card)))

    def _kind(self, prompt: Prompt) -> str:
        """Ask which kind of card an answer is to become, unless there is only one; „“ for none."""
        forms = [self._book.guide.forms[kind] for kind in prompt.grows]
        place = self._one_of(words.WHICH_KIND, [form.item for form in forms])
        return "" if place is None else forms[place].id

    def _which(self, field: Field, entries: list[dict[str, Any]]) -> dict[str, Any] | None:
        """Ask which entry is meant, unless there is only one; None when none is."""
        texts = [entry_text(field, entry, self._sheet.cards.name) for entry in entries]
        place = self._one_of(words.WHICH.format(item=field.item), texts)
        return None if place is None else entries[place]

    def _one_of(self, ask: str, texts: Sequence[str]) -> int | None:
        """Ask which of several things is meant, unless there is only one; None when none is."""
        if len(texts) == 1:
            return 0
        console = self._console
        console.say(ask)
        for number, text in enumerate(texts, 1):
            console.say(words.OPTION.format(number=number, label=text))
        while True:
            reply = str(console.reply({Keyword.END})).strip()
            if not reply:
                return None
            if reply.isdecimal() and len(reply) < 5 and 1 <= int(reply) <= len(texts):
                return int(reply) - 1
            console.say(words.CHOICE_WRONG.format(last=len(texts)))

    def _voices(self, prompt: Prompt) -> None:
        others = self._book.other_voices(prompt)
        if prompt.own:
            self._console.say(words.PRIVATE)
        elif not others:
            self._console.say(words.NO_VOICES)
        for voice, answer in others:
            head = words.VOICE.format(name=voice.name, state=answer.state.word)
            self._console.say(head, value_text(prompt, answer.value, self._sheet.cards.name))

    def _earlier(self, prompt: Prompt) -> None:
        """Show the answers of other years and take one over on request."""
        book, console = self._book, self._console
        earlier = book.other_years(prompt.id)
        if not earlier:
            console.say(words.NO_EARLIER)
            return
        for answer in earlier:
            year = book.year_label(answer.key.year)
            text = value_text(prompt, answer.value, book.cards.name)
            console.say(words.OTHER_YEAR.format(year=year), text, "")
        if not book.writable():
            return
        console.say(words.TAKE.format(year=book.year_label()))
        wanted = str(console.reply({Keyword.END})).strip()
        answers = {str(answer.key.year): answer for answer in earlier}
        answers |= {book.year_label(answer.key.year): answer for answer in earlier}
        if taken := answers.get(wanted):
            book.put(prompt, taken.value)
            state = book.answer(prompt.id).state
            book.flush()
            console.say(words.TAKEN.format(year=wanted, state=state.word))
