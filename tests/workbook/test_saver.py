"""The one promise: what is typed reaches the disk by itself, and typing never waits for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from time import monotonic
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.store.errors import DiskFull, DiskTrouble, WriteFailed, WriteRejected
from gartenjahr_tui.workbook.saver import RETRY, Saver, SaveStatus

PATIENCE = 10.0
"""Seconds until a test gives up; nothing waits that long when all is well."""

NEVER = 1_000.0


class Disk:
    """A disk that can be slow or refuse."""

    def __init__(self) -> None:
        self.content: dict[Any, Any] = {}
        self.batches: list[dict[Any, Any]] = []
        self.fault: Exception | None = None
        self.refused: set[Any] = set()
        self.lets_go_on = threading.Event()
        self.lets_go_on.set()
        self.entered = threading.Event()
        self.tried = threading.Semaphore(0)

    def write(self, batch: Mapping[Any, Any]) -> None:
        self.entered.set()
        self.lets_go_on.wait(PATIENCE)
        try:
            if self.fault:
                raise self.fault
            if self.refused & batch.keys():
                raise WriteRejected
            self.content.update(batch)
            self.batches.append(dict(batch))
        finally:
            self.tried.release()


@pytest.fixture
def disk() -> Iterator[Disk]:
    disk = Disk()
    yield disk
    disk.lets_go_on.set()


@pytest.fixture
def make(disk: Disk) -> Iterator[Any]:
    savers: list[Saver[str, Any]] = []

    def make_saver(**options: Any) -> Saver[str, Any]:
        options = {"at_risk": 0.02, "retry": 0.01, **options}
        savers.append(Saver(disk.write, **options))
        return savers[-1]

    yield make_saver
    disk.fault = None
    disk.refused = set()
    disk.lets_go_on.set()
    for saver in savers:
        saver.close(1)


def test_a_change_is_saved_by_itself(disk: Disk, make: Any) -> None:
    saver = make()
    saver.put("a", "Wort")
    assert disk.tried.acquire(timeout=PATIENCE)
    assert disk.content == {"a": "Wort"}


def test_typing_on_without_a_pause_does_not_put_saving_off(disk: Disk, make: Any) -> None:
    saver = make(at_risk=0.05)
    began, typed = monotonic(), 0
    while len(disk.batches) < 3:
        assert monotonic() < began + PATIENCE
        typed += 1
        saver.put("a", typed)
    assert disk.batches[0]["a"] > 1, "what is typed in between goes along"


def test_on_a_slow_disk_the_next_save_begins_the_sooner(disk: Disk, make: Any) -> None:
    saver = make(at_risk=0.4)
    disk.lets_go_on.clear()
    saver.put("a", 1)
    saver.hasten()
    assert disk.entered.wait(PATIENCE)
    slow = threading.Timer(0.5, disk.lets_go_on.set)
    slow.start()
    slow.join()
    typed = monotonic()
    saver.put("a", 2)
    while disk.content.get("a") != 2:
        assert monotonic() < typed + PATIENCE
    assert monotonic() - typed < 0.3, "the disk took all the time there is, so none is left"


def test_before_it_is_time_nothing_is_written(disk: Disk, make: Any) -> None:
    saver = make(at_risk=NEVER)
    saver.put("a", 1)
    assert not disk.entered.is_set()
    assert saver.unsaved() == {"a": 1}
    assert saver.status.unsaved


def test_leaving_a_field_saves_at_once_without_waiting(disk: Disk, make: Any) -> None:
    saver = make(at_risk=NEVER)
    saver.put("a", 1)
    saver.hasten()
    assert disk.tried.acquire(timeout=PATIENCE)
    saver.hasten()
    saver.put("a", 2)
    assert saver.unsaved() == {"a": 2}


def test_of_many_changes_the_newest_is_saved_once(disk: Disk, make: Any) -> None:
    saver = make(at_risk=NEVER)
    for number in range(100):
        saver.put("a", number)
        saver.put("b", -number)
    assert saver.flush(PATIENCE)
    assert disk.batches == [{"a": 99, "b": -99}]


def test_what_is_done_together_reaches_the_disk_together(disk: Disk, make: Any) -> None:
    saver = make(at_risk=0.0)
    with saver.together():
        saver.put("a", 1)
        assert not saver.flush(0.05)
        with saver.together():
            saver.put("b", 2)
        assert not saver.flush(0.05)
        saver.put("c", 3)
    assert saver.flush(PATIENCE)
    assert disk.batches == [{"a": 1, "b": 2, "c": 3}]


def test_of_what_is_done_together_nothing_is_saved_where_a_part_is_refused(
    disk: Disk, make: Any
) -> None:
    saver = make(at_risk=NEVER, retry=NEVER)
    disk.refused = {"b"}
    saver.put("x", 1)
    with saver.together():
        saver.put("a", 1)
        saver.put("b", 2)
    saver.put("y", 1)
    assert not saver.flush(PATIENCE)
    assert disk.content == {"x": 1, "y": 1}
    assert saver.unsaved() == {"a": 1, "b": 2}
    saver.put("z", 1)
    disk.refused = set()
    assert saver.flush(PATIENCE)
    assert disk.batches[-1] == {"a": 1, "b": 2, "z": 1}


def test_a_slow_disk_never_holds_up_the_one_who_types(disk: Disk, make: Any) -> None:
    saver = make()
    disk.lets_go_on.clear()
    saver.put("a", 0)
    assert disk.entered.wait(PATIENCE)
    began = monotonic()
    for number in range(1, 1000):
        saver.put("a", number)
        saver.hasten()
    assert monotonic() - began < 1, "the write is still under way; typing must not wait for it"
    assert saver.unsaved() == {"a": 999}
    disk.lets_go_on.set()
    assert saver.flush(PATIENCE)
    assert disk.content == {"a": 999}


def test_what_changes_while_it_is_written_is_written_again(disk: Disk, make: Any) -> None:
    saver = make(at_risk=NEVER)
    disk.lets_go_on.clear()
    saver.put("a", "alt")
    saver.hasten()
    assert disk.entered.wait(PATIENCE)
    saver.put("a", "neu")
    disk.lets_go_on.set()
    assert saver.flush(PATIENCE)
    assert disk.content == {"a": "neu"}
    assert not saver.status.unsaved


def test_a_failing_save_says_so_keeps_the_text_and_tries_again(disk: Disk, make: Any) -> None:
    saver = make()
    disk.fault = DiskFull()
    saver.put("a", "Wort")
    for _ in range(3):
        assert disk.tried.acquire(timeout=PATIENCE)
    assert saver.unsaved() == {"a": "Wort"}
    assert saver.status.problem == str(DiskFull())
    assert saver.status.unsaved
    disk.fault = None
    assert saver.flush(PATIENCE)
    assert disk.content == {"a": "Wort"}
    assert saver.status.problem is None
    assert saver.status.saved_at is not None


def test_a_disk_that_refuses_is_left_alone_for_a_while(disk: Disk, make: Any) -> None:
    saver = make(retry=RETRY)
    disk.fault = DiskFull()
    saver.put("a", 1)
    assert disk.tried.acquire(timeout=PATIENCE)
    saver.put("a", 2)
    saver.hasten()
    assert not disk.tried.acquire(timeout=0.5)
    disk.fault = None
    assert disk.tried.acquire(timeout=PATIENCE)
    assert disk.content == {"a": 2}


def test_a_failing_save_never_puts_an_older_text_in_place_of_a_newer(disk: Disk, make: Any) -> None:
    saver = make(retry=NEVER)
    disk.lets_go_on.clear()
    disk.fault = DiskTrouble()
    saver.put("a", "alt")
    saver.put("b", "bleibt")
    assert disk.entered.wait(PATIENCE)
    saver.put("a", "neu")
    disk.lets_go_on.set()
    assert disk.tried.acquire(timeout=PATIENCE)
    assert saver.unsaved() == {"a": "neu", "b": "bleibt"}
    disk.fault = None
    assert saver.flush(PATIENCE)
    assert disk.content == {"a": "neu", "b": "bleibt"}


@pytest.mark.parametrize("fault", [OSError(28, "No space left"), WriteFailed(), DiskTrouble()])
def test_any_fault_of_the_disk_is_told_in_a_german_sentence(
    disk: Disk, make: Any, fault: Exception
) -> None:
    saver = make(retry=NEVER)
    disk.fault = fault
    saver.put("a", 1)
    assert not saver.flush(PATIENCE)
    assert saver.status.problem
    assert "Ihr Text" in saver.status.problem
    assert saver.unsaved() == {"a": 1}


def test_leaving_does_not_wait_for_a_disk_that_refuses(disk: Disk, make: Any) -> None:
    saver = make(retry=NEVER)
    disk.fault = DiskFull()
    saver.put("a", 1)
    began = monotonic()
    assert not saver.flush(NEVER)
    assert saver.close(NEVER) == {"a": 1}
    assert monotonic() - began < PATIENCE


def test_leaving_waits_no_longer_than_asked_for_a_disk_that_hangs(disk: Disk, make: Any) -> None:
    saver = make()
    disk.lets_go_on.clear()
    saver.put("a", 1)
    assert disk.entered.wait(PATIENCE)
    saver.put("b", 2)
    assert not saver.flush(0.01)
    assert saver.close(0.01) == {"a": 1, "b": 2}


def test_a_try_that_was_under_way_does_not_count_as_the_last(disk: Disk, make: Any) -> None:
    """It fails just when the person leaves; the next one succeeds, so nothing is unsaved."""
    saver = make(retry=NEVER)
    disk.lets_go_on.clear()
    disk.fault = DiskTrouble()
    saver.put("a", 1)
    assert disk.entered.wait(PATIENCE)
    done: list[bool] = []
    waiting = threading.Thread(target=lambda: done.append(saver.flush(PATIENCE)))
    waiting.start()
    write_once = saver._write

    def second_try(batch: Mapping[Any, Any]) -> None:
        disk.fault = None
        write_once(batch)

    saver._write = second_try
    disk.lets_go_on.set()
    waiting.join(PATIENCE)
    assert done == [True]
    assert disk.content == {"a": 1}


def test_closing_saves_and_may_be_done_twice(disk: Disk, make: Any) -> None:
    saver = make(at_risk=NEVER)
    saver.put("a", 1)
    assert saver.close(PATIENCE) == {}
    assert disk.content == {"a": 1}
    assert saver.close(PATIENCE) == {}


def test_a_key_stroke_after_closing_is_not_forgotten(disk: Disk, make: Any) -> None:
    saver = make()
    saver.close(PATIENCE)
    saver.put("a", 1)
    began = monotonic()
    assert saver.close(NEVER) == {"a": 1}
    assert monotonic() - began < PATIENCE


def test_one_change_that_cannot_be_saved_does_not_hold_up_the_others(disk: Disk, make: Any) -> None:
    saver = make(retry=NEVER, at_risk=NEVER)
    disk.refused = {"kaputt"}
    for key in ("a", "kaputt", "b"):
        saver.put(key, 1)
    assert not saver.flush(PATIENCE)
    assert disk.content == {"a": 1, "b": 1}
    assert saver.unsaved() == {"kaputt": 1}
    assert saver.status.problem == str(WriteRejected())


def test_a_fault_of_the_program_does_not_end_saving(disk: Disk, make: Any) -> None:
    saver = make()
    disk.fault = ZeroDivisionError("division by zero")
    saver.put("a", 1)
    assert disk.tried.acquire(timeout=PATIENCE)
    disk.fault = None
    assert saver.flush(PATIENCE)
    assert disk.content == {"a": 1}


def test_a_listener_that_fails_does_not_end_saving(disk: Disk, make: Any) -> None:
    """The screen may be gone already when the saver tells it something."""

    def fail(status: SaveStatus) -> None:
        raise RuntimeError("Event loop is closed")

    saver = make(on_status=fail)
    for number in range(3):
        saver.put("a", number)
        assert saver.flush(PATIENCE)
    assert disk.content == {"a": 2}


def test_the_person_is_told_unsaved_then_saved(disk: Disk, make: Any) -> None:
    told: list[SaveStatus] = []
    heard = threading.Event()

    def listen(status: SaveStatus) -> None:
        told.append(status)
        if not status.unsaved:
            heard.set()

    saver = make(on_status=listen)
    saver.put("a", 1)
    assert heard.wait(PATIENCE)
    assert [status.unsaved for status in told] == [True, False]
    assert told[0].saved_at is None
    assert told[1].saved_at is not None
    assert told[1].saved_at.tzinfo is not None


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from("abc"), st.integers()),
        st.tuples(st.sampled_from(["fail", "refuse", "heal", "hasten", "flush"])),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_whatever_happens_the_last_value_of_every_key_is_on_the_disk(
    steps: list[tuple[Any, ...]],
) -> None:
    disk = Disk()
    saver: Saver[str, int] = Saver(disk.write, at_risk=0.0, retry=0.0)
    last: dict[str, int] = {}
    for step in steps:
        match step:
            case ("put", key, value):
                saver.put(key, value)
                last[key] = value
            case ("fail",):
                disk.fault = DiskFull()
            case ("refuse",):
                disk.refused = {"b"}
            case ("heal",):
                disk.fault, disk.refused = None, set()
            case ("hasten",):
                saver.hasten()
            case ("flush",):
                saver.flush(PATIENCE)
        # What waits is looked at first: it may reach the disk in between, never the other way.
        waiting = saver.unsaved()
        assert {**disk.content, **waiting}.keys() == last.keys()
    disk.fault, disk.refused = None, set()
    assert saver.close(PATIENCE) == {}
    assert disk.content == last
