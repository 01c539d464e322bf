"""Which entry of a list is which, as the faces write lists: without ids, letter by letter."""

from __future__ import annotations

import pytest

from gartenjahr_tui.workbook.entry_ids import bare, with_ids
from gartenjahr_tui.workbook.values import ENTRY_ID, Entry

A, B, C = ({"was": name} for name in "ABC")


def ids_after(*after: Entry) -> list[str]:
    """The ids of a list that was written in place of A, B and C; „new“ for one never seen."""
    found = with_ids(after, [A, B, C], ["a", "b", "c"], "now")
    assert [*map(bare, found)] == [*map(bare, after)]
    return [e[ENTRY_ID] if e[ENTRY_ID] in ("a", "b", "c", "d") else "new" for e in found]


@pytest.mark.parametrize(
    ("after", "ids"),
    [
        ([A, B, C], "abc"),
        ([A, {"was": "B!"}, C], "abc"),
        ([C, A, B], "cab"),
        ([A, C], "ac"),
        ([A, B, C, {"was": "D"}], "abcn"),
        ([{"was": "D"}, A, B, C], "nabc"),
        ([{**B, ENTRY_ID: "a"}, {"was": "x", ENTRY_ID: "b"}, C], "abc"),
        ([{**A, ENTRY_ID: "d"}, B, C], "dbc"),
        ([{**A, ENTRY_ID: "a"}, {**A, ENTRY_ID: "a"}], "an"),
    ],
    ids=[
        *("untouched", "renamed", "moved", "deleted", "added", "added-before"),
        *("ids-count-more-than-words", "brought-back", "copied"),
    ],
)
def test_an_entry_stays_itself(after: list[Entry], ids: str) -> None:
    assert [id[0] for id in ids_after(*after)] == [*ids]
