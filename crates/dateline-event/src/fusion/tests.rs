use super::*;
use jiff::civil::date;
use std::collections::BTreeSet;

fn words(text: &str) -> BTreeMap<String, u32> {
    let mut words = BTreeMap::new();
    for word in text.split_whitespace() {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

fn town(name: &str) -> Option<Spot> {
    Some(Spot {
        name: name.to_owned(),
        ..Spot::default()
    })
}

/// A happening of a type, told in these words.
fn happening(id: &str, kind: &str, text: &str) -> Happening {
    Happening {
        id: id.to_owned(),
        types: [kind.to_owned()].into(),
        words: words(text),
        ..Happening::default()
    }
}

/// An article with one happening, "ID.1", told in all its words.
fn story(id: &str, day: i8, place: &str, text: &str) -> Story {
    Story {
        id: id.to_owned(),
        published: Some(date(2025, 3, day)),
        words: words(text),
        wording: Signature::of(text.split_whitespace()),
        happenings: vec![Happening {
            place: town(place),
            ..happening(&format!("{id}.1"), "ASSAULT", text)
        }],
        ..Story::default()
    }
}

const FERRY: &str =
    "gunman opened fire on ferry passengers near harbour bridge on sunday morning police said";

fn set() -> Vec<Story> {
    let again = format!("{FERRY} today");
    let mut stories = vec![
        story("a", 2, "elmira", FERRY),
        story("b", 2, "elmira", &again),
        story(
            "c",
            3,
            "elmira",
            "two ferry passengers hurt after gunman attacked boat at harbour witnesses told reporters",
        ),
        story(
            "d",
            2,
            "kalem",
            "farmers blocked the highway with tractors over milk prices",
        ),
        story(
            "e",
            28,
            "kalem",
            "gunman robbed a bank branch and fled with cash officers searched woods",
        ),
    ];
    for i in 0..40i8 {
        let words = format!("council {i} voted budget {i}x library {} plan{i}", i % 7);
        stories.push(story(&format!("f{i:02}"), 1 + i % 28, "ostrov", &words));
    }
    stories
}

/// The members of the group that holds this happening.
fn group_of<'f>(fused: &'f [Fused], id: &str) -> &'f Fused {
    let holds = |f: &&Fused| f.members.iter().any(|m| m == id);
    fused.iter().find(holds).unwrap()
}

fn rule(pairs: &[(&str, &str)], together: bool) -> Rule {
    Rule {
        pairs: pairs
            .iter()
            .map(|(a, b)| [(*a).to_owned(), (*b).to_owned()])
            .collect(),
        together,
        told: "joined by ann".to_owned(),
    }
}

#[test]
fn tellings_of_one_happening_are_put_together_and_copies_are_one_voice() {
    let fused = fuse(&set(), &[]);
    let group = group_of(&fused, "a.1");
    assert_eq!(group.members, ["a.1", "b.1", "c.1"]);
    assert_eq!(group.voices, [vec!["a.1", "b.1"], vec!["c.1"]]);
    assert_eq!(group.merges.len(), 2);
    assert!(group.merges.iter().all(|m| !m.evidence.is_empty()));
    assert!(fused.iter().any(|f| f.members == ["d.1"]));
    assert!(fused.iter().any(|f| f.members == ["e.1"]));
}

#[test]
fn each_happening_is_in_exactly_one_group() {
    let fused = fuse(&set(), &[]);
    let members: Vec<&String> = fused.iter().flat_map(|f| &f.members).collect();
    let once: BTreeSet<&String> = members.iter().copied().collect();
    assert_eq!(members.len(), set().len());
    assert_eq!(once.len(), members.len());
}

#[test]
fn order_changes_nothing() {
    let first = fuse(&set(), &[]);
    let mut stories = set();
    let mut state = 7u64;
    for _ in 0..20 {
        for i in (1..stories.len()).rev() {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            stories.swap(i, (state >> 33) as usize % (i + 1));
        }
        assert_eq!(fuse(&stories, &[]), first);
    }
}

#[test]
fn on_several_threads_it_is_the_same() {
    let first = fuse(&set(), &[]);
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| fuse(&set(), &[]))).collect();
        for run in runs {
            assert_eq!(run.join().unwrap(), first);
        }
    });
}

#[test]
fn a_set_of_none_and_of_empty_stories() {
    assert!(fuse(&[], &[]).is_empty());
    let empty = |id: &str| Story {
        id: id.to_owned(),
        ..Story::default()
    };
    assert!(fuse(&[empty("b"), empty("a")], &[]).is_empty());
}

#[test]
fn happenings_of_two_articles_meet_by_what_their_sentences_say() {
    let mut stories = set();
    for (index, id) in [(0, "a"), (1, "b")] {
        let shot = "gunman opened fire on ferry passengers near harbour bridge";
        let held = "police said sunday morning";
        stories[index].happenings = vec![
            happening(&format!("{id}.shot"), "ASSAULT", shot),
            happening(&format!("{id}.held"), "COERCE", held),
            happening(&format!("{id}.also"), "ASSAULT", held),
        ];
    }
    let fused = fuse(&stories, &[]);
    let with = |id: &str| group_of(&fused, id).members.clone();
    assert!(with("a.shot").contains(&"b.shot".to_owned()));
    assert_eq!(with("a.held"), ["a.held", "b.held"]);
    assert_eq!(with("a.also"), ["a.also", "b.also"]);
}

#[test]
fn what_one_article_tells_apart_stays_apart() {
    let mut stories = set();
    let twin = Happening {
        id: "a.2".to_owned(),
        ..stories[0].happenings[0].clone()
    };
    stories[0].happenings.push(twin);
    let fused = fuse(&stories, &[]);
    assert_ne!(group_of(&fused, "a.1"), group_of(&fused, "a.2"));
}

#[test]
fn conflicts_count_against() {
    let weigh = |change: &dyn Fn(&mut Happening)| {
        let base = Happening {
            place: town("elmira"),
            days: Some((date(2025, 3, 2), date(2025, 3, 2))),
            killed: Some(2),
            targets: ["lee".to_owned()].into(),
            ..happening("x", "ASSAULT", "gunman")
        };
        let mut other = base.clone();
        change(&mut other);
        compare::happenings(&base, &other).score()
    };
    let same = weigh(&|_| {});
    assert!(same > 0);
    assert!(weigh(&|h| h.place = town("kalem")) < same);
    assert!(weigh(&|h| h.days = Some((date(2025, 3, 9), date(2025, 3, 9)))) < same);
    assert!(weigh(&|h| h.killed = Some(40)) < same);
    assert!(weigh(&|h| h.targets = ["ray".to_owned()].into()) < same);
    assert!(weigh(&|h| h.reality = Reality::Denied) < same);
}

#[test]
fn places_are_compared_by_distance_and_by_what_holds_what() {
    let score = |one: Spot, two: Spot| {
        let at = |spot| Happening {
            place: Some(spot),
            ..Happening::default()
        };
        compare::happenings(&at(one), &at(two)).score()
    };
    let spot = |name: &str, point, reach, division: &str| Spot {
        name: name.to_owned(),
        point: Some(point),
        reach,
        country: Some("SY".to_owned()),
        division: Some(division.to_owned()),
    };
    let kalem = || spot("kalem", (35.0, 40.0), Reach::Town, "Raqqa");
    let near = spot("old kalem", (35.05, 40.0), Reach::Town, "Raqqa");
    let far = spot("dar", (36.0, 40.0), Reach::Town, "Raqqa");
    let around = spot("raqqa", (35.5, 39.0), Reach::Region, "Raqqa");
    let beside = spot("homs", (34.5, 38.0), Reach::Region, "Homs");
    assert!(score(kalem(), kalem()) > 0);
    assert!(score(kalem(), near) > 0);
    assert!(score(kalem(), far) < 0);
    assert_eq!(score(kalem(), around), 0);
    assert!(score(kalem(), beside) < 0);
    let abroad = Spot {
        country: Some("IQ".to_owned()),
        ..kalem()
    };
    assert!(score(kalem(), abroad) < 0);
}

#[test]
fn a_person_joins_and_parts_whatever_the_scores_say() {
    let apart = rule(&[("a.1", "c.1"), ("b.1", "c.1")], false);
    let fused = fuse(&set(), std::slice::from_ref(&apart));
    assert_eq!(group_of(&fused, "a.1").members, ["a.1", "b.1"]);
    assert_eq!(group_of(&fused, "c.1").members, ["c.1"]);

    let together = rule(&[("a.1", "d.1")], true);
    let fused = fuse(&set(), std::slice::from_ref(&together));
    let group = group_of(&fused, "d.1");
    assert!(group.members.contains(&"a.1".to_owned()));
    let by_hand = group.merges.iter().find(|m| m.rule == Some(0)).unwrap();
    assert_eq!(by_hand.between, ["a.1", "d.1"]);
    assert_eq!(by_hand.evidence[0], "joined by ann");

    // The later decision holds, and one that names nothing known does nothing.
    let parted = rule(&[("a.1", "d.1"), ("gone", "d.1")], false);
    let fused = fuse(&set(), &[together, parted]);
    assert_eq!(group_of(&fused, "d.1").members, ["d.1"]);
}

#[test]
fn a_campaign_holds_happenings_and_is_none_of_them() {
    let mut stories = set();
    let place = |reach| {
        Some(Spot {
            name: "elmira".to_owned(),
            reach,
            country: Some("SY".to_owned()),
            division: Some("Raqqa".to_owned()),
            ..Spot::default()
        })
    };
    let single = &mut stories[0].happenings[0];
    single.place = place(Reach::Town);
    single.days = Some((date(2025, 3, 2), date(2025, 3, 2)));
    let mut series = happening("b.9", "ASSAULT", FERRY);
    series.campaign = true;
    series.place = place(Reach::Region);
    series.days = Some((date(2025, 3, 1), date(2025, 3, 31)));
    stories[1].happenings.push(series);
    let fused = fuse(&stories, &[]);
    let campaign = group_of(&fused, "b.9");
    assert_eq!(campaign.members, ["b.9"]);
    assert_eq!(campaign.holds, ["a.1"]);
    assert!(group_of(&fused, "a.1").holds.is_empty());
}

#[test]
fn the_same_words_weeks_apart_are_the_sites_own() {
    let wall = "please sign in to read this page or create an account with your email address";
    let mut stories = set();
    stories.push(story("y", 2, "", wall));
    stories.push(story("z", 27, "", wall));
    let fused = fuse(&stories, &[]);
    assert_eq!(group_of(&fused, "y.1").members, ["y.1"]);
    stories.push(story("x", 3, "", wall));
    let fused = fuse(&stories, &[]);
    assert_eq!(group_of(&fused, "y.1").members, ["x.1", "y.1"]);
}
