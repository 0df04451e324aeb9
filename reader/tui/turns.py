"""Turns: the application's loop and the threads beside it share one interpreter, and keys come first.

A thread that wants to compute waits for the one that does: as long as Python's switch interval says, which is one for
all. So it is short while the loop waits for something to happen, so that a key gets its turn at once, and long while
the loop acts on one, which then goes through to the screen. Looking whether something has happened lets others compute,
too; so the loop does not look between two of its steps, which are a dozen a key.

A full collection of cyclic garbage holds up every thread for as long as there are objects, 90 ms with the facts of a
long text. None comes by itself therefore: one is made when much has been allocated and nothing was typed for a while.

Units: seconds.
"""

import asyncio
import gc
import sys
from collections.abc import Callable
from selectors import DefaultSelector, SelectorKey
from time import monotonic
from typing import Any

from reader.tui.turn_lengths import ACTING, WAITING

_LOOK_AGAIN = 0.01
"""How long the loop may act before it looks for what has happened meanwhile."""

_NEVER = 1 << 30
_MANY = 100
"""Middle collections, of some 7,000 objects each, after which a full one is worth its time."""

_STILL = 2.0
"""How long nothing was typed before one is made."""


class TurnsSelector(DefaultSelector):
    """A selector that tells the threads when the loop waits and when it acts."""

    _selector: Any
    """The system's own object to wait with (epoll, kqueue), under the name Python gives it."""

    def __init__(self) -> None:
        super().__init__()
        self._looked = 0.0
        self._selector = _Waiter(self._selector)

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Wait as ever; where the loop has more to do, and looked just now, nothing has happened."""
        if timeout == 0 and monotonic() - self._looked < _LOOK_AGAIN:
            return []
        ready: list[tuple[SelectorKey, int]] = super().select(timeout)
        self._looked = monotonic()
        return ready


class _Waiter:
    """Waits with the short switch interval, and does nothing else with it.

    A thread that leaves the interpreter to the loop reads at that moment how long it is to wait for it: where that is
    the short interval still, the loop loses its turn in the middle of a key, and for a long one.
    """

    def __init__(self, waiter: Any) -> None:
        self._waiter = waiter
        self._wait = waiter.poll if hasattr(waiter, "poll") else waiter.control

    def poll(self, *arguments: Any) -> Any:
        """Wait, as epoll does."""
        setting = sys.setswitchinterval
        setting(WAITING)
        try:
            return self._wait(*arguments)
        finally:
            setting(ACTING)

    control = poll
    """Wait, or register, as kqueue does."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._waiter, name)


def loop_in_turns() -> asyncio.AbstractEventLoop:
    """An event loop that takes turns with threads."""
    return asyncio.SelectorEventLoop(TurnsSelector())


class Collecting:
    """Full collections of garbage, made when nobody waits.

    Args:
        later: Has something done after so many seconds.
    """

    def __init__(self, later: Callable[[float, Callable[[], None]], Any]) -> None:
        self._later = later
        self._typed = monotonic()
        self._is_planned = False
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)

    def typed(self) -> None:
        """A key has come."""
        self._typed = monotonic()
        if not self._is_planned and gc.get_count()[2] >= _MANY:
            self._is_planned = True
            self._later(_STILL, self._collect_if_still)

    def _collect_if_still(self) -> None:
        left = self._typed + _STILL - monotonic()
        if left > 0:
            self._later(left, self._collect_if_still)
        else:
            self._is_planned = False
            gc.collect()
