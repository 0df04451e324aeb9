"""``reader find``: hits in files and folders."""

from reader.cli.arguments import Options
from reader.cli.documents import Documents
from reader.cli.output import Printer, width_of, write_json
from reader.model import Document, ExitCode, Range, range_of
from reader.search import Index
from reader.view.styled import LINE_ENDS, StyledText, TextRole, isolated, styled

CONTEXT = 40
"""Characters shown before and after a hit, no further than its block."""


def run(options: Options) -> ExitCode:
    """Print the hits, file by file; the exit status says whether there are any."""
    found = False
    documents = Documents(options)
    with Printer(options) as printer:
        for path, document in documents:
            for hit in Index(document).find(options.query):
                found = True
                if options.json:
                    write_json(_object(path, document, hit))
                else:
                    printer.write(_line(path, document, hit, width_of(options)), document.direction)
    return documents.status(found=found)


def _context(document: Document, hit: Range, characters: int = CONTEXT) -> tuple[Range, Range]:
    """The words before and after a hit in its block."""
    block = document.blocks[document.block_index_at(hit.start)].range
    before = range_of(max(block.start, hit.start - characters), hit.start)
    after = range_of(hit.end, max(hit.end, min(block.end, hit.end + characters)))
    return before, after


def _object(path: str, document: Document, hit: Range) -> dict[str, object]:
    before, after = _context(document, hit)
    return {
        "path": path,
        "start": hit.start,
        "end": hit.end,
        "text": document.slice(hit),
        "section": document.slice(document.section_at(hit.start).title),
        "before": document.slice(before),
        "after": document.slice(after),
    }


def _line(path: str, document: Document, hit: Range, width: int) -> StyledText:
    """A hit on one line: where, then as much of its context, as one run of text, as leaves the hit in sight."""
    place = f"{path}:{document.blocks[document.block_index_at(hit.start)].source.line}"
    room = max(0, width - len(place) - hit.length - 2) // 2
    before, after = (document.slice(part).translate(LINE_ENDS) for part in _context(document, hit, room))
    excerpt = styled(before) + styled(document.slice(hit), TextRole.HIT) + styled(after)
    return isolated(place, TextRole.MUTED) + styled("  ") + excerpt.isolated(document.direction)
