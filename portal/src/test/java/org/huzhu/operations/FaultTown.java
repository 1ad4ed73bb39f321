package org.huzhu.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.Townspeople;
import org.huzhu.city.Townspeople.Townsman;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundFounding;
import org.huzhu.ledger.FundOpening;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.operations.PastMonths.Term;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A society with members who claim and a fund that pays, on a PostgreSQL of its own with the settings of every other;
 * made to be broken in the midst of what it does.
 */
final class FaultTown implements AutoCloseable {

    private static final String PLAN = "住院津贴";
    private static final int YEAR = 2026;
    private static final int MONTHS = 6;
    private static final Occasion BEGINNING = new Occasion(LocalDate.of(2020, 1, 1), "试验");

    private final Home home;
    private final Organisation office;
    private final Organisation agency;
    private final Organisation unit;
    private final List<Townsman> people;
    private final Fund fund;
    private Server server;
    private Rooms rooms;
    private int next;

    private FaultTown(Home home, int members) {
        this.home = home;
        this.server = Servers.own(home, "huzhu", List.of(), _ -> {});
        Migrations.run(server, Society.ROOMS);
        this.rooms = rooms(true);
        FirstPlans.lay(rooms.context());
        this.office = organisation(Tier.OFFICE, "北京办事处", Optional.empty());
        this.agency = organisation(Tier.AGENCY, "代办处", Optional.of(office.id()));
        this.unit = organisation(Tier.UNIT, "和平印刷厂工会", Optional.of(agency.id()));
        Townspeople city = new Townspeople(1, YEAR);
        this.people = IntStream.iterate(1, number -> number + 1)
                .mapToObj(city::person)
                .filter(person -> person.id().birthDate().getYear() > YEAR - 50
                        && person.id().birthDate().getYear() < YEAR - 20)
                .limit(members)
                .toList();
        enrol();
        this.fund = asSystem(() -> rooms.get(FundFounding.class)
                .standing(new FundOpening(
                        "T-1", "试验基金", Fund.Kind.CONTRIBUTION, office.path(), LocalDate.of(YEAR, 1, 1))));
    }

    /** With so many members. */
    static FaultTown open(Path folder, int members) throws IOException {
        Home home = new Home(folder.resolve("society"));
        home.make();
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "huzhu");
        Files.createDirectories(cache);
        Files.createSymbolicLink(home.folder().resolve("programs"), cache);
        return new FaultTown(home, members);
    }

    /** The society over the server that runs; to close it leaves the server. */
    private Rooms rooms(boolean isClockTurned) {
        Map<String, Object> properties = new HashMap<>(Rooms.BESIDE);
        // What a test does not ask for is not made.
        properties.put("spring.main.lazy-initialization", "true");
        SpringApplication application = Rooms.society(home, server, properties, "town.log");
        application.setWebApplicationType(WebApplicationType.NONE);
        if (isClockTurned) {
            Rooms.turnClock(application);
        }
        return new Rooms(application.run(), server.on("huzhu"));
    }

    private Organisation organisation(Tier tier, String name, Optional<UUID> under) {
        return Scope.ofSystem().call(() -> rooms.get(Founding.class).open(new Opening(tier, name, under), BEGINNING));
    }

    private void enrol() {
        Doors doors = new Doors(rooms.context(), office);
        TurnedClock clock = doors.get(TurnedClock.class);
        LocalDate today = doors.today();
        clock.turnTo(today.minusMonths(MONTHS + 1));
        FirstPlans.open(rooms.context(), office);
        List<String> rows = people.stream()
                .map(person -> Doors.row(person.name(), person.id(), LocalDate.of(2015, 7, 1), person.card(), 1))
                .toList();
        new PastMonths(doors)
                .pass(
                        YearMonth.from(today).minusMonths(MONTHS),
                        List.of(new Term(unit, List.of(new Wanted(PLAN, Optional.empty())), false, rows)));
        clock.letGo();
    }

    /** Another unit below the same agency, with nobody in it. */
    Organisation unit(String name) {
        return organisation(Tier.UNIT, name, Optional.of(agency.id()));
    }

    Home home() {
        return home;
    }

    Rooms rooms() {
        return rooms;
    }

    Server server() {
        return server;
    }

    Fund fund() {
        return fund;
    }

    String officePath() {
        return office.path();
    }

    /** The path that claims of its members have. */
    String unitPath() {
        return unit.path();
    }

    /** Somebody who acts for an organisation, of many who could. */
    static Caller caller(Role role, String path, int number) {
        return new Caller(new UUID(1, number), role, Optional.of(path), Optional.empty()).fresh();
    }

    /** A member who was in no test before, with a card and under cover for months. */
    Caller member() {
        Caller handler = caller(Role.UNIT_HANDLER, unit.path(), 1);
        Paper paper = Paper.parse(Paper.Kind.RESIDENT, people.get(next++).id().text());
        UUID id = as(handler, () -> rooms.get(MemberRegister.class).findByPaper(handler, paper))
                .getFirst()
                .id();
        return new Caller(id, Role.MEMBER, Optional.empty(), Optional.of(id));
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return as(rooms, caller, work);
    }

    /** Works as somebody, in one transaction. */
    static <T> T as(Rooms rooms, Caller caller, Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(rooms.get(PlatformTransactionManager.class));
        return Objects.requireNonNull(caller.scope().call(() -> transaction.execute(_ -> work.get())));
    }

    private <T> T asSystem(Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(rooms.get(PlatformTransactionManager.class));
        return Objects.requireNonNull(Scope.ofSystem().call(() -> transaction.execute(_ -> work.get())));
    }

    long count(String query) {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            try (ResultSet rows = statement.executeQuery("select count(*) from " + query)) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    /** What of all that must hold does not. */
    List<String> flaws() {
        return Stream.of(Invariants.values())
                .flatMap(each -> each.broken(server).stream().map(id -> each.name() + ": " + id))
                .toList();
    }

    /** Kills every process of the database at once. */
    void killDatabase() throws IOException {
        Path own = home.folder().resolve("postgres").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(own).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> below = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }

    /** Starts again what was killed. */
    void reopen() {
        rooms.context().close();
        server.close();
        server = Servers.own(home, "huzhu", List.of(), _ -> {});
        rooms = rooms(false);
    }

    @Override
    public void close() {
        rooms.context().close();
        server.close();
    }
}
