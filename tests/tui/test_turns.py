"""Keys come before threads that compute, and full collections wait until nobody does."""

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Iterator
from selectors import DefaultSelector, SelectorKey

import pytest

from reader.tui import turns
from reader.tui.output_thread import TerminalWriter
from reader.tui.turn_lengths import ACTING, WAITING
from reader.tui.turns import Collecting, loop_in_turns


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    interval, thresholds = sys.getswitchinterval(), gc.get_threshold()
    yield
    sys.setswitchinterval(interval)
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_the_loop_keeps_the_interpreter_while_it_acts() -> None:
    async def acting() -> float:
        return sys.getswitchinterval()

    loop = loop_in_turns()
    try:
        assert loop.run_until_complete(acting()) == pytest.approx(ACTING)
    finally:
        loop.close()


def test_what_is_written_has_its_turn_when_the_loop_is_through_with_it() -> None:
    end, start = os.pipe()
    writer = TerminalWriter(start, lambda: None, lambda: None)

    async def writing() -> tuple[float, float]:
        before = sys.getswitchinterval()
        writer.write("سطر")
        return before, sys.getswitchinterval()

    loop = loop_in_turns()
    try:
        assert loop.run_until_complete(writing()) == pytest.approx((ACTING, WAITING))
    finally:
        loop.close()
        os.close(end)
        os.close(start)


def test_the_loop_looks_for_nothing_new_between_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    now, looked = 100.0, 0
    real = DefaultSelector.select

    def counted(self: DefaultSelector, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        nonlocal looked
        looked += 1
        return real(self, timeout)

    async def steps(count: int, seconds: float) -> None:
        nonlocal now
        for _ in range(count):
            now += seconds
            await asyncio.sleep(0)

    monkeypatch.setattr(turns, "monotonic", lambda: now)
    monkeypatch.setattr(DefaultSelector, "select", counted)
    loop = loop_in_turns()
    try:
        loop.run_until_complete(steps(20, 0.0))
        at_once, looked = looked, 0
        loop.run_until_complete(steps(20, turns._LOOK_AGAIN))
    finally:
        loop.close()
    assert at_once <= 2
    assert looked >= 20


def test_a_full_collection_waits_until_nothing_was_typed_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    counts = (0, 0, turns._MANY - 1)
    planned: list[tuple[float, Callable[[], None]]] = []
    collected: list[float] = []
    monkeypatch.setattr(turns, "monotonic", lambda: now)
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "collect", lambda: collected.append(now))
    collecting = Collecting(lambda seconds, act: planned.append((seconds, act)))
    assert gc.get_threshold()[2] == turns._NEVER
    collecting.typed()
    assert not planned
    counts = (0, 0, turns._MANY)
    collecting.typed()
    collecting.typed()
    assert [seconds for seconds, _ in planned] == [turns._STILL]
    now += 1.5
    collecting.typed()
    now += 0.5
    planned.pop()[1]()
    assert not collected
    assert [seconds for seconds, _ in planned] == [pytest.approx(1.5)]
    now += 1.5
    planned.pop()[1]()
    assert collected == [now]
    assert not planned
