"""The rule of a composite alarm: ALARM(x) AND (OK("y") OR NOT INSUFFICIENT_DATA(z)), TRUE, FALSE."""

import re
from collections.abc import Callable, Iterator, Mapping

States = Mapping[str, str]
Test = Callable[[States], bool]

TOKEN = re.compile(
    r'\s*(?:(?P<function>ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"(?P<quoted>[^"]+)"|(?P<plain>[^()"\s]+))\s*\)'
    r"|(?P<word>AND|OR|NOT|TRUE|FALSE)\b|(?P<mark>[()]))",
    re.IGNORECASE,
)


class BadRule(ValueError):
    """A rule that can't be read."""


class Rule:
    """children: the names and ARNs of the alarms that it speaks of."""

    def __init__(self, text: str):
        self.children: set[str] = set()
        self._tokens = list(self._read(text))
        self._test = self._either()
        if self._tokens:
            raise BadRule(f"unexpected {self._tokens[0]!r}")

    def holds(self, states: States) -> bool:
        """Whether it is true of these states, by the alarms' names and ARNs."""
        return self._test(states)

    def _read(self, text: str) -> Iterator[str | Test]:
        place = 0
        while text[place:].strip():
            found = TOKEN.match(text, place)
            if not found:
                raise BadRule(f"can't read {text[place:].strip()[:40]!r}")
            place = found.end()
            yield self._asks(found) if found["function"] else (found["word"] or found["mark"]).upper()

    def _asks(self, found: re.Match[str]) -> Test:
        wanted, name = found["function"].upper(), found["quoted"] or found["plain"]
        self.children.add(name)
        return lambda states: states.get(name) == wanted

    def _either(self) -> Test:
        tests = [self._both()]
        while self._next_is("OR"):
            tests.append(self._both())
        return lambda states: any(test(states) for test in tests)

    def _both(self) -> Test:
        tests = [self._one()]
        while self._next_is("AND"):
            tests.append(self._one())
        return lambda states: all(test(states) for test in tests)

    def _one(self) -> Test:
        if self._next_is("NOT"):
            inner = self._one()
            return lambda states: not inner(states)
        if self._next_is("("):
            inner = self._either()
            if not self._next_is(")"):
                raise BadRule("a parenthesis isn't closed")
            return inner
        word = self._tokens.pop(0) if self._tokens else "the end"
        if callable(word):
            return word
        if word in ("TRUE", "FALSE"):
            return lambda states: word == "TRUE"
        raise BadRule(f"unexpected {word!r}")

    def _next_is(self, word: str) -> bool:
        if self._tokens and self._tokens[0] == word:
            self._tokens.pop(0)
            return True
        return False
