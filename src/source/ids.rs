//! Ids of sources: made from file names where nobody gave one.

use std::collections::{BTreeMap, HashMap, HashSet};

use sha2::{Digest, Sha256};

use crate::yaml;

use super::format::{Format, Packing};

/// Longest id made from a name, in bytes.
const LONGEST: usize = 100;

/// `name` in kebab-case: `Sky News (2).txt` is `sky-news-2-txt`. `source` where no Latin letter or digit is in it.
pub(super) fn slug(name: &str) -> String {
    let slug = yaml::slug(name, LONGEST);
    if slug.is_empty() { "source".to_owned() } else { slug }
}

/// The name of `file` (a path with `/`) without folders and extension.
pub(super) fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    without_extension(name)
}

/// `many.jsonl.gz` as `many.jsonl`.
fn without_packing(file: &str) -> &str {
    match (Format::of_name(file), file.rsplit_once('.')) {
        (Some(Format::JsonLines(packing)), Some((packed, _))) if packing != Packing::Plain => packed,
        _ => file,
    }
}

fn without_extension(file: &str) -> &str {
    let file = without_packing(file);
    match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && !stem.ends_with('/') && !extension.contains('/') => {
            stem
        }
        _ => file,
    }
}

/// An id for each of `files`, whose own ids, where they have any, are `given`.
///
/// An id is made from the file's name; where that is taken, from its path, then from its path with the
/// extension, then from that and a number. Ids that were given are never changed, not even to differ.
pub(super) fn assign(files: &[&str], given: &[Option<&str>]) -> Vec<String> {
    let forms: [fn(&str) -> String; 3] = [|f| slug(stem(f)), |f| slug(without_extension(f)), |f| slug(f)];
    let mut level = vec![0_usize; files.len()];
    let made = |level: &[usize]| -> Vec<String> {
        let each = files.iter().zip(given).zip(level);
        each.map(|((file, given), &level)| given.map_or_else(|| forms[level](file), str::to_owned)).collect()
    };
    let mut ids = made(&level);
    for _ in 1..forms.len() {
        let taken = count(&ids);
        for at in 0..ids.len() {
            if given[at].is_none() && taken.get(&ids[at]).is_some_and(|&n| n > 1) {
                level[at] = (level[at] + 1).min(forms.len() - 1);
            }
        }
        ids = made(&level);
    }
    number_the_rest(&mut ids, given);
    ids
}

fn count(ids: &[String]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for id in ids {
        *counts.entry(id.clone()).or_insert(0) += 1;
    }
    counts
}

fn number_the_rest(ids: &mut [String], given: &[Option<&str>]) {
    let mut taken: HashSet<String> = given.iter().flatten().map(|id| (*id).to_owned()).collect();
    // The numbers below are taken: thousands of files may have one id before they are numbered.
    let mut next: HashMap<String, usize> = HashMap::new();
    for (id, _) in ids.iter_mut().zip(given).filter(|(_, given)| given.is_none()) {
        let number = next.entry(id.clone()).or_insert(1);
        let free = loop {
            let wanted = if *number == 1 { id.clone() } else { format!("{id}-{number}") };
            *number += 1;
            if taken.insert(wanted.clone()) {
                break wanted;
            }
        };
        *id = free;
    }
}

/// Ids met so far, as 16 bytes each: what a stream of millions of sources can afford to remember.
#[derive(Debug, Default)]
pub(super) struct Met(HashSet<[u8; 16]>);

impl Met {
    /// Whether `id` is new; it is remembered.
    pub(super) fn is_new(&mut self, id: &str) -> bool {
        let hash = Sha256::digest(id.as_bytes());
        let mut key = [0; 16];
        key.copy_from_slice(&hash[..16]);
        self.0.insert(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_kebab_case() {
        let cases = [
            ("002_dc0745e43d9ff23a", "002-dc0745e43d9ff23a"),
            ("Sky News (2)", "sky-news-2"),
            ("Café au lait", "cafe-au-lait"),
            ("Доклад", "source"),
            ("--", "source"),
            ("", "source"),
        ];
        for (name, expected) in cases {
            assert_eq!(slug(name), expected);
        }
    }

    #[test]
    fn stems_leave_out_folders_and_extensions() {
        for (file, expected) in [
            ("a/many.jsonl.gz", "many"),
            ("a/b.c/sky.txt", "sky"),
            ("a.b/sky", "sky"),
            (".hidden", ".hidden"),
            ("x.tar.gz", "x.tar"),
        ] {
            assert_eq!(stem(file), expected);
        }
    }

    #[test]
    fn made_ids_are_unique_and_given_ones_kept() {
        let files = ["bbc/a.txt", "sky/a.md", "sky/a.txt", "b.txt", "b!.txt", "c.txt"];
        let given = [None, None, None, None, None, Some("b")];
        let ids = assign(&files, &given);
        assert_eq!(ids, ["bbc-a", "sky-a-md", "sky-a-txt", "b-txt", "b-txt-2", "b"]);
        assert_eq!(assign(&["sky.txt", "x.txt"], &[None, None]), ["sky", "x"]);
        assert_eq!(assign(&["x.txt", "y.txt"], &[Some("same"), Some("same")]), ["same", "same"]);
    }
}
