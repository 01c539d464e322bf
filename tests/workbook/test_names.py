"""Names of people are understood as they are written in lists and on cards."""

from __future__ import annotations

import pytest

from gartenjahr_tui.workbook.names import bare, is_personal, name_parts


@pytest.mark.parametrize(
    ("name", "personal"),
    [
        ("Erna Erfunden", True),
        ("Erna von der Heide", True),
        ("Dr. Erna Erfunden-Beispiel", True),
        ("Kuchengruppe vom Förderverein", False),
        ("drei Jugendliche aus der Gruppe", False),
        ("Trainerin", False),
    ],
)
def test_names_are_told_from_groups(name: str, personal: bool) -> None:
    assert is_personal(name) is personal


@pytest.mark.parametrize(
    ("name", "family", "given", "titles"),
    [
        ("Anna Müller", "Müller", "Anna", ""),
        ("Müller, Anna Lena", "Müller", "Anna Lena", ""),
        ("Prof. Dr. Anna Müller-Lüdenscheidt", "Müller-Lüdenscheidt", "Anna", "Prof. Dr."),
        ("Frau Müller", "Müller", "", "Frau"),
        ("Otto von der Heide", "von der Heide", "Otto", ""),
        ("Otto von dem Berge", "von dem Berge", "Otto", ""),
        ("Ö", "Ö", "", ""),
        ("Dr.", "Dr.", "", ""),
        (",", "", "", ""),
    ],
)
def test_names_are_taken_apart(name: str, family: str, given: str, titles: str) -> None:
    assert name_parts(name) == (family, given, titles)


def test_a_name_reads_well_without_what_is_said_beside_it() -> None:
    assert bare("Erfunden, Erna (Vertretung)") == "Erna Erfunden"
    assert bare("M. Lavendel (erfunden)") == "M. Lavendel"
    assert bare("Verein Nirgends, Gruppe Garten") == "Verein Nirgends, Gruppe Garten"
