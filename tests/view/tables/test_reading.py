"""Reading tables: what stands while one scrolls, and what the keys do."""

import re
from itertools import pairwise

import pytest

from reader.model import Document, Pos
from reader.view import effects as asked
from reader.view import linear
from reader.view.bars import foot_content
from reader.view.flow import Flow
from reader.view.reading_state import ReadingState
from reader.view.styled import TextRole
from tests.formats.making import page, parsed
from tests.view.replaying import Replay
from tests.view.tables.drawing import lit, made, pos_of, screen, shown

_BODY = re.compile(r"\br\d+\b")


def long_table(rows: int, *, heads: int = 1, rtl: bool = False, columns: int = 3) -> Document:
    names = [[f"name{head}.{column}" for column in range(columns)] for head in range(heads)]
    body = [[f"r{row}c{column}" for column in range(columns)] for row in range(rows)]
    return made([*names, *body], rtl=rtl, heads=heads)


def between_words(rows: int, heads: int = 1) -> Document:
    """A table with paragraphs before and after it."""
    head = "".join("<tr>" + "".join(f"<th>name{n}.{c}" for c in range(3)) for n in range(heads))
    body = "".join(f"<tr><td>r{row}<td>x<td>y" for row in range(rows))
    words = "".join(f"<p>paragraph {n}" for n in range(12))
    return parsed("html", page(f"{words}<table>{head}{body}</table>{words}"))


@pytest.mark.parametrize("heads", [1, 2, 3])
def test_the_names_stand_while_one_scrolls_through_the_table(heads: int) -> None:
    reading = ReadingState(Flow(between_words(30, heads), 40), height=12)
    seen: list[list[str]] = []
    while not seen or screen(reading) != seen[-1]:
        seen.append(screen(reading))
        assert len(seen[-1]) == 12
        assert reading.rows()[0].place <= reading.flow.position_of(reading.cursor)
        reading = reading.moved(1)
    for rows in seen:
        body = [number for number, row in enumerate(rows) if _BODY.search(row)]
        if body and body[0] < heads:  # no room for the names: the table is nearly over
            assert len(body) <= heads
        elif body:
            assert "name" in rows[body[0] - 1]
    for before, following in pairwise(seen):  # one row further at a time, whatever stands over it
        moved = [row for row in before[heads:] if row.strip()]
        assert not moved or set(moved[1:]) & set(following)


@pytest.mark.parametrize("heads", [1, 2, 3])
def test_no_row_is_left_out_by_pages(heads: int) -> None:
    document = between_words(60, heads)
    for keys in (1, -1):
        reading = ReadingState(Flow(document, 40), height=10)
        if keys < 0:
            reading = reading.to_end()
        seen: set[str] = set()
        for _ in range(40):
            seen |= {found[0] for row in screen(reading) if (found := _BODY.search(row))}
            reading = reading.paged(keys)
        assert seen == {f"r{row}" for row in range(60)}


def test_a_jump_into_a_table_is_not_covered_by_its_names() -> None:
    document = between_words(60, 3)
    for row in range(60):
        reading = ReadingState(Flow(document, 40), height=11).jumped(pos_of(document, f"r{row}\t"))
        assert lit(reading).strip().startswith(f"r{row}")
        assert "name2.0" in "\n".join(screen(reading))
    for row in range(59, 0, -1):
        at = pos_of(document, f"r{row}\t").start
        reading = reading.extended(Pos(at + 1), at)
        assert lit(reading, TextRole.SELECTION) == "r"


def test_names_that_would_take_the_screen_do_not_stand() -> None:
    reading = ReadingState(Flow(long_table(30, heads=6), 40), height=12).moved(9)
    assert not reading.standing
    assert not ReadingState(Flow(long_table(30), 40), height=1).moved(9).standing
    assert not ReadingState(Flow(made([["a", "b"]] * 30, heads=0), 40), height=12).moved(9).standing


def test_hits_are_lit_in_the_names_that_stand() -> None:
    replay = Replay.of(long_table(60))
    replay.press("/", *"name0.1", "enter", "space")
    assert replay.workspace.reading.standing
    assert "name0.1" in lit(replay.workspace.reading, TextRole.HIT) + lit(
        replay.workspace.reading, TextRole.HIT_CURRENT
    )


@pytest.mark.parametrize("rtl", [False, True])
def test_a_wide_table_is_scrolled_by_columns_its_first_standing(*, rtl: bool) -> None:
    replay = Replay.of(long_table(60, rtl=rtl, columns=30), (80, 24))
    onwards, back = ("left", "right") if rtl else ("right", "left")
    assert "sideways" in foot_content(replay.workspace).line.text
    seen: set[str] = set()
    for _ in range(30):
        rows = shown(replay)
        first, *others = rows[0].replace("▌", " ").split()[:: -1 if rtl else 1]
        assert first == "name0.0"
        seen |= {word for word in others if word.startswith("name")}
        assert rows[1].replace("▌", " ").split()[-1 if rtl else 0] == "r0c0"
        replay.press(onwards)
    assert seen == {f"name0.{column}" for column in range(1, 30)}
    replay.press(*[back] * 30)
    assert "name0.1" in shown(replay)[0]


def test_a_hit_in_a_column_aside_is_scrolled_to() -> None:
    document = long_table(60, columns=30)
    replay = Replay.of(document, (80, 24))
    for words in ("r50c29", "r3c1", "r20c15"):
        replay.workspace = replay.workspace.with_reading(replay.workspace.reading.jumped(pos_of(document, words)))
        assert lit(replay.workspace.reading) == words
        assert words in "\n".join(shown(replay))


def test_a_key_makes_cards_of_a_table_that_is_scrolled_and_back() -> None:
    replay = Replay.of(long_table(20, columns=30), (80, 24))
    replay.press("W")
    assert any(row.replace("▌", " ").split() == ["name0.7:", "r0c7"] for row in shown(replay))
    (remembered,) = [effect for effect in replay.asked if isinstance(effect, asked.Remember)]
    assert remembered.changes.sideways is False
    replay.press("W")
    assert "name0.0 │ name0.1" in shown(replay)[0]


def test_what_stands_over_all_columns_is_not_scrolled_away() -> None:
    cells = "".join(f"<td>word{column}" for column in range(30))
    document = parsed("html", page(f"<table><tr>{cells}<tr><td colspan=30>about all of them<tr>{cells}</table>"))
    replay = Replay.of(document, (80, 24))
    replay.press("right", "right", "right")
    assert "about all of them" in shown(replay)[1]


def test_rows_are_said_with_the_names_of_their_columns() -> None:
    replay = Replay.of(long_table(100))
    said = linear.opening(replay.workspace).splitlines()
    assert "name0.0; name0.1; name0.2" in said
    assert "name0.0: r3c0; name0.1: r3c1; name0.2: r3c2" in said
    before = replay.workspace
    replay.press("space")
    more = linear.told(before, replay.workspace).splitlines()
    rows = [line for line in said + more if line.startswith("name0.0: ")]
    assert rows == [f"name0.0: r{n}c0; name0.1: r{n}c1; name0.2: r{n}c2" for n in range(len(rows))]
    assert len(rows) > 60
