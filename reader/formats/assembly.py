"""From the drafts of blocks to a document.

Here is settled what depends on the whole text: where every block begins, the document's direction and that of every
block, the digits of lists, the labels of notes, the sections and the places that links lead to.

Units: code points of the document's text, in which a line feed parts blocks.
"""

from collections.abc import Sequence

from reader.formats.drafts import Draft, finished, first_heading
from reader.formats.numbering import PLAIN_DIGITS, digits_of
from reader.formats.raw import file_name
from reader.formats.warnings import notices_of
from reader.model import (
    Awaited,
    BlockKind,
    Blocks,
    Direction,
    Document,
    Mark,
    Metadata,
    Notice,
    NoticeCode,
    Pos,
    Table,
    Text,
    notice_of,
)
from reader.model.section_tree import section_tree
from reader.named_tuples import NamedTuple
from reader.text.direction import SAMPLE, document_level
from reader.text.language import language_of
from reader.values import replace

MOST_NOTICES = 20
"""Notices of a document; a badly damaged one would have one for each of its parts."""

LONGEST_LABEL = 10
"""Code points of a note's label that is taken from the reference to it."""

_NO_PROSE = (BlockKind.CODE, BlockKind.IMAGE)
"""Blocks whose digits say nothing of those that a document uses."""


class DocumentDraft(NamedTuple):
    """Everything a source was read into.

    Attributes:
        blocks: In reading order.
        names: Names of the place behind the last of them.
        notices: To tell the reader of it.
    """

    blocks: Sequence[Draft]
    names: Sequence[str]
    notices: Sequence[Notice]


def assembled(
    draft: DocumentDraft,
    meta: Metadata,
    *,
    direction: str = "auto",
    stated: Direction | None = None,
    awaited: tuple[Awaited, ...] | None = None,
) -> Document:
    """The finished document, or what there is of it so far.

    Args:
        draft: What it is made of.
        meta: What the source says of it. Where it has no title, the first heading is one; where it states no
            language, the letters tell.
        direction: What the user asked for, "ltr" or "rtl" for every block, or "auto".
        stated: The direction the source states for the whole document.
        awaited: Where the document is not at its end: the sections to come.
    """
    drafts = draft.blocks
    _settle_places(drafts)
    text = "\n".join(each.text for each in drafts)
    asked = None if direction == "auto" else Direction(direction)
    whole = asked or stated or (Direction.RTL if document_level(_prose(drafts)) else Direction.LTR)
    tables: dict[int, Table] = {}
    digits = digits_of("\n".join(each.text for each in drafts if each.kind not in _NO_PROSE))
    _label_notes(drafts)
    blocks = tuple(finished(each, asked, whole, digits, tables) for each in drafts)
    meta = replace(
        meta,
        language=meta.language or language_of(text),
        title=meta.title or first_heading(text, blocks) or file_name(meta),
        notices=(*meta.notices, *_foremost(draft.notices), *notices_of(text)),
    )
    places = _linked_places(draft, len(text))
    begins = {each.start: drafts[index - each.leads].start for index, each in enumerate(drafts) if each.leads}
    root = section_tree(blocks, len(text), begins)
    return Document(Text(text), Blocks(blocks), root, whole, meta, places, awaited is None, awaited or ())


def _settle_places(drafts: Sequence[Draft]) -> None:
    """Where every block begins, and which is the first row of its table."""
    at = 0
    for index, draft in enumerate(drafts):
        draft.start = at
        at += len(draft.text) + 1
        if draft.table and (not index or drafts[index - 1].table is not draft.table):
            draft.table.first = index


def _prose(drafts: Sequence[Draft]) -> str:
    """The beginning of the text without its code."""
    parts: list[str] = []
    room = SAMPLE
    for draft in drafts:
        if draft.kind not in _NO_PROSE:
            parts.append(draft.prose())
            room -= len(parts[-1])
            if room < 0:
                break
    return "\n".join(parts)


def _label_notes(drafts: Sequence[Draft]) -> None:
    """Notes that have no label of their own have that of the first reference to them."""
    unlabelled = {
        name: draft
        for draft in reversed(drafts)
        if draft.kind is BlockKind.NOTE and not draft.marker
        for name, at in draft.places
        if not at
    }
    for draft in drafts if unlabelled else ():
        for span in draft.spans:
            note = unlabelled.get(span.target[1:]) if span.mark is Mark.NOTE_REFERENCE else None
            if note and not note.marker:
                words = draft.text[span.start : span.end].translate(PLAIN_DIGITS).strip("[]() ")
                note.marker = f"{words}." if words.isdecimal() else words[:LONGEST_LABEL]


def _foremost(notices: Sequence[Notice]) -> list[Notice]:
    """The notices, the first of them where they are many."""
    said, more = list(notices[:MOST_NOTICES]), len(notices) - MOST_NOTICES
    return [*said, notice_of(NoticeCode.MORE, count=more)] if more > 0 else said


def _linked_places(draft: DocumentDraft, length: int) -> dict[str, Pos]:
    """The places that links lead to; other names are of no use to a reader."""
    linked = {span.target[1:] for each in draft.blocks for span in each.spans if span.target.startswith("#")}
    places: dict[str, Pos] = {}
    for each in draft.blocks:
        for name, at in each.places:
            if name in linked:
                places.setdefault(name, Pos(each.start + at))
    for name in linked.intersection(draft.names):
        places.setdefault(name, Pos(length))
    return places
