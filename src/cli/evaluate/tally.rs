//! Counting answers, and what the counts come to.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crosscheck::stance::Stance;
use serde::Serialize;

use super::pair::Label;

/// How often each stance was predicted for each label.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: BTreeMap<(Option<Label>, Stance), usize>,
}

/// What the counts come to; shares are 0 to 1, and left out where nothing was there to share.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    /// Lines read.
    pairs: usize,
    /// Lines with a right stance.
    labelled: usize,
    /// Labelled lines whose prediction is right.
    right: usize,
    accuracy: Option<f64>,
    /// How often each stance was predicted, over all lines.
    predicted: BTreeMap<&'static str, usize>,
    /// Label, then prediction, then how often.
    confusion: BTreeMap<&'static str, BTreeMap<&'static str, usize>>,
    /// One entry for every label that occurs or was predicted.
    stances: Vec<Quality>,
}

/// How well one label was found.
#[derive(Debug, PartialEq, Serialize)]
struct Quality {
    stance: &'static str,
    /// Lines of which it is right.
    support: usize,
    precision: Option<f64>,
    recall: Option<f64>,
    f1: Option<f64>,
}

impl Tally {
    /// Counts one answer.
    pub(super) fn count(&mut self, label: Option<Label>, predicted: Stance) {
        *self.counts.entry((label, predicted)).or_default() += 1;
    }

    /// What the counts come to.
    pub(super) fn figures(&self) -> Figures {
        let labelled = self.sum(|_, _| true);
        let right = self.sum(Label::admits);
        let mut figures = Figures {
            pairs: self.counts.values().sum(),
            labelled,
            right,
            accuracy: share(right, labelled),
            predicted: BTreeMap::new(),
            confusion: BTreeMap::new(),
            stances: self.labels().into_iter().map(|label| self.quality(label)).collect(),
        };
        for (&(label, predicted), &count) in &self.counts {
            *figures.predicted.entry(predicted.name()).or_default() += count;
            if let Some(label) = label {
                *figures.confusion.entry(label.name()).or_default().entry(predicted.name()).or_default() +=
                    count;
            }
        }
        figures
    }

    /// Prints the figures as tables.
    pub(super) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let figures = self.figures();
        let pairs = if figures.pairs == 1 { "pair" } else { "pairs" };
        writeln!(out, "{} {pairs}, {} with a right stance", figures.pairs, figures.labelled)?;
        if figures.labelled == 0 {
            for (stance, count) in &figures.predicted {
                writeln!(out, "  {stance:12} {count:7}")?;
            }
            return Ok(());
        }
        writeln!(out, "{} right: {}%", figures.right, percent(figures.accuracy).trim())?;
        print_confusion(&figures, out)?;
        writeln!(out, "\n{:14}{:>10}{:>10}{:>10}{:>10}", "stance", "precision", "recall", "F1", "pairs")?;
        for q in &figures.stances {
            let [precision, recall, f1] = [q.precision, q.recall, q.f1].map(percent);
            writeln!(out, "{:14}{precision:>10}{recall:>10}{f1:>10}{:>10}", q.stance, q.support)?;
        }
        Ok(())
    }

    /// Labelled lines for which `test` holds.
    fn sum(&self, test: impl Fn(Label, Stance) -> bool) -> usize {
        let labelled =
            self.counts.iter().filter_map(|(&(label, predicted), &n)| Some((label?, predicted, n)));
        labelled.filter(|&(label, predicted, _)| test(label, predicted)).map(|(_, _, n)| n).sum()
    }

    /// Every label that occurs, or that a labelled line was taken for.
    fn labels(&self) -> Vec<Label> {
        let mut labels: Vec<_> = self
            .counts
            .keys()
            .filter_map(|&(label, predicted)| Some([label?, Label::Is(predicted)]))
            .flatten()
            .collect();
        labels.sort_unstable();
        labels.dedup();
        labels
    }

    /// A prediction counts as `label` if `label` admits it. Lines labelled `not-supports` say nothing of which
    /// of the other stances is right, so only `supports` and `not-supports` are measured on them.
    fn quality(&self, label: Label) -> Quality {
        let is = |gold: Label| match label {
            Label::NotSupports => gold != Label::Is(Stance::Supports),
            Label::Is(_) => gold == label,
        };
        let tells = |gold: Label| {
            gold != Label::NotSupports || matches!(label, Label::NotSupports | Label::Is(Stance::Supports))
        };
        let support = self.sum(|gold, _| is(gold));
        let called = self.sum(|gold, predicted| tells(gold) && label.admits(predicted));
        let both = self.sum(|gold, predicted| is(gold) && label.admits(predicted));
        let f1 = (support + called > 0).then(|| 2.0 * both as f64 / (support + called) as f64);
        Quality {
            stance: label.name(),
            support,
            precision: share(both, called),
            recall: share(both, support),
            f1,
        }
    }
}

fn print_confusion(figures: &Figures, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "\n{:14}", "right \\ said")?;
    for stance in Stance::ALL {
        write!(out, "{:>12}", stance.name())?;
    }
    writeln!(out)?;
    for (label, row) in &figures.confusion {
        write!(out, "{label:14}")?;
        for stance in Stance::ALL {
            write!(out, "{:>12}", row.get(stance.name()).copied().unwrap_or(0))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1}", 100.0 * share))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn tally(rows: &[(Label, Stance, usize)]) -> Tally {
        let counts = rows.iter().map(|&(label, said, n)| ((Some(label), said), n)).collect();
        Tally { counts }
    }

    #[test]
    fn precision_and_recall_per_stance() {
        use Stance::{Contradicts, Silent, Supports};
        let figures = tally(&[
            (Label::Is(Supports), Supports, 3),
            (Label::Is(Supports), Silent, 1),
            (Label::Is(Contradicts), Supports, 1),
        ])
        .figures();
        assert_eq!(figures.accuracy, Some(0.6));
        let supports = &figures.stances[0];
        assert_eq!((supports.precision, supports.recall), (Some(0.75), Some(0.75)));
        let contradicts = &figures.stances[1];
        assert_eq!((contradicts.precision, contradicts.recall, contradicts.f1), (None, Some(0.0), Some(0.0)));
    }

    #[test]
    fn a_two_way_label_is_met_by_all_but_supports() {
        use Stance::{Contradicts, Silent, Supports};
        let figures = tally(&[
            (Label::NotSupports, Contradicts, 2),
            (Label::NotSupports, Silent, 1),
            (Label::NotSupports, Supports, 1),
            (Label::Is(Supports), Supports, 2),
            (Label::Is(Supports), Silent, 2),
        ])
        .figures();
        assert_eq!(figures.right, 5);
        let of = |name| figures.stances.iter().find(|q| q.stance == name).unwrap();
        assert_eq!(of("not-supports").precision, Some(0.6));
        assert_eq!(of("not-supports").recall, Some(0.75));
        assert_eq!(of("supports").precision, Some(2.0 / 3.0));
        assert_eq!(of("contradicts").precision, None, "nothing tells whether those are right");
    }
}
