package org.huzhu.history;

import static org.huzhu.history.Field.constant;
import static org.huzhu.history.Field.contributionOrNone;
import static org.huzhu.history.Field.costOrNone;
import static org.huzhu.history.Field.day;
import static org.huzhu.history.Field.dayOrEnd;
import static org.huzhu.history.Field.dayOrNone;
import static org.huzhu.history.Field.eventOrNone;
import static org.huzhu.history.Field.large;
import static org.huzhu.history.Field.number;
import static org.huzhu.history.Field.textOrNone;
import static org.huzhu.history.Field.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huzhu.columns.EventKind;
import org.huzhu.history.parquet.Column;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;

/** The tables of the store, each a folder with a file for each part; what they hold is said here and nowhere else. */
public enum Table {
    MEMBERS(
            number("member"),
            textOrNone("member_no"),
            word("agency_word"),
            constant("sex", Sex.values()),
            day("born_on")),
    TERMS(
            number("member"),
            word("plan_word"),
            word("office_word"),
            day("from_on"),
            dayOrEnd("until_on"),
            number("units"),
            word("tier_word"),
            contributionOrNone("contribution_fen")),
    VISITS(EventKind.VISIT),
    STAYS(
            EventKind.STAY,
            day("discharged_on"),
            number("hospital_level"),
            constant("cause", Cause.values()),
            dayOrNone("accident_on"),
            word("icd_word"),
            eventOrNone("transferred_from"),
            dayOrNone("filed_on"),
            dayOrNone("settled_on")),
    DIAGNOSES(
            EventKind.DIAGNOSIS,
            word("disease_word"),
            dayOrNone("pathology_on"),
            dayOrNone("admitted_on"),
            dayOrNone("first_diagnosed_on")),
    ACCIDENTS(
            EventKind.ACCIDENT,
            large("grades"),
            number("prior_grade"),
            dayOrNone("assessed_on"),
            number("rest_days"),
            number("care_days"),
            number("injuries")),
    DEATHS(EventKind.DEATH, constant("cause", Cause.values()), dayOrNone("accident_on"), eventOrNone("accident")),
    LOSSES(EventKind.LOSS, constant("cause", LossCause.values()), large("amount_fen"), number("address")),
    MATURITIES(EventKind.MATURITY),
    PAYMENTS(
            number("member"),
            word("plan_word"),
            word("clause_word"),
            day("on_day"),
            number("person"),
            eventOrNone("event"),
            word("disease_word"),
            number("address"),
            large("amount_fen"),
            number("days"));

    /** What the member bore of a bill. */
    static final String BORNE = "borne_fen";

    private final Optional<EventKind> kind;

    @SuppressWarnings("ImmutableEnumChecker") // List.of and List.copyOf give lists that cannot change
    private final List<Field> fields;

    Table(Field... fields) {
        kind = Optional.empty();
        this.fields = List.of(fields);
    }

    Table(EventKind kind, Field... fields) {
        this.kind = Optional.of(kind);
        List<Field> all = new ArrayList<>(
                List.of(number("member"), number("event"), number("person"), number("circumstances"), day("day")));
        all.addAll(List.of(fields));
        if (kind == EventKind.VISIT || kind == EventKind.STAY) {
            for (CostField cost : CostField.values()) {
                all.add(costOrNone(column(cost)));
            }
            all.add(large(BORNE));
        }
        this.fields = List.copyOf(all);
    }

    /** The column that holds a part of a bill. */
    public static String column(CostField cost) {
        return cost.name().toLowerCase(Locale.ROOT) + "_fen";
    }

    /** The name of the table, which is that of its folder. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file of a part, below the folder of the store; with slashes. */
    public String file(int part) {
        return "%s/part-%05d.parquet".formatted(folder(), part);
    }

    /** The columns, in their order. */
    public List<Column> columns() {
        return fields.stream().map(Field::column).toList();
    }

    /** The kind of event of which the table has a row for each; empty where its rows are no events. */
    public Optional<EventKind> kind() {
        return kind;
    }

    List<Field> fields() {
        return fields;
    }

    Field field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        throw new IllegalArgumentException("The table " + folder() + " has no column " + name);
    }
}
