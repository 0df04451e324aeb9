"""Blocks laid out: marks hidden, lines filled, poems in columns."""

import pytest

from reader.formats import parse_text
from reader.model import BlockKind, Metadata, Pos, range_of
from reader.text.kashida import TATWEEL
from reader.text.layout import Justification
from reader.view.flow import Flow
from tests.samples import article

ARTICLE = article()


def test_hidden_marks_take_no_room_and_no_offsets() -> None:
    document = parse_text("قُلْ هُوَ اللَّهُ أَحَدٌ وهذه جملة ثانية طويلة بعد الآية.")
    shown, hidden = Flow(document, 30), Flow(document, 30).with_marks(marks=False)
    assert [row.range for row in shown.window(Pos(0), 9)] == [row.range for row in hidden.window(Pos(0), 9)]
    first = hidden.window(Pos(0), 1)[0].line
    assert first is not None
    assert "\u064f" not in first.text
    full = shown.window(Pos(0), 1)[0].line
    assert full is not None
    assert "\u064f" in full.text


@pytest.mark.parametrize("width", [24, 38, 80])
@pytest.mark.parametrize("how", [Justification.SPACE, Justification.KASHIDA])
def test_filled_lines_break_where_they_did_and_copy_what_they_did(width: int, how: Justification) -> None:
    plain = Flow(ARTICLE, width)
    filled = plain.with_justification(how)
    for index, block in enumerate(ARTICLE.blocks):
        assert [row.range for row in filled.rows_of(index)] == [row.range for row in plain.rows_of(index)]
        lines = [row.line for row in filled.rows_of(index)]
        as_they_are = [row.line for row in plain.rows_of(index)]
        assert lines[-1] == as_they_are[-1]
        if block.kind is BlockKind.HEADING:
            assert lines == as_they_are


def test_filling_needs_no_new_analysis_and_outlives_a_resize_and_hidden_marks() -> None:
    flow = Flow(ARTICLE, 60).with_justification(Justification.KASHIDA)
    for other in (flow.resized(38).resized(60), flow.with_marks(marks=False)):
        assert other.justification is Justification.KASHIDA
        rows = [row for row in other.rows_of(2) if row.line]
        assert [row.line.width for row in rows[:-1] if row.line] == [60] * (len(rows) - 1)


@pytest.mark.parametrize(("language", "stretched"), [("ar", True), ("fa", True), ("ur", False)])
def test_kashida_is_for_languages_that_are_read_in_naskh(language: str, stretched: bool) -> None:  # noqa: FBT001
    document = parse_text("محمد السلام كتاب الشمس " * 20, meta=Metadata(language=language))
    rows = [row for row in Flow(document, 33, justification=Justification.KASHIDA).rows_of(0) if row.line]
    assert all(row.line.width == 33 for row in rows[:-1] if row.line)
    assert any(TATWEEL in row.line.text for row in rows if row.line) is stretched


def test_a_long_word_is_cut_rather_than_lost() -> None:
    document = parse_text("ا" * 95)
    rows = Flow(document, 10).window(Pos(0), 50)
    assert [row.range.length for row in rows if row.line] == [10] * 9 + [5]


def test_the_stanzas_of_a_poem_share_their_columns() -> None:
    long, short = "قفا نبك من ذكرى حبيب ومنزل", "ترى بعر الآرام"
    document = parse_text(
        "\n\n".join([f"{long}\t{long}\n{long}\t{long}", f"{short}\t{short}\n{short}\t{short}", "نثر بعد الشعر."])
    )
    assert [block.kind for block in document.blocks.between(0, 2)] == [BlockKind.VERSE] * 2
    flow = Flow(document, 70)
    rows = [row for index in (0, 1) for row in flow.rows_of(index) if row.line]
    starts = set()
    for row in rows:
        second = document.slice(row.range).index("\t") + 1
        cells = row.cells_of(range_of(row.range.start + second, row.range.end))
        starts.add(cells[-1].end)
    assert len(rows) == 4
    assert len(starts) == 1
