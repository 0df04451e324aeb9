"""``reader print``: the whole document on standard output."""

import sys

from reader.cli.documents import document_of
from reader.cli.options import Options
from reader.cli.output import Printer, width_of, write_json
from reader.model import ExitCode
from reader.view.printing import printed_lines


def run(options: Options) -> ExitCode:
    """Print the document, or its lines as JSON."""
    return print_document(options, options.path)


def print_document(options: Options, path: str, *, order: str = "", as_json: bool = False) -> ExitCode:
    """The same for a path that another command names."""
    order, as_json = order or getattr(options, "order", "visual"), as_json or getattr(options, "json", False)
    document = document_of(options, path)
    printer = None if as_json else Printer(options, document.direction)
    for line in printed_lines(document, width_of(options)):
        if printer:
            if line.row is None:
                printer.write_text("")
            elif order == "logical":
                printer.write_text(line.logical.rstrip())
            else:
                printer.write_row(line.row)
        elif line.row is not None:
            write_json(
                {
                    "block": line.block,
                    "start": line.range.start,
                    "end": line.range.end,
                    "direction": str(line.direction),
                    "text": line.logical.rstrip("\n") if order == "logical" else line.text,
                }
            )
    sys.stdout.flush()
    return ExitCode.DONE
