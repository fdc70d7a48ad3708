"""Own mail that says in so many words that it is an application, with no papers in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage
from onward.mail.rules.talks.applies_outright import employer_outright, role_outright
from onward.mail.rules.talks.own_mail import SentMeaning, meaning_of_sent
from onward.mail.rules.talks.own_title import role_applied_for
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw, sent

FIRM = "office@larkfield-yard.example"

OUTRIGHT = {
    "en": [
        "Dear Ms Vane, I am writing to apply for the position of stock clerk at Larkfield Yard.",
        "Please accept my application for the post of evening cleaner.",
        "I would like to be considered for the job of yard hand that you advertise.",
        "Please treat this e-mail as my application for the caretaker vacancy.",
        "I hereby apply for the role of canteen cook and can start in a week.",
    ],
    "de": [
        "Sehr geehrte Frau Vahl, hiermit bewerbe ich mich um die Stelle als Lagerhelferin.",
        "hiermit möchte ich mich bei Ihnen als Hausmeister bewerben.",
        "anbei sende ich Ihnen meine Bewerbung für die Position der Bürokauffrau.",
        "ich bewerbe mich auf Ihre Anzeige als Köchin in Teilzeit.",
        "bitte betrachten Sie diese Mail als Bewerbung auf die Stelle als Fahrer.",
    ],
    "fr": [
        "Madame, je vous adresse ma candidature au poste de magasinier.",
        "Par la présente, je pose ma candidature à l'emploi de gardien de nuit.",
        "Je souhaite postuler au poste de cuisinière dans votre établissement.",
        "Permettez-moi de vous présenter ma candidature pour le poste de livreur.",
        "Je me porte candidat au poste de technicien que vous proposez.",
    ],
    "es": [
        "Estimada señora: presento mi candidatura al puesto de administrativa.",
        "Por la presente solicito el puesto de conserje que anuncian.",
        "Me gustaría optar a la plaza de cocinero de su residencia.",
        "Les hago llegar mi candidatura para la vacante de repartidor.",
        "Quisiera postularme como camarera en su restaurante.",
    ],
    "it": [
        "Spettabile ufficio, presento la mia candidatura per il posto di magazziniera.",
        "con la presente invio la mia candidatura per la posizione di custode.",
        "trasmetto la domanda di partecipazione al concorso pubblico per due istruttori contabili.",
        "mi candido per il ruolo di cuoca nella vostra mensa.",
        "Vi prego di valutare la mia candidatura come autista presso la vostra ditta.",
    ],
    "pt": [
        "Exma. Senhora, venho por este meio candidatar-me ao lugar de rececionista.",
        "Apresento a minha candidatura à vaga de cozinheiro.",
        "Gostaria de me candidatar ao cargo de motorista.",
        "Envio a minha candidatura ao procedimento concursal para assistente técnico.",
        "Peço que considerem a minha candidatura para o posto de vigilante.",
    ],
    "nl": [
        "Geachte mevrouw, hierbij solliciteer ik naar de functie van magazijnmedewerker.",
        "Graag wil ik solliciteren op de vacature van kok in uw keuken.",
        "Met deze brief solliciteer ik naar de baan van conciërge.",
        "Ik solliciteer graag als chauffeur bij uw bedrijf.",
        "Wilt u mijn sollicitatie voor de functie van receptionist in overweging nemen?",
    ],
    "pl": [
        "Szanowni Państwo, składam aplikację na stanowisko magazyniera.",
        "Niniejszym zgłaszam swoją kandydaturę na stanowisko kucharza.",
        "Chciałabym złożyć swoją aplikację na stanowisko recepcjonistki.",
        "Uprzejmie proszę o rozpatrzenie mojej kandydatury na stanowisko kierowcy.",
        "Aplikuję na ogłoszenie o pracy w Państwa magazynie.",
    ],
    "sv": [
        "Hej! Jag söker härmed tjänsten som lagerarbetare.",
        "Härmed ansöker jag om jobbet som vaktmästare hos er.",
        "Jag skickar min ansökan till tjänsten som kock.",
        "Jag skulle vilja söka anställningen som receptionist.",
        "Vänligen se detta mejl som min ansökan till jobbet som chaufför.",
    ],
    "tr": [
        "Sayın Yetkili, kasiyer pozisyonu için başvurumu sunuyorum.",
        "İlanınızdaki aşçı kadrosuna başvurmak istiyorum.",
        "Depo görevlisi pozisyonu için başvurumun değerlendirilmesini rica ederim.",
        "Otelinizde resepsiyonist olarak çalışmak için başvuruyorum.",
        "Bu e-posta ile şoför pozisyonuna başvuruyorum.",
    ],
}


def meant(text: str, *, subject: str = "", to: str = FIRM) -> SentMeaning:
    message = sent(subject, text, to=to)
    return meaning_of_sent(message, is_in_thread=False, is_to_contact=False)


@pytest.mark.parametrize("text", [text for each in OUTRIGHT.values() for text in each])
def test_who_says_outright_that_they_apply_has_applied(text: str) -> None:
    assert meant(text) is SentMeaning.APPLIED


ELSE = [
    "I am writing to apply for a parking permit for Quay Street.",
    "I would like to apply for the evening course in bookkeeping.",
    "I wish to apply for a loan, as my job is permanent.",
    "Please accept my application for membership of the rowing club.",
    "I am writing to apply for a school place for my son.",
    "I hereby apply for the flat on the second floor.",
    "I am writing to apply for jobseeker's allowance after my post as a clerk ended.",
    "I would like to apply for the travel scholarship.",
    "Hiermit bewerbe ich mich um die Dreizimmerwohnung am Markt.",
    "Hiermit bewerbe ich mich um einen Studienplatz in Geschichte.",
    "Hiermit bewerbe ich mich um ein Stipendium, da ich meine Stelle verloren habe.",
    "Je vous adresse ma candidature pour la location du studio.",
    "Je pose ma candidature à la bourse de mérite.",
    "Presento mi candidatura a la beca de estudios.",
    "Quisiera solicitar el piso de la calle Mayor.",
    "Presento la mia candidatura alla borsa di studio.",
    "Invio la domanda di partecipazione al concorso fotografico.",
    "Venho candidatar-me à bolsa de mestrado.",
    "Hierbij solliciteer ik naar de kamer in jullie huis.",
    "Składam podanie o przyjęcie córki do przedszkola.",
    "Jag ansöker härmed om en kolonilott.",
    "Burs için başvurumu sunuyorum.",
]
OWN_POST = [
    "Bitte betrachten Sie diese Mail als Kündigung meiner Stelle.",
    "Bitte betrachten Sie dies als Antrag auf Urlaub von meiner Stelle als Koch.",
    "Niniejszym składam wypowiedzenie umowy o pracę na stanowisku kasjera.",
    "Niniejszym składam reklamację dotyczącą pracy mechanika.",
    "Składam podanie o urlop w mojej pracy na stanowisku kucharza.",
    "Solicito vacaciones en mi puesto de trabajo.",
    "Solicito excedencia de mi puesto de administrativa.",
    "Por la presente solicito mi finiquito y el certificado de empleo.",
    "Solicito información sobre el puesto de conserje.",
    "Me presento: soy Ana, trabajo como enfermera y soy la nueva vecina.",
    "Jag söker härmed tjänstledigt från min tjänst.",
    "Jag söker någon som kan laga min bil, ring mig efter jobbet.",
    "Härmed ansöker jag om semester från jobbet.",
    "Hiermit bewerbe ich mich als Mieter für die Dreizimmerwohnung.",
    "Hiermit bewerbe ich mich als Nachmieterin bei Ihnen, ich bin Krankenschwester.",
    "Gerne möchte ich mich bei Ihnen als neues Zuhause für den Hund Bello bewerben.",
    "Hierbij reageer ik op uw advertentie over de fiets.",
    "Hierbij reageer ik op uw mail over mijn baan.",
    "I'm writing to express my interest in your work on bees.",
    "I am writing to apply for an extension of leave from my post as a nurse.",
    "I would like to apply for parental leave from my position.",
    "Please regard this as my application under GDPR for a copy of my data from the job portal.",
    "Je suis candidate aux élections du comité d'entreprise, poste de trésorière.",
    "Je pose ma candidature au poste de trésorière pour les élections du comité.",
    "Je vous adresse ma demande de congé pour mon poste de vendeuse.",
    "Presento le mie dimissioni dal posto di custode.",
    "Con la presente chiedo un certificato per il mio posto di lavoro.",
    "Venho por este meio pedir férias no meu posto de trabalho.",
    "Görevimden ayrılmak için başvuruyorum.",
    "Pozisyonumda yıllık izin için başvurumu sunuyorum.",
    "I'd like to express my interest in the role of bees in your garden.",
    "I would like to be considered for the role of Juliet in the play.",
    "I'd like to put my name forward for the position of club captain.",
    "I hereby apply for the post to be forwarded to my new address.",
    "I am writing to apply for unpaid leave from the position of nurse.",
    "Please consider me as a lodger; I have a position as a nurse.",
    "Hiermit bewerbe ich mich um den Kleingarten, ich habe eine Stelle als Lehrer.",
    "Hiermit bewerbe ich mich im Namen meiner Tochter um die Stelle als Köchin.",
    "Je pose ma candidature au poste de délégué de classe.",
    "Solicito el cambio de turno en el puesto de cocinero.",
    "Mi candido per il ruolo di presidente del circolo.",
    "Presento mi candidatura al cargo de presidenta de la comunidad de vecinos.",
    "Candidato-me ao cargo de presidente do condomínio.",
    "Ik stel mij kandidaat voor de functie van voorzitter van de vereniging.",
    "Zgłaszam swoją kandydaturę na stanowisko przewodniczącego rady osiedla.",
    "Składam podanie o przeniesienie na stanowisko kierownika.",
    "Jag söker jobbet jag hade förr, vet du vem som har det?",
    "Kızım için kasiyer pozisyonuna başvuruyorum.",
]
OTHER_WORDS = [
    "I am writing to formally apply for the part-time receptionist position you advertised.",
    "und bewerbe mich hiermit um die Stelle als Koch.",
    "hiermit bewerbe ich mich als Verkäuferin (m/w/d) in Ihrem Laden.",
    "ich möchte mich um einen Ausbildungsplatz als Tischlerin bewerben.",
    "je souhaite postuler à votre offre d'emploi de boulanger.",
    "Me dirijo a ustedes para presentar mi candidatura al puesto de camarera.",
    "Vorrei candidarmi per il posto di commessa.",
    "Gostaria de apresentar a minha candidatura à vaga de empregado de mesa.",
    "Hierbij reageer ik op uw vacature voor kok.",
    "Chciałbym aplikować na stanowisko kierowcy.",
    "Jag vill härmed söka tjänsten som undersköterska.",
    "İlanda belirtilen muhasebeci pozisyonuna başvurumu sunuyorum.",
]
BESIDE = [
    "Hiermit bewerbe ich mich um die Stelle als Kellnerin. Meine Tochter will hier zur "
    "Schule gehen.",
    "Presento mi candidatura al puesto de conserje. Hace dos meses terminé mi contrato.",
    "Hierbij solliciteer ik naar de functie van kok. Twee weken geleden eindigde mijn "
    "contract.",
    "Hierbij solliciteer ik naar de functie van kok. Kun je me bellen?",
    "Jag söker härmed tjänsten som kock. Min dotter är stor.",
    "Jag söker härmed tjänsten som kock. Kan du ringa mig? Jag slutade för två veckor sedan.",
    "Kasiyer pozisyonu için başvurumu sunuyorum. Üç ay önce işten ayrıldım.",
    "I am writing to apply for the position of cook. My partner would like to relocate too.",
    "I am writing to apply for the post of cook. I left my last kitchen two weeks ago.",
    "Je vous adresse ma candidature au poste de livreur. Ma fille entre à l'école ici.",
    "Presento la mia candidatura per il posto di custode. Tre mesi fa ho finito il corso.",
    "Apresento a minha candidatura à vaga de cozinheiro. A minha filha estuda aí.",
    "Składam aplikację na stanowisko magazyniera. Dwa tygodnie temu skończyłem kurs.",
]
DRAFTS = [
    "Does this work? Dear Sir, I am writing to apply for the position of cook.",
    "Coucou, voici ma lettre: Je vous adresse ma candidature au poste de livreur. Bisous",
    "Hiermit bewerbe ich mich um die Stelle als Köchin - klingt das gut?",
    "Mando la carta: presento mi candidatura al puesto de conserje. ¿Suena bien? Besos",
    "Hierbij solliciteer ik naar de functie van kok. Klinkt dit goed?",
]
NOT_NOW = [
    "I applied for the position of stock clerk two weeks ago and have heard nothing.",
    "How do I apply for the position of stock clerk? I would like to apply for the job.",
    "I would like to apply on behalf of my daughter for the post of stock clerk.",
    "I'm applying for the job of clerk at Bright Harbour. Could I name you as a reference?",
    "I'm applying for the job of clerk at Bright Harbour, wish me luck.",
    "I want to withdraw my application for the position of stock clerk.",
    "Please consider my application for the post of stock clerk withdrawn.",
    "Thank you for applying for the post of stock clerk with us.",
    "Bitte betrachten Sie meine Bewerbung um die Stelle als gegenstandslos.",
    'Why "I am writing to apply for the position of" is a dull beginning.',
    "Vor zwei Wochen habe ich mich bei Ihnen als Fahrer beworben.",
    "J'ai postulé il y a deux semaines au poste de magasinier.",
    "Mi sono candidata due settimane fa per il posto di custode.",
    "Hace dos semanas presenté mi candidatura al puesto de conserje.",
]
TO_A_FRIEND = [
    "Here is my application for stock clerk, can you have a look? "
    "I am writing to apply for the position of stock clerk.",
    "Is this too formal? 'I am writing to apply for the post of stock clerk.'",
    "Schau mal: hiermit bewerbe ich mich um die Stelle als Fahrerin.",
    "Tu peux jeter un œil ? Je vous adresse ma candidature au poste de livreur.",
    "Ecco la mia lettera, che ne pensi? Presento la mia candidatura per il posto di custode.",
    "¿Qué te parece? Presento mi candidatura al puesto de conserje.",
    "I'm applying for the job of stock clerk at Larkfield Yard!",
    "Je postule au poste de livreur chez Larkfield.",
]


@pytest.mark.parametrize("text", ELSE)
def test_what_is_applied_for_beside_work_is_no_application(text: str) -> None:
    assert meant(text) is SentMeaning.NONE


@pytest.mark.parametrize("text", OWN_POST)
def test_ones_own_post_and_other_requests_are_not_applied_for(text: str) -> None:
    assert meant(text) is SentMeaning.NONE


@pytest.mark.parametrize(
    "text",
    [
        "Bitte betrachten Sie diese Mail als Kündigung meiner Stelle.",
        "Hiermit bewerbe ich mich als Mieter für die Dreizimmerwohnung.",
        "Hiermit bewerbe ich mich um den Kleingarten, ich habe eine Stelle als Lehrer.",
        "Hiermit bewerbe ich mich im Namen meiner Tochter um die Stelle als Köchin.",
        "I would like to apply on behalf of my son for the post of stock clerk.",
        "Por la presente solicito mi finiquito y el certificado de empleo.",
        "Kızım için kasiyer pozisyonuna başvuruyorum.",
    ],
)
def test_a_paper_beside_makes_no_application_of_other_requests(text: str) -> None:
    message = sent("Brief", text, files=("scan.pdf",))
    meaning = meaning_of_sent(message, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.NONE


@pytest.mark.parametrize("text", BESIDE + OTHER_WORDS)
def test_what_stands_beside_it_takes_no_application_away(text: str) -> None:
    assert meant(text) is SentMeaning.APPLIED


@pytest.mark.parametrize("text", DRAFTS)
@pytest.mark.parametrize("file", ["cv.pdf", ""])
def test_a_draft_for_a_friend_is_none_with_papers_or_without(
    text: str, file: str
) -> None:
    message = sent("", text, to="kim@gmail.com", files=(file,) if file else ())
    meaning = meaning_of_sent(message, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.NONE


def test_long_words_are_read_at_their_beginning_alone() -> None:
    long = "je me permets de souhaite voudrais donc également " * 7_000
    began = time.perf_counter()
    assert role_outright(long) == ""
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("text", NOT_NOW)
def test_what_was_applied_for_or_asked_about_is_none(text: str) -> None:
    assert meant(text) is SentMeaning.NONE


@pytest.mark.parametrize("text", TO_A_FRIEND)
def test_a_friend_who_is_shown_it_or_told_of_it_decides_nothing(text: str) -> None:
    assert meant(text, to="kim@gmail.com") is SentMeaning.NONE


@pytest.mark.parametrize("file", ["cv.pdf", ""])
def test_a_letter_that_goes_to_oneself_is_a_draft(file: str) -> None:
    text = "I am writing to apply for the position of stock clerk at Larkfield Yard."
    files = (file,) if file else ()
    message = sent("Draft", text, to="robin@person.example", files=files)
    meaning = meaning_of_sent(message, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.NONE


def test_papers_make_no_application_of_what_is_applied_for_beside_work() -> None:
    text = "I am writing to apply for a parking permit. My papers are attached."
    message = sent("Permit", text, files=("id.pdf",))
    meaning = meaning_of_sent(message, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.NONE


def test_work_at_a_museum_that_one_saw_with_family_is_applied_for() -> None:
    text = "I saw your card in the window and would like to be considered. My CV is attached."
    assert meant(text) is SentMeaning.APPLIED


def test_a_small_employer_with_a_free_mailbox_is_applied_to_with_papers() -> None:
    text = "I am writing to apply for the position of waiter at your restaurant."
    assert meant(text, to="quaycafe@gmail.com") is SentMeaning.NONE
    message = sent("", text, to="quaycafe@gmail.com", files=("cv.pdf",))
    meaning = meaning_of_sent(message, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.APPLIED


@pytest.mark.parametrize(
    ("text", "role", "employer"),
    [
        (OUTRIGHT["en"][0], "stock clerk", "Larkfield Yard"),
        (
            "I'd like to apply for the bus driver job at Brunnock Coaches.",
            "bus driver",
            "Brunnock Coaches",
        ),
        (OUTRIGHT["de"][1], "Hausmeister", ""),
        ("je postule au poste de livreur chez Larkfield Frères.", "livreur", "Larkfield Frères"),
        ("me postulo para el puesto de conserje en su hotel.", "conserje", ""),
        ("mi candido per il posto di custode presso Villa Marina.", "custode", "Villa Marina"),
        ("ik solliciteer naar de functie van kok bij De Waterman.", "kok", "De Waterman"),
        (OUTRIGHT["tr"][0], "kasiyer", ""),
        ("I am writing to apply for the position of cook next week.", "cook", ""),
        ("I am writing to apply for the post of cook please see below.", "cook", ""),
        ("I am writing to apply for the cook position and the waiter position.", "cook", ""),
        ("I hereby apply for the role of canteen cook and can start soon.", "canteen cook", ""),
        ("hiermit bewerbe ich mich um die Stelle als Koch und kann sofort anfangen.", "Koch", ""),
        ("je postule au poste de livreur et je peux commencer demain.", "livreur", ""),
        ("me postulo para el puesto de conserje y puedo empezar ya.", "conserje", ""),
        ("mi candido per il posto di custode e posso iniziare subito.", "custode", ""),
        ("candidato-me à vaga de cozinheiro e posso começar já.", "cozinheiro", ""),
        ("ik solliciteer naar de functie van kok en kan morgen beginnen.", "kok", ""),
        ("jag söker härmed tjänsten som kock och kan börja nu.", "kock", ""),
    ],
)  # fmt: skip
def test_title_and_employer_are_read_from_the_words(
    text: str, role: str, employer: str
) -> None:
    assert (role_outright(text), employer_outright(text)) == (role, employer)
    assert role_applied_for("", text) == role


@pytest.mark.django_db
@pytest.mark.parametrize("subject", ["Stock clerk", "Application: stock clerk"])
def test_an_application_in_words_alone_begins_its_story(
    owner: Person, tmp_path: Path, subject: str
) -> None:
    text = "Dear Ms Vane, I am writing to apply for the position of stock clerk at Larkfield Yard."
    own = raw(
        number=1,
        sender=ME,
        to="mo@larkfieldstores.example",
        subject=subject,
        text=text,
        labels="Sent",
    )
    import_story(owner, tmp_path, [own])
    application = Application.objects.get()
    assert application.company == "Larkfield Yard"
    assert application.role.casefold() == "stock clerk"
    assert Event.objects.filter(kind=EventKind.APPLIED).count() == 1
    assert MailMessage.objects.get().verdict == SentMeaning.APPLIED


@pytest.mark.django_db
def test_a_draft_to_another_mailbox_of_ones_own_is_no_application(
    owner: Person, tmp_path: Path
) -> None:
    other = "Robin <r.vale@spare.example>"
    known = raw(
        number=1, sender=other, to=ME, subject="List", text="Milk.", labels="Sent"
    )
    draft = raw(
        number=2,
        sender=ME,
        to=other,
        subject="Letter",
        text="I am writing to apply for the position of stock clerk at Larkfield Yard.",
        labels="Sent",
    )
    import_story(owner, tmp_path, [known, draft])
    assert not Application.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_the_answer_to_words_alone_goes_on_from_them(
    owner: Person, tmp_path: Path, step: int
) -> None:
    own = raw(
        number=1,
        sender=ME,
        to="mo@larkfieldstores.example",
        subject="Stock clerk",
        text="I am writing to apply for the position of stock clerk at Larkfield Yard.",
        labels="Sent",
    )
    no = raw(
        number=9,
        sender="Mo Vane <mo@larkfieldstores.example>",
        to=ME,
        subject="Stock clerk",
        text="Dear Robin, unfortunately we have chosen another candidate for the stock clerk "
        "position.\n\nMo Vane\nLarkfield Stores",
    )
    import_story(owner, tmp_path, [own, no][::step])
    assert Application.objects.count() == 1
