"""What a reader should know of a text before trusting what it looks like."""

import re
import unicodedata
from itertools import pairwise

_OVERRIDES = re.compile("[\u202d\u202e]")
_FORMS = re.compile("[\ufb50-\ufbff\ufd3e-\ufdfb\ufe70-\ufefc]")
_FORM_RUNS = re.compile("[\ufb50-\ufbff\ufe80-\ufefc]{2,}")
_LETTERS = re.compile("[\u0620-\u064a\u066e-\u06d3]")

_SAMPLE = 200_000
"""Code points looked at, from the start."""

_FORMS_SHARE = 0.5
"""More of the letters than this stored as forms, and the text was saved as it was painted."""

_BEGINS, _GOES_ON, _ENDS = "<initial>", "<medial>", "<final>"


def notices_of(text: str) -> tuple[str, ...]:
    """Notices of one line each: what a text hides, or how it was saved."""
    return tuple(notice for notice in (_overrides(text), _presentation_forms(text[:_SAMPLE])) if notice)


def _overrides(text: str) -> str:
    """Bidirectional overrides show letters in another order than they are stored in.

    A source text can use them to look like something else than it is ("Trojan Source", CVE-2021-42574).
    """
    overrides = len(_OVERRIDES.findall(text))
    return (
        f"{overrides} bidirectional overrides (U+202D, U+202E): the text may look other than it is" if overrides else ""
    )


def _presentation_forms(text: str) -> str:
    """A text of letters' shapes was saved by a program that had painted it; perhaps in painted order, too.

    In logical order an initial form comes before the medial or final one it joins; in visual order it comes after.
    """
    forms = len(_FORMS.findall(text))
    if not forms or forms <= _FORMS_SHARE * (forms + len(_LETTERS.findall(text))):
        return ""
    logical = visual = 0
    for run in _FORM_RUNS.findall(text):
        for first, second in pairwise(unicodedata.decomposition(char).split(" ")[0] for char in run):
            logical += (first == _BEGINS and second in {_GOES_ON, _ENDS}) or (first == _GOES_ON and second == _ENDS)
            visual += (first in {_GOES_ON, _ENDS} and second == _BEGINS) or (first == _ENDS and second == _GOES_ON)
    if visual > logical:
        return "saved in visual order as presentation forms: its lines read backwards; look for the original text"
    return "saved as presentation forms: letters are shown as they are stored and not joined anew"
