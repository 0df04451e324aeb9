"""Where links lead: a place, a note, another document, or an address outside.

A target that begins with ``#`` is a place of the document itself; one with a scheme is an address; any other is the
path of a file beside the document, as in a folder of notes or a saved page.
"""

import os
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from reader.model import Block, BlockKind, Blocks, Document, FactKind, Mark, Pos, Range, Section, range_of
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple
from reader.text.addresses import cleaned, parts_of
from reader.text.patterns import lazy_pattern
from reader.values import replace
from reader.view.reading_state import ReadingState

_LINKS = (Mark.LINK, Mark.NOTE_REFERENCE)
_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = lazy_pattern(r"(?:https?://)?((?:[\w-]+\.)+[^\W\d_]{2,})(?=[/:?#\s]|$)", re.IGNORECASE)
_NAMED = 200
"""Characters of a link's words at most that are shown."""


class Link(NamedTuple):
    """A stretch of text that leads somewhere."""

    range: Range
    target: str


@distinct
class ToPlace(NamedTuple):
    """A place in the document: from it to the end of its block."""

    range: Range


@distinct
class ToNote(NamedTuple):
    """A note of the document: where it is, and a document of its blocks alone, positions being the same."""

    range: Range
    note: Document


@distinct
class ToFile(NamedTuple):
    """Another document: the absolute path of a file or folder."""

    path: str


@distinct
class ToAddress(NamedTuple):
    """An address outside, with its scheme, that is fit to be shown, copied and opened; ``words`` are the text's."""

    address: str
    words: str


Destination = ToPlace | ToNote | ToFile | ToAddress


def links_here(state: ReadingState) -> tuple[Link, ...]:
    """The link at the reading position; where none is, those of the chosen text, in order.

    Addresses that are written out and found as facts count where the source marks no link.
    """
    if not state.document.blocks:
        return ()
    here = state.chosen
    block = state.document.blocks[state.document.block_index_at(state.cursor)]
    links = [Link(span.range, span.target) for span in block.spans if span.mark in _LINKS and span.range.overlaps(here)]
    if not links:
        links = [
            Link(fact.range, _address_of(fact.kind, str(fact.value)))
            for fact in state.facts.overlapping(here)
            if fact.kind in (FactKind.LINK, FactKind.EMAIL)
        ]
    at_cursor = [link for link in links if state.cursor in link.range]
    return tuple(at_cursor or links)


def links_at(state: ReadingState, pos: Pos) -> tuple[Link, ...]:
    """The links a position is in."""
    return tuple(link for link in links_in(state, range_of(pos, pos + 1)) if pos in link.range)


def links_in(state: ReadingState, part: Range) -> tuple[Link, ...]:
    """The links that a range touches, those the source marks and addresses that are written out, in order."""
    blocks = state.document.blocks
    if not blocks:
        return ()
    found: dict[Range, Link] = {}
    for index in range(state.document.block_index_at(part.start), state.document.block_index_at(part.end) + 1):
        for span in blocks[index].spans:
            if span.mark in _LINKS and span.range.overlaps(part):
                found[span.range] = Link(span.range, span.target)
    for fact in state.facts.overlapping(part):
        written = fact.kind in (FactKind.LINK, FactKind.EMAIL)
        if written and not any(known.overlaps(fact.range) for known in found):
            found[fact.range] = Link(fact.range, _address_of(fact.kind, str(fact.value)))
    return tuple(sorted(found.values()))


def links_in_listing(document: Document, part: Range | None = None) -> Iterator[Link]:
    """The links of a folder's listing, or of a part of it, in order."""
    if not document.blocks:
        return
    first = document.block_index_at(part.start) if part else 0
    last = document.block_index_at(part.end) + 1 if part else len(document.blocks)
    for block in document.blocks.between(first, last):
        yield from (Link(span.range, span.target) for span in block.spans if span.mark is Mark.LINK)


def next_link(state: ReadingState, step: int) -> Link | None:
    """The next (1) or previous (-1) link from the reading position; None where there is none."""
    blocks, here = state.document.blocks, state.cursor
    if not blocks:
        return None
    index = state.document.block_index_at(here)
    indexes = range(index, len(blocks)) if step > 0 else range(index, -1, -1)
    for each in indexes:
        links = links_in(state, blocks[each].range)
        for link in links if step > 0 else reversed(links):
            if (link.range.start > here) if step > 0 else (link.range.start < here):
                return link
    return None


def destination_of(document: Document, link: Link) -> Destination | None:
    """Where a link leads; None where it leads nowhere."""
    target = link.target
    if target.startswith("#"):
        place = document.places.get(target[1:])
        return None if place is None or not document.blocks else _within(document, place, link)
    if _SCHEME.match(address := cleaned(target)):
        return ToAddress(address, " ".join(document.slice(link.range)[:_NAMED].split()))
    path = path_of(document, target)
    return ToFile(path) if path else None


def path_of(document: Document, target: str) -> str:
    """The absolute path of a relative target; "" where there is none, as from standard input."""
    base = document.meta.path
    written = os.fsdecode(unquote_to_bytes(os.fsencode(target.partition("#")[0].partition("?")[0])))
    if not written or "\0" in written or (base in ("", "-") and not os.path.isabs(written)):  # noqa: PTH117
        return ""
    folder = base if document.is_folder else os.path.dirname(base)  # noqa: PTH120 - names of any bytes
    return os.path.normpath(os.path.join(folder, written))  # noqa: PTH118


def misleading_host(words: str, address: str) -> str:
    """The host of an address whose words name another one; "" where they do not."""
    host = parts_of(address).host
    named = _HOST.match(words.strip())
    if not host or named is None:
        return ""
    said = named[1].lower()
    return "" if host in (said, f"www.{said}") or said == f"www.{host}" else host


def _within(document: Document, place: Pos, link: Link) -> Destination:
    index = document.block_index_at(place)
    block = document.blocks[index]
    part = Range(place, block.range.end) if place < block.range.end else block.range
    is_reference = any(
        span.mark is Mark.NOTE_REFERENCE and span.range == link.range
        for span in document.blocks[document.block_index_at(link.range.start)].spans
    )
    if block.kind is not BlockKind.NOTE and not (is_reference and block.kind is not BlockKind.HEADING):
        return ToPlace(part)
    note = [block]
    for following in document.blocks.between(index + 1, len(document.blocks)):
        if not _goes_on(block, following):
            break
        note.append(following)
    part = range_of(block.range.start, note[-1].range.end)
    # By itself it is what is read, not what stands aside.
    blocks = Blocks(replace(each, kind=BlockKind.PARAGRAPH) if each.kind is BlockKind.NOTE else each for each in note)
    return ToNote(part, replace(document, blocks=blocks, root=Section(range_of(0, 0), document.range, 0)))


def _goes_on(note: Block, following: Block) -> bool:
    """Whether a block is a further paragraph of a note: it is one without a label of its own."""
    return note.kind is BlockKind.NOTE and following.kind is BlockKind.NOTE and not following.marker


def _address_of(kind: FactKind, value: str) -> str:
    if kind is FactKind.EMAIL:
        return f"mailto:{value}"
    return value if _SCHEME.match(value) else f"https://{value}"
