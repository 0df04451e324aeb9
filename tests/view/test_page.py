"""The reading pane's rows: their parts in their places, and what hangs in the margins."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.formats import markdown, open_document, parse_text
from reader.formats.raw import Raw
from reader.model import (
    Block,
    BlockKind,
    Blocks,
    Direction,
    Document,
    Metadata,
    Pos,
    Section,
    Text,
    range_of,
)
from reader.store import Store
from reader.text.layout import Justification, Margins
from reader.view.effects import Remember
from reader.view.flow import Flow
from reader.view.page import GUTTER, column_start, column_width, page_margins, painted_page, pos_under
from reader.view.reading_state import ReadingState
from reader.view.session import Session
from reader.view.styled import Role, TextRole, row_width
from reader.view.syntax import syntax_spans
from tests.samples import article, english
from tests.view.replaying import Replay

QUOTES = "“He said so,” she said, “and they did, too.” ”He’ll go,” she said: “he must, or they will.” "
ENGLISH = parse_text(QUOTES * 12)
ARABIC = parse_text("«قال محمد»، ثم مضى: «إلى بيته»، وعاد؛ «ثم قال» لهم، و«مضى إلى بيته». " * 12)
PANES = [*range(1, 40), 60, 83, 84, 85, 86, 120]


def state_of(document: Document, pane: int, how: Justification = Justification.KASHIDA) -> ReadingState:
    width = column_width(pane)
    return ReadingState(Flow(document, width, justification=how, margins=page_margins(pane, width)), height=200)


def text_of(state: ReadingState, pane: int) -> list[str]:
    return ["".join(piece.text for piece in row) for row in painted_page(state, pane)]


@pytest.mark.parametrize("document", [article(), english(), ENGLISH, ARABIC])
@pytest.mark.parametrize("how", list(Justification))
def test_every_row_is_as_wide_as_the_pane(document: Document, how: Justification) -> None:
    for pane in PANES:
        if pane > GUTTER:
            assert {row_width(row) for row in painted_page(state_of(document, pane, how), pane)} == {pane}


@pytest.mark.parametrize(("document", "rtl"), [(ENGLISH, False), (ARABIC, True)])
def test_the_text_stands_where_it_does_without_hanging_signs(document: Document, rtl: bool) -> None:  # noqa: FBT001
    for pane in (40, 86, 100):
        width = column_width(pane)
        start = column_start(pane, width, rtl=rtl)
        state = state_of(document, pane)
        inner = [row.line.width - sum(row.line.hang) for row in state.rows() if row.line]
        assert width in inner
        for row, painted in zip(state.rows(), text_of(state, pane), strict=True):
            if row.line and row.line.hang.right:
                assert not painted[start + width].isspace()
            if row.line and row.line.hang.left:
                assert not painted[start - 1].isspace()


def test_signs_hang_on_both_sides_where_there_is_room_and_at_the_end_where_not() -> None:
    for document in (ENGLISH, ARABIC):
        sides = {}
        for pane in (60, 100):
            lines = [row.line for row in state_of(document, pane).rows() if row.line]
            starts, ends = zip(*(line.hang[:: -1 if line.base else 1] for line in lines), strict=True)
            sides[pane] = (max(starts), max(ends))
        assert sides == {60: (0, 1), 100: (1, 1)}


def test_the_bar_of_the_reading_position_stays_clear_of_what_hangs() -> None:
    pane = 100
    for document, bar in ((ENGLISH, "▌"), (ARABIC, "▐")):
        state = state_of(document, pane)
        for row in state.rows():
            here = ReadingState(state.flow, height=200, cursor=row.range.start)
            painted = text_of(here, pane)
            assert sum(bar in line for line in painted) == 1
            assert all(len(line) == len(other) for line, other in zip(painted, text_of(state, pane), strict=True))


def test_a_hanging_sign_is_pointed_at() -> None:
    pane = 100
    for document, rtl in ((ENGLISH, False), (ARABIC, True)):
        state = state_of(document, pane)
        start = column_start(pane, state.flow.width, rtl=rtl)
        for number, row in enumerate(state.rows()):
            if row.line and row.line.hang.left:
                pos = pos_under(state, pane, start - 1, number)
                hanging = next(cluster for cluster in row.line.clusters if cluster.width)
                assert pos == Pos(row.origin + hanging.start)


def test_rows_are_never_made_for_margins_that_are_not_there() -> None:
    for pane in PANES:
        width = column_width(pane)
        start, end = page_margins(pane, width)
        assert 0 <= start <= 1
        assert width + GUTTER + start + end <= max(pane, width + GUTTER)


def test_other_margins_lay_the_text_out_anew_and_keep_its_place() -> None:
    state = ReadingState(Flow(ENGLISH, 40, justification=Justification.SPACE), height=5)
    wider = state.resized(40, 5, Margins(1, 1))
    assert wider.flow.margins == Margins(1, 1)
    assert [row.range for row in wider.rows()] == [row.range for row in state.rows()]
    assert wider.resized(40, 5, Margins(1, 1)) is wider


MARKDOWN = """# One

> quoted words that are long enough to be set in two lines
> > and deeper

> الكلام المنقول هنا طويل بما يكفي لسطرين اثنين من النص

~~struck~~

```python
def f(x):  # remark
    return "text" + str(12)
```

```
x
```

## Two

### Three
"""


def parse_markdown(text: str) -> Document:
    return markdown.document_of(Raw(text.encode()))


def marked_page(text: str, pane: int = 44, path: str = "") -> list[list[tuple[str, frozenset[Role]]]]:
    """The rows' pieces and their roles."""
    document = open_document(path) if path else parse_markdown(text)
    width = column_width(pane)
    state = ReadingState(Flow(document, width), height=200)
    return [[(piece.text, frozenset(piece.roles)) for piece in row] for row in painted_page(state, pane)]


def roles_of(rows: list[list[tuple[str, frozenset[Role]]]], words: str) -> frozenset[Role]:
    return next(roles for row in rows for text, roles in row if words in text)


def test_headings_are_told_apart_by_level_and_struck_text_is_struck() -> None:
    rows = marked_page(MARKDOWN)
    levels = [roles_of(rows, words) for words in ("One", "Two", "Three")]
    assert len(set(levels)) == 3
    assert all(TextRole.HEADING in roles for roles in levels)
    assert TextRole.STRUCK in roles_of(rows, "struck")


def test_a_quotation_has_a_bar_a_level_at_the_side_its_lines_begin() -> None:
    shown = ["".join(text for text, _ in row) for row in marked_page(MARKDOWN)]
    first = next(i for i, row in enumerate(shown) if "quoted" in row)
    assert [row.count("│") for row in shown[first : first + 4]] == [1, 1, 1, 2]
    assert all(row[2:4] == "│ " for row in shown[first : first + 4])
    arabic = [row for row in shown if "│" in row and not row[2:].lstrip("│ ").isascii()]
    assert len(arabic) == 2
    assert all(row.rstrip().endswith(" │") for row in arabic)


def test_code_stands_on_a_ground_of_its_own_with_its_language_and_colours() -> None:
    rows = marked_page(MARKDOWN)
    code = next(i for i, row in enumerate(rows) if any("def" in text for text, _ in row))
    assert "python" in "".join(text for text, _ in rows[code - 1])
    ground = sum(len(text) for text, roles in rows[code] if TextRole.CODE_BLOCK in roles)
    assert ground == column_width(44)
    found = {
        words: next(iter(roles_of(rows, words) - {TextRole.TEXT, TextRole.CODE_BLOCK}), None)
        for words in ("def", "# remark", '"text"', "12", "+")
    }
    assert found == {
        "def": TextRole.CODE_WORD,
        "# remark": TextRole.CODE_REMARK,
        '"text"': TextRole.CODE_STRING,
        "12": TextRole.CODE_NUMBER,
        "+": None,
    }
    assert TextRole.CODE in roles_of(rows[code + 3 :], "x")  # nothing is known of its language


def test_colours_of_code_follow_the_letters_where_lines_are_mixed(tmp_path: Path) -> None:
    path = tmp_path / "mixed.py"
    path.write_text('s = "نص عربي"  # ملاحظة هنا\nt = 1\n' * 90, encoding="utf-8")
    rows = marked_page("", 60, str(path))
    for row in rows:
        for text, roles in row:
            if TextRole.CODE_STRING in roles:
                assert text.count('"') in {0, 2}
            if any("\ufb50" <= letter <= "\ufeff" for letter in text):
                assert roles & {TextRole.CODE_STRING, TextRole.CODE_REMARK}
    assert not any(TextRole.CODE_BLOCK in roles for row in rows for _, roles in row)


@pytest.mark.parametrize("name", ["strange.nothing", "wide.py"])
def test_code_in_no_known_language_and_endless_lines_have_no_colours(tmp_path: Path, name: str) -> None:
    document = Document(
        Text(text := "x = 1\n" + "y" * (5000 if name == "wide.py" else 5)),
        Blocks([Block(BlockKind.CODE, range_of(0, len(text)), Direction.LTR)]),
        Section(range_of(0, 0), range_of(0, len(text)), 0),
        Direction.LTR,
        Metadata(path=str(tmp_path / name), format="code"),
    )
    assert not syntax_spans(document, document.blocks[0], document.range)


def test_a_line_of_code_that_is_broken_says_so() -> None:
    rows = ["".join(text for text, _ in row) for row in marked_page("```\n" + "word " * 20 + "\nshort\n```\n", 40)]
    assert [row[:2].strip() for row in rows if row.strip()] == ["▌", "↳", "↳", ""]


def test_the_ruler_lights_the_line_one_reads() -> None:
    state = replace(state_of(ENGLISH, 40), ruler=True)
    lit = [any(TextRole.RULER in piece.roles for piece in row) for row in painted_page(state, 40)]
    assert lit.count(True) == 1
    assert lit[0]


@pytest.mark.parametrize("document", [article(), english(), parse_markdown(MARKDOWN * 4)])
def test_lines_apart_are_the_same_lines_and_every_row_is_reached(document: Document) -> None:
    state = ReadingState(Flow(document, 30), height=10)
    apart = state.with_spacing(1)
    whole = [row.range for row in replace(state, height=10_000).rows() if row.line]
    assert [row.range for row in replace(apart, height=10_000).rows() if row.line] == whole
    tops = [apart.shown_top]
    while (down := apart.moved(1)).shown_top > tops[-1]:
        apart = down
        tops.append(apart.shown_top)
        assert len(apart.rows()) >= apart.height - 1
    assert apart.rows()[-1].range.end == whole[-1].end
    assert apart.to_start().paged(3).shown_top > 0
    climbed = [apart.shown_top]
    apart = replace(apart, cursor=apart.shown_top)
    while (up := apart.moved(-1)).shown_top < climbed[-1]:
        apart = up
        climbed.append(apart.shown_top)
    assert climbed[-1] == tops[0]
    assert len(climbed) >= len(tops) // 2


def test_spacing_and_ruler_are_toggled_and_remembered() -> None:
    store = Store.in_memory()
    replay = Replay.of(article(), store=store)
    replay.press("D", "M")
    reading = replay.workspace.reading
    assert (reading.flow.spacing, reading.ruler) == (1, True)
    remembered = [effect.changes for effect in replay.asked if isinstance(effect, Remember)]
    assert [(one.spacing, one.ruler) for one in remembered[-2:]] == [(1, None), (None, True)]
    for one in remembered:
        Session(store, article()).remember(one)
    assert Replay.of(article(), store=store).workspace.reading.ruler
    replay.press("D", "M")
    assert (replay.workspace.reading.flow.spacing, replay.workspace.reading.ruler) == (0, False)
