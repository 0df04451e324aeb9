"""A time line of a document's dates, drawn in cells.

Only dates whose year is stated have a place on it; those of other calendars by their Gregorian equivalent. Time runs
evenly from the earliest to the latest, unless that would press many dates into few cells, as one year of long ago does:
then the widest empty stretches are cut out, and a sign of :data:`BREAK` cells stands for each.

Units: *years* are real numbers, 2024.5 the middle of 2024; columns count cells in reading order from the line's start.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from reader.locale import Messages
from reader.model import Direction, Fact, FactKind
from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern
from reader.values import dataclass, replace
from reader.view.styled import PaintedRow, StyledRun, TextRole, blank, fitted, row_width, styled

BREAK = 2
CELLS_A_BREAK = 10
"""Cells a line has at least for each of its breaks."""
SAMPLED = 1000
"""About how many dates are looked at to tell whether a break is worth its cells."""

PIECE_LEAST = 3
"""Cells a piece between two breaks has at least."""

_HEIGHTS = "▃▅▆▇█"
_BASE = "▁"
_BREAK_SIGN = {Direction.LTR: "╱", Direction.RTL: "╲"}

_STATED = lazy_pattern(
    r"(?P<year>-?\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-Q(?P<quarter>[1-4])|-W(?P<week>\d\d)(?:-\d)?)?(?:T.*)?"
)
DATED = (FactKind.DATE, FactKind.DATETIME)
"""Kinds that may have a place on the line."""

_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class Dated(NamedTuple):
    """A fact and the time it tells of, in years; ``end`` is its end where it states a range, else ``start``."""

    start: float
    end: float
    fact: Fact


def dated(facts: Iterable[Fact]) -> tuple[Dated, ...]:
    """The dates whose year is known, earliest first."""
    found: list[Dated] = []
    for fact in facts:
        value = fact.gregorian if fact.calendar else fact.value
        if fact.kind in DATED and isinstance(value, str) and (span := _span_of(value)):
            # The equivalent of a month or year of another calendar is a range that the text does not state.
            found.append(Dated(span[0], span[0] if fact.calendar else span[1], fact))
    return tuple(sorted(found, key=lambda each: (each.start, each.fact.range)))


@lru_cache(maxsize=4096)
def _span_of(iso: str) -> tuple[float, float] | None:
    """The start and the end of a date or range of ISO 8601; None where its first year is not stated."""
    years = [_year_of(part) for part in iso.split("/")]
    if years[0] is None:
        return None
    return years[0], years[0] if years[-1] is None else max(years[0], years[-1])


def _year_of(iso: str) -> float | None:
    """The start of a date of ISO 8601 whose year is stated, in years."""
    stated = _STATED.fullmatch(iso)
    if stated is None:
        return None
    days = 0
    if stated["month"]:
        days = _DAYS_BEFORE[min(12, max(1, int(stated["month"]))) - 1] + int(stated["day"] or 1) - 1
    elif stated["quarter"]:
        days = _DAYS_BEFORE[3 * int(stated["quarter"]) - 3]
    elif stated["week"]:
        days = 7 * (int(stated["week"]) - 1)
    return int(stated["year"]) + days / 366


class TimeStretch(NamedTuple):
    """A piece of the line without a break: the years it shows and the columns it takes."""

    start: float
    end: float
    first: int
    cells: int

    def column_of(self, year: float) -> int:
        """The column of a time in this piece."""
        if self.end <= self.start:
            return self.first
        return self.first + min(self.cells - 1, int((year - self.start) / (self.end - self.start) * self.cells))


class TimelineMark(NamedTuple):
    """A mark on the line: the dates that fall into one column."""

    column: int
    dates: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of a width: its pieces, its marks, and the columns that ranges cover."""

    stretches: tuple[TimeStretch, ...]
    marks: tuple[TimelineMark, ...]
    covered: frozenset[int]

    def column_of(self, year: float) -> int:
        """The column of a time."""
        return self.stretches[max(0, bisect_right(self.stretches, year, key=_first_year) - 1)].column_of(year)


def _first_year(stretch: TimeStretch) -> float:
    return stretch.start


class TimeLine:
    """A document's or a section's dates, and where they fall on lines of the widths asked for; compared by identity.

    Attributes:
        dates: Those whose year is known, earliest first.
        has_span: Whether there is a line to draw: two different times at least.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.dates = dated(facts)
        # The times told of are few, however many dates there are: a line of another width costs what is told of.
        self._spans = tuple(dict.fromkeys([(each.start, each.end) for each in self.dates]))
        self._years = {int(each.fact.range.start): each.start for each in self.dates}
        self.has_span = bool(self._spans) and max([end for _, end in self._spans]) > self._spans[0][0]
        self._scales: dict[int, Scale] = {}

    def scale(self, width: int) -> Scale:
        """The line in so many cells."""
        scale = self._scales.get(width)
        if scale is None:
            scale = self._scale(max(1, width))
            self._scales = {width: scale}
        return scale

    def columns_of(self, places: Iterable[int], width: int) -> set[int]:
        """The columns of the dates that begin at places in the text, on a line of so many cells."""
        scale = self.scale(width)
        return {scale.column_of(self._years[place]) for place in places if place in self._years}

    def _scale(self, width: int) -> Scale:
        scale = Scale(_stretches(self._spans, width), (), frozenset())
        first: dict[int, float] = {}
        covered: set[int] = set()
        for start, end in self._spans:
            column = scale.column_of(start)
            first.setdefault(column, start)
            if end > start:
                covered.update(range(column, scale.column_of(end) + 1))
        edges = [bisect_left(self.dates, start, key=_start_of) for start in first.values()] + [len(self.dates)]
        marks = [
            TimelineMark(column, self.dates[at:to]) for column, (at, to) in zip(first, pairwise(edges), strict=True)
        ]
        return replace(scale, marks=tuple(marks), covered=frozenset(covered))


def _start_of(date: Dated) -> float:
    return date.start


def _stretches(spans: Sequence[tuple[float, float]], width: int) -> tuple[TimeStretch, ...]:
    """The pieces of a line: as few as show the dates apart."""
    if not spans:
        return ()
    gaps = _gaps(spans)
    most = min(len(gaps), width // CELLS_A_BREAK)
    edges = (spans[0][0], max(end for _, end in spans))
    starts = sorted({start for start, _ in spans})
    starts = starts[:: 1 + len(starts) // SAMPLED]
    best = _pieces(edges, (), width)
    apart = _columns_used(best, starts)
    for cuts in range(1, most + 1):
        pieces = _pieces(edges, tuple(sorted(gaps[:cuts])), width)
        used = _columns_used(pieces, starts)
        if used >= apart + max(2, apart // 4):
            best, apart = pieces, used
    return best


def _gaps(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The empty stretches of more than a year between two dates, the widest first."""
    gaps: list[tuple[float, float]] = []
    filled_to = spans[0][1]
    for start, end in spans:
        if start > filled_to + 1:
            gaps.append((filled_to, start))
        filled_to = max(filled_to, end)
    return sorted(gaps, key=lambda gap: gap[0] - gap[1])


def _pieces(edges: tuple[float, float], cuts: tuple[tuple[float, float], ...], width: int) -> tuple[TimeStretch, ...]:
    """The line from its first to its last time in so many cells, without the stretches that are cut out."""
    points = [edges[0], *chain.from_iterable(cuts), edges[1]]
    spans = list(zip(points[::2], points[1::2], strict=True))
    room = width - BREAK * len(cuts) - PIECE_LEAST * len(spans)
    whole = sum(end - start for start, end in spans) or 1.0
    pieces: list[TimeStretch] = []
    first = 0
    for number, (start, end) in enumerate(spans):
        cells = PIECE_LEAST + int(max(0, room) * (end - start) / whole)
        if number == len(spans) - 1:
            cells = max(1, width - first)
        pieces.append(TimeStretch(start, end, first, cells))
        first += cells + BREAK
    return tuple(pieces)


def _columns_used(pieces: tuple[TimeStretch, ...], years: Sequence[float]) -> int:
    starts = [piece.start for piece in pieces]
    return len({pieces[max(0, bisect_right(starts, year) - 1)].column_of(year) for year in years})


@dataclass(frozen=True, slots=True)
class MarksRow:
    """The line itself: in every column a bar as high as there are dates, on a base line.

    Attributes:
        line: What it shows.
        chosen: The number of the mark under the cursor.
        here: Starts of the facts at the reading position.
    """

    line: TimeLine
    chosen: int
    here: frozenset[int]

    def painted(self, width: int, base: Direction, roles: tuple[TextRole, ...]) -> PaintedRow:
        """See :class:`~reader.view.list_model.Drawing`; only the chosen mark looks like a cursor."""
        if width <= 0:
            return ()
        scale = self.line.scale(width)
        plain = tuple(role for role in roles if role not in (TextRole.CURSOR, TextRole.CURSOR_IDLE))
        cells = [
            StyledRun(_BASE, 1, (*plain, TextRole.GRAPH if i in scale.covered else TextRole.MUTED))
            for i in range(width)
        ]
        for one, other in pairwise(scale.stretches):
            for column in range(one.first + one.cells, other.first):
                cells[column] = StyledRun(_BREAK_SIGN[base], 1, (*plain, TextRole.MUTED))
        here = self.line.columns_of(self.here, width)
        most = max((len(mark.dates) for mark in scale.marks), default=1)
        for number, mark in enumerate(scale.marks):
            role = TextRole.CURRENT if mark.column in here else TextRole.GRAPH
            height = _HEIGHTS[round((len(_HEIGHTS) - 1) * (len(mark.dates) - 1) / max(1, most - 1))]
            look = (*roles, role) if number == self.chosen else (*plain, role)
            cells[mark.column] = StyledRun(height, 1, look)
        return tuple(reversed(cells)) if base.is_rtl else tuple(cells)

    def mark_at(self, column: int, width: int, base: Direction) -> int:
        """The number of the mark nearest to a cell, counted from the left edge."""
        marks = self.line.scale(width).marks
        column = width - 1 - column if base.is_rtl else column
        return min(range(len(marks)), key=lambda i: abs(marks[i].column - column), default=0)


@dataclass(frozen=True, slots=True)
class YearsRow:
    """The years under the line's columns: those at its ends and beside its breaks, as far as there is room."""

    line: TimeLine
    messages: Messages

    def painted(self, width: int, base: Direction, roles: tuple[TextRole, ...]) -> PaintedRow:
        """See :class:`~reader.view.list_model.Drawing`."""
        if width <= 0:
            return ()
        scale = self.line.scale(width)
        taken = [False] * width
        placed: list[tuple[int, PaintedRow]] = []
        first, last = scale.stretches[0], scale.stretches[-1]
        wanted = [(0, first.start, False), (width - 1, last.end, True)]
        for one, other in pairwise(scale.stretches):
            wanted += [(other.first, other.start, False), (one.first + one.cells - 1, one.end, True)]
        fine = first.start // 1 == last.end // 1  # a year alone does not tell its months
        for column, year, to_end in wanted:
            label = fitted(styled(self._label(year, fine=fine), TextRole.MUTED), width, Direction.LTR, roles)
            start = max(0, column - row_width(label) + 1 if to_end else column)
            end = start + row_width(label)
            if end <= width and not any(taken[max(0, start - 1) : end + 1]):
                taken[start:end] = [True] * (end - start)
                placed.append((start, label))
        parts: list[PaintedRow] = []
        at = 0
        for start, label in sorted(placed):
            parts += [blank(start - at, *roles), label]
            at = start + row_width(label)
        parts.append(blank(width - at, *roles))
        return tuple(piece for part in (reversed(parts) if base.is_rtl else parts) for piece in part)

    def _label(self, year: float, *, fine: bool) -> str:
        whole = int(year // 1)
        text = str(whole)
        if fine:
            day = round((year - whole) * 366)
            text = f"{whole}/{bisect_right(_DAYS_BEFORE, day):02}"
        return self.messages.digits(text)
