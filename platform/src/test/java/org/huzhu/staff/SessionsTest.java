package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.ProofNeeded;
import org.huzhu.access.Role;
import org.huzhu.crypto.TimeCodes;
import org.huzhu.staff.StaffDesk.Grant;
import org.junit.jupiter.api.Test;

class SessionsTest extends StaffTest {

    @Test
    void a_session_ends_when_it_is_not_used_for_half_an_hour() {
        Session.Opened opened = signedIn(account("bj.east"));
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(opened.token())).isPresent();
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(opened.token())).isPresent();

        clock.advance(Duration.ofMinutes(30));

        assertThat(sessions.find(opened.token())).isEmpty();
    }

    @Test
    void a_session_ends_after_twelve_hours_however_much_it_is_used() {
        Session.Opened opened = signedIn(account("bj.east"));
        for (int i = 0; i < 35; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(sessions.find(opened.token())).isPresent();
        }

        clock.advance(Duration.ofMinutes(20));

        assertThat(sessions.find(opened.token())).isEmpty();
    }

    @Test
    void what_is_no_token_finds_nothing() {
        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("中文\u0000")).isEmpty();
    }

    @Test
    void a_holder_sees_his_sessions_and_ends_one_or_all_at_once() {
        UUID account = account("bj.east");
        UUID other = account("bj.east");
        Session.Opened one = signedIn(account);
        Session.Opened two = signedIn(account);
        Session.Opened three = signedIn(account);
        assertThat(sessions.of(account)).hasSize(3);

        sessions.end(other, one.session().id());
        assertThat(sessions.find(one.token())).isPresent();
        sessions.end(account, one.session().id());
        assertThat(sessions.find(one.token())).isEmpty();
        assertThat(sessions.find(two.token())).isPresent();
        sessions.endAll(account);

        assertThat(List.of(two, three))
                .allMatch(each -> sessions.find(each.token()).isEmpty());
    }

    @Test
    void a_session_acts_in_the_only_post_and_of_several_in_the_one_chosen() {
        UUID account = account("bj");
        UUID east = system(() -> operator.grant(grant(account, Role.UNIT_HANDLER, "bj.east")));
        assertThat(caller(signedIn(account)).flatMap(Caller::path)).hasValue("bj.east");
        UUID west = system(() -> operator.grant(grant(account, Role.POINT_HANDLER, "bj.west")));

        Session.Opened opened = signedIn(account);
        assertThat(caller(opened)).isEmpty();
        assertThat(sessions.posts(opened.session())).extracting(Post::id).containsExactlyInAnyOrder(east, west);
        sessions.actIn(opened.session(), west);

        assertThat(caller(opened))
                .hasValue(new Caller(account, Role.POINT_HANDLER, Optional.of("bj.west"), Optional.empty()));
    }

    @Test
    void nobody_acts_in_a_post_that_is_not_his() {
        Caller other = holder(Role.UNIT_HANDLER, "bj.east");
        Session session = signedIn(account("bj.east")).session();

        assertRefused(() -> sessions.actIn(session, postOf(other)), StaffRefused.Reason.ABSENT);
    }

    @Test
    void a_post_that_is_revoked_is_gone_at_the_next_request() {
        Caller handler = holder(Role.UNIT_HANDLER, "bj.east.unit");
        Session.Opened opened = signedIn(handler.account());
        assertThat(caller(opened).map(Caller::fresh)).hasValue(handler);

        desk.revoke(holder(Role.AGENCY_HANDLER, "bj.east"), postOf(handler));

        assertThat(caller(opened)).isEmpty();
    }

    @Test
    void a_grave_operation_wants_a_proof_within_the_last_five_minutes() {
        Caller handler = holder(Role.AGENCY_HANDLER, "bj.east");
        String secret = secondFactor(handler.account());
        UUID other = account("bj.east");
        clock.advance(Duration.ofSeconds(30));
        Session.Opened opened = door.enter(new SignIn.Proof(
                loginOf(handler.account()), PASSWORD, Optional.of(TimeCodes.code(secret, clock.instant())), ADDRESS));
        desk.grant(caller(opened).orElseThrow(), grant(other, Role.UNIT_HANDLER, "bj.east.a"));
        clock.advance(Duration.ofMinutes(5));

        assertThatThrownBy(() -> desk.grant(caller(opened).orElseThrow(), grant(other, Role.UNIT_HANDLER, "bj.east.b")))
                .isInstanceOf(ProofNeeded.class);
        Session later = sessions.find(opened.token()).orElseThrow();
        assertRefused(() -> door.proveAgain(later, PASSWORD), SignInRefused.Reason.WRONG);
        door.proveAgain(later, TimeCodes.code(secret, clock.instant()));

        desk.grant(caller(opened).orElseThrow(), grant(other, Role.UNIT_HANDLER, "bj.east.b"));
    }

    @Test
    void whoever_has_no_authenticator_proves_himself_by_his_password() {
        Caller handler = holder(Role.POINT_HANDLER, "bj.east.point");
        Session.Opened opened = signedIn(handler.account());
        assertThat(caller(opened).orElseThrow().isFresh()).isFalse();

        assertRefused(() -> door.proveAgain(opened.session(), "wrong"), SignInRefused.Reason.WRONG);
        door.proveAgain(opened.session(), PASSWORD);

        assertThat(caller(opened).orElseThrow().isFresh()).isTrue();
    }

    @Test
    void money_and_administration_are_handled_with_a_second_factor_only() {
        for (Role role : Role.values()) {
            if (!role.isPost()) {
                continue;
            }
            Caller holder = holder(role, "bj." + role.name().toLowerCase(Locale.ROOT));
            Session.Opened opened = signedIn(holder.account());
            assertThat(caller(opened).isPresent()).as(role.name()).isEqualTo(!role.isGuarded());

            String secret = door.newSecondFactor(opened.session()).secret();
            door.showCode(opened.session(), TimeCodes.code(secret, clock.instant()));
            assertThat(caller(opened)).hasValue(holder);
        }
    }

    @Test
    void a_secret_of_an_authenticator_is_not_replaced_while_it_is_in_use() {
        UUID account = account("bj.east");
        Session session = signedIn(account).session();
        assertRefused(() -> door.showCode(session, "000000"), StaffRefused.Reason.SECOND_FACTOR_OFF);
        secondFactor(account);

        assertRefused(() -> door.newSecondFactor(session), StaffRefused.Reason.SECOND_FACTOR_ON);
    }

    private static Grant grant(UUID account, Role role, String path) {
        return new Grant(account, role, Optional.empty(), path, Optional.empty());
    }

    private Optional<Caller> caller(Session.Opened opened) {
        return sessions.find(opened.token()).flatMap(sessions::caller);
    }
}
