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
        *("betrieb", "firmenname", "business", "societe", "compania", "empleador"),
        *("datore di lavoro", "ditta", "empregador", "werkgever", "pracodawca"),
        *("arbetsgivare", "isveren"),
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
        *("tatigkeit", "job", "occupation", "metier", "intitule du poste", "emploi"),
        *("ocupacion", "posizione", "mansione", "funcao", "functietitel", "beroep"),
        *("zawod", "befattning", "yrke", "gorev"),
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
        *("status", "listname", "list", "stage", "statusname", "stand", "estado"),
        *("statut", "stato", "durum", "stan", "situacao", "etat", "asama"),
        *("outcome", "result", "results", "response", "reply", "answer"),
        *("how it went", "how did it go", "how it ended", "what happened"),
        *("ergebnis", "resultat", "ausgang", "antwort", "ruckmeldung"),
        *("wie ist es ausgegangen", "wie ging es aus", "was wurde daraus"),
        *("what came of it", "comment ca s'est termine", "resultat final"),
        *("como termino", "com'e andata", "come e andata", "como terminou"),
        *("hoe is het afgelopen", "afloop", "jak sie skonczylo", "hur gick det"),
        *(
            "nasil sonuclandi",
            "wie es lief",
            "wie es ausging",
            "reponse",
            "issue",
            "resultado",
        ),
        *("respuesta", "como fue", "esito", "risultato", "risposta", "resposta"),
        *("como correu", "resultaat", "uitkomst", "uitslag", "reactie", "antwoord"),
        *("hoe het ging", "wynik", "rezultat", "odpowiedz", "etap", "utfall"),
        *("svar", "besked", "sonuc", "yanit", "cevap"),
    ),
    Column.UPDATED: ("updated_at", "last_updated", "last updated", "updated"),
    Column.DEADLINE: ("deadline", "apply by", "closing date", "bewerbungsfrist"),
    Column.PLACE: (
        *("location", "place", "city", "ort", "standort", "lieu", "lugar", "ciudad"),
        *("luogo", "citta", "cidade", "plaats", "miejsce", "sehir"),
    ),
    Column.WORK_MODE: ("workplacetype", "work mode", "remote", "arbeitsmodell"),
    Column.URL: ("job url", "job_url", "url", "link", "posting", "anzeige"),
    Column.SALARY: (
        *("salary", "pay", "compensation", "wage", "wages", "remuneration"),
        *("gehalt", "lohn", "vergutung", "salaire", "salario", "sueldo"),
        *("retribucion", "stipendio", "retribuzione", "ordenado", "remuneracao"),
        *("salaris", "loon", "wynagrodzenie", "pensja", "lon", "maas", "ucret"),
    ),
    Column.SOURCE: ("jobsource", "source", "channel", "found on", "quelle"),
    Column.CONTACT: ("contact_person", "contact person", "contact", "ansprechpartner"),
    Column.CONTACT_ADDRESS: ("contact email", "contact e-mail", "email"),
    Column.REQUISITION: ("requisition", "job id", "reference", "kennziffer"),
    Column.NOTE: (
        *("notes", "note", "comments", "notizen", "bemerkung", "notas", "remarques"),
        *("notities", "notatki", "anteckningar", "notlar"),
        *("remarks", "remark", "comment", "notiz", "bemerkungen", "anmerkung"),
        *("anmerkungen", "kommentar", "kommentare", "remarque", "commentaire"),
        *("commentaires", "observations", "nota", "comentario", "comentarios"),
        *("observaciones", "commenti", "osservazioni", "annotazioni"),
        *("observacoes", "notitie", "opmerking", "opmerkingen", "uwagi"),
        *("komentarz", "komentarze", "anteckning", "kommentarer", "anmarkning"),
        *("not", "aciklama", "yorum"),
    ),
}

# Names that say enough as one word of a longer one: "Company (legal name)".
PARTS = frozenset(
    {
        *("company", "employer", "firma", "unternehmen", "arbeitgeber"),
        *("title", "role", "position", "stelle", "status", "location", "ort"),
        *(
            "url",
            "link",
            "salary",
            "pay",
            "gehalt",
            "outcome",
            "notes",
            "notizen",
            "applied",
            "beworben",
        ),
    }
)

# What stands from here to the end of its clause has not happened: no answer yet is no silence.
NOT_YET = (
    *("no answer yet", "no response yet", "no reply yet", "no news yet"),
    *("no interview yet", "no offer yet", "no decision yet", "no word yet"),
    *("not yet", "nothing yet", "yet to hear", "nothing heard yet", "not heard yet"),
    *("not heard back yet", "noch nicht", "noch nichts", "noch kein", "pas encore"),
    *("aun no", "aun sin", "todavia no", "todavia sin", "non ancora", "ancora ness"),
    *("ancora nulla", "ainda nao", "ainda sem", "nog geen", "nog niet"),
    *("jeszcze nie", "jeszcze brak", "annu inget", "annu inte", "henuz"),
)

# Folded words by which the person says that a no was their own, not that they got one.
BY_ME = (
    *("by me", "by myself", "on my side", "i declin", "i reject", "i refus"),
    *("i have declin", "i have reject", "i've declin"),
    *("von mir", "meinerseits", "selbst abgelehnt", "ich lehnte", "par moi"),
    *("de ma part", "j'ai declin", "j'ai refus", "j'ai rejet", "por mim"),
    *("he rechazado", "rechace", "he declinado", "ho declin", "ho rifiutat"),
    *("rejeitei", "recusei", "door mij", "zelf afgewezen", "zelf geweigerd"),
    *("przeze mnie", "odrzucilem", "odrzucilam", "av mig", "jag avboj"),
    *("jag har avboj", "tarafimdan", "reddettim"),
)
OFFERED = (
    *("offer", "zusage", "angebot", "offre", "oferta", "offerta", "proposta"),
    *("aanbod", "aanbieding", "erbjud", "teklif"),
)
SENT = (
    *("applied", "submitted", "sent", "beworben", "eingereicht", "abgeschickt"),
    *("verschickt", "gesendet", "inscrit", "enviad", "envoye", "inviat", "candidat"),
    *("postul", "verzonden", "verstuurd", "gesolliciteerd", "wyslan", "zlozon"),
    *("aplikowa", "ansokt", "skickad", "inskickad", "basvur"),
)
"""Beginnings of words that an application was sent, not only that it is under way."""
CALLED_OFF = ("abgesagt", "absage", "said no")
"""Words of a no that needs no offer: said by the person, they withdrew."""

# Folded beginnings of words; the first kind that has one wins.
STATUSES: tuple[tuple[EventKind, tuple[str, ...]], ...] = (
    (
        EventKind.SAVED,
        (
            *("not yet applied", "not applied", "not sent", "not yet sent"),
            *("noch nicht beworben", "noch nicht abgeschickt", "pas encore postul"),
            *("pas encore envoy", "aun no enviad", "pendiente de enviar"),
            *("non ancora inviat", "ainda nao enviad", "nog niet gesolliciteerd"),
            *("nog niet verstuurd", "jeszcze nie wyslan", "inte skickad"),
            *("inte ansokt", "basvurulacak", "henuz basvur"),
        ),
    ),
    (
        EventKind.OFFER_DECLINED,
        (
            *("offer declined", "declined offer", "declined the offer", "i declined"),
            *(
                "i have turned",
                "i've turned",
                "i turned",
                "turned down offer",
                "turned down the offer",
            ),
            *("offer turned down", "angebot abgelehnt", "offre refus", "j'ai refus"),
            *("ho rifiutat", "recusei", "aanbod afgewezen", "aanbod geweigerd"),
            *("odrzucilem", "odrzucilam", "tackade nej", "reddettim"),
        ),
    ),
    (
        EventKind.WITHDRAWAL,
        ("i said no", "habe abgesagt", "selbst abgesagt", "von mir abgesagt"),
    ),
    (
        EventKind.REJECTION,
        (
            *("reject", "declined", "not selected", "turned down", "absage"),
            *("abgelehnt", "rechazad", "descartad", "refus", "rifiutat", "scartat"),
            *("recusad", "rejeitad", "afgewezen", "odrzucon", "avslag", "reddedil"),
            *("unsuccessful", "not successful", "not accepted", "not hired"),
            *("not shortlisted", "not progress", "not taken forward", "not invited"),
            *("not moving forward", "not chosen", "not offered", "not considered"),
            *("no offer", "no interview", "screened out", "passed over", "said no"),
            *("did not get", "didn't get", "knocked back", "knockback", "bad news"),
            *("turned away", "regret", "fail", "negativ", "abgesagt", "nicht genommen"),
            *("nicht angenommen", "nicht eingeladen", "nicht erfolgreich", "erfolglos"),
            *("aussortiert", "non retenu", "pas retenu", "rejet", "pas accept"),
            *("no seleccionad", "no acept", "no superad", "denegad", "respint"),
            *("esclus", "non selezionat", "non accettat", "nao selecionad"),
            *("nao aceit", "nao aprovad", "reprovad", "afwijzing", "niet aangenomen"),
            *("niet geselecteerd", "niet uitgenodigd", "niet doorgegaan", "odmow"),
            *("odrzut", "negatyw", "nie przyjet", "nekad", "inte vidare"),
            *("inte antagen", "olumsuz", "kabul edilmedi", "reddet"),
        ),
    ),
    (
        EventKind.WITHDRAWAL,
        (
            *("withdr", "zuruckgezogen", "not interested", "pulled out"),
            *("retir", "ritirat", "desisti", "ingetrokken", "teruggetrokken"),
            *("wycofa", "zrezygn", "dragit tillbaka", "drog tillbaka", "geri cek"),
            "vazgect",
        ),
    ),
    (
        EventKind.SILENCE,
        (
            *("ghost", "no response", "no reply", "no answer", "no feedback"),
            *("no news", "no word", "no contact", "nothing heard", "heard nothing"),
            *("never heard", "not heard", "nothing back", "silence", "unanswered"),
            *("did not reply", "didn't reply", "did not answer", "didn't answer"),
            *("never replied", "never answered", "nobody replied", "nobody answered"),
            *("keine antwort", "keine ruckmeldung", "keine reaktion", "nichts gehort"),
            *("nie gehort", "ohne antwort", "ohne ruckmeldung", "unbeantwortet"),
            *("sans reponse", "aucune reponse", "pas de reponse", "pas de nouvelles"),
            *("sans nouvelles", "sin respuesta", "ninguna respuesta", "no contest"),
            *("no respond", "sin contestar", "sin noticias", "silencio"),
            *("nessuna risposta", "senza risposta", "nessun riscontro", "silenzio"),
            *("sem resposta", "nenhuma resposta", "sem retorno", "nao respond"),
            *("geen antwoord", "geen reactie", "geen bericht", "niets gehoord"),
            *("niets meer gehoord", "niet gehoord", "stilte", "brak odpowiedzi"),
            *("bez odpowiedzi", "brak odzewu", "brak kontaktu", "nie odpowiedz"),
            *("cisza", "inget svar", "utan svar", "ej svar", "aldrig svar"),
            *("inget hort", "inte hort", "tystnad", "cevap yok", "yanit yok"),
            *("donus yok", "cevap gelmedi", "yanit gelmedi", "sessiz"),
        ),
    ),
    (
        EventKind.POSITION_CLOSED,
        (
            *("closed", "expired", "filled", "cancelled", "canceled", "besetzt"),
            *("pourvu", "annul", "cubiert", "cancelad", "cerrad", "chius"),
            *("preenchid", "encerrad", "vervuld", "ingevuld", "gesloten"),
            *("zamknie", "anulowan", "nieaktualn", "tillsatt", "kapandi", "iptal"),
        ),
    ),
    (
        EventKind.ACCEPTANCE,
        (
            *("accepted", "hired", "angenommen", "zugesagt", "embauch", "contratad"),
            *("aceptad", "assunt", "accettat", "aceit", "aangenomen", "zatrudn"),
            *("przyjet", "anstalld", "ise alindi", "kabul edildi"),
        ),
    ),
    (
        EventKind.OFFER,
        (
            *("offer", "negotiat", "got the job", "zusage", "angebot", "offre recue"),
            *("promesse d'embauche", "oferta recibid", "offerta ricevut"),
            *("oferta recebid", "aanbod", "aanbieding", "erbjud", "teklif"),
        ),
    ),
    (
        EventKind.INTERVIEW,
        (
            *("interview", "screen", "onsite", "on-site", "final round"),
            *("second round", "2nd round", "gesprach", "vorstellungsgesprach"),
            *("eingeladen", "einladung", "entrevista", "entretien", "colloqui"),
            *("gesprek", "uitgenodigd", "rozmow", "intervju", "mulakat", "gorusme"),
        ),
    ),
    (EventKind.ASSESSMENT, ("assessment", "test", "challenge", "take-home")),
    (
        EventKind.REPLY,
        (
            *("replied", "in touch", "contacted", "responded", "answered"),
            *("heard back", "reply received", "response received", "good news"),
        ),
    ),
    (
        EventKind.SAVED,
        (
            *("wishlist", "saved", "bookmark", "interested", "to apply", "applying"),
            *("draft", "gemerkt", "vorgemerkt", "merkliste", "new", "researching"),
            *("a postuler", "a envoyer", "enregistr", "sauvegard", "guardad"),
            *("por enviar", "da inviare", "salvat", "bewaard", "opgeslagen"),
            *("zapisan", "do wyslania", "sparad", "att soka", "kaydedil"),
            *("gonderilecek", "basvuracag", "je vais postul", "je veux postul"),
            *("voy a postul", "quiero postul", "quero candidat", "vou candidat"),
            *("chce aplik", "planuje aplik", "zamierzam aplik"),
        ),
    ),
    (
        EventKind.APPLIED,
        (
            *("applied", "submitted", "sent", "beworben", "eingereicht", "inscrit"),
            *("enviad", "envoye", "inviat", "candidat", "verzonden", "gesolliciteerd"),
            *("wyslan", "ansokt", "skickad", "basvur"),
            *("waiting", "awaiting", "pending", "in progress", "in process"),
            *("under review", "in review", "being considered", "no decision"),
            *("abgeschickt", "verschickt", "gesendet", "warte", "ausstehend"),
            *("in bearbeitung", "lauft", "laufend", "en attente", "en cours"),
            *("postul", "pendiente", "en espera", "esperando", "en proceso"),
            *("in attesa", "in corso", "pendente", "a espera", "aguard"),
            *("em analise", "em curso", "in afwachting", "wacht", "lopend"),
            *("in behandeling", "verstuurd", "oczek", "czekam", "w toku"),
            *("w trakcie", "zlozon", "aplikowa", "vantar", "pagaende", "inskickad"),
            *("bekl", "surec", "devam", "inceleme", "gonder"),
        ),
    ),
    # What is only meant to be done, where nothing says that it was.
    (
        EventKind.SAVED,
        (
            *("planned", "plan to", "want to", "going to", "will apply"),
            *(
                "to do",
                "todo",
                "to send",
                "geplant",
                "vormerk",
                "will ich",
                "will mich",
            ),
            *(
                "mochte ich",
                "mochte mich",
                "noch offen lassen",
                "noch zu",
                "zu bewerben",
            ),
            *("zu erledigen", "noch bewerben", "a faire", "prevu"),
            *("je veux", "je vais", "a preparer", "por hacer", "planead", "quiero"),
            *("voy a", "pienso", "da fare", "pianificat", "voglio", "vorrei"),
            *("a fazer", "por fazer", "planejad", "quero", "vou ", "te versturen"),
            *("te doen", "gepland", "wil ik", "wil nog", "ik wil", "ga ik"),
            *("do zrobienia", "planowan", "planuje", "zamierzam", "chce "),
            *("planerad", "ska soka", "vill soka", "att gora", "planlan"),
            *("yapilacak", "istiyorum"),
        ),
    ),
    (EventKind.OFFER, ("successful", "erfolgreich")),
)
