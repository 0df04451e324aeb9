"""How well marked sentences are found again in a book that was edited: ``python -m tests.evaluation.anchors BOOK``.

Of a book 300 sentences are marked. Then its words are edited (of a share of them, in equal parts, some are left out,
some replaced by others of the book, and to some another is added), one block in twenty is deleted and one in twenty
moved elsewhere. A sentence counts as right when more than half of it is where it has gone to, or, where its block was
deleted, when nothing is found; as wrong when something else is found. Everything follows from the seed.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reader.formats import open_document
from reader.model import AnchorState, Block, Blocks, Document, Pos, Range, Section, Text, range_of
from reader.store.alike import alike
from reader.store.fingerprints import Fingerprints
from reader.store.resolve import Resolver
from reader.view.sentence_at import sentence_at

SHARES = (0.0, 0.03, 0.25)
MARKED = 300
OF_BLOCKS = 0.05
FEWEST_WORDS = 3


class Edited(NamedTuple):
    """A book before and after, with what became of every marked sentence; None for one that was deleted."""

    before: Document
    after: Document
    sentences: dict[Range, Range | None]


class Score(NamedTuple):
    """How the marked sentences fared, and the milliseconds each took."""

    kept: int
    right: int
    wrong: int
    lost: int
    deleted: int
    milliseconds: float


def edited(before: Document, share: float, seed: int, marked: int = MARKED) -> Edited:
    """A book's text edited as the module says."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    sentences = _chosen(before, rng, marked)
    words = before.slice(before.range).split()
    order = list(range(len(before.blocks)))
    deleted = set(rng.sample(order, int(len(order) * OF_BLOCKS)))
    order = [index for index in order if index not in deleted]
    for index in rng.sample(order, int(len(before.blocks) * OF_BLOCKS)):
        order.remove(index)
        order.insert(rng.randrange(len(order) + 1), index)

    def edit(part: list[str]) -> list[str]:
        return _edited_words(part, words, share, rng) if share else part

    found: dict[Range, Range | None] = dict.fromkeys(sentences)
    texts: list[str] = []
    at = 0
    for index in order:
        block = before.blocks[index].range
        text, places = _changed_block(before, block, [s for s in sentences if s.start in block], edit)
        for part, place in places.items():
            found[part] = range_of(at + place.start, at + place.end)
        texts.append(text)
        at += len(text) + 1
    return Edited(before, _document(before, texts, order), found)


def _chosen(document: Document, rng: random.Random, marked: int) -> list[Range]:
    chosen: set[Range] = set()
    while len(chosen) < marked:
        sentence = sentence_at(document, Pos(rng.randrange(len(document))))
        if len(document.slice(sentence).split()) >= FEWEST_WORDS:
            chosen.add(sentence)
    return sorted(chosen)


def _changed_block(
    document: Document, block: Range, sentences: list[Range], edit: Callable[[list[str]], list[str]]
) -> tuple[str, dict[Range, Range]]:
    """A block's words edited, and where in the new text its marked sentences are."""
    cuts = sorted({block.start, block.end, *(s.start for s in sentences), *(s.end for s in sentences)})
    text = ""
    places: dict[Range, Range] = {}
    for start, end in pairwise(cuts):
        part = document.slice(range_of(start, end))
        new = " ".join(edit(part.split()))
        if text and new:
            text += " "
        if range_of(start, end) in sentences:
            places[range_of(start, end)] = range_of(len(text), len(text) + len(new))
        text += new
    return text, places


def _edited_words(part: list[str], words: Sequence[str], share: float, rng: random.Random) -> list[str]:
    changed: list[str] = []
    for word in part:
        chance = rng.random() / share
        if chance < 1 / 3:
            continue
        changed.append(rng.choice(words) if chance < 2 / 3 else word)
        if 2 / 3 <= chance < 1:
            changed.append(rng.choice(words))
    return changed


def _document(before: Document, texts: Sequence[str], order: Sequence[int]) -> Document:
    blocks: list[Block] = []
    at = 0
    for text, index in zip(texts, order, strict=True):
        old = before.blocks[index]
        blocks.append(Block(old.kind, range_of(at, at + len(text)), old.direction))
        at += len(text) + 1
    text = "\n".join(texts)
    root = Section(range_of(0, 0), range_of(0, len(text)), 0)
    return Document(Text(text), Blocks(blocks), root, before.direction, before.meta)


def score(case: Edited, *, quiet: bool = True) -> Score:
    """How many of the sentences are found again, and how long one takes on the average, everything included."""
    old = Fingerprints(case.before)
    blocks = old.blocks
    anchors = [replace(old.anchor_at(part), alike=alike(case.before, part)) for part in case.sentences]
    begun = time.process_time()
    resolver = Resolver(Fingerprints(case.after), blocks)
    results = resolver.resolve_all(anchors)
    spent = time.process_time() - begun
    kept = right = wrong = lost = 0
    for (part, wanted), found in zip(case.sentences.items(), results, strict=True):
        kept += wanted is not None
        here = found.range
        if wanted is None or here is None:
            bad = here is not None
            lost += here is None and wanted is not None
        else:
            common = min(here.end, wanted.end) - max(here.start, wanted.start)
            bad = common * 2 <= wanted.length
            right += not bad
        wrong += bad
        if bad and not quiet:
            print(f"  {case.before.slice(part)!r}\n    {'deleted' if wanted is None else case.after.slice(wanted)!r}")
            print(f"    found: {found.state} {case.after.slice(here) if here else None!r}")
        if not quiet and here is None and wanted is not None:
            print(f"  lost: {case.before.slice(part)!r}\n    {case.after.slice(wanted)!r}")
        assert found.state is not AnchorState.ORPHAN or here is None
    return Score(kept, right, wrong, lost, len(results) - kept, spent * 1000 / len(results))


def main() -> None:
    """Print a table: a line a share of edited words and seed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("book")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--shares", type=float, nargs="*", default=SHARES)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    document = open_document(options.book)
    print("edited seed  kept right      wrong lost deleted  ms each")
    for share in options.shares:
        scores: list[Score] = []
        for seed in range(options.first, options.first + options.seeds):
            scores.append(score(edited(document, share, seed), quiet=not options.verbose))
            _print(share, f"{seed}", scores[-1])
        kept, right, wrong, lost, deleted = (sum(column) for column in list(zip(*scores, strict=True))[:5])
        mean = sum(score.milliseconds for score in scores) / len(scores)
        _print(share, "all", Score(kept, right, wrong, lost, deleted, mean))


def _print(share: float, seed: str, got: Score) -> None:
    print(
        f"{share:5.0%} {seed:>4} {got.kept:6d} {got.right:5d} {got.right / got.kept:6.1%} {got.wrong:4d}"
        f" {got.lost:4d} {got.deleted:6d} {got.milliseconds:9.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
