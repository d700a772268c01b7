"""Reads stories with marked names and chains (training/names/*.txt; its README says what the marks mean)."""

import re
from dataclasses import dataclass, field
from pathlib import Path

TYPES = ("person", "organisation", "place", "work", "event", "group", "other")
FORMS = {"n": "name", "d": "description", "p": "pronoun"}
TOKEN = re.compile(r"\{([ndp])(\d+) |[{}]")


@dataclass
class Marked:
    """A story: its text, each entity's type, and its mentions (start, end, form, entity) in code points."""

    id: str
    text: str = ""
    types: dict[int, str] = field(default_factory=dict)
    mentions: list[tuple[int, int, str, int]] = field(default_factory=list)


def read_marked(file: Path) -> list[Marked]:
    """Raises ValueError with file and line where the marks are not well formed."""
    stories: list[Marked] = []
    lines: list[tuple[int, str]] = []

    def close():
        if stories:
            parse_text(stories[-1], lines, file)
            lines.clear()

    for number, line in enumerate(file.read_text(encoding="utf8").splitlines(), 1):
        if line.startswith("=== "):
            close()
            stories.append(Marked(f"{file.stem}/{line[4:].strip()}"))
        elif not stories:
            if line.strip():
                raise ValueError(f"{file}:{number}: text before the first ===")
        elif line.startswith("@"):
            match = re.fullmatch(r"@ (\d+) (\w+)\s*", line)
            if not match or match[2] not in TYPES:
                raise ValueError(f"{file}:{number}: not `@ NUMBER TYPE`: {line!r}")
            if int(match[1]) in stories[-1].types:
                raise ValueError(f"{file}:{number}: entity {match[1]} is declared twice")
            stories[-1].types[int(match[1])] = match[2]
        else:
            lines.append((number, line))
    close()
    return stories


def parse_text(story: Marked, lines: list[tuple[int, str]], file: Path):
    while lines and not lines[0][1].strip():
        lines.pop(0)
    while lines and not lines[-1][1].strip():
        lines.pop()
    text = ""
    for number, line in lines:
        if text:
            text += "\n"
        open_marks: list[tuple[int, str, int]] = []
        at = 0
        for match in TOKEN.finditer(line):
            text += line[at : match.start()]
            at = match.end()
            if match[1]:
                open_marks.append((len(text), FORMS[match[1]], int(match[2])))
            elif match[0] == "{" or not open_marks:
                raise ValueError(f"{file}:{number}: a stray {match[0]} at column {match.start() + 1}")
            else:
                start, form, entity = open_marks.pop()
                if entity not in story.types:
                    raise ValueError(f"{file}:{number}: entity {entity} has no @ line")
                if not text[start:].strip() or text[start:] != text[start:].strip():
                    raise ValueError(f"{file}:{number}: empty mark or white space at its edge: {text[start:]!r}")
                story.mentions.append((start, len(text), form, entity))
        if open_marks:
            raise ValueError(f"{file}:{number}: a mark is not closed: {text[open_marks[-1][0]:][:40]!r}")
        text += line[at:]
    story.text = text
    story.mentions.sort(key=lambda mention: (mention[0], -mention[1]))
    unused = set(story.types) - {entity for *_, entity in story.mentions}
    if unused:
        raise ValueError(f"{file}: {story.id}: never mentioned: {sorted(unused)}")
