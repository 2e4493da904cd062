//! The ways in which a ruling may be written into a claim file, the nicest first.

use super::layout::{
    Change, after_blank_lines, column, content_end, field_column, indented, is_at, line_break, line_end,
    next_token, past_properties,
};
use super::place::{Place, Target};
use super::ruling::Written;
use crate::yaml::{Kind, Node};

/// The changes that together write the ruling, in order and apart.
pub(super) type Way = Vec<Change>;

/// How much further to the right than the field's name a list's dashes stand where nothing shows it.
const USUAL_STEP: usize = 2;

/// The ways to write `written`. They have yet to be tried; there may be none.
pub(super) fn ways(text: &str, place: &Place<'_>, target: Target, written: &Written) -> Vec<Way> {
    let ways = Ways { text, place, target, written };
    let claim = place.claim;
    // What is written where an alias stands would be written where the anchor is.
    if ways.stands(place.claims, '*') {
        return Vec::new();
    }
    match claim.kind {
        Kind::Scalar { .. } if ways.stands(place.claims, '[') => ways.bare_in_flow(),
        Kind::Scalar { .. } => ways.bare_in_block(),
        _ if ways.stands(claim, '*') => Vec::new(),
        _ if ways.stands(claim, '{') => ways.flow_map(),
        _ => ways.block_map(),
    }
}

struct Ways<'a> {
    text: &'a str,
    place: &'a Place<'a>,
    target: Target,
    written: &'a Written,
}

impl Ways<'_> {
    /// Whether a node begins with `c`.
    fn stands(&self, node: &Node, c: char) -> bool {
        !node.span.is_empty() && is_at(self.text, node.span.start, c)
    }

    /// `lines` after the content that ends before `end`; or after the blank lines that follow it, where they belong to
    /// a text that keeps them.
    fn lines_after(&self, end: usize, lines: &[String]) -> [Change; 2] {
        let end = line_end(self.text, content_end(self.text, end));
        [end, after_blank_lines(self.text, end)].map(|at| Change::insert_lines(self.text, at, lines))
    }

    /// A claim that is its one sentence: it becomes the field `claim` of a map.
    fn bare_in_block(&self) -> Vec<Way> {
        let Some((dash, start)) = self.start_in_block() else { return Vec::new() };
        let end = content_end(self.text, self.place.claim.span.end);
        let at = column(self.text, start);
        let rulings = self.field_lines(at, self.step(at));
        // The second is for texts that say how far they are indented.
        let further = at.saturating_sub(column(self.text, dash));
        let mut ways = Vec::new();
        for least in [0, further] {
            let moved = indented(self.text, start..end, at, least);
            for rulings in self.lines_after(end, &rulings) {
                let mut way = vec![Change::insert(start, "claim: ")];
                way.extend(moved.iter().cloned());
                way.push(rulings);
                ways.push(way);
            }
        }
        ways
    }

    /// Where the dash of the claim stands, and where what follows it begins, an anchor included.
    fn start_in_block(&self) -> Option<(usize, usize)> {
        let mut from = match self.place.item.checked_sub(1).and_then(|before| self.place.items.get(before)) {
            Some(before) => content_end(self.text, before.span.end),
            None => self.place.claims_key.span.end,
        };
        loop {
            from = past_properties(self.text, next_token(self.text, from));
            if is_at(self.text, from, '-') {
                return Some((from, next_token(self.text, from + 1)));
            }
            if !is_at(self.text, from, ':') {
                return None;
            }
            from += 1;
        }
    }

    fn bare_in_flow(&self) -> Vec<Way> {
        let before = self.place.item.checked_sub(1).and_then(|before| self.place.items.get(before));
        let mut start = before.map_or(self.place.claims.span.start + 1, |before| before.span.end);
        start = next_token(self.text, start);
        while is_at(self.text, start, ',') {
            start = next_token(self.text, start + 1);
        }
        let end = content_end(self.text, self.place.claim.span.end);
        let rulings = format!(", {}}}", self.flow_field());
        vec![vec![Change::insert(start, "{\"claim\": "), Change::insert(end, rulings)]]
    }

    fn block_map(&self) -> Vec<Way> {
        let claim = self.place.claim;
        let at = field_column(self.text, claim.span.start);
        let Some((_, key, value)) = self.place.rulings() else {
            let lines = self.field_lines(at, self.step(at));
            return self.lines_after(claim.span.end, &lines).map(|change| vec![change]).into();
        };
        match &value.kind {
            _ if self.stands(value, '*') => Vec::new(),
            Kind::List(items) if self.stands(value, '[') => self.flow_list(value, items),
            Kind::List(items) => self.block_list(value, items, at),
            _ => self.empty_field(key, value, at),
        }
    }

    /// A field `rulings` with nothing in it.
    fn empty_field(&self, key: &Node, value: &Node, at: usize) -> Vec<Way> {
        let lines = self.written.block_lines(at + self.step(at));
        let colon = next_token(self.text, key.span.end);
        if value.span.is_empty() {
            let end = line_end(self.text, colon);
            return vec![vec![Change::insert_lines(self.text, end, &lines)]];
        }
        let end = line_end(self.text, value.span.end);
        vec![
            vec![
                Change::replace(colon + 1..value.span.end, ""),
                Change::insert_lines(self.text, end, &lines),
            ],
            vec![Change::replace(value.span.into(), self.flow_list_of_one())],
        ]
    }

    fn block_list(&self, list: &Node, items: &[Node], fields: usize) -> Vec<Way> {
        let Target::Replaced(index) = self.target else {
            let lines = self.written.block_lines(self.dash_column(list, fields));
            return self.lines_after(list.span.end, &lines).map(|change| vec![change]).into();
        };
        let Some(item) = items.get(index) else { return Vec::new() };
        if self.stands(item, '{') {
            return vec![vec![Change::replace(item.span.into(), self.written.flow())]];
        }
        let (start, end) = (item.span.start, content_end(self.text, item.span.end));
        let margin = format!("{}{}", line_break(self.text, start), " ".repeat(column(self.text, start)));
        vec![vec![Change::replace(start..end, self.written.field_lines().join(&margin))]]
    }

    fn flow_list(&self, list: &Node, items: &[Node]) -> Vec<Way> {
        let ruling = self.written.flow();
        let change = match (self.target, items.last()) {
            (Target::Replaced(index), _) => match items.get(index) {
                Some(item) => Change::replace(item.span.into(), ruling),
                None => return Vec::new(),
            },
            (Target::Added, Some(last)) => Change::insert(last.span.end, format!(", {ruling}")),
            (Target::Added, None) => Change::insert(list.span.start + 1, ruling),
        };
        vec![vec![change]]
    }

    fn flow_map(&self) -> Vec<Way> {
        let claim = self.place.claim;
        let Some((_, key, value)) = self.place.rulings() else {
            let Kind::Map(entries) = &claim.kind else { return Vec::new() };
            let Some((key, value)) = entries.last() else { return Vec::new() };
            let added = format!(", {}", self.flow_field());
            let end = key.span.cover(value.span).end;
            // The second is for a last field whose value is left out.
            let brace = content_end(self.text, claim.span.end.saturating_sub(1));
            return [end, brace].map(|at| vec![Change::insert(at, added.clone())]).into();
        };
        match &value.kind {
            _ if self.stands(value, '*') => Vec::new(),
            Kind::List(items) => self.flow_list(value, items),
            _ if !value.span.is_empty() => {
                vec![vec![Change::replace(value.span.into(), self.flow_list_of_one())]]
            }
            _ => {
                let colon = next_token(self.text, key.span.end);
                let list = self.flow_list_of_one();
                let change = if is_at(self.text, colon, ':') {
                    Change::insert(colon + 1, format!(" {list}"))
                } else {
                    Change::insert(key.span.end, format!(": {list}"))
                };
                vec![vec![change]]
            }
        }
    }

    /// The field `rulings` with the ruling, in a block whose fields stand at `column`.
    fn field_lines(&self, column: usize, step: usize) -> Vec<String> {
        let mut lines = vec![format!("{}rulings:", " ".repeat(column))];
        lines.extend(self.written.block_lines(column + step));
        lines
    }

    fn flow_field(&self) -> String {
        format!("\"rulings\": {}", self.flow_list_of_one())
    }

    fn flow_list_of_one(&self) -> String {
        format!("[{}]", self.written.flow())
    }

    /// How much further to the right than the field's name the dashes of a list stand: as in another list of the claim,
    /// whose fields stand at `fields`, else as in the list of claims.
    fn step(&self, fields: usize) -> usize {
        let is_block = |list: &&Node| {
            matches!(&list.kind, Kind::List(items) if !items.is_empty())
                && !self.stands(list, '[')
                && !self.stands(list, '*')
        };
        let own = match &self.place.claim.kind {
            Kind::Map(entries) => entries.iter().map(|(_, value)| value).find(is_block),
            _ => None,
        };
        if let Some(list) = own {
            return self.dash_column(list, fields).saturating_sub(fields);
        }
        let claims = self.place.claims;
        if !is_block(&claims) {
            return USUAL_STEP;
        }
        let question = column(self.text, self.place.claims_key.span.start);
        self.dash_column(claims, question).saturating_sub(question)
    }

    /// The column of a block list's dashes; `fields` is that of the field it is the value of.
    fn dash_column(&self, list: &Node, fields: usize) -> usize {
        // A list that is not indented begins, to the reader, with its first item.
        let next = self.text.as_bytes().get(list.span.start + 1);
        let is_dash = self.stands(list, '-') && next.is_none_or(u8::is_ascii_whitespace);
        if is_dash { column(self.text, list.span.start) } else { fields }
    }
}
