"""What ends a job that the reader has, told in ten languages, and the offers and noes beside it."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict
from onward.mail.rules.verdicts.ended_job import tells_of_ended_job

_ENDED = [
    ("Comunicación de extinción de contrato", "Estimada Inés:\n\nPor medio de la presente le comunicamos que, por causas organizativas, la empresa procede a la extinción de su contrato de trabajo con efectos del 31 de agosto de 2026. Lamentamos esta decisión y le agradecemos los diecinueve años de dedicación como encargada de almacén.\n\nTiene a su disposición la liquidación y el finiquito en el departamento de Recursos Humanos.\n\nAtentamente,\nRecursos Humanos\nAlmacenes Benicalap, S.A."),
    ("Extinción de contrato", "Estimada Inés:\n\nLe comunicamos la extinción de su contrato por causas organizativas con efectos del 31 de agosto."),
    ("Carta de despido", "Estimada Inés:\n\nLe comunicamos su despido objetivo con efectos del 31 de agosto de 2026. El finiquito está a su disposición."),
    ("Fin de contrato", "Estimada Inés:\n\nPor medio de la presente le comunicamos que su contrato de trabajo finaliza el 31 de agosto de 2026. Le agradecemos los diecinueve años de dedicación como encargada de almacén."),
    ("No renovación", "Estimada Inés:\n\nLe comunicamos que no se renovará su contrato temporal como encargada de almacén, que vence el 31 de agosto."),
    ("Su contrato", "Estimada Inés:\n\nHemos decidido no prorrogar tu contrato, que termina el 31 de agosto. Gracias por tu trabajo."),
    ("Amortización de su puesto", "Estimada Inés:\n\nLe informamos de que su puesto de trabajo ha sido amortizado. Su último día de trabajo será el 31 de agosto."),
    ("Despido", "Estimada señora:\n\nLa dirección ha decidido proceder a su despido disciplinario con efectos de hoy. Tiene a su disposición el finiquito."),
    ("Baja voluntaria", "Hola Inés:\n\nHemos recibido tu carta de baja voluntaria. Tu último día será el 31 de agosto."),
    ("Resolución del contrato", "Estimada Inés:\n\nPor la presente damos por resuelto su contrato de trabajo como jefa de turno a partir del 31 de agosto."),
    ("ERE", "Estimada Inés:\n\nSu contrato queda extinguido como consecuencia del expediente de regulación de empleo. La indemnización se abonará con la última nómina."),
    ("Termination of your employment contract", "Dear Ines,\n\nWe are writing to inform you that your employment contract as warehouse lead is terminated with effect from 31 August 2026. Your final salary will be paid with the August payroll."),
    ("Your position", "Dear Ines,\n\nI am sorry to confirm that your position has been made redundant. Your last working day is 31 August. Thank you for nineteen years with us."),
    ("Notice of redundancy", "Dear Ines,\n\nI regret to confirm that you are being made redundant as warehouse lead. You are entitled to twelve weeks' notice and a statutory redundancy payment."),
    ("Termination of employment", "Dear Ines,\n\nThis letter is to give you notice of the termination of your employment with Benton Stores, effective 31 August. Your final pay will follow."),
    ("Notice of termination", "Dear Ines,\n\nPlease accept this letter as formal notice that your employment will be terminated on 31 August 2026 owing to the closure of the site."),
    ("Your fixed-term contract", "Dear Ines,\n\nWe have decided not to renew your fixed-term contract as warehouse lead, which expires on 31 August."),
    ("Letter of dismissal", "Dear Ines,\n\nFollowing the hearing on 20 July we have decided to dismiss you. Your dismissal takes effect today."),
    ("Layoff notice", "Dear Ines,\n\nWe are sorry to let you know that we are laying you off from your position as warehouse lead, effective August 31. A severance package is attached."),
    ("Your role", "Hi Ines,\n\nAs we discussed, we have to let you go. Your role as shift lead has been eliminated and your last day is Friday."),
    ("End of assignment", "Hi Ines,\n\nThe client has ended your assignment as forklift driver. Please return your badge by Friday."),
    ("Kündigung Ihres Arbeitsverhältnisses", "Sehr geehrte Frau Valdivia,\n\nhiermit kündigen wir das mit Ihnen bestehende Arbeitsverhältnis als Lagerleiterin zum 31. August 2026."),
    ("Kündigung", "Sehr geehrte Frau Valdivia,\n\nhiermit kündigen wir den mit Ihnen geschlossenen Arbeitsvertrag fristgerecht aus betriebsbedingten Gründen zum 31. August 2026. Wir bedauern diesen Schritt und danken Ihnen für die geleistete Arbeit."),
    ("Betriebsbedingte Kündigung", "Sehr geehrte Frau Valdivia,\n\nwir sprechen Ihnen hiermit die ordentliche betriebsbedingte Kündigung Ihres Arbeitsverhältnisses als Lagerleiterin zum 31. August aus."),
    ("Ihr befristeter Vertrag", "Sehr geehrte Frau Valdivia,\n\nIhr befristeter Arbeitsvertrag läuft am 31. August aus und wird nicht verlängert."),
    ("Ihr Vertrag", "Liebe Frau Valdivia,\n\nleider können wir Ihren befristeten Vertrag als Lagerleiterin nicht verlängern."),
    ("Aufhebungsvertrag", "Sehr geehrte Frau Valdivia,\n\nanbei der Aufhebungsvertrag, mit dem Ihr Arbeitsverhältnis zum 31. August endet. Bitte unterschreiben Sie ihn bis Freitag."),
    ("Beendigung des Arbeitsverhältnisses", "Sehr geehrte Frau Valdivia,\n\nIhr Arbeitsplatz fällt weg. Wir müssen Ihnen daher zum 31. August kündigen."),
    ("Auflösung des Dienstverhältnisses", "Sehr geehrte Frau Valdivia,\n\nwir teilen Ihnen die Auflösung Ihres Dienstverhältnisses zum 31. August mit. Ihre Endabrechnung erhalten Sie im September."),
    ("Bestätigung Ihrer Kündigung", "Sehr geehrte Frau Valdivia,\n\nwir bestätigen den Eingang Ihrer Kündigung vom 1. Juli. Ihr Arbeitsverhältnis als Lagerleiterin endet zum 31. August."),
    ("Notification de licenciement", "Madame,\n\nNous vous notifions votre licenciement pour motif économique. Votre préavis d'une durée de deux mois débutera à la première présentation de cette lettre."),
    ("Licenciement", "Madame,\n\nNous avons le regret de vous informer que nous sommes contraints de procéder à votre licenciement. Votre poste de responsable d'entrepôt est supprimé."),
    ("Rupture conventionnelle", "Madame,\n\nVotre rupture conventionnelle a été homologuée. Votre contrat de travail sera rompu le 31 août."),
    ("Fin de votre contrat", "Madame,\n\nNous vous confirmons que votre contrat de travail de responsable d'entrepôt se termine le 31 août. Votre solde de tout compte vous sera remis ce jour-là."),
    ("Votre CDD", "Madame,\n\nNous ne renouvellerons pas votre contrat à durée déterminée de cariste, qui s'achève le 31 août."),
    ("Votre démission", "Madame,\n\nNous accusons réception de votre démission de votre poste de responsable d'entrepôt. Votre dernier jour de travail sera le 31 août."),
    ("Résiliation de votre contrat de travail", "Madame,\n\nPar la présente, nous résilions votre contrat de travail pour le 31 août, en respectant le délai de congé de deux mois."),
    ("Congé", "Madame,\n\nNous vous signifions votre congé pour le 31 août. Nous vous remercions pour vos années de travail."),
    ("Rupture du contrat", "Madame,\n\nL'entreprise procède à la rupture de votre contrat de travail pour motif économique avec effet au 31 août."),
    ("Licenziamento", "Gentile signora,\n\nle comunichiamo il suo licenziamento per giustificato motivo oggettivo con effetto dal 31 agosto. Le spettanze di fine rapporto saranno liquidate con la busta paga di settembre."),
    ("Lettera di licenziamento", "Gentile signora,\n\nsiamo costretti a licenziarla per la soppressione del suo posto di lavoro come responsabile di magazzino."),
    ("Cessazione del rapporto di lavoro", "Gentile signora,\n\ncon la presente le comunichiamo la cessazione del suo rapporto di lavoro come responsabile di magazzino con effetto dal 31 agosto."),
    ("Contratto a termine", "Gentile Ines,\n\nabbiamo deciso di non rinnovare il suo contratto a termine, che scade il 31 agosto."),
    ("Risoluzione", "Gentile Ines,\n\nla informiamo che il suo contratto di lavoro si intende risolto a decorrere dal 31 agosto."),
    ("Dimissioni", "Gentile Ines,\n\nabbiamo ricevuto le sue dimissioni. Il suo ultimo giorno di lavoro sarà il 31 agosto."),
    ("Recesso", "Gentile Ines,\n\ncon la presente esercitiamo il recesso dal contratto di lavoro con lei in essere, con preavviso fino al 31 agosto."),
    ("Despedimento", "Exma. Senhora,\n\nComunicamos-lhe o seu despedimento por extinção do posto de trabalho, com efeitos a 31 de agosto. A compensação será paga com o último vencimento."),
    ("Cessação do contrato de trabalho", "Exma. Senhora,\n\nVimos por este meio comunicar a cessação do seu contrato de trabalho como encarregada de armazém com efeitos a 31 de agosto."),
    ("Não renovação", "Exma. Senhora,\n\nComunicamos que não iremos renovar o seu contrato a termo, que caduca em 31 de agosto."),
    ("Aviso prévio", "Prezada Inês,\n\nComunicamos a sua demissão sem justa causa. Seu último dia de trabalho será 31 de agosto. A rescisão será paga em dez dias."),
    ("Rescisão", "Prezada Inês,\n\nInformamos que o seu contrato de trabalho será rescindido em 31 de agosto."),
    ("Dispensa", "Prezada Inês,\n\nLamentamos informar que a empresa decidiu dispensá-la do cargo de encarregada de armazém a partir de 31 de agosto."),
    ("Ontslag", "Beste Ines,\n\nHierbij zeggen wij je arbeidsovereenkomst op per 31 augustus, wegens bedrijfseconomische redenen."),
    ("Ontslagbrief", "Geachte mevrouw Valdivia,\n\nHierbij bevestigen wij uw ontslag als magazijnchef per 31 augustus. De eindafrekening volgt in september."),
    ("Aanzegging", "Geachte mevrouw Valdivia,\n\nUw tijdelijke contract loopt af op 31 augustus en wij zullen het niet verlengen."),
    ("Opzegging arbeidsovereenkomst", "Geachte mevrouw Valdivia,\n\nWij delen u mee dat wij de arbeidsovereenkomst met u beëindigen met ingang van 31 augustus."),
    ("Je functie", "Beste Ines,\n\nJe functie als teamleider komt te vervallen. Je dienstverband eindigt op 31 augustus."),
    ("Bevestiging opzegging", "Beste Ines,\n\nWij hebben je opzegging ontvangen. Je laatste werkdag is 31 augustus."),
    ("Wypowiedzenie umowy o pracę", "Szanowna Pani,\n\nwypowiadamy Pani umowę o pracę z zachowaniem trzymiesięcznego okresu wypowiedzenia, który upłynie 31 sierpnia."),
    ("Wypowiedzenie", "Szanowna Pani,\n\nz przykrością informujemy o rozwiązaniu z Panią umowy o pracę z powodu likwidacji stanowiska kierownika magazynu."),
    ("Koniec umowy", "Szanowna Pani,\n\nPani umowa na czas określony kończy się 31 sierpnia i nie zostanie przedłużona."),
    ("Zwolnienie", "Szanowna Pani,\n\ninformujemy o zwolnieniu Pani z pracy na stanowisku kierownika magazynu z dniem 31 sierpnia."),
    ("Rozwiązanie stosunku pracy", "Szanowna Pani,\n\npracodawca rozwiązuje z Panią stosunek pracy ze skutkiem na 31 sierpnia."),
    ("Fesih bildirimi", "Sayın Valdivia,\n\niş sözleşmeniz 31 Ağustos itibarıyla feshedilmiştir. Kıdem tazminatınız hesabınıza yatırılacaktır."),
    ("İşten çıkarma", "Sayın Valdivia,\n\nne yazık ki işten çıkarıldığınızı bildirmek zorundayız. Son iş gününüz 31 Ağustos'tur."),
    ("İş akdinin feshi", "Sayın Valdivia,\n\niş akdinizi ekonomik nedenlerle sona erdiriyoruz. İhbar süreniz 31 Ağustos'ta doluyor."),
    ("Sözleşmeniz", "Sayın Valdivia,\n\nbelirli süreli sözleşmenizi yenilemeyeceğiz. Sözleşmeniz 31 Ağustos'ta sona eriyor."),
    ("Bildirim", "Sayın Valdivia,\n\niş sözleşmenizin feshine karar verilmiştir. Depo sorumlusu olarak emekleriniz için teşekkür ederiz."),
    ("Uppsägning", "Hej Ines,\n\nHärmed sägs du upp från din anställning som lagerchef på grund av arbetsbrist. Din uppsägningstid är tre månader."),
    ("Besked om uppsägning", "Hej Ines,\n\nVi har beslutat att säga upp dig från din tjänst som lagerchef. Sista anställningsdag är den 31 augusti."),
    ("Din anställning", "Hej Ines,\n\nDin visstidsanställning löper ut den 31 augusti och kommer inte att förlängas."),
    ("Avsked", "Hej Ines,\n\nVi meddelar härmed att din anställning som lagerchef upphör den 31 augusti."),
    ("Din uppsägning", "Hej Ines,\n\nVi bekräftar att vi har tagit emot din uppsägning. Sista arbetsdag blir den 31 augusti."),
]  # fmt: skip

_OFFERED = [
    ("Your offer", "Dear Ines,\n\nWe are delighted to offer you the position of warehouse lead. Your contract of employment is attached; it may be terminated with four weeks' notice by either side.\n\nHR"),
    ("Contract of employment", "Dear Ines,\n\nPlease find attached your employment contract for the post of warehouse lead. After the probationary period your employment can be terminated by giving four weeks' notice. Please sign and return it.\n\nHR"),
    ("Ihr Arbeitsvertrag", "Sehr geehrte Frau Valdivia,\n\nwir freuen uns, Ihnen die Stelle als Lagerleiterin anzubieten. Das Arbeitsverhältnis kann mit einer Frist von vier Wochen gekündigt werden.\n\nPersonal"),
    ("Ihr Arbeitsvertrag", "Sehr geehrte Frau Valdivia,\n\nanbei Ihr Arbeitsvertrag zur Unterschrift. Die Kündigungsfrist beträgt vier Wochen, während der Probezeit zwei.\n\nPersonal"),
    ("Promesse d'embauche", "Madame,\n\nNous avons le plaisir de vous proposer le poste de responsable d'entrepôt. Votre contrat pourra être rompu par chacune des parties avec un préavis d'un mois.\n\nRH"),
    ("Oferta", "Estimada Inés:\n\nNos complace ofrecerle el puesto de encargada de almacén. Su contrato podrá extinguirse por cualquiera de las partes con un preaviso de quince días.\n\nRRHH"),
    ("Oferta", "Estimada Inés:\n\nTe ofrecemos el puesto de jefa de turno con contrato temporal. Tu contrato termina el 30 de junio y puede prorrogarse.\n\nRRHH"),
    ("Proposta", "Gentile Ines,\n\nsiamo lieti di offrirle il posto di responsabile di magazzino. Il suo contratto scade il 30 giugno.\n\nHR"),
    ("Proposta", "Cara Inês,\n\nÉ com prazer que lhe propomos o lugar de encarregada de armazém. O seu contrato termina a 30 de junho.\n\nRH"),
    ("Aanbod", "Beste Ines,\n\nWe bieden je graag de functie van magazijnchef aan. Je contract eindigt op 30 juni.\n\nHR"),
    ("Oferta pracy", "Szanowna Pani,\n\nz przyjemnością oferujemy Pani stanowisko kierownika magazynu. Pani umowa kończy się 30 czerwca.\n\nHR"),
    ("Erbjudande", "Hej Ines,\n\nVi är glada att kunna erbjuda dig tjänsten som lagerchef. Din anställning upphör den 30 juni.\n\nHR"),
    ("İş teklifi", "Sayın Valdivia,\n\nsize depo sorumlusu pozisyonunu teklif etmekten mutluluk duyuyoruz. İş sözleşmeniz 30 Haziran'da sona erer.\n\nİK"),
]  # fmt: skip

_OF_SEARCH = [
    ({Verdict.REJECTION, Verdict.POSITION_CLOSED}, "Your offer", "Dear Ines,\n\nWe are sorry that we have to withdraw our offer of employment. All hiring has been frozen.\n\nHR"),
    ({Verdict.REJECTION}, "Warehouse lead", "Dear Ines,\n\nThank you for applying for the permanent post. We have chosen another candidate. Your temporary contract ends on 31 August as agreed.\n\nHR"),
    ({Verdict.REJECTION}, "Su candidatura", "Estimada Inés:\n\nGracias por su candidatura al puesto fijo de encargada. Hemos elegido a otra persona. Su contrato temporal finaliza el 31 de agosto, como estaba previsto.\n\nRRHH"),
    ({Verdict.INFORMATION_REQUEST}, "Warehouse lead", "Dear Ines,\n\nThank you for your application. Could you tell us when your current contract ends and send us a copy of your CV?\n\nHR"),
    ({Verdict.INFORMATION_REQUEST}, "Su candidatura", "Estimada Inés:\n\nPara seguir con su candidatura necesitamos que nos envíe la carta de despido de su última empresa y la vida laboral.\n\nRRHH"),
    ({Verdict.OUTREACH}, "New role", "Hi Ines,\n\nI heard that you were made redundant at Benton Stores. We are looking for a warehouse lead; would you be interested in a chat about the role?\n\nPaul\nRecruiter"),
    ({Verdict.OUTREACH}, "Stelle", "Guten Tag Frau Valdivia,\n\nich habe gehört, dass Ihr Arbeitsverhältnis bei Benton endet. Wir suchen eine Lagerleiterin. Hätten Sie Interesse an einem Gespräch?\n\nPaul Reh\nPersonalberater"),
    ({Verdict.POSITION_CLOSED, Verdict.REJECTION}, "Your application", "Dear Ines,\n\nThe position you applied for has been eliminated, so we have ended the process.\n\nHR"),
    ({Verdict.REJECTION}, "Bewerbung", "Sehr geehrte Frau Valdivia,\n\nvielen Dank für Ihre Bewerbung. Wir haben uns für einen anderen Bewerber entschieden.\n\nPersonal"),
    ({Verdict.INTERVIEW}, "Talk", "Hi Ines,\n\nWe'd like to invite you to an interview for warehouse lead on Tuesday at 10:00. Your last day at Benton is on the 31st, is that right?\n\nHR"),
    ({Verdict.CONFIRMATION}, "Su renuncia", "Estimada Inés:\n\nHemos recibido su solicitud para el puesto de encargada de almacén. La revisaremos y le diremos algo.\n\nRRHH"),
]  # fmt: skip


def _message(subject: str, text: str) -> Message:
    sender = Address("Firm", "hr@firm.example")
    return Message("k", "k@firm.example", None, sender, subject, text)


@pytest.mark.parametrize(("subject", "text"), _ENDED)
@pytest.mark.parametrize("is_known", [False, True])
def test_the_end_of_a_job_is_ordinary_mail(
    subject: str, text: str, *, is_known: bool
) -> None:
    reading = read_message(_message(subject, text), is_known=is_known)
    assert reading.verdict in NOT_HIRING


@pytest.mark.parametrize(("subject", "text"), _OFFERED)
def test_an_offer_may_say_how_it_can_be_ended(subject: str, text: str) -> None:
    assert read_message(_message(subject, text)).verdict is Verdict.OFFER


@pytest.mark.parametrize(("verdicts", "subject", "text"), _OF_SEARCH)
def test_word_on_an_application_may_name_the_end_of_a_job(
    verdicts: set[Verdict], subject: str, text: str
) -> None:
    assert read_message(_message(subject, text)).verdict in verdicts


@pytest.mark.parametrize(
    "text",
    [
        "Your employment may be terminated with four weeks' notice.",
        "Please terminate your contract only after you have our confirmation.",
        "Kündigen Sie Ihr jetziges Arbeitsverhältnis bitte erst nach Erhalt des Vertrags.",
        "Ne donnez votre lettre de démission qu'après réception de votre contrat.",
        "No presente su baja voluntaria hasta recibir nuestra confirmación.",
        "Non dia le sue dimissioni prima di ricevere il contratto.",
        "Não entregue a sua carta de demissão antes de receber o contrato.",
        "Zeg je huidige dienstverband pas op als je ons contract hebt.",
        "Säg inte upp din anställning förrän du har fått vårt avtal.",
        "If your contract ends on 31 August, come to us.",
        "When does your contract of employment end?",
        "Wenn Ihr Arbeitsverhältnis endet, melden Sie sich.",
        "Das Arbeitsverhältnis kann von beiden Seiten gekündigt werden.",
        "Si su contrato finaliza en agosto, podemos hablar.",
        "Votre contrat peut être rompu par chacune des parties.",
        "Se il suo contratto scade ad agosto, ci scriva.",
    ],
)
def test_what_may_end_or_is_asked_about_ends_nothing(text: str) -> None:
    assert not tells_of_ended_job(_message("Hello", text))
