"""The menu, the keys, the key bar, the colours."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest
from textual import actions
from textual.binding import BindingsMap
from textual.color import Color
from textual.dom import DOMNode
from textual.screen import Screen
from textual.theme import Theme

import gartenjahr_tui.widgets
import screens
from gartenjahr_tui import themes
from gartenjahr_tui.app import GartenjahrApp
from gartenjahr_tui.garden.targets import Page, ToGuide
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.chrome import BookScreen, KeyBar
from gartenjahr_tui.widgets.commands import COMMANDS, Command, command, offered
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.widgets.going import Go
from screens.garten import GartenScreen
from screens.jahre import YearsScreen
from screens.menue import MenuScreen
from tests.screens.helpers import SMALL, Desk, at_the_desk


async def everywhere(desk: Desk, prompt: Prompt) -> AsyncIterator[str]:
    """Goes from one kind of screen to another."""
    await desk.do("app.home")
    yield "garden"
    await desk.open(prompt.id)
    yield "question"
    await desk.do("app.about")
    yield "about"
    await desk.go(ToGuide("glossar"))
    yield "guide"


# The menu


async def test_the_menu_finds_and_runs(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("f10")
        await desk.type("ernten")
        assert "3 Ernten" in desk.text
        assert "1 Säen" not in desk.text
        await desk.press("enter")
        assert "3 Ernten" in desk.title


async def test_the_menu_finds_words_in_any_order_and_says_when_there_is_nothing(
    paths: Paths,
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("f10")
        await desk.type("sofort sichern")
        assert "Jetzt sichern" in desk.text
        await desk.type("xyz")
        assert "Dazu gibt es keinen Eintrag" in desk.text
        await desk.press("enter")
        assert isinstance(desk.screen, MenuScreen)
        await desk.press("f10")
        assert isinstance(desk.screen, GartenScreen)


async def test_the_menu_lists_every_key(paths: Paths) -> None:
    async with at_the_desk(paths, size=(100, 60)) as desk:
        await desk.press("f10")
        desk.screen.query_one("OptionList").styles.max_height = 60
        await desk.settle()
        lines = desk.text.splitlines()
        for item in offered(["app"]):
            line = next(line for line in lines if item.title in line)
            assert not item.key or item.key_name in line


async def test_the_menu_does_what_a_list_of_entries_can(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open("saeen.papiere")
        await desk.menu("neuer eintrag")
        await desk.type("Haushalt")
        await desk.press("escape")
        assert "1. Haushalt" in desk.text
        await desk.menu("eintrag löschen")
        assert "1. Haushalt" not in desk.text


async def test_every_menu_entry_does_something_everywhere(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        async for place in everywhere(desk, prompt):
            for item in offered(desk.screen.offers):
                target, _, name = item.action.rpartition(".")
                node = desk.app if target.startswith("app") else desk.screen
                method = name.partition("(")[0]
                if "(" in item.action and "." in item.action.partition("(")[2]:
                    method = item.action.partition("(")[0].rpartition(".")[2]
                assert hasattr(node, f"action_{method}"), (place, item)


# Colours


async def test_the_colours_are_remembered(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        assert desk.app.theme == themes.DARK.name
        await desk.menu("farben")
        assert desk.app.theme == themes.LIGHT.name
        assert "Farben: hell" in desk.said
    async with at_the_desk(paths) as desk:
        assert desk.app.theme == themes.LIGHT.name


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_words_can_be_read_in_every_theme(theme: Theme) -> None:
    words = [theme.foreground, theme.primary, theme.secondary, theme.accent, theme.warning]
    for name in (*words, theme.error, theme.variables["text-muted"]):
        for ground in (theme.background, theme.surface):
            assert contrast(Color.parse(name or ""), Color.parse(ground or "")) >= 4.5, name


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_frames_and_bars_are_seen_in_every_theme(theme: Theme) -> None:
    grounds = [theme.background, theme.surface]
    for name in ("border", "border-blurred", "scrollbar", "scrollbar-hover", "scrollbar-active"):
        for ground in grounds:
            frame = Color.parse(theme.variables[name])
            assert contrast(frame, Color.parse(ground or "")) >= 3, (name, ground)


FRAME = re.compile("[│─┌┐└┘▌▐]+")

PLACES = {
    "garden": "app.home",
    "outline": "app.step('saeen')",
    "lists": "app.step('partner')",
    "menu": "app.menu",
    "voices": "app.voices",
    "due": "app.due",
    "encounter": "app.quick('encounter')",
    "setup": "app.setup",
    "reports": "app.reports",
    "search": "app.search",
}


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
async def test_every_word_and_frame_on_the_screen_stands_out(paths: Paths, theme: Theme) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partner", {"name": "Kita Süd"})
        desk.app.theme = theme.name
        await desk.open("boden.wichtigkeit")
        weak = weak_places(desk, "question")
        for name, action in PLACES.items():
            await desk.do("app.home")
            await desk.do(action)
            weak |= weak_places(desk, name)
        assert weak == set()


def weak_places(desk: Desk, name: str) -> set[tuple[str, str, float]]:
    """What does not stand out on the screen: words below 4.5 to 1, frames below 3."""
    found = set()
    for strip in desk.screen._compositor.render_strips():
        for text, style, _ in strip:
            is_frame = FRAME.fullmatch(text.strip()) is not None
            if not (style and style.color and style.bgcolor) or not text.strip():
                continue
            if not (is_frame or re.search(r"\w", text)):
                continue
            ratio = contrast(*map(Color.from_rich_color, (style.color, style.bgcolor)))
            if ratio < (3 if is_frame else 4.5):
                found.add((name, text.strip(), round(ratio, 2)))
    return found


def contrast(one: Color, other: Color) -> float:
    """Contrast as WCAG 2 defines it."""

    def light(color: Color) -> float:
        parts = color.normalized
        r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return float(0.2126 * r + 0.7152 * g + 0.0722 * b)

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


# Keys in dialogs

DIALOGS = [
    *("app.years", "app.voices", "app.menu", "app.due", "app.log", "app.views"),
    *("app.packet", "app.quick('harvest')", "app.quick('encounter')"),
]
"""Actions that open one."""


async def test_digits_do_not_act_behind_a_dialog(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        for dialog in ("app.years", "app.voices", "app.menu"):
            await desk.do(dialog)
            top = desk.screen
            await desk.press("1", "2")
            assert desk.screen is top
            await desk.press("escape")
            assert isinstance(desk.screen, GartenScreen)


@pytest.mark.parametrize("key", ["f2", "escape"])
@pytest.mark.parametrize("dialog", DIALOGS)
async def test_f2_and_escape_lead_from_every_dialog_to_the_garden(
    paths: Paths, key: str, dialog: str
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("1")
        await desk.do(dialog)
        assert isinstance(desk.screen, Dialog), desk.text
        await desk.press(key, *(["f2"] if key == "escape" else []))
        assert isinstance(desk.screen, GartenScreen)


async def test_back_more_often_than_there_are_screens_leads_to_the_garden(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("1")
        for _ in range(3):
            desk.app.post_message(Go(Page.BACK))
        await desk.settle()
        assert isinstance(desk.screen, GartenScreen)
        assert not desk.said


async def test_f2_leads_from_one_dialog_upon_another_to_the_garden(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("3")
        await desk.do("app.years")
        await desk.do("app.quick('harvest')")
        await desk.type("Lesefest")
        await desk.press("f2")
        assert isinstance(desk.screen, GartenScreen)
        assert [card.value["titel"] for card in desk.book.cards.of("harvest")] == ["Lesefest"]


async def test_saving_works_in_a_dialog(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.do("app.years")
        await desk.press("ctrl+s")
        await desk.until(lambda: any("Gesichert um" in sentence for sentence in desk.said))
        assert isinstance(desk.screen, YearsScreen)


@pytest.mark.parametrize("dialog", ["app.years", "app.voices", "app.menu"])
async def test_quitting_works_in_a_dialog(paths: Paths, dialog: str) -> None:
    async with at_the_desk(paths) as desk:
        await desk.do(dialog)
        await desk.pilot.press("ctrl+q")
        await desk.until(lambda: desk.app._exit)
        assert desk.app.return_code == 0


async def test_digits_in_a_text_are_text(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("2026: 01234 nbj")
        assert desk.prompt == prompt.id
        assert desk.focused.text == "2026: 01234 nbj"


# The key bar


def all_screens() -> list[type[Screen[object]]]:
    found = []
    for path in Path(screens.__path__[0]).glob("*.py"):
        module = import_module(f"screens.{path.stem}")
        found += [c for c in vars(module).values() if isinstance(c, type) and issubclass(c, Screen)]
    return sorted(set(found), key=lambda c: c.__name__)


@pytest.mark.parametrize("screen", all_screens(), ids=lambda c: c.__name__)
def test_the_key_bar_has_few_entries_and_they_fit(screen: type[Screen[object]]) -> None:
    ids = getattr(screen, "KEYS", ())
    assert len(ids) <= 6
    assert all(command(id).footer for id in ids)
    words = sum(len(command(id).key_name) + 1 + len(command(id).footer) for id in ids)
    assert words + 3 * max(0, len(ids) - 1) <= SMALL[0] - 2


async def test_every_key_in_the_bar_acts(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        async for _ in everywhere(desk, prompt):
            assert isinstance(desk.screen, BookScreen)
            keys = {key for _, bindings in desk.screen._binding_chain for key, _ in bindings}
            assert {command(id).key.split(",")[0] for id in desk.screen.KEYS} <= keys


async def test_the_bar_can_be_clicked(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.go(ToGuide("glossar"))
        x = desk.text.splitlines()[-1].index("F2")
        await desk.pilot.click(KeyBar, offset=(x, 0))
        await desk.settle()
        assert isinstance(desk.screen, GartenScreen)


async def test_the_bar_is_whole_in_a_narrow_window(paths: Paths) -> None:
    async with at_the_desk(paths, size=(60, 20)) as desk:
        await desk.press("1")
        assert "F10 Menü" in desk.text.splitlines()[-1]


# Keys on a German keyboard

SAFE = re.compile(r"[a-z0-9]|f[1-4]|f[89]|f10|escape|enter|space|tab|delete|up|down|left|right")
EXTRA = {"question_mark", "ctrl+p", "ctrl+q", "ctrl+s"}
WALKING = {"up", "down", "left", "right", "enter", "space", "tab", "escape"}
WALKING |= {"pageup", "pagedown", "home", "end"}


def test_every_command_has_a_key_a_german_keyboard_can_type() -> None:
    for item in COMMANDS:
        for key in filter(None, item.key.split(",")):
            assert SAFE.fullmatch(key) or key in EXTRA, item


def our_classes() -> list[type[DOMNode]]:
    packages = (screens.__path__[0], gartenjahr_tui.widgets.__path__[0])
    found: set[type[DOMNode]] = {GartenjahrApp}
    for folder, package in zip(packages, ("screens", "gartenjahr_tui.widgets"), strict=True):
        for path in Path(folder).glob("*.py"):
            module = import_module(f"{package}.{path.stem}")
            found |= {
                c
                for c in vars(module).values()
                if isinstance(c, type)
                and issubclass(c, DOMNode)
                and c.__module__ == module.__name__
            }
    return sorted(found, key=lambda c: c.__name__)


@pytest.mark.parametrize("item", COMMANDS, ids=lambda item: item.id)
def test_every_command_leads_to_something_that_takes_its_words(item: Command) -> None:
    namespace, name, words = actions.parse(item.action)
    owners = [GartenjahrApp] if namespace == "app" else our_classes()
    methods = [method for owner in owners if (method := getattr(owner, f"action_{name}", None))]
    assert methods
    for method in methods:
        signature(method).bind(None, *words)


@pytest.mark.parametrize("owner", our_classes(), ids=lambda c: c.__name__)
def test_every_key_stands_among_the_commands(owner: type[DOMNode]) -> None:
    known = {key for item in COMMANDS for key in item.key.split(",")}
    own = BindingsMap(vars(owner).get("BINDINGS", ()))
    keys = set(own.key_to_bindings)
    assert keys <= known | WALKING


# Without colours


async def test_focus_is_seen_without_colours(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_the_desk(paths) as desk:
        assert desk.app.no_color
        for id in (
            *("boden.einwand", "boden.wichtigkeit", "boden.wuensche", "saeen.papiere"),
            *("saeen.einstehen", "saeen.buendnis"),
        ):
            await desk.open(id)
            assert reversed_text(desk), id
        await desk.press("escape")
        assert reversed_text(desk)
        await desk.press("f4")
        for place in ("app.home", "app.years", "app.menu"):
            await desk.do(place)
            assert reversed_text(desk), place
            await desk.press("escape")
        await desk.go(ToGuide("ernten.feiern"))
        await desk.press("f")
        assert reversed_text(desk)


def reversed_text(desk: Desk) -> str:
    """What is painted reversed; without colours that is where the cursor is."""
    strips = desk.screen._compositor.render_strips()
    return "".join(s.text for strip in strips for s in strip if s.style and s.style.reverse)
