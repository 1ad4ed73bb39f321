package org.huzhu.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.members.MembersRoom.MILL;
import static org.huzhu.members.MembersRoom.SCHOOL;
import static org.huzhu.members.MembersRoom.as;
import static org.huzhu.members.MembersRoom.caller;
import static org.huzhu.members.MembersRoom.doAs;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.audit.Deed;
import org.huzhu.members.Duplicates.Likeness;
import org.huzhu.members.MemberRefused.Reason;
import org.huzhu.members.MembersRoom.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = {Society.class, MembersRoom.class})
class DuplicatesTest {

    private static final Caller AGENCY = caller(Role.AGENCY_HANDLER, "bj.dc");

    private final MemberRegister register;
    private final Duplicates duplicates;
    private final Trail trail;

    @Autowired
    DuplicatesTest(MemberRegister register, Duplicates duplicates, Trail trail) {
        this.register = register;
        this.duplicates = duplicates;
        this.trail = trail;
    }

    private UUID admit(UUID unit, Admission admission) {
        return as(AGENCY, () -> register.admit(AGENCY, unit, admission));
    }

    private MemberDetail detail(UUID member) {
        return as(AGENCY, () -> register.detail(AGENCY, member));
    }

    private void merge(UUID kept, UUID given) {
        doAs(AGENCY, () -> duplicates.merge(AGENCY, kept, given, "同一人"));
    }

    private void assertRefused(Runnable work, Reason reason) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        MemberRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void the_same_number_and_the_same_name_with_birth_date_are_found_as_likely_one_person() {
        LocalDate birth = LocalDate.of(1971, 1, 17);
        Admission first = People.admission("甄宓洛", People.number(birth));
        UUID one = admit(MILL.id(), first);
        UUID samePaper = admit(SCHOOL.id(), People.admission("甄密洛", ((Paper.Resident) first.paper()).id()));
        UUID sameName = admit(SCHOOL.id(), People.admission("甄宓洛", People.number(birth)));
        UUID nobody = admit(SCHOOL.id(), People.admission("甄宓洛", People.number(birth.plusDays(1))));

        assertThat(as(AGENCY, () -> duplicates.of(AGENCY, one)))
                .extracting(MemberLine::id)
                .containsExactly(samePaper, sameName)
                .doesNotContain(nobody);
        assertThat(as(AGENCY, () -> duplicates.find(AGENCY, 1000)))
                .filteredOn(
                        pair -> pair.one().id().equals(one) || pair.other().id().equals(one))
                .extracting(Duplicates.Pair::likeness)
                .containsExactly(Likeness.PAPER, Likeness.NAME_AND_BIRTH);
        Caller school = caller(Role.UNIT_HANDLER, SCHOOL.path());
        assertThat(as(school, () -> duplicates.of(school, samePaper))).isEmpty();
    }

    @Test
    void merged_entries_are_one_person_until_it_is_undone() {
        Admission admission = People.named("蔡文姬");
        UUID kept = admit(MILL.id(), admission);
        UUID given = admit(SCHOOL.id(), admission);
        MemberDetail before = detail(given);

        merge(kept, given);

        assertThat(detail(kept).employments()).hasSize(2);
        assertThat(detail(kept).merged()).extracting(MemberLine::id).containsExactly(given);
        assertThat(detail(given).line().mergedInto()).contains(kept);
        assertThat(as(AGENCY, () -> duplicates.of(AGENCY, kept))).isEmpty();
        doAs(AGENCY, () -> duplicates.undo(AGENCY, given, "不是同一人"));

        assertThat(detail(given)).isEqualTo(before);
        assertThat(detail(kept).employments()).hasSize(1);
        assertThat(trail.of(given))
                .extracting(Deed::action)
                .containsExactly("member.admit", "member.merge", "member.merge.undo");
        assertRefused(() -> doAs(AGENCY, () -> duplicates.undo(AGENCY, given, "再来")), Reason.NOTHING_TO_CHANGE);
    }

    @Test
    void who_is_not_alike_is_not_merged_nor_anybody_with_himself() {
        UUID one = admit(MILL.id(), People.named("貂蝉"));
        UUID other = admit(MILL.id(), People.named("吕布"));

        assertRefused(() -> merge(one, other), Reason.NOT_ALIKE);
        assertRefused(() -> merge(one, one), Reason.NOT_ALIKE);
    }

    @Test
    void no_chain_of_merges_arises() {
        Admission admission = People.named("王允之");
        UUID one = admit(MILL.id(), admission);
        UUID two = admit(SCHOOL.id(), admission);
        merge(one, two);
        UUID three = admit(SCHOOL.id(), admission);

        assertRefused(() -> merge(three, one), Reason.MERGED_BEFORE);
        assertRefused(() -> merge(two, three), Reason.MERGED_BEFORE);
        assertRefused(() -> doAs(AGENCY, () -> duplicates.undo(AGENCY, two, "撤销")), Reason.ALREADY_IN_UNIT);
        merge(one, three);
        assertThat(detail(one).merged()).hasSize(2);
    }

    @Test
    void two_who_merge_the_same_entries_both_ways_at_once_leave_one_of_them_standing() throws Exception {
        for (int round = 0; round < 20; round++) {
            Admission admission = People.named("张辽远");
            UUID one = admit(MILL.id(), admission);
            UUID other = admit(SCHOOL.id(), admission);
            List<Boolean> done;
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                done =
                        threads
                                .invokeAll(List.<Callable<Boolean>>of(
                                        () -> tryMerge(one, other), () -> tryMerge(other, one)))
                                .stream()
                                .map(DuplicatesTest::result)
                                .toList();
            }

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(List.of(detail(one), detail(other)))
                    .filteredOn(detail -> detail.line().mergedInto().isEmpty())
                    .hasSize(1);
        }
    }

    private boolean tryMerge(UUID kept, UUID given) {
        try {
            merge(kept, given);
            return true;
        } catch (MemberRefused refused) {
            assertThat(refused.reason()).isEqualTo(Reason.MERGED_BEFORE);
            return false;
        }
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
