"""Styled text and painted rows: the one shape everything on the screen has before it becomes colours and bytes.

:class:`StyledText` is logical: a string and the roles of its stretches. :func:`compose` lays it out on one line and
gives a :data:`PaintedRow`: pieces in visual order, left to right, measured in cells. No other part of the program puts
right-to-left text in order by itself. What a role looks like is decided above (``reader.tui.looks``).
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.enumerations import StrEnum
from reader.model import Direction, Document, Look, Pos, Range, range_of
from reader.named_tuples import NamedTuple
from reader.text.bidi import classes_of
from reader.text.direction import LRI, PDI, RLI, base_level, isolate
from reader.text.layout import Line, analyse
from reader.text.patterns import lazy_pattern
from reader.text.widths import cells_of
from reader.values import dataclass

ELLIPSIS = "…"
LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"
_STRONG_BEFORE = lazy_pattern("([LRA])[^LRA]*$")
_CONTEXT = 256
"""Code points looked at for a strong letter."""

JOINER = "\u200d"
"""ZWJ: a word that is cut short keeps the form its last letter has in the whole word."""

_FSI = "\u2068"
_ROOMY = 16
"""Code points of a line of interface text for each of its cells: more are cut off before the line is laid out."""

UNBOUNDED = 1 << 30
"""A width no line reaches, in cells: lays a string out on a single line."""


LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\v\f\x85\u2028\u2029", " "))
"""Line ends are painted as spaces where a text must stay on one line; one for one, so that offsets hold."""


class TextRole(StrEnum):
    """The purpose of a stretch of text; later roles on the same stretch paint over earlier ones."""

    TEXT = "text"
    MUTED = "muted"
    HEADING = "heading"
    HEADING_TOP = "heading_top"
    HEADING_LOW = "heading_low"
    TITLE = "title"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRUCK = "struck"
    CODE = "code"
    CODE_BLOCK = "code_block"
    CODE_WORD = "code_word"
    CODE_STRING = "code_string"
    CODE_REMARK = "code_remark"
    CODE_NUMBER = "code_number"
    CODE_NAME = "code_name"
    LINK = "link"
    QUOTE = "quote"
    FACT_FIGURE = "fact_figure"
    FACT_TIME = "fact_time"
    FACT_NAME = "fact_name"
    FACT_WORDS = "fact_words"
    FACT_ADDRESS = "fact_address"
    GRAPH = "graph"
    MARKER = "marker"
    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    HIGHLIGHT_GREEN = "highlight_green"
    HIGHLIGHT_BLUE = "highlight_blue"
    HIGHLIGHT_PINK = "highlight_pink"
    RULER = "ruler"
    CURSOR = "cursor"
    CURSOR_IDLE = "cursor_idle"
    CURRENT = "current"
    TARGET = "target"
    SELECTION = "selection"
    HIT = "hit"
    HIT_CURRENT = "hit_current"
    HINT = "hint"
    BAR = "bar"
    BAR_KEY = "bar_key"
    PANE_TITLE = "pane_title"
    PANE_TITLE_IDLE = "pane_title_idle"
    TRACK = "track"
    THUMB = "thumb"
    FIELD = "field"
    FIELD_CURSOR = "field_cursor"
    NOTICE = "notice"
    ERROR = "error"


Role = TextRole | Look
"""The purpose of a stretch of text, or the look that the command that printed it gave it."""


class StyledSpan(NamedTuple):
    """A stretch of a :class:`StyledText`, in code points of its string."""

    start: int
    end: int
    role: Role


class StyledRun(NamedTuple):
    """Cells of one look, already in visual order."""

    text: str
    width: int
    roles: tuple[Role, ...] = ()


PaintedRow = tuple[StyledRun, ...]


class PlacedRows(NamedTuple):
    """Rows of a width, and the cell of the window at which the upper left one stands."""

    rows: tuple[PaintedRow, ...]
    left: int
    top: int
    width: int


@dataclass(frozen=True, slots=True)
class StyledText:
    """A logical string and the roles of its stretches."""

    text: str = ""
    spans: tuple[StyledSpan, ...] = ()

    def isolated(self, base: Direction) -> "StyledText":
        """The whole in an isolate of a direction."""
        opening = StyledText(RLI if base.is_rtl else LRI)
        return opening + self + StyledText(PDI)

    @property
    def lines(self) -> "tuple[StyledText, ...]":
        """The lines that line feeds part."""
        found: list[StyledText] = []
        start = 0
        for line in self.text.split("\n"):
            end = start + len(line)
            spans = (span._replace(end=min(span.end, end)) for span in self.spans if span.start < end)
            found.append(StyledText(line, _shifted(spans, -start)))
            start = end + 1
        return tuple(found)

    def without(self, role: TextRole) -> "StyledText":
        """The same, nothing in it having a role."""
        return StyledText(self.text, tuple(span for span in self.spans if span.role is not role))

    def __add__(self, other: "StyledText") -> "StyledText":
        shift = len(self.text)
        return StyledText(self.text + other.text, self.spans + _shifted(other.spans, shift))


def styled(text: str, *roles: TextRole) -> StyledText:
    """A string that has the given roles throughout."""
    return StyledText(text, tuple(StyledSpan(0, len(text), role) for role in roles))


def isolated(text: str, *roles: TextRole, default: Direction = Direction.LTR) -> StyledText:
    """The same, isolated from what stands around it: for names and values inside a sentence.

    Its direction is that of the majority of its letters, ``default`` where they do not decide.
    """
    return styled(isolate(text, int(default.is_rtl)), *roles)


def quoted(document: Document, part: Range, *roles: TextRole) -> StyledText:
    """A stretch of a document in one line, isolated and in the direction that it has there."""
    text = " ".join(document.slice(part).split())
    return styled(context_of(document, part.start) + text, *roles).isolated(document.direction_at(part.start))


def as_in_place(document: Document, pos: Pos, text: str, *roles: TextRole) -> StyledText:
    """Words of a document from a position on, isolated by themselves, their numbers as they stand there."""
    default = document.direction_at(pos)
    direction = Direction.RTL if base_level(text, int(default.is_rtl)) else Direction.LTR
    return styled(context_of(document, pos) + text, *roles).isolated(direction)


def context_of(document: Document, pos: Pos) -> str:
    """A mark that stands for the last strong letter before a position in its block: numbers go by it (W2, W7)."""
    if not document.blocks:
        return ""
    start = document.blocks[document.block_index_at(pos)].range.start
    before = document.slice(range_of(max(start, pos - _CONTEXT), pos))
    strong = _STRONG_BEFORE.search(classes_of(before))
    if strong:
        return {"L": LRM, "R": RLM, "A": ALM}[strong[1]]
    return RLM if document.direction_at(pos).is_rtl else LRM


def row_width(row: PaintedRow) -> int:
    """The cells a row takes."""
    return sum(piece.width for piece in row)


def blank(width: int, *roles: TextRole) -> PaintedRow:
    """Empty cells; nothing when there is no room."""
    return (StyledRun(" " * width, width, roles),) if width > 0 else ()


def cropped(row: PaintedRow, start: int, end: int) -> PaintedRow:
    """The cells of a row from one to another; of a character that is cut in two, a space."""
    found: list[StyledRun] = []
    at = 0
    for run in row:
        first, last = max(start - at, 0), min(end - at, run.width)
        if first < last:
            found.append(run if last - first == run.width else _cut(run, first, last))
        at += run.width
    return tuple(found)


def _cut(run: StyledRun, first: int, last: int) -> StyledRun:
    """Some cells of a run."""
    if len(run.text) == run.width and run.text.isascii():
        return run._replace(text=run.text[first:last], width=last - first)
    kept: list[str] = []
    at = 0
    for character, cells in zip(run.text, cells_of(run.text), strict=True):
        if first <= at - (not cells) and at + cells <= last:
            kept.append(character)
        elif cells:
            kept.append(" " * (min(at + cells, last) - max(at, first)))
        at += cells
    return run._replace(text="".join(kept), width=last - first)


def paint(line: Line, spans: Sequence[StyledSpan], base_roles: tuple[Role, ...] = ()) -> PaintedRow:
    """A laid-out line with its roles looked up by logical index.

    ``spans`` are in the line's paragraph's code points; one that has a part in a cluster has all of it.
    """
    first, last = line.extent
    spans = [span for span in spans if span.start < last and first < span.end]
    if not spans:
        return (StyledRun(line.text, line.width, base_roles),) if line.text else ()
    pieces: list[StyledRun] = []
    text: list[str] = []
    width = 0
    current: tuple[Role, ...] = base_roles
    for cluster, roles in zip(line.clusters, _roles_by_cluster(line, spans, base_roles), strict=True):
        if roles != current and text:
            pieces.append(StyledRun("".join(text), width, current))
            text, width = [], 0
        current = roles
        text.append(cluster.shape)
        width += cluster.width
    if text:
        pieces.append(StyledRun("".join(text), width, current))
    return tuple(pieces)


def _roles_by_cluster(line: Line, spans: Sequence[StyledSpan], base: tuple[Role, ...]) -> list[tuple[Role, ...]]:
    """The roles of each cluster; one that stands for no text has those of its neighbours on both sides."""
    first, last = line.extent
    at = _roles_by_index(first, last, spans, base)
    found: list[tuple[Role, ...]] = []
    waiting = 0  # clusters without text since the last one that has some
    before = base
    for cluster in line.clusters:
        if cluster.start == cluster.end:
            waiting += 1
            continue
        roles = at[cluster.start - first] if first <= cluster.start < last else base
        if cluster.end - cluster.start > 1 and any(
            other != roles for other in at[cluster.start - first : cluster.end - first]
        ):
            parts = (span.role for span in spans if span.start < cluster.end and cluster.start < span.end)
            roles = (*base, *parts)
        if waiting:
            found += [tuple(role for role in before if role in roles)] * waiting
        found.append(roles)
        waiting, before = 0, roles
    return found + [base] * waiting


def _roles_by_index(
    start: int, end: int, spans: Iterable[StyledSpan], base: tuple[Role, ...]
) -> list[tuple[Role, ...]]:
    at = [base] * (end - start)
    for span in spans:
        for i in range(max(span.start, start) - start, min(span.end, end) - start):
            at[i] = (*at[i], span.role)
    return at


@lru_cache(maxsize=1024)
def compose(text: StyledText, width: int, base: Direction, roles: tuple[TextRole, ...] = ()) -> PaintedRow:
    """One line of interface text in exactly ``width`` cells, at the base direction's side, cut short with an ellipsis.

    ``roles`` lie under the text's own and fill the cells left over.
    """
    row = fitted(text, width, base, roles)
    rest = blank(width - row_width(row), *roles)
    return rest + row if base.is_rtl else row + rest


@lru_cache(maxsize=1024)
def fitted(text: StyledText, width: int, base: Direction, roles: tuple[TextRole, ...] = ()) -> PaintedRow:
    """The same in no more cells than it needs."""
    if width <= 0:
        return ()
    text = _beginning(text, width)
    line = one_line(text.text, base)
    if line.width > width:
        text = _shortened(text, width, base)
        line = one_line(text.text, base)
    return paint(line, text.spans, roles)


@lru_cache(maxsize=1024)
def one_line(text: str, base: Direction) -> Line:
    """A string laid out on a single line; line ends inside it become spaces."""
    return analyse(text.translate(LINE_ENDS), int(base.is_rtl), isolated=()).wrap(UNBOUNDED)[0]


@lru_cache(maxsize=64)
def wrapped(
    text: StyledText, width: int, rows: int, base: Direction, roles: tuple[TextRole, ...] = ()
) -> tuple[PaintedRow, ...]:
    """As many rows of ``width`` cells as the text takes, ``rows`` at most; the last one is then cut short.

    A line feed begins a new row.
    """
    painted: list[PaintedRow] = []
    for line in text.lines if width > 0 else ():
        if len(painted) < rows:
            painted += _wrapped_line(line, width, rows - len(painted), base, roles)
    return tuple(painted)


def _wrapped_line(
    text: StyledText, width: int, rows: int, base: Direction, roles: tuple[TextRole, ...]
) -> tuple[PaintedRow, ...]:
    text = _beginning(text, rows * width)
    lines = analyse(text.text.translate(LINE_ENDS), int(base.is_rtl), isolated=()).wrap(width)
    painted: list[PaintedRow] = []
    for number, line in enumerate(lines):
        if number == rows - 1:
            rest = StyledText(text.text[line.start :], _shifted(text.spans, -line.start))
            return (*painted, compose(rest, width, base, roles))
        row = paint(line, text.spans, roles)
        gap = blank(width - row_width(row), *roles)
        painted.append(gap + row if base.is_rtl else row + gap)
    return tuple(painted)


def _beginning(text: StyledText, cells: int) -> StyledText:
    """As much as so many cells could show: an address may be megabytes long."""
    most = _ROOMY * (cells + 1)
    return _ended(text, most) if len(text.text) > most else text


def _shifted(spans: Iterable[StyledSpan], by: int) -> tuple[StyledSpan, ...]:
    return tuple(StyledSpan(max(0, s.start + by), s.end + by, s.role) for s in spans if s.end + by > 0)


def _shortened(text: StyledText, width: int, base: Direction) -> StyledText:
    """The longest beginning that leaves one cell for the ellipsis."""
    room = width - 1
    end, level = 0, int(base.is_rtl)
    for cluster in sorted(one_line(text.text, base).clusters):
        if cluster.width > room:
            break
        room -= cluster.width
        end = cluster.end
        if cluster.shape.strip():
            level = cluster.level
    return _ended(text, end, RLM if level % 2 else LRM)


def _ended(text: StyledText, end: int, mark: str = "") -> StyledText:
    """The text up to some code point and an ellipsis, which stands where what is cut off would go on.

    That is inside the isolates that were cut open, which are closed behind it, and in the run of the last letters, as a
    ``mark`` of their direction has it.
    """
    kept = text.text[:end]
    closing = PDI * max(0, sum(map(kept.count, (RLI, LRI, _FSI))) - kept.count(PDI))
    spans = tuple(StyledSpan(s.start, min(s.end, end), s.role) for s in text.spans if s.start < end)
    return StyledText(kept + JOINER + ELLIPSIS + mark + closing, spans)
