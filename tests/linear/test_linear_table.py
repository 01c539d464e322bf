"""„am tisch“ reads out what two see differently, and notes what they agree on."""

from __future__ import annotations

from io import StringIO

from gartenjahr_tui import linear
from gartenjahr_tui.garden.views import at_the_table
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Answer, AnswerKey
from gartenjahr_tui.workbook.states import AnswerState


def say(book: Workbook, name: str, prompt: str, value: dict[str, object], card: str = "") -> None:
    voice = book.ensure_voice(name)
    key = AnswerKey(prompt, book.year, voice.id, card)
    book.take_from_outside(Answer(key, AnswerState.ANSWERED, value, book.store.now()))


def test_at_the_table_we_and_they_are_read_out_and_agreed(book: Workbook, prompt: Prompt) -> None:
    card = book.cards.add("partnership", {"titel": "Lesegarten", "worum": "vorlesen"})
    say(book, "Kita", "partnership.worum", {"worum": "draußen sein"}, card.id)
    said = StringIO()
    typed = "tisch\nschritt\nRaum anfragen\n3.12.2026\nabsprache\nWir rufen an\n\n\n\n\nende\n"
    assert linear.run(book, StringIO(typed), said) == 0
    text = " ".join(said.getvalue().split())
    assert text.index("wir (Karte im Garten)") < text.index("vorlesen")
    assert text.index("Sie (Kita)") < text.index("draußen sein")
    (meeting,) = book.cards.of("encounter")
    assert (meeting.value["schritt"], meeting.value["schritt_am"]) == (
        *("Raum anfragen", "2026-12-03"),
    )
    assert book.cards[card.id].value["absprachen"][0]["was"] == "Wir rufen an"


def test_nothing_guarded_is_laid_on_the_table(
    book: Workbook, prompt: Prompt, confidential_prompt: Prompt
) -> None:
    critical = {"rolle": "Kita", "stimme": "stur", "kritisch": "ja"}
    card = book.cards.add("partnership", {"titel": "Lesegarten", "stimmen": [critical]})
    say(book, "Kita", "partnership.stimmen", {"stimmen": [{"stimme": "gut"}]}, card.id)
    say(book, "JK", "partnership.stimmen", {"stimmen": [{"stimme": "sehr gut"}]}, card.id)
    field = confidential_prompt.fields[0].id
    book.put(confidential_prompt, {field: "geheim"})
    say(book, "Kita", confidential_prompt.id, {field: "anders"})
    pages = at_the_table(book)
    assert [page.you for page in pages] == ["Kita", "JK"]
    assert "stur" not in str(pages)
    assert "geheim" not in str(pages)
