"""The reader without a screen: where one reads, what is marked, what was searched.

Frozen; every method gives a new state.

Positions are ``Pos``; ``height`` is the number of text rows of the reading pane. ``top`` is the start of the first row
shown and ``cursor`` the reading position: the place that copying, bookmarks, the section tree and the facts go by. It
stands on the first row while the text scrolls, on the target after a jump, and walks on alone where the text can scroll
no further.
"""

from typing import TYPE_CHECKING, NamedTuple

from reader.model import BlockKind, Document, Fact, FactKind, Pos, Range, Section
from reader.store import AnnotationKind, PlacedAnnotation
from reader.text.layout import NO_MARGINS, Justification, Margins
from reader.values import dataclass, field, replace
from reader.view.fact_index import FactIndex
from reader.view.flow import Flow, FlowRow
from reader.view.sentence_at import sentence_at
from reader.view.sight import Sight, through, whole

if TYPE_CHECKING:
    from reader.view.tables.columns import Columns

if TYPE_CHECKING:
    from reader.search import Hits

CONTEXT = 3
"""Rows kept above a jump's target, so that it is read in its context."""

JUMPS_KEPT = 200

NEARBY = 2000
"""Code points on each side of the reading position in which facts count as being there, however long the sentence."""


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """A view of the document one can come back to."""

    top: Pos
    cursor: Pos


class LinkHint(NamedTuple):
    """A link of the screen that has a number.

    Attributes:
        range: Its words.
        target: Where it leads.
        label: The number as it is painted; "" where it does not begin with what is typed.
    """

    range: Range
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Everything the text pane shows; see the module.

    Attributes:
        flow: The document at the reading pane's width.
        height: Rows of text the pane shows.
        top: Start of the first row.
        cursor: The reading position.
        target: What the last jump went to, shown highlighted.
        hits: The hits of the search under way.
        hit: The hit one stands on.
        put_away: The hits of the search that was ended, for going on with it.
        spread: Where the hits are, as far as a scroll bar can tell them apart.
        facts: Known so far; extraction goes on in the background.
        underlined: Kinds of facts that are underlined.
        annotations: What is marked in this document, with the ranges where it was found.
        waiting: The ids of those that are not kept yet.
        back, forward: Spots left by jumps, the latest last.
        selection: A range chosen with the mouse.
        shift: Cells that lines which go on beyond the column are scrolled by, from the side they begin at.
        scrolled: Whether the text came to stand as it does row by row, and not as a page.
        hints: The links of the screen while they are numbered, from 1.
        ruler: Whether the line one reads is lit.
    """

    flow: Flow
    height: int = 1
    top: Pos = Pos(0)
    cursor: Pos = Pos(0)
    target: Range | None = None
    hits: "Hits | None" = None
    hit: Range | None = None
    put_away: "Hits | None" = None
    spread: tuple[Pos, ...] = ()
    facts: FactIndex = field(default_factory=FactIndex)
    underlined: frozenset[FactKind] = frozenset()
    annotations: tuple[PlacedAnnotation, ...] = ()
    waiting: frozenset[str] = frozenset()
    back: tuple[Viewpoint, ...] = ()
    forward: tuple[Viewpoint, ...] = ()
    selection: Range | None = None
    shift: int = 0
    scrolled: bool = False
    hints: tuple[LinkHint, ...] = ()
    ruler: bool = False

    @property
    def document(self) -> Document:
        """The document that is read."""
        return self.flow.document

    @property
    def viewpoint(self) -> Viewpoint:
        """Where one is, for coming back."""
        return Viewpoint(self.shown_top, self.cursor)

    @property
    def section(self) -> Section:
        """The section of the reading position."""
        return self.document.section_at(self.cursor)

    @property
    def sentence(self) -> Range:
        """The sentence of the reading position."""
        return sentence_at(self.document, self.cursor)

    @property
    def chosen(self) -> Range:
        """The range copying and marking act on: the selection, else the sentence."""
        return self.selection or self.sentence

    @property
    def facts_here(self) -> tuple[Fact, ...]:
        """The facts at the reading position: the one that was jumped to, else those of the chosen text nearby.

        Of the chosen text those first that the very position stands in.
        """
        if self.target:
            jumped_to = tuple(fact for fact in self.facts.overlapping(self.target) if fact.range == self.target)
            if jumped_to:
                return jumped_to
        chosen = self.selection or sentence_at(self.document, self.cursor, NEARBY)
        return tuple(sorted(self.facts.overlapping(chosen), key=lambda fact: self.cursor not in fact.range))

    def rows(self) -> tuple[FlowRow, ...]:
        """The rows on the screen, below those that stand; a page has no heading alone at its foot."""
        top = self.shown_top
        rows = self.flow.window(top, self.height)
        rows = rows if self.scrolled else self._without_heading_at_foot(rows)
        standing = self.flow.standing(top, self.height)
        return rows[len(standing) :] if standing else rows

    @property
    def standing(self) -> tuple[FlowRow, ...]:
        """The rows over them that name the columns of the table one is in the middle of."""
        return self.flow.standing(self.shown_top, self.height)

    @property
    def parts_shown(self) -> tuple[Range, ...]:
        """The parts of the text on the screen: of the rows that stand, and of those below them."""
        return tuple(self._part(rows) for rows in (self.standing, self.rows()) if rows)

    def _part(self, rows: tuple[FlowRow, ...]) -> Range:
        """The part of the text that some rows show, the whole of a table's row."""
        first, last = self.document.blocks[rows[0].block], self.document.blocks[rows[-1].block]
        return Range(
            first.range.start if first.row else rows[0].range.start, last.range.end if last.row else rows[-1].range.end
        )

    @property
    def shown_top(self) -> Pos:
        """The start of the first row in fact shown: ``top``, but no emptiness below the document's end.

        ``top`` itself stays when a larger window shows more, so that resizing there and back ends where it began.
        """
        return self._clamped(self.top)

    # Moving

    def moved(self, rows: int) -> "ReadingState":
        """Down (up when negative) so many rows: the text scrolls, and where it cannot, the reading position walks."""
        if not self.document.blocks:
            return self
        start = self.shown_top
        if rows > 0:
            top = self._clamped(self.flow.top_moved(start, rows))
            scrolled = self.flow.distance(self.flow.position_of(start), self.flow.position_of(top), rows)
            walk = rows - max(0, scrolled)
        else:
            # Coming back up from the end, the reading position returns to the first row before the text scrolls.
            walk = max(rows, -self._rows_above_cursor()) if self._at_end() and self.target is None else 0
            top = self.flow.top_moved(start, rows - walk)
        moved = replace(self, top=top, target=None, selection=None, scrolled=True)._with_cursor_on_screen()
        return replace(moved, cursor=self.flow.top_moved(moved.cursor, walk)) if walk else moved

    def paged(self, pages: int) -> "ReadingState":
        """A screen further, the last row staying in sight, and no heading standing alone at the foot.

        Where one would, the page turns by less: down, the heading is left for the next screen; up, the text it stands
        over is kept in sight. The start and the end of the document are reached all the same.
        """
        rows = len(self.rows()) if pages > 0 else self.height - len(self.standing)
        page = self._overlapping(self.moved(pages * max(1, rows - 1)))
        step = -1 if pages > 0 else 1
        state = page
        for _ in range(self.height // 2):
            if not state._has_heading_at_foot() or (pages > 0 and state._at_end()):
                return replace(state, scrolled=False)
            state = state.moved(step)
            if pages < 0 and state.top >= self.shown_top:  # the start of the document is reached all the same
                break
        return replace(page, scrolled=False)

    def to_start(self) -> "ReadingState":
        """The first row."""
        return self._leave().at(Viewpoint(Pos(0), Pos(0)))

    def to_end(self) -> "ReadingState":
        """The last screen, the reading position on the last row."""
        if not self.document.blocks:
            return self
        top = self.flow.last_top(self.height)
        rows = self.flow.window(top, self.height)
        return self._leave().at(Viewpoint(top, rows[-1].range.start))

    def followed(self) -> "ReadingState":
        """The same, as the end moves on: no jump that one would go back from."""
        return replace(self.to_end(), back=self.back, forward=self.forward)

    def at(self, viewpoint: Viewpoint) -> "ReadingState":
        """The view of a viewpoint, nothing highlighted."""
        return replace(self, top=viewpoint.top, cursor=viewpoint.cursor, target=None, selection=None, scrolled=False)

    def at_fraction(self, fraction: float) -> "ReadingState":
        """So far into the document, 0 to 1: the row there is the first one."""
        pos = Pos(min(max(0, len(self.document) - 1), max(0, int(fraction * len(self.document)))))
        top = self.flow.start_of(self.flow.position_of(pos)) if self.document.blocks else Pos(0)
        return replace(self, top=top, cursor=top, target=None, selection=None, scrolled=True)._with_cursor_on_screen()

    def pointed(self, pos: Pos) -> "ReadingState":
        """The reading position put somewhere on the screen."""
        return replace(self, cursor=pos, target=None, selection=None)

    def selected(self, anchor: Pos, pos: Pos) -> "ReadingState":
        """The text between two positions chosen."""
        first, last = min(anchor, pos), max(anchor, pos)
        return replace(self, cursor=pos, target=None, selection=Range(first, last) if first < last else None)

    def extended(self, anchor: Pos, pos: Pos) -> "ReadingState":
        """The text between two positions chosen, the second of them in sight."""
        state = self.selected(anchor, pos)
        rows = state.rows()
        if not rows or state._shows(rows, pos):
            return state
        above = CONTEXT if pos < rows[0].range.start else self.height - 1 - CONTEXT
        return replace(state, top=self._top_for(pos, max(0, above)), scrolled=True)

    # Jumping

    def jumped(self, target: Range) -> "ReadingState":
        """Go to a range and highlight it; the one path for sections, facts, bookmarks, hits and links."""
        return self._leave().showing(target)

    def showing(self, target: Range) -> "ReadingState":
        """A range highlighted, the text scrolled only when it is not on the screen."""
        state = replace(self, cursor=target.start, target=target, selection=None)
        if not self.document.blocks:
            return state
        rows, last = self.rows(), Pos(max(target.start, target.end - 1))
        if not (self._shows(rows, target.start) and self._shows(rows, last)):
            state = replace(state, top=self._top_for(target.start, CONTEXT), scrolled=False)
        return state._with_in_sight(target)

    def section_moved(self, step: int) -> "ReadingState":
        """To the next (1) or previous (-1) heading, put on the first row; unchanged at the ends."""
        starts = [section.title for section in self.document.sections]
        if step > 0:
            title = next((t for t in starts if t.start > self.cursor), None)
        else:
            title = next((t for t in reversed(starts) if t.start < self.cursor), None)
        if title is None:
            return self
        return self.at_section(title)

    def at_section(self, title: Range) -> "ReadingState":
        """To a section chosen in the tree, its heading on the first row."""
        viewpoint = Viewpoint(self._top_for(title.start, 0), title.start)
        return replace(self._leave().at(viewpoint), target=title)

    def went_back(self) -> "ReadingState":
        """To the viewpoint before the last jump."""
        if not self.back:
            return self
        left = replace(self, back=self.back[:-1], forward=(*self.forward, self.viewpoint))
        return left.at(self.back[-1])

    def went_forward(self) -> "ReadingState":
        """To the viewpoint left by going back."""
        if not self.forward:
            return self
        left = replace(self, forward=self.forward[:-1], back=(*self.back, self.viewpoint))
        return left.at(self.forward[-1])

    # Searching

    def searching(self, hits: "Hits | None", origin: Viewpoint) -> "ReadingState":
        """The first hit from the origin on (else from the start), while the query is being typed."""
        state = replace(self.at(origin), hits=hits, hit=None, spread=())
        if hits is None:
            return state
        hit = hits.after(origin.cursor) or hits.after(Pos(0))
        return replace(state.showing(hit), hit=hit) if hit else state

    def search_kept(self, origin: Viewpoint) -> "ReadingState":
        """The search ended with Enter: the place it began at is where ``back`` leads."""
        return replace(self, back=(*self.back, origin)[-JUMPS_KEPT:], forward=()) if self.hit else self

    def search_left(self, origin: Viewpoint) -> "ReadingState":
        """The search given up: as it was before."""
        return replace(self.at(origin), hits=None, hit=None, spread=())

    def hit_moved(self, step: int) -> "ReadingState":
        """The next (1) or previous (-1) hit from where one reads, going round at the ends.

        After Esc the search goes on.
        """
        hits = self.hits or self.put_away
        if hits is None:
            return self
        on_hit = self.hit if self.hit and self.hit.start == self.cursor else None
        if step > 0:
            hit = hits.after(on_hit.end if on_hit else self.cursor) or hits.after(Pos(0))
        else:
            hit = hits.before(self.cursor) or hits.before(Pos(len(self.document) + 1))
        return replace(self.jumped(hit), hits=hits, hit=hit, put_away=None) if hit else self

    def at_hit(self, hit: Range) -> "ReadingState":
        """A hit chosen from the list of them."""
        return replace(self.jumped(hit), hits=self.hits or self.put_away, hit=hit, put_away=None)

    def hit_previewed(self, step: int) -> "ReadingState":
        """The same while the query is still being typed: nothing to come back to is kept."""
        return replace(self.hit_moved(step), back=self.back, forward=self.forward)

    # What comes from outside

    def resized(self, width: int, height: int, margins: Margins = NO_MARGINS) -> "ReadingState":
        """Another size of the pane, or of the margins in it; the text keeps its place."""
        same = width == self.flow.width and margins == self.flow.margins
        if same and height == self.height:
            return self
        flow = self.flow if same else self.flow.resized(width, margins)
        return replace(self, flow=flow, height=max(1, height))._settled()

    def with_sideways(self, *, sideways: bool) -> "ReadingState":
        """Wide lines broken, or going on beyond the column."""
        return replace(self, flow=self.flow.with_sideways(sideways=sideways), shift=0)._settled()

    def with_spacing(self, spacing: int) -> "ReadingState":
        """Other empty rows between lines."""
        return replace(self, flow=self.flow.with_spacing(spacing))._settled()

    def turned(self, *, right: bool) -> "ReadingState":
        """Wide lines scrolled to the right or left: by half a screen, tables to where a column begins."""
        wide = self._wide_rows()
        rtl = bool(wide) and self.document.blocks[wide[0].block].direction.is_rtl
        columns = next((columns for row in wide if (columns := self._columns_of(row))), None)
        if columns:
            return replace(self, shift=columns.shift_after(self.shift, onwards=right is not rtl))
        step = max(1, self.flow.width // 2)
        widest = max((row.line.width for row in wide if row.line), default=0)
        limit = max(self.shift, widest - self.flow.width)
        return replace(self, shift=max(0, min(limit, self.shift + (step if right is not rtl else -step))))

    @property
    def is_wide(self) -> bool:
        """Whether there is something beside the column to scroll to."""
        return self.shift > 0 or bool(self._wide_rows())

    def sight_of(self, row: FlowRow) -> Sight:
        """Which cells of a row's line show, and where."""
        block = self.document.blocks[row.block]
        width = row.line.width if row.line else 0
        if row.line is None or not self.flow.goes_sideways(block):
            return whole(width, row.offset)
        rtl = block.direction.is_rtl
        if columns := self._columns_of(row):
            return columns.sight(self.shift, rtl=rtl)
        return whole(width, row.offset) if block.row else through(width, self.flow.width, self.shift, rtl=rtl)

    def _columns_of(self, row: FlowRow) -> "Columns | None":
        """The columns that a row is scrolled by; None where it is no table's, or shows whole."""
        table = self.document.blocks[row.block].row
        if table is None or row.line is None or row.line.width <= self.flow.width:
            return None
        return self.flow.columns_of(table.table)

    def _wide_rows(self) -> list[FlowRow]:
        """The rows of the screen that go on beyond the column."""
        blocks, flow = self.document.blocks, self.flow
        return [
            row
            for row in self.rows()
            if row.line and row.line.width > flow.width and flow.goes_sideways(blocks[row.block])
        ]

    def _with_in_sight(self, target: Range) -> "ReadingState":
        """Wide lines scrolled so that a place in one shows."""
        row = self.flow.row_at(self.flow.position_of(target.start))
        block = self.document.blocks[row.block]
        if row.line is None or not self.flow.goes_sideways(block):
            return self
        cells = row.line.cells_of(target.start - row.origin, min(target.end, row.extent.end) - row.origin)
        shown = self.sight_of(row).shown(cells)
        if sum(end - start for start, end in shown) == sum(end - start for start, end in cells):
            return self
        first, last = min(c.start for c in cells), max(c.end for c in cells)
        if block.direction.is_rtl:
            first, last = row.line.width - last, row.line.width - first
        if columns := self._columns_of(row):
            number = sum(1 for left in range(2, len(columns.widths)) if columns.left_of(left) <= first) + 1
            return replace(self, shift=columns.shift_to(number))
        return replace(self, shift=max(0, last - self.flow.width // 2) if last > self.flow.width else 0)

    def with_marks(self, *, marks: bool) -> "ReadingState":
        """Harakat shown or hidden."""
        return replace(self, flow=self.flow.with_marks(marks=marks))._settled()

    def with_justify(self, justification: Justification) -> "ReadingState":
        """Lines filled by other means; they break where they did."""
        return replace(self, flow=self.flow.with_justification(justification))

    def grown(self, document: Document) -> "ReadingState":
        """The same place in a longer snapshot of the document; its start where the text is another one after all."""
        same = document.source.goes_on_from(self.document.source)
        state = replace(self, flow=self.flow.over(document), facts=FactIndex(), hits=None, put_away=None, spread=())
        return state if same else replace(state.at(Viewpoint(Pos(0), Pos(0))), hit=None, back=(), forward=())

    def with_facts(self, facts: FactIndex) -> "ReadingState":
        """The facts as far as they are known."""
        return replace(self, facts=facts)

    def with_hints(self, hints: tuple[LinkHint, ...]) -> "ReadingState":
        """Links of the screen numbered."""
        return replace(self, hints=hints)

    def with_underlined(self, kinds: frozenset[FactKind]) -> "ReadingState":
        """Other kinds of facts underlined."""
        return replace(self, underlined=kinds)

    def with_annotations(self, annotations: tuple[PlacedAnnotation, ...], waiting: frozenset[str]) -> "ReadingState":
        """The state with the document's annotations, some of them not kept yet."""
        return replace(self, annotations=annotations, waiting=waiting)

    def annotations_here(self, kind: AnnotationKind) -> tuple[PlacedAnnotation, ...]:
        """The annotations of a kind that touch the chosen text."""
        here = self.chosen
        return tuple(
            one
            for one in self.annotations
            if one.annotation.kind is kind and one.range and (one.range.overlaps(here) or one.range.start == here.start)
        )

    def without_highlight(self) -> "ReadingState":
        """Without the topmost of what is shown on the text: the selection, the search, what was jumped to."""
        if self.selection:
            return replace(self, selection=None)
        if self.hits:
            return replace(self, target=None, hits=None, put_away=self.hits)
        return replace(self, target=None)

    # Within

    def _leave(self) -> "ReadingState":
        """Remember this viewpoint before a jump."""
        if self.back and self.back[-1] == self.viewpoint:
            return replace(self, forward=())
        return replace(self, back=(*self.back, self.viewpoint)[-JUMPS_KEPT:], forward=())

    def _top_for(self, pos: Pos, above: int) -> Pos:
        """A first row that shows a position with some rows above it, and no emptiness below the document's end."""
        place = self.flow.position_of(pos)
        top = self._clamped(self.flow.start_of(self.flow.moved(place, -min(above, self.height - 1))))
        covered = len(self.flow.standing(top, self.height))
        if covered > above and place < self.flow.moved(self.flow.position_of(top), covered):
            return self._clamped(self.flow.start_of(self.flow.moved(place, -min(covered, self.height - 1))))
        return top

    def _clamped(self, top: Pos) -> Pos:
        """A first row below which the screen is full; asks for the document's end only when it is near."""
        if len(self.flow.window(top, self.height)) == self.height:
            return top
        return min(top, self.flow.last_top(self.height))

    def _without_heading_at_foot(self, rows: tuple[FlowRow, ...]) -> tuple[FlowRow, ...]:
        """A full screen of rows less the headings at its foot; the whole where hardly anything would be left of it."""
        end = len(rows)
        while end and (rows[end - 1].line is None or self._is_heading(rows[end - 1])):
            end -= 1
        lone = any(row.line for row in rows[end:]) and len(rows) == self.height and end > self.height // 2
        return rows[:end] if lone and rows[-1].range.end < self.document.blocks[-1].range.end else rows

    def _is_heading(self, row: FlowRow) -> bool:
        return self.document.blocks[row.block].kind is BlockKind.HEADING

    def _has_heading_at_foot(self) -> bool:
        """Whether the last row of text on the screen is a heading's."""
        last = next((row for row in reversed(self.rows()) if row.line), None)
        return last is not None and self._is_heading(last)

    def _at_end(self) -> bool:
        rows = self.rows()
        return bool(rows) and rows[-1].range.end == self.document.blocks[-1].range.end

    def _rows_above_cursor(self) -> int:
        rows = self.rows()
        return max(0, self.flow.distance(rows[0].place, self.flow.position_of(self.cursor), self.height)) if rows else 0

    def _shows(self, rows: tuple[FlowRow, ...], pos: Pos) -> bool:
        """Whether the row of a position is among some rows."""
        return bool(rows) and rows[0].place <= self.flow.position_of(pos) <= rows[-1].place

    def _overlapping(self, page: "ReadingState") -> "ReadingState":
        """A screen further down, but no row left out that is covered there and was not seen here."""
        last = self.rows()[-1].place if self.rows() else None
        for _ in page.standing:
            if last is None or page.rows()[0].place <= last or page.shown_top <= self.shown_top:
                break
            page = page.moved(-1)
        return page

    def _with_cursor_on_screen(self) -> "ReadingState":
        rows = self.rows()
        if not rows or self._shows(rows, self.cursor):
            first = next((row for row in rows if row.line), None)
            at_gap = rows and rows[0].line is None and self.cursor == rows[0].range.start
            return replace(self, cursor=first.range.start) if at_gap and first else self
        edge = rows if self.flow.position_of(self.cursor) < rows[0].place else tuple(reversed(rows))
        row = next((row for row in edge if row.line), edge[0])
        return replace(self, cursor=row.range.start)

    def _settled(self) -> "ReadingState":
        """After the rows changed: the reading position in sight."""
        rows = self.rows()
        if rows and not self._shows(rows, self.cursor):
            return replace(self, top=self._top_for(self.cursor, 0))
        return self
