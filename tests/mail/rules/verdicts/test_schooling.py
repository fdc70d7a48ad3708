"""What schools write of a child is ordinary mail, and what they write to who applies is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, Clues
from onward.mail.rules.verdicts.schooling import of_schooling
from tests.mail.rules.letters import make_message


def message_of(subject: str, text: str, sender: str) -> Message:
    name, _, address = sender.partition(" <")
    message = make_message(subject, text)
    return replace(message, sender=Address(name, address.rstrip(">")))


@pytest.mark.parametrize(
    ("subject", "text", "sender"),
    [
        (
            "Rekrutacja uzupełniająca - wynik kwalifikacji",
            "Szanowni Państwo,\n\nkandydatka: Hanna Sroka\nSzkoła: IV Liceum Ogólnokształcące w Krakowie, klasa 1B\n\nInformujemy, że kandydatka nie została zakwalifikowana do wybranego oddziału. Liczba punktów: 141,2. Próg: 144,8.",
            "Nabór Szkoły <noreply@nabor-szkoly.example>",
        ),
        (
            "Konkurs recytatorski - wyniki",
            "Szanowni Państwo, z przykrością informujemy, że Hanna nie zakwalifikowała się do etapu wojewódzkiego. Dziękujemy za udział w konkursie!",
            "Sekretariat IX LO <sekretariat@lo9.example>",
        ),
        (
            "Wyniki naboru",
            "Kandydat: Jan Sroka\nOddział: 1C Technikum Budowlane w Krakowie\n\nKandydat nie został zakwalifikowany. Próg punktowy: 130.",
            "Nabór szkoły <nabor@edu-miasto.example>",
        ),
        (
            "Wyniki rekrutacji do przedszkola",
            "Szanowni Państwo,\n\ninformujemy, że dziecko Antoni nie zostało przyjęte do Przedszkola nr 12 z powodu braku wolnych miejsc.",
            "Przedszkole nr 12 <sekretariat@p12.example>",
        ),
        (
            "Olimpiada biologiczna",
            "Dzień dobry, niestety uczeń Jan Nowak nie zakwalifikował się do etapu okręgowego Olimpiady Biologicznej. Zabrakło dwóch punktów.",
            "Szkoła Podstawowa nr 5 <szkola@sp5.example>",
        ),
        (
            "Rekrutacja - lista",
            "Szanowni Państwo,\nsyn nie znalazł się na liście przyjętych do klasy 1A V Liceum Ogólnokształcącego. Próg wyniósł 162 punkty.",
            "Sekretariat V LO <sekretariat@vlo.example>",
        ),
        (
            "Secondary school place",
            "Dear parent,\n\nunfortunately we cannot offer Emily a place in Year 7 at Hollin Grove Academy for September. You have the right to appeal.",
            "Admissions <admissions@hollingrove.example>",
        ),
        (
            "Anmeldung Klasse 5",
            "Sehr geehrte Eltern,\n\nleider können wir Ihren Sohn Jonas nicht in die Klasse 5 unseres Gymnasiums aufnehmen. Es lagen mehr Anmeldungen als Plätze vor.",
            "Sekretariat <sekretariat@gym-nord.example>",
        ),
        (
            "Admission au lycée",
            "Madame, Monsieur,\n\nvotre fils n'a pas été retenu au lycée Pasteur en classe de seconde. Il est affecté au lycée Camus.",
            "Vie scolaire <secretariat@lycee-pasteur.example>",
        ),
        (
            "Admisión",
            "Estimada familia:\n\nlamentamos comunicarles que su hija no ha sido admitida en 1º de ESO en el instituto Río Claro. Puntuación: 12; corte: 14.",
            "Secretaría <secretaria@ies-rioclaro.example>",
        ),
        (
            "Iscrizioni",
            "Gentili genitori,\n\npurtroppo la domanda di iscrizione di vostra figlia alla classe prima del Liceo Manzoni non è stata accolta.",
            "Segreteria <segreteria@liceo-manzoni.example>",
        ),
        (
            "Aanmelding brugklas",
            "Beste ouders,\n\nhelaas is uw zoon Daan uitgeloot voor de brugklas van het Stadslyceum. Hij staat op de wachtlijst.",
            "Aanmelding <aanmelding@stadslyceum.example>",
        ),
        (
            "Toelating",
            "Geachte ouders, uw dochter is niet geplaatst in klas 1 havo/vwo van het Lindecollege. Het aantal aanmeldingen was te hoog.",
            "Administratie <info@lindecollege.example>",
        ),
        (
            "Matrículas",
            "Exmos. Encarregados de Educação,\n\ninformamos que a sua educanda não foi colocada na turma do 10.º ano da Escola Secundária de Vale Novo. Ficou em lista de espera.",
            "Secretaria <secretaria@esvn.example>",
        ),
        (
            "Resultado",
            "Prezados pais, infelizmente seu filho não foi selecionado para a turma do 6º ano do Colégio Pedra Alta.",
            "Secretaria <secretaria@cpa.example>",
        ),
        (
            "Antagning till gymnasiet",
            "Hej,\n\nditt barn Elsa har inte antagits till naturvetenskapsprogrammet på Norra gymnasiet. Meritvärdet var 270, gränsen 285.",
            "Antagningen <antagning@kommunen.example>",
        ),
        (
            "Skolval",
            "Hej vårdnadshavare, tyvärr fick Nils ingen plats i årskurs 4 på Bergsskolan.",
            "Skolan <skolval@kommunen.example>",
        ),
        (
            "Kayıt sonucu",
            "Sayın veli,\n\nne yazık ki öğrencimiz Defne 9. sınıfa yerleşemedi. Taban puan: 412; öğrencinin puanı: 405. Atatürk Anadolu Lisesi",
            "Okul <bilgi@aal.example>",
        ),
        (
            "Olimpiyat",
            "Sayın veli, oğlunuz Can matematik olimpiyatı il elemesini geçemedi. Katılımınız için teşekkür ederiz.",
            "Okul <bilgi@okul.example>",
        ),
        (
            "Maths challenge",
            "Dear parents, unfortunately Leo did not qualify for the regional round of the maths olympiad.",
            "School <office@oakprimary.example>",
        ),
        (
            "Olimpiada",
            "Estimadas familias: Marta no se ha clasificado para la fase autonómica de la olimpiada de química.",
            "Instituto <info@ies.example>",
        ),
        (
            "Olimpiadi",
            "Gentili genitori, Luca non si è qualificato alla fase provinciale delle olimpiadi di matematica.",
            "Scuola <info@ic.example>",
        ),
        (
            "Olympiades",
            "Chers parents, Léa n'a pas été sélectionnée pour la phase académique des olympiades de mathématiques.",
            "Collège <info@college.example>",
        ),
        (
            "Wettbewerb",
            "Liebe Eltern, leider hat sich Mia nicht für die Landesrunde der Mathematik-Olympiade qualifiziert.",
            "Schule <info@schule.example>",
        ),
        (
            "Aanmelding - uitslag",
            "Geachte heer, mevrouw,\n\nkandidaat: Daan de Wit\nSchool: Lindecollege, klas 1 havo/vwo\n\nDe kandidaat is niet geselecteerd voor deze klas. Punten: 148. Grens: 151.",
            "Schoolselectie <noreply@aanmelding-scholen.example>",
        ),
        (
            "Seleção - resultado",
            "Candidata: Sofia Reis\nEscola: Escola Secundária de Vale Novo, turma 10.º B\n\nA candidata não foi selecionada para a turma. Pontos: 148. Limiar: 151.",
            "Seleção Escolas <noreply@matriculas.example>",
        ),
        (
            "Urval - resultat",
            "Sökande: Elsa Berg\nSkola: Norra gymnasiet, klass NA1B\n\nSökande har inte blivit antagen till klassen. Poäng: 148. Gräns: 151.",
            "Gymnasieval <noreply@gymnasieval.example>",
        ),
        (
            "Seçim sonucu",
            "Aday: Defne Kaya\nOkul: Atatürk Anadolu Lisesi, 9/B sınıfı\n\nAday sınıfa seçilmedi. Puan: 405. Taban puan: 412.",
            "Okul Kayıt <noreply@kayit.example>",
        ),
        (
            "Selección - resultado",
            "Candidata: Sofía Ruiz\nCentro: IES Río Claro, grupo 1º B\n\nLa candidata no ha sido seleccionada para el grupo. Puntos: 148. Corte: 151.",
            "Admisión Centros <noreply@admision.example>",
        ),
        (
            "Sélection - résultat",
            "Candidate : Sophie Roy\nÉtablissement : Lycée Pasteur, classe de seconde B\n\nLa candidate n'a pas été retenue pour la classe. Points : 148. Seuil : 151.",
            "Affectation <noreply@affectation.example>",
        ),
        (
            "Selezione - esito",
            "Candidata: Sofia Re\nScuola: Liceo Manzoni, classe 1B\n\nLa candidata non è stata selezionata per la classe. Punti: 148. Soglia: 151.",
            "Iscrizioni <noreply@iscrizioni.example>",
        ),
        (
            "Auswahl - Ergebnis",
            "Kandidatin: Sophie Roth\nSchule: Gymnasium Nord, Klasse 5b\n\nDie Kandidatin wurde für die Klasse nicht ausgewählt. Punkte: 148. Grenze: 151.",
            "Schulanmeldung <noreply@schulanmeldung.example>",
        ),
        (
            "Selection - result",
            "Candidate: Sophie Hall\nSchool: Hollin Grove Academy, class 7B\n\nThe candidate was not selected for this class. Points: 148. Cut-off: 151.",
            "School Admissions <noreply@admissions.example>",
        ),
        (
            "Voorleeswedstrijd",
            "Beste ouders, helaas is Zoë niet geselecteerd voor de provinciale ronde. Bedankt voor de deelname!",
            "Basisschool <info@school.example>",
        ),
        (
            "Olimpíadas",
            "Caros pais, infelizmente a Sofia não foi selecionada para a fase distrital das olimpíadas. Obrigado pela participação!",
            "Escola <info@school.example>",
        ),
        (
            "Tävling",
            "Hej, tyvärr gick Elsa inte vidare till regionfinalen i matematiktävlingen. Tack för medverkan!",
            "Skolan <info@school.example>",
        ),
        (
            "Yarışma",
            "Sayın veliler, maalesef Defne şiir yarışmasında il etabına seçilmedi. Katılımı için teşekkürler!",
            "Okul <info@school.example>",
        ),
        (
            "Concurso",
            "Estimados padres, lamentamos comunicar que Sofía no ha sido seleccionada para la fase provincial del concurso de lectura.",
            "Colegio <info@school.example>",
        ),
        (
            "Concorso",
            "Gentili genitori, purtroppo Sofia non è stata selezionata per la fase regionale del concorso di lettura.",
            "Scuola <info@school.example>",
        ),
        (
            "Concours",
            "Chers parents, malheureusement Léa n'a pas été retenue pour l'étape régionale du concours de lecture.",
            "Ecole <info@school.example>",
        ),
    ],
)
def test_a_school_that_writes_of_a_child_tells_no_no(
    subject: str, text: str, sender: str
) -> None:
    message = message_of(subject, text, sender)
    assert read_message(message).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text", "sender"),
    [
        (
            "Konkurs na stanowisko nauczyciela matematyki",
            "Szanowna Pani, informujemy, że na stanowisko nauczyciela matematyki w IV Liceum Ogólnokształcącym wybrano inną kandydatkę. Zajęcia w klasie 1B poprowadzi p. Lis.",
            "Sekretariat IV LO <sekretariat@lo4.example>",
        ),
        (
            "Praca w szkole",
            "Dzień dobry, niestety nie została Pani wybrana na nauczycielkę wspomagającą w Szkole Podstawowej nr 5 (oddział 2A).",
            "Szkoła Podstawowa nr 5 <szkola@sp5.example>",
        ),
        (
            "Rekrutacja do Szkoły Doktorskiej",
            "Szanowna Pani, kandydatka nie została zakwalifikowana do projektu doktorskiego ze stypendium i zatrudnieniem w Szkole Doktorskiej. Liczba punktów: 71, próg: 80. Stanowisko doktoranta obsadzono.",
            "Szkoła Doktorska <rekrutacja@sd.example>",
        ),
        (
            "Praktyka",
            "Dzień dobry, dziękujemy za zgłoszenie na płatny staż. Przyjęliśmy ucznia z Technikum Budowlane, klasa 4.",
            "Serwis Bit <biuro@serwisbit.example>",
        ),
        (
            "Nabór na stanowisko sekretarki",
            "Kandydatka nie została zakwalifikowana do drugiego etapu naboru na stanowisko sekretarki w Technikum nr 3. Liczba punktów: 40.",
            "Technikum nr 3 <kadry@t3.example>",
        ),
        (
            "Praca dla ucznia",
            "Cześć, nie przyjęliśmy Cię do pracy w weekendy, wzięliśmy kolegę z Twojego liceum, z klasy 3B.",
            "Kawiarnia Ruta <kontakt@ruta.example>",
        ),
        (
            "Konkurs na dyrektora",
            "Komisja konkursowa informuje, że kandydat nie został wybrany na dyrektora Szkoły Podstawowej nr 2. Liczba głosów: 4.",
            "Urząd Gminy <konkursy@gmina.example>",
        ),
        (
            "Teaching assistant",
            "Dear Ms Hall, unfortunately we cannot offer you the position of teaching assistant in Year 3 at Hollin Grove Academy.",
            "HR <hr@hollingrove.example>",
        ),
        (
            "Ihre Bewerbung als Lehrkraft",
            "Sehr geehrte Frau Roth, leider können wir Ihre Bewerbung als Lehrkraft für die Klasse 5 unseres Gymnasiums nicht berücksichtigen.",
            "Sekretariat <sekretariat@gym-nord.example>",
        ),
        (
            "Ausbildungsplatz",
            "Lieber Jonas, leider können wir dir keinen Ausbildungsplatz als Tischler anbieten. Du bist ja noch in der 9. Klasse der Realschule.",
            "Tischlerei <info@tischlerei.example>",
        ),
        (
            "Candidature",
            "Bonjour, votre candidature au poste de surveillant au lycée Pasteur n'a pas été retenue.",
            "Lycée <secretariat@lycee-pasteur.example>",
        ),
        (
            "Apprentissage",
            "Bonjour, nous n'avons pas retenu votre fils pour le contrat d'apprentissage en boulangerie.",
            "Boulangerie <contact@boul.example>",
        ),
        (
            "Candidatura",
            "Buenos días: no ha sido seleccionada para el puesto de profesora de 1º de ESO en el instituto Río Claro.",
            "Secretaría <secretaria@ies-rioclaro.example>",
        ),
        (
            "Candidatura",
            "Gentile dott.ssa, non è stata selezionata per la supplenza nella classe prima del Liceo Manzoni. Il posto è stato assegnato.",
            "Segreteria <segreteria@liceo-manzoni.example>",
        ),
        (
            "Sollicitatie",
            "Beste mevrouw, helaas gaan we niet met u verder voor de functie van docent Nederlands in klas 1 van het Lindecollege.",
            "Personeel <hr@lindecollege.example>",
        ),
        (
            "Candidatura",
            "Boa tarde, não foi selecionada para a vaga de professora do 6º ano no Colégio Pedra Alta.",
            "RH <rh@cpa.example>",
        ),
        (
            "Din ansökan",
            "Hej, tyvärr gick tjänsten som lärare i årskurs 4 på Bergsskolan till en annan sökande.",
            "Rektor <rektor@skolan.example>",
        ),
        (
            "Başvurunuz",
            "Sayın aday, lisemizde matematik öğretmenliği başvurunuz olumsuz sonuçlanmıştır. 9. sınıf derslerine başka bir öğretmen girecek.",
            "Okul <bilgi@aal.example>",
        ),
    ],
)
def test_work_at_a_school_or_for_a_pupil_stays_hiring(
    subject: str, text: str, sender: str
) -> None:
    verdict = read_message(message_of(subject, text, sender)).verdict
    assert verdict in {Verdict.REJECTION, Verdict.AMBIGUOUS}


def test_a_camp_of_a_sports_club_is_no_job() -> None:
    text = "Dzień dobry,\n\nniestety Hania nie zakwalifikowała się na obóz sportowy. Dziękujemy za udział w eliminacjach."
    message = message_of(
        "Kwalifikacje", text, "Klub Pływacki <biuro@klub-fala.example>"
    )
    assert read_message(message).verdict is Verdict.OTHER


def test_a_place_in_a_class_is_no_offer_either() -> None:
    text = (
        "Szanowni Państwo,\n\nkandydatka: Hanna Sroka\nSzkoła: IV Liceum Ogólnokształcące, klasa 1D\n\n"
        "Gratulujemy! Kandydatka została zakwalifikowana. Prosimy o potwierdzenie woli przyjęcia do 22.08 w sekretariacie szkoły."
    )
    message = message_of("Rekrutacja - wynik", text, "Nabór <nabor@szkoly.example>")
    assert read_message(message).verdict is Verdict.OTHER


def test_a_medal_that_an_employer_praises_leaves_a_no_one() -> None:
    text = "Dear Ms Hall,\n\nYour medal of the maths olympiad impressed us. In the end we have chosen another candidate.\n\nMia Roth"
    message = message_of("Your application", text, "Mia Roth <mia@quarry.example>")
    assert read_message(message).verdict is Verdict.REJECTION


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    ("subject", "text", "sender", "verdict"),
    [
        (
            "Offer",
            "We are delighted to offer you the Baker contract at Mill & Co, starting 4 January. You can take your son to school first; year 3 starts at nine.",
            "Mill & Co <jobs@mill.example>",
            Verdict.OFFER,
        ),
        (
            "Einladung",
            "Sehr geehrte Frau Roth,\n\ngern laden wir Sie am Freitag um 10 Uhr zum Vorstellungsgespräch als Verkäuferin ein. Wir wissen, dass Sie Ihre Tochter in die Schule bringen (Klasse 2), darum erst um 10.",
            "Laden <info@laden.example>",
            Verdict.INTERVIEW,
        ),
        (
            "Lunchtime Supervisor",
            "Thank you for your application to Oakfield Primary School as Lunchtime Supervisor for Year 4 pupils. Unfortunately, on this occasion you were not successful.",
            "Oakfield Primary School <office@oakfield.example>",
            Verdict.REJECTION,
        ),
        (
            "Küchenkraft",
            "Guten Tag, vielen Dank für Ihr Interesse als Küchenkraft in der Grundschule am See. Für die Schüler der Klasse 4 kocht nun jemand anderes. Leider können wir Sie nicht nehmen.",
            "Grundschule am See <info@gs-see.example>",
            Verdict.REJECTION,
        ),
        (
            "Fahrschule",
            "Guten Tag, leider haben wir uns als Fahrlehrer für jemand anderen entschieden. Unsere Schüler der Klasse B 2 bleiben bei Herrn Lutz.",
            "Fahrschule Lutz <info@fahrschule-lutz.example>",
            Verdict.REJECTION,
        ),
        (
            "Candidature CPE",
            "Madame, votre candidature comme CPE au lycée Pasteur n'a pas été retenue. Les élèves en classe de seconde garderont M. Roy.",
            "Lycée Pasteur <sec@lp.example>",
            Verdict.REJECTION,
        ),
        (
            "ATSEM",
            "Madame, votre candidature comme ATSEM à l'école maternelle du Parc n'a pas été retenue. Les élèves de la classe de Mme Roy la gardent.",
            "Mairie <mairie@parc.example>",
            Verdict.REJECTION,
        ),
        (
            "Logopeda",
            "Szanowna Pani, dziękujemy za zgłoszenie jako logopeda w Szkole Podstawowej nr 2. Uczniów klasy 1A przejmie ktoś inny. Niestety nie została Pani wybrana.",
            "Szkoła Podstawowa nr 2 <sp2@sp2.example>",
            Verdict.REJECTION,
        ),
        (
            "Cuoca",
            "Gentile signora, purtroppo non è stata scelta come cuoca della scuola Verdi. Gli alunni della classe prima mangeranno altrove.",
            "Scuola Verdi <s@verdi.example>",
            Verdict.REJECTION,
        ),
        (
            "Kurator",
            "Hej, tyvärr gick du inte vidare som kurator på Bergsskolan. Eleverna i årskurs 4 får vänta.",
            "Bergsskolan <info@berg.example>",
            Verdict.REJECTION,
        ),
        (
            "Svenska",
            "Hej, tack för din ansökan. Tyvärr har vi valt en annan. Eleverna i klass 2 är nöjda.",
            "Språkskolan <info@sprak.example>",
            Verdict.REJECTION,
        ),
        (
            "Skolsköterska",
            "Hej, tyvärr gick du inte vidare som skolsköterska på Bergsskolan. Eleverna i årskurs 4 får vänta.",
            "Bergsskolan <info@berg.example>",
            Verdict.REJECTION,
        ),
        (
            "Rehber",
            "Sayın Kaya, okulumuzda rehber olarak başvurunuz ne yazık ki olumsuz sonuçlandı. 9. sınıf öğrencilerimize başka biri bakacak.",
            "Okul <b@okul.example>",
            Verdict.REJECTION,
        ),
        (
            "Your application",
            "Thank you for applying to Oxbow as a Graduate Analyst. You told us about your maths olympiad at school, which impressed us. Unfortunately we will not be moving forward.",
            "Oxbow <jobs@oxbow.example>",
            Verdict.REJECTION,
        ),
        (
            "Nabór",
            "Szanowna Pani, informujemy o wyniku: nabór na sekretarkę w Zespole Szkół nr 3.\n\nkandydat: Anna Sroka\nliczba punktów: 60\n\nNiestety nie została Pani zakwalifikowana.",
            "Zespół Szkół nr 3 <zs3@zs3.example>",
            Verdict.REJECTION,
        ),
        (
            "Kok",
            "Beste mevrouw, helaas gaan we niet met u verder als kok. De leerlingen van klas 1 eten voortaan elders.",
            "Lindecollege <info@linde.example>",
            Verdict.REJECTION,
        ),
        (
            "Cozinheira",
            "Boa tarde, infelizmente não foi selecionada como cozinheira. Os alunos do 6.º ano da escola vão sentir a falta.",
            "Escola Sol <s@sol.example>",
            Verdict.REJECTION,
        ),
        (
            "Zusage",
            "Sehr geehrte Frau Roth, wir freuen uns, Ihnen die Stelle als Sekretärin anzubieten. Ihr Kind kann in unsere Schule, Klasse 3.",
            "Schule <s@schule.example>",
            Verdict.OFFER,
        ),
        (
            "Result",
            "Dear Ms Hall, sadly we will not be taking you on. Your daughter may stay at our school in Year 4.",
            "Oak <o@oak.example>",
            Verdict.REJECTION,
        ),
    ],
)
def test_an_employer_that_speaks_of_children_is_understood(
    subject: str, text: str, sender: str, verdict: Verdict, is_known: bool
) -> None:
    message = message_of(subject, text, sender)
    assert read_message(message, is_known=is_known).verdict is verdict


@pytest.mark.parametrize(
    ("subject", "text", "sender"),
    [
        (
            "Caretaker",
            "Thank you for your application as Caretaker at Oakfield School. Your child may stay in Year 4. Unfortunately you were not successful on this occasion.",
            "Oakfield School <office@oakfield.example>",
        ),
        (
            "Klavier",
            "Liebe Frau Roth, leider haben wir uns für eine andere Klavierkraft entschieden. Die Schüler der Klasse 3 bleiben bei ihr.",
            "Musikschule Nord <info@ms-nord.example>",
        ),
    ],
)
def test_a_no_of_whom_one_applied_to_stays_one(
    subject: str, text: str, sender: str
) -> None:
    message = message_of(subject, text, sender)
    assert read_message(message, is_known=True).verdict is Verdict.REJECTION


def told(
    text: str,
    *,
    verdict: Verdict = Verdict.REJECTION,
    names_job: bool = False,
    is_known: bool = False,
    sender: str = "Office <office@oak.example>",
) -> Verdict:
    """Return what becomes of a verdict that is heard in a mail as a whole."""
    said = Classification(verdict, 0.9, (), "en", clues=Clues(names_job=names_job))
    message = message_of("Result", text, sender)
    return of_schooling(said, message=message, is_known=is_known).verdict


PLACE = "We are sorry: your daughter was not selected for class 7B of Oak School."
CONTEST = "We are sorry that Leo did not get through to the maths olympiad."


def test_a_place_in_a_class_is_ordinary_mail() -> None:
    assert told(PLACE) is Verdict.OTHER
    assert told(CONTEST, sender="Oak School <office@oak.example>") is Verdict.OTHER


@pytest.mark.parametrize(
    "verdict", [Verdict.OFFER, Verdict.INTERVIEW, Verdict.CONFIRMATION]
)
def test_only_a_no_of_a_school_is_none(verdict: Verdict) -> None:
    assert told(PLACE, verdict=verdict) is verdict


def test_who_is_known_to_have_been_applied_to_says_a_no() -> None:
    assert told(PLACE, is_known=True) is Verdict.REJECTION


def test_with_a_jobs_title_it_is_a_no() -> None:
    assert told(PLACE, names_job=True) is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry: Sophie was not selected. Pupils of Oak School stay in year 4.",
        "We are sorry: your daughter was not welcome at the party of Oak School.",
        "We are sorry: we went with somebody else. Oak School is glad. Your son stays. Year 4 is full.",
        "We are sorry: your daughter was not selected for class 7B.",
        f"{CONTEST} Come to see us at our school.",
    ],
)
def test_three_words_that_are_not_of_one_child_are_not_enough(text: str) -> None:
    assert told(text) is Verdict.REJECTION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Rozmowa indywidualna",
            "Panie Tomaszu,\n\nzapraszam na rozmowę w sprawie postępów Zosi w czytaniu, czwartek 5 listopada o 16:30 w pokoju 8. Czy termin Panu odpowiada?\n\nEwa Lis",
        ),
        (
            "Rozmowa indywidualna",
            "Szanowni Państwo,\n\nzapraszam na rozmowę o postępach Antka w matematyce, wtorek 6 października o 17:00, sala 8. Czy termin Państwu odpowiada?\n\nEwa Lis, wychowawczyni 5a",
        ),
        (
            "A talk",
            "Dear Mr Reed,\n\nI would like to invite you to a talk about Mia's progress in reading on Thursday 5 November at 4.30 pm, room 8. Does that suit you?\n\nAnne Hale",
        ),
        (
            "Entretien",
            "Bonjour Monsieur Roy,\n\nje vous propose un entretien au sujet des progrès de Léa en lecture, jeudi 5 novembre à 16 h 30, salle 8. Cet horaire vous convient-il ?\n\nAnne Huet",
        ),
        (
            "Entrevista",
            "Buenos días:\n\nme gustaría invitarle a una entrevista sobre los avances de Marta en lectura, el jueves 5 de noviembre a las 16:30, aula 8. ¿Le viene bien?\n\nAna Gil",
        ),
        (
            "Colloquio",
            "Gentile signor Riva,\n\nla invito a un colloquio sui progressi di Luca in matematica, giovedì 5 novembre alle 16:30, aula 8. Le va bene?\n\nAnna Pini",
        ),
        (
            "Gesprek",
            "Beste meneer De Wit,\n\ngraag nodig ik u uit voor een gesprek over de vorderingen van Daan bij rekenen, donderdag 5 november om 16.30 uur, lokaal 8. Schikt dat?\n\nAnke Vos",
        ),
        (
            "Gespräch",
            "Guten Tag Herr Reed,\n\nich lade Sie zu einem Gespräch über die Fortschritte von Mia im Lesen ein: Donnerstag, 5. November, 16:30 Uhr, Zimmer 8. Passt Ihnen der Termin?\n\nAnne Hale",
        ),
    ],
)
def test_a_talk_on_how_a_child_does_is_ordinary_mail(subject: str, text: str) -> None:
    message = message_of(subject, text, "Ewa Lis <e.lis@sp98.example>")
    assert read_message(message).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Rozmowa",
            "Dzień dobry,\n\nzapraszam na rozmowę w sprawie stanowiska nauczyciela, czwartek 5 listopada o 16:30. Opowiemy też o postępach Zosi w czytaniu, naszej uczennicy.",
        ),
        (
            "Rozmowa",
            "Dzień dobry,\n\nzapraszam na rozmowę o postępach Pana w nauce i o stanowisku testera, czwartek 5 listopada o 16:30.",
        ),
        (
            "Interview",
            "Dear Ms Reed,\n\nwe would like to invite you to an interview for the tutor position on 5 November at 4.30 pm. You would look after Mia's progress in reading.",
        ),
    ],
)
def test_a_talk_on_work_with_a_child_stays_an_interview(
    subject: str, text: str
) -> None:
    message = message_of(subject, text, "Ewa Lis <e.lis@sp98.example>")
    assert read_message(message).verdict is Verdict.INTERVIEW
