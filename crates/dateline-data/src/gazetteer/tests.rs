use super::*;

fn built_in() -> Gazetteer {
    Gazetteer::built_in().expect("the built-in gazetteer")
}

fn first<'g>(gazetteer: &'g Gazetteer, name: &str) -> Place<'g> {
    let found = gazetteer.find(name);
    gazetteer.place(*found.first().unwrap_or_else(|| panic!("no place {name}")))
}

/// The generated file belongs to the edited tables: their text is in its fingerprint, and what they
/// say is in its rows.
#[test]
fn the_file_agrees_with_its_tables() {
    let gazetteer = built_in();
    assert_eq!(
        gazetteer.fingerprint(),
        edition(),
        "a table was edited: cargo run --release -p xtask -- gazetteer SOURCES"
    );
    for country in countries::all() {
        for name in &country.names {
            let found = gazetteer.find(name);
            let own = |id: &PlaceId| gazetteer.place(*id).geonames == Some(country.geonames);
            assert!(found.iter().any(own), "{name} is not {}", country.iso2);
        }
    }
    for line in crate::table::rows(REGIONS) {
        let cells: Vec<&str> = line.split('\t').collect();
        let kind = PlaceKind::parse(cells[0]).unwrap_or_else(|| panic!("{line}"));
        let (lat, lon): (f64, f64) = (cells[1].parse().expect(line), cells[2].parse().expect(line));
        for name in cells[4].split('|') {
            let there = gazetteer.find(name).iter().any(|id| {
                let place = gazetteer.place(*id);
                place.kind == kind
                    && distance_km((lat, lon), (place.latitude, place.longitude)) < 1.0
            });
            assert!(there, "{name}");
        }
    }
}

#[test]
fn sections_of_a_town_are_told_from_towns() {
    let gazetteer = built_in();
    let standing = |name: &str, division: &str| {
        let found = gazetteer.find(name);
        let there = |id: &&PlaceId| gazetteer.admin1(**id).is_some_and(|d| d.name == division);
        found
            .iter()
            .find(there)
            .map(|id| gazetteer.place(*id).standing)
    };
    assert_eq!(standing("Englewood", "Illinois"), Some(Standing::Quarter));
    assert_eq!(standing("Evanston", "Illinois"), Some(Standing::Town));
}

#[test]
fn places_are_found_with_what_contains_them() {
    let gazetteer = built_in();
    let paris: Vec<String> = gazetteer
        .find("Paris")
        .iter()
        .map(|id| {
            let country = gazetteer.country(*id).expect("a country").iso2;
            let admin1 = gazetteer.admin1(*id).map_or("", |p| p.name);
            format!("{country} {admin1}")
        })
        .collect();
    assert_eq!(paris[0], "FR Île-de-France");
    assert!(paris.iter().any(|p| p == "US Texas"), "{paris:?}");
    let london = first(&gazetteer, "London");
    assert_eq!(
        (london.kind, london.geonames),
        (PlaceKind::Capital, Some(2_643_743))
    );
    assert!(london.population > 7e6 && london.population < 11e6);
    assert!(distance_km((london.latitude, london.longitude), (51.508, -0.126)) < 1.0);
    let county = first(&gazetteer, "Rapides Parish");
    assert_eq!(county.kind, PlaceKind::Admin2);
    assert_eq!(
        gazetteer.admin1(county.id).expect("a state").name,
        "Louisiana"
    );
}

#[test]
fn diacritics_scripts_and_spellings_do_not_matter() {
    let gazetteer = built_in();
    let has_city = |found: &[PlaceId]| {
        let city = |id: &PlaceId| gazetteer.place(*id).geonames == Some(170_794);
        found.iter().any(city)
    };
    for name in ["Deir ez-Zor", "DEIR EZ-ZOR", "Dayr az-Zawr", "دير الزور"] {
        assert!(has_city(&gazetteer.find(name)), "{name}");
    }
    assert!(has_city(&gazetteer.find_by_spelling(&fold("Dair Ezzour"))));
}

#[test]
fn distance_is_along_the_great_circle() {
    let (london, paris) = ((51.5074, -0.1278), (48.8566, 2.3522));
    assert!((distance_km(london, paris) - 343.5).abs() < 1.0);
    assert_eq!(distance_km(paris, paris), 0.0);
}

#[test]
fn the_whole_world_is_there() {
    assert!(built_in().len() > 280_000);
}

#[test]
fn a_dump_adds_villages_and_its_broken_lines_are_reported() {
    let line = |id: &str, name: &str, lat: &str| {
        format!(
            "{id}\t{name}\t{name}\tQaryat Nuria,نوريا\t{lat}\t40.1\tP\tPPL\tSY\t\t07\t\t\t\t350\t\t200\tAsia/Damascus\t2020-01-01\n"
        )
    };
    let mut dump = line("99000001", "Nūriyā", "35.1");
    dump.push_str("broken\n");
    dump.push_str(&line("99000002", "Far", "95.0"));
    dump.push_str(&line("x", "Nowhere", "35.0"));
    dump.push_str(&line("170794", "Deir ez-Zor", "35.3"));
    let mut bytes = dump.into_bytes();
    bytes.extend(b"\xff\xfe\n");
    let mut gazetteer = built_in();
    let imported = import(&gazetteer, bytes.as_slice()).expect("memory can be read");
    assert_eq!((imported.places, imported.passed_over), (1, 1));
    let broken: Vec<usize> = imported.broken.iter().map(|b| b.0).collect();
    assert_eq!(broken, [2, 3, 4, 6]);
    assert!(imported.broken[1].1.contains("95.0"));
    gazetteer.add(imported.file).expect("its own file");
    let village = first(&gazetteer, "Nuriya");
    assert_eq!(village.geonames, Some(99_000_001));
    assert_eq!(gazetteer.country(village.id).expect("a country").iso2, "SY");
    assert_eq!(
        gazetteer.admin1(village.id).expect("a division").name,
        "Deir ez-Zor"
    );
}

#[test]
fn other_files_are_refused_with_the_reason() {
    let mut gazetteer = built_in();
    let refused = |gazetteer: &mut Gazetteer, file: Vec<u8>| {
        gazetteer.add(file).expect_err("refused").to_string()
    };
    let good = import(&gazetteer, &b""[..])
        .expect("memory can be read")
        .file;
    assert!(refused(&mut gazetteer, b"not places".to_vec()).contains("no gazetteer"));
    let mut newer = good.clone();
    newer[8] = 99;
    assert!(refused(&mut gazetteer, newer).contains("layout 99"));
    let mut other = good.clone();
    other[12] ^= 1;
    assert!(refused(&mut gazetteer, other).contains("another edition"));
    assert!(refused(&mut gazetteer, good[..good.len() - 1].to_vec()).contains("cut off"));
    gazetteer.add(good).expect("an empty file is a file");
}
