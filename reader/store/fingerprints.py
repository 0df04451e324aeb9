"""Fingerprints that a document is recognised by, and the anchor of a place in it.

Digests are BLAKE2b: 16 bytes for the document (:attr:`Document.digest`), 8 bytes for a block's text, which tell the few
thousand blocks of two versions of one document apart with room to spare.

Units: ``Pos`` in the document; an anchor's context and a saved quote are counted in code points.
"""

from functools import cached_property

from reader.model import Anchor, Document, Pos, Range, range_of

CONTEXT = 32
"""Code points kept before and after a place."""

QUOTE = 2000
"""Code points kept of the text at a place; the range says how long a longer one is."""

DIGEST_SIZE = 8
"""Bytes of a block's digest."""


class Fingerprints:
    """A document with its digests, each worked out once.

    Attributes:
        document: The document.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._block_digests: dict[int, bytes] = {}

    @cached_property
    def digest(self) -> str:
        """The document's digest."""
        return self.document.digest

    @cached_property
    def blocks(self) -> tuple[bytes, ...]:
        """The digest of every block's text, in order."""
        return tuple(map(self.block_digest, range(len(self.document.blocks))))

    def block_digest(self, index: int) -> bytes:
        """The digest of a block's text."""
        digest = self._block_digests.get(index)
        if digest is None:
            from reader.model.digests import blake2b  # noqa: PLC0415 - few pages wait for a digest

            text = self.document.slice(self.document.blocks[index].range)
            digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST_SIZE).digest()
            self._block_digests[index] = digest
        return digest

    def anchor_at(self, part: Range) -> Anchor:
        """The anchor of a place; an empty range is a position."""
        document = self.document
        start, end = part
        block = document.block_index_at(start) if document.blocks else 0
        known = block < len(document.blocks)
        return Anchor(
            digest=self.digest,
            range=part,
            block=block,
            block_digest=self.block_digest(block).hex() if known else "",
            offset=start - document.blocks[block].range.start if known else 0,
            exact=document.slice(range_of(start, min(end, start + QUOTE))),
            before=document.slice(range_of(max(0, start - CONTEXT), start)),
            after=document.slice(range_of(end, end + CONTEXT)),
            headings=headings_at(document, start),
            fraction=start / max(1, len(document)),
            within=max(0, min(end, document.blocks[block].range.end) - start) if known else 0,
        )


def headings_at(document: Document, pos: Pos) -> tuple[str, ...]:
    """The titles of the sections that hold a position, outermost first."""
    return tuple(document.slice(section.title) for section in document.sections_at(pos))
