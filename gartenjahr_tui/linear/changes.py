"""What was done, or may not be: said, taken back, and read out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from gartenjahr_tui.garden import changes
from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.words.rhythm import LogWords, UndoWords
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.plain import AnswerKey
from gartenjahr_tui.workbook.undo import short

AT_ONCE = 20
"""Changes that are read out."""


@dataclass(frozen=True)
class Rewritten:
    """A field in which something was replaced or deleted line by line."""

    GROWS: ClassVar[bool] = False
    sheet: Sheet = field(compare=False, repr=False)
    prompt: Prompt = field(compare=False, repr=False)
    key: AnswerKey
    field_id: str

    def now(self) -> Any:
        """What stands in the field; nothing while another year is looked at."""
        answer = self.sheet.answer(self.prompt.id)
        return answer.value.get(self.field_id) if answer.key == self.key else None

    def put(self, former: Any) -> None:
        """Put back what stood there."""
        value = self.sheet.answer(self.prompt.id).value
        self.sheet.put(self.prompt, {**value, self.field_id: former}, left=True)

    def words(self, former: Any) -> str:
        """Which question says again what it said."""
        return UndoWords.REWRITTEN.format(name=short(self.prompt.asked))

    def changed_since(self) -> str:
        """That the answer has been changed since."""
        return UndoWords.ANSWER_CHANGED_SINCE.format(name=short(self.prompt.asked))


def only_read(console: Console, book: Workbook) -> bool:
    """Whether nothing can be written; why is said then."""
    if book.read_only:
        console.say(book.only_read)
    return book.read_only


def take_back(console: Console, book: Workbook) -> None:
    """Take the last deletion or change of a state back."""
    if only_read(console, book):
        return
    try:
        done = book.undoing.take_back()
    except ReadOnly as error:
        console.say(str(error))
        return
    say_saved(console, book, done or UndoWords.NOTHING)


def say_saved(console: Console, book: Workbook, sentence: str) -> None:
    """Say what was done once it is on the disk, or why it is not."""
    saved = book.flush()
    console.say(sentence if saved else book.save_status.problem or "")


def read_log(console: Console, book: Workbook) -> None:
    """Read out what was changed last, the latest first."""
    entries = changes.log(book, AT_ONCE)
    console.say(*[entry.spoken for entry in entries] or [LogWords.EMPTY])
