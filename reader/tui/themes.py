"""The look of each role.

The theme ``terminal`` uses the terminal's own colours and background, as far as they can be read on each other; the
others bring theirs along, in which every role can be read.
"""

from collections.abc import Mapping, Sequence

from reader.model import Attributes, Look
from reader.terminal.palette import DARK, Palette, is_light
from reader.terminal.style import ColourDepth, Rgb
from reader.tui.contrast import READABLE, blended, contrast, contrast_of
from reader.tui.layers import Ink, Layer, ink_of, layer_of
from reader.view.styled import Role, TextRole

Styles = Mapping[TextRole, str]

_MARKS: Styles = {
    TextRole.HEADING: "bold",
    TextRole.HEADING_TOP: "bold underline",
    TextRole.HEADING_LOW: "not bold underline",
    TextRole.TITLE: "bold",
    TextRole.STRONG: "bold",
    TextRole.EMPHASIS: "italic",
    TextRole.STRUCK: "strike",
    TextRole.LINK: "underline",
    TextRole.BAR_KEY: "bold",
    TextRole.NOTICE: "bold",
}
"""Attributes that tell roles apart in every theme."""

_MONO: Styles = {
    **_MARKS,
    TextRole.FACT_FIGURE: "underline",
    TextRole.FACT_TIME: "underline dim",
    TextRole.FACT_NAME: "underline bold",
    TextRole.FACT_WORDS: "underline italic",
    TextRole.FACT_ADDRESS: "underline bold italic",
    TextRole.CODE_WORD: "bold",
    TextRole.CODE_REMARK: "italic",
    TextRole.HIGHLIGHT: "underline",
    TextRole.HIGHLIGHT_GREEN: "underline italic",
    TextRole.HIGHLIGHT_BLUE: "underline bold italic",
    TextRole.HIGHLIGHT_PINK: "underline bold",
    TextRole.RULER: "underline",
    TextRole.CURSOR: "not bold not underline reverse",
    TextRole.CURSOR_IDLE: "underline",
    TextRole.CURRENT: "bold",
    TextRole.TARGET: "not bold reverse",
    TextRole.SELECTION: "not bold not underline reverse",
    TextRole.HIT: "bold underline",
    TextRole.HIT_CURRENT: "not underline bold reverse",
    TextRole.HINT: "not underline bold reverse",
    TextRole.BAR: "reverse",
    TextRole.PANE_TITLE: "bold underline",
    TextRole.FIELD_CURSOR: "reverse",
    TextRole.ERROR: "bold",
}
"""Attributes alone. It also tells how a role is told apart in a terminal in whose colours it cannot be read."""

_ON_TOP = "not bold not italic not underline default on default reverse"
"""The bar of a cursor has one look from end to end, whatever lies under it."""

_TERMINAL: Styles = {
    **_MARKS,
    TextRole.MUTED: "bright_black",
    TextRole.HEADING_LOW: "not bold cyan",
    TextRole.CODE: "cyan",
    TextRole.CODE_WORD: "magenta",
    TextRole.CODE_STRING: "green",
    TextRole.CODE_REMARK: "italic bright_black",
    TextRole.CODE_NUMBER: "yellow",
    TextRole.CODE_NAME: "cyan",
    TextRole.LINK: "underline blue",
    TextRole.QUOTE: "green",
    TextRole.FACT_FIGURE: "underline green",
    TextRole.FACT_TIME: "underline magenta",
    TextRole.FACT_NAME: "underline bold cyan",
    TextRole.FACT_WORDS: "underline yellow",
    TextRole.FACT_ADDRESS: "underline italic blue",
    TextRole.GRAPH: "cyan",
    TextRole.MARKER: "bright_black",
    TextRole.BOOKMARK: "yellow",
    TextRole.HIGHLIGHT: "not bold black on bright_yellow",
    TextRole.HIGHLIGHT_GREEN: "not bold black on green",
    TextRole.HIGHLIGHT_BLUE: "not bold black on bright_blue",
    TextRole.HIGHLIGHT_PINK: "not bold black on bright_magenta",
    TextRole.RULER: "underline",
    TextRole.CURSOR: _ON_TOP,
    TextRole.CURSOR_IDLE: "bold underline",
    TextRole.CURRENT: "cyan",
    TextRole.TARGET: "not bold black on cyan",
    TextRole.SELECTION: _ON_TOP,
    TextRole.HIT: "not bold black on yellow",
    TextRole.HIT_CURRENT: "not bold black on bright_green",
    TextRole.HINT: "not bold default on default reverse",
    TextRole.BAR: "reverse",
    TextRole.PANE_TITLE: "bold cyan",
    TextRole.PANE_TITLE_IDLE: "bright_black",
    TextRole.TRACK: "bright_black",
    TextRole.THUMB: "cyan",
    TextRole.FIELD_CURSOR: "reverse",
    TextRole.ERROR: "bold red",
}

_TERMINAL_LIGHT: Styles = {
    **_TERMINAL,
    TextRole.HEADING_LOW: "not bold blue",
    TextRole.CODE: "magenta",
    TextRole.CODE_WORD: "blue",
    TextRole.CODE_NUMBER: "red",
    TextRole.CODE_NAME: "magenta",
    TextRole.FACT_NAME: "underline bold blue",
    TextRole.FACT_WORDS: "underline red",
    TextRole.GRAPH: "blue",
    TextRole.BOOKMARK: "red",
    TextRole.CURRENT: "blue",
    TextRole.PANE_TITLE: "bold blue",
    TextRole.THUMB: "blue",
}
"""On a light ground the darker colours."""


def coloured(
    *, text: str, ground: str, muted: str, accent: str, warm: str, shade: str, markers: tuple[str, str, str, str]
) -> Styles:
    """A theme of true colours: text on ground, two accents, a shade for bars and code, four markers' grounds.

    Text, muted and the accents can be read on the ground and on the shade, and the text on the markers.
    """
    yellow, green, blue, pink = markers
    on_top = "not bold not italic not underline"
    return {
        **_MARKS,
        TextRole.TEXT: f"{text} on {ground}",
        TextRole.MUTED: muted,
        TextRole.HEADING: f"bold {accent}",
        TextRole.HEADING_LOW: f"not bold {accent}",
        TextRole.TITLE: f"bold {accent}",
        TextRole.CODE: warm,
        TextRole.CODE_BLOCK: f"{text} on {shade}",
        TextRole.CODE_WORD: f"bold {accent}",
        TextRole.CODE_STRING: warm,
        TextRole.CODE_REMARK: f"italic {muted}",
        TextRole.CODE_NUMBER: warm,
        TextRole.CODE_NAME: accent,
        TextRole.LINK: f"underline {accent}",
        TextRole.QUOTE: muted,
        TextRole.FACT_FIGURE: f"underline {accent}",
        TextRole.FACT_TIME: f"underline {warm}",
        TextRole.FACT_NAME: f"underline bold {accent}",
        TextRole.FACT_WORDS: f"underline {muted}",
        TextRole.FACT_ADDRESS: f"underline italic {accent}",
        TextRole.GRAPH: accent,
        TextRole.MARKER: muted,
        TextRole.BOOKMARK: warm,
        TextRole.HIGHLIGHT: f"{text} on {yellow}",
        TextRole.HIGHLIGHT_GREEN: f"{text} on {green}",
        TextRole.HIGHLIGHT_BLUE: f"{text} on {blue}",
        TextRole.HIGHLIGHT_PINK: f"{text} on {pink}",
        TextRole.RULER: f"on {shade}",
        TextRole.CURSOR: f"{on_top} {ground} on {accent}",
        TextRole.CURSOR_IDLE: f"on {shade}",
        TextRole.CURRENT: accent,
        TextRole.TARGET: f"underline {text} on {shade}",
        TextRole.SELECTION: f"{on_top} {ground} on {muted}",
        TextRole.HIT: f"not bold {ground} on {warm}",
        TextRole.HIT_CURRENT: f"not bold {ground} on {accent}",
        TextRole.HINT: f"not bold {ground} on {text}",
        TextRole.BAR: f"{text} on {shade}",
        TextRole.BAR_KEY: f"bold {accent}",
        TextRole.PANE_TITLE: f"bold {accent}",
        TextRole.PANE_TITLE_IDLE: muted,
        TextRole.TRACK: muted,
        TextRole.THUMB: accent,
        TextRole.FIELD: f"{text} on {shade}",
        TextRole.FIELD_CURSOR: f"{ground} on {accent}",
        TextRole.NOTICE: f"bold {accent}",
        TextRole.ERROR: f"bold {warm}",
    }


_COLOURED: Mapping[str, Styles] = {
    "dark": coloured(
        text="#d8dee9",
        ground="#1d2128",
        muted="#a3adbb",
        accent="#88c0d0",
        warm="#ebcb8b",
        shade="#333b48",
        markers=("#4f4a20", "#254a2c", "#1f4260", "#56294a"),
    ),
    "light": coloured(
        text="#2b2f36",
        ground="#fbfaf7",
        muted="#5f5a4e",
        accent="#0b5f80",
        warm="#8a4a08",
        shade="#e6e2d8",
        markers=("#fdf0a3", "#cdebc5", "#cbe2f7", "#f6d3e6"),
    ),
    "sepia": coloured(
        text="#3d2f1e",
        ground="#f4ecd8",
        muted="#63533c",
        accent="#6e3208",
        warm="#1c5a5c",
        shade="#e6d9ba",
        markers=("#f2d68c", "#d3dfa8", "#c9d9dc", "#eec9c0"),
    ),
    "high-contrast": coloured(
        text="#ffffff",
        ground="#000000",
        muted="#e4e4e4",
        accent="#ffff00",
        warm="#00ffff",
        shade="#303030",
        markers=("#5a3a00", "#004d1a", "#003a75", "#5c0040"),
    ),
}


class Theme:
    """The looks of every role.

    Args:
        name: Which theme it is: one of :data:`reader.view.theme_names.THEMES`.
        palettes: The colours that the terminal may have.
        depth: How many of them it is sent. With sixteen, a theme of true colours is its ground with the terminal's own
            colours on it; without any, themes are told apart by attributes alone.
    """

    def __init__(
        self, name: str, palettes: Sequence[Palette] = (DARK,), depth: ColourDepth = ColourDepth.PALETTE
    ) -> None:
        self.name = name
        styles = _MONO if depth is ColourDepth.MONO else _styles_of(name, palettes)
        if depth is ColourDepth.ANSI and TextRole.TEXT in styles:
            styles = _in_sixteen(styles)
        self._ground = layer_of(styles.get(TextRole.TEXT, ""))
        self._palettes = () if styles is _MONO or isinstance(self._ground.background, Rgb) else palettes
        self._styles = styles
        self._code_ground: Ink = None
        if name == "terminal" and depth is ColourDepth.TRUE and len(palettes) == 1:
            self._code_ground = blended(palettes[0].background, palettes[0].foreground, _SHADE)

    def look_of(self, roles: tuple[Role, ...]) -> Layer:
        """The look of a stretch: the styles of its roles laid over each other in order.

        What a command printed keeps its colours in every theme that has some.
        """
        look = self._ground
        printed = False
        for role in roles:
            if isinstance(role, Look):
                look, printed = look.under(_printed(role, coloured=self.name != "mono")), True
            else:
                layer = self._of(role)
                look, printed = look.under(layer), printed and layer.background is None
        return look if printed else self._readable(look, roles)

    def _of(self, role: TextRole) -> Layer:
        if role is TextRole.CODE_BLOCK and self._code_ground is not None:
            return Layer(background=self._code_ground)
        return layer_of(self._styles.get(role, ""))

    def _readable(self, look: Layer, roles: tuple[Role, ...]) -> Layer:
        """The look, if it can be read in the terminal's colours, else one that can.

        The colour gives way to its brighter or darker sister; else the default colours are used, and the roles are told
        apart by attributes.
        """
        for ink in (look.foreground, *_sisters(look, self._ground)):
            tried = _never_bold_black(look.under(Layer(ink)))
            if all(contrast_of(tried, palette) >= READABLE for palette in self._palettes):
                return tried
        plain = self._ground.under(Layer(on=look.on & _TOLD_APART, off=look.off & _TOLD_APART))
        for role in roles:
            if isinstance(role, TextRole):
                plain = plain.under(layer_of(_MONO.get(role, "")))
        return _never_bold_black(plain.under(Layer(off=Attributes.DIM)))


def _never_bold_black(look: Layer) -> Layer:
    """The look, but black told apart by other attributes than bold: many terminals would show it as their grey."""
    if look.foreground != 0:
        return look
    instead = Attributes.ITALIC | Attributes.UNDERLINE if look.on & Attributes.BOLD else Attributes.NONE
    return look.under(Layer(on=instead, off=Attributes.BOLD))


_TOLD_APART = Attributes.BOLD | Attributes.ITALIC | Attributes.UNDERLINE | Attributes.STRIKE
"""The attributes kept of a look that could not be read."""

_SHADE = 0.09
"""How much of the letters' colour is in the ground of code."""

_SISTER = 8
"""The distance between a colour's number and that of its brighter sister."""


def _styles_of(name: str, palettes: Sequence[Palette]) -> Styles:
    if name == "mono":
        return _MONO
    if name in _COLOURED:
        return _COLOURED[name]
    if name != "terminal":
        from reader.tui.textual_themes import coloured_like  # noqa: PLC0415 - the first screen is there before Textual

        return coloured(**coloured_like(name))
    light = all(is_light(palette.background) for palette in palettes)
    styles = _TERMINAL_LIGHT if light else _TERMINAL
    if any(_stands_out(palette.colours[_GREY], palette) for palette in palettes):
        return {role: style.replace("bright_black", "default") for role, style in styles.items()}
    return styles


def _stands_out(colour: Rgb, palette: Palette) -> bool:
    """Whether a colour is seen better than the text itself, and so is no muted one (Solarized on its light ground)."""
    return contrast(colour, palette.background) > contrast(palette.foreground, palette.background)


_GREY = 8
"""The number of bright black."""


def _in_sixteen(styles: Styles) -> Styles:
    """A theme of true colours in the terminal's sixteen: black or white for its ground, their inks on it."""
    ground = layer_of(styles[TextRole.TEXT]).background
    light = isinstance(ground, Rgb) and is_light(ground)
    plain = "black on bright_white" if light else "bright_white on black"
    inks = _TERMINAL_LIGHT if light else _TERMINAL
    own: Styles = {TextRole.TEXT: plain, **({TextRole.HEADING_TOP: "reverse"} if light else {})}
    return {**{role: style.replace("default on default", plain) for role, style in inks.items()}, **own}


def _sisters(look: Layer, ground: Layer) -> tuple[int, ...]:
    """The inks that may stand in for one: on a ground of its own black and white, else darker or brighter ones."""
    if look.background not in {None, "default", ground.background}:
        return (0, 15)
    number = look.foreground
    if not isinstance(number, int) or number % _SISTER == 0:
        return ()
    return ((number + _SISTER) % (2 * _SISTER),)


def _printed(look: Look, *, coloured: bool) -> Layer:
    """A look that a command gave its text."""
    if not coloured:
        return Layer(on=look.attributes)
    return Layer(ink_of(look.foreground), ink_of(look.background), look.attributes)
