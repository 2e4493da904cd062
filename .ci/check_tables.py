#!/usr/bin/env python3
"""Reads a report as a database and as Parquet with the programs they are for, and compares them with its JSON and CSV.

usage: check_tables.py PROGRAM STEM...

STEM.json, STEM.csv, STEM.db and STEM.parquet are one report. Python's sqlite3 and Datasette read the database, pyarrow
and DuckDB the Parquet file; each must find what the JSON has, all of it and in its order. PROGRAM, which wrote them, must
not write bytes to a terminal. Needs datasette, duckdb and pyarrow (PyPI); exits with 1 and says what differs.
"""

import asyncio
import csv
import json
import os
import pathlib
import pty
import sqlite3
import sys

import duckdb
import pyarrow
import pyarrow.parquet
from datasette.app import Datasette
from datasette.utils import tilde_encode


def same(what, found, expected):
    """Stops where two values differ, at the first place where lists do."""
    if isinstance(found, list) and isinstance(expected, list):
        for at, (one, other) in enumerate(zip(found, expected)):
            assert one == other, f"{what} {at}:\n  found    {one!r}\n  expected {other!r}"
        assert len(found) == len(expected), f"{what}: {len(found)}, expected {len(expected)}"
    assert found == expected, f"{what}:\n  found    {found!r}\n  expected {expected!r}"


def said(row, *left_out):
    """A row without its empty cells, as JSON leaves them out."""
    return {name: row[name] for name in row.keys() if row[name] is not None and name not in left_out}


class Database:
    """A report read from its database alone."""

    def __init__(self, path):
        self.connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        self.connection.row_factory = sqlite3.Row

    def rows(self, sql, *values):
        return self.connection.execute(sql, values).fetchall()

    def column(self, sql, *values):
        return [row[0] for row in self.rows(sql, *values)]

    def sound(self):
        same("integrity", self.column("PRAGMA integrity_check"), ["ok"])
        same("keys that lead nowhere", self.rows("PRAGMA foreign_key_check"), [])
        same("application", self.column("PRAGMA application_id"), [int.from_bytes(b"XCHK", "big")])

    def evidence(self, claim, source):
        found = []
        for row in self.rows("SELECT * FROM evidence WHERE claim = ? AND source = ? ORDER BY number", claim, source):
            one = said(row, "id", "claim", "source", "number", "how", "cue_start", "cue_end")
            values = "SELECT claimed, reported, relation FROM compared_values WHERE evidence = ? ORDER BY number"
            one["values"] = [said(value) for value in self.rows(values, row["id"])]
            if row["how"]:
                one["attribution"] = (row["how"], row["cue_start"], row["cue_end"])
            found.append(one)
        return found

    def origins(self, claim):
        for row in self.rows("SELECT * FROM origins WHERE claim = ? ORDER BY id", claim):
            one = {"side": row["side"], "number": row["number"]}
            for name in ["outlet", "source", "tie", "speaker", "credit"]:
                sql = f"SELECT {name} FROM origin_{name}s WHERE origin = ?"
                one[f"{name}s"] = set(self.column(sql, row["id"]))
            yield one


def check_sources(database, report):
    rows = database.rows("SELECT * FROM sources ORDER BY id")
    kept = [said(row, "text", "article_start", "article_end") for row in rows]
    same("sources", kept, report["sources"])
    same("outlets", set(database.column("SELECT name FROM outlets")), {one["outlet"] for one in report["sources"]})
    texts = {row["id"]: row["text"].encode() for row in rows}
    places = "SELECT source, start, \"end\", quote FROM evidence"
    for source, start, end, quote in database.rows(places):
        same("quote", texts[source][start:end].decode(), quote)
    sliced = 'SELECT CAST(substr(CAST(s.text AS BLOB), e.start + 1, e."end" - e.start) AS TEXT) = e.quote FROM evidence e'
    assert set(database.column(f"{sliced} JOIN sources s ON s.id = e.source")) == {1}
    spoken = []
    for row in database.rows("SELECT * FROM speakers ORDER BY name"):
        names = database.column("SELECT called FROM speaker_names WHERE speaker = ? ORDER BY called", row["name"])
        of = database.column("SELECT source FROM speaker_sources WHERE speaker = ? ORDER BY source", row["name"])
        spoken.append({**said(row), "names": names, "sources": of})
    same("speakers", spoken, sorted(report["speakers"], key=lambda one: one["name"].encode()))


def check_claims(database, report):
    same("report", said(database.rows("SELECT format, engine FROM report")[0]),
         {"format": report["format"], "engine": report["engine"]})
    same("threshold", database.column("SELECT threshold FROM report"), [report["settings"]["threshold"]])
    same("structure", json.loads(database.column("SELECT structure FROM report")[0]), report["structure"])
    questions = [(q["question"], int(q["compatible"])) for q in report["questions"]]
    same("questions", [tuple(row) for row in database.rows("SELECT title, compatible FROM questions ORDER BY id")], questions)
    rows = database.rows("SELECT c.*, q.title AS asked FROM claims c JOIN questions q ON q.id = c.question ORDER BY number")
    same("claims", [row["id"] for row in rows], [claim["id"] for claim in report["claims"]])
    for row, claim in zip(rows, report["claims"]):
        same("claim", (row["title"], row["asked"]), (claim["claim"], claim["question"]))
        for name in ["verdict", "origins", "outlets", "note", "file", "line"]:
            same(f"{name} of {row['id']}", row[name], claim.get(name))
        same("dispute", json.loads(row["dispute"] or "null"), claim.get("dispute"))
        for relation, field in [("rival", "rivals"), ("implies", "implies")]:
            sql = "SELECT other FROM claim_relations WHERE claim = ? AND relation = ?"
            same(field, set(database.column(sql, row["id"], relation)), set(claim.get(field, [])))
        groups = [
            {"side": one["side"], "number": one["number"],
             **{name: set(one.get(name, [])) for name in ["outlets", "sources", "ties", "speakers", "credits"]}}
            for one in claim["origin_groups"]
        ]
        same("origins", list(database.origins(row["id"])), groups)


def check_stances(database, report):
    """Every cell with its evidence and ruling; gives how much evidence there is."""
    evidence = rulings = cells = 0
    for claim in report["claims"]:
        for one in claim["stances"]:
            cells += 1
            key = (claim["id"], one["source"])
            row = database.rows("SELECT * FROM stances WHERE claim = ? AND source = ?", *key)[0]
            same("stance", (row["stance"], row["score"]), (one["stance"], one["score"]))
            expected = [dict(each) for each in one["evidence"]]
            for each in expected:
                if "attribution" in each:
                    cue = each["attribution"]["cue"]
                    each["attribution"] = (each["attribution"]["how"], cue["start"], cue["end"])
            same(f"evidence of {key}", database.evidence(*key), expected)
            evidence += len(expected)
            ruled = database.rows("SELECT * FROM rulings WHERE claim = ? AND source = ?", *key)
            found = [said(row, "claim", "source", "standing") for row in ruled]
            given = [{"ruled_by" if k == "by" else "ruled_on" if k == "on" else k: v
                      for k, v in one["ruling"].items() if k != "stale"}] if "ruling" in one else []
            same(f"ruling of {key}", found, given)
            rulings += len(given)
    for table, count in [("stances", cells), ("evidence", evidence), ("rulings", rulings)]:
        same(f"rows of {table}", database.column(f"SELECT count(*) FROM {table}"), [count])


def check_outlets(database, report):
    edges = []
    for pair in report["outlets"]:
        ends = (pair["a"], pair["b"])
        edges += [(*ends, "agree", claim, int(claim in pair["independent"]), *[None] * 6) for claim in pair["agree"]]
        for one in pair["contradict"]:
            sides = [one[side][field] for side in ["supports", "contradicts"] for field in ["source", "quote", "line"]]
            edges.append((*ends, "contradict", one["claim"], None, *sides))
    rows = database.rows("SELECT * FROM outlet_edges ORDER BY id")
    same("edges", [tuple(row)[1:] for row in rows], edges)
    disputes = database.rows("SELECT claim, supporting_quote, contradicting_quote FROM disputes")
    expected = [(edge[3], edge[6], edge[9]) for edge in edges if edge[2] == "contradict"]
    same("disputes", sorted(tuple(row) for row in disputes), sorted(expected))
    unlisted = "SELECT q.title AS question, u.source, u.answer, u.quote, u.line FROM unlisted_answers u JOIN questions q"
    same("unlisted", [said(row) for row in database.rows(f"{unlisted} ON q.id = u.question ORDER BY u.id")], report["unlisted"])
    reuse = []
    for row in database.rows("SELECT * FROM reuse ORDER BY id"):
        passages = database.rows("SELECT * FROM reuse_passages WHERE reuse = ? ORDER BY number", row["id"])
        assert all(passage["a_text"] and passage["b_text"] for passage in passages)
        reuse.append({**said(row, "id"), "passages": [
            {"a": {"start": one["a_start"], "end": one["a_end"]}, "b": {"start": one["b_start"], "end": one["b_end"]},
             "words": one["words"], "quoted": bool(one["quoted"])} for one in passages]})
    same("reuse", reuse, report["reuse"])


def check_flat(database, stem):
    with open(f"{stem}.csv", encoding="utf-8", newline="") as file:
        expected = [row for row in csv.reader(file)]
    cursor = database.connection.execute("SELECT * FROM stance_rows")
    same("columns", [column[0] for column in cursor.description], expected[0])
    same("rows", [[shown(cell) for cell in row] for row in cursor], expected[1:])
    return expected


def shown(cell):
    """A cell as CSV has it: whole scores have no point."""
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)


async def check_datasette(stem, report):
    """Opens the database in Datasette as it is: pages, names in place of keys, search, views."""
    path = f"{stem}.db"
    datasette = Datasette([], immutables=[path])
    await datasette.invoke_startup()
    name = tilde_encode(pathlib.Path(path).stem)

    async def get(page):
        answer = await datasette.client.get(f"/{name}{page}", follow_redirects=True)
        assert answer.status_code == 200, f"{page}: {answer.status_code} {answer.text[:300]}"
        return answer

    await get("")
    database = Database(path)
    tables = database.column("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'evidence_fts_%'")
    for table in tables:
        await get(f"/{table}")
    titles = {claim["id"]: claim["claim"] for claim in report["claims"]}
    rows = (await get("/stances.json?_labels=on&_shape=array&_size=max")).json()
    assert rows
    for row in rows:
        same("label", row["claim"], {"value": row["claim"]["value"], "label": titles[row["claim"]["value"]]})
    for table, key in [("claims", "id"), ("sources", "id"), ("outlets", "name"), ("speakers", "name"), ("evidence", "id")]:
        for row in database.rows(f"SELECT {key} FROM {table} LIMIT 20"):
            await get(f"/{table}/{tilde_encode(str(row[0]))}")
    words = database.column("SELECT quote FROM evidence LIMIT 1")[0].split()
    word = max(("".join(filter(str.isalnum, word)) for word in words), key=len)
    found = (await get(f"/evidence.json?_search={word}&_shape=array")).json()
    assert found and all(word.lower() in (row["quote"] + row["because"]).lower() for row in found), f"no {word} in {found}"
    contradictions = sum(len(pair["contradict"]) for pair in report["outlets"])
    same("disputes", len((await get("/disputes.json?_shape=array&_size=max")).json()), min(contradictions, 1000))


def check_parquet(stem, report, flat):
    """The Parquet file row by row with the JSON and the CSV; DuckDB and pyarrow must see the same."""
    path = f"{stem}.parquet"
    table = pyarrow.parquet.read_table(path)
    metadata = table.schema.metadata
    same("metadata", (metadata[b"format"], metadata[b"engine"]), (report["format"].encode(), report["engine"].encode()))
    types = {field.name: field.type for field in table.schema}
    for name, kind in [("score", pyarrow.float64()), ("start", pyarrow.int64()), ("line", pyarrow.int64()),
                       ("published_on", pyarrow.date32()), ("quote", pyarrow.string())]:
        same(f"type of {name}", types[name], kind)
    rows = table.to_pylist()
    header = flat[0]
    same("columns", table.column_names[: len(header)], header)
    same("rows", [[shown(row[name]) for name in header] for row in rows], flat[1:])
    sources = {source["id"]: source for source in report["sources"]}
    cells = [(claim, one) for claim in report["claims"] for one in claim["stances"]]
    same("cells", len(rows), len(cells))
    for row, (claim, one) in zip(rows, cells):
        source = sources[one["source"]]
        same("cell", (row["claim"], row["source"], row["stance"], row["score"]),
             (claim["id"], source["id"], one["stance"], one["score"]))
        same("source", (row["title"], row["url"]), (source.get("title"), source.get("url")))
        day = source.get("published", "")
        same("day", str(row["published_on"] or ""), day if len(day) == 10 else "")
        side = "supports" if one["stance"] == "mixed" else one["stance"]
        best = next((each for each in one["evidence"] if each["stance"] == side), {})
        for name in ["quote", "line", "start", "end", "because", "attributed_to", "phrasing", "speaker"]:
            same(name, row[name], best.get(name))
    connection = duckdb.connect()
    found = connection.execute("SELECT * FROM read_parquet(?)", [path]).fetchall()
    same("DuckDB", found, [tuple(row.values()) for row in rows])
    counted = connection.execute("SELECT stance, count(*) FROM read_parquet(?) GROUP BY stance", [path]).fetchall()
    same("DuckDB's count", sum(count for _, count in counted), len(cells))


def check_terminal(program):
    """Standard output is a terminal here, and nothing but words may come to it."""
    for form in ["sqlite", "parquet"]:
        pid, terminal = pty.fork()
        if pid == 0:
            os.execv(program, [program, "check", "--format", form])
        words = b""
        try:
            while piece := os.read(terminal, 4096):
                words += piece
        except OSError:
            pass  # Linux's way to say that the other end is closed.
        _, status = os.waitpid(pid, 0)
        same(f"status of {form}", os.waitstatus_to_exitcode(status), 2)
        assert b"name a file with -o" in words and b"SQLite" not in words and b"PAR1" not in words, words


def main():
    program, *stems = sys.argv[1:]
    check_terminal(program)
    for stem in stems:
        with open(f"{stem}.json", encoding="utf-8") as file:
            report = json.load(file)
        database = Database(f"{stem}.db")
        database.sound()
        check_sources(database, report)
        check_claims(database, report)
        check_stances(database, report)
        check_outlets(database, report)
        flat = check_flat(database, stem)
        asyncio.run(check_datasette(stem, report))
        check_parquet(stem, report, flat)
        print(f"{stem}: {len(flat) - 1} rows in SQLite, Datasette, pyarrow and DuckDB as in JSON and CSV")


if __name__ == "__main__":
    main()
