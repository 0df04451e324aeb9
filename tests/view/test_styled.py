"""Styled text over several rows."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.text import parse_text
from reader.model import Direction, Pos
from reader.text.layout import Cluster, Line, Paragraph, analyse
from reader.view import styled as styled_module
from reader.view.styled import (
    StyledRun,
    StyledSpan,
    StyledText,
    TextRole,
    as_in_place,
    compose,
    fitted,
    isolated,
    one_line,
    paint,
    row_width,
    styled,
    wrapped,
)
from tests.strategies import texts


@settings(deadline=None)
@given(texts, st.integers(2, 40), st.integers(1, 5), st.sampled_from(list(Direction)))
def test_rows_fill_the_width_and_are_no_more_than_asked_for(text: str, width: int, most: int, base: Direction) -> None:
    rows = wrapped(isolated(text), width, most, base, (TextRole.NOTICE,))
    assert len(rows) <= most
    assert all(row_width(row) == width for row in rows)


def test_what_does_not_fit_is_cut_in_the_last_row() -> None:
    rows = wrapped(styled("one two three four five six"), 9, 2, Direction.LTR)
    assert ["".join(piece.text for piece in row) for row in rows] == ["one two  ", "three fo…"]


def test_what_a_row_costs_does_not_grow_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[int] = []

    def counted(text: str, base: int, **options: Any) -> Paragraph:
        laid_out.append(len(text))
        return analyse(text, base, **options)

    monkeypatch.setattr(styled_module, "analyse", counted)
    text = isolated("شرح طويل " * 10_000)
    assert "".join(piece.text for piece in compose(text, 31, Direction.RTL)).startswith("…")
    assert len(wrapped(text, 31, 4, Direction.RTL)) == 4
    assert laid_out
    assert max(laid_out) < 3000


def test_no_width_is_no_row() -> None:
    assert wrapped(styled("word"), 0, 3, Direction.LTR) == ()


def test_what_stands_for_no_text_looks_as_both_its_neighbours_do() -> None:
    clusters = (
        Cluster(0, 1, "a", 1, 0),
        Cluster(1, 1, "-", 1, 0),  # within what is marked
        Cluster(1, 2, "b", 1, 0),
        Cluster(2, 2, "  ", 2, 0),  # at its end
        Cluster(2, 3, "c", 1, 0),
        Cluster(3, 3, " ", 1, 0),  # at the line's
    )
    row = paint(
        Line(0, 3, 0, clusters), [StyledSpan(0, 2, TextRole.HIT), StyledSpan(2, 3, TextRole.LINK)], (TextRole.TEXT,)
    )
    assert row == (
        StyledRun("a-b", 3, (TextRole.TEXT, TextRole.HIT)),
        StyledRun("  ", 2, (TextRole.TEXT,)),
        StyledRun("c", 1, (TextRole.TEXT, TextRole.LINK)),
        StyledRun(" ", 1, (TextRole.TEXT,)),
    )


def painted(text: str, start: int, end: int) -> list[str]:
    """What is painted as a hit of some code points of a line."""
    line = one_line(text, Direction.RTL)
    return [run.text for run in paint(line, [StyledSpan(start, end, TextRole.HIT)]) if TextRole.HIT in run.roles]


def test_a_hit_on_a_part_of_a_cluster_paints_all_of_it() -> None:
    assert painted("الإسلام", 2, 7) == ["ﻡﻼﺳﻹ"]
    assert painted("الإسلام", 1, 2) == ["ﻹ"]
    assert painted("بِت", 1, 2) == ["ﺑ\u0650"]
    assert painted("بت", 1, 2) == ["ﺖ"]


def test_roles_on_parts_of_a_cluster_lie_over_each_other_in_their_order() -> None:
    spans = [StyledSpan(1, 2, TextRole.LINK), StyledSpan(0, 1, TextRole.HIT)]
    (run,) = paint(one_line("لا", Direction.RTL), spans)
    assert run.roles == (TextRole.LINK, TextRole.HIT)


@pytest.mark.parametrize(
    ("text", "base", "seen"),
    [
        (styled("one two three"), Direction.LTR, "one t…"),
        (styled("אבג דהו זחט"), Direction.RTL, "…ד גבא"),
        (isolated("אבג דהו זחט"), Direction.LTR, "…ד גבא"),
        (isolated("one two three"), Direction.RTL, "one t…"),
        (styled("אב GitHub"), Direction.RTL, "Gi… בא"),
        (styled("ab אבגדה"), Direction.LTR, "ab …בא"),
        (isolated("אב GitHub") + styled(" x"), Direction.LTR, "Gi… בא"),
    ],
)
def test_an_ellipsis_stands_where_the_words_would_go_on(text: StyledText, base: Direction, seen: str) -> None:
    row = fitted(text, 6, base)
    assert "".join(run.text for run in row).replace("\u200d", "") == seen


@pytest.mark.parametrize(
    ("text", "words", "seen"),
    [
        ("المسافة بينهما 10-20 كم تقريبا", "10-20 كم", "ﻢﻛ 20-10"),
        ("המרחק ביניהם 10-20 קילומטר", "10-20 קילומטר", "רטמוליק 10-20"),
        ("المسافة بينهما 10-20 كم", "10-20", "20-10"),
        ("إلى A 10–20 كم", "10–20", "10–20"),
    ],
)
def test_words_of_a_document_read_as_they_do_in_place(text: str, words: str, seen: str) -> None:
    document = parse_text(text)
    found = as_in_place(document, Pos(text.index(words)), words)
    assert "".join(run.text for run in fitted(found, 80, Direction.LTR)) == seen
    line = one_line(text, Direction.RTL)
    assert seen in line.text
