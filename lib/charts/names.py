"""How names and counts fit a chart: two lines, one word for a telephone, people in words."""

from collections import Counter
from collections.abc import Sequence


def counted(count: int) -> str:
    """The number of people in words."""
    return "1 person" if count == 1 else f"{count} people"


def short(text: str, most: int) -> str:
    """The text, cut in its middle where it is longer: names may differ at their end alone."""
    if len(text) <= most:
        return text
    tail = (most - 1) // 2
    return f"{text[: most - 1 - tail].rstrip()}…{text[-tail:].lstrip()}"


def two_lines(text: str, alone: int = 12, most: int = 22) -> str:
    """The text broken where its lines are most alike; up to `alone` letters stay on the second."""
    words = text.split()
    if len(words) < 2 or len(text) <= alone:
        return f"\n{short(text, most)}"
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return "\n".join(short(line, most) for line in min(halves, key=lambda two: max(map(len, two))))


def telling_words(names: Sequence[str]) -> list[str]:
    """A word for each name: its first that no other name has, else its first."""
    known = Counter(word for name in names for word in set(name.split()))
    return [
        next((word for word in name.split() if known[word] == 1), (name.split() or [""])[0])
        for name in names
    ]
