package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Town;
import org.huzhu.members.merges.EntriesMerged;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines follow the organisation that moves, and the member whose entry is joined to another. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class QuartersFollowTest {

    private static final int YEAR = 2025;
    private static final Occasion OCCASION = new Occasion(LocalDate.of(2025, 1, 1), "试验");

    @TempDir
    private static Path folder = Path.of("");

    private final Officers officers;
    private final QuarterWork work;
    private final QuarterTools tools;
    private final JdbcClient database;
    private final Founding founding;
    private final OwnQuarters own;
    private final ApplicationEventPublisher events;

    @Autowired
    QuartersFollowTest(ApplicationContext rooms) {
        this.officers = rooms.getBean(Officers.class);
        this.work = rooms.getBean(QuarterWork.class);
        this.tools = rooms.getBean(QuarterTools.class);
        this.database = rooms.getBean(JdbcClient.class);
        this.founding = rooms.getBean(Founding.class);
        this.own = rooms.getBean(OwnQuarters.class);
        this.events = rooms;
    }

    @BeforeAll
    static void makeCity() throws IOException {
        City.make(CityOrder.usual(400, 1, YEAR), folder.resolve("city"));
    }

    private UUID confirmed(Office office) {
        UUID run = officers.tried(office, folder.resolve("city"), YEAR, 1);
        officers.confirmed(office, run);
        work.go();
        return run;
    }

    private int change(String sql) {
        return Scope.ofSystem().call(() -> tools.whole(() -> database.sql(sql).update()));
    }

    private List<String> paths(UUID run) {
        return Scope.ofSystem()
                .call(() -> tools.whole(
                        () -> database.sql("select distinct path::text from quarters.line where run = :run order by 1")
                                .param("run", run)
                                .query((row, _) -> row.getString(1))
                                .list()));
    }

    @Test
    void lines_follow_the_organisation_that_moves() {
        Office office = officers.office();
        Office other = officers.office();
        Organisation agency = Scope.ofSystem()
                .call(() -> founding.open(
                        new Opening(
                                Tier.AGENCY,
                                "搬走的代办处",
                                Optional.of(office.organisation().id())),
                        OCCASION));
        UUID run = confirmed(office);
        assertThat(change("update quarters.line set path = '%s' where run = '%s' and due_fen > 0"
                        .formatted(agency.path(), run)))
                .isPositive();

        Organisation moved = Scope.ofSystem()
                .call(() -> founding.move(agency.id(), other.organisation().id(), OCCASION));

        assertThat(paths(run)).contains(moved.path()).doesNotContain(agency.path());
    }

    private List<OwnQuarters.Own> all(UUID member) {
        Caller self = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        return officers.as(self, () -> own.all(self));
    }

    private void tell(EntriesMerged news) {
        Scope.ofSystem()
                .run(() -> tools.whole(() -> {
                    events.publishEvent(news);
                    return true;
                }));
    }

    @Test
    void what_an_entry_got_is_seen_by_the_entry_that_stays_until_the_join_is_undone() {
        Office office = officers.office();
        UUID given = officers.member();
        UUID kept = officers.member();
        UUID run = confirmed(office);
        int lines =
                change("update quarters.line set member = '%s' where run = '%s' and due_fen > 0".formatted(given, run));
        assertThat(all(given)).hasSize(Math.min(lines, 100));

        tell(new EntriesMerged(kept, given, false));
        assertThat(all(kept)).isNotEmpty();
        assertThat(all(given)).isEmpty();

        tell(new EntriesMerged(kept, given, true));
        assertThat(all(kept)).isEmpty();
        assertThat(all(given)).hasSize(Math.min(lines, 100));
    }
}
