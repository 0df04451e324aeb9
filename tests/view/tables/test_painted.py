"""What is printed without being laid out letter by letter is what would be laid out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Alignment
from reader.text.layout import analyse
from reader.view.flow import Flow
from reader.view.printing import printed_lines
from reader.view.tables.cell_lines import lines_of, painted_lines
from tests.formats.making import page, parsed
from tests.view.tables.drawing import made

PLAIN = st.lists(
    st.sampled_from(["a", "word", "it's", "x,y", "3.5", "1,000", "end.", "no;", "'quoted'", "12:30", "A1"]), max_size=9
).map(" ".join)
RTL = st.lists(st.sampled_from(["سلام", "لا", "الأول،", "کتاب", "שלום", "گل.", "بلا", "ملالا", "ے"]), max_size=9).map(
    " ".join
)
ANY = st.one_of(
    PLAIN, RTL, st.lists(st.one_of(PLAIN, RTL), max_size=3).map(" ".join), st.text("a-/1 ,.(سל\u0301字", max_size=12)
)
SIDES = st.sampled_from(["", *Alignment])


@settings(max_examples=300, deadline=None)
@given(text=ANY.filter(bool), base=st.integers(0, 1), room=st.integers(1, 40))
def test_lines_of_a_cell_are_those_of_its_paragraph(text: str, base: int, room: int) -> None:
    wanted = list(analyse(text, base, isolated=()).wrap(room))
    laid = list(lines_of(text, base, room, marks=True, isolated=()))
    assert [(line.start, line.end, line.text, line.width) for line in laid] == [
        (line.start, line.end, line.text, line.width) for line in wanted
    ]
    assert [line.clusters for line in laid] == [line.clusters for line in wanted]
    painted = painted_lines(text, base, room, marks=True, isolated=())
    assert [tuple(line) for line in painted] == [(line.start, line.text, line.width) for line in wanted]


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(st.lists(ANY, min_size=1, max_size=4), min_size=1, max_size=4),
    sides=st.lists(SIDES, min_size=4, max_size=4),
    width=st.integers(10, 70),
    rtl=st.booleans(),
)
def test_printed_rows_are_those_of_the_screen(
    rows: list[list[str]], sides: list[str], width: int, *, rtl: bool
) -> None:
    columns = "".join(f"<col align={side}>" if side else "<col>" for side in sides)
    body = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    document = parsed("html", page(f"<p>x<table dir={'rtl' if rtl else 'ltr'}>{columns}{body}</table>"))
    flow = Flow(document, width)
    wanted = [row for index in range(len(document.blocks)) for row in flow.rows_of(index)]
    lines = list(printed_lines(document, width))
    assert [line.range for line in lines if line.row is not None] == [row.range for row in wanted if row.line]
    assert [line.row is None for line in lines] == [row.line is None for row in wanted]
    painted = ["".join(run.text for run in line.row) for line in lines if line.row is not None]
    assert painted == [" " * row.offset + row.line.text for row in wanted if row.line]


def test_rows_whose_cells_reach_over_columns_are_printed_too() -> None:
    document = made([["a", "b", "c"], ["over two", "x"]], spans=(1, 2))
    assert [line.text for line in printed_lines(document, 30)] == ["a  │ b   │ c", "over two │ x"]
