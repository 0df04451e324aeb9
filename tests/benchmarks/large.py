"""Prints what a large text costs when everything about it is known: ``python -m tests.benchmarks.large [MEGABYTES]``.

Processor time and peak memory of one process that does what the application does, without a screen: reads the file,
searches it, looks for its facts.
"""

import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reader.facts import extract
from reader.formats import open_snapshots
from reader.model import Document, Pos, range_of
from reader.search import Index
from reader.view.fact_index import FactIndex
from reader.view.fact_parts import KEPT, PART, PartFacts, facts_of, has_parts, range_of_part
from reader.view.flow import Flow
from reader.view.panel.about import About
from reader.view.panel.groupings import Groupings
from reader.view.panel.terms import with_uses

SEED = Path(__file__).parents[2] / "seeds" / "llama-one-billion-downloads.ar.txt"
RARE = "قسطنطينوبوليس"
"""Stands once, at the end, with vowel marks."""

Result = TypeVar("Result")

RARE_THERE = "قُسْطَنْطِينُوبُولِيس"
PHRASE = "الذكاء الاصطناعي"


def write(path: Path, megabytes: float) -> None:
    """The seed article's paragraphs in random order, over and over, and a rare word at the end."""
    paragraphs = [line for line in SEED.read_text(encoding="utf-8").splitlines() if line]
    rng = random.Random(7)  # noqa: S311 - no secret
    with path.open("w", encoding="utf-8") as file:
        while file.tell() < megabytes * 1e6:
            file.write("\n\n".join(rng.choice(paragraphs) for _ in range(1000)) + "\n\n")
        file.write(f"هنا كلمة نادرة: {RARE_THERE} وانتهى.\n")


def resident() -> str:
    """Memory now, and at most so far."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    now = pages * os.sysconf("SC_PAGESIZE") / 1e6
    return f"{now:>7.0f} MB {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6:>7.0f} MB at most"


def timed(label: str, step: Callable[[], Result]) -> Result:
    """What a step gives; its costs are printed."""
    start = time.process_time()
    result = step()
    milliseconds = (time.process_time() - start) * 1000
    print(
        f"  {label:<44}{milliseconds:>10.1f} ms {resident()}   {result if isinstance(result, int) else ''}", flush=True
    )
    return result


def _last(path: Path) -> Document:
    snapshots = open_snapshots(path)
    document = next(snapshots)
    for longer in snapshots:
        document = longer  # as on the screen, where each replaces the one before
    return document


def run(path: Path) -> None:
    """Everything, once."""
    print(f"{path.name}: {path.stat().st_size / 1e6:,.0f} MB")
    timed("imports", int)
    timed("its beginning", lambda: len(next(iter(open_snapshots(path)))))
    document = timed("all of it", lambda: _last(path))
    flow = Flow(document, 80)
    for label, pos in (("the end", len(document) - 1), ("50 %", len(document) // 2)):
        timed(f"a screen at {label}", lambda: len(flow.window(Pos(pos), 40)))  # noqa: B023 - at once
    index = Index(document)
    timed("a rare word at the end, cold", lambda: index.find(RARE).after(Pos(0)) and None)
    timed("a letter less, warm", lambda: index.find(RARE[:-1]).after(Pos(0)) and None)
    timed("what is nowhere, warm", lambda: index.find(RARE[::-1]).after(Pos(0)))
    timed("how often the rare word", lambda: index.find(RARE).count())
    hits = index.find(PHRASE)
    timed("a phrase, its first hit", lambda: hits.after(Pos(0)) and None)
    timed("how often the phrase", hits.count)
    timed("how often the article", lambda: index.find("ال").count())
    timed("a screen of its hits", lambda: len(hits.within(range_of(len(document) // 2, len(document) // 2 + 4000))))
    timed("about the document", lambda: About.of(document, lambda: False) and None)
    timed("its facts in the panel", lambda: _facts(document, index))


def _facts(document: Document, index: Index) -> int:
    """Those of as many parts as are kept, looked through one after the other, as when one reads on."""
    known: tuple[PartFacts, ...] = ()
    numbers = range(KEPT) if has_parts(document) else range(len(document) // PART + 1)
    groupings = Groupings(document, FactIndex())
    for number in numbers:
        part = range_of_part(document, number)
        facts = with_uses(index, extract(document, within=part), lambda: False, part)
        known = (*known, PartFacts(number, facts))
        groupings = Groupings(document, FactIndex(facts_of(known)))
        groupings.of(document.range).prepare()
    return len(groupings.index)


def main() -> None:
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 100.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.txt"
        write(path, megabytes)
        run(path)


if __name__ == "__main__":
    main()
