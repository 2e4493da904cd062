//! What was worked out of the tokens of a document, so that it need not be again.

use std::sync::atomic::{AtomicU8, Ordering};

/// A question of a token that is answered with yes or no, from the document's words alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Question {
    /// Is it a function word?
    FunctionWord,
    /// Is it a verb, as far as its form and its neighbours tell?
    Verb,
}

/// For each token and [`Question`], the answer, once it is known.
///
/// Texts are read by several threads at once. Two may work out the same answer, and one may forget what the other has found
/// of another question; neither changes any answer.
#[derive(Debug)]
pub(super) struct Memo(Box<[AtomicU8]>);

impl Memo {
    /// Of `tokens` tokens of which nothing is known.
    pub(super) fn new(tokens: usize) -> Self {
        Self((0..tokens).map(|_| AtomicU8::new(0)).collect())
    }

    /// The answer to `question` of the token at `index`, by `answer` where it is not known.
    #[inline]
    pub(super) fn recall(&self, index: usize, question: Question, answer: impl FnOnce() -> bool) -> bool {
        let known = 1_u8 << (2 * question as u8);
        let yes = known << 1;
        let before = self.0[index].load(Ordering::Relaxed);
        if before & known != 0 {
            return before & yes != 0;
        }
        let answer = answer();
        let now = self.0[index].load(Ordering::Relaxed);
        self.0[index].store(now | known | if answer { yes } else { 0 }, Ordering::Relaxed);
        answer
    }
}

impl Clone for Memo {
    fn clone(&self) -> Self {
        Self::new(self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_once_of_each_token_and_question() {
        let memo = Memo::new(2);
        assert!(memo.recall(0, Question::Verb, || true));
        assert!(memo.recall(0, Question::Verb, || unreachable!("it is known")));
        assert!(!memo.recall(0, Question::FunctionWord, || false));
        assert!(!memo.recall(0, Question::FunctionWord, || unreachable!("it is known")));
        assert!(!memo.recall(1, Question::Verb, || false));
        let copy = memo.clone();
        assert!(copy.recall(1, Question::Verb, || true) && !memo.recall(1, Question::Verb, || true));
    }
}
