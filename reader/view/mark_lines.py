"""The lines of the list of what is marked: sign, quote, and at the end the note, the document or the section."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import overload

from reader.model import AnchorState, Document
from reader.store import Annotation, PlacedAnnotation
from reader.view.list_model import Item, KeyedItems
from reader.view.page import SIGNS, WAITING
from reader.view.styled import StyledText, TextRole, isolated, styled
from reader.view.workspace import Workspace


class MarkLines(KeyedItems):
    """The lines of the list, made as they are shown: there may be ten thousand."""

    def __init__(self, workspace: Workspace, ones: Sequence[PlacedAnnotation], *, everywhere: bool) -> None:
        self._document = workspace.document
        self._messages = workspace.messages
        self._waiting = workspace.changes.waiting
        self._ones = ones
        self._everywhere = everywhere

    def __len__(self) -> int:
        return len(self._ones)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        return [*map(self._item, self._ones[at])] if isinstance(at, slice) else self._item(self._ones[at])

    def index_of(self, key: object) -> int | None:
        """The line of an annotation, by its id."""
        return next((at for at, one in enumerate(self._ones) if one.annotation.id == key), None)

    def _item(self, one: PlacedAnnotation) -> Item:
        document, annotation = self._document, one.annotation
        base = document.direction_at(one.range.start) if one.range else document.direction
        sign = WAITING if annotation.id in self._waiting else SIGNS[annotation.kind]
        quote = styled(" ".join(annotation.anchor.exact[:500].split())).isolated(base)
        where = StyledText()
        if one.state in (AnchorState.APPROXIMATE, AnchorState.ORPHAN):
            where = styled(self._messages.text(f"bookmark.{one.state}"), TextRole.NOTICE)
        elif annotation.note:
            where = isolated(" ".join(annotation.note[:500].split()), default=document.direction)
        elif self._everywhere and annotation.path != document.meta.path:
            where = isolated(title_of(annotation), TextRole.MUTED, default=document.direction)
        elif section := section_of(document, one):
            where = isolated(section, TextRole.MUTED, default=document.direction)
        return Item(styled(f"{sign} ") + quote, one.range, annotation.id, trail=where)


def section_of(document: Document, one: PlacedAnnotation) -> str:
    """The section it is in now, or was in when it was made."""
    if one.range is None:
        return one.annotation.anchor.headings[-1] if one.annotation.anchor.headings else ""
    title = document.section_at(one.range.start).title
    return "" if title == one.range else " ".join(document.slice(title).split())


def title_of(annotation: Annotation) -> str:
    """The title of its document, or the name of its file."""
    return " ".join(annotation.title.split()) or PurePath(annotation.path).name
