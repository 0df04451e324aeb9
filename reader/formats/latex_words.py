"""Commands and environments of LaTeX, and what each is to a reader: tables for :mod:`reader.formats.latex`.

Of commands that stand in none of them the arguments in braces are read as text.
"""

LOOKS = {
    "emph": "em", "textit": "i", "textsl": "i", "textbf": "b", "texttt": "code", "underline": "u", "uline": "u",
    "uwave": "u", "sout": "s", "st": "s", "xout": "s", "textsuperscript": "sup", "textsubscript": "sub",
    "enquote": "q", "alert": "b", "structure": "b", "hl": "mark", "textup": "", "textrm": "", "textsf": "",
    "textmd": "", "textnormal": "", "textsc": "", "mbox": "", "fbox": "", "hbox": "", "vbox": "", "so": "",
    "text": "", "so*": "", "bfseries*": "", "code": "code", "lstinline*": "code", "email": "", "acro": "", "lowercase":
    "", "uppercase": "", "MakeUppercase": "", "MakeLowercase": "", "centerline": "", "leftline": "", "rightline": "",
    "emph*": "em", "term": "i", "foreign": "i", "keyword": "b", "file": "code", "cmd": "code", "blockquote": "q",
    "textquote": "q", "mkbibquote": "q", "ensuremath*": "", "strong": "b", "kbd": "code", "cs": "code",
}  # fmt: skip
"""Commands that give the text in their braces a look, and the element that has it."""

DECLARED = {
    "bfseries": "b", "bf": "b", "itshape": "i", "it": "i", "slshape": "i", "sl": "i", "em": "em", "ttfamily": "code",
    "tt": "code", "itseries": "i", "boldmath": "b",
}  # fmt: skip
"""Commands that give the rest of their group a look."""

RANKS = {
    "part": 0, "chapter": 1, "addchap": 1, "section": 2, "addsec": 2, "frametitle": 4, "subsection": 3,
    "subsubsection": 4, "paragraph": 5, "subparagraph": 6, "minisec": 5, "cvsection": 2, "cvsubsection": 3,
}  # fmt: skip
"""Headings, the highest first."""

SKIPPED = {
    "vspace": 1, "hspace": 1, "setlength": 2, "addtolength": 2, "newlength": 1, "setcounter": 2, "addtocounter": 2,
    "newcounter": 1, "stepcounter": 1, "refstepcounter": 1, "usepackage": 1, "RequirePackage": 1, "documentclass": 1,
    "documentstyle": 1, "pagestyle": 1, "thispagestyle": 1, "bibliographystyle": 1, "pagenumbering": 1, "index": 1,
    "glossary": 1, "hypersetup": 1, "geometry": 1, "definecolor": 3, "color": 1, "pagecolor": 1, "rule": 2,
    "phantom": 1, "hphantom": 1, "vphantom": 1, "graphicspath": 1, "setmainfont": 1, "setsansfont": 1,
    "setmonofont": 1, "newfontfamily": 2, "newfontfamily*": 1, "setstretch": 1, "fontsize": 2, "linespread": 1,
    "newcolumntype": 2, "theoremstyle": 1, "numberwithin": 2, "addcontentsline": 3, "addtocontents": 2, "markboth": 2,
    "markright": 1, "lstset": 1, "sisetup": 1, "captionsetup": 1, "newglossaryentry": 2, "newacronym": 3,
    "usetheme": 1, "usecolortheme": 1, "setbeamertemplate": 1, "institute*": 1, "hyphenation": 1, "nocite": 1,
    "addbibresource": 1, "usetikzlibrary": 1, "tikzset": 1, "titleformat": 5, "titlespacing": 4, "newsavebox": 1,
    "enlargethispage": 1, "pdfbookmark": 2, "thanks*": 1, "settowidth": 2, "selectfont": 0, "fontfamily": 1,
    "fontseries": 1, "fontshape": 1, "fontencoding": 1, "renewcommand": 2, "newtheoremstyle": 9, "cline": 1,
    "cmidrule": 1, "arrayrulecolor": 1, "rowcolor": 1, "cellcolor": 1, "columncolor": 1, "hyperlink*": 1,
    "bibliographyunit": 1, "DeclareGraphicsExtensions": 1, "PassOptionsToPackage": 2, "crefname": 3, "Crefname": 3,
    "allowdisplaybreaks": 0, "babelfont": 2, "setotherlanguages": 1, "setotherlanguage": 1, "babeltags": 1,
    "settextfont": 1, "setlatintextfont": 1, "setdigitfont": 1, "defpersianfont": 2, "setarabicfont": 1,
    "newif": 0, "ifx": 0, "AtBeginDocument": 1, "AtEndDocument": 1, "input*": 1, "write": 0, "immediate": 0,
    "typeout": 1, "message": 1, "errmessage": 1, "penalty": 0, "special": 1, "includeonly": 1, "hyphenpenalty": 0,
    "newenvironment*": 3, "cvitemsep": 0, "moderncvstyle": 1, "moderncvcolor": 1, "lstdefinestyle": 2, "sloppy": 0,
    "mathversion": 1, "setcitestyle": 1, "bibpunct": 6, "extrarowheight": 0, "urlstyle": 1, "setuptodonotes": 1,
    "newfloat": 0, "DeclareCaptionFormat": 2, "pgfplotsset": 1, "setbeamercolor": 2, "setbeamerfont": 2,
    "setbeamersize": 1, "setbeamercovered": 1, "AtBeginSection": 1, "logo": 1, "titlegraphic": 1, "hline": 0,
}  # fmt: skip
"""Commands that set how things look or are counted, and how many of their arguments are no text."""

PASSED = {
    "textcolor": 1, "parbox": 1, "resizebox": 2, "resizebox*": 2, "scalebox": 1, "rotatebox": 1, "raisebox": 1,
    "makebox": 0, "framebox": 0, "colorbox": 1, "fcolorbox": 2, "adjustbox": 1, "hyperlink": 1, "hypertarget": 1,
    "multirow": 2, "texorpdfstring": 0, "foreignblockquote": 1, "foreigntextquote": 1, "subfloat": 0,
    "subcaptionbox": 1,    "fontspec": 1,
    "only": 0, "onslide": 0, "uncover": 0, "visible": 0, "textcolor*": 1, "shadowbox": 0,
    "marginbox": 1, "rowcolors": 3,
}  # fmt: skip
"""Commands whose last argument is text, and how many stand before it that are none."""

LISTS = {
    "itemize": "ul", "enumerate": "ol", "description": "dl", "compactitem": "ul", "compactenum": "ol", "list": "ul",
    "compactdesc": "dl", "inparaenum": "ol", "inparaitem": "ul", "tightlist": "ul", "trivlist": "ul",
    "itemize*": "ul", "enumerate*": "ol", "description*": "dl", "parts": "ol", "questions": "ol", "tasks": "ol",
    "subparts": "ol", "labeling": "dl", "asparaenum": "ol", "asparaitem": "ul", "acronym": "dl", "cvitems": "ul",
    "basedescript": "dl", "exenumerate": "ol", "dinglist": "ul",
}  # fmt: skip

TABLES = {
    "tabular": 0, "tabular*": 1, "tabularx": 1, "tabulary": 1, "longtable": 0, "supertabular": 0, "xltabular": 1,
    "tblr": 0, "longtblr": 0, "array": 0, "xtabular": 0, "mpsupertabular": 0, "tabularray": 0, "tabu": 0,
}  # fmt: skip
"""Tables, and how many arguments stand before the one that says what their columns are."""

FORMULAS = frozenset(
    """
    math displaymath equation equation* align align* alignat alignat* flalign flalign* gather gather* multline
    multline* eqnarray eqnarray* dmath dmath* xalignat xalignat* IEEEeqnarray IEEEeqnarray* dgroup dgroup*
    empheq
    """.split()  # noqa: SIM905
)
NUMBERED = frozenset("equation align alignat flalign gather multline eqnarray dmath IEEEeqnarray".split())  # noqa: SIM905
ROW_BY_ROW = frozenset("align alignat flalign gather eqnarray IEEEeqnarray".split())  # noqa: SIM905

FLOATS = {
    "figure": "figure", "figure*": "figure", "wrapfigure": "figure", "SCfigure": "figure", "table": "table",
    "table*": "table", "wraptable": "table", "sidewaystable": "table", "sidewaysfigure": "figure", "longtable": "table",
    "subfigure": "", "subtable": "", "listing": "listing", "algorithm": "algorithm", "lstlisting": "listing",
    "marginfigure": "figure", "algorithm2e": "algorithm",
}  # fmt: skip

QUOTES = frozenset(
    {"quote", "quotation", "displayquote", "abstract", "epigraph", "displaycquote", "foreigndisplayquote"}
)
ARGUED = {
    "minipage": 1, "multicols": 1, "multicols*": 1, "letter": 0, "columns": 0, "column": 1, "adjustbox": 1,
    "wrapfigure": 2, "wraptable": 2, "thebibliography": 1, "spacing": 1, "textblock": 1, "adjustwidth": 2,
    "changemargin": 2, "subfigure": 1, "subtable": 1, "labeling": 1, "list": 2, "mdframed": 0, "tcolorbox": 0,
    "alignat": 1, "alignat*": 1, "varwidth": 1, "dinglist": 1, "acronym": 0, "CJK": 2, "CJK*": 2, "otherlanguage": 1,
    "otherlanguage*": 1, "hyphenrules": 1, "xalignat": 1, "xalignat*": 1, "IEEEeqnarray": 1, "IEEEeqnarray*": 1,
    "turn": 1, "rotate": 1, "framed": 0, "scope": 0, "tabbing": 0, "empheq": 1, "foreigndisplayquote": 1,
}  # fmt: skip
"""Environments whose first arguments are no text, and how many."""

THEOREMS = {
    "theorem": "Theorem", "lemma": "Lemma", "corollary": "Corollary", "proposition": "Proposition",
    "definition": "Definition", "example": "Example", "remark": "Remark", "conjecture": "Conjecture",
    "exercise": "Exercise", "claim": "Claim",
}  # fmt: skip

LANGUAGES = {
    "arabic": "ar", "hebrew": "he", "farsi": "fa", "persian": "fa", "urdu": "ur", "english": "en", "american": "en-US",
    "british": "en-GB", "UKenglish": "en-GB", "USenglish": "en-US", "french": "fr", "francais": "fr", "frenchb": "fr",
    "german": "de", "ngerman": "de", "naustrian": "de-AT", "spanish": "es", "russian": "ru", "turkish": "tr",
    "italian": "it", "portuguese": "pt", "brazilian": "pt-BR", "brazil": "pt-BR", "greek": "el", "kurdish": "ckb",
    "sorani": "ckb", "syriac": "syr", "yiddish": "yi", "pashto": "ps", "uyghur": "ug", "sindhi": "sd", "divehi": "dv",
    "dutch": "nl", "polish": "pl", "czech": "cs", "swedish": "sv", "danish": "da", "norsk": "nb", "finnish": "fi",
    "hungarian": "hu", "magyar": "hu", "japanese": "ja", "chinese": "zh", "korean": "ko", "hindi": "hi",
    "latin": "la", "ukrainian": "uk", "bulgarian": "bg", "indonesian": "id", "bahasai": "id", "malay": "ms",
    "catalan": "ca", "romanian": "ro", "ar": "ar", "he": "he", "fa": "fa", "ur": "ur", "en": "en", "fr": "fr",
    "de": "de", "es": "es", "tr": "tr", "ru": "ru",
}  # fmt: skip
"""Languages as babel and polyglossia call them, and their tags."""

RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "ckb", "syr", "yi", "ps", "ug", "sd", "dv"})

DIRECTIONS = {
    "RL": "rtl", "RLE": "rtl", "rl": "rtl", "R": "rtl", "RTLfootnote": "rtl", "LR": "ltr", "LRE": "ltr", "lr": "ltr",
    "L": "ltr", "pLR": "ltr", "InlineLR": "ltr", "RTLdblcol": "rtl", "textLR": "ltr", "textRL": "rtl",
    "unexpandedLR": "ltr", "aemph": "rtl",
}  # fmt: skip
"""Commands whose text runs in a direction (bidi, babel's Hebrew, XePersian)."""

ENVIRONMENT_DIRECTIONS = {
    "RTL": "rtl", "LTR": "ltr", "flushrtl": "rtl", "Arabic": "rtl", "RLbidi": "rtl", "LTRitems": "ltr",
    "RTLitems": "rtl", "persian": "rtl", "latin": "ltr", "LTRbidi": "ltr",
}  # fmt: skip
SWITCHES = {"setRTL": "rtl", "setRL": "rtl", "unsetLTR": "rtl", "setLTR": "ltr", "setLR": "ltr", "unsetRTL": "ltr"}
SWITCHES |= {"sethebrew": "rtl", "unsethebrew": "ltr"}

PRINTED = {
    "en": {"figure": "Figure", "table": "Table", "abstract": "Abstract", "bibliography": "References", "listing":
           "Listing", "algorithm": "Algorithm", "proof": "Proof"},
    "ar": {"figure": "شكل", "table": "جدول", "abstract": "ملخص", "bibliography": "المراجع", "listing": "برنامج",
           "algorithm": "خوارزمية", "proof": "برهان"},
    "he": {"figure": "איור", "table": "טבלה", "abstract": "תקציר", "bibliography": "מקורות", "listing": "קוד",
           "algorithm": "אלגוריתם", "proof": "הוכחה"},
    "fa": {"figure": "شکل", "table": "جدول", "abstract": "چکیده", "bibliography": "مراجع", "listing": "برنامه",
           "algorithm": "الگوریتم", "proof": "برهان"},
    "ur": {"figure": "شکل", "table": "جدول", "abstract": "خلاصہ", "bibliography": "حوالہ جات", "listing": "فہرست",
           "algorithm": "الخوارزم", "proof": "ثبوت"},
    "fr": {"figure": "Figure", "table": "Table", "abstract": "Résumé", "bibliography": "Références", "proof":
           "Démonstration", "listing": "Listing", "algorithm": "Algorithme"},
    "de": {"figure": "Abbildung", "table": "Tabelle", "abstract": "Zusammenfassung", "bibliography": "Literatur",
           "proof": "Beweis", "listing": "Listing", "algorithm": "Algorithmus"},
}  # fmt: skip
"""Words that LaTeX prints by itself, in the document's language (the captions of babel and polyglossia)."""

CITING = frozenset(
    """
    cite citep citet citeauthor citeyear citeyearpar autocite parencite textcite footcite citealp citealt fullcite
    supercite Cite Citet Citep Textcite Parencite Autocite citenum smartcite footfullcite citetitle onlinecite
    """.split()  # noqa: SIM905
)
REFERRING = frozenset(
    """
    ref eqref autoref cref Cref nameref pageref vref Vref vpageref cpageref Ref subref labelcref fref Fref hyperref
    """.split()  # noqa: SIM905
)
NOTES = frozenset(
    """
    footnote endnote sidenote marginpar marginnote thanks footnotetext LTRfootnote RTLfootnote Footnote todo pdfcomment
    footnoteLR footnoteRL LRfootnote RLfootnote
    """.split()  # noqa: SIM905
)
INCLUDING = frozenset({"input", "include", "subfile", "import", "subimport", "lstinputlisting", "verbatiminput"})
INCLUDING |= frozenset({"includepdf", "loadglsentries", "bibliography"})

RULES = frozenset({"hline", "toprule", "midrule", "bottomrule", "Xhline", "specialrule", "tabucline", "firsthline"})
RULES |= frozenset({"lasthline", "Hline", "thickhline", "cline", "cmidrule"})

INPUT_ENCODINGS = {
    "cp1256": "windows-1256", "cp1255": "windows-1255", "8859-8": "iso-8859-8", "8859-6": "iso-8859-6", "latin1":
    "iso-8859-1", "latin2": "iso-8859-2", "latin5": "iso-8859-9", "latin9": "iso-8859-15", "cp1252": "windows-1252",
    "ansinew": "windows-1252", "cp1251": "windows-1251", "koi8-r": "koi8-r", "cp866": "cp866", "cp862": "cp862",
    "applemac": "mac-roman", "cp1250": "windows-1250", "hebnewcp1255": "windows-1255", "cp855": "cp855",
    "iso-8859-6": "iso-8859-6", "iso88596": "iso-8859-6",
}  # fmt: skip
"""Encodings by their names in the package inputenc."""
