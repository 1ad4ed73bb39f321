package org.huzhu.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.notices.Post.MILL;
import static org.huzhu.notices.Post.filed;
import static org.huzhu.notices.Post.handler;
import static org.huzhu.notices.Post.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.database.Scope;
import org.huzhu.testkit.Together;
import org.huzhu.unions.OrganisationMoved;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** What is told, and who reads it. */
@RoomTest
@Import({Post.class, FakeChannel.class})
class OutboxTest {

    private final UUID member = UUID.randomUUID();

    @Autowired
    private Post post;

    @Autowired
    private Outbox outbox;

    @Autowired
    private NoticeDesk desk;

    @Autowired
    private FakeChannel channel;

    @Autowired
    private TransactionOperations transactions;

    private List<Told> open(UUID who) {
        Caller self = member(who);
        return self.scope().call(() -> desk.open(self));
    }

    @Test
    void what_was_not_committed_is_told_to_nobody() {
        assertThatThrownBy(() -> Scope.ofSystem()
                        .run(() -> transactions.executeWithoutResult(_ -> {
                            outbox.tell(filed("not", member));
                            throw new IllegalStateException("it did not happen");
                        })))
                .hasMessage("it did not happen");
        post.go();

        assertThat(open(member)).isEmpty();
        assertThat(channel.handed(member)).isEmpty();
        assertThatThrownBy(() -> Scope.ofSystem().run(() -> outbox.tell(filed("not", member))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_same_event_is_told_once_however_many_tell_it() {
        Together.all(8, () -> {
            post.tell("once", member);
            return true;
        });
        post.tell("once", member);
        post.go();
        post.go();

        assertThat(open(member)).hasSize(1);
        assertThat(channel.handed(member)).containsExactly("once");
    }

    @Test
    void a_member_reads_his_own_the_newest_first_and_what_he_has_read_is_no_longer_new() {
        UUID other = UUID.randomUUID();
        post.tell("own-1", member);
        post.tell("own-2", member);
        post.tell("own-3", other);
        Caller self = member(member);

        assertThat(self.scope().call(() -> desk.unread(self))).isEqualTo(2);
        assertThat(open(member)).extracting(Told::isRead).containsExactly(false, false);
        assertThat(open(member)).extracting(Told::isRead).containsExactly(true, true);
        assertThat(self.scope().call(() -> desk.unread(self))).isZero();
        assertThat(open(member).getFirst().link()).contains("/m/claims/7f");
        assertThat(open(other)).extracting(Told::isRead).containsExactly(false);
    }

    @Test
    void what_a_member_does_himself_tells_him_and_nobody_else() {
        Caller self = member(member);
        self.scope().run(() -> transactions.executeWithoutResult(_ -> outbox.tell(filed("self", member))));
        assertThat(open(member)).hasSize(1);

        UUID other = UUID.randomUUID();
        assertThatThrownBy(() -> self.scope()
                        .run(() -> transactions.executeWithoutResult(_ -> outbox.tell(filed("foreign", other)))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void staff_reads_what_organisations_within_reach_have_told_and_follows_them_where_they_move(
            @Autowired ApplicationEventPublisher events) {
        post.tell("staff", member);
        assertThat(seen(handler("bj.dc"))).hasSize(1);
        assertThat(seen(handler("bj.dc.school"))).isEmpty();

        UUID organisation = UUID.randomUUID();
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(_ -> events.publishEvent(
                        new OrganisationMoved(organisation, MILL, "bj.xc.mill", LocalDate.of(2026, 3, 2)))));
        assertThat(seen(handler("bj.xc.mill"))).hasSize(1);
        assertThat(seen(handler("bj.dc"))).isEmpty();
    }

    private List<Told> seen(Caller caller) {
        return caller.scope().call(() -> desk.of(caller, member, 10));
    }

    @Test
    void a_notice_that_says_more_or_less_than_its_template_leads_elsewhere_or_has_no_name_is_none() {
        Map<String, String> words = Map.of("number", "1", "until", "2026-03-16");
        assertThatThrownBy(() -> notice("e", Map.of("number", "1"), "/m/claims/1"))
                .hasMessage("The words of CLAIM_FILED are [number, until], not [number]");
        assertThatThrownBy(() -> notice("e", words, "https://elsewhere.example"))
                .hasMessageContaining("leads to a page of members");
        assertThatThrownBy(() -> notice(" ", words, "/m")).hasMessageContaining("An event has a name");
    }

    private Notice notice(String event, Map<String, String> words, String link) {
        return new Notice(event, member, MILL, Template.CLAIM_FILED, words, Optional.of(link));
    }
}
