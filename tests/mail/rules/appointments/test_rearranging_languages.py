from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.moved_words import hinted, phrases_of
from onward.mail.rules.appointments.rearranging import Turn, turn_of
from onward.mail.rules.basics.language import codes


@pytest.mark.parametrize(
    "text",
    [
        "Nous déplaçons les entretiens au vendredi 4 décembre.",
        "Movemos tu entrevista al viernes.",
        "Pasamos las entrevistas al viernes 4 de diciembre.",
        "Estamos a mudar as entrevistas para sexta-feira.",
        "We verplaatsen de gesprekken naar vrijdag 4 december.",
        "Vi flyttar intervjuerna till fredag den 4 december.",
        "Votre entretien de jeudi a été reporté au mardi 18 août.",
        "Nous sommes malheureusement contraints de décaler notre rendez-vous.",
        "L’entretien est déplacé à 15h, dites-moi si cela vous convient.",
        "Serait-il possible d'avancer notre entretien à 9h ?",
        "Voici un nouvel horaire pour votre entretien : vendredi à 10h.",
        "L'entretien aura finalement lieu vendredi.",
        "Je dois annuler notre entretien de demain. Seriez-vous disponible vendredi à la place ?",
        "Lamentablemente tenemos que aplazar la entrevista del jueves.",
        "La entrevista ha sido reprogramada para el viernes.",
        "Hemos movido tu entrevista al viernes, dime si te viene bien.",
        "¿Sería posible adelantar nuestra llamada a las 9?",
        "Se cambia la entrevista al lunes por un viaje.",
        "Mañana no puedo asistir a nuestra entrevista. ¿Te va bien el lunes?",
        "Purtroppo dobbiamo spostare il colloquio di giovedì.",
        "Il colloquio è stato rinviato a venerdì 14 agosto.",
        "Il colloquio slitta a venerdì.",
        "Potremmo anticipare la chiamata alle 9?",
        "Abbiamo spostato il colloquio alle 15, ci faccia sapere se le va bene.",
        "Infelizmente precisamos remarcar a sua entrevista.",
        "A entrevista foi adiada para sexta-feira.",
        "Tivemos de alterar a entrevista para as 15h.",
        "Seria possível antecipar a nossa conversa para as 9h?",
        "Segue a nova data para a entrevista: 12 de agosto.",
        "Helaas moeten we het gesprek van donderdag verzetten.",
        "Het sollicitatiegesprek is verplaatst naar vrijdag.",
        "Kunnen we onze afspraak een uur vervroegen?",
        "Hierbij de nieuwe datum voor je gesprek: 12 augustus.",
        "Het gesprek is verschoven naar 15.00 uur, laat even weten of dat lukt.",
        "Niestety musimy przełożyć rozmowę na piątek.",
        "Rozmowa w piątek o godz. 10 została przesunięta na poniedziałek.",
        "Czy moglibyśmy przesunąć nasze spotkanie na 9:00?",
        "Przenosimy rozmowę na wtorek.",
        "Podaję nowy termin rozmowy: 12 sierpnia.",
        "Perşembe günkü görüşmemiz cuma gününe ertelendi.",
        "Maalesef mülakatı ertelemek zorundayız.",
        "Görüşmenizi saat 15.00'e aldık.",
        "Görüşmeyi bir saat öne alabilir miyiz?",
        "Mülakat tarihi değişmiştir.",
        "Tyvärr måste vi flytta intervjun på torsdag.",
        "Intervjun har bokats om till fredag.",
        "Kan vi tidigarelägga samtalet till kl. 9?",
        "Intervjun kl. 10 flyttas till eftermiddagen.",
        "Här är en ny tid för din intervju.",
        "Vi måste ställa in dagens intervju. Passar måndag i stället?",
        "Pourrions-nous déplacer l'entretien à mardi, s'il vous plaît ?",
        "Nous avons besoin de déplacer notre entretien.",
        "Nous devons décaler l'entretien à mardi, si cela vous convient.",
        "L'entretien de recrutement est reporté à mardi.",
        "La entrevista se aplaza al lunes, si te va bien.",
        "Tenemos que mover la entrevista al lunes, si le parece bien.",
        "Quería saber si sería posible adelantar la entrevista.",
        "Si può spostare il colloquio?",
        "Dobbiamo spostare il colloquio a lunedì, se per lei va bene.",
        "Il colloquio di selezione è stato spostato a lunedì.",
        "Importa-se de adiar a entrevista?",
        "Vamos precisar remarcar a entrevista.",
        "A entrevista para a vaga foi adiada.",
        "Temos de adiar a entrevista para segunda, se lhe for conveniente.",
        "Als gevolg van ziekte moeten we het gesprek verzetten.",
        "Het gesprek voor de vacature is verplaatst.",
        "We moeten het gesprek verzetten naar maandag, als dat voor u schikt.",
        "Musimy przełożyć rozmowę na wtorek, jeśli to Pani odpowiada.",
        "Görüşmeyi ertelemek durumunda kaldık.",
        "İşe alım sürecindeki görüşmemiz ertelendi.",
        "Görüşmemizi ertelemek zorundayız, sizin için uygun ise.",
        "Vi måste boka om tiden för intervjun.",
        "Rekryteringsintervjun har flyttats till fredag.",
        "Vi behöver flytta intervjun till fredag om det går bra för dig.",
        "We need to move your interview to Friday, if that works for you.",
        "Wir müssen das Gespräch auf Freitag verschieben, wenn das für Sie passt.",
        "We have moved your interview to Friday, let me know if that suits you.",
        "I have to cancel our interview. Would Monday at 11 work instead?",
        "A family matter forces me to move our interview.",
        "Ein Wasserschaden zwingt uns, das Gespräch zu verschieben.",
        "Une urgence m’oblige à décaler notre entretien.",
        "Un imprevisto nos obliga a aplazar la entrevista.",
        "Un impegno ci costringe a spostare il colloquio.",
        "Um imprevisto obriga-nos a adiar a entrevista.",
        "Ziekte dwingt ons het gesprek te verzetten.",
        "Ett sjukdomsfall tvingar oss att flytta intervjun.",
    ],
)
def test_plain_words_move_an_interview(text: str) -> None:
    assert turn_of(subject="", text=f"Ana,\n\n{text}") is Turn.MOVED


@pytest.mark.parametrize(
    "text",
    [
        "Votre entretien de jeudi est annulé.",
        "Nous sommes contraints d'annuler notre entretien de demain.",
        "L'entretien n'aura finalement pas lieu.",
        "Je ne pourrai pas assurer notre entretien de demain.",
        "La entrevista del jueves queda cancelada.",
        "Nos vemos obligados a cancelar la entrevista.",
        "La entrevista no se celebrará.",
        "Il colloquio di giovedì è stato annullato.",
        "Siamo costretti a disdire il colloquio.",
        "Il colloquio non si terrà.",
        "A entrevista de quinta-feira foi cancelada.",
        "Infelizmente temos de desmarcar a entrevista.",
        "A entrevista de quinta não se realizará.",
        "A entrevista não vai realizar-se.",
        "A entrevista de quinta não poderá realizar-se.",
        "Het gesprek van donderdag gaat helaas niet door.",
        "We moeten de afspraak annuleren.",
        "Het gesprek is geannuleerd.",
        "Rozmowa w czwartek została odwołana.",
        "Musimy odwołać jutrzejsze spotkanie.",
        "Rozmowa niestety się nie odbędzie.",
        "Perşembe günkü görüşme iptal edildi.",
        "Mülakatı iptal etmek zorundayız.",
        "Görüşme ne yazık ki gerçekleşemeyecek.",
        "Intervjun på torsdag är inställd.",
        "Vi måste tyvärr ställa in intervjun.",
        "Samtalet blir tyvärr inte av.",
        "I will not be able to make our interview on Thursday.",
    ],
)
def test_plain_words_call_an_interview_off(text: str) -> None:
    assert turn_of(subject="", text=f"Ana,\n\n{text}") is Turn.CANCELLED


@pytest.mark.parametrize(
    "text",
    [
        "Si vous devez reporter l'entretien, cliquez sur ce lien.",
        "Vous pouvez déplacer ou annuler votre entretien ici.",
        "L'entretien sera annulé si vous ne confirmez pas.",
        "Le processus de recrutement est reporté, les entretiens suivront.",
        "Votre commande a été annulée.",
        "Nous avons avancé dans l'étude des dossiers.",
        "Si necesitas cambiar la entrevista, avísanos.",
        "Puedes reprogramar o cancelar la entrevista en este enlace.",
        "El proceso de selección ha sido aplazado, las entrevistas seguirán.",
        "Tu pedido ha sido cancelado.",
        "Se desidera spostare il colloquio, ci scriva.",
        "Può annullare il colloquio con questo link.",
        "La selezione è stata rinviata, i colloqui seguiranno.",
        "Se precisar remarcar a entrevista, responda a este e-mail.",
        "Pode cancelar ou remarcar a entrevista aqui.",
        "O processo foi adiado, e as entrevistas também.",
        "Als je het gesprek wilt verzetten, bel ons dan.",
        "Je kunt de afspraak hier annuleren of verplaatsen.",
        "De sollicitatieprocedure is uitgesteld, de gesprekken volgen.",
        "Jeśli musi Pani przełożyć rozmowę, proszę o telefon.",
        "Aby odwołać spotkanie, kliknij tutaj.",
        "Proces rekrutacji został przesunięty, rozmowy wkrótce.",
        "Görüşmeyi ertelemek isterseniz lütfen bize yazın.",
        "Görüşmenizi bu bağlantıdan iptal edebilirsiniz.",
        "İşe alım süreci ertelendi, görüşmeler sürecek.",
        "Om du behöver boka om intervjun, hör av dig.",
        "Du kan avboka intervjun via länken.",
        "Rekryteringsprocessen har skjutits upp, intervjuer kommer.",
        "Avez-vous besoin de reporter l'entretien ?",
        "La entrevista se cancela si no te va bien el lunes.",
        "Si es posible cambiar la entrevista, te avisaremos.",
        "Il colloquio sarà annullato se non va bene.",
        "A entrevista foi cancelada se não confirmar.",
        "Vi måste ställa in intervjun om det inte går.",
        "Nous avons hâte de vous rencontrer en entretien vendredi à 10h.",
        "Wir freuen uns auf das Gespräch am Freitag.",
    ],
)
def test_what_the_person_may_do_moves_nothing(text: str) -> None:
    assert turn_of(subject="", text=text) is Turn.NONE


@pytest.mark.parametrize(
    ("subject", "turn"),
    [
        ("Report de votre entretien", Turn.MOVED),
        ("RE : Nouvel horaire", Turn.MOVED),
        ("Entrevista aplazada", Turn.MOVED),
        ("Colloquio spostato a venerdì", Turn.MOVED),
        ("Reagendamento da entrevista", Turn.MOVED),
        ("Gesprek verplaatst", Turn.MOVED),
        ("Odp: Zmiana terminu rozmowy", Turn.MOVED),
        ("Mülakat saati değişikliği", Turn.MOVED),
        ("SV: Ny tid för intervju", Turn.MOVED),
        ("Annulé : Entretien", Turn.CANCELLED),
        ("Cancelado: Entrevista", Turn.CANCELLED),
        ("Annullato: Colloquio", Turn.CANCELLED),
        ("Geannuleerd: Gesprek", Turn.CANCELLED),
        ("Odwołane: Rozmowa", Turn.CANCELLED),
        ("İptal edildi: Görüşme", Turn.CANCELLED),
        ("Inställt: Intervju", Turn.CANCELLED),
        ("Report on your interview", Turn.NONE),
        ("Entretien", Turn.NONE),
    ],
)
def test_the_subject_alone_can_say_it(subject: str, turn: Turn) -> None:
    assert turn_of(subject=subject, text="") is turn


@given(st.sampled_from(codes()), st.data())
def test_each_language_is_looked_for_by_its_hints(
    language: str, data: st.DataObject
) -> None:
    hints = _hints(language)
    hint = data.draw(st.sampled_from(hints))
    assert phrases_of(language) in hinted(f"… {hint} …")


def _hints(language: str) -> list[str]:
    from onward.mail.rules.appointments import moved_words

    return list(moved_words._file()[language]["hints"])


@given(
    st.lists(st.sampled_from(_hints("fr") + _hints("tr") + _hints("sv")), max_size=9)
)
def test_any_words_have_a_turn(words: list[str]) -> None:
    text = " ".join([*words, "entretien görüşme intervju"])
    assert turn_of(subject=text, text=text) in set(Turn)


_ODD = st.sampled_from(["İ", "I", "ı", "ſ", "i̇", "K", " ", ".", ">", "On a wrote:\n"])
_ALL_HINTS = sorted({hint for code in codes() for hint in _hints(code)})
_OWN = st.sampled_from([*_ALL_HINTS, "görüşme", "interview", "iptal edildi"])


@given(
    st.lists(_OWN | _OWN.map(str.upper) | _ODD, max_size=12), st.sampled_from(["", " "])
)
def test_no_letter_stops_the_reading(parts: list[str], between: str) -> None:
    text = between.join(parts)
    assert turn_of(subject=text, text=text) in set(Turn)
