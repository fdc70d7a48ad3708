"""What is said around an application and decides nothing is asked about, not left out or told as a no."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


def read(subject: str, sender: str, text: str) -> Verdict:
    return read_message(make_message(subject, text, sender=sender)).verdict


STEPPED_BACK = [
    (
        "Re: Offer",
        "hana@brightpath.example",
        "Hi Leo, thanks for being straight with us. I've noted that you won't be "
        "taking the job, and I've told payroll to bin the contract. Good luck "
        "with the new baby and the move! Hana",
    ),
    (
        "Application withdrawn",
        "no-reply@hire.lever.co",
        "Hi Priscilla,\n\nYou have withdrawn your application for Product "
        "Designer at Tallow. You won't be considered for this position any more. "
        "If this was a mistake, please get in touch with the team.",
    ),
    (
        "Your withdrawal",
        "recruitment@northshirecouncil.example",
        "As requested we have withdrawn your application for Archives Officer "
        "(NS2291). No further action is needed.",
    ),
    (
        "Re: job",
        "stu@cornerbikes.example",
        "No worries at all mate, totally get it. Congrats on the other job, "
        "they've got a good one. Door's open. Stu",
    ),
    (
        "Re: Interview Thursday",
        "office@kilbrideschool.example",
        "Dear Mrs Ames, thank you for letting us know that you no longer wish to "
        "be considered. We have taken your name off Thursday's list and wish you "
        "well in your new post.",
    ),
    (
        "RE: My application",
        "s.rao@axtonpharm.example",
        "Dear Felix,\nI understand your decision and am sorry we were too slow. "
        "I'll close your file here. Should Basel not work out, you have my "
        "number.\nSunita",
    ),
    (
        "Re: thanks but no",
        "dermot@quayboats.example",
        "Ah that's a pity but fair play to you. I'd have done the same for that "
        "money. I'll ring the next lad on the list. All the best over there, "
        "Dermot",
    ),
    (
        "Offer declined",
        "people@novamill.example",
        "We confirm that you declined the offer of Lab Technician on 4 May. The "
        "offer letter is now void and your account will be closed in 30 days.",
    ),
    (
        "Re: Withdrawing",
        "kate@finchrecruit.example",
        "Totally understand Ben, I've let the client know you're pulling out. "
        "Gutted but congratulations on Deloitte! Keep in touch. Kate",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), STEPPED_BACK)
def test_the_readers_own_step_back_is_no_no(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.AMBIGUOUS


REFUSED = [
    (
        "Your application",
        "recruitment@northshirecouncil.example",
        "Your application for Archives Officer (NS2291) has been withdrawn from "
        "the process because the panel did not consider that it met the essential "
        "criteria. You will no longer be considered for this role.",
    ),
    (
        "Re: job",
        "stu@cornerbikes.example",
        "Thanks for telling me about the other offer mate. Honestly I'd take it, "
        "I'm afraid we've gone with Danny for the workshop job. Congrats on that "
        "one though, they're lucky. Stu",
    ),
    (
        "Offer",
        "people@novamill.example",
        "As you did not accept by Friday we have withdrawn the offer of Lab "
        "Technician and offered it to the next candidate.",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), REFUSED)
def test_a_no_beside_it_stays_one(subject: str, sender: str, text: str) -> None:
    assert read(subject, sender, text) is Verdict.REJECTION


FEEDBACK = [
    (
        "Re: feedback",
        "jim.ord@castlehousing.example",
        "Hi Lena, sure. The panel liked your energy and the example about the "
        "tenants' forum. Where you lost marks was on the finance question, and "
        "you ran out of time on the last one. Hope that helps for next time. "
        "Jim\n\n> On 3 June Lena wrote:\n> Would you mind giving me a little "
        "feedback on my interview?",
    ),
    (
        "Interview feedback",
        "hr@wessexwater.example",
        "Dear Mr Oyelaran, as requested, please find your scores: technical "
        "14/20, communication 17/20, values 12/20. Candidates who were appointed "
        "scored 48 or more in total. We hope this is of use.",
    ),
    (
        "Re: Re: thank you",
        "bo@paperboat.example",
        "What a lovely note. You asked what tipped it: she'd run a print studio "
        "before, nothing you said or didn't say. I'd be glad to look at your "
        "portfolio over a tea some day. Bo",
    ),
    (
        "Re: your question",
        "anne@marshlaw.example",
        "Dear Tunde, thank you for asking. Your written exercise was the best of "
        "the day. In the talk you spoke quickly and we sometimes lost the thread. "
        "Please do not be discouraged. Anne Marsh",
    ),
    (
        "Feedback call",
        "grads@helmbank.example",
        "Hi Oscar, happy to set up 15 minutes to go through your assessment "
        "centre feedback now that all decisions are out. Book any slot next week: "
        "cal.example/helm. Early Careers",
    ),
    (
        "Re: Feedback?",
        "simon@fernandco.example",
        "Hi Jo, we don't give individual feedback at this stage I'm afraid, we "
        "had over 400 applications. Sorry not to be more help. Simon",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), FEEDBACK)
def test_how_a_talk_went_is_told_after_a_no(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.AMBIGUOUS


FIRST_NO = [
    (
        "Your interview",
        "jim.ord@castlehousing.example",
        "Hi Lena, thank you for coming on Monday. I'm sorry to say we have "
        "offered the post to somebody else. The panel liked your energy; where "
        "you lost marks was on the finance question. Hope that helps for next "
        "time. Jim",
    ),
    (
        "Outcome",
        "hr@wessexwater.example",
        "Dear Mr Oyelaran, your scores were technical 14/20, communication 17/20, "
        "values 12/20. Candidates needed 48 or more in total, so you have not "
        "been successful on this occasion.",
    ),
    (
        "Lab assistant",
        "petra@lindqvistlabs.example",
        "Hi Tom, many thanks for making the trip. We saw one more person on "
        "Friday, talked it over, and have decided to give her the lab assistant "
        "position. It was lovely to have you here. Petra",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), FIRST_NO)
def test_a_first_no_that_tells_why_stays_one(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.REJECTION


STILL_OPEN = [
    (
        "Update",
        "harry@vosstalent.example",
        "Hi Nadia, no verdict from the client yet, they're still umming and "
        "ahhing. My guess is it's you or the guy from Leeds but don't quote me. "
        "Sit tight, I'll chase Monday. Harry",
    ),
    (
        "Nice to meet you",
        "petra@lindqvistlabs.example",
        "Hi Tom, many thanks for making the trip. We have one more person in on "
        "Friday, then we talk it over, and you hear from me on Tuesday whichever "
        "way it goes. Petra",
    ),
    (
        "Re: any news?",
        "mags@harbourcafe.example",
        "Not yet hun, himself hasn't made his mind up. He liked you, he likes the "
        "other one too. Will badger him tonight. Mags x",
    ),
    (
        "where we are",
        "idris@kitchenstudio.example",
        "Hey Sol. Being upfront: I'd have you tomorrow, Nell wants more "
        "experience, so we're both going to think about it over the weekend. "
        "Would four days do you? Not a promise, only asking. Idris",
    ),
    (
        "Thanks for coming in",
        "ros@fieldarchitects.example",
        "Dear Imran, just to say thank you for yesterday, we all enjoyed your "
        "models. Two more to see and then a decision; I'll ring you by the "
        "weekend either way. Ros",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), STILL_OPEN)
def test_what_is_still_open_is_no_ordinary_mail(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.AMBIGUOUS


AROUND = [
    (
        "Monday",
        "una@corranfoods.example",
        "Hi Declan, all set for Monday. Be at the gate for 7.45 and ask for me, "
        "bring your P45 and bank details, steel toes if you have them. Welcome to "
        "the team! Una",
    ),
    (
        "References",
        "office@stbedes.example",
        "Dear Alan, your second referee has not replied yet, we will try her "
        "again on Monday. It does not hold up anything for now and says nothing "
        "about the result. Office",
    ),
    (
        "Reference",
        "hazel@dalefarmshop.example",
        "Hi Jade, got a lovely reference from the Spar. Dates don't quite match "
        "what you put down though, July or September? No drama, tell me when "
        "you're next in. Hazel",
    ),
    (
        "Reference check completed",
        "no-reply@refchecks.example",
        "Good news Callum, both of your referees have completed their forms for "
        "Hexham Water. You need do nothing more.",
    ),
    (
        "Expenses",
        "finance@helmbank.example",
        "Your train fare for the interview on 4 March (£61.20) has been approved "
        "and will be paid within 10 days.",
    ),
    (
        "Your details",
        "talent@quaybrewery.example",
        "Hi Orla, you applied to us last spring. The law says we have to delete "
        "your details now unless you tell us to keep them for another year. Press "
        "KEEP or do nothing.",
    ),
    (
        "Your complaint",
        "chair@bramcoteplayers.example",
        "Dear Jacqui, thank you for raising what happened in your interview. You "
        "should not have been asked that. A governor who wasn't on the panel will "
        "look at it and write to you within 14 days. Until then no appointment "
        "will be made.",
    ),
    (
        "New contact",
        "fleur@greybyte.example",
        "Hi Max, I'm leaving Greybyte on Friday so my colleague Ade (cc) will "
        "look after your application from now on. Fleur",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), AROUND)
def test_what_else_comes_of_hiring_is_asked_about(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.AMBIGUOUS


GOES_ON = [
    (
        "Nice to meet you",
        "petra@lindqvistlabs.example",
        "Hi Tom, many thanks for making the trip. The team would like a second "
        "round with you. Are you free on Tuesday at 10 for an hour with our CTO? "
        "Petra",
    ),
    (
        "Your application",
        "hr@stannesuni.example",
        "Dear Dr Fell, we have received your application for the lectureship in "
        "Botany. The panel meets at the end of term and you will hear from us "
        "after that.",
    ),
    (
        "Job offer",
        "hr@eastonhospital.example",
        "Dear Ifeoma, following your interview I am delighted to offer you the "
        "post of staff nurse on Ward 6, from 1 September. Please reply within 7 "
        "days to accept.",
    ),
    (
        "Monday",
        "una@corranfoods.example",
        "Hi Declan, thanks for applying for the line job. Can you come in for a "
        "chat on Monday at 7.45? Ask for me at the gate and bring your passport. "
        "Una",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), GOES_ON)
def test_what_goes_on_stays_what_it_is(subject: str, sender: str, text: str) -> None:
    assert read(subject, sender, text) in {
        Verdict.INTERVIEW,
        Verdict.CONFIRMATION,
        Verdict.OFFER,
    }


OF_LIFE = [
    (
        "Re: Dinner",
        "hana@homemail.example",
        "Thanks for telling me, no hard feelings at all. Congratulations on the "
        "other flat, lucky you! Hana",
    ),
    (
        "Membership",
        "hello@liftgym.example",
        "We confirm that you have withdrawn from your membership. You will no "
        "longer be charged. If you did this in error please contact us.",
    ),
    (
        "Survey of the house",
        "ros@fieldsurveys.example",
        "Dear Imran, just to say thank you for yesterday. Two more rooms to "
        "measure and then the report; I'll ring you by the weekend either way. "
        "Ros",
    ),
    (
        "Quote",
        "petra@lindkitchens.example",
        "Hi Tom, many thanks for coming in to the showroom. I have one more "
        "supplier to ask on Friday, then you hear from me on Tuesday with a "
        "price. Petra",
    ),
    (
        "Term report",
        "office@hallfield.example",
        "Dear parents, as requested, here are Ella's scores: maths 14/20, English "
        "17/20. Pupils in the top set scored 48 or more in total.",
    ),
    (
        "First day of term",
        "office@hallfield.example",
        "Hi Declan's mum, see you Monday! Please come to the hall for 8.45 and "
        "ask for Mrs Lee. Bring PE kit, water bottle and the new starter form by "
        "Thursday.",
    ),
    (
        "Welcome",
        "hello@liftgym.example",
        "Welcome aboard Joel! Attached: your membership card, direct debit form "
        "and the house rules. Induction is Tuesday 6pm, bring a towel.",
    ),
    (
        "Reference for Jade",
        "hazel@dalefarmshop.example",
        "Hello, Jade Moss has applied to us and gave your name as a referee. "
        "Could you fill in the attached form by Friday? Hazel",
    ),
    (
        "Reference",
        "lets@parkhomes.example",
        "Dear Alan, your landlord has sent a very nice reference. We now need "
        "proof of income before the tenancy can start. Park Homes",
    ),
    (
        "Expenses",
        "finance@helmbank.example",
        "Your expense claim of £61.20 for the conference on 4 March has been "
        "approved and will be paid with your salary.",
    ),
    (
        "Your complaint",
        "chair@bramcoteplayers.example",
        "Dear Jacqui, thank you for raising what happened at the box office. You "
        "should not have been charged twice. Our manager will look at it and "
        "write to you within 14 days.",
    ),
]


@pytest.mark.parametrize(("subject", "sender", "text"), OF_LIFE)
def test_ordinary_mail_in_these_words_stays_out(
    subject: str, sender: str, text: str
) -> None:
    assert read(subject, sender, text) is Verdict.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Boa tarde,\n\nInformo que já não está no processo para a vaga de rececionista.\n\nMarta",
        "Buongiorno,\n\nle comunico che lei non è in gara per la posizione di magazziniere.\n\nMarta",
        "Hola,\n\nel cliente ha decidido y no sigues siendo candidata para el puesto.\n\nMarta",
    ],
)
def test_who_is_no_candidate_any_more_is_not_still_one(text: str) -> None:
    reading = read_message(make_message("Re: sua candidatura", text))
    assert not any(each.rule == "still_open" for each in reading.because)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Welcome to Pantry People", "Hi Ruth\n\nLovely to meet you yesterday. You're all set up on our system so we can start sending you shifts. Timesheets in by Monday 10am please, paid Fridays. Handbook attached.\n\nTash"),
        ("Shift Mon-Weds next week?", "Hi Ruth, can you do Mon to Weds at St Milburga's Primary, 8.30 to 2? Cook's off with her back. £12.90. Shout back asap\n\nTash"),
        ("Re: Cook", "bring your passport when you come in to sign on Thursday"),
        ("Re: Ihre Zusage", "Schön, dass Sie dabei sind. Bitte bringen Sie am Donnerstag zur Vertragsunterschrift Ihren Ausweis mit."),
    ],
)  # fmt: skip
def test_shifts_and_papers_to_sign_are_no_talk(subject: str, text: str) -> None:
    message = make_message(subject, text, sender="tash@pantrypeople.example")
    reading = read_message(message, is_known=True)
    assert reading.verdict in {Verdict.AMBIGUOUS, Verdict.OTHER}


@pytest.mark.parametrize(
    "text",
    [
        "Please bring your passport when you come in for your interview on Thursday at 10.",
        "Hi Ruth, can you do a trial shift Mon at St Milburga's, 8.30 to 2?",
        "Can you come in to register with us on Monday at 10am? Bring your passport.",
        "Please come in on Thursday at 10 for the interview. If all goes well you would sign the contract the week after.",
        "Wir laden Sie zum Vorstellungsgespräch am Montag um 10 Uhr ein. Bitte bringen Sie Ihren Ausweis mit.",
    ],
)  # fmt: skip
def test_a_talk_to_which_papers_are_brought_stays_one(text: str) -> None:
    message = make_message("Re: Cook", text, sender="tash@pantrypeople.example")
    assert read_message(message, is_known=True).verdict is Verdict.INTERVIEW


def test_timesheets_of_the_work_one_has_are_ordinary() -> None:
    message = make_message("Timesheets", "Hi all, timesheets in by Friday noon please.")
    assert read_message(message).verdict is Verdict.OTHER
