#!/usr/bin/env python3
"""Learns what the engine weighs, from labelled pairs, and writes it to src/stance/weights.rs.

    python3 scripts/weights.py [--bin target/release/crosscheck] PAIRS.jsonl[.gz] ...

Each line of PAIRS has `text`, `claim` and `stance` (supports, not-supports, contradicts, other or silent). `crosscheck
evaluate` gives the figures of each pair in `features`; each table is a logistic regression with a small ridge over
them, in which a file weighs as the root of its number of pairs:

    SUPPORTS   of the pairs in which nothing but the frame decides, is the claim supported?
    RELATED      where some labels are silent: does the text bear on the claim at all?

Which passage gives the figures depends on the weights, so run it again after building until they hardly change. Prints
what ten-fold cross-validation gives. Needs numpy."""
import argparse, gzip, json, pathlib, subprocess, tempfile
import numpy as np

RIDGE = 2.0
out = pathlib.Path(__file__).resolve().parent.parent / "src" / "stance" / "weights.rs"


def judged(binary, path):
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf8") as f, tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as pairs:
        for line in map(json.loads, f):
            pairs.write(json.dumps({"claim": line["claim"], "text": line["text"], "right": line["stance"]}) + "\n")
        pairs.flush()
        done = subprocess.run([binary, "evaluate", pairs.name, "--format", "jsonl"], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def fit(x, y, w, ridge):
    """Newton's method; the constant, in the first column, is not held small."""
    beta = np.zeros(x.shape[1])
    penalty = np.diag([0.0] + [ridge] * (x.shape[1] - 1))
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        step = np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + penalty, x.T @ (w * (y - p)) - penalty @ beta)
        beta += np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-8:
            break
    return beta


def rows_for(table, pairs):
    """(figures, whether it holds) of each pair that counts for the table."""
    about = any(p["right"] == "silent" for p in pairs)
    for p in (p for p in pairs if "features" in p):
        if table == "RELATED" and about:
            yield p["features"]["frame"], p["right"] != "silent"
        elif table == "SUPPORTS" and not about and p["features"]["alone"]:
            yield p["features"]["frame"], p["right"] == "supports"


def learn(table, files):
    x, y, w, where = [], [], [], []
    for path, pairs in files.items():
        rows = list(rows_for(table, pairs))
        for figures, holds in rows:
            names = list(figures)
            x.append([1.0] + list(figures.values()))
            y.append(holds)
            w.append(1 / np.sqrt(len(rows)))
            where.append(path.name)
    x, y, w, where = np.array(x), np.array(y, float), np.array(w), np.array(where)
    w *= len(w) / w.sum()
    fold = np.random.default_rng(0).permutation(len(y)) % 10
    guess = np.zeros(len(y))
    for k in range(10):
        guess[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k], w[fold != k], RIDGE)
    print(f"\n{table}: {len(y)} pairs")
    for name in sorted(set(where)):
        here = where == name
        print(f"  {name:28} {here.sum():5}  {100 * y[here].mean():5.1f}% hold, {100 * ((guess > 0) == y)[here].mean():5.1f}% right")
    if table != "SUPPORTS":
        for threshold in (0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98):
            said = guess > np.log(threshold / (1 - threshold))
            print(f"  from {threshold}: {100 * y[said].mean():5.1f}% of what is said holds, {100 * said[y > 0].mean():5.1f}% of what holds is said; "
                  f"{100 * said[y == 0].mean():5.2f}% of what does not")
    return names, fit(x, y, w, RIDGE)


DOCS = {
    "SUPPORTS": "How likely a passage says what a phrasing says, where nothing but its frame decides.",
    "RELATED": "How likely a passage bears on a phrasing.",
}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--bin", default="target/release/crosscheck")
    ap.add_argument("pairs", nargs="+", type=pathlib.Path)
    args = ap.parse_args()
    files = {path: judged(args.bin, path) for path in args.pairs}
    text = "//! What was learned from labelled pairs. Written by `scripts/weights.py`; see there.\n\nuse super::figure::Weights;\n"
    for table, doc in DOCS.items():
        names, beta = learn(table, files)
        each = "".join(f'        ("{name}", {value:.2f}),\n' for name, value in zip(names, beta[1:]))
        text += f"\n/// {doc}\npub(super) const {table}: Weights = Weights {{\n    constant: {beta[0]:.2f},\n    each: &[\n{each}    ],\n}};\n"
    out.write_text(text)


if __name__ == "__main__":
    main()
