//! What is answered to a request.

use std::convert::Infallible;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};
use tokio::sync::watch::Receiver;
use tokio::time::timeout;

use super::address::Address;
use super::pages::Shown;
use super::server::LONGEST_WAIT;

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

/// With every answer: nothing is kept, guessed, told to others, or shown within the page of another site.
const ALWAYS: [(HeaderName, &str); 4] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// A page says itself what it may do.
const POLICY_OF_PAGES: &str = "frame-ancestors 'none'";
const POLICY_OF_REST: &str = "default-src 'none'; frame-ancestors 'none'";

type Answer = Response<Full<Bytes>>;

/// The answer to `request`, as soon as there is one.
pub(super) async fn answer(
    request: Parts,
    address: &Address,
    shown: Receiver<Shown>,
) -> Result<Answer, Infallible> {
    if !is_for(&request, address) {
        let said = "403: this is not the name or the port of this server; see --host\n";
        return Ok(of(StatusCode::FORBIDDEN, TEXT, said));
    }
    if request.method != Method::GET && request.method != Method::HEAD {
        let mut answer = of(StatusCode::METHOD_NOT_ALLOWED, TEXT, "405: there is nothing here but to read\n");
        answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Ok(answer);
    }
    let now = shown.borrow().clone();
    Ok(match request.uri.path() {
        "/" => of(StatusCode::OK, HTML, now.page),
        "/last" => match now.last {
            Some(page) => of(StatusCode::OK, HTML, page),
            None => of(StatusCode::NOT_FOUND, TEXT, "404: there was no report yet\n"),
        },
        "/report.json" => match now.json {
            Ok(report) => of(StatusCode::OK, JSON, report),
            Err(problems) => of(StatusCode::SERVICE_UNAVAILABLE, TEXT, problems),
        },
        "/changes" => changes(request.uri.query(), shown).await,
        _ => of(StatusCode::NOT_FOUND, TEXT, "404: there is nothing here; the report is at /\n"),
    })
}

/// Whether the request calls the server by a name that it may be called by, and by no other.
fn is_for(request: &Parts, address: &Address) -> bool {
    let mut hosts = request.headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let in_target = request.uri.authority().is_none_or(|target| address.may_be_called(target.as_str()));
    in_target && host.to_str().is_ok_and(|host| address.may_be_called(host))
}

/// Says which version there is, once that is a later one than the page has, or after a while.
async fn changes(query: Option<&str>, mut shown: Receiver<Shown>) -> Answer {
    let since = query.and_then(|query| query.split('&').find_map(|field| field.strip_prefix("since=")));
    let Some(since) = since.and_then(|since| since.parse::<u64>().ok()) else {
        return of(
            StatusCode::BAD_REQUEST,
            TEXT,
            "400: ask for /changes?since=N, N being the version of the page\n",
        );
    };
    // Whether it came or not, and whether anything will come at all: what there is then is the answer.
    let _ = timeout(LONGEST_WAIT, shown.wait_for(|now| now.version > since)).await;
    let version = shown.borrow().version;
    of(StatusCode::OK, JSON, serde_json::json!({ "version": version }).to_string())
}

fn of(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Answer {
    let body: Bytes = body.into();
    let length = body.len();
    let mut answer = Response::new(Full::new(body));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    let policy = if kind == HTML { POLICY_OF_PAGES } else { POLICY_OF_REST };
    for (name, value) in
        ALWAYS.into_iter().chain([(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, policy)])
    {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Said here, so that HEAD says it too.
    headers.insert(header::CONTENT_LENGTH, length.into());
    answer
}
