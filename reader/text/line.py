"""A laid-out line: its clusters in visual order, and the map between the text and the cells.

Units: local code-point indexes of the paragraph; columns are cells from the line's own left edge.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from reader.text.bidi import visual_order
from reader.text.cells import DOTTED_CIRCLE, PAINTED
from reader.text.graphemes import boundaries
from reader.text.properties import JOINING_TYPE, MIRROR
from reader.text.shaping import LIGATED, WORD, shapes_of

SPACES = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
"""What hangs at the end of a line: white space that a line may break after."""

TAB = 8
"""Columns between tab stops, counted from the side the line begins at."""

MARKS_PAINTED = 16
"""Marks on one letter that are painted; more are text too, but no terminal draws them."""

_MIRRORED = re.compile("[" + "".join(map(re.escape, MIRROR)) + "]")
_RESET = re.compile(r"[W\[\]?!b<>()^]*(?:[BS]|$)")
_SHADDA_SECOND = re.compile("([\u064b-\u0650\u0652\u08f0-\u08f2])(\u0651)")


class Cluster(NamedTuple):
    """What is never split: a letter with its marks, a lam-alef, a tab, an emoji sequence.

    ``shape`` is what is painted, "" if nothing; ``width`` its cells; ``level`` its embedding level on the line.
    """

    start: int
    end: int
    shape: str
    width: int
    level: int


class Cells(NamedTuple):
    """Columns, half-open."""

    start: int
    end: int


@dataclass(frozen=True)
class Line:
    """One line of a paragraph.

    Attributes:
        start: Where its text starts.
        end: Where it ends, the white space that hangs there included.
        base: The paragraph's base level.
        clusters: In visual order, from left to right; together they cover the text.
    """

    start: int
    end: int
    base: int
    clusters: tuple[Cluster, ...]
    width: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "width", sum(cluster.width for cluster in self.clusters))

    @property
    def text(self) -> str:
        """What is painted, from left to right."""
        return "".join(cluster.shape for cluster in self.clusters)

    @cached_property
    def _columns(self) -> list[int]:
        """The first column of every cluster, and the width."""
        return [0, *accumulate(cluster.width for cluster in self.clusters)]

    def cells_of(self, start: int, end: int) -> tuple[Cells, ...]:
        """The columns that show a stretch of the text, from left to right, touching ones joined.

        A cluster that is partly inside counts whole; so does half a lam-alef.
        """
        runs: list[Cells] = []
        for cluster, column in zip(self.clusters, self._columns, strict=False):
            if cluster.width and cluster.start < end and start < cluster.end:
                if runs and runs[-1].end == column:
                    runs[-1] = Cells(runs[-1].start, column + cluster.width)
                else:
                    runs.append(Cells(column, column + cluster.width))
        return tuple(runs)

    def index_at(self, column: int) -> int:
        """Where the cluster at a column starts; the nearest one beside the line, the line's start when it shows nothing."""
        shown = [i for i, cluster in enumerate(self.clusters) if cluster.width]
        if not shown:
            return self.start
        column = max(0, min(column, self.width - 1))
        found = bisect_right(self._columns, column) - 1
        return self.clusters[min(max(found, shown[0]), shown[-1])].start


def built_line(text: str, start: int, end: int, base: int, levels: bytes, classes: str, cells: bytes, *, marks: bool) -> Line:
    """Make the line that shows ``text[start:end]``.

    Args:
        text: The paragraph.
        start: Where the line starts.
        end: Where it ends.
        base: The paragraph's base level.
        levels: The paragraph's resolved levels, L1 not applied.
        classes: Its bidi classes.
        cells: Its cells.
        marks: Whether vowel marks are painted.
    """
    on_line = _line_levels(classes[start:end], levels[start:end], base)
    content = start + len(text[start:end].rstrip(SPACES))
    shapes = _shapes(text, start, end, levels, marks=marks)
    clusters = []
    first = start
    column = 0
    for last in _cluster_ends(text, start, end, on_line, shapes):
        level = on_line[first - start]
        if first >= content:
            clusters.append(Cluster(first, last, "", 0, level))
        elif text[first] == "\t":
            width = TAB - column % TAB
            clusters.append(Cluster(first, last, " " * width, width, level))
            column += width
        else:
            width = sum(cells[first:last])
            clusters.append(Cluster(first, last, _shape(shapes, first - start, last - start, width), width, level))
            column += width
        first = last
    if not any(on_line):
        return Line(start, end, base, tuple(clusters))
    order = visual_order(bytes(cluster.level for cluster in clusters))
    return Line(start, end, base, tuple(clusters[i] for i in order))


def _line_levels(classes: str, levels: bytes, base: int) -> bytes:
    """L1: separators, and white space before them and at the line's end, run with the paragraph."""
    on_line = bytearray(levels)
    for match in _RESET.finditer(classes):
        on_line[match.start() : match.end()] = bytes((base,)) * (match.end() - match.start())
    return bytes(on_line)


def _cluster_ends(text: str, start: int, end: int, on_line: bytes, shapes: list[str]) -> list[int]:
    """Grapheme boundaries, split where the level changes (the order is by code point), joined over a lam-alef."""
    ends = [start + boundary for boundary in boundaries(text[start:end])]
    if LIGATED in shapes:
        ends = [e for e in ends if e == end or shapes[e - start] != LIGATED]
    if len(ends) == end - start or on_line == on_line[:1] * len(on_line):
        return ends
    changes = {start + i for i in range(1, len(on_line)) if on_line[i] != on_line[i - 1]}
    return sorted(changes.union(ends)) if not changes.issubset(ends) else ends


def _shapes(text: str, start: int, end: int, levels: bytes, *, marks: bool) -> list[str]:
    """What is painted for every code point of the line, before marks are put in order."""
    piece = text[start:end]
    shapes = list(piece)
    types = piece.translate(JOINING_TYPE)
    if "D" in types or "R" in types:
        _join(text, start, end, types, levels, shapes)
    for at, char in enumerate(piece if piece.translate(PAINTED) != piece else ""):
        if shapes[at] == char:
            shapes[at] = PAINTED[ord(char)]
    for match in _MIRRORED.finditer(piece):
        if levels[start + match.start()] % 2:  # L4
            shapes[match.start()] = MIRROR[match[0]]
    if not marks:
        for match in VOWEL_MARKS.finditer(piece):
            shapes[match.start() : match.end()] = [""] * (match.end() - match.start())
    return shapes


VOWEL_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff]+"
)
"""Harakat, Quranic marks, niqqud and cantillation: what may be hidden without changing the letters. Madda and hamza above or below are letters' parts."""


def _join(text: str, start: int, end: int, types: str, levels: bytes, shapes: list[str]) -> None:
    """Join the words of the line, each as far as its directional run goes (UAX#9 3.5).

    A word that was broken over the line's edge keeps the forms it has unbroken.
    """
    for match in WORD.finditer(types):
        first, last = start + match.start(), start + match.end()
        if first == start:
            while first and JOINING_TYPE[ord(text[first - 1])] != "U" and start - first < _WORD_LIMIT:
                first -= 1
        if last == end:
            while last < len(text) and JOINING_TYPE[ord(text[last])] != "U" and last - end < _WORD_LIMIT:
                last += 1
        for run_start, run_end in _runs(levels, first, last):
            word = text[run_start:run_end]
            if levels[run_start] % 2:
                forms = shapes_of(word)
            else:  # left to right by override: the neighbour on the right is the next one, and no lam precedes its alef
                forms = tuple(form if form != LIGATED else "" for form in reversed(shapes_of(word[::-1])))
            for i in range(max(run_start, start), min(run_end, end)):
                shapes[i - start] = forms[i - run_start]


_WORD_LIMIT = 64
"""How far beyond a line's edge a broken word is looked at."""


def _runs(levels: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches of one level."""
    if levels[start:end] == levels[start : start + 1] * (end - start):
        return [(start, end)]
    cuts = [start, *(i for i in range(start + 1, end) if levels[i] != levels[i - 1]), end]
    return list(zip(cuts, cuts[1:], strict=False))


def _shape(shapes: list[str], first: int, last: int, width: int) -> str:
    if last - first == 1:
        shape = shapes[first]
        return DOTTED_CIRCLE + shape if width and shape and JOINING_TYPE[ord(shape[0])] == "T" else shape
    shape = "".join(shapes[first : min(last, first + 1 + MARKS_PAINTED)]).replace(LIGATED, "")
    if "\u0651" in shape:
        shape = _SHADDA_SECOND.sub(r"\2\1", shape)
    if width and shape and JOINING_TYPE[ord(shape[0])] == "T":
        return DOTTED_CIRCLE + shape
    return shape
