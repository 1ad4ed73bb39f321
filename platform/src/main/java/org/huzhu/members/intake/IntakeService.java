package org.huzhu.members.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.members.Intake;
import org.huzhu.members.MemberRefused;
import org.huzhu.members.MemberRefused.Reason;
import org.huzhu.members.Paper;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.OrganisationMoved;
import org.huzhu.unions.UnionTree;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class IntakeService implements Intake {

    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;
    private final UnionTree tree;
    private final JdbcIntake intake;

    IntakeService(Access access, AuditTrail trail, Clock clock, UnionTree tree, JdbcIntake intake) {
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.tree = tree;
        this.intake = intake;
    }

    @Override
    public List<Sighting> recognise(UUID unit, List<Paper> papers) {
        return intake.recognise(unit, papers, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    @Override
    public void await(UUID roster, UUID unit, List<Awaited> people) {
        intake.add(roster, unit, pathOf(unit), people);
    }

    @Override
    public int admit(Caller caller, UUID roster, UUID unit) {
        String path = pathOf(unit);
        access.require(caller, Operation.MEMBER_ADMIT, path);
        try {
            Instant now = clock.instant();
            int admitted = intake.admit(roster, path, LocalDate.ofInstant(now, clock.getZone()), now);
            intake.forget(roster);
            trail.record(
                    Deed.done("member.admit-roster", "batch", roster.toString()).because(Integer.toString(admitted)));
            return admitted;
        } catch (DuplicateKeyException e) {
            MemberRefused refused = new MemberRefused(Reason.ALREADY_IN_UNIT);
            refused.initCause(e);
            throw refused;
        }
    }

    /** Who waits follows the unit that moves. */
    @EventListener
    void on(OrganisationMoved news) {
        intake.follow(news.from(), news.to());
    }

    @Override
    public void forget(UUID roster) {
        intake.forget(roster);
    }

    @Override
    public void forget(UUID roster, List<UUID> people) {
        intake.forget(roster, people);
    }

    private String pathOf(UUID unit) {
        return tree.find(unit)
                .filter(organisation -> organisation.closedOn().isEmpty())
                .map(Organisation::path)
                .orElseThrow(() -> new MemberRefused(Reason.UNIT_NOT_OPEN));
    }
}
