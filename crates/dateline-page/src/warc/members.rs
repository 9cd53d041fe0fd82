//! The bytes of an archive, gzip undone: there each record is a member of its own, and a damaged one costs
//! only itself.

use flate2::bufread::GzDecoder;
use std::io::{self, BufRead, Read};

/// What a member of gzip begins with, its method included.
pub(super) const MAGIC: [u8; 3] = [0x1F, 0x8B, 0x08];
/// How many bytes of a member are held, in order to look through them again for the next one if it is damaged.
const HELD: usize = 256 << 10;
/// How many bytes of an archive are looked through again: a file made up of nothing else ends, too.
const AGAIN: usize = 256 << 20;

/// An archive's bytes, read forward.
pub(super) struct Members<R: BufRead> {
    layer: Layer<R>,
    /// Where in the packed bytes the member at hand begins, or what stands in the place of one.
    pub member: Option<u64>,
}

/// Where reading stands.
enum Layer<R: BufRead> {
    Plain(Counted<R>),
    Between(Counted<R>),
    Inside(Box<GzDecoder<Counted<R>>>),
    Over,
}

/// What one reading gave.
pub(super) enum Block {
    /// So many bytes.
    Bytes(usize),
    /// Nothing comes any more.
    End,
    /// What was read so far is whole; what comes next is another member.
    Damage(String),
}

impl<R: BufRead> Members<R> {
    pub fn new(mut from: R) -> Self {
        let is_packed = from
            .fill_buf()
            .is_ok_and(|head| head.first() == Some(&MAGIC[0]));
        let from = Counted {
            from,
            taken: 0,
            held: None,
            again: Vec::new(),
            at: 0,
            may_again: AGAIN,
        };
        let layer = match is_packed {
            true => Layer::Between(from),
            false => Layer::Plain(from),
        };
        Self {
            layer,
            member: None,
        }
    }

    /// Reads into `block`, never across the end of a member.
    pub fn read(&mut self, block: &mut [u8]) -> Block {
        loop {
            match std::mem::replace(&mut self.layer, Layer::Over) {
                Layer::Over => return Block::End,
                Layer::Plain(mut from) => match from.read(block) {
                    Ok(0) => return Block::End,
                    Ok(n) => {
                        self.layer = Layer::Plain(from);
                        return Block::Bytes(n);
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                        self.layer = Layer::Plain(from);
                    }
                    Err(error) => return Block::Damage(format!("it cannot be read: {error}")),
                },
                Layer::Between(from) => {
                    if let Some(end) = self.enter(from) {
                        return end;
                    }
                }
                Layer::Inside(mut decoder) => match decoder.read(block) {
                    Ok(0) => {
                        let mut from = decoder.into_inner();
                        from.held = None;
                        self.layer = Layer::Between(from);
                    }
                    Ok(n) => {
                        self.layer = Layer::Inside(decoder);
                        return Block::Bytes(n);
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                        self.layer = Layer::Inside(decoder);
                    }
                    Err(error) => return self.leave_damaged(decoder.into_inner(), &error),
                },
            }
        }
    }

    /// Enters the next member; what there is to say where none follows.
    fn enter(&mut self, mut from: Counted<R>) -> Option<Block> {
        match from.first_after_zeros() {
            Ok(Some(byte)) if byte == MAGIC[0] => {
                self.member = Some(from.taken);
                from.held = Some(Vec::new());
                self.layer = Layer::Inside(Box::new(GzDecoder::new(from)));
                None
            }
            Ok(Some(_)) => {
                let why = format!("no gzip member begins at byte {}", from.taken);
                self.member = Some(from.taken);
                self.go_on_behind(from);
                Some(Block::Damage(why))
            }
            Ok(None) => Some(Block::End),
            Err(error) => Some(Block::Damage(format!("it cannot be read: {error}"))),
        }
    }

    fn leave_damaged(&mut self, from: Counted<R>, error: &io::Error) -> Block {
        use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
        let why = match error.kind() {
            UnexpectedEof => "its gzip member is cut off".to_owned(),
            InvalidData | InvalidInput => format!("its gzip member is damaged ({error})"),
            _ => return Block::Damage(format!("it cannot be read: {error}")),
        };
        self.go_on_behind(from);
        Block::Damage(why)
    }

    /// Goes on where the next member may begin.
    fn go_on_behind(&mut self, mut from: Counted<R>) {
        from.go_back();
        if from.seek_member().is_ok() {
            self.layer = Layer::Between(from);
        }
    }
}

/// Bytes handed on, counted.
struct Counted<R> {
    from: R,
    taken: u64,
    /// What was taken of the member at hand, if that is little enough.
    held: Option<Vec<u8>>,
    /// Bytes that are handed on again, from `at` on.
    again: Vec<u8>,
    at: usize,
    may_again: usize,
}

impl<R: BufRead> Counted<R> {
    /// The next byte that is no padding, left where it is.
    fn first_after_zeros(&mut self) -> io::Result<Option<u8>> {
        loop {
            let next = self.fill_buf()?;
            let zeros = next.iter().take_while(|byte| **byte == 0).count();
            match next.get(zeros) {
                Some(byte) => {
                    let byte = *byte;
                    self.consume(zeros);
                    return Ok(Some(byte));
                }
                None if zeros == 0 => return Ok(None),
                None => self.consume(zeros),
            }
        }
    }

    /// Goes back to behind the first byte of the member at hand: a damaged one is unpacked into those that follow.
    fn go_back(&mut self) {
        let Some(mut held) = self.held.take() else {
            return;
        };
        let Some(left) = self.may_again.checked_sub(held.len()) else {
            return;
        };
        self.may_again = left;
        self.taken -= held.len() as u64;
        held.extend_from_slice(&self.again[self.at..]);
        self.again = held;
        self.at = 0;
        self.consume(self.again.len().min(1));
    }

    /// Moves to where a member may begin, or to the end.
    fn seek_member(&mut self) -> io::Result<()> {
        loop {
            let next = self.fill_buf()?;
            let all = next.len();
            // At the end of what is seen, its first byte is a sign enough: the decoder looks closer.
            let begins = (0..all).find(|&at| {
                let seen = &next[at..all.min(at + MAGIC.len())];
                MAGIC.starts_with(seen)
            });
            self.consume(begins.unwrap_or(all));
            if begins.is_some() || all == 0 {
                return Ok(());
            }
        }
    }
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(into)?;
        self.consume(n);
        Ok(n)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self.again.get(self.at..) {
            Some(again) if !again.is_empty() => Ok(again),
            _ => self.from.fill_buf(),
        }
    }

    fn consume(&mut self, n: usize) {
        self.taken += n as u64;
        if let Some(mut held) = self.held.take()
            && held.len() + n <= HELD
            && let Ok(next) = self.fill_buf()
        {
            held.extend_from_slice(&next[..n]);
            self.held = Some(held);
        }
        match self.at < self.again.len() {
            true => self.at += n,
            false => self.from.consume(n),
        }
    }
}
