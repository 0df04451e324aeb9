"""Rich measures what it paints by itself: both must agree on all this reader's scripts, but for what is listed here.

Of what is listed, nothing reaches Rich: other characters are painted in its place (:mod:`reader.text.replacements`).
"""

import unicodedata

import pytest
from rich.cells import cell_len

from reader.text.replacements import NOTHING, PAINTED
from reader.text.widths import cells_of

SCRIPTS = {
    "Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic": range(0x20, 0x900),
    "Latin and Greek with marks": range(0x1E00, 0x2000),
    "punctuation, currencies, letterlike signs, arrows, mathematics": range(0x2000, 0x2400),
    "boxes and blocks": range(0x2500, 0x25A0),
    "kana": range(0x3041, 0x3100),
    "ideographs": range(0x4E00, 0xA000),
    "Hangul syllables": range(0xAC00, 0xD7A4),
    "presentation forms A": range(0xFB00, 0xFE00),
    "presentation forms B, halfwidth and fullwidth forms": range(0xFE70, 0xFFA0),
}
STOOD_IN = {*range(0x7F, 0xA0), 0xAD, 0x70F}
"""Controls, the soft hyphen and the Syriac abbreviation mark."""
SPACING_MARKS = {"Mc"}
"""Of Indic scripts and kana: a cell of their own here, as in most terminals; none in Rich."""


def compared(script: range) -> list[str]:
    return [
        char
        for char in map(chr, script)
        if unicodedata.category(char) not in {"Cn", *SPACING_MARKS} and ord(char) not in STOOD_IN
    ]


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_a_character_behind_a_letter_takes_as_many_cells(script: range) -> None:
    wrong = [char for char in compared(script) if sum(cells_of(f"a{char}")) != cell_len(f"a{char}")]
    assert not wrong


@pytest.mark.parametrize("code_point", sorted(STOOD_IN))
def test_what_is_measured_otherwise_is_painted_otherwise(code_point: int) -> None:
    painted = PAINTED[code_point]
    assert painted != chr(code_point)
    assert sum(cells_of(f"a{chr(code_point)}")) == cell_len(f"a{painted.replace(NOTHING, '')}")


@pytest.mark.parametrize(
    "sequence", ["👨\u200d👩\u200d👧", "🇸🇦", "👍🏽", "❤\ufe0f", "1\ufe0f\u20e3", "سَلَّمَ", "שָׁלוֹם", "e\u0301"]
)
def test_sequences_take_as_many_cells(sequence: str) -> None:
    assert sum(cells_of(sequence)) == cell_len(sequence)
