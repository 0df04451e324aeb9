"""A time line of a document's dates, drawn in cells.

Only dates whose year is stated have a place on it; those of other calendars by their Gregorian equivalent. Time runs
evenly from the earliest to the latest, unless that would press many dates into few cells, as one year of long ago does:
then the widest empty stretches are cut out, and a sign of :data:`BREAK` cells stands for each.

Units: *years* are real numbers, 2024.5 the middle of 2024; columns count cells in reading order from the line's start.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from reader.locale import Messages
from reader.model import Direction, Fact, FactKind
from reader.named_tuples import NamedTuple
from reader.text.patterns import lazy_pattern
from reader.values import dataclass
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
    found = [span for fact in facts if fact.kind in DATED and (span := _span_of(fact))]
    return tuple(sorted(found, key=lambda each: (each.start, each.fact.range)))


def _span_of(fact: Fact) -> Dated | None:
    value = fact.gregorian if fact.calendar else fact.value
    if not isinstance(value, str):
        return None
    years = [_year_of(part) for part in value.split("/")]
    if years[0] is None or years[-1] is None or fact.calendar:
        # The equivalent of a month or year of another calendar is a range that the text does not state.
        return None if years[0] is None else Dated(years[0], years[0], fact)
    return Dated(years[0], max(years[0], years[-1]), fact)


@lru_cache(maxsize=4096)
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


class Stretch(NamedTuple):
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
    """A line of a width: its pieces, its marks, the columns that ranges cover, and those of facts by their start."""

    stretches: tuple[Stretch, ...]
    marks: tuple[TimelineMark, ...]
    covered: frozenset[int]
    columns: Mapping[int, int]


class TimeLine:
    """A document's or a section's dates, and where they fall on lines of the widths asked for; compared by identity.

    Attributes:
        dates: Those whose year is known, earliest first.
        has_span: Whether there is a line to draw: two different times at least.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.dates = dated(facts)
        self.has_span = bool(self.dates) and max([each.end for each in self.dates]) > self.dates[0].start
        self._scales: dict[int, Scale] = {}

    def scale(self, width: int) -> Scale:
        """The line in so many cells."""
        scale = self._scales.get(width)
        if scale is None:
            scale = _scale(self.dates, max(1, width))
            self._scales = {width: scale}
        return scale


def _scale(dates: Sequence[Dated], width: int) -> Scale:
    stretches = _stretches(dates, width)
    starts = [stretch.start for stretch in stretches]

    def column_of(year: float) -> int:
        return stretches[max(0, bisect_right(starts, year) - 1)].column_of(year)

    columns: dict[int, list[Dated]] = {}
    covered: set[int] = set()
    for each in dates:
        first = column_of(each.start)
        columns.setdefault(first, []).append(each)
        if each.end > each.start:
            covered.update(range(first, column_of(each.end) + 1))
    marks = tuple(TimelineMark(column, tuple(columns[column])) for column in sorted(columns))
    places = {int(each.fact.range.start): mark.column for mark in marks for each in mark.dates}
    return Scale(stretches, marks, frozenset(covered), places)


def _stretches(dates: Sequence[Dated], width: int) -> tuple[Stretch, ...]:
    """The pieces of a line: as few as show the dates apart."""
    if not dates:
        return ()
    gaps = _gaps(dates)
    most = min(len(gaps), width // CELLS_A_BREAK)
    edges = (dates[0].start, max(each.end for each in dates))
    starts = sorted({each.start for each in dates})
    starts = starts[:: 1 + len(starts) // SAMPLED]
    best = _pieces(edges, (), width)
    apart = _columns_used(best, starts)
    for cuts in range(1, most + 1):
        pieces = _pieces(edges, tuple(sorted(gaps[:cuts])), width)
        used = _columns_used(pieces, starts)
        if used >= apart + max(2, apart // 4):
            best, apart = pieces, used
    return best


def _gaps(dates: Sequence[Dated]) -> list[tuple[float, float]]:
    """The empty stretches of more than a year between two dates, the widest first."""
    gaps: list[tuple[float, float]] = []
    filled_to = dates[0].end
    for each in dates:
        if each.start > filled_to + 1:
            gaps.append((filled_to, each.start))
        filled_to = max(filled_to, each.end)
    return sorted(gaps, key=lambda gap: gap[0] - gap[1])


def _pieces(edges: tuple[float, float], cuts: tuple[tuple[float, float], ...], width: int) -> tuple[Stretch, ...]:
    """The line from its first to its last time in so many cells, without the stretches that are cut out."""
    points = [edges[0], *chain.from_iterable(cuts), edges[1]]
    spans = list(zip(points[::2], points[1::2], strict=True))
    room = width - BREAK * len(cuts) - PIECE_LEAST * len(spans)
    whole = sum(end - start for start, end in spans) or 1.0
    pieces: list[Stretch] = []
    first = 0
    for number, (start, end) in enumerate(spans):
        cells = PIECE_LEAST + int(max(0, room) * (end - start) / whole)
        if number == len(spans) - 1:
            cells = max(1, width - first)
        pieces.append(Stretch(start, end, first, cells))
        first += cells + BREAK
    return tuple(pieces)


def _columns_used(pieces: tuple[Stretch, ...], years: Sequence[float]) -> int:
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
        here = {scale.columns.get(start) for start in self.here}
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
