"""What the program can do stands in the README or the docs, and what stands there is true."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from gartenjahr_tui.catalog import REPORTS
from gartenjahr_tui.cli.parser import option_names
from gartenjahr_tui.store.paths import ENVIRONMENT
from gartenjahr_tui.widgets.commands import COMMANDS, Command
from gartenjahr_tui.words.commands import COMMANDS as SUBCOMMANDS
from gartenjahr_tui.workbook.states import AnswerState

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = README + "".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))
)


@pytest.mark.parametrize("option", sorted(option_names()))
def test_every_option_stands_in_the_docs(option: str) -> None:
    assert option in DOCS


@pytest.mark.parametrize("command", SUBCOMMANDS)
def test_every_command_stands_in_the_docs(command: str) -> None:
    assert f"gartenjahr {command}" in DOCS


@pytest.mark.parametrize("report", REPORTS)
def test_every_document_is_explained(report: str) -> None:
    assert f"`{report}`" in (ROOT / "docs" / "berichte.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.key], ids=lambda c: c.id)
def test_every_key_stands_in_the_readme(command: Command) -> None:
    name = command.key_name
    edge = r"\b" if name.isalnum() else ""
    found = re.search(rf"\| [^|]*{edge}{re.escape(name)}{edge}", README)
    assert found or name in "01234"


@pytest.mark.parametrize("command", [c for c in COMMANDS if not c.key], ids=lambda c: c.id)
def test_every_menu_entry_stands_in_the_docs(command: Command) -> None:
    assert command.title.casefold().rstrip("?") in re.sub(r"\s+", " ", DOCS.casefold())


def test_every_state_and_the_environment_variable_stand_in_the_docs() -> None:
    assert ENVIRONMENT in README
    assert all(f"| {state.word} |" in DOCS for state in AnswerState)


def test_ci_finds_exactly_one_test_command_in_the_readme() -> None:
    assert len(re.findall(r"^.*pip install .*\[test\].*$", README, re.MULTILINE)) == 1


def test_links_in_the_docs_lead_somewhere() -> None:
    for source in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", source.read_text(encoding="utf-8")):
            assert (source.parent / target).exists(), f"{source.name}: {target}"


def test_lock_names_every_direct_building_block() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").casefold()
    wanted = re.findall(r'^  "([a-z-]+)>=', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert all(re.search(rf"^{name}==", lock, re.MULTILINE) for name in wanted)
    assert "://" not in lock


def test_readme_is_right_about_the_version_of_python() -> None:
    assert sys.version_info >= (3, 11)
    assert 'requires-python = ">=3.11"' in (ROOT / "pyproject.toml").read_text()
    assert "3.11" in README
