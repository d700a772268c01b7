"""Other typography for the same attributions, so that typography no longer matters.

The engine already shows every convention of paired marks alike; what it cannot undo is done here: marks that are
lost or odd, no capitals, capitals only, no space after a colon, and the forms that the corpus hardly has
(``From X:``, ``“…” —Name``, ``Name:``, quotes that go on in a paragraph of their own, block quotes after a colon).
"""

import random
import re

PRONOUNS = {"he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "this", "those", "these", "one", "some", "many", "others"}
MARKS = re.compile("[“”\"]|''|``")
SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")

Piece = tuple[str, frozenset]  # words, and the (attribution, role) pairs that they belong to


def pieces_of(text: str, quotes: list[dict]) -> list[list[Piece]]:
    """The text cut at every line end and every edge of a span: one list of pieces a line."""
    edges, spans = {0, len(text)}, []
    for number, quote in enumerate(quotes):
        for role in ("content", "cue", "source"):
            for start, end in quote[role]:
                edges |= {start, end}
                spans.append((start, end, (number, role)))
    for line_end in re.finditer("\n", text):
        edges |= {line_end.start(), line_end.end()}
    cuts = sorted(edges)
    lines: list[list[Piece]] = [[]]
    for start, end in zip(cuts, cuts[1:]):
        if text[start:end] == "\n":
            lines.append([])
            continue
        lines[-1].append((text[start:end], frozenset(s[2] for s in spans if s[0] <= start and end <= s[1])))
    return lines


def join(lines: list[list[Piece]], count: int) -> tuple[str, list[dict]]:
    """The inverse of :func:`pieces_of`: neighbouring pieces of one role become one span. Empty attributions stay."""
    quotes = [{"content": [], "cue": [], "source": []} for _ in range(count)]
    text = ""
    for number, line in enumerate(lines):
        if number:
            text += "\n"
        for words, roles in line:
            start, end = len(text), len(text) + len(words)
            text += words
            if start == end:
                continue
            for attribution, role in roles:
                spans = quotes[attribution][role]
                if spans and spans[-1][1] == start:
                    spans[-1][1] = end
                else:
                    spans.append([start, end])
    return text, quotes


def text_of(line: list[Piece]) -> str:
    return "".join(words for words, _ in line)


def map_text(lines, change):
    return [[(change(words), roles) for words, roles in line] for line in lines]


def lose_marks(lines, rate: float, rng: random.Random):
    return map_text(lines, lambda words: MARKS.sub(lambda mark: "" if rng.random() < rate else mark[0], words))


def direct_parts(line: list[Piece]):
    """(content without marks, source, attribution) where a line is one direct quote with one source and little else."""
    attributions = {a for _, roles in line for a, _ in roles}
    if len(attributions) != 1:
        return None
    (only,) = attributions
    of = lambda role: "".join(words for words, roles in line if (only, role) in roles).strip()
    content, source = of("content"), of("source").strip(" ,")
    rest = "".join(words for words, roles in line if not roles)
    if not re.match("[“\"]", content) or len(re.findall("[“”\"]", content)) > 4 or len(rest) > 25:
        return None
    if not source or source.lower() in PRONOUNS or not source[0].isupper() or len(source.split()) > 9:
        return None
    content = re.sub(r",?[”\"]\s*[“\"](?=[A-Z])", ". ", content).replace("?. ", "? ").replace("!. ", "! ").replace(".. ", ". ")
    content = re.sub("[“”\"]", "", content).strip().rstrip(",")
    if len(content.split()) < 4:
        return None
    if content[-1] not in ".!?…":
        content += "."
    return content[0].upper() + content[1:], source, only


def rewrite(line: list[Piece], rng: random.Random) -> list[list[Piece]] | None:
    """One direct quote in a form that the corpus hardly has."""
    parts = direct_parts(line)
    if parts is None:
        return None
    content, source, a = parts
    c, k, s, none = (frozenset({(a, "content")}), frozenset({(a, "cue")}), frozenset({(a, "source")}), frozenset())
    marked = f"“{content}”"
    form = rng.choice(["dash", "dash", "colon", "colon", "from", "transcript", "transcript", "block", "block bare", "headline"])
    if form == "dash":
        dash = rng.choice(["-", "—", "―", "–", "--"])
        return [[(marked, c), (" ", none), (dash, k), (rng.choice(["", " "]), none), (source, s), (rng.choice(["", "."]), none)]]
    if form == "colon":
        return [[(source, s), (":", k), (rng.choice(["", " ", " "]), none), (marked, c)]]
    if form == "from":
        return [[("From", k), (" ", none), (source, s), (rng.choice([": ", ":", " — "]), none), (marked, c)]]
    if form == "transcript":
        name = source.upper() if rng.random() < 0.5 else source
        return [[(name, s), (":", k), (" ", none), (content, c)]]
    if form == "headline":
        return [[(source, s), (":", k), (" ", none), (content.rstrip("."), c)]]
    verb = rng.choice(["said", "wrote", "said in a statement", "replied", "posted on Friday"])
    words = verb.split(" ", 1)
    introduction = [(source, s), (" ", none), (words[0], k), ((" " + words[1] if len(words) > 1 else "") + ":", none)]
    return [introduction, [], [(content if form == "block bare" else marked, c)]]


def continue_below(line: list[Piece], rng: random.Random, new: int) -> list[list[Piece]] | None:
    """The last sentence or sentences of a line's last direct content, in a paragraph of their own."""
    for k in range(len(line) - 1, -1, -1):
        words, roles = line[k]
        contents = [a for a, role in roles if role == "content"]
        ends = list(SENTENCE_END.finditer(words))
        if len(contents) == 1 and len(roles) == 1 and ends and re.match("[“\"]", words) and words.rstrip()[-1] in "”\"":
            break
    else:
        return None
    cut = rng.choice(ends).end()
    head, tail = words[:cut].rstrip(), words[cut:]
    only_signs_follow = k == 0 and len(line) > 1 and not text_of(line[1:]).strip(" .")
    if len(tail.split()) < 4 or only_signs_follow:
        return None
    opens, closes = words[0], words.rstrip()[-1]
    here = line[:k] + [(head if k == len(line) - 1 and rng.random() < 0.5 else head + closes, roles)] + line[k + 1 :]
    if k != len(line) - 1 and head[-1] == ".":
        here[k] = (head[:-1] + "," + closes, roles)
    tail = tail.rstrip()
    if tail[-2:-1] == ",":
        tail = tail[:-2] + "." + closes
    return [here, [], [(opens + tail, frozenset({(new, "content")}))]]


def augment(text: str, quotes: list[dict], rng: random.Random) -> tuple[str, list[dict]]:
    """One other form of a story. The result's spans are exact for its own text."""
    lines, count = [], len(quotes)
    for line in pieces_of(text, quotes):
        chance = rng.random()
        changed = None
        if chance < 0.35:
            changed = rewrite(line, rng)
        elif chance < 0.75:
            changed = continue_below(line, rng, count)
            count += changed is not None
        lines += changed if changed is not None else [line]
    chance = rng.random()
    if chance < 0.12:
        lines = lose_marks(lines, 1.0, rng)
    elif chance < 0.3:
        lines = lose_marks(lines, 0.12, rng)
    elif chance < 0.42:
        lines = map_text(lines, lambda words: words.lower() if len(words.lower()) == len(words) else words)
    if rng.random() < 0.3:
        lines = [map_text([line], lambda w: w.upper() if len(w.upper()) == len(w) else w)[0] if rng.random() < 0.12 else line for line in lines]
    if rng.random() < 0.3:
        lines = map_text(lines, lambda words: re.sub(": (?=[“\"])", ":", words))
    return join(lines, count)
