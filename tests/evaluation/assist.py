"""How well a model answers from documents, and how true its quotations are; for any endpoint.

``python -m tests.evaluation.assist --endpoint URL [--model NAME] [--key-env NAME] [--questions N] FILE…``: the files
are questions with answers in a paragraph, in SQuAD's form (ARCD, XQuAD, HeQ, UQuAD), also packed with xz. Every
article is a document of its paragraphs. Each question is asked twice: of its own document, and of another one in which
its answer does not stand, where the right answer is that the document does not say it.
"""

import argparse
import json
import lzma
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.assist.abilities import context_of
from reader.assist.asking import Asking
from reader.assist.citations import parts_of
from reader.assist.client import Endpoint
from reader.assist.passages import passages_of
from reader.assist.prompts import english_name
from reader.assist.quotations import Quotations
from reader.assist.turn import Turn, asked
from reader.assist.using import Looking
from reader.formats import parse_text
from reader.model import AssistantError, Citation, Document, Standing
from reader.text.folding import folded
from reader.text.language import language_of

QUESTIONS = 20
"""Questions of a file, from as many articles as there are."""


@dataclass(frozen=True)
class Asked:
    """A question, its paragraph, its answers, and the document it is asked of."""

    question: str
    paragraph: str
    answers: tuple[str, ...]
    document: Document


@dataclass
class Score:
    """Counts over some questions."""

    questions: int = 0
    failed: int = 0
    quotations: int = 0
    found: int = 0
    elsewhere: int = 0
    passage_cited: int = 0
    answer_contained: int = 0
    foreign: int = 0
    refused: int = 0

    def __str__(self) -> str:
        def share(part: int, whole: int) -> str:
            return f"{part}/{whole}" + (f" ({part / whole:.2f})" if whole else "")

        elsewhere = f"{self.elsewhere} elsewhere than said"
        return (
            f"{self.questions} questions, {self.failed} without an answer\n"
            f"  quotations in the text      {share(self.found, self.quotations)}, {elsewhere}\n"
            f"  the right paragraph cited   {share(self.passage_cited, self.questions)}\n"
            f"  the right answer contained  {share(self.answer_contained, self.questions)}\n"
            f"  refused on another document {share(self.refused, self.foreign)}"
        )


def questions_of(path: Path, most: int = QUESTIONS) -> Iterator[Asked]:
    """Questions of a file, the first of every article, then the second ones."""
    data = path.read_bytes()
    articles = json.loads(lzma.decompress(data) if path.suffix == ".xz" else data)["data"]
    held: list[list[Asked]] = []
    for article in articles:
        document = parse_text("\n\n".join(" ".join(each["context"].split()) for each in article["paragraphs"]) + "\n")
        held.append(
            [
                Asked(one["question"], each["context"], answers, document)
                for each in article["paragraphs"]
                for one in each["qas"]
                if (answers := tuple(answer["text"] for answer in one.get("answers", ())))
            ]
        )
    ranked = [
        one for number in range(max(map(len, held), default=0)) for row in held for one in row[number : number + 1]
    ]
    yield from ranked[:most]


def scored(endpoint: Endpoint, questions: Sequence[Asked]) -> Score:
    """Ask them all."""
    score, context = Score(), context_of(endpoint)
    for one in questions:
        score.questions += 1
        try:
            turn, citations = _answer(endpoint, one.question, one.document, context)
        except AssistantError as error:
            print(f"  {error}")
            score.failed += 1
            continue
        true = [each for each in citations if each.found.state is not Standing.NONE]
        score.quotations += len(citations)
        score.found += len(true)
        score.elsewhere += sum(each.found.state is Standing.ELSEWHERE for each in true)
        paragraph = " ".join(one.paragraph.split())
        score.passage_cited += any(one.document.slice(each.found.range) in paragraph for each in true)
        score.answer_contained += any(folded(answer) in folded(turn.answer) for answer in one.answers)
        other = next((each.document for each in questions if not _says(each.document, one.answers)), None)
        if other is not None:
            score.foreign += 1
            _, invented = _answer(endpoint, one.question, other, context)
            score.refused += not any(each.found.state is not Standing.NONE for each in invented)
    return score


def _says(document: Document, answers: tuple[str, ...]) -> bool:
    text = folded(document.slice(document.range))
    return any(folded(answer) in text for answer in answers)


def _answer(endpoint: Endpoint, question: str, document: Document, context: int) -> tuple[Turn, list[Citation]]:
    passages = passages_of(document)
    looking = Looking([document], passages)

    def turn_within(room: int) -> Turn:
        language = english_name(language_of(question) or "en")
        return asked([document], passages, looking.ranking, text=question, language=language, context=room)

    turn = Asking(endpoint, lambda _, request: looking.result(request), turn_within).run(
        turn_within(context), lambda _: None
    )
    parts = parts_of(turn.answer, Quotations([document], passages))
    return turn, [part for part in parts if isinstance(part, Citation)]


def main(argv: Sequence[str] | None = None) -> None:
    """Score every file by itself."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.assist")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--model", default="")
    parser.add_argument("--key-env", default="")
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    options = parser.parse_args(argv)
    endpoint = Endpoint(options.endpoint, options.model, os.environ.get(options.key_env, ""))
    for path in options.files:
        print(f"{path.name}: {scored(endpoint, list(questions_of(path, options.questions)))}", flush=True)


if __name__ == "__main__":
    main()
