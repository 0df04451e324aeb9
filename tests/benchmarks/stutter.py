"""How evenly lines scroll while the reader works in the background: folding for a search, facts, indexing.

Run ``python -m tests.benchmarks.stutter [MEGABYTES]`` from the checkout (20 by default). An Arabic text of that size,
no two of its paragraphs alike, is opened in a pseudo-terminal of 120×40, and ``j`` is pressed 25 times a second: at
once, while the text is read and its facts are sought; while it is folded for a search; and when nothing else goes on.
A line's time is from the key to the first byte it causes. ``work`` is what the process used of the processor beside
each line, in milliseconds a second: without it nothing was measured.
"""

import os
import re
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

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


def held_down(session: Session, name: str) -> None:
    """Press ``j`` so many times, and tell how long it took."""
    times: list[float] = []
    cpu, began = used(session.pid)[0], time.perf_counter()
    for _ in range(LINES):
        before, start = len(session.sent), time.perf_counter()
        session.press("j")
        session.wait(partial(_more_sent, session, before))
        times.append((time.perf_counter() - start) * 1000)
        while (left := start + APART - time.perf_counter()) > 0:
            session.read(left)
    worked = (used(session.pid)[0] - cpu) / (time.perf_counter() - began) * 1000
    times.sort()
    half, last = times[len(times) // 2], times[len(times) * 99 // 100]
    print(f"  {name:26}{half:8.1f}{last:8.1f}{times[-1]:8.1f}{worked:10,.0f}", flush=True)


def _more_sent(session: Session, before: int) -> bool:
    session.read(0.0005)
    return len(session.sent) > before


def still(session: Session) -> None:
    """Wait until the process does nothing any more."""
    cpu = -1.0
    while (now := used(session.pid)[0]) > cpu + 0.02:
        cpu = now
        session.settle(1.0)


def main() -> None:
    """Print a table."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_text(text_of(megabytes * 1_000_000), encoding="utf-8")
        environ = environment(HOME=folder, READER_STATE=folder, XDG_CACHE_HOME=f"{folder}/cache")
        argv = [sys.executable, "-m", "reader", str(path)]
        print(f"{megabytes} MB, {os.cpu_count()} processors{'median':>14}{'p99':>8}{'most':>8}{'work':>10}")
        with Session(argv, environ, answer="xterm", size=SIZE) as session:
            session.wait(lambda: sum("ﺎ" in line for line in session.played.text) > 5)
            held_down(session, "as soon as it shows")
            held_down(session, "facts under way")
            session.press(f"/{_WORD}")
            session.settle(0.2)
            session.press("\x1b")
            session.settle(0.1)
            held_down(session, "folded for a search")
            still(session)
            held_down(session, "nothing else")
            session.press("q")
            session.ended()


if __name__ == "__main__":
    main()
