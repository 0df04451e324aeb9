"""Where facts are looked for: not in code, formulas, hashes, versions and references, nor across cells of a table."""

import pytest

from reader.facts import extract
from reader.facts.tokens import TokenKind, tokenise
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


@pytest.mark.parametrize("piece", ["/a.b?c=d&", "1-", "$5,", "٠٫", "3m;", "k=7%&", '"x":12,'])
def test_what_runs_on_without_a_space_is_data_and_is_not_read_word_by_word(piece: str) -> None:
    text = f"before {piece * 300} after $5"
    tokens = [token for token in tokenise(text) if token.kind is not TokenKind.SIGN]
    assert [token.kind.name for token in tokens] == ["WORD", "DATA", "WORD", "DIGITS"]
    assert [fact.value for fact in extract(document_of(text)) if fact.kind in FIGURES] == [5]


def test_an_address_in_a_long_run_is_a_link() -> None:
    address = "https://example.org/" + "part/" * 60
    facts = extract(document_of(f"see «https://example.org/x»{'-' * 250}«{address}» now"))
    assert [fact.value for fact in facts if fact.kind is FactKind.LINK] == ["https://example.org/x", address]


def test_scripts_that_need_no_spaces_are_read_however_long_a_line_is() -> None:
    facts = extract(document_of("在这里" * 100 + "有 $5 吗" + "在这里" * 100))
    assert [fact.value for fact in facts if fact.kind in FIGURES] == [5]


def test_nothing_is_stated_across_two_cells(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "table.md"
    path.write_text("| name | size | unit |\n|---|---|---|\n| kitty 5 | w | 7 |\n| 12 | km | x |\n", "utf-8")
    document = open_document(path)
    found = [(str(fact.kind), document.slice(fact.range)) for fact in extract(document) if fact.kind in FIGURES]
    assert ("quantity", "5\tw") not in found
    assert {kind for kind, _ in found} == {"number"}
