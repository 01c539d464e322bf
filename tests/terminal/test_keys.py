"""The order of keys never becomes a trap: what does not answer holds nothing up for long."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from textual import events
from textual.app import App

from gartenjahr_tui.terminal.keys import KeyOrder

HOLD_SECONDS = 0.4


class Typist:
    """Presses keys in an app and sees when each is handed on."""

    def __init__(self, app: App[None]) -> None:
        self.app, self.handed = app, dict[str, float]()
        self.order = KeyOrder(app, self._hand_on)

    async def _hand_on(self, event: events.Event) -> None:
        assert isinstance(event, events.Key)
        self.handed[event.key] = asyncio.get_running_loop().time()
        if event.key == "!":
            raise ZeroDivisionError

    async def press(self, *keys: str) -> float:
        """Press them at once, and say how long the last of them was held."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for key in keys:
            await self.order.take(events.Key(key, key))
        async with asyncio.timeout(20):
            while keys[-1] not in self.handed:
                await asyncio.sleep(0.01)
        return self.handed[keys[-1]] - begun


@pytest.fixture
async def typist(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Typist]:
    monkeypatch.setattr("gartenjahr_tui.terminal.keys.HOLD_SECONDS", HOLD_SECONDS)
    app: App[None] = App()
    async with app.run_test():
        yield Typist(app)


async def test_keys_are_handed_on_in_their_order(typist: Typist) -> None:
    await typist.press(*"nabc")
    assert [*typist.handed] == [*"nabc"]


@pytest.mark.parametrize("who", ["screen", "app"])
async def test_no_key_is_held_for_ever_by_what_does_not_answer(typist: Typist, who: str) -> None:
    go_on = asyncio.Event()
    deaf = typist.app.screen if who == "screen" else typist.app
    waits: Callable[[], Awaitable[bool]] = go_on.wait
    deaf.call_later(waits)
    try:
        assert await typist.press(*"nabcdefgh") < HOLD_SECONDS * 2
        assert [*typist.handed] == [*"nabcdefgh"]
        # What still owes an answer is not asked again: the next keys do not wait for it.
        typist.handed.clear()
        assert await typist.press(*"ijkl") < HOLD_SECONDS
    finally:
        go_on.set()


async def test_the_end_hands_on_what_is_still_held(
    typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gartenjahr_tui.terminal.keys.END_SECONDS", 0.1)
    go_on = asyncio.Event()
    typist.app.screen.call_later(go_on.wait)
    for key in "nabc":
        await typist.order.take(events.Key(key, key))
    await typist.order.all_taken()
    assert [*typist.handed] == [*"nabc"]
    go_on.set()


async def test_a_key_that_fails_does_not_hold_up_those_behind_it(
    typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(typist.app, "_handle_exception", told.append)
    await typist.press(*"n!abc")
    assert [*typist.handed] == [*"n!abc"]
    assert [type(error) for error in told] == [ZeroDivisionError]
