"""Processor time a key takes: a line down, a page down, a line up, in the whole program.

Run ``python -m tests.benchmarks.keys [FILE]`` from the checkout; without a file, forty copies of the article, their
numbers changed, in a pseudo-terminal of 120×40 with three panes. Milliseconds in all threads, from the key until
nothing is done any more (Linux): the least of all keys, which other work on the machine touches least, the median, and
the greatest, which meets a section that was not shown before.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.stutter import computed, still, text_of
from tests.tui.session import Session, environment

KEYS = {"a line down": "j", "a page down": " ", "a line up": "k"}
PRESSES = 40
REST = 0.12
"""Seconds after a key in which all it causes is done."""


def cost(session: Session, key: str) -> float:
    """Milliseconds of one key."""
    before = computed(session)
    session.press(key)
    end = time.perf_counter() + REST
    while time.perf_counter() < end:
        session.read(0.02)
    return computed(session) - before


def main() -> None:
    """Print a table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else Path(folder, "text.txt")
        if len(sys.argv) == 1:
            path.write_text(text_of(600_000), encoding="utf-8")
        environ = environment(HOME=folder, READER_STATE=folder, XDG_CACHE_HOME=f"{folder}/cache")
        with Session([sys.executable, "-m", "reader", str(path)], environ, answer="xterm", size=(120, 40)) as session:
            session.wait(lambda: sum(len(line.strip()) > 20 for line in session.played.text) > 10)
            still(session)
            print(f"{path.name}".ljust(16) + "".join(f"{head:>8}" for head in ("least", "median", "most")))
            for name, key in KEYS.items():
                costs = [cost(session, key) for _ in range(PRESSES)]
                figures = min(costs), median(costs), max(costs)
                print(f"  {name:14}" + "".join(f"{figure:8.1f}" for figure in figures), flush=True)
            session.press("q")
            session.ended()


if __name__ == "__main__":
    main()
