package org.huzhu.portal.print;

import static org.huzhu.portal.Texts.say;
import static org.huzhu.portal.print.Stationery.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.enrolment.Cover;
import org.huzhu.enrolment.Covers;
import org.huzhu.enrolment.Order.Hours;
import org.huzhu.enrolment.export.Listed;
import org.huzhu.enrolment.export.RosterDesk;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Workplaces;
import org.huzhu.portal.Texts;
import org.huzhu.portal.print.Printout.Column;
import org.huzhu.portal.print.Printout.Fact;
import org.huzhu.portal.print.Printout.Grid;
import org.huzhu.portal.print.Printout.Row;
import org.springframework.stereotype.Component;

/** That somebody is under cover (参保凭证): of one cover for his unit, of all that he has for himself. */
@Component
class CoverForms {

    private final Stationery stationery;
    private final RosterDesk rosters;
    private final Covers covers;
    private final MemberRegister register;
    private final Workplaces workplaces;

    CoverForms(
            Stationery stationery, RosterDesk rosters, Covers covers, MemberRegister register, Workplaces workplaces) {
        this.stationery = stationery;
        this.rosters = rosters;
        this.covers = covers;
        this.register = register;
        this.workplaces = workplaces;
    }

    /** A form, and the batch that it belongs to. */
    record Certificate(UUID batch, Printout printout) {}

    /** What is certified of a cover. */
    private record Held(
            String plan,
            String version,
            int units,
            DateSpan span,
            Optional<Hours> hours,
            Optional<LocalDate> waitsUntil,
            Money contribution,
            Cover.State state) {}

    Certificate one(Caller caller, UUID id, String address) {
        Listed cover = rosters.one(caller, id);
        Held held = new Held(
                cover.plan().plan(),
                cover.plan().version(),
                cover.units(),
                cover.span(),
                cover.hours(),
                cover.waitsUntil(),
                cover.contribution(),
                cover.state());
        List<Fact> facts = List.of(
                fact("members.name", cover.name()),
                fact("print.paper", cover.paper().orElseGet(() -> say("print.paper.gone"))),
                fact("batch.unit", stationery.name(cover.unit())),
                fact("batch.number", cover.number()));
        return new Certificate(
                cover.batch(),
                certificate(
                        cover.path(), say("print.row", cover.number(), cover.row()), address, facts, List.of(held)));
    }

    Printout own(Caller caller, String address) {
        UUID self = caller.member().orElseThrow();
        MemberLine line = register.detail(caller, self).line();
        Map<UUID, String> units = workplaces.names(caller, self);
        LocalDate today = stationery.today();
        List<Cover> held = covers.of(caller, List.of(self)).stream()
                .filter(cover -> cover.span().until().isAfter(today))
                .toList();
        String enrolledBy = held.stream()
                .map(Cover::enrolledBy)
                .distinct()
                .map(unit -> units.getOrDefault(unit, ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("、"));
        List<Fact> facts = List.of(
                fact("members.name", line.name()),
                fact("print.paper", line.paper()),
                fact("batch.unit", enrolledBy.isEmpty() ? units.getOrDefault(line.unit(), "") : enrolledBy));
        return certificate(
                line.path(),
                "",
                address,
                facts,
                held.stream().map(CoverForms::held).toList());
    }

    private static Held held(Cover cover) {
        return new Held(
                cover.plan().plan(),
                cover.plan().version(),
                cover.units(),
                cover.span(),
                cover.hours(),
                cover.waitsUntil(),
                cover.contribution(),
                cover.state());
    }

    private Printout certificate(String path, String number, String address, List<Fact> facts, List<Held> held) {
        return new Printout(
                stationery.heading("print.certificate", path, number, address),
                facts,
                new Grid(
                        List.of(
                                Column.text(say("batch.plan"), 70),
                                Column.text(say("print.version"), 40),
                                Column.amount(say("batch.units"), 32),
                                Column.text(say("print.span"), 134),
                                Column.text(say("print.waits"), 72),
                                Column.amount(say("print.yuan"), 66),
                                Column.text(say("batch.state"), 80)),
                        held.stream().map(this::row).toList()),
                List.of(),
                List.of(say(held.isEmpty() ? "print.certificate.none" : "print.certificate.note")),
                stationery.foot("print.stamp.office"));
    }

    private Row row(Held cover) {
        return Row.of(
                cover.plan(),
                cover.version(),
                Texts.count(cover.units()),
                Stationery.days(cover.span(), cover.hours()),
                cover.waitsUntil().map(LocalDate::toString).orElseGet(() -> say("print.waits.not")),
                Texts.yuan(cover.contribution()),
                say(state(cover)));
    }

    private String state(Held cover) {
        LocalDate today = stationery.today();
        if (!cover.span().until().isAfter(today)) {
            return "cover.ended";
        }
        if (cover.state() == Cover.State.AGREED) {
            return "cover.agreed";
        }
        return cover.span().from().isAfter(today) ? "cover.ahead" : "cover.holds";
    }
}
