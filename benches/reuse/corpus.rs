//! Made-up news articles, the same every time, each made on its own.

use std::iter;

use crosscheck::span::Span;

/// One in so many articles carries text of another.
const COPIES: usize = 20;
/// Words of an article: with the space some 5 KB.
const WORDS: usize = 820;
/// Different words of English, the nth of them n times as rare as the first: Zipf's law, which words of a language
/// follow.
const VOCABULARY: usize = 60_000;
/// So many of the first are mostly function words, of which a rewriter takes what others he likes.
const FUNCTION_WORDS: usize = 120;
/// All words, each with how common it is, in tenths on the Zipf scale.
const FREQUENCY: &str = include_str!("../../src/english/data/frequency.txt");
/// Outlets, on each of whose pages the same note stands.
const OUTLETS: u64 = 100;
/// Turns of phrase of 6 to 16 words, of which one in fifty sentences begins with one.
const PHRASES: u64 = 5_000;

/// All articles, as far as they have anything in common.
pub(crate) struct Corpus {
    articles: usize,
    /// In what ways articles carry text of others.
    ways: &'static [Reuse],
    vocabulary: Vec<&'static str>,
    /// The sum of the weights of the words up to each.
    weights: Vec<f64>,
}

/// An article and what it quotes.
#[derive(Default)]
pub(crate) struct Article {
    pub(crate) text: String,
    pub(crate) quotations: Vec<Span>,
}

/// How an article carries text of another.
#[derive(Clone, Copy)]
enum Reuse {
    Verbatim,
    /// Its first sentences only.
    Trimmed,
    /// All of it after a paragraph that is new.
    NewBeginning,
    /// 30 to 60 words among its own.
    Passage,
    /// All of it, every sentence in another order and with other function words, and some words left out.
    Retold,
}

impl Corpus {
    /// Of articles of which some carry text of others.
    pub(crate) fn of_copies(articles: usize) -> Self {
        Self::new(articles, &[Reuse::Verbatim, Reuse::Trimmed, Reuse::NewBeginning, Reuse::Passage])
    }

    /// Of articles of which some retell others.
    pub(crate) fn of_rewrites(articles: usize) -> Self {
        Self::new(articles, &[Reuse::Retold])
    }

    fn new(articles: usize, ways: &'static [Reuse]) -> Self {
        let mut total = 0.0;
        let weight = |rank| {
            total += 1.0 / rank as f64;
            total
        };
        let weights = (1..=VOCABULARY).map(weight).collect();
        let mut vocabulary: Vec<(&str, u32)> = FREQUENCY
            .lines()
            .filter_map(|line| line.split_once(' '))
            .filter_map(|(word, frequency)| Some((word, frequency.parse().ok()?)))
            .collect();
        vocabulary.sort_by_key(|&(_, frequency)| std::cmp::Reverse(frequency));
        vocabulary.truncate(VOCABULARY);
        let vocabulary = vocabulary.into_iter().map(|(word, _)| word).collect();
        Self { articles, ways, vocabulary, weights }
    }

    pub(crate) fn articles(&self) -> usize {
        self.articles
    }

    /// The article `number` and the one that it has text from, the lesser first.
    pub(crate) fn planted(&self, number: usize) -> Option<(usize, usize)> {
        let (from, _) = self.source(number)?;
        Some((from.min(number), from.max(number)))
    }

    /// Whose text the article `number` carries, and how. That one has its text from nobody.
    fn source(&self, number: usize) -> Option<(usize, Reuse)> {
        (number % COPIES == COPIES / 2).then(|| {
            let mut random = Random(number as u64 ^ 0x00c0_ffee);
            let from = random.below(self.articles as u64 / COPIES as u64) as usize * COPIES;
            let from = from + random.below(COPIES as u64 / 2) as usize;
            (from, self.ways[number / COPIES % self.ways.len()])
        })
    }

    pub(crate) fn article(&self, number: usize) -> Article {
        let mut random = Random(number as u64);
        let sentences = match self.source(number) {
            None => self.sentences(&mut random, WORDS),
            Some((from, reuse)) => self.reused(from, reuse, &mut random),
        };
        let mut article = Article::default();
        for (at, sentence) in sentences.iter().enumerate() {
            article.push(sentence, random.below(6) == 0);
            article.text.push_str(if at % 3 == 2 { "\n\n" } else { " " });
        }
        let mut outlet = Random(random.below(OUTLETS) ^ 0x5eed_0000);
        article.push(&self.run(&mut outlet, 35), false);
        article
    }

    fn reused(&self, from: usize, reuse: Reuse, random: &mut Random) -> Vec<Vec<&str>> {
        let original = self.sentences(&mut Random(from as u64), WORDS);
        match reuse {
            Reuse::Verbatim => original,
            Reuse::Trimmed => {
                let kept = original.len() * (40 + random.below(40) as usize) / 100;
                original.into_iter().take(kept).collect()
            }
            Reuse::NewBeginning => self.sentences(random, 60).into_iter().chain(original).collect(),
            Reuse::Retold => original.iter().map(|sentence| self.retold(sentence, random)).collect(),
            Reuse::Passage => {
                let words: Vec<&str> = original.into_iter().flatten().collect();
                let length = 30 + random.below(31) as usize;
                let start = random.below((words.len() - length) as u64) as usize;
                let mut sentences = self.sentences(random, WORDS - length);
                let place = random.below(sentences.len() as u64) as usize;
                sentences.insert(place, words[start..start + length].to_vec());
                sentences
            }
        }
    }

    fn retold<'a>(&'a self, sentence: &[&'a str], random: &mut Random) -> Vec<&'a str> {
        let functions = &self.vocabulary[..FUNCTION_WORDS];
        let mut words = Vec::new();
        for &word in sentence {
            let is_function = functions.contains(&word);
            let word =
                if is_function { functions[random.below(FUNCTION_WORDS as u64) as usize] } else { word };
            if is_function || random.below(8) > 0 {
                words.insert(random.below(words.len() as u64 + 1) as usize, word);
            }
        }
        words
    }

    /// Sentences of `words` words or a few more.
    fn sentences(&self, random: &mut Random, words: usize) -> Vec<Vec<&str>> {
        let mut count = 0;
        let sentence = || {
            (count < words).then(|| {
                let mut sentence = Vec::new();
                if random.below(50) == 0 {
                    let mut phrase = Random(random.below(PHRASES) ^ 0xf00d_0000);
                    let length = 6 + phrase.below(11) as usize;
                    sentence = self.run(&mut phrase, length);
                }
                let length = 8 + random.below(22) as usize;
                sentence.extend(self.run(random, length));
                count += sentence.len();
                sentence
            })
        };
        iter::from_fn(sentence).collect()
    }

    fn run(&self, random: &mut Random, length: usize) -> Vec<&str> {
        (0..length).map(|_| self.word(random)).collect()
    }

    fn word(&self, random: &mut Random) -> &str {
        let total = self.weights[VOCABULARY - 1];
        let at = random.share() * total;
        self.vocabulary[self.weights.partition_point(|&sum| sum < at).min(VOCABULARY - 1)]
    }
}

impl Article {
    fn push(&mut self, sentence: &[&str], quoted: bool) {
        let start = self.text.len();
        self.text.push_str(if quoted { "“" } else { "" });
        let words = sentence.join(" ");
        let capital = words.chars().take(1).flat_map(char::to_uppercase);
        self.text.extend(capital);
        self.text.extend(words.chars().skip(1));
        self.text.push_str(if quoted { "”." } else { "." });
        if quoted {
            self.quotations.push(Span::new(start, self.text.len()));
        }
    }
}

/// SplitMix64, seeded by what it is for.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}
