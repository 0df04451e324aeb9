"""Several lines being typed: edits, rows, the cursor on the screen, in both directions."""

from hypothesis import example, given
from hypothesis import strategies as st

from reader.model import Direction
from reader.view.styled import TextRole, row_width
from reader.view.text_area import TextArea
from tests.examples import examples

KEYS = ("left", "right", "up", "down", "home", "end", "backspace", "delete", "ctrl+j", "x")
RTL, LTR = Direction.RTL, Direction.LTR


def typed(text: str, width: int = 12, height: int = 4) -> TextArea:
    return TextArea().sized(width, height).inserted(text)


def cursors(area: TextArea, base: Direction = LTR) -> int:
    """The lit cells of the window."""
    return sum(run.width for row in area.painted(base) for run in row if TextRole.FIELD_CURSOR in run.roles)


def shown(area: TextArea, base: Direction = LTR) -> list[str]:
    return ["".join(run.text for run in row).replace("\u00a0", " ").strip() for row in area.painted(base)]


def test_lines_are_begun_joined_and_taken_apart() -> None:
    area = typed("one").pressed("ctrl+j", None).inserted("two")
    assert area.text == "one\ntwo"
    area = area.pressed("home", None).pressed("backspace", None)
    assert area.text == "onetwo"
    assert area.field.cursor == 3
    area = area.pressed("ctrl+j", None).pressed("up", None).pressed("end", None).pressed("delete", None)
    assert area.text == "onetwo"
    assert typed("a\r\nb\rc").text == "a\nb\nc"


def test_up_and_down_go_by_the_rows_of_the_screen() -> None:
    area = typed("aaaa bbbb cccc dddd", width=10)
    assert shown(area)[:2] == ["aaaa bbbb", "cccc dddd"]
    up = area.pressed("up", None)
    assert up.field.cursor == len("aaaa bbb")  # on the last letter: there is no cell after it
    assert up.pressed("down", None).field.cursor == len("aaaa bbbb cccc ddd")
    assert up.pressed("up", None).field.cursor == 0
    assert area.pressed("down", None).field.cursor == len(area.text)


def test_right_to_left_lines_stand_at_the_right_and_arrows_go_where_they_point() -> None:
    area = typed("سلام\nabc", width=10)
    first, second, *_ = area.painted(LTR)
    assert first[0].text.strip() == ""  # blank cells at the left
    assert second[0].text.startswith("abc") or second[0].text == "abc"
    area = area.pressed("up", None).pressed("home", None)
    assert area.pressed("left", None).field.cursor == 1
    assert area.pressed("right", None).field.cursor == 0


def test_the_window_follows_the_cursor_and_is_full() -> None:
    area = typed("\n".join(str(number) for number in range(20)))
    assert shown(area) == ["16", "17", "18", "19"]
    for _ in range(10):
        area = area.pressed("up", None)
    assert "9" in shown(area)
    assert len(shown(area)) == 4
    for _ in range(30):
        area = area.pressed("up", None)
    assert shown(area) == ["0", "1", "2", "3"]


@examples(150)
@given(
    st.text(st.sampled_from("اب \u064exy1(\n🇸ש"), max_size=60),
    st.lists(st.sampled_from(KEYS), max_size=12),
    st.integers(2, 20),
)
@example(text="  ", keys=["left"], width=2)
def test_every_key_leaves_a_cursor_on_the_screen_and_rows_of_its_width(text: str, keys: list[str], width: int) -> None:
    area = typed(text, width)
    for key in keys:
        area = area.pressed(key, key if len(key) == 1 else None)
        for base in (LTR, RTL):
            rows = area.painted(base)
            assert 1 <= len(rows) <= 4
            assert all(row_width(row) == width for row in rows)
            assert cursors(area, base) >= 1
        assert 0 <= area.field.cursor <= len(area.field.text)


def test_a_note_of_a_hundred_thousand_letters_is_laid_out_where_it_shows() -> None:
    area = typed("كلمة " * 20_000, 60, 10)
    assert len(area.text) == 100_000
    assert len(shown(area)) == 10
    area = area.pressed("ctrl+j", None).inserted("x")
    for key in ("up", "up", "left", "home"):
        area = area.pressed(key, None)
    assert cursors(area) == 1
