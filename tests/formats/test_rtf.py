"""Rich text as it is read fast, in runs, and as it grows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import rtf_reading, rtf_words, under_way
from reader.formats.raw import Raw
from reader.formats.registry import snapshots_of
from reader.model import BlockKind, Document, range_of
from tests.formats.making import parsed

PIECES = (
    *("\\u1575?", "\\u-10179?", "\\u-8704?", "\\u-10179 ", "\\u1604", "\\u1605 x", "\\u1606\\'3f", "\\u65 ", "\\u0"),
    *("\\u128512?", "\\uc0 ", "\\uc1 ", "\\uc2 ", "{", "}", "\\b ", "\\b0 ", "\\par ", "\\'c7\\'e1", "\\'83A", "\\~"),
    *("word", " ", "?", "\n", "\\", "\\f0 ", "\\f1 ", "\\v ", "\\v0 ", "{\\pict ", "{\\*\\x ", "é", "<&>", "\\{"),
)


def text_of(document: Document) -> str:
    return document.slice(document.range)


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_runs_are_read_as_the_pieces_they_are_made_of(pieces: list[str]) -> None:
    head = "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset178 a;}{\\f1\\fcharset128 b;}}\\f0 "
    data = (head + "".join(pieces) + "}").encode("cp1252")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rtf_reading, "TOKEN", re.compile(rb"((?!))|" + rtf_words.PIECE.pattern))
        by_pieces = parsed("rtf", data)
    assert text_of(parsed("rtf", data)) == text_of(by_pieces)


def test_a_run_has_one_mark() -> None:
    (block,) = parsed("rtf", "{\\rtf1\\b \\u1575?\\u1604? \\u1605?}").blocks
    assert [(span.range.start, span.range.end) for span in block.spans] == [(0, 4)]


def test_it_grows_with_its_tables_whole_and_its_notes_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    row = "\\trowd\\intbl \\u1633?\\cell \\u1634?\\cell\\row"
    body = "".join(
        f"\\pard\\outlinelevel0 \\u1601? {n}\\par\\pard {{\\b \\u1606?}}{{\\footnote note {n}}}\\par {row * 3}\\pard "
        for n in range(80)
    )
    raw = Raw(f"{{\\rtf1 {body}}}".encode())
    (at_once,) = snapshots_of("rtf", raw)
    monkeypatch.setattr(under_way, "FIRST_SNAPSHOT", 100)
    monkeypatch.setattr(rtf_reading, "_PAGE", 200)
    snapshots = list(snapshots_of("rtf", raw))
    assert len(snapshots) > 2
    for snapshot in snapshots:
        assert at_once.slice(range_of(0, len(snapshot))) == text_of(snapshot)
        for one, other in zip(snapshot.blocks, at_once.blocks, strict=False):
            assert (one.kind, one.range, one.marker, one.spans) == (other.kind, other.range, other.marker, other.spans)
            assert (one.row and one.row.table.rows) == (other.row and other.row.table.rows)
    assert len(snapshots[-1].blocks) == len(at_once.blocks)
    assert sum(block.kind is BlockKind.NOTE for block in at_once.blocks) == 80
