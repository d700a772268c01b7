"""Corpus and cases as the engine shows them to the model, labelled, in windows and batches."""

import json
import pickle
import random
import subprocess
from dataclasses import dataclass
from pathlib import Path

import torch

from .augment import augment
from .cases import load_cases, load_corpus
from .labels import KIND_MARKS, Reading, Trigger, project

CLS, SEP = 101, 102
VARIANTS = 3


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


def prepare(corpus: Path, cases: Path, vocabulary: Path, work: Path, split: str, seed: int) -> list[Story]:
    """Reads a split, with the cases beside the training half, through the engine. Kept in ``work`` once made."""
    cache = work / f"{split}.pickle"
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    stories = load_corpus(corpus, split)
    if split == "train":
        stories += load_cases(cases)
    rng = random.Random(seed)
    forms = []
    for number, story in enumerate(stories):
        readings = story.get("readings") or [story["quotes"]]
        forms.append({"story": number, "id": story["id"], "text": story["text"], "readings": readings})
        for _ in range(VARIANTS if split == "train" else 0):
            text, quotes = augment(story["text"], rng.choice(readings), rng)
            forms.append({"story": number, "id": story["id"], "text": text, "readings": [quotes]})
    features = Path(__file__).parent.parent / "features.js"
    lines = "".join(json.dumps(form) + "\n" for form in forms)
    shown = subprocess.run(["node", features, vocabulary], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    result = [Story([], 1 if "/" not in story["id"] else 2) for story in stories]
    for line in shown.stdout.splitlines():
        form = json.loads(line)
        readings = [[project(block, quotes) for block in form["blocks"]] for quotes in form["readings"]]
        keep = ("ids", "types", "first", "gaps")
        blocks = [{key: block[key] for key in keep} | {"words": len(block["words"])} for block in form["blocks"]]
        result[form["story"]].forms.append(Article(blocks, readings))
    work.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(pickle.dumps(result))
    return result


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
    triggers: list[tuple[int, int, Trigger]]  # first word of the block, its length, the trigger
    spans: list[tuple[int, int]]  # each block's first word and length


def collate(batch: list[Window]) -> Batch:
    longest = max(window.length for window in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    types = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.full((len(batch), 1, 1, longest), -1e4)
    first, before, after, cues, triggers, spans = [], [], [], [], [], []
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
            at += length
            ids[row, at] = SEP
            at += 1
        mask[row, :, :, :at] = 0
    as_long = lambda values: torch.tensor(values, dtype=torch.long)
    return Batch(ids, types, mask, as_long(first), as_long(before), as_long(after), as_long(cues), triggers, spans)


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
