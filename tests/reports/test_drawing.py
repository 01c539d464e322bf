"""The drawn chart: valid, readable in black and white and aloud, whatever is counted."""

from __future__ import annotations

import re
import xml.etree.ElementTree as Tree
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.reports.document import Chart, Series
from gartenjahr_tui.reports.drawing import SHADES, as_svg

SVG = "{http://www.w3.org/2000/svg}"
YEARS = Chart(
    "Partnerschaften je Gartenjahr",
    ("2023/24", "2024/25", "2025/26"),
    (Series("Idee", (3, 4, 2)), Series("Verabredet", (0, 3, 4)), Series("Läuft", (1, 0, 6))),
    "Im dritten Jahr sind es zwölf.",
)


def drawn(chart: Chart, width: float = 454) -> Tree.Element:
    return Tree.fromstring(as_svg(chart, width=width))


def words_in(chart: Chart, width: float = 454) -> list[str]:
    return [text.text or "" for text in drawn(chart, width).iter(f"{SVG}text")]


def many(groups: int, series: int = 3, name: str = "Gruppe {} im Viertel") -> Chart:
    return Chart(
        "Viele",
        tuple(name.format(n) for n in range(groups)),
        tuple(
            Series(f"Reihe {k}", tuple((n * k + 3) % 11 for n in range(groups)))
            for k in range(series)
        ),
        "Viele Gruppen",
    )


def numbers(tree: Tree.Element, tag: str, *names: str) -> list[tuple[float, ...]]:
    return [
        tuple(float(place.attrib[name]) for name in names)
        for place in tree.iter(f"{SVG}{tag}")
        if all(name in place.attrib for name in names)
    ]


def test_it_is_titled_and_described_for_those_who_do_not_see_it() -> None:
    tree = drawn(YEARS)
    title, about = tree.find(f"{SVG}title"), tree.find(f"{SVG}desc")
    assert title is not None
    assert about is not None
    assert title.text == "Partnerschaften je Gartenjahr"
    assert about.text == "Im dritten Jahr sind es zwölf."
    named = tree.attrib["aria-labelledby"].split()
    assert named == [title.attrib["id"], about.attrib["id"]]


def test_names_values_sums_and_what_the_patterns_mean_stand_in_it() -> None:
    words = words_in(YEARS)
    assert set(YEARS.groups) <= set(words)
    assert {"Idee", "Verabredet", "Läuft"} <= set(words)
    assert sorted(word for word in words if word.isdigit()) == sorted(
        ["3", "4", "2", "3", "4", "1", "6", "4", "7", "12"]
    )


def test_what_is_zero_is_not_drawn() -> None:
    none = Chart("Nichts", ("2024", "2025"), (Series("Idee", (0, 0)),), "Nichts")
    assert words_in(none).count("0") == 2  # the sums only
    assert len(numbers(drawn(none), "rect", "x", "y")) == len(
        numbers(drawn(Chart("", (), none.series, "")), "rect", "x", "y")
    )


def test_a_small_value_beside_a_big_one_is_still_told() -> None:
    chart = Chart("Weit", ("2024",), (Series("a", (90000,)), Series("b", (1,))), "")
    assert {"90000", "1", "90001"} <= set(words_in(chart))


@pytest.mark.parametrize("groups", [1, 2, 7, 20, 40])
@pytest.mark.parametrize("width", [290, 454])
def test_nothing_leaves_the_picture(groups: int, width: float) -> None:
    tree = drawn(many(groups), width)
    _, _, wide, high = map(float, tree.attrib["viewBox"].split())
    assert wide == width
    for x, y, w, h in numbers(tree, "rect", "x", "y", "width", "height"):
        assert x >= 0
        assert y >= 0
        assert x + w <= wide + 0.5
        assert y + h <= high + 0.5
    for x, y in numbers(tree, "text", "x", "y"):
        assert 0 <= x <= wide
        assert 0 <= y <= high


def test_forty_groups_fit_on_a_page() -> None:
    assert float(drawn(many(40)).attrib["viewBox"].split()[3]) < 700


def test_every_group_keeps_its_full_name_as_tool_tip() -> None:
    name = "Donaudampfschifffahrtsgesellschaftskapitänswitwenverein {} am Fluss"
    tree = drawn(many(25, name=name))
    tips = [tip.text for tip in tree.iter(f"{SVG}title")]
    assert set(tips) >= {name.format(n) for n in range(25)}


def test_neighbours_differ_by_more_than_colour() -> None:
    """In black and white the pattern tells them apart, for more series than there are colours."""
    svg = as_svg(many(2, series=len(SHADES) + 3))
    patterns = re.findall(r'<pattern .*?<path d="([^"]+)"', svg)
    assert all(one != other for one, other in pairwise(patterns))
    assert len(set(patterns)) >= 6


def lightness(colour: str) -> float:
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("shade", SHADES)
def test_figures_stand_out_from_every_shade(shade: str) -> None:
    chart = Chart("Eins", ("2025",), (Series("a", (7,)),), "")
    tree = Tree.fromstring(as_svg(chart, colours=(shade,)))
    figure = next(text for text in tree.iter(f"{SVG}text") if text.text == "7")
    light, dark = sorted((lightness(figure.attrib["fill"]), lightness(shade)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_two_drawings_on_a_page_do_not_share_names() -> None:
    ids = [set(re.findall(r'id="([^"]+)"', as_svg(chart))) for chart in (YEARS, many(3))]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_what_a_person_typed_is_no_markup() -> None:
    nasty = '<script>alert(1)</script> & "x" \x1b[31m \ud800 \uffff'
    tree = drawn(Chart(nasty, (nasty,), (Series(nasty, (1,)),), nasty))
    assert not list(tree.iter(f"{SVG}script"))
    assert any("<script>" in word for word in words_in(Chart("", (nasty,), (), "")))


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=60),
    st.lists(st.text(max_size=80), max_size=12),
    st.lists(st.integers(-3, 10**7), min_size=1, max_size=9),
)
def test_any_text_and_any_numbers_make_a_valid_drawing(
    title: str, groups: list[str], values: list[int]
) -> None:
    series = tuple(Series(title + str(n), (value,) * len(groups)) for n, value in enumerate(values))
    drawn(Chart(title, tuple(groups), series, title))
