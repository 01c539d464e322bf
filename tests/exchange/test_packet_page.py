"""A packet as a page: somebody answers in the browser, and it comes back as their own voice."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from gartenjahr_tui.exchange import packet, packet_page
from gartenjahr_tui.exchange.packet import Packet, PacketQuestion, PacketUnfit, may_ask
from gartenjahr_tui.exchange.packet_merge import merge
from gartenjahr_tui.exchange.packet_page import Asking
from gartenjahr_tui.guide.model import FieldKind, Guide
from gartenjahr_tui.workbook.book import Workbook
from tests.browser import Browser, axe, chromium
from tests.exchange.test_packet import SCALE, answer_of

HOSTILE = "</script><script>alert(1)</script><!-- \u2028 ]]> &lt; \"'><img src=x onerror=alert(1)>"

CARD_QUESTIONS = (
    *("partnership.dauer", "partnership.stunden", "partnership.merkmale", "partnership.stimmen"),
)
"""A choice and days, a number, checks, a list."""


@pytest.fixture
def blank(book: Workbook) -> Packet:
    """A packet with every kind of field that others can be asked for."""
    book.set_profile(replace(book.profile, library=f"Bücherei {HOSTILE}"))
    card = book.cards.add("partnership", {"titel": HOSTILE})
    questions = [PacketQuestion("ruhen.zusammenarbeit"), PacketQuestion(SCALE)]
    questions += [PacketQuestion(id, card.id, packet.name(HOSTILE)) for id in CARD_QUESTIONS]
    return packet.make(book, questions, HOSTILE)


@pytest.fixture
def page(book: Workbook, blank: Packet, tmp_path: Path) -> Path:
    file = tmp_path / "fragen.html"
    asking = Asking("15. Januar", HOSTILE)
    file.write_bytes(packet_page.as_page(book.guide, blank, "fragen", asking))
    return file


class Seen(HTMLParser):
    """What a browser makes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        # Within a script nothing is told of but its text.
        if self.cdata_elem == "script":
            self.scripts[-1] += data


def test_what_somebody_typed_stays_text_on_the_page(page: Path, blank: Packet) -> None:
    source = page.read_text("utf-8")
    seen = Seen(source)
    tags = [tag for tag, _ in seen.tags]
    assert tags.count("script") == 2
    assert not {"img", "b", "iframe", "link"} & set(tags)
    assert not [name for _, attrs in seen.tags for name in attrs if name.startswith("on")]
    assert "\u2028" not in source
    data = json.loads(seen.scripts[0])
    assert data["paket"]["bibliothek"] == blank.library
    assert {*data["paket"]} | {"pruefsumme"} == {*json.loads(packet.as_bytes(blank))}


def test_the_page_may_run_its_own_script_and_load_nothing(page: Path) -> None:
    source = page.read_text("utf-8")
    policy = next(a["content"] for _, a in Seen(source).tags if "http-equiv" in a)
    assert policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inner = re.search(f"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert inner
        digest = base64.b64encode(sha256(inner[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    names = {name for _, attrs in Seen(source).tags for name in attrs}
    assert not names & {"src", "href", "action", "style", "srcdoc"}
    assert "http" not in source.replace("http-equiv", "")


def test_every_question_that_may_be_asked_has_its_place_on_a_page(
    book: Workbook, guide: Guide
) -> None:
    card = book.cards.add("partnership", {"titel": "Lesegarten"})
    questions = [PacketQuestion(p.id) for p in guide.prompts.values() if may_ask(p)]
    form = guide.forms["partnership"].prompts.values()
    questions += [PacketQuestion(p.id, card.id, "Lesegarten") for p in form if may_ask(p)]
    made = packet.make(book, questions)
    seen = Seen(packet_page.as_page(guide, made, "alle").decode())
    assert sum("data-frage" in attrs for _, attrs in seen.tags) == len(questions)
    kinds = {attrs["data-art"] for _, attrs in seen.tags if "data-art" in attrs}
    assert kinds == {*map(str, FieldKind)} - {"cards"}


def test_the_page_itself_is_no_answer_and_that_is_said(page: Path) -> None:
    with pytest.raises(PacketUnfit, match="Seite mit den Fragen"):
        packet.read(page)


# In a browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("geladen")) as found:
        yield found


def saved(browser: Browser) -> Packet:
    """What „Antworten speichern“ has put into the downloads."""
    browser.until("document.getElementById('meldung').textContent.startsWith('Gespeichert')")
    file = browser.downloaded("fragen.gartenpaket.json")
    found = packet.read(file)
    file.unlink()
    return found


def test_who_has_only_the_keyboard_answers_everything_and_it_is_their_voice(
    browser: Browser, page: Path, book: Workbook
) -> None:
    browser.size(1200, 900)
    browser.open(page)
    typed = f'Äpfel für alle\u2028 \U0001f34e \\ " {HOSTILE}'
    places: list[str] = []
    for _ in range(120):
        browser.press("tab")
        here: dict[str, Any] = browser.run(
            "const e = document.activeElement, f = e.closest('[data-feld]');"
            "return {id: e.id || e.className, kind: e.type, art: f ? f.dataset.art : '',"
            " feld: f ? f.dataset.feld : ''}"
        )
        places.append(here["id"] or here["feld"])
        if here["id"] == "speichern":
            break
        if here["id"] == "von":
            browser.press("Kita")
        elif here["art"] == "date":
            browser.press("3.2.2027" if here["feld"] == "beginn" else "im Mai")
        elif here["art"] == "number":
            browser.press("1,5")
        elif here["art"] in ("line", "text"):
            browser.press(typed)
        elif here["kind"] == "radio":
            browser.press("down")  # from „keine Angabe“ around to the first one
        elif here["kind"] == "checkbox":
            browser.press("space")
    assert places[0] == "von"
    assert places[-1] == "speichern"
    browser.press("enter")
    merge(book, saved(browser), "Kita")
    clean_text = typed.replace("\u2028", "\n")
    assert answer_of(book, "Kita", "ruhen.zusammenarbeit").value == {"text": clean_text}
    assert answer_of(book, "Kita", SCALE).value == {"scale": 1, "notiz": clean_text}
    (card,) = book.cards.of("partnership")

    def said(id: str) -> dict[str, Any]:
        return answer_of(book, "Kita", id, card.id).value

    assert (said("partnership.dauer")["beginn"], said("partnership.dauer")["ende"]) == (
        *("2027-02-03", "im Mai"),
    )
    assert said("partnership.stunden") == {"stunden": 1.5}
    assert len(said("partnership.merkmale")["kriterien"]) == 11
    (voice,) = said("partnership.stimmen")["stimmen"]
    assert (voice["stimme"], voice["kritisch"]) == (clean_text, "ja")


def test_what_was_typed_is_there_again_and_a_later_answer_is_later(
    browser: Browser, page: Path
) -> None:
    browser.size(1200, 900)
    browser.open(page)
    assert "merkt sich auf diesem Gerät" in browser.run(
        "return document.getElementById('behalten').textContent"
    )
    browser.click("button", "Antworten speichern")
    browser.until("document.getElementById('meldung').textContent.includes('keine Antwort')")
    browser.click("[data-frage='1'] textarea")
    browser.press("eins")
    browser.click("button", "Stimme hinzufügen")
    browser.press("zwei")
    browser.open(page)
    browser.click("button", "Antworten speichern")
    first = saved(browser)
    assert [given.value for given in first.answers.values()] == [
        {"text": "eins"},
        {"stimmen": [{"am": "zwei"}]},
    ]
    browser.click("[data-frage='1'] textarea")
    browser.press("!")
    browser.click("button", "Stimme 1 entfernen")
    browser.click("button", "Antworten speichern")
    second = saved(browser)
    ((key, given),) = second.answers.items()
    assert given.at > first.answers[key].at
    browser.click("button", "Alles auf dieser Seite löschen")
    browser.accept()
    browser.open(page)
    assert browser.run("return document.querySelector('textarea').value") == ""


def test_where_the_browser_keeps_nothing_that_is_said_and_the_file_brings_it_back(
    browser: Browser, page: Path
) -> None:
    browser.open(page)
    browser.without_storage()
    browser.open(page)
    assert "merkt sich hier nicht" in browser.run(
        "return document.getElementById('behalten').textContent"
    )
    browser.click("[data-frage='1'] textarea")
    browser.press("eins")
    browser.click("button", "Antworten speichern")
    browser.until("document.getElementById('meldung').textContent.startsWith('Gespeichert')")
    file = browser.downloaded("fragen.gartenpaket.json")
    browser.open(page)
    browser.choose_file("#oeffnen", page)
    browser.until("document.getElementById('meldung').textContent.includes('keine Antworten')")
    browser.choose_file("#oeffnen", file)
    browser.until("document.querySelector('textarea').value === 'eins'")
    browser.click("button", "Antworten speichern")
    again = saved(browser)
    assert [given.value for given in again.answers.values()] == [{"text": "eins"}]


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (320, False), (320, True)])
def test_nobody_is_shut_out_from_the_page(
    browser: Browser, page: Path, width: int, dark: bool
) -> None:
    source = axe()
    browser.size(width, 700, dark=dark)
    browser.open(page)
    browser.run(source)
    found = browser.run_async(
        "axe.run().then(r => arguments[0](r.violations.map(v => v.id + ' ' + v.nodes[0].html)))"
    )
    assert found == []
    # 320 pixels are also 1280 at four times the size (WCAG 1.4.10).
    assert browser.run("return document.documentElement.scrollWidth") <= width
