package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditSearch;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.staff.SignIn.Proof;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.staff.StaffDesk.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with an account, and what he does with it. */
@RoomTest
abstract class StaffTest {

    static final String PASSWORD = "Moonlit-river-7";
    static final String ADDRESS = "192.0.2.7";

    @Autowired
    StaffDesk desk;

    @Autowired
    Operator operator;

    @Autowired
    SignIn door;

    @Autowired
    Sessions sessions;

    @Autowired
    Handovers handovers;

    @Autowired
    AuditSearch audit;

    @Autowired
    SystemWork work;

    @Autowired
    JdbcClient database;

    @Autowired
    Server server;

    @Autowired
    SetClock clock;

    private static int made;

    /** A new account at home there, whose password is set. */
    UUID account(String home) {
        Invited invited = invited(home);
        door.accept(invited.token(), PASSWORD, ADDRESS);
        return invited.account();
    }

    Invited invited(String home) {
        String login = "user" + ++made;
        return system(() -> operator.invite(new Person(login, "刘东", "13800138000"), home));
    }

    /** Somebody who holds the post and has just proved that it is he. */
    Caller holder(Role role, String path) {
        UUID account = account(path);
        system(() -> operator.grant(new Grant(account, role, Optional.empty(), path, Optional.empty())));
        return new Caller(account, role, Optional.of(path), Optional.empty()).fresh();
    }

    UUID postOf(Caller holder) {
        return desk.posts(holder, holder.account()).getFirst().id();
    }

    Proof proof(UUID account) {
        return new Proof(loginOf(account), PASSWORD, Optional.empty(), ADDRESS);
    }

    String loginOf(UUID account) {
        return work.call(() -> database.sql("select login from staff.account where id = :id")
                .param("id", account)
                .query((row, _) -> row.getString("login"))
                .single());
    }

    Session.Opened signedIn(UUID account) {
        return door.enter(proof(account));
    }

    /** Turns the second factor on and returns its secret; the code of this moment is used up. */
    String secondFactor(UUID account) {
        Session session = signedIn(account).session();
        String secret = door.newSecondFactor(session).secret();
        door.showCode(session, TimeCodes.code(secret, clock.instant()));
        return secret;
    }

    static <T> T system(Callable<T> made) {
        try {
            return Scope.ofSystem().call(made::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void assertRefused(ThrowingCallable work, SignInRefused.Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        SignInRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    static void assertRefused(ThrowingCallable work, StaffRefused.Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        StaffRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    /** What the attempt came to, in a word. */
    static String outcome(Callable<?> attempt) throws Exception {
        try {
            attempt.call();
            return "DONE";
        } catch (SignInRefused e) {
            return e.reason().name();
        } catch (StaffRefused e) {
            return e.reason().name();
        }
    }
}
