"""How fast the text engine is, beside the goals set for it.

Run ``python -m tests.benchmarks.text_engine`` from the checkout; prints a table. Where fribidi is installed, ``reader
print`` is held against it.

Every time is processor time, the best of several runs, so that a busy machine does not blur the ratios between rows.
*Cold* is a first screen in a new process: the tables of properties, letter forms and words are filled while it is laid
out. *Warm* is the same screen, nothing of it kept, in a process whose tables another text has filled, or this one.
"""

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from reader.text.layout import Line, Lines, analyse

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "seeds" / "llama-one-billion-downloads.ar.txt"
LATIN = "The quick brown fox jumps over the lazy dog, and 42 others (see p. 7) do the same. "
MILLION = 1_000_000
WIDTH, HEIGHT = 120, 40

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_BEFORE = ("", "", "", "ال", "ال", "و", "ب", "وال", "لل", "ي", "ت", "م")
_BEHIND = ("", "", "", "ة", "ات", "ين", "ون", "ها", "هم", "ا", "ية")


def seconds(task: Callable[[], object], runs: int = 3) -> float:
    """The best processor time of several runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        task()
        best = min(best, time.process_time() - start)
    return best


def row(name: str, taken: float, goal: str = "", *, characters: int = 0) -> None:
    """A line of the table."""
    rate = f"{characters / taken / 1e6:.2f} M characters/s" if characters else ""
    print(f"{name:62}{taken * 1000:10.2f} ms  {rate:24}{goal and f'goal: {goal}'}", flush=True)


def ratio(name: str, value: float, goal: str = "") -> None:
    """A line of the table that holds one time against another."""
    print(f"{name:62}{value:10.2f}     {'':24}{goal and f'goal: {goal}'}", flush=True)


def repeated(text: str, length: int) -> str:
    """A text of a length."""
    return (text * (length // len(text) + 1))[:length]


def prose(length: int) -> str:
    """Arabic-looking paragraphs of so many characters, with as many different words as a book has, by Zipf's law."""
    rng = random.Random(1)  # noqa: S311 - the same text on every run
    words = [rng.choice(_BEFORE) + "".join(rng.choices(_LETTERS, k=3)) + rng.choice(_BEHIND) for _ in range(30_000)]
    drawn = rng.choices(words, weights=[1 / rank for rank in range(1, len(words) + 1)], k=length // 4)
    for at in range(9, len(drawn), 10):
        drawn[at] += "،."[at % 20 > 9]
    paragraphs = [" ".join(drawn[at : at + 70]) + "." for at in range(0, len(drawn), 70)]
    return "\n\n".join(paragraphs)[:length]


def article() -> list[str]:
    """The paragraphs of the seed article."""
    return [line for line in ARTICLE.read_text(encoding="utf-8").split("\n") if line.strip()]


def first_lines(lines: Lines, start: int = 0) -> list[Line]:
    """A screen of a paragraph, painted."""
    screen = [line for line, _ in zip(map(lines.__getitem__, range(start, start + HEIGHT)), range(HEIGHT), strict=True)]
    assert all(line.text for line in screen)
    return screen


def screen(paragraphs: Sequence[str]) -> None:
    """A screen of an article, painted."""
    rows = 0
    for paragraph in paragraphs:
        for line in analyse(paragraph, 1).wrap(WIDTH):
            rows += bool(line.text)
            if rows == HEIGHT:
                return


def first_screen(text: str) -> None:
    """The first lines of a paragraph."""
    first_lines(analyse(text, 1).wrap(WIDTH))


def jump(lines: Lines, to: int) -> None:
    """The lines before a place."""
    first_lines(lines, lines.row_of(to) - HEIGHT)


def levels(text: str, base: int) -> bytes:
    """All that is known of a paragraph."""
    return analyse(text, base).levels


def line_count(text: str, base: int) -> int:
    """Its lines, found but not set."""
    return len(analyse(text, base).wrap(WIDTH))


def painted(text: str, base: int) -> int:
    """The whole way: analysis, line ends, and what every line paints."""
    return sum(len(line.text) for line in analyse(text, base).wrap(WIDTH))


def in_new_process(*, warmed: bool) -> float:
    """The time of a screen in a process that has laid out nothing, or nothing but another text."""
    program = (
        "from tests.benchmarks.text_engine import article, prose, screen, seconds\n"
        f"screen(prose(20_000 * {warmed:d}).split('\\n'))\n"
        "paragraphs = article()\nprint(seconds(lambda: screen(paragraphs), 1))"
    )
    run = partial(subprocess.run, [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    return min(float(run().stdout) for _ in range(5))


def screens() -> None:
    """Screens of 120 by 40."""
    paragraphs = article()
    row(f"screen {WIDTH}x{HEIGHT}, cold", in_new_process(warmed=False), "10 ms")
    row(f"screen {WIDTH}x{HEIGHT}, warmed by another text", in_new_process(warmed=True))
    row(f"screen {WIDTH}x{HEIGHT}, warmed by this text, laid out anew", seconds(lambda: screen(paragraphs), 9), "2 ms")
    analysed = [analyse(paragraph, 1) for paragraph in paragraphs[:14]]
    wrapped = [list(paragraph.wrap(WIDTH + 1)) for paragraph in analysed]
    assert wrapped

    def again() -> None:
        for paragraph in analysed:
            for line in paragraph.wrap(WIDTH):
                assert line.text

    row(f"screen {WIDTH}x{HEIGHT}, another width", seconds(again, 9))


def rates() -> None:
    """Characters a second, by script."""
    text = ARTICLE.read_text(encoding="utf-8").replace("\n", " ")
    pointed = "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ "
    whole = {}
    for name, sample, base, goal in (
        ("Arabic", text, 1, "1 M characters/s"),
        ("Arabic, a book's vocabulary", prose(MILLION).replace("\n\n", " "), 1, "1 M characters/s"),
        ("Persian", "نمی‌خواهم که کتاب‌های تازه را ببینم؛ ۱۲٫۵ درصد. ", 1, ""),
        ("Arabic with harakat", pointed, 1, ""),
        ("Latin", LATIN, 0, ""),
    ):
        long = repeated(sample, MILLION)
        row(f"analysis: {name}", seconds(partial(levels, long, base)), goal, characters=MILLION)
        row(
            f"line ends: {name}",
            seconds(partial(line_count, long, base)),
            characters=MILLION,
        )
        whole[name] = seconds(partial(painted, long, base))
        row(f"painted lines: {name}", whole[name], characters=MILLION)
    ratio("painted lines, Latin to Arabic", whole["Latin"] / whole["Arabic"], "0.1")


def long_paragraph() -> None:
    """One paragraph of five million characters."""
    text = repeated(ARTICLE.read_text(encoding="utf-8").replace("\n", " "), 5 * MILLION)
    middle = len(text) // 2
    for name, long in (
        ("", text),
        (", an isolate in it", text[:MILLION] + "\u2067" + text[MILLION:] + "\u2069"),
        (", an embedding around it", "\u202b" + text + "\u202c"),
        (
            ", an isolate in every thousand",
            "".join(f"\u2067{text[at : at + 1000]}\u2069" for at in range(0, len(text), 1000)),
        ),
    ):
        row(
            f"5 million{name}: first screen",
            seconds(partial(first_screen, long), 1),
            "300 ms",
        )
        paragraph = analyse(long, 1)
        lines = paragraph.wrap(WIDTH)
        row("    to its middle, for the first time", seconds(partial(jump, lines, middle), 1))
        row("    to its end, for the first time", seconds(partial(jump, lines, len(long)), 1))
        row("    a screen at its middle", seconds(partial(jump, lines, middle)))
        row("    another width, at its middle", seconds(partial(jump, paragraph.wrap(WIDTH - 20), middle), 1))


BAD: dict[str, Callable[[int], str]] = {
    "embeddings, 125 deep and back": lambda n: ("\u202b" * 125 + "ab اب" + "\u202c" * 125) * (n // 255),
    "isolates opened": lambda n: "\u2067" * n + "word كلمة",
    "isolates nested and closed": lambda n: "\u2067" * (n // 2) + "كلمة" + "\u2069" * (n // 2),
    "brackets opened": lambda n: "(" * n + " كلمة",
    "brackets closed": lambda n: "كلمة " + ")" * n,
    "brackets opened between words": lambda n: "(كلمة " * (n // 6),
    "marks on one letter": lambda n: "ب" + "\u064e" * n + "ت",
    "marks without a base": lambda n: "\n\u0301" * (n // 2),
    "line and paragraph separators": lambda n: "ab\u2028\u2029" * (n // 4),
    "NUL": lambda n: "\0" * n,
    "unpaired surrogates": lambda n: "\ud800" * n,
    "one word": lambda n: "ب" * n,
    "spaces": lambda n: " " * n + "/",
    "soft hyphens": lambda n: "x" * 40 + "\u00ad\u200e" * (n // 2) + "word",
    "digits and signs": lambda n: "1,-(" * (n // 4),
}
"""Hostile texts of about so many characters."""


def rejoined(text: str) -> None:
    """Lay a text out; its lines rejoin to it."""
    at = 0
    for line in analyse(text, 1).wrap(80):
        assert line.start == at
        assert line.width >= 0
        at = line.end
    assert at == len(text)


def bad_input(length: int = 100_000) -> None:
    """How time grows with hostile texts: twice the text, about twice the time."""
    for name, made in BAD.items():
        once, twice = (seconds(partial(rejoined, made(n)), 2) for n in (length, 2 * length))
        row(f"{length} of {name}", once)
        ratio("    twice as many", twice / once, "about 2")


def process_seconds(command: list[str], file: Path, compiled: Path) -> float:
    """The processor time of a command that reads a file from standard input, its start included.

    Its modules are compiled, as those of an installed program are: they are kept in a folder of their own.
    """
    best = float("inf")
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with file.open("rb") as source:
            subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, cwd=ROOT, env=surroundings, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


_MACHINE = [
    "`--help`",
    "`npm-install`",
    "https://example.org/docs/4.0/",
    "/etc/hosts",
    "`src/main.py`",
    "C++",
    "v2.0",
    "#123",
    "@dana",
    "Python",
    "Docker",
    "API",
    "README.md",
    "-5",
    "3.10",
    "`config.json`",
    "(HTTP)",
    "2024-01-05",
    "run()",
    "user@example.org",
    "978-3-16-148410-0",
]


def readme(length: int) -> str:
    """Markdown of so many bytes in Arabic and Hebrew, every seventh word machine text."""
    rng = random.Random(3)  # noqa: S311 - the same text on every run
    arabic = [
        "نفّذ",
        "الأمر",
        "في",
        "الطرفية",
        "ثم",
        "افتح",
        "الملف",
        "وعدّل",
        "الإعدادات",
        "قبل",
        "تشغيل",
        "الخادم",
        "على",
        "جهازك",
        "المحلي",
    ]
    hebrew = [
        "הריצו",
        "את",
        "הפקודה",
        "במסוף",
        "ואז",
        "פתחו",
        "את",
        "הקובץ",
        "ושנו",
        "את",
        "ההגדרות",
        "לפני",
        "הפעלת",
        "השרת",
        "במחשב",
    ]
    paragraphs: list[str] = []
    while length > 0:
        words = rng.choice((arabic, hebrew))
        drawn = [rng.choice(_MACHINE if rng.random() < 1 / 7 else words) for _ in range(rng.randint(15, 60))]
        paragraphs.append(" ".join(drawn) + ".")
        length -= len(paragraphs[-1].encode()) + 2
    return "\n\n".join(paragraphs)


def machine_text() -> None:
    """``reader print`` of a megabyte of Markdown full of machine text, isolated and by UAX#9 to the letter."""
    ours = [sys.executable, "-m", "reader", "print", "--no-state", "--order=visual", f"--width={WIDTH}"]
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder) / "readme.md", Path(folder) / "out"
        file.write_text(readme(MILLION), encoding="utf-8")
        for isolate in ("none", "auto"):
            taken = process_seconds([*ours, f"--isolate={isolate}", str(file)], file, out)
            row(f"reader print --isolate={isolate}, 1 MB of Markdown with machine text", taken)


def against_fribidi() -> None:
    """``reader print`` of a megabyte of Arabic, and fribidi on the same."""
    fribidi = shutil.which("fribidi")
    if fribidi is None:
        print("fribidi is not installed")
        return
    theirs = [fribidi, "--charset", "UTF-8", "--rtl", "--nopad", "--width", str(WIDTH)]
    ours = [sys.executable, "-m", "reader", "print", "--no-state", f"--width={WIDTH}"]
    with tempfile.TemporaryDirectory() as folder:
        file, compiled = Path(folder) / "arabic.txt", Path(folder) / "compiled"
        row("a Python process that does nothing", process_seconds([sys.executable, "-c", "pass"], ARTICLE, compiled))
        row("reader print of the article", process_seconds([*ours, str(ARTICLE)], ARTICLE, compiled))
        for name, text in (
            ("the article over and over", repeated(ARTICLE.read_text(encoding="utf-8") + "\n\n", MILLION)),
            ("prose of a book's vocabulary", prose(MILLION)),
        ):
            file.write_bytes(text.encode()[:MILLION].decode("utf-8", "ignore").encode())
            fribidis, readers = (
                process_seconds(theirs, file, compiled),
                process_seconds([*ours, str(file)], file, compiled),
            )
            row(f"fribidi, 1 MB: {name}", fribidis)
            row("    reader print of the same", readers)
            ratio("    ratio", readers / fribidis, "15")


def main() -> None:
    """Measure and print; compiled patterns are kept, as those of an installed program are."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    screens()
    rates()
    long_paragraph()
    bad_input()
    machine_text()
    against_fribidi()


if __name__ == "__main__":
    main()
