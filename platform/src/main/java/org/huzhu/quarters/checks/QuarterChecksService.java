package org.huzhu.quarters.checks;

import static org.huzhu.quarters.checks.CheckRefused.require;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.Deed;
import org.huzhu.database.BeyondReach;
import org.huzhu.database.Scope;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarters.QuarterTools;
import org.huzhu.quarters.checks.Check.Otherwise;
import org.huzhu.quarters.checks.Check.State;
import org.huzhu.quarters.checks.CheckRefused.Reason;
import org.huzhu.quarters.checks.JdbcPaid.Listed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class QuarterChecksService implements QuarterChecks {

    /** Of how many quarters a list is made that is asked for without one. */
    private static final int LISTED = 1_000;

    /** So many lines of a list are in memory at a time; to sort out the next ones takes less than a second. */
    private static final int AT_ONCE = 10_000;

    private static final int SAID_MAX = 400;

    private final JdbcChecks checks;
    private final JdbcPaid paid;
    private final JdbcLeftOut leftOut;
    private final BeyondReach beyond;
    private final QuarterTools tools;

    QuarterChecksService(
            JdbcChecks checks, JdbcPaid paid, JdbcLeftOut leftOut, BeyondReach beyond, QuarterTools tools) {
        this.checks = checks;
        this.paid = paid;
        this.leftOut = leftOut;
        this.beyond = beyond;
        this.tools = tools;
    }

    private void done(Operation operation, UUID object, String what, String path) {
        done(operation, object.toString(), what, path);
    }

    private void done(Operation operation, String object, String what, String path) {
        tools.trail()
                .record(Deed.done(operation.title(), "quarter", object)
                        .because(what)
                        .at(path));
    }

    /** A run that the caller need not reach. */
    private JdbcChecks.At at(UUID run) {
        return beyond.call(() -> checks.run(run)).orElseThrow(() -> new CheckRefused(Reason.ABSENT));
    }

    @Override
    public int draw(Caller office, UUID run, Draw draw) {
        String path = tools.require(office, Operation.QUARTER_RUN);
        JdbcChecks.At at = checks.run(run).orElseThrow(() -> new CheckRefused(Reason.ABSENT));
        require(!at.isSettled(), Reason.CONFIRMED);
        require(!at.isYearly(), Reason.BY_PAPERS);
        require(at.isTried(), Reason.NO_TRIAL);
        int drawn = checks.draw(run, at.trial(), draw, tools.now());
        done(Operation.QUARTER_RUN, run, "draw " + drawn, path);
        return drawn;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<State, Integer> count(Caller office, UUID run) {
        String _ = tools.require(office, Operation.QUARTER_VIEW);
        return checks.count(run);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Check> open(Caller office, UUID run, int max) {
        String _ = tools.require(office, Operation.QUARTER_VIEW);
        return checks.open(run, max);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Check> waiting(Caller local, int max) {
        String _ = tools.require(local, Operation.QUARTER_CHECK);
        return checks.waiting(max);
    }

    @Override
    public void answer(Caller caller, UUID id, boolean isFit, String said) {
        Check check = checks.one(id).orElseThrow(() -> new CheckRefused(Reason.ABSENT));
        tools.access().require(caller, Operation.QUARTER_CHECK, check.path());
        require(isFit || isReason(said), Reason.REASON_MISSING);
        boolean isOffice = tools.access()
                .allows(caller, Operation.QUARTER_RUN, caller.path().orElse(""));
        State found = State.of(isFit);
        String why = isFit ? "" : said.strip();
        if (at(check.run()).isSettled()) {
            require(isOffice, Reason.CONFIRMED);
            say(check.run(), id, found, why, check.path());
        } else {
            require(checks.answer(id, found, why, isOffice, tools.now()), Reason.ANSWERED);
            done(Operation.QUARTER_CHECK, check.run(), found + " " + id, check.path());
        }
    }

    private static boolean isReason(String said) {
        return !said.isBlank() && said.strip().length() <= SAID_MAX;
    }

    private void say(UUID run, UUID check, State found, String why, String path) {
        require(checks.say(check, found, why, tools.now()), Reason.LOOK_AGAIN);
        done(Operation.QUARTER_RUN, run, "say " + found + " " + check, path);
    }

    /** All are changed before the trail is written to: who waits for its turn there holds nobody up. */
    @Override
    public int fit(Caller caller, UUID run, Set<UUID> ids) {
        String _ = tools.require(caller, Operation.QUARTER_CHECK);
        require(!at(run).isSettled(), Reason.CONFIRMED);
        List<Check> locked = checks.locked(run, ids);
        require(locked.size() == ids.size(), Reason.ABSENT);
        locked.stream()
                .map(Check::path)
                .distinct()
                .forEach(path -> tools.access().require(caller, Operation.QUARTER_CHECK, path));
        List<Check> open =
                locked.stream().filter(check -> check.state() == State.OPEN).toList();
        checks.fit(open.stream().map(Check::id).toList(), tools.now());
        open.forEach(check -> done(Operation.QUARTER_CHECK, run, State.FIT + " " + check.id(), check.path()));
        return open.size();
    }

    @Override
    public void doubt(Caller office, UUID run, String number, String said) {
        String path = tools.require(office, Operation.QUARTER_RUN);
        JdbcChecks.At at = checks.run(run).orElseThrow(() -> new CheckRefused(Reason.ABSENT));
        require(at.isSettled(), Reason.NOT_CONFIRMED);
        require(!at.isYearly(), Reason.BY_PAPERS);
        require(isReason(said), Reason.REASON_MISSING);
        UUID check = IdNumber.find(number.strip())
                .flatMap(found -> checks.ofPerson(run, found, tools.now()))
                .orElseThrow(() -> new CheckRefused(Reason.NOBODY));
        say(run, check, State.UNFIT, said.strip(), path);
    }

    @Override
    public void confirm(Caller another, UUID id, boolean isFit) {
        Check check = seen(another, id, isFit);
        checks.confirm(id, State.of(isFit));
        done(Operation.QUARTER_CONFIRM, check.run(), "found " + State.of(isFit) + " " + id, check.path());
    }

    @Override
    public void decline(Caller another, UUID id, boolean isFit) {
        Check check = seen(another, id, isFit);
        checks.decline(id, State.of(isFit), tools.now());
        done(Operation.QUARTER_CONFIRM, check.run(), "not found " + State.of(isFit) + " " + id, check.path());
    }

    /** One of which another says what this one has seen that he says. */
    private Check seen(Caller another, UUID id, boolean isFit) {
        String _ = tools.require(another, Operation.QUARTER_CONFIRM);
        Check check = checks.locked(id).orElseThrow(() -> new CheckRefused(Reason.ABSENT));
        Otherwise otherwise = check.otherwise()
                .filter(said -> said.isFit() == isFit)
                .orElseThrow(() -> new CheckRefused(Reason.LOOK_AGAIN));
        require(!otherwise.by().equals(Scope.required().actor()), Reason.BY_THE_SAME);
        return check;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paying> paying(Caller local, int max) {
        String place = tools.require(local, Operation.QUARTER_CHECK);
        return beyond.call(() -> paid.paying(place, max));
    }

    @Override
    @Transactional(readOnly = true)
    public Part part(Caller local, UUID run) {
        String _ = tools.require(local, Operation.QUARTER_CHECK);
        return paid.part(run);
    }

    /** In transactions of its own: whoever takes the list slowly keeps nobody from the trail, nor from a connection. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void list(Caller local, Optional<UUID> run, Consumer<Paid> taker) {
        List<UUID> runs = tools.whole(() -> {
            String place = tools.require(local, Operation.QUARTER_CHECK);
            String which = run.map(UUID::toString).orElse("*");
            done(Operation.QUARTER_CHECK, which, "list", place);
            return run.map(List::of)
                    .orElseGet(() -> beyond.call(() -> paid.paying(place, LISTED)).stream()
                            .map(Paying::run)
                            .toList());
        });
        runs.forEach(each -> list(each, taker));
    }

    private void list(UUID run, Consumer<Paid> taker) {
        List<Listed> some = paid.after(run, Optional.empty(), AT_ONCE);
        some.forEach(each -> taker.accept(each.paid()));
        while (some.size() == AT_ONCE) {
            some = paid.after(run, Optional.of(some.getLast()), AT_ONCE);
            some.forEach(each -> taker.accept(each.paid()));
        }
    }

    @Override
    public boolean isDone(UUID run, Collection<UUID> counting) {
        return !checks.count(run).containsKey(State.OPEN)
                && leftOut.now(counting).equals(leftOut.noted(run));
    }
}
