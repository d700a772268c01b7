import json
import random
from pathlib import Path

import pytest
import torch

from onrecord_training.antecedents import accuracy, learn
from onrecord_training.gum import names, read_gum
from onrecord_training.model import NAMES, allowed_loss
from onrecord_training.names import (
    ANY_NAME, BEGIN, END, SILENT, SINGLE, head_bits, label_heads, label_names, marked_story, name_bits, name_pool, swap_names,
)
from onrecord_training.names_cases import read_marked

STORY = """=== the-pier
@ 1 person
@ 2 place
@ 3 person
{d3 {n2 Hallin}’s mayor}, {n3 Bo Dore}, met {n1 Anna Lund}.

{p1 She} left {n2 Hallin}.
"""


def write(folder: Path, text: str) -> Path:
    file = folder / "desk.txt"
    file.write_text(text, encoding="utf8")
    return file


def test_marks_give_text_and_mentions(tmp_path):
    (story,) = read_marked(write(tmp_path, STORY))
    assert story.text == "Hallin’s mayor, Bo Dore, met Anna Lund.\n\nShe left Hallin."
    found = [(story.text[start:end], form[0], entity) for start, end, form, entity in story.mentions]
    assert found == [
        ("Hallin’s mayor", "d", 3), ("Hallin", "n", 2), ("Bo Dore", "n", 3), ("Anna Lund", "n", 1), ("She", "p", 1), ("Hallin", "n", 2),
    ]


@pytest.mark.parametrize(
    "wrong, message",
    [
        ("=== a\n@ 1 person\n{n1 Anna", "not closed"),
        ("=== a\n@ 1 person\nAnna}", "stray"),
        ("=== a\n{n1 Anna}", "no @ line"),
        ("=== a\n@ 1 singer\n{n1 Anna}", "not `@ NUMBER TYPE`"),
        ("=== a\n@ 1 person\nAnna", "never mentioned"),
        ("Anna", "before the first"),
    ],
)
def test_marks_that_are_wrong_are_refused(tmp_path, wrong, message):
    with pytest.raises(ValueError, match=message):
        read_marked(write(tmp_path, wrong))


def test_every_marked_story_parses():
    files = sorted((Path(__file__).parent.parent / "names").glob("*.txt"))
    assert files and all(read_marked(file) for file in files)


TEXT = "Anna Lund of Leeds-born fame met Bo’s aunt"
WORDS = [[0, 4], [5, 9], [10, 12], [13, 23], [24, 28], [29, 32], [33, 37], [38, 42]]


def test_words_of_names():
    labels = label_names(TEXT, WORDS, [(0, 9, ("person",)), (13, 18, ("place",)), (33, 35, ("person",))], silent=False)
    assert labels[:3] == [name_bits(["person"], BEGIN), name_bits(["person"], END), 1]
    assert labels[3] == ANY_NAME  # a part of a word says nothing of the word
    assert labels[6] == name_bits(["person"], SINGLE)  # its possessive does not matter
    assert label_names(TEXT, WORDS, [], silent=True) == [SILENT] * len(WORDS)


def test_words_of_heads():
    assert label_heads(WORDS, [(38, 42, ("person", "group"))], 1) == [1] * 7 + [head_bits(["person", "group"])]


def test_head_of_a_marked_description(tmp_path):
    (story,) = read_marked(write(tmp_path, "=== a\n@ 1 person\n{d1 a woman in the crowd} left, as did {d1 the tall woman}.\n"))
    heads = marked_story(story)["heads"]
    assert [story.text[start:end] for start, end, _ in heads] == ["woman", "woman"]


def test_swapped_names_keep_every_span():
    story = {"text": TEXT, "names": [(0, 9, ("person",)), (33, 35, ("person",))]}
    pool = name_pool([{"text": "Ida Holm", "names": [(0, 8, ("person",))]}])
    for seed in range(20):
        text, position = swap_names(TEXT, story["names"], pool, random.Random(seed))
        assert text.startswith("Ida Holm of Leeds-born")
        assert text[position(38) : position(42)] == "aunt"
        assert text[position(0) : position(9)] == "Ida Holm"


CONLLU = "\n".join(
    "\t".join(columns)
    for columns in [
        ("1", "Sen.", "Sen.", "PROPN", "NNP", "_", "3", "compound", "_", "Entity=(1-person-new-cf1-3-sgl"),
        ("2", "Anna", "Anna", "PROPN", "NNP", "_", "3", "compound", "_", "_"),
        ("3", "Lund", "Lund", "PROPN", "NNP", "_", "4", "nsubj", "_", "Entity=1)"),
        ("4", "left", "leave", "VERB", "VBD", "_", "0", "root", "_", "_"),
        ("5", "the", "the", "DET", "DT", "_", "6", "det", "_", "Entity=(2-place-new-cf2-2-sgl"),
        ("6", "city", "city", "NOUN", "NN", "_", "4", "obj", "_", "Entity=2)|SpaceAfter=No"),
        ("7", ".", ".", "PUNCT", ".", "_", "4", "punct", "_", "_"),
    ]
)


def test_gum_is_read(tmp_path):
    file = tmp_path / "GUM_news_x.conllu"
    file.write_text("# newpar\n" + CONLLU + "\n", encoding="utf8")
    document = read_gum(file)
    assert document.text == "Sen. Anna Lund left the city."
    assert [document.text[slice(*document.span(m.first, m.last))] for m in document.mentions] == ["Sen. Anna Lund", "the city"]
    assert [document.text[slice(*document.span(first, last))] for first, last, _ in names(document)] == ["Anna Lund"]


def test_allowed_loss_is_that_of_the_whole_set():
    logits = torch.randn(3, NAMES)
    whole = allowed_loss(logits, torch.tensor([ANY_NAME] * 3))
    assert whole.item() == pytest.approx(0, abs=1e-4)
    one = allowed_loss(logits[:1], torch.tensor([1]))
    assert one.item() == pytest.approx(-torch.log_softmax(logits[0], 0)[0].item(), abs=1e-4)


def test_antecedents_are_learnt():
    rng = random.Random(1)
    choices = []
    for _ in range(200):
        features = [[rng.random(), rng.choice([0, 1])] for _ in range(4)]
        right = [k for k, (_, second) in enumerate(features) if second == 1]
        choices.append({"id": "a", "features": features, "right": right[:1] if len(right) == 1 else []})
    choices = [choice for choice in choices if choice["right"]]
    w, nobody = learn(choices, 0.01)
    assert w[1] > 2 > abs(w[0].item())
    assert accuracy(choices, w, nobody)[0] > 0.95
    assert json.dumps(w.tolist())
