import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.masking import Mask

MASK = Mask(
    ["Li Wu", "Will Art", "Maribel Stone-Ortega", "Bo, Bobby"], ["Acme", "Bank of the North"]
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Li told me so.", "[name] told me so."),
        ("Ask Wu, or li.", "Ask [name], or [name]."),
        ("Wuhan is a town.", "Wuhan is a town."),
        ("I will ask Will.", "I [name] ask [name]."),
        ("Bobby's boss at Acme", "[name] boss at [organisation]"),
        ("At Bank of the North they pay.", "At [organisation] they pay."),
        ("Write to bo@acme.com or www.acme.com/jobs", "Write to [contact] or [contact]"),
        ("Call +49 170 1234567 today", "Call [number] today"),
        ("It pays 60,000 to 72,000.", "It pays 60,000 to 72,000."),
        ("Stone-Ortega knows.", "[name] knows."),
        ("Mrs Ortega knows.", "Mrs [name] knows."),
    ],
)
def test_what_would_name_somebody_is_taken_out(typed: str, shown: str) -> None:
    assert MASK.propose(typed).wording == shown


def test_other_capitalised_words_are_flagged() -> None:
    assert MASK.propose("Her boss was Karin Maier, at Siemens.").flagged == (
        "Karin Maier",
        "Siemens",
    )
    assert MASK.propose("Nobody asks. Ever.").flagged == ()


def test_without_names_nothing_is_taken_out() -> None:
    assert Mask([], []).propose("Li told me so.").wording == "Li told me so."


@given(st.text(max_size=80))
def test_no_text_breaks_it_and_no_name_stays(text: str) -> None:
    words = MASK.propose(f"{text} Wu {text}").wording
    assert " Wu " not in words
