"""The words for what a model says of a message, and for why an answer did not count."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.mail.meanings import MEANING_LABELS
from onward.mail.rules.own_model.answers import Outcome
from onward.mail.rules.own_model.asking import CHOICES
from onward.mail.rules.types import Verdict

VERDICT_WORDS: Mapping[Verdict, str | Promise] = {
    **{
        Verdict(meaning.value): words
        for meaning, words in MEANING_LABELS.items()
        if meaning.value in frozenset(CHOICES)
    },
    Verdict.JOB_ALERT: _("A list of openings"),
}

OUTCOME_WORDS: Mapping[Outcome, str | Promise] = {
    Outcome.PROPOSED: _("a reading with words that stand in the message"),
    Outcome.UNCLEAR: _("could not tell either"),
    Outcome.NOT_JSON: _("answered in another form than was asked for"),
    Outcome.WRONG_VERDICT: _("answered something that is not on the list"),
    Outcome.NO_QUOTE: _("named no words of the message"),
    Outcome.INVENTED_QUOTE: _("quoted words that do not stand in the message"),
    Outcome.TOO_LONG: _("wrote far more than an answer"),
    Outcome.FOR_A_MACHINE: _(
        "was not asked: the message holds words meant to steer a machine"
    ),
    Outcome.NO_ANSWER: _("did not answer; it is asked again the next time"),
}
