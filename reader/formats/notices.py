"""What a reader should know of a text before trusting what it looks like."""

import re

from reader.formats.repair import Saved, saved_as

_OVERRIDES = re.compile("[\u202d\u202e]")

_SAID = {
    Saved.FORMS: "saved as presentation forms: letters are shown as they are stored and not joined anew",
    Saved.VISUAL_FORMS: "saved in visual order as presentation forms: its lines read backwards",
    Saved.VISUAL_HEBREW: "saved in visual order: its Hebrew reads backwards",
}


def notices_of(text: str, *, repairable: bool = False) -> tuple[str, ...]:
    """Notices of one line each: what a text hides, or how it was saved.

    Args:
        text: The document's text.
        repairable: Whether ``--repair`` can put right how it was saved.
    """
    saved = _SAID.get(saved_as(text), "")
    remedy = "--repair puts it right" if repairable else "look for the original text"
    return tuple(notice for notice in (_overrides(text), f"{saved}; {remedy}" if saved else "") if notice)


def _overrides(text: str) -> str:
    """Bidirectional overrides show letters in another order than they are stored in.

    A source text can use them to look like something else than it is ("Trojan Source", CVE-2021-42574).
    """
    overrides = len(_OVERRIDES.findall(text))
    return (
        f"{overrides} bidirectional overrides (U+202D, U+202E): the text may look other than it is" if overrides else ""
    )
