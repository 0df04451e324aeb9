"""What a key costs in a prompt that holds 100,000 characters: ``python -m tests.benchmarks.prompts [LENGTH]``.

The program runs in a pseudo-terminal. A paste of the length is timed to the frame that shows its end, then single keys,
each to its frame; milliseconds, the median of twenty, and in brackets the processor time of all threads for one.
"""

import os
import sys
import time
from pathlib import Path
from statistics import median

from tests.samples import SEED
from tests.tui.session import Session, environment

TEXTS = {"arabic": "الذكاء الاصطناعي ", "one word": "م", "mixed": "abc ابج 12 (", "marks": "بَّ"}
PROMPTS = {"search": "/", "filter": "\t\t/", "note": "a", "goto": ":"}
KEYS = {"letter": "w", "erase": "\x7f", "left": "\x1b[D", "right": "\x1b[C"}


def timed(session: Session, keys: str, patience: float = 20.0) -> float:
    """Seconds from some keys to the next thing the program sends; the patience where nothing comes."""
    session.settle(0.15)
    before, start = len(session.sent), time.perf_counter()
    session.press(keys)
    while len(session.sent) == before and time.perf_counter() - start < patience:
        session.read(0.001)
    return time.perf_counter() - start


def measure(prompt: str, unit: str, length: int) -> None:
    argv = [sys.executable, "-m", "reader", "--no-state", str(SEED)]
    with Session(argv, environment(), "vte", (100, 30)) as session:
        session.wait(session.shows("Sections"))
        session.settle(1.5)
        for key in PROMPTS[prompt]:
            session.press(key)
            session.settle(0.3)
        text = (unit * length)[:length]
        before, start = len(session.sent), time.perf_counter()
        paste(session, f"\x1b[200~{text}\x1b[201~")
        session.wait(lambda: len(session.sent) > before)
        print(f"{prompt:8} {len(text):7} characters, pasted in {1000 * (time.perf_counter() - start):6.0f} ms", end="")
        for name, key in KEYS.items():
            spent = processor_time(session.pid)
            times = [1000 * took for _ in range(20) if (took := timed(session, key, 0.5)) < 0.5]
            spent = 1000 * (processor_time(session.pid) - spent) / 20
            if not times:  # at the end of the line already
                continue
            print(f"  {name} {median(times):5.1f} ({spent:4.1f})", end="")
        print(flush=True)


def processor_time(process: int) -> float:
    """Seconds that a process has computed."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def paste(session: Session, text: str) -> None:
    """Send a long text, taking in meanwhile what the program sends."""
    os.set_blocking(session.descriptor, False)
    data = text.encode()
    while data:
        try:
            data = data[os.write(session.descriptor, data) :]
        except BlockingIOError:
            session.read(0.001)
    os.set_blocking(session.descriptor, True)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for name, unit in TEXTS.items():
        print(name)
        for prompt in PROMPTS:
            measure(prompt, unit, wanted)
