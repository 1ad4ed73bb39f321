package org.huzhu.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.claims.Claimants.CASH;
import static org.huzhu.claims.Claimants.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.Claimants.Claimant;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.judged.Facts;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Outcome;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.members.MemberDetail.Kin;
import org.huzhu.members.MemberFile;
import org.huzhu.members.MemberFile.Relation;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.staff.Operator;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Nobody of the staff decides on what is his own, or one of his family's, whatever it is that he would do. */
@RoomTest
@Import({Town.class, Outcome.class, Claimants.class})
class OwnClaimsTest {

    private static final String HIS_PHONE = "13900139001";
    private static final String ANOTHER_PHONE = "13900139002";

    @Autowired
    private Claimants people;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private MemberRegister register;

    @Autowired
    private MemberFile file;

    @Autowired
    private Operator operator;

    /** Somebody of the agency of the member, with a name and a phone. */
    private Caller agent(Claimant member, String name, String phone) {
        String home = member.agency().path();
        String login = "u" + UUID.randomUUID().toString().substring(0, 12);
        UUID account = Scope.ofSystem()
                .call(() -> operator.invite(new Person(login, name, phone), home))
                .account();
        Grant post = new Grant(account, Role.AGENCY_HANDLER, Optional.empty(), home, Optional.empty());
        UUID _ = Scope.ofSystem().call(() -> operator.grant(post));
        return new Caller(account, Role.AGENCY_HANDLER, Optional.of(home), Optional.empty());
    }

    private String name(Claimant member) {
        Caller handler = people.agent(member);
        return as(handler, () -> register.detail(handler, member.member()))
                .line()
                .name();
    }

    private void marry(Claimant member, Town.Person spouse) {
        Caller handler = people.agent(member);
        Relation relation = new Relation(
                Kin.SPOUSE,
                new PersonName(spouse.name()),
                Paper.parse(Paper.Kind.RESIDENT, spouse.number()),
                IdNumber.parse(spouse.number()).birthDate());
        UUID _ = as(handler, () -> file.addRelative(handler, member.member(), relation, Optional.empty()));
    }

    /** He neither lets pass nor gives back nor refuses nor establishes; another does. */
    private void assertAnotherDecides(Claimant member, Caller his) {
        Claim claim = people.filed(member, people.stay(20, 13, 0));
        Seen seen = people.seen(his, claim);
        Facts facts = Facts.of(people.stay(20, 12, 0));

        assertRefused(() -> doAs(his, () -> review.pass(his, claim.id(), seen)), Reason.OWN_CLAIM);
        assertRefused(
                () -> doAs(his, () -> review.giveBack(his, claim.id(), seen, List.of(PaperKind.REST), "还差")),
                Reason.OWN_CLAIM);
        assertRefused(
                () -> doAs(his, () -> review.refuse(his, claim.id(), seen, new Ground(CASH, "第五条"), "不予给付")),
                Reason.OWN_CLAIM);
        assertRefused(
                () -> doAs(his, () -> review.establish(his, claim.id(), seen.version(), facts)), Reason.OWN_CLAIM);

        people.pass(agent(member, "与会员无关的人", ANOTHER_PHONE), claim);
        assertThat(people.own(member, claim).steps().getLast().what()).isEqualTo(StepTaken.What.PASSED);
    }

    @Test
    void who_bears_the_name_of_the_member_lets_another_decide() {
        Claimant member = people.covered(CASH);

        assertAnotherDecides(member, agent(member, name(member), ANOTHER_PHONE));
    }

    @Test
    void who_has_the_phone_of_the_member_lets_another_decide_whatever_he_is_called() {
        Claimant member = people.covered(CASH);
        Caller handler = people.agent(member);
        doAs(handler, () -> register.changePhone(handler, member.member(), Optional.of(Phone.parse(HIS_PHONE))));

        assertAnotherDecides(member, agent(member, "另外的名字", HIS_PHONE));
    }

    @Test
    void the_spouse_of_the_member_lets_another_decide() {
        Claimant member = people.covered(CASH);
        Town.Person spouse = Town.person(person -> person.age() >= 25 && person.age() <= 55);
        marry(member, spouse);

        assertAnotherDecides(member, agent(member, spouse.name(), ANOTHER_PHONE));
    }
}
