"""Italian hiring mail that was misread once: receipts of boards, exams, withdrawals, schools."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.talks.own_mail import SentMeaning, meaning_of_sent
from onward.mail.rules.talks.taken_back import taken_back
from onward.mail.rules.types import Address, Message, Reading, Verdict
from onward.mail.rules.verdicts.classify import classify

TOLD_AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
BOARD = "no-reply@push.infojobs.it"


def mail(subject: str, text: str, *, sender: str = "lia@felce.example") -> Message:
    return Message("k", "k@x.example", TOLD_AT, Address("", sender), subject, text)


def own(subject: str, text: str, *, is_answer: bool) -> SentMeaning:
    message = Message(
        "k",
        "k@x.example",
        TOLD_AT,
        Address("Ada Prati", "ada@posta.example"),
        subject,
        text,
        to=(Address("", "info@felce.example"),),
        is_sent=True,
    )
    return meaning_of_sent(message, is_in_thread=is_answer, is_to_contact=is_answer)


@pytest.mark.parametrize(
    "text",
    [
        "Ciao Ada,\n\nti sei iscritta correttamente all'offerta:\n\nSaldatore TIG\nFELCE S.P.A. - Cremona",
        "Gentile Ada, la sua iscrizione alla selezione per Saldatore è stata completata.",
        "Ciao Ada, iscrizione effettuata. Ti sei iscritta all'annuncio Saldatore di Felce S.r.l.",
    ],
)
def test_signing_up_for_an_opening_is_a_receipt(text: str) -> None:
    found = read_message(mail("Iscrizione effettuata: Saldatore", text, sender=BOARD))
    assert found.verdict is Verdict.CONFIRMATION


def test_signing_up_for_a_course_is_none() -> None:
    text = "La tua iscrizione al corso di ceramica è stata confermata."
    assert read_message(mail("Corso", text)).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Gentile Ada, dopo il calo degli ordini non possiamo più assumere nessuno in reparto.",
        "Ciao Ada, per il posto di saldatore purtroppo non posso piu prendere nessuno.",
        "Il cliente ha congelato tutte le assunzioni, la tua candidatura resta in archivio.",
    ],
)
def test_where_nobody_is_hired_any_more_the_opening_is_gone(text: str) -> None:
    found = classify(mail("Re: posto di saldatore", text))
    assert found.verdict is Verdict.POSITION_CLOSED


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Convocazione", "La S.V. è convocata alla prova scritta del concorso per Geometra, che si terrà il 12 maggio 2026 alle ore 10:00 in aula magna."),
        ("Concorso Geometra", "La prova preselettiva avrà luogo martedì 12 maggio 2026 alle ore 9:30 presso il palasport di Felce."),
    ],
)  # fmt: skip
def test_a_written_exam_is_a_test(subject: str, text: str) -> None:
    assert read_message(mail(subject, text)).verdict is Verdict.ASSESSMENT


def test_a_practical_exam_beside_a_talk_is_a_talk() -> None:
    text = (
        "Buongiorno Ada,\nil prossimo passo è una prova pratica in officina e un breve colloquio"
        " con il titolare, martedì 17 marzo alle ore 8:30.\nLia Orsi\nFelce S.r.l."
    )
    found = read_message(mail("Incontro Felce - saldatore", text))
    assert found.verdict is Verdict.INTERVIEW


def test_who_is_admitted_to_the_next_exam_is_not_told_of_a_no() -> None:
    text = (
        "Si comunica che la S.V. ha riportato nella prova pratica il punteggio di 25/30 (minimo"
        " 21/30) e risulta pertanto ammessa alla prova orale.\n\nU.O.C. Gestione Risorse Umane"
    )
    found = read_message(mail("Concorso n. 0311 - esito prova pratica", text))
    assert found.verdict is not Verdict.REJECTION


def test_who_asks_three_things_says_no_no() -> None:
    text = (
        "Ciao Ada,\nti scrivo per la tua candidatura dal nostro cliente (per riservatezza non"
        " posso fare il nome).\n1) turni di notte?\n2) patentino valido?\n3) distanza da Crema?\nGrazie"
    )
    found = read_message(mail("Saldatore - verifica disponibilità", text))
    assert found.verdict is not Verdict.REJECTION


@pytest.mark.parametrize(
    ("subject", "text", "sender"),
    [
        ("Conferma", "Gentile genitore, il colloquio con la docente di matematica dell'alunna è confermato per giovedì 26 marzo alle ore 16:20.", "noreply@registro.example"),
        ("Sagra", "Carissime famiglie, per la sagra ci serve qualcuno che guidi il furgone: le candidature dei volontari in oratorio.", "info@sanrocco.example"),
        ("Gli errori da non fare al colloquio", "Ciao Ada, hai un colloquio in vista? Ecco i consigli degli esperti: arriva in anticipo. E se ti dicono le faremo sapere?", "newsletter@infojobs.it"),
    ],
)  # fmt: skip
def test_schools_parishes_and_newsletters_tell_of_no_application(
    subject: str, text: str, sender: str
) -> None:
    assert read_message(mail(subject, text, sender=sender)).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Visto che si tratta di aprire la partita IVA non sono interessata.",
        "La prego di togliermi dall'elenco dei candidati.",
        "La sottoscritta comunica di RINUNCIARE alla prosecuzione della procedura in oggetto.",
        "Nel frattempo ho trovato lavoro vicino a casa.",
        "Scrivo la presente avendo trovato un'altra occupazione.",
    ],
)
def test_own_words_that_withdraw(text: str) -> None:
    assert own("R: colloquio", text, is_answer=True) is SentMeaning.WITHDRAWAL


@pytest.mark.parametrize(
    "text",
    [
        "Non sono interessata solo al part time, mi va bene tutto.",
        "Se fosse solo di notte non sono interessata.",
        "Vi prego di togliermi dalla lista di distribuzione.",
        "Non voglio rinunciare alle ferie di agosto.",
        "Ho trovato il vostro annuncio di lavoro in bacheca.",
    ],
)
def test_own_words_that_do_not(text: str) -> None:
    assert own("R: colloquio", text, is_answer=True) is SentMeaning.THREAD


def test_an_aside_is_no_condition_of_what_is_accepted() -> None:
    text = "Le allego la lettera firmata (se serve la scansione passo in copisteria)."
    assert own("R: proposta", text, is_answer=True) is SentMeaning.ACCEPTANCE
    open_still = "Se mi confermate il turno, vi mando la lettera firmata."
    assert own("R: proposta", open_still, is_answer=True) is SentMeaning.THREAD


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("posto di saldatore", "Buonasera, invio il mio curriculum per il posto di saldatore."),
        ("annuncio saldatore", "Buonasera, volevo candidarmi per il posto di saldatore, il curriculum l'avete già."),
    ],
)  # fmt: skip
def test_papers_sent_or_there_already_apply(subject: str, text: str) -> None:
    assert own(subject, text, is_answer=False) is SentMeaning.APPLIED


def test_what_an_office_notes_of_a_withdrawal_is_no_no() -> None:
    said = Reading(Verdict.AMBIGUOUS, confidence=0.5)
    for text in (
        "Si prende atto della rinuncia. Il nominativo verrà escluso dall'elenco.",
        "Abbiamo registrato la Sua rinuncia alla selezione.",
    ):
        assert taken_back(mail("R: rinuncia", text), said) is not None
    unsaid = "Se non risponde entro lunedì prenderemo atto della Sua rinuncia."
    assert taken_back(mail("R: rinuncia", unsaid), said) is None


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("candidatura addetta banco e cassa", "Buongiorno, la ringraziamo per la candidatura, la valuteremo con attenzione.", "addetta banco e cassa"),
        ("Conferma candidatura", "La Sua iscrizione al CONCORSO PUBBLICO PER ESAMI PER N. 3 POSTI DI EDUCATORE è stata registrata.", "Educatore"),
        ("Esito", "È convocata a sostenere la prova orale del concorso (colloquio tecnico-motivazionale) il 14 maggio 2026 alle ore 10:40.", ""),
        ("Invito a colloquio FLC-40213", "Gentile Ada, La invitiamo a un colloquio lunedì 16 marzo alle ore 9:30.", ""),
        ("per il lavoro", "Ada per me è sì, 1600 netti e contratto a tempo indeterminato. Mi dica entro lunedì, devo dirlo al commercialista.", ""),
    ],
)  # fmt: skip
def test_titles(subject: str, text: str, role: str) -> None:
    assert read_message(mail(subject, text)).role.lower() == role.lower()


def test_a_meeting_is_no_part_of_a_name() -> None:
    text = "Buongiorno Ada, ci vediamo per il secondo incontro martedì 17 marzo alle ore 9:30."
    found = read_message(
        mail(
            "Re: Incontro Felce Arredi - saldatore",
            text,
            sender="lia@felcearredi.example",
        )
    )
    assert found.company == "Felce Arredi"


AT_COURT = "Avverso il presente provvedimento è ammesso ricorso al TAR entro 60 giorni."


@pytest.mark.parametrize(
    "text",
    [
        "Si comunica che la S.V. non è stata ammessa al concorso in oggetto: domanda priva "
        "della ricevuta di versamento.",
        "La informiamo che Lei non risulta ammesso alla prova orale del concorso.",
        "La S.V. è stata esclusa dalla procedura selettiva perché priva di patente.",
        "Si comunica l'esclusione della S.V. dal concorso per mancanza dei requisiti di cui al bando.",
        "Si dispone la non ammissione della S.V. alla prova orale.",
        "Siamo spiacenti di comunicarLe che è stata esclusa dalla selezione per mancanza del diploma.",
        "Le comunichiamo la Sua esclusione dalla procedura per mancanza della patente.",
        "La S.V. risulta esclusa dal concorso in quanto non in possesso del titolo richiesto.",
        "La Sua domanda di partecipazione al concorso è stata dichiarata inammissibile.",
    ],
)
def test_a_competition_that_does_not_admit_says_no_and_names_the_court(
    text: str,
) -> None:
    for told in (text, f"{text}\n{AT_COURT}"):
        found = read_message(mail("Concorso istruttore amministrativo", told))
        assert found.verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Non è ammesso l'uso del telefono. La prova scritta si terrà il 20 aprile alle 9.",
        "Non è ammessa la consultazione di testi. La prova scritta si terrà il 20 aprile.",
        "È escluso dalla selezione chi arriva tardi. La prova scritta è il 20 aprile alle 9.",
        "Il candidato sarà escluso dalla prova se privo di documento. Si tiene il 20 aprile.",
        "Sono esclusi dal concorso coloro che hanno riportato condanne.",
        "La mancata presentazione comporta l'esclusione dal concorso.",
        "Si dispone l'ammissione con riserva; è esclusa dalla prova la consultazione di codici.",
        "La informiamo che è stata esclusa dalla prova la parte di informatica.",
        "È escluso dalla prova l'uso del cellulare.",
        "Non è ammesso presentarsi in ritardo alla prova scritta del 12 marzo alle 9.",
        "L'Amministrazione dispone in ogni momento l'esclusione dal concorso.",
        "La domanda priva di firma è irricevibile.",
        "La domanda va presentata entro il 30 aprile a pena di inammissibilità.",
    ],
)
def test_rules_of_a_competition_are_no_no(text: str) -> None:
    found = read_message(mail("Concorso istruttore amministrativo", text))
    assert found.verdict is not Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Nessun candidato è stato escluso dalla selezione: la prova si terrà il 12 marzo.",
        "Lei non è stata esclusa dalla procedura e può sostenere la prova.",
        "Lei non è stata esclusa ed è ammessa alla prova scritta del 12 marzo.",
        "Si comunica che nessuno dei candidati risulta escluso dalla prova del 12 marzo.",
        "Non è stato disposto alcun provvedimento di esclusione dal concorso.",
        "La S.V., esclusa per errore dalla procedura, è riammessa alla prova del 12 marzo.",
        "Lei è stata esclusa per errore dalla graduatoria, che è stata corretta.",
        "La S.V., che risulta esclusa dalla prova preselettiva, è ammessa alla prova scritta.",
        "La Sua domanda non è stata dichiarata inammissibile.",
        "La Sua candidatura non è esclusa: la aspettiamo alla prova del 12 marzo.",
        "La Sua domanda non è stata respinta: la aspettiamo alla prova del 12 marzo.",
        "La S.V. è stata esclusa dalle prove scritte perché ha già superato l'esame: si presenti alla prova orale.",
        "La S.V. viene esclusa dalla graduatoria in caso di rinuncia.",
        "La Sua domanda è inammissibile se non la integra entro il 12 marzo.",
        "Si comunica che l'esclusione dal concorso è stata revocata: è ammessa alla prova.",
        "L'esclusione della S.V. dal concorso è stata annullata in autotutela.",
        "Si comunica la revoca dell'esclusione dalla procedura.",
    ],
)
def test_who_is_not_excluded_is_told_of_no_no(text: str) -> None:
    found = read_message(mail("Concorso istruttore amministrativo", text))
    assert found.verdict not in {Verdict.REJECTION, Verdict.POSITION_CLOSED}


@pytest.mark.parametrize(
    "text",
    [
        "La Sua domanda di contributo affitto non è stata accolta.",
        "Suo figlio non è stato ammesso all'asilo nido per il prossimo anno.",
        "La Sua domanda per la graduatoria degli alloggi popolari non è stata ammessa.",
    ],
)
def test_what_else_an_office_refuses_is_no_mail_of_work(text: str) -> None:
    found = read_message(mail("Comunicazione", f"{text}\n{AT_COURT}"))
    assert found.verdict is Verdict.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "la selezione si è conclusa con l'individuazione di un'altra candidata.",
        "la ricerca si è chiusa con l'assunzione di una candidata interna.",
        "la procedura si è conclusa con la nomina di un altro candidato.",
        "il processo di selezione si è concluso con l'inserimento di un'altra risorsa.",
        "la selezione si è conclusa a favore di un'altra persona.",
    ],
)
def test_a_selection_that_ended_with_somebody_else_is_a_no(text: str) -> None:
    thanks = "La ringraziamo per l'interesse dimostrato."
    told = f"Gentile Sig.ra Prati,\n\nfacciamo seguito alla Sua candidatura: {text} {thanks}"
    found = read_message(mail("Re: Candidatura impiegata ufficio acquisti", told))
    assert found.verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "La selezione non si è conclusa con l'individuazione di un altro candidato: La aspettiamo al colloquio.",
        "La prima fase della selezione si è conclusa con l'individuazione di altri candidati oltre a Lei: la aspettiamo il 12 marzo.",
        "La selezione si è conclusa con l'assunzione di una figura junior; ora cerchiamo una figura senior e vorremmo incontrarLa.",
        "La selezione precedente si era conclusa con l'assunzione di un'altra persona, che però ha rinunciato: vorremmo incontrarLa.",
        "La procedura si è conclusa con la nomina di un altro commissario; la prova si terrà il 12 marzo.",
        "La ricerca si è conclusa con l'assunzione di un altro collega nel Suo team: ora tocca a Lei, La aspettiamo lunedì.",
        "La selezione si è conclusa con la nomina di una commissione: la prova si terrà il 12 marzo.",
    ],
)  # fmt: skip
def test_a_selection_that_goes_on_with_the_reader_has_not_ended(text: str) -> None:
    found = read_message(mail("Selezione impiegata ufficio acquisti", text))
    assert found.verdict is not Verdict.REJECTION


def test_a_selection_that_ended_with_the_reader_is_none() -> None:
    text = (
        "La selezione si è conclusa con l'individuazione della Sua candidatura: siamo lieti "
        "di offrirLe il posto di impiegata."
    )
    found = read_message(mail("Esito selezione", text))
    assert found.verdict is Verdict.OFFER
