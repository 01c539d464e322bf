"""Private names of Textual: each is listed, and a new version that lacks one is told at once."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message_pump import MessagePump

from gartenjahr_tui.terminal.private_names import PRIVATE_NAMES, PrivateName

ROOT = Path(__file__).parents[2]
LISTED = {private.name for private in PRIVATE_NAMES}
FILES = [
    *(ROOT / "screens").glob("*.py"),
    *(ROOT / "gartenjahr_tui/widgets").glob("*.py"),
    *(ROOT / "gartenjahr_tui/terminal").glob("*.py"),
    ROOT / "gartenjahr_tui/app.py",
]


@pytest.mark.parametrize("private", PRIVATE_NAMES, ids=lambda private: private.name)
def test_textual_still_has_it(private: PrivateName) -> None:
    module, _, owner = private.owner.partition(":")
    if sys.platform == "win32" and "linux" in module:
        pytest.skip("Windows cannot import it")
    spec = find_spec(module)
    assert spec and spec.origin
    source = Path(spec.origin).read_text("utf-8")
    if owner and (found := getattr(import_module(module), owner)):
        # Set on the object itself, a name is no attribute of the class.
        source = "".join(
            map(inspect.getsource, (c for c in found.__mro__ if c.__module__[:8] == "textual."))
        )
    assert re.search(rf"\b{private.name}\b", source)
    assert private.why


def imported(path: Path) -> Iterator[str]:
    """What a file takes from private modules of Textual."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual._"):
            yield from (alias.name for alias in node.names)


def test_what_is_imported_from_private_modules_is_listed() -> None:
    assert {name for path in FILES for name in imported(path)} <= LISTED


def our_classes() -> Iterator[type]:
    """Every screen, widget and app of ours."""
    for path in FILES:
        # Each system can import its own of the two alone.
        if path.stem in ("posix" if sys.platform == "win32" else "windows", "__init__"):
            continue
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for own in vars(module).values():
            is_class = inspect.isclass(own) and issubclass(own, MessagePump | XTermParser | Driver)
            if is_class and own.__module__ == module.__name__:
                yield own


def test_nothing_of_textual_is_overridden_by_accident() -> None:
    """A private method of ours that Textual has too would take the place of Textual's."""
    taken = {
        f"{own.__name__}.{name}"
        for own in our_classes()
        for name, what in vars(own).items()
        if inspect.isfunction(what) and name[0] == "_" != name[1] and name not in LISTED
        for base in own.__mro__
        if base.__module__.startswith("textual.") and name in vars(base)
    }
    assert taken == set()
