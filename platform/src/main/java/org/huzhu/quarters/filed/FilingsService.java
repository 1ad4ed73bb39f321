package org.huzhu.quarters.filed;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Chance;
import org.huzhu.database.BeyondReach;
import org.huzhu.members.roll.Roll;
import org.huzhu.members.roll.Roll.Place;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.filed.Filing.State;
import org.huzhu.quarters.filed.FilingList.Entry;
import org.huzhu.quarters.filed.Filings.Wrong.Reason;
import org.huzhu.quarters.filed.JdbcFilings.Fresh;
import org.huzhu.quarters.working.YearlyRules;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

@Service
class FilingsService implements Filings {

    private final JdbcFilings filings;
    private final Roll roll;
    private final UnionTree tree;
    private final YearlyRules rules;
    private final BeyondReach beyond;
    private final Tools tools;

    FilingsService(JdbcFilings filings, Roll roll, UnionTree tree, YearlyRules rules, BeyondReach beyond, Tools tools) {
        this.beyond = beyond;
        this.filings = filings;
        this.roll = roll;
        this.tree = tree;
        this.rules = rules;
        this.tools = tools;
    }

    /** What it has at hand. */
    @Component("filingTools")
    record Tools(Access access, AuditTrail trail, Clock clock, Chance chance, TransactionOperations transactions) {

        String require(Caller caller, Operation operation) {
            String path = caller.path().orElse("");
            access.require(caller, operation, path);
            return path;
        }

        <T> T whole(Supplier<T> work) {
            return Objects.requireNonNull(transactions.execute(_ -> work.get()));
        }

        void done(Operation operation, String object, String what, String path) {
            trail.record(
                    Deed.done(operation.title(), "filing", object).because(what).at(path));
        }
    }

    @Override
    public List<Filing> all(Caller caller, int year, int max) {
        String _ = tools.require(caller, Operation.CLAIM_VIEW);
        return tools.whole(() -> filings.all(year, max));
    }

    @Override
    public Taken enter(Caller caller, String plan, int year, InputStream list) {
        String path = tools.require(caller, Operation.FILING_ENTER);
        if (!isSettled(plan, year)) {
            return new Taken(0, 0, List.of(new Wrong(1, Reason.YEAR)));
        }
        FilingList read = FilingList.of(list);
        if (!read.wrong().isEmpty()) {
            return new Taken(0, 0, read.wrong());
        }
        try {
            return tools.whole(() -> {
                String _ = tools.require(caller, Operation.FILING_ENTER);
                Taken taken = new Entering(plan, year, office(path)).all(read.entries());
                tools.done(Operation.FILING_ENTER, plan + " " + year, taken.entered() + " entered", path);
                return taken;
            });
        } catch (Nothing nothing) {
            return new Taken(0, 0, nothing.wrong);
        }
    }

    /** Lines are wrong: nothing of the list is entered. */
    private static final class Nothing extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Wrong> wrong;

        Nothing(List<Wrong> wrong) {
            super("Lines of a list are wrong");
            this.wrong = wrong;
        }
    }

    private boolean isSettled(String plan, int year) {
        boolean isOver = LocalDate.ofInstant(
                        tools.clock().instant(), tools.clock().getZone())
                .isAfter(LocalDate.of(year, 12, 31));
        try {
            return isOver
                    && rules.above(new Quarter(plan, year, Quarter.YEARLY)).isPresent();
        } catch (SettlementStopped _) {
            return false;
        }
    }

    /** The path of the office at or above the place of whoever files, who need not reach it. */
    private String office(String path) {
        return beyond.call(() -> {
            Organisation at = tree.at(path).orElseThrow();
            return Stream.concat(tree.above(at.id()).stream(), Stream.of(at))
                    .filter(each -> each.tier() == Tier.OFFICE)
                    .map(Organisation::path)
                    .max(Comparator.comparingInt(String::length))
                    .orElseThrow();
        });
    }

    /** A list on its way in. */
    private final class Entering {

        private final String plan;
        private final int year;
        private final String office;
        private final Instant now = tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
        private final List<Wrong> wrong = new ArrayList<>();
        private int entered;
        private int same;

        Entering(String plan, int year, String office) {
            this.plan = plan;
            this.year = year;
            this.office = office;
        }

        Taken all(List<Entry> entries) {
            Map<String, Place> places = roll.residents(
                    entries.stream().map(entry -> entry.number().text()).toList());
            Map<UUID, Roll.Named> names =
                    roll.named(places.values().stream().map(Place::member).toList());
            for (Entry entry : entries) {
                Place place = places.get(entry.number().text());
                Roll.Named named = place == null ? null : names.get(place.member());
                if (place == null || named == null) {
                    wrong.add(new Wrong(entry.line(), Reason.NOT_MEMBER));
                } else {
                    one(entry, place, named.name());
                }
            }
            if (!wrong.isEmpty()) {
                throw new Nothing(wrong);
            }
            return new Taken(entered, same, List.of());
        }

        private void one(Entry entry, Place place, String name) {
            Optional<Filing> there = filings.of(office, plan, year, entry.number());
            if (there.isEmpty()) {
                Fresh fresh = new Fresh(tools.chance().id(now), office, place.path(), plan, year, place.member(), name);
                if (filings.add(fresh, entry.number(), entry.figures(), now)) {
                    entered++;
                } else {
                    wrong.add(new Wrong(entry.line(), Reason.ELSEWHERE));
                }
            } else if (there.get().figures().equals(entry.figures())
                    && there.get().state() != State.RETURNED) {
                same++;
            } else {
                filings.again(there.get().id(), entry.figures(), now);
                entered++;
            }
        }
    }

    @Override
    public boolean pass(Caller caller, UUID id, int version) {
        return decide(caller, id, "pass", filing -> switch (caller.role()) {
            case AGENCY_REVIEWER -> filings.pass(id, version);
            case OFFICE_REVIEWER -> filings.accept(id, version);
            default -> false;
        });
    }

    @Override
    public boolean giveBack(Caller caller, UUID id, int version, String why) {
        return decide(
                caller,
                id,
                "return",
                filing ->
                        mayReturn(caller.role(), filing.state()) && filings.giveBack(id, version, filing.state(), why));
    }

    /** The agency what has just been entered, the office what waits for it, or was accepted. */
    private static boolean mayReturn(Role role, State state) {
        return switch (state) {
            case ENTERED -> role == Role.AGENCY_REVIEWER;
            case PASSED, ACCEPTED -> role == Role.OFFICE_REVIEWER;
            case RETURNED -> false;
        };
    }

    private boolean decide(Caller caller, UUID id, String what, Predicate<Filing> step) {
        return tools.whole(() -> {
            String _ = tools.require(caller, Operation.CLAIM_REVIEW);
            Optional<Filing> filing = filings.one(id);
            boolean done = filing.filter(step).isPresent();
            if (done) {
                tools.done(
                        Operation.CLAIM_REVIEW,
                        id.toString(),
                        what,
                        filing.get().path());
            }
            return done;
        });
    }
}
