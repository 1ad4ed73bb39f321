package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "甲乙丙丁, 甲乙戊己 甲乙丙己, 甲乙丙己", // the nearest, wherever it stands
        "甲乙丙丁, 甲乙戊己, 甲乙戊己", // half of the letters wrong
        "甲乙丙丁, 甲戊己庚, ''", // more than half
        "甲, 乙, ''", // nothing in common
        "甲乙, 甲, 甲", // one letter too many
        "甲, 甲乙, 甲乙", // one letter too few
        "乙, 甲甲甲乙, ''",
        "甲, 乙丙, ''",
    })
    void the_word_that_was_most_likely_meant_is_suggested_if_any_is_near(String word, String allowed, String meant) {
        assertThat(Problems.nearest(word, List.of(allowed.split(" "))).orElse(""))
                .isEqualTo(meant);
    }

    @Test
    void up_to_24_words_are_listed_in_full_and_of_more_the_first_24_with_how_many_there_are() {
        List<String> words = Collections.nCopies(24, "词");

        assertThat(Problems.listed(words)).isEqualTo(String.join("、", words));
        assertThat(Problems.listed(Collections.nCopies(25, "词"))).isEqualTo(String.join("、", words) + "……共25个");
    }

    @Test
    void up_to_40_letters_are_shown_in_full_and_longer_texts_are_cut() {
        assertThat(Problem.shown("字".repeat(40))).isEqualTo("字".repeat(40));
        assertThat(Problem.shown("字".repeat(41))).isEqualTo("字".repeat(40) + "…");
    }

    @Test
    void a_list_of_up_to_5000_items_is_read() {
        String items =
                String.join(", ", IntStream.range(0, 5000).mapToObj(it -> "词").toList());

        assertThat(listProblems("[" + items + "]")).isEmpty();
        assertThat(listProblems("[" + items + ", 词]"))
                .extracting(Problem::toString)
                .containsExactly("例.yaml 第1行：这个列表应有1至5000项");
    }

    @Test
    void what_plans_have_no_word_for_is_refused_by_its_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of(RoundingMode.UP))
                .withMessage("Plans have no word for UP");
    }

    private static List<Problem> listProblems(String text) {
        Problems problems = new Problems("例.yaml");
        Node root = Tree.of(text, problems);
        Object unused = root == null
                ? null
                : Shapes.listOf(Measures.NAME).read(root, new Reading(problems, Names.NONE, Texts.library()));
        return problems.sorted();
    }
}
