//! Whose words quotations are that no clause attributes.

use std::ops::Range;

use crate::text::Sentence;

use super::super::phrase;
use super::super::quoted::Quoted;
use super::super::speaker::SpeakerKind;
use super::Assigner;

impl Assigner<'_> {
    /// Settles the quotations that end within `sentence`.
    pub(super) fn quotations_of(&mut self, sentence: &Sentence, block: Range<usize>, announced: Option<u32>) {
        let place = |at: usize| self.quotations.list.partition_point(|quoted| quoted.outer.end <= at);
        for index in place(sentence.whole.start)..place(sentence.whole.end) {
            let quoted = &self.quotations.list[index];
            let signed = self.signed(quoted, block.end);
            let entry = signed.or_else(|| self.entry_of(index, quoted, block.clone(), announced));
            let Some(entry) = entry else { continue };
            self.fill(quoted.inner.clone(), entry);
            let named = self.entries[entry as usize].named.clone();
            self.focus.set(&named);
        }
    }

    /// "“The dam is unsafe.” — Ann Rees": the name that ends the paragraph after a dash.
    fn signed(&mut self, quoted: &Quoted, end: usize) -> Option<u32> {
        let dash = quoted.outer.end;
        if !matches!(self.document.folded_or_empty(dash), "–" | "-") {
            return None;
        }
        let phrase = phrase::forward(self.document, dash + 1, end)?;
        let named = self.resolver().speaker(&phrase, None)?;
        let signs = named.speaker.kind == SpeakerKind::Person && phrase.whole.end == end;
        signs.then(|| self.entry(named, phrase.whole))
    }

    fn entry_of(
        &self,
        index: usize,
        quoted: &Quoted,
        block: Range<usize>,
        announced: Option<u32>,
    ) -> Option<u32> {
        let at = |token: usize| self.of_token.get(token).copied().flatten().map(|(entry, _)| entry);
        if let Some(entry) = self.ends.get(&quoted.outer.end) {
            return Some(*entry);
        }
        if let Some(entry) = at(quoted.inner.start).or_else(|| at(quoted.inner.end - 1)) {
            return Some(entry);
        }
        if !quoted.continues && self.goes_on(quoted) {
            return None;
        }
        let before = index.checked_sub(1).and_then(|before| self.quotations.list.get(before));
        let entry_before = before.and_then(|before| at(before.inner.end - 1));
        if quoted.continues {
            return entry_before;
        }
        let opens_block = quoted.outer.start == block.start;
        if opens_block && announced.is_some() {
            return announced;
        }
        let begins = self.begins_sentence(quoted.outer.start) || self.begins_sentence(quoted.inner.start);
        let sentence_start = begins && self.is_sentence(quoted);
        let in_block = before.is_some_and(|before| before.outer.start >= block.start);
        if sentence_start && in_block {
            return entry_before;
        }
        let alone = opens_block && quoted.outer.end + 2 > block.end;
        let last = block.start.checked_sub(1).and_then(|before| self.last_speaker(before));
        if alone || sentence_start && !opens_block {
            let before = if alone { block.start } else { quoted.outer.start };
            return before
                .checked_sub(1)
                .and_then(|before| self.last_speaker(before))
                .or(last.filter(|_| alone));
        }
        None
    }

    /// Whether the sentence goes on after its quotation: "“...,” read a banner".
    fn goes_on(&self, quoted: &Quoted) -> bool {
        let sentences = self.document.sentences();
        let last = quoted.outer.end - 1;
        let sentence = sentences.get(sentences.partition_point(|sentence| sentence.whole.end <= last));
        let end = sentence.map_or(quoted.outer.end, |sentence| sentence.whole.end);
        (quoted.outer.end..end).any(|at| self.document.tokens()[at].is_word() && !self.quotations.holds(at))
    }

    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        self.document.sentences().binary_search_by(|sentence| sentence.whole.start.cmp(&at)).is_ok()
    }

    fn is_sentence(&self, quoted: &Quoted) -> bool {
        let last = quoted.inner.end - 1;
        let ends = |at: usize| matches!(self.document.folded_or_empty(at), "." | "!" | "?" | "," | "…");
        ends(last) || ends(quoted.outer.end)
    }

    /// Whose words the sentence is that the token `at` ends.
    fn last_speaker(&self, at: usize) -> Option<u32> {
        let sentence = self.document.sentences().partition_point(|sentence| sentence.whole.end <= at);
        let sentence = self.document.sentences().get(sentence)?;
        let entry = sentence.whole.clone().rev().find_map(|at| self.of_token[at]).map(|(entry, _)| entry)?;
        let kind = self.entries[entry as usize].named.speaker.kind;
        (kind != SpeakerKind::Document || self.quotations.holds(at)).then_some(entry)
    }
}
