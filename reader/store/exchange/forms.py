"""The forms in which annotations are written down."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from reader.store.exchange import comma_separated, jsonl, markdown, webannotation
from reader.store.exchange.entries import ExportEntry, Form


def written(form: Form, entries: Sequence[ExportEntry], versions: Iterable[tuple[str, bytes]]) -> str:
    """A file's text.

    Args:
        form: Its form.
        entries: The annotations.
        versions: Digests of the texts they were made in, with those of their blocks: what ``jsonl`` alone holds.
    """
    match form:
        case Form.JSONL:
            return "".join(f"{line}\n" for line in jsonl.lines(versions, (entry.annotation for entry in entries)))
        case Form.MARKDOWN:
            return markdown.reading_note(entries)
        case Form.WEBANNOTATION:
            return webannotation.collection(entries)
        case Form.CSV:
            return comma_separated.rows(entries)
        case _:
            assert_never(form)
