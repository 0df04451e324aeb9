"""The panel's keys: folding, unfolding, walking along the time line, filtering, copying."""

from reader.formats import parse_text
from reader.locale import Messages
from reader.model import Direction, FactKind, Range
from reader.view.panel.head import ABOUT, CHART, MARKS, TIMELINE
from reader.view.panel.line_keys import LineKey, Part
from reader.view.panel.panel import Panel
from tests.documents import document_of
from tests.view.panel.stated import dates, fact, names_panel, panel_of, text_of

PERSONS = LineKey(Part.KIND, FactKind.PERSON)
FIRST = LineKey(Part.GROUP, FactKind.PERSON, "n000000")


def at(panel: Panel, key: LineKey) -> Panel:
    """The cursor put on a line."""
    assert panel.model.index_of(key) is not None, key
    return panel.with_model(panel.model.at_key(key))


def painted(panel: Panel, base: Direction = Direction.LTR) -> list[str]:
    return [text_of(row) for row in panel.model.painted(34, panel.height, base, focused=True)]


def towards(panel: Panel, *, inwards: bool) -> Panel:
    return panel.turned(right=inwards != panel.document.direction.is_rtl)


def test_the_cursor_begins_on_the_first_fact() -> None:
    assert names_panel().key == FIRST


def test_inwards_unfolds_then_enters_and_outwards_leaves_then_folds() -> None:
    panel = names_panel(2, 3)
    panel = towards(panel, inwards=True)
    assert FIRST in panel.toggled
    assert panel.key == FIRST
    panel = towards(panel, inwards=True)
    assert panel.key == LineKey(Part.MENTION, FactKind.PERSON, "n000000", 0)
    assert panel.fact == panel.groupings.index.starting_in(panel.document.range)[0]
    panel = towards(panel, inwards=False)
    assert panel.key == FIRST
    panel = towards(panel, inwards=False)
    assert FIRST not in panel.toggled
    panel = towards(panel, inwards=False)
    assert panel.key == PERSONS
    panel = towards(panel, inwards=False)
    assert panel.model.index_of(FIRST) is None
    panel = towards(panel, inwards=True)
    assert panel.model.index_of(FIRST) is not None


def test_the_arrows_mean_the_screens_left_and_right() -> None:
    right_to_left = names_panel(2, 3)
    assert right_to_left.document.direction.is_rtl
    assert FIRST in right_to_left.turned(right=False).toggled
    english = parse_text("Somebody said it.\n\nSomebody did it.\n")
    facts = [fact(0, FactKind.PERSON, entity="s", length=8), fact(19, FactKind.PERSON, entity="s", length=8)]
    assert panel_of(english, facts).turned(right=True).toggled


def test_one_mention_does_not_unfold() -> None:
    panel = names_panel(2, 1)
    assert towards(panel, inwards=True) == panel


def test_enter_on_a_heading_folds_it_and_unfolds_it() -> None:
    panel = at(names_panel(), PERSONS)
    folded = panel.opened()
    assert folded.model.index_of(FIRST) is None
    assert folded.key == PERSONS
    assert folded.opened().model.index_of(FIRST) is not None


def test_the_document_and_the_pictures_are_folded_away_section_by_section() -> None:
    facts = [*dates("1990", "2000"), fact(20, FactKind.PLACE, entity="a"), fact(30, FactKind.PLACE, entity="a")]
    facts += [fact(40, FactKind.PLACE, entity="b"), fact(50, FactKind.PLACE, entity="b")]
    document = document_of("x" * 100)
    section = panel_of(document, facts, whole=False)
    for key in (ABOUT, TIMELINE, CHART):
        assert section.model.index_of(key) is not None
    assert section.model.index_of(MARKS) is None
    whole = section.scope_toggled()
    assert whole.model.index_of(MARKS) is not None
    assert whole.scope_toggled().model.index_of(MARKS) is None


def test_the_arrows_walk_along_the_time_line() -> None:
    facts = dates("1990", "2000", "2000", "2020")
    panel = at(panel_of(document_of("x" * 100), facts), MARKS)
    assert panel.group is not None
    assert panel.group.facts == (facts[0],)
    panel = towards(panel, inwards=True)
    assert panel.group is not None
    assert panel.group.facts == (facts[1], facts[2])
    panel = towards(towards(panel, inwards=True), inwards=True)
    assert panel.fact == facts[3]
    panel = towards(panel, inwards=False)
    assert panel.fact == facts[1]
    assert "×2" in panel.details


def test_without_dates_and_names_there_are_no_pictures() -> None:
    panel = panel_of(document_of("x" * 100), [fact(0, FactKind.NUMBER, 7), *dates("XXXX-01-01")])
    assert panel.model.index_of(TIMELINE) is None
    assert panel.model.index_of(CHART) is None


def test_a_filter_hides_what_does_not_match_and_gives_it_back() -> None:
    panel = names_panel(12, 2)
    filtered = panel.filtered("n000011")
    assert [item.key for item in filtered.model.items] == [
        PERSONS,
        LineKey(Part.GROUP, FactKind.PERSON, "n000011"),
    ]
    assert filtered.key == LineKey(Part.GROUP, FactKind.PERSON, "n000011")
    assert painted(filtered.filtered("").moved(-100)) == painted(panel.moved(-100))
    assert "No fact matches" in painted(panel.filtered("zzz"))[0]


def test_what_is_typed_behind_a_page_of_filter_changes_nothing() -> None:
    typed = names_panel(12, 2).filtered("n000011 " * 200)
    longer = typed.filtered(typed.query + "zzz")
    assert longer.query == typed.query + "zzz"
    assert longer.model is typed.model


def test_a_filter_finds_a_kind_by_its_name_in_the_interfaces_language() -> None:
    panel = names_panel(2, 1)
    assert panel.filtered("people").group is not None
    assert panel.filtered("أشخاص").group is None
    assert panel.translated(Messages("ar")).filtered("اشخاص").group is not None


def test_what_is_copied() -> None:
    document = document_of("a sum of 80 billion dollars")
    panel = panel_of(document, [fact(9, FactKind.MONEY, 80_000_000_000, unit="USD", length=18)])
    assert panel.copied(value=False) == "80 billion dollars"
    assert panel.copied(value=True) == "80000000000 USD"
    words = at(panel, LineKey(Part.ABOUT, None, 0))
    assert words.copied(value=False) == "right to left"
    assert at(panel, ABOUT).copied(value=False) == ""


def test_another_section_has_other_facts() -> None:
    document = document_of("x" * 100)
    facts = [fact(0, FactKind.PLACE, entity="a"), fact(50, FactKind.PLACE, entity="b")]
    panel = panel_of(document, facts, whole=False)
    panel = panel.in_section(Range(document.range.start, facts[1].range.start))
    assert panel.model.index_of(LineKey(Part.GROUP, FactKind.PLACE, "b")) is None
    assert panel.scope_toggled().model.index_of(LineKey(Part.GROUP, FactKind.PLACE, "b")) is not None


def test_the_cursor_follows_to_a_mark_that_shows_else_to_the_first() -> None:
    panel = names_panel(100, 1)
    facts = panel.groupings.index.starting_in(panel.document.range)
    followed = panel.at((facts[70],), follow=True)
    assert followed.fact == facts[70]
    assert followed.model.top <= followed.model.cursor < followed.model.top + followed.height
    stays = followed.at((facts[2], facts[69]), follow=True)
    assert stays.fact == facts[69]
    assert panel.at((facts[70],), follow=False).fact == facts[0]


def test_progress_shows_while_it_lasts() -> None:
    document = document_of("x" * 100)
    panel = Panel.of(document, Messages("en"), document.range).sized(34, 20).with_progress(0.4)
    assert any("40%" in row and "▄" in row for row in painted(panel))
    assert not any("No facts" in row for row in painted(panel))
    assert any("No facts" in row for row in painted(panel_of(document, [])))


def test_underlined_kinds_show_how_in_their_headings() -> None:
    panel = names_panel().with_underlined(frozenset({FactKind.PERSON}))
    item = panel.model.items[panel.model.index_of(PERSONS) or 0]
    assert len({span.role for span in item.text.spans}) == 2
