"""What each role looks like.

The default theme uses the terminal's own sixteen colours and background, so it suits light and dark.
"""

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style

from reader.view.styled import Role

_TERMINAL: Mapping[Role, str] = {
    Role.MUTED: "bright_black",
    Role.HEADING: "bold",
    Role.TITLE: "bold",
    Role.STRONG: "bold",
    Role.EMPHASIS: "italic",
    Role.CODE: "cyan",
    Role.LINK: "underline blue",
    Role.QUOTE: "green",
    Role.FACT_FIGURE: "underline green",
    Role.FACT_TIME: "underline magenta",
    Role.FACT_NAME: "underline bold cyan",
    Role.FACT_WORDS: "underline yellow",
    Role.FACT_ADDRESS: "underline dim blue",
    Role.GRAPH: "cyan",
    Role.MARKER: "bright_black",
    Role.BOOKMARK: "yellow",
    Role.HIGHLIGHT: "black on green",
    Role.CURSOR: "reverse",
    Role.CURSOR_IDLE: "bold underline",
    Role.CURRENT: "cyan",
    Role.FOCUS: "black on cyan",
    Role.SELECTION: "reverse",
    Role.HIT: "black on yellow",
    Role.HIT_CURRENT: "black on bright_green",
    Role.BAR: "reverse",
    Role.BAR_KEY: "bold",
    Role.PANE_TITLE: "bold cyan",
    Role.PANE_TITLE_IDLE: "bright_black",
    Role.TRACK: "bright_black",
    Role.THUMB: "cyan",
    Role.FIELD: "",
    Role.FIELD_CURSOR: "reverse",
    Role.NOTICE: "bold",
    Role.ERROR: "bold red",
}

_MONO: Mapping[Role, str] = {
    Role.HEADING: "bold",
    Role.TITLE: "bold",
    Role.STRONG: "bold",
    Role.EMPHASIS: "italic",
    Role.LINK: "underline",
    Role.FACT_FIGURE: "underline",
    Role.FACT_TIME: "underline dim",
    Role.FACT_NAME: "underline bold",
    Role.FACT_WORDS: "underline italic",
    Role.FACT_ADDRESS: "underline bold italic",
    Role.HIGHLIGHT: "underline",
    Role.CURSOR: "reverse",
    Role.CURSOR_IDLE: "underline",
    Role.CURRENT: "bold",
    Role.FOCUS: "reverse",
    Role.SELECTION: "reverse",
    Role.HIT: "underline bold",
    Role.HIT_CURRENT: "reverse bold",
    Role.BAR: "reverse",
    Role.PANE_TITLE: "bold underline",
    Role.FIELD_CURSOR: "reverse",
    Role.NOTICE: "bold",
    Role.ERROR: "bold",
}


def _coloured(
    *, text: str, ground: str, muted: str, accent: str, warm: str, shade: str, marker: str
) -> Mapping[Role, str]:
    """A theme of true colours: text on ground, two accents, a shade for bars, a marker's ground."""
    on = f"on {ground}"
    return {
        Role.TEXT: f"{text} {on}",
        Role.MUTED: muted,
        Role.HEADING: f"bold {accent}",
        Role.TITLE: f"bold {accent}",
        Role.STRONG: "bold",
        Role.EMPHASIS: "italic",
        Role.CODE: warm,
        Role.LINK: f"underline {accent}",
        Role.QUOTE: muted,
        Role.FACT_FIGURE: f"underline {accent}",
        Role.FACT_TIME: f"underline {warm}",
        Role.FACT_NAME: f"underline bold {accent}",
        Role.FACT_WORDS: f"underline {muted}",
        Role.FACT_ADDRESS: f"underline dim {accent}",
        Role.GRAPH: accent,
        Role.MARKER: muted,
        Role.BOOKMARK: warm,
        Role.HIGHLIGHT: f"{text} on {marker}",
        Role.CURSOR: f"{ground} on {accent}",
        Role.CURSOR_IDLE: f"{text} on {shade}",
        Role.CURRENT: accent,
        Role.FOCUS: f"{text} on {shade}",
        Role.SELECTION: f"{ground} on {muted}",
        Role.HIT: f"{ground} on {warm}",
        Role.HIT_CURRENT: f"bold {ground} on {accent}",
        Role.BAR: f"{text} on {shade}",
        Role.BAR_KEY: f"bold {accent}",
        Role.PANE_TITLE: f"bold {accent}",
        Role.PANE_TITLE_IDLE: muted,
        Role.TRACK: shade,
        Role.THUMB: accent,
        Role.FIELD: f"{text} on {shade}",
        Role.FIELD_CURSOR: f"{ground} on {accent}",
        Role.NOTICE: f"bold {accent}",
        Role.ERROR: f"bold {warm}",
    }


THEMES: Mapping[str, Mapping[Role, str]] = {
    "terminal": _TERMINAL,
    "dark": _coloured(
        text="#d8dee9",
        ground="#1d2128",
        muted="#7b8797",
        accent="#88c0d0",
        warm="#ebcb8b",
        shade="#333b48",
        marker="#4f4a20",
    ),
    "light": _coloured(
        text="#2b2f36",
        ground="#fbfaf7",
        muted="#8a8578",
        accent="#0b6a8f",
        warm="#a4570b",
        shade="#e6e2d8",
        marker="#fdf0a3",
    ),
    "mono": _MONO,
}


@lru_cache(maxsize=512)
def style_of(theme: str, roles: tuple[Role, ...]) -> Style:
    """The look of a stretch: the styles of its roles laid over each other in order."""
    styles = THEMES[theme]
    look = Style.parse(styles.get(Role.TEXT, ""))
    for role in roles:
        look += Style.parse(styles.get(role, ""))
    return look
