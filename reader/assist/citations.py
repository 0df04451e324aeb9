"""An answer's text with its quotations told apart: ``[7: «exact words»]`` becomes a citation.

While an answer streams it is read again from its beginning each time, which costs less than a frame. A citation that
has begun and not ended is held back, so that nobody reads a half of it.
"""

import re
from collections.abc import Iterator

from reader.assist.quotations import Quotations
from reader.model import AnswerPart, Citation, Plain

_QUOTED = r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|‹[^‹›]*›|\"[^\"]*\""
_CITATION = re.compile(rf"\[\s*(?P<number>\d{{1,6}})\s*[:،,]\s*(?P<quotation>{_QUOTED})\s*\]")
_UNFINISHED = re.compile(r"\[\s*(?:\d{1,6}\s*(?:[:،,]\s*(?:[«“„‹\"][^\]]{0,4000})?)?)?$")


def parts_of(answer: str, quotations: Quotations, *, ended: bool = True) -> tuple[AnswerPart, ...]:
    """An answer as words and citations, in order.

    Args:
        answer: What has come of it.
        quotations: Finds quotations in the document.
        ended: Whether that is all; else a citation at its end that may go on is left out.
    """
    return tuple(_parts(answer, quotations, ended=ended))


def _parts(answer: str, quotations: Quotations, *, ended: bool) -> Iterator[AnswerPart]:
    at = 0
    for n, match in enumerate(_CITATION.finditer(answer), 1):
        if match.start() > at:
            yield Plain(answer[at : match.start()])
        quotation = match["quotation"][1:-1].strip()
        yield Citation(n, quotation, quotations.find(quotation, int(match["number"])))
        at = match.end()
    rest = answer[at:] if ended else _UNFINISHED.sub("", answer[at:])
    if rest:
        yield Plain(rest)
