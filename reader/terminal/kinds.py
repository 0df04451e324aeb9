"""The table of terminals: how each is known, and what it needs; with it that of what may stand between.

A row says where its facts come from: *seen* in pictures of the reader itself (``tests/terminal/README.md`` tells what
was seen), or the maker's source or words, which nobody here has looked at on a screen.
"""

from collections.abc import Mapping

from reader.terminal.encodings import TerminalEncoding
from reader.terminal.glyphs import ALL_DRAWN, Glyphs, Marks
from reader.values import dataclass, field

_PUTTY_HINT = (
    "PuTTY puts right-to-left text in order by itself; for straighter rows tick both boxes that disable bidirectional "
    "display and Arabic shaping under Terminal, Features, and start the reader with --bidi=app."
)
_KITTY_HINT = (
    "If punctuation strays to the wrong side of words, put 'force_ltr yes' into kitty.conf and start the reader with "
    "--bidi=app."
)


@dataclass(frozen=True, slots=True)
class TerminalKind:
    """A kind of terminal.

    Attributes:
        name: Its own name; "" for one that is not known.
        encoding: How it is sent rows while it is told nothing.
        glyphs: What it draws.
        hint: One sentence that tells what a person could change in it, "" when there is nothing.
        true_colour: Whether it shows all colours, whatever ``TERM`` says.
        clipboard: Whether it puts what it is sent by OSC 52 on the clipboard, as it is delivered: False for those that
            do not know it (VTE, Konsole 22, PuTTY, Apple Terminal, QTerminal) and for those that want it allowed first
            (xterm's allowWindowOps, st's allowwindowops, mlterm's allow_osc52, urxvt's extension).
        unit: Its DA3.
        says: How its XTVERSION begins, or the ``TERM`` that is its own, in small letters.
        attributes: How its DA2 begins; with ``variables``, it is told by them from others that begin alike.
        variables: What it puts into the environment, and how the value begins.
        source: Where that is read, of one that was not seen here; "" where no address is known.
    """

    name: str
    encoding: TerminalEncoding = TerminalEncoding.L
    glyphs: Glyphs = ALL_DRAWN
    hint: str = ""
    true_colour: bool = True
    clipboard: bool = True
    unit: str = ""
    says: tuple[str, ...] = ()
    attributes: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)
    source: str = ""

    @property
    def reorders(self) -> bool:
        """Whether it is known to put right-to-left text in order while it is told nothing."""
        return bool(self.name) and self.encoding is not TerminalEncoding.V


_V, _L, _WL, _W, _B2, _VB, _WB, _LC = (
    TerminalEncoding.V,
    TerminalEncoding.L,
    TerminalEncoding.WL,
    TerminalEncoding.W,
    TerminalEncoding.B2,
    TerminalEncoding.VB,
    TerminalEncoding.WB,
    TerminalEncoding.LC,
)

UNKNOWN = TerminalKind("", true_colour=False)
MLTERM = TerminalKind("mlterm", _B2, clipboard=False, says=("mlterm",), attributes="24;279;")
"""Seen. Its own bidi is switched off where nothing stands between; inside tmux ``b2`` has the order right."""

KINDS: tuple[TerminalKind, ...] = (
    # Terminals within editors and other programs come first: what they inherit names the terminal they began in.
    # Said to work by its maker (JetBrains' platform sets the variable: LocalTerminalDirectRunner).
    TerminalKind(
        "JetBrains",
        _L,
        variables={"TERMINAL_EMULATOR": "JetBrains"},
        source="https://github.com/JetBrains/intellij-community/tree/master/plugins/terminal",
    ),
    # xterm.js: WebGL, or the browser's own order where that is missing; seen in both renderers. VS Code's documents
    # name TERM_PROGRAM.
    TerminalKind(
        "VS Code",
        _L,
        attributes="0;276;",
        variables={"TERM_PROGRAM": "vscode"},
        source="https://code.visualstudio.com/docs/terminal/shell-integration",
    ),
    # xterm.js on a canvas or WebGL, which reorder nothing (their documents: webGLRenderer; frontend).
    # Seen of xterm.js's canvas: `l` makes letters with two marks vanish there.
    TerminalKind(
        "Hyper",
        _V,
        attributes="0;276;",
        variables={"TERM_PROGRAM": "Hyper"},
        clipboard=False,
        source="https://github.com/vercel/hyper/blob/canary/app/session.ts",
    ),
    TerminalKind(
        "Tabby",
        _V,
        attributes="0;276;",
        variables={"TERM_PROGRAM": "Tabby"},
        source="https://github.com/Eugeny/tabby/blob/master/tabby-local/src/session.ts",
    ),
    # The maker's words: no bidi.
    TerminalKind(
        "Warp", _V, variables={"TERM_PROGRAM": "WarpTerminal"}, source="https://github.com/itsjunetime/tdf/issues/65"
    ),
    # The maker's words: reorders, and has no switch. It answers no XTVERSION.
    TerminalKind("Apple Terminal", _L, variables={"TERM_PROGRAM": "Apple_Terminal"}, clipboard=False),
    # Source: 3.5.11 and later have a preference; LC_TERMINAL comes along over SSH.
    TerminalKind("iTerm2", _L, says=("iterm2",), variables={"LC_TERMINAL": "iTerm2"}),
    # Source: bidi_enabled is off by default; it answers for mode 8.
    TerminalKind(
        "WezTerm",
        _L,
        says=("wezterm",),
        variables={"TERM_PROGRAM": "WezTerm"},
        source="https://wezterm.org/config/lua/config/bidi_enabled.html",
    ),
    # Its maker's words: each line is forced from left to right.
    TerminalKind(
        "Ghostty",
        _V,
        says=("ghostty", "xterm-ghostty"),
        variables={"TERM_PROGRAM": "ghostty"},
        source="https://github.com/ghostty-org/ghostty/pull/2583",
    ),
    # Source: no bidi.
    TerminalKind("Contour", _V, says=("contour",), variables={"TERMINAL_NAME": "contour"}),
    # Source: it answers 77 and for mode 8, by which it is told not to reorder.
    TerminalKind(
        "mintty",
        _L,
        says=("mintty",),
        attributes="77;",
        variables={"TERM_PROGRAM": "mintty"},
        source="https://github.com/mintty/mintty/wiki/CtrlSeqs",
    ),
    # Its maker's words: 1.19 and later do not reorder. Source: adaptDispatch answers 0;10;1.
    TerminalKind(
        "Windows Terminal",
        _V,
        attributes="0;10;1",
        variables={"WT_SESSION": ""},
        source="https://github.com/microsoft/terminal/issues/18873",
    ),
    # Source: TerminalEmulator.java answers 41;320;0; no bidi.
    TerminalKind(
        "Termux",
        _V,
        attributes="41;320;0",
        variables={"TERMUX_VERSION": ""},
        source="https://github.com/termux/termux-app/tree/master/terminal-emulator",
    ),
    # Its maker's words: no bidi.
    TerminalKind(
        "ConEmu", _V, variables={"ConEmuPID": ""}, source="https://conemu.github.io/en/ConEmuEnvironment.html"
    ),
    # Seen, all that follow. A mark makes its letter vanish in foot 1.13, a family of emoji four cells.
    TerminalKind("foot", _V, Glyphs(Marks.LEFT_OUT, families=False), says=("foot",)),
    # Version 0.11 draws a mark one column to the right. DA2's number is the version of the terminal.
    TerminalKind("Alacritty", _V, Glyphs(Marks.LEFTWARD), says=("alacritty",), variables={"ALACRITTY_WINDOW_ID": ""}),
    TerminalKind("kitty", _W, hint=_KITTY_HINT, says=("kitty", "xterm-kitty"), variables={"KITTY_WINDOW_ID": ""}),
    TerminalKind(
        "Konsole", _WL, unit="7E4B4445", says=("konsole",), variables={"KONSOLE_VERSION": ""}, clipboard=False
    ),
    TerminalKind("VTE", _L, unit="7E565445", says=("vte",), variables={"VTE_VERSION": ""}, clipboard=False),
    MLTERM,
    TerminalKind(
        "PuTTY", _B2, Glyphs(joins=True), hint=_PUTTY_HINT, says=("putty",), attributes="0;136;", clipboard=False
    ),
    # QTerminal and cool-retro-term answer alike: what is right in the one that reorders is right in the other.
    TerminalKind("QTerminal", _LC, attributes="0;115;", clipboard=False),
    TerminalKind("xterm.js", _L, says=("xterm.js",), attributes="0;276;"),
    TerminalKind("urxvt", _V, true_colour=False, says=("rxvt-unicode",), attributes="85;", clipboard=False),
    TerminalKind("xterm", _V, says=("xterm(",), variables={"XTERM_VERSION": ""}, clipboard=False),
    TerminalKind("st", _V, says=("st-", "st"), clipboard=False),
)
"""The first row that fits is taken, so the order is the precedence of what the environment tells, too."""


@dataclass(frozen=True, slots=True)
class Between:
    """A layer between the reader and the terminal: a multiplexer, or an editor with a terminal in it.

    Attributes:
        name: Its own name.
        says: How its XTVERSION or ``TERM`` begins.
        attributes: How its DA2 begins.
        variable: What it puts into the environment.
        marks_order: Whether LRM can be sent through it.
        reorders: Whether it puts right-to-left text in order itself; a terminal outside may then do so again.
        glyphs: What it draws; None where the terminal outside decides.
        clipboard: Whether it passes OSC 52 on: tmux does not where ``set-clipboard`` is ``external``, as delivered.
    """

    name: str
    says: tuple[str, ...] = ()
    attributes: str = ""
    variable: str = ""
    marks_order: bool = True
    reorders: bool = False
    glyphs: Glyphs | None = None
    clipboard: bool = False

    def sends(self, kind: TerminalKind) -> TerminalEncoding:
        """The encoding for a terminal outside, which cannot be told anything from here."""
        if self.reorders:
            return (_WB if kind.encoding is _W else _VB) if kind.reorders else _B2
        if self.marks_order or kind.encoding in {_V, _W, _B2}:
            return kind.encoding
        # Seen in VTE and Konsole; of a terminal that is not known most do not reorder.
        return _B2 if kind.name else _V


_EMACS_GLYPHS = Glyphs(Marks.LEFT_OUT, signs=False)

BETWEEN: tuple[Between, ...] = (
    Between("tmux", ("tmux",), "84;", "TMUX"),
    Between("screen", ("screen",), "83;", "STY"),
    Between("mosh", (), "1;10;0", clipboard=True),
    # Emacs reorders by itself, and prints LRM as "_"; every mark takes a column, and two signs none. ansi-term and term
    # answer nothing but for the cursor; vterm answers as libvterm does.
    Between("Emacs", ("eterm",), "0;100;0", "INSIDE_EMACS", reorders=True, glyphs=_EMACS_GLYPHS),
    # libvterm's answers are the same in both; either prints LRM as <200e>.
    Between("Vim", (), "0;100;0", "VIM_TERMINAL", marks_order=False),
    Between("Neovim", (), "0;100;0", marks_order=False),
)
