"""How fast tables are printed, and how much memory that takes.

Run ``python -m tests.benchmarks.tables`` from the checkout; prints a line a table: its size, the processor time and the
peak memory of ``reader print`` as a process of its own, and the megabytes a second with the start of the program and
without it.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROWS = 20_000

LATIN = [
    "water",
    "river",
    "report",
    "of",
    "the",
    "year",
    "market",
    "city",
    "north",
    "south",
    "analysis",
    "number",
    "quiet",
    "garden",
    "paper",
    "engine",
]
ARABIC = [
    "نص",
    "عربي",
    "جملة",
    "طويلة",
    "المدينة",
    "النهر",
    "تقرير",
    "السنة",
    "السوق",
    "الشمال",
    "الجنوب",
    "تحليل",
    "رقم",
    "هادئ",
    "حديقة",
    "ورق",
    "محرك",
]
HEBREW = [
    "מים",
    "נהר",
    "דוח",
    "שנה",
    "שוק",
    "עיר",
    "צפון",
    "דרום",
    "ניתוח",
    "מספר",
    "שקט",
    "גן",
    "נייר",
    "מנוע",
    "מילה",
    "ארוכה",
]
TABLES = {"English": LATIN, "Arabic": ARABIC, "Hebrew": HEBREW, "mixed in one cell": LATIN + ARABIC}

_RUN = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def rows_of(words: list[str], rows: int) -> list[list[str]]:
    """A table of some words: a number, names, a description, an amount."""
    source = random.Random(1)  # noqa: S311 - a benchmark
    head = ["id", "name", "city", "description", "amount"]
    return [head] + [
        [
            str(row),
            " ".join(source.choices(words, k=2)),
            source.choice(words),
            " ".join(source.choices(words, k=6)),
            f"{source.random() * 1000:.2f}",
        ]
        for row in range(rows)
    ]


def as_csv(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


def as_markdown(rows: list[list[str]]) -> str:
    head, *body = ["| " + " | ".join(row) + " |\n" for row in rows]
    return head + "|--:|---|:-:|---|--:|\n" + "".join(body)


def cost(*arguments: str) -> tuple[float, float]:
    """Seconds of processor time and megabytes of a run of the reader."""
    command = [sys.executable, "-c", _RUN, sys.executable, "-m", "reader", *arguments, "--no-state"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"})
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak) / 1024


def main() -> None:
    """Print the table."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.csv")
        small.write_text("a,b\n", encoding="utf-8")
        start = min(cost("print", "--order=visual", str(small))[0] for _ in range(3))
        print(f"start {start:.2f} s")
        for name, words in TABLES.items():
            for suffix, written in (("csv", as_csv), ("md", as_markdown)):
                path = Path(folder, f"table.{suffix}")
                path.write_text(written(rows_of(words, ROWS)), encoding="utf-8")
                size = path.stat().st_size / 1e6
                for order in ("visual", "logical"):
                    seconds, peak = cost("print", f"--order={order}", "--width=80", str(path))
                    print(
                        f"{name:18} {suffix:4} {order:8} {size:5.2f} MB {seconds:6.2f} s {peak:5.0f} MB"
                        f" {size / seconds:6.2f} MB/s, {size / max(0.01, seconds - start):6.2f} without the start"
                    )


if __name__ == "__main__":
    main()
