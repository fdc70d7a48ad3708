"""Compose invented mails from the lines of a grammar: who writes, about what, and how."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.training.grammar import (
    Grammar,
    Line,
    made_up,
    opened,
)
from benchmarks.training.plans import BARE_SHARES, PLANS, SHARES
from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.rules.verdicts.deciding import INTENT_OF


@dataclass(frozen=True, slots=True)
class Letter:
    """An invented mail with the verdict that it was composed for."""

    message: Message
    verdict: Verdict
    language: str


_DECLINING_WORLDS = frozenset(
    [
        "insurance",
        "loan",
        "housing",
        "school",
        "grant",
        "paper",
        "visa",
        "club",
        "dating",
        "medical",
        "travel",
        "versicherung",
        "kredit",
        "wohnung",
        "schule",
        "foerderung",
        "verlag",
        "amt",
        "verein",
        "tiere",
        "medizin",
    ]
)
_QUOTING_WORLDS = frozenset(["newsletter", "talk", "work", "rundbrief", "arbeit"])
_SYSTEMS = [
    "greenhouse.io",
    "us.greenhouse-mail.io",
    "hire.lever.co",
    "ashbyhq.com",
    "myworkday.com",
    "talent.icims.com",
    "smartrecruiters.com",
    "candidates.workablemail.com",
    "app.bamboohr.com",
    "breezy.hr",
    "applytojob.com",
    "successfactors.eu",
    "trm.brassring.com",
    "personio.de",
    "recruitee.com",
    "hire.jobvite.com",
    "mail.paylocity.com",
    "pinpointhq.com",
    "softgarden.io",
]
_BOARDS = ("linkedin.com", "indeed.com", "stepstone.de", "ziprecruiter.com", "xing.com")
_ALERTERS = (
    ("jobs-noreply", "linkedin.com"),
    ("alert", "indeed.com"),
    ("jobagent", "stepstone.de"),
    ("alerts", "ziprecruiter.com"),
    ("jobalert", "glassdoor.com"),
)
_TESTERS = ("hackerrank.com", "codility.com", "hirevue.com", "testgorilla.com")
_HIRING_NAMES = [
    "careers",
    "jobs",
    "recruiting",
    "talent",
    "hr",
    "bewerbung",
    "karriere",
    "people",
    "hiring",
    "personal",
]
_PLAIN_NAMES = [
    "info",
    "hello",
    "office",
    "contact",
    "team",
    "news",
    "service",
    "noreply",
    "kontakt",
    "mail",
]


class Composer:
    """Composes mails in one language, from all lines or from those of some folds."""

    def __init__(
        self, grammar: Grammar, *, chance: random.Random, folds: frozenset[int] | None
    ) -> None:
        self.grammar = grammar
        self.chance = chance
        self._folds = folds
        self._count = 0

    def letters(self, *, count: int) -> list[Letter]:
        """Return so many mails of all verdicts, in the shares of `SHARES`."""
        verdicts = self.chance.choices(list(SHARES), list(SHARES.values()), k=count)
        return [self.letter(verdict) for verdict in verdicts]

    def bare_letters(self, *, count: int) -> list[Letter]:
        """Return so many mails that say what they say in one sentence.

        People who write mails for training have more to say than "We cannot offer you the
        job", so that the plainest mails would be the ones that nobody taught.
        """
        shares = BARE_SHARES
        verdicts = self.chance.choices(list(shares), list(shares.values()), k=count)
        return [self.letter(verdict, is_bare=True) for verdict in verdicts]

    def letter(self, verdict: Verdict, *, is_bare: bool = False) -> Letter:
        """Return one mail of a verdict."""
        self._count += 1
        if is_bare:
            subject, sentences = self._bare(verdict)
        elif verdict is Verdict.OTHER:
            subject, sentences = self._ordinary()
        else:
            subject, sentences = self._hiring(verdict)
        sender, headers = self._sender(verdict)
        key = f"{self.grammar.code}-{verdict}-{self._count}"
        message = Message(
            key=key,
            message_id=f"{key}@training.example",
            sent_at=None,
            sender=sender,
            subject=subject,
            text=self._laid_out(sentences, verdict=verdict),
            headers=headers,
        )
        return Letter(message, verdict, self.grammar.code)

    def _one(self, lines: Sequence[Line]) -> str:
        return self.open(self._pick(lines).text)

    def open(self, text: str) -> str:
        return opened(text, grammar=self.grammar, chance=self.chance)

    def _pick(self, lines: Sequence[Line]) -> Line:
        if self._folds is not None:
            lines = [line for line in lines if line.fold in self._folds] or lines
        # A list of many lines shall not drown one of few.
        groups = sorted({line.group for line in lines})
        if len(groups) > 1:
            weights = [sum(x.group == group for x in lines) ** 0.7 for group in groups]
            group = self.chance.choices(groups, weights)[0]
            lines = [line for line in lines if line.group == group]
        return self.chance.choice(lines)

    def _lines(self, name: str) -> list[Line]:
        intent, _, group = name.partition(".")
        lines = self.grammar.lines[intent]
        # A language without that group gives any line of the intent.
        named = [line for line in lines if line.group == group]
        return named or [line for line in lines if line.group != "hint"]

    def _hiring(self, verdict: Verdict) -> tuple[str, list[str]]:
        plan = self.chance.choice(PLANS[verdict])
        sentences = [
            self._one(self._lines(name))
            for name, least, most in plan
            for _ in range(self.chance.randint(least, most))
        ]
        return self._subject(verdict), sentences

    def _subject(self, verdict: Verdict) -> str:
        named = self.grammar.subjects.get(verdict.value, ())
        is_named = named and self.chance.random() < 0.45
        is_named = is_named or verdict is Verdict.JOB_ALERT
        lines = named if is_named else self.grammar.subjects["neutral"]
        subject = self._one(lines)
        if self.chance.random() < 0.15:
            subject = "Re: " + subject
        return "" if self.chance.random() < 0.03 else subject

    def _bare(self, verdict: Verdict) -> tuple[str, list[str]]:
        """Return a subject, and the one sentence that says the verdict."""
        if verdict is not Verdict.OTHER:
            lines = self._lines(INTENT_OF[verdict])
            return self._subject(verdict), [self._one(lines)]
        worlds = self.grammar.worlds
        world = worlds[self.chance.choice(list(worlds))]
        is_chat = self.chance.random() < 0.3
        line = self._one(self._lines("chat") if is_chat else world["line"])
        return self._one(world["subject"]), [line]

    def _ordinary(self) -> tuple[str, list[str]]:
        worlds = self.grammar.worlds
        world = self.chance.choice([*worlds, "chat", "chat"])
        subject = self._one(worlds["talk" if world == "chat" else world]["subject"])
        if world == "chat":
            parts = [
                self._one(self._lines("chat")) for _ in range(self.chance.randint(1, 3))
            ]
            more = worlds["talk"]["line"]
            parts += [self._one(more) for _ in range(self.chance.randint(0, 2))]
            self.chance.shuffle(parts)
            return subject, parts
        lines = worlds[world]["line"]
        parts = [self._one(lines) for _ in range(self.chance.randint(1, 5))]
        if self.chance.random() < 0.2:
            # A long letter of news from here and there.
            for _ in range(self.chance.randint(4, 14)):
                other = self.chance.choice(list(worlds.values()))
                parts.append(self._one(other["line"]))
        if self.chance.random() < 0.3:
            parts += [self._filler() for _ in range(self.chance.randint(2, 16))]
        odds = self.chance.random()
        if world in _DECLINING_WORLDS and odds < 0.3:
            parts.insert(1, self._one(self._worldless()))
        elif world in _QUOTING_WORLDS and odds < 0.35:
            name = self.chance.choice(
                ("decline", "hypothetical", "invite", "alert", "receipt")
            )
            quoted = self._one(self._lines(name))
            parts.insert(1, f'"{quoted}"' if self.chance.random() < 0.6 else quoted)
        if self.chance.random() < 0.15:
            parts.append(self._one(self._lines("aftermath")))
        if self.chance.random() < 0.1:
            parts.insert(0, self._one(self._worldless("courtesy")))
        return subject, parts

    def _filler(self) -> str:
        """Return a sentence of common words that says nothing, as far as hiring goes."""
        return self.open(" ".join(["{filler}"] * self.chance.randint(5, 14)))

    def _worldless(self, intent: str = "decline") -> list[Line]:
        """Return the lines that could as well be said of a loan or a flat."""
        words = self.grammar.job_words
        lines = self._lines(intent)
        found = [
            line
            for line in lines
            if not any(word in line.text.lower() for word in words)
        ]
        return found or lines

    def _sender(self, verdict: Verdict) -> tuple[Address, dict[str, str]]:
        chance = self.chance
        name, odds = made_up(chance).lower(), chance.random()
        headers: dict[str, str] = {}
        person = f"{made_up(chance)} {made_up(chance)}"
        local = person.lower().replace(" ", ".")
        if verdict is Verdict.JOB_ALERT:
            if odds < 0.5:
                local, domain = chance.choice(_ALERTERS)
            else:
                local, domain = (
                    chance.choice(_HIRING_NAMES + _PLAIN_NAMES),
                    f"{name}.example",
                )
            headers["list-unsubscribe"] = "<https://x.example>"
        elif verdict is Verdict.OTHER:
            local = chance.choice(_PLAIN_NAMES) if odds < 0.6 else local
            domain = f"{name}.example" if odds > 0.04 else chance.choice(_BOARDS)
            if chance.random() < 0.3:
                headers["list-unsubscribe"] = "<https://x.example>"
            if chance.random() < 0.06:
                headers["list-post"] = "<mailto:list@x.example>"
        elif verdict is Verdict.ASSESSMENT and odds < 0.3:
            local, domain = "noreply", chance.choice(_TESTERS)
        elif odds < 0.35 and verdict is not Verdict.OUTREACH:
            local, domain = chance.choice(("no-reply", name)), chance.choice(_SYSTEMS)
        elif odds < 0.6:
            local, domain = chance.choice(_HIRING_NAMES), f"{name}.example"
        elif odds < 0.65 and verdict in (Verdict.CONFIRMATION, Verdict.OUTREACH):
            local, domain = "hit-reply", chance.choice(_BOARDS)
        else:
            domain = f"{name}.example"
        return Address(
            person if odds > 0.5 else name.title(), f"{local}@{domain}"
        ), headers

    def _laid_out(self, sentences: list[str], *, verdict: Verdict) -> str:
        chance = self.chance
        if verdict is Verdict.JOB_ALERT:
            return "\n".join(sentences)
        parts = [self._stopped(sentence) for sentence in sentences]
        text = ""
        if chance.random() < 0.75:
            text += (
                self._one(self._lines("greet"))
                + ","
                + chance.choice(("\n\n", "\n", " "))
            )
        for at, part in enumerate(parts):
            gap = chance.choice((" ", " ", " ", "\n\n", "\n")) if at else ""
            text += gap + part
        if chance.random() < 0.7:
            text += "\n\n"
            if chance.random() < 0.7:
                text += self._one(self._lines("sign")) + ",\n"
            text += self._one(self._lines("closing"))
        if chance.random() < 0.25:
            text += "\n\n" + self._one(self._lines("footer"))
        if chance.random() < 0.25:
            paragraphs = text.split("\n")
            text = "\n".join(textwrap.fill(x, 72) if x else x for x in paragraphs)
        return text

    def _stopped(self, sentence: str) -> str:
        if sentence[-1] in ".!?:":
            return sentence
        odds = self.chance.random()
        return sentence + ("." if odds < 0.93 else "!" if odds < 0.97 else "")
