"""The forms on paper: every question once, in its order, with its number, and nothing guarded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gartenjahr_tui import linear
from gartenjahr_tui.garden.asked import core_and_more
from gartenjahr_tui.garden.on_cards import is_guarded
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.guide.coverage import ELEMENTS
from gartenjahr_tui.guide.model import (
    CardForm,
    Chapter,
    Field,
    FieldKind,
    Guide,
    OnCards,
    Option,
    Prompt,
    Question,
    still_asked,
)
from gartenjahr_tui.guide.numbering import spots
from gartenjahr_tui.guide.outside import read_views
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.guide.source import SOURCE_LINE
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.linear.garden import GardenMenus
from gartenjahr_tui.reports.document import (
    Block,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    ScaleLine,
    Table,
    TickBoxes,
    WritingSpace,
)
from gartenjahr_tui.reports.paper import sheet
from gartenjahr_tui.reports.report import Scope, compose
from gartenjahr_tui.reports.worksheets import REPORTS
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.text import clean, one_line
from gartenjahr_tui.words.worksheets import SheetWords as words
from gartenjahr_tui.workbook.values import fitted
from tests.screens.helpers import at_the_desk

from ..conftest import OpenBook

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

GUIDE = read_guide()
STEPS = GUIDE.steps
KINDS = tuple(GUIDE.forms.values())
EVERY_PROMPT = {**GUIDE.prompts, **{p.id: p for kind in KINDS for p in kind.prompts.values()}}
ASKED = {id: prompt for id, prompt in EVERY_PROMPT.items() if not prompt.former}

step = pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)


def report(book: Workbook, id: str, *parts: str, **chosen: str) -> Document:
    kind = next(report for report in REPORTS if report.id == id)
    return compose(kind, Scope(book, chosen), frozenset(parts)).document


def worksheet(book: Workbook, *parts: str, **chosen: str) -> Document:
    return report(book, "arbeitsblatt", *parts, **chosen)


def filled(book: Workbook, form: str, *parts: str) -> Document:
    return worksheet(book, *parts, form=form, fuellung="ausgefuellt")


def texts(blocks: Iterable[Block]) -> list[str]:
    """Everything that is to be read, in its order."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading(text) | Paragraph(text):
                found.append(text)
            case Facts(rows):
                found += [part for row in rows for part in row]
            case Table():
                found += [block.caption, *block.columns, *(c for row in block.rows for c in row)]
            case WritingSpace(_, label, text):
                found += [label, text]
            case TickBoxes():
                found += [block.label, *block.options]
            case ScaleLine():
                found += [block.label, block.low, block.high]
    return found


def asked(document: Document | tuple[Block, ...]) -> list[tuple[str, str]]:
    """Number and question of everything that is asked, in its order."""
    blocks = document.blocks if isinstance(document, Document) else document
    heads = [block.text.split("  ", 1) for block in blocks if isinstance(block, Heading)]
    return [(head[0], head[1]) for head in heads if len(head) == 2]


def expected(prompts: Iterable[Question], prefix: str = "") -> list[tuple[str, str]]:
    known = spots(GUIDE)
    return [(f"{prefix}{known[prompt.id].number}", prompt.asked) for prompt in prompts]


# Every question, once, in its order


@step
def test_a_step_asks_everything_once_in_its_order(book: Workbook, step: Chapter) -> None:
    assert asked(worksheet(book, form=step.id)) == expected(step.questions)


@step
def test_a_section_can_be_taken_alone(book: Workbook, step: Chapter) -> None:
    for section in step.sections:
        if section.questions:
            page = worksheet(book, form=section.id)
            assert asked(page) == expected(section.questions)


@kind
def test_a_card_asks_everything_once_in_its_order(book: Workbook, kind: CardForm) -> None:
    found = asked(worksheet(book, form=kind.id))
    own = [one for one in found if one[0][0].isdigit()]
    every = expected(kind.asked)
    assert list(dict.fromkeys(sorted(own, key=every.index))) == every
    blank = book.cards.blank(kind.id)
    parts = [part for page in kind.sections for part in core_and_more(book, blank, page)]
    fields = [field for part in parts for prompt in part for field in prompt.fields]
    every_field = still_asked(kind.fields.values())
    assert sorted(f.id for f in still_asked(fields)) == sorted(f.id for f in every_field)
    each = {"checkin": "checkup", "overwintering": "wintering"}.get(kind.id)
    looks = GUIDE.forms[each].sections[0].prompts if each else ()
    letter = GUIDE.forms[each].item[0] if each else ""
    said = [one for one in found if one not in own]
    assert list(dict.fromkeys(sorted(said, key=expected(looks, letter).index))) == expected(
        looks, letter
    )


def test_the_looks_of_a_round_stand_where_the_round_asks_them(book: Workbook) -> None:
    numbers = [number for number, _ in asked(worksheet(book, form="checkin"))]
    looks = [number for number in numbers if number.startswith("Q")]
    assert looks
    assert numbers == ["1.1", *looks, *(n for n in numbers if n[0] in "23")]


@step
def test_the_linear_dialogue_asks_in_the_same_order(book: Workbook, step: Chapter) -> None:
    """What is typed in from top to bottom meets its questions one after the other."""
    said = StringIO()
    fields = sum(len(getattr(each, "fields", [each])) for each in step.questions)
    blank = [""] * (fields + 2 * len(step.sections))
    linear.run(book, StringIO("\n".join([str(step.number), *blank]) + "\n"), said)
    heard = " ".join(said.getvalue().split())
    place = 0
    for number, ask in asked(worksheet(book, form=step.id)):
        nth = number.rpartition(".")[2]
        found = re.compile(rf"Frage {nth} von \d+, [^?]*?{re.escape(ask)}").search(heard, place)
        assert found, number
        place = found.end()


@step
def test_the_linear_menu_has_the_numbers_of_the_paper(book: Workbook, step: Chapter) -> None:
    said = StringIO()
    linear.run(book, StringIO(f"menü\n{step.number}\n"), said)
    heard = " ".join(said.getvalue().split())
    assert f"{step.number} {step.title}," in heard
    for block in worksheet(book, form=step.id).blocks:
        if isinstance(block, Heading) and block.level == 1:
            found = re.fullmatch(r".* › \d\.(\d+) (.*)", block.text)
            assert found
            number, title = found.groups()
            assert f" {number} {title}," in heard


@kind
def test_an_opened_card_has_the_numbers_of_the_paper(book: Workbook, kind: CardForm) -> None:
    # Of an event more is asked than of a chance encounter.
    known = {"art": "veranstaltung"} if kind.id == "encounter" else {}
    card = book.cards.plant(book.cards.blank(kind.id, {kind.title: "Probe", **known}))
    for number, ask in asked(worksheet(book, form=kind.id)):
        page, _, nth = number.partition(".")
        if not page.isdigit():
            continue
        said = StringIO()
        lines = ["mehr", page, *[""] * 60]
        console = Console(StringIO("\n".join(lines) + "\n"), said)
        GardenMenus(console, book).open_card(card)
        heard = " ".join(said.getvalue().split())
        head = heard[: heard.rindex("Frage 1 von") if "Frage 1 von" in heard else None]
        assert f" {page} {kind.sections[int(page) - 1].title}," in head
        assert re.search(rf"Frage {nth} von \d+\. [^?]*?{re.escape(ask)}", heard), number


async def test_the_screen_has_the_numbers_of_the_paper(paths: Paths, open_book: OpenBook) -> None:
    step = GUIDE.chapter("ernten")
    async with at_the_desk(paths) as desk:
        await desk.press(str(step.number))
        for number, ask in asked(worksheet(desk.book, form=step.id)):
            own, line, nth = (int(part) for part in number.split("."))
            assert f"{own} {step.title}" in desk.title
            page = await desk.screen.show_page(line - 1)
            view = page.views[nth - 1]
            assert str(view.query_one(".ask").render()) == ask
            # A question that stands alone needs no number.
            head = str(view.query_one(".head").render())
            assert len(page.views) == 1 or f"Frage {nth} von" in head


def test_a_new_question_is_on_paper_at_once(open_book: OpenBook, guide: Guide) -> None:
    """One description, four faces: a question of every kind of field, and nothing else changed."""
    options = (Option("a", "so herum"), Option("b", "anders herum"))
    columns = tuple(
        Field(each.value, each, f"Spalte {each.value}", options)
        for each in FieldKind
        if each is not FieldKind.ENTRIES
    )
    fields = tuple(
        Field(each.value, each, f"Feld {each.value}", options, "wenig", "viel", columns)
        for each in FieldKind
    )
    new = Prompt("boden.neu", "Ganz neu gefragt?", "Nur ein Versuch.", fields, ())
    first, *others = guide.chapters
    boden = next(chapter for chapter in others if chapter.id == "boden")
    section = replace(boden.sections[0], questions=(new, *boden.sections[0].questions))
    changed = replace(boden, sections=(section, *boden.sections[1:]))
    chapters = [first, *(changed if each is boden else each for each in others)]
    book = open_book()
    book.guide = replace(guide, chapters=tuple(chapters))
    page = worksheet(book, form="boden")
    assert asked(page)[0] == ("0.1.1", new.ask)
    shown = "\n".join(texts(page.blocks))
    for label in (f.label for f in (*fields, *columns)):
        assert label in shown


# What stands on the paper


def in_a_table(prompt: Prompt) -> bool:
    """Whether a question is a row of a table, under the heads of its page."""
    return bool(prompt.row and spots(GUIDE)[prompt.id].section.columns)


def test_every_option_is_there() -> None:
    for prompt in ASKED.values():
        shown = "\n".join(texts(sheet([prompt])))
        fields = (f for each in prompt.fields if not each.former for f in (each, *each.columns))
        for field in (field for field in fields if not field.former):
            named = () if in_a_table(prompt) else (field.label,)
            assert all(part in shown for part in (*named, field.low, field.high))
            assert all(option.label in shown for option in field.options), prompt.id


def test_every_field_has_room_to_write() -> None:
    for prompt in ASKED.values():
        blocks = sheet([prompt])
        room = [
            block
            for block in blocks
            if (isinstance(block, WritingSpace) and block.lines)
            or isinstance(block, TickBoxes | ScaleLine)
            or (isinstance(block, Table) and block.tall and not any(block.rows[-1]))
        ]
        if in_a_table(prompt):
            (table,) = (block for block in blocks if isinstance(block, Table))
            assert (len(table.columns), table.tall) == (len(still_asked(prompt.fields)) + 1, True)
            continue
        assert len(room) >= len(still_asked(prompt.fields)), prompt.id


def test_the_place_stands_above_and_the_help_below(book: Workbook) -> None:
    page = texts(worksheet(book, form="saeen").blocks)
    place = page.index("1 Säen › 1.2 Samen im eigenen Haus finden")
    prompt = GUIDE.prompts["saeen.teamgespraech"]
    assert page.index(f"1.2.1  {prompt.ask}") > place
    assert page[page.index(f"1.2.1  {prompt.ask}") + 1] == prompt.help


def test_tables_fit_on_the_paper() -> None:
    """With many columns an entry is written line by line."""
    for large, most in ((False, 4), (True, 3)):
        for prompt in EVERY_PROMPT.values():
            blocks = sheet([prompt], large=large)
            assert all(len(b.columns) <= most for b in blocks if isinstance(b, Table)), prompt.id


def test_days_and_numbers_say_how_they_are_written() -> None:
    shown = texts(sheet([EVERY_PROMPT["harvest.was"]]))
    assert "Wann · TT.MM.JJJJ" in shown
    assert "Kooperation · Name" in shown
    assert "Partner · Name(n)" in texts(sheet([EVERY_PROMPT["harvest.beteiligte"]]))


def test_the_source_stands_at_the_foot(book: Workbook) -> None:
    assert worksheet(book).foot == SOURCE_LINE
    assert report(book, "partnersicht").foot == SOURCE_LINE


def test_large_is_large_and_asks_one_thing_on_a_page(book: Workbook) -> None:
    desk, wall = (worksheet(book, form="boden", groesse=size) for size in ("tisch", "gross"))
    assert (desk.large, wall.large) == (False, True)
    assert PageBreak() not in desk.blocks
    assert asked(desk) == asked(wall)
    pages: list[list[Block]] = [[]]
    for block in wall.blocks:
        pages.append([]) if isinstance(block, PageBreak) else pages[-1].append(block)
    assert [len(asked(tuple(page))) for page in pages] == [0, *(1 for _ in asked(wall))]


# Filled


def test_what_was_answered_stands_on_the_filled_sheet(book: Workbook) -> None:
    book.put(GUIDE.prompts["boden.vorteile"], {"text": "Wir teilen\n=1+1 [b]"}, left=True)
    field = GUIDE.prompts["boden.wuensche"].fields[0]
    book.put(GUIDE.prompts["boden.wuensche"], {field.id: [field.options[1].id]}, left=True)
    page = filled(book, "boden")
    space = next(b for b in page.blocks if isinstance(b, WritingSpace) and "Wir teilen" in b.text)
    assert space.text == "Wir teilen\n=1+1 [b]"
    assert space.lines > 0
    boxes = next(b for b in page.blocks if isinstance(b, TickBoxes) and not b.only_one)
    assert boxes.ticked == {1}
    assert book.voice.name in page.subtitle
    assert "Wir teilen" not in "\n".join(texts(worksheet(book, form="boden").blocks))


def test_a_filled_sheet_is_of_one_year_and_one_voice(book: Workbook) -> None:
    prompt = GUIDE.prompts["boden.vorteile"]
    book.put(prompt, {"text": "von mir"}, left=True)
    book.add_voice("Testine Probe")
    book.put(prompt, {"text": "von der anderen"}, left=True)
    shown = "\n".join(texts(filled(book, "boden").blocks))
    assert "von der anderen" in shown
    assert "von mir" not in shown
    chosen = {"form": "boden", "fuellung": "ausgefuellt", "jahr": "2020"}
    assert "von der anderen" not in "\n".join(texts(worksheet(book, **chosen).blocks))


def test_a_card_stands_on_its_sheet(book: Workbook) -> None:
    partner = book.cards.add("partner", {"name": "Verein Musterblatt"})
    card = book.cards.add(
        "partnership",
        {
            "titel": "Leseclub",
            "partner": [partner.id],
            "rollen": [{"aufgabe": "Raum", "wer": "gemeinsam", "bis": "2026-12-24"}],
            "entscheidungen": [{"am": "2026-11-01", "weg": "ausbauen"}],
        },
    )
    page = filled(book, card.id)
    assert page.title.endswith("Kooperation: Leseclub")
    shown = texts(page.blocks)
    assert "Verein Musterblatt" in shown
    table = next(b for b in page.blocks if isinstance(b, Table) and b.caption == "Aufgaben")
    assert table.rows[0] == ("Raum", "gemeinsam", "", "24.12.2026")
    assert table.rows[-1] == ("",) * 4
    assert any(
        isinstance(b, Table) and ("01.11.2026", "ausbauen", "", "") in b.rows for b in page.blocks
    )
    now = [prompt for page in CardSheet(book, card).sections for prompt in page.prompts]
    assert "partnership.abschied" not in [prompt.id for prompt in now]
    assert asked(page) == expected(now)


def test_a_blank_sheet_may_belong_to_a_card(book: Workbook) -> None:
    card = book.cards.add("partnership", {"titel": "Leseclub", "ziele": "Lesen lernen"})
    page = worksheet(book, form=card.id)
    assert "Leseclub" in page.title
    assert "Lesen lernen" not in texts(page.blocks)


def test_a_check_in_comes_with_its_looks(book: Workbook) -> None:
    cards = book.cards
    club = cards.add("partnership", {"titel": "Leseclub"})
    round = cards.add("checkin", {"titel": "Herbst", "freude": "Es blüht"})
    links = {"runde": [round.id], "kooperation": [club.id]}
    cards.add("checkup", {"titel": "Herbst – Leseclub", "gut": "Das Vorlesen", **links})
    page = filled(book, round.id)
    shown = texts(page.blocks)
    assert "Das Vorlesen" in shown
    assert "Es blüht" in shown
    assert "Quartalsblick Q: Herbst – Leseclub" in shown


def test_what_was_set_aside_is_said(book: Workbook) -> None:
    from gartenjahr_tui.workbook.states import AnswerState

    book.mark(GUIDE.prompts["boden.vorteile"], AnswerState.NOT_HERE)
    assert words.NOT_HERE in "\n".join(texts(filled(book, "boden").blocks))


# What is guarded


def fill(book: Workbook) -> None:
    """Answer every text of the guide with its own id."""
    for prompt in GUIDE.prompts.values():
        text = {f.id: f"Antwort {prompt.id}." for f in prompt.fields if f.kind is FieldKind.TEXT}
        rows = {
            f.id: [{f.columns[0].id: f"Antwort {prompt.id}."}]
            for f in prompt.fields
            if f.kind is FieldKind.ENTRIES
        }
        book.put(prompt, {**text, **rows}, left=True)


@step
def test_nothing_guarded_is_on_paper_unless_asked_for(book: Workbook, step: Chapter) -> None:
    fill(book)
    page = filled(book, step.id)
    shown = "\n".join(texts(page.blocks))
    told = "\n".join(texts(filled(book, step.id, "vertrauliches").blocks))
    for prompt in step.prompts:
        answer = f"Antwort {prompt.id}."
        if answer in told:
            assert (answer in shown) is not prompt.guarded, prompt.id
    guarded = [prompt for prompt in step.prompts if prompt.guarded]
    assert all(f"Antwort {prompt.id}." in told for prompt in guarded)
    on_cards = [q for q in step.questions if isinstance(q, OnCards)]
    kept_back = [q for q in on_cards if is_guarded(GUIDE.forms[q.kind], q)]
    assert shown.count(words.WITHHELD) == len(guarded) + len(kept_back)


def test_on_paper_each_living_card_has_a_line_and_there_is_room_for_others(book: Workbook) -> None:
    open_one = book.cards.add("partnership", {"titel": "Lesegarten"})
    book.cards.note(open_one.id, "transparenz_b", "teils", "Zeit fehlt")
    book.cards.note(open_one.id, "transparenz_c", "nein", "Streit ums Geld")
    ended = book.cards.add("partnership", {"titel": "Bücherkiste"})
    book.cards.note(ended.id, "entscheidungen", "beenden")

    def lines(page: Document, id: str) -> list[tuple[str, ...]]:
        ask = f"{spots(GUIDE)[id].number}  {GUIDE.on_cards[id].ask}"
        blocks = iter(page.blocks)
        next(b for b in blocks if isinstance(b, Heading) and b.text == ask)
        table = next(b for b in blocks if isinstance(b, Table))
        return [row for row in table.rows if any(row)]

    blank = worksheet(book, form="pflegen.transparenz")
    assert lines(blank, "pflegen.ressourcen") == [("Lesegarten", "")]
    page = filled(book, "pflegen.transparenz")
    assert lines(page, "pflegen.ressourcen") == [("Lesegarten", "teils")]
    assert lines(page, "pflegen.vertrauen") == [("Lesegarten", "")]
    assert "Streit" not in "\n".join(texts(page.blocks))


def test_without_a_card_there_are_empty_lines(book: Workbook) -> None:
    table = next(
        block
        for block in worksheet(book, form="pflegen.transparenz").blocks
        if isinstance(block, Table)
    )
    assert table.columns == ("Kooperation", "Antwort")
    assert table.rows and not any(any(row) for row in table.rows)


@step
def test_a_blank_sheet_marks_what_is_guarded(book: Workbook, step: Chapter) -> None:
    page = texts(worksheet(book, "vertrauliches", form=step.id).blocks)
    for prompt in step.prompts:
        if prompt.personal or prompt.confidential:
            number = spots(GUIDE)[prompt.id].number
            assert "vertraulich" in page[page.index(f"{number}  {prompt.asked}") + 1]
    assert not any("Beiblatt" in text for text in page)


def test_the_guarded_answers_have_a_sheet_of_their_own(book: Workbook) -> None:
    card = book.cards.add(
        "partner", {"name": "Verein Musterblatt", "vertrauen": 2, "vertrauen_notiz": "noch scheu"}
    )
    assert "noch scheu" not in texts(filled(book, card.id).blocks)
    page = filled(book, card.id, "vertrauliches")
    told = texts(page.blocks)
    assert told.index("noch scheu") > told.index(
        "Beiblatt mit vertraulichen und persönlichen Antworten"
    )
    scales = [block.value for block in page.blocks if isinstance(block, ScaleLine)]
    assert scales == [2]


def test_a_confidential_card_is_not_named(book: Workbook) -> None:
    card = book.cards.add("encouragement", {"wem": "T. Geheim", "warum": "zu viel"})
    forms = REPORTS[0].asks[0].options(book)
    assert not any("Geheim" in option.label for option in forms)
    page = filled(book, card.id)
    assert "Geheim" not in "\n".join([page.title, page.subtitle, *texts(page.blocks)])
    assert "T. Geheim" in texts(filled(book, card.id, "vertrauliches").blocks)


# Choosing


def test_the_forms_to_choose_from_are_all_forms_and_all_cards(book: Workbook) -> None:
    card = book.cards.add("seed", {"titel": "Lesebank"})
    ids = [option.id for option in REPORTS[0].asks[0].options(book)]
    assert len(ids) == len(set(ids))
    assert {*(s.id for s in STEPS), *GUIDE.forms, card.id} <= set(ids)
    labels = {option.id: option.label for option in REPORTS[0].asks[0].options(book)}
    assert labels[card.id] == "Samenkorn: Lesebank"
    for id in ids:
        assert asked(worksheet(book, form=id))


def test_an_empty_garden_gives_blank_sheets(book: Workbook) -> None:
    for kind in REPORTS:
        chosen = {ask.id: options[0].id for ask in kind.asks if (options := ask.options(book))}
        assert compose(kind, Scope(book, chosen), frozenset()).document.blocks


# Chosen questions, as for a packet


def test_chosen_questions_keep_their_numbers_and_places() -> None:
    chosen = [EVERY_PROMPT[id] for id in ("boden.vorteile", "ruhen.kuenftig", "partnership.laeuft")]
    blocks = sheet(chosen, "Bitte um Ihre Sicht", {"boden.vorteile": {"text": "schon da"}})
    assert blocks[0] == Heading("Bitte um Ihre Sicht")
    assert asked(blocks) == expected(chosen)
    assert "schon da" in texts(blocks)
    assert "Kooperation › 6 Offen darüber reden" in texts(blocks)


def test_a_question_nobody_knows_is_asked_all_the_same() -> None:
    prompt = Prompt("fremd.frage", "Und sonst?", "", (Field("text", FieldKind.TEXT),), ())
    assert "Und sonst?" in texts(sheet([prompt]))


def test_headings_go_down_one_level_at_a_time(book: Workbook) -> None:
    card = book.cards.add("partner", {"name": "Verein Musterblatt", "vertrauen": 2})
    pages = [
        worksheet(book, form="saeen"),
        worksheet(book, form="checkin"),
        filled(book, card.id, "vertrauliches"),
        report(book, "partnersicht", "rueckweg"),
    ]
    for page in pages:
        before = 0
        for block in page.blocks:
            if isinstance(block, Heading):
                assert 1 <= block.level <= min(before + 1, 3)
                before = block.level


said = st.text(max_size=30).map(clean)
odd = st.one_of(
    st.none(),
    said,
    st.integers(-3, 9),
    st.lists(said, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(["am", "was", "notiz"]), said), max_size=2),
)


@given(prompt=st.sampled_from(list(EVERY_PROMPT.values())), data=st.data())
def test_whatever_stands_in_a_field_is_on_paper(prompt: Prompt, data: st.DataObject) -> None:
    """Values of any kind, also those of a time when the field was another one."""
    value = {field.id: data.draw(odd, label=field.id) for field in prompt.fields}
    large = data.draw(st.booleans())
    blocks = sheet([prompt], values={prompt.id: fitted(prompt.fields, value)}, large=large)
    shown = one_line(" ".join(texts(blocks)))
    assert prompt.former or asked(blocks) == expected([prompt])
    for field in prompt.fields:
        part = value[field.id]
        if isinstance(part, str) and field.kind is not FieldKind.DATE:
            assert one_line(part) in shown


@given(part=st.sampled_from(range(1, 6)), prompt=st.sampled_from(list(ASKED.values())))
def test_what_was_marked_is_marked_on_paper(part: int, prompt: Prompt) -> None:
    for field in (field for field in prompt.fields if not field.former):
        if field.kind is FieldKind.SCALE:
            blocks = sheet([prompt], values={prompt.id: {field.id: part}})
            assert part in [block.value for block in blocks if isinstance(block, ScaleLine)]
        elif field.kind in (FieldKind.CHOICE, FieldKind.CHECKS):
            option = field.options[part % len(field.options)]
            chosen = option.id if field.kind is FieldKind.CHOICE else [option.id]
            blocks = sheet([prompt], values={prompt.id: {field.id: chosen}})
            assert any(
                [block.options[n] for n in block.ticked] == [option.label]
                for block in blocks
                if isinstance(block, TickBoxes)
            )


# The other side


@pytest.mark.parametrize("view", read_views(), ids=lambda view: view.id)
def test_partners_and_users_get_a_sheet_of_their_own(book: Workbook, view: Any) -> None:
    card = book.cards.add("partnership", {"titel": "Leseclub", "ziele": "nur für uns"})
    page = report(book, "partnersicht", sicht=view.id, ueber=card.id)
    assert page.title == view.title
    shown = "\n".join(texts(page.blocks))
    assert "Leseclub" in shown
    assert "nur für uns" not in shown
    asks = [b.text for b in page.blocks if isinstance(b, Heading)]
    assert asks == [f"{n}.  {q.prompt.ask}" for n, q in enumerate(view.questions, 1)]
    for inner in ("Samenkorn", "Check-in", "Setzling", "Ernte", "Kooperationsstand", "Phase"):
        assert inner not in shown


@pytest.mark.parametrize("view", read_views(), ids=lambda view: view.id)
def test_the_way_back_leads_to_questions_of_the_program(book: Workbook, view: Any) -> None:
    page = report(book, "partnersicht", "rueckweg", sicht=view.id)
    table = next(block for block in page.blocks if isinstance(block, Table))
    numbers = [row[0] for row in table.rows]
    assert sorted(numbers, key=int) == numbers
    assert {int(n) for n in numbers} == set(range(1, len(view.questions) + 1))
    known = spots(GUIDE)
    assert [row[1] for row in table.rows] == [
        known[id].number for question in view.questions for id in question.into
    ]
    assert all(set(q.prompt.quelle) <= set(ELEMENTS) for q in view.questions)


def test_partners_are_asked_in_the_order_of_the_forms() -> None:
    """Their answers are typed in from top to bottom without turning back."""
    order = [*GUIDE.forms["partnership"].prompts, *GUIDE.prompts]
    partner = read_views()[0]
    places = [order.index(id) for question in partner.questions for id in question.into]
    assert places == sorted(places)


def test_what_others_say_never_becomes_the_present_state_of_the_team() -> None:
    """It is typed in as a voice of its own, and not into a history whose latest entry counts."""
    for view in read_views():
        for question in view.questions:
            target = ASKED[question.into[0]]
            assert not any(field.current for field in target.fields), target.id
