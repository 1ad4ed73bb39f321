package org.huzhu.staff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.signon.Vouched;
import org.huzhu.staff.JdbcAccounts.Known;
import org.huzhu.staff.SignInRefused.Reason;
import org.springframework.stereotype.Service;

/**
 * An attempt is first counted, then looked at, then done: in three transactions, none of which is open while a password
 * is hashed.
 */
@Service
class SignInService implements SignIn {

    private static final int ADDRESS_ATTEMPTS_MAX = 100;
    private static final Duration ADDRESS_TIME = Duration.ofMinutes(10);

    private final Doors doors;
    private final SystemWork work;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final AuditTrail trail;
    private final Chance chance;

    SignInService(
            Doors doors,
            SystemWork work,
            Passwords passwords,
            SecondFactor secondFactor,
            AuditTrail trail,
            Chance chance) {
        this.doors = doors;
        this.work = work;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.trail = trail;
        this.chance = chance;
    }

    @Override
    public Session.Opened enter(Proof proof) {
        Known known = prove(proof);
        if (passwords.isOld(known.passwordSetAt().orElseThrow(), chance.now())) {
            throw refused(known.account().id(), Reason.PASSWORD_OLD);
        }
        Optional<String> outdated = known.password().filter(passwords::isOutdated);
        Optional<String> fresh = outdated.map(_ -> passwords.rehashed(proof.password()));
        UUID account = known.account().id();
        return work.as(account, () -> {
                    fresh.ifPresent(hash -> doors.passwords().rehash(account, outdated.orElseThrow(), hash));
                    return opened(known.account(), proof.address());
                })
                .orElseThrow(() -> refused(account, Reason.DISABLED));
    }

    private Optional<Session.Opened> opened(Account account, String address) {
        Optional<Session.Opened> opened = doors.sessions().open(account.id(), address, account.hasSecondFactor());
        opened.ifPresent(_ -> trail.record(done("sign.in", account)));
        return opened;
    }

    /** The account, once the password and the code are right. */
    private Known prove(Proof proof) {
        doors.codes().count("address " + proof.address(), ADDRESS_ATTEMPTS_MAX, ADDRESS_TIME);
        Optional<Known> found = work.call(() -> doors.accounts().withLogin(proof.login()));
        if (found.isEmpty()) {
            passwords.matches(proof.password(), Optional.empty());
            throw new SignInRefused(Reason.WRONG);
        }
        Known known = found.get();
        reserve(known.account().id());
        if (!passwords.matches(proof.password(), known.password())) {
            throw refused(known.account().id(), Reason.WRONG);
        }
        if (known.account().state() == Account.State.DISABLED) {
            throw refused(known.account().id(), Reason.DISABLED);
        }
        if (known.account().hasSecondFactor() && proof.code().isEmpty()) {
            work.as(known.account().id(), () -> {
                doors.accounts().giveBackAttempt(known.account().id());
                return true;
            });
            throw new SignInRefused(Reason.CODE_NEEDED);
        }
        finish(known, proof.code().filter(_ -> known.account().hasSecondFactor()));
        return known;
    }

    private void reserve(UUID account) {
        if (!work.as(account, () -> doors.accounts().reserveAttempt(account, chance.now()))) {
            throw refused(account, Reason.LOCKED);
        }
    }

    /** Uses up the code where one is asked for, and forgets the failures. */
    private void finish(Known known, Optional<String> code) {
        UUID account = known.account().id();
        boolean isRight = work.as(account, () -> {
            boolean uses = code.map(text -> secondFactor.uses(known, text, chance.now()))
                    .orElse(true);
            if (uses) {
                doors.accounts().succeed(account);
            }
            return uses;
        });
        if (!isRight) {
            throw refused(account, Reason.WRONG);
        }
    }

    @Override
    public void accept(String token, String password, String address) {
        doors.codes().count("address " + address, ADDRESS_ATTEMPTS_MAX, ADDRESS_TIME);
        byte[] digest = Chance.digest(token);
        Account account = work.call(() -> doors.accounts()
                        .invited(digest, chance.now())
                        .flatMap(doors.accounts()::find)
                        .map(Known::account))
                .orElseThrow(() -> new SignInRefused(Reason.WRONG));
        requireNew(account, password);
        String hash = passwords.hash(password, account);
        boolean isSet = work.as(account.id(), () -> {
            boolean set = doors.accounts().useInvitation(digest, chance.now())
                    && doors.passwords().setPassword(account.id(), hash, chance.now());
            if (set) {
                trail.record(done("invitation.accept", account));
            }
            return set;
        });
        if (!isSet) {
            throw new SignInRefused(Reason.WRONG);
        }
    }

    @Override
    public void changePassword(Proof old, String password) {
        Known known = prove(old);
        Account account = known.account();
        if (old.password().equals(password)) {
            throw new StaffRefused(StaffRefused.Reason.PASSWORD_SAME);
        }
        requireNew(account, password);
        String hash = passwords.hash(password, account);
        work.as(account.id(), () -> {
            doors.passwords().setPassword(account.id(), hash, chance.now());
            doors.sessionRows().endAll(account.id(), chance.now());
            trail.record(done("password.change", account));
            return true;
        });
    }

    private void requireNew(Account account, String password) {
        List<String> former = work.as(account.id(), () -> doors.passwords().former(account.id()));
        if (former.stream().anyMatch(hash -> passwords.matches(password, Optional.of(hash)))) {
            throw new StaffRefused(StaffRefused.Reason.PASSWORD_SAME);
        }
    }

    @Override
    public NewSecondFactor newSecondFactor(Session session) {
        return work.as(session.holder(), () -> {
            Account account = known(session).account();
            trail.record(done("second-factor.make", account));
            return secondFactor.fresh(account);
        });
    }

    @Override
    public void showCode(Session session, String code) {
        Known known = work.as(session.holder(), () -> known(session));
        if (known.totpSealed().isEmpty()) {
            throw new StaffRefused(StaffRefused.Reason.SECOND_FACTOR_OFF);
        }
        reserve(session.holder());
        finish(known, Optional.of(code));
        step(session, known, "second-factor.show");
    }

    @Override
    public void proveAgain(Session session, String proof) {
        Known known = work.as(session.holder(), () -> known(session));
        if (known.account().hasSecondFactor()) {
            showCode(session, proof);
            return;
        }
        reserve(session.holder());
        if (!passwords.matches(proof, known.password())) {
            throw refused(session.holder(), Reason.WRONG);
        }
        finish(known, Optional.empty());
        step(session, known, "password.show");
    }

    @Override
    public Account bound(Vouched vouched) {
        return vouchedFor(vouched).account();
    }

    private Known vouchedFor(Vouched vouched) {
        Known known = work.call(() -> doors.bindings().account(vouched).flatMap(doors.accounts()::find))
                .orElseThrow(() -> new SignInRefused(Reason.UNBOUND));
        if (known.account().state() == Account.State.DISABLED) {
            throw refused(known.account().id(), Reason.DISABLED);
        }
        return known;
    }

    @Override
    public Session.Opened enter(Vouched vouched, Optional<String> code, String address) {
        doors.codes().count("address " + address, ADDRESS_ATTEMPTS_MAX, ADDRESS_TIME);
        Known known = vouchedFor(vouched);
        UUID account = known.account().id();
        if (known.account().hasSecondFactor()) {
            Optional<String> shown = Optional.of(code.orElseThrow(() -> new SignInRefused(Reason.CODE_NEEDED)));
            reserve(account);
            finish(known, shown);
        }
        return work.as(account, () -> opened(known.account(), address))
                .orElseThrow(() -> refused(account, Reason.DISABLED));
    }

    @Override
    public void bind(Session session, Vouched vouched) {
        work.as(session.holder(), () -> {
            Account account = known(session).account();
            doors.bindings().bind(account.id(), vouched, chance.now());
            trail.record(done("sign-on.bind", account));
            return true;
        });
    }

    @Override
    public void unbind(Session session) {
        work.as(session.holder(), () -> {
            if (doors.bindings().unbind(session.holder())) {
                trail.record(done("sign-on.unbind", known(session).account()));
            }
            return true;
        });
    }

    @Override
    public boolean isBound(Session session) {
        return work.as(session.holder(), () -> doors.bindings().isBound(session.holder()));
    }

    private void step(Session session, Known known, String action) {
        work.as(session.holder(), () -> {
            doors.sessionRows().stepped(session.id(), chance.now());
            trail.record(done(action, known.account()));
            return true;
        });
    }

    private Known known(Session session) {
        return doors.accounts().find(session.holder()).orElseThrow(() -> new StaffRefused(StaffRefused.Reason.ABSENT));
    }

    private static Deed done(String action, Account account) {
        return Deed.done(action, "account", account.id().toString()).at(account.home());
    }

    /** Records why, for good, and says it. */
    private SignInRefused refused(UUID account, Reason reason) {
        work.as(account, () -> {
            trail.record(Deed.refused("sign.in", "account", account.toString(), reason.name()));
            return true;
        });
        return new SignInRefused(reason);
    }
}
