"""Alterations of real sentences, and whether their quotations are accepted.

``python -m tests.assist.quotations_table FILE``: the file holds questions with answers in a paragraph, in SQuAD's
form. The table counts, of 300 sentences, how many are found at the right place when only spelling or signs were
changed, and how many are accepted when what they say was.
"""

import json
import lzma
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from reader.assist.passages import passages_of
from reader.assist.quotations import Quotations
from reader.formats import parse_text
from reader.model import Document, Standing, range_of
from reader.text.folding import folded
from reader.text.sentences import sentence_ends

SENTENCES = 300
_MARKS = re.compile("[\u064b-\u0652\u0670]")
_LEVELLED = str.maketrans("أإآةى", "اااهي")
_NUMBER = re.compile(r"\d+")


class Sentence(NamedTuple):
    start: int
    text: str


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text)))


def document_of(paragraphs: list[str]) -> Document:
    return parse_text("\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs), direction="rtl")


def document_in(path: Path) -> Document:
    """The paragraphs of a file as one document."""
    data = path.read_bytes()
    articles = json.loads(lzma.decompress(data) if path.suffix == ".xz" else data)["data"]
    return document_of(list(dict.fromkeys(p["context"] for article in articles for p in article["paragraphs"])))


def sentences_of(document: Document, many: int = SENTENCES, seed: int = 1) -> list[Sentence]:
    """Sentences whose words stand nowhere else in the document."""
    text = document.slice(document.range)
    found = []
    for block in document.blocks:
        start = int(block.range.start)
        for end in [*(start + at for at in sentence_ends(document.slice(block.range))), block.range.end]:
            said = text[start:end]
            if len(said) in range(40, 250):
                found.append(Sentence(start + len(said) - len(said.lstrip()), said.strip()))
            start = end
    random.Random(seed).shuffle(found)  # noqa: S311 - a fixed seed
    whole = _words(text)
    kept = [sentence for sentence in found if whole.count(_words(sentence.text)) == 1 and sentence.text.count(" ") > 5]
    return kept[:many]


def _spelling(change: Callable[[str], str]) -> Callable[[str, random.Random], str | None]:
    return lambda text, _: change(text)


def _without_signs(text: str) -> str:
    return " ".join("".join(" " if category(char)[0] in "PS" else char for char in text).split())


def _shortened(text: str, rng: random.Random) -> str | None:
    words = text.split()
    if len(words) < 9:
        return None
    cut = rng.randrange(3, len(words) - 4)
    return " ".join(words[:cut]) + " … " + " ".join(words[cut + 2 :])


def _number_changed(text: str, rng: random.Random) -> str | None:
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        return None
    chosen = rng.choice(numbers)
    return text[: chosen.start()] + str(int(chosen[0]) + rng.randrange(1, 9)) + text[chosen.end() :]


def _negated(text: str, rng: random.Random) -> str | None:
    words = text.split()
    at = rng.randrange(1, len(words))
    return " ".join([*words[:at], "ليس", *words[at:]])


def _word_changed(text: str, rng: random.Random) -> str | None:
    words = text.split()
    places = [at for at, word in enumerate(words) if len(word) > 3]
    if not places:
        return None
    at = rng.choice(places)
    words[at] = rng.choice([word for word in ("كتابة", "مدينة", "سنوات", "رئيس", "شركة") if word != words[at]])
    return " ".join(words)


SAME: dict[str, Callable[[str, random.Random], str | None]] = {
    "as it stands": _spelling(str),
    "harakat dropped": _spelling(lambda text: _MARKS.sub("", text)),
    "hamza ة ى levelled": _spelling(lambda text: text.translate(_LEVELLED)),
    "signs dropped": _spelling(_without_signs),
    "shortened …": _shortened,
}
"""Changes that leave what is said as it is."""

ALTERED: dict[str, Callable[[str, random.Random], str | None]] = {
    "number changed": _number_changed,
    "«ليس» put in": _negated,
    "a word changed": _word_changed,
}
"""Changes of what is said; ``stitched`` beside them joins halves of two sentences."""


def right(document: Document, sentences: list[Sentence], name: str) -> Iterator[tuple[bool, str]]:
    """Of every sentence that a change can be made to: whether it is found where it stands, and what was looked for."""
    quotations = Quotations([document], passages_of(document))
    rng = random.Random(2)  # noqa: S311 - a fixed seed
    for sentence in sentences:
        changed = SAME[name](sentence.text, rng)
        if changed is not None:
            found = quotations.find(changed)
            there = range_of(sentence.start, sentence.start + len(sentence.text))
            yield found.state is not Standing.NONE and found.range.overlaps(there), changed


def accepted(document: Document, sentences: list[Sentence], name: str) -> Iterator[tuple[bool, str]]:
    """Of every sentence that can be altered: whether what it then says is accepted, and what that is."""
    quotations = Quotations([document], passages_of(document))
    rng = random.Random(3)  # noqa: S311 - a fixed seed
    for number, sentence in enumerate(sentences):
        if name == "stitched":
            other = sentences[number - 1].text.split()
            words = sentence.text.split()
            changed: str | None = " ".join([*words[: len(words) // 2], *other[len(other) // 2 :]])
        else:
            changed = ALTERED[name](sentence.text, rng)
        if changed is not None:
            yield quotations.find(changed).state is not Standing.NONE, changed


def main(path: Path) -> None:
    document = document_in(path)
    sentences = sentences_of(document)
    for name in SAME:
        outcomes = list(right(document, sentences, name))
        print(f"{name:20} found   {sum(ok for ok, _ in outcomes)} of {len(outcomes)}")
    for name in (*ALTERED, "stitched"):
        outcomes = list(accepted(document, sentences, name))
        print(f"{name:20} accepted {sum(ok for ok, _ in outcomes)} of {len(outcomes)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
