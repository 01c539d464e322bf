"""The house stands as designed: nothing at import, arrows one way, styles under their screens."""

from __future__ import annotations

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STYLES = sorted((ROOT / "styles").glob("*.tcss"))
SCREENS = sorted(path for path in (ROOT / "screens").glob("*.py") if path.name != "__init__.py")
ORM = ("sqlalchemy", "sqlmodel", "alembic", "pydantic")

PROBE = """
import sys
for name in sys.argv[1].split(","):
    __import__(name)
heavy = sys.argv[2].split(",")
print(",".join(sorted({name.partition(".")[0] for name in sys.modules} & set(heavy))))
"""


def imported_with(modules: str, *heavy: str) -> str:
    """Which of the heavy packages come along when modules are imported."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, modules, ",".join(heavy)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def files_below(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_importing_the_program_makes_nothing_and_loads_nothing_heavy(tmp_path: Path) -> None:
    home = Path(os.environ["HOME"]).parent
    before = files_below(home)
    modules = "gartenjahr_tui.__main__,gartenjahr_tui.guide.reader,gartenjahr_tui.words.screens"
    assert imported_with(modules, "textual", "rich", "filelock", "platformdirs", *ORM) == ""
    assert files_below(home) == before
    assert files_below(tmp_path) == set()


@pytest.mark.parametrize(
    "module",
    [
        "gartenjahr_tui.store.paths",
        "gartenjahr_tui.store.errors",
        "gartenjahr_tui.store.glance",
        "gartenjahr_tui.store.marker",
        "gartenjahr_tui.garden.home",
        "gartenjahr_tui.workbook.plain",
        "gartenjahr_tui.workbook.values",
        "gartenjahr_tui.workbook.progress",
        "gartenjahr_tui.workbook.years",
        "gartenjahr_tui.guide.coverage",
        "gartenjahr_tui.guide.render",
        "gartenjahr_tui.text",
    ],
)
def test_the_first_frame_waits_for_no_database(module: str) -> None:
    assert imported_with(module, "textual", "filelock", *ORM) == ""


def test_the_screen_at_the_start_waits_for_no_database() -> None:
    assert imported_with("gartenjahr_tui.app", "filelock", *ORM) == ""


def test_data_never_imports_the_screen() -> None:
    modules = "gartenjahr_tui.workbook.book,gartenjahr_tui.store.store,gartenjahr_tui.models"
    assert imported_with(modules, "textual", "rich") == ""


def test_the_arrows_point_one_way() -> None:
    lint = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    lint = lint or shutil.which("lint-imports")
    assert lint, "import-linter belongs to the test extra"
    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr


def rules(css: str) -> list[str]:
    """The selectors of the outermost rules."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    outer, depth, start = [], 0, 0
    for place, sign in enumerate(css):
        if sign == "{":
            if depth == 0:
                outer.append(css[start:place].strip())
            depth += 1
        elif sign == "}":
            depth -= 1
            start = place + 1
    assert depth == 0
    assert not css[start:].strip()
    return outer


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_the_rules_of_a_style_stay_in_its_screen(path: Path) -> None:
    """They are global and stay loaded: a rule outside would change every other screen."""
    if path.stem == "gartenjahr":
        return
    module = importlib.import_module(f"screens.{path.stem}")
    for selector in rules(path.read_text("utf-8")):
        assert re.fullmatch(r"[A-Z]\w*", selector), f"{selector} is no screen class"
        assert getattr(module, selector).__module__ == module.__name__


def names_below(kind: type) -> set[str]:
    return {kind.__name__}.union(*map(names_below, kind.__subclasses__()))


def test_the_rules_of_a_style_are_about_widgets_there_are() -> None:
    """A rule for a widget whose class got another name is silently without effect."""
    from textual import widgets
    from textual.dom import DOMNode

    for name in vars(widgets)["__all__"]:
        getattr(widgets, name)
    for path in SCREENS:
        importlib.import_module(f"screens.{path.stem}")
    known = names_below(DOMNode)
    for path in STYLES:
        css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert set(re.findall(r"\b[A-Z]\w+", css)) <= known, path.name


def css_paths(node: ast.ClassDef) -> list[str]:
    """What a class names as its styles."""
    for line in node.body:
        if isinstance(line, ast.Assign | ast.AnnAssign) and line.value is not None:
            targets = line.targets if isinstance(line, ast.Assign) else [line.target]
            if any(isinstance(target, ast.Name) and target.id == "CSS_PATH" for target in targets):
                named = ast.literal_eval(line.value)
                return [named] if isinstance(named, str) else list(named)
    return []


def screen_classes() -> dict[str, tuple[Path, ast.ClassDef]]:
    return {
        node.name: (path, node)
        for path in SCREENS
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }


def test_every_screen_finds_its_styles() -> None:
    """A subclass's styles replace those of its base, so it names the base's too."""
    classes = screen_classes()
    for name, (path, node) in classes.items():
        styles = css_paths(node)
        if not styles:
            continue
        assert f"../styles/{path.stem}.tcss" in styles, name
        for style in styles:
            assert (path.parent / style).resolve().is_file(), f"{name}: {style}"
        for base in node.bases:
            if isinstance(base, ast.Name) and base.id in classes:
                of_base = f"../styles/{classes[base.id][0].stem}.tcss"
                known = (ROOT / "screens" / of_base).resolve() in STYLES
                assert of_base in styles or not known, f"{name} forgets {of_base}"


def test_every_style_is_used() -> None:
    named = {Path(s).stem for _, node in screen_classes().values() for s in css_paths(node)}
    assert {path.stem for path in STYLES} == named | {"gartenjahr"}


def test_there_is_no_network_in_the_program() -> None:
    """The app opens no connection; nobody imports what could."""
    forbidden = {"socket", "urllib.request", "http.client", "http.server", "ftplib", "smtplib"}
    forbidden |= {"requests", "httpx", "aiohttp", "webbrowser"}
    found = []
    for path in [*(ROOT / "gartenjahr_tui").rglob("*.py"), *(ROOT / "screens").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
            found += [f"{path.name}: {name}" for name in names if name in forbidden]
    assert found == []


ELSEWHERE = ("bench", "safety")
"""Folders of tests that Windows does not even import."""

ONLY_POSIX = {"resource", "pty", "fcntl", "termios", "tty", "pwd", "grp"}
ONLY_POSIX |= {f"signal.SIG{name}" for name in ("KILL", "HUP", "ALRM", "USR1", "TSTP", "CHLD")}
ONLY_POSIX |= {f"os.{name}" for name in ("fork", "getuid", "geteuid", "mkfifo", "openpty")}


def named_at_import(node: ast.AST) -> set[str]:
    """What a file names as soon as it is imported: anything but what functions do."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        parts: list[ast.AST] = [*node.decorator_list, node.args]
    elif isinstance(node, ast.Lambda):
        parts = [node.args]
    else:
        parts = list(ast.iter_child_nodes(node))
    names = {name for part in parts for name in named_at_import(part)}
    if isinstance(node, ast.Import):
        names |= {alias.name for alias in node.names}
    elif isinstance(node, ast.ImportFrom) and node.module:
        names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        names.add(f"{node.value.id}.{node.attr}")
    return names


def test_windows_can_import_every_test() -> None:
    """One name that it lacks, and it runs none of the tests."""
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in (ROOT / "tests").rglob("*.py")
        if path.relative_to(ROOT / "tests").parts[0] not in ELSEWHERE
        and (names := named_at_import(ast.parse(path.read_text("utf-8"))) & ONLY_POSIX)
    }
    assert found == {}
    code = "@mark(signal.SIGKILL)\ndef f(how=os.fork):\n    import pty\n    signal.SIGHUP"
    assert named_at_import(ast.parse(code)) == {"signal.SIGKILL", "os.fork"}
