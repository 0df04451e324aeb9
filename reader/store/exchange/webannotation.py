"""Annotations by the W3C's Web Annotation Data Model: a collection as JSON-LD, written and read.

A target's place is told twice: by its position (``TextPositionSelector``, code points of the document's text) and by
the quote with what is around it (``TextQuoteSelector``), which outlives an edit. What the model has no word for (the
digests by which this reader finds places again at once) stands under a key of its own and is left out by others.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from reader.model import Anchor, range_of
from reader.store.exchange.checking import checked, made_id, path_of, text_of, time_of
from reader.store.exchange.entries import ExportEntry
from reader.store.records import Annotation, AnnotationKind, Colour, anchor_json, anchor_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "reader"

_SURROGATE = re.compile("[\ud800-\udfff]")

_MOTIVATIONS = {
    AnnotationKind.BOOKMARK: "bookmarking",
    AnnotationKind.HIGHLIGHT: "highlighting",
    AnnotationKind.NOTE: "commenting",
    AnnotationKind.REJECTION: "moderating",
}
_KINDS = {
    "bookmarking": AnnotationKind.BOOKMARK,
    "highlighting": AnnotationKind.HIGHLIGHT,
    "commenting": AnnotationKind.NOTE,
    "describing": AnnotationKind.NOTE,
    "replying": AnnotationKind.NOTE,
    "questioning": AnnotationKind.NOTE,
}


def collection(entries: Sequence[ExportEntry]) -> str:
    """An annotation collection of one page that holds all."""
    page = {
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_written(entry) for entry in entries],
    }
    whole = {"@context": CONTEXT, "type": "AnnotationCollection", "total": len(entries), "first": page}
    # Lone surrogates, of files' names that are no text, are escaped: they stand in strings only.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(whole, ensure_ascii=False, indent=1))


def _written(entry: ExportEntry) -> dict[str, object]:
    one = entry.annotation
    anchor = one.anchor
    target: dict[str, object] = {
        "source": _source(one.path),
        "selector": [
            {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.before, "suffix": anchor.after},
            {"type": "TextPositionSelector", "start": entry.range.start, "end": entry.range.end},
        ],
    }
    written: dict[str, object] = {
        "id": f"urn:reader:{one.id}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[one.kind],
        "created": one.created.isoformat(),
        "modified": one.changed.isoformat(),
        "target": target,
        OWN: {
            "kind": one.kind,
            "path": one.path,
            "title": one.title,
            "anchor": json.loads(anchor_json(anchor)),
        },
    }
    if one.note:
        written["body"] = {"type": "TextualBody", "value": one.note, "purpose": "commenting", "format": "text/plain"}
    if one.colour:
        written["stylesheet"] = {"type": "CssStylesheet", "value": f".{one.colour} {{ background: {one.colour} }}"}
        target["styleClass"] = one.colour
    return written


def _source(path: str) -> str:
    if path in {"", "-"}:
        return "urn:reader:unnamed"
    return f"file://{quote(os.fsencode(path))}"


def is_one(read: object) -> bool:
    """Whether a JSON value may be such a file."""
    if isinstance(read, list):
        return bool(read) and all(isinstance(each, dict) and "target" in each for each in read)
    return isinstance(read, dict) and (
        read.get("type") in {"AnnotationCollection", "AnnotationPage", "Annotation"} or "target" in read
    )


def annotations(read: object) -> Iterator[Annotation]:
    """The annotations of a collection, a page, a list, or a single one, this reader's or another program's.

    Raises:
        ValueError: One of them is none.
    """
    for item in _items(read):
        yield from _annotation(item)


def _items(read: object) -> Iterator[dict[str, Any]]:
    if isinstance(read, list):
        for each in read:
            yield from _items(each)
    elif isinstance(read, dict) and "target" in read:
        yield read
    elif isinstance(read, dict):
        first, items = read.get("first"), read.get("items")
        if isinstance(first, dict):
            yield from _items(first)
        if isinstance(items, list):
            yield from _items(items)


def _annotation(read: dict[str, Any]) -> Iterator[Annotation]:
    created = time_of(read.get("created") or read.get("modified"))
    changed = time_of(read.get("modified") or read.get("created"))
    own = read.get(OWN)
    note = _note(read.get("body"), read.get("bodyValue"))
    if isinstance(own, dict) and isinstance(own.get("anchor"), dict):
        kind = AnnotationKind(own["kind"])
        yield Annotation(
            id=text_of(read["id"]).removeprefix("urn:reader:"),
            kind=kind,
            path=path_of(own["path"]),
            title=text_of(own["title"]),
            anchor=checked(anchor_of(json.dumps(own["anchor"]))),
            created=created,
            changed=changed,
            note=note,
            colour=_colour(read) if kind is AnnotationKind.HIGHLIGHT else None,
        )
        return
    for target in read["target"] if isinstance(read["target"], list) else [read["target"]]:
        anchor, path = _anchor(target)
        kind = _kind(read.get("motivation"), note)
        yield Annotation(
            id=made_id("webannotation", read.get("id"), path, anchor.exact, *anchor.range, note),
            kind=kind,
            path=path,
            title=PurePath(path).stem,
            anchor=anchor,
            created=created,
            changed=changed,
            note=note,
            colour=_colour(read) if kind is AnnotationKind.HIGHLIGHT else None,
        )


def _anchor(target: object) -> tuple[Anchor, str]:
    """The anchor in a target of another program: a quote, a position, or nothing but its document."""
    if isinstance(target, str):
        return Anchor("", range_of(0, 0), 0, "", 0, "", "", "", (), 0.0), _path(target)
    if not isinstance(target, dict):
        raise TypeError("no target")
    exact = before = after = ""
    start = end = 0
    for selector in _flat(target.get("selector")):
        if selector.get("type") == "TextQuoteSelector":
            exact, before, after = (text_of(selector.get(key) or "") for key in ("exact", "prefix", "suffix"))
        elif selector.get("type") == "TextPositionSelector":
            start, end = int(selector["start"]), int(selector["end"])
    if not start <= end or start < 0:
        raise ValueError("no place in a text")
    part = range_of(start, max(end, start + len(exact)))
    source = target.get("source") or target.get("id") or ""
    return Anchor("", part, 0, "", 0, exact, before, after, (), 0.0), _path(text_of(source))


def _flat(selector: object) -> Iterable[dict[str, Any]]:
    """Selectors, those that refine others too."""
    if isinstance(selector, list):
        for each in selector:
            yield from _flat(each)
    elif isinstance(selector, dict):
        yield selector
        yield from _flat(selector.get("refinedBy"))


def _kind(motivation: object, note: str) -> AnnotationKind:
    for each in motivation if isinstance(motivation, list) else [motivation]:
        if isinstance(each, str) and each in _KINDS:
            return AnnotationKind.NOTE if note else _KINDS[each]
    return AnnotationKind.NOTE if note else AnnotationKind.HIGHLIGHT


def _note(body: object, value: object) -> str:
    if isinstance(value, str):
        return text_of(value)
    if isinstance(body, list):
        return "\n".join(filter(None, (_note(each, None) for each in body)))
    if isinstance(body, dict) and isinstance(body.get("value"), str) and body.get("purpose") != "tagging":
        return text_of(body["value"])
    return ""


def _colour(read: dict[str, Any]) -> Colour:
    target = read.get("target")
    name = target.get("styleClass") if isinstance(target, dict) else None
    return Colour(name) if name in set(Colour) else Colour.YELLOW


def _path(source: str) -> str:
    parts = urlsplit(source) if source.startswith("file:") else None
    return unquote(parts.path) if parts else "" if source.startswith("urn:") else source
