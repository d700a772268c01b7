"""Names and descriptions as labels of words: what the names head learns from.

Each word has a set of labels that its annotation allows, as bits: one bit where the annotation is whole, several where
it is silent (silver names know no works; GUM calls a film abstract). The loss is the probability of the whole set.

Name labels: 0 none; then begin, inside, end, single of each type. Head labels: 0 none; then one for each type: the word
is the head noun of a description of something of that type.
"""

import json
import random
import re
from pathlib import Path

from .gum import names as gum_names
from .gum import read_gum
from .labels import words_in
from .names_cases import TYPES, read_marked

NAME_LABELS, HEAD_LABELS = 1 + 4 * len(TYPES), 1 + len(TYPES)
ANY_NAME, ANY_HEAD = (1 << NAME_LABELS) - 1, (1 << HEAD_LABELS) - 1
BEGIN, INSIDE, END, SINGLE = range(4)
SILVER = {"PERSON": ("person",), "ORGANIZATION": ("organisation",), "LOCATION": ("place",)}
UNER = {"person": ("person",), "organization": ("organisation",), "place": ("place",)}
UNKNOWN_TYPES = ("work", "event", "group", "other")


def name_bits(types, place: int) -> int:
    return sum(1 << (1 + 4 * TYPES.index(type_) + place) for type_ in types)


def head_bits(types) -> int:
    return sum(1 << (1 + TYPES.index(type_)) for type_ in types)


SILENT = 1 | sum(name_bits(UNKNOWN_TYPES, place) for place in range(4))


def label_names(text: str, words, names, silent: bool) -> list[int]:
    """One set of labels a word. ``names``: (start, end, types) or (start, end, None) where any label may stand."""
    labels = [SILENT if silent else 1] * len(words)
    for start, end, types in names:
        inside = words_in(words, [[start, end]])
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        # a name that is a part of a word ("Leeds-born") says nothing of the word
        cut = start > words[first][0] and text[words[first][0] : start].strip("\"'“‘(#@") or not re.fullmatch(
            r"(?:['’][sS]?)?[^\w]*", text[end : max(end, words[last][1])]
        )
        for word in inside:
            if cut or types is None:
                labels[word] = ANY_NAME
            elif first == last:
                labels[word] = name_bits(types, SINGLE)
            else:
                labels[word] = name_bits(types, BEGIN if word == first else END if word == last else INSIDE)
    return labels


def label_heads(words, heads, silent: int) -> list[int]:
    """One set of head labels a word. ``heads``: (start, end, types); ``silent``: what the other words may be."""
    labels = [silent] * len(words)
    for start, end, types in heads:
        for word in words_in(words, [[start, end]])[-1:]:
            labels[word] = head_bits(types)
    return labels


def gum_story(file: Path) -> dict:
    document = read_gum(file)
    tokens = document.tokens
    names, named = [], set()
    for first, last, mention in gum_names(document):
        named |= set(range(first, last + 1))
        if mention.type == "time":
            continue
        plural = mention.type == "person" and tokens[last].tag == "NNPS"
        # GUM has no works: a title of several words may be one
        title = mention.type == "other" and last > first
        types = ("group",) if plural else ("work", "other") if title else (mention.type,)
        names.append((*document.span(first, last), types))
    heads, nouns = [], set()
    for mention in document.mentions:
        head = mention.head
        if tokens[head].tag not in ("NN", "NNS") or head in named or head in nouns:
            continue
        nouns.add(head)
        if mention.type == "time":
            continue
        plural = mention.type == "person" and tokens[head].tag == "NNS"
        types = ("person", "group") if plural else (mention.type,)
        heads.append((tokens[head].start, tokens[head].end, types))
    return {"id": document.id, "text": document.text, "names": names, "heads": heads, "silent": False, "silent_heads": 1}


STOP = re.compile(r"\s(?:of|in|at|on|from|for|with|to|by|near|behind|who|that|which|close|between|against|inside|outside)\s|,")


def marked_story(story) -> dict:
    names, heads = [], []
    for start, end, form, entity in story.mentions:
        type_ = story.types[entity]
        if form == "name":
            names.append((start, end, (type_,)))
        elif form == "description":
            words = story.text[start:end]
            stop = STOP.search(words)
            until = start + (stop.start() if stop and stop.start() else len(words))
            begin = story.text.rfind(" ", start, until) + 1
            types = ("person", "group") if type_ in ("person", "group") else (type_,)
            heads.append((max(start, begin), until, types))
    # every person is marked; other things only where the story comes back to them
    silent_heads = ANY_HEAD & ~head_bits(("person",))
    return {"id": story.id, "text": story.text, "names": outermost(names), "heads": heads, "silent": False, "silent_heads": silent_heads}


def outermost(names):
    kept: list = []
    for name in sorted(names, key=lambda n: (n[0], -n[1])):
        if not kept or name[0] >= kept[-1][1]:
            kept.append(name)
    return kept


def uner_story(story: dict) -> dict:
    names = []
    for entity in story["entities"]:
        types = UNER.get(entity["type"])
        names += [(start, end, types) for start, end in entity["name_mentions"]]
    return {"id": "uner/" + story["id"], "text": story["text"], "names": outermost(names), "heads": [], "silent": True, "silent_heads": ANY_HEAD}


def silver_names(file: Path) -> dict[str, list]:
    """Names of PolNeAR's articles as another tool found them, by article."""
    found = {}
    for line in open(file, encoding="utf8"):
        story = json.loads(line)
        found[story["id"]] = [(start, end, SILVER.get(type_)) for start, end, type_ in story["mentions"]]
    return found


def names_stories(data: Path, marked: Path, split: str) -> list[dict]:
    """Stories for the names head alone. ``data`` holds gum/ and entities/; GUM's documents in entities/dev are dev."""
    read = lambda name: [json.loads(line) for line in open(data / "entities" / name, encoding="utf8")]
    held_out = {story["id"] for story in read("dev.jsonl")}
    files = sorted((data / "gum").glob("*.conllu"))
    stories = [gum_story(file) for file in files if (file.stem in held_out) == (split == "dev")]
    if split == "train":
        stories += [uner_story(story) for story in read("uner_ewt_dev.jsonl")]
        stories += [marked_story(story) for file in sorted(marked.glob("*.txt")) for story in read_marked(file)]
    return stories


PARTICLES = {"de", "von", "van", "der", "den", "la", "du", "al", "bin", "ibn", "di", "da", "jr", "jr.", "sr", "sr.", "ii", "iii"}


def name_pool(stories: list[dict]) -> tuple[list[str], list[str]]:
    """First and last names of the persons in the stories."""
    first, last = set(), set()
    for story in stories:
        for start, end, types in story["names"]:
            parts = story["text"][start:end].split()
            if types == ("person",) and len(parts) > 1:
                first.add(parts[0])
                last.add(parts[-1])
    fit = lambda name: len(name) > 2 and name[0].isupper() and name[1:].islower()
    return sorted(filter(fit, first)), sorted(filter(fit, last))


def swap_names(text: str, names, pool, rng: random.Random):
    """The story with other people's names in it, the same one everywhere. Gives the text and a map of old positions."""
    first_pool, last_pool = pool
    edits, new = [], {}
    people = [(start, end) for start, end, types in names if types == ("person",)]
    firsts = {text[start:end].split()[0] for start, end in people if len(text[start:end].split()) > 1}
    for start, end in people:
        for match in re.finditer(r"[^\W\d_][\w’'-]+", text[start:end]):
            word = match[0]
            if word.lower() in PARTICLES or not word[0].isupper() or word.isupper() or len(word) < 3:
                continue
            if word not in new:
                new[word] = rng.choice(first_pool if word in firsts else last_pool)
            edits.append((start + match.start(), start + match.end(), new[word]))
    edits = sorted(set(edits))
    out, at, shifts, moved = "", 0, [], 0
    for start, end, word in edits:
        if start < at:
            continue
        out += text[at:start] + word
        at = end
        moved += len(word) - (end - start)
        shifts.append((end, moved))
    out += text[at:]
    ends = [end for end, _ in shifts]
    from bisect import bisect_right

    def position(old: int) -> int:
        k = bisect_right(ends, old)
        return old + (shifts[k - 1][1] if k else 0)

    return out, position
