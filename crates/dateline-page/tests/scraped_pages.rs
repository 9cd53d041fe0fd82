//! Synthetic scraped pages in the layouts that real sites leave, each with what must come out.
//!
//! The texts are our own. A page is written with a role before each line, so that the expectation
//! stands beside the words: the harness strips the roles, cuts the page, and compares line by line.
//!
//! `T` title, `C` caption, `B` byline, `D` date, `P` paragraph, `H` heading inside a story, `-` any
//! discard, `t` repeated title, `c` repeated caption, `f` furniture, `r` related, `p` promotion;
//! a line `=== ` opens the next article and leaves no line on the page.

use dateline_page::{Article, Articles, DiscardReason, Page, PartKind, articles};

/// What a line of a page must become, and in which article.
struct Expected {
    article: usize,
    role: char,
    text: String,
}

/// Splits an annotated page into the page itself and what must come of it.
fn annotated(source: &str) -> (String, Vec<Expected>) {
    let mut page = String::new();
    let mut expected = Vec::new();
    let mut article = 0;
    for line in source.lines() {
        let line = line.trim_start();
        if line == "===" {
            article += 1;
            continue;
        }
        let Some((role, text)) = line.split_once(' ') else {
            page.push('\n');
            continue;
        };
        page.push_str(text);
        page.push('\n');
        let role = role.chars().next().expect("a role before each line");
        expected.push(Expected {
            article,
            role,
            text: text.to_owned(),
        });
    }
    (page, expected)
}

/// The role that a line was given, and the article that took it.
fn outcome(found: &Articles, line: u32, text: &str) -> Option<(usize, char)> {
    for (index, article) in found.articles.iter().enumerate() {
        if let Some(discard) = article
            .discards
            .iter()
            .find(|discard| discard.line == Some(line))
        {
            return Some((index, discard_role(discard.reason)));
        }
        if !article
            .lines
            .is_some_and(|(first, last)| (first..=last).contains(&line))
        {
            continue;
        }
        let part = article
            .parts
            .iter()
            .find(|part| part.span.slice(&article.text) == text);
        if let Some(part) = part {
            return Some((index, part_role(part.kind)));
        }
    }
    let discard = found
        .discards
        .iter()
        .find(|discard| discard.line == Some(line))?;
    Some((0, discard_role(discard.reason)))
}

fn discard_role(reason: DiscardReason) -> char {
    match reason {
        DiscardReason::RepeatedTitle => 't',
        DiscardReason::RepeatedCaption => 'c',
        DiscardReason::RepeatedText => 'x',
        DiscardReason::PageFurniture => 'f',
        DiscardReason::Related => 'r',
        DiscardReason::Promotion => 'p',
    }
}

fn part_role(kind: PartKind) -> char {
    match kind {
        PartKind::Title => 'T',
        PartKind::Caption => 'C',
        PartKind::Byline => 'B',
        PartKind::Published => 'D',
        PartKind::Heading => 'H',
        PartKind::Paragraph => 'P',
    }
}

/// Cuts an annotated page and compares every line; returns the articles for further questions.
fn check(source: &str) -> Vec<Article> {
    let (text, expected) = annotated(source);
    let page = Page::from_bytes("page.txt", text.as_bytes());
    let found = articles(&page);
    let lines: Vec<&str> = text.lines().collect();
    let mut wrong = Vec::new();
    let mut line = 0;
    for want in &expected {
        while lines[line].is_empty() {
            line += 1;
        }
        line += 1;
        let got = outcome(&found, line as u32, &want.text);
        let fits = got.is_some_and(|(article, role)| {
            let role_fits = role == want.role || (want.role == '-' && role.is_ascii_lowercase());
            // Furniture between two articles may be either's.
            role_fits && (article == want.article || role.is_ascii_lowercase())
        });
        if !fits {
            wrong.push(format!(
                "line {line}: want {}{} got {got:?}: {}",
                want.article, want.role, want.text
            ));
        }
    }
    let articles_wanted = expected.last().map_or(0, |last| last.article + 1);
    if found.articles.len() != articles_wanted {
        wrong.push(format!(
            "want {articles_wanted} articles, got {}",
            found.articles.len()
        ));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    found.articles
}

#[test]
fn an_article_without_furniture_stays_whole() {
    let found = check(
        "T Fishing boats tow stranded ferry back to Kalem

         P A ferry with forty passengers on board was towed back to the port of Kalem on Monday after its engine failed, the harbour office said.

         P “We heard a bang, and then it went quiet,” said Rosa Demir, a passenger.

         P The office has ordered a survey of the engine. Ferries between Kalem and the outer islands were back on time by the evening.

         H What happened before

         P In March a ferry of the same line lost its rudder off Cape Sollan. Nobody was hurt.

         P “Twice in one year is too often,” Demir said.",
    );
    assert!(found[0].discards.is_empty());
}

#[test]
fn a_row_of_links_is_no_headline_and_an_hour_of_update_no_obstacle() {
    let found = check(
        "f Subscribe | Log in | العربية
         f HOME  KALEM  REGION  BUSINESS  OPINION
         T Fishing boats tow stranded ferry back to Kalem
         B By Rana Demir
         D Published: 4 November 2025 15:42 | Updated: 17:05

         P QUAY ROW, Kalem: A ferry with forty passengers on board was towed back to the port of Kalem on Monday after its engine failed, the harbour office said.

         P “We heard a bang, and then it went quiet,” said Rosa Demir, a passenger.

         P The office has ordered a survey of the engine. Ferries between Kalem and the outer islands were back on time by the evening.",
    );
    assert_eq!(found[0].published.as_deref(), Some("2025-11-04T15:42"));
    assert!(found[0].dateline.is_some());
}

#[test]
fn three_articles_without_furniture_come_apart() {
    check(
        "T Fishing boats tow stranded ferry back to Kalem

         P A ferry with forty passengers on board was towed back to the port of Kalem on Monday after its engine failed, the harbour office said.

         P Passengers spent the night in a school gym before they were flown to the outer islands, the ferry company said.

         P The harbour office has ordered a survey of the engine, which was last serviced in spring.
         ===

         T Teachers in Oslavia vote to strike over pay

         P Teachers across Oslavia voted on Tuesday for an open-ended strike after wage talks with the education ministry collapsed, their union said.

         P Four in five members backed the walkout, which will close secondary schools from next week, according to the union’s count.

         P The ministry called the vote regrettable and offered mediation by a retired judge.
         ===

         T Landslide blocks mountain road to Tirun valley

         P Mud and boulders buried two hundred metres of the only road into the Tirun valley overnight, cutting off three villages, the provincial governor said.

         P Army helicopters brought drinking water and medicine on Wednesday morning, and engineers expect to clear one lane by Friday.

         P Rain has fallen on the slopes for nine days, the weather service said.",
    );
}

#[test]
fn subheadings_do_not_split() {
    check(
        "T Teachers in Oslavia vote to strike over pay

         P Teachers across Oslavia voted on Tuesday for an open-ended strike after wage talks with the education ministry collapsed, their union said.

         H Why teachers are angry

         P The union says that teachers’ wages in Oslavia have fallen behind prices for six years, and that the ministry has broken its promise to hire more teachers.

         H What the ministry offers

         P The ministry has offered teachers four per cent and mediation by a retired judge, whom the union rejected before the vote.

         H What comes next

         P Secondary schools will close from next week unless the union and the ministry return to talks, and parents were told to keep pupils at home.",
    );
}

#[test]
fn bylines_dates_datelines_and_credits_are_read() {
    let found = check(
        "f World
         T Landslide blocks mountain road to Tirun valley
         B By Amina Odhiambo and Piotr Zalewski
         D Published 12 March 2025 10:22 GMT
         D Updated 13 March 2025
         f Share
         f Save
         C Soldiers carry water to a village in the Tirun valley. (Reuters)

         P TIRUN, March 12 (Reuters) - Mud and boulders buried two hundred metres of the only road into the Tirun valley overnight, the provincial governor said.

         P Army helicopters brought drinking water and medicine on Wednesday morning.",
    );
    let article = &found[0];
    assert_eq!(
        article.byline.as_deref(),
        Some("Amina Odhiambo and Piotr Zalewski")
    );
    assert_eq!(article.published.as_deref(), Some("2025-03-12T10:22Z"));
    let dateline = article.dateline.expect("a dateline");
    assert_eq!(dateline.place.slice(&article.text), "TIRUN");
    assert_eq!(
        dateline.agency.expect("an agency").slice(&article.text),
        "Reuters"
    );
    let credit = article.captions[0].credit.expect("a credit");
    assert_eq!(credit.slice(&article.text), "Reuters");
}

#[test]
fn a_dateline_without_a_year_dates_nothing() {
    let found = check(
        "T Landslide blocks mountain road to Tirun valley

         P TIRUN, March 12 (Reuters) - Mud and boulders buried the only road into the Tirun valley overnight, the governor said.",
    );
    assert_eq!(found[0].published, None);
}

#[test]
fn related_lists_and_links_go() {
    check(
        "T Teachers in Oslavia vote to strike over pay

         P Teachers across Oslavia voted on Tuesday for an open-ended strike after wage talks with the education ministry collapsed, their union said.

         r Read also: Rail workers reject arbitration

         P Four in five members backed the walkout, which will close secondary schools from next week, according to the union’s count.

         r Related articles

         r Oslavia’s budget passes by one vote
         r Five things to know about the wage talks
         r Parents plan protest march

         P The ministry called the vote regrettable and offered mediation by a retired judge.

         r More on this story
         r How teachers are paid in six countries
         r The school that stayed open",
    );
}

#[test]
fn adverts_and_calls_to_subscribe_inside_the_story_go() {
    check(
        "T Landslide blocks mountain road to Tirun valley

         P Mud and boulders buried two hundred metres of the only road into the Tirun valley overnight, cutting off three villages, the provincial governor said.

         f Advertisement

         P Army helicopters brought drinking water and medicine on Wednesday morning, and engineers expect to clear one lane by Friday.

         p Sign up for our daily newsletter and get the most important stories in your inbox every morning.

         f Story continues below advertisement

         P Rain has fallen on the slopes for nine days, the weather service said.

         f Published in the Tirun Courier, October 9th, 2025
         p Follow us on Telegram and WhatsApp for the latest updates.
         f © 2025 The Tirun Courier. All rights reserved.",
    );
}

#[test]
fn a_headline_with_a_label_and_a_caption_with_an_offer_are_said_again() {
    check(
        "T JUST IN: Landslide blocks mountain road to Tirun valley
         C Soldiers carry water to a village in the Tirun valley. REUTERS/Omar Nasser
         c Soldiers carry water to a village in the Tirun valley. REUTERS/Omar Nasser Purchase Licensing Rights

         t Landslide blocks mountain road to Tirun valley

         P Mud and boulders buried two hundred metres of the only road into the Tirun valley overnight, cutting off three villages, the provincial governor said.

         P Army helicopters brought drinking water and medicine on Wednesday morning, and engineers expect to clear one lane by Friday.

         f Our Standards: The Thomson Reuters Trust Principles.",
    );
}

#[test]
fn captions_repeated_far_apart_are_kept_once() {
    check(
        "T Landslide blocks mountain road to Tirun valley
         C Soldiers carry water to a village in the Tirun valley (Omar Nasser/AFP)

         P Mud and boulders buried two hundred metres of the only road into the Tirun valley overnight, cutting off three villages, the provincial governor said.

         P Army helicopters brought drinking water and medicine on Wednesday morning, and engineers expect to clear one lane by Friday.

         c Soldiers carry water to a village in the Tirun valley (Omar Nasser/AFP)

         P Rain has fallen on the slopes for nine days, the weather service said.

         c Soldiers carry water to a village in the Tirun valley (Omar Nasser/AFP)",
    );
}

#[test]
fn a_sentence_that_equals_the_title_is_the_storys_own() {
    check(
        "T The road is open

         P Engineers cleared the last boulders from the Tirun road on Friday morning after two weeks of work, and the first buses left at noon.

         P For the villagers the message came by radio, in four words:

         P The road is open.

         P “I cried,” said Lena Vask, who runs the shop in Upper Tirun.",
    );
}

#[test]
fn windows_line_ends_change_nothing() {
    let source = "Teachers in Oslavia vote to strike\r\n\r\nShare\r\n\r\nTeachers across Oslavia voted on Tuesday for a strike, their union said.\r\n\r\nThe ministry called the vote regrettable.\r\n";
    let found = articles(&Page::from_bytes("page.txt", source.as_bytes()));
    let article = &found.articles[0];
    assert_eq!(
        article.title_text(),
        Some("Teachers in Oslavia vote to strike")
    );
    assert_eq!(article.body().count(), 2);
    assert_eq!(article.discards.len(), 1);
    assert!(!article.text.contains('\r'));
}

#[test]
fn pages_without_blank_lines_come_apart_at_their_heads() {
    check(
        "T Teachers in Oslavia vote to strike over pay
         D March 11, 2025
         B By Amina Odhiambo
         P Teachers across Oslavia voted on Tuesday for an open-ended strike after wage talks with the education ministry collapsed, their union said.
         P Four in five members backed the walkout, which will close secondary schools from next week, according to the union’s count.
         f Share
         f Tweet
         f 0 Comments
         ===
         T Landslide blocks mountain road to Tirun valley
         D March 12, 2025
         B By Piotr Zalewski
         P Mud and boulders buried two hundred metres of the only road into the Tirun valley overnight, cutting off three villages, the provincial governor said.
         P Army helicopters brought drinking water and medicine on Wednesday morning, and engineers expect to clear one lane by Friday.",
    );
}

#[test]
fn navigation_breadcrumbs_and_counters_above_the_title_go() {
    check(
        "f Skip to content
         f Home > World > Asia
         f Menu
         f Search
         f LIVE

         T Landslide blocks mountain road to Tirun valley

         f 3 min read
         f 1.2K Shares
         f Facebook
         f Twitter
         f WhatsApp
         f Save for later
         f 14 comments
         f TT
         f 20

         P Mud and boulders buried two hundred metres of the only road into the Tirun valley overnight, cutting off three villages, the provincial governor said.

         P Army helicopters brought drinking water and medicine on Wednesday morning, and engineers expect to clear one lane by Friday.

         f Tags: Tirun, landslides, weather
         f We use cookies to improve your experience. By continuing you accept our cookie policy.",
    );
}

#[test]
fn a_live_blog_is_one_article() {
    check(
        "T Landslide in the Tirun valley: live updates

         D 14:10 GMT

         P Helicopters reach Upper Tirun

         P Two army helicopters have landed in Upper Tirun with drinking water, the governor’s spokeswoman says.

         D 13:25 GMT

         H Minister cancels trip

         P Transport Minister Juho Laine has called off a visit to the capital of Norland and will travel to the valley tonight.

         D 12:50 GMT

         H First pictures from the road

         P Pictures taken by villagers show boulders as big as cars on the road below the Sollan bridge.",
    );
}

#[test]
fn a_list_of_headlines_is_kept_as_lines() {
    let page = Page::from_bytes(
        "front.txt",
        "Teachers in Oslavia vote to strike over pay\nLandslide blocks road to Tirun valley\nFerry towed back to Kalem after engine failure\nParliament passes budget by one vote\n".as_bytes(),
    );
    let found = articles(&page);
    assert_eq!(found.articles.len(), 1);
    assert_eq!(found.articles[0].title, None);
    assert_eq!(found.articles[0].parts.len(), 4);
}

#[test]
fn the_sites_name_behind_the_title_becomes_the_outlet() {
    let found = check(
        "t Teachers in Oslavia vote to strike over pay | Oslavia Herald
         T Teachers in Oslavia vote to strike over pay

         P Teachers across Oslavia voted on Tuesday for an open-ended strike after wage talks with the education ministry collapsed, their union said.",
    );
    assert_eq!(found[0].outlet.as_deref(), Some("Oslavia Herald"));
}

#[test]
fn lists_and_short_answers_in_the_story_stay() {
    check(
        "T What the Oslavia teachers’ union demands

         P The union published its demands on Tuesday:

         P - Seven per cent more pay
         P - Smaller classes
         P - An end to unpaid hours

         P Asked whether the union would settle for less, its leader Mara Koss gave a short answer.

         P “No.”

         P Talks resume in Kalem on Thursday (subject to the ministry’s approval).",
    );
}

#[test]
fn fragments_of_many_sites_are_told_from_prose() {
    check(
        "f Breaking News
         T Army shells positions near Sollan as truce frays
         f Listen to this article
         f Text size
         f A-
         f A+
         C A soldier stands guard at a checkpoint outside Sollan on Sunday [Lena Park/Reuters]
         c A soldier stands guard at a checkpoint outside Sollan on Sunday [Lena Park/Reuters]
         B By Al Jazeera and News Agencies
         D Published On 9 Mar 2025

         P Government forces shelled rebel positions north of Sollan for a second night, residents and a monitoring group said.

         P “Nobody slept,” said a baker who gave only his first name, Idris.

         r Keep reading
         f list of 3 items
         r Truce talks stall over prisoner lists
         r Who controls the Sollan bridge?
         r Displaced families return to ruins
         f end of list

         P The rebels denied that they had fired first. A spokesman for the army did not answer calls.

         B Source: Al Jazeera",
    );
}

#[test]
fn two_articles_with_repeated_heads_come_apart() {
    let found = check(
        "T Army shells positions near Sollan as truce frays

         C A soldier stands guard at a checkpoint outside Sollan. (The Kalem Post)
         c A soldier stands guard at a checkpoint outside Sollan. (The Kalem Post)
         f Aa
         f 16
         t Army shells positions near Sollan as truce frays

         c A soldier stands guard at a checkpoint outside Sollan. (The Kalem Post)

         P Government forces shelled rebel positions north of Sollan for a second night, residents and a monitoring group said.

         P The rebels denied that they had fired first.
         ===

         T Sollan hospital runs out of fuel

         C Nurses carry a patient to an ambulance in Sollan. (AFP)
         c Nurses carry a patient to an ambulance in Sollan. (AFP)
         f Aa
         f 16
         t Sollan hospital runs out of fuel

         c Nurses carry a patient to an ambulance in Sollan. (AFP)

         P The main hospital in Sollan shut its operating theatres on Monday because its generators had no fuel, its director said.

         P Twelve patients were driven to Kalem.",
    );
    assert_eq!(found[1].captions.len(), 1);
}

#[test]
fn a_standfirst_stands_between_headline_and_byline() {
    let found = check(
        "f MIDDLE-EAST
         T Army shells positions near Sollan as truce frays
         P Residents fled towards the river as shelling resumed on the third day of a truce brokered by Norland.

         D Issued on: 13/03/2025 - 10:22
         D Modified: 13/03/2025 - 11:40

         f 3 min
         C A soldier stands guard at a checkpoint outside Sollan on March 9, 2025. © Omar Nasser, AFP
         B By: NEWS 25
         f Follow

         f Advertising
         P Government forces shelled rebel positions north of Sollan for a second night, residents and a monitoring group said.
         P “Nobody slept,” said a baker who gave only his first name, Idris.
         r Read more
         r Truce talks stall over prisoner lists
         P The rebels denied that they had fired first. A spokesman for the army did not answer calls.
         B (NEWS 25 with AFP)
         f Page not found
         f The content you requested does not exist or is not available anymore.",
    );
    let article = &found[0];
    assert_eq!(article.published.as_deref(), Some("2025-03-13T10:22"));
    let credit = article.captions[0].credit.expect("a credit");
    assert_eq!(credit.slice(&article.text), "Omar Nasser, AFP");
}

#[test]
fn a_bare_name_beside_the_date_is_the_byline() {
    let found = check(
        "T Teachers in Oslavia vote to strike over pay
         B Amina Odhiambo
         D Tue 11 Mar 2025 14.03 GMT
         D Last modified on Wed 12 Mar 2025 09.11 GMT
         f Share

         C Teachers marching through Port Oslavia last month. Photograph: Lena Park/The Courier

         P Teachers across Oslavia voted on Tuesday for an open-ended strike after wage talks with the education ministry collapsed, their union said.
         P Four in five members backed the walkout, which will close secondary schools from next week, according to the union's count.
         p Sign up for First Light: our free newsletter
         P The ministry called the vote regrettable and offered mediation by a retired judge.
         r Explore more on these topics
         - Education
         - Oslavia
         f Reuse this content
         r Most viewed",
    );
    assert_eq!(found[0].byline.as_deref(), Some("Amina Odhiambo"));
    assert_eq!(found[0].published.as_deref(), Some("2025-03-11T14:03Z"));
}

#[test]
fn headlines_in_capitals_and_players_above_them() {
    let found = check(
        "f 0:00 / 3:21
         f 1x
         f Powered by Speaking Pages
         f Click to share with Norland (Opens in new window)
         f Print
         T LANDSLIDE BLOCKS MOUNTAIN ROAD TO TIRUN VALLEY
         P TIRUN (Norland News Agency) — Mud and boulders buried two hundred metres of the only road into the Tirun valley overnight, cutting off three villages, the provincial governor said.
         P Army helicopters brought drinking water and medicine on Wednesday morning, and engineers expect to clear one lane by Friday.
         f Like this:
         f Like Loading...
         r Related
         ===
         T UN ENVOY MEETS REBEL LEADERS IN KALEM
         P KALEM (Norland News Agency) — The United Nations envoy for the conflict, Clara Voss, met leaders of two rebel groups on Tuesday in Kalem, her office said.
         P The rebels asked for guarantees before any withdrawal from Sollan, a spokesman for one group said.",
    );
    let agency = found[1]
        .dateline
        .and_then(|dateline| dateline.agency)
        .expect("an agency");
    assert_eq!(agency.slice(&found[1].text), "Norland News Agency");
}

#[test]
fn a_crowded_page_without_blank_lines() {
    check(
        "f Home
         f /
         f World
         f FERRY SINKS
         T Ferry sinks off Kalem, 12 missing
         P Twelve people are missing after the ferry Aurora went down in a storm
         B Author: Staff Reporter
         D Published: 12/03/2025
         P A ferry with forty passengers on board sank off the port of Kalem on Monday after its engine failed in a storm, the harbour office said.
         P The coastguard rescued 28 people. Three of them are in critical condition.
         H 12 missing
         H 28 rescued
         P The captain is being questioned.
         P What we know so far:
         P • The ferry left at dawn.
         P • The engine failed at about 9 am.
         t Ferry sinks off Kalem, 12 missing
         f Tags
         f ferry
         f Kalem
         ===
         T Sollan bridge reopens after nine years
         B Author: Staff Reporter
         D Published: 13/03/2025
         P The bridge over the Sollan river was reopened on Thursday, nine years after a bomb destroyed its middle span, the transport ministry said.
         P Hundreds of people walked across it within the first hour.",
    );
}

#[test]
fn alternative_texts_without_the_credit_are_the_caption_again() {
    check(
        "T Sollan hospital runs out of fuel

         c Nurses carry a patient to an ambulance in Sollan on Monday
         C Nurses carry a patient to an ambulance in Sollan on Monday (AFP)
         P The main hospital in Sollan shut its operating theatres on Monday because its generators had no fuel, its director said.

         P Twelve patients were driven to Kalem.",
    );
}

#[test]
fn a_players_list_and_a_sites_forms_are_no_news() {
    check(
        "T Man shot dead in Kalem; suspect escapes

         r 0:27 Brother of drowned Sollan pilot talks about verdict Pause

         r 1:58 Remains found at building site

         r 2:07 'Nobody heard us,' says widow of ferry captain

         P A man was shot dead in Kalem on Thursday, police said. The suspect fled into the woods, and officers searched the area for hours.

         P 9:40 a.m.: Two schools were locked down while police looked for the gunman.

         H 14:05 Police lift the order to stay at home

         P A spokeswoman said on Friday that the search goes on.

         f Your notification has been saved.

         f Your notification did not go through.

         f A verification email is on its way. Follow the link in it.

         f Hide Transcript Show Transcript

         f This slideshow requires JavaScript.

         f Copyright 2025 The Norland Agency. All rights reserved. No part of it may be copied without leave.

         f (© 2025 KALM)",
    );
}

#[test]
fn what_is_seen_above_the_story_is_a_caption_also_without_a_credit() {
    check(
        "T Landslide blocks mountain road to Tirun valley

         D Wednesday, October 8, 2025
         f A- A A+
         f 1 of 4 |
         C The road to Tirun on the morning of the slide
         f Kindly share this story:

         P Mud and boulders buried two hundred metres of the only road into the Tirun valley overnight, cutting off three villages, the provincial governor said.

         P Army helicopters brought drinking water and medicine on Wednesday morning, and engineers expect to clear one lane by Friday.

         f Your Thoughts …",
    );
}

#[test]
fn a_headline_with_its_day_alone_below_opens_an_article() {
    let found = check(
        "T Ferry owners ask Oslavia for time after Kalem collision
         D 1998-08-26
         P KALEM, Oslavia (AP) _ Two ferries of the Kalem line collided on Monday in the harbour of Kalem, and the owners asked Oslavia for time to mend them.
         P The harbour office of Kalem said that none of the passengers of the ferries were hurt (rd/km)
         ===

         T Kalem ferry captain questioned on the Oslavia collision
         D March 22, 1998
         f Text only
         P KALEM, Oslavia (AP)_ Police in Kalem questioned the captain of one of the ferries that collided on Monday in the harbour, the harbour office said.
         P The owners of the ferries asked Oslavia for time, and the captain said that his ferry had been in order.
         ===

         T Oslavia closes harbour of Kalem after collision of ferries
         D 03/08/1998
         f Print this page
         P Oslavia closed the harbour of Kalem to the ferries that collided on Monday, and police questioned the captain of one.
         P The owners asked for time to mend the ferries, the harbour office of Kalem said.",
    );
    assert_eq!(found[0].published.as_deref(), Some("1998-08-26"));
    assert_eq!(found[1].published.as_deref(), Some("1998-03-22"));
    assert!(found[1].dateline.is_some());
}

#[test]
fn the_labels_of_a_database_are_no_words_of_the_article() {
    check(
        "T Oslavia asks for time in talks on ferries;
         P Kalem and the owners find no common ground in a day of talks.
         f ABSTRACT.
         P The owners of the ferries and the mayor of Kalem met on Monday, after days of talks between the two sides.
         f FULL TEXT.
         P The picture of a ferry on its side went round the country last month, and the owners have been silent since.
         P Mayor Rosa Demir said at a news conference that the owners had asked for time and that the town would wait.
         ===

         T Mayor of Kalem scolds owners of ferries at news conference.
         f ABSTRACT.
         P The mayor said that the ferries would soon sail again and praised the owners for their patience.
         f FULL TEXT.
         P With a smile and a stack of papers, Mayor Rosa Demir held forth on the ferries for three hours on Thursday.
         P She drew applause from the owners when she said that the town would pay for the harbour.",
    );
}

#[test]
fn blank_lines_that_part_articles_alone_open_one_also_without_a_headline() {
    check(
        "T Oslavia ready to send divers to Kalem
         D 03/08/1998
         P KALEM, Oslavia (AP)_ Some 300 divers offered on Sunday to search the harbour of Kalem for the sunken ferry.
         P The mayor thanked the divers, but asked them to wait until the harbour office had mapped the wreck.
         P The owners of the ferry have said nothing since the collision.
         ===

         T Danu strike ends in a brawl
         P A brawl broke out in Danu following a strike at the brewery that closed a week ago
         P Brewers and drivers have fought in the yard of the brewery on the third day of the strike.
         P The brawl late on Saturday came after a speech of the brewery's director.
         P The owners of two shops beside the yard have boarded up their windows.
         ===

         P A landslide at a quarry buried a foreman and two trucks, and nobody knows why the slope gave way, officials said.
         P The landslide came down on Friday afternoon, about 30 miles south of Ruvia.
         P The foreman, 51, was a veteran of the quarry and had been there for 28 years.",
    );
}

#[test]
fn blank_lines_between_the_sections_of_an_article_open_none() {
    check(
        "T Oslavia ready to send divers to Kalem
         P Some 300 divers offered on Sunday to search the harbour of Kalem for the sunken ferry.
         P The mayor thanked the divers, but asked them to wait until the harbour office had mapped the wreck.
         P The owners of the ferry have said nothing since the collision.

         P The divers of Oslavia had waited in the harbour of Kalem since the ferry collided with a barge.
         P The harbour office mapped the wreck on Sunday, and the mayor asked the owners of the ferry for help.
         P The divers said that the search would take a week.",
    );
}

#[test]
fn a_headline_with_a_full_stop_stands_above_standfirsts_or_a_dateline() {
    check(
        "T Ferry fire off Kalem kills nine.
         P Captain held in Oslavia.
         P Harbour closed for a day.
         P A ferry of the Kalem line burned out on Monday night off the coast of Oslavia, and nine passengers died before tugs from Kalem reached it, the harbour office said.
         P The captain was questioned by harbour police until the morning and told them that the fire began below deck.
         P Tugs brought forty passengers ashore.

         ===

         T Teachers stop work over pay.
         P BRENSK, Norland, March 3 (DNS) — Teachers in the mountain district of Brensk stayed away from their schools on Wednesday after the council had cut their pay for the third year.
         P Parents brought soup to the pickets and said that the council had money enough for a new hall.",
    );
    check(
        "T Ferry owners ask for time
         P The owners of the Kalem ferries asked the harbour office for time on Monday, since the yards of Oslavia have no dock free before the summer.

         P The harbour office was silent.
         P The captain of one of the ferries, whose wife keeps the office's books, said on Tuesday that the owners would sail all the same once the ice had gone.",
    );
}

#[test]
fn where_blank_lines_part_articles_alone_a_headline_may_end_with_a_full_stop() {
    check(
        "T Ferry owners ask for time
         P The owners of the Kalem ferries asked the harbour office for time on Monday, since the yards of Oslavia have no dock free before the summer.
         P The harbour office was silent until the evening.
         P The captain of one of the ferries said on Tuesday that the owners would sail all the same once the ice had gone from the sound.
         P Nobody in Kalem expects that before April.

         ===

         T Teachers stop work over pay in Brensk.
         P Teachers in the mountain district of Brensk stayed away from their schools on Wednesday after the council had cut their pay for the third year, the union said in a note.
         P Parents brought soup to the pickets and spoke up for the teachers.
         P The mayor of Brensk, who comes from Kalem, said that the council had money enough for a new hall but none for the schools of the upper valley.
         P The union has called a meeting for Friday.",
    );
}
