"""Annotations in a file of their own: one JSON object a line, in ASCII, to keep or to take to another machine.

Two kinds of line: an annotation as it was saved, and, once for every text that something was marked in, the digests of
its blocks, by which places are found again after the text was edited. Files of former versions, in which a bookmark, a
highlight and a note were one line, are read as well.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reader.model import StateError
from reader.store.exchange.checking import checked, path_of, text_of, time_of
from reader.store.fingerprints import DIGEST_SIZE
from reader.store.records import (
    Annotation,
    AnnotationKind,
    Colour,
    anchor_json,
    anchor_of,
    kinds_of_former,
    split_id,
)
from reader.store.writes import KeepVersion


def lines(versions: Iterable[tuple[str, bytes]], annotations: Iterable[Annotation]) -> Iterator[str]:
    """The lines of a file that holds annotations, and the digests of the texts they were made in."""
    annotations = tuple(annotations)
    digests = {one.digest for one in annotations}
    for digest, blocks in versions:
        if digest in digests:
            yield json.dumps({"digest": digest, "blocks": blocks.hex()})
    for one in annotations:
        yield json.dumps(
            {
                "id": one.id,
                "kind": one.kind,
                "colour": one.colour,
                "path": one.path,
                "title": one.title,
                "note": one.note,
                "created": one.created.isoformat(),
                "changed": one.changed.isoformat(),
                "anchor": json.loads(anchor_json(one.anchor)),
            }
        )


def read_lines(file: Iterable[str]) -> tuple[list[KeepVersion], list[Annotation]]:
    """The annotations and replaced versions in such a file.

    Raises:
        StateError: A line is none of an export.
    """
    versions: list[KeepVersion] = []
    annotations: list[Annotation] = []
    for number, line in enumerate(file, 1):
        if line.strip():
            try:
                read = json.loads(line)
                if "blocks" in read:
                    versions.append(_version(read))
                else:
                    annotations += _annotations(read)
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                raise StateError(f"line {number} is not one that 'reader bookmarks export' wrote") from error
    return versions, annotations


def _version(read: dict[str, Any]) -> KeepVersion:
    blocks = bytes.fromhex(read["blocks"])
    if len(blocks) % DIGEST_SIZE:
        raise ValueError("a digest is cut short")
    return KeepVersion(text_of(read["digest"]), blocks)


def _annotations(read: dict[str, Any]) -> Iterator[Annotation]:
    """One line's annotation; those of a line of a former version, which had no kind."""
    note = text_of(read["note"])
    kinds = (
        [AnnotationKind(read["kind"])]
        if "kind" in read
        else kinds_of_former(note=bool(note), highlight=read["highlight"])
    )
    created = time_of(read["created"])
    for kind in kinds:
        yield Annotation(
            id=text_of(read["id"]) if "kind" in read else split_id(text_of(read["id"]), kind),
            kind=kind,
            path=path_of(read["path"]),
            title=text_of(read["title"]),
            anchor=checked(anchor_of(json.dumps(read["anchor"]))),
            created=created,
            changed=time_of(read["changed"]) if "changed" in read else created,
            note=note if kind in {AnnotationKind.NOTE, AnnotationKind.REJECTION} else "",
            colour=Colour(read.get("colour") or Colour.YELLOW) if kind is AnnotationKind.HIGHLIGHT else None,
        )
