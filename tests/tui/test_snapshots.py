"""Pictures of the chrome: sizes, directions, themes and languages. They are looked at when they change.

An exported picture holds text in the order it was painted; the export says so to the browser that shows it.
"""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from reader.formats import parse_text
from tests.running import application, settled
from tests.samples import ENGLISH, chronicle, history

Compare = Callable[..., bool]
SIZES = [(80, 24), (120, 40)]


def after(*keys: str) -> Callable[[Pilot[int]], object]:
    async def press(pilot: Pilot[int]) -> None:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)

    return press


@pytest.mark.parametrize("size", SIZES)
def test_right_to_left_document(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(application(), terminal_size=size, run_before=after("]", "]"))


@pytest.mark.parametrize("size", SIZES)
def test_left_to_right_document(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(application(parse_text(ENGLISH)), terminal_size=size, run_before=after("]"))


@pytest.mark.parametrize("size", SIZES)
def test_search_open(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(application(language="ar"), terminal_size=size, run_before=after("/", *"ميتا"))


@pytest.mark.parametrize("size", SIZES)
def test_bookmarks_open(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(application(language="ar"), terminal_size=size, run_before=after("m", "]", "]", "m", "'"))


@pytest.mark.parametrize("language", ["en", "ar", "he", "fa", "ur"])
def test_help(snap_compare: Compare, language: str) -> None:
    assert snap_compare(application(language=language), terminal_size=(80, 30), run_before=after("?"))


@pytest.mark.parametrize("theme", ["dark", "light", "mono"])
def test_themes(snap_compare: Compare, theme: str) -> None:
    assert snap_compare(
        application(language="ar", theme=theme), terminal_size=(100, 30), run_before=after("tab", "down", "enter")
    )


def test_a_small_window(snap_compare: Compare) -> None:
    assert snap_compare(application(), terminal_size=(20, 5), run_before=after("]"))


def test_a_narrow_window_shows_the_tree_alone(snap_compare: Compare) -> None:
    assert snap_compare(application(language="he"), terminal_size=(40, 12), run_before=after("shift+tab"))


@pytest.mark.parametrize("size", SIZES)
def test_facts_of_a_right_to_left_document(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = ("u", "w", "tab", "g", *["down"] * 9)
    assert snap_compare(application(chronicle(), language="ar"), terminal_size=size, run_before=after(*keys))


@pytest.mark.parametrize("size", SIZES)
def test_facts_of_a_left_to_right_document(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = ("u", "w", "tab", "g", *["down"] * 8, "right", "right", "enter")
    assert snap_compare(application(history()), terminal_size=size, run_before=after(*keys))


@pytest.mark.parametrize("theme", ["terminal", "mono"])
def test_mentions_unfolded(snap_compare: Compare, theme: str) -> None:
    app = application(language="he", theme=theme)
    keys = ("u", "w", "tab", "/", *"deepseek", "enter", "left", "down", "n")
    assert snap_compare(app, terminal_size=(100, 24), run_before=after(*keys))


def test_facts_filtered_in_a_narrow_window(snap_compare: Compare) -> None:
    keys = ("tab", "/", *"ميتا")
    assert snap_compare(application(language="fa"), terminal_size=(40, 14), run_before=after(*keys))
