"""Lists with a cursor."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Direction
from reader.view.list_model import Item, ListModel
from reader.view.styled import TextRole, row_width, styled


def model(count: int, headings: tuple[int, ...] = ()) -> ListModel:
    items = tuple(Item(styled(f"item {i}"), key=i, selectable=i not in headings) for i in range(count))
    return ListModel(items).moved(0)


def text_of(model: ListModel, width: int, direction: Direction) -> list[str]:
    return ["".join(piece.text for piece in row) for row in model.painted(width, 10, direction, focused=True)]


def test_headings_are_stepped_over() -> None:
    grouped = model(5, headings=(0, 2))
    assert grouped.cursor == 1
    assert grouped.moved(1).cursor == 3
    assert grouped.moved(1).moved(-1).cursor == 1


def test_the_heading_above_the_first_item_comes_back_into_sight() -> None:
    grouped = model(30, headings=(0,)).moved(20).shown(5).moved(-30).shown(5)
    assert (grouped.cursor, grouped.top) == (1, 0)


@given(st.integers(0, 40), st.lists(st.integers(-50, 50), max_size=10), st.integers(1, 12))
def test_the_cursor_is_shown(count: int, steps: list[int], height: int) -> None:
    moved = model(count)
    for step in steps:
        moved = moved.moved(step).shown(height)
        assert not count or moved.top <= moved.cursor < moved.top + height


def test_the_cursor_stays_on_its_key() -> None:
    moved = model(10).moved(6)
    fewer = moved.with_items(moved.items[3:])
    assert fewer.current is not None
    assert fewer.current.key == 6


def test_a_right_to_left_row_is_the_mirror_image() -> None:
    items = (Item(styled("ab"), guide="├ ", trail=styled("7")),)
    assert text_of(ListModel(items), 10, Direction.LTR) == ["├ ab     7"]
    assert text_of(ListModel(items), 10, Direction.RTL) == ["7     ab ┤"]


def test_every_row_fills_the_pane() -> None:
    long = ListModel((Item(styled("a rather long line of text"), guide="│ └ ", trail=styled("×12")),))
    for width in range(1, 40):
        (row,) = long.painted(width, 3, Direction.RTL, focused=False)
        assert row_width(row) >= width


def test_the_cursor_looks_different_without_the_keys() -> None:
    shown = model(2)
    assert TextRole.CURSOR in shown.painted(9, 2, Direction.LTR, focused=True)[0][0].roles
    assert TextRole.CURSOR_IDLE in shown.painted(9, 2, Direction.LTR, focused=False)[0][0].roles


def test_an_empty_list_has_no_current_item() -> None:
    assert ListModel().moved(3).current is None
    assert ListModel().shown(5).painted(10, 5, Direction.LTR, focused=True) == ()
