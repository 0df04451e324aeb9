"""``reader print``: the whole document on standard output."""

import sys

from reader.cli.arguments import Options
from reader.cli.documents import document_of
from reader.cli.output import Printer, terminal_columns, width_of, write_json
from reader.model import Document, ExitCode
from reader.text.layout import NO_MARGINS, Justification, Margins
from reader.view.printing import LINE_SEPARATOR, PrintedLine, cells_of, printed_lines, unwrapped_lines


def run(options: Options) -> ExitCode:
    """Print the document, or its lines as JSON."""
    print_document(options, document_of(options, options.path))
    return ExitCode.DONE


def print_document(options: Options, document: Document) -> None:
    """Print a document that is open already.

    As it is painted where a terminal shows it, or where that is asked for; else as it stands in the document, a
    paragraph a line unless a width is asked for, so that other programs find in it what there is. As JSON it is
    painted unless the order is asked to be logical; the empty lines between blocks are left out.
    """
    logical = is_logical(options)
    with Printer(options) as printer:
        if logical and not options.json and not options.width and not sys.stdout.isatty():
            for text in unwrapped_lines(document):
                printer.write_text(text)
            return
        justification = Justification(options.justify or Justification.NONE)
        width, margins = _column(options, justification)
        isolate = options.isolate != "none"
        for line in printed_lines(
            document, width, justification=justification, margins=margins, isolate=isolate, logical=logical
        ):
            if options.json:
                if line.row is not None:
                    write_json(_object(document, line, logical=logical))
            elif line.row is None or logical:
                is_row = document.blocks[line.block].row is not None  # whose last cells may be empty
                text = line.logical if is_row else line.logical.rstrip()
                text = text.replace(LINE_SEPARATOR, " ")
                printer.write_text(f"{line.marker} {text}".strip() if line.marker else text)
            else:
                printer.write_row(line.row)


def is_logical(options: Options) -> bool:
    """Whether lines are printed as they stand in the document rather than as they are painted."""
    if options.order:
        return options.order == "logical"
    painted = options.json or options.bidi_encoding or options.bidi == "app"
    return not painted and not sys.stdout.isatty()


def _column(options: Options, justification: Justification) -> tuple[int, Margins]:
    """The text's columns, and those beside it for the punctuation of filled lines: never beyond the terminal's edge."""
    width = width_of(options)
    if justification is Justification.NONE:
        return width, NO_MARGINS
    columns = terminal_columns()
    if not options.width:
        width = max(1, columns - sum(_BOTH))
    room = columns - width
    return width, Margins(start=int(room >= sum(_BOTH)), end=int(room >= _BOTH.end))


_BOTH = Margins(start=1, end=1)


def _object(document: Document, line: PrintedLine, *, logical: bool) -> dict[str, object]:
    more: dict[str, object] = {"marker": line.marker} if line.marker else {}
    block = document.blocks[line.block]
    if block.row and line.range.start == block.range.start:
        more["cells"] = cells_of(document, block)
    return more | {
        "block": line.block,
        "start": line.range.start,
        "end": line.range.end,
        "direction": str(line.direction),
        "text": line.logical.rstrip("\n") if logical else line.text,
    }
