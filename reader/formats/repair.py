"""Text that was saved as a program had painted it: how that is told, and the text as it was written.

A program that joins and orders Arabic itself and saves what it shows leaves presentation forms, perhaps from left to
right; others leave Hebrew so. Such a text looks right in that program alone. It is repaired only where the user asks:
the guess may be wrong, and offsets in the repaired text are not those in the file.
"""

import re
import unicodedata
from itertools import pairwise

from reader.enumerations import Enum
from reader.formats.visual_order import FINALS, is_visual, logical_of
from reader.text.patterns import lazy_pattern

_FORMS = lazy_pattern("[\ufb50-\ufbff\ufd3e-\ufdfb\ufe70-\ufefc]")
_FORM_RUNS = lazy_pattern("[\ufb50-\ufbff\ufe80-\ufefc]{2,}")
_LETTERS = lazy_pattern("[\u0620-\u064a\u066e-\u06d3]")
_COMPATIBLE = lazy_pattern("[\ufb50-\ufbff\ufc00-\ufd3d\ufd50-\ufdfc\ufe70-\ufefc]")
_CARRIERS = " \u0640"
"""Characters that marks in forms of their own decompose to with their mark: a space or a tatweel."""

_SAMPLE = 200_000
"""Code points looked at, from the start."""

_FORMS_SHARE = 0.5
"""More of the letters than this stored as forms, and the text was saved as it was painted."""

_FINALS_AT_LEAST = 3
"""Final letters of Hebrew without which nothing is said of its order."""

_BEGINS, _GOES_ON, _ENDS = "<initial>", "<medial>", "<final>"


class Saved(Enum):
    """How a text was saved."""

    WRITTEN = "written"
    FORMS = "forms"
    VISUAL_FORMS = "visual_forms"
    VISUAL_HEBREW = "visual_hebrew"


def saved_as(text: str) -> Saved:
    """How a text was saved, by its beginning.

    In logical order an initial form comes before the medial or final one it joins; in visual order it comes after.
    """
    sample = text[:_SAMPLE]
    forms = len(_FORMS.findall(sample))
    if not forms or forms <= _FORMS_SHARE * (forms + len(_LETTERS.findall(sample))):
        told = sum(map(sample.count, FINALS)) >= _FINALS_AT_LEAST and is_visual(sample)
        return Saved.VISUAL_HEBREW if told else Saved.WRITTEN
    logical = visual = 0
    for run in _FORM_RUNS.findall(sample):
        for first, second in pairwise(unicodedata.decomposition(char).split(" ")[0] for char in run):
            logical += (first == _BEGINS and second in {_GOES_ON, _ENDS}) or (first == _GOES_ON and second == _ENDS)
            visual += (first in {_GOES_ON, _ENDS} and second == _BEGINS) or (first == _ENDS and second == _GOES_ON)
    return Saved.VISUAL_FORMS if visual > logical else Saved.FORMS


def repaired(text: str) -> str:
    """The text as it was written: in logical order, of letters rather than their shapes."""
    saved = saved_as(text)
    if saved in {Saved.VISUAL_FORMS, Saved.VISUAL_HEBREW}:
        text = logical_of(text)
    return text if saved is Saved.WRITTEN else _COMPATIBLE.sub(_letters, text)


def _letters(form: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKC", form[0])
    return letters.lstrip(_CARRIERS) or letters
