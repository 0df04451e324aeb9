"""How often the paragraph that answers a question is among the first five.

``python -m tests.evaluation.retrieval FILE…``: the files are questions with answers in a paragraph, in SQuAD's form
(ARCD, XQuAD, HeQ, UQuAD), also packed with xz.
"""

import json
import lzma
import sys
from pathlib import Path

from reader.search.ranking import Ranking

FIRST = 5


def questions_of(path: Path) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The paragraphs of a file, and its questions with the answers that count."""
    data = path.read_bytes()
    articles = json.loads(lzma.decompress(data) if path.suffix == ".xz" else data)["data"]
    paragraphs, questions = [], []
    for paragraph in (paragraph for article in articles for paragraph in article["paragraphs"]):
        paragraphs.append(paragraph["context"])
        for asked in paragraph["qas"]:
            answers = [answer["text"] for answer in asked.get("answers", ())]
            if answers:
                questions.append((asked["question"], answers))
    return list(dict.fromkeys(paragraphs)), questions


def recall(paragraphs: list[str], questions: list[tuple[str, list[str]]]) -> float:
    """The share of questions with an answer in one of the first paragraphs."""
    ranking = Ranking(paragraphs)
    found = 0
    for question, answers in questions:
        best = [paragraphs[number] for number in ranking.best(question, FIRST)]
        found += any(answer in paragraph for answer in answers for paragraph in best)
    return found / len(questions)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        held, asked = questions_of(Path(name))
        print(f"{name}: {len(held)} paragraphs, {len(asked)} questions, recall@{FIRST} {recall(held, asked):.3f}")
