//! Incidents across the articles of a ledger: the same in every order and at any number of threads, and
//! as people decide.

use dateline::{Engine, Options, page::Page};
use dateline_store::{By, ClaimFilter, ExportFormat, FusedRecord, Ledger, PageRecords};
use std::sync::OnceLock;

/// What happened: where, what, how many were killed by the first and the later reports.
const HAPPENINGS: [(&str, &str, u32, u32); 6] = [
    ("Mombasa", "ferry pier", 3, 4),
    ("Aleppo", "bread market", 7, 7),
    ("Quetta", "bus station", 2, 5),
    ("Medellin", "football ground", 4, 4),
    ("Donetsk", "coal mine", 9, 12),
    ("Mosul", "wedding hall", 6, 8),
];

/// Reports of each happening: two of one wording, two that tell it their own way.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for (i, (town, target, first, later)) in HAPPENINGS.iter().enumerate() {
        let day = 3 + i;
        let wire = format!(
            "Gunmen attack {target} in {town}\n\n{town} — Gunmen opened fire on people at the {target} in \
            {town} on Sunday, killing {first} people, police said.\n\nThe attackers fled in a white van. \
            The mayor of {town} condemned the shooting at the {target}."
        );
        let copy = format!("{wire}\n\nShops stayed closed on Monday.");
        let later = format!(
            "Death toll at {target} rises\n\n{town} — {later} people were killed when gunmen attacked the \
            {target} in {town} on Sunday, a hospital said on Tuesday.\n\nFunerals began and the {target} stayed \
            closed."
        );
        let other = format!(
            "Witnesses tell of {town} shooting\n\n{town} — Witnesses said the gunmen shot at people who \
            waited at the {target} of {town}. Doctors treated the wounded.\n\nThe white van was found burned."
        );
        for (n, text) in [wire, copy, later, other].into_iter().enumerate() {
            let published = format!("2025-03-{:02}", day + n);
            texts.push((published, text));
        }
    }
    texts
}

/// The texts as read, on so many threads.
fn read(threads: usize) -> Vec<PageRecords> {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    let engine = ENGINE.get_or_init(|| Engine::new().unwrap());
    let texts: Vec<(usize, (String, String))> = texts().into_iter().enumerate().collect();
    let one = |(i, (published, text)): &(usize, (String, String))| {
        let page = Page::from_bytes(&format!("{i}.txt"), text.as_bytes());
        let published = Some(published.parse().unwrap());
        engine.read(&page, &Options { published }).records()
    };
    let mut all = std::thread::scope(|scope| {
        let share = texts.len().div_ceil(threads);
        let parts: Vec<_> = texts
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(one).collect::<Vec<_>>()))
            .collect();
        let read = parts.into_iter().map(|part| part.join().unwrap());
        read.collect::<Vec<_>>()
    });
    all.drain(..).flatten().collect()
}

struct Kept {
    ledger: Ledger,
    _folder: tempfile::TempDir,
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(&folder.path().join("ledger.db")).unwrap();
        Self {
            ledger,
            _folder: folder,
        }
    }

    fn of(pages: &[PageRecords]) -> Self {
        let mut kept = Self::new();
        kept.ledger.write_all(pages).unwrap();
        dateline::fuse(&mut kept.ledger).unwrap();
        kept
    }

    fn told(&self) -> String {
        serde_json::to_string(&self.ledger.fused().unwrap()).unwrap()
    }

    /// The incident that most articles tell of those with a death toll in this town.
    fn attack_in(&self, town: &str) -> FusedRecord {
        let fused = self.ledger.fused().unwrap();
        let of_town = fused.into_iter().filter(|f| {
            let account = self.ledger.account(f).unwrap();
            let told = |field: &dateline_store::ToldField| {
                field.field == "place" && field.values.iter().any(|v| v.value.contains(town))
            };
            !account.tolls.is_empty() && account.fields.iter().any(told)
        });
        of_town.max_by_key(|f| f.tellings.len()).unwrap()
    }
}

const ANN: By<'static> = By {
    who: "ann",
    made_at: "2025-04-01T10:00:00Z",
    note: None,
};

#[test]
fn order_threads_and_steps_change_nothing() {
    let pages = read(1);
    let first = Kept::of(&pages).told();
    let mut state = 11u64;
    for round in 0..6 {
        let mut shuffled = read(1 + round % 3);
        for i in (1..shuffled.len()).rev() {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            shuffled.swap(i, (state >> 33) as usize % (i + 1));
        }
        let mut kept = Kept::new();
        for part in shuffled.chunks(shuffled.len() / (1 + round)) {
            kept.ledger.write_all(part).unwrap();
            dateline::fuse(&mut kept.ledger).unwrap();
        }
        assert_eq!(kept.told(), first, "round {round}");
    }
}

#[test]
fn each_attack_is_one_incident_with_its_voices() {
    let kept = Kept::of(&read(2));
    for (town, ..) in HAPPENINGS {
        let attack = kept.attack_in(town);
        assert!(attack.tellings.len() >= 3, "{town}: {attack:?}");
        // The wire and its copy are one voice.
        assert!((attack.voices as usize) < attack.tellings.len(), "{town}");
        assert_eq!(attack.merges.len(), attack.tellings.len() - 1);
        let articles: Vec<_> = attack.tellings.iter().map(|t| &t.article).collect();
        for (other, ..) in HAPPENINGS.iter().filter(|(other, ..)| *other != town) {
            let theirs = kept.attack_in(other).tellings;
            assert!(theirs.iter().all(|t| !articles.contains(&&t.article)));
        }
    }
}

#[test]
fn low_best_and_high_stand_beside_the_numbers_by_day() {
    let kept = Kept::of(&read(2));
    let mut moved = 0;
    for fused in kept.ledger.fused().unwrap() {
        let account = kept.ledger.account(&fused).unwrap();
        let Some(killed) = account.tolls.iter().find(|t| t.meaning == "killed") else {
            continue;
        };
        let days: Vec<_> = killed
            .numbers
            .iter()
            .map(|n| n.teller.published.as_deref().unwrap())
            .collect();
        assert!(days.is_sorted());
        // Police and the hospital tell one number each: the hospital's, which is told last, is best.
        let hospital = |n: &&dateline_store::ToldNumber| {
            n.teller
                .source
                .as_deref()
                .is_some_and(|s| s.contains("hospital"))
        };
        let last = killed.numbers.iter().find(hospital).map(|n| n.low);
        if let Some(last) = last.filter(|_| killed.toll.low < killed.toll.best) {
            assert_eq!((killed.toll.best, killed.toll.high), (last, Some(last)));
            moved += 1;
        }
    }
    assert!(moved > 0);
}

#[test]
fn a_decision_outlives_every_fusion_until_it_is_undone() {
    let pages = read(2);
    let mut kept = Kept::of(&pages);
    let before = kept.told();
    let attack = kept.attack_in("Quetta");
    let parted = attack.tellings.last().unwrap().incident.clone();
    let ledger = &mut kept.ledger;
    let (number, _) =
        dateline::split(ledger, &attack, std::slice::from_ref(&parted), &ANN).unwrap();
    assert_eq!(number, 1);
    dateline::fuse(ledger).unwrap();
    assert!(
        !ledger
            .fused_incident(&attack.id)
            .unwrap()
            .unwrap()
            .tells(&parted)
    );
    let (undone, _) = dateline::undo(ledger, None, &ANN).unwrap();
    assert_eq!(undone, 2);
    assert_eq!(kept.told(), before);

    let other = kept.attack_in("Mosul");
    let side = |of: &FusedRecord| -> Vec<String> {
        of.tellings.iter().map(|t| t.incident.clone()).collect()
    };
    let (one, two) = (side(&attack), side(&other));
    let both = [(attack.id.as_str(), &one[..]), (&other.id, &two[..])];
    dateline::merge(&mut kept.ledger, both, &ANN).unwrap();
    dateline::fuse(&mut kept.ledger).unwrap();
    let merged = kept.ledger.fused_with(&two[0]).unwrap().unwrap();
    assert_eq!(merged.id, attack.id);
    assert_eq!(merged.tellings.len(), one.len() + two.len());
    let by_hand = merged
        .merges
        .iter()
        .find(|m| m.decision == Some(3))
        .unwrap();
    assert!(by_hand.evidence[0].contains("ann"));
    // The id that was given up leads to where its tellings are.
    assert_eq!(
        kept.ledger.fused_incident(&other.id).unwrap().unwrap(),
        merged
    );
    dateline::undo(&mut kept.ledger, Some(3), &ANN).unwrap();
    assert_eq!(kept.told(), before);
    let decisions = kept.ledger.decisions().unwrap();
    assert_eq!(decisions.len(), 4);
    assert!(decisions.iter().all(|d| d.who == "ann"));
    assert!(kept.ledger.decisions_in_force().unwrap().is_empty());
}

#[test]
fn decisions_move_with_the_records() {
    let pages = read(2);
    let mut kept = Kept::of(&pages);
    let attack = kept.attack_in("Quetta");
    let parted = attack.tellings.last().unwrap().incident.clone();
    let sides = std::slice::from_ref(&parted);
    dateline::split(&mut kept.ledger, &attack, sides, &ANN).unwrap();
    let other = kept.attack_in("Mosul");
    let one = std::slice::from_ref(&other.tellings.last().unwrap().incident);
    dateline::split(&mut kept.ledger, &other, one, &ANN).unwrap();
    dateline::undo(&mut kept.ledger, Some(2), &ANN).unwrap();
    dateline::fuse(&mut kept.ledger).unwrap();
    let mut lines = Vec::new();
    let all = ClaimFilter::default();
    kept.ledger
        .export(ExportFormat::Jsonl, &all, &mut lines)
        .unwrap();

    let mut again = Kept::new();
    // Twice, as after an import that was cut off: nothing is decided twice.
    for _ in 0..2 {
        again.ledger.import(lines.as_slice()).unwrap();
    }
    dateline::fuse(&mut again.ledger).unwrap();
    assert_eq!(
        again.ledger.decisions().unwrap(),
        kept.ledger.decisions().unwrap()
    );
    assert_eq!(again.ledger.decisions_in_force().unwrap().len(), 1);
    assert_eq!(again.told(), kept.told());
}

#[test]
fn an_incident_keeps_its_id_as_reports_join() {
    let pages = read(1);
    let mut kept = Kept::of(&pages[..2]);
    let young = kept.attack_in("Mombasa");
    kept.ledger.write_all(&pages[2..]).unwrap();
    assert!(kept.ledger.is_unfused().unwrap());
    dateline::fuse(&mut kept.ledger).unwrap();
    assert!(!kept.ledger.is_unfused().unwrap());
    let grown = kept.ledger.fused_incident(&young.id).unwrap().unwrap();
    assert_eq!(grown.id, young.id);
    assert!(grown.tellings.len() > young.tellings.len());
}

#[test]
fn what_cannot_be_decided_is_refused_and_changes_nothing() {
    let mut kept = Kept::of(&read(1)[..4]);
    let attack = kept.attack_in("Mombasa");
    let before = kept.told();
    let all: Vec<String> = attack.tellings.iter().map(|t| t.incident.clone()).collect();
    let ledger = &mut kept.ledger;
    let refused = [
        dateline::split(ledger, &attack, &["elsewhere".to_owned()], &ANN),
        dateline::split(ledger, &attack, &all, &ANN),
        dateline::merge(ledger, [(&attack.id, &all), (&attack.id, &all)], &ANN),
        dateline::undo(ledger, None, &ANN),
        dateline::undo(ledger, Some(7), &ANN),
    ];
    let words = [
        "no telling",
        "nothing would be left",
        "itself",
        "nothing to undo",
        "no decision 7",
    ];
    for (refused, words) in refused.into_iter().zip(words) {
        let refused = refused.unwrap_err().to_string();
        assert!(refused.contains(words), "{refused}");
        assert!(refused.contains("nothing was changed"), "{refused}");
    }
    assert!(ledger.decisions().unwrap().is_empty());
    assert_eq!(kept.told(), before);
    dateline::split(&mut kept.ledger, &attack, &all[1..2], &ANN).unwrap();
    dateline::undo(&mut kept.ledger, Some(1), &ANN).unwrap();
    let again = dateline::undo(&mut kept.ledger, Some(1), &ANN).unwrap_err();
    assert!(again.to_string().contains("undone already"));
}

#[test]
fn a_second_writer_waits_or_is_told_and_nothing_is_lost() {
    let mut kept = Kept::of(&read(1)[..4]);
    let path = kept.ledger.path().to_owned();
    let before = kept.told();
    let mut other = Ledger::open(&path).unwrap();
    let held = kept.ledger.fusing().unwrap();
    let theirs = std::thread::spawn(move || {
        dateline::fuse(&mut other).unwrap();
        other.fused().unwrap().len()
    });
    std::thread::sleep(std::time::Duration::from_millis(50));
    // Given up without a commit: the other goes on.
    drop(held);
    assert!(theirs.join().unwrap() > 0);
    assert_eq!(kept.told(), before);
}
