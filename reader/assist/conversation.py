"""A conversation as a document in Markdown: what is shown beside the text, saved and exported.

What a model writes is hostile until shown otherwise: it goes through the same parser and painter as any file. Its own
superscript digits and links to places are taken away, so that what looks like a citation is one.
"""

import re
from collections.abc import Callable, Sequence

from reader.assist.citations import Citation, Plain, parts_of
from reader.assist.quotations import Quotations, Standing
from reader.assist.session import Turn

SCHEME = "place"
"""Links of citations: ``place:SOURCE-START-END``."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = {ord(raised): digit for raised, digit in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)} | {ord("⚠"): None}
_OWN_LINK = re.compile(rf"\b{SCHEME}:", re.IGNORECASE)
_TARGET = re.compile(rf"{SCHEME}:(\d{{1,9}})-(\d{{1,12}})-(\d{{1,12}})")


def answer_markdown(turn: Turn, quotations: Quotations, unsupported: str) -> str:
    """An answer in Markdown: citations are raised numbers that link to their place, others say that they have none.

    Args:
        turn: The question and what came.
        quotations: Finds the citations.
        unsupported: What is said of a quotation that is not in the text, in the interface's language.
    """
    pieces = []
    for part in parts_of(turn.answer, quotations, ended=turn.end is not None):
        match part:
            case Plain():
                pieces.append(_harmless(part.text))
            case Citation():
                pieces.append(_mark(part, unsupported))
    return "".join(pieces)


def _mark(citation: Citation, unsupported: str) -> str:
    state, where, source = citation.found
    if state is Standing.NONE:
        return f" ⚠ *{unsupported}*"
    raised = str(citation.n).translate(_RAISED) + ("′" if state is Standing.ELSEWHERE else "")
    return f"[{raised}]({SCHEME}:{source}-{where.start}-{where.end})"


def _harmless(text: str) -> str:
    return _OWN_LINK.sub("", text.translate(_LOWERED))


def place_of(target: str) -> tuple[int, int, int] | None:
    """The document's number, the start and the end that a citation's link leads to; None for another link."""
    match = _TARGET.fullmatch(target)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def exported(turns: Sequence[Turn], quotations: Quotations, place: Callable[[Citation], str], unsupported: str) -> str:
    """A conversation to keep: questions as headings, answers with their quotations and places as notes.

    Args:
        turns: The conversation.
        quotations: Finds the citations.
        place: What is written of a citation's place: the section, the line.
        unsupported: What is said of a quotation that is not in the text.
    """
    pieces: list[str] = []
    count = 0
    for turn in turns:
        pieces.append(f"## {' '.join(turn.text.split())}\n\n")
        notes: list[str] = []
        for part in parts_of(turn.answer, quotations):
            if isinstance(part, Plain):
                pieces.append(part.text)
            elif part.found.state is Standing.NONE:
                pieces.append(f" ⚠ *{unsupported}: «{part.quotation}»*")
            else:
                count += 1
                pieces.append(f"[^{count}]")
                notes.append(f"[^{count}]: «{part.quotation}» — {place(part)}\n")
        pieces += ["\n\n", *notes, "\n" if notes else ""]
    return "".join(pieces)
