"""Looks and the control sequences between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Attributes
from reader.terminal.style import PLAIN, ColourDepth, Rgb, Style, sgr
from tests.terminal.played import Played

components = st.integers(0, 255)
colours = st.none() | st.integers(0, 255) | st.builds(Rgb, components, components, components)
attributes = st.sets(
    st.sampled_from([Attributes.BOLD, Attributes.ITALIC, Attributes.UNDERLINE, Attributes.REVERSE])
).map(lambda chosen: Attributes(sum(each.value for each in chosen)))
styles = st.builds(Style, colours, colours, attributes)
depths = st.sampled_from(list(ColourDepth))


@given(st.lists(styles, min_size=1, max_size=6), depths)
def test_a_look_does_not_depend_on_the_one_before(chain: list[Style], depth: ColourDepth) -> None:
    straight, stepwise = Played(4, 1), Played(4, 1)
    straight.feed(sgr(None, chain[-1], depth) + "x")
    before: Style | None = None
    for style in chain:
        stepwise.feed(sgr(before, style, depth))
        before = style
    stepwise.feed("x")
    assert stepwise.screen.looks() == straight.screen.looks()


@given(styles, depths)
def test_the_same_look_costs_nothing(style: Style, depth: ColourDepth) -> None:
    assert sgr(style, style, depth) == ""


@given(styles)
def test_without_colours_only_attributes_are_sent(style: Style) -> None:
    assert sgr(PLAIN, style._replace(attributes=Attributes.NONE), ColourDepth.MONO) == ""


@pytest.mark.parametrize(
    ("colour", "depth", "sequence"),
    [
        (1, ColourDepth.ANSI, "\x1b[31m"),
        (9, ColourDepth.ANSI, "\x1b[91m"),
        (196, ColourDepth.ANSI, "\x1b[91m"),
        (196, ColourDepth.PALETTE, "\x1b[38;5;196m"),
        (Rgb(255, 0, 0), ColourDepth.PALETTE, "\x1b[38;5;196m"),
        (Rgb(118, 118, 118), ColourDepth.PALETTE, "\x1b[38;5;243m"),
        (Rgb(250, 250, 250), ColourDepth.ANSI, "\x1b[97m"),
        (Rgb(1, 2, 3), ColourDepth.TRUE, "\x1b[38;2;1;2;3m"),
    ],
)
def test_colours_become_the_nearest_there_is(colour: Rgb | int, depth: ColourDepth, sequence: str) -> None:
    assert sgr(PLAIN, Style(colour), depth) == sequence


def test_a_blank_is_plain_when_nothing_shows_on_it() -> None:
    assert Style(foreground=1, attributes=Attributes.BOLD).blank_is_plain
    assert not Style(background=1).blank_is_plain
    assert not Style(attributes=Attributes.UNDERLINE).blank_is_plain
    assert Style(background=1).blank_is_plain_but_for_background
