"""The panel's lines: any of them is found by its key, and none is made that is not shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Direction, FactKind
from reader.view.panel.line_keys import LineKey, Part
from reader.view.panel.lines import FactLines
from tests.view.panel.stated import names_panel, text_of

TOGGLED = st.sets(
    st.one_of(
        st.just(LineKey(Part.KIND, FactKind.PERSON)),
        st.just(LineKey(Part.ABOUT)),
        st.builds(lambda i: LineKey(Part.GROUP, FactKind.PERSON, f"n{i:06}"), st.integers(0, 6)),
    )
)


@settings(deadline=None)
@given(st.integers(0, 5), st.integers(1, 4), TOGGLED)
def test_every_line_is_found_by_its_key(count: int, mentions: int, toggled: set[LineKey]) -> None:
    panel = names_panel(count, mentions)
    for key in toggled:
        panel = panel._toggled(key)
    lines = panel.model.items
    assert isinstance(lines, FactLines)
    keys = [item.key for item in lines]
    assert len(set(keys)) == len(keys)
    assert [lines.index_of(key) for key in keys] == list(range(len(keys)))
    unfolded = sum(key.part is Part.GROUP and int(str(key.name)[1:]) < count for key in toggled)
    shown = LineKey(Part.KIND, FactKind.PERSON) not in toggled
    if count:
        heading = lines.index_of(LineKey(Part.KIND, FactKind.PERSON))
        assert heading is not None
        assert len(lines) - heading == 1 + shown * (count + unfolded * mentions)


def test_a_screen_makes_no_more_lines_than_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = names_panel(20_000, 2)
    made = []
    group = FactLines._group

    def counted(self: FactLines, *args: object, **kwargs: object) -> object:
        made.append(args)
        return group(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(FactLines, "_group", counted)
    for steps in (1, 29, 10**6, -1, -29, 5000):
        made.clear()
        panel = panel.moved(steps)
        panel.model.painted(34, panel.height, Direction.LTR, focused=True)
        assert len(made) <= panel.height + 5


def test_unfolded_mentions_show_the_words_around_them() -> None:
    panel = names_panel(3, 3)._toggled(LineKey(Part.GROUP, FactKind.PERSON, "n000001"))
    row = panel.model.items.index_of(LineKey(Part.MENTION, FactKind.PERSON, "n000001", 1))  # type: ignore[attr-defined]
    item = panel.model.items[row]
    assert "n000000 n000001 n000002" in item.text.text
    start, end, _ = item.text.spans[0]
    assert item.text.text[start:end] == "n000001"
    assert item.target is not None
    assert panel.document.slice(item.target) == "n000001"


def test_the_reading_position_is_marked_at_the_side_reading_begins_at() -> None:
    panel = names_panel(2, 2)
    here = tuple(panel.groupings.index.starting_in(panel.document.range)[1:2])
    panel = panel.at(here, follow=False)
    for base, edge in ((Direction.LTR, 0), (Direction.RTL, -1)):
        rows = panel.model.painted(34, panel.height, base, focused=True)
        lit = [text_of(row) for row in rows if text_of(row)[edge] in "▌▐"]
        assert len(lit) == 1
        assert "n000001" in lit[0]


def test_a_folded_kind_is_marked_for_what_it_hides() -> None:
    panel = names_panel(2, 2)
    here = tuple(panel.groupings.index.starting_in(panel.document.range)[1:2])
    panel = panel._toggled(LineKey(Part.KIND, FactKind.PERSON)).at(here, follow=False)
    assert panel.model.marked is not None
    (row,) = panel.model.marked
    assert panel.model.items[row].key == LineKey(Part.KIND, FactKind.PERSON)
