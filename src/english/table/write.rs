//! Writes the index of a table: for the build script, and for tests.

use super::index::{EMPTY, Layout, hash};

/// The index of a table whose text is `lines`.
///
/// # Panics
/// Where a key stands twice, or the text is too long for the index: neither gets into a build.
pub(super) fn index(lines: &str) -> Vec<u8> {
    let count = lines.lines().count();
    let mut slots = vec![EMPTY; (count + count / 3 + 1).next_power_of_two().max(2)];
    let layout = Layout::new(slots.len(), lines.len());
    let mut start = 0;
    for line in lines.split_inclusive('\n') {
        let key = key(line);
        let hash = hash(key.as_bytes());
        let mut place = layout.place(hash);
        while slots[place] != EMPTY {
            let taken = layout.start(slots[place], hash).filter(|&at| self::key(&lines[at..]) == key);
            assert!(taken.is_none(), "{key} stands twice in a table");
            place = layout.next(place);
        }
        slots[place] = layout.slot(start, hash);
        start += u32::try_from(line.len()).expect("a table is short");
    }
    slots.into_iter().flat_map(u32::to_le_bytes).collect()
}

fn key(line: &str) -> &str {
    line.split([' ', '\n']).next().unwrap_or_default()
}
