"""Owns how facts leave the program: as JSON lines, as CSV, as Markdown. The order is the facts' own."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from reader.model import Document, Fact, FactKind, FactValue
from reader.text.printable import json_line

Field = int | str | FactValue
COLUMNS = (
    "kind", "start", "end", "text", "value", "unit", "modifier", "calendar", "gregorian", "entity", "count", "section",
    "path",
)  # fmt: skip
"""The fields of a record, in order; ``path`` only where the facts of several documents stand together."""


def record_of(document: Document, fact: Fact, path: str = "") -> dict[str, Field]:
    """A fact as one flat object; what the text does not say is left out."""
    section = document.section_at(fact.range.start)
    record: dict[str, Field] = {
        "kind": str(fact.kind),
        "start": int(fact.range.start),
        "end": int(fact.range.end),
        "text": document.slice(fact.range),
        "value": fact.value,
    }
    more = {name: getattr(fact, name) for name in ("unit", "modifier", "calendar", "gregorian", "entity", "count")}
    more |= {"section": document.slice(section.title) if section.level else "", "path": path}
    return record | {name: value for name, value in more.items() if value}


def as_json(document: Document, facts: Iterable[Fact], path: str = "") -> Iterator[str]:
    """One JSON object a fact, on a line each, without the line end."""
    for fact in facts:
        yield json_line(record_of(document, fact, path))


def as_csv(document: Document, facts: Iterable[Fact], path: str = "") -> Iterator[str]:
    """RFC 4180 records with a header, without the line end; a value with parts is written as JSON."""
    columns = COLUMNS if path else COLUMNS[:-1]
    yield _row(columns)
    for fact in facts:
        record = record_of(document, fact, path)
        yield _row(_cell(record.get(column, "")) for column in columns)


def as_markdown(document: Document, facts: Iterable[Fact], path: str = "") -> Iterator[str]:
    """A heading and a table for every kind, kinds in the order of :class:`~reader.model.FactKind`.

    Lines without their ends; of several documents, each begins with a heading that is its path.
    """
    if path:
        yield f"# {_escaped(path)}"
        yield ""
    order = FactKind.known()
    ranked = sorted(facts, key=lambda fact: order.index(fact.kind))
    for kind, group in groupby(ranked, key=lambda fact: fact.kind):
        yield f"## {kind}"
        yield ""
        yield "| text | value | unit | section |"
        yield "|---|---|---|---|"
        for fact in group:
            record = record_of(document, fact)
            value = f"{fact.modifier} {_cell(fact.value)}".strip()
            cells = (record["text"], value, fact.unit, record.get("section", ""))
            yield "| " + " | ".join(_escaped(str(cell)) for cell in cells) + " |"
        yield ""


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def _cell(value: Field) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()
