"""Comma-separated values: a table whose first row names the columns."""

import csv
from collections.abc import Iterator
from io import StringIO

from reader.formats.builder import Builder
from reader.formats.drafts import TableDraft
from reader.formats.raw import Raw
from reader.model import Document, NoticeCode, Source, notice_of

_SAMPLE = 16_384
_DELIMITERS = ",;\t|"
_MOST_CELLS = 300_000
_MOST_COLUMNS = 200

FIRST_CELLS = 5_000
"""Cells after which a long table is first shown: some screens of rows."""


def document_of(raw: Raw) -> Document:
    """The document of a table.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    *_, document = _written(raw, first=_MOST_CELLS)
    return document


def snapshots_of(raw: Raw) -> Iterator[Document]:
    """The same document, the first rows of a long one first.

    Raises:
        DocumentError: The encoding asked for is not known.
    """
    yield from _written(raw, first=FIRST_CELLS)


def _written(raw: Raw, first: int) -> Iterator[Document]:
    """The document, and before it what there is of it after so many cells."""
    decoded = raw.decoded()
    text = decoded.text.replace("\0", "\ufffd")
    builder = Builder()
    table = TableDraft()
    room, header = _MOST_CELLS, True
    due = _MOST_CELLS - first
    meta = raw.meta("csv", decoded)
    rows = csv.reader(StringIO(text, newline=""), _dialect(text))
    while room > 0:
        try:
            cells = next(rows, None)
        except csv.Error:
            builder.notice(notice_of(NoticeCode.TABLE_CUT, line=rows.line_num))
            break
        if cells is None:
            break
        if due > 0 and room <= due:
            due = 0
            yield builder.document(meta, direction=raw.options.direction, awaited=())
        builder.add_row(table, cells[:_MOST_COLUMNS], header=header, source=Source("", rows.line_num))
        header = False
        if len(cells) > _MOST_COLUMNS:
            builder.notice(notice_of(NoticeCode.COLUMNS_CUT, count=_MOST_COLUMNS))
        room -= len(cells)
    else:
        builder.notice(notice_of(NoticeCode.CELLS_CUT, count=_MOST_CELLS))
    yield builder.document(meta, direction=raw.options.direction)


def _dialect(text: str) -> type[csv.Dialect] | csv.Dialect:
    """How the values are parted: by the sign that stands most often in the first lines."""
    sample = text[:_SAMPLE]
    delimiter = max(_DELIMITERS, key=sample.count)

    class Found(csv.excel):
        pass

    Found.delimiter = delimiter
    return Found
