"""How evenly lines scroll while the reader works in the background: reading, facts, folding for a search.

Run ``python -m tests.benchmarks.stutter [MEGABYTES]`` from the checkout (20 by default). An Arabic text of that size,
no two copies of its article alike, is opened in a pseudo-terminal of 120×40, and ``j`` is pressed 25 times a second: at
once, while the text is read and its facts are sought; while it is folded for a search; and when nothing else goes on.

A line's time is from the key to the first byte it causes, in milliseconds: ``wall`` by the clock, and ``own`` by what
the process used of the processor until then, in all its threads, of which one computes at a time. On a machine with
nothing else to do they are the same; on a busy one only the second tells of the reader. ``work`` is what the process
used in all, in milliseconds a second: with nothing else going on it is the lines' alone (Linux).
"""

import os
import re
import sys
import tempfile
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks.against import used
from tests.samples import SEED
from tests.tui.session import Session, environment

SIZE = (120, 40)
APART = 0.04
"""Seconds between keys, a little more than a keyboard's repetition."""

LINES = 150
_WORD = "استطلاعاتهم"
"""A word that is nowhere in the text."""


def text_of(size: int) -> str:
    """So many bytes of the article, its numbers changed in every copy."""
    article = SEED.read_text(encoding="utf-8")
    copies = range(size // len(article.encode()) + 1)
    return "\n\n".join(re.sub(r"\d+", partial(_more, number), article) for number in copies)


def _more(by: int, number: re.Match[str]) -> str:
    return str(int(number[0]) + by)


def computed(session: Session) -> float:
    """Milliseconds of the processor in all threads so far, exactly."""
    total = 0
    for task in Path(f"/proc/{session.pid}/task").glob("*/schedstat"):
        with suppress(OSError):
            total += int(task.read_text().split()[0])
    return total / 1e6


def held_down(session: Session, name: str) -> None:
    """Press ``j`` so many times, and tell how long it took."""
    wall: list[float] = []
    own: list[float] = []
    began, all_before = time.perf_counter(), used(session.pid)[0]
    for _ in range(LINES):
        before, start, own_before = len(session.sent), time.perf_counter(), computed(session)
        session.press("j")
        session.wait(partial(_more_sent, session, before))
        wall.append((time.perf_counter() - start) * 1000)
        own.append(computed(session) - own_before)
        while (left := start + APART - time.perf_counter()) > 0:
            session.read(left)
    work = (used(session.pid)[0] - all_before) / (time.perf_counter() - began) * 1000
    figures = [figure for times in (wall, own) for figure in (median(times), quantiles(times, n=100)[98], max(times))]
    print(f"  {name:22}" + "".join(f"{figure:8.1f}" for figure in figures) + f"{work:8,.0f}", flush=True)


def _more_sent(session: Session, before: int) -> bool:
    session.read(0.0005)
    return len(session.sent) > before


def still(session: Session) -> None:
    """Wait until the process does nothing any more."""
    before = -1.0
    while (now := computed(session)) > before + 20:
        before = now
        session.settle(1.0)


def main() -> None:
    """Print a table."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_text(text_of(megabytes * 1_000_000), encoding="utf-8")
        environ = environment(HOME=folder, READER_STATE=folder, XDG_CACHE_HOME=f"{folder}/cache")
        argv = [sys.executable, "-m", "reader", str(path)]
        heads = "".join(f"{head:>8}" for head in ("wall", "p99", "most", "own", "p99", "most", "work"))
        print(f"{megabytes} MB, {os.cpu_count()} processors".ljust(24) + heads)
        with Session(argv, environ, answer="xterm", size=SIZE) as session:
            session.wait(lambda: sum("ﺎ" in line for line in session.played.text) > 5)
            held_down(session, "as soon as it shows")
            held_down(session, "facts under way")
            session.press(f"/{_WORD}")
            session.settle(0.5)
            session.press("\x1b")
            session.settle(0.5)
            session.press("n")
            held_down(session, "folded for a search")
            still(session)
            held_down(session, "nothing else")
            session.press("q")
            session.ended()


if __name__ == "__main__":
    main()
