"""LaTeX: what is read of it, from right to left, and what is not; formulas in one line."""

import pytest

from reader.formats.sniffing import format_of
from reader.formats.tex_math import formula_in
from reader.model import BlockKind, Mark
from tests.documents import texts_marked, texts_of
from tests.formats.making import parsed
from tests.fuzz.targets import TARGETS, good
from tests.wellformed import check


def _plain(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))


def _read(tex: str) -> str:
    document = parsed("latex", tex)
    check(document)
    return _plain(document.slice(document.range)).strip()


def test_an_article() -> None:
    data = good("latex")
    assert format_of(data, "") == "latex"
    document = parsed("latex", data)
    check(document)
    assert document.direction.is_rtl
    assert (document.meta.title, document.meta.author) == ("دراسة في النحو", "ليلى أحمد; سعيد")
    assert document.meta.language == "ar"
    assert texts_of(document, BlockKind.HEADING) == ["دراسة في النحو", "المقدمة", "القسم الثاني", "المراجع"]
    assert [block.depth for block in document.blocks if block.kind is BlockKind.HEADING] == [1, 2, 3, 2]
    text = _plain(document.slice(document.range))
    assert "القسم\u00a01.1 والمعادلة (1)، و[1, ص. 3]. مرحبا بكم; café naïve — “a” 50% {x" in text
    assert "E = mc²  (1)" in text or "E = mc² (1)" in text
    assert texts_of(document, BlockKind.LIST_ITEM)[:3] == ["أول", "داخلي", "ثان"]
    assert [row.split("\t") for row in texts_of(document, BlockKind.TABLE)] == [
        ["الاسم", "السعر"],
        ["كتاب", "x₁"],
        ["المجموع"],
    ]
    assert texts_of(document, BlockKind.CODE) == ["if (x) { y"]
    assert texts_of(document, BlockKind.NOTE) == ["جامعة", "حاشية."]
    assert texts_of(document, BlockKind.QUOTE) == ["ملخص.", "قول:اقتباس"]
    assert {"1.1", "رابط", "/etc/passwd.tex", "https://example.org/a_b%20c"} <= set(texts_marked(document, Mark.LINK))
    assert "root:" not in text
    assert "after" not in text
    assert "gone" not in text


def test_references_lead_to_what_they_name() -> None:
    document = parsed("latex", good("latex"))
    targets = {span.target[1:] for b in document.blocks for span in b.spans if span.target.startswith("#")}
    assert targets
    assert targets <= set(document.places)


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (
            r"\usepackage[hebrew,english]{babel}\begin{document}a \foreignlanguage{hebrew}{שלום}",
            "a שלום",
        ),
        ("one%\ntwo % three\nfour", "onetwo four"),
        ("a\n% comment\nb\n\nc", "a b\nc"),
        (r"\def\x#1{<#1>}\x{a}\x b", "<a><b>"),
        (r"\let\x=\emph \x{a}", "a"),
        (r"\newcommand{\a}{\alpha}$\a x$", "αx"),
        (r"\renewcommand{\section}[1]{lost}\section{Kept}", "Kept"),
        (r"\iffalse hidden \iftrue x \fi \fi shown", "shown"),
        (r"{\bf bold} \unknown[option]{kept} \vspace{2cm}rest", "bold kept rest"),
        (r"\'{e}\`a\^\i\~n\c c\v{s}\H{o}\ss{} \oe{}uvre \AA", "éàîñçšőß œuvre Å"),
        (r"\LaTeX\ is ,,so'' --- ?`no? 1--2", "LaTeX is „so” — ¿no? 1–2"),
        (r"\textcolor{red}{seen} \parbox[t]{2cm}{box} \index{unseen}\label{x}", "seen box"),
        (r"\SI{5}{\kilo\metre\per\second} \num{12}", "5 kilometre/second 12"),
        (r"a\footnotemark{} b\footnotetext{note}", "a¹ b\nnote"),
        (r"\begin{unknown}{kept}in\end{unknown}\begin{minipage}{0.5\textwidth}box\end{minipage}", "keptin\nbox"),
        (r"\begin{comment}unseen { \end{comment}seen", "seen"),
        (r"price \$5 and $never closed", "price $5 and $never closed"),
        ("$x\n\ny$", "$x\ny$"),
    ],
)
def test_words(tex: str, text: str) -> None:
    assert _read(tex) == text


@pytest.mark.parametrize("tex", [r"\usepackage{xepersian}", r"\usepackage[english,main=hebrew]{babel}"])
def test_the_main_language_decides_the_direction(tex: str) -> None:
    document = parsed("latex", rf"\documentclass{{article}}{tex}\begin{{document}}English words alone.\end{{document}}")
    assert document.direction.is_rtl


def test_slides_are_sections() -> None:
    tex = r"""\documentclass{beamer}\begin{document}\section{A}\begin{frame}<1->[t]{First}\begin{itemize}\item<2-> x
    \end{itemize}\end{frame}\begin{frame}\frametitle{Second}y\end{frame}\end{document}"""
    document = parsed("latex", tex)
    assert texts_of(document, BlockKind.HEADING) == ["A", "First", "Second"]
    assert texts_of(document, BlockKind.LIST_ITEM) == ["x"]


def test_a_declared_encoding_is_heeded() -> None:
    data = "\\usepackage[cp1256]{inputenc}\n\\begin{document}كتاب\\end{document}".encode("windows-1256")
    assert parsed("latex", data).meta.encoding == "windows-1256"


def test_a_long_table_has_its_head_once() -> None:
    tex = (
        r"""\begin{longtable}{ll}a & b \\ \endfirsthead a & b \\ \endhead foot & \\ \endfoot 1 & 2 \\ \end{longtable}"""
    )
    document = parsed("latex", tex)
    assert texts_of(document, BlockKind.TABLE) == ["a\tb", "1\t2"]


def test_commands_that_double_themselves_are_told() -> None:
    document = parsed(
        "latex", r"\newcommand{\a}{\a\a}\a" + r"\newcommand{\b}[1]{#1#1#1}" + r"\b{" * 20 + "x" + "}" * 20
    )
    assert document.meta.notices
    assert len(document) < 2_000_000


@pytest.mark.parametrize(
    "tex",
    ["{", r"\emph{", "$", "[", r"\item[", r"\[", r"\(x" + "\n\n", r"\begin{align}", r"\url{", r"\iffalse", r"\verb|"],
)
def test_what_never_ends_costs_what_it_is_long(tex: str) -> None:
    TARGETS["latex"]((tex * 3_000).encode())


@pytest.mark.parametrize(
    ("tex", "line"),
    [
        (r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}", "x = (-b ± √(b² - 4ac))/(2a)"),
        (r"\sum_{i=1}^{n} i", "∑_(i = 1)^n i"),
        (r"\int_0^\infty e^{-x^2}\,dx", "∫₀^∞ e^(-x²) dx"),
        (r"f'(x)=\lim_{h\to 0}\frac12", "f′(x) = lim_(h → 0) 1/2"),
        (r"A=\begin{pmatrix}a&b\\c&d\end{pmatrix}", "A = (a, b; c, d)"),
        (r"\begin{aligned}a&=b\\&=c\end{aligned}", "a = b; = c"),
        (r"\mathbb{R}^n \not\in \emptyset", "ℝ^n ∉ ∅"),
        (r"\left( \alpha_1,\ldots\right.", "(α₁, …"),
        (r"\hat{x}+\vec v \text{ if $y$ }", "x̂ + v⃗ if y"),
        (r"\sin^2 x + \operatorname{rank} A", "sin² x + rank A"),
        (r"\sqrt[3]{x} \cdot 10^{-5}", "³√(x)·10⁻⁵"),
        (r"\xrightarrow{f} \stackrel{?}{=} \unknown{z}", "→^f =^?unknown z"),
        ("{{{{x", "x"),
        (r"\frac", "()/()"),
    ],
)
def test_formulas(tex: str, line: str) -> None:
    assert formula_in(tex) == line
