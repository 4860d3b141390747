"""Who pays most to start is said of all fields, with ties, and not beside open ends."""

import pytest

from lib.answers.highest_pay import SHARED, Starts, highest_pay

Fields = dict[str, tuple[int, int] | None]


def said(bands: Fields, *opened: str) -> str:
    fields = {
        name: Starts(band and (1e3 * band[0], 1e3 * band[1]), name in opened)
        for name, band in bands.items()
    }
    return highest_pay(fields, "USD").replace("\\", "").replace("*", "")


@pytest.mark.parametrize(
    ("bands", "words"),
    [
        (
            {"Nurse": (50, 60), "Cook": (40, 60), "Baker": None},
            f"Nurse has the highest entry pay that {SHARED} ($50k to $60k).",
        ),
        (
            {"Nurse": (50, 60), "Cook": (50, 60), "Baker": (40, 60)},
            f"Nurse and Cook have the highest entry pay that {SHARED} ($50k to $60k).",
        ),
        (
            {"Luthier": (40, 75), "Actuary": (70, 74)},
            "Luthier reaches highest in entry pay ($75k), Actuary starts highest ($70k), "
            f"of what {SHARED}.",
        ),
        (
            {"A": (40, 75), "B": (70, 74), "C": (30, 75)},
            "A and C reach highest in entry pay ($75k), B starts highest ($70k), "
            f"of what {SHARED}.",
        ),
        ({"Nurse": (50, 60), "Cook": None}, ""),
        ({}, ""),
    ],
)
def test_who_pays_most_to_start(bands: Fields, words: str) -> None:
    assert said(bands) == words


def test_an_open_upper_end_in_any_field_leaves_nothing_to_say() -> None:
    bands: Fields = {"Nurse": (50, 60), "Cook": (40, 45), "Baker": None}
    assert said(bands)
    assert said(bands, "Baker") == said(bands, "Nurse") == ""
