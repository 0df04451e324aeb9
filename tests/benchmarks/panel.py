"""What the facts panel costs: ``python -m tests.benchmarks.panel [FACTS]``.

A document of so many facts (100,000 by default) in the same run as the article: a key is the new workspace and the
panes' rows painted anew, in processor time, so that the ratio of the two columns tells whether size matters. Facts are
made without reading, by saying where they stand, but for the last part, which reads while the facts of a megabyte are
looked for. As in the application no full collection of garbage comes by itself.
"""

import gc
import statistics
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread
from time import perf_counter, thread_time

from reader.facts import extract
from reader.formats import open_document
from reader.locale import Messages
from reader.model import Document, Fact, FactKind, range_of
from reader.view.actions import keymap_of
from reader.view.arrange import PaneName, Window
from reader.view.fact_index import FactIndex
from reader.view.facts_known import FactsFound
from reader.view.moving import toggle_underlines
from reader.view.opening import opened_workspace
from reader.view.page import painted_page
from reader.view.panel.about import About
from reader.view.panel.groupings import Groupings
from reader.view.session import Memory
from reader.view.workspace import Workspace
from tests.documents import document_of

ARTICLE = Path(__file__).parents[2] / "seeds" / "llama-one-billion-downloads.ar.txt"
TEXT, HEIGHT, PANEL = 59, 37, 29
ROUNDS = 30


def opened(document: Document) -> Workspace:
    """The workspace of a document, sized, its facts not yet known."""
    workspace = opened_workspace(document, Memory(), Messages("en"), keymap_of())
    return replace(workspace, window=Window(120, 40)).placed()


def painted(workspace: Workspace) -> Workspace:
    """The text and the panel, painted."""
    painted_page(workspace.reading, TEXT)
    workspace.panel.model.painted(PANEL, HEIGHT, workspace.document.direction, focused=True)
    return workspace


def key(workspace: Workspace, step: Callable[[Workspace], Workspace]) -> tuple[Workspace, float]:
    """The workspace after a key was pressed again and again, and the median time of a press in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = thread_time()
        workspace = painted(step(workspace))
        times.append((thread_time() - start) * 1000)
    return workspace, statistics.median(times)


def once(step: Callable[[], Workspace]) -> tuple[Workspace, float]:
    """The workspace after one press that cannot be repeated, and its time."""
    start = thread_time()
    workspace = painted(step())
    return workspace, (thread_time() - start) * 1000


def measured(workspace: Workspace, facts: tuple[Fact, ...]) -> dict[str, float]:
    """The time of each key in milliseconds."""
    start = thread_time()
    groupings = Groupings(workspace.document, FactIndex(facts))
    groupings.of(workspace.document.range).prepare()
    found = FactsFound(workspace.document, groupings)
    times = {"gather all facts (in the worker)": (thread_time() - start) * 1000}
    workspace, times["facts arrive"] = once(lambda: workspace.with_facts(found))
    workspace, times["a line down, in the text"] = key(workspace, lambda d: d.moved(1))
    workspace, times["the same, facts underlined"] = key(toggle_underlines(workspace), lambda d: d.moved(1))
    workspace, times["whole document (w)"] = once(workspace.scope_toggled)
    workspace = workspace.focused_on(PaneName.FACTS)
    workspace, times["a line down, in the facts"] = key(workspace, lambda d: d.moved(1))
    workspace, times["a page down"] = key(workspace, lambda d: d.paged(1))
    workspace, times["the end"] = once(lambda: workspace.to_end(last=True))
    workspace, times["unfold, fold"] = key(workspace, lambda d: d.folded_towards(right=not d.document.direction.is_rtl))
    workspace, times["next mention (n)"] = key(workspace, lambda d: d.hit_moved(1))
    for query in ("a", "a1", "a12", "a1 2"):
        workspace, times[f"filter “{query}”"] = once(partial(workspace.filtered, query))
    workspace, times["filter cleared"] = once(partial(workspace.filtered, ""))
    return times


def document_with(count: int) -> tuple[Document, tuple[Fact, ...]]:
    """A document that states so many facts: names with ten mentions each, dates and money."""
    words, facts, at = [], [], 0
    for i in range(count):
        kind = (FactKind.PERSON, FactKind.DATE, FactKind.MONEY)[i % 3]
        name = f"a{i % (count // 10 + 1)}"
        word = {FactKind.PERSON: name, FactKind.DATE: f"{1000 + i % 1000}", FactKind.MONEY: f"{i}"}[kind]
        value: int | str = i if kind is FactKind.MONEY else word
        entity = name if kind is FactKind.PERSON else ""
        facts.append(Fact(kind, range_of(at, at + len(word)), value, entity=entity))
        words.append(word)
        at += len(word) + 1
        if i % 40 == 39:
            words.append("\n")
    text = " ".join(words).replace(" \n ", "\n ")
    lines = text.split("\n")
    return document_of(*lines), _placed(lines, facts)


def _placed(lines: list[str], facts: list[Fact]) -> tuple[Fact, ...]:
    """The facts where the words of the lines stand."""
    placed, at, number = [], 0, 0
    for line in lines:
        offset = 0
        for word in line.split(" "):
            if word:
                fact = facts[number]
                start = at + offset
                placed.append(Fact(fact.kind, range_of(start, start + len(word)), fact.value, entity=fact.entity))
                number += 1
            offset += len(word) + 1
        at += len(line) + 1
    return tuple(placed)


def while_looking(document: Document) -> tuple[float, float, float, float]:
    """A line down in the text alone, and while facts are looked for: median and longest of each, in milliseconds."""
    figures: list[float] = []
    for busy in (False, True):
        workspace = opened(document)
        left = [False]
        worker = Thread(target=lambda left=left: extract(document, cancelled=lambda: left[0]))
        if busy:
            worker.start()
        times = []
        for _ in range(100):
            start = perf_counter()
            workspace = painted(workspace.moved(1))
            times.append((perf_counter() - start) * 1000)
        left[0] = True
        if busy:
            worker.join()
        figures += [statistics.median(times), max(times)]
    return figures[0], figures[1], figures[2], figures[3]


def main() -> None:
    """Print the tables."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, 1 << 30)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    article = open_document(ARTICLE)
    small = measured(opened(article), extract(article))
    document, facts = document_with(count)
    large = measured(opened(document), facts)
    sys.stdout.write(f"| ms | the article | {len(facts):,} facts |\n|---|---|---|\n")
    for name, time in small.items():
        sys.stdout.write(f"| {name} | {time:.1f} | {large[name]:.1f} |\n")
    start = thread_time()
    About.of(document)
    sys.stdout.write(f"\nwords of {len(document):,} characters counted: {(thread_time() - start) * 1000:.0f} ms\n")
    text = ARTICLE.read_text("utf-8")
    megabyte = document_of(*(f"{text}\n" * (1_000_000 // len(text))).split("\n"), language="ar")
    median, longest, busy_median, busy_longest = while_looking(megabyte)
    sys.stdout.write(
        f"a line of a megabyte: {median:.1f} ms (longest {longest:.1f}); while its facts are looked for: "
        f"{busy_median:.1f} ms (longest {busy_longest:.1f})\n"
    )


if __name__ == "__main__":
    main()
