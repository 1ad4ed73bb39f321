package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.staff.SignInRefused.Reason.CODE_NEEDED;
import static org.huzhu.staff.SignInRefused.Reason.DISABLED;
import static org.huzhu.staff.SignInRefused.Reason.LOCKED;
import static org.huzhu.staff.SignInRefused.Reason.PASSWORD_OLD;
import static org.huzhu.staff.SignInRefused.Reason.TOO_OFTEN;
import static org.huzhu.staff.SignInRefused.Reason.WRONG;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.KeyRotation;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.database.Scope;
import org.huzhu.staff.SignIn.Proof;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends StaffTest {

    @Autowired
    private KeyRotation keys;

    private static final int THREADS = 50;

    @Test
    void an_account_has_no_password_until_its_invitation_is_taken_up() {
        Invited invited = invited("bj.east");
        Proof nothing = new Proof(loginOf(invited.account()), "", Optional.empty(), ADDRESS);

        assertRefused(() -> door.enter(nothing), WRONG);
        door.accept(invited.token(), PASSWORD, ADDRESS);

        assertThat(signedIn(invited.account()).session().holder()).isEqualTo(invited.account());
    }

    @Test
    void an_invitation_sets_one_password_however_many_try_at_once() {
        Invited invited = invited("bj.east");

        List<String> outcomes = Together.all(
                10,
                () -> outcome(() -> {
                    door.accept(invited.token(), PASSWORD, ADDRESS);
                    return true;
                }));

        assertThat(Collections.frequency(outcomes, "DONE")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "WRONG")).isEqualTo(9);
    }

    @Test
    void an_invitation_ends_after_a_day_and_a_weak_password_does_not_use_it_up() {
        Invited late = invited("bj.east");
        clock.advance(Duration.ofHours(24));
        Invited weak = invited("bj.east");

        assertRefused(() -> door.accept(late.token(), PASSWORD, ADDRESS), WRONG);
        assertRefused(() -> door.accept(weak.token(), "password", ADDRESS), StaffRefused.Reason.PASSWORD_SHORT);
        door.accept(weak.token(), PASSWORD, ADDRESS);
    }

    @Test
    void a_wrong_password_and_a_login_that_is_not_there_say_the_same() {
        UUID account = account("bj.east");

        assertRefused(() -> door.enter(wrong(account)), WRONG);
        assertRefused(() -> door.enter(new Proof("nobody", PASSWORD, Optional.empty(), ADDRESS)), WRONG);
        assertThat(actionsOf(account)).contains("sign.in REFUSED");
    }

    @Test
    void five_passwords_are_looked_at_and_no_more_however_many_try_at_once() {
        UUID account = account("bj.east");

        List<String> outcomes = Together.all(THREADS, () -> outcome(() -> door.enter(wrong(account))));

        assertThat(Collections.frequency(outcomes, "WRONG")).isEqualTo(5);
        assertThat(Collections.frequency(outcomes, "LOCKED")).isEqualTo(THREADS - 5);
        assertRefused(() -> signedIn(account), LOCKED);
        clock.advance(Duration.ofMinutes(15));
        signedIn(account);
    }

    @Test
    void a_success_forgets_the_failures_before() {
        UUID account = account("bj.east");
        for (int i = 0; i < 12; i++) {
            assertRefused(() -> door.enter(wrong(account)), WRONG);
            if (i % 4 == 3) {
                signedIn(account);
            }
        }
    }

    @Test
    void a_code_is_asked_for_once_the_second_factor_is_on_and_not_counted_as_a_failure() {
        UUID account = account("bj.east");
        String secret = secondFactor(account);
        for (int i = 0; i < 12; i++) {
            assertRefused(() -> signedIn(account), CODE_NEEDED);
        }
        clock.advance(Duration.ofSeconds(30));

        assertThat(door.enter(withCode(account, TimeCodes.code(secret, clock.instant())))
                        .session()
                        .steppedAt())
                .isPresent();
    }

    @Test
    void a_code_of_the_authenticator_works_once_however_many_try_at_once() {
        UUID account = account("bj.east");
        String secret = secondFactor(account);
        clock.advance(Duration.ofSeconds(30));
        String code = TimeCodes.code(secret, clock.instant());

        List<String> outcomes = Together.all(THREADS, () -> outcome(() -> door.enter(withCode(account, code))));

        assertThat(Collections.frequency(outcomes, "DONE")).isEqualTo(1);
        assertThat(outcomes).containsOnly("DONE", "WRONG", "LOCKED");
    }

    @Test
    void a_code_counts_still_once_keys_were_changed() {
        UUID account = account("bj.east");
        String secret = secondFactor(account);
        keys.rotate(Field.TOTP);
        keys.rotate(Field.PHONE);

        Scope.ofSystem().run(() -> {
            assertThat(keys.reseal(Field.TOTP)).isPositive();
            assertThat(keys.reseal(Field.PHONE)).isPositive();
            assertThat(keys.reseal(Field.TOTP)).isZero();
        });

        clock.advance(Duration.ofSeconds(30));
        assertThat(door.enter(withCode(account, TimeCodes.code(secret, clock.instant())))
                        .session()
                        .steppedAt())
                .isPresent();
    }

    @Test
    void wrong_codes_lock_the_account_as_wrong_passwords_do() {
        UUID account = account("bj.east");
        secondFactor(account);
        for (int i = 0; i < 5; i++) {
            assertRefused(() -> signedIn(account), CODE_NEEDED);
            assertRefused(() -> door.enter(withCode(account, "00000x")), WRONG);
        }
        assertRefused(() -> signedIn(account), LOCKED);
    }

    @Test
    void a_password_serves_ninety_days_and_then_only_another_is_set() {
        UUID account = account("bj.east");
        clock.advance(Duration.ofDays(89));
        Session.Opened before = signedIn(account);
        clock.advance(Duration.ofDays(1));

        assertRefused(() -> signedIn(account), PASSWORD_OLD);
        assertRefused(() -> door.changePassword(proof(account), PASSWORD), StaffRefused.Reason.PASSWORD_SAME);
        door.changePassword(proof(account), "Another-river-8");

        assertRefused(() -> signedIn(account), WRONG);
        assertThat(sessions.find(before.token())).isEmpty();
        door.enter(new Proof(loginOf(account), "Another-river-8", Optional.empty(), ADDRESS));
    }

    @Test
    void none_of_the_last_five_passwords_is_set_again() {
        UUID account = account("bj.east");
        String present = PASSWORD;
        for (int i = 1; i <= 5; i++) {
            String next = "Another-river-" + i;
            clock.advance(Duration.ofDays(1));
            door.changePassword(new Proof(loginOf(account), present, Optional.empty(), ADDRESS), next);
            present = next;
        }
        String last = present;

        assertRefused(
                () -> door.changePassword(new Proof(loginOf(account), last, Optional.empty(), ADDRESS), PASSWORD),
                StaffRefused.Reason.PASSWORD_SAME);
        Invited again = system(() -> operator.reset(account));
        assertRefused(() -> door.accept(again.token(), last, ADDRESS), StaffRefused.Reason.PASSWORD_SAME);
        door.accept(again.token(), "Another-river-6", ADDRESS);
        door.changePassword(new Proof(loginOf(account), "Another-river-6", Optional.empty(), ADDRESS), PASSWORD);
    }

    @Test
    void a_password_that_was_stored_in_another_way_serves_and_is_stored_anew() {
        UUID account = account("bj.east");
        String former = new Passwords(PasswordPolicy.DENGBAO3, "pbkdf2-hmacsm3").rehashed("Another-river-7");
        work.call(() -> database.sql("update staff.account set password = :hash where id = :id")
                .param("hash", former)
                .param("id", account)
                .update());

        for (int i = 0; i < 2; i++) {
            door.enter(new Proof(loginOf(account), "Another-river-7", Optional.empty(), ADDRESS));
        }

        assertThat(work.call(() -> database.sql("select password from staff.account where id = :id")
                        .param("id", account)
                        .query(String.class)
                        .single()))
                .startsWith("$argon2id$");
    }

    @Test
    void what_ended_a_month_ago_is_put_away_and_what_lives_stays(@Autowired SessionsService rounds) {
        UUID account = account("bj.east");
        Session ended = signedIn(account).session();
        sessions.end(account, ended.id());
        rounds.putAway();
        String count = "select count(*) from staff.session where holder = :id";
        assertThat(counted(count, account)).isEqualTo(1);

        clock.advance(Duration.ofDays(32));
        signedIn(account);
        rounds.putAway();

        assertThat(counted(count, account)).isEqualTo(1);
        assertThat(sessions.of(account)).hasSize(1);
        assertThat(counted("select count(*) from staff.invitation where account = :id", account))
                .isZero();
    }

    private int counted(String sql, UUID account) {
        return work.call(() ->
                database.sql(sql).param("id", account).query(Integer.class).single());
    }

    @Test
    void one_address_tries_a_hundred_times_in_ten_minutes() {
        String address = "198.51.100.9";
        for (int i = 0; i < 100; i++) {
            assertRefused(() -> door.accept("unknown", PASSWORD, address), WRONG);
        }
        assertRefused(() -> door.accept("unknown", PASSWORD, address), TOO_OFTEN);
        clock.advance(Duration.ofMinutes(10));
        assertRefused(() -> door.accept("unknown", PASSWORD, address), WRONG);
    }

    @Test
    void a_disabled_account_lets_nobody_in_and_ends_what_it_had() {
        UUID account = account("bj.east");
        Session.Opened open = signedIn(account);
        Caller administrator = holder(Role.SECURITY_ADMINISTRATOR, "bj");

        desk.disable(administrator, account);

        assertThat(sessions.find(open.token())).isEmpty();
        assertRefused(() -> signedIn(account), DISABLED);
    }

    @Test
    void a_reset_ends_sessions_and_asks_for_a_new_password_and_a_new_authenticator() {
        UUID account = account("bj.east");
        secondFactor(account);
        clock.advance(Duration.ofSeconds(60));
        Caller administrator = holder(Role.SYSTEM_ADMINISTRATOR, "bj");

        Invited again = desk.reset(administrator, account);

        assertRefused(() -> signedIn(account), WRONG);
        assertThat(sessions.of(account)).isEmpty();
        door.accept(again.token(), "Another-river-8", ADDRESS);
        door.enter(new Proof(loginOf(account), "Another-river-8", Optional.empty(), ADDRESS));
    }

    @Test
    void no_token_code_or_password_stands_in_the_database() {
        Invited invited = invited("bj.east");
        door.accept(invited.token(), PASSWORD, ADDRESS);
        Session.Opened opened = signedIn(invited.account());

        String all = work.call(
                () -> database.sql("""
                        select coalesce((select string_agg(a::text, ' ') from staff.account a), '')
                            || coalesce((select string_agg(s::text, ' ') from staff.session s), '')
                            || coalesce((select string_agg(i::text, ' ') from staff.invitation i), '')
                        """).query((row, _) -> row.getString(1)).single());

        assertThat(all)
                .contains(invited.account().toString(), "$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD, invited.token(), opened.token(), "13800138000");
    }

    private Proof wrong(UUID account) {
        return new Proof(loginOf(account), "Wrong-river-7", Optional.empty(), ADDRESS + account);
    }

    private Proof withCode(UUID account, String code) {
        return new Proof(loginOf(account), PASSWORD, Optional.of(code), ADDRESS + account);
    }

    private List<String> actionsOf(UUID account) {
        return system(() -> audit.find(Question.all().ofActor(account.toString()))).stream()
                .map(record -> record.deed().action() + " " + record.deed().outcome())
                .toList();
    }
}
