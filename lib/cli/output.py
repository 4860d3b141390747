"""What a command prints: sentences for a person, JSON for a program; problems go to stderr."""

import json
import sys
from dataclasses import dataclass
from typing import Any

DONE, LEFT_OUT, NOTHING_DONE = 0, 1, 2


@dataclass(frozen=True)
class Output:
    """How the caller wants to be answered."""

    json: bool = False

    def say(self, sentence: str, content: Any) -> None:
        """The sentence, or the same as JSON."""
        print(json.dumps(content, ensure_ascii=False, default=str) if self.json else sentence)

    def aside(self, sentence: str) -> None:
        """Something a person should know and a program is told otherwise."""
        if not self.json:
            print(sentence)

    def problem(self, sentence: str) -> None:
        """What went wrong, on standard error."""
        print(sentence, file=sys.stderr)
