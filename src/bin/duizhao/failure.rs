//! Why a command could not do its work: exit status 2.

use std::io;

use duizhao::finding::Message;
use duizhao::project::Error;
use duizhao::project::disk::DiskError;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Something about the workspace or its files.
    Work(Error),
    /// Whoever read our output has gone; that is no failure of ours.
    Pipe,
}

impl Failure {
    /// Returns the sentence that says what is wrong.
    pub(crate) fn message(&self) -> Message {
        match self {
            Failure::Work(error) => error.message(),
            Failure::Pipe => Message::new("error-pipe"),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Work(error)
    }
}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Failure {
        Failure::Work(error.into())
    }
}

impl From<Message> for Failure {
    fn from(message: Message) -> Failure {
        Failure::Work(Error::Message(message))
    }
}

impl From<io::Error> for Failure {
    /// An error while writing to stdout.
    fn from(source: io::Error) -> Failure {
        match source.kind() {
            io::ErrorKind::BrokenPipe => Failure::Pipe,
            _ => Failure::Work(DiskError::Write { path: "stdout".to_owned(), source }.into()),
        }
    }
}
