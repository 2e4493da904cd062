//! Files packed by gzip or zstd, unpacked as they are read.

use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use crate::diagnostic::{Code, Diagnostic};

use super::folder::unreadable;
use super::format::Packing;

/// How much is read of a packed file at a time.
const BUFFER: usize = 64 << 10;

/// What is packed in `reader`.
pub(super) fn unpacked<'a>(reader: impl Read + Send + 'a, packing: Packing) -> Box<dyn Read + Send + 'a> {
    let buffered = |reader| BufReader::with_capacity(BUFFER, reader);
    match packing {
        Packing::Plain => Box::new(reader),
        Packing::Gzip => Box::new(MultiGzDecoder::new(buffered(reader))),
        Packing::Zstd => {
            Box::new(Frames { source: buffered(reader), decoder: FrameDecoder::new(), state: State::Start })
        }
    }
}

/// Why the file at `path` cannot be read on.
pub(super) fn broken(path: &Path, packing: Packing, error: &io::Error) -> Diagnostic {
    let program = match packing {
        Packing::Gzip => "gzip",
        Packing::Zstd => "zstd",
        Packing::Plain => return unreadable(path, error),
    };
    // What the system says is about the file, not about what is packed in it.
    if error.raw_os_error().is_some() || error.kind() == io::ErrorKind::NotFound {
        return unreadable(path, error);
    }
    let message = format!("from here on this file cannot be unpacked: it breaks off or is damaged ({error})");
    Diagnostic::of_file(Code::BadArchive, path, message)
        .help(format!("fetch it again or pack it anew; `{program} -t FILE` says whether it is whole"))
}

fn damaged(error: &FrameDecoderError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}

/// A file packed by zstd: one frame after the other.
struct Frames<R> {
    source: R,
    decoder: FrameDecoder,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// No frame has been met: there must be one.
    Start,
    /// Within a frame.
    Within,
    /// After a frame: another may follow.
    Between,
}

impl<R: BufRead> Frames<R> {
    /// Enters the next frame; whether there is one.
    fn enter(&mut self) -> io::Result<bool> {
        loop {
            if self.state == State::Between && self.source.fill_buf()?.is_empty() {
                return Ok(false);
            }
            match self.decoder.init(&mut self.source) {
                Ok(()) => {
                    self.state = State::Within;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => self.skip(u64::from(length))?,
                Err(error) => return Err(damaged(&error)),
            }
        }
    }

    /// Passes over a frame that is no data of ours.
    fn skip(&mut self, length: u64) -> io::Result<()> {
        self.state = State::Between;
        let passed = io::copy(&mut self.source.by_ref().take(length), &mut io::sink())?;
        if passed == length { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }

    /// Leaves a frame that is over, if it holds what was packed.
    fn leave(&mut self) -> io::Result<()> {
        self.state = State::Between;
        let (kept, found) = (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum());
        match kept {
            Some(_) if kept != found => Err(io::Error::new(io::ErrorKind::InvalidData, "wrong checksum")),
            _ => Ok(()),
        }
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            if self.state != State::Within && !self.enter()? {
                return Ok(0);
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let decoded =
                    self.decoder.decode_blocks(&mut self.source, BlockDecodingStrategy::UptoBlocks(1));
                decoded.map_err(|error| damaged(&error))?;
            }
            match self.decoder.read(buffer)? {
                0 => self.leave()?,
                count => return Ok(count),
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(text: &[u8]) -> Vec<u8> {
        compress_to_vec(text, CompressionLevel::Fastest)
    }

    fn read(packed: &[u8], packing: Packing) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        unpacked(packed, packing).read_to_end(&mut text).map(|_| text)
    }

    #[test]
    fn several_parts_are_read_as_one() {
        let (one, two) = (b"one ".repeat(100_000), b"two".to_vec());
        let both = [one.as_slice(), &two].concat();
        assert_eq!(read(&[gzip(&one), gzip(b""), gzip(&two)].concat(), Packing::Gzip).unwrap(), both);
        let skipped = [&0x184D_2A51_u32.to_le_bytes()[..], &3_u32.to_le_bytes(), b"abc"].concat();
        let frames = [skipped.clone(), zstd(&one), skipped, zstd(&two)].concat();
        assert_eq!(read(&frames, Packing::Zstd).unwrap(), both);
    }

    #[test]
    fn what_breaks_off_or_is_something_else_fails() {
        let text: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
        for (packed, packing) in [(gzip(&text), Packing::Gzip), (zstd(&text), Packing::Zstd)] {
            assert_eq!(read(&packed, packing).unwrap(), text);
            for cut in [0, 3, 10, packed.len() / 2, packed.len() - 1] {
                let error = read(&packed[..cut], packing).unwrap_err();
                let problem = broken(Path::new("a.jsonl.gz"), packing, &error);
                assert_eq!(problem.code(), Code::BadArchive, "{packing:?} cut at {cut}: {error}");
            }
            assert!(read(b"{\"text\":\"not packed\"}", packing).is_err());
            assert!(read(&[packed.as_slice(), b"garbage"].concat(), packing).is_err());
        }
    }

    #[test]
    fn a_zstd_frame_that_holds_something_else_than_was_packed_fails() {
        let mut packed = zstd(b"only one session");
        assert!(read(&packed, Packing::Zstd).is_ok());
        // The last four bytes are the checksum, the first two of the magic number left alone.
        let last = packed.len() - 1;
        packed[last] ^= 1;
        assert!(read(&packed, Packing::Zstd).is_err());
    }
}
