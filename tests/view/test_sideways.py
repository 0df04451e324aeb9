"""Wide lines of what commands print: scrolled sideways, or broken; the file read again; the text alone in a pipe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.raw import Raw
from reader.formats.terminal import document_of
from reader.model import Document, Pos, range_of
from reader.view import effects as asked
from reader.view.arrange import PaneName
from reader.view.events import DocumentOpened, FileChanged
from reader.view.page import painted_page, pos_under
from reader.view.reloading import place_in
from reader.view.session import Memory
from reader.view.styled import StyledRun, cropped, row_width
from tests.samples import find
from tests.view.replaying import Replay

WIDE = "".join(f"{number:04} " for number in range(60))


def printed(text: str, path: str = "") -> Document:
    return document_of(Raw(text.encode(), path))


def rows(replay: Replay) -> list[str]:
    pane = replay.workspace.arrangement.width_of(PaneName.TEXT) - 1
    return ["".join(run.text for run in row) for row in painted_page(replay.workspace.reading, pane)]


def test_wide_lines_go_on_beyond_the_edge_and_say_so() -> None:
    replay = Replay.of(printed(f"{WIDE}\nshort\n"))
    (first, second, *_) = rows(replay)
    assert first[1:].startswith("0000 0001")
    assert first.endswith("›")
    assert second[1:].rstrip() == "short"
    replay.press("right")
    (first, second, *_) = rows(replay)
    assert first[1] == "‹"
    assert second[1:].strip() == "‹"
    replay.press("left", "left")
    assert rows(replay)[0][1:].startswith("0000 0001")


def test_the_arrows_go_no_further_than_the_widest_line() -> None:
    replay = Replay.of(printed(WIDE))
    replay.press(*["right"] * 20)
    assert rows(replay)[0].rstrip().endswith("0059")


def test_lines_from_right_to_left_are_scrolled_the_other_way() -> None:
    replay = Replay.of(printed("שלום " * 60))
    assert rows(replay)[0][0] == "‹"
    replay.press("left")
    assert replay.workspace.reading.shift > 0
    assert "›" in rows(replay)[0]


def test_broken_lines_are_remembered() -> None:
    replay = Replay.of(printed(WIDE))
    replay.press("W")
    assert len(rows(replay)) == 3
    (remembered,) = [effect for effect in replay.asked if isinstance(effect, asked.Remember)]
    assert remembered.changes.sideways is False


def test_a_hit_beyond_the_edge_is_brought_into_sight() -> None:
    document = printed(WIDE)
    replay = Replay.of(document)
    reading = replay.workspace.reading.jumped(find(document, "0055"))
    pane = replay.workspace.arrangement.width_of(PaneName.TEXT) - 1
    (row,) = painted_page(reading, pane)
    assert "0055" in "".join(run.text for run in row)


@pytest.mark.parametrize("text", [WIDE, "שלום " * 60, "ab שלום " * 40])
def test_a_place_under_a_cell_is_what_is_painted_there(text: str) -> None:
    replay = Replay.of(printed(text))
    replay.press("right" if text.isascii() or text[0] == "a" else "left")
    reading = replay.workspace.reading
    pane = replay.workspace.arrangement.width_of(PaneName.TEXT) - 1
    painted = rows(replay)[0]
    for column in range(5, 40):
        pos = pos_under(reading, pane, column, 0)
        assert pos is not None
        assert reading.document.slice(range_of(pos, pos + 1)) == painted[column]


def test_piped_text_stands_alone_until_a_key_asks_for_panes() -> None:
    replay = Replay.of(printed("LS(1)  User Commands  LS(1)\n\nNAME\n       ls - list\n\nDESCRIPTION\n       lists\n"))
    assert replay.workspace.wanted == {PaneName.TEXT}
    replay.press("tab")
    assert replay.workspace.focus == PaneName.SECTIONS
    assert replay.workspace.wanted == {PaneName.TEXT, PaneName.SECTIONS}
    assert not [effect for effect in replay.asked if isinstance(effect, asked.Remember)]


def test_a_file_is_read_again_at_the_same_place() -> None:
    lines = [f"line {number} of the log" for number in range(200)]
    old = printed("\n".join(lines), "/logs/some.log")
    replay = Replay.of(old)
    replay.press("space", "space", "R")
    effect = replay.asked[-1]
    assert effect == asked.OpenDocument("/logs/some.log", again=True)
    place = replay.workspace.reading.cursor
    new = printed("\n".join(["a new first line", *lines, "and a last one"]), "/logs/some.log")
    replay.happen(DocumentOpened(new, Memory(), again=True))
    reading = replay.workspace.reading
    assert reading.document is new
    assert new.slice(range_of(reading.cursor, reading.cursor + 12)) == old.slice(range_of(place, place + 12))
    assert replay.workspace.before == ()


def test_a_change_is_told_of_the_document_on_the_screen() -> None:
    document = printed("a\n", "/logs/some.log")
    replay = Replay.of(document)
    replay.happen(FileChanged(printed("b\n", "/logs/other.log")))
    assert replay.workspace.notice == ""
    replay.happen(FileChanged(document))
    assert "R" in replay.workspace.notice


def test_what_was_piped_cannot_be_read_again() -> None:
    replay = Replay.of(printed("a\n"))
    replay.press("R")
    assert not [effect for effect in replay.asked if isinstance(effect, asked.OpenDocument)]
    assert replay.workspace.notice


@given(st.text(alphabet="abcdefghij\n", min_size=1, max_size=300), st.integers(0, 300), st.text(max_size=40))
def test_a_place_is_found_in_the_same_text_further_on(text: str, at: int, before: str) -> None:
    old, new = printed(text), printed(before.replace("\x1b", "") + text)
    pos = Pos(min(at, max(0, len(old) - 1)))
    found = place_in(new, old, pos)
    assert 0 <= found <= max(0, len(new) - 1)
    assert place_in(old, old, pos) == pos


@given(
    st.lists(st.sampled_from(["a", "bc", "字", "x\u0301", "ﷲ"]), max_size=20), st.integers(0, 30), st.integers(0, 30)
)
def test_a_cropped_row_is_as_wide_as_asked(parts: list[str], start: int, length: int) -> None:
    widths = {"a": 1, "bc": 2, "字": 2, "x\u0301": 1, "ﷲ": 1}
    row = tuple(StyledRun(part, widths[part]) for part in parts)
    joined = (StyledRun("".join(parts), row_width(row)),)
    whole = row_width(row)
    for shape in (row, joined):
        cut = cropped(shape, start, start + length)
        assert row_width(cut) == max(0, min(whole, start + length) - start)
