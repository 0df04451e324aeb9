"""Where one is in the document, as the header says it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.locale import Messages
from reader.model import Document, Section
from reader.view.percentage import fraction_at, percentage
from reader.view.workspace import Workspace

_PARTED = " · "


class Whereabouts(NamedTuple):
    """What the header says.

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
    parts.append(percentage(fraction_at(document, cursor), messages) if document.complete else "…")
    if chapter and document.complete and not document.is_folder:
        parts.append(_time_left(workspace.pace.minutes(chapter.range.end - cursor), messages))
    return Whereabouts(workspace.title, "" if title == workspace.title else title, _PARTED.join(parts))


def chapters_of(document: Document) -> Sequence[Section]:
    """The sections of the highest rank that parts the document: those below its title, where one heading holds all."""
    section = document.root
    while len(section.children) == 1 and section.children[0].children:
        section = section.children[0]
    return section.children if len(section.children) > 1 else ()


def _time_left(minutes: int, messages: Messages) -> str:
    hours, rest = divmod(minutes, 60)
    if hours:
        return messages.text("header.hours_left", hours=messages.number(hours), minutes=messages.number(rest))
    return messages.text("header.minutes_left", minutes=messages.number(minutes))
