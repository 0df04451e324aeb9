"""The one way from a source's structure to a document: text is appended, block by block, in reading order.

Units: code points of the text under way. Blocks are parted by a line feed, a row's cells by a tab; white space inside
a block is collapsed as in HTML (CSS Text 3, 4.1.1) unless it is verbatim, and :data:`LINE_BREAK` ends a line inside a
paragraph. What depends on the whole text is settled at the end, by :mod:`reader.formats.assembly`.
"""

from collections.abc import Callable, Sequence

from reader.formats.assembly import DocumentDraft, assembled
from reader.formats.drafts import CellDraft, Draft, Marked, TableDraft
from reader.model import Alignment, Awaited, BlockKind, Direction, Document, Mark, Metadata, Notice, Source
from reader.text.addresses import cleaned
from reader.text.patterns import lazy_pattern
from reader.values import dataclass

LINE_BREAK = "\u2028"

MARKS_DEEP = 16
"""Marks inside each other that are kept: more is no text that somebody wrote."""

_TABLE_SAMPLE = 4000
"""Code points of a table that its direction goes by."""

LINE_BREAKS = 100
"""Line ends after each other that are kept."""

_TARGETED = (Mark.LINK, Mark.NOTE_REFERENCE, Mark.PICTURE)
"""Marks that are nothing when they lead nowhere."""

_SPACE = lazy_pattern("[ \t\n\r\f]+")
_UNEVEN = lazy_pattern("[ \n\r\f]{2}|[\n\r\f\0\ufeff\ufffc]|(?:^|\t) | (?:$|\t)")
"""White space that would be collapsed in a row of cells, and what is no text."""

_UNCOLLAPSED = lazy_pattern("[\t\n\r\f]| {2}")


@dataclass(slots=True)
class _Mark:
    """A mark that is open; it starts with the first text in it, which -1 says has not come."""

    mark: Mark
    target: str
    start: int = -1


class Builder:
    """A document under way. Text outside :meth:`begin` and :meth:`end` makes a paragraph of its own."""

    def __init__(self) -> None:
        self._drafts: list[Draft] = []
        self._length = 0
        self._open: Draft | None = None
        self._pieces: list[str] = []
        self._written = 0
        self._pending = ""
        self._marks: list[_Mark] = []
        self._marks_ignored = 0
        self._names: list[str] = []
        self._notices: dict[Notice, None] = {}

    @property
    def is_open(self) -> bool:
        """Whether a block is under way."""
        return self._open is not None

    @property
    def in_code(self) -> bool:
        """Whether it is code."""
        return self._open is not None and self._open.kind is BlockKind.CODE

    @property
    def in_verse(self) -> bool:
        """Whether it is verse."""
        return self._open is not None and self._open.kind is BlockKind.VERSE

    @property
    def in_row(self) -> bool:
        """Whether it is a row of a table."""
        return self._open is not None and self._open.table is not None

    @property
    def has_text(self) -> bool:
        """Whether the block under way has text."""
        return self._written > 0

    @property
    def length(self) -> int:
        """Code points of the blocks that have ended."""
        return self._length

    @property
    def count(self) -> int:
        """How many blocks have ended."""
        return len(self._drafts)

    # Blocks

    def begin(
        self,
        kind: BlockKind,
        *,
        depth: int = 0,
        direction: Direction | None = None,
        language: str = "",
        marker: str = "",
        source: Source = Source("", 0),
    ) -> None:
        """Start a block, ending the one before it.

        Args:
            kind: What it is.
            depth: Of a heading, list item or quotation.
            direction: The one the source states; None for what its letters say.
            language: A BCP 47 tag, or "".
            marker: Of a list item or note; European digits in it become the document's.
            source: Where it stands in the file.
        """
        self.end()
        self._open = Draft(kind, depth, direction, language, marker, source)

    def end_paragraph(self, *, ruled: bool) -> None:
        """End the block; an empty one that has a line drawn at it is a line across the page."""
        empty = not self.has_text
        self.end()
        if ruled and empty:
            self.begin(BlockKind.RULE)
            self.end()

    def end(self) -> None:
        """End the block, leaving nothing of it when it has no text (a rule needs none)."""
        draft = self._open
        if draft is None:
            return
        if draft.cells:
            self._end_cell(draft)
        for mark in self._marks:
            self._add_span(draft, mark)
            mark.start = -1
        draft.text = "".join(self._pieces)
        self._open = None
        self._pieces = []
        self._written = 0
        self._pending = ""
        if draft.kind is BlockKind.CODE:
            draft.text = draft.text.rstrip("\n")
            length = len(draft.text)
            draft.spans = [s._replace(end=min(s.end, length)) for s in draft.spans if s.start < length]
        if not draft.text.strip() and draft.kind is not BlockKind.RULE:
            self._names += [name for name, _ in draft.places]
            return
        draft.places += [(name, 0) for name in self._names]
        self._names.clear()
        if draft.table:
            draft.settle_cells()
            draft.table.rows += 1
            if len(draft.table.sample) < _TABLE_SAMPLE:
                draft.table.sample += draft.prose()[:_TABLE_SAMPLE] + "\n"
        self._length += len(draft.text) + 1
        self._drafts.append(draft)

    def begin_line(
        self,
        kind: BlockKind,
        *,
        direction: Direction | None = None,
        language: str = "",
        source: Source = Source("", 0),
    ) -> None:
        """Start a line of code or verse that is a paragraph in the source: one block with those right before it."""
        if self._open is not None and self._open.kind is kind:
            self._pending = ""
            self.verbatim("\n")
        else:
            self.begin(kind, direction=direction, language=language, source=source)

    def revise(self, since: int, revised: Callable[[list[Draft]], list[Draft]]) -> None:
        """Replace the blocks from one on, as where a chapter's headings are known when all of it is there."""
        self.end()
        self._drafts[since:] = revised(self._drafts[since:])

    # Tables

    def begin_row(self, table: TableDraft, *, header: bool = False, source: Source = Source("", 0)) -> None:
        """Start a row of a table."""
        self.end()
        self._open = Draft(BlockKind.TABLE, source=source, table=table, header=header)

    def add_row(
        self,
        table: TableDraft,
        cells: Sequence[str],
        *,
        header: bool = False,
        source: Source = Source("", 0),
        sides: tuple[Alignment | None, ...] = (),
    ) -> None:
        """A whole row of plain text, one cell a column; ``sides`` are their alignments, () for none."""
        text = "\t".join(cells)
        if _UNEVEN.search(text) or text.count("\t") != len(cells) - 1:
            self.begin_row(table, header=header, source=source)
            for column, cell in enumerate(cells):
                self.begin_cell(column, alignment=sides[column] if sides else None)
                self.text(cell)
            self.end()
            return
        self.end()
        self._open = Draft(BlockKind.TABLE, source=source, table=table, header=header, sides=sides)
        self._pieces.append(text)
        self._written = len(text)
        table.columns = max(table.columns, len(cells))
        self.end()

    def begin_cell(
        self, column: int, columns: int = 1, direction: Direction | None = None, alignment: Alignment | None = None
    ) -> None:
        """Start a cell of the row, in a column counted from 0 and over so many; the cell before it ends."""
        draft = self._open
        if draft is None or draft.table is None:
            return
        if draft.cells:
            self._end_cell(draft)
            self._append("\t")
        draft.cells.append(CellDraft(self._written, self._written, column, columns, direction, alignment))
        draft.table.columns = max(draft.table.columns, column + columns)

    def align_cell(self, alignment: Alignment) -> None:
        """Set the side that the first paragraph of a cell states; the word of the cell itself comes first."""
        cell = self._open.cells[-1] if self._open and self._open.cells else None
        if cell and cell.alignment is None and cell.start == self._written:
            cell.alignment = alignment

    def _end_cell(self, draft: Draft) -> None:
        draft.cells[-1].end = self._written
        self._pending = ""

    # Text

    def text(self, text: str) -> None:
        """Append running text; runs of white space become one space, none at the ends of a line, but in code."""
        if self.in_code:
            self.verbatim(text)
            return
        text = _without_objects(text)
        if _UNCOLLAPSED.search(text):
            text = _SPACE.sub(" ", text)
        if text.startswith(" "):
            text = text[1:]
            self._pending = self._pending or " "
        if not text:
            return
        if self._open is None:
            self.begin(BlockKind.PARAGRAPH)
        self._flush()
        ending = text.endswith(" ")
        self._append(text[:-1] if ending else text)
        self._pending = " " if ending else ""

    def verbatim(self, text: str) -> None:
        """Append text as it stands, line feeds and all."""
        text = _without_objects(text)
        if not text:
            return
        if self._open is None:
            self.begin(BlockKind.PARAGRAPH)
        self._flush()
        self._append(text)

    def line_break(self) -> None:
        """End the line, not the block; the first and the last of a block are nothing."""
        if self.in_code or (self.in_verse and self._written):
            self._pending = ""
            self.verbatim("\n")
        elif self._open is not None and len(self._pending) < LINE_BREAKS:
            self._pending = self._pending.strip(" ") + LINE_BREAK

    def end_line(self) -> None:
        """End the line if it has text, as where a paragraph inside a cell ends."""
        if self._open is not None and LINE_BREAK not in self._pending:
            self._pending = LINE_BREAK

    def begin_mark(self, mark: Mark, target: str = "") -> None:
        """Mark the text from here on; a mark goes on through the blocks that begin in it."""
        if len(self._marks) < MARKS_DEEP:
            address = mark is Mark.LINK and not target.startswith("#")
            self._marks.append(_Mark(mark, cleaned(target) if address else target))
        else:
            self._marks_ignored += 1

    def end_mark(self) -> None:
        """End the latest mark."""
        if self._marks_ignored:
            self._marks_ignored -= 1
        elif self._marks:
            mark = self._marks.pop()
            if self._open:
                self._add_span(self._open, mark)

    def picture(self, text: str, place: str) -> None:
        """The words of the block that was begun, which stand for a picture somewhere; the block ends."""
        self.begin_mark(Mark.PICTURE, place)
        self.text(text)
        self.end_mark()
        self.end()

    def place(self, name: str) -> None:
        """Name this place as the target of links; the first of equal names counts."""
        if self._open and self._written:
            self._open.places.append((name, self._written))
        else:
            self._names.append(name)

    def notice(self, notice: Notice) -> None:
        """Tell the reader something about the document, once."""
        self._notices.setdefault(notice)

    def document(
        self,
        meta: Metadata,
        *,
        direction: str = "auto",
        stated: Direction | None = None,
        awaited: tuple[Awaited, ...] | None = None,
    ) -> Document:
        """The finished document, or what there is of it so far; see :func:`~reader.formats.assembly.assembled`."""
        self.end()
        draft = DocumentDraft(self._drafts, self._names, list(self._notices))
        return assembled(draft, meta, direction=direction, stated=stated, awaited=awaited)

    # Within

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._written += len(text)

    def _flush(self) -> None:
        """White space that was waiting for text to follow it; then open marks begin."""
        at_start = not self._written or (
            self._open and self._open.cells and self._open.cells[-1].start == self._written
        )
        if self._pending and not at_start:
            self._append(self._pending)
        self._pending = ""
        for mark in self._marks:
            if mark.start < 0:
                mark.start = self._written

    def _add_span(self, draft: Draft, mark: _Mark) -> None:
        if 0 <= mark.start < self._written and (mark.target or mark.mark not in _TARGETED):
            draft.spans.append(Marked(mark.start, self._written, mark.mark, mark.target))


def _without_objects(text: str) -> str:
    """A text without what is none: the placeholders of objects, and byte-order marks that were joined into it."""
    return text.replace("\0", "").replace("\ufeff", "").replace("\ufffc", "")
