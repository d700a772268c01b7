"""Corpus and cases as the engine shows them to the model, labelled, in windows and batches."""

import hashlib
import json
import pickle
import random
import subprocess
from dataclasses import dataclass
from pathlib import Path

import torch

from .augment import augment
from .cases import load_cases, load_corpus, load_stories
from .labels import KIND_MARKS, Reading, Trigger, project
from .names import ANY_HEAD, ANY_NAME, label_heads, label_names, name_pool, names_stories, silver_names, swap_names

CLS, SEP = 101, 102
VARIANTS = 3
UNASKED = -100


@dataclass
class Article:
    """One form of one story: its blocks, and each annotator's reading of every block."""

    blocks: list[dict]
    readings: list[list[Reading]]


@dataclass
class Story:
    """The forms of one story: the first as it was printed, the others augmented."""

    forms: list[Article]
    weight: int


def prepare(data: Path, training: Path, vocabulary: Path, work: Path, split: str, seed: int) -> list[Story]:
    """Reads a split through the engine, labelled: PolNeAR with silver names, and what has names and no quotes.

    The training half has the project's own cases and stories beside it, and other forms of each story: other
    typography, other people's names. Kept in ``work`` until one of the sources changes.
    """
    forms, counts = all_forms(data, training, split, random.Random(seed))
    lines = "".join(json.dumps({key: form[key] for key in ("id", "text", "number")}) + "\n" for form in forms)
    cache = work / f"{split}.pickle"
    sources = hashlib.sha256(json.dumps([forms, counts]).encode()).hexdigest()
    if cache.exists():
        kept, stories = pickle.loads(cache.read_bytes())
        if kept == sources:
            return stories
    features = Path(__file__).parent.parent / "features.js"
    shown = subprocess.run(["node", features, vocabulary], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    stories = [Story([], weight) for weight in counts]
    for line, form in zip(shown.stdout.splitlines(), forms, strict=True):
        blocks = json.loads(line)["blocks"]
        readings = [[project(block, quotes) for block in blocks] for quotes in form["readings"]]
        if not form["readings"]:
            readings = [[Reading([UNASKED] * len(block["words"]), []) for block in blocks]]
        stories[form["number"]].forms.append(Article([labelled(block, form) for block in blocks], readings))
    work.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(pickle.dumps((sources, stories)))
    return stories


def labelled(block: dict, form: dict) -> dict:
    """What is kept of a block: what the model is shown, and the labels that its names and descriptions allow."""
    kept = {key: block[key] for key in ("ids", "types", "first", "gaps")} | {"words": len(block["words"])}
    words = block["words"]
    if form["names"] is None:
        return kept | {"names": [ANY_NAME] * len(words), "heads": [ANY_HEAD] * len(words)}
    return kept | {
        "names": label_names(form["text"], words, form["names"], form["silent"]),
        "heads": label_heads(words, form["heads"], form["silent_heads"]),
    }


def all_forms(data: Path, training: Path, split: str, rng: random.Random) -> tuple[list[dict], list[int]]:
    """Every form of every story, with the number of its story; and each story's weight."""
    train = split == "train"
    quoted = load_corpus(data / "polnear", split)
    silver = silver_names(data / "polnear" / f"{split}.names-silver.jsonl")
    named = names_stories(data, training / "names", split)
    pool = name_pool(named)
    if train:
        quoted += load_cases(training / "cases") + load_stories(data / "corrections")
    forms, counts = [], []
    for story in quoted:
        number = len(counts)
        counts.append(1 if "/" not in story["id"] else 2)
        text, readings = story["text"], story.get("readings") or [story["quotes"]]
        about = {"number": number, "id": story["id"], "heads": [], "silent": True, "silent_heads": ANY_HEAD}
        names = silver.get(story["id"])
        forms.append(about | {"text": text, "readings": readings, "names": names})
        if not train:
            continue
        for _ in range(VARIANTS):
            changed, quotes = augment(text, rng.choice(readings), rng)
            forms.append(about | {"text": changed, "readings": [quotes], "names": None})
        if names:
            swapped, position = swap_names(text, names, pool, rng)
            move = lambda spans: [[position(start), position(end)] for start, end in spans]
            moved = [[{role: move(spans) for role, spans in quote.items()} for quote in roles_only(quotes)] for quotes in readings]
            moved_names = [(position(start), position(end), types) for start, end, types in names]
            forms.append(about | {"text": swapped, "readings": moved, "names": moved_names})
    for story in named:
        number = len(counts)
        counts.append(1 if story["id"].startswith(("GUM_", "uner/")) else 2)
        forms.append(story | {"number": number, "readings": []})
        for _ in range(2 if train else 0):
            swapped, position = swap_names(story["text"], story["names"], pool, rng)
            moved = {
                key: [(position(start), position(end), types) for start, end, types in story[key]] for key in ("names", "heads")
            }
            forms.append(story | moved | {"number": number, "text": swapped, "readings": []})
    return forms, counts


def roles_only(quotes: list[dict]) -> list[dict]:
    return [{role: quote[role] for role in ("content", "cue", "source")} for quote in quotes]


@dataclass
class Window:
    """Consecutive blocks with one annotator's readings."""

    blocks: list[dict]
    readings: list[Reading]

    @property
    def length(self) -> int:
        return 1 + sum(len(block["ids"]) + 1 for block in self.blocks)


def windows(article: Article, reading: int, limit: int, first: int) -> list[Window]:
    """An article in windows of up to ``limit`` pieces, the first one up to ``first``."""
    found, size, most = [], None, first
    for block, labels in zip(article.blocks, article.readings[reading]):
        length = len(block["ids"]) + 1
        if size is None or size + length > most:
            if size is not None:
                most = limit
            found.append(Window([], []))
            size = 1
        found[-1].blocks.append(block)
        found[-1].readings.append(labels)
        size += length
    return found


def epoch_batches(stories: list[Story], pieces: int, rng: random.Random, original: float = 0.62) -> list[list[Window]]:
    """One epoch: each story in one of its forms, one annotator, windows of random length, batches of like length."""
    drawn = []
    for story in stories:
        for _ in range(story.weight):
            form = story.forms[0] if len(story.forms) == 1 or rng.random() < original else rng.choice(story.forms[1:])
            limit = rng.choice((128, 192, 256, 256))
            reading = rng.randrange(len(form.readings))
            drawn += windows(form, reading, limit, rng.randint(64, limit))
    rng.shuffle(drawn)
    batches = []
    for start in range(0, len(drawn), 128):
        chunk = sorted(drawn[start : start + 128], key=lambda window: window.length)
        batch: list[Window] = []
        for window in chunk:
            if batch and window.length * (len(batch) + 1) > pieces:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    rng.shuffle(batches)
    return batches


@dataclass
class Batch:
    ids: torch.Tensor
    types: torch.Tensor
    mask: torch.Tensor  # additive, [B, 1, 1, T]
    first: torch.Tensor
    before: torch.Tensor
    after: torch.Tensor
    cues: torch.Tensor
    names: torch.Tensor  # sets of labels, as bits
    heads: torch.Tensor
    triggers: list[tuple[int, int, Trigger]]  # first word of the block, its length, the trigger
    spans: list[tuple[int, int]]  # each block's first word and length


def collate(batch: list[Window]) -> Batch:
    longest = max(window.length for window in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    types = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.full((len(batch), 1, 1, longest), -1e4)
    first, before, after, cues, names, heads, triggers, spans = [], [], [], [], [], [], [], []
    for row, window in enumerate(batch):
        ids[row, 0], at = CLS, 1
        for block, reading in zip(window.blocks, window.readings):
            length, words = len(block["ids"]), block["words"]
            ids[row, at : at + length] = torch.tensor(block["ids"])
            types[row, at : at + length] = torch.tensor(block["types"])
            triggers += [(len(first), words, trigger) for trigger in reading.triggers]
            spans.append((len(first), words))
            first += [row * longest + at + k for k in block["first"]]
            before += block["gaps"][:-1]
            after += block["gaps"][1:]
            cues += reading.cue
            names += block["names"]
            heads += block["heads"]
            at += length
            ids[row, at] = SEP
            at += 1
        mask[row, :, :, :at] = 0
    as_long = lambda values: torch.tensor(values, dtype=torch.long)
    return Batch(ids, types, mask, as_long(first), as_long(before), as_long(after), as_long(cues), as_long(names), as_long(heads), triggers, spans)


@dataclass
class RoleBatch:
    words: torch.Tensor  # [N, L], into the batch's words
    mask: torch.Tensor  # [N, L], bool
    weights: torch.Tensor
    distance: torch.Tensor  # in words, not yet in buckets
    other: torch.Tensor
    kind: torch.Tensor
    labels: torch.Tensor


def collate_roles(triggers: list[tuple[int, int, Trigger]], all_cues: dict[int, list[tuple[int, int]]]) -> RoleBatch:
    """Triggers padded to the longest block; ``all_cues`` maps a block's first word to its cues' words."""
    count, longest = len(triggers), max(length for _, length, _ in triggers)
    words = torch.zeros(count, longest, dtype=torch.long)
    mask = torch.zeros(count, longest, dtype=torch.bool)
    weights = torch.zeros(count, longest)
    distance = torch.zeros(count, longest, dtype=torch.long)
    other = torch.zeros(count, longest, dtype=torch.long)
    labels = torch.zeros(count, longest, dtype=torch.long)
    kind = torch.zeros(count, dtype=torch.long)
    for row, (start, length, trigger) in enumerate(triggers):
        words[row, :length] = torch.arange(start, start + length)
        mask[row, :length] = True
        weights[row, trigger.start : trigger.end] = 1 / (trigger.end - trigger.start)
        distance[row, : trigger.start] = torch.arange(-trigger.start, 0)
        distance[row, trigger.end : length] = torch.arange(1, length - trigger.end + 1)
        # quoted words are asked about where no cue was heard: other cues tell them nothing
        for a, b in all_cues.get(start, ()) if trigger.kind != KIND_MARKS else ():
            if (a, b) != (trigger.start, trigger.end):
                other[row, a:b] = 1
        labels[row, :length] = torch.tensor(trigger.labels)
        kind[row] = trigger.kind
    return RoleBatch(words, mask, weights, distance, other, kind, labels)


def cues_by_block(triggers: list[tuple[int, int, Trigger]]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for start, _, trigger in triggers:
        if trigger.kind != KIND_MARKS:
            found.setdefault(start, []).append((trigger.start, trigger.end))
    return found
