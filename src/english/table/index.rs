//! How the index of a table is laid out: the build script that writes it and the table that reads it agree on this.
//!
//! An index is a hash table with open addressing: a power of two of slots, each a `u32` in little-endian order. A slot
//! holds where a line begins in the table's text and, in the bits that this leaves, some bits of the hash of the
//! line's key, so that a word that the table lacks is told without a look at the text.

/// A slot without a line.
pub(super) const EMPTY: u32 = u32::MAX;

/// The places of hashes in an index of some size, over a text of some length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    slot_bits: u32,
    start_bits: u32,
}

impl Layout {
    /// For `slots` slots, a power of two of two or more, over a text of `length` bytes.
    pub(super) const fn new(slots: usize, length: usize) -> Self {
        Self { slot_bits: slots.trailing_zeros(), start_bits: usize::BITS - length.leading_zeros() }
    }

    /// The first slot to look at for a key of `hash`; then each [next](Self::next) one until one is empty, as some are.
    #[inline]
    pub(super) const fn place(self, hash: u64) -> usize {
        (hash >> (u64::BITS - self.slot_bits)) as usize
    }

    /// The slot after that at `place`; the first after the last.
    #[inline]
    pub(super) const fn next(self, place: usize) -> usize {
        (place + 1) & ((1 << self.slot_bits) - 1)
    }

    /// The slot of a line that begins at `start`, its key being of `hash`. Never [`EMPTY`], for `start` is less than the
    /// text's length.
    #[allow(clippy::cast_possible_truncation)]
    #[inline]
    pub(super) const fn slot(self, start: u32, hash: u64) -> u32 {
        ((hash as u32) << self.start_bits) | start
    }

    /// Where the line of `slot` begins, if its key may be one of `hash`.
    #[inline]
    pub(super) const fn start(self, slot: u32, hash: u64) -> Option<usize> {
        let start = slot & ((1 << self.start_bits) - 1);
        if self.slot(start, hash) == slot { Some(start as usize) } else { None }
    }
}

/// The hash of a key: the same on every machine.
#[inline]
pub(super) fn hash(key: &[u8]) -> u64 {
    let mut state = key.len() as u64;
    let mut rest = key;
    while let Some((chunk, after)) = rest.split_first_chunk() {
        state = mix(state ^ u64::from_le_bytes(*chunk));
        rest = after;
    }
    let tail = match (rest.first_chunk(), rest.last_chunk()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        _ => rest.iter().fold(0, |tail, &byte| tail << 8 | u64::from(byte)),
    };
    mix(state ^ tail)
}

/// Every bit of the product of two factors matters for every bit of this.
#[inline]
fn mix(bits: u64) -> u64 {
    /// The golden ratio's binary places.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let product = u128::from(bits ^ FACTOR) * u128::from(FACTOR);
    (product as u64) ^ ((product >> 64) as u64)
}
