"""Annotations read from the state, and found again in documents that were edited.

A document's annotations are those made in the same text, those made in any text under the same path, and those another
program made, which knew no more of the document than its title or its file's name. What was saved is never changed by
where it is found.
"""

import os
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.model import AnchorState, Document, Range
from reader.store.fingerprints import DIGEST_SIZE, Fingerprints
from reader.store.paths import has_path
from reader.store.records import (
    Annotation,
    AnnotationKind,
    Colour,
    PlacedAnnotation,
    anchor_of,
    new_id,
    now,
    storable,
    time_of,
)
from reader.store.writes import DropAnnotation, KeepAnnotation, Write

if TYPE_CHECKING:
    from datetime import datetime

    from reader.store.database import Row, Tables
    from reader.store.resolve import ResolvedAnchor


_COLUMNS = "id, kind, colour, path, title, anchor, note, created, changed"


def made(
    fingerprints: Fingerprints, part: Range, kind: AnnotationKind, *, note: str = "", colour: Colour | None = None
) -> Annotation:
    """An annotation of a range, not yet kept."""
    meta = fingerprints.document.meta
    moment = now()
    return Annotation(
        id=new_id(),
        kind=kind,
        path=meta.path,
        title=storable(meta.title),
        anchor=fingerprints.anchor_at(part),
        created=moment,
        changed=moment,
        note=storable(note),
        colour=(colour or Colour.YELLOW) if kind is AnnotationKind.HIGHLIGHT else None,
    )


def every(tables: "Tables", waiting: Iterable[Write] = ()) -> tuple[Annotation, ...]:
    """All annotations as they were saved, by path and place; what waits to be written counts as written.

    Raises:
        UnusableStateError: They cannot be read.
    """
    waiting = tuple(waiting)
    rows = tables.read(f"SELECT {_COLUMNS} FROM annotation")  # noqa: S608
    return tuple(sorted(_overlaid(map(_annotation, rows), waiting, None), key=_by_path))


class Placing:
    """The annotations of one document and where they are in it; each is looked for once."""

    def __init__(self, fingerprints: Fingerprints) -> None:
        self.fingerprints = fingerprints
        self._found: dict[str, ResolvedAnchor] = {}

    def annotations(self, tables: "Tables", waiting: Iterable[Write] = ()) -> tuple[PlacedAnnotation, ...]:
        """The document's annotations in the order of the text; those whose text is gone come last.

        Raises:
            UnusableStateError: They cannot be read.
        """
        waiting = tuple(waiting)
        kept = _overlaid(self._saved(tables), waiting, self.fingerprints.document)
        self._place([one for one in kept if one.id not in self._found], tables)
        return tuple(sorted((PlacedAnnotation(one, *self._found[one.id]) for one in kept), key=_by_place))

    def _saved(self, tables: "Tables") -> list[Annotation]:
        path = self.fingerprints.document.meta.path
        rows = tables.read(
            f"SELECT {_COLUMNS} FROM annotation WHERE digest = ? OR path = ?",  # noqa: S608
            (self.fingerprints.digest, os.fsencode(path) if has_path(path) else None),
        )
        foreign = tables.read("SELECT DISTINCT title, path FROM annotation WHERE digest = ''")
        names = [name for name in foreign if _is_about(name[0], os.fsdecode(name[1]), self.fingerprints.document)]
        for title, file in names:
            rows += tables.read(
                f"SELECT {_COLUMNS} FROM annotation WHERE digest = '' AND title = ? AND path = ?",  # noqa: S608
                (title, file),
            )
        return list({row[0]: _annotation(row) for row in rows}.values())

    def _place(self, annotations: list[Annotation], tables: "Tables") -> None:
        for digest in {one.digest for one in annotations}:
            here = [one for one in annotations if one.digest == digest]
            from reader.store.resolve import Resolver  # noqa: PLC0415 - only what is marked needs it

            resolver = Resolver(self.fingerprints, self._former(digest, tables))
            found = resolver.resolve_all([one.anchor for one in here])
            self._found.update(zip((one.id for one in here), found, strict=True))

    def _former(self, digest: str, tables: "Tables") -> tuple[bytes, ...]:
        """The block digests of another version; those of this one are not asked for."""
        rows = tables.read("SELECT blocks FROM version WHERE digest = ?", (digest,))
        if digest == self.fingerprints.digest or not rows:
            return ()
        blocks = rows[0][0]
        return tuple(blocks[at : at + DIGEST_SIZE] for at in range(0, len(blocks), DIGEST_SIZE))


def _overlaid(saved: Iterable[Annotation], waiting: Iterable[Write], document: Document | None) -> list[Annotation]:
    """The annotations read, with those that wait to be written: of all documents, or of one."""
    known = {one.id: one for one in saved}
    for write in waiting:
        if isinstance(write, DropAnnotation):
            known.pop(write.annotation.id, None)
        elif isinstance(write, KeepAnnotation) and (document is None or _belongs(write.annotation, document)):
            known[write.annotation.id] = write.annotation
    return list(known.values())


def _belongs(annotation: Annotation, document: Document) -> bool:
    path = document.meta.path
    return (
        annotation.digest == document.digest
        or (has_path(path) and annotation.path == path)
        or (not annotation.digest and _is_about(annotation.title, annotation.path, document))
    )


def _is_about(title: str, path: str, document: Document) -> bool:
    """Whether what another program calls a book is this document: by the file's name, or by the title."""
    own = PurePath(document.meta.path)
    if path and own.name and PurePath(path).name == own.name:
        return True
    names = {_plain(name) for name in (document.meta.title, own.stem)} - {""}
    return _plain(title) in names


def _plain(name: str) -> str:
    from reader.text.folding import Folding  # noqa: PLC0415 - no page waits for it

    return " ".join(Folding().fold(name.replace("_", " ")).split())


def _by_place(placed: PlacedAnnotation) -> tuple[bool, Range, "datetime"]:
    one = placed.annotation
    return placed.state is AnchorState.ORPHAN, placed.range or one.anchor.range, one.created


def _by_path(one: Annotation) -> tuple[str, str, Range, "datetime"]:
    return one.path, one.digest, one.anchor.range, one.created


def _annotation(row: "Row") -> Annotation:
    id_, kind, colour, path, title, anchor, note, created, changed = row
    return Annotation(
        id=id_,
        kind=AnnotationKind(kind),
        path=os.fsdecode(path),
        title=title,
        anchor=anchor_of(anchor),
        created=time_of(created),
        changed=time_of(changed),
        note=note,
        colour=Colour(colour) if colour else None,
    )
