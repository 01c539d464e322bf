"""The script that asks foreign validators works where none of them is installed, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validators.__main__ import VALIDATORS, Faults, Files, Missing, Validator, judge, written


def none_found(files: Files) -> Faults:
    yield from ()


def missing(files: Files) -> Faults:
    raise Missing("npm install -g etwas")
    yield


def test_each_validator_says_one_line_or_how_it_is_installed(tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    assert judge(Validator("A", (".pdf",), none_found), [file]) == (
        "A: 1 Dateien, 0 Beanstandungen",
        True,
    )
    said, passed = judge(Validator("B", (".pdf",), missing), [file])
    assert (said, passed) == (
        "B: übersprungen, hier nicht eingerichtet (npm install -g etwas)",
        True,
    )
    said, passed = judge(Validator("C", (".pdf",), lambda f: iter(["brief.pdf: leer"])), [file])
    assert not passed and "brief.pdf: leer" in said


def test_without_any_of_them_all_are_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("tests.office.SOFFICE", None)
    for validator in VALIDATORS:
        line, passed = judge(validator, [tmp_path / f"x{end}" for end in validator.ends])
        assert passed
        assert "übersprungen" in line


def test_the_files_are_those_of_the_sample_garden(tmp_path: Path) -> None:
    found = written(tmp_path, frozenset({"pitch", "kontakte"}))
    assert {file.suffix for file in found} == {".docx", ".odt", ".pdf", ".html", ".md", ".vcf"}
