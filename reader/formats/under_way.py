"""Documents that are shown while they are written: the first screens as soon as they are there, then ever more.

Units: code points.
"""

from collections.abc import Iterator

from reader.formats.beginning import SNAPSHOTS_GROW
from reader.formats.builder import Builder
from reader.model import Document, Metadata

FIRST_SNAPSHOT = 16_000
"""The length at which a document is first shown: some screens of it."""


class UnderWay:
    """A document that is written piece by piece.

    Attributes:
        builder: What it is written into.
    """

    builder: Builder

    def steps(self) -> Iterator[object]:
        """Write it; after each step it may be shown, unless a block is open."""
        raise NotImplementedError

    def document(self, *, complete: bool) -> Document:
        """The document as far as it has been written."""
        raise NotImplementedError

    def whole(self) -> Document:
        """The document once all of it is written."""
        for _ in self.steps():
            pass
        return self.document(complete=True)

    def snapshots(self) -> Iterator[Document]:
        """The document as it grows, the whole of it last."""
        due = FIRST_SNAPSHOT
        for _ in self.steps():
            if self.builder.length >= due and not self.builder.is_open:
                yield self.document(complete=False)
                due = self.builder.length * SNAPSHOTS_GROW
        yield self.document(complete=True)


class InSteps(UnderWay):
    """A document that is written by an iterator and of which all else is known.

    Args:
        builder: What it is written into.
        writing: Writes it, step by step.
        meta: What its source says of it.
        direction: What the user asked for.
    """

    def __init__(self, builder: Builder, writing: Iterator[object], meta: Metadata, direction: str) -> None:
        self.builder = builder
        self._writing = writing
        self._meta = meta
        self._direction = direction

    def steps(self) -> Iterator[object]:
        """Write it."""
        return self._writing

    def document(self, *, complete: bool) -> Document:
        """The document as far as it has been written."""
        return self.builder.document(self._meta, direction=self._direction, awaited=None if complete else ())
