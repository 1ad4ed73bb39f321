package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Daughters.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.Daughters.Daughter;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.proxies.Acting;
import org.huzhu.members.proxies.Proxies;
import org.huzhu.members.proxies.ProxyRefused;
import org.huzhu.members.proxies.ProxyRefused.Reason;
import org.huzhu.staff.Session;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** With a member's death nobody acts for him any more, and he for nobody. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class, Daughters.class})
class ProxyDeathsTest {

    private static final int ROUNDS = 40;

    @Autowired
    private Claimants people;

    @Autowired
    private Daughters daughters;

    @Autowired
    private Proxies proxies;

    @Autowired
    private Acting acting;

    @Autowired
    private MemberRegister register;

    @Autowired
    private MemberFile file;

    @Autowired
    private TransactionOperations transactions;

    private void dies(Claimant member, LocalDate on) {
        Caller agent = people.agent(member);
        doAs(agent, () -> file.categorise(agent, member.member(), CategoryKind.DECEASED, on, Optional.empty()));
    }

    private void lives(Claimant member, LocalDate until) {
        Caller agent = people.agent(member);
        doAs(agent, () -> file.endCategory(agent, member.member(), CategoryKind.DECEASED, until));
    }

    private boolean isActedFor(Claimant member) {
        return as(member.self(), () -> proxies.of(member.self())).stream()
                .anyMatch(grant -> grant.holds(people.today()));
    }

    @Test
    void what_he_gave_and_what_he_held_ends_and_those_for_whom_he_acted_are_told() {
        Claimant member = people.covered(CASH);
        Claimant mother = people.covered(CASH);
        Claimant beside = people.covered(CASH);
        Daughter daughter = daughters.of(member);
        Daughter hers = daughters.of(beside);
        Phone phone = Daughters.phone();
        Caller agent = people.agent(member);
        doAs(agent, () -> register.changePhone(agent, member.member(), Optional.of(phone)));
        UUID held = daughters.let(mother, phone);
        Session his = daughters.enter(phone);
        acting.actFor(his, held);
        LocalDate yesterday = people.today().minusDays(1);

        dies(member, yesterday);

        assertThat(daughters.caller(daughter.session())).isEmpty();
        assertThat(daughters.caller(his)).isEmpty();
        assertThat(isActedFor(member)).isFalse();
        assertThat(isActedFor(mother)).isFalse();
        assertThat(daughters.told(mother)).anyMatch(text -> text.startsWith("家人李**不再替您办理申请"));
        assertThat(daughters.caller(hers.session())).as("of others").isPresent();
        assertRefused(() -> daughters.let(member, Daughters.phone()), Reason.DECEASED);
        lives(member, people.today());
        UUID _ = daughters.let(member, Daughters.phone());
    }

    @Test
    void it_ends_with_the_entry_of_his_death_or_not_at_all() {
        Claimant member = people.covered(CASH);
        Daughter daughter = daughters.of(member);
        Caller agent = people.agent(member);

        agent.scope()
                .run(() -> transactions.executeWithoutResult(whole -> {
                    file.categorise(agent, member.member(), CategoryKind.DECEASED, people.today(), Optional.empty());
                    whole.setRollbackOnly();
                }));

        assertThat(daughters.caller(daughter.session())).isPresent();
    }

    @Test
    void whoever_is_let_while_the_death_is_entered_does_not_act() {
        Claimant member = people.covered(CASH);
        Phone phone = Daughters.phone();
        for (int round = 1; round <= ROUNDS; round++) {
            LocalDate day = people.today().minusDays(2L * (ROUNDS - round) + 2);
            AtomicInteger turn = new AtomicInteger();

            assertThat(Together.all(
                            2, () -> turn.getAndIncrement() == 0 ? isLet(member, phone) : isEntered(member, day)))
                    .as("round %d", round)
                    .contains(true);

            assertThat(isActedFor(member)).as("round %d", round).isFalse();
            lives(member, day.plusDays(1));
        }
    }

    private boolean isLet(Claimant member, Phone phone) {
        try {
            UUID _ = daughters.let(member, phone);
            return true;
        } catch (ProxyRefused refused) {
            assertThat(refused.reason()).isEqualTo(Reason.DECEASED);
            return false;
        }
    }

    private boolean isEntered(Claimant member, LocalDate day) {
        dies(member, day);
        return true;
    }
}
