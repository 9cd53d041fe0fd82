//! `anaphora FILE_OR_DIR [--errors]`: what pronouns and definite nouns are resolved to, on GUM's news
//! and interviews (`*.conllu`, `Entity` in the last column; Zeldes 2017, annotations CC BY 4.0, text of
//! these two genres CC BY 2.5).
//!
//! Asked for is every third-person pronoun and every noun phrase with "the", "this" or "that" that the
//! corpus puts in one cluster with an earlier mention that is no pronoun. An answer is right where the
//! head of the antecedent stands in the shortest annotated mention around it, and that mention is of the
//! same cluster. Answers on words that the corpus has no earlier mention for are wrong. GUM's singletons
//! and its split antecedents are not asked for. This is accuracy of anaphora, not CoNLL's coreference
//! score: Dateline publishes what a mention stands for, no chains.

use crate::given;
use crate::measure::{Overlap, figure};
use anyhow::{Context, Result, bail, ensure};
use dateline::page::PartKind;
use dateline::text::Document;
use dateline::{ArticleReading, Engine};
use dateline_span::Span;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Genres whose text is openly licensed news prose.
const GENRES: [&str; 2] = ["GUM_news_", "GUM_interview_"];

/// Runs the task.
///
/// # Errors
/// If a file cannot be read or is malformed, or the engine cannot be set up.
pub fn run(arguments: &[String]) -> Result<String> {
    let (path, errors) = match arguments {
        [path] => (path, false),
        [path, option] if option == "--errors" => (path, true),
        _ => bail!("usage: anaphora FILE_OR_DIR [--errors]"),
    };
    let engine = Engine::new().context("the engine cannot be set up")?;
    let files = files(Path::new(path))?;
    ensure!(!files.is_empty(), "{path}: no news or interviews of GUM");
    let (mut pronouns, mut definites) = (Overlap::default(), Overlap::default());
    let mut report = String::new();
    for file in &files {
        let lines = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let gold = Annotated::parse(&lines).with_context(|| file.display().to_string())?;
        let reading = given::read(&engine, &gold.text, &gold.parts);
        let judged = judge(&gold, &reading);
        for item in &judged {
            let total = if item.pronoun {
                &mut pronouns
            } else {
                &mut definites
            };
            total.add(item.counts());
        }
        if errors {
            write_errors(&mut report, &gold, &judged)?;
        }
    }
    write!(
        report,
        "{} texts\npronouns {pronouns}\ndefinite nouns {definites}\nanaphora pronoun_f={} definite_f={}",
        files.len(),
        figure(pronouns.f1()),
        figure(definites.f1()),
    )?;
    Ok(report)
}

fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let read = || format!("cannot read {}", path.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path).with_context(read)? {
        let file = entry.with_context(read)?.path();
        let name = file
            .file_name()
            .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        if name.ends_with(".conllu") && GENRES.iter().any(|g| name.starts_with(g)) {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

/// A mention of the corpus.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Mention {
    cluster: u32,
    span: Span,
    /// Whether it is one pronoun.
    pronoun: bool,
}

/// A text of the corpus.
#[derive(Debug, Default)]
struct Annotated {
    text: String,
    parts: Vec<(PartKind, Span)>,
    mentions: Vec<Mention>,
}

impl Annotated {
    fn parse(lines: &str) -> Result<Self> {
        let mut found = Self::default();
        let mut open: Vec<(u32, usize)> = Vec::new();
        let (mut heading, mut glued) = (false, true);
        for line in lines.lines() {
            if line.starts_with("# newpar_block") {
                heading = line.contains("= head");
            } else if line.starts_with("# newpar") {
                heading = false;
                found.open_part(PartKind::Paragraph);
                glued = true;
            } else if !line.is_empty() && !line.starts_with('#') {
                let columns: Vec<&str> = line.split('\t').collect();
                let [id, word, _, pos, .., misc] = columns[..] else {
                    bail!("a row of too few columns: {line}");
                };
                // "8-9 daughter's" repeats what its parts say; "8.1" stands for words left out.
                if id.contains(['-', '.']) {
                    continue;
                }
                if !glued && !word.starts_with(['\'', '’']) {
                    found.text.push(' ');
                }
                glued = misc.contains("SpaceAfter=No");
                let start = found.text.len();
                found.text.push_str(word);
                found.mark(misc, pos, start, &mut open)?;
                if let Some(part) = found.parts.last_mut() {
                    part.1.end = found.text.len() as u32;
                    if heading {
                        part.0 = PartKind::Heading;
                    }
                }
            }
        }
        found.mentions.sort_by_key(|m| (m.span.start, m.span.end));
        Ok(found)
    }

    fn open_part(&mut self, kind: PartKind) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.parts.push((kind, Span::new(start, start)));
    }

    /// Opens and closes the mentions that the word's last column names.
    fn mark(
        &mut self,
        misc: &str,
        pos: &str,
        start: usize,
        open: &mut Vec<(u32, usize)>,
    ) -> Result<()> {
        let Some(entity) = misc.split('|').find_map(|f| f.strip_prefix("Entity=")) else {
            return Ok(());
        };
        let end = self.text.len();
        for piece in entity.split_inclusive(')').flat_map(|p| {
            // "(1-person-…(2-place-…)" opens one mention and holds another.
            let cuts: Vec<usize> = p
                .match_indices('(')
                .map(|(i, _)| i)
                .chain([p.len()])
                .collect();
            let first = &p[..cuts[0]];
            let rest = cuts.windows(2).map(|w| &p[w[0]..w[1]]);
            std::iter::once(first).chain(rest).collect::<Vec<_>>()
        }) {
            let number = piece.trim_start_matches('(');
            let digits = number
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(number.len());
            let Ok(cluster) = number[..digits].parse::<u32>() else {
                continue;
            };
            if piece.starts_with('(') {
                open.push((cluster, start));
            }
            if piece.ends_with(')') {
                let at = open.iter().rposition(|(c, _)| *c == cluster);
                let (_, from) =
                    open.remove(at.with_context(|| format!("{cluster} was never opened"))?);
                self.mentions.push(Mention {
                    cluster,
                    span: Span::new(from, end),
                    pronoun: from == start && pos == "PRON",
                });
            }
        }
        Ok(())
    }

    /// Whether an earlier mention that is no pronoun names the same.
    fn named_before(&self, mention: &Mention) -> bool {
        self.mentions.iter().any(|m| {
            m.cluster == mention.cluster && !m.pronoun && m.span.start < mention.span.start
        })
    }

    /// The shortest mention around a word.
    fn around(&self, word: Span) -> Option<&Mention> {
        let holding = self.mentions.iter().filter(|m| m.span.contains(word));
        holding.min_by_key(|m| m.span.end - m.span.start)
    }
}

/// A mention judged.
struct Judged {
    span: Span,
    pronoun: bool,
    asked: bool,
    answer: Option<Span>,
    right: bool,
    why: &'static str,
}

impl Judged {
    fn counts(&self) -> Overlap {
        let one = usize::from;
        Overlap::of_pairs(one(self.right), one(self.answer.is_some()), one(self.asked))
    }
}

fn judge(gold: &Annotated, reading: &ArticleReading) -> Vec<Judged> {
    let Some(doc) = &reading.document else {
        return Vec::new();
    };
    given::with_layers(reading, doc, |layers| {
        let judged = gold.mentions.iter().filter_map(|mention| {
            let words = mention.span.slice(&gold.text).to_lowercase();
            let pronoun = mention.pronoun && THIRD_PERSON.contains(&words.as_str());
            let pointing = ["the ", "this ", "that ", "these ", "those "];
            if !pronoun && !pointing.iter().any(|p| words.starts_with(p)) {
                return None;
            }
            let head = head(doc, mention.span)?;
            let found = layers.coref.antecedent(head);
            let answer = found.map(|a| doc.tok(a.head).span());
            let asked = gold.named_before(mention);
            let same = |word| {
                gold.around(word)
                    .is_some_and(|m| m.cluster == mention.cluster)
            };
            Some(Judged {
                span: mention.span,
                pronoun,
                asked,
                answer,
                right: asked && answer.is_some_and(same),
                why: found.map_or("", |a| a.reason),
            })
        });
        judged.filter(|j| j.asked || j.answer.is_some()).collect()
    })
}

const THIRD_PERSON: [&str; 16] = [
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "it",
    "its",
    "itself",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
];

fn head(doc: &Document, span: Span) -> Option<usize> {
    given::head_of(doc, span).map(|t| t.i)
}

fn write_errors(report: &mut String, gold: &Annotated, judged: &[Judged]) -> Result<()> {
    for item in judged.iter().filter(|j| !j.right) {
        let from = gold.text[..item.span.start as usize]
            .char_indices()
            .rev()
            .nth(160)
            .map_or(0, |(i, _)| i);
        let answer = item.answer.map_or("nothing", |a| a.slice(&gold.text));
        let asked = if item.asked {
            ""
        } else {
            " (nothing to resolve)"
        };
        writeln!(
            report,
            "“{}”{asked} -> {answer}, {} | {}",
            item.span.slice(&gold.text),
            item.why,
            gold.text[from..item.span.end as usize].replace('\n', " ")
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# newpar
# newpar_block = p (2 s)
1\tAmos\tAmos\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-coref
2\tRuto\tRuto\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)
2\tlost\tlose\tVERB\tVBD\t_\t0\troot\t_\t_
3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\tEntity=(2-object-new-nnnnn-cf2-1-sgl
4\tkeys\tkey\tNOUN\tNNS\t_\t2\tobj\t_\tSpaceAfter=No|Entity=2)
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
";

    #[test]
    fn columns_become_text_and_mentions() {
        let gold = Annotated::parse(TEXT).unwrap();
        assert_eq!(gold.text, "Amos Ruto left. He lost the keys.");
        let mentions: Vec<_> = gold
            .mentions
            .iter()
            .map(|m| (m.cluster, m.span.slice(&gold.text), m.pronoun))
            .collect();
        assert_eq!(
            mentions,
            [
                (1, "Amos Ruto", false),
                (1, "He", true),
                (2, "the keys", false)
            ]
        );
    }

    #[test]
    fn a_pronoun_is_judged_by_the_cluster_of_its_antecedent() {
        let gold = Annotated::parse(TEXT).unwrap();
        let engine = Engine::new().unwrap();
        let reading = given::read(&engine, &gold.text, &gold.parts);
        let judged = judge(&gold, &reading);
        let right: Vec<_> = judged
            .iter()
            .map(|j| (j.pronoun, j.asked, j.right))
            .collect();
        assert_eq!(right, [(true, true, true)]);
    }

    #[test]
    fn a_mention_closed_before_it_is_opened_is_an_error() {
        assert!(
            Annotated::parse(&TEXT.replace("Entity=(1-person-new", "Entity=(9-person-new"))
                .is_err()
        );
    }
}
