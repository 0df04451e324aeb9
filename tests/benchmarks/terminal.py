"""What the reader costs on the line: bytes and time a key, in a pseudo-terminal of 120×40.

Run ``python -m tests.benchmarks.terminal [TERMINAL …]`` from the checkout; the terminals are those whose answers were
recorded (tests/terminal/recordings.py), by default one without and one with left and right margins. Times are from the
key to the first byte it causes, the median of its presses.
"""

import sys
import time
from functools import partial
from statistics import median

from tests.samples import SEED
from tests.terminal.recordings import RECORDED
from tests.tui.session import Session, environment

SIZE = (120, 40)
PRESSES = 8
DEFAULT = ("vte", "xterm")

Figures = tuple[int, float]


def measured(session: Session, keys: str, presses: int) -> Figures:
    """Bytes a press and the median seconds to the first of them."""
    sent, times = 0, []
    for _ in range(presses):
        before, start = len(session.sent.encode()), time.perf_counter()
        session.press(keys)
        session.wait(partial(_more_sent, session, before))
        times.append(time.perf_counter() - start)
        session.settle(0.2)
        sent += len(session.sent.encode()) - before
    return sent // presses, median(times)


def _more_sent(session: Session, before: int) -> bool:
    return len(session.sent.encode()) > before


def figures(terminal: str) -> dict[str, Figures]:
    """The figures of one terminal."""
    start = time.perf_counter()
    argv = [sys.executable, "-m", "reader", "--no-state", str(SEED)]
    with Session(argv, environment(), answer=terminal, size=SIZE) as session:
        session.wait(lambda: any("▐" in line for line in session.played.text))
        first = time.perf_counter() - start
        session.settle(1.0)
        found = {"start": (len(session.sent.encode()), first)}
        found["line, three panes"] = measured(session, "j", PRESSES)
        found["page, three panes"] = measured(session, " ", 3)
        session.press("gsf")
        session.settle(0.5)
        found["line, text alone"] = measured(session, "j", PRESSES)
        found["page, text alone"] = measured(session, " ", 3)
        session.press("sfg/")
        session.settle(0.5)
        found["a letter of a search"] = measured(session, "ا", 1)
        session.press("\x1b")
        session.settle(0.5)
        before, start = len(session.sent.encode()), time.perf_counter()
        session.resize(SIZE[0] - 20, SIZE[1] - 8)
        session.wait(partial(_more_sent, session, before))
        seconds = time.perf_counter() - start
        session.settle(0.5)
        found["resize"] = (len(session.sent.encode()) - before, seconds)
        session.press("q")
        session.ended()
    return found


def main() -> None:
    """Print a table a terminal."""
    for terminal in sys.argv[1:] or DEFAULT:
        if terminal not in RECORDED:
            raise SystemExit(f"{terminal}: recorded are {', '.join(sorted(RECORDED))}")
        print(f"\n{terminal}")
        for name, (sent, seconds) in figures(terminal).items():
            print(f"  {name:22}{sent:8} B{seconds * 1000:8.0f} ms")


if __name__ == "__main__":
    main()
