"""From spans to the labels of words: what the model learns from.

Cue labels, one a word: 0 none, 1 first word of a cue, 2 a later one, 3 the cue is the sign behind this word.
Role labels, one a word for a trigger: 0 none; 1-4 content begin, inside, end, single; 5-8 source likewise.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

NONE, BEGIN, INSIDE, SIGN = range(4)
CONTENT, SOURCE = 1, 5
KIND_CUE, KIND_SIGN, KIND_MARKS = range(3)


@dataclass
class Trigger:
    kind: int
    start: int  # first word
    end: int  # behind the last word
    labels: list[int]


@dataclass
class Reading:
    """One annotator's labels of one block."""

    cue: list[int]
    triggers: list[Trigger]


def words_in(words: list[list[int]], spans: list[list[int]]) -> list[int]:
    """The words that share a character with any of the spans, in order. Words are sorted and apart."""
    found = set()
    starts = [word[0] for word in words]
    ends = [word[1] for word in words]
    for start, end in spans:
        found.update(range(bisect_right(ends, start), bisect_left(starts, end)))
    return sorted(found)


def bioes(members: set[int], base: int, labels: list[int]) -> None:
    """Writes begin, inside, end and single over the runs of ``members``."""
    for word in members:
        before, after = word - 1 in members, word + 1 in members
        labels[word] = base + (3 if not before and not after else 0 if not before else 2 if not after else 1)


def role_labels(words, quote) -> list[int]:
    """Content and source over a block's words; where both claim a word, it is source."""
    labels = [0] * len(words)
    source = set(words_in(words, quote["source"]))
    bioes(set(words_in(words, quote["content"])) - source, CONTENT, labels)
    bioes(source, SOURCE, labels)
    return labels


def project(block: dict, quotes: list[dict]) -> Reading:
    """The labels of a block: its cues, and a trigger for each cue and for each pair of marks.

    A pair of marks is labelled with the shortest content that covers half of its words or more; with nothing where
    none does (a title, a nickname, a scare quote).
    """
    words, count = block["words"], len(block["words"])
    cue, triggers, contents = [NONE] * count, [], []
    for quote in quotes:
        content = set(words_in(words, quote["content"]))
        if content:
            contents.append((len(content), content, quote))
        if not quote["cue"] or not quote["content"]:
            continue
        at = words_in(words, quote["cue"])
        kind = KIND_CUE
        if not at:
            position = quote["cue"][0][0]
            before = [k for k, (_, end) in enumerate(words) if end <= position]
            if not before or not words[0][0] <= position <= words[-1][1] + 3:
                continue
            at, kind = [before[-1]], KIND_SIGN
        start, end = at[0], at[-1] + 1
        if any(cue[start:end]):
            continue
        cue[start] = SIGN if kind == KIND_SIGN else BEGIN
        cue[start + 1 : end] = [INSIDE] * (end - start - 1)
        triggers.append(Trigger(kind, start, end, role_labels(words, quote)))
    contents.sort(key=lambda entry: entry[0])
    for start, end in block["quoted"]:
        inside = range(start, end)
        owner = next((q for _, content, q in contents if 2 * sum(w in content for w in inside) >= len(inside)), None)
        triggers.append(Trigger(KIND_MARKS, start, end, role_labels(words, owner) if owner else [0] * count))
    return Reading(cue, triggers)
