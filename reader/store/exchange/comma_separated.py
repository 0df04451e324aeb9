"""Annotations as comma-separated values, a line each, for spreadsheets."""

import csv
from collections.abc import Sequence
from io import StringIO

from reader.store.exchange.entries import ExportEntry

COLUMNS = (
    "id",
    "kind",
    "colour",
    "title",
    "path",
    "section",
    "start",
    "end",
    "state",
    "text",
    "note",
    "created",
    "changed",
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(entries: Sequence[ExportEntry]) -> str:
    """A heading and a line for each (RFC 4180); nothing in a cell is taken for a formula by a spreadsheet."""
    stream = StringIO()
    out = csv.writer(stream, lineterminator="\r\n")
    out.writerow(COLUMNS)
    for entry in entries:
        one = entry.annotation
        out.writerow(
            _inert(cell)
            for cell in (
                one.id,
                str(one.kind),
                str(one.colour or ""),
                one.title,
                one.path,
                " › ".join(entry.sections),
                str(entry.range.start),
                str(entry.range.end),
                str(entry.state),
                entry.text,
                one.note,
                one.created.isoformat(),
                one.changed.isoformat(),
            )
        )
    return stream.getvalue()


def _inert(cell: str) -> str:
    cell = cell.replace("\x00", "\ufffd")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
