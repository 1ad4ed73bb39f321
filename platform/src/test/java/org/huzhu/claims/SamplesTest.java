package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Claimants.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.samples.Finding;
import org.huzhu.claims.samples.Finding.Found;
import org.huzhu.claims.samples.SampleDesk;
import org.huzhu.claims.samples.SampleRefused;
import org.huzhu.claims.samples.SecondLook;
import org.huzhu.claims.samples.Way;
import org.huzhu.claims.watch.Check;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.DateSpan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What was approved is drawn for a second look; what is found there is followed until another closes it. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class SamplesTest {

    private static final Way EVENLY = new Way.Evenly(2);

    @Autowired
    private Claimants people;

    @Autowired
    private Town town;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private SampleDesk samples;

    private Claim approved() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        people.approve(member, claim);
        return claim;
    }

    private Caller auditor() {
        return Town.at(Role.AUDITOR, town.office());
    }

    private DateSpan today() {
        return new DateSpan(people.today(), people.today().plusDays(1));
    }

    private List<SecondLook> drawn(long seed) {
        Caller auditor = auditor();
        UUID sample = as(auditor, () -> samples.draw(auditor, EVENLY, seed, today()));
        return as(auditor, () -> samples.of(auditor, sample));
    }

    private static void assertRefusedBy(SampleRefused.Reason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        SampleRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void the_same_seed_over_the_same_days_draws_the_same_claims() {
        for (int i = 0; i < 4; i++) {
            Claim _ = approved();
        }
        List<String> first = drawn(11).stream().map(SecondLook::number).toList();

        assertThat(drawn(11)).extracting(SecondLook::number).isEqualTo(first);
        assertThat(first).hasSize(2);
        Caller auditor = auditor();
        assertThat(as(auditor, () -> samples.samples(auditor, 10))).first().satisfies(sample -> {
            assertThat(sample.seed()).isEqualTo(11);
            assertThat(sample.way()).isEqualTo(EVENLY);
            assertThat(sample.population()).isGreaterThanOrEqualTo(4);
            assertThat(sample.looks()).isEqualTo(2);
        });
    }

    @Test
    void a_finding_is_mended_by_the_tier_that_owns_it_and_closed_by_the_auditor() {
        Claim _ = approved();
        SecondLook look = drawn(5).getFirst();
        Caller auditor = auditor();
        Found found = new Found("出院日期与病历不符", ReviewStep.OFFICE, people.today().plusDays(10));
        UUID finding = as(auditor, () -> samples.find(auditor, look.id(), found));
        assertRefusedBy(SampleRefused.Reason.LOOK_AGAIN, () -> doAs(auditor, () -> samples.sound(auditor, look.id())));
        assertRefusedBy(SampleRefused.Reason.LOOK_AGAIN, () -> doAs(auditor, () -> samples.close(auditor, finding)));

        Caller agency = Town.at(Role.AGENCY_REVIEWER, town.office());
        assertRefusedBy(SampleRefused.Reason.OWNER, () -> doAs(agency, () -> samples.answer(agency, finding, "已补病历")));
        Caller office = people.office();
        doAs(office, () -> samples.answer(office, finding, "已补病历，重新核定"));
        assertThat(as(auditor, () -> samples.findings(auditor, 100)))
                .filteredOn(each -> each.id().equals(finding))
                .extracting(Finding::found, each -> each.done().orElse(""))
                .containsExactly(org.assertj.core.api.Assertions.tuple("出院日期与病历不符", "已补病历，重新核定"));

        LocalDate later = people.today().plusDays(20);
        assertRefusedBy(
                SampleRefused.Reason.WORDS_MISSING,
                () -> doAs(auditor, () -> samples.sendBack(auditor, finding, " ", later)));
        assertThatThrownBy(() -> doAs(office, () -> samples.sendBack(office, finding, "缺出院小结", later)))
                .isInstanceOf(Refused.class);
        doAs(auditor, () -> samples.sendBack(auditor, finding, "缺出院小结", later));
        assertRefusedBy(SampleRefused.Reason.LOOK_AGAIN, () -> doAs(auditor, () -> samples.close(auditor, finding)));
        assertSentBack(auditor, finding, later);
        doAs(office, () -> samples.answer(office, finding, "已补出院小结"));

        doAs(auditor, () -> samples.close(auditor, finding));
        assertThat(as(auditor, () -> samples.findings(auditor, 100)))
                .noneMatch(each -> each.id().equals(finding));
    }

    private void assertSentBack(Caller auditor, UUID finding, LocalDate later) {
        assertThat(as(auditor, () -> samples.findings(auditor, 100)))
                .filteredOn(each -> each.id().equals(finding))
                .singleElement()
                .satisfies(back -> {
                    assertThat(back.done()).isEmpty();
                    assertThat(back.until()).isEqualTo(later);
                    assertThat(back.sentBack()).containsExactly(new Finding.SentBack("已补病历，重新核定", "缺出院小结"));
                });
    }

    @Test
    void only_auditors_draw_and_only_what_is_over() {
        Caller office = people.office();
        assertThatThrownBy(() -> as(office, () -> samples.draw(office, EVENLY, 1, today())))
                .isInstanceOf(Refused.class);
        Caller auditor = auditor();
        DateSpan ahead = new DateSpan(people.today(), people.today().plusDays(3));
        assertRefusedBy(SampleRefused.Reason.DAYS, () -> as(auditor, () -> samples.draw(auditor, EVENLY, 1, ahead)));
        assertRefusedBy(
                SampleRefused.Reason.SIZE,
                () -> as(auditor, () -> samples.draw(auditor, new Way.Evenly(0), 1, today())));
    }

    @Test
    void nothing_is_approved_before_all_of_the_short_list_is_ticked() {
        Claimant member = people.covered(CASH);
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        people.pass(people.agent(member), claim);
        Caller office = people.office();
        Seen seen = people.seen(office, claim);

        assertRefused(
                () -> doAs(office, () -> review.pass(office, claim.id(), seen, EnumSet.of(Check.PAPERS))),
                ClaimRefused.Reason.CHECK_MISSING);
        doAs(office, () -> review.pass(office, claim.id(), seen, EnumSet.allOf(Check.class)));
        assertThat(people.own(member, claim).claim().state()).isInstanceOf(ClaimState.Approved.class);
    }
}
