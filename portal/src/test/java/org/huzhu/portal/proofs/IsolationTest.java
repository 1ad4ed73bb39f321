package org.huzhu.portal.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.huzhu.database.Server;
import org.huzhu.portal.proofs.Addresses.Row;
import org.huzhu.portal.proofs.Canaries.Canary;
import org.huzhu.portal.proofs.Things.Thing;
import org.huzhu.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody is ever shown, or changes, what is another organisation's: under load, and behind each of the two walls alone.
 * Nothing that people write is taken as a part of the page.
 */
@WalledTest
class IsolationTest {

    private static final int THREADS = 64;

    /** How often each thread asks; more for a long run by {@code -Dhuzhu.isolation.rounds}. */
    private static final int ROUNDS = Integer.getInteger("huzhu.isolation.rounds", 20);

    /** Of how many of each kind each asks; more by {@code -Dhuzhu.isolation.objects}. */
    private static final int OBJECTS_OF_A_KIND = Integer.getInteger("huzhu.isolation.objects", 2);

    private final Server server;
    private final Canaries canaries;
    private final Travellers travellers;

    IsolationTest(@Autowired Server server, @Autowired Canaries canaries, @Autowired Travellers travellers) {
        this.server = server;
        this.canaries = canaries;
        this.travellers = travellers;
    }

    /** What came to light that should not, and how many answers held anything at all. */
    private final class Findings {

        private final List<String> wrong = new ArrayList<>();
        private final AtomicInteger good = new AtomicInteger();
        private long seen;
        private boolean isWrittenOut;
        private boolean isChanged;

        private synchronized void add(Traveller who, Row row, Thing thing, HttpResponse<String> answer) {
            if (answer.statusCode() == 200) {
                good.incrementAndGet();
            }
            if (isPage(answer) && answer.body().contains(Canaries.ELEMENT)) {
                wrong.add("%s asked %s of %s: what somebody wrote is taken as an element"
                        .formatted(who, row.named(), thing));
            }
            isWrittenOut |= answer.body().contains(Canaries.ELEMENT.replace("<", "&lt;"));
            List<Canary> shown = canaries.in(answer.body());
            seen += shown.size();
            // An id that he asked for himself may stand on the page that refuses it, and in the record of what he did.
            Predicate<Canary> isKnown = canary -> travellers.hasAsked(who, canary.sign());
            List<Canary> escaped =
                    shown.stream().filter(who.isHis().or(isKnown).negate()).toList();
            if (!escaped.isEmpty()) {
                wrong.add("%s asked %s of %s: %d %s".formatted(who, row.named(), thing, answer.statusCode(), escaped));
            }
        }
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    @Test
    void many_at_once_are_each_shown_their_own() throws Exception {
        List<Traveller> all = travellers.all();
        Findings findings = new Findings();
        List<Integer> failed = Together.all(THREADS, () -> {
            int failures = 0;
            ThreadLocalRandom random = ThreadLocalRandom.current();
            for (int round = 0; round < ROUNDS; round++) {
                Traveller who = all.get(random.nextInt(all.size()));
                List<Row> pages = who.pages();
                Row row = pages.get(random.nextInt(pages.size()));
                List<Thing> things = travellers.things(row);
                Thing thing = things.get(random.nextInt(things.size()));
                HttpResponse<String> answer = travellers.ask(who, row, thing);
                failures += answer.statusCode() >= 500 ? 1 : 0;
                findings.add(who, row, thing, answer);
            }
            return failures;
        });

        assertThat(findings.wrong).as("what was shown to whom it should not be").isEmpty();
        assertThat(failed).as("failures of the society").containsOnly(0);
        assertThat(findings.good.get()).isGreaterThan(THREADS * ROUNDS / 4);
        assertThat(findings.seen)
                .as("signs that were shown to whom they may be")
                .isGreaterThan((long) THREADS * ROUNDS / 2);
    }

    @Test
    void row_level_security_alone_lets_nothing_through() throws Exception {
        Walls.withoutFirst(() -> assertNothingEscapes(all(travellers.oneOfEachRole())));
    }

    @Test
    void the_program_alone_lets_nothing_through() throws Exception {
        Walls.withoutSecond(server, () -> assertNothingEscapes(all(travellers.oneOfEachRole())));
    }

    /** That the two before can fail at all. */
    @Test
    void with_neither_wall_it_comes_to_light() throws Exception {
        List<Traveller> one = travellers.oneOfEachRole().stream()
                .filter(who -> who.name().equals("UNIT_HANDLER"))
                .toList();

        Walls.withoutFirst(() ->
                Walls.withoutSecond(server, () -> assertThat(all(one).wrong).isNotEmpty()));
    }

    private void assertNothingEscapes(Findings findings) {
        assertThat(findings.wrong).as("what was shown to whom it should not be").isEmpty();
        assertThat(findings.isChanged).as("what is another's is changed").isFalse();
        assertThat(findings.isWrittenOut)
                .as("what people write as they like was shown")
                .isTrue();
        assertThat(findings.good.get()).isGreaterThan(200);
        assertThat(findings.seen)
                .as("signs that were shown to whom they may be")
                .isGreaterThan(1_000);
    }

    /** Each asks for everything, of his own organisation and of each other. */
    private Findings all(List<Traveller> visitors) throws Exception {
        Things things = new Things(server);
        String before = things.state();
        Findings findings = new Findings();
        for (Traveller who : visitors) {
            for (Row row : who.rows()) {
                for (Thing thing : travellers.things(who, row, OBJECTS_OF_A_KIND)) {
                    findings.add(who, row, thing, travellers.ask(who, row, thing));
                }
            }
        }
        findings.isChanged = !things.state().equals(before);
        return findings;
    }
}
