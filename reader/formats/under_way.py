"""Documents that are shown while they are written: the first screens as soon as they are there, then ever more.

Units: code points.
"""

from collections.abc import Iterator
from typing import Protocol

from reader.formats.beginning import SNAPSHOTS_GROW
from reader.formats.builder import Builder
from reader.model import Document, Metadata
from reader.values import dataclass

FIRST_SNAPSHOT = 16_000
"""The length at which a document is first shown: some screens of it."""


class UnderWay(Protocol):
    """A document that is written piece by piece."""

    @property
    def builder(self) -> Builder:
        """The builder it is written into."""

    def steps(self) -> Iterator[object]:
        """Write it; after each step it may be shown, unless a block is open."""

    def document(self, *, complete: bool) -> Document:
        """The document as far as it has been written."""


@dataclass(frozen=True, slots=True)
class InSteps:
    """A document that is written by an iterator and of which all else is known.

    Attributes:
        builder: What it is written into.
        writing: Writes it, step by step.
        meta: What its source says of it.
        direction: What the user asked for.
    """

    builder: Builder
    writing: Iterator[object]
    meta: Metadata
    direction: str

    def steps(self) -> Iterator[object]:
        """Write it."""
        return self.writing

    def document(self, *, complete: bool) -> Document:
        """The document as far as it has been written."""
        return self.builder.document(self.meta, direction=self.direction, awaited=None if complete else ())


def whole_of(written: UnderWay) -> Document:
    """The document once all of it is written."""
    for _ in written.steps():
        pass
    return written.document(complete=True)


def snapshots_under_way(written: UnderWay) -> Iterator[Document]:
    """The document as it grows, the whole of it last."""
    builder = written.builder
    due = FIRST_SNAPSHOT
    for _ in written.steps():
        if builder.length >= due and not builder.is_open:
            yield written.document(complete=False)
            due = builder.length * SNAPSHOTS_GROW
    yield written.document(complete=True)
