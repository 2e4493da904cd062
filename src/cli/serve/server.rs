//! The HTTP server: one thread, in which every connection waits for itself.
//!
//! hyper and a single-threaded tokio, because a browser keeps a request open for each page that waits for news: as many
//! may wait as like to, and none of them, nor a client that is slow or sends nonsense, keeps another from its answer.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use crosscheck::{Error, Result};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch::Receiver;

use super::address::Address;
use super::answer::answer;
use super::pages::Shown;

/// After so long a request for changes is answered though there are none.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(25);

/// A connection on which no request has come for so long is closed.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long to wait where no connection can be taken, as when too many are open.
const RESPITE: Duration = Duration::from_millis(100);

/// Starts to answer requests with what is `shown`, in a thread that ends with the program.
///
/// # Errors
/// Where the system gives no thread, or none of what one needs to wait for a connection.
pub(super) fn start(listener: TcpListener, address: Address, shown: Receiver<Shown>) -> Result<()> {
    let started = Builder::new_current_thread().enable_all().build().and_then(|runtime| {
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        std::thread::Builder::new()
            .name("server".into())
            .spawn(move || accept(&runtime, &listener, &Arc::new(address), &shown))
    });
    started.map(drop).map_err(|error| Error::Usage(format!("cannot start the server: {error}")))
}

fn accept(
    runtime: &Runtime,
    listener: &tokio::net::TcpListener,
    address: &Arc<Address>,
    shown: &Receiver<Shown>,
) {
    runtime.block_on(async {
        loop {
            match listener.accept().await {
                Ok((stream, _)) => drop(tokio::spawn(serve(stream, Arc::clone(address), shown.clone()))),
                Err(_) => tokio::time::sleep(RESPITE).await,
            }
        }
    });
}

/// Answers the requests of one connection.
async fn serve(stream: TcpStream, address: Arc<Address>, shown: Receiver<Shown>) {
    let service = service_fn(|request: Request<Incoming>| {
        let (parts, _) = request.into_parts();
        let (address, shown) = (Arc::clone(&address), shown.clone());
        async move { answer(parts, &address, shown).await }
    });
    let mut connection = http1::Builder::new();
    connection.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    // A client that goes away or talks nonsense is its own concern.
    let _ = connection.serve_connection(TokioIo::new(stream), service).await;
}
