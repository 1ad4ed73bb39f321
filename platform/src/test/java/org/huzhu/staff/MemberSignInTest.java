package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.staff.SignInRefused.Reason.TOO_OFTEN;
import static org.huzhu.staff.SignInRefused.Reason.WRONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huzhu.access.Role;
import org.huzhu.database.Home;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@Import(MemberSignInTest.Register.class)
class MemberSignInTest extends StaffTest {

    private static final Pattern CODE = Pattern.compile("验证码 (\\d{6})");
    private static final int ROUNDS = Integer.getInteger("huzhu.staff.rounds", 200);
    private static int phones;

    @Autowired
    private MemberSignIn members;

    @Autowired
    private Home home;

    @Autowired
    private KnownMembers known;

    private String phone = "";

    /** Members that the test makes up. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Register {

        @Bean
        @Primary
        KnownMembers knownMembers() {
            return new KnownMembers();
        }
    }

    /** A register that knows one member, 张玲. */
    static final class KnownMembers implements MemberSignIn.Directory {

        private final UUID member = UUID.randomUUID();
        private final Map<String, UUID> byPhone = new ConcurrentHashMap<>();

        @Override
        public Optional<UUID> ofPhone(String phone) {
            return Optional.ofNullable(byPhone.get(phone));
        }

        @Override
        public Optional<UUID> ofNumberAndName(String number, String name) {
            boolean isHers = number.equals("11010519491231002X") && name.equals("张玲");
            return isHers ? Optional.of(member) : Optional.empty();
        }

        @Override
        public void holds(UUID holder, String phone) {
            byPhone.put(phone, holder);
        }
    }

    @BeforeEach
    void a_phone_of_its_own() {
        phone = "139%08d".formatted(++phones);
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void a_code_opens_a_session_of_the_phone_and_once_it_is_bound_of_the_member() {
        Session.Opened first = enter();
        assertThat(first.session().kind()).isEqualTo(Session.Kind.PHONE);
        assertThat(sessions.caller(first.session())).isEmpty();
        assertRefused(() -> members.bind(first.session(), "11010519491231002X", "张凌"), WRONG);

        Session.Opened bound = members.bind(first.session(), "11010519491231002X", "张玲");

        assertThat(sessions.find(first.token())).isEmpty();
        assertThat(sessions.caller(bound.session())).hasValueSatisfying(caller -> {
            assertThat(caller.role()).isEqualTo(Role.MEMBER);
            assertThat(caller.member()).hasValue(known.member);
            assertThat(caller.path()).isEmpty();
        });
        clock.advance(Duration.ofMinutes(1));
        assertThat(enter().session().kind()).isEqualTo(Session.Kind.MEMBER);
    }

    @Test
    void a_code_works_once_however_many_try_at_once() {
        members.ask(phone, ADDRESS);
        String code = lastCode();

        List<String> outcomes = Together.all(50, () -> outcome(() -> members.enter(phone, code, ADDRESS)));

        assertThat(Collections.frequency(outcomes, "DONE")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "WRONG")).isEqualTo(49);
    }

    @Test
    void a_code_sent_for_something_proves_it_once() {
        for (int round = 0; round < ROUNDS; round++) {
            String own = "138%08d".formatted(round);
            members.ask(MemberSignIn.Aim.ENTER, own, "198.51.100." + round % 250);
            String code = lastCode(own);

            List<Boolean> proved = Together.all(2, () -> members.proves(MemberSignIn.Aim.ENTER, own, code));

            assertThat(Collections.frequency(proved, true))
                    .as("round %d", round)
                    .isEqualTo(1);
        }
    }

    @Test
    void a_code_is_tried_five_times_however_many_try_at_once() {
        members.ask(phone, ADDRESS);
        String code = lastCode();

        Together.all(50, () -> outcome(() -> members.enter(phone, "wrong", ADDRESS)));

        assertRefused(() -> members.enter(phone, code, ADDRESS), WRONG);
        int tries = work.call(() -> database.sql("select max(tries) from staff.code where not is_used")
                .query((row, _) -> row.getInt(1))
                .single());
        assertThat(tries).isEqualTo(5);
    }

    @Test
    void a_code_ends_after_five_minutes_and_when_another_is_sent() {
        members.ask(phone, ADDRESS);
        String late = lastCode();
        clock.advance(Duration.ofMinutes(5));
        assertRefused(() -> members.enter(phone, late, ADDRESS), WRONG);

        members.ask(phone, ADDRESS);
        String old = lastCode();
        clock.advance(Duration.ofMinutes(1));
        members.ask(phone, ADDRESS);

        if (!old.equals(lastCode())) {
            assertRefused(() -> members.enter(phone, old, ADDRESS), WRONG);
        }
        members.enter(phone, lastCode(), ADDRESS);
    }

    @Test
    void a_phone_gets_one_code_a_minute_however_many_ask_at_once_and_ten_a_day() {
        List<String> outcomes = Together.all(
                50,
                () -> outcome(() -> {
                    members.ask(phone, "192.0.2." + Thread.currentThread().threadId());
                    return true;
                }));
        assertThat(Collections.frequency(outcomes, "DONE")).isEqualTo(1);
        for (int i = 1; i < 10; i++) {
            clock.advance(Duration.ofMinutes(1));
            members.ask(phone, ADDRESS);
        }
        clock.advance(Duration.ofMinutes(1));
        assertRefused(() -> members.ask(phone, ADDRESS), TOO_OFTEN);

        clock.advance(Duration.ofDays(1));
        members.ask(phone, ADDRESS);
    }

    @Test
    void one_address_asks_for_sixty_codes_a_day() {
        String address = "198.51.100.8";
        for (int i = 0; i < 60; i++) {
            members.ask("137%08d".formatted(i), address);
        }
        assertRefused(() -> members.ask(phone, address), TOO_OFTEN);
    }

    @Test
    void names_are_tried_five_times_a_day_for_a_phone() {
        Session session = enter().session();
        for (int i = 0; i < 5; i++) {
            assertRefused(() -> members.bind(session, "11010519491231002X", "张凌"), WRONG);
        }
        assertRefused(() -> members.bind(session, "11010519491231002X", "张玲"), TOO_OFTEN);
    }

    private Session.Opened enter() {
        members.ask(phone, ADDRESS);
        return members.enter(phone, lastCode(), ADDRESS);
    }

    private String lastCode() {
        return lastCode(phone);
    }

    private String lastCode(String phone) {
        try {
            String line = Files.readAllLines(home.logs().resolve("messages.jsonl")).stream()
                    .filter(each -> each.contains("\"" + phone + "\""))
                    .reduce((_, last) -> last)
                    .orElseThrow();
            Matcher code = CODE.matcher(line);
            assertThat(code.find()).isTrue();
            return code.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
