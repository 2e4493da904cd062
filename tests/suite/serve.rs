//! `crosscheck serve`: what a browser gets, and what it gets once a file has changed.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::case_folder::{case, disputed, write};
use crate::program::{crosscheck, run};

/// Far longer than anything takes, on any machine.
const DEADLINE: Duration = Duration::from_secs(120);

const FLOOD: &str = "claims/flood.yaml";

/// A server that ends with the test.
struct Served {
    program: Child,
    port: u16,
    /// What it says on standard error, line by line.
    said: Receiver<String>,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        self.program.wait().unwrap();
    }
}

/// An answer, taken apart.
struct Answer {
    status: u16,
    /// In lower case, as names of headers may be in either.
    head: String,
    body: String,
}

impl Served {
    /// Serves the case in `folder`, once it says that it does.
    fn new(folder: &Path, args: &[&str]) -> Self {
        let mut command = crosscheck(folder);
        command.args(["serve", "--port", "0"]).args(args).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut program = command.spawn().unwrap();
        let lines = BufReader::new(program.stderr.take().unwrap()).lines();
        let (sender, said) = mpsc::channel();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut served = Self { program, port: 0, said };
        let line = served.says("serving http://127.0.0.1:");
        let port = line.strip_prefix("serving http://127.0.0.1:").unwrap();
        served.port = port.strip_suffix("/ (Ctrl-C stops)").unwrap().parse().unwrap();
        served
    }

    /// The next line with `words` in it.
    fn says(&self, words: &str) -> String {
        let mut before = Vec::new();
        loop {
            let Ok(line) = self.said.recv_timeout(DEADLINE) else { panic!("no {words} after {before:?}") };
            if line.contains(words) {
                return line;
            }
            before.push(line);
        }
    }

    /// What is answered to these lines, the connection being closed after it.
    fn answer(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream.write_all(format!("{request}\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").expect(&answer);
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.answer(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}", self.port))
    }

    /// The version of what there is to see, once it is later than `since`.
    fn version_after(&self, since: u64) -> u64 {
        let started = Instant::now();
        while started.elapsed() < DEADLINE {
            let answer: Value =
                serde_json::from_str(&self.get(&format!("/changes?since={since}")).body).unwrap();
            let version = answer["version"].as_u64().unwrap();
            if version > since {
                return version;
            }
        }
        panic!("nothing new after {since}");
    }

    fn stance_of(&self, source: &str) -> String {
        let report: Value = serde_json::from_str(&self.get("/report.json").body).unwrap();
        let stances = report["claims"][0]["stances"].as_array().unwrap();
        stances.iter().find(|one| one["source"] == source).unwrap()["stance"].as_str().unwrap().to_owned()
    }
}

/// The version that a page says it is of.
fn version_of(page: &str) -> u64 {
    let (_, after) = page.split_once("<meta name=\"crosscheck-version\" content=\"").expect(page);
    after.split_once('"').unwrap().0.parse().unwrap()
}

fn edit(folder: &Path, name: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(folder.join(name), text.replace(from, to)).unwrap();
}

#[test]
fn an_edited_claim_or_source_is_seen_in_the_page() {
    for args in [&[][..], &["--poll"][..]] {
        let folder = disputed();
        let served = Served::new(folder.path(), args);
        let first = version_of(&served.get("/").body);
        assert_eq!(served.version_after(0), first);
        assert_eq!(served.stance_of("echo"), "supports");

        edit(folder.path(), FLOOD, "214 homes", "300 homes");
        let second = served.version_after(first);
        assert_eq!(served.stance_of("echo"), "contradicts");
        let page = served.get("/").body;
        assert_eq!(version_of(&page), second);
        assert!(page.contains("300 homes were flooded"), "{page}");
        let line = served.says("claims/flood.yaml changed: ");
        assert!(line.contains("1 claim, 2 sources, 1 disputed ("), "{line}");

        edit(folder.path(), "seeds/echo.txt", "214", "300");
        served.version_after(second);
        assert_eq!(served.stance_of("echo"), "supports");
    }
}

#[test]
fn what_looks_the_same_is_not_loaded_again() {
    let folder = disputed();
    let served = Served::new(folder.path(), &[]);
    let first = served.version_after(0);
    // At the end of the file: in front, it would move the claim to another line, which the report says.
    edit(folder.path(), FLOOD, "were flooded\n", "were flooded\n# a comment\n");
    served.says("claims/flood.yaml changed: ");
    edit(folder.path(), FLOOD, "214 homes", "300 homes");
    let mut version = served.version_after(first);
    while served.stance_of("echo") != "contradicts" {
        version = served.version_after(version);
    }
    assert_eq!(version, first + 1);
}

#[test]
fn problems_are_shown_as_the_terminal_shows_them_until_they_are_mended() {
    let folder = disputed();
    let served = Served::new(folder.path(), &[]);
    let first = served.version_after(0);
    edit(folder.path(), FLOOD, "homes-214", "<script>alert(1)</script>");
    let second = served.version_after(first);
    let page = served.get("/").body;
    assert_eq!(version_of(&page), second);
    let shown = page.split_once("<pre").unwrap().1.split_once("</pre>").unwrap().0;
    let shown = shown.split_once('>').unwrap().1;
    assert!(!shown.contains('<'), "{shown}");
    let text = shown.replace("&#60;", "<").replace("&#62;", ">").replace("&#39;", "'").replace("&#34;", "\"");
    assert_eq!(text, run(folder.path(), ["check"]).refused().trim_end());
    assert!(text.contains("claims/flood.yaml:3:9") && text.contains("<script>"), "{text}");
    served.says("error[bad-id]");

    let json = served.get("/report.json");
    assert_eq!((json.status, json.body.trim_end()), (503, text.as_str()));
    let last = served.get("/last").body;
    assert_eq!(version_of(&last), second);
    assert!(last.contains("214 homes were flooded"), "{last}");

    edit(folder.path(), FLOOD, "<script>alert(1)</script>", "homes-214");
    served.version_after(second);
    assert_eq!(served.stance_of("echo"), "supports");
    assert!(!served.get("/").body.contains("bad-id"));
}

#[test]
fn a_case_without_claims_waits_for_them() {
    let folder = case(&[("seeds/echo.txt", "In all, 214 homes were flooded.\n")]);
    let served = Served::new(folder.path(), &[]);
    let first = served.version_after(0);
    assert!(served.get("/").body.contains("there is no `claims` here"));
    assert_eq!(served.get("/last").status, 404);
    write(folder.path(), FLOOD, b"question: q\nclaims:\n  - 214 homes were flooded\n");
    // The folder may be seen before the file in it.
    let started = Instant::now();
    let mut version = first;
    while served.get("/report.json").status != 200 && started.elapsed() < DEADLINE {
        version = served.version_after(version);
    }
    assert_eq!(served.stance_of("echo"), "supports");
}

#[test]
fn it_answers_to_its_own_names_only_and_gives_but_takes_nothing() {
    let folder = disputed();
    let served = Served::new(folder.path(), &[]);
    let port = served.port;
    let status = |request: &str| served.answer(request).status;
    for host in [format!("localhost:{port}"), format!("[::1]:{port}")] {
        assert_eq!(status(&format!("GET / HTTP/1.1\r\nHost: {host}")), 200, "{host}");
    }
    for host in ["evil.example", &format!("evil.example:{port}"), "127.0.0.1", &format!("a@127.0.0.1:{port}")]
    {
        let answer = served.answer(&format!("GET / HTTP/1.1\r\nHost: {host}"));
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.body.contains("214"), "{host}");
    }
    assert_eq!(status("GET / HTTP/1.0\r\nAccept: */*"), 403);
    assert_eq!(status(&format!("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:{port}")), 403);
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = served.answer(&format!("{method} / HTTP/1.1\r\nHost: localhost:{port}"));
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.head.contains("allow: get, head") && !answer.head.contains("access-control"));
    }
    for path in ["/nothing", "/../claims/flood.yaml", "/claims/flood.yaml", "//"] {
        assert_eq!(served.get(path).status, 404, "{path}");
    }
    for query in ["", "?since=", "?since=x", "?since=-1", "?since=99999999999999999999999"] {
        assert_eq!(served.get(&format!("/changes{query}")).status, 400, "{query}");
    }
}

#[test]
fn every_answer_says_what_may_be_done_with_it() {
    let served_case = disputed();
    let served = Served::new(served_case.path(), &[]);
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/last", "text/html; charset=utf-8"),
        ("/report.json", "application/json"),
        ("/changes?since=0", "application/json"),
        ("/nothing", "text/plain; charset=utf-8"),
    ] {
        let head = served.get(path).head;
        for line in [
            &format!("content-type: {kind}"),
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "cross-origin-resource-policy: same-origin",
            "frame-ancestors 'none'",
        ] {
            assert!(head.contains(line), "{path} without {line}: {head}");
        }
        assert_eq!(kind.contains("html"), !head.contains("default-src 'none'"), "{path}: {head}");
    }
    let whole = served.get("/report.json");
    let head = served.answer(&format!("HEAD /report.json HTTP/1.1\r\nHost: localhost:{}", served.port));
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(head.head.contains(&format!("content-length: {}", whole.body.len())), "{}", head.head);
    assert_eq!(whole.body, run(served_case.path(), ["check", "--format", "json"]).ok());
}

#[test]
fn pages_that_wait_and_clients_that_dawdle_keep_nobody_from_an_answer() {
    let folder = disputed();
    let served = Served::new(folder.path(), &[]);
    let first = served.version_after(0);
    let waiting: Vec<_> = (0..40)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", served.port)).unwrap();
            stream.set_read_timeout(Some(DEADLINE)).unwrap();
            let request = format!(
                "GET /changes?since={first} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
                served.port
            );
            stream.write_all(request.as_bytes()).unwrap();
            stream
        })
        .collect();
    let dawdling: Vec<_> = (0..20)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", served.port)).unwrap();
            stream
                .write_all(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000000000\r\n")
                .unwrap();
            stream
        })
        .collect();
    let mut rude = TcpStream::connect(("127.0.0.1", served.port)).unwrap();
    rude.write_all(b"\x16\x03\x01 what\r\n\r\n").unwrap();
    rude.shutdown(Shutdown::Write).unwrap();
    assert_eq!(served.get("/").status, 200);

    edit(folder.path(), FLOOD, "214 homes", "300 homes");
    for mut stream in waiting {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let body = answer.split_once("\r\n\r\n").unwrap().1;
        // After a while it is answered though nothing is new: on a machine that is slow, that may come first.
        let version = serde_json::from_str::<Value>(body).unwrap()["version"].as_u64().unwrap();
        assert!(version >= first, "{answer}");
    }
    assert!(served.version_after(first) > first);
    drop(dawdling);
}

#[test]
fn a_port_that_is_taken_is_told_with_the_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let said = run(disputed().path(), ["serve", "--port", &port]).refused();
    assert!(said.contains(&format!("cannot listen at 127.0.0.1 port {port}")), "{said}");
    assert!(said.contains("`--port 0`"), "{said}");
    let said = run(disputed().path(), ["serve", "--host", "no such host", "--port", "0"]).refused();
    assert!(said.contains("cannot listen at no such host"), "{said}");
}

#[test]
fn what_is_open_to_others_says_so() {
    let folder = disputed();
    let mut command = crosscheck(folder.path());
    command.args(["serve", "--host", "0.0.0.0", "--port", "0"]).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut program = command.spawn().unwrap();
    let lines = BufReader::new(program.stderr.take().unwrap()).lines();
    let said: Vec<String> =
        lines.map_while(Result::ok).take_while(|line| !line.starts_with("serving ")).collect();
    program.kill().unwrap();
    program.wait().unwrap();
    assert!(said.iter().any(|line| line.contains("there is no password")), "{said:?}");
}
