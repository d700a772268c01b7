"""Stories with their attributions: the corpus's JSON lines, and the project's own cases in markup.

A story is ``{"id", "text", "quotes": [{"content", "cue", "source"}]}``; each role is a list of ``[start, end]`` in
code points, half open.
"""

import json
import re
from pathlib import Path

TAG = re.compile(r"<(/?)([cks])(\d+(?:,\d+)*)>")
ROLES = {"c": "content", "k": "cue", "s": "source"}


def parse_markup(marked: str) -> tuple[str, list[dict]]:
    """Takes the tags out of a marked text. Raises ValueError on a tag that is not closed, or crosses another."""
    text, quotes, open_tags = "", {}, []
    at = 0
    for tag in TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        closing, role, numbers = tag.groups()
        if not closing:
            open_tags.append((role, numbers, len(text)))
            continue
        if not open_tags or open_tags[-1][:2] != (role, numbers):
            raise ValueError(f"</{role}{numbers}> closes nothing at {len(text)}: {text[-40:]!r}")
        _, _, start = open_tags.pop()
        for number in numbers.split(","):
            quote = quotes.setdefault(int(number), {"content": [], "cue": [], "source": []})
            quote[ROLES[role]].append([start, len(text)])
    if open_tags:
        raise ValueError(f"not closed: {open_tags}")
    text += marked[at:]
    for quote in quotes.values():
        for spans in quote.values():
            spans.sort()
    return text, [quotes[n] for n in sorted(quotes)]


def load_cases(folder: Path) -> list[dict]:
    """Every case of every .txt file in a folder, in order of file and place."""
    stories = []
    for file in sorted(folder.glob("*.txt")):
        for part in re.split(r"^=== *", file.read_text(encoding="utf-8"), flags=re.M)[1:]:
            name, _, body = part.partition("\n")
            lines = body.split("\n")
            while lines and (lines[0].startswith("@") or not lines[0].strip()):
                lines.pop(0)
            try:
                text, quotes = parse_markup("\n".join(lines).rstrip("\n"))
            except ValueError as error:
                raise ValueError(f"{file.name}, case {name.strip()}: {error}") from error
            stories.append({"id": f"{file.stem}/{name.strip()}", "text": text, "quotes": quotes})
    return stories


def load_stories(folder: Path) -> list[dict]:
    """Every story of every .jsonl file in a folder, none where there is no such folder: `onrecord corrections export`."""
    files = sorted(folder.glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]


def load_corpus(folder: Path, split: str) -> list[dict]:
    """PolNeAR's articles; ``readings`` holds the attributions of each annotator who read the very same text."""
    read = lambda name: [json.loads(line) for line in open(folder / name, encoding="utf-8")]
    stories = {story["id"]: story for story in read(f"{split}.jsonl")}
    for story in stories.values():
        story["readings"] = [story["quotes"]]
    for second in read(f"{split}.second-annotators.jsonl"):
        first = stories.get(second["id"])
        if first is not None and first["text"] == second["text"]:
            first["readings"].append(second["quotes"])
    return list(stories.values())
