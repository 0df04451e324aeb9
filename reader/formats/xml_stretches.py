"""XML that is read as it is unpacked, stretch by stretch, so that neither its bytes nor its tree are ever there whole.

A stretch ends where a unit does, an element that is read as a whole, as a paragraph or a table's row is; what has been
read of the tree is dropped. Its bounds are those of :mod:`reader.formats.xml_source`.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.formats.trees import name_of
from reader.formats.xml_source import Notify, xml_source
from reader.model import DocumentError, NoticeCode, notice_of

if TYPE_CHECKING:
    from lxml.etree import _Element

Event = tuple[str, "_Element"]
"""The start or the end of an element: "start" or "end", and the element."""


def stretches_of(pieces: Iterable[bytes], units: frozenset[str], notice: Notify, name: str) -> Iterator[list[Event]]:
    """The starts and ends of a document's elements; all of a unit is there when its start is told.

    Args:
        pieces: The document's bytes as they come.
        units: The names of the elements that are read as a whole, without their namespaces, in lower case.
        notice: Told when it is not well-formed, and read as far as it goes, or only a part of it is.
        name: The part of a container that it is; "" for the whole.

    Raises:
        DocumentError: Not even its first element can be read.
    """
    from lxml import etree

    parser = etree.XMLPullParser(
        ("start", "end"),
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        load_dtd=False,
        resolve_entities=False,
        huge_tree=True,
        recover=True,
    )
    stretch: list[Event] = []
    last: Event | None = None
    deep = 0

    def arrived() -> Iterator[list[Event]]:
        nonlocal stretch, last, deep
        for event, element in parser.read_events():
            last = event, element
            stretch.append(last)
            if name_of(element) in units:
                deep += 1 if event == "start" else -1
                if event == "end" and not deep:
                    yield stretch
                    stretch = []
                    _drop(element)

    for piece in xml_source(pieces, notice):
        parser.feed(piece)
        yield from arrived()
    with suppress(etree.LxmlError):  # as where nothing has come
        parser.close()
    yield from arrived()
    if last is None:
        raise DocumentError("damaged: its XML cannot be read")
    yield stretch + [("end", element) for element in _left_open(*last)]
    if any(entry.level > etree.ErrorLevels.WARNING for entry in parser.feed_error_log):
        notice(notice_of(NoticeCode.PART_CUT, part=name) if name else notice_of(NoticeCode.TEXT_CUT))


def _left_open(event: str, element: "_Element") -> Iterator["_Element"]:
    """The elements that have not ended after a start or an end, as where the parser gave up inside them."""
    if event == "start":
        yield element
    yield from element.iterancestors()


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
