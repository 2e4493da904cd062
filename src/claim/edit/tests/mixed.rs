//! Files of every style at once, made by throwing dice.

use std::fmt::Write;

use proptest::prelude::*;
use serde::Deserialize;

use super::super::{Judged, NewRuling};
use super::ruling;
use crate::claim::{Claim, ClaimSet, Ruling, Stance};

/// Throws that were made beforehand, so that a file which shows a mistake can be made smaller.
struct Dice {
    throws: std::vec::IntoIter<u8>,
    claims: usize,
}

impl Dice {
    /// One of the first `sides` numbers.
    fn throw(&mut self, sides: u8) -> u8 {
        self.throws.next().unwrap_or_default() % sides
    }

    fn one_of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[usize::from(self.throw(u8::try_from(texts.len()).unwrap()))]
    }

    fn next_claim(&mut self) -> usize {
        self.claims += 1;
        self.claims
    }

    fn comment(&mut self) -> &'static str {
        self.one_of(&["", "", "", " # why", "   # - x: [y", " "])
    }

    /// Lines between others, indented by `margin` spaces or not at all.
    fn between(&mut self, margin: usize) -> String {
        let margin = " ".repeat(margin);
        match self.throw(8) {
            0 => "\n".to_owned(),
            1 => format!("{margin}# rulings:\n"),
            2 => "# left\n\n".to_owned(),
            _ => String::new(),
        }
    }

    fn file(&mut self) -> String {
        let mut text = self.one_of(&["", "# head\n", "---\n", "%YAML 1.2\n---\n"]).to_owned();
        for number in 0..=self.throw(3) {
            if number > 0 {
                text.push_str(self.one_of(&["---\n", "...\n---\n", "--- # next\n"]));
            }
            self.document(&mut text, number);
        }
        if self.throw(4) == 0 {
            text.truncate(text.trim_end_matches('\n').len());
        }
        if self.throw(3) == 0 {
            text = text.replace('\n', "\r\n");
        }
        if self.throw(3) == 0 && !text.starts_with('%') {
            text.insert(0, '\u{feff}');
        }
        text
    }

    fn document(&mut self, text: &mut String, number: u8) {
        let about = self.one_of(&["", "about: [Ali, 'Bo']\n", "about:\n- Ali # him\n"]);
        let compatible = self.throw(2) == 0;
        write!(text, "{}question: q{number}{}\n{about}", self.between(0), self.comment()).unwrap();
        let claims = 1 + self.throw(4);
        if self.throw(4) == 0 {
            text.push_str("claims: [");
            for _ in 0..claims {
                let claim = self.in_flow();
                let end = self.one_of(&[", ", ",", " ,\n  ", ", # why\n  "]);
                write!(text, "{claim}{end}").unwrap();
            }
            text.push_str("]\n");
        } else {
            let margin = usize::from(self.throw(3)) * 2;
            writeln!(text, "claims:{}", self.comment()).unwrap();
            for _ in 0..claims {
                text.push_str(&self.between(margin));
                let claim = self.in_block(margin);
                text.push_str(&claim);
            }
        }
        if compatible {
            writeln!(text, "{}compatible: true{}", self.between(0), self.comment()).unwrap();
        }
    }

    fn in_flow(&mut self) -> String {
        let number = self.next_claim();
        let rulings = self.one_of(&[
            "",
            ", rulings: []",
            ", rulings:",
            ", rulings: [{source: t, stance: mixed, because: x}, ]",
        ]);
        match self.throw(5) {
            0 => format!("claim {number}"),
            1 => format!("\"claim\n    {number}\""),
            2 => format!("&x{number} 'claim {number}'"),
            3 => format!("{{claim: claim {number}{rulings}}}"),
            _ => format!("{{\"id\": id-{number}{rulings}, claim: claim\n  {number}, }}"),
        }
    }

    fn in_block(&mut self, margin: usize) -> String {
        let dash = format!("{}-{}", " ".repeat(margin), self.one_of(&[" ", "   "]));
        let under = " ".repeat(margin + 1 + usize::from(self.throw(3)));
        let comment = self.comment();
        match self.throw(10) {
            0 => format!("{dash}{}{comment}\n", self.in_flow().replace('\n', "\n  ")),
            1 => format!("{dash}claim {}{comment}\n", self.next_claim()),
            2 => format!("{dash}\"claim {}\"{comment}\n", self.next_claim()),
            3 => format!("{dash}claim\n{under}number\n\n{under}{}{comment}\n", self.next_claim()),
            4 => {
                let style = self.one_of(&[">", "|", "|-", ">+", "|+"]);
                format!("{dash}{style}{comment}\n{under}claim\n\n{under}{}\n\n", self.next_claim())
            }
            5 => format!("{dash}&x\n{under}'claim\n{under}{}'{comment}\n", self.next_claim()),
            _ => self.map(&dash),
        }
    }

    /// A claim as a map of fields in any order.
    fn map(&mut self, dash: &str) -> String {
        let number = self.next_claim();
        let margin = " ".repeat(dash.len());
        let mut fields = vec![format!("claim: claim {number}{}\n", self.comment())];
        if self.throw(2) == 0 {
            fields.push(format!("id: id-{number}\n"));
        }
        fields.push(self.field(&margin, number));
        fields.push(self.rulings(&margin));
        fields.retain(|field| !field.is_empty());
        let turn = usize::from(self.throw(4)) % fields.len();
        fields.rotate_left(turn);
        let mut text = String::new();
        for (place, field) in fields.iter().enumerate() {
            let lead = if place == 0 { dash } else { &margin };
            write!(text, "{lead}{field}").unwrap();
            text.push_str(&self.between(dash.len()));
        }
        text
    }

    fn field(&mut self, margin: &str, number: usize) -> String {
        let comment = self.comment();
        match self.throw(7) {
            0 => format!("note: &n |+{comment}\n{margin}  a note\n\n{margin}  more\n\n"),
            1 => format!("note: >{comment}\n{margin} a note\n"),
            2 => format!("note:{comment}\n"),
            3 => format!("phrasings:{comment}\n{margin}- phrase {number}\n"),
            4 => format!("phrasings:\n{margin}    - phrase {number}{comment}\n"),
            5 => format!("phrasings: [phrase {number},\n{margin}   ]{comment}\n"),
            _ => String::new(),
        }
    }

    fn rulings(&mut self, margin: &str) -> String {
        let comment = self.comment();
        match self.throw(7) {
            0 => format!("rulings:{comment}\n"),
            1 => format!("rulings: [ ]{comment}\n"),
            2 => format!("rulings: [{{source: t, stance: mixed, because: x}}\n{margin} ,]{comment}\n"),
            3 => format!(
                "rulings:{comment}\n{margin}- source: t\n{margin}  stance: mixed # y\n{margin}  because: x\n"
            ),
            4 => format!(
                "rulings:\n{margin}  -  {{source: t, stance: mixed,\n{margin}     because: x}}{comment}\n"
            ),
            _ => String::new(),
        }
    }
}

/// What is read of a ruling.
fn said(ruling: &Ruling) -> (&str, Stance, &str, Option<&str>, Option<&str>) {
    (ruling.source(), ruling.stance(), ruling.because(), ruling.on(), ruling.quote())
}

/// Whether `b` is `a` with one more ruling where it is the claim at `changed`, and the same where it is not.
fn assert_only_ruled(a: &ClaimSet, b: &ClaimSet, changed: usize, by: &NewRuling) {
    assert_eq!(a.claims().len(), b.claims().len());
    let questions = |set: &ClaimSet| format!("{:?}", set.questions());
    assert_eq!(questions(a), questions(b));
    for (place, (a, b)) in a.claims().iter().zip(b.claims()).enumerate() {
        let rest = |claim: &Claim| {
            let texts = (claim.id().to_owned(), claim.text().to_owned(), claim.note().map(str::to_owned));
            (texts, claim.phrasings().to_vec(), claim.question())
        };
        assert_eq!(rest(a), rest(b));
        let mut rulings: Vec<_> = a.rulings().iter().map(said).collect();
        let Judged::Quote(quote) = &by.judged else { panic!("a quote") };
        if place == changed {
            rulings.retain(|ruling| ruling.0 != by.source);
            rulings.push((&by.source, by.stance, &by.because, Some("2025-01-02"), Some(quote)));
        }
        assert_eq!(b.rulings().iter().map(said).collect::<Vec<_>>(), rulings);
    }
}

/// Whether another reader of YAML, which keeps to the letter where ours is lenient, reads this too.
fn is_read_by_another(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    serde_yaml::Deserializer::from_str(text).all(|document| serde_yaml::Value::deserialize(document).is_ok())
}

fn is_subsequence(part: &str, whole: &str) -> bool {
    let mut rest = whole.bytes();
    part.bytes().all(|wanted| rest.any(|byte| byte == wanted))
}

/// Whether `after` is `before` with one run of bytes more.
fn is_one_run_more(before: &str, after: &str) -> bool {
    let prefix = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let suffix = before.bytes().rev().zip(after.bytes().rev()).take_while(|(a, b)| a == b).count();
    after.len() > before.len() && prefix + suffix >= before.len()
}

fn check(file: &str) {
    let set = ClaimSet::from_yaml("a.yaml", file).unwrap_or_else(|error| panic!("{file}\n{error}"));
    let readable = is_read_by_another(file);
    for (place, claim) in set.claims().iter().enumerate() {
        let added = ruling();
        let once =
            set.with_ruling(place, file, &added, false).unwrap_or_else(|error| panic!("{file}\n{error}"));
        assert!(is_subsequence(file, &once.text), "{file}\n{}", once.text);
        assert!(!readable || is_read_by_another(&once.text), "{file}\n{}", once.text);
        let span = claim.span;
        let is_bare = !claim.input.text()[span.start..span.end].contains("claim:");
        assert!(is_bare || is_one_run_more(file, &once.text), "{file}\n{}", once.text);
        let read = ClaimSet::from_yaml("a.yaml", &once.text).unwrap();
        assert_only_ruled(&set, &read, place, &added);
        assert_eq!(read.claims()[place].rulings().last().unwrap().place().1, once.line);

        let more = NewRuling { source: "u".to_owned(), ..ruling() };
        let twice = read.with_ruling(place, &once.text, &more, false).unwrap();
        assert!(is_one_run_more(&once.text, &twice.text), "{}\n{}", once.text, twice.text);
        let read_twice = ClaimSet::from_yaml("a.yaml", &twice.text).unwrap();
        assert_only_ruled(&read, &read_twice, place, &more);

        let other = NewRuling { stance: Stance::Silent, because: "other".to_owned(), ..more };
        let replaced = read_twice.with_ruling(place, &twice.text, &other, true).unwrap();
        let read_replaced = ClaimSet::from_yaml("a.yaml", &replaced.text).unwrap();
        assert_only_ruled(&read, &read_replaced, place, &other);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(250) })]

    #[test]
    fn in_files_of_every_style_nothing_else_changes(throws in prop::collection::vec(any::<u8>(), 0..120)) {
        let mut dice = Dice { throws: throws.into_iter(), claims: 0 };
        check(&dice.file());
    }
}
