//! Own sentences, read by the real language layer.

use super::{Surroundings, Toponym, Toponyms, TownBy, Use, resolve};
use dateline_data::Gazetteer;
use dateline_span::Span;
use dateline_text::Language;
use std::sync::LazyLock;

static LANGUAGE: LazyLock<Language> = LazyLock::new(|| {
    Language::load(include_bytes!("../../../../models/en_core_web_md.dateline"))
        .expect("the built-in model")
});
static GAZETTEER: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::built_in().expect("the built-in gazetteer"));

/// Each toponym as "words = country admin1".
fn read(text: &str, around: Surroundings<'_>) -> Vec<String> {
    let doc = LANGUAGE.read(text);
    let toponyms = Toponyms::find(&doc, &GAZETTEER, around);
    toponyms
        .list
        .iter()
        .map(|t| {
            let place = t.resolution.as_ref().map(|r| r.place);
            let country = place
                .and_then(|p| GAZETTEER.country(p))
                .map_or("", |c| c.iso2);
            let admin1 = place
                .and_then(|p| GAZETTEER.admin1(p))
                .map_or("", |p| p.name);
            format!("{} = {country} {admin1}", t.span.slice(text))
        })
        .collect()
}

#[test]
fn a_name_is_what_the_text_makes_it() {
    for (text, expected) in [
        ("He flew to Paris on Monday.", "Paris = FR Île-de-France"),
        ("A fire broke out in Paris, Texas.", "Paris = US Texas"),
        (
            "Fighters took the town of Mayadeen, in the eastern countryside of Deir Ezzor.",
            "Mayadeen = SY Deir ez-Zor",
        ),
        (
            "Tbilisi closed the border on Friday. Police in Georgia arrested two men in Kutaisi.",
            "Georgia = GE ",
        ),
        (
            "Deputies in Georgia searched a house in Macon on Friday, and a man from Savannah was held.",
            "Georgia = US Georgia",
        ),
    ] {
        let found = read(text, Surroundings::default());
        assert!(found.iter().any(|f| f == expected), "{text} {found:?}");
    }
}

#[test]
fn the_outlet_tells_which_town() {
    let text = "Two men were held in Cambridge after a fight on Saturday.";
    let at = |url| Surroundings {
        url: Some(url),
        ..Surroundings::default()
    };
    assert_eq!(
        read(text, at("https://news.example.co.uk/1")),
        ["Cambridge = GB England"]
    );
    let local = Surroundings {
        outlet: Some("Zanesville Courier"),
        ..Surroundings::default()
    };
    assert_eq!(read(text, local), ["Cambridge = US Ohio"]);
}

#[test]
fn an_address_tells_the_town_that_it_is_called_after() {
    let home = |url| {
        let doc = LANGUAGE.read("Two men were held after a fight on Saturday.");
        let around = Surroundings {
            url: Some(url),
            ..Surroundings::default()
        };
        let home = Toponyms::find(&doc, &GAZETTEER, around).home;
        home.map(|id| GAZETTEER.place(id).name)
    };
    for (url, town) in [
        (
            "https://www.mysanantonio.example/news/1.html",
            Some("San Antonio"),
        ),
        (
            "https://philadelphia.kxyz.example/2020/1/fight/",
            Some("Philadelphia"),
        ),
        ("https://example.com/chicago/2020/fight", Some("Chicago")),
        ("https://example.com/news/local/fight-in-chicago", None),
    ] {
        assert_eq!(home(url), town, "{url}");
    }
}

#[test]
fn a_listed_outlet_is_where_its_readers_are() {
    let text = "Divers were called to a pond in Calhoun on Friday night.";
    let home = |url, outlet| {
        let doc = LANGUAGE.read(text);
        let around = Surroundings {
            outlet,
            url: Some(url),
            ..Surroundings::default()
        };
        let found = Toponyms::find(&doc, &GAZETTEER, around);
        let name = |id| {
            let state = GAZETTEER.admin1(id).map_or("", |p| p.name);
            format!("{}, {state}", GAZETTEER.place(id).name)
        };
        let named = found.list[0].resolution.as_ref();
        (found.home.map(name), named.map(|r| name(r.place)))
    };
    let (of_outlet, named) = home("https://www.messenger-inquirer.com/news/local/1.html", None);
    assert_eq!(of_outlet.as_deref(), Some("Owensboro, Kentucky"));
    assert_eq!(named.as_deref(), Some("Calhoun, Kentucky"));
    // Its section is a town near, not the largest of the name.
    let (of_section, named) = home("http://www.northwestgeorgianews.com/rome/news/1.html", None);
    assert_eq!(of_section.as_deref(), Some("Rome, Georgia"));
    assert_eq!(named.as_deref(), Some("Calhoun, Georgia"));
    // A town of the readers' state, and no country.
    let doc = LANGUAGE.read("Police in Lebanon held two men after a fight on Saturday.");
    let of = |url| {
        let around = Surroundings {
            url: Some(url),
            ..Surroundings::default()
        };
        let found = Toponyms::find(&doc, &GAZETTEER, around);
        let place = found.list[0].resolution.as_ref().map(|r| r.place);
        place.and_then(|p| GAZETTEER.admin1(p)).map(|p| p.name)
    };
    assert_eq!(
        of("https://www.tennessean.com/story/1.html"),
        Some("Tennessee")
    );
    assert_eq!(of("https://www.example.com/story/1.html"), None);
    // Parts of longer names are no towns of their own.
    let unlisted = "https://www.example.com/1.html";
    let (of_name, _) = home(unlisted, Some("KXYZ 8 Baton Rouge News"));
    assert_eq!(of_name.as_deref(), Some("Baton Rouge, Louisiana"));
}

#[test]
fn each_listed_outlets_town_is_in_the_gazetteer() {
    for of in dateline_data::outlets::all() {
        let town = resolve::town_of_readers(&GAZETTEER, of);
        assert!(of.town.is_none() || town.is_some(), "{of:?}");
    }
}

#[test]
fn a_building_has_the_town_that_it_is_called_after() {
    let text = "Five men were shot at Kankakee Banquet Hall on Friday.";
    let found = read(text, Surroundings::default());
    assert!(
        found.contains(&"Kankakee = US Illinois".to_owned()),
        "{found:?}"
    );
}

#[test]
fn governments_are_actors_and_surnames_no_places() {
    let text = "Moscow said that it had no part in it. Paris Lincoln lives in Lincoln, Nebraska.";
    let doc = LANGUAGE.read(text);
    let toponyms = Toponyms::find(&doc, &GAZETTEER, Surroundings::default());
    let used: Vec<(&str, Use)> = toponyms
        .list
        .iter()
        .map(|t| (t.span.slice(text), t.used))
        .collect();
    assert_eq!(
        used,
        [
            ("Moscow", Use::Actor),
            ("Lincoln", Use::Place),
            ("Nebraska", Use::Place)
        ]
    );
}

#[test]
fn any_text_is_read() {
    for text in ["", ",", "In Á.", "IN THE U.S. — (AP)", "’s ’s", "Paris,"] {
        read(text, Surroundings::default());
    }
}

#[test]
fn a_stance_towards_a_government_is_no_place() {
    let found = read(
        "Police cleared a pro-Beijing camp and an anti-Moscow rally.",
        Surroundings::default(),
    );
    assert!(found.is_empty(), "{found:?}");
}

/// Each toponym with its town and how it belongs to it.
fn towns(text: &str, around: Surroundings<'_>) -> Vec<(String, String, TownBy)> {
    let doc = LANGUAGE.read(text);
    let toponyms = Toponyms::find(&doc, &GAZETTEER, around);
    let town = |t: &Toponym| {
        let town = t.town?;
        let name = GAZETTEER.place(town.place).name;
        Some((t.span.slice(text).to_owned(), name.to_owned(), town.by))
    };
    toponyms.list.iter().filter_map(town).collect()
}

#[test]
fn a_quarter_belongs_to_its_town() {
    for (text, name, town, by) in [
        (
            "A shop burned down in Englewood, Chicago, on Friday.",
            "Englewood",
            "Chicago",
            TownBy::Text,
        ),
        (
            "A shop burned down in the Germantown neighborhood, Philadelphia police said.",
            "Germantown",
            "Philadelphia",
            TownBy::Quarter,
        ),
        (
            "A shop burned down in Naperville. Naperville police held a man from Chicago.",
            "Naperville",
            "Naperville",
            TownBy::Itself,
        ),
        (
            "Trucks left Mosul, Erbil and Kirkuk on Friday.",
            "Mosul",
            "Mosul",
            TownBy::Itself,
        ),
    ] {
        let found = towns(text, Surroundings::default());
        let wanted = (name.to_owned(), town.to_owned(), by);
        assert!(found.contains(&wanted), "{text} {found:?}");
    }
}

#[test]
fn a_village_that_is_missing_is_no_namesake_abroad() {
    let text = "Two shells fell in Shagra, near El Fasher in Sudan.";
    let found = read(text, Surroundings::default());
    assert!(found.iter().any(|f| f == "Shagra =  "), "{found:?}");
}

#[test]
fn a_name_that_only_sounds_somewhat_like_a_town_is_on_no_map() {
    for (text, expected) in [
        ("Gunmen killed two in Garba on Friday.", "Garba =  "),
        ("Gunmen killed two in Qamishly.", "Qamishly = SY Al-Hasakah"),
    ] {
        assert_eq!(read(text, Surroundings::default()), [expected], "{text}");
    }
}

#[test]
fn headlines_name_people_by_their_town() {
    let found = |text| read(text, Surroundings::default());
    assert_eq!(
        found("Zanesville Man Held After Chase in Ohio"),
        ["Zanesville = US Ohio", "Ohio = US Ohio"]
    );
    let none = found("Young Woman Held After Fight on the West Side");
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn a_former_name_yields_to_the_town_that_bears_it() {
    let text = "A fire broke out in Salisbury on Friday.";
    let found = read(text, Surroundings::default());
    assert!(!found[0].contains("ZW"), "{found:?}");
    let text = "A fire broke out in Rangoon on Friday.";
    assert_eq!(read(text, Surroundings::default()), ["Rangoon = MM Yangon"]);
}

/// The words of all toponyms that name places.
fn places(text: &str) -> Vec<&str> {
    let doc = LANGUAGE.read(text);
    let toponyms = Toponyms::find(&doc, &GAZETTEER, Surroundings::default());
    let place = |t: &Toponym| (t.used == Use::Place).then(|| t.span.slice(text));
    toponyms.list.iter().filter_map(place).collect()
}

#[test]
fn towns_are_named_by_what_is_theirs() {
    for (text, town) in [
        ("Garland police held two men.", "Garland"),
        ("A Hutchinson teen was held on Sunday.", "Hutchinson"),
        (
            "Two men were shot inside a Bellflower restaurant.",
            "Bellflower",
        ),
        ("Broken Arrow teen held after chase", "Broken Arrow"),
        ("Zanesville shooting victims named", "Zanesville"),
        (
            "It happened at a bakery in Roundup on Friday night.",
            "Roundup",
        ),
        ("Two men were shot in Opa-locka on Friday.", "Opa-locka"),
        ("Downtown Zanesville shooting: man held", "Zanesville"),
        ("Austin (KXYZ) — Two men were held.", "Austin"),
        (
            "The fire broke out at a shop in Orange, officials said.",
            "Orange",
        ),
        (
            "Crews went to a mill on the west side of Hutchinson after a storm on Friday.",
            "Hutchinson",
        ),
        (
            "The fire broke out ten miles west of Cotton Plant, officials said.",
            "Cotton Plant",
        ),
        ("Samuel Orr, 49, of Barry, was held on Sunday.", "Barry"),
        (
            "Dale Sorrell of Lingle died two weeks after the fire.",
            "Lingle",
        ),
        ("A Lee’s Summit man was held on Sunday.", "Lee’s Summit"),
        ("FAR ROCKAWAY — Two men were held.", "FAR ROCKAWAY"),
        ("Alturas shooting victims identified", "Alturas"),
        (
            "It happened in the Horton Community on Sunday.",
            "Horton Community",
        ),
        (
            "Police said that it happened in the Prairie Point community.",
            "Prairie Point",
        ),
        (
            "He was held by East Baton Rouge Parish deputies.",
            "East Baton Rouge Parish",
        ),
        ("Auburn boy, 16, held after chase", "Auburn"),
        (
            "A long line of lorries came to Three Rivers with their lights on.",
            "Three Rivers",
        ),
        ("Man shot dead in Auburn; suspect escapes", "Auburn"),
        ("Teenager Shot In Duquesne", "Duquesne"),
        ("ZANESVILLE", "ZANESVILLE"),
    ] {
        assert_eq!(places(text), [town], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_town_is_none() {
    for text in [
        "She was taken to Kalem Memorial Hospital and died there.",
        "Two men were held after a chase on Pecan Ave.",
        "Four men were shot outside Bunny's Truck Stop.",
        "Metro police held two men in the SE quarter.",
        "But police said that the case was closed.",
        "Two children were shot in an August robbery.",
        "Tarina Kalem, 48, of the same street, was held.",
        "John Wilson was held on Friday. According to Wilson, it was a mistake.",
        "Shots were fired at Stanton and Bellingham streets.",
        "A man was found in the 500 block of San Fernando.",
        "Two men were shot on the East Side.",
        "House Party Ends In Fire",
        "University police chief Dan Orr held two men.",
        "She was driven to University Health on Friday.",
        "Dan “Red” Lincoln was held on Friday. A day before Lincoln’s arrest, he had fled.",
        "Police Look for Suspect in LES Fire",
        "The fire was near the Town and Country skating hall.",
    ] {
        assert!(places(text).is_empty(), "{text} {:?}", places(text));
    }
}

#[test]
fn a_small_namesake_abroad_is_left_out_of_an_article_about_one_country() {
    let text = "A shop burned down in Whitehaven. Police in Memphis, Tennessee, held two men.";
    let found = read(text, Surroundings::default());
    assert_eq!(found[0], "Whitehaven =  ", "{found:?}");
}

#[test]
fn quarters_belong_to_the_town_that_the_article_is_about() {
    for (text, name, town) in [
        (
            "A shop burned down in the Elm Grove neighborhood of Tarpon Springs.",
            "Tarpon Springs",
            "Tarpon Springs",
        ),
        (
            "A baker was shot in the Englewood neighborhood, Chicago police said. He died in Oak Lawn.",
            "Englewood",
            "Chicago",
        ),
        // Only a paper's name speaks of the large town.
        (
            "A man was shot in Compton. The Los Angeles Times reported it.",
            "Compton",
            "Compton",
        ),
        // A town of its own, though the large one has grown around it.
        (
            "A man was shot in Evanston. Police in Chicago held two men.",
            "Evanston",
            "Evanston",
        ),
        (
            "A man was shot in Yonkers. He had come from New York City.",
            "Yonkers",
            "Yonkers",
        ),
        // A quarter of which the article only names the namesake of another state.
        (
            "A shop burned down in Madisonville, Cincinnati police said.",
            "Madisonville",
            "Cincinnati",
        ),
        // The other side of the border of a state.
        (
            "A man was shot in Hoboken. He had come from New York City.",
            "Hoboken",
            "Hoboken",
        ),
    ] {
        let found = towns(text, Surroundings::default());
        let fits = |(n, t, _): &(String, String, TownBy)| n == name && t == town;
        assert!(found.iter().any(fits), "{text} {found:?}");
    }
}

#[test]
fn a_state_is_a_division_where_it_is_put_on_the_map() {
    let found = read(
        "Soldiers killed three men in Myanmar's northern Rakhine State on Friday.",
        Surroundings::default(),
    );
    assert_eq!(found, ["Myanmar = MM ", "Rakhine State = MM Rakhine"]);
}

/// The place of the first words, its town and UCDP's figure for how exact it is.
fn located(text: &str, words: &str) -> (String, Option<(String, TownBy)>, u8) {
    let doc = LANGUAGE.read(text);
    let toponyms = Toponyms::find(&doc, &GAZETTEER, Surroundings::default());
    let at = text.find(words).expect("words of the text");
    let span = dateline_span::Span::new(at, at + words.len());
    let located = toponyms
        .locate(&doc, &GAZETTEER, span, &[])
        .unwrap_or_else(|| panic!("“{words}” is not on the map: {text}"));
    let town = located.town.map(|(town, by)| (town.name, by));
    (located.place.name, town, located.where_prec)
}

#[test]
fn a_located_quarter_knows_its_town_and_a_town_is_its_own() {
    assert_eq!(
        located("A shop burned down in Englewood, Chicago.", "Englewood"),
        (
            "Englewood".to_owned(),
            Some(("Chicago".to_owned(), TownBy::Text)),
            1
        )
    );
    assert_eq!(
        located("A shop burned down in Zanesville.", "Zanesville"),
        ("Zanesville".to_owned(), None, 1)
    );
}

#[test]
fn the_word_for_what_a_place_is_makes_it_no_less_exact() {
    let text = "A shop burned down in the town of Zanesville, on the road to Columbus.";
    assert_eq!(located(text, "town of Zanesville").2, 1);
    assert_eq!(located(text, "road to Columbus").2, 2);
}

#[test]
fn a_quarter_on_no_map_stands_in_the_town_that_the_article_is_about() {
    let text =
        "A man was shot in the Tarnoktown neighborhood, Saint Paul police said in Minnesota.";
    let (place, town, where_prec) = located(text, "Tarnoktown neighborhood");
    assert_eq!((place.as_str(), town, where_prec), ("Saint Paul", None, 2));
}

#[test]
fn a_name_that_the_text_puts_in_a_region_is_never_outside_it() {
    for (text, words, place, where_prec) in [
        (
            "Shells hit a school in Novotroitske in the Donetsk region of Ukraine on Friday.",
            "Novotroitske",
            "Donetsk",
            4,
        ),
        (
            "Gunmen stormed a mine near Boyo in the Central African Republic.",
            "Boyo",
            "Central African Republic",
            6,
        ),
        (
            "Bandits raided the village of Tsauni in Maru district of Zamfara state, in Nigeria.",
            "Tsauni",
            "Maru",
            3,
        ),
        // What is told once holds for the whole article.
        (
            "Two died in Dianweli. Gunmen had attacked Dianweli, a village of the Mopti region in Mali.",
            "Dianweli",
            "Mopti",
            4,
        ),
        (
            "Gunmen killed a man in the hamlet of El Mango in Argelia, a municipality of Cauca in Colombia.",
            "El Mango",
            "Argelia",
            2,
        ),
        // Nothing but the article's country is told.
        (
            "Rebels raided the village of Ngoumbele. The army of Chad said that it would send troops from N'Djamena.",
            "Ngoumbele",
            "Chad",
            6,
        ),
    ] {
        let (name, _, prec) = located(text, words);
        assert_eq!((name.as_str(), prec), (place, where_prec), "{text}");
    }
}

#[test]
fn a_list_of_places_puts_none_in_another() {
    let found = read(
        "Trucks left Mosul, Erbil and Kirkuk for Damascus, Syria, on Friday.",
        Surroundings::default(),
    );
    assert_eq!(found[0], "Mosul = IQ Nineveh", "{found:?}");
}

#[test]
fn a_town_goes_before_the_region_that_is_called_after_it() {
    for (text, kind) in [
        ("A shell hit a bakery in Mykolaiv.", "settlement"),
        ("A shell hit a bakery in Mykolaiv region.", "admin1"),
        ("Troops pushed into southern Gaza.", "region"),
        ("Police held a man in New York state.", "admin1"),
    ] {
        let doc = LANGUAGE.read(text);
        let found = Toponyms::find(&doc, &GAZETTEER, Surroundings::default());
        let place = found.list[0].resolution.as_ref().expect("a place").place;
        assert_eq!(GAZETTEER.place(place).kind.name(), kind, "{text}");
    }
}

#[test]
fn a_states_mission_is_not_in_that_state() {
    for (text, words, place) in [
        (
            "A bomb went off outside the French embassy in Nairobi on Friday.",
            "French embassy",
            "Nairobi",
        ),
        (
            "A bomb went off outside the U.S. consulate in Kenya on Friday.",
            "U.S. consulate",
            "Kenya",
        ),
        (
            "A bomb went off in southern Kenya on Friday.",
            "southern Kenya",
            "Kenya",
        ),
    ] {
        let within = text.find("Nairobi").or(text.find("Kenya"));
        let doc = LANGUAGE.read(text);
        let toponyms = Toponyms::find(&doc, &GAZETTEER, Surroundings::default());
        let span = |words: &str, at: usize| Span::new(at, at + words.len());
        let at = text.find(words).expect("the words");
        let within = within.map(|at| span(place, at));
        let located = toponyms.locate(&doc, &GAZETTEER, span(words, at), within.as_slice());
        assert_eq!(located.expect("a place").place.name, place, "{text}");
    }
}

#[test]
fn a_quarter_with_a_far_namesake_stands_in_the_town_that_the_article_is_about() {
    for (text, words, place) in [
        (
            "A man was shot in the Austin neighborhood, Chicago police said.",
            "Austin neighborhood",
            "Chicago",
        ),
        (
            "A man was shot in West Pullman, Chicago police said.",
            "West Pullman",
            "Chicago",
        ),
        (
            "A man was shot in Austin, Chicago police said on Friday in Chicago.",
            "Austin",
            "Austin",
        ),
    ] {
        assert_eq!(located(text, words).0, place, "{text}");
    }
}

#[test]
fn a_county_and_a_town_in_it_speak_for_each_other() {
    for (text, expected) in [
        (
            "The Richland County Sheriff's Office held a man in Mansfield.",
            "Mansfield = US Ohio",
        ),
        (
            "Police held a man in Mansfield, England.",
            "Mansfield = GB England",
        ),
    ] {
        let found = read(text, Surroundings::default());
        assert!(found.iter().any(|f| f == expected), "{text} {found:?}");
    }
}

#[test]
fn a_street_without_a_town_is_in_the_only_one_that_the_article_names() {
    let text =
        "Shots were fired in the 900 block of Tarnok Drive. Police in Topeka, Kansas, held a man.";
    assert_eq!(located(text, "900 block of Tarnok Drive").0, "Topeka");
}
