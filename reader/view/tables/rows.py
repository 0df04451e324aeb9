"""The lines of a table's row in the form that its table has."""

from reader.model import Block, Document
from reader.text.layout import LineList
from reader.view.tables.beside import BesideLines
from reader.view.tables.cards import CardLines
from reader.view.tables.columns import Columns


def lines_of_row(document: Document, block: Block, columns: Columns, *, marks: bool, isolate: bool) -> LineList:
    """The lines of a row.

    Args:
        document: The document.
        block: The row.
        columns: The table's columns at a width.
        marks: Whether vowel marks are painted.
        isolate: Whether machine text is isolated.
    """
    form = CardLines if columns.are_cards else BesideLines
    return form(document, block, columns, marks=marks, isolate=isolate)
