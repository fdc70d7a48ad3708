"""How mail is understood; pure.

A mail enters by `gate`, and `read` says what it means. What each room is for, from the
text up:

- `types`: message, verdict, reading: the words that all rooms share.
- `basics`: letters, words, sentences, languages, and where data is read from.
- `times`: days and hours in words.
- `facts`: employer, title, number, contact, place, pay, links.
- `around`: what is not the writer's own: small print, forwards, notices of a server.
- `folding`: which mails are about the same application.
- `taught`: what the person's own corrections say of mail like it.
- `own_model`: what a language model of the person's own is asked, and when it is believed.
- `verdicts`: what sentences say, what the model hears, and what both come to.
- `digests`: mail on several applications.
- `talks`: mail that only its conversation explains, and what the person writes themselves.
- `appointments`: interviews moved, called off, said again; tests handed in.

Data lies beside them: `languages` and `words` hold what writers say in each language,
`voices` and `finders` the trained models (`benchmarks/training`).
"""
