"""Strings to terminal lines: Unicode properties, the bidi algorithm, joining, widths, line breaking and layout.

For other programs, and promised to stay: :func:`~reader.text.layout.analyse` gives a
:class:`~reader.text.layout.Paragraph`, whose ``wrap(width)`` gives :class:`~reader.text.line.Line` after line in
visual order, with the map between text and cells; :func:`~reader.text.bidi.levels_of` the embedding levels,
:func:`~reader.text.shaping.shapes_of` joined letters, :func:`~reader.text.widths.cells_of` widths,
:func:`~reader.text.graphemes.boundaries` clusters. Each is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.bidi import levels_of
    from reader.text.graphemes import boundaries
    from reader.text.layout import Paragraph, analyse
    from reader.text.line import Line
    from reader.text.shaping import shapes_of
    from reader.text.widths import cells_of

__all__ = ["Line", "Paragraph", "analyse", "boundaries", "cells_of", "levels_of", "shapes_of"]

_OWNERS = {
    "Line": "line",
    "Paragraph": "layout",
    "analyse": "layout",
    "boundaries": "graphemes",
    "cells_of": "widths",
    "levels_of": "bidi",
    "shapes_of": "shaping",
}


def __getattr__(name: str) -> object:
    if name not in _OWNERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_OWNERS[name]}"), name)
