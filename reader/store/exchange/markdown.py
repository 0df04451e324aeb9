"""A reading note in Markdown: a heading a document, a heading a section, quotations with their notes."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from reader.store.exchange.entries import ExportEntry
from reader.store.records import AnnotationKind

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LEADING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def reading_note(entries: Sequence[ExportEntry]) -> str:
    """A reading note: annotations in the order of the list, those of one document and section together."""
    return "\n".join(_lines(entries))


def _lines(entries: Sequence[ExportEntry]) -> Iterator[str]:
    for title, of_one in groupby(entries, key=_title):
        yield f"# {_plain(title)}"
        yield ""
        path = ""
        for sections, of_section in groupby(of_one, key=lambda entry: entry.sections):
            heading = " › ".join(_plain(section) for section in sections)
            if heading and heading != path:
                yield f"## {heading}"
                yield ""
            path = heading
            for entry in of_section:
                yield from _entry(entry)


def _entry(entry: ExportEntry) -> Iterator[str]:
    one = entry.annotation
    for line in entry.text.splitlines() or [""]:
        yield f"> {_plain(line)}".rstrip()
    yield ""
    if one.note:
        for line in one.note.splitlines():
            yield _plain(line)
        yield ""
    told = [
        one.created.astimezone().strftime("%Y-%m-%d %H:%M"),
        one.kind if one.kind is not AnnotationKind.NOTE else "",
    ]
    if one.colour:
        told[1] = f"{one.kind}, {one.colour}"
    yield f"<small>{' · '.join(filter(None, told))}</small>"
    yield ""


def _title(entry: ExportEntry) -> str:
    one = entry.annotation
    return " ".join(one.title.split()) or PurePath(one.path).name or "—"


def _plain(text: str) -> str:
    """A text that Markdown shows as it stands."""
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
