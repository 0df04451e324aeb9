"""The reading pane's rows: a screen of the document with everything that is marked on it.

Units: cells of the pane. A row is, in reading order: a margin, the text column, a gutter of two cells for the reading
    position and bookmarks. In a right-to-left document the whole row is mirrored. Where lines are filled, punctuation
    may hang in the margin, and in a cell between the text and the gutter where the pane is wide enough to have one.
"""

from bisect import bisect_left
from collections.abc import Sequence

from reader.model import Block, BlockKind, Document, Look, Mark, Pos, Range, Span
from reader.named_tuples import NamedTuple
from reader.store import AnnotationKind, Colour, PlacedAnnotation
from reader.text.layout import Line, Margins
from reader.view.fact_looks import look_of
from reader.view.flow_row import FlowRow
from reader.view.known_rows import RowLook, painted_once
from reader.view.link_hints import painted_over
from reader.view.list_model import reading_sign
from reader.view.reading_state import ReadingState
from reader.view.sight import Sight
from reader.view.styled import (
    LINE_ENDS,
    UNBOUNDED,
    PaintedRow,
    Role,
    StyledRun,
    StyledSpan,
    TextRole,
    blank,
    cropped,
    fitted,
    paint,
    row_width,
    styled,
)
from reader.view.syntax import is_listing, syntax_name, syntax_spans

GUTTER = 2
MARGIN = 1
PRINTED_GUTTER = 1
"""The margin beside a command's output, which leaves a window of 80 the 78 cells that manuals are set in."""

MEASURE = 80
"""The widest column that reads well, in cells; wider panes leave it in the middle."""

_KIND_ROLES = {
    BlockKind.HEADING: (TextRole.HEADING,),
    BlockKind.QUOTE: (TextRole.QUOTE,),
    BlockKind.CODE: (TextRole.CODE,),
    BlockKind.NOTE: (TextRole.MUTED,),
    BlockKind.IMAGE: (TextRole.MUTED,),
}
_LEVEL_ROLES = {1: (TextRole.HEADING, TextRole.HEADING_TOP), 2: (TextRole.HEADING,)}
_LOW = (TextRole.HEADING, TextRole.HEADING_LOW)
_MARK_ROLES = {
    Mark.EMPHASIS: TextRole.EMPHASIS,
    Mark.STRUCK: TextRole.STRUCK,
    Mark.STRONG: TextRole.STRONG,
    Mark.CODE: TextRole.CODE,
    Mark.LINK: TextRole.LINK,
    Mark.NOTE_REFERENCE: TextRole.LINK,
}
_COLOUR_ROLES = {
    Colour.YELLOW: TextRole.HIGHLIGHT,
    Colour.GREEN: TextRole.HIGHLIGHT_GREEN,
    Colour.BLUE: TextRole.HIGHLIGHT_BLUE,
    Colour.PINK: TextRole.HIGHLIGHT_PINK,
}

SIGNS = {
    AnnotationKind.BOOKMARK: "◆",
    AnnotationKind.HIGHLIGHT: "■",
    AnnotationKind.NOTE: "•",
    AnnotationKind.REJECTION: "×",
}
WAITING = "◇"
"""The signs of the kinds of marks, and of one that is not kept yet."""


def column_width(pane: int, measure: int = MEASURE) -> int:
    """The text column a pane of a width has; at least one cell."""
    return max(1, min(measure, pane - GUTTER - MARGIN))


def printed_column_width(pane: int) -> int:
    """The same for what a command printed, which was set for the whole window."""
    return max(1, pane - PRINTED_GUTTER)


def column_start(pane: int, column: int, *, rtl: bool, gutter: int = GUTTER) -> int:
    """The pane's column at which the text column begins, on the screen's left."""
    spare = max(0, pane - gutter - MARGIN - column) // 2
    return max(0, pane - gutter - spare - column) if rtl else min(gutter + spare, max(0, pane - column))


def _gutter_of(state: ReadingState) -> int:
    return PRINTED_GUTTER if state.document.is_printed else GUTTER


def _start_of(state: ReadingState, pane: int) -> int:
    """The pane's column at which the text column of a document begins."""
    return column_start(pane, state.flow.width, rtl=state.document.direction.is_rtl, gutter=_gutter_of(state))


def page_margins(pane: int, column: int) -> Margins:
    """The cells beside the text column that punctuation may hang in: the gutter is not for that."""
    spare = pane - GUTTER - MARGIN - column
    return Margins(start=int(spare >= 2), end=int(spare >= 0))


def sized(reading: ReadingState, width: int, height: int, measure: int = MEASURE) -> ReadingState:
    """The text laid out in a column of a pane; it keeps its place."""
    if reading.document.is_printed:
        return reading.resized(printed_column_width(width), height)
    column = column_width(width, measure)
    return reading.resized(column, height, page_margins(width, column))


def painted_page(state: ReadingState, pane: int) -> tuple[PaintedRow, ...]:
    """The rows of the screen, each exactly ``pane`` cells wide.

    Fewer than the pane is high at the end of the document.
    """
    rows = (*state.standing, *state.rows())
    parts = state.parts_shown
    overlays = [overlay for part in parts for overlay in _overlays(state, part)]
    if state.target:
        overlays.append(StyledSpan(state.target.start, state.target.end, TextRole.TARGET))
    if state.hit and state.hits:
        overlays.append(StyledSpan(state.hit.start, state.hit.end, TextRole.HIT_CURRENT))
    if state.selection:
        overlays.append(StyledSpan(state.selection.start, state.selection.end, TextRole.SELECTION))
    here = state.flow.position_of(state.cursor) if rows else None
    spans = _SpansShown(state.document, parts)
    page = painted_once(
        state.flow,
        (pane, state.shift, state.ruler, state.underlined, state.facts, state.annotations, state.waiting),
        [RowLook(row.place, row.place == here, _reaching_into(row, overlays)) for row in rows],
        lambda look, number: _painted_row(state, rows[number], look, spans, pane),
    )
    return painted_over(page, state, rows, _start_of(state, pane)) if state.hints else page


class _SpansShown:
    """The spans of blocks as far as they reach into what a page shows: a block may have many, and many rows."""

    def __init__(self, document: Document, parts: Sequence[Range]) -> None:
        self._document = document
        self._parts = parts
        self._of_block: dict[int, list[Span]] = {}

    def __getitem__(self, index: int) -> list[Span]:
        found = self._of_block.get(index)
        if found is None:
            spans = self._document.blocks[index].spans
            found = [span for span in spans if any(span.range.overlaps(part) for part in self._parts)]
            self._of_block[index] = found
        return found


def _reaching_into(row: FlowRow, overlays: list[StyledSpan]) -> tuple[StyledSpan, ...]:
    """Those of a page's overlays that reach into a row."""
    if not overlays or row.line is None:
        return ()
    start, end = row.extent
    return tuple([overlay for overlay in overlays if overlay.start < end and start < overlay.end])


def _overlays(state: ReadingState, part: Range) -> list[StyledSpan]:
    """Highlights and hits in a part of the text."""
    found = [
        StyledSpan(one.range.start, one.range.end, _COLOUR_ROLES[one.annotation.colour or Colour.YELLOW])
        for one in state.annotations
        if one.range and one.annotation.kind is AnnotationKind.HIGHLIGHT and one.range.overlaps(part)
    ]
    hits = state.hits.within(part) if state.hits else ()
    return found + [StyledSpan(hit.start, hit.end, TextRole.HIT) for hit in hits]


def _painted_row(state: ReadingState, row: FlowRow, look: RowLook, spans: _SpansShown, pane: int) -> PaintedRow:
    rtl = state.document.direction.is_rtl
    width = state.flow.width
    block = state.document.blocks[row.block]
    lit = look.lit and row.line is not None
    text, left, right = _painted_text(state, row, block, spans, look.overlays, lit=lit)
    gutter = _gutter(state, row, rtl=rtl, lit=lit)
    cells = row_width(gutter)
    start = column_start(pane, width, rtl=rtl, gutter=cells)
    beside = state.flow.margins.start
    if rtl:
        before, between = start - left, blank(beside - right)
        after = pane - start - width - beside - cells
        return (*blank(before), *text, *between, *gutter, *blank(after))
    before, between = max(0, start - beside - cells), blank(beside - left)
    after = pane - before - cells - beside - width - right
    return (*blank(before), *gutter, *between, *text, *blank(after))


def _role_of(span: Span) -> Role | None:
    return Look.of(span.target) if span.mark is Mark.LOOK else _MARK_ROLES.get(span.mark)


class _Column(NamedTuple):
    """The text column of a row: exactly as wide as the flow, and the cells that hang left and right of it."""

    row: PaintedRow
    left: int = 0
    right: int = 0


def _painted_text(
    state: ReadingState, row: FlowRow, block: Block, shown: _SpansShown, overlays: Sequence[StyledSpan], *, lit: bool
) -> _Column:
    width = state.flow.width
    if row.line is None:
        return _Column(_between(state, row, block))
    if block.kind is BlockKind.RULE:
        return _Column((StyledRun("─" * width, width, (TextRole.MUTED,)),))
    extent = row.extent if block.row else row.range
    spans = [
        StyledSpan(s.range.start - row.origin, s.range.end - row.origin, role)
        for s in shown[row.block]
        if s.range.overlaps(extent) and (role := _role_of(s))
    ]
    syntax = syntax_spans(state.document, block, row.range)
    spans[:0] = [StyledSpan(s.start - row.origin, s.end - row.origin, s.role) for s in syntax or ()]
    if state.underlined:
        spans += [
            StyledSpan(fact.range.start - row.origin, fact.range.end - row.origin, look_of(fact.kind))
            for fact in state.facts.overlapping(extent)
            if fact.kind in state.underlined
        ]
    spans += [StyledSpan(o.start - row.origin, o.end - row.origin, o.role) for o in overlays]
    ground = _ground(state, block, lit=lit)
    roles = ground if state.document.is_printed or syntax is not None else (*ground, *_kind_roles(block))
    text = _with_name_apart(paint(row.line, spans, roles), row.line, ground)
    if state.flow.goes_sideways(block):
        return _Column(_in_sight(text, state.sight_of(row), width, ground))
    used = row_width(text)
    hang_left = min(row.line.hang.left, max(0, -row.offset))
    hang_right = min(row.line.hang.right, max(0, row.offset + used - width))
    before = max(0, min(row.offset, width + hang_right - used))
    after = max(0, hang_left + width + hang_right - before - used)
    left, right = blank(before, *ground), blank(after, *ground)
    if block.kind is BlockKind.QUOTE:
        bars = _bars(block, min(state.flow.indent_of(block), after if block.direction.is_rtl else before), ground)
        if block.direction.is_rtl:
            right = (*blank(after - row_width(bars), *ground), *bars)
        else:
            left = (*bars, *blank(before - row_width(bars), *ground))
    if row.leads and block.marker:
        if block.direction.is_rtl:
            right = _marker_at_end(block, after)
        else:
            left = _marker_at_end(block, before)
    return _Column((*left, *text, *right), hang_left, hang_right)


def _ground(state: ReadingState, block: Block, *, lit: bool) -> tuple[TextRole, ...]:
    """The ground of a row of text: code in a document of prose stands apart, and the ruler lights a line."""
    apart = block.kind is BlockKind.CODE and not (state.document.is_printed or is_listing(state.document))
    return (TextRole.TEXT, *(TextRole.CODE_BLOCK,) * apart, *(TextRole.RULER,) * (state.ruler and lit))


def _with_name_apart(text: PaintedRow, line: Line, ground: tuple[TextRole, ...]) -> PaintedRow:
    """The painted line of a card, the name of the column told from its value."""
    if line.name.start == line.name.end:
        return text
    start, end = line.name
    name = (run._replace(roles=(*ground, TextRole.MUTED)) for run in cropped(text, start, end))
    return (*cropped(text, 0, start), *name, *cropped(text, end, line.width))


def _kind_roles(block: Block) -> tuple[TextRole, ...]:
    if block.row is not None and block.row.header:
        return (TextRole.STRONG,)
    if block.kind is BlockKind.HEADING:
        return _LEVEL_ROLES.get(block.depth, _LOW)
    return _KIND_ROLES.get(block.kind, ())


def _between(state: ReadingState, row: FlowRow, block: Block) -> PaintedRow:
    """An empty row above a block: inside a quotation its bars go on, and above code stands what it is written in."""
    width = state.flow.width
    before = state.document.blocks[row.block - 1] if row.block else block
    if block.kind is before.kind is BlockKind.QUOTE and block.direction is before.direction:
        outer = min(block, before, key=lambda quote: quote.depth)
        bars = _bars(outer, state.flow.indent_of(outer), (TextRole.TEXT,))
        rest = blank(width - row_width(bars))
        return (*rest, *bars) if block.direction.is_rtl else (*bars, *rest)
    if name := syntax_name(block):
        label = fitted(styled(name), width, block.direction, (TextRole.MUTED,))
        return (*blank(width - row_width(label)), *label)
    return blank(width)


def _bars(block: Block, room: int, ground: tuple[TextRole, ...]) -> PaintedRow:
    """The bars of a quotation in the cells it is set in, one a level."""
    bars = (_BAR * block.depth)[:room]
    return (StyledRun(bars[::-1] if block.direction.is_rtl else bars, len(bars), (*ground, TextRole.MARKER)),)


_BAR = "│ "


def _in_sight(text: PaintedRow, sight: Sight, width: int, ground: tuple[TextRole, ...]) -> PaintedRow:
    """The cells of a line that a column shows, and signs where there is more."""
    shown: list[StyledRun] = []
    at = 0
    for piece in sight.pieces:
        shown += (*blank(piece.at - at, *ground), *cropped(text, *piece.cells))
        at = max(at, piece.at) + piece.cells.end - piece.cells.start
    row = (*shown, *blank(width - at, *ground))
    for cell, sign in sight.signs:
        row = (*cropped(row, 0, cell), StyledRun(sign, 1, (TextRole.MUTED,)), *cropped(row, cell + 1, width))
    return row


def _marker_at_end(block: Block, room: int) -> PaintedRow:
    """A list item's or note's marker in the indent beside its first line, one cell away from the text."""
    marker = fitted(styled(block.marker), max(0, room - 1), block.direction, (TextRole.MARKER,))
    rest = max(0, room - 1 - row_width(marker))
    gap = blank(1 if room else 0)
    if block.direction.is_rtl:
        return (*gap, *marker, *blank(rest))
    return (*blank(rest), *marker, *gap)


def _gutter(state: ReadingState, row: FlowRow, *, rtl: bool, lit: bool) -> PaintedRow:
    """Beside the text: the reading position's bar, and a sign where a bookmark begins."""
    sign = _sign(state, row) if row.line is not None else ""
    bar = reading_sign(state.document.direction, lit=lit)
    mark = StyledRun(sign or " ", 1, (TextRole.BOOKMARK,) if sign else ())
    if not sign and _goes_on(state, row):
        mark = StyledRun(_GOES_ON_RTL if rtl else _GOES_ON, 1, (TextRole.MARKER,))
        sign = "" if lit else mark.text
    if _gutter_of(state) == PRINTED_GUTTER:
        return (mark if sign else bar,)
    return (mark, bar) if rtl else (bar, mark)


_GOES_ON, _GOES_ON_RTL = "↳", "↲"


def _goes_on(state: ReadingState, row: FlowRow) -> bool:
    """Whether a row of code goes on with a line that was too long."""
    block = state.document.blocks[row.block]
    if row.line is None or block.kind is not BlockKind.CODE or not row.line.start:
        return False
    return state.document.slice(Range(Pos(row.range.start - 1), row.range.start)) not in _LINE_ENDS


_LINE_ENDS = frozenset(map(chr, LINE_ENDS))


def _sign(state: ReadingState, row: FlowRow) -> str:
    """The sign of what begins in a row: what is not kept yet before a bookmark, that before a note; "" for nothing."""
    is_cells = state.document.blocks[row.block].row is not None
    low, high = (bisect_left(state.annotations, pos, key=_begins) for pos in (row.extent if is_cells else row.range))
    here = [
        one.annotation
        for one in state.annotations[low:high]
        if not is_cells or (one.range and state.flow.position_of(one.range.start) == row.place)
    ]
    if any(one.id in state.waiting for one in here):
        return WAITING
    kinds = {one.kind for one in here}
    return next((SIGNS[kind] for kind in (AnnotationKind.BOOKMARK, AnnotationKind.NOTE) if kind in kinds), "")


def _begins(one: PlacedAnnotation) -> Pos:
    """Where it begins: they are in that order, those that are nowhere last."""
    return one.range.start if one.range else Pos(UNBOUNDED)


def pos_under(state: ReadingState, pane: int, column: int, number: int) -> Pos | None:
    """The position under a cell of the pane; None below the text and beside an empty document."""
    rows = (*state.standing, *state.rows())
    if not 0 <= number < len(rows):
        return None
    row = rows[number]
    return row.pos_at(state.sight_of(row).under(column - _start_of(state, pane)) + row.offset)
