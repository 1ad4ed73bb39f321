package org.huzhu.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.notices.Post.MILL;
import static org.huzhu.notices.Post.handler;
import static org.huzhu.notices.Post.member;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.notices.MessageChannel.Message;
import org.huzhu.notices.MessageChannel.Outcome;
import org.huzhu.notices.NoticeDesk.Trouble;
import org.huzhu.notices.NoticeDesk.Undelivered;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What goes out, when, how often, and what happens where it cannot. */
@RoomTest
@Import({Post.class, FakeChannel.class})
class CourierTest {

    private static final Outcome SENT = new Outcome.Sent();
    private static final Outcome FAILED = new Outcome.Failed();

    private final UUID member = UUID.randomUUID();

    @Autowired
    private Post post;

    @Autowired
    private Courier courier;

    @Autowired
    private FakeChannel channel;

    @Autowired
    private NoticeDesk desk;

    @Autowired
    private SetClock clock;

    @BeforeEach
    void morning() {
        turnTo(LocalTime.of(9, 0));
    }

    /** No test finds what another left. */
    @AfterEach
    void emptied() {
        morning();
        post.goFor(Duration.ofHours(1), Duration.ofMinutes(10));
    }

    /** Turns the clock on to the time of day, today or tomorrow. */
    private void turnTo(LocalTime time) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), Society.CHINA);
        Duration until = Duration.between(now, time);
        clock.advance(until.isNegative() ? until.plusDays(1) : until);
    }

    private List<Undelivered> undelivered() {
        Caller handler = handler(MILL);
        return handler.scope().call(() -> desk.undelivered(handler, 100)).stream()
                .filter(each -> each.member().equals(member))
                .toList();
    }

    @Test
    void what_was_told_goes_out_with_the_address_where_it_can_be_followed() {
        post.tell("a-1", member);
        post.go();

        assertThat(channel.taken(member)).containsExactly("a-1");
        assertThat(channel.texts(member)).containsExactly("您的互助金申请2026-7已收到。最晚2026-03-16前答复您。 /m/claims/7f");
        post.go();
        assertThat(channel.handed(member)).hasSize(1);
    }

    @Test
    void a_channel_that_is_down_for_three_days_loses_nothing_and_keeps_the_order() {
        Instant back = clock.instant().plus(Duration.ofDays(3));
        channel.when(member, _ -> clock.instant().isBefore(back) ? FAILED : SENT);
        List<String> told = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            told.add("b-" + day);
            post.tell("b-" + day, member);
            post.goFor(Duration.ofDays(1), Duration.ofMinutes(15));
        }
        assertThat(channel.taken(member)).isEmpty();
        assertThat(channel.handed(member)).as("only the first was tried").containsOnly("b-0");

        post.goFor(Duration.ofDays(2), Duration.ofMinutes(15));
        assertThat(channel.taken(member)).containsExactlyElementsOf(told);
        assertThat(undelivered()).isEmpty();
    }

    @Test
    void after_ten_tries_a_message_is_given_up_and_stands_in_the_list_and_the_next_goes_out() {
        channel.when(member, message -> message.event().equals("c-1") ? FAILED : SENT);
        post.tell("c-1", member);
        post.tell("c-2", member);
        post.goFor(Duration.ofDays(6), Duration.ofMinutes(30));

        assertThat(channel.handed(member)).filteredOn("c-1"::equals).hasSize(10);
        assertThat(channel.taken(member)).containsExactly("c-2");
        assertThat(undelivered()).extracting(Undelivered::trouble).containsExactly(Trouble.FAILED);
        Caller elsewhere = handler("bj.dc.school");
        assertThat(elsewhere.scope().call(() -> desk.undelivered(elsewhere, 100)))
                .isEmpty();
        Caller self = member(member);
        assertThat(self.scope().call(() -> desk.open(self))).hasSize(2);
        assertThat(undelivered()).as("once he has read it").isEmpty();
    }

    @Test
    void each_wait_is_longer_than_the_last() {
        channel.when(member, _ -> FAILED);
        post.tell("d-1", member);
        post.go();
        post.goFor(Duration.ofSeconds(4), Duration.ofSeconds(1));
        assertThat(channel.handed(member)).hasSize(1);
        post.go();
        assertThat(channel.handed(member)).hasSize(2);
        post.goFor(Duration.ofMinutes(5), Duration.ofMinutes(1));
        assertThat(channel.handed(member)).hasSize(3);
        post.goFor(Duration.ofMinutes(29), Duration.ofMinutes(1));
        assertThat(channel.handed(member)).hasSize(3);
        post.goFor(Duration.ofMinutes(1), Duration.ofMinutes(1));
        assertThat(channel.handed(member)).hasSize(4);
        channel.when(member, _ -> SENT);
        turnTo(LocalTime.of(20, 0));
        post.go();
        assertThat(channel.taken(member)).containsExactly("d-1");
    }

    @Test
    void a_busy_channel_is_left_alone_and_no_try_is_counted() {
        UUID other = UUID.randomUUID();
        channel.when(member, _ -> new Outcome.Busy(Duration.ofMinutes(2)));
        for (int i = 0; i < 12; i++) {
            post.tell("e-" + i, i == 0 ? member : UUID.randomUUID());
            post.go();
            post.goFor(Duration.ofMinutes(2), Duration.ofMinutes(2));
        }
        assertThat(channel.handed(member)).hasSizeGreaterThan(10);
        post.tell("e-other", other);
        post.go();
        assertThat(channel.taken(other)).as("while it is busy").isEmpty();

        channel.when(member, _ -> SENT);
        post.goFor(Duration.ofMinutes(3), Duration.ofMinutes(1));
        assertThat(channel.taken(member)).containsExactly("e-0");
        assertThat(channel.taken(other)).containsExactly("e-other");
        assertThat(undelivered()).isEmpty();
    }

    @Test
    void a_message_that_takes_too_long_holds_up_no_other_and_is_tried_again() {
        UUID other = UUID.randomUUID();
        channel.when(member, _ -> hang());
        post.tell("f-1", member);
        post.tell("f-2", other);
        post.go();
        assertThat(channel.taken(other)).containsExactly("f-2");
        assertThat(channel.taken(member)).isEmpty();

        channel.when(member, _ -> SENT);
        post.goFor(Duration.ofSeconds(6), Duration.ofSeconds(1));
        assertThat(channel.taken(member)).containsExactly("f-1");
    }

    /** Waits until it is interrupted. */
    private static Outcome hang() {
        try {
            new CountDownLatch(1).await();
            return SENT;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void what_is_refused_for_good_is_not_tried_again() {
        channel.when(member, message -> message.event().equals("g-1") ? new Outcome.Refused() : SENT);
        post.tell("g-1", member);
        post.tell("g-2", member);
        post.goFor(Duration.ofSeconds(3), Duration.ofSeconds(1));

        assertThat(channel.handed(member)).containsExactly("g-1", "g-2");
        assertThat(undelivered()).extracting(Undelivered::trouble).containsExactly(Trouble.REFUSED);
    }

    @Test
    void at_night_no_phone_rings_and_the_page_of_the_member_has_it_at_once() {
        turnTo(LocalTime.of(20, 59, 50));
        post.goFor(Duration.ofSeconds(10), Duration.ofSeconds(10));
        post.tell("h-1", member);
        post.go();
        Caller self = member(member);
        assertThat(self.scope().call(() -> desk.open(self))).hasSize(1);
        turnTo(LocalTime.of(7, 59, 58));
        post.go();
        assertThat(channel.handed(member)).isEmpty();
        post.go();
        assertThat(channel.taken(member)).containsExactly("h-1");
    }

    @Test
    void many_couriers_at_once_never_send_one_twice() {
        List<UUID> members = Stream.generate(UUID::randomUUID).limit(60).toList();
        members.forEach(each -> post.tell("i-" + each, each));
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofSeconds(1));
            Together.all(8, () -> courier.go());
        }
        assertThat(members).allSatisfy(each -> assertThat(channel.handed(each)).containsExactly("i-" + each));
    }

    @Test
    void what_is_killed_between_sending_and_marking_is_sent_again_under_the_same_name() {
        Thread self = Thread.currentThread();
        channel.when(member, _ -> {
            self.interrupt();
            return hang();
        });
        post.tell("j-1", member);
        assertThatThrownBy(() -> post.go()).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();

        channel.when(member, _ -> SENT);
        post.go();
        assertThat(channel.handed(member)).containsExactly("j-1", "j-1");
    }

    @Test
    void so_many_go_out_in_a_second_and_no_more() {
        List<UUID> members = Stream.generate(UUID::randomUUID).limit(120).toList();
        members.forEach(each -> post.tell("k-" + each, each));
        List<Integer> seconds = new ArrayList<>();
        IntStream.range(0, 3).forEach(_ -> {
            seconds.add(post.go());
            seconds.add(courier.go());
        });
        assertThat(seconds).containsExactly(50, 0, 50, 0, 20, 0);
    }

    @Test
    void a_clock_that_was_wrong_for_a_while_does_not_stop_the_courier() {
        clock.advance(Duration.ofDays(400));
        morning();
        post.go();
        clock.advance(Duration.ofDays(-400));
        post.tell("l-1", member);
        post.go();
        assertThat(channel.taken(member)).containsExactly("l-1");
    }

    @Test
    void what_is_long_past_rings_no_phone_and_stands_on_the_page_alone() {
        post.tell("n-1", member);
        clock.advance(Duration.ofDays(31));
        post.tell("n-2", member);
        post.go();
        assertThat(channel.handed(member)).containsExactly("n-2");
        Caller self = member(member);
        assertThat(self.scope().call(() -> desk.open(self))).hasSize(2);
    }

    @Test
    void where_a_message_goes_stands_in_no_text_of_it() {
        assertThat(new Message("m-1", "13800000000", "text").toString()).isEqualTo("m-1");
        assertThat(Collections.frequency(channel.handed(member), "m-1")).isZero();
    }
}
