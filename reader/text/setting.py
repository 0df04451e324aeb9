"""From a stretch of a paragraph to the line that shows it.

Units: local code-point indexes of the paragraph; strings and bytes of shapes, levels and cells have one entry a code
point.

The stages:

1. The white space at the end hangs: it belongs to the line and takes no cell.
2. L1 on the stretch's levels, which gives its directional runs.
3. Shapes: letters joined within their run, stand-ins, shadda before vowels, hidden marks.
4. Clusters: grapheme clusters, cut where the level changes (UAX#9 orders code points), a lam and its alef as one.
5. L2 over the runs; within a run from right to left the clusters are reversed and mirrored (L4).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from itertools import compress, repeat
from typing import NamedTuple

from reader.text.bidi import line_levels, visual_order
from reader.text.graphemes import boundaries
from reader.text.line import Cluster, Line
from reader.text.properties import GRAPHEME_BREAK, MIRROR
from reader.text.shaping import LAM_ALEF, joining_context, joining_types, shapes_of
from reader.text.stand_ins import DOTTED_CIRCLE, NOTHING

SPACES = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"
    "\u2028\u2029\u205f\u3000"
)
"""What hangs at the end of a line: white space that a line may break after."""

TAB = 8
"""Columns between tab stops, counted from the side the line begins at."""

MARKS_PAINTED = 16
"""Marks on one letter that are painted; more are text too, but no terminal draws them."""

SOFT_HYPHEN = "\u00ad"
HYPHEN = "-"

VOWEL_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff]+"
)
"""Harakat, Quranic marks, niqqud and cantillation: what may be hidden without changing the letters. Madda and hamza
above or below are letters' parts."""

_MIRRORED = re.compile("[" + "".join(map(re.escape, MIRROR)) + "]")
_RUN = re.compile(rb"(.)\1*+", re.DOTALL)
_SHADDA_SECOND = re.compile("([\u064b-\u0650\u0652\u08f0-\u08f2]+)(\u0651)")
_JOINED_BY_FORMAT = re.compile("[\u200d\U000e0020-\U000e007f]")
"""ZWJ and tags, which make one picture of several characters."""

_ZWNJ = "\u200c"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_SEQUENCE_PAINTED = 32
"""Code points of an emoji sequence that are painted; the longest in use have 10."""


class Analysed(NamedTuple):
    """A paragraph, or its beginning, and what is known of it; one level and one cell count a code point.

    Attributes:
        text: The whole paragraph.
        base: Its base level.
        levels: The resolved levels, L1 not applied.
        cells: The cells; those of a cluster are on its first code point.
        orphans: Where marks stand that have nothing to stand on, in order.
        marks: Whether vowel marks are painted.
    """

    text: str
    base: int
    levels: bytes | bytearray
    cells: bytes | bytearray
    orphans: Sequence[int]
    marks: bool


class _Run(NamedTuple):
    """A directional run, in indexes of the line."""

    start: int
    end: int
    level: int


def line_of(paragraph: Analysed, start: int, end: int) -> Line:
    """The line that shows ``text[start:end]``."""
    text = paragraph.text[start:end]
    levels = line_levels(text, bytes(paragraph.levels[start:end]), paragraph.base)
    shown = text.rstrip(SPACES)
    cells = paragraph.cells[start : start + len(shown)]
    runs = [_Run(match.start(), match.end(), match[1][0]) for match in _RUN.finditer(levels)]
    shapes = _shapes(paragraph, start, shown, runs)
    starts = _cluster_starts(shown, shapes, cells, runs)
    ends = [*starts[1:], len(shown)] if starts else []
    painted = _painted(shown, shapes, starts, ends)
    widths = [cells[at] for at in starts]
    orphans = paragraph.orphans
    for orphan in orphans[bisect_left(orphans, start) : bisect_left(orphans, start + len(shown))]:
        number = bisect_left(starts, orphan - start)
        painted[number] = DOTTED_CIRCLE + painted[number]
    if "\t" in shown:
        _set_tabs(shown, starts, painted, widths)
    if text.endswith(SOFT_HYPHEN) and end < len(paragraph.text) and levels[-1] % 2 == 0:
        painted[-1], widths[-1] = HYPHEN, 1
    for at in range(len(shown), len(text)):
        starts.append(at)
        ends.append(at + 1)
        painted.append("")
        widths.append(0)
    shifted = (map(start.__add__, starts), map(start.__add__, ends))
    cluster_levels = repeat(runs[0].level) if len(runs) == 1 else map(levels.__getitem__, starts)
    clusters = list(map(_new_cluster, zip(*shifted, painted, widths, cluster_levels, strict=False)))
    return Line(start, end, paragraph.base, tuple(_in_visual_order(clusters, starts, runs)))


_new_cluster: Callable[[tuple[int, int, str, int, int]], Cluster] = partial(tuple.__new__, Cluster)
"""``Cluster._make`` without its check of the length: a screen has thousands."""


def _shapes(paragraph: Analysed, start: int, shown: str, runs: Sequence[_Run]) -> str:
    """What is painted for every code point that is seen.

    A word cut at the line's edge keeps the forms it has unbroken.
    """
    end = start + len(shown)
    before = after = "U"
    if start and shown and paragraph.levels[start - 1] == paragraph.levels[start]:
        before = joining_context(paragraph.text, start - 1, -1)
    if end < len(paragraph.text) and shown and paragraph.levels[end - 1] == paragraph.levels[end]:
        after = joining_context(paragraph.text, end, 1)
    if _joins_by_run(shown, runs):
        shapes = "".join(
            shapes_of(
                shown[run.start : run.end],
                before if run.start == 0 else "U",
                after if run.end >= len(shown) else "U",
                level=run.level,
            )
            for run in runs
        )
    else:
        shapes = shapes_of(shown, before, after)
    if "\u0651" in shapes:
        shapes = _SHADDA_SECOND.sub(r"\2\1", shapes)
    if not paragraph.marks:
        shapes = VOWEL_MARKS.sub(lambda match: NOTHING * len(match[0]), shapes)
    if not _MIRRORED.search(shapes):
        return shapes
    return "".join(
        [
            _MIRRORED.sub(_mirrored, shapes[run.start : run.end])
            if run.level % 2
            else shapes[run.start : run.end]  # L4
            for run in runs
        ]
    )


def _mirrored(match: re.Match[str]) -> str:
    return MIRROR[match[0]]


def _joins_by_run(shown: str, runs: Sequence[_Run]) -> bool:
    """Whether runs must be joined one by one: letters meet where they end, or an override set letters left to right."""
    if len(runs) == 1:
        return runs[0].level % 2 == 0
    types = joining_types(shown)
    return any(
        (run.end < len(types) and types[run.end - 1] != "U" != types[run.end])
        or (run.level % 2 == 0 and types[run.start : run.end].strip("UT") != "")
        for run in runs
    )


def _cluster_starts(shown: str, shapes: str, cells: bytes | bytearray, runs: Sequence[_Run]) -> list[int]:
    """Where clusters start: after grapheme boundaries and level changes, but not inside a lam-alef."""
    alefs = [match.end() for match in LAM_ALEF.finditer(shown) if shapes[match.end()] == NOTHING]
    non_joiners = shown.count(_ZWNJ)
    if (
        cells[:1] != b"\0"
        and shapes.count(NOTHING) == len(alefs) + non_joiners
        and not (non_joiners and _CONTROL.search(shown))
    ):
        # Without format characters only what goes on a cluster takes no cell.
        starts = list(compress(range(len(shown)), cells))
    else:
        starts = [0, *boundaries(shown)[:-1]]
        for alef in reversed(alefs):
            del starts[bisect_left(starts, alef)]
    if len(runs) == 1:
        return starts
    changes = {run.start for run in runs if run.start < len(shown)}
    return starts if changes.issubset(starts) else sorted(changes.union(starts))


def _painted(shown: str, shapes: str, starts: Sequence[int], ends: Sequence[int]) -> list[str]:
    """The shape of every cluster."""
    painted = [shapes[at] for at in starts]
    if len(starts) < len(shown):
        for number, (at, end) in enumerate(zip(starts, ends, strict=True)):
            if end - at > 1:
                painted[number] = shapes[at : min(end, at + 1 + MARKS_PAINTED)].replace(NOTHING, "")
        if _JOINED_BY_FORMAT.search(shown):
            _keep_pictures(shown, shapes, starts, ends, painted)
    if NOTHING in painted:
        painted = ["" if shape == NOTHING else shape for shape in painted]
    return painted


def _keep_pictures(shown: str, shapes: str, starts: Sequence[int], ends: Sequence[int], painted: list[str]) -> None:
    """Emoji sequences keep the format characters that make one picture of them."""
    for i, (at, end) in enumerate(zip(starts, ends, strict=True)):
        if GRAPHEME_BREAK[ord(shown[at])] == "p":
            sequence = zip(shown[at:end], shapes[at : min(end, at + _SEQUENCE_PAINTED)], strict=False)
            picture = "".join([char if _JOINED_BY_FORMAT.match(char) else shape for char, shape in sequence])
            painted[i] = picture.replace(NOTHING, "")


def _set_tabs(shown: str, starts: Sequence[int], painted: list[str], widths: list[int]) -> None:
    """Tabs reach to the next stop. They run with the paragraph (L1), so columns add up in logical order."""
    column = 0
    for i, at in enumerate(starts):
        if shown[at] == "\t":
            widths[i] = TAB - column % TAB
            painted[i] = " " * widths[i]
        column += widths[i]


def _in_visual_order(clusters: list[Cluster], starts: Sequence[int], runs: Sequence[_Run]) -> list[Cluster]:
    """L2."""
    if len(runs) == 1:
        return clusters[::-1] if runs[0].level % 2 else clusters
    ordered: list[Cluster] = []
    for i in visual_order(bytes([run.level for run in runs])):
        run = runs[i]
        part = clusters[bisect_left(starts, run.start) : bisect_left(starts, run.end)]
        ordered += part[::-1] if run.level % 2 else part
    return ordered
