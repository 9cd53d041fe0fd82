//! `dateline report`: how right the checked claims are.

use super::review::lines_of;
use crate::args;
use anyhow::Result;
use dateline_store::review::{Answer, ReviewReport, Sampled, report};
use std::io::Write;

/// Prints precision by field and agreement; the exit status.
pub fn run(args: &args::Report) -> Result<u8> {
    let sample: Vec<Sampled> = lines_of(&args.sample)?;
    let mut answers: Vec<Answer> = Vec::new();
    for file in &args.answers {
        answers.extend(lines_of::<Answer>(file)?);
    }
    std::io::stdout().write_all(text(&report(&sample, &answers)).as_bytes())?;
    Ok(0)
}

fn text(report: &ReviewReport) -> String {
    let mut out = format!(
        "{} of {} claims answered\n\n",
        report.answered, report.sampled
    );
    out.push_str("field       right wrong unsure  precision  95 % interval   by strata\n");
    for field in &report.fields {
        let number = |value: Option<f64>| value.map_or("–".to_owned(), |v| format!("{v:.3}"));
        let interval = field.interval.map_or("–".to_owned(), |(low, high)| {
            format!("{low:.3} – {high:.3}")
        });
        out.push_str(&format!(
            "{:<11} {:>5} {:>5} {:>6}  {:>9}  {:<14}  {:>9}\n",
            field.field,
            field.right,
            field.wrong,
            field.unsure,
            number(field.precision()),
            interval,
            number(field.weighted),
        ));
    }
    if let Some(agreement) = &report.agreement {
        let number =
            |value: Option<f64>| value.map_or("not defined".to_owned(), |v| format!("{v:.3}"));
        out.push_str(&format!(
            "\n{}: {} fields answered by two or more\n",
            agreement.reviewers.join(", "),
            agreement.shared
        ));
        if agreement.reviewers.len() == 2 {
            out.push_str(&format!("Cohen's kappa {}\n", number(agreement.kappa)));
        }
        out.push_str(&format!(
            "Krippendorff's alpha {}\n",
            number(agreement.alpha)
        ));
    }
    out
}
