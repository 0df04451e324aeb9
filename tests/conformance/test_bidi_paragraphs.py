"""Whole paragraphs on one line against python-bidi, which orders but does not mirror and knows no lines of paragraphs.

``READER_BIDI_CASES`` sets how many are tried; the seed stays the same.
"""

import os
import random

from bidi import get_display

from reader.text.bidi import classes_of, levels_of, line_levels, visual_order
from tests.random_text import paragraph

CASES = int(os.environ.get("READER_BIDI_CASES", "5000"))


def visible(text: str) -> str:
    """Without what X9 removes."""
    return "".join(char for char, code in zip(text, classes_of(text), strict=True) if code not in "<>()^b")


def test_paragraphs_are_ordered_as_python_bidi_orders_them() -> None:
    rng = random.Random(1)  # noqa: S311 - the same cases on every run
    done = 0
    wrong = []
    for _ in range(CASES):
        text, base = paragraph(rng), rng.randint(0, 1)
        levels = levels_of(text, base)
        if "B" in classes_of(text) or not any(level % 2 for level in levels):
            continue  # it takes one paragraph, and returns a text that no level turns round without regard to L1
        ours = visible("".join(text[at] for at in visual_order(line_levels(text, levels, base))))
        theirs = visible(get_display(text, base_dir="LR"[base]))
        done += 1
        if ours != theirs:
            wrong.append((text, base, ours, theirs))
    assert not wrong[:3], f"{len(wrong)} differ"
    assert done > CASES * 0.7
