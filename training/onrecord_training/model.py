"""The quote model: one encoder pass over a window of text, then one light pass for each trigger.

MiniLM-L6 (Wang et al. 2020) with a learnt type added to each word piece; a cue tagger over words; and, for each cue
or pair of marks, two transformer layers over the words of its block, decoded by a linear-chain CRF whose transitions
keep begin, inside and end in order.
"""

import random

import torch
from torch import nn
from torch.nn import functional as F

TYPES, GAPS, KINDS, CUES, LABELS = 12, 16, 3, 4, 9
NAMES, HEADS = 29, 8
BUCKETS = 69
ENDS, STARTS = (0, 3, 4, 7, 8), (0, 1, 4, 5, 8)
FORBIDDEN = -1e4


def bucket(distance: torch.Tensor) -> torch.Tensor:
    """Distance in words to one of 69 buckets: exact to 24, then by quarters of an octave."""
    size = distance.abs()
    far = torch.clamp(24 + torch.floor(torch.log2(size.clamp(min=1) / 24.0) * 4) + 1, max=34).long()
    return torch.sign(distance) * torch.where(size <= 24, size, far) + 34


class Dropout(nn.Module):
    """Dropout; on a CPU from one pool of masks at a random offset, since drawing masks there is slow."""

    pool: dict[float, torch.Tensor] = {}

    def __init__(self, rate: float):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        if x.is_cuda:
            return F.dropout(x, self.rate)
        if self.rate not in self.pool:
            self.pool[self.rate] = (torch.rand(6_000_011) >= self.rate).float() / (1 - self.rate)
        pool = self.pool[self.rate]
        offset = random.randrange(0, pool.numel() - x.numel())
        return x * pool[offset : offset + x.numel()].view(x.shape)


class FusedAttention(torch.autograd.Function):
    """Self-attention without a mask, as the one operator that ONNX Runtime has for it (com.microsoft.Attention)."""

    @staticmethod
    def forward(ctx, x, weight, bias, heads):
        batch, length, width = x.shape
        q, k, v = (x @ weight + bias).view(batch, length, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
        return F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(batch, length, width)

    @staticmethod
    def symbolic(g, x, weight, bias, heads):
        return g.op("com.microsoft::Attention", x, weight, bias, num_heads_i=heads).setType(x.type())


class Layer(nn.Module):
    """A transformer layer, normalised after each half, as BERT has it."""

    def __init__(self, width, heads, inner, rate, epsilon=1e-12):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=epsilon)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=epsilon)
        self.drop = Dropout(rate)
        self.exporting = False

    def forward(self, x, mask=None):
        batch, length, width = x.shape
        if self.exporting:
            attended = FusedAttention.apply(x, self.qkv.weight.t(), self.qkv.bias, self.heads)
        else:
            q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
            attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(attended)))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    def __init__(self, layers=6, width=384, heads=12, inner=1536, vocabulary=30522, rate=0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(512, width)
        self.types = nn.Embedding(TYPES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, rate) for _ in range(layers))
        self.drop = Dropout(rate)

    def forward(self, ids, types, mask=None):
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.types(types) + self.positions(positions)))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_bert(self, file):
        """Takes the weights of a BERT checkpoint (safetensors); every type starts as its token type 0."""
        from safetensors.torch import load_file

        weights = {name.removeprefix("bert."): value for name, value in load_file(file).items()}
        embeddings = "embeddings."
        with torch.no_grad():
            self.words.weight.copy_(weights[embeddings + "word_embeddings.weight"])
            self.positions.weight.copy_(weights[embeddings + "position_embeddings.weight"])
            self.types.weight.copy_(weights[embeddings + "token_type_embeddings.weight"][0].expand(TYPES, -1))
            for kind in ("weight", "bias"):
                getattr(self.norm, kind).copy_(weights[f"{embeddings}LayerNorm.{kind}"])
                for number, layer in enumerate(self.layers):
                    prefix = f"encoder.layer.{number}."
                    parts = [weights[f"{prefix}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))
                    getattr(layer.out, kind).copy_(weights[f"{prefix}attention.output.dense.{kind}"])
                    getattr(layer.norm1, kind).copy_(weights[f"{prefix}attention.output.LayerNorm.{kind}"])
                    getattr(layer.inner, kind).copy_(weights[f"{prefix}intermediate.dense.{kind}"])
                    getattr(layer.outer, kind).copy_(weights[f"{prefix}output.dense.{kind}"])
                    getattr(layer.norm2, kind).copy_(weights[f"{prefix}output.LayerNorm.{kind}"])


class Roles(nn.Module):
    """Content and source of one trigger, over the words of its block."""

    def __init__(self, width=384, inner_width=256, layers=2, heads=4, inner=768, rate=0.1):
        super().__init__()
        self.words = nn.Linear(width, inner_width)
        self.trigger = nn.Linear(width, inner_width)
        self.distance = nn.Embedding(BUCKETS, inner_width)
        self.before = nn.Embedding(GAPS, inner_width)
        self.after = nn.Embedding(GAPS, inner_width)
        self.other = nn.Embedding(2, inner_width)
        self.kind = nn.Embedding(KINDS, inner_width)
        for table in (self.distance, self.before, self.after, self.kind):
            nn.init.normal_(table.weight, std=0.1)
        nn.init.zeros_(self.other.weight)
        self.norm = nn.LayerNorm(inner_width)
        self.layers = nn.ModuleList(Layer(inner_width, heads, inner, rate, 1e-5) for _ in range(layers))
        self.out = nn.Linear(inner_width, LABELS)
        self.drop = Dropout(rate)

    def forward(self, x, weights, distance, before, after, other, kind, mask=None):
        """x [N or 1, L, d]; weights [N, L], the trigger's words summing to 1; distance, other [N, L]; before, after
        [N or 1, L]; kind [N]. Gives [N, L, 9]."""
        trigger = self.trigger(weights.unsqueeze(1) @ x)
        x = self.words(x) + self.before(before) + self.after(after) + trigger
        x = x + self.distance(distance) + self.other(other) + self.kind(kind).unsqueeze(1)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return self.out(x)


class Names(nn.Module):
    """What each word is in a name, and what it is the head of: from the encoder's state and its neighbours'."""

    def __init__(self, width=384, inner=256, rate=0.1):
        super().__init__()
        self.words = nn.Linear(3 * width, inner)
        self.out = nn.Linear(inner, NAMES + HEADS)
        self.drop = Dropout(rate)

    def forward(self, x):
        """x [words, d], neighbours in the text beside each other. Gives [words, 29 + 8]."""
        edge = torch.zeros_like(x[:1])
        around = torch.cat([torch.cat([edge, x[:-1]]), x, torch.cat([x[1:], edge])], -1)
        return self.out(self.drop(F.gelu(self.words(self.drop(around)))))


def allowed_loss(logits: torch.Tensor, allowed: torch.Tensor) -> torch.Tensor:
    """Minus the log of the probability of each word's allowed labels (bits), summed."""
    bits = (allowed[:, None] >> torch.arange(logits.shape[1], device=logits.device)) & 1
    inside = logits.masked_fill(bits == 0, FORBIDDEN).logsumexp(1)
    return (logits.logsumexp(1) - inside).sum()


class CRF(nn.Module):
    """Linear chain over the nine labels (Lafferty et al. 2001); what BIOES forbids stays forbidden."""

    def __init__(self):
        super().__init__()
        allowed = torch.zeros(LABELS, LABELS)
        for end in ENDS:
            for start in STARTS:
                allowed[end, start] = 1
        for inside in ((1, 2), (5, 6)):
            for one in inside:
                allowed[one, inside[1]] = allowed[one, inside[1] + 1] = 1
        self.register_buffer("forbidden", (1 - allowed) * FORBIDDEN)
        starts, ends = torch.full((LABELS,), FORBIDDEN), torch.full((LABELS,), FORBIDDEN)
        starts[list(STARTS)], ends[list(ENDS)] = 0, 0
        self.register_buffer("forbidden_start", starts)
        self.register_buffer("forbidden_end", ends)
        self.transition = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.start = nn.Parameter(torch.zeros(LABELS))
        self.end = nn.Parameter(torch.zeros(LABELS))

    def scores(self):
        return self.transition + self.forbidden, self.start + self.forbidden_start, self.end + self.forbidden_end

    def nll(self, emissions, labels, mask):
        """Sum over the batch of the negative log-likelihood. emissions [N, L, 9]; every row has a first word."""
        return Likelihood.apply(emissions, *self.scores(), labels, mask)


class Likelihood(torch.autograd.Function):
    """Forward-backward with scaling; the gradient is expected minus observed counts, so no graph over time is kept."""

    @staticmethod
    def forward(ctx, emissions, transition, start, end, labels, mask):
        N, L, K = emissions.shape
        e = torch.where(mask[:, :, None], emissions.detach(), torch.zeros((), device=emissions.device)).double()
        top = e.max(2, keepdim=True).values
        p = (e - top).exp().transpose(0, 1).contiguous()
        steps = mask.t()[:, :, None]
        t, s, f = (x.detach().double().exp() for x in (transition, start, end))
        alphas, scales = [], []
        alpha = s * p[0]
        scale = alpha.sum(1, keepdim=True)
        alpha = alpha / scale
        alphas.append(alpha)
        scales.append(scale)
        one = torch.ones_like(scale)
        for i in range(1, L):
            new = (alpha @ t) * p[i]
            scale = torch.where(steps[i], new.sum(1, keepdim=True), one)
            alpha = torch.where(steps[i], new / scale, alpha)
            alphas.append(alpha)
            scales.append(scale)
        final = (alpha * f).sum(1)
        log_z = torch.stack(scales).log().sum((0, 2)) + (top[:, :, 0] * mask).sum(1) + final.log()

        gamma = torch.empty(L, N, K, dtype=torch.double, device=e.device)
        pairs = torch.zeros(K, K, dtype=torch.double, device=e.device)
        beta = f.expand(N, K) / final[:, None]
        for i in range(L - 1, -1, -1):
            gamma[i] = alphas[i] * beta
            if i:
                u = p[i] * beta / scales[i]
                pairs += (alphas[i - 1] * steps[i]).t() @ (u * steps[i])
                beta = torch.where(steps[i], u @ t.t(), beta)
        pairs *= t
        gamma = (gamma * steps).transpose(0, 1)

        rows = torch.arange(N, device=e.device)
        last = mask.sum(1) - 1
        observed = F.one_hot(labels, K).double() * mask[:, :, None]
        both = mask[:, 1:]
        moves = torch.zeros(K * K, dtype=torch.double, device=e.device)
        moves.index_add_(0, (labels[:, :-1] * K + labels[:, 1:])[both], both[both].double())
        gold = (e * observed).sum((1, 2)) + start.detach()[labels[:, 0]] + end.detach()[labels[rows, last]]
        gold = gold + (transition.detach()[labels[:, :-1], labels[:, 1:]] * both).sum(1)
        ended = F.one_hot(labels[rows, last], K).double().sum(0)
        ctx.gradients = (
            (gamma - observed).float(),
            (pairs - moves.view(K, K)).float(),
            (gamma[:, 0] - observed[:, 0]).sum(0).float(),
            ((alphas[-1] * f / final[:, None]).sum(0) - ended).float(),
        )
        return (log_z - gold).sum().float()

    @staticmethod
    def backward(ctx, gradient):
        return (*(gradient * part for part in ctx.gradients), None, None)


class QuoteModel(nn.Module):
    def __init__(self, rate=0.1):
        super().__init__()
        self.encoder = Encoder(rate=rate)
        self.cue = nn.Linear(384, CUES)
        self.names = Names(rate=rate)
        self.roles = Roles(rate=rate)
        self.crf = CRF()
        self.drop = Dropout(rate)

    def word_states(self, ids, types, mask, first):
        """The encoder's state at the first piece of each word; ``first`` counts through the flattened batch."""
        x = self.encoder(ids, types, mask)
        return x.reshape(-1, x.shape[-1])[first]
