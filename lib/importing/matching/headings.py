"""What headings call a column, in six languages, and what a column may be taken for.

English, German, French, Spanish, Portuguese and Dutch; without case, accents and closing marks.
A whole heading is looked up first, then the longest known phrase within it.
"""

import re
from functools import cache, lru_cache

from lib.searching import plain
from lib.sheet.columns import ALIASES, known_column

NOTE, LEAVE = "note", "leave"

WORDS: dict[str, str] = {
    "id": "id, nr, nr., no, no., #, lfd. nr, numero, n°, row id, record id",
    "field": (
        "field, line of work, sort of work, kind of work, career, career field, target career, "
        "interest area, area of interest, industry, sector, profession, occupation, "
        "domain, branch, "
        "bereich, berufsfeld, branche, beruf, fachgebiet, zielberuf, domaine, secteur, metier, "
        "filiere, campo, sector laboral, profesion, area de interes, rubro, area, setor, "
        "profissao, "
        "ramo, vakgebied, beroep, richting, sectoren, field of work, career path of interest, "
        "field of interest, interest field, area of work, field of study, career area, "
        "veld, werkveld"
    ),
    "person": (
        "name, names, full name, contact, contact name, contact person, person, who, whom, "
        "interviewee, spoke with, spoke to, talked to, talked with, met with, networking contact, "
        "alumni, alum, mentor, professional, kontakt, kontaktperson, ansprechpartner, "
        "ansprechpartnerin, gesprachspartner, gesprachspartnerin, wer, nom complet, nom et prenom, "
        "personne, interlocuteur, qui, nombre completo, nombre y apellidos, persona, "
        "contacto, quien, "
        "entrevistado, nome completo, pessoa, contato, quem, naam, volledige naam, contactpersoon, "
        "persoon, gesprekspartner, wie, nome, "
        "candidate, candidate name, applicant, applicant name, task name, card name"
    ),
    "first": ("first name, given name, forename, vorname, prenom, nombre, primeiro nome, voornaam"),
    "middle": "middle name, additional name, zweiter vorname",
    "last": (
        "last name, family name, surname, nachname, familienname, nom de famille, nom, apellido, "
        "apellidos, sobrenome, apelido, achternaam, familienaam"
    ),
    "role": (
        "role, title, job title, position, job, their role, their job, current role, "
        "current title, "
        "what they do, designation, funktion, rolle, stelle, jobtitel, titel, poste, fonction, "
        "intitule, cargo, puesto, funcao, functie, rol, functietitel"
    ),
    "organisation": (
        "organisation, organization, company, employer, company name, workplace, firm, "
        "institution, "
        "where they work, where do they work, works at, works for, school, firma, "
        "unternehmen, arbeitgeber, betrieb, "
        "entreprise, societe, employeur, organisme, empresa, compania, empleador, organizacion, "
        "organizacao, empregador, bedrijf, werkgever, organisatie, "
        "org, current company, current employer, place of work"
    ),
    "email": (
        "email, e mail, mail, email address, e mail address, adresse mail, adresse e "
        "mail, courriel, "
        "correo, correo electronico, endereco de email, mailadres, emailadres, e mail adresse, "
        "contact email, contact info email"
    ),
    "phone": (
        "phone, telephone, phone number, mobile, cell, cell phone, tel, telefon, telefonnummer, "
        "handy, mobil, portable, numero de telephone, telefono, movil, telefone, "
        "celular, telefoon, "
        "telefoonnummer, mobiel"
    ),
    "profile_link": (
        "linkedin, linkedin url, linkedin profile, profile, profile url, url, link, "
        "website, profil, "
        "perfil, profiel, linkedin link, linkedin profil"
    ),
    "contact": (
        "phone or email, email or phone, contact info, contact information, contact details, "
        "email/phone, phone/email, kontaktdaten, coordonnees, datos de contacto, dados de contato, "
        "contactgegevens, how to reach"
    ),
    "nicknames": "nickname, nicknames, also known as, goes by, spitzname, surnom, apodo, bijnaam",
    "how_met": (
        "how found, how we met, how i know them, how i found them, how do i know them, source, "
        "connection, relationship, found through, found via, kennengelernt, quelle, rencontre, "
        "comment connu, source du contact, como nos conocimos, fuente, origen, como "
        "conheci, origem, "
        "fonte, hoe gevonden, bron, relation, beziehung, how connected, connection type"
    ),
    "introduced_by": (
        "introduced by, mutual connection, referred by, referral, introduction by, referrer, "
        "empfohlen von, vermittelt durch, vermittelt von, recommande par, presente par, "
        "referido por, "
        "recomendado por, presentado por, indicado por, apresentado por, aanbevolen door, "
        "voorgesteld door, via wen"
    ),
    "status": (
        "status, state, stage, log status, progress, outreach status, interview status, stand, "
        "etat, statut, avancement, estado, situacion, situacao, etapa, fase, outcome status"
    ),
    "was_held": (
        "talked, talked?, held?, done, done?, completed, completed?, met?, interviewed, "
        "interviewed?, "
        "spoken?, had conversation, gesprochen, erledigt, gefuhrt, fait, realise, effectue, hecho, "
        "realizada, realizado, hablado, feito, conversado, gesproken, gedaan, happened, call done"
    ),
    "day": (
        "date, day, when, interview date, date of interview, date of contact, date of "
        "conversation, "
        "conversation date, meeting date, date of meeting, call date, last contact, date "
        "contacted, "
        "date spoken, last contacted, contact date, date and time, date/time, datum, "
        "gesprachsdatum, "
        "gesprach am, wann, termin, tag, date de l'entretien, date de rencontre, date du "
        "rendez vous, "
        "quand, fecha, fecha de la entrevista, fecha de contacto, cuando, dia, data, data da "
        "entrevista, data do contato, quando, gespreksdatum, wanneer, datum gesprek, "
        "date interviewed, "
        "interview on, last spoke"
    ),
    "planned_on": (
        "planned, planned date, planned for, scheduled for, scheduled on, scheduled date, geplant, "
        "geplant am, prevu, prevu le, programada, previsto, agendado para, gepland, gepland op"
    ),
    "hour": "time, hour, start time, uhrzeit, zeit, heure, hora, tijd, tijdstip",
    "zone": (
        "zone, time zone, timezone, zeitzone, fuseau horaire, zona horaria, fuso horario, tijdzone"
    ),
    "planned_minutes": (
        "duration, length, minutes, planned minutes, duration (min), duration (minutes), dauer, "
        "duree, duracion, duracao, duur"
    ),
    "setting": (
        "format, medium, channel, how we talked, mode, method, type of meeting, meeting type, "
        "via, kanal, art des gesprachs, canal, mode de contact, medio, modalidad, meio, "
        "kanaal, vorm, "
        "contact method, interview type"
    ),
    "place": (
        "place, where, location, venue, city, ort, wo, standort, lieu, ou, ville, lugar, donde, "
        "ciudad, ubicacion, local, onde, cidade, plaats, waar, locatie, stad, "
        "country, land, pays, pais"
    ),
    "purpose": "purpose, goal, aim, objective, ziel, zweck, objectif, but, objetivo, doel",
    "takeaway": (
        "takeaway, takeaways, key takeaway, key takeaways, main takeaway, outcome, conclusion, "
        "lesson, lessons, summary, fazit, ergebnis, erkenntnis, bilan, conclusion principale, "
        "conclusiones, resumen, conclusao, aprendizado, resumo, conclusie, samenvatting, uitkomst, "
        "lessons learned"
    ),
    "notes": (
        "notes, note, key insights, insights, key insight, what they said, learnings, comments, "
        "comment, remarks, details, advice, conversation notes, notizen, anmerkungen, bemerkungen, "
        "kommentar, remarques, commentaires, observations, notas, comentarios, observaciones, "
        "anotacoes, observacoes, notities, opmerkingen, what i learned, what i learnt, "
        "erkenntnisse, wichtigste erkenntnisse, points cles, ce que j'ai appris, "
        "principais aprendizados, aprendizados, o que aprendi, puntos clave, lo que aprendi, "
        "belangrijkste inzichten, inzichten, wat ik leerde, interview notes, meeting notes"
    ),
    "quotes": "quotes, quote, key quotes, zitate, citations, citas, citacoes, citaten",
    "asked": "asked, topics, topics asked, asked about, topics covered",
    "skills_mandatory": (
        "mandatory skills, required skills, must have skills, skills required, must haves, "
        "skills needed, necessary skills, erforderliche kenntnisse, voraussetzungen, competences "
        "requises, habilidades requeridas, competencias necessarias, vereiste vaardigheden"
    ),
    "skills_helpful": (
        "helpful skills, nice to have skills, useful skills, nice to haves, nutzliche kenntnisse, "
        "competences utiles, habilidades utiles, handige vaardigheden"
    ),
    "skills_not_needed": "skills not needed, unneeded skills",
    "skills": (
        "skills, skill, skills mentioned, skills named, key skills, skills they use, tools, "
        "tools and skills, fahigkeiten, kenntnisse, kompetenzen, competences, habilidades, "
        "competencias, vaardigheden, skills discussed"
    ),
    "pay_entry": (
        "entry pay, entry salary, starting salary, starting pay, salary entry, entry level salary, "
        "einstiegsgehalt, salaire debutant, salario inicial, startsalaris"
    ),
    "pay_mid": "mid pay, mid salary, salary mid, mid level salary",
    "pay_senior": "senior pay, senior salary, salary senior, senior level salary",
    "pay": (
        "pay, salary, salary range, pay range, compensation, wage, wages, income, gehalt, "
        "gehaltsspanne, lohn, verdienst, salaire, remuneration, fourchette de salaire, salario, "
        "sueldo, rango salarial, remuneracao, faixa salarial, salaris, loon, their salary, comp, "
        "totalyearlycompensation, total yearly compensation, base salary, basesalary"
    ),
    "pay_low": (
        "salary min, min salary, salary from, minimum salary, salary low, pay min, gehalt von"
    ),
    "pay_high": (
        "salary max, max salary, salary to, maximum salary, salary high, pay max, gehalt bis"
    ),
    "pay_currency": (
        "currency, salary currency, pay currency, wahrung, devise, monnaie, moneda, moeda, valuta"
    ),
    "pay_period": "pay period, salary period, pay frequency, salary frequency, paid per, pay per",
    "training_required": (
        "required training, required education, education required, degree required"
    ),
    "training_not_required": "optional training",
    "training": (
        "training, trainings, education, training path, qualifications, education and training, "
        "education completed, degree, degrees, certifications, how to get in, ausbildung, "
        "abschluss, weiterbildung, formation, diplome, formacion, estudios, titulacion, "
        "formacao, opleiding, opleidingen"
    ),
    "upsides": (
        "upsides, upside, pros, likes, best part, positives, advantages, what they like, what they "
        "love, best parts, vorteile, positiv, was gefallt, avantages, points positifs, "
        "ventajas, lo "
        "mejor, vantagens, pontos positivos, voordelen, pluspunten, good, highs, "
        "what is good, what they enjoy, what do you like, what do you enjoy, what do you love"
    ),
    "downsides": (
        "downsides, downside, cons, dislikes, worst part, negatives, challenges, "
        "disadvantages, what "
        "they dislike, hardest part, difficulties, nachteile, negativ, herausforderungen, "
        "inconvenients, points negatifs, difficultes, desventajas, lo peor, retos, desvantagens, "
        "desafios, pontos negativos, nadelen, minpunten, uitdagingen, bad, lows, "
        "what is hard, what is difficult, what is bad, what do you dislike"
    ),
    "steps": (
        "steps, career path, career steps, path, career ladder, their path, werdegang, "
        "karriereweg, "
        "parcours, trayectoria, trajetoria, loopbaan, carriere"
    ),
    "outlook": (
        "outlook, future, trend, growth, industry outlook, job outlook, ausblick, zukunft, "
        "perspectives, avenir, perspectivas, futuro, tendencia, vooruitzicht, toekomst"
    ),
    "interest_before": "interest before, interest before (1 5)",
    "interest_after": (
        "interest, interest after, interest level, interest after (1 5), rating, my rating, score, "
        "interesse, interet, interes, belangstelling, my interest, fit, fit score"
    ),
    "attribution": "attribution, consent, may i name them, darf ich nennen",
    NOTE: (
        "follow up, follow up actions, follow up action, next action, next action date, next step, "
        "next steps, next contact date, follow up date, thank you sent, thank you note, thank you, "
        "vibe, priority, action items, nachste schritte, prochaine etape, proximo paso, "
        "proximo passo, "
        "volgende stap, conducted by, tags, label, to do, reminder, "
        "years of experience, years of professional work experience, work experience, "
        "gender, how old, ethnicity, pronouns, birthday, created, created at, "
        "last edited, last edited time, last modified, "
        "outreach date, date reached out, reached out on, date sent, email sent, message sent, "
        "requested on, date requested, asked on, contacted on, first contact"
    ),
}
"""What a column is called; the last are kept with the notes, whatever their cells look like."""

_BRACKETS = re.compile(r"\([^()]*\)")
TWO_THINGS = re.compile(r"\s*(?:/|&|\+|,|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bat\b)\s*")
PAIRS = {"person", "role", "organisation", "place", "field"}
"""What two things of one column may be."""


@lru_cache(4_096)
def meant(heading: str) -> str | None:
    """The column that a whole heading stands for; None where it is no known one."""
    other = known_column(heading)  # by a name of `docs/import.md` that is none of these words
    return _by_name().get(bare(heading)) or (other if other != "held_on" else None)


def meant_within(heading: str) -> str | None:
    """The column of the longest known phrase within a heading; what brackets add comes last."""
    outside = _BRACKETS.sub(" ", heading)
    if outside != heading and (found := meant_within(outside)):
        return found
    words = f" {bare(heading)} "
    for phrase, target in _longest_first():
        if f" {phrase} " in words:
            return target
    return None


def two_meant(heading: str) -> tuple[str, str] | None:
    """The two columns that a heading such as "Company/Role" names, in its order."""
    parts = [part for part in TWO_THINGS.split(plain(heading)) if part.strip()]
    if len(parts) != 2:
        return None
    found = [meant(part) or meant_within(part) for part in parts]
    pair = (found[0] or "", found[1] or "")
    return pair if set(pair) <= PAIRS and pair[0] != pair[1] else None


def bare(heading: str) -> str:
    """Without case, accents, lines, underscores, hyphens and closing marks."""
    return re.sub(r"[\s_–—-]+", " ", plain(heading)).strip(" :*?.!•") or plain(heading).strip()


@cache
def _by_name() -> dict[str, str]:
    found = {bare(word): target for target, words in WORDS.items() for word in words.split(", ")}
    own = {bare(name): name for name in ALIASES if name != "held_on"}
    return {**found, **own, "held on": "held_on", "held": "held_on", "date held": "held_on"}


@cache
def _longest_first() -> list[tuple[str, str]]:
    """Phrases that tell something in the middle of other words."""
    known = _by_name().items()
    long = [(phrase, target) for phrase, target in known if len(phrase) > 3 and phrase[0].isalpha()]
    return sorted(long, key=lambda one: (-len(one[0]), one[0]))


def is_own(heading: str) -> bool:
    """Whether a heading is a column's own name, as Fieldwork writes it."""
    return heading.strip() in ALIASES and known_column(heading) == heading.strip()
