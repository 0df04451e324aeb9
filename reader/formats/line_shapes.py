"""Lines of plain text by their shape: what begins something, what stands in columns, what could be prose.

Units: code points of the text for places, cells for widths.

A group of lines with nothing between them is cut into segments. Of those only :data:`LineKind.PROSE` and
:data:`LineKind.ITEM` have more than one line, and whether these were one line once is for
:mod:`reader.formats.hard_wrap` to say.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from reader.enumerations import Enum
from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern
from reader.text.unwrapping import is_ideograph
from reader.text.widths import width_of

_GROUP = lazy_pattern(r"^[^\S\n]*+\S[^\n]*(?:\n[^\S\n]*+\S[^\n]*)*", re.MULTILINE)
"""Lines that are not blank, after each other; a blank one is passed over once, however long it is."""

_SPACE = " \t\n\r\v\f"
_TAB = 8
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_NUMBER = "[0-9\u0660-\u0669\u06f0-\u06f9]"

_BULLET = lazy_pattern(rf"[{_INVISIBLE}]*[*+•▪◦·‣●○■□►➤✓✔]\s+\S")
_DASH = lazy_pattern(rf"[{_INVISIBLE}]*(?:[-–]\s+|—\s*)\S")
_OPTION = lazy_pattern(r"--?[\w?]")
_NUMBERED = lazy_pattern(
    rf"[{_INVISIBLE}]*(?:[(\[]?(?:{_NUMBER}{{1,3}}|[A-Za-z]|[ivxIVX]{{1,4}}|[\u0621-\u064a]|[\u05d0-\u05ea]{{1,2}}['׳]?)[.)\]]"
    rf"|{_NUMBER}{{1,3}}\s*[-–]|{_NUMBER}{{1,2}}(?:\.{_NUMBER}{{1,2}})+\.?)\s+\S"
)
_FRAMED = lazy_pattern("[|>\u2500-\u257f]|\\+[-=]")
"""A cell of a drawn table, a quoted line of a message: each stands by itself, always."""

_STAMPED = lazy_pattern(
    rf"[{_INVISIBLE}]*[\[(<]?(?:{_NUMBER}{{1,4}}[-/.:]{_NUMBER}{{1,2}}(?:[-/.:]{_NUMBER}{{2,4}})?(?!{_NUMBER})"
    rf"|[^\W\d_]{{3}} +\d{{1,2}} \d\d:)"
)
_NICK = lazy_pattern(rf"[{_INVISIBLE}]*(?:<[^<>\s][^<>]{{0,40}}>|\[[^\[\]]{{1,40}}\])\s*\S")
_NAMED = lazy_pattern(r"(?:[^\s:,.;!?]{1,24}(?: [^\s:,.;!?]{1,24}){0,3}) ?[::]\s+\S")
"""``name: what was said``, ``Subject: what it is about``."""

_CUES = lazy_pattern(r"-->")
_SENTENCE_END = lazy_pattern(r"[.!?؟…۔。:;؛][\"'”’»)\]]*$")
_WIDE_GAP = lazy_pattern(r"(?<=[^\s.!?؟:;۔])(?: {2,}|\t+ *)(?=\S)")
_NOT_FIRST = "、。，．）」』】〉》？！：；…ーァィゥェォッャュョぁぃぅぇぉっゃゅょ々"
_SHARED = 0.6
"""Share of a group's lines that must begin alike for that to be their common beginning."""

_SAME_WORD_SHARE = 0.8
"""The same where that is a word as any other."""

_FRAME_SHARE = 1 / 3

_WIDEST_FILL = 4
"""Spaces between two words of a filled line are fewer."""

_ALIGNED_SHARE = 0.9
"""Share of the lines of a group, all of which end at one edge, with a gap in one place: in columns, not filled."""

_DEEPEST = 8


class LineKind(Enum):
    """The kind of a segment."""

    PROSE = "prose"
    ITEM = "item"
    RECORD = "record"
    """A line by itself: a message, a header, a quoted line."""
    COLUMN = "column"
    """A line of a table in columns, whose spaces matter."""


class Extent(NamedTuple):
    """How far a line reaches, in cells or in code points.

    Attributes:
        edge: From the left to its end.
        first: Its first word.
    """

    edge: int
    first: int


class _SourceLine(NamedTuple):
    row: int
    start: int
    end: int
    text: str
    indent: int
    word: str


class SourceLine(_SourceLine):
    """A line that is not blank.

    Attributes:
        row: Where it starts, white space included.
        start: Where its text starts.
        end: Where that ends.
        text: What it says.
        indent: Cells before the text.
        word: Its first word; of ideographs, which may be parted anywhere, the first and what clings to it.
    """

    @cached_property
    def cells(self) -> Extent:
        """How far it reaches in cells, which is what most editors break at."""
        if self.text.isascii():
            return self.points
        return Extent(self.indent + width_of(self.text), width_of(self.word))

    @property
    def points(self) -> Extent:
        """The same in code points, which is what many programs count."""
        return Extent(self.indent + len(self.text), len(self.word))

    @property
    def begins_wide(self) -> bool:
        """Whether it begins with an ideograph."""
        return is_ideograph(self.text[:1])

    @property
    def ends_wide(self) -> bool:
        """Whether it ends with one."""
        return is_ideograph(self.text[-1])


class LineSegment(NamedTuple):
    """Lines that could have been one."""

    kind: LineKind
    lines: tuple[SourceLine, ...]

    def pairs(self) -> list[tuple[SourceLine, SourceLine]]:
        """Every line with the one after it."""
        return list(pairwise(self.lines))


_ONE_OF_SEVERAL = (
    (_DASH, LineKind.ITEM),
    (_NUMBERED, LineKind.ITEM),
    (_STAMPED, LineKind.RECORD),
    (_NICK, LineKind.RECORD),
    (_OPTION, LineKind.RECORD),
    (_NAMED, LineKind.RECORD),
)
"""Beginnings that a broken line of prose may have by chance, and what they are where there are several."""


def groups(text: str, start: int, end: int) -> Iterator[list[SourceLine]]:
    """The lines of a stretch, those with nothing between them together."""
    for group in _GROUP.finditer(text, start, end):
        lines = []
        at = group.start()
        for row in group[0].split("\n"):
            if content := row.strip(_SPACE):
                lines.append(_line(at, row, content))
            at += len(row) + 1
        if lines:
            yield lines


def _line(at: int, row: str, content: str) -> SourceLine:
    lead = row[: row.index(content[0])] if row[0] != content[0] else ""
    indent = len(lead.expandtabs(_TAB))
    word = content.split(None, 1)[0]
    if is_ideograph(word[:1]):
        word = word[: 1 + len(word[1:]) - len(word[1:].lstrip(_NOT_FIRST))]
    start = at + len(lead)
    return SourceLine(at, start, start + len(content), content, indent, word)


def segments(
    group: Sequence[SourceLine], broken: Callable[[SourceLine, SourceLine], bool] = lambda *_: False
) -> Iterator[LineSegment]:
    """A group cut wherever a line begins something by its shape.

    Args:
        group: Lines with nothing between them.
        broken: Whether the first of two lines looks broken for want of room, where that is known: then the second
            begins as it does by chance.
    """
    if len(group) == 1:
        yield LineSegment(_alone(group[0]), (group[0],))
        return
    if _in_columns(group):
        yield from (LineSegment(LineKind.COLUMN, (line,)) for line in group)
        return
    if any(_CUES.search(line.text) for line in group):
        yield from (LineSegment(LineKind.RECORD, (line,)) for line in group)
        return
    beginning = _beginnings(group, broken)
    kind, open_lines = LineKind.PROSE, list[SourceLine]()
    for index, line in enumerate(group):
        following = group[index + 1] if index + 1 < len(group) else None
        begun = beginning[index]
        if open_lines and (begun or not _goes_on(kind, open_lines, line, following)):
            yield LineSegment(kind, tuple(open_lines))
            open_lines = []
        if not open_lines:
            kind = begun or LineKind.PROSE
        open_lines.append(line)
    yield LineSegment(kind, tuple(open_lines))


def _goes_on(kind: LineKind, lines: Sequence[SourceLine], line: SourceLine, following: SourceLine | None) -> bool:
    """Whether a line's indentation is that of a line that goes on; the first one of a paragraph may have another."""
    if len(lines) > 1:
        return line.indent == lines[-1].indent
    if abs(line.indent - lines[0].indent) > _DEEPEST:
        return False
    if line.indent <= lines[0].indent or kind is LineKind.ITEM:
        return True
    if kind is LineKind.RECORD:
        return False
    # Further in: a first line that stands out, unless the text comes back and this is a first line that stands in.
    return following is None or following.indent == line.indent


def _alone(line: SourceLine) -> LineKind:
    """The kind of a line with nothing beside it: as most paragraphs stand."""
    if _CUES.search(line.text) or _FRAMED.match(line.text):
        return LineKind.RECORD
    is_item = any(pattern.match(line.text) for pattern in (_BULLET, _DASH, _NUMBERED))
    return LineKind.ITEM if is_item else LineKind.PROSE


def _beginnings(group: Sequence[SourceLine], broken: Callable[[SourceLine, SourceLine], bool]) -> list[LineKind | None]:
    """The element each line begins, None where nothing."""
    found: list[LineKind | None] = [None] * len(group)
    for index, line in enumerate(group):
        if _FRAMED.match(line.text):
            found[index] = LineKind.RECORD
        elif _BULLET.match(line.text):
            found[index] = LineKind.ITEM
    for pattern, kind in _ONE_OF_SEVERAL:
        alike = [index for index, line in enumerate(group) if found[index] is None and pattern.match(line.text)]
        several = _are_several(alike, group, broken)
        for index in alike:
            if several or (kind is LineKind.ITEM and (not index or _stands_apart(group[index - 1], group[index]))):
                found[index] = kind
    if None in found:
        alike = _alike(group)
        for index in alike if _are_several(alike, group, broken) else ():
            found[index] = found[index] or LineKind.RECORD
    return found


def _are_several(
    alike: Sequence[int], group: Sequence[SourceLine], broken: Callable[[SourceLine, SourceLine], bool]
) -> bool:
    """Whether lines that begin alike are enough of a group, and not most of them by the chance of a break."""
    if len(alike) < 2 or len(alike) < _FRAME_SHARE * len(group):
        return False
    if len(alike) >= max(3, _SHARED * len(group)):
        return True
    by_chance = sum(
        bool(index) and broken(group[index - 1], group[index]) and not _SENTENCE_END.search(group[index - 1].text)
        for index in alike
    )
    return by_chance < len(alike) / 2


def _stands_apart(before: SourceLine, line: SourceLine) -> bool:
    """Whether a line that begins as an item does is one by what stands before it: a sentence's end, or text set in."""
    return bool(_SENTENCE_END.search(before.text)) or line.indent < before.indent


def _alike(group: Sequence[SourceLine]) -> list[int]:
    """The lines that have a common beginning: the same word, or a first word of the same shape with signs or digits."""
    if len(group) < 3:
        return []
    shapes = [_shape(line.text) for line in group]
    shape, count = max(Counter(shapes).items(), key=itemgetter(1))
    share = _SAME_WORD_SHARE if shape.isalpha() else _SHARED
    return [index for index, own in enumerate(shapes) if own == shape] if shape and count >= share * len(group) else []


def _shape(text: str) -> str:
    word = text.split(None, 1)[0]
    if word.isalpha():
        return word
    shape = re.sub(r"\d+", "9", re.sub(r"[^\W\d_]+", "a", word))
    return "" if re.fullmatch(r"[\"'«“‘(]?a(?:[-'’]a)?[.,;:!?؟،؛۔)»”\"'’]*", shape) else shape


def _in_columns(group: Sequence[SourceLine]) -> bool:
    """Whether lines stand in columns: most have wide gaps inside, and not because they were filled to one edge."""
    gaps = [
        {
            (gap.start() + line.start - line.row, gap.end() + line.start - line.row)
            for gap in _WIDE_GAP.finditer(line.text)
        }
        for line in group
    ]
    gapped = sum(bool(own) for own in gaps)
    if gapped < max(2, _SHARED * len(group)):
        return False
    if all(any(end - start >= _WIDEST_FILL for start, end in own) for own in gaps):
        return True
    ends = ([line.cells.edge for line in group], [line.points.edge for line in group])
    filled = max(_filled(edges) for edges in ends)
    if filled < _SHARED * (len(group) - 1) or any("\t" in line.text for line in group):
        return True
    sides = (Counter(gap[side] for own in gaps for gap in own) for side in (0, 1))
    return len(group) > 3 and any(max(side.values()) >= _ALIGNED_SHARE * len(group) for side in sides)


def _filled(edges: Sequence[int]) -> int:
    """How many lines but the last go as far as the longest does, or one short of it."""
    longest = max(edges)
    return sum(edge >= longest - 1 for edge in edges[:-1])
