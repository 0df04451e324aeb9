"""Prints what searching a large document costs, in processor time.

Run: ``python -m tests.benchmarks.search [MILLIONS]``.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reader.model import Document, Pos, range_of
from reader.search import Hits, Index
from tests.documents import document_of

SEED = Path(__file__).parents[2] / "seeds" / "llama-one-billion-downloads.ar.txt"
PHRASE = "الذكاء الاصطناعي"
ABSENT = "قسطنطينوبوليس"


def document_of_size(code_points: int, *, one_block: bool = False) -> Document:
    """The seed article's paragraphs in random order, over and over."""
    paragraphs = [line for line in SEED.read_text(encoding="utf-8").splitlines() if line]
    rng = random.Random(7)  # noqa: S311 - no secret
    lines: list[str] = []
    size = 0
    while size < code_points:
        line = rng.choice(paragraphs)
        lines.append(line)
        size += len(line) + 1
    return document_of(" ".join(lines)) if one_block else document_of(*lines)


def timed(label: str, step: Callable[[], object]) -> None:
    start = time.process_time()
    result = step()
    milliseconds = (time.process_time() - start) * 1000
    print(f"  {label:<44}{milliseconds:>10.2f} ms   {result if isinstance(result, int) else ''}")


def run(label: str, document: Document) -> None:
    print(f"{label}: {len(document):,} code points, {len(document.blocks):,} blocks")
    index = Index(document)
    end = Pos(len(document) + 1)
    middle = Pos(len(document) // 2)
    timed("first hit, nothing folded", lambda: index.find(PHRASE).after(Pos(0)))
    timed("fold everything", lambda: index.find("ا").count())
    for query in (PHRASE, ABSENT, "ا", "ال"):
        hits = index.find(query)
        print(f"  query {query}")
        _timed_hits(hits, middle, end)


def _timed_hits(hits: Hits, middle: Pos, end: Pos) -> None:
    timed("first hit from the start", lambda: hits.after(Pos(0)))
    timed("first hit from the middle", lambda: hits.after(middle))
    timed("last hit", lambda: hits.before(end))
    timed("a screen (4,000 code points)", lambda: len(hits.within(range_of(middle, middle + 4000))))
    timed("count", hits.count)
    timed("count again", hits.count)
    timed("every hit's range", lambda: sum(1 for _ in hits))


def main() -> None:
    size = int(float(sys.argv[1]) * 1_000_000) if len(sys.argv) > 1 else 20_000_000
    run("paragraphs", document_of_size(size))
    run("one paragraph", document_of_size(size, one_block=True))


if __name__ == "__main__":
    main()
