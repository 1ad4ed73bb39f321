package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.handler;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.unions.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionOperations;

/** What has come of batches, in short words for the tests. */
@TestComponent
public class Outcome {

    private final Covers covers;
    private final Dues dues;
    private final MemberRegister register;
    private final MemberFile file;
    private final TransactionOperations transactions;

    @Autowired
    private EnrolmentDesk desk;

    @Autowired
    private Clock clock;

    Outcome(Covers covers, Dues dues, MemberRegister register, MemberFile file, TransactionOperations transactions) {
        this.covers = covers;
        this.dues = dues;
        this.register = register;
        this.file = file;
        this.transactions = transactions;
    }

    public static void assertRefused(ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        EnrolmentRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    public LocalDate pay(UUID batch, LocalDate day) {
        return Scope.ofSystem().call(() -> transactions.execute(_ -> dues.paid(batch, day)));
    }

    /** Moves somebody to another unit of the agency, today. */
    public void transfer(Organisation agency, Organisation unit, Person person, Organisation to) {
        Caller agent = Town.at(Role.AGENCY_HANDLER, agency);
        UUID member = members(unit, person).getFirst();
        Town.doAs(agent, () -> register.transfer(agent, member, to.id(), today()));
    }

    /** States what somebody is from today on. */
    public void categorise(Organisation unit, Person person, CategoryKind kind) {
        Caller handler = handler(unit);
        UUID member = members(unit, person).getFirst();
        Town.doAs(handler, () -> file.categorise(handler, member, kind, today(), Optional.empty()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** The cover of somebody who is or was in the unit, as its handler sees it. */
    public List<Cover> coversOf(Organisation unit, Person person) {
        Caller handler = handler(unit);
        List<UUID> members = members(unit, person);
        return as(handler, () -> covers.of(handler, members));
    }

    /** Takes a batch back as a whole. */
    public void takeBack(Organisation unit, UUID batch) {
        Caller handler = handler(unit);
        Town.doAs(handler, () -> desk.takeBack(handler, batch, "试验"));
    }

    public List<UUID> members(Organisation unit, Person person) {
        Caller handler = handler(unit);
        return as(
                handler,
                () -> register.findByPaper(handler, Paper.parse(Paper.Kind.RESIDENT, person.number())).stream()
                        .map(line -> line.id())
                        .toList());
    }
}
