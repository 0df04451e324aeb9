"""Coming and going: the control sequences that take the terminal over, and those that give it back as it was.

Pure. The modes are xterm's (alternate screen, mouse, bracketed paste), the kitty keyboard protocol's, and those by
which a terminal is told not to reorder text.
"""

from reader.terminal.encodings import TerminalEncoding
from reader.terminal.identity import Terminal

_KEYBOARD_FLAGS = 1 | 4 | 8 | 16
"""Escape codes for every key (1, 8), with the key's place on the keyboard (4) and the text it types (16)."""

_MOUSE_MODES = (1000, 1002, 1006)
"""Buttons, dragging, and columns beyond 223. Mere movement is not reported: it would cost a slow line dear."""


def entering(terminal: Terminal, encoding: TerminalEncoding, *, mouse: bool = True) -> str:
    """The sequences sent before the first frame, which then erases the screen.

    A terminal stamps its bidi mode on a row when the row is made or erased: the mode comes first.
    """
    return "\x1b[?1049h" + _modes(terminal, encoding, mouse=mouse)


def entering_again(terminal: Terminal, encoding: TerminalEncoding, *, mouse: bool = True) -> str:
    """The same on the alternate screen, when something may have changed the modes or more is known of the terminal."""
    return ("\x1b[<u" if terminal.keyboard else "") + _modes(terminal, encoding, mouse=mouse)


def _modes(terminal: Terminal, encoding: TerminalEncoding, *, mouse: bool) -> str:
    return "".join(
        (
            bidi_modes(terminal, encoding),
            "\x1b[?25l\x1b[?2004h",
            # Without wrapping, tmux puts a mark that follows the last column on the column before it.
            "" if terminal.multiplexer == "tmux" else "\x1b[?7l",
            _mouse("h") if mouse else "",
            f"\x1b[>{_KEYBOARD_FLAGS}u" if terminal.keyboard else "",
        )
    )


def leaving(terminal: Terminal, encoding: TerminalEncoding, *, mouse: bool = True) -> str:
    """The sequences that undo :func:`entering`; the bidi and keyboard modes go back before the alternate screen."""
    return "".join(
        (
            "\x1b[<u" if terminal.keyboard else "",
            _mouse("l") if mouse else "",
            "\x1b[?2004l\x1b[?7h\x1b[m",
            "\x1b[?69l\x1b[r" if terminal.margins else "\x1b[r",
            terminal.leave if _told_not_to_reorder(encoding) else "",
            # Where there is no alternate screen, as in GNU screen, nothing of the reader is to stay.
            "\x1b[H\x1b[2J\x1b[?1049l\x1b[?25h",
        )
    )


def bidi_modes(terminal: Terminal, encoding: TerminalEncoding) -> str:
    """The sequences that have the terminal leave text alone, or not, as the encoding needs. They erase the screen."""
    return terminal.enter if _told_not_to_reorder(encoding) else terminal.leave


def _told_not_to_reorder(encoding: TerminalEncoding) -> bool:
    return encoding is TerminalEncoding.V


def _mouse(change: str) -> str:
    return "".join(f"\x1b[?{mode}{change}" for mode in _MOUSE_MODES)
