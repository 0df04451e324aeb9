"""Documents as printed lines."""

from hypothesis import given
from hypothesis import strategies as st

from reader.formats import parse_text
from reader.model import Block, BlockKind, Blocks, Direction, Document, Mark, Metadata, Section, Span, Text, range_of
from reader.text.layout import Justification, Margins
from reader.view.printing import _Looks, cells_of, printed_lines
from tests.formats.making import parsed


def listed(text: str, direction: Direction, marker: str) -> list[str]:
    block = Block(BlockKind.LIST_ITEM, range_of(0, len(text)), direction, depth=1, marker=marker)
    root = Section(range_of(0, 0), range_of(0, len(text)), 0)
    document = Document(Text(text), Blocks((block,)), root, direction, Metadata())
    return ["".join(piece.text for piece in line.row or ()) for line in printed_lines(document, 20)]


def test_a_number_stands_at_the_side_its_item_begins_at() -> None:
    assert listed("one two", Direction.LTR, "1.")[0].rstrip() == "1. one two"
    assert listed("אב", Direction.RTL, "1.")[0].endswith("בא .1")


def test_following_lines_stand_under_the_text() -> None:
    first, second = listed("one two three four five", Direction.LTR, "•")
    assert first.startswith("• one")
    assert second.startswith("  ")


def test_blocks_are_parted_by_an_empty_line() -> None:
    lines = list(printed_lines(parse_text("One.\n\nTwo."), 20))
    assert [line.row is None for line in lines] == [False, True, False]


def test_hanging_signs_stand_outside_the_column() -> None:
    text = "“He said so,” she said, “and they did, too.” ”He’ll go,” she said: “he must, or they will.” " * 5
    document = parse_text(text)
    plain = [line.range for line in printed_lines(document, 30)]
    filled = list(printed_lines(document, 30, justification=Justification.SPACE, margins=Margins(1, 1)))
    rows = ["".join(piece.text for piece in line.row or ()) for line in filled]
    assert [line.range for line in filled] == plain
    assert {row[0] for row in rows} == {" ", "“", "”"}
    assert {row[31:] for row in rows if len(row) > 31} >= {",", "”"}
    assert max(map(len, rows)) == 32


def test_a_marker_is_told_beside_the_first_line_of_its_item() -> None:
    document = parsed("markdown", "1. first\n2. second\n\n- ثالث طويل جدا\n")
    lines = [line for line in printed_lines(document, 12) if line.row is not None]
    assert [(line.marker, line.logical) for line in lines][:3] == [
        ("1.", "first"),
        ("2.", "second"),
        ("•", "ثالث طويل "),
    ]
    assert lines[0].text == "first"
    assert lines[3].marker == ""


def test_in_logical_order_a_row_is_one_line_and_its_cells_are_kept() -> None:
    document = parsed("html", "<table><tr><td>one<br>two<td>שלום עולם, שלום<td></table>")
    (line,) = printed_lines(document, 8, logical=True)
    assert line.logical == "one\u2028two\tשלום עולם, שלום\t"
    assert cells_of(document, document.blocks[0]) == ("one\ntwo", "שלום עולם, שלום", "")


LOOKS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12))).map(sorted)


@given(LOOKS, st.tuples(st.integers(0, 30), st.integers(1, 9)))
def test_a_row_finds_every_look_that_has_a_part_in_it(looks: list[tuple[int, int]], row: tuple[int, int]) -> None:
    spans = tuple(Span(range_of(start, start + length), Mark.LOOK, "1") for start, length in looks)
    part = range_of(row[0], sum(row))
    found = _Looks(Block(BlockKind.PARAGRAPH, range_of(0, 50), Direction.LTR, spans=spans)).within(part)
    assert [one for one in spans if one.range.overlaps(part)] == [one for one in found if one.range.overlaps(part)]
