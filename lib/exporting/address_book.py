"""The people one knows as vCards, for any other address book."""

import vobject
from sqlalchemy import select
from sqlalchemy.orm import Session
from vobject.vcard import Name

from lib.access.viewer import Explorer
from lib.model import Person

PROPERTIES = {
    "nicknames": "nickname",
    "role": "title",
    "email": "email",
    "phone": "tel",
    "profile_link": "url",
    "how_met": "note",
}


def export_vcards(session: Session, viewer: Explorer) -> bytes:
    """A card (version 3.0) for everybody who has a name, by id; nothing of what they said."""
    mine = select(Person).where(Person.explorer_id == viewer.explorer_id, Person.name != "")
    return "".join(_card(one) for one in session.scalars(mine.order_by(Person.id))).encode()


def _card(person: Person) -> str:
    card = vobject.vCard()
    card.add("fn").value = person.name
    given, _, family = person.name.rpartition(" ")
    card.add("n").value = Name(family=family, given=given)
    if person.organisation:
        card.add("org").value = [person.organisation]
    for column, name in PROPERTIES.items():
        if value := getattr(person, column):
            card.add(name).value = value
    return str(card.serialize())
