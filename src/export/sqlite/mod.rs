//! SQLite: a database of everything in a report, for SQL and for Datasette.
//!
//! `schema.sql` says what its tables are. It is made in memory, so that nothing of the machine gets into it, and its
//! bytes are written as they would stand in a file.

mod fill;

use std::io::{self, Write};

use rusqlite::{Connection, MAIN_DB, Result};

use super::Edition;

/// What a reader can tell the database by: "XCHK", as `file` and SQLite's header have it.
const APPLICATION: i32 = i32::from_be_bytes(*b"XCHK");

/// The version of the tables. It grows when something is renamed or dropped.
const VERSION: i32 = 1;

pub(super) fn write(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut database = database(edition).map_err(io::Error::other)?;
    let bytes = database.serialize(MAIN_DB).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn database(edition: &Edition<'_>) -> Result<Connection> {
    let mut database = Connection::open_in_memory()?;
    // Keys are as the report has them: checking each would take as long as writing it. Pages are overwritten where rows
    // were moved away, so that the same rows are the same bytes.
    database.execute_batch(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON;
         PRAGMA journal_mode = OFF; PRAGMA temp_store = MEMORY;",
    )?;
    database.pragma_update(None, "application_id", APPLICATION)?;
    database.pragma_update(None, "user_version", VERSION)?;
    let transaction = database.transaction()?;
    transaction.execute_batch(include_str!("schema.sql"))?;
    fill::all(&transaction, edition)?;
    transaction.execute_batch(include_str!("indexes.sql"))?;
    transaction.commit()?;
    Ok(database)
}

#[cfg(test)]
mod tests;
