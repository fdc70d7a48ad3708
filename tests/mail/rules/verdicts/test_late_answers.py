"""An answer that comes late: its apology is no promise to let know, and what it says is no receipt."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.letters import make_message

SENDER = "lies@bakkerij-korenbloem.example"
NOT_SETTLED = ENDINGS | {Verdict.AMBIGUOUS}


def read(subject: str, text: str, *, is_known: bool = False) -> Verdict:
    message = make_message(subject, text, sender=SENDER)
    return read_message(message, is_known=is_known).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: administratie bakkerij", "Dag Noa, sorry voor laat antwoord hier is't altijd druk. Ondertussen begint ons nicht hier volgende week voor de papieren dus 't is opgelost. Bedankt hé en tot in de winkel x Lies"),
        ("Re: bakery admin", "Hi Noa, sorry for the late reply, always busy here. Meanwhile our niece is starting next week on the paperwork so that's sorted. Thanks and see you in the shop x Lies"),
        ("Re: Büro Bäckerei", "Hallo Noa, entschuldige die späte Antwort, hier ist immer viel los. Inzwischen fängt unsere Nichte nächste Woche mit dem Papierkram an, also ist es erledigt. Danke und bis bald im Laden, Lies"),
        ("Re: administration boulangerie", "Bonjour Noa, désolée pour la réponse tardive, ici c'est toujours la course. Entre-temps notre nièce commence la semaine prochaine pour les papiers donc c'est réglé. Merci et à bientôt au magasin, Lies"),
        ("Re: administración panadería", "Hola Noa, perdona la respuesta tardía, aquí siempre hay mucho lío. Mientras tanto nuestra sobrina empieza la semana que viene con los papeles, así que está resuelto. Gracias y nos vemos en la tienda, Lies"),
        ("Re: amministrazione panificio", "Ciao Noa, scusa per la risposta in ritardo, qui è sempre un caos. Nel frattempo nostra nipote comincia la settimana prossima con le carte, quindi è risolto. Grazie e a presto in negozio, Lies"),
        ("Re: administração padaria", "Olá Noa, desculpa a resposta tardia, aqui é sempre uma correria. Entretanto a nossa sobrinha começa na próxima semana com os papéis, por isso está resolvido. Obrigada e até à loja, Lies"),
        ("Re: biuro piekarnia", "Cześć Noa, przepraszam za późną odpowiedź, u nas ciągle ruch. W międzyczasie nasza siostrzenica zaczyna w przyszłym tygodniu z papierami, więc sprawa załatwiona. Dzięki i do zobaczenia w sklepie, Lies"),
        ("Re: fırın ofis işi", "Merhaba Noa, geç cevap için kusura bakma, burası hep yoğun. Bu arada yeğenimiz haftaya evrak işlerine başlıyor, yani iş çözüldü. Teşekkürler, dükkanda görüşürüz, Lies"),
        ("Re: kontorsjobb bageriet", "Hej Noa, förlåt för sent svar, här är alltid fullt upp. Under tiden börjar vår systerdotter nästa vecka med papperen så det är löst. Tack och vi ses i butiken, Lies"),
    ],
)  # fmt: skip
def test_a_place_that_kin_take_is_no_receipt(subject: str, text: str) -> None:
    assert read(subject, text, is_known=True) in NOT_SETTLED


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: administratie bakkerij", "Dag Noa, sorry voor laat antwoord, het was druk. We zijn er nog niet uit, ik laat iets weten."),
        ("Re: sollicitatie verkoopster", "Hallo Noa, excuses voor het late antwoord. We weten het nog niet, je hoort van ons."),
        ("Re: bakery admin", "Hi Noa, sorry for the late answer, it was busy. We haven't decided yet, I'll let you know."),
        ("Re: Büro Bäckerei", "Hallo Noa, sorry für die späte Antwort, es war viel los. Wir wissen es noch nicht, ich melde mich."),
        ("Re: administration boulangerie", "Bonjour Noa, désolée pour la réponse tardive. Nous n'avons pas encore décidé, je vous dirai."),
        ("Re: administración panadería", "Hola Noa, perdona que conteste tarde. Todavía no lo hemos decidido, te diré algo."),
        ("Re: amministrazione panificio", "Ciao Noa, scusa se rispondo tardi. Non abbiamo ancora deciso, ti faccio sapere."),
        ("Re: administração padaria", "Olá Noa, desculpa responder tarde. Ainda não decidimos, depois digo-te."),
        ("Re: biuro piekarnia", "Cześć Noa, przepraszam za późną odpowiedź. Jeszcze nie zdecydowaliśmy, dam znać."),
        ("Re: fırın ofis işi", "Merhaba Noa, geç cevap için kusura bakma. Henüz karar vermedik, haber veririm."),
        ("Re: kontorsjobb bageriet", "Hej Noa, förlåt för sent svar. Vi har inte bestämt oss än, jag hör av mig."),
    ],
)  # fmt: skip
def test_a_late_answer_that_nothing_is_decided_is_undecided(
    subject: str, text: str
) -> None:
    assert read(subject, text, is_known=True) is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Sollicitatie", "Dag Noa, bedankt voor je sollicitatie, we hebben alles goed ontvangen. We laten je volgende week iets weten."),
        ("Re: Sollicitatie verkoopster", "Dag Noa, sorry voor het late antwoord. We hebben je cv ontvangen en bekijken het volgende week."),
        ("Sollicitatie verkoopster", "Dag Noa, bedankt voor je mail. We laten je zo snel mogelijk iets weten."),
        ("Uw sollicitatie", "Beste Noa, bedankt voor je sollicitatie. We laten je binnen twee weken een antwoord weten."),
        ("Uw sollicitatie", "Beste Noa, u krijgt uiterlijk vrijdag een antwoord van ons. We hebben uw kandidatuur goed ontvangen."),
        ("Re: Application", "Hi Noa, sorry for the late reply. We have received your application and will be in touch next week."),
        ("Re: Application", "Hi Noa, thank you for your application, which we have received. We haven't decided yet; you will hear from us by Friday."),
        ("Candidature", "Bonjour Noa, nous avons bien reçu votre candidature. Ma nièce, qui tient la boutique, la lira cette semaine."),
    ],
)  # fmt: skip
def test_a_receipt_stays_one(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("verdict", "subject", "text"),
    [
        (Verdict.REJECTION, "Re: Sollicitatie verkoopster", "Dag Noa, sorry voor laat antwoord. Jammer genoeg hebben we voor iemand anders gekozen."),
        (Verdict.REJECTION, "Re: Application as shop assistant", "Hi Noa, sorry for the late reply. We haven't decided on the evening job yet, but for the shop assistant job we have chosen another candidate."),
        (Verdict.INTERVIEW, "Re: Application as shop assistant", "Hi Noa, sorry for the late reply. Could you come in for an interview on Thursday at 10?"),
        (Verdict.OFFER, "Re: Je sollicitatie", "Dag Noa, sorry voor laat antwoord. We willen je graag aannemen: contract van 19 uur, bruto 1.640 euro, start 2 november. Laat je weten of je het ziet zitten?"),
        (Verdict.INFORMATION_REQUEST, "Re: Sollicitatie", "Dag Noa, sorry voor laat antwoord. Kan je ons nog een kopie van je diploma bezorgen?"),
        (Verdict.OTHER, "Vakantie", "Dag Noa, sorry voor laat antwoord, we waren op reis. Onze zoon begint morgen op school. Tot zondag!"),
    ],
)  # fmt: skip
def test_what_else_a_late_answer_says_stands(
    verdict: Verdict, subject: str, text: str
) -> None:
    assert read(subject, text) is verdict
