"""Learns whom pronouns stand for: a softmax over candidates and nobody, linear in the engine's own features.

Trained on GUM's chains (its dev documents left out) and on the project's own marked stories; the engine reads them with
the shipped model and shows each pronoun's candidates (training/antecedents.js). The weights go into config.json.
"""

import argparse
import json
import random
import subprocess
from pathlib import Path

import torch

from .gum import read_gum
from .gum import names as gum_names
from .names_cases import read_marked

KINDS = ("person", "thing", "plural")


def stories(data: Path, marked: Path) -> list[dict]:
    held_out = {json.loads(line)["id"] for line in open(data / "entities" / "dev.jsonl", encoding="utf8")}
    found = []
    for file in sorted((data / "gum").glob("*.conllu")):
        if file.stem in held_out:
            continue
        document = read_gum(file)
        mentions = [(*document.span(m.first, m.last), m.entity) for m in document.mentions]
        mentions += [(*document.span(first, last), mention.entity) for first, last, mention in gum_names(document)]
        found.append({"id": document.id, "text": document.text, "mentions": mentions})
    for file in sorted(marked.glob("*.txt")):
        for story in read_marked(file):
            mentions = [(start, end, str(entity)) for start, end, _, entity in story.mentions]
            found.append({"id": story.id, "text": story.text, "mentions": mentions})
    return found


def learn(choices: list[dict], decay: float) -> tuple[torch.Tensor, float]:
    """Weights of the features and the score of nobody, by L-BFGS on the log-likelihood with an L2 penalty."""
    count = len(choices[0]["features"][0])
    longest = max(len(choice["features"]) for choice in choices)
    x = torch.zeros(len(choices), longest, count)
    there = torch.zeros(len(choices), longest, dtype=torch.bool)
    right = torch.zeros(len(choices), longest + 1, dtype=torch.bool)
    weight = torch.ones(len(choices))
    for row, choice in enumerate(choices):
        size = len(choice["features"])
        x[row, :size] = torch.tensor(choice["features"], dtype=torch.float)
        there[row, :size] = True
        right[row, choice["right"] or [longest]] = True
        weight[row] = 1.0 if choice["id"].startswith("GUM_") else 2.0
    w = torch.zeros(count, requires_grad=True)
    nobody = torch.zeros((), requires_grad=True)
    optimizer = torch.optim.LBFGS([w, nobody], max_iter=200, line_search_fn="strong_wolfe")

    def scores():
        s = (x @ w).masked_fill(~there, -1e4)
        return torch.cat([s, nobody.expand(len(choices), 1)], 1)

    def closure():
        optimizer.zero_grad()
        s = scores()
        loss = ((s.logsumexp(1) - s.masked_fill(~right, -1e4).logsumexp(1)) * weight).sum() + decay * (w * w).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return w.detach(), nobody.item()


def accuracy(choices: list[dict], w: torch.Tensor, nobody: float) -> tuple[float, float]:
    """Share of choices that are right, and of those that name somebody, the share that is right."""
    good = named = named_good = 0
    for choice in choices:
        scores = torch.tensor(choice["features"], dtype=torch.float) @ w
        best = int(scores.argmax())
        answer = best if scores[best] >= nobody else None
        is_right = answer in choice["right"] if answer is not None else not choice["right"]
        good += is_right
        named += answer is not None
        named_good += answer is not None and is_right
    return good / len(choices), named_good / max(named, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with gum/ and entities/")
    parser.add_argument("--out", type=Path, required=True, help="the weights' folder, whose config.json is completed")
    parser.add_argument("--keep", type=Path, help="a file to write the choices to")
    parser.add_argument("--decay", type=float, default=10)
    options = parser.parse_args()
    training = Path(__file__).parent.parent
    lines = "".join(json.dumps(story) + "\n" for story in stories(options.data, training / "names"))
    shown = subprocess.run(["node", training / "antecedents.js", options.out], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    if options.keep:
        options.keep.write_bytes(shown.stdout)
    choices = [json.loads(line) for line in shown.stdout.splitlines()]
    config = json.loads((options.out / "config.json").read_text())
    ids = sorted({choice["id"] for choice in choices})
    random.Random(1).shuffle(ids)
    held = set(ids[: len(ids) // 5])
    weights = {}
    for kind in KINDS:
        of_kind = [choice for choice in choices if choice["kind"] == kind]
        part = [choice for choice in of_kind if choice["id"] not in held]
        test = [choice for choice in of_kind if choice["id"] in held]
        for name, these in (("all", test), ("own", [choice for choice in test if not choice["id"].startswith("GUM_")])):
            if these:
                all_right, precision = accuracy(these, *learn(part, options.decay))
                print(f"{kind}: {len(part)} choices; of {len(these)} left out ({name}) {all_right:.3f} right, of those answered {precision:.3f}")
        w, nobody = learn(of_kind, options.decay)
        weights[kind] = {"features": [round(value, 3) for value in w.tolist()], "nobody": round(nobody, 3)}
    config["antecedents"] = weights
    (options.out / "config.json").write_text(json.dumps(config, indent=1) + "\n")


if __name__ == "__main__":
    main()
