package org.huzhu.enrolment.own;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Covers;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.enrolment.EnrolmentDesk.Choice;
import org.huzhu.enrolment.EnrolmentRefused;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.enrolment.Order;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberLine;
import org.huzhu.members.MemberRegister;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Enrolment.Occupation;
import org.springframework.stereotype.Service;

/**
 * Lets a member act at his own unit, which he does not reach otherwise, for a batch of which he is the only one.
 * Nothing but his own is asked for there, or told.
 */
@Service
class OwnEnrolmentService implements OwnEnrolment {

    private final Access access;
    private final MemberRegister register;
    private final EnrolmentDesk desk;
    private final Covers covers;
    private final PlanCatalogue catalogue;
    private final Clock clock;

    OwnEnrolmentService(
            Access access,
            MemberRegister register,
            EnrolmentDesk desk,
            Covers covers,
            PlanCatalogue catalogue,
            Clock clock) {
        this.access = access;
        this.register = register;
        this.desk = desk;
        this.covers = covers;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public List<Offer> offers(Caller member) {
        MemberDetail self = self(member);
        if (!isInNewForm(self)) {
            return List.of();
        }
        Caller atUnit = atUnit(member, self.line());
        return atUnit.scope().call(() -> desk.choices(atUnit, self.line().unit())).stream()
                .flatMap(choice -> offer(member, choice).stream())
                .toList();
    }

    private Optional<Offer> offer(Caller member, Choice choice) {
        return rules(choice)
                .filter(rules -> rules.categories().contains(Category.NEW_FORM))
                .flatMap(rules -> rules.contribution(Optional.empty(), Occupation.ORDINARY, Category.NEW_FORM))
                .map(Contribution::perUnit)
                .map(money -> offer(member, choice, money));
    }

    private Offer offer(Caller member, Choice choice, Money money) {
        Optional<LocalDate> until = covers.of(member, List.of(member.member().orElseThrow())).stream()
                .filter(cover -> cover.plan().plan().equals(choice.plan())
                        && cover.span().until().isAfter(choice.startsOn()))
                .map(cover -> cover.span().until().minusDays(1))
                .findFirst();
        return new Offer(choice.plan(), choice.title(), money, choice.startsOn(), until);
    }

    private Optional<Enrolment> rules(Choice choice) {
        return catalogue
                .rulebook()
                .library()
                .governing(choice.plan(), choice.startsOn(), choice.startsOn())
                .map(plan -> plan.enrolment());
    }

    @Override
    public List<Trouble> enrol(Caller member, String plan) {
        Offer offer = offers(member).stream()
                .filter(each -> each.plan().equals(plan))
                .findFirst()
                .orElseThrow(() -> new EnrolmentRefused(Reason.NOT_OFFERED));
        MemberLine self = self(member).line();
        Caller atUnit = atUnit(member, self);
        Order order =
                new Order(self.unit(), List.of(new Wanted(plan, Optional.empty())), offer.startsOn(), 1, Channel.OWN);
        return atUnit.scope().call(() -> enrol(atUnit, order, self.id()));
    }

    private List<Trouble> enrol(Caller atUnit, Order order, UUID self) {
        UUID batch = desk.propose(atUnit, order, List.of(self));
        if (desk.look(atUnit, batch).isReady()) {
            return confirmed(atUnit, batch);
        }
        List<Trouble> troubles = List.of(Kind.WRONG, Kind.DUPLICATE, Kind.LEFT).stream()
                .flatMap(kind -> desk.rows(atUnit, batch, kind, 0, 1).stream())
                .flatMap(row -> row.troubles().stream())
                .toList();
        desk.drop(atUnit, batch);
        return troubles;
    }

    /** A batch that cannot be confirmed, as where he asked twice at the same time, is of no use to anybody. */
    private List<Trouble> confirmed(Caller atUnit, UUID batch) {
        try {
            desk.confirm(atUnit, batch);
            return List.of();
        } catch (EnrolmentRefused refused) {
            desk.await(atUnit, batch);
            desk.drop(atUnit, batch);
            throw refused;
        }
    }

    private MemberDetail self(Caller member) {
        access.require(member, Operation.OWN_VIEW, member.path().orElse(""));
        return register.detail(member, member.member().orElseThrow());
    }

    private boolean isInNewForm(MemberDetail self) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return self.categories().stream()
                .anyMatch(category -> category.kind() == CategoryKind.NEW_FORM
                        && category.span().contains(today));
    }

    private static Caller atUnit(Caller member, MemberLine self) {
        return new Caller(member.account(), Role.MEMBER, Optional.of(self.path()), member.member());
    }
}
