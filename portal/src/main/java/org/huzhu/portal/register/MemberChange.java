package org.huzhu.portal.register;

import java.util.List;
import java.util.Locale;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberDetail.Kin;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;

/** What a handler can change of a member, each on a form of its own. */
public enum MemberChange {
    PHONE,
    ADDRESS,
    NAME,
    CARD,
    CATEGORY,
    UNCATEGORY,
    RELATIVE,
    TRANSFER,
    LEAVE;

    /** What its form asks for; where a unit is picked, that comes before. */
    List<Field> fields() {
        return switch (this) {
            case PHONE ->
                List.of(Field.maybe("phone", Kind.PHONE, "members.phone").hinted("change.phone.hint"));
            case ADDRESS ->
                List.of(Field.maybe("address", Kind.WORDS, "member.address").hinted("change.address.hint"));
            case NAME -> List.of(Field.wanted("name", Kind.TEXT, "members.name"));
            case CARD ->
                List.of(
                        Field.choice("kind", "change.card.kind", Choice.of(CardKind.values()))
                                .hinted("change.card.hint"),
                        Field.wanted("card", Kind.NUMBER, "change.card.number"));
            case CATEGORY -> List.of(categories(), Field.wanted("from", Kind.DAY, "change.from"), until().optional());
            case UNCATEGORY -> List.of(categories(), until());
            case RELATIVE -> relative();
            case TRANSFER -> List.of(Field.wanted("from", Kind.DAY, "change.transfer.from"));
            case LEAVE ->
                List.of(Field.wanted("until", Kind.DAY, "change.leave.until").hinted("change.leave.hint"));
        };
    }

    private static Field categories() {
        return Field.choice("kind", "member.categories", Choice.of(CategoryKind.values()));
    }

    private static Field until() {
        return Field.wanted("until", Kind.DAY, "change.until").hinted("change.until.hint");
    }

    private static List<Field> relative() {
        return List.of(
                Field.choice("kin", "change.kin", Choice.of(Kin.values())),
                Field.wanted("name", Kind.TEXT, "members.name"),
                MemberForms.paperKinds(),
                Field.wanted("number", Kind.NUMBER, "newcomer.number"),
                Field.maybe("birthOn", Kind.DAY, "members.birth").hinted("newcomer.birth.hint"),
                Field.maybe("guardian", Kind.NUMBER, "change.guardian").hinted("change.guardian.hint"));
    }

    /** The last part of its address. */
    public String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its heading among the texts. */
    public String title() {
        return "change." + address();
    }
}
