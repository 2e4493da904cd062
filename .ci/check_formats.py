"""Reads reports as the tools do that they are for: `check_formats.py FOLDER SOURCES NAME`.

FOLDER has the formats of one case, `NAME.sarif`, `NAME.xml`, `NAME.github`, `NAME.annotations`, `NAME.claimreview`, and
`NAME.json`, the report itself. SOURCES is the folder of the case's sources, as it was named to crosscheck: the report's
paths begin with it, and every place that a format points at is looked up there.
"""

import base64
import hashlib
import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import jsonschema
from junitparser import Failure, JUnitXml, Skipped
from pyld import jsonld

SCHEMA = json.loads((Path(__file__).parent.parent / "tests/schemas/sarif-2.1.0.json").read_text())
BREAKING, SETTLED = {"disputed", "contradicted"}, {"corroborated", "single-source"}


def text_of(path):
    """The text of a file, without a byte order mark, with its line breaks as they are."""
    return Path(path).read_bytes().decode("utf-8-sig")


def evidence_of(report):
    return [
        (claim, stance, evidence)
        for claim in report["claims"]
        for stance in claim["stances"]
        for evidence in stance["evidence"]
    ]


def against(report):
    """Each claim with each source that contradicts it."""
    cells = ((claim, stance) for claim in report["claims"] for stance in claim["stances"])
    return [(claim, stance) for claim, stance in cells if stance["stance"] in ("contradicts", "mixed")]


def is_overruled(stance):
    """Whether a curator's ruling stands that says that the source does not contradict the claim."""
    ruling = stance.get("ruling")
    return bool(ruling) and not ruling["stale"] and ruling["stance"] not in ("contradicts", "mixed")


def check_sarif(log, report):
    jsonschema.Draft7Validator(SCHEMA).validate(log)
    run = log["runs"][0]
    rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
    assert [rule["id"] for rule in rules] == [claim["id"] for claim in report["claims"]]
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(against(report))
    regions = 0
    for artifact in artifacts:
        if "hashes" in artifact:
            content = Path(unquote(artifact["location"]["uri"])).read_bytes()
            assert hashlib.sha256(content).hexdigest() == artifact["hashes"]["sha-256"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        related = result.get("relatedLocations", [])
        linked = [int(link) for link in re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])]
        assert set(linked) <= {location["id"] for location in related}, result["message"]
        for location in result["locations"] + related:
            physical = location["physicalLocation"]
            uri = physical["artifactLocation"]["uri"]
            assert artifacts[physical["artifactLocation"]["index"]]["location"]["uri"] == uri
            if region := physical.get("region"):
                text, start = text_of(unquote(uri)), region["charOffset"]
                end = start + region["charLength"]
                assert text[start:end] == region["snippet"]["text"], uri
                for at, line, column in ((start, "startLine", "startColumn"), (end, "endLine", "endColumn")):
                    assert region[line] == text[:at].count("\n") + 1
                    assert region[column] == len(text[:at].rsplit("\n", 1)[-1]) + 1
                regions += 1
    prints = [json.dumps(result["partialFingerprints"]) for result in run["results"]]
    assert len(set(prints)) == len(prints), "two results with one fingerprint"
    return f"{len(run['results'])} results, {regions} regions"


def check_junit(suites, report):
    cases = {case.classname: case for suite in suites for case in suite}
    assert list(cases) == [claim["id"] for claim in report["claims"]]
    for claim in report["claims"]:
        results = cases[claim["id"]].result
        if claim["verdict"] in BREAKING:
            assert [(type(one), one.type) for one in results] == [(Failure, claim["verdict"])], claim["id"]
            assert len(results[0].text.splitlines()) >= 1
        else:
            assert [type(one) for one in results] == ([] if claim["verdict"] in SETTLED else [Skipped]), claim["id"]
    assert sum(suite.failures for suite in suites) == sum(one["verdict"] in BREAKING for one in report["claims"])
    return f"{len(cases)} cases"


COMMAND = re.compile(r"::(warning|notice) ((?:\w+=[^,:]*)(?:,\w+=[^,:]*)*)::(.*)")


def check_github(text, report):
    """By the grammar of the documentation: a command a line, `%`, line breaks, `:` and `,` escaped."""
    counts = {"warning": 0, "notice": 0}
    for line in filter(None, re.split("[\r\n]", text)):
        name, properties, message = COMMAND.fullmatch(line).groups()
        counts[name] += 1
        properties = dict(one.split("=", 1) for one in properties.split(","))
        path = unquote(properties["file"])
        lines = Path(path).read_bytes().decode("utf-8-sig").split("\n")
        first = lines[int(properties["line"]) - 1]
        if "col" in properties:
            quote = first[int(properties["col"]) - 1 : int(properties["endColumn"]) - 1]
            assert f"“{' '.join(quote.split())}”" in unquote(message), (quote, message)
        assert {"line", "title"} <= set(properties) and message
    broken = [claim for claim in report["claims"] if claim["verdict"] in BREAKING]
    overruled = [stance for _, stance in against(report) if is_overruled(stance)]
    warnings = len(against(report)) - len(overruled)
    notices = len(broken) + len(report["unlisted"]) + len(overruled)
    assert counts == {"warning": warnings, "notice": notices}, counts
    return f"{counts['warning']} warnings, {counts['notice']} notices"


MEMBERS = {"id", "type", "motivation", "generator", "body", "target"}


def check_annotations(collection, report, texts):
    """By the model's own rules, for its context is not at hand offline: what must be there, and once."""
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection" and collection["first"]["type"] == "AnnotationPage"
    items, evidence = collection["first"]["items"], evidence_of(report)
    assert collection["total"] == len(items) == len(evidence)
    ids = {item["id"] for item in items} | {collection["id"], collection["first"]["id"]}
    assert len(ids) == len(items) + 2
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}", id) for id in ids)
    for item, (claim, stance, found) in zip(items, evidence, strict=True):
        assert set(item) == MEMBERS and item["type"] == "Annotation" and item["motivation"] == "assessing"
        assert all(body["type"] == "TextualBody" for body in item["body"])
        assert [body["purpose"] for body in item["body"]] == ["classifying", "tagging", "describing"]
        assert [body["value"] for body in item["body"]][:2] == [found["stance"], claim["id"]]
        text = texts[stance["source"]]
        for target in item["target"]:
            assert target["type"] == "SpecificResource" and target["source"]
            if target["source"].startswith("ni:///"):
                digest = re.fullmatch(r"ni:///sha-256;([\w-]+)\?ct=text/plain", target["source"])[1]
                assert len(base64.urlsafe_b64decode(digest + "=")) == 32
            for selector in target["selector"]:
                if selector["type"] == "TextPositionSelector":
                    assert text[selector["start"] : selector["end"]] == found["quote"]
                else:
                    assert selector["type"] == "TextQuoteSelector" and selector["exact"] == found["quote"]
                    around = selector.get("prefix", "") + selector["exact"] + selector.get("suffix", "")
                    assert around in text and len(around) <= len(found["quote"]) + 64
    return f"{len(items)} annotations"


def vocabulary(url, _options):
    """schema.org's context as far as these documents need it, for no network is used."""
    assert url in ("https://schema.org", "https://schema.org/"), url
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
            "document": {"@context": {"@vocab": "https://schema.org/"}}}


def check_claim_review(document, report):
    ruled = [
        claim
        for claim in report["claims"]
        if any("ruling" in stance and not stance["ruling"]["stale"] for stance in claim["stances"])
    ]
    assert [review["claimReviewed"] for review in document["@graph"]] == [claim["claim"] for claim in ruled]
    expanded = jsonld.expand(document, {"documentLoader": vocabulary})
    assert len(expanded) == len(ruled)
    for review in expanded:
        assert review["@type"] == ["https://schema.org/ClaimReview"]
        (rating,) = review["https://schema.org/reviewRating"]
        assert set(rating) == {"@type", "https://schema.org/alternateName"}, "nobody gave a number"
        (claim,) = review["https://schema.org/itemReviewed"]
        works = claim.get("https://schema.org/appearance", []) + review.get("https://schema.org/citation", [])
        assert works and all("https://schema.org/publisher" in work for work in works)
    return f"{len(ruled)} reviews"


def main(folder, sources, name):
    def path(ending):
        return Path(folder) / f"{name}.{ending}"

    def parsed(ending):
        return json.loads(path(ending).read_text())

    report = parsed("json")
    texts = {source["id"]: text_of(Path(sources) / source["file"]) for source in report["sources"]}
    print(f"{name}.sarif: {check_sarif(parsed('sarif'), report)}")
    print(f"{name}.xml: {check_junit(JUnitXml.fromfile(str(path('xml'))), report)}")
    print(f"{name}.github: {check_github(path('github').read_bytes().decode(), report)}")
    print(f"{name}.annotations: {check_annotations(parsed('annotations'), report, texts)}")
    print(f"{name}.claimreview: {check_claim_review(parsed('claimreview'), report)}")


main(*sys.argv[1:])
