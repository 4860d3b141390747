"""Many figures of one field and level as one strip: all of them, most, half, the middle."""

from math import isnan

from lib.frames import Row

COLUMNS = (
    *("field_id", "level", "least", "most", "tenth", "quarter", "half", "three_quarters"),
    *("nine_tenths", "who", "aside", "middle_words", "half_words"),
)
"""`least` and `most` of all that was said; the quantiles are NaN where there may be none."""


def strip_marks(strip: Row, tone: str, y: float, line: float) -> list[Row]:
    """The strip between its two lines of words, on the left who it is, on the right figures."""
    middle = {"tone": tone, "y": y + line / 2, "push": 0.0}
    marks: list[Row] = [
        {"part": "strip all", "x": strip["least"], "x2": strip["most"], **middle},
        {"part": "person", "words": strip["who"], "y": y},
        {"part": "person", "words": strip["aside"], "y": y + line},
        *(
            {"part": "said", "words": words, "brief": words, "y": at}
            for words, at in ((strip["middle_words"], y), (strip["half_words"], y + line))
        ),
    ]
    if isnan(strip["half"]):
        return marks
    return [
        *marks,
        {"part": "strip most", "x": strip["tenth"], "x2": strip["nine_tenths"], **middle},
        {"part": "strip half", "x": strip["quarter"], "x2": strip["three_quarters"], **middle},
        {"part": "strip middle", "x": strip["half"], **middle},
    ]
