"""A letter as a mail program opens it: an address with the words in it, or an .eml file.

Nothing is sent. A subject is one line, and an address that is none is left out.
"""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

_ADDRESS = re.compile(r"[^\s@,;<>\"()\[\]\\:]+@[^\s@,;<>\"()\[\]\\:]+\.[^\s@,;<>\"()\[\]\\:]+")
EML = "message/rfc822"
LONGEST = 1_800
"""Characters of a mailto address that every mail program takes."""


def address_in(text: str) -> str:
    """The address, where the text is one and nothing else."""
    said = text.strip()
    return said if said.isascii() and _ADDRESS.fullmatch(said) else ""


def mailto(email: str, subject: str, text: str) -> str:
    """The link; empty where it would be too long for some mail programs."""
    body = quote("\r\n".join(text.splitlines()))
    parts = f"subject={quote(_one_line(subject))}&body={body}"
    link = f"mailto:{quote(address_in(email), safe='@')}?{parts}"
    return link if len(link) <= LONGEST else ""


def eml(text: str, *, subject: str, to: str = "", address: str = "") -> bytes:
    """A message that is not sent yet, as a file; `to` is the name of whose address it is.

    Names with commas or of any letters are quoted and encoded as mail wants them. An address that
    is none is left to the writer, its name with it: a name alone is no recipient.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _one_line(subject)
    if reached := address_in(address):
        message["To"] = Address(display_name=_one_line(to), addr_spec=reached)
    message["X-Unsent"] = "1"  # Outlook opens it to be written on, and not as one received
    message.set_content(text)
    return message.as_bytes()


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
