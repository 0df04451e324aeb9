"""The text of a Word document: paragraphs, runs, fields, tables, pictures and references to notes.

Source: ECMA-376 part 1, 17.3 to 17.16. It is read once, in document order, as it comes. Text that was deleted or
moved away is passed over and what was inserted is read (17.13.5); of alternatives the first is (part 3, 9.2).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from reader.formats.builder import Builder
from reader.formats.docx_styles import DocxLook, DocxStyles, Lists, W, count_of, is_on, value_of
from reader.formats.drafts import TableDraft
from reader.formats.formulas import formula_of
from reader.formats.markup import Markup
from reader.formats.markup_elements import SUPERSCRIPT, attributes_of, is_followed, raised
from reader.formats.pictures import Picture
from reader.formats.run_marks import RunMarks
from reader.formats.trees import html_tree, name_of
from reader.formats.xml_stretches import Event, events_in
from reader.model import BlockKind, Direction, Mark, NoticeCode, notice_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNREAD = frozenset(
    (
        "del", "movefrom", "fallback", "instrtext", "deltext", "rpr", "ppr", "tblpr", "trpr", "tcpr", "sectpr",
        "sdtpr", "sdtendpr", "annotationref", "footnoteref", "endnoteref", "tblgrid", "tblprex",
        "commentreference", "omath", "rt", "rubypr", "altchunk",
    )
)  # fmt: skip
_SIGNS = {"nobreakhyphen": "\u2011", "softhyphen": "\u00ad", "tab": "\t", "ptab": "\t"}
_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+"([^"]*)"|"([^"]*)"(?:\s+\\l\s+"([^"]*)")?)')
_WIDEST = 999_999_999
_EMU = 9525
"""English Metric Units to a pixel at 96 dots an inch."""

UNITS = frozenset(("p", "tr", "omath", "pict", "drawing"))
"""Elements that are read as a whole, for what stands in them says what they are."""

_CONTENTS = "Table of Contents"
_TABLES_DEEP = 1
"""Tables inside the cells of tables are read as lines of the cell."""


class DocxBody:
    """Writes a document's text into a builder.

    Args:
        builder: What is written to.
        styles: The document's styles.
        lists: Its lists.
        links: The targets of its links, and the parts of its pictures, by their identifiers.
        chunk: The text of an imported part by its identifier, HTML where it is that (17.17.2.1); None where it cannot
            be read.
    """

    def __init__(
        self,
        builder: Builder,
        styles: DocxStyles,
        lists: Lists,
        links: Mapping[str, str],
        chunk: Callable[[str], str | None],
    ) -> None:
        self._builder = builder
        self._styles = styles
        self._lists = lists
        self._links = links
        self._chunk = chunk
        self._marks = RunMarks(builder)
        self._note_marker = ""
        self._notes: dict[str, dict[str, int]] = {"footnote": {}, "endnote": {}}
        self._tables: list[TableDraft] = []
        self._columns: list[int] = []
        self._fields: list[str | None] = []
        self._titled = False
        self._ruled = False
        self._script = ""
        self._joined = False
        self._reading = ""
        self._comments = 0
        self._skipped = 0  # elements that are open of one that is passed over, itself counted

    def write(self, events: Iterable[Event]) -> None:
        """The text of elements whose starts and ends come next."""
        for event, element in events:
            if self._skipped:
                self._skipped += 1 if event == "start" else -1
                if self._skipped:
                    continue
            name = name_of(element)
            if event == "end":
                self._left(name)
            elif name in _UNREAD or self._is_passed_over(element, name):
                self._passed_over(element, name)
                self._skipped = 1
            else:
                self._entered(element, name)

    def write_notes(self, kind: str, notes: "Mapping[str, _Element]") -> None:
        """The notes that the text refers to, in the order it does, each once; then those that they refer to."""
        numbers = self._notes[kind]
        written = 0
        while written < len(numbers):
            for identifier, number in tuple(numbers.items())[written:]:
                self._write_note(kind, identifier, number, notes.get(identifier))
                written += 1

    def _write_note(self, kind: str, identifier: str, number: int, note: "_Element | None") -> None:
        if note is None:
            self._builder.notice(notice_of(NoticeCode.NOTE_LOST, number=number))
            return
        self._builder.place(f"{kind}-{identifier}")
        self._note_marker = f"{number}."
        for paragraph in note:
            self.write(events_in(paragraph))
            self._builder.end()
        self._note_marker = ""

    def notice(self) -> None:
        """Say what of the document is not shown."""
        if self._comments:
            self._builder.notice(notice_of(NoticeCode.COMMENTS, count=self._comments))

    # Elements

    def _entered(self, element: "_Element", name: str) -> None:
        builder = self._builder
        if name == "p":
            self._begin_paragraph(element)
        elif name == "r":
            self._begin_run(element.find(W + "rPr"))
        elif name == "t":
            builder.text(raised(element.text or "", self._script))
        elif name in _SIGNS:
            builder.text(_SIGNS[name])
        elif name in ("br", "cr"):
            if value_of(element, "type") not in ("page", "column"):
                builder.line_break()
        elif name == "hyperlink":
            self._marks.clear()
            builder.begin_mark(Mark.LINK, self._target(element))
        elif name == "fldsimple":
            self._marks.clear()
            builder.begin_mark(Mark.LINK, _field_target(value_of(element, "instr")))
        elif name == "fldchar":
            self._field(value_of(element, "fldCharType"))
        elif name == "bookmarkstart":
            builder.place(value_of(element, "name"))
        elif name in ("footnotereference", "endnotereference"):
            self._reference(name.removesuffix("reference"), value_of(element, "id"))
        else:
            self._entered_object(element, name)

    def _entered_object(self, element: "_Element", name: str) -> None:
        """Note an object that stands in the text and is none of it: a picture, a drawing, a character's reading."""
        if name == "docpr":
            self._picture(element)
        elif name == "pict":
            self._ruled = self._ruled or any("hr" in attributes_of(shape) for shape in element)
        elif name in ("tbl", "tr", "tc"):
            self._enter_table(element, name)

    def _left(self, name: str) -> None:
        if name == "rubybase" and self._reading:
            self._builder.text(f"({self._reading})")
        elif name == "p":
            self._marks.clear()
            if self._joined:
                pass  # its mark was deleted: the next paragraph goes on with it
            elif self._columns:
                self._builder.end_line()
            elif not (self._builder.in_code or self._builder.in_verse):
                self._builder.end_paragraph(ruled=self._ruled)
                self._ruled = False
        elif name in ("hyperlink", "fldsimple"):
            self._marks.clear()
            self._builder.end_mark()
        elif name == "tr" and len(self._tables) == _TABLES_DEEP:
            self._builder.end()
            self._columns.clear()
        elif name == "tbl":
            self._tables.pop()

    def _is_passed_over(self, element: "_Element", name: str) -> bool:
        """Hidden text (17.3.2.41), and the table of contents, which the reader has beside the text."""
        if name == "r":
            return is_on(element.find(f"{W}rPr/{W}vanish"))
        if name == "p":
            return self._styles.is_contents(element.find(W + "pPr"))
        return name == "sdt" and _is_contents(element)

    def _passed_over(self, element: "_Element", name: str) -> None:
        """Of what is not read, a field's code says where its link leads; lines are drawings; comments are counted."""
        if name == "instrtext" and self._fields and self._fields[-1] is not None:
            self._fields[-1] += element.text or ""
        elif name == "commentreference":
            self._comments += 1
        elif name == "rt":
            self._reading = "".join(text.text or "" for text in element.iter(W + "t"))
        elif name == "omath":
            self._marks.clear()
            self._builder.text(formula_of(element))
        elif name == "altchunk":
            self._write_chunk(attributes_of(element).get("id", ""))

    def _write_chunk(self, identifier: str) -> None:
        """A part that was put in whole."""
        text = self._chunk(identifier)
        root = html_tree(text, self._builder.notice) if text is not None else None
        if root is None:
            self._builder.notice(notice_of(NoticeCode.PART_LOST, part=identifier or "altChunk"))
        else:
            self._builder.end()
            Markup(self._builder).write(next((child for child in root if name_of(child) == "body"), root))

    def _begin_paragraph(self, element: "_Element") -> None:
        goes_on = self._joined and self._builder.is_open
        self._joined = element.find(f"{W}pPr/{W}rPr/{W}del") is not None
        if goes_on:
            return
        if self._columns:
            if alignment := self._styles.look_of(element.find(W + "pPr")).alignment:
                self._builder.align_cell(alignment)
            return
        look = self._styles.look_of(element.find(W + "pPr"))
        direction = Direction.RTL if look.rtl else None
        if self._note_marker:
            self._builder.begin(BlockKind.NOTE, direction=direction, marker=self._note_marker)
            self._note_marker = ""
        elif look.kind is BlockKind.HEADING:
            self._titled = self._titled or look.level == 0
            depth = look.level + 1 if self._titled else look.level
            self._builder.begin(BlockKind.HEADING, depth=depth, direction=direction)
            if look.numbered and self._lists.is_numbered(look.numbered):
                self._builder.text(self._lists.label_of(look.numbered) + " ")
        elif look.numbered:
            self._begin_item(look, direction)
        elif look.kind in (BlockKind.CODE, BlockKind.VERSE):
            self._builder.begin_line(look.kind, direction=direction)
        else:
            self._builder.begin(look.kind, depth=int(look.kind is BlockKind.QUOTE), direction=direction)

        self._ruled = look.is_ruled

    def _begin_item(self, look: DocxLook, direction: Direction | None) -> None:
        if look.numbered:
            marker = self._lists.label_of(look.numbered)
            depth = look.numbered.level + 1
            self._builder.begin(BlockKind.LIST_ITEM, depth=depth, direction=direction, marker=marker)

    def _begin_run(self, properties: "_Element | None") -> None:
        """The marks of a run, and whether it is raised or lowered."""
        self._marks.set(self._marks_of(properties))
        self._script = value_of(properties.find(W + "vertAlign")) if properties is not None else ""

    def _marks_of(self, properties: "_Element | None") -> tuple[Mark, ...]:
        """The marks of a run; the properties of complex scripts (17.3.2.2) count as the others."""
        if properties is None or self._builder.in_code:
            return ()
        strong = any(is_on(properties.find(W + name)) for name in ("b", "bCs"))
        emphasis = any(is_on(properties.find(W + name)) for name in ("i", "iCs"))
        struck = any(is_on(properties.find(W + name)) for name in ("strike", "dstrike"))
        code = self._styles.is_code(value_of(properties.find(W + "rStyle")))
        marks = (Mark.STRONG,) * strong + (Mark.EMPHASIS,) * emphasis + (Mark.STRUCK,) * struck
        return marks + (Mark.CODE,) * code

    def _target(self, link: "_Element") -> str:
        said = attributes_of(link)
        target = self._links.get(said.get("id", ""), "")
        if not is_followed(target):
            target = ""
        anchor = said.get("anchor", "")
        return target or (f"#{anchor}" if anchor else "")

    def _field(self, what: str) -> None:
        """A field's beginning, the end of its code, and its end (17.16.18)."""
        self._marks.clear()
        if what == "begin":
            self._fields.append("")
        elif what == "separate" and self._fields and self._fields[-1] is not None:
            self._builder.begin_mark(Mark.LINK, _field_target(self._fields[-1]))
            self._fields[-1] = None
        elif what == "end" and self._fields and self._fields.pop() is None:
            self._builder.end_mark()

    def _reference(self, kind: str, identifier: str) -> None:
        numbers = self._notes[kind]
        number = numbers.setdefault(identifier, len(numbers) + 1)
        self._marks.clear()
        self._builder.begin_mark(Mark.NOTE_REFERENCE, f"#{kind}-{identifier}")
        self._builder.text(str(number).translate(SUPERSCRIPT))
        self._builder.end_mark()

    def _picture(self, properties: "_Element") -> None:
        """A picture: what it says that it shows, else its name if it is no ornament, with its size; no text box."""
        parent = properties.getparent()
        if parent is not None and next(parent.iter("{*}txbxContent"), None) is not None:
            return
        text = " ".join((properties.get("descr") or properties.get("title") or "").split())
        blip = next(parent.iter("{*}blip"), None) if parent is not None else None
        place = self._links.get(attributes_of(blip).get("embed", ""), "") if blip is not None else ""
        if self._builder.has_text or self._columns:
            self._builder.begin_mark(Mark.PICTURE, place)
            self._builder.text(text)
            self._builder.end_mark()
            return
        extent = next((e for e in parent if name_of(e) == "extent"), None) if parent is not None else None
        sizes = [count_of(extent.get(side) or "", _WIDEST) for side in ("cx", "cy")] if extent is not None else []
        width, height = ((size or 0) // _EMU for size in sizes or (0, 0))
        if width and height:
            text = text or (properties.get("name") or "" if Picture((width, height)).is_large else "")
            text += f" ({width}×{height})" if text else ""
        if not text:
            return
        self._builder.begin(BlockKind.IMAGE)
        self._builder.picture(text, place)

    def _enter_table(self, element: "_Element", name: str) -> None:
        if name == "tbl":
            mirrored = is_on(element.find(f"{W}tblPr/{W}bidiVisual"))
            self._tables.append(TableDraft(Direction.RTL if mirrored else None))
        elif len(self._tables) != _TABLES_DEEP:
            self._builder.end_line()
        elif name == "tr":
            header = is_on(element.find(f"{W}trPr/{W}tblHeader"))
            self._builder.begin_row(self._tables[-1], header=header)
            self._columns = [0]
        elif self._columns:
            span = value_of(element.find(f"{W}tcPr/{W}gridSpan"))
            columns = max(1, min(1000, count_of(span) or 1)) if span else 1
            self._builder.begin_cell(self._columns[0], columns)
            self._columns[0] += columns


def _field_target(code: str) -> str:
    """Where a field that is a link leads; "" for every other one."""
    found = _FIELD_LINK.match(code[:4096])
    if not found:
        return ""
    place = found[1] or found[3] or ""
    target = found[2] or ""
    return target if is_followed(target) else f"#{place}" if place else ""


def _is_contents(element: "_Element") -> bool:
    """Whether a part of the document is its table of contents, which the reader has beside the text."""
    return value_of(element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")) == _CONTENTS
