"""Owns the one interface of extraction: a chunk of text and its context in, found facts out.

A package adds an extractor of its own by an entry point in the group ``reader.extractors`` that names an object (or a
class without arguments) with the method of :class:`Extractor`. Facts of a kind of its own are of
:meth:`reader.model.FactKind.of`, called where its module is imported.
"""

from collections.abc import Iterable
from functools import cache
from typing import Protocol, runtime_checkable

from reader.facts.names import Mention
from reader.facts.token_stream import TokenStream
from reader.model import FactKind, FactValue
from reader.values import dataclass

GROUP = "reader.extractors"
"""The entry-point group of extractors that other packages bring."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fact in one chunk of text: ``start`` and ``end`` are code points of that text.

    The rest is as in :class:`~reader.model.Fact`.
    """

    kind: FactKind
    start: int
    end: int
    value: FactValue
    unit: str = ""
    modifier: str = ""
    calendar: str = ""
    gregorian: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything an extractor may go by beside the text.

    Attributes:
        language: The ISO 639-1 code of the text's language.
        stream: The text's tokens and what each may mean: shared by all extractors.
        names: The names that were found in the text by themselves, in order, none overlapping another.
    """

    language: str
    stream: TokenStream
    names: tuple[Mention, ...] = ()


@runtime_checkable
class Extractor(Protocol):
    """Finds facts in one chunk of text, which is a block or a part of one that ends between sentences."""

    def extract(self, text: str, context: Context) -> Iterable[Found]:
        """The facts in ``text``, in any order; each must lie inside it.

        It is called once for every chunk, in order.
        """
        ...


@dataclass(frozen=True, slots=True)
class _Unloadable:
    """An extractor that could not be loaded."""

    reason: Exception

    def extract(self, text: str, context: Context) -> Iterable[Found]:  # noqa: ARG002 - the interface's
        raise self.reason


@cache
def installed_extractors() -> tuple[Extractor, ...]:
    """The extractors of other packages, by name; one that is no extractor is left out.

    One that cannot be loaded raises why when it is asked, as one that fails does.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - 20 ms that a start need not wait for

    found: list[Extractor] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            loaded = point.load()
            extractor = loaded() if isinstance(loaded, type) else loaded
        except Exception as error:  # noqa: BLE001 - a package of somebody else's
            extractor = _Unloadable(error)
        if isinstance(extractor, Extractor):
            found.append(extractor)
    return tuple(found)
