"""What somebody may be known by beside their name: e-mail, telephone, a page of their own.

An address that many share (a host's root, a company's page, office@) is nobody's.
"""

import re
from urllib.parse import unquote

from lib.text import fold

Sign = tuple[str, str]
"""Its kind, and the address in one spelling."""

SHARED = frozenset((
    "accueil", "admin", "administration", "bureau", "buero", "career", "careers",
    "contact", "contacto", "contato", "desk", "enquiries", "general", "hello", "help",
    "hr", "info", "inquiries", "jobs", "kontakt", "mail", "noreply", "no-reply", "office",
    "post", "press", "reception", "sales", "secretariat", "secretary", "sekretariat",
    "service", "support", "team", "verwaltung", "webmaster", "welcome",
))  # fmt: skip
"""Mailboxes of a place and not of a person."""

LEAST_DIGITS = 7
"""Of a telephone number that reaches somebody from elsewhere."""


def signs(email: str, phone: str, link: str) -> list[Sign]:
    """The addresses that may tell who somebody is."""
    found = [("email", _mailbox(email)), ("phone", _number(phone)), ("link", _page(link))]
    return [sign for sign in found if sign[1]]


def _mailbox(email: str) -> str:
    name, at, host = fold(email).partition("@")
    return f"{name}@{host}" if at and host and name not in SHARED else ""


def _number(phone: str) -> str:
    number = re.split(r"(?i)(?:ext|x)\.? *\d+$", phone)[0]
    digits = re.sub(r"\D", "", number).lstrip("0")
    return digits if len(digits) >= LEAST_DIGITS else ""


def _page(link: str) -> str:
    bare = fold(unquote(link)).partition("://")[2] or fold(unquote(link))
    host, _, path = re.split(r"[?#]", bare)[0].removeprefix("www.").partition("/")
    own = path.strip("/")
    return f"{host}/{own}" if own and not own.startswith(("company/", "school/")) else ""
