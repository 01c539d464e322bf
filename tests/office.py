"""LibreOffice and poppler as independent readers of what the program writes."""

from __future__ import annotations

import functools
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def office(file: Path, ending: str, *options: str) -> Path:
    """What LibreOffice makes of a file; skips the test where there is no LibreOffice.

    It takes seconds to start: convert as few files as possible.

    Args:
        file: A document or table.
        ending: What it is to become, such as „pdf“ or „fods“.
        options: What LibreOffice is told besides, such as an import filter.

    Returns:
        The new file, in a folder „neu“ beside the old one.
    """
    if not SOFFICE:
        pytest.skip("LibreOffice ist hier nicht eingerichtet")
    convert = (SOFFICE, f"-env:UserInstallation={_profile()}", "--headless", "--convert-to", ending)
    done = subprocess.run(
        [*convert, *options, "--outdir", str(file.parent / "neu"), str(file)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    made = file.parent / "neu" / file.with_suffix(f".{ending.partition(':')[0]}").name
    assert made.exists(), done.stderr
    return made


def poppler(tool: str, *words: str) -> str:
    """What pdftotext, pdfinfo or another tool of poppler says; skips the test where it is missing.

    Args:
        tool: Its name.
        words: What it is given.
    """
    if not (path := shutil.which(tool)):
        pytest.skip(f"{tool} (poppler) ist hier nicht eingerichtet")
    done = subprocess.run([path, *words], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


@functools.cache
def _profile() -> str:
    """A profile of our own, once per process: to make one takes LibreOffice longest."""
    return Path(tempfile.mkdtemp(prefix="office-")).as_uri()
