package org.huzhu.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A single text: one of some fixed words, or a text of a given form such as a number with its unit. */
final class Scalar<T> extends Shape<T> {

    private static final Pattern BARE_NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Map<String, T> words;
    private final List<Form<T>> forms;

    private Scalar(Map<String, T> words, List<Form<T>> forms) {
        this.words = words;
        this.forms = forms;
    }

    /** Fixed words with what they stand for. */
    static <T> Scalar<T> words(Map<String, T> words) {
        return new Scalar<>(new LinkedHashMap<>(words), List.of());
    }

    static <T> Scalar<T> word(String word, T value) {
        return words(Map.of(word, value));
    }

    /**
     * Texts that match a pattern.
     *
     * @param example how it is written, for messages
     * @param unit what the text ends with; empty when it has no unit
     * @param parse may refuse a text that matches, such as a day that does not exist
     */
    static <T> Scalar<T> form(String pattern, String example, String unit, Function<Matcher, T> parse) {
        return new Scalar<>(Map.of(), List.of(new Form<>(Pattern.compile(pattern), example, unit, parse)));
    }

    /** This shape or the other. */
    Scalar<T> or(Scalar<T> other) {
        Map<String, T> bothWords = new LinkedHashMap<>(words);
        bothWords.putAll(other.words);
        List<Form<T>> bothForms = new ArrayList<>(forms);
        bothForms.addAll(other.forms);
        return new Scalar<>(bothWords, bothForms);
    }

    /** This shape with each value turned into another. */
    <R> Scalar<R> as(Function<T, R> function) {
        Map<String, R> newWords = new LinkedHashMap<>();
        words.forEach((word, value) -> newWords.put(word, function.apply(value)));
        return new Scalar<>(
                newWords, forms.stream().map(form -> form.as(function)).toList());
    }

    /** The fixed words. */
    Collection<String> words() {
        return words.keySet();
    }

    @Override
    @Nullable T read(Node node, Reading in) {
        if (!(node instanceof Node.Leaf leaf)) {
            in.problems().add(node.line(), node.shown(), "这里应写" + accepted() + "，不能是" + node.shown());
            return null;
        }
        String text = leaf.text();
        T value = words.get(text);
        if (value != null) {
            return value;
        }
        for (Form<T> form : forms) {
            Optional<T> parsed = form.parse(text);
            if (parsed.isPresent()) {
                if (form.isFigure()) {
                    in.figure(node, text);
                }
                return parsed.get();
            }
        }
        refuse(node, text, in.problems());
        return null;
    }

    private void refuse(Node node, String text, Problems problems) {
        List<String> units =
                forms.stream().map(Form::unit).filter(it -> !it.isEmpty()).toList();
        if (text.isEmpty()) {
            problems.add(node.line(), "", "这里没有内容；应写" + accepted());
        } else if (words.isEmpty()
                && units.size() == 1
                && BARE_NUMBER.matcher(text).matches()) {
            problems.add(node.line(), text, "“" + text + "”应以“" + units.get(0) + "”结尾");
        } else if (forms.isEmpty()) {
            problems.addUnknown(node.line(), text, "不能写在这里", words.keySet());
        } else {
            String suggestion = Problems.nearest(text, words.keySet())
                    .map(it -> "是不是“" + it + "”？")
                    .orElse("");
            problems.add(node.line(), text, "“" + Problem.shown(text) + "”不能写在这里；" + suggestion + "应写" + accepted());
        }
    }

    private String accepted() {
        List<String> all = new ArrayList<>(words.keySet());
        forms.forEach(form -> all.add("如“" + form.example() + "”"));
        return Problems.listed(all);
    }

    @Override
    Map<String, Object> schema() {
        List<Map<String, Object>> choices = new ArrayList<>();
        if (!words.isEmpty()) {
            choices.add(Map.of("enum", List.copyOf(words.keySet())));
        }
        forms.forEach(form -> choices.add(form.schema()));
        return choices.size() == 1 ? choices.get(0) : Map.of("anyOf", choices);
    }

    /** Texts of one form. */
    private record Form<T>(Pattern pattern, String example, String unit, Function<Matcher, T> make) {

        Optional<T> parse(String text) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(make.apply(matcher));
            } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
                return Optional.empty();
            }
        }

        <R> Form<R> as(Function<T, R> function) {
            return new Form<>(pattern, example, unit, make.andThen(function));
        }

        boolean isFigure() {
            return !unit.isEmpty();
        }

        Map<String, Object> schema() {
            return new TreeMap<>(Map.of(
                    "type", "string", "pattern", "^(?:" + pattern.pattern() + ")$", "examples", List.of(example)));
        }
    }
}
