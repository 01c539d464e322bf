"""u takes back what was done last: deletions, changes of a state, marks – and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.words.rhythm import UndoWords as words
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.undo import MOST_UNDONE
from gartenjahr_tui.workbook.values import state_fields
from tests.conftest import Clock, OpenBook


@pytest.fixture
def cafe(book: Workbook) -> Card:
    """A partnership that is a seed yet."""
    return book.cards.add("partnership", {"titel": "Erzählcafé"})


def growth(book: Workbook, card: Card) -> str:
    return book.cards.state(book.cards[card.id], "wachstum")


def test_a_new_growth_is_taken_back_in_words(book: Workbook, cafe: Card) -> None:
    book.cards.note(cafe.id, "wachstum", "keim")
    said = book.undoing.take_back()
    assert said == "Zurückgenommen: „Erzählcafé“: „Wachstum“ steht wieder auf „Samenkorn“."
    assert growth(book, cafe) == "samenkorn"
    assert book.undoing.take_back() == ""


def test_a_first_state_is_taken_back_to_none(book: Workbook, cafe: Card) -> None:
    book.cards.note(cafe.id, "stufen", "initiiert")
    said = book.undoing.take_back()
    assert said == "Zurückgenommen: „Erzählcafé“: „Kooperationsstand“ ist wieder leer."
    assert "stufen" not in book.cards[cafe.id].value


def test_thanks_that_were_done_are_open_again(book: Workbook) -> None:
    thanks = book.cards.add("thanks", {})
    before = thanks.value["stand"]
    other = next(o.id for o in book.cards.form(thanks).fields["stand"].options if o.id != before)
    book.cards.set(thanks.id, stand=other)
    assert "wieder" in book.undoing.take_back()
    assert book.cards[thanks.id].value["stand"] == before


def test_words_typed_beside_a_new_state_go_back_with_it_and_stay_as_a_version(
    book: Workbook, cafe: Card
) -> None:
    book.cards.note(cafe.id, "wachstum", "keim")
    for length in range(1, 8):
        *rest, last = book.cards[cafe.id].value["wachstum"]
        entry = {**last, "beleg": "Plakate"[:length]}
        book.cards.set(cafe.id, wachstum=[*rest, entry])
    full = book.cards[cafe.id].value
    assert len(book.undoing) == 1
    book.undoing.take_back()
    assert book.cards[cafe.id].value == cafe.value
    assert full in [version.value for version in book.card_versions(cafe.id)]


def test_only_the_state_goes_back_not_what_was_written_elsewhere(
    book: Workbook, cafe: Card
) -> None:
    book.cards.note(cafe.id, "wachstum", "keim")
    book.cards.set(cafe.id, titel="Erzählcafé am Markt")
    book.undoing.take_back()
    assert growth(book, cafe) == "samenkorn"
    assert book.cards[cafe.id].value["titel"] == "Erzählcafé am Markt"


def test_typing_and_making_a_card_are_no_steps(book: Workbook, cafe: Card) -> None:
    book.cards.set(cafe.id, titel="Anders")
    book.cards.set(cafe.id, lebensdauer="mehrjaehrig")
    assert len(book.undoing) == 0


def test_a_later_change_is_never_taken_back_with_an_earlier_step(
    book: Workbook, cafe: Card
) -> None:
    book.cards.note(cafe.id, "wachstum", "keim")
    book.cards.delete(book.cards.add("seed", {"titel": "Lesenacht"}).id)
    *rest, last = book.cards[cafe.id].value["wachstum"]
    book.cards.set(cafe.id, wachstum=[*rest, {**last, "beleg": "Die Kita hat selbst angerufen."}])
    assert book.undoing.take_back() == "Zurückgenommen: „Lesenacht“ ist wieder da."
    assert book.undoing.take_back() == words.CHANGED_SINCE.format(
        name="Erzählcafé", field="Wachstum"
    )
    assert growth(book, cafe) == "keim"
    assert book.undoing.take_back() == ""


def test_after_taking_back_a_new_change_is_a_step_of_its_own(book: Workbook, cafe: Card) -> None:
    book.cards.note(cafe.id, "wachstum", "keim")
    gone = book.cards.add("seed", {"titel": "Lesenacht"})
    book.cards.delete(gone.id)
    book.undoing.take_back()
    book.cards.note(cafe.id, "wachstum", "gruen")
    book.undoing.take_back()
    assert growth(book, cafe) == "keim"
    book.undoing.take_back()
    assert growth(book, cafe) == "samenkorn"


def test_a_change_made_good_by_hand_leaves_no_step(book: Workbook, cafe: Card) -> None:
    book.cards.note(cafe.id, "wachstum", "keim")
    book.cards.set(cafe.id, wachstum=cafe.value["wachstum"])
    assert book.undoing.take_back() == ""


def test_the_end_of_a_round_is_taken_back_at_once(book: Workbook) -> None:
    ids = [book.cards.add("partnership", {"titel": f"Nr. {n}"}).id for n in range(3)]
    with book.undoing.together("Überwintern 2026"):
        for id in ids:
            book.cards.note(id, "entscheidungen", "weiter")
            with book.undoing.together("darin"):
                book.cards.note(id, "wachstum", "keim")
    book.cards.note(ids[1], "entscheidungen", "ausbauen")
    book.cards.delete(ids[2])
    book.undoing.take_back()
    assert len(book.undoing) == 2
    book.undoing.take_back()
    assert book.undoing.take_back() == "Zurückgenommen: Überwintern 2026."
    assert all("entscheidungen" not in book.cards[id].value for id in ids)
    assert {book.cards.state(book.cards[id], "wachstum") for id in ids} == {"samenkorn"}


def test_what_was_changed_after_a_round_stays_and_is_said(book: Workbook, cafe: Card) -> None:
    with book.undoing.together("Überwintern 2026"):
        book.cards.note(cafe.id, "entscheidungen", "weiter")
        book.cards.note(cafe.id, "wachstum", "keim")
    *rest, last = book.cards[cafe.id].value["entscheidungen"]
    book.cards.set(cafe.id, entscheidungen=[*rest, {**last, "warum": "Es trägt."}])
    said = book.undoing.take_back()
    assert said == f"Zurückgenommen: Überwintern 2026. {words.ONE_STAYED}"
    assert growth(book, cafe) == "samenkorn"
    assert book.cards.state(book.cards[cafe.id], "entscheidungen") == "weiter"


def test_a_round_broken_off_by_a_fault_can_still_be_taken_back(book: Workbook, cafe: Card) -> None:
    with pytest.raises(ZeroDivisionError), book.undoing.together("Check-in"):
        book.cards.note(cafe.id, "wachstum", "keim")
        raise ZeroDivisionError
    assert book.undoing.take_back() == "Zurückgenommen: Check-in."
    assert growth(book, cafe) == "samenkorn"


def test_a_state_confirmed_in_a_round_goes_back_with_it_too(book: Workbook, cafe: Card) -> None:
    with book.undoing.together("Check-in"):
        book.cards.note(cafe.id, "wachstum", "samenkorn", "Noch nichts zu sehen.")
    assert len(book.cards[cafe.id].value["wachstum"]) == 2
    book.undoing.take_back()
    assert book.cards[cafe.id].value == cafe.value


def test_twenty_steps_of_every_kind_can_be_taken_back(
    book: Workbook, cafe: Card, prompt: Prompt
) -> None:
    other = book.cards.add("partnership", {"titel": "Kita"})
    for number in range(MOST_UNDONE):
        state = ("keim", "gruen")[number // 2 % 2]
        book.cards.note((cafe, other)[number % 2].id, "wachstum", state)
    book.mark(prompt, AnswerState.LATER)
    book.cards.delete(cafe.id)
    count = 0
    while book.undoing.take_back():
        count += 1
    assert count == MOST_UNDONE


# Marks


def test_a_question_put_off_is_open_again(book: Workbook, prompt: Prompt) -> None:
    book.mark(prompt, AnswerState.LATER)
    book.mark(prompt, AnswerState.NOT_HERE)
    assert book.undoing.take_back().endswith("ist wieder später.")
    assert book.answer(prompt.id).state is AnswerState.LATER
    assert book.undoing.take_back().endswith("ist wieder offen.")
    assert book.answer(prompt.id).state is AnswerState.OPEN


def test_an_answer_marked_unfinished_counts_again(book: Workbook, prompt: Prompt) -> None:
    book.put(prompt, {"text": "Wir lesen vor."}, left=True)
    book.mark(prompt, AnswerState.OPEN)
    book.leave(prompt)
    assert book.answer(prompt.id).state is AnswerState.BEGUN
    book.undoing.take_back()
    assert book.answer(prompt.id).state is AnswerState.ANSWERED
    book.put(prompt, {"text": "Wir lesen vor und hören zu."})
    assert book.leave(prompt).state is AnswerState.ANSWERED


def test_what_was_written_after_a_mark_is_not_touched(book: Workbook, prompt: Prompt) -> None:
    book.mark(prompt, AnswerState.LATER)
    book.put(prompt, {"text": "Doch noch."})
    before = book.answer(prompt.id)
    assert "weitergeschrieben" in book.undoing.take_back()
    assert book.answer(prompt.id) == before


def test_a_mark_is_taken_back_in_its_own_year_and_voice(book: Workbook, prompt: Prompt) -> None:
    book.mark(prompt, AnswerState.LATER)
    key = book.answer(prompt.id).key
    book.add_voice("B. C.")
    book.begin_year(2027)
    with pytest.raises(ReadOnly, match="abgeschlossen"):
        book.undoing.take_back()
    book.correct(2026)
    assert book.undoing.take_back()
    assert book.marked(key)[0] is AnswerState.OPEN
    assert book.answer(prompt.id).state is AnswerState.OPEN


def test_a_mark_in_a_year_that_is_no_more_is_left_alone(book: Workbook, prompt: Prompt) -> None:
    book.begin_year(2027)
    book.mark(prompt, AnswerState.LATER)
    book.remove_year(2027)
    assert book.undoing.take_back()
    assert 2027 not in {answer.key.year for answer in book.all_answers()}


# On the disk


def test_what_was_taken_back_is_so_after_the_next_start_too(
    book: Workbook, open_book: OpenBook, cafe: Card
) -> None:
    book.cards.note(cafe.id, "wachstum", "keim")
    assert book.flush()
    book.undoing.take_back()
    book.close()
    again = open_book()
    assert again.cards[cafe.id].value == cafe.value
    assert again.undoing.take_back() == ""


# Every form


def test_what_a_state_is_says_one_rule(guide: Guide) -> None:
    states = {form.id: {f.id for f in state_fields(form)} for form in guide.forms.values()}
    assert {"stufen", "wachstum", "entscheidungen", "transparenz_a"} <= states["partnership"]
    assert states["thanks"] == {"stand"}
    assert "ausgang" in states["request"]
    assert states["seed"] == {"verlauf", "schritt_stand"}
    assert "lebensdauer" not in states["partnership"]
    assert "am" not in states["encounter"]


# Any sequence


class Model:
    """What the cards say after any sequence of deeds, kept the simplest way: whole pictures."""

    def __init__(self) -> None:
        self.now: dict[str, tuple[bool, str]] = dict.fromkeys(IDS, (False, "offen"))
        self.steps: list[tuple[str, str, Any, Any]] = []
        self.grows = False

    def do(self, what: str, id: str, state: str) -> None:
        deleted, present = self.now[id]
        if what == "delete":
            self.now[id] = (True, present)
            if not deleted:
                self._push(what, id, before=False, after=True)
        elif what == "restore":
            self.now[id] = (False, present)
            self.steps = [s for s in self.steps if s[:2] != ("delete", id)]
            self.grows = False
        elif what == "state" and state != present:
            self.now[id] = (deleted, state)
            if self.grows and self.steps[-1][:2] == ("state", id):
                first = self.steps.pop()[2]
                self.grows = False
                if first != state:
                    self._push(what, id, first, state)
            else:
                self._push(what, id, present, state)
        elif what == "undo" and self.steps:
            self.grows = False
            done, id, before, after = self.steps.pop()
            deleted, present = self.now[id]
            if done == "delete" and deleted == after:
                self.now[id] = (before, present)
            elif done == "state" and present == after:
                self.now[id] = (deleted, before)

    def _push(self, what: str, id: str, before: Any, after: Any) -> None:
        self.steps = [*self.steps, (what, id, before, after)][-MOST_UNDONE:]
        self.grows = what == "state"


IDS = tuple(str(number) * 32 for number in range(3))
DEEDS = st.tuples(
    st.sampled_from(("delete", "restore", "state", "state", "undo", "undo")),
    st.sampled_from(IDS),
    st.sampled_from(("offen", "ausgesprochen", "verschoben")),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(DEEDS, max_size=60))
def test_any_sequence_of_deeds_and_undos_ends_where_it_should(
    deeds: list[tuple[str, str, str]],
) -> None:
    guide, clock, model = read_guide(), Clock(), Model()
    choices = [option.id for option in guide.forms["thanks"].fields["stand"].options]
    spelled = dict(zip(("offen", "ausgesprochen", "verschoben"), [*choices, ""], strict=False))
    found = [replace(Card(id, "thanks"), value={"stand": spelled["offen"]}) for id in IDS]
    cards = Cards(guide, found, lambda before, after: None, today=clock.today, now=clock.now)
    for what, id, state in deeds:
        model.do(what, id, state)
        if what == "delete":
            cards.delete(id)
        elif what == "restore":
            cards.restore(id)
        elif what == "state":
            cards.set(id, stand=spelled[state])
        else:
            cards.undoing.take_back()
        assert len(cards.undoing) == len(model.steps)
        for each, (deleted, present) in model.now.items():
            assert cards[each].deleted is deleted
            assert cards[each].value.get("stand", "") == spelled[present]
