"""The evaluation counts what it says, with a server that answers as it is told to."""

import json
from pathlib import Path

import pytest

from tests.assist.serving import OK, delta, finish, serving
from tests.evaluation.assist import main

ARTICLES = [
    {
        "paragraphs": [
            {"context": "تأسست المدينة عام 762.", "qas": [{"question": "متى تأسست؟", "answers": [{"text": "762"}]}]},
            {"context": "وفيها نهر دجلة.", "qas": [{"question": "ما نهرها؟", "answers": [{"text": "دجلة"}]}]},
        ]
    },
    {"paragraphs": [{"context": "يجري النيل شمالًا.", "qas": [{"question": "أين؟", "answers": [{"text": "شمالًا"}]}]}]},
]
SAID = [
    "عام 762 [1: «تأسست المدينة عام 762»].",  # right
    "عام 762 [1: «تأسست عام 762»].",  # on the other document: nothing is there
    "جنوبًا [1: «يجري النيل جنوبًا»].",  # wrong
    "لا يقول المستند ذلك [1: «تأسست المدينة»].",  # quotes the wrong document
    "دجلة [5: «نهر دجلة»].",  # found, elsewhere than said
    "لا يقول المستند ذلك.",
]


def test_it_counts_quotations_passages_answers_and_refusals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "qa.json").write_text(json.dumps({"data": ARTICLES}), encoding="utf-8")
    with serving(*([OK, delta(content=said), finish()] for said in SAID)) as served:
        main(["--endpoint", served.url, str(tmp_path / "qa.json")])
    out = capsys.readouterr().out
    assert "3 questions, 0 without an answer" in out
    assert "in the text      2/3 (0.67), 1 elsewhere" in out
    assert "paragraph cited   2/3" in out
    assert "answer contained  2/3" in out
    assert "another document 2/3" in out
