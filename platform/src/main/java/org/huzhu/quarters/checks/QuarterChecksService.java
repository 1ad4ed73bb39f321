package org.huzhu.quarters.checks;

import static org.huzhu.quarters.checks.CheckRefused.require;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.database.BeyondReach;
import org.huzhu.quarters.checks.CheckRefused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class QuarterChecksService implements QuarterChecks {

    private final JdbcChecks checks;
    private final BeyondReach beyond;
    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;

    QuarterChecksService(JdbcChecks checks, BeyondReach beyond, Access access, AuditTrail trail, Clock clock) {
        this.checks = checks;
        this.beyond = beyond;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    private void allow(Caller caller, Operation operation) {
        access.require(caller, operation, caller.path().orElse(""));
    }

    private void done(Operation operation, UUID object, String what, String path) {
        trail.record(Deed.done(operation.title(), "quarter", object.toString())
                .because(what)
                .at(path));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public int draw(Caller office, UUID run, Draw draw) {
        allow(office, Operation.QUARTER_RUN);
        JdbcChecks.At at = checks.run(run).orElseThrow(() -> new CheckRefused(Reason.ABSENT));
        require(!at.isSettled(), Reason.CONFIRMED);
        require(at.isTried(), Reason.NO_TRIAL);
        int drawn = checks.draw(run, at.trial(), draw, now());
        done(Operation.QUARTER_RUN, run, "draw " + drawn, office.path().orElse(""));
        return drawn;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Check.State, Integer> count(Caller office, UUID run) {
        allow(office, Operation.QUARTER_VIEW);
        return checks.count(run);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Check> open(Caller office, UUID run, int max) {
        allow(office, Operation.QUARTER_VIEW);
        return checks.open(run, max);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Check> waiting(Caller local, int max) {
        allow(local, Operation.QUARTER_CHECK);
        return checks.waiting(max);
    }

    @Override
    public void answer(Caller caller, UUID id, boolean isFit, String said) {
        Check check = checks.one(id).orElseThrow(() -> new CheckRefused(Reason.ABSENT));
        access.require(caller, Operation.QUARTER_CHECK, check.path());
        require(isFit || !said.isBlank(), Reason.REASON_MISSING);
        JdbcChecks.At at = beyond.call(() -> checks.run(check.run()).orElseThrow());
        require(!at.isSettled(), Reason.CONFIRMED);
        boolean isOffice =
                access.allows(caller, Operation.QUARTER_RUN, caller.path().orElse(""));
        Check.State found = isFit ? Check.State.FIT : Check.State.UNFIT;
        require(checks.answer(id, found, isFit ? "" : said.strip(), isOffice, now()), Reason.ANSWERED);
        done(Operation.QUARTER_CHECK, check.run(), found + " " + id, check.path());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> parts(Caller local) {
        allow(local, Operation.QUARTER_CHECK);
        return checks.parts();
    }

    @Override
    public void list(Caller local, Optional<UUID> run, Consumer<Paid> taker) {
        allow(local, Operation.QUARTER_CHECK);
        String path = local.path().orElse("");
        trail.record(Deed.done(
                        Operation.QUARTER_CHECK.title(),
                        "quarter",
                        run.map(UUID::toString).orElse("*"))
                .because("list")
                .at(path));
        checks.list(run, taker);
    }

    @Override
    public boolean isDone(UUID run, int trial) {
        return checks.isDone(run, trial);
    }
}
