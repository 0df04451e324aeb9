"""How often the encoding of a text is recognised: ``python -m tests.evaluation.encodings``.

Prose of nine languages (the seed article, and articles of the Universal Declaration of Human Rights) is cut into pieces
of several lengths, written in every encoding that people have it in, and decoded without being told which. A piece
counts as right when its text comes out as it was, so that encodings in which the piece is written alike are all right.
charset-normalizer and chardet are asked the same, if they are installed.
"""

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.formats.charsets import decoded
from reader.formats.visual_order import logical_of
from tests.samples import article

LENGTHS = (20, 50, 200, 2000)
PIECES = 40

PROSE = {
    "en": (
        "All human beings are born free and equal in dignity and rights. They are endowed with reason and "
        "conscience and should act towards one another in a spirit of brotherhood. Everyone has the right to "
        "life, liberty and security of person. No one shall be held in slavery or servitude. The old café’s "
        "façade “reopened” in 1999 — naïve, perhaps."
    ),
    "fa": (
        "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند. همه دارای عقل و وجدان "
        "می‌باشند و باید نسبت به یکدیگر با روح برادری رفتار کنند. هر کس حق زندگی، آزادی و امنیت شخصی دارد. "
        "هیچ کس را نمی‌توان در بردگی نگاه داشت. هر کس حق دارد که شخصیت حقوقی او در همه جا به عنوان یک انسان "
        "در مقابل قانون شناخته شود."
    ),
    "ur": (
        "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔ انہیں ضمیر اور عقل ودیعت ہوئی ہے۔ "
        "اس لیے انہیں ایک دوسرے کے ساتھ بھائی چارے کا سلوک کرنا چاہیے۔ ہر شخص کو اپنی جان، آزادی اور ذاتی "
        "تحفظ کا حق ہے۔ کوئی شخص غلام یا لونڈی بنا کر نہ رکھا جا سکے گا۔ ہر شخص کا حق ہے کہ ہر مقام پر قانون "
        "اس کی شخصیت کو تسلیم کرے۔"
    ),
    "he": (
        "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך חובה עליהם "
        "לנהוג איש ברעהו ברוח של אחווה. כל אדם זכאי לזכויות ולחירויות שנקבעו בהכרזה זו ללא הפליה כלשהי. כל "
        "אדם יש לו הזכות לחיים, לחירות ולביטחון אישי. לא יהיה אדם עבד או משועבד; עבדות וסחר עבדים ייאסרו לכל "
        "צורותיהם."
    ),
    "fr": (
        "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et"
        " de conscience et doivent agir les uns envers les autres dans un esprit de fraternité. Tout individu"
        " a droit à la vie, à la liberté et à la sûreté de sa personne. Nul ne sera tenu en esclavage ; "
        "l’esclavage et la traite sont interdits où qu’ils soient."
    ),
    "ru": (
        "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и "
        "совестью и должны поступать в отношении друг друга в духе братства. Каждый человек имеет право на "
        "жизнь, на свободу и на личную неприкосновенность. Никто не должен содержаться в рабстве или в "
        "подневольном состоянии."
    ),
    "el": (
        "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι "
        "προικισμένοι με λογική και συνείδηση, και οφείλουν να συμπεριφέρονται μεταξύ τους με πνεύμα "
        "αδελφοσύνης. Κάθε άτομο έχει δικαίωμα στη ζωή, την ελευθερία και την προσωπική του ασφάλεια. Κανείς "
        "δεν επιτρέπεται να ζει υπό καθεστώς δουλείας."
    ),
    "tr": (
        "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve "
        "birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler. Yaşamak, hürriyet ve kişi emniyeti "
        "her ferdin hakkıdır. Hiç kimse kölelik veya kulluk altında bulundurulamaz; kölelik ve köle ticareti "
        "her türlü şekliyle yasaktır."
    ),
}
WIDE = ("utf-8", "utf-16-le", "utf-16-be")
NARROW = {
    "ar": ("windows-1256", "iso-8859-6", "mac-arabic"),
    "fa": ("windows-1256",),
    "ur": ("windows-1256",),
    "he": ("windows-1255", "iso-8859-8", "visual"),
    "en": ("windows-1252",),
    "fr": ("windows-1252", "iso-8859-15"),
    "ru": ("windows-1251", "koi8-r"),
    "el": ("windows-1253",),
    "tr": ("windows-1254",),
}


_OLD_LETTERS = str.maketrans("ی\u200f۔", "ي\u200f.")
"""What Persian and Urdu were written with before Unicode had their letters."""


class Piece(NamedTuple):
    """A piece of prose: what it is, and the bytes that are to become it."""

    text: str
    data: bytes


def pieces(language: str, encoding: str, length: int) -> Iterator[Piece]:
    """Pieces of whole words from anywhere in the prose, written in an encoding without what it lacks."""
    whole = article()
    prose = whole.slice(whole.range) if language == "ar" else PROSE[language]
    chance = random.Random(f"{language}{length}")  # noqa: S311 - the same pieces every time
    words = prose.split()
    for _ in range(PIECES):
        at = chance.randrange(len(words))
        text = " ".join((words[at:] + words * (1 + length // len(prose)))[: max(2, length // 3)])[:length]
        codec = "iso-8859-8" if encoding == "visual" else encoding
        if codec not in WIDE:
            text = text.translate(_OLD_LETTERS)
        text = text.encode(codec, "ignore").decode(codec)
        if not text.isascii() or encoding in WIDE:
            yield Piece(text, (_seen(text) if encoding == "visual" else text).encode(codec))


def _seen(text: str) -> str:
    """A Hebrew line as a terminal of the time stored it: from left to right."""
    return logical_of(text)


def ours(data: bytes) -> str:
    return decoded(data).text


def charset_normalizer(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best else ""


def chardet(data: bytes) -> str:
    import chardet as package

    name = package.detect(data)["encoding"]
    return data.decode(name, "replace").removeprefix("\ufeff") if name else ""


Decoder = Callable[[bytes], str]


def decoders() -> dict[str, Decoder]:
    """Those that are installed."""
    found: dict[str, Decoder] = {"reader": ours}
    for decoder in (charset_normalizer, chardet):
        try:
            decoder(b"text")
        except ImportError:
            continue
        found[decoder.__name__] = decoder
    return found


def accuracy(decoder: Decoder, language: str, encoding: str, length: int) -> float:
    """The share of pieces that come out as they were."""
    tried = list(pieces(language, encoding, length))
    return sum(_read(decoder, piece.data) == piece.text for piece in tried) / len(tried) if tried else 1.0


def _read(decoder: Decoder, data: bytes) -> str:
    try:
        return decoder(data)
    except (LookupError, UnicodeError):
        return ""


def main() -> None:
    """Print the table."""
    every = decoders()
    print("| text | " + " | ".join(f"{name} {length}" for name in every for length in LENGTHS) + " |")
    print("|---|" + "---|" * len(every) * len(LENGTHS))
    sums = dict.fromkeys(((name, length) for name in every for length in LENGTHS), 0.0)
    rows = [(language, encoding) for language, narrow in NARROW.items() for encoding in (*WIDE, *narrow)]
    for language, encoding in rows:
        cells = []
        for name, decoder in every.items():
            for length in LENGTHS:
                share = accuracy(decoder, language, encoding, length)
                sums[name, length] += share
                cells.append(f"{share:.2f}")
        print(f"| {language} {encoding} | {' | '.join(cells)} |", flush=True)
    print("| all | " + " | ".join(f"{total / len(rows):.3f}" for total in sums.values()) + " |")


if __name__ == "__main__":
    main()
