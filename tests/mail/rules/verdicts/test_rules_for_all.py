"""What the house lets in, said of people in general, is no no to the reader: in ten languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.parse import parse_message
from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.letters import make_message

SENDER = "jobs@wolvenbeek.example"

LETTERS = {
    "nl": ("Uw selectieproef: praktische info", "Dag Noa\n\nPraktische info voor zaterdag 12 december: de deuren gaan open om 8u30. {}\n\nDienst HR"),
    "de": ("Ihr Auswahltest: praktische Hinweise", "Guten Tag Frau Lammers,\n\nhier die praktischen Hinweise für Samstag, den 12. Dezember: Die Türen öffnen um 8:30 Uhr. {}\n\nIhre Personalabteilung"),
    "en": ("Your written test: practical information", "Dear Noa,\n\nHere is the practical information for Saturday 12 December: doors open at 8:30. {}\n\nHR"),
    "fr": ("Votre épreuve écrite : informations pratiques", "Bonjour Madame,\n\nVoici les informations pratiques pour le samedi 12 décembre : ouverture des portes à 8h30. {}\n\nLe service RH"),
    "es": ("Su prueba escrita: información práctica", "Estimada Noa:\n\nInformación práctica para el sábado 12 de diciembre: las puertas abren a las 8:30. {}\n\nRecursos Humanos"),
    "it": ("La Sua prova scritta: informazioni pratiche", "Gentile Noa,\n\necco le informazioni pratiche per sabato 12 dicembre: le porte aprono alle 8:30. {}\n\nUfficio Personale"),
    "pt": ("A sua prova escrita: informações práticas", "Cara Noa,\n\nInformações práticas para sábado, 12 de dezembro: as portas abrem às 8h30. {}\n\nRecursos Humanos"),
    "pl": ("Test pisemny: informacje praktyczne", "Dzień dobry,\n\ninformacje praktyczne na sobotę 12 grudnia: drzwi otwieramy o 8:30. {}\n\nDział Kadr"),
    "tr": ("Yazılı sınavınız: pratik bilgiler", "Sayın Noa Lammers,\n\n12 Aralık Cumartesi için pratik bilgiler: kapılar 8.30'da açılır. {}\n\nİnsan Kaynakları"),
    "sv": ("Ditt skriftliga prov: praktisk information", "Hej Noa,\n\nHär kommer praktisk information inför lördag den 12 december: dörrarna öppnas 8.30. {}\n\nHR"),
}  # fmt: skip
RULES = {
    "nl": (
        "Wie te laat komt, wordt niet meer toegelaten.",
        "Laatkomers komen niet in aanmerking.",
        "Kandidaten die te laat komen, kunnen we niet aannemen.",
        "Eens de proef gestart is, wordt niemand meer toegelaten.",
    ),
    "de": (
        "Wer zu spät kommt, wird nicht mehr zugelassen.",
        "Bewerber, die sich verspäten, können nicht berücksichtigt werden.",
        "Teilnehmer ohne gültigen Lichtbildausweis scheiden aus dem Verfahren aus.",
        "Zuspätkommende können wir nicht mehr annehmen.",
    ),
    "en": (
        "Anyone arriving late will not be admitted.",
        "Latecomers cannot be considered.",
        "Candidates who arrive after the start will be disqualified from the selection process.",
        "Visitors without a badge will not be accepted.",
    ),
    "fr": (
        "Les retardataires ne seront pas retenus.",
        "Aucun retardataire ne sera admis.",
        "Les candidats en retard ne seront pas acceptés.",
        "Toute personne arrivant après 9h sera exclue de la sélection.",
    ),
    "es": (
        "Quien llegue tarde no será admitido.",
        "Los candidatos que lleguen tarde no podrán continuar en el proceso.",
        "Las personas sin acreditación serán descartadas.",
    ),
    "it": (
        "Chi arriva in ritardo non sarà ammesso.",
        "I ritardatari non saranno ammessi.",
        "I candidati che si presentano in ritardo non saranno ammessi alla prova.",
    ),
    "pt": (
        "Quem chegar atrasado não será admitido.",
        "Os retardatários não poderão prosseguir no processo.",
    ),
    "pl": (
        "Kto się spóźni, nie zostanie dopuszczony do testu.",
        "Osoby spóźnione nie przejdą do dalszego etapu.",
        "Kandydaci, którzy się spóźnią, nie przejdą do dalszego etapu.",
    ),
    "tr": (
        "Geç kalanlar sınava alınmayacaktır.",
        "Geç kalan adaylar sürece devam edemeyecektir.",
    ),
    "sv": (
        "Den som kommer för sent släpps inte in.",
        "Kandidater som kommer för sent går inte vidare i processen.",
        "Sena deltagare går inte vidare i processen.",
    ),
}  # fmt: skip
SAID = [(language, rule) for language, rules in RULES.items() for rule in rules]


def read(subject: str, text: str) -> Verdict:
    return read_message(make_message(subject, text, sender=SENDER)).verdict


@pytest.mark.parametrize(("language", "rule"), SAID)
def test_a_rule_for_all_who_come_is_no_no(language: str, rule: str) -> None:
    subject, text = LETTERS[language]
    assert read(subject, text.format(rule)) not in ENDINGS


@pytest.mark.parametrize(("language", "rule"), SAID)
def test_on_a_line_of_its_own_neither(language: str, rule: str) -> None:
    subject, text = LETTERS[language]
    assert read(subject, text.replace(" {}", f"\n\n- {rule}\n- 09:00\n")) not in ENDINGS


@pytest.mark.parametrize(("language", "rule"), SAID)
def test_in_html_neither(language: str, rule: str) -> None:
    subject, text = LETTERS[language]
    greeting, _, told = text.format("").partition("\n\n")
    raw = (
        f"From: HR <{SENDER}>\nSubject: {subject}\nMIME-Version: 1.0\n"
        "Content-Type: text/html; charset=utf-8\n\n"
        f"<p>{greeting}</p><p>{told}</p><ul><li>{rule}</li><li>9:00</li></ul>"
    )
    message = parse_message(raw.encode(), now=datetime(2026, 11, 3, tzinfo=UTC))
    assert read_message(message).verdict not in ENDINGS


def test_the_invitation_around_it_is_one() -> None:
    text = (
        "Geachte mevrouw Lammers\n\nUw kandidatuur is ontvankelijk. Wij nodigen u uit voor de "
        "schriftelijke proef:\n\nzaterdag 12 december 2026 om 9u\nGemeentehuis, raadzaal\n\n"
        "Breng uw identiteitskaart mee. Wie te laat komt, wordt niet meer toegelaten.\n\nDienst HR"
    )
    assert read("Uitnodiging schriftelijke proef", text) is Verdict.ASSESSMENT


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Resultaat", "Geachte mevrouw\n\nU bent niet toegelaten tot de volgende ronde.\n\nDienst HR"),
        ("Resultaat schriftelijke proef", "Geachte mevrouw\n\nU bent niet geslaagd voor de schriftelijke proef en wordt niet toegelaten tot het mondelinge gedeelte.\n\nDienst HR"),
        ("Resultaat schriftelijke proef", "Geachte mevrouw\n\nWie minder dan 25 behaalde, wordt niet toegelaten tot het mondelinge gedeelte. U bent dus niet toegelaten.\n\nDienst HR"),
        ("Uw kandidatuur", "Beste Noa\n\nUw sollicitatie is te laat binnengekomen. Daarom kunnen we u niet meer toelaten tot de selectie.\n\nDienst HR"),
        ("Uw kandidatuur", "Beste Noa\n\nWie van jullie het zou worden, was een moeilijke keuze. U werd niet weerhouden.\n\nDienst HR"),
        ("Uw kandidatuur", "Beste Noa\n\nHelaas bent u niet aangenomen, al was u nooit te laat. Kandidaten met meer ervaring gingen voor.\n\nDienst HR"),
        ("Resultaat", "Geachte mevrouw\n\nU was niet op tijd voor de proef van zaterdag. U wordt daarom niet toegelaten tot de verdere selectie.\n\nDienst HR"),
        ("Uw kandidatuur", "Geachte mevrouw\n\nWij moeten u meedelen dat uw kandidatuur niet weerhouden werd. Wie zonder uitnodiging langskomt, wordt niet toegelaten tot het gebouw.\n\nDienst HR"),
        ("Uw sollicitatie als onthaalmedewerker", "Dag Noa\n\nNa de gesprekken kozen we voor iemand anders. Sorry dat dit antwoord te laat komt.\n\nDienst HR"),
        ("Ihre Bewerbung", "Sehr geehrte Frau Lammers,\n\nIhre Bewerbung ist zu spät eingegangen und kann nicht mehr berücksichtigt werden.\n\nPersonalabteilung"),
        ("Ihre Bewerbung", "Sehr geehrte Frau Lammers,\n\nentschuldigen Sie, dass wir uns verspätet melden. Wir haben uns für Bewerber mit mehr Erfahrung entschieden und können Sie leider nicht berücksichtigen.\n\nPersonalabteilung"),
        ("Ihre Bewerbung als Bürokraft", "Sehr geehrte Frau Lammers,\n\nwer am Ende die Stelle bekommt, war keine leichte Wahl. Leider müssen wir Ihnen absagen.\n\nPersonalabteilung"),
        ("Your application", "Dear Noa,\n\nSorry for coming back late. We went ahead with candidates with more experience, so we will not be taking your application further.\n\nHR"),
        ("Your application as Office Assistant", "Dear Noa,\n\nThose we met late last week were stronger, and we have decided not to proceed with your application.\n\nHR"),
        ("Votre candidature", "Madame,\n\nNous avons retenu une autre candidate, pardon de vous répondre en retard.\n\nRH"),
        ("Votre candidature", "Madame,\n\nD'autres candidats ont été retenus et votre candidature n'a pas été retenue. Nous vous répondons avec retard, veuillez nous en excuser.\n\nRH"),
        ("Su candidatura", "Estimada Noa:\n\nSu candidatura llegó tarde y no ha sido admitida.\n\nRRHH"),
        ("Su candidatura", "Estimada Noa:\n\nOtras personas que se presentaron encajan mejor; sentimos decirle que no ha sido seleccionada. Perdone que le contestemos tarde.\n\nRRHH"),
        ("La Sua candidatura", "Gentile Noa,\n\nabbiamo scelto un'altra candidata con più esperienza e Lei non è stata ammessa alla fase successiva. Chi è stato ammesso è già stato avvisato.\n\nUfficio Personale"),
        ("A sua candidatura", "Cara Noa,\n\ndesculpe responder tarde: a sua candidatura não foi selecionada.\n\nRH"),
        ("A sua candidatura", "Cara Noa,\n\nos candidatos que avançam já foram avisados. A sua candidatura não foi selecionada.\n\nRH"),
        ("Twoja aplikacja", "Dzień dobry,\n\nprzepraszamy za spóźnioną odpowiedź. Nie przejdzie Pani do kolejnego etapu rekrutacji.\n\nKadry"),
        ("Twoja aplikacja", "Dzień dobry,\n\nwybraliśmy inną osobę na stanowisko. Przepraszamy, że spóźniliśmy się z odpowiedzią.\n\nKadry"),
        ("Başvurunuz", "Sayın Noa,\n\ngeç gelen cevabımız için özür dileriz. Sizinle sürece devam edemeyeceğiz.\n\nİK"),
        ("Başvurunuz", "Sayın Noa,\n\nbaşka bir adayla devam etme kararı aldık, geç kaldığımız için özür dileriz.\n\nİK"),
        ("Din ansökan", "Hej Noa,\n\nförlåt att svaret kommer för sent. Vi har valt att gå vidare med andra kandidater.\n\nHR"),
        ("Din ansökan", "Hej Noa,\n\ndu har inte gått vidare i rekryteringen. De som kom längre hade mer erfarenhet.\n\nHR"),
        ("Ergebnis Auswahltest", "Guten Tag Frau Lammers,\n\nSie werden leider nicht zur nächsten Runde zugelassen.\n\nPersonalabteilung"),
        ("Your application", "Dear Noa,\n\nI am sorry to say that you have not been admitted to the next round of the selection.\n\nHR"),
        ("Votre candidature", "Madame,\n\nVous n'êtes pas admise à la suite de la sélection.\n\nLe service RH"),
        ("Su candidatura", "Estimada Noa:\n\nNo ha sido admitida a la siguiente fase del proceso de selección.\n\nRRHH"),
        ("La Sua candidatura", "Gentile Noa,\n\nLei non è stata ammessa alla fase successiva della selezione.\n\nUfficio Personale"),
        ("A sua candidatura", "Cara Noa,\n\nA sua candidatura não foi admitida à fase seguinte do processo de seleção.\n\nRH"),
        ("Twoja aplikacja", "Dzień dobry,\n\nnie została Pani dopuszczona do kolejnego etapu rekrutacji.\n\nDział Kadr"),
        ("Din ansökan", "Hej Noa,\n\ndu har tyvärr inte gått vidare till nästa steg i rekryteringen.\n\nHR"),
    ],
)  # fmt: skip
def test_a_no_to_the_reader_stays(subject: str, text: str) -> None:
    assert read(subject, text) in ENDINGS
