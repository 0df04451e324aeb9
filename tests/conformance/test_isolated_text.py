"""Machine text against ICU: sentences with isolates put in by hand, line by line at every width.

``⟦`` and ``⟧`` stand for LRI and PDI, ``⟪`` and ``⟫`` for FSI and PDI. The reader gets the sentence without them and
has to find what is isolated; ICU gets it with them. Compared is the order of what is seen.
"""

import json
import random
from collections.abc import Callable
from typing import NamedTuple

import pytest

from reader.text.layout import Line, analyse
from tests.reading import seen_in_order

CONTROLS = {"⟦": "\u2066", "⟪": "\u2068", "⟧": "\u2069", "⟫": "\u2069"}
WITHOUT = str.maketrans(dict.fromkeys(CONTROLS, ""))
WITH = str.maketrans(CONTROLS)
WIDTHS = range(4, 100, 5)

SENTENCES = [
    "أضف الخيار ⟦--help⟧ إلى الأمر، أو ⟦-v⟧.",
    "נסו את ⟦git commit --amend -m fix⟧ ואז ⟦--color=auto⟧!",
    "العنوان هو ⟦https://example.org/docs/4.0/⟧ للجميع.",
    "راجع (⟦https://example.org/⟪كتب⟫/⟪علوم⟫?q=1⟧) الآن.",
    "الملف ⟦/etc/hosts⟧ أو ⟦~/.config/⟧ أو ⟦../src/main.c⟧، ثم ⟦./run.sh⟧.",
    "נתיב ⟦C:\\Users\\⟪דנה⟫\\⟪קובץ⟫.txt⟧ וגם ⟦\\\\server\\share\\x⟧ כאן.",
    "افتح ⟦docs/⟪عربي⟫/⟪ملف⟫.md⟧ و ⟦⟪كتب⟫/⟪ملف⟫.txt⟧ معا",
    "⟦@dana⟧ כתבה על ⟦#python⟧ ועל ⟪#ספר_חדש⟫ השבוע.",
    "شكرا للكاتبة ⟦@jdoe⟧ ⟦example.org/ar/xy⟧ على ⟪#وسم⟫.",
    "اتصل على ⟦+1 555-010-0100⟧ أو ⟦(03) 123-4567⟧ صباحا.",
    "الرقم ⟦978-3-16-148410-0⟧ والبطاقة ⟦4111 1111 1111 1111⟧.",
    "הטמפרטורה ⟦-5⟧ מעלות, והיתרה ⟦-$2.00⟧ או ⟦+3%⟧ בלבד.",
    "دما ⟦-15⟧ درجه و ⟦\u2212۱۵⟧ و ⟦$5⟧ است",
    "درجة الحرارة -٥ مئوية و 10-20 كم و 2019-2020",
    "لغة ⟦C++⟧ أقدم من ⟦C#⟧ و ⟦.NET⟧ بكثير، و ⟦__init__⟧ اسم.",
    "الشبكة ⟦64:ff9b:1::/48⟧ و ⟦::1⟧ و ⟦00:1A:2b:3c:4d:5e⟧ محجوزة.",
    "في ⟦2024-01-05⟧ عند ⟦10:30+02:00⟧ و ⟦2024-01-05T10:00:00Z⟧ و 05/01/2024.",
    "الإصدار ⟦1.0.0-rc.1+build5⟧ و ⟦>=3.10⟧ و ⟦3.x⟧.",
    "اكتب ⟦<br />⟧ ثم ⟦</p>⟧ و ⟦&nbsp;⟧ هنا.",
    "القيمة ⟦$x^2 + y$⟧ و ⟦\\frac{a}{b}⟧ صحيحة، لا ⟦$5⟧ و ⟦$6⟧.",
    "כתבו אל ⟦dana.l@example.co.il⟧, בבקשה.",
    "نادِ ⟦run()⟧ أو ⟦.stop()⟧ أو ⟦obj.read(a, b)⟧ ثم ⟦`أمر -x`⟧.",
    "the word שלום ⟦--help⟧ עולם and ⟦978-3-16-148410-0⟧ ספר.",
]


class Case(NamedTuple):
    """A sentence with its isolates, and the lines it was laid out in."""

    marked: str
    base: int
    lines: list[Line]

    @property
    def places(self) -> list[int]:
        """Where every code point of the sentence stands in what ICU is given."""
        return [at for at, char in enumerate(self.marked) if char not in CONTROLS]

    @property
    def question(self) -> str:
        ends = [self.places[line.end] if line.end < len(self.places) else len(self.marked) for line in self.lines]
        return json.dumps({"text": self.marked.translate(WITH), "base": self.base, "ends": ends})

    @property
    def ours(self) -> list[list[int]]:
        text = self.marked.translate(WITHOUT)
        return [[at for at in seen_in_order(text, line) if text[at] != " "] for line in self.lines]

    def theirs(self, answer: str) -> list[list[int]]:
        number = {place: at for at, place in enumerate(self.places)}
        text = self.marked
        return [[number[at] for at, _ in line if at in number and text[at] != " "] for line in json.loads(answer)]


def wrong(cases: list[Case], asked_of_icu: Callable[[str, str], str]) -> list[tuple[str, int, int]]:
    answers = asked_of_icu("icu_lines.py", "\n".join(case.question for case in cases)).splitlines()
    assert len(answers) == len(cases)
    return [
        (case.marked, case.base, len(case.lines))
        for case, answer in zip(cases, answers, strict=True)
        if case.ours != case.theirs(answer)
    ]


def laid_out(marked: str, base: int, width: int) -> Case:
    text = marked.translate(WITHOUT)
    return Case(marked, base, list(analyse(text, base, isolated=()).wrap(width)))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_machine_text_stands_where_icu_has_isolates(sentence: str, asked_of_icu: Callable[[str, str], str]) -> None:
    base = int(sentence != SENTENCES[-1])
    assert not wrong([laid_out(sentence, base, width) for width in WIDTHS], asked_of_icu)


def test_inline_code_stands_where_icu_has_isolates(asked_of_icu: Callable[[str, str], str]) -> None:
    rng = random.Random(12)  # noqa: S311 - the same sentences on every run
    words = ["نفّذ", "ثم", "קוד", "Word", "5", "(", ")", "2024", "abc.", "!", "٣"]
    code = ["--help", "ls -la", "a, b", "()", "[1]", "x = 5;", "1-2", ".", "#", '"a"', "$HOME/x"]
    cases = []
    for _ in range(400):
        parts = [f"⟦{rng.choice(code)}⟧" if rng.random() < 0.4 else rng.choice(words) for _ in range(12)]
        marked = " ".join(parts)
        spans: list[tuple[int, int]] = []
        at = 0
        for char in marked:
            if char == "⟦":
                spans.append((at, at))
            elif char == "⟧":
                spans[-1] = (spans[-1][0], at)
            else:
                at += 1
        text = marked.translate(WITHOUT)
        base = rng.randint(0, 1)
        cases.append(Case(marked, base, list(analyse(text, base, isolated=spans).wrap(rng.randint(10, 90)))))
    assert not wrong(cases, asked_of_icu)[:3]
