import itertools
import random

import numpy as np
import onnxruntime
import pytest
import torch

from onrecord_training.augment import augment, continue_below, join, lose_marks, pieces_of, rewrite
from onrecord_training.cases import load_cases, parse_markup
from onrecord_training.export import EncoderGraph, RolesGraph, load, samples, write
from onrecord_training.labels import KIND_MARKS, KIND_SIGN, project, words_in
from onrecord_training.model import CRF, ENDS, LABELS, STARTS, QuoteModel, bucket

STORY = (
    "<c1>“We will appeal. It was quite unfair,”</c1> <s1>Ana Lund, the captain,</s1> <k1>said</k1>.\n\n"
    "<s2>Bo Dore</s2><k2>:</k2> <c2>It <s3>he</s3> <k3>says</k3> <c3>rained</c3></c2>"
)


def block_of(text, quoted=()):
    words, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        core = word.strip("“”,.:")
        words.append([text.index(core, start), text.index(core, start) + len(core)])
    return {"words": words, "quoted": list(quoted)}


def test_markup_gives_text_and_spans():
    text, quotes = parse_markup(STORY)
    assert text.startswith("“We will appeal. It was quite unfair,” Ana Lund, the captain, said.")
    assert [text[a:b] for a, b in quotes[0]["source"]] == ["Ana Lund, the captain,"]
    assert [text[a:b] for a, b in quotes[2]["content"]] == ["rained"]
    with pytest.raises(ValueError, match="closes nothing"):
        parse_markup("<c1>a</s1>")
    with pytest.raises(ValueError, match="not closed"):
        parse_markup("<c1>a")


def test_every_case_parses(request):
    cases = load_cases(request.config.rootpath / "training" / "cases")
    assert len(cases) > 300
    for case in cases:
        for quote in case["quotes"]:
            assert quote["content"], case["id"]


def test_projection_of_cue_content_source():
    text, quotes = parse_markup("<c1>“We will appeal,”</c1> <s1>Ana Lund</s1> <k1>said</k1>.")
    reading = project(block_of(text, [[0, 3]]), quotes)
    assert reading.cue == [0, 0, 0, 0, 0, 1]
    assert reading.triggers[0].labels == [1, 2, 3, 5, 7, 0]
    assert reading.triggers[1].kind == KIND_MARKS
    assert reading.triggers[1].labels == [1, 2, 3, 5, 7, 0]


def test_projection_of_sign_and_of_marks_that_are_no_quote():
    text, quotes = parse_markup("<s1>Dore</s1><k1>:</k1> <c1>never</c1>")
    reading = project(block_of(text), quotes)
    assert reading.cue == [3, 0]
    assert (reading.triggers[0].kind, reading.triggers[0].labels) == (KIND_SIGN, [8, 4])
    title = project(block_of("The film “Low Tide” opens", [[2, 4]]), [])
    assert title.triggers[0].labels == [0] * 5


def test_words_in_takes_any_touch():
    words = [[0, 3], [4, 8], [10, 12]]
    assert words_in(words, [[2, 5]]) == [0, 1]
    assert words_in(words, [[8, 10]]) == []
    assert words_in(words, [[3, 4], [11, 20]]) == [2]


def test_pieces_and_join_are_inverse():
    text, quotes = parse_markup(STORY)
    assert join(pieces_of(text, quotes), len(quotes)) == (text, quotes)


def test_rewrite_and_continuation_keep_the_words():
    text, quotes = parse_markup(STORY)
    line = pieces_of(text, quotes)[0]
    for seed in range(40):
        new_text, new = join(rewrite(line, random.Random(seed)), 1)
        content = " ".join(new_text[a:b] for a, b in new[0]["content"])
        assert "We will appeal. It was quite unfair" in content
        assert "Ana Lund, the captain" in " ".join(new_text[a:b] for a, b in new[0]["source"]) or new_text.isupper() or "ANA LUND" in new_text
    new_text, new = join(continue_below(line, random.Random(1), 1), 2)
    assert new[1] == {"content": [[new_text.index("“It was"), len(new_text)]], "cue": [], "source": []}
    assert new_text.endswith("“It was quite unfair.”")


@pytest.mark.parametrize("seed", range(25))
def test_augmented_spans_stay_inside_and_in_their_lines(seed):
    text, quotes = parse_markup(STORY)
    new_text, new = augment(text, quotes, random.Random(seed))
    for quote in new:
        for spans in quote.values():
            for start, end in spans:
                assert 0 <= start < end <= len(new_text)
                assert "\n" not in new_text[start:end]
    assert lose_marks(pieces_of(text, quotes), 1.0, random.Random(0)) is not None


def test_crf_against_brute_force():
    torch.manual_seed(0)
    crf = CRF()
    for parameter in crf.parameters():
        torch.nn.init.normal_(parameter)
    emissions = torch.randn(2, 4, LABELS, requires_grad=True)
    mask = torch.tensor([[True] * 4, [True, True, True, False]])
    labels = torch.tensor([[1, 2, 3, 0], [8, 0, 4, 0]])
    transition, start, end = crf.scores()

    def brute(row, length):
        def score(path):
            total = start[path[0]] + end[path[-1]] + sum(emissions[row, i, k] for i, k in enumerate(path))
            return total + sum(transition[a, b] for a, b in zip(path, path[1:]))

        paths = [p for p in itertools.product(range(LABELS), repeat=length) if p[0] in STARTS and p[-1] in ENDS]
        return torch.logsumexp(torch.stack([score(p) for p in paths]), 0) - score(labels[row, :length].tolist())

    expected = brute(0, 4) + brute(1, 3)
    (wanted,) = torch.autograd.grad(expected, emissions)
    found = crf.nll(emissions, labels, mask)
    assert found.item() == pytest.approx(expected.item(), abs=1e-3)
    (gradient,) = torch.autograd.grad(found, emissions)
    assert torch.allclose(gradient, wanted, atol=1e-4)


def test_buckets():
    assert bucket(torch.tensor([0, 1, -1, 24, 25, -25, 5000])).tolist() == [34, 35, 33, 58, 59, 9, 68]


def test_exported_graphs_do_as_the_trained_model(tmp_path):
    torch.manual_seed(0)
    torch.save({"model": QuoteModel().state_dict()}, tmp_path / "checkpoint.pt")
    model = load(tmp_path / "checkpoint.pt")
    write(model, tmp_path / "out", tmp_path)
    encoder, roles = samples()
    run = lambda file, inputs: onnxruntime.InferenceSession(str(file)).run(
        None, {i.name: x.numpy() for i, x in zip(onnxruntime.InferenceSession(str(file)).get_inputs(), inputs)}
    )
    with torch.inference_mode():
        states, cues, names = EncoderGraph(model)(*encoder)
        scores = RolesGraph(model)(*roles)
    for file, exact in ((tmp_path / "encoder.fp32.onnx", True), (tmp_path / "out" / "encoder.onnx", False)):
        got = run(file, encoder)
        assert np.abs(got[0] - states.numpy()).max() < (1e-3 if exact else 1.5)
        for heard, trained in ((got[1], cues), (got[2], names)):
            assert np.corrcoef(heard.ravel(), trained.numpy().ravel())[0, 1] > (0.9999 if exact else 0.98)
    for file, low in ((tmp_path / "roles.fp32.onnx", 0.9999), (tmp_path / "out" / "roles.onnx", 0.98)):
        assert np.corrcoef(run(file, roles)[0].ravel(), scores.numpy().ravel())[0, 1] > low
