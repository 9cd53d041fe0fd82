//! Trees of sentences, mended: which word asks for which mend.

use super::Tree;

impl Tree<'_> {
    pub(super) fn mend_sentences(&mut self) {
        self.join_names();
        for i in 0..self.tokens.len() {
            self.join_at_hyphen(i);
        }
        for i in 0..self.tokens.len() {
            self.join_rank_to_name(i);
            self.hang_blaze_on_verb(i);
            self.give_others_their_fate(i);
            self.count_the_dead(i);
            self.go_on_with_reported_toll(i);
            self.read_own_dead_as_people(i);
            self.hang_whom_on_people(i);
            self.set_judgement_aside(i);
            match self.tag(i) {
                "VBG" => {
                    self.hang_reflexive_on_its_doer(i);
                    self.read_gerund_as_crime(i);
                    self.give_back_behind_voice(i);
                    self.part_gerund_from_the_accused(i);
                    self.read_first_of_gerunds(i);
                    self.read_modifier_as_denied(i);
                    self.read_compound_as_gerund(i);
                    self.hang_ground_on_verb(i);
                    self.read_middle_of_gerunds(i);
                    self.read_described_as_next_deed(i);
                    self.join_gerunds(i);
                    self.join_gerund_with_charge(i);
                    self.read_opening_as_happening(i);
                    self.read_described_as_joined(i);
                    self.part_clause_from_thing(i);
                    self.describe_the_document(i);
                    self.describe_who_serves(i);
                    self.give_citing_speaker_its_verb(i);
                    self.hang_result_behind_hour(i);
                    self.hang_result_on_attack(i);
                    self.describe_the_doer(i);
                    self.describe_the_found(i);
                    self.give_clause_to_who_cites(i);
                    self.read_modifier_as_charge(i);
                    self.hang_charge_on_verb(i);
                    self.hang_result_on_charge(i);
                    self.hang_result_on_deed(i);
                    self.hang_result_on_foiling(i);
                    self.hang_result_on_accident(i);
                    self.read_participle_as_modifier(i);
                    self.read_gerund_as_noun(i);
                }
                "VBN" => {
                    self.read_to_death_as_finite(i);
                    self.give_time_clause_its_main(i);
                    self.describe_one_of_nation(i);
                    self.count_the_described(i);
                    self.read_described_name_as_object(i);
                    self.give_backing_to_body(i);
                    self.read_baton_charge(i);
                    self.read_joined_with_deed_as_finite(i);
                    self.give_list_its_verb(i);
                    self.count_the_left(i);
                    self.set_concession_beside_denial(i);
                    self.set_concession_beside_sentence(i);
                    self.read_described_as_shared_deed(i);
                    self.describe_the_judged(i);
                    self.give_order_its_clause(i);
                    self.read_aim_as_finite(i);
                    self.read_behind_aside_as_finite(i);
                    self.give_inverted_its_sufferer(i);
                    self.read_as_perfect(i);
                    self.read_described_as_next_deed(i);
                    self.join_with_first_of_row(i);
                    self.take_subject_before_insert(i);
                    self.take_subject_from_preposition(i);
                    self.part_gapped_from_agent(i);
                    self.describe_the_shot_dead(i);
                    self.part_voice_from_noun(i);
                    self.set_answer_aside(i);
                    self.read_described_as_joined(i);
                    self.describe_who_is_told_of(i);
                    self.take_subject_from_list(i);
                    self.read_joined_as_passive(i);
                    self.read_described_as_next_of_list(i);
                    self.give_whole_sentence_its_verb(i);
                    self.describe_the_accused(i);
                    self.hang_charge_on_who_serves(i);
                    self.part_accused_from_place(i);
                    self.tell_clause_behind_hearer(i);
                    self.hang_claim_on_cue(i);
                    self.join_with_agreeing_subject(i);
                    self.go_on_with_singular_clause(i);
                    self.read_relative_as_finite(i);
                    self.describe_by_nation(i);
                    self.give_happening_its_result(i);
                    self.describe_the_sufferer(i);
                    self.read_supposed_as_description(i);
                    self.hang_charge_on_verb(i);
                    self.read_joined_to_past_as_finite(i);
                    self.read_last_participle_as_finite(i);
                    self.read_as_finite(i);
                    self.read_behind_apposition_as_finite(i);
                    self.read_state_as_people(i);
                    self.describe_the_held_place(i);
                    self.describe_the_counted(i);
                    self.describe_those(i);
                    self.read_as_done_to(i);
                    self.give_list_its_objects(i);
                    self.go_on_behind_list(i);
                    self.read_as_one_of_list(i);
                }
                "RB" => {
                    self.hang_never_on_verb(i);
                    self.hang_together_on_verb(i);
                }
                "MD" => self.go_on_with_told_modal(i),
                "WP" => {
                    self.read_said_to_be_as_object(i);
                    self.part_whom_from_doer(i);
                    self.hang_who_on_whole(i);
                    self.hang_who_on_spokesman(i);
                }
                "VBD" => {
                    self.give_label_its_speaker(i);
                    self.read_described_name_as_object(i);
                    self.join_denial_with_voice(i);
                    self.read_measure_as_object(i);
                    self.hang_over_on_number(i);
                    self.give_back_behind_voice(i);
                    self.go_on_with_nearest_deed(i);
                    self.give_happening_its_result(i);
                    self.read_compound_as_doer(i);
                    self.give_list_its_verb(i);
                    self.describe_the_set_off(i);
                    self.count_the_left(i);
                    self.set_concession_beside_denial(i);
                    self.set_concession_beside_sentence(i);
                    self.read_aimed_at_as_passive(i);
                    self.describe_the_judged(i);
                    self.part_disguise_from_deed(i);
                    self.tell_clause_behind_hearer(i);
                    self.read_described_as_next_deed(i);
                    self.join_with_first_of_row(i);
                    self.take_subject_before_insert(i);
                    self.take_subject_from_preposition(i);
                    self.take_subject_before_voice(i);
                    self.part_gapped_from_agent(i);
                    self.describe_the_shot_dead(i);
                    self.part_voice_from_noun(i);
                    self.part_rival_voice(i);
                    self.read_held_as_description(i);
                    self.read_accused_as_title(i);
                    self.join_next_told(i);
                    self.give_told_its_named_speaker(i);
                    self.join_within_quotation(i);
                    self.read_description_as_participle(i);
                    self.set_answer_aside(i);
                    self.hang_toll_on_attack(i);
                    self.give_told_clause_its_relative(i);
                    self.describe_who_is_told_of(i);
                    self.join_finite_with_verb(i);
                    self.read_joined_to_passive(i);
                    self.give_joined_verb_its_doer(i);
                    self.part_next_doer_from_thing(i);
                    self.describe_the_sufferer(i);
                    self.read_supposed_as_description(i);
                    self.part_voice_behind_but(i);
                    self.part_answer_behind_but(i);
                    self.part_verb_from_quotation(i);
                    self.part_voice_from_the_speechless(i);
                    self.give_the_dead_their_verb(i);
                    self.read_as_done_to(i);
                    self.give_list_its_objects(i);
                    self.go_on_behind_list(i);
                    self.read_as_verb_of_its_subject(i);
                    self.join_with_finite_verb(i);
                    self.part_voice_from_share(i);
                    self.take_voice_from_list(i);
                    self.read_voice_as_relative(i);
                    self.give_back_subject(i);
                    self.set_voice_aside(i);
                    self.read_closing_relative_as_voice(i);
                    self.give_closing_cue_its_described_speaker(i);
                    self.give_closing_cue_its_subject(i);
                    self.give_back_object_before_voice(i);
                    self.set_closing_voice_aside(i);
                    self.hang_clause_behind_voice(i);
                    self.part_time_from_told(i);
                    self.give_time_clause_its_main(i);
                    self.take_subject_from_opening(i);
                    self.give_verb_behind_aside_its_doer(i);
                    self.give_clause_its_noun(i);
                    self.give_whole_sentence_its_verb(i);
                    self.give_cue_its_named_speaker(i);
                    self.give_reported_clause_its_time(i);
                }
                "WRB" => {
                    self.hang_where_on_place(i);
                    self.hang_when_on_verb(i);
                }
                "WDT" => {
                    self.describe_the_body(i);
                    self.hang_clause_on_last_noun(i);
                    self.give_share_its_told_verb(i);
                }
                "VBZ" => {
                    self.part_voice_from_the_speechless(i);
                    self.join_with_first_of_row(i);
                    self.part_rival_voice(i);
                    self.set_answer_aside(i);
                    self.take_subject_from_opening(i);
                    self.give_clause_its_noun(i);
                    self.read_subject_as_noun(i);
                    self.read_capitals_as_name(i);
                }
                "NNPS" => self.read_opening_as_common(i),
                "NNS" => {
                    self.read_as_label(i);
                    self.set_share_aside(i);
                    self.set_persona_apart(i);
                    self.join_two_subjects(i);
                    self.list_objects(i);
                    self.set_comment_aside(i);
                    self.join_behind_name(i);
                }
                "NN" => {
                    self.read_quality_as_deed(i);
                    self.read_marked_as_verb(i);
                    self.join_compound_of_two(i);
                    self.read_modifier_as_denied(i);
                    self.read_compound_as_gerund(i);
                    self.read_described_as_next_deed(i);
                    self.set_share_aside(i);
                    self.set_captive_aside(i);
                    self.describe_the_aged(i);
                    self.hang_time_on_description(i);
                    self.join_two_subjects(i);
                    self.set_persona_apart(i);
                    self.read_as_fraction(i);
                    self.read_shot_as_verb(i);
                    self.read_shot_behind_phrase_as_verb(i);
                    self.read_as_said_of_owned(i);
                    self.join_with_what_is_asked(i);
                    self.join_behind_name(i);
                    self.hang_time_of_day_on_verb(i);
                    self.give_label_its_object(i);
                    self.set_comment_aside(i);
                    self.list_subjects(i);
                    self.list_objects(i);
                    self.join_crimes(i);
                    self.give_dated_noun_its_owner(i);
                    self.part_direction_from_noun(i);
                    self.read_as_label(i);
                    // A noun that was found to be a gerund.
                    if self.tag(i) == "VBG" {
                        self.hang_charge_on_verb(i);
                    }
                }
                "DT" => self.set_share_of_them_aside(i),
                "JJ" => {
                    self.read_quality_as_deed(i);
                    self.leave_time_to_verb(i);
                    self.read_brief_as_verb(i);
                    self.read_modifier_as_charge(i);
                    self.read_blame_as_predicate(i);
                    self.set_share_of_them_aside(i);
                    self.give_nation_to_force(i);
                    self.give_backing_to_body(i);
                    self.tell_finding(i);
                    self.give_state_its_object(i);
                    self.read_described_as_next_deed(i);
                    self.give_whole_its_verb(i);
                    self.read_described_as_joined(i);
                    self.count_the_left(i);
                    self.give_shot_dead_its_object(i);
                    self.leave_the_shot_dead(i);
                    self.read_as_had_done(i);
                    self.read_age_as_noun(i);
                    self.give_label_to_naming_verb(i);
                    self.read_nation_as_noun(i);
                    self.read_as_fraction(i);
                }
                "JJS" => {
                    self.set_share_of_them_aside(i);
                    self.give_whole_its_verb(i);
                }
                "CD" => {
                    self.read_range_as_number(i);
                    self.join_number_of_them(i);
                    self.set_share_of_them_aside(i);
                    self.read_number_as_age(i);
                    self.read_number_as_object(i);
                    self.part_share_from_whole(i);
                }
                "NNP" => {
                    self.set_persona_apart(i);
                    self.list_names(i);
                    self.read_name_as_subject(i);
                    self.give_country_its_gift(i);
                    self.read_day_as_time(i);
                    self.give_preposition_its_day(i);
                    self.hang_time_on_description(i);
                    self.join_two_subjects(i);
                }
                "UH" => self.read_exclamation_as_name(i),
                "PRP" => self.set_emphasis_aside(i),
                "CC" => self.take_what_is_put_against(i),
                "RP" => {
                    self.hand_over_the_counted(i);
                    self.read_over_as_preposition(i);
                    self.read_in_as_preposition(i);
                }
                "VB" | "VBP" => {
                    self.set_captive_aside(i);
                    self.part_voice_from_noun(i);
                    self.part_rival_voice(i);
                    self.set_answer_aside(i);
                    self.read_stun_as_modifier(i);
                    self.give_told_clause_its_relative(i);
                    self.read_voice_as_relative(i);
                    self.read_trade_as_noun(i);
                    self.read_capital_as_name(i);
                    self.read_described_as_next_deed(i);
                    self.join_infinitives(i);
                    self.join_with_first_of_row(i);
                    self.join_bare_with_infinitive(i);
                    self.join_next_request(i);
                    self.read_as_present_beside_present(i);
                    self.read_as_past_beside_past(i);
                    self.hang_infinitive_on_number(i);
                    self.hang_infinitive_on_crime(i);
                    self.hang_infinitive_on_doers_noun(i);
                    self.hang_demand_on_crowd(i);
                }
                "IN" => {
                    self.read_in_as_preposition(i);
                    self.hang_place_behind_day(i);
                    self.read_mark_as_preposition(i);
                    self.read_compound_as_preposition(i);
                    self.hang_doer_on_passive(i);
                    self.hang_blame_on_verb(i);
                    self.hang_target_on_verb(i);
                    self.hang_target_on_strike(i);
                    self.hang_both_sides_on_event(i);
                    self.hang_sufferer_on_event(i);
                    self.hang_doer_on_event(i);
                    self.hang_court_on_charge(i);
                    self.hang_reason_on_punishment(i);
                    self.hang_target_behind_warning(i);
                    self.read_particle_as_preposition(i);
                    self.hang_on_noun_before_time(i);
                    self.hang_sides_on_clash(i);
                    self.hang_scene_on_coming_under(i);
                    self.hang_on_noun_before_day(i);
                    self.hang_day_before_verb(i);
                    self.hang_of_on_phrase(i);
                    self.hang_manner_on_charge(i);
                    self.hang_share_on_noun(i);
                    self.hang_joined_phrase_on_verb(i);
                    self.give_preposition_its_noun(i);
                    self.hang_place_on_judged(i);
                    self.hang_means_on_verb(i);
                    self.hang_weapon_on_verb(i);
                    self.hang_crime_on_verb(i);
                    self.hang_ground_on_sentence(i);
                    self.hang_cause_on_death(i);
                    self.hand_over_the_counted(i);
                    self.open_clause_of_noun(i);
                    self.read_that_as_relative(i);
                }
                ":" => {
                    self.part_at_semicolon(i);
                    self.part_town_from_doer(i);
                }
                _ => {}
            }
        }
        // What stands behind "and" is joined by now.
        for i in 0..self.tokens.len() {
            self.list_whose_they_are(i);
        }
    }
}
