"""Spreadsheets (XLSX, ECMA-376-1 part 18): a section and a table a sheet, with the values that were last computed.

Nothing is computed: a formula that was never is shown as such. Sheets are read in the workbook's order, hidden ones
too. What is shown of a number is :mod:`reader.formats.number_formats`'.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING

from reader.formats.archive import Archive
from reader.formats.beginning import MARKED_LENGTH, is_long
from reader.formats.builder import Builder
from reader.formats.number_formats import NumberFormats
from reader.formats.package import (
    RELATION,
    listed_parts,
    main_part,
    readable,
    related,
    relations_of,
    with_properties,
)
from reader.formats.pages import element, write_page
from reader.formats.raw import Raw
from reader.formats.trees import name_of, xml_tree
from reader.formats.under_way import UnderWay
from reader.model import Awaited, Document, DocumentError, NoticeCode, notice_of
from reader.named_tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_CELLS = 100_000
"""Cells of a workbook that are read, with the empty ones that stand between others."""

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_WIDEST = 16_384
"""Columns of a sheet (ECMA-376-1 §18.3.1.13)."""


_ROW_ENDS = b"</row>"


class _Cell(NamedTuple):
    """The text a cell shows, as HTML, and whether it is words."""

    html: str
    is_words: bool


def written(raw: Raw) -> UnderWay:
    """The document of a workbook.

    Raises:
        DocumentError: It is no archive, is encrypted, or its main part cannot be read.
    """
    return _Workbook(raw)


class _Workbook(UnderWay):
    """A workbook under way: the parts that its sheets share, and the room that is left for cells.

    Args:
        raw: Its bytes.

    Raises:
        DocumentError: It is no archive, is encrypted, or has no main part.
    """

    def __init__(self, raw: Raw) -> None:
        self.builder = builder = Builder()
        self._archive = archive = Archive(raw.data, builder.notice)
        main = main_part(archive) or "xl/workbook.xml"
        if main not in archive:
            raise DocumentError("damaged: the archive holds no sheets")
        self._room = MOST_CELLS
        self._direction = raw.options.direction
        self._meta = with_properties(archive, raw.meta("xlsx"))
        listed = listed_parts(archive, main, "sheet", builder.notice)
        self._sheets = [(sheet.get("name") or "", part) for sheet, part in listed]
        self._first: bytes | None = None
        relations = relations_of(archive, main)
        strings = related(archive, main, relations, "sharedstrings", builder.notice)
        self._strings = [_text_of(item) for item in strings.iter("{*}si")] if strings is not None else []
        book = readable(archive, main)
        properties = next(book.iter("{*}workbookPr"), None) if book is not None else None
        since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._formats = NumberFormats(
            related(archive, main, relations, "styles", builder.notice), since_1904=since_1904
        )

    def steps(self) -> Iterator[None]:
        """Write it, sheet by sheet."""
        for number, (name, part) in enumerate(self._sheets):
            if number:
                yield
            root = self._root(part)
            if root is not None:
                self._write(self.builder, name, part, root)
        if self._room < 0:
            self.builder.notice(notice_of(NoticeCode.CELLS_CUT, count=MOST_CELLS))

    def document(self, *, complete: bool) -> Document:
        """The document as far as it has been written."""
        return self.builder.document(self._meta, direction=self._direction, awaited=None if complete else ())

    def snapshots(self) -> Iterator[Document]:
        """The document as it grows: the first rows of a long first sheet, then sheet by sheet."""
        yield from self._beginning()
        yield from super().snapshots()

    def _beginning(self) -> Iterator[Document]:
        """The document of the first rows of the first sheet; none where it is short, or cannot be told apart."""
        name, part = self._sheets[0] if self._sheets else ("", "")
        if part not in self._archive:
            return
        builder = Builder()
        with suppress(DocumentError):  # which is told where all of it is read
            self._first = self._archive.part(part)
            if first_rows := _first_rows(self._first):
                self._write(builder, name, part, xml_tree(first_rows))
                self._room = MOST_CELLS
        if builder.count:
            awaited = tuple(Awaited(name, 2) for name, _ in self._sheets[1:])
            yield builder.document(self._meta, direction=self._direction, awaited=awaited)

    def _root(self, part: str) -> "_Element | None":
        """The root of a sheet, the first of which may have been read."""
        data, self._first = self._first, None
        if data is None:
            return readable(self._archive, part, self.builder.notice)
        try:
            return xml_tree(data)
        except DocumentError:
            self.builder.notice(notice_of(NoticeCode.PART_LOST, part=part))
            return None

    def _write(self, builder: Builder, name: str, part: str, root: "_Element") -> None:
        """Write a sheet."""
        if name_of(root) != "worksheet" or self._room < 0:
            return
        view = next(root.iter("{*}sheetView"), None)
        direction = "rtl" if view is not None and view.get("rightToLeft") in ("1", "true") else "ltr"
        links = self._links(root, part)
        spans = _merged(root)
        rows = list(self._rows(root, links))
        write_page(builder, element("h2", name) + _table(rows, spans, direction))

    def _links(self, root: "_Element", part: str) -> dict[str, str]:
        """Where the cells of a sheet lead that are links, by their names."""
        found = [(link.get("ref") or "", link.get(RELATION) or "") for link in root.iter("{*}hyperlink")]
        relations = relations_of(self._archive, part) if found else {}
        return {cell: relations[name][1] for cell, name in found if name in relations}

    def _rows(self, root: "_Element", links: dict[str, str]) -> Iterator[tuple[int, dict[int, _Cell]]]:
        """The rows that hold something: their number, and their cells by column, all counted from 1."""
        number = 0
        for row in root.iter("{*}row"):
            said = row.get("r") or ""
            number = int(said) if said.isdecimal() and len(said) < 8 else number + 1
            cells: dict[int, _Cell] = {}
            column = 0
            for cell in row.iterchildren("{*}c"):
                place = _CELL.fullmatch(cell.get("r") or "")
                column = _column(place[1]) if place else column + 1
                shown = self._shown(cell)
                if shown is not None and column <= _WIDEST:
                    link = links.get(cell.get("r") or "")
                    html = f'<a href="{escape(link)}">{shown.html}</a>' if link else shown.html
                    cells[column] = shown._replace(html=html)
            self._room -= max(cells, default=0)
            if self._room < 0:
                return
            if cells:
                yield number, cells

    def _shown(self, cell: "_Element") -> _Cell | None:
        """The text a cell shows; None for nothing (ECMA-376-1 §18.18.11 for its types)."""
        kind = cell.get("t") or "n"
        said = next((child.text or "" for child in cell.iterchildren("{*}v")), "")
        if kind == "inlineStr":
            said = _text_of(cell)
        elif kind == "s":
            said = self._strings[int(said)] if said.isdecimal() and int(said) < len(self._strings) else ""
        elif kind == "b":
            said = {"1": "TRUE", "0": "FALSE"}.get(said, said)
        elif kind == "n" and said:
            return _Cell(escape(self._formats.shown(said, cell.get("s") or "")), is_words=False)
        if not said:
            formula = next((child.text or "" for child in cell.iterchildren("{*}f")), "")
            return _Cell(f"<code>={escape(formula)}</code>", is_words=False) if formula else None
        lines = "<br>".join(escape(line) for line in said.strip("\n").split("\n"))
        return _Cell(lines, is_words=kind in ("s", "str", "inlineStr"))


def _first_rows(data: bytes) -> bytes:
    """A long sheet with its first rows alone, and what stands behind all of them: links, cells that are one."""
    end = data.rfind(b"</sheetData>")
    cut = data.rfind(_ROW_ENDS, 0, MARKED_LENGTH)
    return data[: cut + len(_ROW_ENDS)] + data[end:] if is_long(data) and 0 < cut < end else b""


def _text_of(item: "_Element") -> str:
    """The text of a string, without what says how it is read aloud (§18.4.6)."""
    return "".join(
        text.text or "" for text in item.iter("{*}t") if (over := text.getparent()) is None or name_of(over) != "rph"
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _merged(root: "_Element") -> dict[tuple[int, int], int]:
    """How many columns the cells take that take several, by row and column."""
    spans = {}
    for merged in root.iter("{*}mergeCell"):
        ends = [_CELL.fullmatch(end) for end in (merged.get("ref") or "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            first, last = _column(ends[0][1]), _column(ends[1][1])
            if first < last <= _WIDEST:
                spans[int(ends[0][2]), first] = last - first + 1
    return spans


def _table(rows: list[tuple[int, dict[int, _Cell]]], spans: dict[tuple[int, int], int], direction: str) -> str:
    """The table of a sheet, from the first column in use; a first row of words names the columns."""
    if not rows:
        return ""
    first = min(min(cells) for _, cells in rows)
    last = max(max(cells) for _, cells in rows)
    heads = rows[0][1]
    is_header = len(rows) > 1 and len(heads) > 1 and all(cell.is_words for cell in heads.values())
    page = [f"<table dir={direction}>"]
    for at, (number, cells) in enumerate(rows):
        name = "th" if is_header and not at else "td"
        page.append("<tr>")
        column = first
        end = max(cells)
        while column <= min(end, last):
            span = min(spans.get((number, column), 1), last - column + 1)
            cell = cells.get(column)
            page.append(f"<{name}{f' colspan={span}' if span > 1 else ''}>{cell.html if cell else ''}</{name}>")
            column += span
        page.append("</tr>")
    return "".join((*page, "</table>"))
