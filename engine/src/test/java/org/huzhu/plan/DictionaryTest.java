package org.huzhu.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.plan.Dictionary.DiseaseClass;
import org.huzhu.plan.Dictionary.DiseaseList;
import org.junit.jupiter.api.Test;

/** 肺癌 and 白血病 are parts of 恶性肿瘤, from which the later 重度 and 轻度 were split. */
class DictionaryTest {

    private static final Basis BASIS = new Basis(List.of(), true);
    private static final Dictionary DICTIONARY = Dictionary.of(
            List.of(
                    disease("恶性肿瘤", true, Set.of(), Set.of()),
                    disease("白血病", true, Set.of("恶性肿瘤"), Set.of()),
                    disease("肺癌", true, Set.of("恶性肿瘤", "重度"), Set.of()),
                    disease("重度", true, Set.of(), Set.of("恶性肿瘤")),
                    disease("轻度", false, Set.of(), Set.of("恶性肿瘤"))),
            List.of(new DiseaseList("名单", List.of("重度", "轻度"), BASIS)));

    @Test
    void a_class_is_the_same_disease_as_itself_and_as_what_it_is_part_of() {
        assertThat(DICTIONARY.sameDisease("肺癌", "肺癌")).isTrue();
        assertThat(DICTIONARY.sameDisease("肺癌", "恶性肿瘤")).isTrue();
        assertThat(DICTIONARY.sameDisease("恶性肿瘤", "肺癌")).isTrue();
        assertThat(DICTIONARY.sameDisease("重度", "恶性肿瘤")).isTrue();
    }

    @Test
    void two_parts_of_one_class_are_not_the_same_disease() {
        assertThat(DICTIONARY.sameDisease("肺癌", "白血病")).isFalse();
        assertThat(DICTIONARY.sameDisease("重度", "轻度")).isFalse();
        assertThat(DICTIONARY.sameDisease("重度", "白血病")).isFalse();
    }

    @Test
    void a_disease_stands_in_a_list_by_itself_or_by_a_class_that_it_is_part_of() {
        assertThat(DICTIONARY.listed("肺癌", Set.of("肺癌", "恶性肿瘤"))).contains("肺癌");
        assertThat(DICTIONARY.listed("肺癌", Set.of("重度"))).contains("重度");
        assertThat(DICTIONARY.listed("肺癌", Set.of("恶性肿瘤", "重度"))).contains("恶性肿瘤");
        assertThat(DICTIONARY.listed("白血病", Set.of("重度"))).isEmpty();
        assertThat(DICTIONARY.listed("恶性肿瘤", Set.of("肺癌"))).isEmpty();
    }

    @Test
    void what_the_dictionary_does_not_know_is_no_malignant_tumour_and_no_list() {
        assertThat(DICTIONARY.isMalignant("肺癌")).isTrue();
        assertThat(DICTIONARY.isMalignant("轻度")).isFalse();
        assertThat(DICTIONARY.isMalignant("无此病")).isFalse();
        assertThat(DICTIONARY.list("名单").classes()).containsExactly("重度", "轻度");
        assertThatThrownBy(() -> DICTIONARY.list("无此名单")).hasMessageContaining("'无此名单'");
    }

    @Test
    void links_that_go_round_in_a_ring_come_to_an_end() {
        Dictionary ring = Dictionary.of(
                List.of(disease("甲", false, Set.of("乙"), Set.of()), disease("乙", false, Set.of("甲"), Set.of())),
                List.of());

        assertThat(ring.sameDisease("甲", "乙")).isTrue();
    }

    private static DiseaseClass disease(String name, boolean malignant, Set<String> into, Set<String> from) {
        return new DiseaseClass(name, List.of(), malignant, into, from, Optional.empty());
    }
}
