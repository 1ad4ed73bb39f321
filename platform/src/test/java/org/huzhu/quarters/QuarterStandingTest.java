package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Town;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.staff.Operator;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A file of a quarter comes for minutes; who lost his account meanwhile has brought nothing. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class QuarterStandingTest {

    private static final int YEAR = 2025;

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private Officers officers;

    @Autowired
    private QuarterDesk desk;

    @Autowired
    private Operator operator;

    /** Ends at once, and does something before. */
    private static InputStream end(Runnable before) {
        return new InputStream() {
            @Override
            public int read() {
                // Elsewhere, as it is elsewhere that somebody does it.
                CompletableFuture.runAsync(before).join();
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return read();
            }
        };
    }

    private FeedFile bring(Caller caller, UUID run, Runnable meanwhile) {
        return officers.as(caller, () -> {
            try (InputStream file = Files.newInputStream(folder.resolve("city").resolve("feed-q1.csv"));
                    InputStream bytes = new SequenceInputStream(file, end(meanwhile))) {
                return desk.bring(caller, run, Kind.FEED, bytes, Manifest.NONE);
            }
        });
    }

    @Test
    void who_loses_his_account_while_his_file_comes_has_brought_nothing() throws IOException {
        City.make(CityOrder.usual(50, 1, YEAR), folder.resolve("city"));
        Office office = officers.office();
        String path = office.organisation().path();
        UUID run = officers.open(office, YEAR, 1);
        UUID account = Scope.ofSystem()
                .call(() -> operator.invite(new Person("feeds", "刘东", "13800138000"), path))
                .account();
        Grant grant = new Grant(account, Role.RELIEF_OFFICER, Optional.empty(), path, Optional.empty());
        UUID _ = Scope.ofSystem().call(() -> operator.grant(grant));
        Caller caller = new Caller(account, Role.RELIEF_OFFICER, Optional.of(path), Optional.empty());

        assertThatThrownBy(() -> bring(caller, run, () -> Scope.ofSystem().run(() -> operator.disable(account))))
                .isInstanceOf(Refused.class);

        assertThat(officers.as(office.relief(), () -> desk.files(office.relief(), run)))
                .isEmpty();
        assertThat(bring(office.relief(), run, () -> {}).rows()).isPositive();
    }
}
