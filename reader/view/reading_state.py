"""The reader without a screen: where one reads, what is marked, what was searched.

Frozen; every method gives a new state.

Positions are ``Pos``; ``height`` is the number of text rows of the reading pane. ``top`` is the start of the first row
shown and ``cursor`` the reading position: the place that copying, bookmarks, the section tree and the facts go by. It
stands on the first row while the text scrolls, on the target after a jump, and walks on alone where the text can scroll
no further.
"""

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.model import Document, FactKind, Pos, Range, Section
from reader.model.section_tree import title_starts
from reader.named_tuples import NamedTuple
from reader.store import PlacedAnnotation
from reader.text.layout import NO_MARGINS, Justification, Margins
from reader.values import dataclass, field, replace
from reader.view import screenful
from reader.view.fact_index import FactIndex
from reader.view.flow import Flow
from reader.view.flow_row import FlowRow
from reader.view.sentence_at import sentence_at
from reader.view.sideways import shift_showing, shift_turned, sight_of, wide_rows
from reader.view.sight import Sight
from reader.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from reader.search import Hits

CONTEXT = 3
"""Rows kept above a jump's target, so that it is read in its context."""

JUMPS_KEPT = 200


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

    def rows(self) -> tuple[FlowRow, ...]:
        """The rows on the screen, below those that stand; a page has no heading alone at its foot."""
        top = self.shown_top
        rows = self.flow.window(top, self.height)
        rows = rows if self.scrolled else screenful.without_heading_at_foot(self.document, rows, self.height)
        standing = self.flow.standing(top, self.height)
        return rows[len(standing) :] if standing else rows

    @property
    def standing(self) -> tuple[FlowRow, ...]:
        """The rows over them that name the columns of the table one is in the middle of."""
        return self.flow.standing(self.shown_top, self.height)

    @property
    def parts_shown(self) -> tuple[Range, ...]:
        """The parts of the text on the screen: of the rows that stand, and of those below them."""
        return tuple(screenful.part_shown(self.document, rows) for rows in (self.standing, self.rows()) if rows)

    @property
    def shown_top(self) -> Pos:
        """The start of the first row in fact shown: ``top``, but no emptiness below the document's end.

        ``top`` itself stays when a larger window shows more, so that resizing there and back ends where it began.
        """
        return screenful.full_from(self.flow, self.top, self.height)

    # Moving

    def moved(self, rows: int) -> "ReadingState":
        """Down (up when negative) so many rows: the text scrolls, and where it cannot, the reading position walks."""
        if not self.document.blocks:
            return self
        start = self.shown_top
        if rows > 0:
            top = screenful.full_from(self.flow, self.flow.top_moved(start, rows), self.height)
            scrolled = self.flow.distance(self.flow.position_of(start), self.flow.position_of(top), rows)
            walk = rows - max(0, scrolled)
        else:
            # Coming back up from the end, the reading position returns to the first row before the text scrolls.
            walk = 0
            if self._at_end() and self.target is None:
                walk = max(rows, -screenful.rows_above(self.flow, self.rows(), self.cursor, self.height))
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
            if not screenful.ends_with_heading(state.document, state.rows()) or (pages > 0 and state._at_end()):
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
        if not rows or screenful.shows(state.flow, rows, pos):
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
        if not (screenful.shows(self.flow, rows, target.start) and screenful.shows(self.flow, rows, last)):
            state = replace(state, top=self._top_for(target.start, CONTEXT), scrolled=False)
        return replace(state, shift=shift_showing(state.flow, target, state.shift))

    def section_moved(self, step: int) -> "ReadingState":
        """To the next (1) or previous (-1) heading, put on the first row; unchanged at the ends."""
        sections, titles = self.document.sections, title_starts(self.document.root)
        number = bisect_right(titles, self.cursor) if step > 0 else bisect_left(titles, self.cursor) - 1
        return self.at_section(sections[number].title) if 0 <= number < len(sections) else self

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
        return replace(self, shift=shift_turned(self.flow, self.rows(), self.shift, right=right))

    @property
    def is_wide(self) -> bool:
        """Whether there is something beside the column to scroll to."""
        return self.shift > 0 or bool(wide_rows(self.flow, self.rows()))

    def sight_of(self, row: FlowRow) -> Sight:
        """Which cells of a row's line show, and where."""
        return sight_of(self.flow, row, self.shift)

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

    def with_underlined(self, kinds: frozenset[FactKind]) -> "ReadingState":
        """Other kinds of facts underlined."""
        return replace(self, underlined=kinds)

    def with_annotations(self, annotations: tuple[PlacedAnnotation, ...], waiting: frozenset[str]) -> "ReadingState":
        """The state with the document's annotations, some of them not kept yet."""
        return replace(self, annotations=annotations, waiting=waiting)

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

    def _at_end(self) -> bool:
        return screenful.reaches_end(self.document, self.rows())

    def _top_for(self, pos: Pos, above: int) -> Pos:
        return screenful.top_showing(self.flow, pos, above, self.height)

    def _overlapping(self, page: "ReadingState") -> "ReadingState":
        """A screen further down, but no row left out that is covered there and was not seen here."""
        last = self.rows()[-1].place if self.rows() else None
        for _ in page.standing:
            if last is None or page.rows()[0].place <= last or page.shown_top <= self.shown_top:
                break
            page = page.moved(-1)
        return page

    def _with_cursor_on_screen(self) -> "ReadingState":
        return replace(self, cursor=screenful.nearest_shown(self.flow, self.rows(), self.cursor))

    def _settled(self) -> "ReadingState":
        """After the rows changed: the reading position in sight."""
        rows = self.rows()
        if rows and not screenful.shows(self.flow, rows, self.cursor):
            return replace(self, top=self._top_for(self.cursor, 0))
        return self
