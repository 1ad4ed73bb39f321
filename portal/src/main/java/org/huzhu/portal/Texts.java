package org.huzhu.portal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.huzhu.kernel.Money;

/** The sentences of all pages, which stand in one file for each language. */
public final class Texts {

    private static final ResourceBundle CHINESE = ResourceBundle.getBundle("texts", Locale.ROOT);

    private Texts() {}

    /**
     * The sentence of the name, with its blanks filled in order.
     *
     * @throws MissingResourceException if no sentence has the name
     */
    public static String say(String name, Object... blanks) {
        String sentence = CHINESE.getString(name);
        return blanks.length == 0 ? sentence : sentence.formatted(blanks);
    }

    /** The sentence of the name; empty where none has it. */
    public static Optional<String> maybe(String name) {
        return CHINESE.containsKey(name) ? Optional.of(CHINESE.getString(name)) : Optional.empty();
    }

    /** What all names begin with so go on with. */
    public static List<String> names(String beginning) {
        return CHINESE.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .map(name -> name.substring(beginning.length()))
                .toList();
    }

    /** A sum of money in yuan, with separators for reading. */
    public static String yuan(Money sum) {
        return "%,.2f".formatted(BigDecimal.valueOf(sum.fen(), 2));
    }

    /** A number with separators for reading. */
    public static String count(long number) {
        return "%,d".formatted(number);
    }

    /** What the constant is called. */
    public static String say(Enum<?> constant) {
        return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }
}
