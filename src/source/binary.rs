//! Files that are no text, known by their first bytes.

use super::Refusal;

/// What a file begins with, what that makes it, and what to do about it.
struct Signature {
    begins: &'static [u8],
    at: usize,
    is: &'static str,
    advice: &'static str,
}

const fn signature(begins: &'static [u8], is: &'static str, advice: &'static str) -> Signature {
    Signature { begins, at: 0, is, advice }
}

const PICTURE: &str = "move it out of the folder of sources";
const UNPACK: &str = "unpack it and put the articles themselves into the folder";
const SAVE_AS_TEXT: &str = "save it as plain text (.txt) or HTML and use that file";
const PDF: &str =
    "save its text first, for example with `pdftotext -layout FILE.pdf FILE.txt`, and use that file";

/// File signatures; see <https://www.garykessler.net/library/file_sigs.html>.
const SIGNATURES: &[Signature] = &[
    signature(b"%PDF-", "a PDF document", PDF),
    signature(b"%!PS", "a PostScript document", PDF),
    signature(b"{\\rtf", "an RTF document", SAVE_AS_TEXT),
    signature(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Microsoft Office document", SAVE_AS_TEXT),
    signature(b"\x89PNG\r\n\x1A\n", "a PNG picture", PICTURE),
    signature(b"\xFF\xD8\xFF", "a JPEG picture", PICTURE),
    signature(b"GIF87a", "a GIF picture", PICTURE),
    signature(b"GIF89a", "a GIF picture", PICTURE),
    signature(b"II*\0", "a TIFF picture", PICTURE),
    signature(b"MM\0*", "a TIFF picture", PICTURE),
    signature(b"ID3", "an MP3 recording", "put a transcript into the folder instead"),
    signature(b"OggS", "an Ogg recording", "put a transcript into the folder instead"),
    signature(b"RIFF", "a RIFF file (WebP, WAV or AVI)", PICTURE),
    Signature {
        begins: b"ftyp",
        at: 4,
        is: "an MP4 or HEIC file",
        advice: "put a transcript into the folder instead",
    },
    signature(b"\x1F\x8B", "a gzip archive", UNPACK),
    signature(b"BZh", "a bzip2 archive", UNPACK),
    signature(b"\xFD7zXZ\0", "an xz archive", UNPACK),
    signature(b"\x28\xB5\x2F\xFD", "a Zstandard archive", UNPACK),
    signature(b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", UNPACK),
    signature(b"Rar!\x1A\x07", "a RAR archive", UNPACK),
    signature(b"SQLite format 3\0", "an SQLite database", "export the articles as text or as `.jsonl`"),
    signature(b"PAR1", "a Parquet file", "export the articles as `.jsonl`"),
    signature(b"\x7FELF", "a program", PICTURE),
];

/// The reason to refuse `bytes` where they begin like a known binary format.
pub(super) fn refusal(bytes: &[u8]) -> Option<Refusal> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(zip_refusal(bytes));
    }
    let known = |s: &&Signature| bytes.get(s.at..).is_some_and(|rest| rest.starts_with(s.begins));
    let Signature { is, advice, .. } = SIGNATURES.iter().find(known)?;
    Some(Refusal::not_text(format!("this is {is}, not a text"), *advice))
}

/// Office documents and e-books are zip archives; the names of their first members tell them apart.
fn zip_refusal(bytes: &[u8]) -> Refusal {
    let head = &bytes[..bytes.len().min(4096)];
    let names = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    let is = if names(b"word/") {
        "a Word document (.docx)"
    } else if names(b"xl/") {
        "an Excel workbook (.xlsx)"
    } else if names(b"ppt/") {
        "a PowerPoint presentation (.pptx)"
    } else if names(b"application/vnd.oasis.opendocument") {
        "an OpenDocument file (.odt)"
    } else if names(b"application/epub+zip") {
        "an EPUB book"
    } else if names(b"[Content_Types].xml") {
        "an Office document"
    } else {
        return Refusal::not_text("this is a zip archive, not a text", UNPACK);
    };
    Refusal::not_text(format!("this is {is}, not a text"), SAVE_AS_TEXT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_a_binary_file_is() {
        let cases: &[(&[u8], &str)] = &[
            (b"%PDF-1.7\n", "PDF"),
            (b"PK\x03\x04....word/document.xml", "Word"),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
            (b"PK\x03\x04", "zip"),
            (b"\xFF\xD8\xFF\xE0", "JPEG"),
            (b"\0\0\0\x18ftypmp42", "MP4"),
        ];
        for (bytes, name) in cases {
            let message = refusal(bytes).map(|r| r.message).unwrap_or_default();
            assert!(message.contains(name), "{message:?} should name {name}");
        }
        for text in ["", "P", "PK", "The PDF", "RIF", "ID 3"] {
            assert!(refusal(text.as_bytes()).is_none(), "{text:?}");
        }
    }
}
