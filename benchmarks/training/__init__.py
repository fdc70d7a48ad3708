"""How the second voice is trained: read this first.

The rules of `src/onward/mail/rules` are one voice, this is how the other one is made:

1. `languages/<code>/*.toml`: a grammar of mail. Sentences by what they do (decline,
   receipt, hypothetical, invite, …), subjects, and worlds of ordinary mail in which
   people also apply, are chosen, are interviewed and hear a no. All of it is invented.
2. `grammar.py` opens a line: `(one|other|)` is a choice, `{slot}` a place to fill.
   Beside it `written/<code>.jsonl`: invented mails written one by one, each with the
   verdict that a careful person reads in it.
3. `letters.py` composes mails of a verdict from such lines, with senders and layout.
4. `fit.py` fits three linear models: what a sentence does, what a mail is about, and
   what follows from both. The last is fitted on lines that the first two never saw.
5. `python -m benchmarks.training` writes `src/onward/mail/rules/voices/<code>.bin`
   (a minute, one core, fixed seeds). A test fails until that was done after a change.

The reader of those files is `onward.mail.rules.voice`; it needs nothing but Python.
To teach it a manner of speaking, add plain lines to a grammar and train again. Never
take a line from `benchmarks/verdicts` or from real mail: the first measures, and is
read by nobody who changes rules, grammar or written mails; the second is somebody's. What it adds is in `docs/decisions/0005-second-voice.md`.
"""
