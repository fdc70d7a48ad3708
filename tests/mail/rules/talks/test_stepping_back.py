"""The person's own withdrawal and no to an offer, in words of their own and ten languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.offer_answer import offer_answer
from onward.mail.rules.talks.own_mail import (
    SentMeaning,
    meaning_of_sent,
    withdraws,
)
from onward.mail.rules.talks.stepping_back import stepping_back
from onward.mail.rules.types import Address, Message

WITHDRAWN = [
    "It was lovely to meet everyone on Monday. I have slept on it and I'm going to step back at this point, the commute is simply too long.",
    "thanks for coming back to me. After talking it over at home I won't be going any further with this one. Good luck finding somebody.",
    "My circumstances have changed and I'd ask you not to consider me any more for the receptionist vacancy.",
    "thank you for holding the date. I've been offered more hours where I am and have said I'll stay, so you can stop looking at my file.",
    "please accept this as notice that I do not want to continue with my application for the post of cleaner.",
    "I regret that I must withdraw from the selection for the library assistant post owing to a bereavement.",
    "the more I think about it, the less the travelling adds up. I'd like to take my name out of the hat, please.",
    "vielen Dank für das Gespräch. Nach reiflicher Überlegung ziehe ich meine Bewerbung hiermit zurück.",
    "ich habe mir das Wochenende Zeit genommen. Für mich passt es leider doch nicht, ich steige deshalb aus.",
    "an der ausgeschriebenen Stelle habe ich kein Interesse mehr. Bitte löschen Sie meine Unterlagen.",
    "Moin Henning, tut mir leid, aber ich bin raus. Mit der Kita krieg ich die Frühschicht nicht hin.",
    "nach dem Rundgang habe ich gemerkt, dass mir die Arbeit zu schwer wäre. Ich möchte das Verfahren daher beenden.",
    "aus persönlichen Gründen muss ich von meiner Bewerbung Abstand nehmen.",
    "wie telefonisch besprochen verzichte ich auf die weitere Teilnahme am Auswahlverfahren.",
    "Après réflexion, vous pouvez ne plus me compter parmi les candidats. Les horaires ne conviennent pas à ma famille.",
    "Merci pour la visite. J'ai bien réfléchi et je préfère m'arrêter là, le trajet est trop long.",
    "Bonjour Lucie, finalement je jette l'éponge pour ce poste, ce n'est pas fait pour moi. Merci pour tout.",
    "mon employeur actuel me propose plus d'heures et je reste chez lui. Inutile de continuer à étudier mon dossier.",
    "par la présente, je vous fais part du retrait de ma candidature au poste d'agent d'entretien.",
    "Bonsoir Nadia, j'ai commencé hier à la boulangerie du village, donc plus besoin de me garder le créneau de vendredi.",
    "les trajets me coûteraient trop cher. Merci de bien vouloir écarter ma candidature.",
    "Lo he pensado mucho y al final no voy a seguir adelante. Los horarios no me cuadran con los niños.",
    "Hola, Javi, ya no contéis conmigo para lo del almacén, me ha salido otra cosa. Gracias por la paciencia.",
    "prefiero dejarlo aquí antes de la segunda entrevista, no es lo que busco.",
    "en mi trabajo actual me amplían la jornada y me quedo. No hace falta que sigáis mirando mi currículum.",
    "por la presente renuncio a seguir participando en el proceso para el puesto de limpieza.",
    "Buenas, Nadia, ayer empecé en la panadería del barrio, ya no hace falta que me guardéis el hueco del viernes.",
    "los viajes no me salen a cuenta. Le ruego que no siga adelante con mi candidatura.",
    "ci ho pensato bene e ho deciso di non andare avanti con la selezione.",
    "nel frattempo ho accettato un altro lavoro, vi prego quindi di togliermi dalla lista dei candidati.",
    "comunico che non sono più interessata alla posizione di segretaria.",
    "il mio attuale datore mi aumenta le ore e resto da lui. Potete fare a meno di tenere il mio curriculum tra quelli da valutare.",
    "con la presente comunico il ritiro della mia candidatura per il posto di addetta alle pulizie.",
    "Ciao Nadia, ieri ho iniziato al panificio sotto casa, quindi non serve più tenermi il posto di venerdì.",
    "i viaggi mi costerebbero troppo. La prego di non dare seguito alla mia candidatura.",
    "pensei melhor e vou ficar por aqui neste processo. O horário não dá com os miúdos.",
    "Olá Rui, já não contem comigo para o armazém, arranjei outra coisa. Obrigada por tudo.",
    "acabei aceitando outra proposta, então podem me tirar do processo seletivo.",
    "no meu emprego atual deram-me mais horas e fico por lá. Não precisam de continuar a ver o meu currículo.",
    "venho comunicar a desistência da minha candidatura ao lugar de auxiliar de limpeza.",
    "Olá Nádia, comecei ontem na padaria do bairro, já não é preciso guardarem-me a vaga de sexta.",
    "as viagens ficavam-me caras. Peço-lhe que não dê seguimento à minha candidatura.",
    "Na er een nacht over geslapen te hebben, trek ik mijn sollicitatie in.",
    "ik heb inmiddels een andere baan aangenomen. Wilt u mij uit de procedure halen?",
    "ik heb geen belangstelling meer voor de vacature. Excuses voor het ongemak.",
    "bij mijn huidige baas krijg ik meer uren en ik blijf daar. Mijn brief mag u terzijde leggen.",
    "hierbij deel ik u mee dat ik van verdere deelname aan de procedure afzie.",
    "om persoonlijke redenen ben ik genoodzaakt mijn sollicitatie in te trekken.",
    "zoals telefonisch besproken zie ik af van verdere gesprekken.",
    "przemyślałam sprawę i rezygnuję z ubiegania się o stanowisko recepcjonistki.",
    "w międzyczasie znalazłam inną pracę, proszę więc nie brać mnie pod uwagę.",
    "dziękuję za rozmowę, ale na tym etapie kończę swój udział w rekrutacji.",
    "w obecnej pracy dostałam więcej godzin i zostaję. Proszę już nie rozpatrywać mojego zgłoszenia.",
    "informuję o rezygnacji z udziału w naborze na stanowisko sprzątaczki.",
    "Cześć Nadia, wczoraj zaczęłam w piekarni obok domu, więc nie musicie mi trzymać miejsca na piątek.",
    "dojazdy mi się nie opłacają. Uprzejmie proszę o niekontynuowanie procesu w mojej sprawie.",
    "düşündüm taşındım ve başvurumu geri çekiyorum.",
    "bu arada başka bir işe girdim, lütfen beni aday listesinden çıkarın.",
    "pozisyonla artık ilgilenmiyorum. Kusura bakmayın.",
    "şimdiki işimde saatlerim arttı, burada kalıyorum. Özgeçmişimi değerlendirmenize gerek kalmadı.",
    "temizlik görevlisi kadrosuna yaptığım başvurudan vazgeçtiğimi bildiririm.",
    "Selam Nadya, dün mahalledeki fırında işe başladım, cuma günü için bana yer ayırmanıza gerek kalmadı.",
    "yol masrafı bana çok geliyor. Başvurumu işleme koymamanızı rica ederim.",
    "jag har funderat i helgen och drar tillbaka min ansökan.",
    "jag har fått ett annat jobb, så ni kan stryka mig från listan.",
    "jag är inte längre intresserad av tjänsten. Ursäkta besväret.",
    "jag får fler timmar där jag är och blir kvar. Ni kan lägga undan mina papper.",
    "härmed meddelar jag att jag inte önskar kvarstå som sökande till tjänsten som lokalvårdare.",
    "Hej Nadja, jag började på bageriet i går, så ni behöver inte hålla någon plats åt mig på fredag.",
    "resorna blir för dyra för mig. Jag ber er att inte gå vidare med min ansökan.",
]
DECLINED = [
    "Thank you so much for the offer. I've thought hard about it and it isn't something I can say yes to right now.",
    "I'm really flattered, but I'm going to pass on the offer. The pay doesn't cover the childcare.",
    "Thank you for the contract. After much thought I won't be signing it, and I wish you luck with the search.",
    "über Ihr Angebot habe ich mich sehr gefreut. Leider kann ich es nicht annehmen, der Weg ist zu weit.",
    "danke für den Vertrag. Ich habe lange überlegt und werde ihn nicht unterschreiben.",
    "dein Angebot ehrt mich, aber ich muss dir leider einen Korb geben.",
    "Merci beaucoup pour votre proposition. Je suis au regret de ne pas pouvoir y donner une suite favorable.",
    "Votre offre me touche, mais je vais devoir la refuser : le salaire ne couvre pas la garde.",
    "j'ai bien reçu le contrat. Je ne le signerai pas, j'ai choisi de rester où je suis.",
    "Gracias de corazón por la oferta, pero tengo que rechazarla: está demasiado lejos.",
    "he leído el contrato con calma y no lo voy a firmar. Les deseo suerte.",
    "me hace mucha ilusión que hayáis pensado en mí, pero mi respuesta es no.",
    "grazie davvero per l'offerta, ma devo rinunciarvi: lo stipendio non basta.",
    "ho letto il contratto e non lo firmerò. Vi auguro di trovare la persona giusta.",
    "la vostra proposta mi lusinga, però la mia risposta è no.",
    "agradeço imenso a proposta, mas tenho de a recusar: fica demasiado longe.",
    "li o contrato com calma e não o vou assinar. Desejo-vos sorte.",
    "fico muito honrada com o convite para integrar a equipa, mas a minha resposta é não.",
    "hartelijk dank voor het aanbod, maar ik moet het helaas afslaan: het is te ver rijden.",
    "ik heb het contract goed gelezen en ga het niet tekenen. Veel succes verder.",
    "wat een eer dat jullie mij kiezen. Toch is mijn antwoord nee.",
    "bardzo dziękuję za propozycję, niestety muszę ją odrzucić, mam za daleko.",
    "przeczytałam umowę i jej nie podpiszę. Życzę powodzenia.",
    "to dla mnie zaszczyt, ale moja odpowiedź brzmi nie.",
    "teklifiniz için çok teşekkür ederim ama maalesef kabul edemem, yol çok uzun.",
    "sözleşmeyi okudum, imzalamayacağım. Size bol şans dilerim.",
    "beni seçmeniz gurur verici, ancak cevabım hayır.",
    "tusen tack för erbjudandet, men jag måste tacka nej: det är för långt bort.",
    "vad smickrad jag blir, men mitt svar är nej.",
    "jag blir rörd över att ni valde mig. Tyvärr måste jag säga nej, hyrorna där är för höga.",
]
NEITHER = [
    "I'm out on Wednesday morning but free all afternoon. I'm not considering anything else at the moment.",
    "I've withdrawn my flat from the market, so my address stays the same during the process.",
    "I won't be needing a lift, and please don't count me for lunch.",
    "thank you for the chat. I have found another reference for you, my old head chef, and I stopped working at the canteen in May.",
    "I don't want to take up more of your time today. I'm not available on Monday, any other day is fine.",
    "I decided not to apply for the evening job you also advertise, only for the morning one. Is that still open?",
    "wenn die Schicht fest ist, müsste ich aussteigen. Können wir vorher reden?",
    "ich bin nicht mehr bei der alten Firma, bitte schreiben Sie mir nur noch hierher.",
    "ich verzichte gern auf den Parkplatz, ich komme mit dem Rad.",
    "ich habe noch eine andere Referenz gefunden, meinen alten Küchenchef. In der Kantine habe ich im Mai aufgehört.",
    "am Montag stehe ich nicht zur Verfügung, sonst geht jeder Tag. Ich will Sie nicht weiter aufhalten.",
    "auf die Abendstelle bewerbe ich mich nicht, nur auf die am Morgen. Ist die noch frei?",
    "si les horaires sont fixes, je devrais renoncer. Pouvons-nous en parler avant ?",
    "je ne suis plus à mon ancienne adresse, merci de m'écrire ici.",
    "je renonce volontiers à la place de parking, je viens à vélo.",
    "j'ai trouvé une autre référence, mon ancien chef. J'ai quitté la cantine en mai.",
    "je ne suis pas disponible lundi, les autres jours me vont. Je ne veux pas vous déranger plus longtemps.",
    "je ne postule pas au poste du soir, seulement à celui du matin. Est-il encore libre ?",
    "si el turno es fijo tendría que retirarme. ¿Podemos hablarlo antes?",
    "ya no estoy en la dirección antigua, escríbanme aquí, por favor.",
    "renuncio encantada a la plaza de aparcamiento, voy en bici.",
    "he encontrado otra referencia, mi antiguo jefe de cocina. En el comedor lo dejé en mayo.",
    "el lunes no estoy disponible, cualquier otro día me va bien. No quiero molestar más.",
    "al puesto de tarde no me presento, solo al de mañana. ¿Sigue libre?",
    "se il turno è fisso dovrei rinunciare. Ne possiamo parlare prima?",
    "non sono più al vecchio indirizzo, scrivetemi qui per favore.",
    "rinuncio volentieri al posto auto, vengo in bici.",
    "ho trovato un'altra referenza, il mio vecchio capo cuoco. In mensa ho smesso a maggio.",
    "lunedì non sono disponibile, gli altri giorni vanno bene. Non voglio disturbare oltre.",
    "per il posto serale non mi candido, solo per quello del mattino. È ancora libero?",
    "se o turno for fixo teria de desistir. Podemos falar antes?",
    "já não estou na morada antiga, escrevam-me para aqui, por favor.",
    "prescindo do lugar de estacionamento, vou de bicicleta.",
    "encontrei outra referência, o meu antigo chefe de cozinha. Saí da cantina em maio.",
    "na segunda não estou disponível, nos outros dias posso. Não quero incomodar mais.",
    "à vaga da noite não me candidato, só à da manhã. Ainda está livre?",
    "als de dienst vaststaat zou ik moeten afhaken. Kunnen we eerst praten?",
    "ik zit niet meer op het oude adres, wilt u hierheen schrijven?",
    "van de parkeerplaats zie ik graag af, ik kom op de fiets.",
    "ik heb nog een andere referentie gevonden, mijn oude chef. In de kantine ben ik in mei gestopt.",
    "maandag ben ik niet beschikbaar, andere dagen wel. Ik wil u niet verder ophouden.",
    "op de avondbaan solliciteer ik niet, alleen op die in de ochtend. Is die nog vrij?",
    "jeśli zmiana jest stała, musiałabym zrezygnować. Czy możemy najpierw porozmawiać?",
    "nie mieszkam już pod starym adresem, proszę pisać tutaj.",
    "z miejsca parkingowego chętnie rezygnuję, przyjadę rowerem.",
    "znalazłam jeszcze inną osobę do referencji, dawnego szefa kuchni. Ze stołówki odeszłam w maju.",
    "w poniedziałek nie jestem dostępna, inne dni pasują. Nie chcę już przeszkadzać.",
    "na wieczorny etat nie aplikuję, tylko na poranny. Czy jest jeszcze wolny?",
    "vardiya sabitse çekilmem gerekir. Önce konuşabilir miyiz?",
    "artık eski adresimde değilim, lütfen buraya yazın.",
    "otopark yerinden vazgeçiyorum, bisikletle geleceğim.",
    "bir referans daha buldum, eski şefim. Yemekhaneden mayısta ayrıldım.",
    "pazartesi müsait değilim, diğer günler olur. Sizi daha fazla tutmak istemem.",
    "akşam işine başvurmuyorum, sadece sabahkine. Hâlâ boş mu?",
    "om passet är fast skulle jag behöva hoppa av. Kan vi prata först?",
    "jag är inte längre kvar på den gamla adressen, skriv hit i stället.",
    "jag avstår gärna från parkeringsplatsen, jag cyklar.",
    "jag har hittat en annan referens, min gamla kökschef. I matsalen slutade jag i maj.",
    "på måndag är jag inte tillgänglig, andra dagar går bra. Jag vill inte störa mer.",
    "kvällsjobbet söker jag inte, bara det på morgonen. Är det ledigt än?",
]


@pytest.mark.parametrize("text", WITHDRAWN)
def test_whoever_steps_back_withdraws(text: str) -> None:
    assert withdraws(text)


@pytest.mark.parametrize("text", DECLINED)
def test_an_offer_is_turned_down(text: str) -> None:
    answer = offer_answer(text)
    assert answer is not None
    assert not answer.accepts


@pytest.mark.parametrize("text", NEITHER)
def test_a_question_a_condition_and_other_noes_withdraw_nothing(text: str) -> None:
    assert not withdraws(text)
    assert offer_answer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "We have decided not to move forward with your application.",
        "Wir beenden das Verfahren und ziehen die Ausschreibung zurück.",
        "Hemos decidido no seguir adelante con tu candidatura.",
        "We moeten de procedure voor deze functie helaas stopzetten.",
    ],
)
def test_a_firm_that_ends_it_is_nobodys_own_withdrawal(text: str) -> None:
    assert not stepping_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "I cannot go on with my application, the page shows an error.",
        "Ich kann meine Bewerbung nicht fortsetzen, das Formular lädt nicht.",
        "Je ne peux pas continuer ma candidature, le formulaire se ferme.",
        "No puedo continuar con la solicitud, la página da error.",
        "Non riesco a continuare la candidatura, il modulo si chiude.",
        "Não consigo continuar a candidatura, o formulário fecha.",
        "Ik kan mijn sollicitatie niet voortzetten, het formulier hapert.",
        "Nie mogę kontynuować aplikacji, formularz się zamyka.",
        "Başvuruma devam edemiyorum, form kapanıyor.",
        "Jag kan inte fortsätta min ansökan, formuläret hänger sig.",
    ],
)
def test_a_page_that_fails_withdraws_nothing(text: str) -> None:
    assert not stepping_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "I won't be carrying on with my application after what I saw.",
        "Ich führe meine Bewerbung nicht fort.",
        "Je ne maintiens pas ma candidature.",
        "No voy a continuar con la candidatura.",
        "Não vou manter a candidatura.",
        "Ik zet mijn sollicitatie niet door.",
        "Nie podtrzymuję swojej kandydatury.",
        "Başvuruma devam etmeyeceğim.",
        "Jag fullföljer inte ansökan.",
    ],
)
def test_not_going_on_with_an_application_withdraws_it(text: str) -> None:
    assert stepping_back(text)


@given(
    st.sampled_from(WITHDRAWN[:7]),
    st.sampled_from(["If it is at night, ", "Unless it pays, "]),
)
def test_an_if_before_it_leaves_it_open(text: str, doubt: str) -> None:
    sentence = doubt + "I am stepping back"
    assert stepping_back(text)
    assert not stepping_back(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "I can't go ahead with the interview today, my train is late.",
        "I am no longer available for the interview on Tuesday at ten, sorry.",
        "Ich stehe am Dienstag leider nicht mehr zur Verfügung, aber am Mittwoch.",
        "Je ne suis plus disponible pour l'entretien de mardi, mais mercredi me va.",
    ],
)
def test_a_no_to_a_day_is_none_to_the_application(text: str) -> None:
    assert not withdraws(text)


def test_a_no_after_a_day_is_one() -> None:
    assert withdraws("After our talk on Tuesday, I no longer wish to be considered.")
    assert withdraws("Nach Dienstag stehe ich nicht mehr zur Verfügung, danke.")


def test_whoever_sends_their_papers_goes_on() -> None:
    text = "I decided to step away from teaching. My CV is attached."
    own = Message(
        "k",
        "k@mail.example",
        None,
        Address("Robin", "robin@person.example"),
        "Re: Night Porter",
        text,
        to=(Address("Kim", "kim@bright-harbour.example"),),
        is_sent=True,
    )
    assert withdraws(text)
    meaning = meaning_of_sent(own, is_in_thread=True, is_to_contact=True)
    assert meaning is not SentMeaning.WITHDRAWAL


TAKEN = [
    ("I've found another position and start in May.", "Good luck with the search!"),
    ("Ich habe inzwischen woanders unterschrieben.", "Alles Gute für Sie!"),
    ("J'ai signé ailleurs la semaine dernière.", "Bonne continuation !"),
    ("He aceptado otro trabajo más cerca.", "Mucha suerte con la búsqueda."),
    ("Ho accettato un altro lavoro.", "Grazie di tutto."),
    ("Aceitei outra proposta.", "Muito obrigada por tudo."),
    ("Ik heb een andere baan aangenomen.", "Succes met zoeken!"),
    ("Znalazłam inną pracę, bliżej domu.", "Dziękuję za wszystko."),
    ("Başka bir işe girdim, başka bir iş buldum.", "Her şey için teşekkürler."),
    ("Jag har fått ett annat jobb.", "Lycka till!"),
]
TOLD = [
    "I got the job at the garden centre in Oakley.",
    "I have accepted a place on a nursing course.",
    "Ich muss Ihnen leider absagen, die Kinder sind noch zu klein.",
    "Den Studienplatz habe ich gestern angenommen.",
    "Der Probetag hat sich erledigt.",
    "Je suis admise en formation d'aide-soignante.",
    "Me han contratado en la ferretería de al lado.",
    "Ho vinto il concorso delle Poste.",
    "Fui contratada por outra escola.",
    "Ik ben aangenomen bij de bakker om de hoek.",
]


@pytest.mark.parametrize(("text", "goodbye"), TAKEN)
def test_other_work_that_was_taken_is_asked_about_but_beside_a_goodbye(
    text: str, goodbye: str
) -> None:
    told, parting = stepping_back(text), stepping_back(f"{text} {goodbye}")
    assert told is not None
    assert (told.is_sure, told.words) == (False, text)
    assert parting is not None
    assert parting.is_sure


@pytest.mark.parametrize("text", TOLD)
@pytest.mark.parametrize("goodbye", ["", "Thank you for everything.", "Alles Gute!"])
def test_another_fact_is_asked_about_whatever_stands_beside_it(
    text: str, goodbye: str
) -> None:
    told = stepping_back(f"{text} {goodbye}")
    assert told is not None
    assert not told.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "I can start with a trial day on Monday, thank you for your time.",
        "We're moving to a new flat on the 3rd, so call my mobile. Thanks for your patience.",
        "I've found another copy of my certificate. Sorry for the trouble.",
        "I'm staying with my sister in Leeds that week. Sorry for the trouble, ten works.",
        "Ich fange gern im August bei Ihnen an. Vielen Dank für das Gespräch.",
        "Das hat sich erledigt, die Datei ließ sich öffnen. Danke für die Hilfe!",
        "Wir ziehen im Mai um, meine Adresse ändert sich. Danke für Ihr Verständnis.",
        "J'ai trouvé un emploi du temps qui convient. Merci de votre aide.",
        "Je commence lundi chez vous, merci pour tout.",
        "He encontrado trabajo de fin de grado que le interesa. Gracias por su tiempo.",
        "Da lunedì lavoro con voi, grazie di tutto.",
        "Consegui trabalho voluntário aos sábados. Obrigado por tudo.",
        "We verhuizen in mei, hier is mijn nieuwe adres. Bedankt voor uw geduld.",
        "Od poniedziałku pracuję zdalnie, proszę dzwonić. Dziękuję za pomoc.",
        "Pazartesi sizde işe başlıyorum, teşekkürler.",
        "Jag har fått jobb på prov hos er, tack för förtroendet.",
    ],
)
def test_thanks_beside_what_people_write_who_go_on_say_nothing(text: str) -> None:
    assert stepping_back(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "I have withdrawn my application at the other bakery, yours is the one I want.",
        "I had withdrawn from your process once before, three years ago.",
        "I'm no longer looking for weekend work, weekdays suit me now.",
        "Could I withdraw my application and send it again?",
        "Bei der anderen Kita habe ich meine Bewerbung zurückgezogen.",
        "Damals hatte ich meine Bewerbung zurückgezogen.",
        "Kann ich meine Bewerbung zurückziehen und neu einreichen?",
        "Die Frage nach dem Parkplatz hat sich erledigt.",
        "Puis-je retirer ma candidature pour corriger une erreur ?",
        "J'avais retiré ma candidature l'an dernier.",
        "He retirado mi candidatura en el otro hotel.",
        "Ya no busco trabajo de noches.",
        "Non cerco più lavoro part time.",
        "Já não procuro trabalho em part-time.",
        "Kan ik mijn sollicitatie intrekken en opnieuw sturen?",
        "Rok temu wycofałam swoją aplikację, teraz próbuję znowu.",
        "Öbür şirketteki başvurumu geri çektim.",
        "Förra året drog jag tillbaka min ansökan.",
    ],
)
def test_what_is_left_elsewhere_or_long_ago_or_asked_about_is_none(text: str) -> None:
    assert stepping_back(text) is None
    assert not withdraws(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to withdraw from the Mill Lane shop. The Castle Street one is perfect, I'd love to start there.",
        "Für die Filiale Nord ziehe ich meine Bewerbung zurück, auf Süd freue ich mich sehr, da freue mich auf den Probetag.",
    ],
)  # fmt: skip
def test_whoever_wishes_to_go_on_as_well_is_asked(text: str) -> None:
    told = stepping_back(text)
    assert told is not None
    assert not told.is_sure


def test_a_fact_beside_a_wish_to_go_on_says_nothing() -> None:
    text = "I have found another job for the evenings. I'm still very keen on yours."
    assert stepping_back(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your reply. I have found a job elsewhere for my Saturdays.",
        "Sorry for the late answer. I've started another job in the evenings.",
        "Danke für die Einladung. Ich habe mich für eine andere Stelle entschieden.",
        "Merci pour votre retour. J'ai trouvé un autre emploi pour mes samedis.",
        "Gracias por la llamada. He encontrado otro trabajo de fines de semana.",
        "Grazie, ho trovato un altro lavoro il sabato sera. Buona continuazione.",
        "Obrigada pela resposta. Encontrei outro trabalho para os sábados.",
        "Bedankt voor je bericht. Ik heb een andere baan gevonden voor de zaterdagen.",
        "Dziękuję za wiadomość. Znalazłam inną pracę na soboty. Życzę miłego dnia.",
        "Mesajınız için teşekkürler. Cumartesileri için başka bir iş buldum.",
        "Tack för ditt svar. Jag har fått ett annat jobb på lördagar.",
    ],
)
def test_thanks_for_an_answer_and_an_excuse_are_no_goodbye(text: str) -> None:
    told = stepping_back(text)
    assert told is not None
    assert not told.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "After much thought I have decided not to go on with the archive post.",
        "Agradeço, mas não contem comigo para a vaga.",
        "Lo siento, no cuenten conmigo más para el puesto.",
    ],
)
def test_a_thought_and_a_negated_wish_to_be_counted_on_leave_it_sure(text: str) -> None:
    told = stepping_back(text)
    assert told is not None
    assert told.is_sure


def test_whoever_only_thought_of_it_withdraws_nothing() -> None:
    assert stepping_back("I thought about withdrawing my application.") is None


@pytest.mark.parametrize(
    "own",
    [
        "I'm writing to let you know that I have accepted another post and so won't be coming on"
        " Tuesday.",
        "I have accepted another job. I hope that you can give my slot to somebody else.",
        "Ich habe eine andere Stelle angenommen und komme am Dienstag daher nicht.",
        "J'ai accepté un autre poste et ne viendrai donc pas mardi.",
        "Ik heb een andere baan aangenomen en kom dinsdag dus niet.",
        "He aceptado otro puesto y no iré el martes.",
    ],
)
def test_who_took_other_work_and_does_not_come_is_out_of_it(own: str) -> None:
    found = stepping_back(own)
    assert found is not None
    assert found.is_sure


@pytest.mark.parametrize(
    "own",
    [
        "I'm not well and won't be coming on Tuesday. Could we find another day?",
        "My partner has accepted another post and won't be coming on Tuesday, but I will.",
        "I have accepted another appointment on Tuesday, so I won't be there before three.",
    ],
)
def test_who_does_not_come_for_another_reason_is_not(own: str) -> None:
    assert stepping_back(own) is None


@pytest.mark.parametrize(
    "text",
    [
        "I thought about it over the weekend and with the early starts I would rather not go any further with this one.",
        "I have thought it over and I'd prefer not to continue with the process.",
        "I've thought long about your terms and wish to withdraw my application.",
    ],
)
def test_who_thought_about_it_first_is_as_sure(text: str) -> None:
    told = stepping_back(text)
    assert told is not None
    assert told.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "I thought of it and was going to step back.",
        "I had thought I would withdraw from the process.",
        "I thought about pulling out of the process.",
    ],
)
def test_a_thought_of_stepping_back_is_none_of_these(text: str) -> None:
    assert stepping_back(text) is None
