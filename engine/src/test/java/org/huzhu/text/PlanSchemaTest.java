package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Scope;
import org.huzhu.plan.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanSchemaTest {

    private final Map<String, Object> schema = PlanSchema.schema();

    private static final List<Class<? extends Enum<?>>> ENUMERATIONS = List.of(
            Applicability.By.class,
            Applicability.Reach.class,
            Benefit.AcrossTerms.class,
            Benefit.DayKind.class,
            Benefit.Injury.class,
            Benefit.LossCause.class,
            Benefit.StayOrder.class,
            Cause.class,
            Circumstance.class,
            CostField.class,
            Enrolment.AgeDay.class,
            Enrolment.Category.class,
            Enrolment.Funding.class,
            Enrolment.GateBase.class,
            Enrolment.Occupation.class,
            Enrolment.Payer.class,
            Enrolment.Refund.class,
            EventDay.class,
            Insured.class,
            Relation.Manner.class,
            Scope.class,
            Sex.class,
            Waiting.FirstDay.class,
            Waiting.Treatment.class);

    @Test
    void the_schema_accepts_what_the_reader_accepts() {
        Texts.FILES.forEach(
                (path, text) -> assertThat(fits(schema, tree(text))).as(path).isTrue());
    }

    @Test
    void every_key_in_use_is_told_apart_from_a_misspelt_one_by_both() {
        for (String text : List.of(Texts.PLAN, Texts.CASE)) {
            Set<String> keys = new HashSet<>();
            keys(tree(text), keys);
            // Names of sources, clauses, events and plans are keys too, but names of the writer's own.
            keys.removeIf(it -> it.matches("细则|通知|第.*款|示例|住院1|转院|确诊1"));
            for (String key : keys) {
                String wrong = text.replaceFirst("(?m)(^|[ {])" + key + ":", "$1错" + key + ":");

                assertThat(fits(schema, tree(wrong))).as(key).isFalse();
                assertThat(Texts.problems(wrong)).as(key).isNotEmpty();
            }
        }
    }

    @Test
    void a_number_without_its_unit_fits_neither() {
        var figures = Pattern.compile("(?<=: |\\[)\\d+(元|日|%|份|周岁|小时|人|次|级)(?=[,}\\]\\n])")
                .matcher(Texts.PLAN)
                .results()
                .toList();

        assertThat(figures).hasSizeGreaterThan(50);
        for (var figure : figures) {
            String bare = figure.group()
                    .substring(0, figure.group().length() - figure.group(1).length());
            String wrong = Texts.PLAN.substring(0, figure.start()) + bare + Texts.PLAN.substring(figure.end());

            assertThat(fits(schema, tree(wrong)))
                    .as(wrong.substring(figure.start() - 10, figure.start() + 5))
                    .isFalse();
            assertThat(Texts.problems(wrong)).isNotEmpty();
        }
    }

    @Test
    void the_schema_says_which_schema_it_is_and_what_it_describes() {
        assertThat(schema)
                .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema")
                .containsEntry("title", "互助计划")
                .containsEntry("description", "计划、病种词典、地区叠加、并用规则和案例的写法；第一个键说明是哪一种")
                .containsOnlyKeys("$schema", "title", "description", "anyOf");
        assertThat((List<?>) schema.get("anyOf")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            名单: 女工一类                         | 名单: [女工一类]
            会费: 不可参保                         | 会费: [不可参保]
            依据: [细则, 通知]                     | 依据: {细则: 通知}
            对象: [在职, 新就业形态]                  | 对象: 在职
            应付: {第六条第一款: 0元}                 | 应付: 0元
            """)
    void a_text_a_list_and_a_group_do_not_stand_for_each_other(String right, String wrong) {
        String text = Texts.PLAN.replace(right, wrong);

        assertThat(text).isNotEqualTo(Texts.PLAN);
        assertThat(fits(schema, tree(text))).isFalse();
        assertThat(Texts.problems(text)).isNotEmpty();
    }

    @Test
    void every_constant_of_an_enumeration_has_a_word_of_its_own_that_some_place_accepts() {
        Set<String> accepted = new HashSet<>();
        words(schema, accepted);

        for (Class<? extends Enum<?>> type : ENUMERATIONS) {
            Set<String> own = new HashSet<>();
            for (Enum<?> constant : type.getEnumConstants()) {
                assertThat(own.add(Words.of(constant))).as("%s", constant).isTrue();
                // After the last zone all is given, so that no zone says it.
                assertThat(accepted.contains(Words.of(constant)) || constant == Waiting.Treatment.FULL)
                        .as("%s", constant)
                        .isTrue();
            }
        }
        assertThat(Words.ROUNDING.words()).hasSize(2);
        assertThat(RoundingMode.values()).contains(RoundingMode.HALF_UP, RoundingMode.DOWN);
    }

    @Test
    void every_table_is_closed_and_every_key_is_explained() {
        List<Map<?, ?>> tables = new ArrayList<>();
        tables(schema, tables);

        assertThat(tables).hasSizeGreaterThan(50).allSatisfy(table -> {
            assertThat(table.get("additionalProperties")).isEqualTo(false);
            assertThat(((Map<?, ?>) Objects.requireNonNull(table.get("properties"))).values())
                    .allSatisfy(it ->
                            assertThat(((Map<?, ?>) it).get("description")).isNotNull());
        });
    }

    private static Node tree(String text) {
        Problems problems = new Problems("例.yaml");
        return Objects.requireNonNull(
                Tree.of(text, problems), () -> problems.sorted().toString());
    }

    private static void keys(Node node, Set<String> found) {
        node.pairs().forEach(it -> {
            found.add(it.key());
            keys(it.value(), found);
        });
        if (node instanceof Node.Items list) {
            list.items().forEach(it -> keys(it, found));
        }
    }

    private static void words(Object schema, Set<String> found) {
        if (schema instanceof Map<?, ?> map) {
            if (map.get("enum") instanceof List<?> words) {
                words.forEach(it -> found.add(it.toString()));
            }
            map.values().forEach(it -> words(it, found));
        } else if (schema instanceof List<?> list) {
            list.forEach(it -> words(it, found));
        }
    }

    private static void tables(Object schema, List<Map<?, ?>> found) {
        if (schema instanceof Map<?, ?> map) {
            if (map.get("properties") instanceof Map<?, ?> && "object".equals(map.get("type"))) {
                found.add(map);
            }
            map.values().forEach(it -> tables(it, found));
        } else if (schema instanceof List<?> list) {
            list.forEach(it -> tables(it, found));
        }
    }

    /** As much of JSON Schema as the vocabulary uses; a word that is not known here fails. */
    private static boolean fits(Map<?, ?> schema, Node node) {
        Map<Object, Object> rules = new LinkedHashMap<>(schema);
        List.of("$schema", "title", "description", "examples").forEach(rules::remove);
        boolean fits = true;
        for (Map.Entry<Object, Object> rule : rules.entrySet()) {
            fits &= fits(rule.getKey().toString(), rule.getValue(), schema, node);
        }
        return fits;
    }

    private static boolean fits(String rule, Object value, Map<?, ?> schema, Node node) {
        return switch (rule) {
            case "anyOf" -> ((List<?>) value).stream().anyMatch(it -> fits((Map<?, ?>) it, node));
            case "type" ->
                switch (node) {
                    case Node.Leaf leaf -> value.equals("string");
                    case Node.Items items -> value.equals("array");
                    case Node.Group group -> value.equals("object");
                };
            case "enum" -> node.word().filter(((List<?>) value)::contains).isPresent();
            case "pattern" ->
                node.word()
                        .filter(it ->
                                Pattern.compile(value.toString()).matcher(it).find())
                        .isPresent();
            case "minLength" -> node.word().filter(it -> !it.isEmpty()).isPresent();
            case "items" ->
                node instanceof Node.Items list && list.items().stream().allMatch(it -> fits((Map<?, ?>) value, it));
            case "minItems" -> node instanceof Node.Items list && list.items().size() >= (Integer) value;
            case "required" ->
                ((List<?>) value)
                        .stream().allMatch(it -> node.child(it.toString()).isPresent());
            case "properties" ->
                node.pairs().stream()
                        .allMatch(it ->
                                !(((Map<?, ?>) value).get(it.key()) instanceof Map<?, ?> its) || fits(its, it.value()));
            case "additionalProperties" ->
                node.pairs().stream()
                        .filter(it ->
                                !(schema.get("properties") instanceof Map<?, ?> known) || !known.containsKey(it.key()))
                        .allMatch(it -> value instanceof Map<?, ?> its && fits(its, it.value()));
            case "propertyNames" ->
                node.pairs().stream().allMatch(it -> fits((Map<?, ?>) value, new Node.Leaf(it.line(), it.key())));
            default -> throw new IllegalArgumentException("The test does not know the rule " + rule);
        };
    }
}
