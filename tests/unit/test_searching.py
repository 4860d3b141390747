from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.searching import body, tokens, wanted, written

ME = uuid4()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On-call every third week", ["on", "call", "every", "third", "week"]),
        ("C, C++, C# and .NET; Node.js", ["c", "c++", "c#", "and", ".net", "node", "js"]),
        ("Élan, Übung, STRASSE, straße", ["elan", "ubung", "strasse", "strasse"]),
        ("It ends here.Next", ["it", "ends", "here", "next"]),
        ("  \n ", []),
    ],
)
def test_words_lose_case_and_accents_and_keep_what_names_a_language(
    text: str, found: list[str]
) -> None:
    assert tokens(text) == found


def test_words_in_quotes_stay_together_and_the_last_loose_one_may_go_on() -> None:
    sought = wanted('pay "on call" nig')
    assert sought.phrases == (("on", "call"), ("pay",), ("nig",))
    assert sought.unfinished
    assert not wanted('"on call"').unfinished


@pytest.mark.parametrize("typed", ["", "   ", '"', '""', '"*(', "-", "' OR 1=1"])
def test_hostile_words_make_no_grammar(typed: str) -> None:
    sought = wanted(typed)
    for query in (sought.for_sqlite(ME), sought.for_postgresql(ME)) if not sought.nothing else ():
        assert set(query) <= set('abcdefghijklmnopqrstuvwxyz0123456789 "*ANDOR&()<->:')


@given(st.text(max_size=30), st.text(max_size=5))
def test_what_begins_alike_begins_alike_in_the_index(token: str, more: str) -> None:
    assert written(token + more).startswith(written(token))


@given(st.text(max_size=200))
def test_the_index_holds_nothing_but_plain_letters(text: str) -> None:
    assert body(ME, text).replace(" ", "").isalnum()
    assert body(ME, text).isascii()
