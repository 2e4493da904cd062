#!/usr/bin/env python3
"""Makes a case to measure with: claims, news-like articles that reword some of them, and where they do.

    python3 scripts/corpus.py FOLDER --articles 1000 --phrasings 1000 [--seed 1]

FOLDER/claims/*.yaml     claims with three phrasings each, one a question
FOLDER/articles.jsonl    a source a line, about 5 KB each
FOLDER/gold.jsonl        a line for each rewording that was planted: claim, source, start and end in bytes of the text,
                         how hard it is (light, medium, heavy), and what was done to it

What a claim says happened: somebody did so many things of a kind, somewhere, on some day, for some reason. Its phrasings
have other words and another order; an article that speaks of it has one of them, changed further. Most sentences of an
article are about something else, and some share names or words with a claim and say something else of it ("hard
negatives"; they are not in gold.jsonl).

The words are those of src/english/data, as common as they are there; nothing else is read. The sentences mean nothing. The
same arguments give the same bytes. The claims of a larger corpus of the same seed begin with those of a smaller one, and
with as many phrasings so do its articles. Needs Python only."""
import argparse, dataclasses, datetime, itertools, json, pathlib, random

DATA = pathlib.Path(__file__).resolve().parent.parent / "src" / "english" / "data"
PHRASINGS = 4            # of a claim, its own sentence among them
CLAIMS_A_FILE = 250
SENTENCES = (38, 48)     # of an article
OUTLETS = 50
PLANTS = [0, 0, 1, 1, 1, 2, 2, 3]      # rewordings in an article, each as likely: 1.25 on average
NEGATIVES = [0, 1, 1, 2, 2, 3]         # sentences that only resemble a claim
LEVELS = {"light": (0, 2), "medium": (2, 4), "heavy": (4, 7)}

MONTHS = """January February March April May June July August September October November December""".split()
ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen""".split()
COUNTED = set("dozen hundred thousand million billion trillion".split())
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
PERSONS, PLACES = "sby wick thorpe enko escu ovic elli strom aud rell".split(), "ford ham ton bury mouth dale ness by".split()
BODIES = "Board Council Agency Trust Inquiry Group Union Commission Institute Foundation".split()
INSERTED = """again|later|in all|at the time|once more|as planned|in the end|this time|together|in turn|without delay|for the
first time|over several days|by then""".replace("\n", " ").split("|")
PREPOSITIONS = "of in for with from under against over during between".split()
DETERMINERS = "the the the a his her their this its every".split()


def read(name):
    """The lines of a table, each as its words."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


class Words:
    """Words of one kind, the commoner the likelier."""

    def __init__(self, words):
        self.words = sorted(words, key=lambda word: (-words[word], word))
        self.rare = self.words[len(words) // 6:]
        self.sums = list(itertools.accumulate(10 ** (words[word] / 10) for word in self.words))

    def common(self, rng, count):
        return rng.choices(self.words, cum_weights=self.sums, k=count)

    def telling(self, rng):
        """One that not every article has."""
        return rng.choice(self.rare)


class English:
    """The tables. Only words that are their own stems are taken: the others' parts of speech are not told."""

    def __init__(self):
        common = {word: int(zipf) for word, zipf in read("frequency.txt")}
        parts = dict(read("pos.txt"))
        self.irregular = {base: forms[0] for base, *forms in read("irregular.txt") if forms}
        taken = {word[0] for word in read("function_words.txt")} | COUNTED
        fit = [word for word in parts if word.isalpha() and len(word) > 3 and word not in taken]
        fit = [word for word in fit if 30 <= common.get(word, 0) <= 56]
        self.nouns = Words({word: common[word] for word in fit if parts[word].startswith("n")})
        self.verbs = Words({word: common[word] for word in fit if parts[word].startswith("v")})
        self.adjectives = Words({word: common[word] for word in fit if parts[word].startswith("a")})
        self.given = sorted(name.capitalize() for name, _ in read("given.txt") if len(name) > 3)
        self.surnames = sorted(name[0].capitalize() for name in read("surnames.txt") if name[0].isalpha())

    def past(self, verb):
        if verb in self.irregular:
            return self.irregular[verb]
        return verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if is_y(verb) else verb + "ed"

    def surname(self, rng):
        """A common one, or one made up, of which there are far more."""
        return rng.choice(self.surnames) if rng.random() < 0.4 else rng.choice(self.given)[:4] + rng.choice(PERSONS)

    def person(self, rng):
        return f"{rng.choice(self.given)} {self.surname(rng)}"

    def place(self, rng):
        return rng.choice(self.surnames)[:5] + rng.choice(PLACES)

    def body(self, rng):
        return f"the {self.place(rng)} {self.nouns.telling(rng).capitalize()} {rng.choice(BODIES)}"


def is_y(word):
    return word.endswith("y") and word[-2] not in "aeiou"


def plural(noun):
    return noun[:-1] + "ies" if is_y(noun) else noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def in_words(number):
    tens, ones = divmod(number, 10)
    return ONES[number] if number < 20 else TENS[tens] + (f"-{ONES[ones]}" if ones else "")


@dataclasses.dataclass
class Fact:
    """What a claim says happened. Of verb and noun there are two, as two writers would have them."""
    person: bool
    actor: str
    verbs: list
    things: list
    adjective: str
    number: int
    place: str
    day: datetime.date
    reason: list

    @classmethod
    def new(cls, english, rng):
        person = rng.random() < 0.6
        noun, verb = english.nouns.telling, english.verbs.telling
        number = rng.randint(2, 99) if rng.random() < 0.7 else rng.randint(100, 9000)
        day = datetime.date(2019, 1, 1) + datetime.timedelta(days=rng.randrange(2000))
        reason = [rng.choice(["after", "despite", "because of", "during"]), "the", english.adjectives.telling(rng), noun(rng)]
        return cls(person, english.person(rng) if person else english.body(rng), [verb(rng), verb(rng)],
                   [noun(rng), noun(rng)], english.adjectives.telling(rng), number, english.place(rng), day, reason)

    def like(self, other, rng):
        """Another fact that shares with this one what is kept: less than half of it."""
        kept = rng.choice([("actor", "place"), ("verbs", "things"), ("place", "day", "number"), ("adjective", "reason")])
        return dataclasses.replace(other, **{name: getattr(self, name) for name in kept})

    def clauses(self, english, wording):
        """The sentence in the wording of that number, by clauses: each a list of words, each with what it is."""
        actor = [(word, "name") for word in self.actor.split()]
        verb, thing = self.verbs[wording // 2], self.things[wording % 2]
        things = [(f"{self.number:,}", "number"), (self.adjective, "word"), (plural(thing), "noun")]
        did = (english.past(verb), "verb")
        where = [("in", "little"), (self.place, "name")]
        day = f"{self.day.day} {MONTHS[self.day.month - 1]}" + ("" if wording == 2 else f" {self.day.year}")
        when = [("on", "little"), (day, "date")]
        why = [(word, "little" if word in ("of", "the") or at == 0 else "word") for at, word in enumerate(self.reason)]
        were = [("were", "little"), did]
        return [
            [[*actor, did, *things], where, when],
            [[*things, *were, ("by", "little"), *actor], where, why],
            [[*actor, ("had", "little"), did, *things], why, when],
            [[*things, *were], where, why],
        ][wording]


def sentence(clauses, in_front=False):
    """The clauses as a sentence; the last one in front if that is asked for."""
    parts = [" ".join(word for word, _ in clause) for clause in clauses if clause]
    if in_front and len(parts) > 1:
        parts = [parts[-1] + ",", *parts[:-1]]
    text = " ".join(parts)
    return text[0].upper() + text[1:]


# How a writer changes a sentence: each changes `clauses` in place and says whether it could.

def pick(clauses, rng, *kinds):
    places = [(clause, at) for clause in clauses for at, (_, kind) in enumerate(clause) if kind in kinds]
    return rng.choice(places) if places else (None, 0)


def replace(clauses, rng, kinds, change):
    clause, at = pick(clauses, rng, *kinds)
    if clause is None:
        return False
    word, kind = clause[at]
    clause[at] = (change(word), kind)
    return clause[at][0] != word


def inflect(clauses, rng, english):
    def inflected(word):
        return word[:-1] if word.endswith("s") else word[:-2] + "ing" if word.endswith("ed") else plural(word)
    return replace(clauses, rng, ["noun", "verb"], inflected)


def insert(clauses, rng, english):
    clause = rng.choice([clause for clause in clauses if clause])
    words = rng.choice([rng.choice(INSERTED), english.adjectives.common(rng, 1)[0]])
    clause.insert(rng.randint(1, len(clause)), (words, "little"))
    return True


def drop(clauses, rng, english):
    clause, at = pick(clauses, rng, "word", "noun", "little")
    if clause is None or sum(map(len, clauses)) < 6:
        return False
    del clause[at]
    return True


def slip(clauses, rng, english):
    def slipped(word):
        at = rng.randrange(1, len(word) - 1) if len(word) > 5 else None
        return word if at is None else word[:at] + rng.choice([word[at] * 2, ""]) + word[at + 1:]
    return replace(clauses, rng, ["word", "noun", "verb"], slipped)


def other_word(clauses, rng, english):
    clause, at = pick(clauses, rng, "word", "noun")
    if clause is not None:
        kind = clause[at][1]
        clause[at] = (plural(english.nouns.telling(rng)) if kind == "noun" else english.adjectives.telling(rng), kind)
    return clause is not None


def other_number(clauses, rng, english):
    def changed(word):
        number = int(word.replace(",", "")) if word[0].isdigit() else 0
        return f"{rng.choice([number * 2, number + 1, number + rng.randint(2, 40)]):,}"
    return replace(clauses, rng, ["number"], changed)


def spelt_out(clauses, rng, english):
    return replace(clauses, rng, ["number"], lambda word: in_words(int(word)) if word.isdigit() and int(word) < 100 else word)


def no_clause(clauses, rng, english):
    can = len(clauses) > 2
    if can:
        del clauses[rng.randrange(1, len(clauses))]
    return can


CHANGES = {
    "light": [inflect, insert, spelt_out],
    "medium": [inflect, insert, spelt_out, drop, slip, other_number],
    "heavy": [inflect, insert, insert, drop, drop, slip, other_number, other_word, other_word, no_clause],
}


def reword(fact, level, english, rng):
    """A rewording as hard as `level`, and what was done."""
    clauses = [list(clause) for clause in fact.clauses(english, rng.randrange(PHRASINGS))]
    wanted, done = rng.randint(*LEVELS[level]), []
    for _ in range(3 * wanted):
        change = rng.choice(CHANGES[level])
        if len(done) < wanted and not (change in (other_number, spelt_out) and other_number in done):
            done += [change] if change(clauses, rng, english) else []
    names = [change.__name__ for change in done]
    in_front = level != "light" and rng.random() < 0.4
    names += ["moved"] if in_front else []
    if level == "heavy" and rng.random() < 0.4 and len(clauses) > 1:
        rest = clauses.pop()
        return f"{sentence(clauses)}. That was {sentence([rest])[0].lower()}{sentence([rest])[1:]}.", [*names, "split"]
    text = sentence(clauses, in_front)
    if level != "light" and rng.random() < 0.3:
        return f"“{text},” said {english.person(rng)}.", [*names, "quoted"]
    return text + ".", names


class Topic:
    """What an article is about: a few words and names that it has again and again."""

    def __init__(self, english, rng):
        self.rng = rng
        mixed = lambda words, common, own: words.common(rng, common) + [words.telling(rng) for _ in range(own)] * 3
        self.nouns, self.adjectives = mixed(english.nouns, 170, 25), mixed(english.adjectives, 80, 8)
        self.verbs = [english.past(verb) for verb in mixed(english.verbs, 70, 8)]
        self.people = [english.person(rng) for _ in range(4)]
        self.places = [english.place(rng) for _ in range(3)] + [english.body(rng) for _ in range(2)]

    def one(self, words):
        """As `Random.choice`, three times as fast: most of the time goes there."""
        return words[int(self.rng.random() * len(words))]

    def noun_phrase(self):
        roll, one = self.rng.random, self.one
        phrase = one(DETERMINERS) + " "
        phrase += one(self.adjectives) + " " if roll() < 0.45 else ""
        phrase += one(self.nouns)
        return phrase + " " + one(self.nouns) if roll() < 0.2 else phrase

    def somebody(self):
        roll = self.rng.random()
        if roll < 0.3:
            name = self.one(self.people)
            return name if roll < 0.12 else "Mr " + name.split()[1] if roll < 0.2 else name.split()[1]
        return self.one(self.places) if roll < 0.4 else self.noun_phrase()

    def adjunct(self):
        rng, one, roll = self.rng, self.one, self.rng.random()
        if roll < 0.12:
            return f"on {rng.randint(1, 28)} {one(MONTHS)}" if roll < 0.08 else f"in {rng.randint(2009, 2025)}"
        if roll < 0.2:
            return f"in {one(self.places[:3])}"
        return f"{one(PREPOSITIONS)} {self.noun_phrase()}"

    def amount(self):
        rng = self.rng
        noun = plural(self.one(self.nouns))
        return self.one([f"{rng.randint(2, 90)} {noun}", f"{in_words(rng.randint(2, 30))} {noun}", f"£{rng.randint(2, 900)}m",
                       f"{rng.randint(2, 98)}% of {noun}", f"more than {rng.randint(2, 90) * 100:,} {noun}"])

    def clause(self):
        what = self.amount() if self.rng.random() < 0.15 else self.noun_phrase()
        extra = " ".join(self.adjunct() for _ in range(self.one([0, 1, 1, 2, 2, 3])))
        return f"{self.somebody()} {self.one(self.verbs)} {what} {extra}".rstrip()

    def sentence(self):
        rng = self.rng
        text = self.clause()
        if rng.random() < 0.55:
            text += rng.choice([" and ", ", but ", " while ", ", which meant that ", " because "]) + self.clause()
        text = text[0].upper() + text[1:]
        if rng.random() < 0.15:
            return f"“{text},” said {rng.choice(self.people)}."
        return text + "."


def article(number, facts, english, seed):
    """An article as a source, and its part of gold.jsonl."""
    rng = random.Random(f"{seed}/article/{number}")
    topic = Topic(english, rng)
    sentences = [(topic.sentence(), None) for _ in range(rng.randint(*SENTENCES))]
    for _ in range(rng.choice(NEGATIVES)):
        near = rng.choice(facts).like(Fact.new(english, rng), rng)
        text, _ = reword(near, "light", english, rng)
        sentences.insert(rng.randrange(1, len(sentences)), (text, None))
    for claim in rng.sample(range(len(facts)), min(rng.choice(PLANTS), len(facts))):
        level = rng.choice(list(LEVELS))
        text, done = reword(facts[claim], level, english, rng)
        gold = {"claim": f"c{claim}", "level": level, "changes": done}
        sentences.insert(rng.randrange(len(sentences)), (text, gold))
    text, golds, size, left = [], [], 0, rng.randint(1, 4)
    for words, gold in sentences:
        if gold:
            golds.append({**gold, "source": f"a{number}", "start": size, "end": size + len(words.encode())})
        left -= 1
        gap = " " if left else "\n\n"
        left = left or rng.randint(1, 4)
        text += [words, gap]
        size += len(words.encode()) + len(gap)
    published = datetime.date(2024, 6, 24) + datetime.timedelta(days=rng.randrange(500))
    source = {"id": f"a{number}", "outlet": f"Outlet {number % OUTLETS}", "title": topic.clause().capitalize(),
              "published": published.isoformat(), "text": "".join(text).rstrip()}
    return source, golds


def write_claims(folder, facts, english, count):
    """`count` phrasings, the last claim having what is left."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("made-*.yaml"):
        old.unlink()
    quoted = lambda text: json.dumps(text, ensure_ascii=False)
    for first in range(0, len(facts), CLAIMS_A_FILE):
        lines = []
        for claim in range(first, min(first + CLAIMS_A_FILE, len(facts))):
            fact, left = facts[claim], min(PHRASINGS, count - claim * PHRASINGS)
            texts = [sentence(fact.clauses(english, wording)) for wording in range(left)]
            names = [fact.actor, fact.actor.split()[-1]] if fact.person else [fact.actor.removeprefix("the ")]
            lines += ["---", f"question: {quoted(f'What happened to the {plural(fact.things[0])} in {fact.place}?')}",
                      f"about: [{', '.join(map(quoted, names))}]", "claims:", f"  - id: c{claim}",
                      f"    claim: {quoted(texts[0])}"]
            lines += ["    phrasings:", *(f"      - {quoted(text)}" for text in texts[1:])] if texts[1:] else []
        (folder / f"made-{first // CLAIMS_A_FILE:03}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def make(folder, articles, phrasings, seed):
    folder, english = pathlib.Path(folder), English()
    claims = -(-phrasings // PHRASINGS)
    facts = [Fact.new(english, random.Random(f"{seed}/claim/{claim}")) for claim in range(claims)]
    write_claims(folder / "claims", facts, english, phrasings)
    out, gold = (open(folder / name, "w", encoding="utf-8") for name in ("articles.jsonl", "gold.jsonl"))
    with out, gold:
        for number in range(articles):
            source, golds = article(number, facts, english, seed)
            out.write(json.dumps(source, ensure_ascii=False) + "\n")
            gold.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in golds)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--phrasings", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.articles < 1 or given.phrasings < 1:
        parser.error("at least one article and one phrasing")
    make(given.folder, given.articles, given.phrasings, given.seed)


if __name__ == "__main__":
    main()
