"""Cards are read whole: every comma, every nickname, and nobody who is no person."""

import pytest

from lib.importing import Contacts, Parsed, read_file
from lib.importing.signs import signs
from lib.records import PersonSaid


def read(*cards: str) -> Parsed:
    text = "".join(f"BEGIN:VCARD\r\n{card}\r\nEND:VCARD\r\n" for card in cards)
    return read_file("people.vcf", text.encode())


def one(*lines: str) -> PersonSaid:
    parsed = read("\r\n".join(lines))
    assert (parsed.errors, parsed.aside) == ((), ())
    assert isinstance(parsed.content, Contacts)
    return parsed.content.people[0].person


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_a_comma_in_one_text_is_text(version: str) -> None:
    them = one(
        f"VERSION:{version}", "FN:Okafor, Ines", "ORG:Bell, Book & Co;Maps, plans",
        "TITLE:Editor, atlases", "NOTE:Met in May, not June", "URL:https://maps.example/a,b",
    )  # fmt: skip
    assert (them.name, them.organisation) == ("Okafor, Ines", "Bell, Book & Co")
    assert (them.role, them.profile_link) == ("Editor, atlases", "https://maps.example/a,b")
    assert them.how_met == "Met in May, not June\nAlso Maps, plans."


def test_every_nickname_comes_and_a_comma_of_its_own_stays() -> None:
    them = one("VERSION:3.0", "FN:Ines", "NICKNAME:Nes,The Map\\, herself", "NICKNAME:Ini")
    assert them.nicknames == "Nes, The Map, herself, Ini"


@pytest.mark.parametrize(
    "lines",
    [
        ("VERSION:3.0", "EMAIL:old@a.example", "EMAIL;TYPE=WORK,PREF:new@a.example"),
        ("VERSION:2.1", "EMAIL;INTERNET:old@a.example", "EMAIL;PREF;INTERNET:new@a.example"),
        ("VERSION:4.0", "EMAIL;PREF=2:old@a.example", "EMAIL;PREF=1:new@a.example"),
    ],
)
def test_the_preferred_address_is_the_first(lines: tuple[str, ...]) -> None:
    them = one("FN:Ines", *lines)
    assert (them.email, them.how_met) == ("new@a.example", "Also old@a.example.")


def test_an_escaped_link_is_a_link() -> None:
    them = one("VERSION:3.0", "FN:Ines", "item1.URL;type=pref:https\\://maps.example/ines")
    assert them.profile_link == "https://maps.example/ines"


def test_a_text_that_goes_on_is_one_text() -> None:
    folded = one("VERSION:3.0", "FN:Ines", "NOTE:one wo", " rd\\nand the next")
    assert folded.how_met == "one word\nand the next"
    soft = "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCh="
    printable = one("VERSION:2.1", "FN:Ines", soft, "sam, aber gut")
    assert printable.how_met == "Mühsam, aber gut"


@pytest.mark.parametrize(
    ("card", "why"),
    [
        ("VERSION:4.0\r\nKIND:group\r\nFN:Choir", "group"),
        ("VERSION:3.0\r\nX-ADDRESSBOOKSERVER-KIND:group\r\nN:Choir;;;;\r\nFN:Choir", "group"),
        ("VERSION:4.0\r\nKIND:org\r\nFN:Bell Ltd", "company"),
        ("VERSION:3.0\r\nFN:Bell Ltd\r\nN:;;;;\r\nORG:Bell Ltd", "company"),
        ("VERSION:3.0\r\nFN:Bell\r\nORG:Bell Ltd\r\nX-ABShowAs:COMPANY", "company"),
    ],
)
def test_who_is_no_person_is_left_aside_and_told(card: str, why: str) -> None:
    parsed = read("VERSION:3.0\r\nFN:Ines", card)
    assert isinstance(parsed.content, Contacts)
    assert [each.person.name for each in parsed.content.people] == ["Ines"]
    assert (parsed.rows, parsed.refused) == (1, 0)
    assert [(told.row, why in told.message) for told in parsed.aside] == [(2, True)]


def test_what_is_no_line_of_a_card_refuses_the_card() -> None:
    parsed = read("VERSION:3.0\r\nFN:Ines\r\nno colon here")
    assert [error.row for error in parsed.errors] == [1]


@pytest.mark.parametrize(
    ("email", "phone", "link", "known"),
    [
        ("Ines@Maps.example", "", "", [("email", "ines@maps.example")]),
        ("office@maps.example", "", "https://maps.example/", []),
        ("", "+41 (0)44 555 01 20 ext. 3", "", [("phone", "41044555 0120".replace(" ", ""))]),
        ("", "5550", "", []),
        ("", "", "http://www.net.example/in/ines/?a=1", [("link", "net.example/in/ines")]),
        ("", "", "https://net.example/company/maps", []),
    ],
)
def test_an_address_of_one_s_own_tells_who_it_is(
    email: str, phone: str, link: str, known: list[tuple[str, str]]
) -> None:
    assert signs(email, phone, link) == known
