"""What a large text costs in the application, a process of its own (Linux).

Run ``python -m tests.benchmarks.large_application [MEGABYTES | PATH]``.

A text of the size (100 by default, 1000 are as much room on the disk), or a file, is opened in a pseudo-terminal of
120×40; one goes to its end, to 50 %, resizes, looks for a word that stands at the end and for one that is nowhere, and
reads in as many places as there are parts whose facts are kept, and one more. ``shown`` is what the process used of the
processor until the screen changed, ``all`` until it did nothing any more, in milliseconds; the memory is that of the
whole process then, and at most so far, in MB.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reader.view.fact_parts import KEPT
from tests.benchmarks.against import used
from tests.benchmarks.large import RARE, write
from tests.benchmarks.stutter import computed
from tests.tui.session import Session, environment

SIZE = (120, 40)
QUIET = 3.0
"""Seconds without work after which nothing more is expected: longer than what waits for one to rest."""


def memory(session: Session) -> tuple[float, float]:
    """Resident now, and at most so far."""
    status = Path(f"/proc/{session.pid}/status").read_text(encoding="ascii", errors="replace")
    told = dict(line.split(":", 1) for line in status.splitlines() if line.startswith("Vm"))
    return int(told["VmRSS"].split()[0]) / 1000, int(told["VmHWM"].split()[0]) / 1000


def done(session: Session, name: str, act: Callable[[], None]) -> None:
    """Do something, wait until nothing more comes of it, and tell what it cost."""
    before, all_before, sent = computed(session), used(session.pid)[0], len(session.sent)
    act()
    session.wait(lambda: len(session.sent) > sent, 120)
    shown, last, since = computed(session), computed(session), time.monotonic()
    while time.monotonic() - since < QUIET:
        session.settle(0.3)
        if abs((now := computed(session)) - last) > 20:  # less, where a thread has ended
            last, since = now, time.monotonic()
    now, most = memory(session)
    whole = (used(session.pid)[0] - all_before) * 1000
    print(f"  {name:28}{shown - before:10,.0f}{whole:12,.0f}{now:8.0f}{most:8.0f}", flush=True)


def measured(path: Path, folder: str) -> None:
    """Print a line a step."""
    environ = environment(HOME=folder, READER_STATE=folder, XDG_CACHE_HOME=f"{folder}/cache")
    print(f"{path.name}, {path.stat().st_size / 1e6:,.0f} MB".ljust(30) + "   shown         all     now    most")
    with Session([sys.executable, "-m", "reader", str(path)], environ, answer="xterm", size=SIZE) as session:
        done(session, "opened, read to its end", lambda: session.settle(1.0))
        done(session, "the end", partial(session.press, "G"))
        done(session, "50 %", partial(session.press, ":50%\r"))
        done(session, "resized", lambda: session.resize(SIZE[0] - 20, SIZE[1] - 10))
        done(session, "and back", lambda: session.resize(*SIZE))
        for part in range(KEPT + 1):
            share = round(100 * part / (KEPT + 1))
            done(session, f"facts at {share} %", partial(session.press, f":{share}%\r"))
        for name, word in (("a rare word at the end", RARE), ("a word that is nowhere", RARE[::-1])):
            session.press("\x1b/")
            session.settle(1.0)
            done(session, name, partial(session.press, word))
            session.press("\x1b")
            session.settle(1.0)


def main() -> None:
    """Print the table."""
    asked = sys.argv[1] if len(sys.argv) > 1 else "100"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(asked)
        if asked.isdecimal():
            path = Path(folder) / "large.txt"
            write(path, float(asked))
        measured(path, folder)


if __name__ == "__main__":
    main()
