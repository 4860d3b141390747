"""Makes data/word_commonness.txt: how common English words are, from the package wordfreq.

Run it where wordfreq is installed: `python scripts/make_commonness.py`; the app needs the file
alone.
"""

import importlib
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "data" / "word_commonness.txt"
LEAST = 3.2


def main() -> None:
    """One line a tenth of the Zipf scale, most common first: `6.1 know like ...`."""
    wordfreq = importlib.import_module("wordfreq")
    by_tenth: dict[float, list[str]] = defaultdict(list)
    for word in wordfreq.iter_wordlist("en", "small"):
        zipf = wordfreq.zipf_frequency(word, "en")
        if zipf >= LEAST and word.isascii() and word.isalpha():
            by_tenth[round(zipf, 1)].append(word)
    lines = [f"{zipf:.1f} {' '.join(sorted(by_tenth[zipf]))}\n" for zipf in sorted(by_tenth)[::-1]]
    OUT.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
