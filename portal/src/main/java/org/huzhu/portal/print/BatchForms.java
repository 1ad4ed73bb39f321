package org.huzhu.portal.print;

import static org.huzhu.portal.Texts.count;
import static org.huzhu.portal.Texts.say;
import static org.huzhu.portal.Texts.yuan;
import static org.huzhu.portal.print.Stationery.fact;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.contributions.Bill;
import org.huzhu.contributions.ContributionDesk;
import org.huzhu.enrolment.Batch;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.enrolment.Look;
import org.huzhu.enrolment.export.Listed;
import org.huzhu.enrolment.export.RosterDesk;
import org.huzhu.portal.print.Printout.Column;
import org.huzhu.portal.print.Printout.Fact;
import org.huzhu.portal.print.Printout.Grid;
import org.huzhu.portal.print.Printout.Row;
import org.springframework.stereotype.Component;

/** The forms of a batch: what is enrolled (参保单), and who (参保名册). */
@Component
class BatchForms {

    /** A roster on paper has so many rows; a longer one is a file. */
    static final int ROWS_MAX = 500;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Stationery stationery;
    private final EnrolmentDesk desk;
    private final RosterDesk rosters;
    private final ContributionDesk contributions;
    private final Access access;

    BatchForms(
            Stationery stationery,
            EnrolmentDesk desk,
            RosterDesk rosters,
            ContributionDesk contributions,
            Access access) {
        this.stationery = stationery;
        this.desk = desk;
        this.rosters = rosters;
        this.contributions = contributions;
        this.access = access;
    }

    /** What the unit signs and stamps. */
    Printout form(Caller caller, UUID id, String address) {
        Look look = desk.look(caller, id);
        Batch batch = look.batch();
        List<Bill> bills = access.allows(caller, Operation.CONTRIBUTION_VIEW, batch.path())
                ? contributions.bills(caller, id)
                : List.of();
        return new Printout(
                stationery.heading("print.form", batch.path(), batch.number(), address),
                List.of(
                        fact("batch.unit", stationery.name(batch.unit())),
                        fact(
                                "print.channel",
                                say("PrintChannel." + batch.channel().name())),
                        fact("batch.starts", batch.startsOn().toString()),
                        fact("batch.state", say("BatchState." + batch.state().name())),
                        fact("print.people", count(look.people())),
                        fact(
                                "print.filed",
                                LocalDate.ofInstant(batch.madeAt(), CHINA).toString())),
                plans(look),
                sums(look, bills),
                List.of(say("print.form.note")),
                stationery.foot("print.stamp.unit", "print.sign.handler", "print.sign.head", "print.sign.reviewer"));
    }

    private static Grid plans(Look look) {
        List<Row> rows = look.plans().stream()
                .map(sum -> Row.of(
                        sum.plan(),
                        pinned(look.batch(), sum.plan(), Batch.Pinned::version),
                        pinned(look.batch(), sum.plan(), plan -> plan.tier().orElse("")),
                        count(sum.heads()),
                        count(sum.units()),
                        yuan(sum.due())))
                .toList();
        return new Grid(
                List.of(
                        Column.text(say("batch.plan"), 6),
                        Column.text(say("print.version"), 3),
                        Column.text(say("print.tier"), 3),
                        Column.amount(say("batch.heads"), 3),
                        Column.amount(say("batch.units"), 3),
                        Column.amount(say("print.yuan"), 4)),
                rows);
    }

    private static String pinned(Batch batch, String plan, java.util.function.Function<Batch.Pinned, String> what) {
        return batch.plans().stream()
                .filter(pinned -> pinned.plan().equals(plan))
                .map(what)
                .collect(Collectors.joining());
    }

    private static List<Fact> sums(Look look, List<Bill> bills) {
        List<Fact> sums = new ArrayList<>();
        int heads = look.plans().stream().mapToInt(Look.PlanSum::heads).sum();
        int units = look.plans().stream().mapToInt(Look.PlanSum::units).sum();
        sums.add(fact("print.total", say("print.total.form", heads, units, yuan(look.due()))));
        sums.add(Stationery.capitals(look.due()));
        if (!bills.isEmpty()) {
            String payers = bills.stream()
                    .map(bill -> say("print.payer", bill.payerName(), yuan(bill.due()), bill.reference()))
                    .collect(Collectors.joining("；"));
            sums.add(fact("bill.payer", payers));
        }
        return sums;
    }

    /** Who is enrolled, as far as it fits on paper. */
    Printout roster(Caller caller, UUID id, String address) {
        Look look = desk.look(caller, id);
        Batch batch = look.batch();
        List<Listed> covers = rosters.first(caller, id, ROWS_MAX);
        int all = look.plans().stream().mapToInt(Look.PlanSum::heads).sum();
        return new Printout(
                stationery.heading("print.roster", batch.path(), batch.number(), address),
                List.of(
                        fact("batch.unit", stationery.name(batch.unit())),
                        fact("batch.state", say("BatchState." + batch.state().name()))),
                roster(covers),
                covers.isEmpty()
                        ? List.of()
                        : List.of(
                                fact("print.total", say("print.total.roster", all, yuan(look.due()))),
                                Stationery.capitals(look.due())),
                List.of(note(covers.size(), all)),
                stationery.foot("print.stamp.unit", "print.sign.handler", "print.sign.head"));
    }

    private static String note(int shown, int all) {
        if (shown == 0) {
            return say("print.roster.none");
        }
        return shown < all ? say("print.roster.more", shown, all) : say("print.roster.masked");
    }

    private static Grid roster(List<Listed> covers) {
        List<Row> rows = IntStream.range(0, covers.size())
                .mapToObj(at -> row(at + 1, covers.get(at)))
                .toList();
        return new Grid(
                List.of(
                        Column.amount(say("print.place"), 30),
                        Column.text(say("members.name"), 58),
                        Column.text(say("print.paper"), 104),
                        Column.text(say("batch.plan"), 70),
                        Column.amount(say("batch.units"), 32),
                        Column.text(say("print.span"), 134),
                        Column.amount(say("print.yuan"), 62)),
                rows);
    }

    private static Row row(int place, Listed cover) {
        return new Row(
                "/w/covers/" + cover.cover(),
                List.of(
                        count(place),
                        cover.name(),
                        cover.paper().orElseGet(() -> say("print.paper.gone")),
                        cover.plan().plan(),
                        count(cover.units()),
                        Stationery.days(cover.span(), cover.hours()),
                        yuan(cover.contribution())));
    }
}
