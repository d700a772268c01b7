"""Checks files of marked stories: python3 training/names/check.py FILE…  Says where one is wrong; counts what is there."""

import collections
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from onrecord_training.names_cases import read_marked  # noqa: E402

PRONOUNS = set("i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves they them their theirs themselves themself".split())

for name in sys.argv[1:]:
    stories = read_marked(Path(name))
    counts = collections.Counter()
    for story in stories:
        for start, end, form, entity in story.mentions:
            words = story.text[start:end]
            counts[form] += 1
            if form == "name":
                counts[story.types[entity]] += 1
                if re.match(r"(?:the|mr|mrs|ms|dr|sir|dame|president|captain)\.?\s", words, re.I):
                    print(f"{story.id}: a name with article or title: {words!r}")
                if re.search(r"['’]s$", words):
                    print(f"{story.id}: a name with its possessive: {words!r}")
            if form == "pronoun" and words.lower() not in PRONOUNS:
                print(f"{story.id}: not a pronoun: {words!r}")
    words = sum(len(story.text.split()) for story in stories)
    print(f"{name}: {len(stories)} stories, {words} words, {dict(counts)}")
