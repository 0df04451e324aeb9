"""What each role looks like.

The default theme uses the terminal's own sixteen colours and background, so it suits light and dark.
"""

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color
from rich.style import Style

from reader.model import Attributes, Look
from reader.view.styled import Role, TextRole

_TERMINAL: Mapping[TextRole, str] = {
    TextRole.MUTED: "bright_black",
    TextRole.HEADING: "bold",
    TextRole.TITLE: "bold",
    TextRole.STRONG: "bold",
    TextRole.EMPHASIS: "italic",
    TextRole.CODE: "cyan",
    TextRole.LINK: "underline blue",
    TextRole.QUOTE: "green",
    TextRole.FACT_FIGURE: "underline green",
    TextRole.FACT_TIME: "underline magenta",
    TextRole.FACT_NAME: "underline bold cyan",
    TextRole.FACT_WORDS: "underline yellow",
    TextRole.FACT_ADDRESS: "underline dim blue",
    TextRole.GRAPH: "cyan",
    TextRole.MARKER: "bright_black",
    TextRole.BOOKMARK: "yellow",
    TextRole.HIGHLIGHT: "black on bright_yellow",
    TextRole.HIGHLIGHT_GREEN: "black on green",
    TextRole.HIGHLIGHT_BLUE: "black on bright_blue",
    TextRole.HIGHLIGHT_PINK: "black on bright_magenta",
    TextRole.CURSOR: "reverse",
    TextRole.CURSOR_IDLE: "bold underline",
    TextRole.CURRENT: "cyan",
    TextRole.TARGET: "black on cyan",
    TextRole.SELECTION: "reverse",
    TextRole.HIT: "black on yellow",
    TextRole.HIT_CURRENT: "black on bright_green",
    TextRole.HINT: "bold reverse",
    TextRole.BAR: "reverse",
    TextRole.BAR_KEY: "bold",
    TextRole.PANE_TITLE: "bold cyan",
    TextRole.PANE_TITLE_IDLE: "bright_black",
    TextRole.TRACK: "bright_black",
    TextRole.THUMB: "cyan",
    TextRole.FIELD: "",
    TextRole.FIELD_CURSOR: "reverse",
    TextRole.NOTICE: "bold",
    TextRole.ERROR: "bold red",
}

_MONO: Mapping[TextRole, str] = {
    TextRole.HEADING: "bold",
    TextRole.TITLE: "bold",
    TextRole.STRONG: "bold",
    TextRole.EMPHASIS: "italic",
    TextRole.LINK: "underline",
    TextRole.FACT_FIGURE: "underline",
    TextRole.FACT_TIME: "underline dim",
    TextRole.FACT_NAME: "underline bold",
    TextRole.FACT_WORDS: "underline italic",
    TextRole.FACT_ADDRESS: "underline bold italic",
    TextRole.HIGHLIGHT: "underline",
    TextRole.HIGHLIGHT_GREEN: "underline italic",
    TextRole.HIGHLIGHT_BLUE: "underline bold italic",
    TextRole.HIGHLIGHT_PINK: "underline dim",
    TextRole.CURSOR: "reverse",
    TextRole.CURSOR_IDLE: "underline",
    TextRole.CURRENT: "bold",
    TextRole.TARGET: "reverse",
    TextRole.SELECTION: "reverse",
    TextRole.HIT: "underline bold",
    TextRole.HIT_CURRENT: "reverse bold",
    TextRole.HINT: "reverse bold",
    TextRole.BAR: "reverse",
    TextRole.PANE_TITLE: "bold underline",
    TextRole.FIELD_CURSOR: "reverse",
    TextRole.NOTICE: "bold",
    TextRole.ERROR: "bold",
}


def _coloured(
    *, text: str, ground: str, muted: str, accent: str, warm: str, shade: str, markers: tuple[str, str, str, str]
) -> Mapping[TextRole, str]:
    """A theme of true colours: text on ground, two accents, a shade for bars, four markers' grounds."""
    on = f"on {ground}"
    yellow, green, blue, pink = markers
    return {
        TextRole.TEXT: f"{text} {on}",
        TextRole.MUTED: muted,
        TextRole.HEADING: f"bold {accent}",
        TextRole.TITLE: f"bold {accent}",
        TextRole.STRONG: "bold",
        TextRole.EMPHASIS: "italic",
        TextRole.CODE: warm,
        TextRole.LINK: f"underline {accent}",
        TextRole.QUOTE: muted,
        TextRole.FACT_FIGURE: f"underline {accent}",
        TextRole.FACT_TIME: f"underline {warm}",
        TextRole.FACT_NAME: f"underline bold {accent}",
        TextRole.FACT_WORDS: f"underline {muted}",
        TextRole.FACT_ADDRESS: f"underline dim {accent}",
        TextRole.GRAPH: accent,
        TextRole.MARKER: muted,
        TextRole.BOOKMARK: warm,
        TextRole.HIGHLIGHT: f"{text} on {yellow}",
        TextRole.HIGHLIGHT_GREEN: f"{text} on {green}",
        TextRole.HIGHLIGHT_BLUE: f"{text} on {blue}",
        TextRole.HIGHLIGHT_PINK: f"{text} on {pink}",
        TextRole.CURSOR: f"{ground} on {accent}",
        TextRole.CURSOR_IDLE: f"{text} on {shade}",
        TextRole.CURRENT: accent,
        TextRole.TARGET: f"{text} on {shade}",
        TextRole.SELECTION: f"{ground} on {muted}",
        TextRole.HIT: f"{ground} on {warm}",
        TextRole.HIT_CURRENT: f"bold {ground} on {accent}",
        TextRole.HINT: f"bold {ground} on {text}",
        TextRole.BAR: f"{text} on {shade}",
        TextRole.BAR_KEY: f"bold {accent}",
        TextRole.PANE_TITLE: f"bold {accent}",
        TextRole.PANE_TITLE_IDLE: muted,
        TextRole.TRACK: shade,
        TextRole.THUMB: accent,
        TextRole.FIELD: f"{text} on {shade}",
        TextRole.FIELD_CURSOR: f"{ground} on {accent}",
        TextRole.NOTICE: f"bold {accent}",
        TextRole.ERROR: f"bold {warm}",
    }


THEMES: Mapping[str, Mapping[TextRole, str]] = {
    "terminal": _TERMINAL,
    "dark": _coloured(
        text="#d8dee9",
        ground="#1d2128",
        muted="#7b8797",
        accent="#88c0d0",
        warm="#ebcb8b",
        shade="#333b48",
        markers=("#4f4a20", "#254a2c", "#1f4260", "#56294a"),
    ),
    "light": _coloured(
        text="#2b2f36",
        ground="#fbfaf7",
        muted="#8a8578",
        accent="#0b6a8f",
        warm="#a4570b",
        shade="#e6e2d8",
        markers=("#fdf0a3", "#cdebc5", "#cbe2f7", "#f6d3e6"),
    ),
    "mono": _MONO,
}


@lru_cache(maxsize=512)
def style_of(theme: str, roles: tuple[Role, ...]) -> Style:
    """The look of a stretch: the styles of its roles laid over each other in order.

    What a command printed keeps its colours in every theme that has some.
    """
    styles = THEMES[theme]
    look = Style.parse(styles.get(TextRole.TEXT, ""))
    for role in roles:
        look += (
            _printed(role, coloured=theme != "mono") if isinstance(role, Look) else Style.parse(styles.get(role, ""))
        )
    return look


def _printed(look: Look, *, coloured: bool) -> Style:
    """A look that a command gave its text."""
    has = look.attributes.__contains__
    return Style(
        color=_colour(look.foreground) if coloured else None,
        bgcolor=_colour(look.background) if coloured else None,
        bold=has(Attributes.BOLD) or None,
        dim=has(Attributes.DIM) or None,
        italic=has(Attributes.ITALIC) or None,
        underline=has(Attributes.UNDERLINE) or None,
        blink=has(Attributes.BLINK) or None,
        reverse=has(Attributes.REVERSE) or None,
        strike=has(Attributes.STRIKE) or None,
    )


def _colour(colour: str) -> Color | None:
    if not colour:
        return None
    return Color.parse(colour) if colour.startswith("#") else Color.from_ansi(int(colour))
