package org.huzhu.members;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Require;
import org.huzhu.kernel.Sex;

/** A paper that says who a person is; as text it shows its number masked. */
public sealed interface Paper {

    /** The whole number in its one normal form: only to be sealed, searched for, or revealed. */
    String number();

    /** The birth date that the number holds; empty where it holds none. */
    default Optional<LocalDate> birthDate() {
        return Optional.empty();
    }

    /** The sex that the number holds; empty where it holds none. */
    default Optional<Sex> sex() {
        return Optional.empty();
    }

    /** What kind of paper it is. */
    Kind kind();

    /** What of it stands in the index: the same digits may be the number of papers of two kinds. */
    default String indexed() {
        return kind() + "/" + number();
    }

    /** The number with its middle hidden. */
    default String masked() {
        return masked(kind(), number());
    }

    /** The kinds of papers. Names are stored: never rename one. */
    enum Kind {
        /** 居民身份证, and residence permits that follow its form. */
        RESIDENT,
        /** 护照. */
        PASSPORT,
        /** 港澳居民来往内地通行证, the 回乡证. */
        HOME_RETURN,
        /** 台湾居民来往大陆通行证, the 台胞证. */
        TAIWAN,
        /** 军官证. */
        OFFICER
    }

    /** The paper of the kind with the number as somebody typed it. */
    static Paper parse(Kind kind, String typed) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        return switch (kind) {
            case RESIDENT -> new Resident(IdNumber.parse(number));
            case PASSPORT -> new Passport(number);
            case HOME_RETURN -> new HomeReturn(number);
            case TAIWAN -> new Taiwan(number);
            case OFFICER -> new Officer(number);
        };
    }

    /** The number of a paper of the kind with its middle hidden. */
    static String masked(Kind kind, String number) {
        if (kind == Kind.RESIDENT) {
            return IdNumber.masked(number);
        }
        int signs = number.length();
        int shown = signs < 7 ? 1 : 2;
        return number.substring(0, shown) + "*".repeat(signs - 2 * shown) + number.substring(signs - shown);
    }

    /** An identity number, or that of a residence permit of its form. */
    record Resident(IdNumber id) implements Paper {

        @Override
        public String number() {
            return id.text();
        }

        @Override
        public Optional<LocalDate> birthDate() {
            return Optional.of(id.birthDate());
        }

        @Override
        public Optional<Sex> sex() {
            return Optional.of(id.sex());
        }

        @Override
        public Kind kind() {
            return Kind.RESIDENT;
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /** A passport, of any state: five to fifteen letters and digits. */
    record Passport(String number) implements Paper {

        private static final Pattern FORM = Pattern.compile("[A-Z0-9]{5,15}");

        public Passport {
            requireForm(FORM, number, "a passport has 5 to 15 letters and digits");
        }

        @Override
        public Kind kind() {
            return Kind.PASSPORT;
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /** A permit of a resident of Hong Kong or Macao: H or M, then eight digits, or ten with the number of the issue. */
    record HomeReturn(String number) implements Paper {

        private static final Pattern FORM = Pattern.compile("[HM]\\d{8}(\\d{2})?");

        public HomeReturn {
            requireForm(FORM, number, "H or M and 8 or 10 digits are wanted");
        }

        @Override
        public Kind kind() {
            return Kind.HOME_RETURN;
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /** A permit of a resident of Taiwan: eight digits; the older one has ten and a letter. */
    record Taiwan(String number) implements Paper {

        private static final Pattern FORM = Pattern.compile("\\d{8}|\\d{10}[A-Z]?");

        public Taiwan {
            requireForm(FORM, number, "8 digits are wanted, or 10 and a letter");
        }

        @Override
        public Kind kind() {
            return Kind.TAIWAN;
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /** The paper of an officer of the army: some ideographs and digits, such as 南字第12345678号. */
    record Officer(String number) implements Paper {

        private static final Pattern FORM = Pattern.compile("\\p{IsHan}{0,4}\\d{6,8}号?");

        public Officer {
            requireForm(FORM, number, "at most 4 ideographs and 6 to 8 digits are wanted");
        }

        @Override
        public Kind kind() {
            return Kind.OFFICER;
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    private static void requireForm(Pattern form, String number, String wanted) {
        Require.that(form.matcher(number).matches(), "%s", "The number of the paper has another form: " + wanted);
    }
}
