"""Reads GUM (CoNLL-U with entities in MISC): text, mentions with chains, the proper name in each, the head of each."""

import re
from dataclasses import dataclass, field
from pathlib import Path

TYPES = {
    "person": "person", "organization": "organisation", "place": "place", "event": "event", "animal": "other",
    "plant": "other", "substance": "other", "object": "other", "abstract": "other", "time": "time",
}
PRONOUNS = {"PRP", "PRP$", "WP", "WP$", "WDT"}
OPEN = re.compile(r"\(([^()-]+(?:\[\d+/\d+\])?)-([^()]*?)(?=[()]|$)|([^()-]+(?:\[\d+/\d+\])?)\)")


@dataclass
class Token:
    form: str
    pos: str
    tag: str
    parent: int
    relation: str
    start: int
    end: int
    sentence: int


@dataclass
class GumMention:
    first: int
    last: int  # inclusive, tokens
    type: str
    entity: str
    head: int


@dataclass
class Document:
    id: str
    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    mentions: list[GumMention] = field(default_factory=list)

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.tokens[first].start, self.tokens[last].end


def read_gum(file: Path) -> Document:
    document = Document(file.stem)
    open_mentions: dict[str, list[GumMention]] = {}
    sentence, begin, newpar, space = -1, 0, False, False
    merged_until, merged_space, merged_form = 0, True, ""
    for line in file.read_text(encoding="utf8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            newpar = True
        if line.startswith("#") or not line:
            continue
        columns = line.split("\t")
        number, form = columns[0], columns[1]
        if "." in number:
            continue
        after = "SpaceAfter=No" not in columns[9]
        if "-" in number:
            a, b = map(int, number.split("-"))
            merged_from, merged_until, merged_space, merged_form = a, b, after, form
            rest = form
            continue
        index = int(number)
        if index == 1:
            sentence, begin = sentence + 1, len(document.tokens)
        if document.text and (newpar or space):
            document.text += "\n\n" if newpar else " "
        newpar = False
        if index <= merged_until:
            # the parts of "boy's" are written together
            if not rest.startswith(form):
                form = rest if index == merged_until else rest[: len(form)]
            rest = rest[len(form) :]
            space = merged_space if index == merged_until else False
            if index == merged_until:
                merged_until = 0
        else:
            space = after
        start = len(document.text)
        document.text += form
        at = len(document.tokens)
        document.tokens.append(
            Token(form, columns[3], columns[4], begin + int(columns[6]) - 1 if columns[6] != "0" else -1, columns[7].split(":")[0], start, len(document.text), sentence)
        )
        match = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
        if match:
            for part in re.findall(r"\([^()]*\)?|[^()]+\)", match[1]):
                if part.startswith("("):
                    fields = part.strip("()").split("-")
                    name = fields[0]
                    mention = GumMention(at, at, TYPES.get(fields[1], "other"), re.sub(r"\[.*", "", name), at)
                    mention.raw = fields  # type: ignore[attr-defined]
                    document.mentions.append(mention)
                    open_mentions.setdefault(name, []).append(mention)
                    if part.endswith(")"):
                        open_mentions[name].pop().last = at
                else:
                    open_mentions[part.rstrip(")")].pop().last = at
    for mention in document.mentions:
        mention.head = find_head(document.tokens, mention)
    document.mentions.sort(key=lambda m: (m.first, -m.last))
    return document


def find_head(tokens: list[Token], mention: GumMention) -> int:
    """The token of the mention whose parent lies outside it; the first of several."""
    for at in range(mention.first, mention.last + 1):
        if not mention.first <= tokens[at].parent <= mention.last:
            return at
    return mention.first


LINKS = {"of", "the", "and", "&", "for", "on", "at", "to", "de", "la", "del", "-", "–", "/"}
PARTICLES = {"de", "von", "van", "der", "den", "la", "du", "al", "bin", "ibn", "di", "da", "-", "'", "“", '"', "”", "."}
TITLES = set(
    "mr mr. mrs mrs. ms ms. miss dr dr. doctor prof prof. professor president vice prime minister premier chancellor "
    "king queen prince princess emperor empress pope saint sir dame lord lady captain general admiral colonel major "
    "lieutenant sergeant inspector judge justice secretary undersecretary deputy senator sen. rep. representative "
    "congressman congresswoman governor mayor ambassador attorney dean director chairman bishop archbishop cardinal "
    "father brother sister rabbi imam sheikh mister madam coach detective officer foreign home state shadow of for the".split()
)


def name_of(document: Document, mention: GumMention) -> tuple[int, int] | None:
    """First and last token of the proper name that the mention is, without article and title; None if it has none."""
    tokens = document.tokens
    person = mention.type == "person"
    head = mention.head
    if not proper(tokens, head):
        # "science fiction writer L. Ron Hubbard": the name is flat beneath the noun
        named = [
            at for at in range(mention.first, mention.last + 1)
            if tokens[at].parent == head and tokens[at].relation in ("flat", "appos") and proper(tokens, at)
        ]
        if not person or not named or any(t.form in ",(" for t in tokens[head : named[0]]):
            return None
        head = named[0]
    links = PARTICLES if person else LINKS
    first = last = head
    while True:
        if last < mention.last and capital(tokens[last + 1]):
            last += 1
        elif last + 1 < mention.last and tokens[last + 1].form in links and capital(tokens[last + 2]):
            last += 2
        elif last + 2 < mention.last and not person and {tokens[last + 1].form, tokens[last + 2].form} <= links and capital(tokens[last + 3]):
            last += 3
        else:
            break
    while True:
        if first > mention.first and capital(tokens[first - 1]):
            first -= 1
        elif first - 1 > mention.first and tokens[first - 1].form in links and capital(tokens[first - 2]) and tokens[first - 1].form != "the":
            first -= 2
        else:
            break
    while first < last and tokens[first].form.lower() in ("the", "a", "an"):
        first += 1
    if person:
        titled = [at for at in range(first, last + 1) if tokens[at].form.lower() in TITLES]
        if titled:
            first = titled[-1] + 1
        if first > head:
            return None
    elif mention.type == "event":
        while first < last and tokens[first].form[0].isdigit():
            first += 1
    return first, last


def proper(tokens: list[Token], at: int) -> bool:
    return (tokens[at].pos == "PROPN" or tokens[at].tag in ("NNP", "NNPS")) and tokens[at].form[0].isalnum()


def capital(token: Token) -> bool:
    return token.form[0].isupper() or token.form[0].isdigit()


def names(document: Document) -> list[tuple[int, int, GumMention]]:
    """Every proper name (first token, last token, its mention); none inside another."""
    found = [(*name, mention) for mention in document.mentions if (name := name_of(document, mention))]
    found.sort(key=lambda entry: (entry[0] - entry[1], entry[2].first - entry[2].last))
    taken: set[int] = set()
    kept = []
    for first, last, mention in found:
        if not taken & set(range(first, last + 1)):
            taken |= set(range(first, last + 1))
            kept.append((first, last, mention))
    return sorted(kept, key=lambda entry: entry[0])
