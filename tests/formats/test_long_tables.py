"""Long tables of Markdown are read as short ones are, past the parser."""

import pytest

from reader.formats import long_tables
from reader.model import Document
from tests.formats.making import parsed

ROWS = 160


def described(document: Document) -> list[tuple[object, ...]]:
    """Everything that is known of a document's blocks."""
    return [
        (
            document.slice(block.range),
            block.kind,
            block.source,
            block.direction,
            [
                (document.slice(cell.range), cell.column, cell.columns, cell.direction, cell.alignment)
                for cell in (block.row.cells if block.row else ())
            ],
            (block.row.header, block.row.table.rows, block.row.table.columns, block.row.table.first)
            if block.row
            else None,
        )
        for block in document.blocks
    ]


def table(*rows: str, rule: str = "|:--|--:|---|") -> str:
    return "\n".join(["| name | שם | n |", rule, *rows]) + "\n"


PLAIN = [f"| row  {n} | שלום, {n}! | https://example.org/{n} |" for n in range(ROWS)]
MIXED = [*PLAIN, "| **bold** | `a|b` | [x](#y) |", *PLAIN, "| few |", "| a | b | c | d |", "||| |"]
TEXTS = {
    "a table": "Before.\n\n" + table(*PLAIN) + "\nAfter.\n",
    "marks between": "# One\n\n"
    + table(*MIXED)
    + "\n# Two\n\n- item\n"
    + table(*PLAIN, rule="|-|-|-|")
    + "\n> after\n",
    "short and long rows": table(*[f"| {n} |" if n % 2 else f"| {n} | b | c | d | e |" for n in range(ROWS)]),
    "signs": table(*["| a > b | \"c\" 'd' | e\tf  g\u00a0| " for _ in range(ROWS)]),
    "in code": "```\n" + table(*PLAIN) + "```\n\nAfter.\n",
    "no table": "\n".join(PLAIN) + "\n\nAfter.\n",
    "in a list": "- item\n\n" + table(*PLAIN) + "\nAfter.\n",
    "in a page's table": '<div dir="rtl">\n\n' + table(*PLAIN) + "\n</div>\n",
    "with the mark": table(*PLAIN, f"| {long_tables.MARK}0 | b | c |"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_rows_that_were_put_aside_are_read_as_any_others(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXTS[name]
    found = described(parsed("markdown", text))
    with monkeypatch.context() as patch:
        patch.setattr("reader.formats.markdown.put_aside", lambda text: long_tables.PutAside(text, (), ()))
        assert found == described(parsed("markdown", text))


def test_rows_are_put_aside_at_all() -> None:
    aside = long_tables.put_aside(TEXTS["marks between"])
    assert len(aside.rows) == 3
    assert aside.text.count("\n") + sum(len(rows) - 1 for rows in aside.rows) == TEXTS["marks between"].count("\n")
