"""The terminals that were recorded, as the reader knows them."""

from reader.terminal.identity import Terminal, identify
from reader.terminal.replies import ReplyParser
from tests.terminal.recordings import RECORDED

SILENT = "silent"
"""A terminal that answers nothing."""


def terminal_of(name: str) -> Terminal:
    """A recorded terminal, with 256 colours where it is not known to have more; one that is silent where none was."""
    parser = ReplyParser()
    parser.feed(RECORDED.get(name, ""))
    return identify(parser.answers, {"TERM": "xterm-256color"})


KNOWN = {name: terminal_of(name) for name in (SILENT, *RECORDED)}
