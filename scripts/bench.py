#!/usr/bin/env python3
"""Measures `crosscheck check` as a whole process on cases that scripts/corpus.py makes, and prints Markdown.

    cargo build --release
    python3 scripts/bench.py [--bin target/release/crosscheck] [--full] [--sizes 1000x1000,...] [--runs 3] > figures.md

A size is articles x phrasings. Processor seconds (user and system, of all threads), wall seconds and peak memory are those
that the kernel counts for the process; of several runs, each figure is the median. All run with `--format jsonl`, unless
said otherwise. A busy machine makes every figure worse: the first lines say how busy it was. Cases are made once, in
--work, and kept: a full run makes 0.6 GB of them.

What else is printed: recall where 95 and 99 of 100 passages found are such as were planted; how cost grows; where it goes,
by runs with claims that no article speaks of; what a second run costs, and one after an edited claim (where the program
has `--cache`); and whether `--exhaustive` says otherwise.
Needs Linux and Python only."""
import argparse, collections, itertools, json, os, pathlib, shutil, statistics, subprocess, sys, time

import corpus

DEFAULT = ["1000x1000"]
FULL = ["1000x1000", "10000x1000", "1000x10000", "100000x1000"]
Cost = collections.namedtuple("Cost", "cpu wall peak")


# Starts a process and says what it cost. Started by this script itself, it would begin with this script's memory, which the
# kernel counts among its own.
STARTER = """
import os, sys, time
began = time.monotonic()
_, status, used = os.wait4(os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ), 0)
wall = time.monotonic() - began
with open(sys.argv[1], "w") as report:
    print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, file=report)
"""


def run(command, out):
    """What the process costs; its standard output goes to `out`."""
    report = f"{out}.cost"
    with open(out, "wb") as stdout:
        starter = [sys.executable, "-I", "-S", "-c", STARTER, report, *command]
        ended = subprocess.run(starter, stdout=stdout, stderr=subprocess.PIPE, check=True)
    code, *cost = map(float, pathlib.Path(report).read_text(encoding="utf-8").split())
    if code:
        sys.exit(f"{' '.join(command)} ended with {code:.0f}:\n{ended.stderr.decode(errors='replace')[-2000:]}")
    return Cost(*cost)


def median(costs):
    return Cost(*(statistics.median(values) for values in zip(*costs)))


class Case:
    """A case of some size, made unless it was before."""

    def __init__(self, work, articles, phrasings, seed):
        self.articles, self.phrasings = articles, phrasings
        self.folder = work / f"{articles}x{phrasings}-{seed}"
        self.claims, self.sources = self.folder / "claims", self.folder / "articles.jsonl"
        stamp = self.folder / "made"
        generator = pathlib.Path(corpus.__file__).read_text(encoding="utf-8")
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != generator:
            print(f"making {articles:,} articles and {phrasings:,} phrasings", file=sys.stderr)
            corpus.make(self.folder, articles, phrasings, seed)
            stamp.write_text(generator, encoding="utf-8")
        self.megabytes = self.sources.stat().st_size / 1e6
        self.name = f"{articles:,} | {phrasings:,}"

    def head(self, articles):
        """The first articles as a file."""
        path = self.folder / f"head-{articles}.jsonl"
        with open(self.sources, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
            out.writelines(itertools.islice(lines, articles))
        return path

    def edited(self):
        """The claims with another wording of the first."""
        folder = self.folder / "edited"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.claims, folder)
        first = min(folder.iterdir())
        text = first.read_text(encoding="utf-8")
        at = text.index('    claim: "') + len('    claim: "')
        first.write_text(f"{text[:at]}It was said that {text[at].lower()}{text[at + 1:]}", encoding="utf-8")
        return folder


class Program:
    def __init__(self, path, threads):
        if not shutil.which(path):
            sys.exit(f"there is no program at {path}: run `cargo build --release`, or name one with --bin")
        self.path = path
        self.help = subprocess.run([path, "check", "--help"], capture_output=True, text=True, check=True).stdout
        self.threads = ["--threads", str(threads)] if threads else []
        self.version = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout.strip()

    def has(self, option):
        return f"--{option}" in self.help.replace(",", " ").replace("=", " ").split()

    def check(self, claims, sources, out, *options, cache=None):
        command = [self.path, "check", "--claims", claims, "--sources", sources, "--format", "jsonl", *self.threads, *options]
        if cache:
            command += ["--cache", cache]
        elif self.has("no-cache"):
            command += ["--no-cache"]
        return run(list(map(str, command)), out)


def recall(case, out):
    """Of what was planted, how much is found where so many of 100 found are planted, best first; and how much at all.

    Found is an article that is not silent on a claim, by its best evidence; right if more than half of the shorter of that
    and a planted passage lies in the other."""
    gold = collections.defaultdict(list)
    for line in open(case.folder / "gold.jsonl", encoding="utf-8"):
        one = json.loads(line)
        gold[one["claim"], one["source"]].append((one["start"], one["end"]))
    found = []
    for line in open(out, encoding="utf-8"):
        stance = json.loads(line)
        planted = gold.get((stance["claim"], stance["source"]), ())
        best = max(stance["evidence"], key=lambda evidence: evidence["score"], default=None)
        if best:
            found.append((best["score"], any(overlaps((best["start"], best["end"]), span) for span in planted)))
    found.sort(reverse=True)
    reached, right = {95: 0, 99: 0}, 0
    for at, (score, is_right) in enumerate(found, 1):
        right += is_right
        # All of one score are taken, or none.
        if at == len(found) or found[at][0] != score:
            for precision in reached:
                if 100 * right >= precision * at:
                    reached[precision] = right
    total = max(len(gold), 1)
    return reached[95] / total, reached[99] / total, right / total, len(found)


def overlaps(a, b):
    return 2 * (min(a[1], b[1]) - max(a[0], b[0])) > min(a[1] - a[0], b[1] - b[0])


def same(a, b):
    return pathlib.Path(a).read_bytes() == pathlib.Path(b).read_bytes()


def row(*cells):
    print(f"| {' | '.join(map(str, cells))} |")


def head(*cells):
    row(*cells)
    print("|" + "---|" * " | ".join(cells).count("|") + "---|")


def shown(cost):
    return f"{cost.cpu:.2f} | {cost.wall:.2f} | {cost.peak:.0f}"


def machine(program):
    name = "an unknown processor"
    for line in open("/proc/cpuinfo", encoding="utf-8"):
        if line.startswith("model name"):
            name = line.split(":")[1].strip()
            break
    cores, load = os.cpu_count(), os.getloadavg()[0]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    print(f"{program.version}, {name}, {cores} virtual cores, {memory:.0f} GB, load {load:.1f} at the beginning.\n")
    if load > 0.3 * cores:
        print("**The machine was busy: the times are no facts.**\n")


def sizes(program, cases, runs, tmp):
    """The table of all sizes; gives back what each costs."""
    costs = {}
    head("articles | phrasings", "processor s", "wall s", "peak MB", "MB/s", "recall at 95 %", "at 99 %", "at all", "found")
    for case in cases:
        cost = median([program.check(case.claims, case.sources, tmp / "out") for _ in range(runs)])
        costs[case.articles, case.phrasings] = cost
        at95, at99, at_all, pairs = recall(case, tmp / "out")
        recalls = (f"{share:.3f}" for share in (at95, at99, at_all))
        row(case.name, shown(cost), f"{case.megabytes / cost.wall:.1f}", *recalls, f"{pairs:,}")
    print()
    return costs


def growth(costs):
    """What more articles, or more phrasings, cost beside fewer."""
    pairs = [(a, b) for a, b in itertools.combinations(sorted(costs), 2) if a[0] == b[0] or a[1] == b[1]]
    if not pairs:
        return
    head("from", "to", "size x", "processor x", "wall x", "peak x")
    for a, b in pairs:
        times = b[0] * b[1] / (a[0] * a[1])
        ratios = [f"{after / before:.1f}" for before, after in zip(costs[a], costs[b])]
        row(*(f"{one[0]:,} x {one[1]:,}" for one in (a, b)), f"{times:.0f}", *ratios)
    print()


def parts(program, case, given, tmp):
    """Where the time goes: the same articles against claims of another corpus, of which they say nothing, few and many."""
    few, many = (Case(given.work, 1, phrasings, given.seed + 1) for phrasings in (corpus.PHRASINGS, case.phrasings))
    head(f"{case.articles:,} articles against", "processor s", "wall s", "peak MB", "stances")
    for name, claims in ((f"{corpus.PHRASINGS} phrasings that none speaks of", few.claims),
                         (f"{case.phrasings:,} phrasings that none speaks of", many.claims),
                         (f"{case.phrasings:,} phrasings of which they speak", case.claims)):
        cost = median([program.check(claims, case.sources, tmp / "out") for _ in range(given.runs)])
        with open(tmp / "out", "rb") as lines:
            row(name, shown(cost), f"{sum(1 for _ in lines):,}")
    print()


def again(program, case, runs, tmp):
    """What a run costs that has been made before."""
    if not program.has("cache"):
        print("This build has no `--cache`: a second run costs what the first does.\n")
        return
    size = f"{case.articles:,} x {case.phrasings:,}"
    head(f"with --cache, {size}", "processor s", "wall s", "peak MB", "wall, of the first", "same as without")
    costs = collections.defaultdict(list)
    edited, cache = case.edited(), tmp / "cache"
    for folder, name in ((case.claims, "plain"), (edited, "plain-edited")):
        program.check(folder, case.sources, tmp / name)
    steps = [("first run", case.claims, "plain"), ("again", case.claims, "plain"), ("one claim edited", edited, "plain-edited")]
    agrees = {}
    for _ in range(runs):
        cache.unlink(missing_ok=True)
        for name, claims, expected in steps:
            costs[name].append(program.check(claims, case.sources, tmp / "out", cache=cache))
            agrees[name] = agrees.get(name, True) and same(tmp / "out", tmp / expected)
    first = median(costs["first run"])
    for name, _, _ in steps:
        cost = median(costs[name])
        row(name, shown(cost), f"{cost.wall / first.wall:.2f}", "yes" if agrees[name] else "**no**")
    print(f"\nThe cache is {cache.stat().st_size / 1e6:.1f} MB, the articles {case.megabytes:.1f} MB.\n")


def oracle(program, case, articles, tmp):
    """What the index saves, and whether it changes anything."""
    sources = case.head(articles)
    head(f"{min(articles, case.articles):,} articles x {case.phrasings:,}", "processor s", "wall s", "peak MB")
    row("pruned", shown(program.check(case.claims, sources, tmp / "pruned")))
    row("`--exhaustive`", shown(program.check(case.claims, sources, tmp / "exhaustive", "--exhaustive")))
    pruned, exhaustive = ((tmp / name).read_text(encoding="utf-8").splitlines() for name in ("pruned", "exhaustive"))
    differing = len(set(pruned) ^ set(exhaustive))
    outcome = f"**{differing:,} are in one only.**" if differing else "byte for byte the same."
    print(f"\n{len(pruned):,} lines against {len(exhaustive):,}; {outcome}")
    return not differing


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", default="target/release/crosscheck")
    parser.add_argument("--work", default="target/bench", type=pathlib.Path, help="where cases are made and kept")
    parser.add_argument("--sizes", help="articles x phrasings, as in 1000x1000,10000x1000")
    parser.add_argument("--full", action="store_true", help=f"all of {', '.join(FULL)}")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, help="as crosscheck's own")
    parser.add_argument("--exhaustive-articles", type=int, default=50, help="0 leaves the comparison out")
    return parser.parse_args()


def main():
    given = arguments()
    program = Program(given.bin, given.threads)
    tmp = given.work / "tmp"
    tmp.mkdir(parents=True, exist_ok=True)
    wanted = given.sizes.split(",") if given.sizes else FULL if given.full else DEFAULT
    cases = [Case(given.work, *map(int, size.split("x")), given.seed) for size in wanted]
    machine(program)
    growth(sizes(program, cases, given.runs, tmp))
    # The largest that is not so large that more runs of it take all day.
    case = max(cases, key=lambda case: (case.articles <= 10_000, case.phrasings <= 1000, case.phrasings, case.articles))
    parts(program, case, given, tmp)
    again(program, case, given.runs, tmp)
    agrees = not given.exhaustive_articles or oracle(program, case, given.exhaustive_articles, tmp)
    shutil.rmtree(tmp)
    return 0 if agrees else 1


if __name__ == "__main__":
    sys.exit(main())
