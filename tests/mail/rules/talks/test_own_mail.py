"""What the person's own mail means, by its words alone."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.own_mail import SentMeaning, meaning_of_sent, withdraws
from onward.mail.rules.talks.own_title import role_of_subject
from onward.mail.rules.types import Address, Message


def sent(subject: str, text: str, *, to: str = "jobs@brook.example") -> Message:
    return Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=Address("Kim Roe", "kim@home.example"),
        subject=subject,
        text=text,
        to=(Address("", to),),
        is_sent=True,
    )


def meaning(message: Message) -> SentMeaning:
    return meaning_of_sent(message, is_in_thread=False, is_to_contact=False)


@pytest.mark.parametrize(
    "text",
    [
        "I saw the card in your window and thought I would write. My CV is attached.",
        "If you ever need a hand in the office, my résumé is attached.",
        "Ich habe Ihren Aushang gesehen. Mein Lebenslauf liegt im Anhang.",
        "Ihr sucht jemanden für die Werkstatt? Mein Portfolio liegt diesem Brief bei.",
        "Jullie zoeken een office manager en ik zoek een plek met veel licht. Cv in bijlage!",
        "U zoekt iemand voor het onthaal. In bijlage vindt u mijn cv, cv als bijlage.",
        "Ich kann, was Sie suchen. Meine Mappe: kim-roe.example/mappe",
        "I can do what you look for. My portfolio: kim-roe.example/work",
        "I am writing about the post of night porter. CV attached.",
        "My completed form for the porter vacancy is attached.",
        "I would like to put my name forward for the desk; résumé enclosed.",
        "Bei Ihnen fehlt jemand im Lager? Lebenslauf anbei.",
        "On m'a parlé de votre atelier. Je joins mon CV.",
        "J’ai lu votre annonce sur la vitrine, CV ci-joint.",
        "Me han hablado de su taller. Adjunto mi currículum.",
        "Le mando in allegato il mio curriculum.",
        "Ik hoorde dat u iemand zoekt. Mijn CV zit in de bijlage.",
        "Op de markt las ik dat jullie een kok zoeken. Mijn cv zit erbij.",
        "Graag wil ik op uw oproep reageren. Bijgaand vindt u mijn brief en cv.",
        "Ik zag uw advertentie; ik stuur mijn motivatie en cv mee.",
        "Polecono mi Państwa warsztat. Moje CV w załączniku.",
        "Falaram-me da vossa oficina. O meu currículo segue em anexo.",
        "Jag hörde att ni söker någon. Mitt CV bifogas.",
        "Atölyenizi duydum. Özgeçmişim ektedir.",
        "He visto el cartel del escaparate. Les dejo el CV y mi teléfono.",
        "J'ai vu l'affiche. Je vous laisse mon CV et mon numéro.",
        "Ho visto il cartello in vetrina. Vi lascio il curriculum.",
        "Vi o cartaz na montra. Deixo o currículo e o meu contacto.",
        "Szukają Państwo kogoś do piekarni? Podsyłam CV.",
        "Am schwarzen Brett hing Ihr Zettel: Jemand für die Rechner. Das kann ich. Lebenslauf hängt dran.",
        "Your notice was pinned up on the library board. I can do that. My papers are in one PDF.",
        "J'ai vu votre affichette à la boulangerie. Les documents sont dans un fichier PDF.",
        "He visto vuestro cartel en la tienda. Los documentos van en un PDF.",
        "Ho visto il vostro cartello. I documenti sono in un file PDF.",
        "Bij de bakker hing jullie briefje. De documenten staan in een pdf.",
        "Widziałam Państwa kartkę w sklepie. Dokumenty są w jednym pliku.",
        "Vi o vosso cartaz na loja. Os documentos estão num PDF.",
        "Jag såg er lapp i affären. Betygen finns i en pdf.",
        "Dükkânda afişinizi gördüm. Belgelerim PDF dosyasında.",
    ],
)
def test_own_papers_sent_to_a_firm_are_an_application(text: str) -> None:
    assert meaning(sent("Stores Assistant", text)) is SentMeaning.APPLIED


@pytest.mark.parametrize(
    ("subject", "text", "to"),
    [
        ("Hello", "My CV is attached, could you look over it?", "advice@centre.example"),
        ("Hallo", "Mein Lebenslauf ist im Anhang, magst du drüberschauen?", "rat@centre.example"),
        ("Re: Stores", "My CV is attached.", "jobs@brook.example"),
        ("Stores", "My CV is attached.", "friend@gmail.com"),
        ("Stores", "I put my CV in your letter box.", "jobs@brook.example"),
        ("Zettel", "Am Brett hing Ihr Zettel mit dem entlaufenen Kater. Ich habe ihn gesehen.", "laden@brook.example"),
        ("Rechnung", "Die Unterlagen sind in einer PDF-Datei, bitte prüfen.", "laden@brook.example"),
        ("Mon CV", "Tu peux relire mon CV ci-joint ?", "aide@centre.example"),
        ("Hola", "Mi CV va adjunto, ¿puedes revisarlo?", "ayuda@centre.example"),
        ("Hoi", "Mijn CV is bijgevoegd, wil je het nakijken?", "hulp@centre.example"),
        ("My CV, as you said", "My CV is attached. Love to Ann.", "ann@home.example"),
    ],
)  # fmt: skip
def test_papers_for_advice_in_answer_or_to_a_friend_are_none(
    subject: str, text: str, to: str
) -> None:
    assert meaning(sent(subject, text, to=to)) is SentMeaning.NONE


@pytest.mark.parametrize(
    "text",
    [
        "I think it is fairest to take myself out now.",
        "I would like to step back from the recruitment process.",
        "Please do not keep the post for me.",
        "I have accepted another job, so please go on without me.",
        "Please don't put me forward to the quarry.",
        "Please consider my application withdrawn.",
        "I can't do nights if my wife does, so I withdraw my application.",
        "Mit den Kindern schaffe ich das nicht, deshalb möchte ich meine Bewerbung zurückziehen.",
        "Bitte betrachten Sie meine Bewerbung mit der Nummer 12 als gegenstandslos.",
        "Bitte meine Bewerbung nicht weiter bearbeiten.",
        "Bitte stell mich dort nicht vor.",
        "Ich habe letzten Freitag woanders zugesagt und bleibe dabei.",
        "Je ne peux pas venir si tôt, donc je me retire de la course.",
        "Ich stehe Ihnen leider nicht mehr zur Verfügung.",
        "Ich nehme mich aus dem Rennen.",
        "Ich möchte aus dem Verfahren aussteigen.",
        "Ich habe inzwischen eine andere Stelle angenommen.",
        "Ich bin nun nicht mehr im Rennen.",
        "Ich habe bei uns im Ort eine Stelle gefunden.",
        "So as not to keep you waiting I withdraw my application.",
        "Um Sie nicht warten zu lassen, ziehe ich meine Bewerbung zurück.",
        "Om u niet te laten wachten trek ik mij terug.",
        "I have signed elsewhere.",
        "I have just signed with a bakery round the corner.",
        "Je me retire donc de la course.",
        "J’ai trouvé un autre emploi entre-temps.",
        "He aceptado otro trabajo.",
        "Nel frattempo ho accettato un altro lavoro.",
        "Entretanto aceitei outra proposta.",
        "Inmiddels heb ik een andere baan gevonden.",
        "Ik begin in mei elders en zie daarom af van de plek in de kas.",
        "Ik heb gisteren ja gezegd tegen een andere werkgever.",
        "Haal mij maar van de lijst.",
        "W międzyczasie przyjąłem inną ofertę.",
        "Jag har tackat ja till ett annat jobb.",
        "Başka bir teklifi kabul ettim.",
    ],
)
def test_who_goes_no_further_withdraws(text: str) -> None:
    assert withdraws(text)


@pytest.mark.parametrize(
    "text",
    [
        "If it takes longer I will have to take myself out.",
        "Wenn es nicht klappt, nehme ich mich raus.",
        "I took my dog out of the race.",
        "Si j'ai trouvé un autre emploi d'ici là, je vous le dirai.",
        "I do not withdraw my application.",
        "I signed with an agency last week.",
        "Please don't put me forward without asking me first.",
        "Falls es bei den Nächten bleibt, würde ich daher meine Bewerbung zurückziehen.",
    ],
)
def test_who_only_thinks_of_it_does_not(text: str) -> None:
    assert not withdraws(text)


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Stores Assistant - Kim Roe", "Stores Assistant"),
        ("Lagerist | Kim Roe", "Lagerist"),
        ("Any office work going?", ""),
        ("Hello - Kim Roe", ""),
        ("Re: Stores Assistant - Friday", "Stores Assistant"),
        ("Bewerbung IT-Betreuung Lesesaal (Ref. LS-03)", "IT-Betreuung Lesesaal"),
        ("Candidature Accueil du soir (réf. 26-117)", "Accueil du soir"),
        ("Bewerbung Ida Riedl (Ref. LS-03)", ""),
        ("Allrounderin für Ihre Werkstatt und Ihr Büro", "Allrounderin"),
        ("Head baker for your bakery on the square", "Head baker"),
        ("Floristin in Ihrem Laden am Markt", "Floristin"),
        ("Eine Idee für Ihre Werkstatt", ""),
        ("Danke für Ihre Zeit am Montag", ""),
        ("Bewerbung meiner Schwester (siehe Anhang)", ""),
        ("RE: Poste de magasinier - votre message", "magasinier"),
    ],
)
def test_the_subject_names_the_opening_before_the_own_name(
    subject: str, role: str
) -> None:
    assert role_of_subject(subject) == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I wondered whether you had reached a decision.", SentMeaning.FOLLOW_UP),
        ("Avez-vous pu prendre connaissance de mon dossier ?", SentMeaning.FOLLOW_UP),
        ("May I know how I came across on the day?", SentMeaning.FEEDBACK),
        ("Dites-moi ce qui a pesé, si vous le voulez bien.", SentMeaning.FEEDBACK),
        ("Mi sa dire che cosa ha inciso?", SentMeaning.FEEDBACK),
        (
            "Is there one thing I could have done better on the day?",
            SentMeaning.FEEDBACK,
        ),
        ("Anything I should have prepared differently?", SentMeaning.FEEDBACK),
        ("Was hätte ich beim Probekochen besser machen können?", SentMeaning.FEEDBACK),
        ("Dites-moi ce que j'aurais pu mieux faire.", SentMeaning.FEEDBACK),
        ("¿Me diría qué podría haber hecho mejor?", SentMeaning.FEEDBACK),
        ("Mi dice che cosa avrei potuto fare meglio?", SentMeaning.FEEDBACK),
        ("Diz-me o que poderia ter feito melhor?", SentMeaning.FEEDBACK),
        ("Mag ik weten wat ik beter had kunnen doen?", SentMeaning.FEEDBACK),
        ("Proszę powiedzieć, co mogłam zrobić lepiej.", SentMeaning.FEEDBACK),
        ("Får jag veta vad jag kunde ha gjort bättre?", SentMeaning.FEEDBACK),
        ("Neyi daha iyi yapabilirdim, söyler misiniz?", SentMeaning.FEEDBACK),
        ("Things here could have been better, but I cope.", SentMeaning.THREAD),
        ("¿Me diría qué pesó más?", SentMeaning.FEEDBACK),
        ("Mag ik weten wat de doorslag gaf?", SentMeaning.FEEDBACK),
        ("Czy wiadomo, co zaważyło?", SentMeaning.FEEDBACK),
    ],
)
def test_a_question_in_a_thread_is_known_by_its_words(
    text: str, expected: SentMeaning
) -> None:
    found = meaning_of_sent(sent("Re: x", text), is_in_thread=True, is_to_contact=True)
    assert found is expected


@pytest.mark.parametrize(
    "text",
    [
        "You said to shoot you my resume for the Senior Product Manager spot, so here it is.",
        "Here's my CV for the welder job you told me about.",
        "Hier kommt mein Lebenslauf für die Stelle im Lager.",
        "Voici mon CV pour le poste de nuit.",
        "Aquí va mi currículum para el puesto de cocina.",
        "Ecco il mio cv per il posto in magazzino.",
        "Aqui vai o meu currículo para a vaga de receção.",
        "Hierbij is mijn cv voor de functie in de zorg.",
        "Oto moje CV na stanowisko magazyniera.",
        "Här kommer mitt CV för tjänsten på lagret.",
        "Depodaki iş için işte özgeçmişim.",
    ],
)
def test_here_are_my_papers_is_an_application(text: str) -> None:
    assert meaning(sent("Your posting", text)) is SentMeaning.APPLIED


@pytest.mark.parametrize(
    "text",
    [
        "Here it is, the recipe that I promised.",
        "Here you go: three references, with their numbers.",
        "Here's my CV, could you look over it before I send it off?",
        "My resume is a mess. Is it still raining where you are?",
        "Voici mon adresse, à bientôt.",
        "Ecco il mio numero, a presto.",
    ],
)
def test_here_is_something_else_is_none(text: str) -> None:
    assert meaning(sent("Hello", text)) is SentMeaning.NONE


def in_thread(subject: str, text: str) -> SentMeaning:
    message = sent(subject, text)
    return meaning_of_sent(message, is_in_thread=True, is_to_contact=True)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Brook Ltd - next steps", "Tuesday 6 October at noon works, thank you."),
        ("RE: Any news on your side?", "Yes, I have my licence now."),
        ("AW: Stand der Bewerbung", "Dienstag um zwölf passt mir gut."),
        ("Re: Relance", "Mardi à midi me convient."),
        ("Odp: status mojej aplikacji", "Wtorek o dwunastej mi odpowiada."),
        ("Re: Novedades", "El martes a las doce me va bien."),
        ("Thursday", "I look forward to the next steps."),
        ("Thursday", "The follow-up interview on Thursday at ten suits me."),
        ("Thursday", "Thank you for the next steps, I will be there at ten."),
    ],
)
def test_words_of_theirs_or_that_ask_nothing_are_no_question(
    subject: str, text: str
) -> None:
    assert in_thread(subject, text) is SentMeaning.THREAD


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Interview", "Could you tell me what the next steps are?"),
        ("Re: Interview", "Are there next steps that I can prepare for?"),
        ("Re: Interview", "I would be glad to hear about the next steps."),
        ("Follow-up on my application", "Kim Roe here, I hope you are well."),
        ("Re: Brook Ltd - next steps", "I am following up on our talk of Monday."),
        ("Nachfrage: Stand meiner Bewerbung", "Guten Tag, hier ist Kim Roe."),
        (
            "Re: Kontorsadministratör",
            "Jag sökte tjänsten den 5 augusti och undrar hur det går i rekryteringen.",
        ),
        ("Re: Kontorsadministratör", "Jag undrar hur läget är i processen."),
    ],
)
def test_own_words_that_ask_how_it_stands_are_a_follow_up(
    subject: str, text: str
) -> None:
    assert in_thread(subject, text) is SentMeaning.FOLLOW_UP


@pytest.mark.parametrize(
    "text",
    [
        "Could you let me know how the procedure is coming along? I am still keen.",
        "I would like to ask one more time if there is news about my application.",
        "Können Sie mir mitteilen, wie weit das Verfahren ist? Ich bin weiter interessiert.",
        "Ich möchte noch einmal fragen, ob es Neuigkeiten zu meiner Bewerbung gibt.",
        "Pouvez-vous me dire où en est la procédure ? Je reste très intéressée.",
        "Je me permets de demander une dernière fois s'il y a du nouveau pour ma candidature.",
        "¿Podría decirme cómo avanza el procedimiento? Sigo muy interesada.",
        "Quería preguntar una vez más si hay noticias sobre mi solicitud.",
        "Può farmi sapere come sta andando la procedura? Sono ancora molto interessata.",
        "Vorrei chiedere ancora una volta se c'è qualche notizia sulla mia candidatura.",
        "Kunt u mij laten weten hoe de procedure ervoor staat? Ik heb nog veel interesse.",
        "Ik wil nog één keer vragen of er nieuws is over mijn sollicitatie.",
        "Graag hoor ik hoe het met de procedure gaat.",
        "Czy mogłaby mi Pani powiedzieć, jak postępuje procedura? Nadal jestem zainteresowana.",
        "Chciałabym jeszcze raz zapytać, czy są jakieś wieści w sprawie mojej aplikacji.",
        "Pode dizer-me como está a correr o processo? Continuo muito interessada.",
        "Gostaria de perguntar mais uma vez se há alguma notícia sobre a minha candidatura.",
        "Kan du berätta hur processen går? Jag är fortfarande mycket intresserad.",
        "Jag vill fråga en gång till om det finns några nyheter om min ansökan.",
        "Sürecin nasıl ilerlediğini öğrenebilir miyim? Hâlâ çok ilgileniyorum.",
        "Başvurumla ilgili bir haber olup olmadığını bir kez daha sormak istedim.",
    ],
)
def test_how_the_procedure_stands_or_whether_there_is_news_is_a_follow_up(
    text: str,
) -> None:
    assert in_thread("Re: Night porter", text) is SentMeaning.FOLLOW_UP


@pytest.mark.parametrize(
    "text",
    [
        "I read the news about your new office, congratulations.",
        "Thank you for explaining the procedure to me.",
        "Danke, dass Sie mir das Verfahren erklärt haben.",
        "Merci de m'avoir expliqué la procédure.",
        "Bedankt dat u de procedure hebt uitgelegd, ik ben er dinsdag.",
        "Leuk nieuws over de nieuwe vestiging! Tot dinsdag.",
        "Als er nieuws is, hoor ik het graag.",
        "Gracias por explicarme el procedimiento.",
        "Grazie per avermi spiegato la procedura.",
        "Dziękuję za wyjaśnienie procedury.",
        "Obrigada por explicar o processo.",
        "Tack för att du förklarade processen.",
        "Süreci anlattığınız için teşekkürler.",
    ],
)
def test_news_or_a_procedure_that_nobody_asks_about_is_no_follow_up(text: str) -> None:
    assert in_thread("Re: Night porter", text) is SentMeaning.THREAD
