"""What the tests of the linear face have in common."""

from __future__ import annotations

import pytest

from gartenjahr_tui.garden import ways


@pytest.fixture(autouse=True)
def whole_way(request: pytest.FixtureRequest) -> None:
    """All questions are asked, unless a test says otherwise."""
    if "book" in request.fixturenames:
        ways.choose(request.getfixturevalue("book"), ways.WHOLE)
