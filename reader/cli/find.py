"""``reader find``: hits in files and folders."""

import sys

from reader.cli.documents import document_of, files_of
from reader.cli.options import Options
from reader.cli.output import Printer, write_json
from reader.model import Document, DocumentError, ExitCode, Range, range_of
from reader.search import Index
from reader.view.styled import Role, StyledText, isolated, styled

CONTEXT = 40
"""Characters shown before and after a hit, no further than its block."""


def run(options: Options) -> ExitCode:
    """Print the hits, file by file; a file in a folder that cannot be read is passed over with a word on standard error.

    Raises:
        DocumentError: A file that was named cannot be read and there is nothing else to search.
    """
    found = False
    named = set(options.paths)
    for path in files_of(options.paths):
        try:
            document = document_of(options, path)
        except DocumentError as error:
            if path in named and len(named) == 1:
                raise
            print(f"reader: {error}", file=sys.stderr)
            continue
        found = _search(options, path, document) or found
    sys.stdout.flush()
    return ExitCode.DONE if found else ExitCode.NOTHING_FOUND


def _search(options: Options, path: str, document: Document) -> bool:
    printer = Printer(options, document.direction)
    found = False
    for hit in Index(document).find(options.query):
        found = True
        before, after = _context(document, hit)
        section = document.slice(document.section_at(hit.start).title)
        if options.json:
            write_json(
                {
                    "path": path,
                    "start": hit.start,
                    "end": hit.end,
                    "text": document.slice(hit),
                    "section": section,
                    "before": document.slice(before),
                    "after": document.slice(after),
                }
            )
        else:
            printer.write(_line(path, document, before, hit, after))
    return found


def _context(document: Document, hit: Range) -> tuple[Range, Range]:
    """What stands before and after a hit in its block."""
    block = document.blocks[document.block_index_at(hit.start)].range
    before = range_of(max(block.start, hit.start - CONTEXT), hit.start)
    after = range_of(hit.end, max(hit.end, min(block.end, hit.end + CONTEXT)))
    return before, after


def _line(path: str, document: Document, before: Range, hit: Range, after: Range) -> StyledText:
    """A hit on one line: where, then its context as one run of text."""
    excerpt = styled(document.slice(before)) + styled(document.slice(hit), Role.HIT) + styled(document.slice(after))
    line = document.blocks[document.block_index_at(hit.start)].source.line
    return isolated(f"{path}:{line}", Role.MUTED) + styled("  ") + excerpt.isolated(document.direction)
