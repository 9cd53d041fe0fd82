use super::*;
use jiff::civil::date;

fn profile(id: &str, day: i8, town: &str, text: &str) -> Profile {
    let mut profile = Profile {
        id: id.to_owned(),
        published: Some(date(2025, 3, day)),
        town: Some(town.to_owned()),
        wording: Signature::of(text.split_whitespace()),
        ..Profile::default()
    };
    for word in text.split_whitespace() {
        *profile.words.entry(word.to_owned()).or_default() += 1;
    }
    profile
}

fn set() -> Vec<Profile> {
    let mut profiles = vec![
        profile(
            "a",
            2,
            "elmira",
            "gunman opened fire on ferry passengers near harbour bridge on sunday morning police said",
        ),
        profile(
            "b",
            2,
            "elmira",
            "gunman opened fire on ferry passengers near harbour bridge on sunday morning police said today",
        ),
        profile(
            "c",
            3,
            "elmira",
            "two ferry passengers hurt after gunman attacked boat at harbour witnesses told reporters",
        ),
        profile(
            "d",
            2,
            "kalem",
            "farmers blocked the highway with tractors over milk prices",
        ),
        profile(
            "e",
            28,
            "kalem",
            "gunman robbed a bank branch and fled with cash officers searched woods",
        ),
    ];
    for i in 0..40i8 {
        let words = format!("council {i} voted budget {i}x library {} plan{i}", i % 7);
        profiles.push(profile(&format!("f{i:02}"), 1 + i % 28, "ostrov", &words));
    }
    profiles
}

#[test]
fn tellings_of_one_happening_are_put_together_and_copies_are_one_voice() {
    let fused = fuse(&set());
    let group = fused.iter().find(|f| f.members[0] == "a").unwrap();
    assert_eq!(group.members, ["a", "b", "c"]);
    assert_eq!(group.voices, [vec!["a", "b"], vec!["c"]]);
    assert_eq!(group.merges.len(), 2);
    assert!(group.merges.iter().all(|m| !m.evidence.is_empty()));
    assert!(fused.iter().any(|f| f.members == ["d"]));
    assert!(fused.iter().any(|f| f.members == ["e"]));
}

#[test]
fn order_changes_nothing() {
    let first = fuse(&set());
    let mut profiles = set();
    let mut state = 7u64;
    for _ in 0..20 {
        for i in (1..profiles.len()).rev() {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            profiles.swap(i, (state >> 33) as usize % (i + 1));
        }
        assert_eq!(fuse(&profiles), first);
    }
}

#[test]
fn on_several_threads_it_is_the_same() {
    let first = fuse(&set());
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| fuse(&set()))).collect();
        for run in runs {
            assert_eq!(run.join().unwrap(), first);
        }
    });
}

#[test]
fn a_set_of_none_and_of_empty_profiles() {
    assert!(fuse(&[]).is_empty());
    let empty = |id: &str| Profile {
        id: id.to_owned(),
        ..Profile::default()
    };
    assert_eq!(fuse(&[empty("b"), empty("a")]).len(), 2);
}

#[test]
fn names_ages_and_towns_speak_for_or_against() {
    let with = |id: &str, name: &str, age: u32| Profile {
        people: [name.to_owned()].into(),
        ages: [age].into(),
        ..profile(id, 2, "elmira", "a man was stabbed at a market stall")
    };
    let profiles = [
        with("a", "ann lee", 24),
        with("b", "ann lee", 24),
        with("c", "bo ray", 61),
    ];
    let sorted: Vec<&Profile> = profiles.iter().collect();
    let vectors = Vectors::of(&sorted);
    let score = |pair| Comparison::of(&vectors, &sorted, pair, 0.5).score();
    assert!(score((0, 1)) > score((0, 2)) + 50);
}
