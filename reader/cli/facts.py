"""``reader facts``: a document's facts."""

import sys

from reader.cli.documents import document_of
from reader.cli.options import Options
from reader.cli.output import Printer, write_json
from reader.facts import extract, fact_object
from reader.locale import Messages, language_of_environment
from reader.model import ExitCode
from reader.view.fact_list import shown_value
from reader.view.styled import Role, isolated, styled


def run(options: Options) -> ExitCode:
    """Print the facts in document order; the exit status says whether there are any."""
    document = document_of(options, options.path)
    facts = extract(document)
    printer = Printer(options, document.direction)
    messages = Messages(options.lang or language_of_environment())
    for fact in facts:
        if options.json:
            write_json(fact_object(document, fact))
            continue
        kind = isolated(messages.text(f"kind.{fact.kind}"), Role.MUTED)
        text = isolated(" ".join(document.slice(fact.range).split()))
        printer.write(kind + styled("  ") + text + styled("  ") + isolated(shown_value(fact)))
    sys.stdout.flush()
    return ExitCode.DONE if facts else ExitCode.NOTHING_FOUND
