package org.huzhu.portal.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.kernel.Sex;
import org.huzhu.members.MemberRefused;
import org.huzhu.members.Paper;
import org.huzhu.portal.Typed;
import org.huzhu.portal.sheet.Picking;
import org.huzhu.portal.sheet.Sheet;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;

/** How what is asked about a person is read from a form, in one way for all forms. */
final class MemberForms {

    private static final int UNITS_SHOWN = 10;
    private static final int ADDRESS_MAX = 200;

    private MemberForms() {}

    static Optional<PersonName> name(Typed typed) {
        return typed.wanted("name", PersonName::new, "typed.name");
    }

    static Optional<Phone> phone(Typed typed) {
        return typed.maybe("phone", Phone::parse, "typed.phone");
    }

    static Optional<String> address(Typed typed) {
        return typed.maybe("address", MemberForms::requireShort, "typed.long");
    }

    private static String requireShort(String text) {
        if (text.length() > ADDRESS_MAX) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }

    static Optional<LocalDate> wantedDay(Typed typed, String field) {
        return typed.wanted(field, LocalDate::parse, "typed.day");
    }

    static Optional<LocalDate> day(Typed typed, String field) {
        return typed.maybe(field, LocalDate::parse, "typed.day");
    }

    static Optional<Sex> sex(Typed typed) {
        return typed.maybe("sex", Sex::valueOf, "typed.choose");
    }

    static <E extends Enum<E>> Optional<E> one(Typed typed, String field, Class<E> of) {
        return typed.wanted(field, word -> Enum.valueOf(of, word), "typed.choose");
    }

    /** The paper; a number that is none of its kind is refused with what such a number looks like. */
    static Optional<Paper> paper(Typed typed) {
        return one(typed, "kind", Paper.Kind.class)
                .flatMap(kind -> typed.wanted("number", word -> Paper.parse(kind, plain(word)), "typed.paper." + kind));
    }

    static Optional<CardNumber> card(Typed typed) {
        return typed.wanted("card", word -> new CardNumber(plain(word)), "typed.card");
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    /** The open units that the words in the field of the unit may mean. */
    static Picking unit(Typed typed, UnionTree tree) {
        String words = typed.at("unit");
        List<Choice> found = words.isEmpty()
                ? List.of()
                : tree.search(words, UNITS_SHOWN).stream()
                        .filter(each ->
                                each.tier() == Tier.UNIT && each.closedOn().isEmpty())
                        .map(each -> new Choice(each.id().toString(), each.name()))
                        .toList();
        List<Choice> exact =
                found.stream().filter(each -> each.words().equals(words)).toList();
        return new Picking("unit", "newcomer.unit", exact.isEmpty() ? found : exact);
    }

    static Field paperKinds() {
        return Field.choice("kind", "newcomer.kind", Choice.of(Paper.Kind.values()));
    }

    /** Puts a refusal beside the field that it is about, or over the form where it is about none. */
    static void place(MemberRefused refused, Typed typed, Sheet sheet) {
        String sentence = "MemberRefused." + refused.reason();
        fieldsOf(refused.reason()).stream()
                .filter(name ->
                        sheet.fields().stream().anyMatch(field -> field.name().equals(name)))
                .findFirst()
                .ifPresentOrElse(name -> typed.refuse(name, sentence), () -> typed.refuse(Typed.WHOLE, sentence));
    }

    private static List<String> fieldsOf(MemberRefused.Reason reason) {
        return switch (reason) {
            case UNIT_NOT_OPEN -> List.of("unit");
            case BIRTH_DISAGREES, BIRTH_OR_SEX_MISSING -> List.of("birthOn");
            case SEX_DISAGREES -> List.of("sex");
            case ALREADY_IN_UNIT, RELATIVE_KNOWN -> List.of("number", "unit");
            case EMPLOYMENTS_OVERLAP, DAY_NOT_POSSIBLE, CATEGORIES_OVERLAP -> List.of("from", "until");
            case GUARDIAN_MISSING -> List.of("guardian");
            case MERGED_BEFORE, NOT_ALIKE, NOT_FOUND, CONSENT_MISSING -> List.of();
            case NOTHING_TO_CHANGE, FIELD_EMPTY, REASON_MISSING, SHOWN_TOO_OFTEN -> List.of();
        };
    }
}
