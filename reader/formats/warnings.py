"""Warnings to heed before trusting what a text looks like."""

from reader.formats.repair import Saved, saved_as
from reader.model import Notice, NoticeCode, notice_of

OVERRIDES = "\u202d\u202e"
"""Characters that show what follows in another order."""

_SAVED = {
    Saved.FORMS: (NoticeCode.SAVED_AS_FORMS, NoticeCode.SAVED_AS_FORMS_REPAIRABLE),
    Saved.VISUAL_FORMS: (NoticeCode.SAVED_VISUAL_FORMS, NoticeCode.SAVED_VISUAL_FORMS_REPAIRABLE),
    Saved.VISUAL_HEBREW: (NoticeCode.SAVED_VISUAL_HEBREW, NoticeCode.SAVED_VISUAL_HEBREW_REPAIRABLE),
}


def notices_of(text: str, *, repairable: bool = False) -> tuple[Notice, ...]:
    """Notices of what a text hides, or how it was saved.

    Bidirectional overrides show letters in another order than they are stored in. A source text can use them to look
    like something else than it is ("Trojan Source", CVE-2021-42574).

    Args:
        text: The document's text.
        repairable: Whether ``--repair`` can put right how it was saved.
    """
    overrides = sum(map(text.count, OVERRIDES))
    said = [notice_of(NoticeCode.OVERRIDES, count=overrides)] if overrides else []
    saved = saved_as(text)
    if saved is not Saved.WRITTEN:
        said.append(notice_of(_SAVED[saved][repairable]))
    return tuple(said)
