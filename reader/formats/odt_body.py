"""The text of an OpenDocument file: paragraphs, spans, lists, tables, frames and notes.

Source: OpenDocument 1.3 part 3, 5 to 10. It is read once, in document order, as it comes; a note's body stands inside
the paragraph that refers to it, and is read after everything else.
"""

from typing import TYPE_CHECKING

from reader.formats.builder import Builder
from reader.formats.drafts import TableDraft
from reader.formats.formulas import formula_of
from reader.formats.markup_elements import SUPERSCRIPT, Attributes, attributes_of, is_followed, number_in, raised
from reader.formats.odt_styles import OdtStyles, pixels_of
from reader.formats.pictures import Picture
from reader.formats.run_marks import RunMarks
from reader.formats.trees import name_of
from reader.formats.xml_stretches import events_in
from reader.model import BlockKind, Mark, NoticeCode, notice_of
from reader.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

    from reader.formats.xml_stretches import Event

_UNREAD = frozenset(
    (
        "tracked-changes", "annotation", "table-of-content", "sequence-decls", "variable-decls", "forms",
        "note-citation", "note-body", "object", "object-ole", "plugin", "script", "covered-table-cell",
    )
)  # fmt: skip
UNITS = frozenset(("p", "h", "table-row", "frame", "note", "object"))
"""Elements that are read as a whole, for what stands in them says what they are."""

_PARAGRAPHS = ("p", "h")
_BESIDE = frozenset(("note", "frame", "text-box", "image", "custom-shape", "g"))
"""Elements inside paragraphs whose own text is none; that of others, as of fields (7.3 to 7.7), stands on the page."""

_MOST_REPEATED = 100
_SLIDE_TITLES = ("title",)


@dataclass(slots=True)
class _List:
    """A list and the number of the item under way; ``fresh`` until the item's first paragraph has its label."""

    style: str
    number: int = 0
    fresh: bool = False


class OdtBody:
    """Writes a document's text into a builder.

    Args:
        builder: What is written to.
        styles: The document's styles.
        part: The content of an object that the document holds, as of a formula, by its name.
    """

    def __init__(
        self, builder: Builder, styles: OdtStyles, part: "Callable[[str], _Element | None]" = lambda _: None
    ) -> None:
        self._builder = builder
        self._styles = styles
        self._lists: list[_List] = []
        self._last: dict[tuple[str, int], int] = {}
        self._tables: list[TableDraft] = []
        self._in_header = False
        self._column = -1
        self._spans: list[tuple[Mark, ...]] = []
        self._scripts: list[str] = []
        self._marks = RunMarks(builder)
        self._notes: list[_Element] = []
        self._note_marker = ""
        self._titled = False
        self._ruled = False
        self._part = part
        self._in_title = False
        self._inside: list[bool] = []
        self._comments = 0
        self._skipped = 0  # elements that are open of one that is passed over, itself counted

    def write(self, events: "Iterable[Event]") -> None:
        """The text of elements whose starts and ends come next."""
        for event, element in events:
            name = name_of(element)
            if self._skipped:
                self._skipped += 1 if event == "start" else -1
                if self._skipped:
                    continue
            elif event == "start":
                if name in _UNREAD:
                    self._comments += name == "annotation"
                    if name == "object":
                        self._object(element)
                    self._skipped = 1
                    continue
                self._entered(element, name, attributes_of(element))
                self._inside.append(
                    name in _PARAGRAPHS or (bool(self._inside) and self._inside[-1] and name not in _BESIDE)
                )
                if element.text and self._inside[-1]:
                    self._text(element.text)
                continue
            elif self._inside:
                self._inside.pop()
                self._left(name)
            if self._inside and self._inside[-1] and element.tail:
                self._text(element.tail)

    def write_notes(self) -> None:
        """The notes that the text refers to, and what of the document is not shown."""
        for number, note in enumerate(self._notes, 1):
            self._builder.place(f"note-{number}")
            self._note_marker = f"{number}."
            for element in note:
                self.write(events_in(element))
            self._builder.end()
        self._notes.clear()
        if self._comments:
            self._builder.notice(notice_of(NoticeCode.COMMENTS, count=self._comments))

    # Elements

    def _entered(self, element: "_Element", name: str, said: Attributes) -> None:
        builder = self._builder
        if name in ("p", "h"):
            self._begin_paragraph(name, said)
        elif name == "span":
            look = self._styles.look_of(said.get("style-name", ""))
            self._spans.append(look.marks or self._around())
            self._scripts.append(look.script or self._script)
        elif name == "a":
            self._marks.clear()
            href = said.get("href", "")
            builder.begin_mark(Mark.LINK, href.partition("|")[0] if is_followed(href) else "")
        elif name == "s":
            builder.text(" " * min(_MOST_REPEATED, number_in(said, "c", 1)))
        elif name == "tab":
            builder.text("\t")
        elif name == "line-break":
            builder.line_break()
        elif name in ("bookmark", "bookmark-start", "reference-mark", "reference-mark-start"):
            builder.place(said.get("name", ""))
        elif name == "ruby-text":
            builder.text("(")
        elif name == "note":
            self._reference(element)
        elif name == "frame":
            self._frame(element, said)
            self._in_title = said.get("class") in _SLIDE_TITLES
        elif name == "list":
            self._begin_list(said)
        elif name == "list-item" and self._lists:
            items = self._lists[-1]
            items.number = number_in(said, "start-value", items.number + 1)
            items.fresh = True
            self._last[items.style, len(self._lists)] = items.number
        else:
            self._enter_table(element, name, said)

    def _begin_list(self, said: Attributes) -> None:
        """A list; it may go on with the numbers of the one of its style before it (5.3.1)."""
        style = said.get("style-name", "") or (self._lists[-1].style if self._lists else "")
        level = len(self._lists) + 1
        goes_on = said.get("continue-numbering") == "true" or "continue-list" in said
        before = self._last.get((style, level)) if goes_on else None
        self._lists.append(_List(style, self._styles.start_of(style, level) - 1 if before is None else before))

    def _left(self, name: str) -> None:
        if name in ("p", "h"):
            self._marks.clear()
            if self._column >= 0:
                self._builder.end_line()
            elif not (self._builder.in_code or self._builder.in_verse):
                self._builder.end_paragraph(ruled=self._ruled)
                self._ruled = False
        elif name == "span" and self._spans:
            self._spans.pop()
            self._scripts.pop()
        elif name == "a":
            self._marks.clear()
            self._builder.end_mark()
        elif name == "ruby-text":
            self._builder.text(")")
        elif name == "list":
            self._lists.pop()
        elif name == "table-header-rows":
            self._in_header = False
        elif name == "table-row" and len(self._tables) == 1:
            self._builder.end()
            self._column = -1
        elif name == "table":
            self._tables.pop()

    def _begin_paragraph(self, name: str, said: Attributes) -> None:
        look = self._styles.look_of(said.get("style-name", ""))
        if self._column >= 0:
            if look.alignment:
                self._builder.align_cell(look.alignment)
            return
        self._ruled = look.is_ruled
        kind, depth, marker = look.kind or BlockKind.PARAGRAPH, 0, ""
        if self._note_marker:
            kind, marker, self._note_marker = BlockKind.NOTE, self._note_marker, ""
        elif self._in_title:
            kind, depth, self._in_title = BlockKind.HEADING, 1, False
        elif name == "h" or look.is_title:
            self._titled = self._titled or look.is_title
            level = 0 if look.is_title else max(1, min(9, number_in(said, "outline-level", 1)))
            kind, depth = BlockKind.HEADING, level + self._titled
        elif self._lists:
            items = self._lists[-1]
            kind, depth = BlockKind.LIST_ITEM, len(self._lists)
            if items.fresh:
                marker = self._styles.label_of(items.style, [each.number for each in self._lists])
                items.fresh = False
        elif kind in (BlockKind.CODE, BlockKind.VERSE):
            self._builder.begin_line(kind, direction=look.direction)
            return
        elif kind is BlockKind.QUOTE:
            depth = 1
        self._builder.begin(kind, depth=depth, direction=look.direction, marker=marker)

    def _reference(self, note: "_Element") -> None:
        body = next((child for child in note if name_of(child) == "note-body"), None)
        if body is None:
            return
        self._notes.append(body)
        number = len(self._notes)
        self._marks.clear()
        self._builder.begin_mark(Mark.NOTE_REFERENCE, f"#note-{number}")
        self._builder.text(str(number).translate(SUPERSCRIPT))
        self._builder.end_mark()

    def _frame(self, frame: "_Element", said: Attributes) -> None:
        """A picture: what it says that it shows, else its name if it is no ornament, with its size."""
        names = {name_of(child): child for child in frame}
        if "image" not in names:
            return
        told = names.get("desc", names.get("title"))
        text = " ".join((told.text or "").split()) if told is not None else ""
        place = attributes_of(names["image"]).get("href", "")
        if self._builder.has_text or self._column >= 0:
            self._builder.begin_mark(Mark.PICTURE, place)
            self._builder.text(text)
            self._builder.end_mark()
            return
        width, height = (pixels_of(said.get(side, "")) for side in ("width", "height"))
        text = text or (said.get("name", "") if Picture((width, height)).is_large else "")
        if not text:
            return
        if width and height:
            text += f" ({width}×{height})"
        self._builder.begin(BlockKind.IMAGE)
        self._builder.picture(text, place)

    def _object(self, element: "_Element") -> None:
        """A formula, which is written out; other objects have a picture beside them."""
        href = attributes_of(element).get("href", "")
        root = self._part(href) if href else element
        formula = next(root.iter("{*}math"), None) if root is not None else None
        if formula is not None:
            self._marks.clear()
            self._builder.text(formula_of(formula))

    def _enter_table(self, element: "_Element", name: str, said: Attributes) -> None:
        if name == "table":
            direction = self._styles.look_of(said.get("style-name", "")).direction
            if next(element.iterancestors("{*}spreadsheet"), None) is not None and said.get("name"):
                self._builder.begin(BlockKind.HEADING, depth=1)
                self._builder.text(said["name"])
            self._tables.append(TableDraft(direction))
        elif name == "table-header-rows":
            self._in_header = True
        elif len(self._tables) > 1 and name in ("table-row", "table-cell"):
            self._builder.end_line()
        elif name == "table-row" and self._tables:
            self._builder.begin_row(self._tables[-1], header=self._in_header)
            self._column = 0
        elif name == "table-cell" and self._column >= 0:
            columns = max(1, min(1000, number_in(said, "number-columns-spanned", 1)))
            look = self._styles.look_of(said.get("style-name", ""))
            self._builder.begin_cell(self._column, columns, alignment=look.alignment)
            self._column += max(columns, min(_MOST_REPEATED, number_in(said, "number-columns-repeated", 1)))

    # Text

    def _text(self, text: str) -> None:
        if not self._builder.in_code:
            self._marks.set(self._around())
        self._builder.text(raised(text, self._script))

    @property
    def _script(self) -> str:
        return self._scripts[-1] if self._scripts else ""

    def _around(self) -> tuple[Mark, ...]:
        return self._spans[-1] if self._spans else ()
