//! Metrics of the field, by task.
//!
//! `dateline-score TASK ARGUMENTS` prints what a person needs to read errors, and as its last line
//! `TASK key=value …`. A task is a row of [`TASKS`]; to add one, write a module with a function that
//! takes the arguments and gives the report, and add its row.

pub mod actors;
pub mod anaphora;
pub mod classes;
pub mod confidence;
pub mod coreference;
pub mod detokenise;
pub mod ecbplus;
pub mod extraction;
pub mod factuality;
pub mod geo;
mod given;
pub mod incidents;
pub mod ledger;
pub mod measure;
pub mod muc4;
pub mod names;
mod order;
pub mod parity;
pub mod people;
pub mod plv;
pub mod police;
pub mod polnear;
pub mod press;
pub mod rams;
pub mod timex;
pub mod wikievents;

/// One thing that can be measured.
pub struct Task {
    /// Its name on the command line, and the first word of its last line.
    pub name: &'static str,
    /// What follows the name.
    pub arguments: &'static str,
    /// What it measures.
    pub gloss: &'static str,
    /// Takes the arguments and gives the whole report.
    pub run: fn(&[String]) -> anyhow::Result<String>,
}

/// Everything that can be measured.
pub const TASKS: &[Task] = &[
    Task {
        name: "ledger",
        arguments: "DIR [--all] [--oracle]",
        gloss: "an annotated page (page.txt, gold.json): cut, quotes, claims, incidents, traps",
        run: ledger::run,
    },
    Task {
        name: "extraction",
        arguments: "DIR",
        gloss: "main text of HTML pages (scrapinghub/ and trafilatura/ under DIR)",
        run: extraction::run,
    },
    Task {
        name: "names",
        arguments: "DIR [--errors]",
        gloss: "names of persons, organisations and places (.tsv files, IOB2)",
        run: names::run,
    },
    Task {
        name: "actors",
        arguments: "FILE",
        gloss: "state, sector and office of actors on a day (suite/actors/mentions.tsv)",
        run: actors::run,
    },
    Task {
        name: "anaphora",
        arguments: "FILE_OR_DIR [--errors]",
        gloss: "what pronouns and definite nouns stand for (GUM, news and interviews)",
        run: anaphora::run,
    },
    Task {
        name: "parity",
        arguments: "[--model FILE] FILE.jsonl...",
        gloss: "the language layer against spaCy's reading of the same texts",
        run: parity::run,
    },
    Task {
        name: "timex",
        arguments: "DIR [--errors]",
        gloss: "expressions of time and their values (TIMEX3, .tml files)",
        run: timex::run,
    },
    Task {
        name: "incidents",
        arguments: "DIR [--errors] [--profiles=FILE]",
        gloss: "toll, day and city of shootings in local news, and which texts tell of one \
            (docs.jsonl, incidents.jsonl)",
        run: incidents::run,
    },
    Task {
        name: "order",
        arguments: "DIR [ARTICLES] [ROUNDS]",
        gloss: "whether incidents across articles are the same in every order and at any number of \
            threads (docs.jsonl)",
        run: order::run,
    },
    Task {
        name: "ecbplus",
        arguments: "DIR [--errors]",
        gloss: "mentions of one event across articles (ECB+: topics, sentences.csv)",
        run: ecbplus::run,
    },
    Task {
        name: "press",
        arguments: "FILE [--errors]",
        gloss: "day, province, group, killed and captured of press releases (.jsonl)",
        run: press::run,
    },
    Task {
        name: "geo",
        arguments: "FILE [--errors]",
        gloss: "names of places and which they are (lgl.xml, GeoVirus.xml); places of given verbs \
            (labeled_text.jsonl.zip)",
        run: geo::run,
    },
    Task {
        name: "confidence",
        arguments: "FILE",
        gloss: "whether confidence says how often claims are right (wikievents/dev.jsonl)",
        run: confidence::run,
    },
    Task {
        name: "wikievents",
        arguments: "FILE",
        gloss: "events and roles of web articles on attacks (dev.jsonl, coref/ beside it)",
        run: wikievents::run,
    },
    Task {
        name: "plv",
        arguments: "FILE [CODEBOOK]",
        gloss: "one PLOVER root a sentence with given source and target (PLV_train.tsv)",
        run: plv::run,
    },
    Task {
        name: "polnear",
        arguments: "DIR [--errors]",
        gloss: "who says what by which words (text/, attributions/)",
        run: polnear::run,
    },
    Task {
        name: "rams",
        arguments: "FILE",
        gloss: "participants of given events in windows of five sentences (dev.jsonlines)",
        run: rams::run,
    },
    Task {
        name: "factuality",
        arguments: "FILE",
        gloss: "how surely given events are presented, -3 to 3 (unified CoNLL, dev.conll)",
        run: factuality::run,
    },
    Task {
        name: "police",
        arguments: "DIR",
        gloss: "what police did, sentence by sentence (docs.jsonl, sents.jsonl)",
        run: police::run,
    },
    Task {
        name: "muc4",
        arguments: "DIR [--responses FILE] [--errors]",
        gloss: "incidents of violence as templates (MUC-4: message files and key files)",
        run: muc4::run,
    },
];

/// The task of this name.
pub fn task(name: &str) -> Option<&'static Task> {
    TASKS.iter().find(|t| t.name == name)
}
