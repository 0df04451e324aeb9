"""The reader's start beside that of an empty Textual application: until there is text, and until a key acts.

Run ``python -m tests.benchmarks.readiness [STARTS]`` from the checkout. Both are started in turn, in a pseudo-terminal
of 120×40, with a key typed ahead; figures are milliseconds of the processor, all threads together (Linux), the median
of their starts. Only ratios say something on a machine that does something else, too.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.against import rows_of_text
from tests.samples import SEED
from tests.tui.session import Session, environment

SIZE = (120, 40)
STARTS = 9
LONGEST = 60.0

_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("\\n".join(["An application that does nothing."] * 9))
    def on_key(self, event):
        self.query_one(Static).update("Go to")
Empty().run()
"""


class Started(NamedTuple):
    """Seconds of the processor until there was text, and until the key had acted."""

    text: float
    ready: float


def used(pid: int) -> float:
    """Seconds that a process has run."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int(task.joinpath("schedstat").read_text().split()[0]) for task in tasks) / 1e9


def started(argv: list[str], key: str) -> Started:
    """One start, with a key that has "Go to" shown."""
    with tempfile.TemporaryDirectory() as home:
        environ = environment(HOME=home, READER_STATE=home, READER_CONFIG=f"{home}/config.toml", COLORTERM="truecolor")
        with Session(argv, environ, answer="xterm", size=SIZE) as session:
            session.press(key)
            text = 0.0
            deadline = time.monotonic() + LONGEST
            while not session.shows("Go to")() and time.monotonic() < deadline:
                session.read(0.002)
                if not text and rows_of_text(session) >= 3:
                    text = used(session.pid)
            return Started(text, used(session.pid))


def main() -> None:
    """Print the medians and their ratios."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else STARTS
    programs = {
        "an empty Textual application": ([sys.executable, "-c", _EMPTY], "x"),
        "reader": ([sys.executable, "-m", "reader", "--no-state", str(SEED)], ":"),
        "reader, with a state": ([sys.executable, "-m", "reader", str(SEED)], ":"),
    }
    runs: dict[str, list[Started]] = {name: [] for name in programs}
    for number in range(starts + 1):
        for name, (argv, key) in programs.items():
            one = started(argv, key)
            if number:  # the first writes byte-compiled files
                runs[name].append(one)
    medians = {name: Started(*(median(moment) for moment in zip(*found, strict=True))) for name, found in runs.items()}
    yardstick = next(iter(medians.values()))
    print(f"{'ms of the processor until there is':36}{'text':>8}{'×':>7}{'a key':>9}{'×':>7}")
    for name, one in medians.items():
        ratios = one.text / yardstick.text, one.ready / yardstick.ready
        print(f"  {name:34}{1000 * one.text:8.0f}{ratios[0]:7.2f}{1000 * one.ready:9.0f}{ratios[1]:7.2f}")


if __name__ == "__main__":
    main()
