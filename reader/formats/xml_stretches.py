"""XML that is read as it is unpacked, stretch by stretch, so that neither its bytes nor its tree are ever there whole.

A stretch ends where a unit does, an element that is read as a whole, as a paragraph or a table's row is; what has been
read of the tree is dropped. Its bounds are those of :mod:`reader.formats.xml_source`.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from reader.formats.trees import name_of, xml_tree
from reader.formats.xml_source import SAFELY, Notify, xml_source

if TYPE_CHECKING:
    from lxml.etree import _Element

Event = tuple[str, "_Element"]
"""The start or the end of an element: "start" or "end", and the element."""


def stretches_of(
    pieces: Callable[[], Iterable[bytes]],
    units: frozenset[str],
    notice: Notify,
    name: str,
    *,
    was_read: Callable[[], bool] = lambda: True,
) -> Iterator[list[Event]]:
    """The starts and ends of a document's elements; all of a unit is there when its start is told.

    One that is not well-formed is read whole from its first error on, as far as it goes.

    Args:
        pieces: Gives the document's bytes as they come.
        units: The names of the elements that are read as a whole, without their namespaces, in lower case.
        notice: Told when it is not well-formed, or only a part of it is read.
        name: The part of a container that it is; "" for the whole.
        was_read: Whether the stretch that was given last has been read, and is of no use any more.

    Raises:
        DocumentError: Not even its first element can be read.
    """
    from lxml import etree

    given = 0
    try:
        for stretch, unit in _cut(_arriving(xml_source(pieces(), notice)), units):
            given += len(stretch)
            yield stretch
            if unit is not None and was_read():
                _drop(unit)
    except etree.LxmlError:
        root = xml_tree(b"".join(pieces()), notice, name)
        for stretch, _ in _cut(islice(events_in(root), given, None), units):
            yield stretch


def _arriving(source: Iterable[bytes]) -> Iterator[Event]:
    """The starts and ends of elements as the parser comes by them."""
    from lxml import etree

    parser = etree.XMLPullParser(("start", "end"), **SAFELY)
    for piece in source:
        parser.feed(piece)
        yield from parser.read_events()
    parser.close()
    yield from parser.read_events()


def _cut(events: Iterable[Event], units: frozenset[str]) -> Iterator[tuple[list[Event], "_Element | None"]]:
    """Events in stretches, each with the unit whose end ends it; None for the last one."""
    stretch: list[Event] = []
    deep = 0
    for event, element in events:
        stretch.append((event, element))
        if name_of(element) in units:
            deep += 1 if event == "start" else -1
            if event == "end" and not deep:
                yield stretch, element
                stretch = []
    yield stretch, None


def _drop(unit: "_Element") -> None:
    """Drop what is in a unit that has been read, and what stands before it; the parser goes on behind it."""
    unit.clear(keep_tail=True)
    parent = unit.getparent()
    while parent is not None and (before := unit.getprevious()) is not None:
        parent.remove(before)


def events_in(root: "_Element") -> Iterator[Event]:
    """The starts and ends of an element that is there whole, and of those inside it."""
    from lxml import etree

    return etree.iterwalk(root, events=("start", "end"))
