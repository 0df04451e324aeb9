"""Scores names in real text that others annotated, and a known library on the same text.

Run as ``python -m tests.evaluation.names FILE… [--spacy=MODEL]``. A file has one JSON object a line: ``corpus``,
``lang``, ``text`` and ``names``, each ``[start, end, kind]`` in code points; ``facility`` is neither wanted nor false.
A name is found where one of its kind (person, organisation, place) lies over a part of it; each counts once.

With ``--spacy`` the model of that name, which must be installed, reads the English texts beside this project.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from reader.facts import extract
from tests.documents import document_of
from tests.evaluation.score import Score

KINDS = ("person", "organisation", "place")
_SPACY_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}


class Name(NamedTuple):
    """Code points ``start`` to ``end`` of a text, and what they name."""

    start: int
    end: int
    kind: str


Finder = Callable[[str, str], set[Name]]
"""The names in a text, which is given with its language."""


def names_by_reader(text: str, language: str) -> set[Name]:
    """What this project finds."""
    found = extract(document_of(*text.split("\n"), language=language))
    return {Name(int(fact.range.start), int(fact.range.end), str(fact.kind)) for fact in found if fact.kind in KINDS}


def names_by_spacy(model: str) -> Finder:
    """What a model of spaCy finds."""
    pipeline = import_module(model).load()

    def find(text: str, _language: str) -> set[Name]:
        return {
            Name(each.start_char, each.end_char, _SPACY_KINDS[each.label_])
            for each in pipeline(text).ents
            if each.label_ in _SPACY_KINDS
        }

    return find


def scored(found: set[Name], annotated: Iterable[Name], score: Score) -> None:
    """Adds what was found of a text to a score."""
    annotated = sorted(annotated)
    apart = [name for name in annotated if name.kind not in KINDS]
    free = {name for name in found if not any(name.start < each.end and each.start < name.end for each in apart)}
    for name in annotated:
        if name.kind in KINDS:
            over = [each for each in free if each.kind == name.kind and _overlap(each, name)]
            score.right += bool(over)
            score.missed += not over
            free.difference_update(over[:1])
    score.false += len(free)


def _overlap(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end


def main() -> None:
    """Prints a row a corpus and finder."""
    models = [each.partition("=")[2] for each in sys.argv[1:] if each.startswith("--spacy=")]
    finders: dict[str, Finder] = {"reader": names_by_reader} | {model: names_by_spacy(model) for model in models}
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    for path in (Path(each) for each in sys.argv[1:] if not each.startswith("--")):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            annotated = [Name(*name) for name in case["names"]]
            for name, find in finders.items():
                if name == "reader" or case["lang"] == "en":
                    scored(find(case["text"], case["lang"]), annotated, scores[case["corpus"], name])
    for (corpus, name), score in sorted(scores.items()):
        sys.stdout.write(f"{corpus} {name} P {score.precision:.2f} R {score.recall:.2f} F1 {score.f1:.2f}\n")


if __name__ == "__main__":
    main()
