package org.huzhu.portal.print;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.enrolment.Order.Hours;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Texts;
import org.huzhu.portal.print.Printout.Fact;
import org.huzhu.portal.print.Printout.Foot;
import org.huzhu.portal.print.Printout.Heading;
import org.huzhu.unions.UnionTree;
import org.huzhu.unions.offices.Offices;
import org.springframework.stereotype.Component;

/** What all forms have in common: whose they are, how they begin and end, how sums and days are written. */
@Component
class Stationery {

    private final UnionTree tree;
    private final Offices offices;
    private final Clock clock;

    Stationery(UnionTree tree, Offices offices, Clock clock) {
        this.tree = tree;
        this.offices = offices;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    /** What the organisation is called; empty text where it is out of reach. */
    String name(UUID organisation) {
        return tree.names(List.of(organisation)).getOrDefault(organisation, "");
    }

    /** The beginning of a form of the society that the path belongs to. */
    Heading heading(String title, String path, String number, String address) {
        return new Heading(Texts.say(title), offices.over(path).orElseGet(() -> Texts.say("name")), number, address);
    }

    Foot foot(String stamp, String... signs) {
        return new Foot(Arrays.stream(signs).map(Texts::say).toList(), Texts.say(stamp), today());
    }

    static Fact fact(String name, String value) {
        return new Fact(Texts.say(name), value);
    }

    static String yuan(Money sum) {
        return "¥" + Texts.yuan(sum);
    }

    /** The sum in capitals, as it must stand on whatever is paid by. */
    static Fact capitals(Money sum) {
        return fact("bill.capitals", sum.inCapitals());
    }

    /** The first day and the last, with their hours where some are agreed. */
    static String days(DateSpan span, Optional<Hours> hours) {
        LocalDate last = span.until().minusDays(1);
        return hours.map(its -> Texts.say("print.days", span.from() + " " + its.from(), last + " " + its.last()))
                .orElseGet(() -> Texts.say("print.days", span.from(), last));
    }
}
