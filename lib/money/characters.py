"""Characters that look alike made one, a character for a character, so that places stay."""

from unicodedata import normalize

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
        **dict.fromkeys("\u2009\u200a\u202f\u205f\u3000\t\r", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4\u2032\uff07", "'"),
        **{chr(full): normalize("NFKC", chr(full)) for full in range(0xFF01, 0xFF5F)},
        "\uffe5": "¥",
        "\uffe1": "£",
        "\u301c": "~",
        "\uff5e": "~",
    }
)


def alike(text: str) -> str:
    """The text with dashes, blanks, apostrophes and full-width letters as ASCII has them."""
    return text.translate(_ALIKE)
