"""A decision that is still to come, by the mail's own words, is no no; in ten languages."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from onward.mail.rules.verdicts.by_ear import loudest
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.only_thanks import is_thanks_alone, thanks_only
from onward.mail.rules.verdicts.to_come import of_decision_to_come
from onward.mail.rules.verdicts.voice import Heard, Said
from tests.mail.rules.letters import make_message

SENDER = "kadry@szpital-brzeg.example"


def read(subject: str, text: str, *, is_known: bool = False) -> Verdict:
    message = make_message(subject, text, sender=SENDER)
    return read_message(message, is_known=is_known).verdict


STILL_TO_COME = [
    (
        "Rekrutacja",
        "Dzień dobry,\n\ndziękujemy za udział w rekrutacji na stanowisko położnej. Decyzję podejmiemy w grudniu.\n\nKadry",
    ),
    (
        "Konkurs na stanowisko pielęgniarki oddziałowej",
        "Dzień dobry,\n\nDziękujemy za udział w konkursie na stanowisko pielęgniarki oddziałowej w Szpitalu Miejskim w Brzegu. Wyniki ogłosimy w przyszłym tygodniu.\n\nKomisja konkursowa",
    ),
    (
        "Konkurs na stanowisko pielęgniarki oddziałowej",
        "Dzień dobry,\n\nDziękujemy za złożenie oferty w konkursie na stanowisko Pielęgniarki Oddziałowej Oddziału Neurologii w Szpitalu Specjalistycznym im. Anny Bielik w Brzegu. O dalszych etapach poinformujemy mailowo.\n\nKomisja konkursowa",
    ),
    (
        "Nabór",
        "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko fizjoterapeuty w Szpitalu Miejskim w Brzegu. Lista osób zaproszonych na rozmowy ukaże się w piątek.\n\nKadry",
    ),
    (
        "Konkurs na stanowisko referenta",
        "Dzień dobry,\n\nDziękujemy za złożenie oferty w konkursie na stanowisko referenta w Urzędzie Miasta Brzeg. Oferty zostaną otwarte 3 grudnia.",
    ),
    (
        "Konkurs",
        "Dzień dobry,\n\nPani oferta w konkursie na stanowisko pielęgniarki oddziałowej spełnia wymogi formalne. O terminie rozmowy poinformujemy.\n\nKomisja konkursowa",
    ),
    (
        "Nabór nr 4/2026",
        "Szanowny Panie,\n\ndziękujemy za udział w procesie naboru na stanowisko inspektora ds. drogownictwa. Rozstrzygnięcie naboru nastąpi do 15 grudnia.\n\nUrząd Gminy Lipno",
    ),
    (
        "Rekrutacja - magazynier",
        "Cześć,\ndzięki za udział w rekrutacji. Damy znać, jak tylko podejmiemy decyzję.\nTomek",
    ),
    (
        "Po rozmowie",
        "Dzień dobry,\n\ndziękujemy za udział w rozmowie kwalifikacyjnej na stanowisko księgowej. O wyniku poinformujemy telefonicznie do końca tygodnia.\n\nBiuro Bilans",
    ),
    (
        "Proceso de selección",
        "Buenos días:\n\nGracias por participar en el proceso de selección para la plaza de matrona. Comunicaremos los resultados en diciembre.\n\nRecursos Humanos",
    ),
    (
        "Concurso de méritos",
        "Estimada Sra.:\n\nGracias por presentarse al concurso para la plaza de supervisora de enfermería en el Hospital San Telmo. La resolución se publicará la próxima semana.\n\nLa comisión",
    ),
    (
        "Bolsa de empleo",
        "Hola,\n\ngracias por tu participación en la convocatoria para auxiliar de cocina. La decisión se tomará a lo largo del mes.\n\nResidencia Los Olmos",
    ),
    (
        "Tu entrevista",
        "Hola Hanna:\n\ngracias por venir ayer. Te diremos algo a finales de semana, en cuanto hayamos decidido.\n\nLucía, Panadería Trigal",
    ),
    (
        "Oposición",
        "Le agradecemos su participación en la prueba de selección de conductor. Las listas definitivas saldrán el día 12.",
    ),
    (
        "Concours",
        "Bonjour,\n\nMerci d'avoir participé au concours d'infirmière cadre au Centre hospitalier de Valmont. Les résultats seront publiés la semaine prochaine.\n\nLe jury",
    ),
    (
        "Recrutement",
        "Bonjour,\n\nnous vous remercions de votre participation au recrutement pour le poste de sage-femme. Nous prendrons notre décision en décembre.\n\nService RH",
    ),
    (
        "Votre candidature",
        "Madame,\n\nMerci d'avoir passé les épreuves pour le poste d'agent d'accueil. La liste d'admissibilité paraîtra vendredi.\n\nMairie de Saint-Lô-les-Bains",
    ),
    (
        "Suite à notre entretien",
        "Bonjour,\n\nMerci pour cet entretien. Je reviens vers vous dès que la décision est prise, en principe avant Noël.\n\nC. Morel",
    ),
    (
        "Sélection",
        "Merci d'avoir pris part à notre sélection pour le poste de cuisinier. Le choix sera arrêté par la commission du 10 décembre.",
    ),
    (
        "Concorso",
        "Gentile candidata,\n\ngrazie per aver partecipato al concorso per il posto di ostetrica presso l'Ospedale di Valverde. I risultati saranno pubblicati la prossima settimana.\n\nUfficio concorsi",
    ),
    (
        "Selezione",
        "Buongiorno,\n\nla ringraziamo per la partecipazione alla selezione per il posto di fisioterapista. La decisione verrà presa a dicembre.\n\nUfficio personale",
    ),
    (
        "Selezione",
        "Ciao,\n\ngrazie per essere passata ieri. Ti facciamo sapere appena abbiamo deciso, entro venerdì.\n\nPaola",
    ),
    (
        "Bando",
        "Grazie per la domanda presentata al bando per istruttore amministrativo. La graduatoria uscirà il 12 dicembre sul sito del Comune.",
    ),
    (
        "Sollicitatieprocedure",
        "Beste mevrouw,\n\nBedankt voor uw deelname aan de selectieprocedure voor verloskundige. De beslissing valt in december.\n\nPersoneelszaken",
    ),
    (
        "Procedure hoofdverpleegkundige",
        "Geachte mevrouw,\n\nDank voor uw deelname aan de procedure voor hoofdverpleegkundige in het Streekziekenhuis Waalwijk. De uitslag maken wij volgende week bekend.\n\nDe commissie",
    ),
    (
        "Gesprek",
        "Hoi,\n\nbedankt voor je komst gisteren. We laten je voor vrijdag weten wat we besloten hebben.\n\nJoost",
    ),
    (
        "Vacature magazijn",
        "Bedankt voor het meedoen aan onze selectiedag. De resultaten volgen begin december.",
    ),
    (
        "Concurso",
        "Exma. Senhora,\n\nagradecemos a sua participação no concurso para enfermeira-chefe do Hospital de Vale Verde. Os resultados serão publicados na próxima semana.\n\nO júri",
    ),
    (
        "Recrutamento",
        "Bom dia,\n\nobrigado por participar no processo de recrutamento para parteira. Tomaremos a decisão em dezembro.\n\nRecursos Humanos",
    ),
    (
        "Processo seletivo",
        "Olá,\n\nobrigada por participar do nosso processo seletivo para auxiliar de cozinha. Divulgaremos o resultado até sexta-feira.\n\nEquipe Sabor & Cia",
    ),
    (
        "Entrevista",
        "Olá Hanna,\n\nobrigado por ter vindo ontem. Dizemos alguma coisa assim que decidirmos.\n\nRui",
    ),
    (
        "Rekrytering",
        "Hej,\n\ntack för att du deltagit i rekryteringen av barnmorska. Beslut fattas i december.\n\nHR",
    ),
    (
        "Tjänst som avdelningschef",
        "Hej,\n\ntack för ditt deltagande i rekryteringen till tjänsten som avdelningschef på Vikens sjukhus. Resultatet meddelas nästa vecka.\n\nRekryteringsgruppen",
    ),
    (
        "Tack",
        "Hej!\n\nTack för att du kom i går. Vi hör av oss när vi har bestämt oss, senast fredag.\n\nLasse",
    ),
    (
        "Urvalstest",
        "Tack för att du gjorde urvalsprovet till brandman. Resultatlistan publiceras den 12 december.",
    ),
    (
        "Sınav",
        "Sayın Aday,\n\nEbe pozisyonu için yapılan seçim sürecine katıldığınız için teşekkür ederiz. Sonuçlar gelecek hafta açıklanacaktır.\n\nİnsan Kaynakları",
    ),
    (
        "İşe alım",
        "Merhaba,\n\nhemşire alımı sürecine katılımınız için teşekkürler. Kararımızı aralık ayında vereceğiz.\n\nİK",
    ),
    (
        "Görüşme",
        "Merhaba,\n\ndün geldiğiniz için teşekkürler. Karar verince size haber vereceğiz.\n\nSelim Usta",
    ),
    (
        "Mülakat",
        "Mülakata katılımınız için teşekkür ederiz. Asıl ve yedek listeler 12 Aralık'ta ilan edilecektir.",
    ),
    (
        "Auswahlverfahren",
        "Guten Tag,\n\nvielen Dank für Ihre Teilnahme am Auswahlverfahren für die Stelle als Hebamme. Die Entscheidung treffen wir im Dezember.\n\nPersonalabteilung",
    ),
    (
        "Recruitment",
        "Dear Ms Sroka,\n\nthank you for taking part in the selection for the midwife post. The results will be announced next week.\n\nHR",
    ),
    (
        "Auswahlverfahren",
        "Guten Tag,\n\nvielen Dank für Ihre Teilnahme am Auswahlverfahren. Die Ergebnisse geben wir nächste Woche bekannt.\n\nPersonalabteilung",
    ),
    (
        "Stelle als Hebamme",
        "Guten Tag,\n\nwir danken Ihnen für Ihre Teilnahme an der Ausschreibung für die Stelle als Hebamme. Die Liste der Eingeladenen erscheint am Freitag.\n\nStadt Lahn",
    ),
    (
        "Vorstellungsgespräch",
        "Hallo Frau Sroka,\n\ndanke, dass Sie gestern da waren. Die Entscheidung fällt im Dezember.\n\nH. Lenz",
    ),
    (
        "Einstellungstest",
        "Vielen Dank für Ihre Teilnahme am Einstellungstest. Über das weitere Vorgehen informieren wir Sie per Mail.",
    ),
    (
        "Midwife post",
        "Dear Ms Sroka,\n\nthank you for taking part in the competition for the midwife post. The decision will be made in December.\n\nHR",
    ),
    (
        "Competition 4/26",
        "Thank you for your participation in the recruitment process. The list of candidates invited for interview will be published on Friday.",
    ),
    (
        "Yesterday",
        "Hi Hanna, thanks for coming in yesterday. We'll decide in December. Joe",
    ),
    (
        "Proceso selectivo",
        "Buenos días,\n\nle agradecemos su participación en el proceso selectivo para celador. Próximamente se publicará la lista de admitidos.\n\nHospital San Telmo",
    ),
    (
        "Vacante",
        "Hola, muchas gracias por participar en la selección de dependienta. Informaremos de la decisión la semana que viene. Un saludo, Rosa",
    ),
    (
        "Concours",
        "Bonjour, nous vous remercions d'avoir participé au concours d'agent territorial. Nous publierons la liste des admis le 12 décembre.",
    ),
    (
        "Recrutement",
        "Bonjour, merci pour votre participation à notre session de recrutement. La décision sera prise en décembre.\n\nL'équipe",
    ),
    (
        "Concorso",
        "Gentile Signora, grazie per la sua partecipazione alla prova scritta per infermiere. L'esito sarà comunicato via mail.\n\nASL",
    ),
    (
        "Selezione",
        "Buongiorno, la ringraziamo per aver preso parte alla selezione per cuoca. Comunicheremo la decisione a dicembre.",
    ),
    (
        "Selectie",
        "Beste Hanna, hartelijk dank voor je deelname aan de selectie voor verpleegkundige. We maken volgende week de uitslag bekend.\n\nHR",
    ),
    (
        "Functie kok",
        "Dank voor uw deelname aan de ronde. Het besluit nemen we op 12 december.",
    ),
    (
        "Concurso",
        "Agradecemos a participação no procedimento concursal para assistente técnico. A lista de ordenação será publicada em dezembro.",
    ),
    (
        "Seleção",
        "Olá, obrigada pela participação na seleção para cozinheira. O resultado sairá na sexta.",
    ),
    (
        "Rekrytering",
        "Hej, tack för din medverkan i rekryteringen av kock. Vi meddelar beslutet nästa vecka.",
    ),
    (
        "Tjänsten",
        "Tack för att du var med i urvalet till undersköterska. Besked lämnas senast den 12 december.",
    ),
    (
        "Seçim",
        "Merhaba, aşçı seçimine katıldığınız için teşekkür ederiz. Sonuçları cuma günü duyuracağız.",
    ),
    (
        "Alım",
        "Sayın aday, hemşire alım sınavına katıldığınız için teşekkürler. Liste önümüzdeki hafta yayınlanacaktır.",
    ),
    (
        "Konkurs",
        "Szanowna Pani, serdecznie dziękujemy za wzięcie udziału w konkursie na stanowisko młodszego referenta. O wynikach poinformujemy w grudniu.",
    ),
    (
        "Nabór",
        "Dziękujemy Panu za udział w naborze na stanowisko kierowcy. Wynik zostanie podany na stronie BIP.\n\nStarostwo",
    ),
    (
        "Po rozmowie",
        "Pani Marto, dziękuję za wczorajszą rozmowę. Decyzję podejmiemy do piątku.\n\nIrena Kos",
    ),
    (
        "Postępowanie kwalifikacyjne",
        "Dziękujemy za udział w postępowaniu kwalifikacyjnym na stanowisko lekarza. Termin posiedzenia komisji: 8 grudnia.",
    ),
]


@pytest.mark.parametrize(("subject", "text"), STILL_TO_COME)
@pytest.mark.parametrize("is_known", [False, True])
def test_thanks_and_a_decision_to_come_are_no_no(
    subject: str, text: str, is_known: bool
) -> None:
    assert read(subject, text, is_known=is_known) not in ENDINGS


@pytest.mark.parametrize(("subject", "text"), STILL_TO_COME[:3])
def test_what_would_be_heard_as_a_no_is_asked_about(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Rekrutacja",
            "Szanowna Pani,\n\ndziękujemy za udział w rekrutacji. Nie została Pani wybrana na stanowisko położnej; wyniki opublikujemy w piątek.\n\nKadry",
        ),
        (
            "Wynik naboru",
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko referenta. Niestety nie spełnia Pani wymagań formalnych. Wyniki naboru ogłosimy na stronie BIP w przyszłym tygodniu.\n\nUrząd",
        ),
        (
            "Konkurs",
            "Dziękujemy za udział w konkursie na stanowisko pielęgniarki oddziałowej. Komisja wybrała inną kandydatkę. Lista rankingowa zostanie opublikowana jutro.",
        ),
        (
            "Proceso de selección",
            "Gracias por participar en el proceso para la plaza de matrona. No ha sido seleccionada. Las listas definitivas se publicarán el viernes.\n\nRecursos Humanos",
        ),
        (
            "Concurso",
            "Estimada Sra.: lamentamos comunicarle que su candidatura a la plaza de supervisora no ha sido elegida. La resolución se publicará la próxima semana.",
        ),
        (
            "Concours",
            "Merci d'avoir participé au concours d'infirmière cadre. Vous n'avez pas été retenue. Les résultats seront publiés vendredi.\n\nLe jury",
        ),
        (
            "Recrutement",
            "Madame,\n\nnous ne pouvons malheureusement pas donner suite à votre candidature au poste de sage-femme. La liste des admis paraîtra lundi.\n\nRH",
        ),
        (
            "Concorso",
            "Grazie per aver partecipato al concorso per ostetrica. Non risulta idonea. La graduatoria sarà pubblicata la prossima settimana.\n\nUfficio concorsi",
        ),
        (
            "Selezione",
            "Buongiorno, purtroppo non è stata scelta per il posto di fisioterapista. I risultati saranno pubblicati venerdì.",
        ),
        (
            "Procedure",
            "Bedankt voor uw deelname aan de selectieprocedure voor verloskundige. U bent niet geselecteerd. De uitslag wordt vrijdag gepubliceerd.\n\nPersoneelszaken",
        ),
        (
            "Procedure",
            "Beste mevrouw, helaas gaan we niet met u verder voor de functie van verloskundige. De definitieve lijst publiceren we volgende week.",
        ),
        (
            "Concurso",
            "Agradecemos a sua participação no concurso para enfermeira-chefe. Não foi selecionada. Os resultados serão publicados na sexta-feira.\n\nO júri",
        ),
        (
            "Recrutamento",
            "Bom dia, infelizmente a sua candidatura a parteira não foi aceite. A lista final será divulgada na próxima semana.",
        ),
        (
            "Rekrytering",
            "Tack för att du deltagit i rekryteringen av barnmorska. Du har inte gått vidare. Resultatlistan publiceras på fredag.\n\nHR",
        ),
        (
            "Rekrytering",
            "Hej, tyvärr har vi valt en annan sökande till tjänsten som barnmorska. Beslutet publiceras nästa vecka.",
        ),
        (
            "Sınav",
            "Seçim sürecine katıldığınız için teşekkür ederiz. Ebe pozisyonu için seçilmediniz. Sonuçlar gelecek hafta açıklanacaktır.\n\nİnsan Kaynakları",
        ),
        (
            "İşe alım",
            "Merhaba, ne yazık ki hemşire pozisyonuna başvurunuz olumsuz sonuçlandı. Liste cuma günü ilan edilecektir.",
        ),
        ("Rekrutacja", "Dziękujemy za udział w rekrutacji, ale wybraliśmy inną osobę."),
        (
            "Proceso",
            "Gracias por participar en el proceso para camarera, pero hemos elegido a otra persona.",
        ),
        (
            "Votre candidature",
            "Merci de votre participation, mais nous avons retenu une autre candidate pour le poste d'aide-soignante.",
        ),
        (
            "Ansökan",
            "Tack för din ansökan som undersköterska, men vi har valt en annan sökande.",
        ),
    ],
)
def test_a_no_that_announces_the_list_as_well_stays_one(
    subject: str, text: str
) -> None:
    assert read(subject, text) in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Rekrutacja",
            "Dziękujemy za udział w rekrutacji. Zespół postawił na kogoś z większym doświadczeniem. Wyniki ogłosimy w piątek.\n\nKadry",
        ),
        (
            "Nabór",
            "Dziękujemy za udział. Pani kandydatura odpadła na etapie formalnym. Listę zakwalifikowanych opublikujemy jutro.",
        ),
    ],
)
def test_a_no_that_no_rule_knows_stays_one_beside_the_list_to_come(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.REJECTION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Rekrutacja",
            "Dzień dobry,\n\ndziękujemy za udział w rekrutacji na stanowisko położnej.\n\nKadry",
        ),
        (
            "Rekrytering",
            "Tack för ditt deltagande i rekryteringen av barnmorska.\n\nHR",
        ),
    ],
)
def test_thanks_alone_are_asked_about(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Konkurs fotograficzny",
            "Dzień dobry,\n\ndziękujemy za udział w konkursie fotograficznym. Wyniki ogłosimy w grudniu.\n\nDom Kultury",
        ),
        (
            "Konkurs",
            "Dziękujemy za udział w konkursie! Wyniki ogłosimy w piątek. Do wygrania bon na 200 zł.",
        ),
        (
            "Concours photo",
            "Merci d'avoir participé à notre concours photo. Les résultats seront publiés lundi.",
        ),
        (
            "Tävling",
            "Tack för ditt deltagande i tävlingen. Resultatet meddelas nästa vecka.",
        ),
    ],
)
def test_a_contest_is_no_no(subject: str, text: str) -> None:
    assert read(subject, text) not in ENDINGS


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("pl", "dziękujemy za udział w konkursie na stanowisko położnej."),
        ("fr", "nous vous remercions de votre participation au concours."),
        ("sv", "vi tackar för ditt deltagande."),
        ("de", "wir danken ihnen für ihre teilnahme am verfahren."),
        ("en", "we would like to thank you for taking part."),
        ("nl", "wij danken u voor uw deelname."),
        ("tr", "katılımınız için teşekkür ederiz."),
    ],
)
def test_thanks_say_nothing_else(code: str, words: str) -> None:
    assert thanks_only(words, code=code)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("pl", "dziękujemy za udział, ale wybraliśmy inną osobę."),
        ("fr", "merci, nous avons choisi une autre personne."),
        ("sv", "tack, men vi har valt en annan."),
        ("de", "danke, wir haben uns anders entschieden."),
        ("en", "thank you, but we have chosen somebody else."),
        ("nl", "bedankt, wij gaan helaas niet verder."),
        ("pl", "wyniki ogłosimy w piątek."),
        ("pl", "dziękujemy za udział " + "i czas " * 20),
    ],
)
def test_thanks_with_another_thought_are_none(code: str, words: str) -> None:
    assert not thanks_only(words, code=code)


def test_a_mail_without_a_sentence_does_not_thank() -> None:
    assert not is_thanks_alone("Kadry", code="pl")


@pytest.mark.parametrize(
    "text",
    [
        "Dziękujemy za udział w naborze na stanowisko kierowcy. Czy wyniki ogłosimy w piątek?",
        "Dziękujemy za udział w naborze na stanowisko kierowcy. Wyniki nie zostaną ogłoszone.",
        "Dziękujemy za udział w naborze na stanowisko kierowcy. Wyniki nowego naboru ogłosimy w marcu.",
    ],
)
def test_a_question_a_denial_or_another_opening_promises_nothing(text: str) -> None:
    assert read("Nabór", text) is not Verdict.CONFIRMATION


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. Wyniki opublikujemy jutro, Pani zajęła czwarte miejsce.\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. Uzyskała Pani za mało punktów, a lista zostanie opublikowana jutro.\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. Uzasadnienie decyzji o odrzuceniu zgłoszenia przekażemy pocztą.\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. Wyniki zostaną podane jutro; odpadła Pani w drugim etapie.\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. O decyzji odmownej poinformujemy także pocztą.\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. Wynik, dla Pani niekorzystny, zostanie ogłoszony w BIP.\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. Decyzja o zakończeniu naboru bez wyboru kandydata zostanie ogłoszona.\n\nKadry",
            Verdict.POSITION_CLOSED,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. Wyniki ogłosimy jutro.\n\nPani nazwiska na liście brak\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. Wyniki ogłosimy jutro.\n\nPowodzenia gdzie indziej\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Guten Tag,\n\nvielen Dank für das Gespräch als Buchhalter. Die Entscheidung gegen Sie wird Ihnen am Montag schriftlich begründet.\n\nPersonalabteilung",
            Verdict.REJECTION,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w rekrutacji i życzymy powodzenia w dalszych poszukiwaniach pracy.\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Dzień dobry,\n\ndziękujemy za udział w rekrutacji zakończonej wyborem osoby z większym stażem.\n\nKadry",
            Verdict.REJECTION,
        ),
        (
            "Merhaba,\n\nhemşire pozisyonuna başvurunuz için teşekkür eder, kariyerinizde başarılar dileriz.\n\nİK",
            Verdict.REJECTION,
        ),
        (
            "Başvurunuz için teşekkür eder, kariyerinizde başarılar dileriz.",
            Verdict.REJECTION,
        ),
    ],
)
def test_a_no_in_what_is_announced_or_wished_stays_one(
    text: str, verdict: Verdict, is_known: bool
) -> None:
    assert read("Rekrutacja", text, is_known=is_known) is verdict


@pytest.mark.parametrize(
    "text",
    [
        "Dzień dobry,\n\ndziękujemy za udział w naborze na stanowisko księgowej. Decyzja o zakończeniu naboru bez wyboru kandydata zostanie ogłoszona w BIP.\n\nKadry",
        "Bonjour,\n\nMerci d'avoir participé au recrutement pour le poste de sage-femme. La décision de rejet vous sera communiquée par courrier.\n\nService RH",
        "Bonjour,\n\nMerci d'avoir participé au recrutement pour le poste de sage-femme. La liste des admis, où vous manquez, sera publiée lundi.\n\nService RH",
        "Dear Ms Sroka,\n\nthank you for taking part in the selection for the midwife post. The list, from which you are missing, will be published on Monday.\n\nHR",
        "Beste Hanna,\n\nDank voor je deelname aan de selectie voor verpleegkundige en het ga je goed.\n\nHR",
        "Dank voor je deelname aan de procedure en het ga je goed.\n\nHR",
        "Beste Hanna,\n\nBedankt voor je deelname aan de selectie voor kok en veel succes verder.\n\nHR",
        "Hej,\n\ntack för ditt deltagande i rekryteringen av kock och lycka till.\n\nHR",
        "Bom dia,\n\nobrigado por participar no recrutamento para parteira e boa sorte.\n\nRH",
    ],
)
def test_a_list_that_leaves_the_reader_out_is_no_receipt(text: str) -> None:
    assert read("Rekrutacja", text) is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("Dziękujemy za udział w rekrutacji na stanowisko położnej.", 0.0),
        ("Thank you for taking part in the selection for the midwife post.", 0.9),
        ("Dziękujemy za udział, życzymy powodzenia gdzie indziej w pracy.", 0.9),
    ],
)
def test_thanks_are_no_no_in_languages_that_are_known_less_well(
    text: str, loud: float
) -> None:
    heard = Heard((Said("body", 0, len(text), (0.9, 0.0)),), ("decline", "closed"), ())
    assert loudest(heard, message=make_message("Rekrutacja", text)) == loud


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("pl", "dziękujemy za udział i życzymy powodzenia."),
        ("tr", "başvurunuz için teşekkür eder, başarılar dileriz."),
        ("nl", "dank voor je deelname en het ga je goed."),
        ("sv", "tack för ditt deltagande och lycka till."),
        ("es", "gracias por participar y mucha suerte."),
        ("pt", "obrigado por participar e boa sorte."),
    ],
)
def test_thanks_with_a_farewell_are_more_than_thanks(code: str, words: str) -> None:
    assert not thanks_only(words, code=code)


def test_a_farewell_without_a_full_stop_is_more_than_a_signature() -> None:
    text = "Dziękujemy za udział w rekrutacji.\n\nPowodzenia gdzie indziej"
    assert not is_thanks_alone(text, code="pl")


@pytest.mark.parametrize(
    ("said", "first", "verdict"),
    [
        (Verdict.REJECTION, Verdict.CONFIRMATION, Verdict.AMBIGUOUS),
        (Verdict.POSITION_CLOSED, Verdict.OTHER, Verdict.AMBIGUOUS),
        (Verdict.REJECTION, Verdict.REJECTION, Verdict.REJECTION),
        (Verdict.CONFIRMATION, Verdict.CONFIRMATION, Verdict.CONFIRMATION),
        (Verdict.INTERVIEW, Verdict.OTHER, Verdict.INTERVIEW),
    ],
)
def test_only_a_no_that_is_only_heard_is_asked_about(
    said: Verdict, first: Verdict, verdict: Verdict
) -> None:
    told = of_decision_to_come(
        Classification(said, 0.9),
        first=Classification(first, 0.9),
        message=make_message(*STILL_TO_COME[0]),
    )
    assert told.verdict is verdict
