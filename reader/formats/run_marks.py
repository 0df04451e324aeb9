"""Marks of formats that give every run of characters its own properties: equal neighbours are one mark."""

from reader.formats.builder import Builder
from reader.model import Mark


class RunMarks:
    """The marks of the run under way.

    Args:
        builder: What the text is written to.
    """

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._marks: tuple[Mark, ...] = ()

    def set(self, marks: tuple[Mark, ...]) -> None:
        """Mark what follows so, and no longer as what came before."""
        if marks == self._marks:
            return
        for _ in self._marks:
            self._builder.end_mark()
        for mark in marks:
            self._builder.begin_mark(mark)
        self._marks = marks

    def clear(self) -> None:
        """Mark nothing, as where a paragraph or a link begins or ends."""
        self.set(())
