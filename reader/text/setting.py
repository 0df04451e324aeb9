"""From a stretch of a paragraph to the line that shows it.

Units: local code-point indexes of the paragraph; strings and bytes of shapes, levels and cells have one entry a code
point.

The stages:

1. The white space at the end hangs: it belongs to the line and takes no cell.
2. L1 on the stretch's levels, which gives its directional runs.
3. L2 over the runs; what is painted within a run from right to left is reversed, cluster by cluster.
4. Only when they are asked for, or needed to set the line: the clusters, which are grapheme clusters, cut where the
   level changes (UAX#9 orders code points), a lam and its alef as one.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from itertools import compress, pairwise, repeat

from reader.named_tuples import NamedTuple
from reader.text.analysis import Analysis
from reader.text.bidi import line_levels, visual_order
from reader.text.graphemes import boundaries
from reader.text.line import Cluster, Line
from reader.text.painting import JOINED_BY_FORMAT, LEVEL_RUN
from reader.text.patterns import lazy_pattern
from reader.text.properties import BIDI_CLASS, GRAPHEME_BREAK
from reader.text.replacements import DOTTED_CIRCLE, NOTHING
from reader.text.shaping import COMPOSED, LAM_ALEF

SPACES = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"
    "\u2028\u2029\u205f\u3000"
)
"""The white space that hangs at the end of a line: a line may break after it."""

TAB = 8
"""Columns between tab stops, counted from the side the line begins at."""

SOFT_HYPHEN = "\u00ad"
HYPHEN = "-"

_ZWNJ = "\u200c"
_HEH_GOAL_WITH_HAMZA = "\u06c2"
_COMPOSED = str.maketrans(COMPOSED)
_CONTROL = lazy_pattern("[\x00-\x1f\x7f-\x9f]")
_LETTERS_WITH_MARKS = lazy_pattern(
    "[\x21-\x7e\u00a1-\u00ac\u00ae-\u00bf\u2010-\u2027\u2030-\u205e\u05d0-\u05ea\u060c-\u060f\u061b-\u064a\u0660-\u066f\u0671-\u06d5\ufb50-\ufdff\ufe70-\ufefc]"
    "[\0\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670]*"
)
"""Letters, digits and signs of right-to-left text, with the marks on them."""


_BEHIND_NOTHING = lazy_pattern(r"(?:^|[W\[\]?!BS])[b<>()^]*$")
"""The bidi classes of a line that ends with white space, or with an isolate, and with what X9 removes."""


class _Run(NamedTuple):
    """A directional run, in indexes of the line."""

    start: int
    end: int
    level: int


def line_of(paragraph: Analysis, start: int, end: int) -> Line:
    """The line that shows ``text[start:end]``."""
    text, base = paragraph.text[start:end], paragraph.base
    shown = text.rstrip(SPACES)
    seen_end = start + len(shown)
    cells = paragraph.cells[start:seen_end]
    painted = paragraph.painted(start, seen_end)
    if paragraph.levels.count(base, start, end) == end - start:  # L1 has nothing to change
        runs = [_Run(0, end - start, base)]
    else:
        runs = _runs_of(_line_levels(paragraph, start, end))
    has_marks = cells.count(0) != painted.count(NOTHING)
    if (
        "\t" in shown
        or _breaks_at_hyphen(paragraph, start, end)
        or _orphans(paragraph, start, seen_end)
        or (has_marks and len(runs) > 1 and JOINED_BY_FORMAT.search(painted))  # L1 may part what they join
    ):
        return Line(start, end, base, _clusters(paragraph, start, end))
    painted_parts = []
    for run in _in_visual_order(runs):
        if run.level % 2 == 0:
            painted_parts.append(painted[run.start : run.end])
        elif has_marks:
            words = None if paragraph.gathered else _turned_words(painted[run.start : run.end])
            painted_parts.append(words or "".join(_split(painted, cells, run)[::-1]))
        else:
            painted_parts.append(painted[run.start : run.end][::-1])
    seen = "".join(painted_parts).replace(NOTHING, "")
    return Line.painted(
        start,
        end,
        base,
        text=seen.translate(_COMPOSED) if _HEH_GOAL_WITH_HAMZA in text else seen,
        width=cells.count(1) + 2 * cells.count(2),
        clusters=partial(_clusters, paragraph, start, end),
    )


def _runs_of(levels: bytes) -> list[_Run]:
    if not levels:
        return []
    if levels.count(levels[0]) == len(levels):
        return [_Run(0, len(levels), levels[0])]
    return [_Run(*match.span(), levels[match.start()]) for match in LEVEL_RUN.finditer(levels)]


def _in_visual_order(runs: list[_Run]) -> list[_Run]:
    """L2."""
    if len(runs) <= 1:
        return runs
    return [runs[number] for number in visual_order(bytes([run.level for run in runs]))]


def _split(painted: str, cells: bytearray, run: _Run) -> list[str]:
    """The painted clusters of a run, cut before everything that takes cells."""
    starts = list(compress(range(run.start, run.end), cells[run.start : run.end]))
    if not starts or starts[0] != run.start:
        starts.insert(0, run.start)
    return [painted[start:end] for start, end in pairwise([*starts, run.end])]


def _turned_words(painted: str) -> str | None:
    """A run from right to left as it stands from left to right, marks behind their letters.

    None where it holds other than letters, digits, signs and marks of right-to-left text.
    """
    words = [_TURNED[word] for word in reversed(painted.split(" "))]
    return " ".join(word for word in words if word is not None) if None not in words else None


class _TurnedWords(dict[str, str | None]):
    """Painted words turned round, or None."""

    _KEPT = 20_000
    _LONGEST = 32

    def __missing__(self, word: str) -> str | None:
        letters = _LETTERS_WITH_MARKS.findall(word)
        turned = "".join(letters[::-1]) if len("".join(letters)) == len(word) else None
        if len(word) <= self._LONGEST:
            if len(self) >= self._KEPT:
                self.clear()
            self[word] = turned
        return turned


_TURNED = _TurnedWords()


def _breaks_at_hyphen(paragraph: Analysis, start: int, end: int) -> bool:
    """Whether the line ends with a soft hyphen that is seen: behind the letters of a word from left to right."""
    text = paragraph.text
    if not start < end < len(text) or text[end - 1] != SOFT_HYPHEN or paragraph.levels[end - 1] % 2:
        return False
    return _BEHIND_NOTHING.search(BIDI_CLASS.of(text[start:end])) is None


def _line_levels(paragraph: Analysis, start: int, end: int) -> bytes:
    """L1; a hyphen that is seen is no white space to it."""
    text = paragraph.text[start:end]
    if _breaks_at_hyphen(paragraph, start, end):
        text = text[:-1] + HYPHEN
    return line_levels(text, bytes(paragraph.levels[start:end]), paragraph.base)


def _orphans(paragraph: Analysis, start: int, end: int) -> Sequence[int]:
    """The marks of a stretch that have nothing to stand on."""
    orphans = paragraph.orphans
    return orphans and orphans[bisect_left(orphans, start) : bisect_left(orphans, end)]


def _clusters(paragraph: Analysis, start: int, end: int) -> tuple[Cluster, ...]:
    """The clusters of a line in visual order."""
    text = paragraph.text[start:end]
    shown = text.rstrip(SPACES)
    levels = _line_levels(paragraph, start, end)
    runs = _runs_of(levels)
    painted = paragraph.painted(start, start + len(shown))
    cells = paragraph.cells[start : start + len(shown)]
    starts = _cluster_starts(shown, painted, cells, runs)
    ends = [*starts[1:], len(shown)] if starts else []
    shapes = _shapes(shown, painted, starts, ends)
    widths = [cells[at] for at in starts]
    for orphan in _orphans(paragraph, start, start + len(shown)):
        number = bisect_left(starts, orphan - start)
        shapes[number] = DOTTED_CIRCLE + shapes[number]
    if "\t" in shown:
        _set_tabs(shown, starts, shapes, widths)
    if _breaks_at_hyphen(paragraph, start, end):
        shapes[-1], widths[-1] = HYPHEN, 1
    hanging = range(len(shown), len(text))
    starts += hanging
    ends += range(len(shown) + 1, len(text) + 1)
    shapes += [""] * len(hanging)
    widths += bytes(len(hanging))
    shifted = (map(start.__add__, starts), map(start.__add__, ends))
    cluster_levels = repeat(runs[0].level) if len(runs) == 1 else map(levels.__getitem__, starts)
    clusters = list(map(_new_cluster, zip(*shifted, shapes, widths, cluster_levels, strict=False)))
    ordered: list[Cluster] = []
    for run in _in_visual_order(runs):
        part = clusters[bisect_left(starts, run.start) : bisect_left(starts, run.end)]
        ordered += part[::-1] if run.level % 2 else part
    return tuple(ordered)


_new_cluster: Callable[[tuple[int, int, str, int, int]], Cluster] = partial(tuple.__new__, Cluster)
"""``Cluster._make`` without its check of the length: a screen has thousands."""


def _cluster_starts(shown: str, painted: str, cells: bytearray, runs: Sequence[_Run]) -> list[int]:
    """Where clusters start: after grapheme boundaries and level changes, but not inside a lam-alef."""
    alefs = [match.end() for match in LAM_ALEF.finditer(shown) if painted[match.end()] == NOTHING]
    non_joiners = shown.count(_ZWNJ)
    if (
        cells[:1] != b"\0"
        and painted.count(NOTHING) == len(alefs) + non_joiners
        and not (non_joiners and _CONTROL.search(shown))
    ):
        # Without format characters only what goes on a cluster takes no cell.
        starts = list(compress(range(len(shown)), cells))
    else:
        starts = [0, *boundaries(shown)[:-1]]
        for alef in reversed(alefs):
            del starts[bisect_left(starts, alef)]
    if len(runs) <= 1:
        return starts
    changes = {run.start for run in runs if run.start < len(shown)}
    return starts if changes.issubset(starts) else sorted(changes.union(starts))


def _shapes(shown: str, painted: str, starts: Sequence[int], ends: Sequence[int]) -> list[str]:
    """The shape of every cluster."""
    shapes = [painted[at] for at in starts]
    if len(starts) < len(shown):
        for number, (at, end) in enumerate(zip(starts, ends, strict=True)):
            if end - at > 1:
                shapes[number] = painted[at:end].replace(NOTHING, "")
    if JOINED_BY_FORMAT.search(painted):
        for number, at in enumerate(starts):
            if GRAPHEME_BREAK[ord(shown[at])] != "p":  # L1 parted it from its picture
                shapes[number] = JOINED_BY_FORMAT.sub("", shapes[number])
    if NOTHING in shapes:
        shapes = ["" if shape == NOTHING else shape for shape in shapes]
    if _HEH_GOAL_WITH_HAMZA in shown:
        shapes = [shape.translate(_COMPOSED) for shape in shapes]
    return shapes


def _set_tabs(shown: str, starts: Sequence[int], shapes: list[str], widths: list[int]) -> None:
    """Tabs reach to the next stop. They run with the paragraph (L1), so columns add up in logical order."""
    column = 0
    for i, at in enumerate(starts):
        if shown[at] == "\t":
            widths[i] = TAB - column % TAB
            shapes[i] = " " * widths[i]
        column += widths[i]
