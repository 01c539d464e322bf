"""Text from outside comes in clean."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gartenjahr_tui.text import clean, one_line

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=200)
TROUBLE = st.text(
    "a\u0301e\u0308\u1100\u1161 \t\n\r\x0b\x0c\x00\x1b\x7f\x85\x9b\u2028\u2029\u202e\u2066\u200f"
    "\ufeff\ud83d\ude00\U0001f600\u05d0ß"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Straße", "Straße", id="umlauts stay"),
        pytest.param("U\u0308bung", "Übung", id="a composed umlaut becomes one character"),
        pytest.param("a\r\nb\rc\nd", "a\nb\nc\nd", id="line ends of every system"),
        pytest.param("a\u2028b\u2029c", "a\nb\nc", id="line ends of word processors"),
        pytest.param("a\tb", "a\tb", id="tabs stay"),
        pytest.param("\ufeffText", "Text", id="a byte order mark goes"),
        pytest.param("a\ufeffb", "a\ufeffb", id="the same character inside stays"),
        pytest.param("\x1b[1mfett\x1b[0m", "[1mfett[0m", id="colours lose their escape"),
        pytest.param("a\x0bb\x0cc\x85d", "a\nb\nc\nd", id="line ends of FileMaker and Word"),
        pytest.param("a\x00\x07\x7f\x9bb", "ab", id="other controls go"),
        pytest.param("[bold red]", "[bold red]", id="what looks like markup stays"),
        pytest.param("a\u202eb\u2066c\u2069d", "abcd", id="nothing turns the direction"),
        pytest.param("שלום", "שלום", id="hebrew stays"),
        pytest.param("a\ud800b", "a\ufffdb", id="half a character is shown as one"),
        pytest.param("\ud83d\ude00", "\U0001f600", id="two halves make one"),
        pytest.param("z.\u00a0B.", "z.\u00a0B.", id="a protected space stays"),
    ],
)
def test_text_from_outside_is_cleaned(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_a_title_has_one_line() -> None:
    assert one_line("  Lesen \r\n\tund\u2028 mehr\n") == "Lesen und mehr"
    assert one_line("Hauptstr. 1\x0b48431 Rheine\x85DE\x0c") == "Hauptstr. 1 48431 Rheine DE"


@given(ANYTHING | TROUBLE)
def test_any_text_comes_out_clean(text: str) -> None:
    cleaned = clean(text)
    assert {c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n", "\t"}
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned
    assert clean(cleaned) == cleaned


@given(ANYTHING | TROUBLE)
def test_any_text_fits_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert "  " not in line
    assert line == line.strip(" ")
    assert one_line(line) == line


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp"))))
def test_ordinary_text_is_only_normalised(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("line", ["Hallo Welt\n", "Grüße aus Köln\n"])
def test_ten_megabytes_take_no_time_to_clean(line: str) -> None:
    text = line * (10_000_000 // len(line))
    start = time.process_time()
    assert clean(text) == text
    assert time.process_time() - start < 1
