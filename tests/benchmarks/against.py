"""The reader beside other programs that show a text, in one pseudo-terminal of 120×40.

Run ``python -m tests.benchmarks.against [FILE …]`` from the checkout; without a file, the article, 20 MB of it, and
5 MB of it in one paragraph. Of less, nvim, emacs, baca, epy, frogmouth and toolong those are measured that are
installed, and an empty Textual application, which the others are compared with. Compare figures of one run only: what
else the machine does is in all of them, least in those of the processor. Columns:

* ``text``: ms from the start of the process until the screen holds three rows of text, and of the processor until then;
* ``still``: the same until nothing moves any more, in the program or on the screen;
* ``×``: the milliseconds of the processor beside those of the empty application;
* ``line`` and ``page``: ms from the key to the last byte of what it changes, and bytes; medians;
* ``MB``: the greatest resident memory (Linux).

Byte-compiled files are written before anything is measured.
"""

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.samples import SEED
from tests.tui.session import Session, environment

SIZE = (120, 40)
STARTS, PAGES, LINES = 3, 3, 8
STILL = 0.4
"""Seconds without a byte, and without work, after which a screen stands still."""

LONGEST = 60.0
_LETTERS = re.compile(r"[^\W\d_]")
_TICKS = os.sysconf("SC_CLK_TCK")

_EMPTY = "from textual.app import App; from textual.widgets import Static\n"
_EMPTY += (
    "class Empty(App):\n  def compose(self): yield Static('\\n'.join(['An application that does nothing.'] * 9))\n"
)
_EMPTY += "  def on_key(self, event): event.key == 'q' and self.exit()\nEmpty().run()"


class Program(NamedTuple):
    """A program and the keys for a page, a line and leaving; the file follows the command."""

    name: str
    command: tuple[str, ...]
    page: str = " "
    line: str = "j"
    leave: str = "q"


PROGRAMS = (
    Program("reader", (sys.executable, "-m", "reader", "--no-state")),
    Program("less", ("less",)),
    Program("nvim", ("nvim", "-R", "-u", "NONE"), "\x06", "\x05", ":q!\r"),
    Program("emacs", ("emacs", "-nw", "-Q"), "\x16", "\x1b[B", "\x18\x03"),
    Program("baca", ("baca",)),
    Program("epy", ("epy",)),
    Program("frogmouth", ("frogmouth",), "\x1b[6~", "\x1b[B", "\x11"),
    Program("toolong", ("tl",), "\x1b[6~", "\x1b[B", "\x03"),
)
EMPTY = Program("empty Textual", (sys.executable, "-c", _EMPTY), "", "")


class Moment(NamedTuple):
    """Seconds since the start, and of the processor."""

    wall: float
    cpu: float


Key = tuple[float, int] | None
"""Seconds and bytes a key."""


class Figures(NamedTuple):
    """What was measured; None where there was nothing to measure. Memory in megabytes."""

    text: Moment | None
    still: Moment | None
    page: Key
    line: Key
    memory: float


def processes(pid: int) -> Iterator[int]:
    """A process and its descendants (Linux)."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text().split():
                yield from processes(int(child))


def used(pid: int) -> tuple[float, float]:
    """Seconds of CPU and megabytes at most."""
    cpu = memory = 0.0
    for each in processes(pid):
        with suppress(OSError, IndexError):
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            cpu += sum(map(int, fields[11:13])) / _TICKS
            status = Path(f"/proc/{each}/status").read_text()
            memory += sum(int(size) for size in re.findall(r"VmHWM:\s*(\d+)", status)) / 1024
    return cpu, memory


def rows_of_text(session: Session) -> int:
    return sum(len(_LETTERS.findall(row)) >= 8 for row in session.played.text)


def stands(session: Session, since: float) -> tuple[float, int]:
    """Read until nothing has moved for a while; when the last byte came, in seconds since, and how many came."""
    last = busy = time.perf_counter()
    before, worked = len(session.sent.encode()), used(session.pid)[0]
    while (now := time.perf_counter()) < since + LONGEST and now < max(last, busy) + STILL:
        if session.read(0.005):
            last = time.perf_counter()
        elif (works := used(session.pid)[0]) > worked + 1 / _TICKS:
            worked, busy = works, now
    return last - since, len(session.sent.encode()) - before


def keys(session: Session, key: str, presses: int) -> Key:
    """The medians of pressing a key so many times."""
    if not key:
        return None
    found = []
    for _ in range(presses):
        start = time.perf_counter()
        session.press(key)
        found.append(stands(session, start))
    return median(seconds for seconds, _ in found), round(median(size for _, size in found))


def one_start(program: Program, path: Path, *, with_keys: bool) -> Figures:
    with tempfile.TemporaryDirectory() as home:
        environ = environment(HOME=home, READER_STATE=home, READER_CONFIG=f"{home}/config.toml", COLORTERM="truecolor")
        argv = [*program.command, *([str(path)] if program is not EMPTY else [])]
        start = time.perf_counter()
        with Session(argv, environ, answer="xterm", size=SIZE) as session:
            text = still = page = line = None
            while text is None and time.perf_counter() < start + LONGEST:
                session.read(0.002)
                if rows_of_text(session) >= 3:
                    text = Moment(time.perf_counter() - start, used(session.pid)[0])
            if text:
                still = Moment(stands(session, start)[0], used(session.pid)[0])
                if with_keys:
                    line, page = keys(session, program.line, LINES), keys(session, program.page, PAGES)
            memory = used(session.pid)[1]
            session.press(program.leave)
            session.settle(0.2)
        return Figures(text, still, page, line, memory)


def measured(program: Program, path: Path) -> Figures:
    """One start with keys, and some without, whose moments' medians count."""
    runs = [one_start(program, path, with_keys=number == 0) for number in range(STARTS)]
    return runs[0]._replace(
        text=middle([run.text for run in runs if run.text]), still=middle([run.still for run in runs if run.still])
    )


def middle(moments: list[Moment]) -> Moment | None:
    if not moments:
        return None
    return Moment(median(one.wall for one in moments), median(one.cpu for one in moments))


def row_of(name: str, figures: Figures, yardstick: Figures) -> str:
    def moment(one: Moment | None, other: Moment | None) -> str:
        if one is None or other is None:
            return f"{'–':>22}"
        return f"{1000 * one.wall:8.0f}{1000 * one.cpu:8.0f}{one.cpu / max(other.cpu, 1 / _TICKS):6.2f}"

    def key(pair: Key) -> str:
        return f"{1000 * pair[0]:8.0f}{pair[1]:8,}" if pair else f"{'–':>16}"

    started = moment(figures.text, yardstick.text) + moment(figures.still, yardstick.still)
    return f"  {name:14}{started}{key(figures.line)}{key(figures.page)}{figures.memory:7.0f}"


def table(path: Path, programs: Sequence[Program]) -> None:
    """Measure and print."""
    print(f"\n{path.name}, {path.stat().st_size:,} bytes")
    heads = (("text ms", 8), ("CPU", 8), ("×", 6), ("still ms", 9), ("CPU", 7), ("×", 6))
    keys_of = (("line ms", 8), ("B", 8), ("page ms", 8), ("B", 8), ("MB", 7))
    print(" " * 16 + "".join(f"{head:>{width}}" for head, width in (*heads, *keys_of)))
    yardstick = measured(EMPTY, path)
    print(row_of(EMPTY.name, yardstick, yardstick), flush=True)
    for program in programs:
        print(row_of(program.name, measured(program, path), yardstick), flush=True)


def main() -> None:
    """Print a table a file."""
    # Once, for byte-compiled files, wherever writing them is not forbidden.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    programs = [program for program in PROGRAMS if shutil.which(program.command[0])]
    with tempfile.TemporaryDirectory() as name:
        paths = [Path(argument).absolute() for argument in sys.argv[1:]]
        if not paths:
            article = SEED.read_text(encoding="utf-8")
            large, paragraph = Path(name, "20-megabytes.txt"), Path(name, "one-paragraph.txt")
            large.write_text(article * (20_000_000 // len(article.encode())), encoding="utf-8")
            paragraph.write_text(" ".join(article.split()) * (5_000_000 // len(article.encode())), encoding="utf-8")
            paths = [SEED, large, paragraph]
        for program in (EMPTY, *programs):
            one_start(program, paths[0], with_keys=False)
        for path in paths:
            table(path, programs)


if __name__ == "__main__":
    main()
