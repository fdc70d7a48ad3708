"""The words of looking back: the only place where they are named."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from onward.applications.labels import Words
from onward.method.reflection.rules.asking import Answer, Question, Theme
from onward.method.reflection.rules.patterns import By, Outcome

QUESTION_LABELS: dict[Question, Words] = {
    Question.TAILORED: _("Was what you sent made for this job?"),
    Question.RESEARCHED: _("Did you know enough about the employer?"),
    Question.SHOWN: _("Did you show what you can by an example?"),
    Question.PRACTISED: _("Had you practised what they would ask?"),
    Question.WANTED: _("Did you want this one?"),
}

ANSWER_LABELS: dict[Answer, Words] = {
    Answer.YES: _("Yes"),
    Answer.PARTLY: _("Partly"),
    Answer.NO: _("No"),
    Answer.NOT_MINE: _("Not my call"),
}

SHARE_LABELS: dict[int, Words] = {
    0: _("None of it"),
    25: _("A little"),
    50: _("Half of it"),
    75: _("Most of it"),
    100: _("All of it"),
}

THEME_LABELS: dict[Theme, Words] = {
    Theme.YOU: _("About you"),
    Theme.EXPERIENCE: _("Your experience"),
    Theme.SKILL: _("A skill"),
    Theme.SITUATION: _("A situation"),
    Theme.MOTIVATION: _("Why this job"),
    Theme.TERMS: _("Pay and terms"),
    Theme.OTHER: _("Something else"),
}

BY_LABELS: dict[By, Words] = {
    By.RESUME: _("By the résumé you sent"),
    By.TAILORED: _("By whether the résumé answered the advert"),
    By.SAID_TAILORED: _("By whether you called it tailored"),
    By.SOURCE: _("By where you found it"),
    By.ROLE: _("By kind of role"),
    By.REFERRAL: _("By whether somebody put in a word"),
    By.WEEKDAY: _("By day of the week"),
    By.ADVERT_AGE: _("By how long the advert had been out"),
}

OUTCOME_LABELS: dict[Outcome, Words] = {
    Outcome.ANSWERED: _("a person answered"),
    Outcome.INTERVIEW: _("it led to an interview"),
}

GROUP_LABELS: dict[By, dict[str, Words]] = {
    By.TAILORED: {"yes": _("answered it"), "no": _("did not")},
    By.SAID_TAILORED: {
        "yes": _("tailored"),
        "partly": _("partly"),
        "no": _("not tailored"),
    },
    By.REFERRAL: {"yes": _("somebody did"), "no": _("nobody did")},
    By.WEEKDAY: {
        "0": _("Monday"),
        "1": _("Tuesday"),
        "2": _("Wednesday"),
        "3": _("Thursday"),
        "4": _("Friday"),
        "5": _("Saturday"),
        "6": _("Sunday"),
    },
    By.ADVERT_AGE: {
        "0": _("up to 2 days"),
        "3": _("3 to 7 days"),
        "8": _("8 to 30 days"),
        "31": _("more than 30 days"),
    },
}
