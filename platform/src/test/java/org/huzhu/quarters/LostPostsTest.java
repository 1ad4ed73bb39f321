package org.huzhu.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Standing;
import org.huzhu.enrolment.Town;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.checks.QuarterChecks;
import org.huzhu.quarters.designated.Designation;
import org.huzhu.quarters.designated.Designations;
import org.huzhu.quarters.designated.Designations.Taken;
import org.huzhu.quarters.feeders.Feeders;
import org.huzhu.quarters.filed.Filings;
import org.huzhu.quarters.mending.Mending;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Whoever loses his post while he is at something, and two who are at the same. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class, LostPostsTest.Lost.class})
class LostPostsTest {

    private static final byte[] REGISTER =
            "member_no,id_number,name,card_no,valid_from,valid_to,agency\n1,2,3,4,5,6,7\n".getBytes(UTF_8);

    private final ApplicationContext rooms;
    private final Officers officers;
    private final Lost lost;

    @Autowired
    LostPostsTest(ApplicationContext rooms) {
        this.rooms = rooms;
        this.officers = rooms.getBean(Officers.class);
        this.lost = rooms.getBean(Lost.class);
    }

    /** Says whose post has ended in between. */
    @Primary
    @TestComponent
    static class Lost implements Standing {

        private final Set<UUID> accounts = ConcurrentHashMap.newKeySet();

        @Override
        public boolean holds(Caller caller) {
            return !accounts.contains(caller.account());
        }
    }

    private <T> T get(Class<T> door) {
        return rooms.getBean(door);
    }

    private void refuses(Caller by, Callable<?> task) {
        lost.accounts.add(by.account());
        assertThatThrownBy(() -> officers.as(by, task)).isInstanceOf(Refused.class);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Test
    void whoever_loses_his_post_changes_nothing_of_a_quarter() {
        Office office = officers.office();
        UUID run = officers.open(office, 2024, 1);
        Caller relief = office.relief().fresh();
        QuarterDesk desk = get(QuarterDesk.class);
        refuses(relief, () -> desk.open(relief, new Quarter(Officers.PLAN, 2024, 2)));
        refuses(relief, () -> desk.bring(relief, new Quarter(Officers.PLAN, 2024, 1), List.of()));
        refuses(
                relief,
                () -> desk.bring(relief, run, Kind.REGISTER, new ByteArrayInputStream(REGISTER), Manifest.NONE));
        QuarterChecks checks = get(QuarterChecks.class);
        refuses(relief, () -> checks.fit(relief, run, Set.of(run)));
    }

    @Test
    void whoever_loses_his_post_makes_no_key_mends_nothing_and_brings_no_list() {
        Office office = officers.office();
        Caller relief = office.relief().fresh();
        Feeders feeders = get(Feeders.class);
        LocalDate day = get(QuarterTools.class).today().plusDays(2);
        refuses(relief, () -> feeders.make(relief, "医保中心", day));
        refuses(relief, () -> {
            feeders.end(relief, UUID.randomUUID());
            return true;
        });
        Mending mending = get(Mending.class);
        refuses(relief, () -> {
            mending.ask(relief, UUID.randomUUID(), "张三", "");
            return true;
        });
        refuses(office.reviewer(), () -> {
            mending.confirm(office.reviewer(), UUID.randomUUID(), UUID.randomUUID());
            return true;
        });
        Designations designations = get(Designations.class);
        refuses(relief, () -> designations.bring(relief, Designation.Kind.HARDSHIP, list(1)));
        refuses(relief, () -> designations.end(relief, UUID.randomUUID(), day));
        Caller handler =
                Town.at(org.huzhu.access.Role.AGENCY_HANDLER, get(Town.class).agency());
        Filings filings = get(Filings.class);
        refuses(
                handler,
                () -> filings.enter(
                        handler,
                        Officers.PLAN,
                        2020,
                        bytes("身份证号,封顶线以上\n%s,1\n"
                                .formatted(Town.people(1).getFirst().number()))));
    }

    private static ByteArrayInputStream list(int people) {
        StringBuilder rows = new StringBuilder("姓名,身份证号,起始日期,终止日期,依据\n");
        Town.people(people).forEach(each -> rows.append("张三,%s,2024-01-01,,名单\n".formatted(each.number())));
        return bytes(rows.toString());
    }

    @Test
    void of_several_who_bring_the_same_list_at_once_one_brings_it() {
        Office office = officers.office();
        Designations designations = get(Designations.class);
        IntStream.range(0, 20).forEach(_ -> {
            byte[] list = list(3).readAllBytes();
            List<Taken> taken = Together.all(
                    4,
                    () -> officers.as(
                            office.relief(),
                            () -> designations.bring(
                                    office.relief(), Designation.Kind.HARDSHIP, new ByteArrayInputStream(list))));
            assertThat(taken.stream().mapToInt(Taken::fresh).sum()).isEqualTo(3);
        });
    }
}
