package org.huzhu.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingsTest {

    private static final int SENTENCE_MAX = 25;
    private static final int MESSAGE_MAX = 70;

    /** As long as they become. */
    private static final Map<String, String> LONGEST = Map.of(
            "count",
            "6",
            "from",
            "2026-04-01",
            "number",
            "2026-0123456",
            "until",
            "2026-03-16",
            "sum",
            "100,000.00",
            "card",
            "1234");

    private static final String ALL =
            Arrays.stream(Template.values()).map(template -> template + " 一句话。").collect(Collectors.joining("\n"));

    private final Wordings wordings = new Wordings();

    private String longest(Template template) {
        List<String> words = template.words().stream()
                .map(word -> LONGEST.getOrDefault(word, word))
                .toList();
        return wordings.say(template, words);
    }

    @Test
    void each_sentence_is_short_and_each_message_fits_one_short_message() {
        assertThat(Template.values()).allSatisfy(template -> {
            String said = longest(template);
            assertThat(Stream.of(said.split("[。，？！]")).map(WordingsTest::signs))
                    .as(said)
                    .allMatch(signs -> signs <= SENTENCE_MAX);
            assertThat(said.length()).as(said).isLessThanOrEqualTo(MESSAGE_MAX);
        });
    }

    /** A number or a day is read as one. */
    private static int signs(String sentence) {
        return sentence.replaceAll("[0-9.,-]+", "数").length();
    }

    @Test
    void no_wording_uses_the_words_of_insurers_or_speaks_of_illness() {
        assertThat(Template.values())
                .allSatisfy(template -> assertThat(longest(template)).doesNotContain("保费", "赔", "保险", "病", "诊断", "理赔"));
    }

    @Test
    void each_word_of_a_template_is_said() {
        assertThat(Template.values())
                .allSatisfy(template -> template.words()
                        .forEach(word -> assertThat(longest(template)).contains(LONGEST.getOrDefault(word, word))));
    }

    @Test
    void wordings_are_read_strictly() {
        assertThat(Wordings.of("# 注\n\n" + ALL).say(Template.ENROLLED, List.of("1", "x")))
                .isEqualTo("一句话。");
        refused(ALL.replace("CARD_CHANGED 一句话。", ""), "has no wording for CARD_CHANGED");
        refused(ALL + "\nENROLLED 又一句。", "words ENROLLED a second time");
        refused(ALL.replace("ENROLLED 一句话", "ENROLLED 一句{sum}"), "ENROLLED has no words [sum]");
        refused(ALL.replace("ENROLLED 一句话", "ENROLLED 一句{from"), "a word stands in braces");
        refused(ALL + "\nGREETING 您好。", "words GREETING, which no template is called");
        refused(ALL + "\n您好。", "is a template and its wording");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> Wordings.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
