"""Plain words for counts and lists; Markdown's own signs in what people typed are escaped."""

import re
from collections.abc import Sequence

JOINER = "\u2060"
_MADE_OF_TEXT = re.compile(
    r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)|(?<=:)(?=[a-z+][\w/+-]*:)|(?<=[-<>~])(?=[-=>])",
    re.IGNORECASE,
)
"""Within addresses, names of icons and arrows: of these the screen makes something of its own."""
_SIGNS = re.compile(r"[\\`*_\[\]<>|~:$^=&#@\n]|--|www\.|^\s*(?:[-+]|\d+[.)])", re.IGNORECASE)
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """Up to ten in letters."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def ordinal(place: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`."""
    last = 0 if 10 <= place % 100 < 20 else place % 10
    return str(place) + {1: "st", 2: "nd", 3: "rd"}.get(last, "th")


def counted(count: int, one: str, many: str = "") -> str:
    """`1 person`, `3 people`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def of_unit(words: str, unit: str) -> str:
    """`3 to 8 years`, `1 year`: the unit after figures in words; nothing after nothing."""
    one = words.rpartition(" ")[2] == "1"
    return f"{words} {unit}{'' if one else 's'}" if words else ""


def listed(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def nothing(asked: int, what: str) -> str:
    """Why a field has nothing to draw: nobody was asked, or nobody of those asked named any."""
    people = counted(asked, "person", "people")
    return f"{people} asked, nobody named {what}" if asked else "nobody was asked"


def some(parts: Sequence[str], most: int = 3) -> str:
    """`a, b, c and 4 more`."""
    rest = len(parts) - most
    return listed([*parts[:most], f"{rest} more"] if rest > 0 else parts)


def plain(text: str) -> str:
    """Text that Markdown shows as it was typed.

    What looks like an address or an icon's name would be made one even after the escapes are gone:
    a word joiner, which has no width, stands within; one that was typed is doubled.
    """
    text = _MADE_OF_TEXT.sub(JOINER, text.replace(JOINER, 2 * JOINER))
    escaped = "".join(f"\\{sign}" if sign in r"\`*_{}[]<>()#+-.!|~:$^=&" else sign for sign in text)
    return escaped.replace("\n", "  \n")


def label(text: str) -> str:
    """The same for a label, which knows no lines; as it is where Markdown would make nothing of it.

    What is chosen by its label stands in the address, where escapes are in the way.
    """
    return plain(" ".join(text.split())) if _SIGNS.search(text) else text


def capital(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]
