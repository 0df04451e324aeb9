"""A painted row's words, in the order one reads them.

A row of the screen holds letters in visual order, in their presentation forms. Read back, its words are those of the
text again: reordering a visual line by the same algorithm that made it (UAX#9; "inverse, like direct" in ICU's terms)
gives a logical line. Where a line mixes directions so that several logical lines would be painted the same, it gives
one of them, always the same one: enough to compare screens with, not to recover a text.
"""

import re
import unicodedata
from itertools import pairwise

from reader.model import Direction
from reader.text.bidi import levels_of, line_levels, visual_order
from reader.text.direction import letter_counts
from reader.text.graphemes import boundaries
from reader.text.properties import MIRROR

_FORMS = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")
_BARS = "\u2502\u2503\u2588\u2590\u258c\u2591 "
"""Signs that scroll bars are drawn with, and the space beside them."""


def reading_order(painted: str, direction: Direction = Direction.LTR) -> str:
    """A painted row as it is read, without the white space and the scroll bar at its edges.

    Args:
        painted: The row, padding included: a line stands at the side it begins at.
        direction: That of the layout, for lines that fill their row.
    """
    row = painted.strip(_BARS)
    base = _base_level(painted, row, direction)
    levels = line_levels(row, levels_of(row, base), base)
    clusters = list(pairwise([0, *boundaries(row)]))
    order = visual_order(bytes(levels[start] for start, _ in clusters))
    return "".join(_letters(row[slice(*clusters[at])], levels[clusters[at][0]]) for at in order)


def _base_level(painted: str, row: str, direction: Direction) -> int:
    counts = letter_counts(row)
    if not all(counts):
        return int(counts[1] > 0)
    before, behind = (len(painted) - len(stripped) for stripped in (painted.lstrip(_BARS), painted.rstrip(_BARS)))
    if abs(before - behind) > 1:
        return int(before > behind)
    return int(direction.is_rtl)


def _letters(cluster: str, level: int) -> str:
    """A cluster's letters, where its shape is painted; a bracket that was mirrored is turned back."""
    if level % 2:
        cluster = MIRROR.get(cluster, cluster)
    return _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), cluster)
