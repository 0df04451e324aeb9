"""How fast the text engine is.

Run ``python -m tests.benchmarks.text_engine [--against-fribidi]`` from the checkout; prints a table.

Every time is the best of several runs in this process, so that the ratios between rows hold on any machine. "Cold" is
a first screen in a new
process: the tables of properties and letter forms are filled while it is laid out.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reader.text.bidi import levels_of
from reader.text.graphemes import boundaries
from reader.text.layout import Line, Lines, analyse
from reader.text.linebreak import opportunities

ARTICLE = Path(__file__).parents[2] / "seeds" / "llama-one-billion-downloads.ar.txt"
LATIN = "The quick brown fox jumps over the lazy dog, and 42 others (see p. 7) do the same. "
MILLION = 1_000_000
WIDTH, HEIGHT = 120, 40


def seconds(task: Callable[[], object], runs: int = 3) -> float:
    """The best time of several runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best


def repeated(text: str, length: int) -> str:
    """A text of a length."""
    return (text * (length // len(text) + 1))[:length]


def first_lines(lines: Lines, count: int) -> list[Line]:
    """The first lines of a paragraph."""
    return [line for line, _ in zip(lines, range(count), strict=False)]


def screen(paragraphs: list[str]) -> list[Line]:
    """A screen of an article."""
    rows: list[Line] = []
    for paragraph in paragraphs:
        rows += first_lines(analyse(paragraph, 1).wrap(WIDTH), HEIGHT - len(rows))
        if len(rows) == HEIGHT:
            break
    return rows


def analysed_whole(text: str, base: int) -> bytes:
    """Levels, cells and breaks of a whole paragraph."""
    return analyse(text, base).levels


def line_count(text: str, base: int) -> int:
    """The lines of a paragraph, found but not set."""
    return len(analyse(text, base).wrap(WIDTH))


def painted_cells(text: str, base: int) -> int:
    """The lines of a paragraph, all set."""
    return sum(line.width for line in analyse(text, base).wrap(WIDTH))


def row(name: str, taken: float, characters: int = 0) -> None:
    """A line of the table."""
    rate = f"{characters / taken / 1e6:9.2f} M characters/s" if characters else ""
    print(f"{name:58}{taken * 1000:10.2f} ms {rate}")


def against_fribidi(text: str) -> None:
    """Wrap and order a million characters, and the same by fribidi, process starts included."""
    fribidi = shutil.which("fribidi")
    if fribidi is None:
        print("fribidi is not installed")
        return
    command = [fribidi, "--charset", "UTF-8", "--rtl", "--nopad", "--width", str(WIDTH)]
    theirs = seconds(lambda: subprocess.run(command, input=text.encode(), capture_output=True, check=True), 1)
    program = (
        "import sys\nfrom reader.text.layout import analyse\n"
        f"for line in analyse(sys.stdin.read(), 1).wrap({WIDTH}): print(line.text)"
    )
    ours = seconds(
        lambda: subprocess.run([sys.executable, "-c", program], input=text.encode(), capture_output=True, check=True), 1
    )
    row("fribidi, 1 MB of Arabic", theirs)
    row("the same, a Python process of ours", ours)
    print(f"{'ratio':58}{ours / theirs:10.1f}")


def main() -> None:
    """Measure and print."""
    article = ARTICLE.read_text(encoding="utf-8")
    paragraphs = [line for line in article.split("\n") if line.strip()]
    row(f"screen {WIDTH}x{HEIGHT}, cold", seconds(lambda: screen(paragraphs), 1))
    row(f"screen {WIDTH}x{HEIGHT}, paragraphs laid out anew", seconds(lambda: screen(paragraphs)))
    analysed = [analyse(paragraph, 1) for paragraph in paragraphs]
    laid_out = [list(paragraph.wrap(WIDTH + 1)) for paragraph in analysed]
    assert laid_out
    row(
        f"screen {WIDTH}x{HEIGHT}, another width",
        seconds(lambda: [first_lines(p.wrap(WIDTH), HEIGHT) for p in analysed[:9]], 1),
    )
    arabic = repeated(article.replace("\n", " "), MILLION)
    persian = repeated("نمی‌خواهم که کتاب‌های تازه را ببینم؛ ۱۲٫۵ درصد. ", MILLION)
    pointed = repeated("بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ ", MILLION)
    latin = repeated(LATIN, MILLION)
    for name, text, base in (
        ("Arabic", arabic, 1),
        ("Persian", persian, 1),
        ("Arabic with harakat", pointed, 1),
        ("Latin", latin, 0),
    ):
        row(f"levels: {name}", seconds(partial(levels_of, text, base)), len(text))
        row(f"line breaks: {name}", seconds(partial(opportunities, text)), len(text))
        row(f"graphemes: {name}", seconds(partial(boundaries, text)), len(text))
        row(f"analysis: {name}", seconds(partial(analysed_whole, text, base)), len(text))
        row(f"line ends: {name}", seconds(partial(line_count, text, base), 1), len(text))
        row(f"all lines: {name}", seconds(partial(painted_cells, text, base), 1), len(text))
    long = repeated(arabic, 5 * MILLION)
    row(
        "first screen of one paragraph of 5 million", seconds(lambda: first_lines(analyse(long, 1).wrap(WIDTH), HEIGHT))
    )
    embedded = long[:MILLION] + "\u2067" + long[MILLION:] + "\u2069"
    row("the same with an isolate in it", seconds(lambda: first_lines(analyse(embedded, 1).wrap(WIDTH), HEIGHT), 1))
    if "--against-fribidi" in sys.argv:
        against_fribidi(arabic[: MILLION // 2])


if __name__ == "__main__":
    main()
