package org.huzhu.contributions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.catalogue.PlanFounding;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.enrolment.BatchNews;
import org.huzhu.enrolment.Dues.Due;
import org.huzhu.enrolment.Dues.Line;
import org.huzhu.enrolment.Dues.PlanDue;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Funding;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionOperations;

/** An office with agencies and units, and short words for what happens there. */
@TestComponent
class Town {

    static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    static final String ILLNESS = "住院医疗";
    static final String WOMEN = "女工特疾";
    static final String PUBLIC = "暖互助";

    private static final Occasion OCCASION = new Occasion(LocalDate.of(2020, 1, 1), "试验");
    private static final Path PLANS = Path.of("..", "plans");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Founding founding;
    private final PlanFounding plans;
    private final FakeDues dues;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Server server;

    Town(
            Founding founding,
            PlanFounding plans,
            FakeDues dues,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Server server) {
        this.founding = founding;
        this.plans = plans;
        this.dues = dues;
        this.events = events;
        this.transactions = transactions;
        this.server = server;
    }

    /** What stands in for the room of enrolment. */
    static class Surroundings {

        @Bean
        @Primary
        FakeDues fakeDues() {
            return new FakeDues();
        }
    }

    /** An office of its own for each test, an agency and two units below it. */
    record Place(Organisation office, Organisation agency, Organisation mill, Organisation school) {

        Caller maker() {
            return caller(Role.FINANCE_MAKER, office.path());
        }

        Caller checker() {
            return caller(Role.FINANCE_CHECKER, office.path()).fresh();
        }

        Caller handler(Organisation unit) {
            return caller(Role.UNIT_HANDLER, unit.path());
        }
    }

    static Caller caller(Role role, String path) {
        return new Caller(UUID.randomUUID(), role, Optional.of(path), Optional.empty());
    }

    Place place() {
        int number = NUMBERS.incrementAndGet();
        Scope.ofSystem().run(() -> {
            if (plans.isDue()) {
                plans.found(files());
            }
        });
        Organisation office = open(Tier.OFFICE, "第%d办事处".formatted(number), Optional.empty());
        Organisation agency = open(Tier.AGENCY, "第%d区总工会".formatted(number), Optional.of(office.id()));
        return new Place(
                office,
                agency,
                open(Tier.UNIT, "第%d棉纺厂工会".formatted(number), Optional.of(agency.id())),
                open(Tier.UNIT, "第%d中学工会".formatted(number), Optional.of(agency.id())));
    }

    private Organisation open(Tier tier, String name, Optional<UUID> under) {
        return Scope.ofSystem().call(() -> founding.open(new Opening(tier, name, under), OCCASION));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(PLANS)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                files.put(PLANS.relativize(file).toString().replace('\\', '/'), Files.readString(file, UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** So many persons of a roster under a plan, each for so many yuan. */
    record Covers(String plan, Funding funding, List<UUID> persons, Money each) {

        static Covers of(String plan, int persons, long yuan) {
            return new Covers(plan, Funding.CONTRIBUTION, people(persons), Money.ofYuan(yuan));
        }
    }

    static List<UUID> people(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    UUID confirmed(Organisation unit, Covers... covers) {
        return confirmed(unit, APRIL, covers);
    }

    /** A batch that the handler of the unit brought and that was confirmed, in his name. */
    UUID confirmed(Organisation unit, LocalDate startsOn, Covers... covers) {
        UUID batch = UUID.randomUUID();
        List<Line> lines = new ArrayList<>();
        List<PlanDue> sums = new ArrayList<>();
        for (Covers each : covers) {
            each.persons().forEach(person -> lines.add(new Line(lines.size() + 1, person, each.plan(), each.each())));
            int heads = each.persons().size();
            sums.add(new PlanDue(each.plan(), each.funding(), heads, each.each().times(heads)));
        }
        String number = "2026-%06d".formatted(NUMBERS.incrementAndGet());
        dues.keep(new Due(batch, number, unit.id(), unit.path(), startsOn, sums), lines);
        within(caller(Role.UNIT_HANDLER, unit.path()), () -> {
            events.publishEvent(new BatchNews.Confirmed(batch));
            return batch;
        });
        return batch;
    }

    void takeBack(Organisation unit, UUID batch) {
        within(caller(Role.UNIT_HANDLER, unit.path()), () -> {
            events.publishEvent(new BatchNews.TakenBack(batch));
            return batch;
        });
    }

    /** In a transaction of the caller. */
    <T> T within(Caller caller, Callable<T> work) {
        return as(
                caller,
                () -> Objects.requireNonNull(transactions.execute(_ -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })));
    }

    static <T> T as(Caller caller, Callable<T> work) {
        return caller.scope().call(() -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    static void doAs(Caller caller, Runnable work) {
        caller.scope().run(work);
    }

    static void refuses(ContributionRefused.Reason reason, Callable<?> work) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(
                        ContributionRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** A file as a bank writes it: serial number, day, sum in, payer, remark. */
    Path file(Path folder, Charset charset, List<List<String>> lines) {
        StringBuilder text = new StringBuilder("账号：0200001,币种：人民币\n交易流水号,交易日期,借方金额(元),贷方金额(元),对方户名,附言\n");
        lines.forEach(line -> text.append("%s,%s,,\"%s\",%s,%s\n".formatted(line.toArray())));
        text.append("合计,,,1.00\n");
        try {
            return Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), text, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the database says of the books: nothing, where they agree. */
    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            for (String query : Agreement.ALL) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        flaws.add(rows.getString(1) + ": " + query);
                    }
                }
            }
            owner.rollback();
            return flaws;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What the account of an office's fund comes to, by kinds of funds. */
    long balance(Organisation office, String account, String kind) {
        return number("""
                select coalesce(sum(e.fen), 0) from ledger.entry e join ledger.account a on a.id = e.account
                join ledger.fund f on f.id = e.fund
                where f.path = '%s' and a.code = '%s' and f.kind = '%s'
                """.formatted(office.path(), account, kind));
    }

    long number(String query) {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            try (ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
