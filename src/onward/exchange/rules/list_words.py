"""The words of lists from other programs: what columns are called, and what a status means."""

from __future__ import annotations

from enum import StrEnum

from onward.applications.rules.kinds import EventKind


class Column(StrEnum):
    """What a column of a list can be taken for."""

    COMPANY = "company"
    ROLE = "role"
    APPLIED = "applied"
    SAVED = "saved"
    STATUS = "status"
    UPDATED = "updated"
    DEADLINE = "deadline"
    PLACE = "place"
    WORK_MODE = "work_mode"
    URL = "url"
    SALARY = "salary"
    SOURCE = "source"
    CONTACT = "contact_name"
    CONTACT_ADDRESS = "contact_address"
    REQUISITION = "requisition"
    NOTE = "note"


BARE_DAYS = ("datum", "date", "fecha", "data", "tarih")
"""Folded names that say a day but not whose: taken for the day of applying, and told."""

# Folded names of columns, the surest first. A whole name wins over a part of one.
NAMES: dict[Column, tuple[str, ...]] = {
    Column.COMPANY: (
        *("company name", "company_name", "companyname", "company", "employer"),
        *("organisation", "organization", "firma", "unternehmen", "arbeitgeber"),
        *(
            "entreprise",
            "employeur",
            "empresa",
            "azienda",
            "bedrijf",
            "foretag",
            "sirket",
        ),
    ),
    Column.ROLE: (
        *("job title", "jobtitle", "job_title", "title", "role", "position"),
        *("stelle", "stellenbezeichnung", "jobtitel", "beruf", "poste", "puesto"),
        *("ruolo", "cargo", "vaga", "functie", "stanowisko", "tjanst", "pozisyon"),
    ),
    Column.APPLIED: (
        *("application date", "applied_at", "applieddate", "date applied"),
        *("applied on", "applied date", "applied", "beworben am", "bewerbungsdatum"),
        *("beworben", "date de candidature"),
        *BARE_DAYS,
    ),
    Column.SAVED: (
        *("saved date", "date saved", "added_at", "createdat", "created at"),
        *("date added", "gespeichert am"),
    ),
    Column.STATUS: (
        "status",
        "listname",
        "list",
        "stage",
        "statusname",
        "stand",
        "estado",
        "statut",
        "stato",
        "durum",
    ),
    Column.UPDATED: ("updated_at", "last_updated", "last updated", "updated"),
    Column.DEADLINE: ("deadline", "apply by", "closing date", "bewerbungsfrist"),
    Column.PLACE: (
        *("location", "place", "city", "ort", "standort", "lieu", "lugar", "ciudad"),
        *("luogo", "citta", "cidade", "plaats", "miejsce", "sehir"),
    ),
    Column.WORK_MODE: ("workplacetype", "work mode", "remote", "arbeitsmodell"),
    Column.URL: ("job url", "job_url", "url", "link", "posting", "anzeige"),
    Column.SALARY: ("salary", "pay", "compensation", "gehalt", "salaire"),
    Column.SOURCE: ("jobsource", "source", "channel", "found on", "quelle"),
    Column.CONTACT: ("contact_person", "contact person", "contact", "ansprechpartner"),
    Column.CONTACT_ADDRESS: ("contact email", "contact e-mail", "email"),
    Column.REQUISITION: ("requisition", "job id", "reference", "kennziffer"),
    Column.NOTE: (
        *("notes", "note", "comments", "notizen", "bemerkung", "notas", "remarques"),
        *("notities", "notatki", "anteckningar", "notlar"),
    ),
}

# Names that say enough as one word of a longer one: "Company (legal name)".
PARTS = frozenset(
    {
        *("company", "employer", "firma", "unternehmen", "arbeitgeber"),
        *("title", "role", "position", "stelle", "status", "location", "ort"),
        *("url", "link", "salary", "gehalt", "notes", "notizen", "applied", "beworben"),
    }
)

STATUSES: tuple[tuple[EventKind, tuple[str, ...]], ...] = (
    (EventKind.OFFER_DECLINED, ("offer declined", "declined offer", "i declined")),
    (
        EventKind.REJECTION,
        (
            *("reject", "declined", "not selected", "turned down", "absage"),
            *("abgelehnt", "rechazad", "descartad", "refus", "rifiutat", "scartat"),
            *("recusad", "rejeitad", "afgewezen", "odrzucon", "avslag", "reddedil"),
        ),
    ),
    (EventKind.WITHDRAWAL, ("withdr", "zuruckgezogen", "not interested")),
    (
        EventKind.SILENCE,
        (
            *("ghosted", "no response", "no reply", "keine antwort", "sin respuesta"),
            *("sans reponse", "nessuna risposta", "sem resposta", "geen antwoord"),
            *("brak odpowiedzi", "inget svar", "cevap yok"),
        ),
    ),
    (
        EventKind.POSITION_CLOSED,
        ("closed", "expired", "filled", "cancelled", "besetzt"),
    ),
    (EventKind.ACCEPTANCE, ("accepted", "hired", "angenommen", "zugesagt")),
    (EventKind.OFFER, ("offer", "negotiat", "zusage", "angebot")),
    (
        EventKind.INTERVIEW,
        (
            "interview",
            "screen",
            "onsite",
            "on-site",
            "final round",
            "gesprach",
            "vorstellungsgesprach",
            *("entrevista", "entretien", "colloquio", "gesprek", "rozmowa"),
            *("intervju", "mulakat", "gorusme"),
        ),
    ),
    (EventKind.ASSESSMENT, ("assessment", "test", "challenge", "take-home")),
    (EventKind.REPLY, ("replied", "in touch", "contacted", "responded")),
    (
        EventKind.SAVED,
        (
            *("wishlist", "saved", "bookmark", "interested", "to apply", "applying"),
            *("draft", "gemerkt", "new", "researching"),
        ),
    ),
    (
        EventKind.APPLIED,
        (
            *("applied", "submitted", "sent", "beworben", "eingereicht", "inscrit"),
            *("enviad", "envoye", "inviat", "candidat", "verzonden", "gesolliciteerd"),
            *("wyslan", "ansokt", "skickad", "basvur"),
        ),
    ),
)
