"""Where one is in the document, as the header says it."""

from bisect import bisect_right
from collections.abc import Sequence

from reader.model import Document, Pos, Section
from reader.named_tuples import NamedTuple
from reader.view.workspace import Workspace

_PARTED = " · "


class Whereabouts(NamedTuple):
    """The content of the header.

    Attributes:
        title: The document's title, or its file's name.
        chapter: The chapter's title; "" before the first, and where it is the document's.
        remark: The chapter's number of how many, how far one has come, the time left in the chapter.
    """

    title: str
    chapter: str
    remark: str


def whereabouts(workspace: Workspace) -> Whereabouts:
    """Where one reads."""
    document, messages = workspace.document, workspace.messages
    cursor = workspace.reading.cursor
    chapters = chapters_of(document)
    number = bisect_right(chapters, cursor, key=lambda section: section.range.start)
    chapter = chapters[number - 1] if number else None
    parts = []
    title = ""
    if chapter and not document.is_folder:
        title = " ".join(document.slice(chapter.title).split())
        parts.append(f"{messages.number(number)}/{messages.number(len(chapters))}")
    parts.append(messages.percent(fraction_at(document, cursor)) if document.complete else "…")
    if chapter and document.complete and not document.is_folder:
        left = messages.duration(workspace.pace.minutes(chapter.range.end - cursor))
        parts.append(messages.text("header.left", time=left))
    return Whereabouts(workspace.title, "" if title == workspace.title else title, _PARTED.join(parts))


def fraction_at(document: Document, pos: Pos) -> float:
    """How far into the document a place is, 0 to 1, as the store keeps it."""
    return pos / max(1, len(document))


def chapters_of(document: Document) -> Sequence[Section]:
    """The sections of the highest rank that parts the document: those below its title, where one heading holds all."""
    section = document.root
    while len(section.children) == 1 and section.children[0].children:
        section = section.children[0]
    return section.children if len(section.children) > 1 else ()
