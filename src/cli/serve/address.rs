//! Where the server listens, and by which names it may be called.
//!
//! A page of any site may let its own name point to this computer and then read what is answered to that name (DNS
//! rebinding). So only requests are answered that call the server by a name which cannot belong to a site.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

use crosscheck::{Error, Result};
use hyper::http::uri::Authority;

/// Where the server listens.
#[derive(Debug, Clone)]
pub(super) struct Address {
    /// As the command line names it.
    host: String,
    bound: SocketAddr,
}

impl Address {
    /// Listens at `host`, an IP address or a name of this computer.
    ///
    /// # Errors
    /// Where that is not possible; says what to do.
    pub(super) fn listen(host: &str, port: u16) -> Result<(TcpListener, Self)> {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let bound = TcpListener::bind((host, port)).and_then(|listener| {
            listener.set_nonblocking(true)?;
            let bound = listener.local_addr()?;
            Ok((listener, Self { host: host.to_ascii_lowercase(), bound }))
        });
        bound.map_err(|error| {
            let help = match error.kind() {
                io::ErrorKind::AddrInUse => "; `--port 0` takes any that is free",
                io::ErrorKind::PermissionDenied => {
                    "; take a port from 1024 on, or `--port 0` for any that is free"
                }
                _ => "; `--host` is an address of this computer",
            };
            Error::Usage(format!("cannot listen at {host} port {port}: {error}{help}"))
        })
    }

    /// What to type into a browser.
    pub(super) fn url(&self) -> String {
        let host = match self.bound.ip() {
            IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Ipv4Addr::LOCALHOST.to_string(),
            IpAddr::V6(Ipv6Addr::UNSPECIFIED) => format!("[{}]", Ipv6Addr::LOCALHOST),
            IpAddr::V6(ip) if self.host.contains(':') => format!("[{ip}]"),
            _ => self.host.clone(),
        };
        format!("http://{host}:{}/", self.bound.port())
    }

    /// Whether others than this computer may reach it.
    pub(super) fn is_open_to_others(&self) -> bool {
        !self.bound.ip().is_loopback()
    }

    /// Whether a request may call the server so: `localhost` or a loopback address, what the command line named, or any
    /// address where it listens at all; each with the port, which may be left out where it is 80.
    pub(super) fn may_be_called(&self, authority: &str) -> bool {
        let Ok(authority) = authority.parse::<Authority>() else { return false };
        let port = authority.port_u16().unwrap_or(80);
        if port != self.bound.port() || authority.as_str().contains('@') {
            return false;
        }
        let name = authority.host().trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        match name.parse::<IpAddr>() {
            Ok(ip) => ip.is_loopback() || ip == self.bound.ip() || self.bound.ip().is_unspecified(),
            Err(_) => name == "localhost" || name == self.host,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn address(host: &str, bound: &str) -> Address {
        Address { host: host.into(), bound: bound.parse().unwrap() }
    }

    #[test]
    fn only_names_that_belong_to_no_site_are_answered() {
        let here = address("127.0.0.1", "127.0.0.1:8765");
        for called in ["127.0.0.1:8765", "localhost:8765", "LocalHost:8765", "[::1]:8765"] {
            assert!(here.may_be_called(called), "{called}");
        }
        for called in [
            "evil.example:8765",
            "127.0.0.1.evil.example:8765",
            "localhost.evil.example:8765",
            "127.0.0.1",
            "127.0.0.1:80",
            "localhost:8766",
            "localhost:",
            "localhost:x",
            "evil.example@127.0.0.1:8765",
            "192.168.1.5:8765",
            "2130706433:8765",
            "",
            " ",
        ] {
            assert!(!here.may_be_called(called), "{called}");
        }
    }

    #[test]
    fn what_was_told_to_listen_elsewhere_is_called_so() {
        let named = address("desk.example", "192.168.1.5:80");
        assert!(named.may_be_called("desk.example") && named.may_be_called("192.168.1.5"));
        assert!(!named.may_be_called("other.example") && !named.may_be_called("192.168.1.6"));
        let all = address("0.0.0.0", "0.0.0.0:8765");
        assert!(all.may_be_called("192.168.1.5:8765") && !all.may_be_called("desk.example:8765"));
        assert!(all.is_open_to_others() && named.is_open_to_others());
        assert!(!address("::1", "[::1]:1").is_open_to_others());
    }

    #[test]
    fn the_address_can_be_typed_into_a_browser() {
        for (host, bound, url) in [
            ("127.0.0.1", "127.0.0.1:8765", "http://127.0.0.1:8765/"),
            ("::1", "[::1]:8765", "http://[::1]:8765/"),
            ("0.0.0.0", "0.0.0.0:8765", "http://127.0.0.1:8765/"),
            ("::", "[::]:8765", "http://[::1]:8765/"),
            ("localhost", "[::1]:8765", "http://localhost:8765/"),
        ] {
            assert_eq!(address(host, bound).url(), url);
            assert!(address(host, bound).may_be_called(&url["http://".len()..url.len() - 1]));
        }
    }
}
