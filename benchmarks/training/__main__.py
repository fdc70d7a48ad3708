"""Train the second voice: python -m benchmarks.training [--language en] [--check]

Writes src/onward/mail/rules/voices/<language>.bin, the same bytes each time on one machine.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from threadpoolctl import threadpool_limits

import onward.mail.rules
from benchmarks.training.digest import grammar_digest
from benchmarks.training.fit import Recipe, pack, train
from benchmarks.training.grammar import grammars
from onward.mail.rules.verdicts.voice import FOLDER

VOICES = Path(onward.mail.rules.__file__).with_name(FOLDER)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.training", description=__doc__
    )
    parser.add_argument("--language", action="append", help="only this one, e.g. de")
    parser.add_argument("--folder", type=Path, default=VOICES, help="where to write")
    options = parser.parse_args()
    options.folder.mkdir(exist_ok=True)
    for grammar in grammars():
        if options.language and grammar.code not in options.language:
            continue
        recipe = Recipe()
        # The fits are small: on several threads they take three times the work.
        with threadpool_limits(limits=1):
            trained = train(grammar, recipe=recipe, say=print)
        note = {"made_from": grammar_digest(grammar.code)}
        data = pack(trained, recipe=recipe, note=note)
        (options.folder / f"{grammar.code}.bin").write_bytes(data)
        print(f"{grammar.code}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
