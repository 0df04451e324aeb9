"""``reader outline``: a document's sections."""

from reader.cli.arguments import Options
from reader.cli.documents import document_of
from reader.cli.output import Printer, write_json
from reader.model import ExitCode
from reader.view.styled import quoted, styled

INDENT = 2


def run(options: Options) -> ExitCode:
    """Print the sections; the exit status says whether there are any."""
    document = document_of(options, options.path)
    with Printer(options) as printer:
        for section in document.sections:
            title = document.slice(section.title)
            if options.json:
                write_json(
                    {"title": title, "level": section.level, "start": section.range.start, "end": section.range.end}
                )
            else:
                indented = styled(" " * INDENT * (section.level - 1)) + quoted(document, section.title)
                printer.write(indented, document.direction)
    return ExitCode.DONE if document.sections else ExitCode.NOTHING_FOUND
