"""Every text of every theme can be read: the contrast of WCAG 2.2, computed over all roles and what lies over them.

As a table: ``python -m tests.tui.test_themes``.
"""

from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from reader.model import Attributes, Look
from reader.terminal.palette import DARK, LIGHT, Palette
from reader.terminal.style import ColourDepth, Rgb, Style, sgr
from reader.tui.contrast import READABLE, contrast, contrast_of, readable
from reader.tui.layers import Ink, Layer
from reader.tui.themes import Theme
from reader.view.styled import Role, TextRole
from reader.view.theme_names import OWN_THEMES, THEMES

DRAWN = {TextRole.TRACK, TextRole.THUMB, TextRole.GRAPH, TextRole.CURRENT, TextRole.BOOKMARK}
"""Lines and bars, no letters."""

OVER = (
    None, TextRole.HIGHLIGHT, TextRole.HIGHLIGHT_GREEN, TextRole.HIGHLIGHT_BLUE, TextRole.HIGHLIGHT_PINK, TextRole.HIT,
    TextRole.TARGET, TextRole.HIT_CURRENT, TextRole.SELECTION, TextRole.CURSOR, TextRole.CURSOR_IDLE, TextRole.HINT,
)  # fmt: skip
"""What may lie over any other role: marks, hits, the selection, the cursor of lists."""

UNDER = (TextRole.TEXT, TextRole.CODE_BLOCK, TextRole.RULER, TextRole.BAR, TextRole.FIELD)
"""What has a ground of its own for others to stand on."""


def _hex(colours: str) -> tuple[Rgb, ...]:
    return tuple(Rgb(*bytes.fromhex(colour)) for colour in colours.split())


SOLARIZED = _hex(
    "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"
)
TANGO = _hex(
    "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec"
)
KITTY = _hex(
    "000000 cc0403 19cb00 cecb00 0d73cc cb1ed1 0dcdcd dddddd 767676 f2201f 23fd00 fffd00 1a8fff fd28ff 14ffff ffffff"
)

PALETTES = {
    "xterm on black": (DARK,),
    "xterm on white": (LIGHT,),
    "not told": (DARK, LIGHT),
    "Solarized dark": (Palette(Rgb(131, 148, 150), Rgb(0, 43, 54), SOLARIZED),),
    "Solarized light": (Palette(Rgb(88, 110, 117), Rgb(253, 246, 227), SOLARIZED),),
    "Tango on black": (Palette(Rgb(211, 215, 207), Rgb(0, 0, 0), TANGO),),
    "Tango on white": (Palette(Rgb(46, 52, 54), Rgb(255, 255, 255), TANGO),),
    "kitty": (Palette(Rgb(221, 221, 221), Rgb(0, 0, 0), KITTY),),
}


def stretches() -> Iterator[tuple[Role, ...]]:
    """What roles lie over each other on a screen."""
    letters = [role for role in TextRole if role not in {*DRAWN, *UNDER, *OVER, TextRole.FIELD_CURSOR}]
    for under, role, over in product(UNDER, letters, OVER):
        bar = under in {TextRole.BAR, TextRole.FIELD}
        if not bar or over is None:
            yield (TextRole.TEXT, under, role, *((over,) if over else ()))


def least(theme: Theme, palettes: Iterable[Palette]) -> tuple[float, tuple[Role, ...]]:
    """The least contrast of a theme, and where it is."""
    return min((contrast_of(theme.look_of(roles), palette), roles) for roles in stretches() for palette in palettes)


def sent_as(look: Layer, depth: ColourDepth) -> Layer:
    """A look as a terminal of fewer colours is sent it."""

    def index(ink: Ink) -> Ink:
        if not isinstance(ink, Rgb):
            return ink
        code = sgr(None, Style(ink), depth).rstrip("m").split(";")[-1]
        return int(code)

    return look._replace(foreground=index(look.foreground), background=index(look.background))


@pytest.mark.parametrize("name", [name for name in THEMES if name not in {"terminal", "mono"}])
def test_every_text_of_a_theme_with_colours_of_its_own_can_be_read(name: str) -> None:
    ratio, roles = least(Theme(name), (DARK,))
    assert ratio >= READABLE, roles


@pytest.mark.parametrize("name", [name for name in OWN_THEMES if name not in {"terminal", "mono"}])
def test_our_themes_can_be_read_in_256_colours(name: str) -> None:
    theme = Theme(name)
    for roles in stretches():
        look = sent_as(theme.look_of(roles), ColourDepth.PALETTE)
        assert contrast_of(look, DARK) >= READABLE, roles


@pytest.mark.parametrize("palettes", PALETTES.values(), ids=PALETTES)
def test_what_the_terminals_colours_hide_is_set_in_its_own(palettes: tuple[Palette, ...]) -> None:
    usual = min(contrast(palette.foreground, palette.background) for palette in palettes)
    for depth in (ColourDepth.ANSI, ColourDepth.PALETTE, ColourDepth.TRUE):
        ratio, roles = least(Theme("terminal", palettes, depth), palettes)
        assert ratio >= min(READABLE, usual), roles


@pytest.mark.parametrize("palettes", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("name", ["high-contrast", "sepia"])  # of the others each dark or light one is the same
def test_every_text_of_a_theme_can_be_read_in_sixteen_colours(name: str, palettes: tuple[Palette, ...]) -> None:
    theme = Theme(name, palettes, ColourDepth.ANSI)
    plain = theme.look_of((TextRole.TEXT,))
    usual = min(contrast(palette.colours[0], palette.colours[15]) for palette in palettes)
    ratio, roles = least(theme, palettes)
    assert ratio >= min(READABLE, usual), roles
    assert plain.foreground in {0, 15}
    looks = [theme.look_of(roles) for roles in stretches()]
    assert all(sent_as(look, ColourDepth.ANSI) == look for look in looks)
    assert not any(look.background is None and not look.on & Attributes.REVERSE for look in looks)


@pytest.mark.parametrize("palettes", PALETTES.values(), ids=PALETTES)
def test_hits_in_what_a_command_printed_can_be_read(palettes: tuple[Palette, ...]) -> None:
    theme = Theme("terminal", palettes)
    green = Look(foreground="2")
    assert theme.look_of((TextRole.TEXT, green)).foreground == 2
    for over in (TextRole.HIT, TextRole.HIT_CURRENT, TextRole.TARGET, TextRole.SELECTION, TextRole.HIGHLIGHT):
        look = theme.look_of((TextRole.TEXT, green, over))
        usual = min(contrast(palette.foreground, palette.background) for palette in palettes)
        assert min(contrast_of(look, palette) for palette in palettes) >= min(READABLE, usual)


@pytest.mark.parametrize("palettes", PALETTES.values(), ids=PALETTES)
def test_what_is_muted_stands_out_no_more_than_the_text(palettes: tuple[Palette, ...]) -> None:
    theme = Theme("terminal", palettes)
    for palette in palettes:
        plain = contrast_of(theme.look_of((TextRole.TEXT,)), palette)
        for role in (TextRole.MUTED, TextRole.CODE_REMARK, TextRole.PANE_TITLE_IDLE):
            assert contrast_of(theme.look_of((TextRole.TEXT, role)), palette) <= plain


@pytest.mark.parametrize("palettes", PALETTES.values(), ids=PALETTES)
def test_black_is_never_bold(palettes: tuple[Palette, ...]) -> None:
    theme = Theme("terminal", palettes)
    looks = [theme.look_of(roles) for roles in stretches()]
    assert not any(look.on & Attributes.BOLD and look.foreground == 0 for look in looks)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("palettes", PALETTES.values(), ids=PALETTES)
def test_what_matters_is_told_apart(name: str, palettes: tuple[Palette, ...]) -> None:
    for depth in (ColourDepth.PALETTE, *((ColourDepth.MONO, ColourDepth.ANSI) if name in OWN_THEMES else ())):
        _is_told_apart(Theme(name, palettes, depth))


def _is_told_apart(theme: Theme) -> None:
    plain = theme.look_of((TextRole.TEXT,))
    for role in (*OVER[1:], TextRole.STRONG, TextRole.LINK, TextRole.STRUCK, TextRole.NOTICE, TextRole.RULER):
        assert role is not None
        assert theme.look_of((TextRole.TEXT, role)) != plain, role
    levels = ((TextRole.HEADING, TextRole.HEADING_TOP), (TextRole.HEADING,), (TextRole.HEADING, TextRole.HEADING_LOW))
    looks = [theme.look_of((TextRole.TEXT, *level)) for level in levels]
    assert len({*looks, plain}) == 4
    assert theme.look_of((TextRole.TEXT, TextRole.HIT)) != theme.look_of((TextRole.TEXT, TextRole.HIT_CURRENT))


def test_the_bar_of_a_lists_cursor_looks_the_same_from_end_to_end() -> None:
    for theme in map(Theme, THEMES):
        looks = {
            (look.foreground, look.background, look.on & Attributes.REVERSE)
            for look in (theme.look_of((TextRole.TEXT, role, TextRole.CURSOR)) for role in TextRole)
        }
        assert theme.name == "mono" or len(looks) == 1, theme.name


def test_colours_are_moved_until_they_can_be_read() -> None:
    grounds = (Rgb(255, 255, 255), Rgb(230, 226, 216))
    moved = readable(Rgb(0, 205, 205), grounds)
    assert all(contrast(moved, ground) >= READABLE for ground in grounds)
    assert readable(Rgb(0, 0, 0), grounds) == Rgb(0, 0, 0)


if __name__ == "__main__":
    for own in THEMES[1:]:
        if own != "mono":
            print(f"{own:24}{least(Theme(own), (DARK,))[0]:6.2f}")
    for where, shown in PALETTES.items():
        print(f"{'terminal, ' + where:24}{least(Theme('terminal', shown), shown)[0]:6.2f}")
