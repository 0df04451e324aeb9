"""Links of the screen followed by the numbers painted beside them."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Document
from reader.values import replace
from reader.view.effects import Copy
from reader.view.events import EncodingChanged, Resized, Wheeled
from reader.view.page import painted_page
from reader.view.popups import ListKind, ListPopup, SidePanel
from reader.view.styled import TextRole, row_width
from tests.formats.making import parsed
from tests.samples import find
from tests.view.replaying import Replay

LINKED = parsed(
    "markdown", "# One\n\n[first](#two) and [second](https://example.org/x) here.\n\n## Two\n\ntext [third](#one)\n"
)
FROM_RIGHT = parsed(
    "markdown", "# ا\n\nانظر [الأول](#b) ثم [second one](#a) والسلام [الثالث](#a).\n\n## ب {#b}\n\nنص\n"
)
MANY = parsed("markdown", "\n\n".join(f"see [place {n}](#p{n}) and [next](#p{n})" for n in range(1, 8)) + "\n")
DENSE = parsed("markdown", "text" + "".join(f"[{n % 10}](#a)" for n in range(1, 31)) + " end\n")


def rows(replay: Replay) -> list[str]:
    """The rows of the text as they are painted, from left to right."""
    pane = replay.workspace.arrangement.width_of("text")
    return ["".join(run.text for run in row).strip() for row in painted_page(replay.workspace.reading, pane)]


def labels(replay: Replay) -> list[str]:
    pane = replay.workspace.arrangement.width_of("text")
    page = painted_page(replay.workspace.reading, pane)
    return [run.text for row in page for run in row if TextRole.HINT in run.roles]


def numbered(document: Document, size: tuple[int, int] = (60, 20)) -> Replay:
    replay = Replay.of(document, size)
    replay.press("h")
    return replay


def test_a_number_stands_in_the_blank_before_its_link_or_over_its_beginning() -> None:
    replay = numbered(LINKED)
    assert labels(replay) == ["1", "2", "3"]
    assert any(row.endswith("1irst and2second here.") for row in rows(replay))
    assert any(row.endswith("text3third") for row in rows(replay))
    assert replay.workspace.notice == "The number of a link follows it; h lists them all"


def test_from_right_to_left_it_stands_where_the_link_begins() -> None:
    replay = numbered(FROM_RIGHT)
    shown = next(row for row in rows(replay) if "second" in row)
    before = next(row for row in rows(Replay.of(FROM_RIGHT, (60, 20))) if "second" in row)
    first = before.index("ﻝﻭﻷﺍ") + len("ﻝﻭﻷﺍ")
    assert (shown[first], shown[before.index("second") - 1]) == ("1", "2")
    assert shown[before.index("ﺚﻟﺎﺜﻟﺍ") + len("ﺚﻟﺎﺜﻟﺍ")] == "3"
    assert len(shown) == len(before)


def test_the_typed_number_is_followed_and_the_numbers_are_gone() -> None:
    replay = numbered(LINKED)
    replay.press("2")
    assert replay.last(Copy) == Copy("https://example.org/x")
    assert isinstance(replay.workspace.popup, SidePanel)
    assert not labels(replay)
    replay = numbered(LINKED)
    replay.press("3")
    assert replay.workspace.reading.target == find(LINKED, "One")


def test_a_number_that_others_begin_with_waits_for_enter() -> None:
    replay = numbered(MANY)
    assert len(labels(replay)) == 14
    replay.press("1")
    assert labels(replay) == ["1", "10", "11", "12", "13", "14"]
    assert replay.workspace.notice == "1"
    replay.press("9")
    assert labels(replay) == ["1", "10", "11", "12", "13", "14"]
    replay.press("backspace")
    assert len(labels(replay)) == 14
    replay.press("1", "4")
    assert not labels(replay)
    assert replay.workspace.count == ""
    replay = numbered(MANY)
    replay.press("1", "enter")
    assert not labels(replay)


def test_escape_takes_the_numbers_away_and_h_lists_the_links() -> None:
    replay = numbered(LINKED)
    replay.press("escape")
    assert not labels(replay)
    replay.press("h", "h")
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert popup.kind is ListKind.LINKS
    assert [item.guide for item in popup.model.items] == ["1 ", "2 ", "3 "]
    replay.press("2")
    assert isinstance(replay.workspace.popup, SidePanel)


def test_any_other_key_and_the_mouse_do_what_they_do_without_them() -> None:
    replay = numbered(MANY, (60, 8))
    replay.press("j")
    assert replay.workspace.reading.shown_top > 0
    assert not labels(replay)
    replay.press("h")
    replay.happen(Wheeled("text", 1))
    assert not labels(replay)
    replay.press("h")
    replay.happen(Resized(50, 8))
    assert not labels(replay)
    replay.press("h", "5", "escape", "j")  # a digit of a number is none of a count
    assert replay.workspace.count == ""


def test_what_comes_meanwhile_leaves_the_numbers_as_they_are() -> None:
    replay = numbered(LINKED)
    replay.happen(EncodingChanged("l"))
    assert labels(replay) == ["1", "2", "3"]


def test_a_single_link_is_followed_at_once_and_none_is_told() -> None:
    replay = numbered(parsed("markdown", "only [one](https://example.org/) here\n"))
    assert isinstance(replay.workspace.popup, SidePanel)
    replay = numbered(parsed("markdown", "none\n"))
    assert replay.workspace.notice == "No link here"


def test_numbers_of_links_that_touch_stand_beside_each_other() -> None:
    replay = numbered(DENSE)
    seen = labels(replay)
    assert seen[:12] == [str(n) for n in range(1, 13)]
    assert seen == sorted(seen, key=int)


@given(
    st.sampled_from([LINKED, FROM_RIGHT, MANY, DENSE]),
    st.integers(16, 130),
    st.integers(6, 30),
    st.sampled_from(["", "j"]),
)
def test_no_row_changes_its_width(document: Document, columns: int, height: int, key: str) -> None:
    replay = Replay.of(document, (columns, height))
    if key:
        replay.press(key)
    replay.press("h")
    reading, pane = replay.workspace.reading, replay.workspace.arrangement.width_of("text")
    without = painted_page(replace(reading, hints=()), pane)
    assert [row_width(row) for row in painted_page(reading, pane)] == [row_width(row) for row in without]
