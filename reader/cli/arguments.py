"""The command line as it was read: the arguments of the commands, and the values some options may have."""

from collections.abc import Callable
from types import SimpleNamespace

ENCODINGS = ("v", "l", "wl", "w", "b2", "lc", "vb", "wb")
LANGUAGES = ("en", "ar", "he", "fa", "ur")
BOOKMARK_FORMS = ("jsonl", "markdown", "webannotation", "csv")
JUSTIFICATIONS = ("none", "space", "kashida")
SHELLS = ("bash", "zsh", "fish")


class WrongValueError(ValueError):
    """A value that an option cannot have; its text says why."""


class Options(SimpleNamespace):
    """The options given; which of these are set depends on the command."""

    run: Callable[["Options"], int]
    bidi: str
    bidi_encoding: str
    dir: str
    isolate: str
    lang: str
    width: int | None
    justify: str
    theme: str
    encoding: str
    format: str
    form: str
    repair: bool
    no_state: bool
    json: bool
    order: str
    path: str
    paths: list[str]
    quit_if_one_screen: bool
    follow: bool
    query: str
    csv: bool
    markdown: bool
    kind: list[str] | None
    section: str | None
    hidden: bool
    send: bool
    ids: list[str]
    linear: bool
    completion: str
    man: bool
