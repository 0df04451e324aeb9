"""``--help``: what the table of the command line says, in the interface's language.

On a terminal a right-to-left language is laid out from the right, as this terminal needs it; elsewhere lines are
logical text.
"""

import sys
from collections.abc import Iterator
from textwrap import wrap

from reader.cli.arguments import Options
from reader.cli.grammar import COMMANDS, COMMON, READER, Command
from reader.cli.output import Printer, terminal_columns
from reader.cli.settled import language_of
from reader.locale import Messages
from reader.model import Direction
from reader.values import dataclass
from reader.view.styled import UNBOUNDED, compose, isolated, row_width, styled, wrapped

MARGIN = 2
TERMS = 26
"""Cells of the column that says what is typed, the margin included; a longer one has a line of its own."""

WIDEST = 100
NARROWEST = 40

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A line of the help: what is typed, and what it does."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading, which is "" for the first words."""

    heading: str
    entries: tuple[HelpLine, ...]


def print_help(command: Command, options: Options) -> None:
    """Write the help of a command to standard output."""
    messages = Messages(language_of(options))
    width = max(NARROWEST, min(WIDEST, options.width or terminal_columns()))
    groups = tuple(groups_of(command, messages))
    if messages.is_rtl and sys.stdout.isatty():
        _paint(groups, options, width)
    else:
        sys.stdout.write("".join(f"{line}\n" for line in _logical(groups, width)))
        sys.stdout.flush()


def groups_of(command: Command, messages: Messages) -> Iterator[Group]:
    """The help of a command, group by group; texts hold isolates around what is typed."""

    def entry(term: str, text: str) -> HelpLine:
        return HelpLine(term, messages.text(text))

    def group(heading: str, *entries: HelpLine) -> Iterator[Group]:
        if entries:
            yield Group(messages.text(heading), entries)

    def own(one: Command) -> Iterator[Group]:
        yield from group("cli.arguments", *(entry(each.metavar, each.text) for each in one.arguments))
        yield from group("cli.options", *(entry(each.shown, each.text) for each in one.options))

    yield Group("", (HelpLine("", messages.text(command.text)),))
    yield Group(messages.text("cli.usage"), tuple(HelpLine(line, "") for line in usage_of(command)))
    if command is READER:
        yield from group("cli.commands", *(entry(each.name, each.text) for each in COMMANDS.values()))
    for action in command.actions:
        yield Group("", (HelpLine(usage_of(action, command)[0], messages.text(action.text)),))
        yield from own(action)
    yield from own(command)
    for heading, options in COMMON:
        yield from group(heading, *(entry(each.shown, each.text) for each in options))
    standard = [entry("-h, --help", "cli.help")]
    if command is READER:
        standard.append(entry("--version", "cli.version"))
    yield from group("cli.more", *standard)
    examples = (entry(f"reader {line}".rstrip(), text) for line, text in command.examples)
    yield from group("cli.examples", *examples)
    if command is READER:
        yield Group("", (HelpLine("", messages.text("cli.closing")),))


def usage_of(command: Command, above: Command | None = None) -> tuple[str, ...]:
    """How a command is typed."""
    if command is READER:
        return ("reader [PATH…]", *(usage_of(each)[0] for each in COMMANDS.values()))
    name = f"{above.name} {command.name}" if above else command.name
    arguments = [each.shown for each in command.arguments] or ["ACTION"] * bool(command.actions)
    return (" ".join(["reader", name, *arguments]),)


def _logical(groups: tuple[Group, ...], width: int) -> Iterator[str]:
    for number, group in enumerate(groups):
        if number:
            yield ""
        if group.heading:
            yield group.heading
        for each in group.entries:
            margin = " " * MARGIN if group.heading else ""
            text = each.text.translate(_ISOLATES)
            if not each.term:
                yield from wrap(text, width)
            elif MARGIN + len(each.term) < TERMS and group.heading:
                first = f"{margin}{each.term}".ljust(TERMS)
                yield from wrap(text, width, initial_indent=first, subsequent_indent=" " * TERMS) or [first.rstrip()]
            else:
                yield f"{margin}{each.term}"
                yield from wrap(text, width, initial_indent=" " * TERMS, subsequent_indent=" " * TERMS)


def _paint(groups: tuple[Group, ...], options: Options, width: int) -> None:
    """The same from the right."""
    base, margin = Direction.RTL, styled(" " * MARGIN)
    with Printer(options) as printer:

        def write(term: str, text: str, indent: int) -> None:
            """A line that ends at the edge of the window; of its text more, if it takes more."""
            rows = wrapped(styled(text), width - indent, UNBOUNDED, base) if text else ((),)
            label = compose(margin + isolated(term), indent, base) if term else ()
            for at, row in enumerate(rows):
                side = label if at == 0 and label else compose(styled(""), indent, base)
                printer.write_row(compose(styled(""), width - indent - row_width(row), base) + row + side)

        for number, group in enumerate(groups):
            if number:
                printer.write_text("")
            if group.heading:
                write("", group.heading, 0)
            for each in group.entries:
                if not each.term:
                    write("", each.text, 0)
                elif MARGIN + len(each.term) < TERMS and group.heading:
                    write(each.term, each.text, TERMS)
                else:
                    write(each.term, "", width)
                    write("", each.text, TERMS)
