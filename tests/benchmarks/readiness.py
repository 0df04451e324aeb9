"""The reader's start beside that of an empty Textual application: until there is text, and until a key acts; commands.

Run ``python -m tests.benchmarks.readiness [STARTS]`` from the checkout. Both are started in turn, in a pseudo-terminal
of 120×40, with a key typed ahead, on which the reader acts before it loads Textual; figures are milliseconds of the
processor, all threads together (Linux), the median of their starts. Only ratios say something on a machine that does
something else, too. How much the first page takes the program says itself, for by the time a terminal shows it the next
thing is under way.
"""

import os
import resource
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.samples import SEED
from tests.tui.session import Session, environment

if TYPE_CHECKING:
    from collections.abc import Callable

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

_FIRST_PAGE = """
import os, sys, time
from reader.terminal.takeover import Takeover
write = Takeover._write
def written(self, data):
    write(self, data)
    with open(os.environ["TOLD"], "w") as file:
        file.write(str(time.process_time()))
    os._exit(0)
Takeover._write = written
from reader.cli import run
run()
"""


def used(pid: int) -> float:
    """Seconds that a process has run."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int(task.joinpath("schedstat").read_text().split()[0]) for task in tasks) / 1e9


def ready(argv: list[str], key: str) -> float:
    """Seconds of the processor until a key that was typed ahead has "Go to" shown."""
    with tempfile.TemporaryDirectory() as home, Session(argv, _environ(home), answer="xterm", size=SIZE) as session:
        session.press(key)
        session.wait(session.shows("Go to"), LONGEST)
        return used(session.pid)


def left(argv: list[str]) -> float:
    """Seconds of the processor from the start to the end, by a ``q`` typed ahead, for which Textual is loaded."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as home, Session(argv, _environ(home), answer="xterm", size=SIZE) as session:
        session.press("q")
        session.ended()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def first_page(*options: str) -> float:
    """Seconds of the processor until the reader has written its first page."""
    with tempfile.TemporaryDirectory() as home:
        argv = [sys.executable, "-c", _FIRST_PAGE, *options, str(SEED)]
        with Session(argv, _environ(home), answer="xterm", size=SIZE) as session:
            session.ended()
        return float(Path(home, "told").read_text())


def of_a_command(*words: str) -> float:
    """Seconds of the processor that a command takes from beginning to end."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(sys.executable, [sys.executable, *words], os.environ, file_actions=quiet)
    usage = os.wait4(pid, 0)[2]
    return usage.ru_utime + usage.ru_stime


def _environ(home: str) -> dict[str, str]:
    said = {"READER_STATE": home, "READER_CONFIG": f"{home}/config.toml", "TOLD": f"{home}/told"}
    return environment(HOME=home, COLORTERM="truecolor", **said)


def main() -> None:
    """Print the medians, and the ratios of the starts."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else STARTS
    reader = [sys.executable, "-m", "reader", str(SEED)]
    figures: dict[str, Callable[[], float]] = {
        "an empty Textual application: a key": lambda: ready([sys.executable, "-c", _EMPTY], "x"),
        "reader: the first page": first_page,
        "reader --no-state: the first page": lambda: first_page("--no-state"),
        "reader: a key": lambda: ready(reader, ":"),
        "reader: Textual loaded, and left": lambda: left(reader),
        "python alone": lambda: of_a_command("-c", "pass"),
        "reader --version": lambda: of_a_command("-m", "reader", "--version"),
        "reader print": lambda: of_a_command("-m", "reader", "print", str(SEED)),
    }
    # In turn, so that what else the machine does is in all of them; the first time writes byte-compiled files.
    runs = [{name: measure() for name, measure in figures.items()} for _ in range(starts + 1)][1:]
    medians = {name: median(run[name] for run in runs) for name in figures}
    for name, seconds in medians.items():
        print(f"{name:38}{1000 * seconds:8.0f} ms{seconds / next(iter(medians.values())):7.2f} ×")


if __name__ == "__main__":
    main()
