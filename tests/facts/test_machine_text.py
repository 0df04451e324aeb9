"""Where facts are looked for: not in code, formulas, hashes, versions and references, nor across cells of a table."""

import pytest

from reader.facts import extract
from reader.formats import open_document
from reader.model import FactKind
from tests.documents import document_of

FIGURES = {
    FactKind.MONEY, FactKind.QUANTITY, FactKind.NUMBER, FactKind.DATE, FactKind.TIME, FactKind.DURATION, FactKind.PHONE,
    FactKind.PERCENT, FactKind.ORDINAL, FactKind.NUMBER_RANGE,
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "the equation $x^2 + 5m = 3$ holds",
        "المعادلة $E = 3 m$ صحيحة",
        "commit 3e8f1a2 broke it",
        "قائمة 4f5a6b7c8d9e0f12 في السجل",
        "the escape \\x1b[31m paints",
        "run `head -5 m` now",
        "version v1.2.3 is out",
        "as he said.[12] Then",
        "the licence is 0BSD here",
        "the value max_5_kg is kept",
        "the address 0x7f5m is wrong",
    ],
)
def test_machine_text_states_nothing(text: str) -> None:
    assert [(str(fact.kind), fact.value) for fact in extract(document_of(text)) if fact.kind in FIGURES] == []


def test_what_stands_beside_machine_text_is_found() -> None:
    [fact] = [fact for fact in extract(document_of("pay $5 for `x 7 m` now")) if fact.kind in FIGURES]
    assert (fact.kind, fact.value) == (FactKind.MONEY, 5)


def test_nothing_is_stated_across_two_cells(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "table.md"
    path.write_text("| name | size | unit |\n|---|---|---|\n| kitty 5 | w | 7 |\n| 12 | km | x |\n", "utf-8")
    document = open_document(path)
    found = [(str(fact.kind), document.slice(fact.range)) for fact in extract(document) if fact.kind in FIGURES]
    assert ("quantity", "5\tw") not in found
    assert {kind for kind, _ in found} == {"number"}
