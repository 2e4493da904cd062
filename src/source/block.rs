//! Files with a source a line, cut into blocks of whole lines, which are read apart from one another.

use std::io::{self, Read};

use memchr::{memchr, memchr_iter, memrchr};

use super::draft::LARGEST;

/// A block has about so many bytes at first, so that a small file is work for several; and at most about so many later.
const SMALLEST_BLOCK: usize = 8 << 10;
const LARGEST_BLOCK: usize = 256 << 10;

/// How many blocks of the same size a file has had so far before they grow.
const SHARE: usize = 8;

/// Whole lines of a file. Only a line that is longer than may be is cut, right after that length.
pub(super) struct Block {
    /// The lines, each but the file's last with its line break.
    pub(super) bytes: Vec<u8>,
    /// How many lines of the file precede them.
    pub(super) preceding: usize,
}

/// A file, block by block. Where reading fails, the whole lines before come first, then the failure, then nothing.
pub(super) struct Blocks<R> {
    reader: R,
    /// What has been read and belongs to the next block.
    rest: Vec<u8>,
    /// How many lines, and how many bytes, have been given so far.
    lines: usize,
    given: usize,
    state: State,
}

enum State {
    Reading,
    Failed(io::Error),
    Done,
}

impl<R: Read> Blocks<R> {
    /// All that `reader` gives.
    pub(super) fn of(reader: R) -> Self {
        Self { reader, rest: Vec::new(), lines: 0, given: 0, state: State::Reading }
    }

    /// The next whole lines; no bytes where there are none.
    fn fill(&mut self) -> Vec<u8> {
        let mut size = (self.given / SHARE).clamp(SMALLEST_BLOCK, LARGEST_BLOCK);
        let mut bytes = std::mem::take(&mut self.rest);
        loop {
            let missing = size.saturating_sub(bytes.len());
            bytes.reserve_exact(missing);
            let asked = self.reader.by_ref().take(missing as u64).read_to_end(&mut bytes);
            match asked {
                Ok(read) if read == missing => {}
                // The last line need not have a line break.
                Ok(_) => {
                    self.state = State::Done;
                    return bytes;
                }
                Err(error) => self.state = State::Failed(error),
            }
            if let Some(end) = memrchr(b'\n', &bytes).map(|at| at + 1) {
                self.rest = bytes[end..].to_vec();
                bytes.truncate(end);
                return bytes;
            }
            if matches!(self.state, State::Failed(_)) {
                return Vec::new();
            }
            if bytes.len() > LARGEST + 1 {
                self.skip_line();
                return bytes;
            }
            size = size.max(bytes.len()).saturating_mul(2).min(LARGEST + 2);
        }
    }

    /// Passes over the rest of a line.
    fn skip_line(&mut self) {
        let mut read = vec![0; SMALLEST_BLOCK];
        loop {
            match self.reader.read(&mut read) {
                Ok(0) => self.state = State::Done,
                Ok(count) => match memchr(b'\n', &read[..count]) {
                    Some(at) => self.rest = read[at + 1..count].to_vec(),
                    None => continue,
                },
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => self.state = State::Failed(error),
            }
            return;
        }
    }
}

impl<R: Read> Iterator for Blocks<R> {
    type Item = io::Result<Block>;

    fn next(&mut self) -> Option<Self::Item> {
        if matches!(self.state, State::Reading) {
            let bytes = self.fill();
            if !bytes.is_empty() {
                let preceding = self.lines;
                self.given += bytes.len();
                // A line that is cut has its line break, too: in what was passed over.
                self.lines += memchr_iter(b'\n', &bytes).count() + usize::from(!bytes.ends_with(b"\n"));
                return Some(Ok(Block { bytes, preceding }));
            }
        }
        match std::mem::replace(&mut self.state, State::Done) {
            State::Failed(error) => Some(Err(error)),
            State::Reading | State::Done => None,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Gives `bytes` a few at a time, then fails if it is to.
    struct Slow<'a> {
        bytes: &'a [u8],
        fails: bool,
    }

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = buffer.len().min(self.bytes.len()).min(1000);
            if count == 0 && self.fails && !buffer.is_empty() {
                return Err(io::Error::other("no more"));
            }
            buffer[..count].copy_from_slice(&self.bytes[..count]);
            self.bytes = &self.bytes[count..];
            Ok(count)
        }
    }

    fn numbered(count: usize, length: usize) -> Vec<u8> {
        (1..=count).flat_map(|number| format!("{number}{}\n", " ".repeat(length)).into_bytes()).collect()
    }

    #[test]
    fn blocks_are_whole_lines_and_know_their_numbers() {
        let content = numbered(100_000, 20);
        let blocks: Vec<Block> =
            Blocks::of(Slow { bytes: &content, fails: false }).map(Result::unwrap).collect();
        assert!(blocks.len() > 10 && blocks.iter().all(|block| block.bytes.len() <= LARGEST_BLOCK));
        assert!(blocks[0].bytes.len() <= SMALLEST_BLOCK);
        for block in &blocks {
            let first = str::from_utf8(&block.bytes).unwrap().split_whitespace().next().unwrap();
            assert_eq!(first.parse(), Ok(block.preceding + 1));
        }
        assert_eq!(blocks.into_iter().flat_map(|block| block.bytes).collect::<Vec<_>>(), content);
    }

    #[test]
    fn a_long_line_is_one_block_and_a_longer_one_is_cut() {
        let sizes = |length: usize| -> Vec<(usize, usize)> {
            let content = [b"a\n", vec![b'x'; length].as_slice(), b"\nb"].concat();
            let blocks = Blocks::of(content.as_slice()).map(Result::unwrap);
            blocks.map(|block| (block.preceding, block.bytes.len())).collect()
        };
        let long = 3 * LARGEST_BLOCK;
        assert_eq!(sizes(long), [(0, 2), (1, long + 2)]);
        assert_eq!(sizes(LARGEST), [(0, 2), (1, LARGEST + 1), (2, 1)]);
        assert_eq!(sizes(LARGEST + 9999), [(0, 2), (1, LARGEST + 2), (2, 1)]);
    }

    #[test]
    fn lines_before_a_failure_are_given_and_the_unfinished_one_is_not() {
        let content = [numbered(1000, 50), b"unfinis".to_vec()].concat();
        let mut blocks: Vec<_> = Blocks::of(Slow { bytes: &content, fails: true }).collect();
        assert_eq!(blocks.pop().unwrap().err().unwrap().to_string(), "no more");
        let given: Vec<u8> = blocks.into_iter().flat_map(|block| block.unwrap().bytes).collect();
        assert_eq!(given, numbered(1000, 50));
        assert!(Blocks::of(&b""[..]).next().is_none());
    }
}
