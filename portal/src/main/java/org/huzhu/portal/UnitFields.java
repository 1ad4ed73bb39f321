package org.huzhu.portal;

import java.util.Arrays;
import java.util.Optional;
import org.huzhu.kernel.CreditCode;
import org.huzhu.unions.UnitFacts;
import org.huzhu.unions.UnitFacts.Contact;
import org.huzhu.unions.UnitFacts.Kind;

/** The fields about a unit, which several forms ask for. Each method throws {@link Mistyped}. */
public final class UnitFields {

    private static final int NAME_MIN = 2;
    private static final int NAME_MAX = 100;
    private static final int STAFF_MAX = 1_000_000;

    private UnitFields() {}

    public static String name(Typed typed) {
        return named(typed.at("name"), "change.name.wrong");
    }

    private static String named(String name, String otherwise) {
        int length = name.codePointCount(0, name.length());
        if (length < NAME_MIN || length > NAME_MAX) {
            throw Mistyped.of(otherwise);
        }
        return name;
    }

    public static Contact contact(Typed typed) {
        String name = named(typed.at("contact"), "change.contact.wrong");
        String phone = typed.at("phone").replace(" ", "");
        if (!phone.matches("\\+?[0-9-]{5,20}")) {
            throw Mistyped.of("change.phone.wrong");
        }
        return new Contact(name, phone);
    }

    public static UnitFacts facts(Typed typed) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(typed.at("kind")))
                .findFirst()
                .orElseThrow(() -> Mistyped.of("change.kind.missing"));
        int staff = count(typed.at("staff"));
        int women = count(typed.at("women"));
        if (women > staff) {
            throw Mistyped.of("change.women.wrong", women, staff);
        }
        return new UnitFacts(
                code(typed, "unionCode", "tree.code.union"),
                code(typed, "employerCode", "tree.code.employer"),
                kind,
                staff,
                women,
                Optional.of(typed.at("hostedIn")).filter(text -> !text.isEmpty()));
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > STAFF_MAX) {
            throw Mistyped.of("change.staff.wrong");
        }
        return Integer.parseInt(text);
    }

    private static Optional<CreditCode> code(Typed typed, String field, String title) {
        String text = typed.at(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(CreditCode.find(text).orElseThrow(() -> Mistyped.of("change.code.wrong", Texts.say(title))));
    }
}
