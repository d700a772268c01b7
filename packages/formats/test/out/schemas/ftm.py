"""Writes ftm.json: python3 -m venv V && V/bin/pip install followthemoney==4.11.2 && V/bin/python ftm.py > ftm.json"""

import json
import sys
from importlib.metadata import version

from followthemoney import model
from followthemoney.types import registry

WRITTEN = (
    "Article Person Organization Company Mention Family Membership Ownership UnknownLink Note".split()
)


def schema(name):
    s = model.get(name)
    return {
        "abstract": s.abstract,
        "ancestors": sorted(one.name for one in s.schemata),
        "required": sorted(s.required),
        "properties": {
            name: {
                "type": p.type.name,
                "longest": p.max_length,
                **({"range": p.range.name} if p.range else {}),
                **({"deprecated": True} if p.deprecated else {}),
            }
            for name, p in sorted(s.properties.items())
            if not p.stub
        },
    }


json.dump(
    {
        "from": f"followthemoney {version('followthemoney')} (PyPI)",
        "licence": "MIT, Copyright (c) 2017-2024 Journalism Development Network, Inc., (c) 2025 OpenSanctions Datenbanken GmbH",
        "languages": sorted(registry.language.codes),
        "genders": sorted(registry.gender.codes),
        "schemata": {name: schema(name) for name in WRITTEN},
    },
    sys.stdout,
    indent=2,
)
print()
