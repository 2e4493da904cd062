#!/usr/bin/env python3
"""Learns the weights of the frame gate (src/stance/gate/frame.rs) from labelled pairs.

    python3 scripts/weights.py [--bin target/release/crosscheck] PAIRS.jsonl[.gz] ...

Each line of PAIRS has `claim`, `text` and `stance`. Only the pairs count in which the frame alone decides, that is, for
which `crosscheck evaluate` gives `features`. Each file weighs the same. Prints the weights of a logistic regression with
a small ridge, and what ten-fold cross-validation gives. Needs numpy."""
import argparse, gzip, json, pathlib, subprocess, tempfile
import numpy as np

FEATURES = ["coverage", "predicate", "names", "gap", "loose", "elsewhere", "dense", "valued", "focus"]
RIDGE = 1.0

ap = argparse.ArgumentParser()
ap.add_argument("--bin", default="target/release/crosscheck")
ap.add_argument("pairs", nargs="+", type=pathlib.Path)
args = ap.parse_args()


def judged(path):
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf8") as f, tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as out:
        out.writelines(json.dumps({k: p[k] for k in ("claim", "text")} | {"right": p["stance"]}) + "\n" for p in map(json.loads, f))
        out.flush()
        done = subprocess.run([args.bin, "evaluate", out.name, "--format", "jsonl"], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def fit(x, y, w):
    """Newton's method; the constant, in the first column, is not held small."""
    beta = np.zeros(x.shape[1])
    ridge = np.diag([0.0] + [RIDGE] * (x.shape[1] - 1))
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        step = np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + ridge, x.T @ (w * (y - p)) - ridge @ beta)
        beta += step
        if np.abs(step).max() < 1e-9:
            break
    return beta


rows, labels, weights, files = [], [], [], []
for number, path in enumerate(args.pairs):
    pairs = [p for p in judged(path) if p.get("features")]
    rows += [[1.0] + [p["features"][name] for name in FEATURES] for p in pairs]
    labels += [p["right"] == "supports" for p in pairs]
    weights += [1 / len(pairs)] * len(pairs)
    files += [number] * len(pairs)
x, y, w, files = np.array(rows), np.array(labels, float), np.array(weights), np.array(files)
w *= len(w) / w.sum()

fold = np.random.default_rng(0).permutation(len(y)) % 10
guess = np.zeros(len(y))
for k in range(10):
    guess[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k], w[fold != k]) > 0
for number, path in enumerate(args.pairs):
    here = files == number
    print(f"{path.name:28} {here.sum():5} pairs, {100 * (guess == y)[here].mean():.1f}% right, {100 * y[here].mean():.1f}% supported")
for name, value in zip(["constant"] + FEATURES, fit(x, y, w)):
    print(f"{name:10} {value:6.2f}")
