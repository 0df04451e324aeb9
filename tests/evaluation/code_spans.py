"""Inline code in right-to-left prose: how many pieces of it are painted out of order.

Run ``python -m tests.evaluation.code_spans FOLDER…`` over folders of Markdown files in right-to-left languages. READMEs
that anybody can fetch are listed in ``readmes.txt`` beside this script, a GitHub repository and a path a line; their
texts are their authors' and not kept here.

Every block is laid out on one line. A piece of code is in order when its code points stand beside each other with
nothing between and, where it holds no right-to-left letters, follow each other from left to right.
"""

import argparse
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from reader.formats import open_document
from reader.model import Block, BlockKind, Document, Mark, range_of
from reader.text.layout import Line
from reader.view.flow import Flow
from tests.reading import code_points_in_order

UNBOUNDED = 1 << 20


def pieces(document: Document, *, isolate: bool) -> Iterator[tuple[str, bool]]:
    """Every piece of inline code in a block from right to left, and whether it is in order."""
    flow = Flow(document, UNBOUNDED, isolate=isolate)
    for index, block in enumerate(document.blocks):
        if block.direction.is_rtl and block.kind is not BlockKind.CODE:
            yield from _of_block(flow, document, block, index)


def _of_block(flow: Flow, document: Document, block: Block, index: int) -> Iterator[tuple[str, bool]]:
    lines = [row.line for row in flow.rows_of(index) if row.line]
    for span in block.spans:
        if span.mark is Mark.CODE:
            start, end = span.range.start - block.range.start, span.range.end - block.range.start
            text = document.slice(range_of(span.range.start, span.range.end))
            yield text, all(_in_order(line, text, start, end) for line in lines)


def _in_order(line: Line, text: str, start: int, end: int) -> bool:
    """Whether the part of a piece that is on a line is in order there."""
    seen = code_points_in_order(line)
    places = [place for place, at in enumerate(seen) if start <= at < end]
    if any(after - before != 1 for before, after in pairwise(places)):
        return False
    return not text.isascii() or all(seen[before] < seen[after] for before, after in pairwise(places))


def main() -> None:
    """Count over folders and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    options = parser.parse_args()
    documents = blocks = total = 0
    wrong: dict[bool, list[str]] = {False: [], True: []}
    for path in sorted(path for folder in options.folders for path in folder.rglob("*.md")):
        document = open_document(path)
        if not document.direction.is_rtl:
            print(f"left to right: {path.name}")
            continue
        documents += 1
        blocks += sum(block.direction.is_rtl for block in document.blocks)
        for isolate, texts in wrong.items():
            texts += [f"{path.name}: {text}" for text, in_order in pieces(document, isolate=isolate) if not in_order]
        total += sum(1 for _ in pieces(document, isolate=True))
    print(f"{documents} documents, {blocks} blocks from right to left, {total} pieces of code")
    print(f"out of order by UAX#9 to the letter: {len(wrong[False])}; as the reader isolates them: {len(wrong[True])}")
    for text in wrong[True]:
        print(f"  {text}")


if __name__ == "__main__":
    main()
