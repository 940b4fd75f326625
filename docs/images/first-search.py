#!/usr/bin/env python3
"""Draws an answer of the service as the picture first-search.svg.

The query is first-search.graphql. Send it to a service with the sample estate, and give the answer to this script:

    python3 -c 'import json; print(json.dumps({"query": open("docs/images/first-search.graphql").read()}))' |
      curl -s http://localhost:8080/graphql -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d @- |
      python3 docs/images/first-search.py > docs/images/first-search.svg
"""

import json
import re
import sys
from html import escape
from pathlib import Path

QUERY = Path(__file__).with_name("first-search.graphql").read_text(encoding="utf-8")
QUESTION = re.search(r'queryText: "([^"]*)"', QUERY).group(1)
WIDTH, MARGIN, CARD, LINE_LENGTH = 860, 24, 112, 112


def text(x, y, style, content, anchor="start"):
    return f'<text x="{x}" y="{y}" class="{style}" text-anchor="{anchor}" xml:space="preserve">{content}</text>'


def lines(passage):
    """The passage in at most two lines; words that match the question are bold."""
    words = [(word, part["match"]) for part in passage for word in re.split(r"(?<=\s)", part["text"]) if word]
    result, length = [[]], 0
    for word, match in words:
        if length + len(word) > LINE_LENGTH and length > 0:
            result.append([])
            length = 0
        result[-1].append(f'<tspan class="match">{escape(word)}</tspan>' if match else escape(word))
        length += len(word)
    if len(result) > 2:
        result = result[:2]
        result[1].append("…")
    return ["".join(line) for line in result]


def card(top, number, hit):
    asset, explanation = hit["asset"], hit["explanation"]
    left, right = MARGIN + 16, WIDTH - MARGIN - 16
    facts = [
        asset["ciClass"],
        asset["environment"],
        asset["location"],
        "engagement " + hit["engagement"]["name"],
    ]
    ranks = f'by meaning no. {explanation["vector"]["rank"]}, by words no. {explanation["text"]["rank"]}'
    description = next(h for h in explanation["text"]["highlights"] if h["field"] == "DESCRIPTION")
    drawn = [
        f'<rect x="{MARGIN}" y="{top}" width="{WIDTH - 2 * MARGIN}" height="{CARD}" rx="8" class="card"/>',
        text(left, top + 27, "name", f"{number}. {escape(asset['name'])}"),
        text(right, top + 27, "fact", escape(ranks), "end"),
        text(left, top + 49, "fact", escape(" · ".join(facts))),
    ]
    drawn += [text(left, top + 74 + 20 * n, "line", line) for n, line in enumerate(lines(description["passage"]))]
    return drawn


def main():
    answer = json.load(sys.stdin)["data"]["findSimilarAssets"]
    hits = answer["hits"]
    height = 128 + len(hits) * (CARD + 12) + MARGIN - 12
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">',
        "<!-- Drawn by docs/images/first-search.py from the answer to this query over the sample estate:\n" + QUERY + "-->",
        f"<title>The {len(hits)} best hits of a search for “{escape(QUESTION)}”</title>",
        "<style>text{font:14px system-ui,'Segoe UI',Helvetica,Arial,sans-serif;fill:#1f2328}"
        ".name{font-weight:600;font-size:15px}.fact,.label{fill:#57606a;font-size:13px}.line{font-size:13.5px}"
        ".match{font-weight:700;fill:#0a5bb5}.question{font-size:16px}"
        ".page{fill:#f6f8fa;stroke:#d0d7de}.card,.box{fill:#fff;stroke:#d0d7de}</style>",
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="12" class="page"/>',
        text(MARGIN, 34, "label", "Question"),
        f'<rect x="{MARGIN}" y="44" width="{WIDTH - 2 * MARGIN}" height="40" rx="8" class="box"/>',
        text(MARGIN + 16, 69, "question", escape(QUESTION)),
        text(MARGIN, 112, "label", f"The {len(hits)} best of {answer['candidates']} assets that the caller may see"),
    ]
    for number, hit in enumerate(hits, 1):
        drawn += card(128 + (number - 1) * (CARD + 12), number, hit)
    print("\n".join(drawn + ["</svg>"]))


main()
