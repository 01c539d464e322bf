"""Goes through the questions of a section, of the guide or of a card, one after the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from gartenjahr_tui.garden import on_cards, ways
from gartenjahr_tui.garden.asked import rest
from gartenjahr_tui.garden.criticism import CriticismSheet
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
from gartenjahr_tui.linear.changes import Rewritten, only_read, read_log, say_saved, take_back
from gartenjahr_tui.linear.console import QUESTION, Away, Console, Jump, Keyword, Said
from gartenjahr_tui.linear.fields import ask_field
from gartenjahr_tui.text import folded, shortened
from gartenjahr_tui.words.garden import CriticismWords
from gartenjahr_tui.words.garden import FormerWords as former_words
from gartenjahr_tui.words.linear import AskWords as words
from gartenjahr_tui.words.linear import LinearGardenWords as garden_words
from gartenjahr_tui.words.linear import LinearOnCardsWords as on_cards_words
from gartenjahr_tui.words.linear import LinearTalkWords
from gartenjahr_tui.words.screens import VersionsWords
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

MOST_VERSIONS = 20
"""Former versions that are read out."""

_MARKS = {
    Keyword.LATER: AnswerState.LATER,
    Keyword.NOT_HERE: AnswerState.NOT_HERE,
    Keyword.OPEN: AnswerState.OPEN,
}

_QUICK = {Keyword.ENCOUNTER: "encounter", Keyword.HARVEST: "harvest"}
"""Kinds of card that are noted in between, with the questions of their first page."""

_ON_THE_SPOT = frozenset({Keyword.GUIDE, Keyword.VOICES, Keyword.LOG})
"""What changes nothing, so that the question need not be asked anew."""

_GUIDE_ONLY = frozenset({*_MARKS, Keyword.DONE, Keyword.EARLIER, Keyword.VOICES, Keyword.CORRECT})
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
    if command is Keyword.CRITICISM:
        note_criticism(console, book)
        return True
    return note_quickly(console, book, command)


def correct(console: Console, book: Workbook) -> bool:
    """Ask what is corrected and why, and allow it; return whether it is allowed now."""
    if only_read(console, book):
        return False
    console.say(LinearTalkWords.CORRECT_ASK.format(year=book.year_label()))
    note = console.order(LinearTalkWords.CORRECT_HELP)
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


def note_criticism(console: Console, book: Workbook) -> None:
    """Note what was criticised."""
    if only_read(console, book):
        return
    if not book.writable():
        console.say(CriticismWords.CLOSED.format(year=book.year_label()))
        return
    sheet, before = CriticismSheet(book), book.bookmark
    console.say("", sheet.section.title)
    Questions(console, book, sheet, sheet.section).ask()
    console.say(sheet.told or words.NOT_NOTED)
    if before:
        book.set_bookmark(before)


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
        self._kept = False

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
            try:
                forward = self._ask_this(question)
            except Jump as jump:
                place = self._place_numbered(jump.number, place)
                questions = self._questions()
                continue
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
        question = next(one for one in self._section.every if one.id == prompt_id)
        while True:
            try:
                self._ask_this(question)
            except Jump:
                self._console.remark(words.ONLY_ONE)
            else:
                return

    def _place_numbered(self, number: int, place: int) -> int:
        """Where the question of this number stands among those asked; one that is folded unfolds.

        Where there is none of it, the place one is at.
        """
        numbered = self._section.questions
        if not 1 <= number <= len(numbered):
            self._console.remark(words.NO_QUESTION.format(number=number, total=len(numbered)))
            return place
        id = numbered[number - 1].id
        if id not in [question.id for question in self._questions()]:
            self._unfold()
        return [question.id for question in self._questions()].index(id)

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
            self._all = [*now, *rest(self._sheet.possible(self._section), asked).questions]
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
        if not self._console.agrees(
            words.MORE_ONE if count == 1 else words.MORE.format(count=count)
        ):
            return False
        self._unfold()
        return True

    def _ask_this(self, question: Question) -> bool:
        """Ask a question, or read it where nothing may be written; False to go back."""
        if isinstance(question, OnCards):
            return self._ask_cards(question)
        about = self._introduce(question)

        def on_the_spot(command: Keyword) -> bool:
            if command not in _ON_THE_SPOT:
                return False
            self._show(question, command)
            return True

        help, explained = self._helps()
        own = [] if question.former else [question.help]
        help, explained = ("\n".join([*filter(None, own), each]) for each in (help, explained))
        with self._console.place(help, about, on_the_spot, explained):
            return self._answer(question) if self._asks(question) else self._read(question)

    def _helps(self) -> tuple[str, str]:
        """What „?“ and „hilfe“ say at every question."""
        if self._sheet.counted:
            return words.WORDS, words.HELP
        return words.WORDS_CARD, words.HELP_CARD

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
        say(asked.ask)
        help = "\n".join(filter(None, [asked.help, on_cards_words.HELP]))
        while True:
            found, beyond = on_cards.rows(book, asked, AT_ONCE)
            self._say_cards(found, beyond, form)
            try:
                with self._console.place(help, [asked.ask]):
                    reply = folded(str(self._console.reply(QUESTION))[:40])
            except Said as said:
                if said.command in (Keyword.BACK, Keyword.ON):
                    return said.command is Keyword.ON
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
        if command is Keyword.GUIDE:
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

    def _introduce(self, prompt: Prompt) -> list[str]:
        """Say a question and what is known of it; what „nochmal“ begins with."""
        sheet, say = self._sheet, self._console.say
        about = [self._head(prompt, *self._number_of(prompt)), prompt.asked]
        say(*about)
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
        return about

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
        """Ask for the fields of a question; leaving them as they are changes no state either.

        Returns:
            Whether to go on; False to go back.
        """
        sheet = self._sheet
        before = sheet.answer(prompt.id)
        self._kept = False
        try:
            if (forward := self._ask_fields(prompt)) is not None:
                return forward
        except (Away, Jump):
            if sheet.answer(prompt.id).value != before.value:
                sheet.leave(prompt)
            raise
        after = sheet.answer(prompt.id)
        if after.value != before.value:
            after = sheet.leave(prompt)
        changed = (after.state, after.value) != (before.state, before.value)
        if sheet.counted:
            self._saved(words.SAVED if changed else words.STAYS, after.state)
        else:
            self._saved(words.SAVED_CARD if changed else words.STAYS_CARD, after.state)
        if self._kept:
            self._console.say(words.KEPT)
        self._comment(prompt)
        if changed and after.value and prompt.grows:
            self._offer_growing(prompt)
        return True

    def _ask_fields(self, prompt: Prompt) -> bool | None:
        """Ask for one field after the other.

        Returns:
            None once the person has gone on from the last one; whether to go on where a command has
            dealt with the question, and False to go back.
        """
        sheet = self._sheet
        place, fields = 0, still_asked(prompt.fields)
        while place < len(fields):
            field = fields[place]
            part = sheet.answer(prompt.id).value.get(field.id)
            draft, steps = partial(self._put, prompt, field), self._steps()
            try:
                written = ask_field(self._console, sheet.cards, field, part, draft)
            except Said as said:
                match said.command:
                    case Keyword.BACK if place == 0:
                        return False
                    case Keyword.BACK:
                        place -= 1
                    case Keyword.ON:
                        return None
                    case Keyword.DONE if sheet.counted and sheet.answer(prompt.id).value:
                        self._mark(prompt, AnswerState.ANSWERED)
                        return True
                    case mark if mark in _MARKS and sheet.counted:
                        self._mark(prompt, _MARKS[mark])
                        return True
                    case command:
                        self._show(prompt, command)
                continue
            self._put(prompt, field, written)
            now = sheet.answer(prompt.id).value.get(field.id)
            if now != part:
                self._book.flush()
                # What takes note of itself, like a state of a card, is one step and not two.
                if self._steps() == steps:
                    self._note_rewritten(prompt, field, part, now)
            place += 1
        return None

    def _put(self, prompt: Prompt, field: Field, part: Any) -> None:
        """Take what stands in a field now; of what it replaces, a version is kept at once."""
        sheet = self._sheet
        value = sheet.answer(prompt.id).value
        if value.get(field.id) == part:
            return
        if not self._kept and _replaces(value.get(field.id), part):
            sheet.keep(prompt)
            self._kept = True
        sheet.put(prompt, {**value, field.id: part})
        # A new card is in the garden only from its first text on.
        self._note_place(prompt)

    def _steps(self) -> int:
        """How many steps can be taken back."""
        return len(self._book.undoing)

    def _note_rewritten(self, prompt: Prompt, field: Field, before: Any, after: Any) -> None:
        """Let „rückgängig“ bring back what was replaced or deleted."""
        if _replaces(before, after):
            spot = Rewritten(self._sheet, prompt, self._sheet.answer(prompt.id).key, field.id)
            self._book.undoing.note(spot, before, after)

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
                if said.command in (Keyword.BACK, Keyword.ON):
                    return said.command is Keyword.ON
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
            case Keyword.VERSIONS:
                self._versions(prompt)
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
            known = (Keyword.GROW, Keyword.BACK, Keyword.ON)
            reply = console.reply(known, local=known)
            if reply is Keyword.GROW:
                self._grow(prompt)
                return
            if not isinstance(reply, str) or not reply.strip():
                return
            console.remark(words.GROW_WRONG)

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
            if not (reply := console.order(words.WHICH_HELP)):
                return None
            if reply.isdecimal() and len(reply) < 5 and 1 <= int(reply) <= len(texts):
                return int(reply) - 1
            console.remark(words.CHOICE_WRONG.format(last=len(texts)))

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
        wanted = console.order(words.TAKE_HELP) or ""
        answers = {str(answer.key.year): answer for answer in earlier}
        answers |= {book.year_label(answer.key.year): answer for answer in earlier}
        if taken := answers.get(wanted):
            book.put(prompt, taken.value)
            state = book.answer(prompt.id).state
            book.flush()
            console.say(words.TAKEN.format(year=wanted, state=state.word))

    def _versions(self, prompt: Prompt) -> None:
        """Read out what the answer said before, and bring back what is wanted of it."""
        console, sheet = self._console, self._sheet
        now = sheet.answer(prompt.id).value
        found = [each for each in sheet.versions(prompt) if each.value != now][:MOST_VERSIONS]
        if not found:
            console.say(VersionsWords.NONE)
            return
        say = [words.FASSUNGEN]
        for number, each in enumerate(found, 1):
            text = summary(prompt, each.value, ROW_WIDTH, sheet.cards.name)
            say.append(words.VERSION.format(number=number, time=each.time, text=text))
        console.say(*say, words.VERSION_CHOOSE)
        while reply := console.order(words.VERSION_HELP):
            if not (reply.isdecimal() and len(reply) < 3 and 1 <= int(reply) <= len(found)):
                console.remark(words.CHOICE_WRONG.format(last=len(found)))
                continue
            chosen = found[int(reply) - 1]
            console.say(value_text(prompt, chosen.value, sheet.cards.name))
            if not sheet.writable():
                console.say(words.VERSION_CHOOSE)
            elif console.agrees(words.VERSION_SURE):
                sheet.bring_back(prompt, chosen.value)
                done = words.VERSION_BACK.format(time=chosen.time)
                say_saved(console, self._book, done)
                return
            else:
                console.say(words.VERSION_CHOOSE)


def _replaces(before: Any, after: Any) -> bool:
    """Whether something of what stood in a field goes, or gets another place."""
    if before in (None, "", []):
        return False
    if isinstance(before, str | list) and isinstance(after, type(before)):
        return after[: len(before)] != before
    return bool(before != after)
