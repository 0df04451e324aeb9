"""The count of inline code that is painted out of order."""

from tests.evaluation.code_spans import pieces
from tests.formats.making import parsed


def test_isolated_code_is_in_order_and_by_uax9_alone_it_is_not() -> None:
    document = parsed(
        "markdown", "نفّذ `--help` ثم `run()` و `ملف -x`.\n\n| الأمر | شرح |\n|---|---|\n| `-x` | خيار |\n"
    )
    assert [text for text, in_order in pieces(document, isolate=False) if not in_order] == ["--help", "run()", "-x"]
    assert [in_order for _, in_order in pieces(document, isolate=True)] == [True] * 4
