package org.huzhu.cluster;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was typed after the name of a job: pairs of an option and its value. */
final class Arguments {

    private final Map<String, String> values = new TreeMap<>();
    private final String usage;

    /** Takes the words apart; {@code usage} says what may be typed. */
    Arguments(String[] words, Set<String> known, String usage) {
        this.usage = usage;
        for (int i = 0; i < words.length; i += 2) {
            if (!known.contains(words[i]) || i + 1 == words.length) {
                throw refused("不认识或缺少值的选项：" + words[i]);
            }
            if (values.put(words[i], words[i + 1]) != null) {
                throw refused("选项给了两次：" + words[i]);
            }
        }
    }

    String text(String option) {
        return find(option).orElseThrow(() -> refused("缺少选项 " + option));
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(values.get(option));
    }

    int number(String option) {
        return number(option, text(option));
    }

    int number(String option, int otherwise) {
        return find(option).map(value -> number(option, value)).orElse(otherwise);
    }

    /** A day, or null where none was given. */
    @Nullable LocalDate day(String option) {
        String value = values.get(option);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new ClusterRefused("选项 " + option + " 的值 " + value + " 不是日期，应如 2024-01-01。\n" + usage, e);
        }
    }

    private int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ClusterRefused("选项 " + option + " 的值 " + value + " 不是整数。\n" + usage, e);
        }
    }

    private ClusterRefused refused(String what) {
        return new ClusterRefused(what + "。\n" + usage);
    }
}
