"""How far a conversation is, read through marks, capitals and the words that trackers use."""

import re
from dataclasses import dataclass
from functools import cache

from lib.searching import plain

WORDS = {
    "held": (
        "held, done, completed, complete, finished, interviewed, met, spoke, spoken, talked, "
        "talked to, conversation held, call done, had call, had coffee, interview done, interview "
        "completed, interview complete, call completed, meeting held, met up, thank you sent, "
        "thanked, erledigt, abgeschlossen, gefuhrt, gesprochen, stattgefunden, durchgefuhrt, "
        "fait, termine, realise, effectue, entretien fait, hecho, hecha, realizada, realizado, "
        "completada, completado, terminado, hablado, feito, feita, concluido, concluida, "
        "realizada, gedaan, afgerond, gesproken, voltooid, gehouden, follow up sent"
    ),
    "scheduled": (
        "scheduled, booked, planned, confirmed, upcoming, rescheduled, interview scheduled, call "
        "scheduled, meeting scheduled, set up, on calendar, appointment made, geplant, vereinbart, "
        "termin steht, verschoben, bestatigt, prevu, planifie, confirme, reporte, programada, "
        "programado, agendada, agendado, confirmada, confirmado, reprogramada, reprogramado, "
        "marcado, marcada, confirmado, remarcado, gepland, afgesproken, bevestigd, verzet, "
        "coffee scheduled, coffee booked"
    ),
    "requested": (
        "requested, outreach sent, contacted, asked, replied, pending, invited, reached "
        "out, emailed, "
        "messaged, message sent, email sent, request sent, sent, awaiting reply, "
        "awaiting response, "
        "waiting, waiting for reply, waiting for response, responded, follow up due, followed up, "
        "follow up, in progress, in contact, connected, angefragt, angeschrieben, kontaktiert, "
        "wartet, wartet auf antwort, nachfassen, offen, demande, contacte, en attente, relance, "
        "a relancer, sollicite, contactado, contactada, solicitado, solicitada, enviado, "
        "en espera, "
        "pendiente, pedido, solicitado, aguardando, pendente, em contato, contatado, gevraagd, "
        "benaderd, gecontacteerd, wacht op antwoord, in afwachting, uitgenodigd"
    ),
    "idea": (
        "idea, researching, to contact, to ask, identified, to do, todo, warm contact, warm, cold, "
        "cold contact, dormant, not started, not contacted, not yet contacted, not yet, prospect, "
        "potential, wishlist, want to meet, to reach out, need to contact, new, lead, target, "
        "idee, zu kontaktieren, noch offen, noch nicht, nicht begonnen, a contacter, pas encore, "
        "a faire, idea, por contactar, pendiente de contactar, todavia no, sin empezar, "
        "a contatar, "
        "ainda nao, nao iniciado, te benaderen, nog niet, nog te doen, nog benaderen"
    ),
    "no answer": (
        "no answer, no reply, no response, ghosted, unresponsive, did not respond, didn't respond, "
        "never replied, keine antwort, keine reaktion, sans reponse, pas de reponse, "
        "sin respuesta, no responde, sem resposta, geen antwoord, geen reactie"
    ),
    "moved": "moved, postponed, put off, to be rescheduled, aufgeschoben, uitgesteld",
    "declined": (
        "declined, refused, rejected, said no, not interested, turned down, abgelehnt, abgesagt, "
        "refuse, decline, rechazado, rechazada, recusado, recusada, afgewezen, geweigerd"
    ),
    "cancelled": (
        "cancelled, canceled, no show, called off, fell through, dropped, ausgefallen, storniert, "
        "annule, annulee, cancelada, cancelado, geannuleerd, afgezegd"
    ),
}
YES = frozenset(
    ("yes", "y", "true", "ja", "oui", "si", "sí", "sim", "x", "✓", "✔", "✅", "☑", "done", "held")
)
NO = frozenset(("no", "n", "false", "nein", "non", "nao", "não", "nee", "✗", "✘", "❌", "☐"))


@dataclass(frozen=True)
class Unknown:
    """A word of a status column that is asked about once, with the number of its rows."""

    heading: str
    value: str
    rows: int

    @property
    def key(self) -> str:
        """What an answer is kept under."""
        return bare_words(self.value)


def read_status(cell: str) -> str | None:
    """The status that a cell names, whatever marks stand around it; None where none is known."""
    return _known().get(bare_words(cell))


def read_whether_held(cell: str) -> str | None:
    """The status of an answer to "Talked?"."""
    word = cell.strip().casefold().strip(" .!")
    if word in YES:
        return "held"
    return "idea" if word in NO else read_status(cell)


def bare_words(cell: str) -> str:
    """The words of a cell without pictures, marks and capitals."""
    words = re.sub(r"[^\w\s']|_", " ", plain(cell))
    return " ".join(re.sub(r"^\d+\s+", "", words.strip()).split())


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for status, words in WORDS.items():
        for word in words.split(", "):
            found.setdefault(bare_words(word), status)
    return found
