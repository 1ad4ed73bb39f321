package org.huzhu.portal.sheet;

import java.util.List;
import java.util.stream.Stream;
import org.huzhu.portal.Texts;

/**
 * A form to be filled in, as a page shows it.
 *
 * @param title the name of its heading among the texts; what the button says stands under it with {@code .do}
 * @param about whom or what it is about, in words
 * @param address where it is sent
 * @param back where it leads whoever leaves it
 * @param notices sentences to read before it is filled in
 */
public record Sheet(String title, String about, String address, String back, List<String> notices, List<Field> fields) {

    public Sheet {
        notices = List.copyOf(notices);
        fields = List.copyOf(fields);
    }

    /** What is typed or chosen. */
    public enum Kind {
        TEXT,
        NUMBER,
        PHONE,
        DAY,
        WORDS,
        CHOICE,
        SELECT,
        HIDDEN
    }

    /**
     * A field of it.
     *
     * @param hint the name of a sentence under the label; empty text for none
     */
    public record Field(String name, Kind kind, String label, String hint, boolean isWanted, List<Choice> choices) {

        public static Field wanted(String name, Kind kind, String label) {
            return new Field(name, kind, label, "", true, List.of());
        }

        public static Field maybe(String name, Kind kind, String label) {
            return new Field(name, kind, label, "", false, List.of());
        }

        public static Field choice(String name, String label, List<Choice> choices) {
            return new Field(name, Kind.CHOICE, label, "", true, choices);
        }

        public static Field hidden(String name) {
            return new Field(name, Kind.HIDDEN, "", "", true, List.of());
        }

        public Field hinted(String sentence) {
            return new Field(name, kind, label, sentence, isWanted, choices);
        }

        public Field optional() {
            return new Field(name, kind, label, hint, false, choices);
        }
    }

    /** One of those to choose from. */
    public record Choice(String value, String words) {

        public static List<Choice> of(Enum<?>... constants) {
            return Stream.of(constants)
                    .map(each -> new Choice(each.name(), Texts.say(each)))
                    .toList();
        }
    }
}
