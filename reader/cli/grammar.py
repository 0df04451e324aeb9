"""The command line as one table: commands, what they take, examples.

What is understood (:mod:`reader.cli.usual` and :mod:`reader.cli.options`), the help (:mod:`reader.cli.helping`),
completion in shells (:mod:`reader.cli.completion`) and the manual page (:mod:`reader.cli.manual`) are made from it.
Texts are named as in the files of :mod:`reader.locale`.
"""

from collections.abc import Callable
from typing import Literal

from reader.cli.arguments import BOOKMARK_FORMS, ENCODINGS, JUSTIFICATIONS, LANGUAGES, SHELLS, WrongValueError
from reader.named_tuples import NamedTuple
from reader.view.theme_names import THEMES

WIDEST = 10_000

NOT_SET = object()
"""The default of an option that leaves no trace where it is not given."""

Takes = Literal["nothing", "value", "name", "number", "words", "file"]
"""The value an option takes, or an argument is.

A switch stands before nothing, others before one of few words (value), one of many that somebody else knows (name), a
number, words, or a file.
"""


class Option(NamedTuple):
    """An option.

    Attributes:
        flags: How it is written; the longest last.
        text: The name of the text that says what it is for.
        takes: What follows it.
        metavar: What stands for that in the help.
        values: What it may be; for a switch nothing.
        default: What it is when it is not given.
        check: Makes the value of what was typed; raises ``WrongValueError``.
        dest: Where the value is kept, if not as the option is called.
        repeated: Whether it may be given several times.
        apart: Options of one command that have this are given one at a time.
    """

    flags: tuple[str, ...]
    text: str
    takes: Takes = "nothing"
    metavar: str = ""
    values: Callable[[], tuple[str, ...]] = tuple
    default: object = ""
    check: Callable[[str], object] = str
    dest: str = ""
    repeated: bool = False
    apart: bool = False

    @property
    def kept(self) -> str:
        """Where the value is kept."""
        return self.dest or self.flags[-1].lstrip("-").replace("-", "_")

    @property
    def shown(self) -> str:
        """The option as the help writes it."""
        *short, long = self.flags
        named = ", ".join([*short, long])
        return named if self.takes == "nothing" else f"{named}={self.metavar or '|'.join(self.values())}"


class Argument(NamedTuple):
    """An argument after a command.

    Attributes:
        dest: Where it is kept.
        metavar: What stands for it in the help.
        text: The name of the text that says what it is.
        several: As argparse has it: "" for one, "?" for one or none, "*" and "+" for several.
        default: What it is where it may be left out and is.
        takes: What it is.
    """

    dest: str
    metavar: str
    text: str
    several: str = ""
    default: object = None
    takes: Takes = "file"

    @property
    def shown(self) -> str:
        """The argument as the usage line writes it."""
        shown = f"{self.metavar}…" if self.several in {"*", "+"} else self.metavar
        return f"[{shown}]" if self.several in {"*", "?"} else shown


class Command(NamedTuple):
    """A command, or an action of one.

    Attributes:
        name: As it is typed; "" for opening the reader.
        text: The name of the text that says what it does.
        run: What runs it: a module of the command line and a function in it; "" where an action must follow.
        arguments: What follows it.
        options: Its own options.
        examples: Command lines without the program's name, each with the name of the text that says what it does.
        actions: What may follow instead, each a command itself.
    """

    name: str
    text: str
    run: str = ""
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    actions: tuple["Command", ...] = ()


def unknown(what: str, typed: str, known: tuple[str, ...], *, example: str = "") -> str:
    """See :func:`reader.cli.suggestions.unknown_value`, which is loaded for what is mistyped alone."""
    from reader.cli.suggestions import unknown_value

    return unknown_value(what, typed, known, example=example)


def _width(text: str) -> int:
    width = int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0
    if not 1 <= width <= WIDEST:
        raise WrongValueError(f"{text!r} is not a number of columns from 1 to {WIDEST}")
    return width


def _encoding(text: str) -> str:
    if text != "auto":
        from reader.formats.charsets import known_encoding

        if not known_encoding(text):
            what = f"{text!r} is no character encoding that is known"
            raise WrongValueError(unknown(what, text, _usual_encodings(), example="windows-1256"))
    return text


def _usual_encodings() -> tuple[str, ...]:
    from reader.formats.charsets import CANDIDATES

    return ("auto", "utf-8", "utf-16-le", "utf-16-be", *CANDIDATES, "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")


def checked_format(text: str) -> str:
    """The name of a format.

    Raises:
        WrongValueError: There is none of that name.
    """
    if text != "auto":
        from reader.formats.plugins import format_named, names

        if not format_named(text):
            what = f"{text!r} is no format that is known; known are {', '.join(names())}"
            raise WrongValueError(unknown(what, text, names()))
    return text


def _formats() -> tuple[str, ...]:
    from reader.formats.plugins import names

    return tuple(names())


def _kind(name: str) -> str:
    """The name of a kind of fact; those of other packages are known once these are loaded."""
    from reader.facts.extractor import installed_extractors
    from reader.model import FactKind

    if name not in FactKind.known():
        installed_extractors()
    if name not in FactKind.known():
        what = f"no such kind: {name} (choose from {', '.join(FactKind.known())})"
        raise WrongValueError(unknown(what, name, tuple(FactKind.known())))
    return name


def _kinds() -> tuple[str, ...]:
    from reader.facts.extractor import installed_extractors
    from reader.model import FactKind

    installed_extractors()
    return tuple(FactKind.known())


def _choice(flag: str, text: str, values: tuple[str, ...], default: str = "") -> Option:
    return Option((flag,), text, "value", values=lambda: values, default=default)


FORMAT = "--format"

COMMON: tuple[tuple[str, tuple[Option, ...]], ...] = (
    (
        "cli.group_direction",
        (
            _choice("--bidi", "cli.bidi", ("auto", "app", "terminal"), "auto"),
            _choice("--bidi-encoding", "cli.bidi_encoding", ENCODINGS),
            _choice("--dir", "cli.dir", ("auto", "ltr", "rtl"), "auto"),
            _choice("--isolate", "cli.isolate", ("auto", "none"), "auto"),
        ),
    ),
    (
        "cli.group_look",
        (
            _choice("--lang", "cli.lang", LANGUAGES),
            Option(("--width",), "cli.width", "number", "N", default=None, check=_width),
            _choice("--justify", "cli.justify", JUSTIFICATIONS),
            Option(("--theme",), "cli.theme", "value", "NAME", lambda: THEMES),
        ),
    ),
    (
        "cli.group_document",
        (
            Option(("--encoding",), "cli.encoding", "name", "NAME", _usual_encodings, "auto", _encoding),
            Option((FORMAT,), "cli.format", "name", "NAME", _formats, "auto"),
            Option(("--repair",), "cli.repair", default=False),
        ),
    ),
    ("cli.group_memory", (Option(("--no-state",), "cli.no_state", default=False),)),
)
"""The options that every command takes, in groups."""

_JSON = Option(("--json",), "cli.json", default=False, apart=True)
_SECTION = Option(("--section",), "cli.section", "words", "TITLE", default=None)
_PATH = Argument("path", "PATH", "cli.path")
_PATHS = Argument("paths", "PATH", "cli.paths", "+")


def _form(text: str) -> Option:
    """The form of a file of bookmarks: it has the name of a common option, which is read first."""
    return Option((FORMAT,), text, "value", values=lambda: BOOKMARK_FORMS, default=NOT_SET, dest="form", apart=True)


READER = Command(
    "",
    "cli.about",
    "opening.run",
    (Argument("paths", "PATH", "cli.path_to_open", "*"),),
    (
        Option(("-F", "--quit-if-one-screen"), "cli.one_screen", default=False),
        Option(("--linear",), "cli.linear", default=False),
        Option(("--follow",), "cli.follow", default=False),
        Option(("--completion",), "cli.completion", "value", values=lambda: SHELLS),
        Option(("--man",), "cli.man", default=False),
    ),
    (
        ("", "cli.example_alone"),
        ("book.epub", "cli.example_book"),
        ("notes.md:120", "cli.example_line"),
        ("+/llama article.html", "cli.example_words"),
        ("papers/", "cli.example_folder"),
        ("--lang=ar --justify=kashida book.txt", "cli.example_look"),
    ),
)

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command(
            "print",
            "cli.print",
            "printing.run",
            (_PATH,),
            (_JSON, _choice("--order", "cli.order", ("visual", "logical"))),
            (
                ("print article.docx", "cli.example_print"),
                ("print --order=logical book.epub | grep llama", "cli.example_grep"),
            ),
        ),
        Command("outline", "cli.outline", "outline.run", (_PATH,), (_JSON,), (("outline book.epub", "cli.outline"),)),
        Command(
            "facts",
            "cli.facts",
            "facts.run",
            (_PATHS,),
            (
                _JSON,
                Option(("--csv",), "cli.csv", default=False, apart=True),
                Option(("--markdown",), "cli.markdown", default=False, apart=True),
                Option(("--kind",), "cli.kind", "name", "KIND", _kinds, None, _kind, repeated=True),
                _SECTION,
                Option(("--hidden",), "cli.hidden", default=False),
            ),
            (
                ("facts --csv report.odt", "cli.example_facts"),
                ("facts --kind=money --kind=date papers/", "cli.example_kinds"),
            ),
        ),
        Command(
            "find",
            "cli.find",
            "find.run",
            (Argument("query", "QUERY", "cli.query", takes="words"), _PATHS),
            (_JSON,),
            (("find llama papers/", "cli.example_find"),),
        ),
        Command(
            "ask",
            "cli.ask",
            "ask.run",
            (Argument("query", "QUESTION", "cli.question", takes="words"), _PATHS),
            (_JSON, _SECTION, Option(("--send",), "cli.send", default=False)),
            (('ask "Who wrote it?" book.epub', "cli.example_ask"),),
        ),
        Command(
            "bookmarks",
            "cli.bookmarks",
            actions=(
                Command(
                    "list",
                    "cli.marks_list",
                    "bookmarks.listed",
                    (Argument("paths", "PATH", "cli.marks_paths", "*"),),
                    (_JSON, _form("cli.marks_form")),
                ),
                Command(
                    "export",
                    "cli.marks_export",
                    "bookmarks.exported",
                    (Argument("path", "FILE", "cli.marks_file", "?", "-"),),
                    (_form("cli.marks_file_form"),),
                ),
                Command(
                    "import", "cli.marks_import", "bookmarks.imported", (Argument("path", "FILE", "cli.marks_taken"),)
                ),
                Command(
                    "remove",
                    "cli.marks_remove",
                    "bookmarks.removed",
                    (Argument("ids", "ID", "cli.marks_id", "+", takes="words"),),
                ),
            ),
            examples=(
                ("bookmarks export marks.md", "cli.example_export"),
                ('bookmarks import "My Clippings.txt"', "cli.example_import"),
            ),
        ),
        Command("doctor", "cli.doctor", "doctor.run"),
    )
}
