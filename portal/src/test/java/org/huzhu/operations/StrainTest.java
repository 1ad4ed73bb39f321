package org.huzhu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The database is slow, its connections are taken, or the disk is full: members are told to come again, nobody waits in
 * a line that grows, whoever watches over the society is told, and afterwards all is as before.
 */
@PageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrainTest {

    private static final int WITHIN = 6;
    private static final int CROWD = 5 * WITHIN;
    private static final int BUSY = 503;
    private static final int FULL = 507;
    private static final int OK = 200;
    private static final String PHONE = "13800000000";
    private static final String HOME = "/m";
    private static final String HEALTH = "/actuator/health";
    private static final String ALIVE = "/actuator/health/liveness";

    private final HttpClient client = HttpClient.newHttpClient();
    private final LostReplies line;
    private final ConfigurableApplicationContext society;
    private final String token;

    /** Another process of the same society, at the end of a line of its own. */
    StrainTest(@Autowired Server server, @Autowired Home home, @Autowired Demonstrated demonstrated)
            throws IOException {
        line = new LostReplies(Integer.parseInt(server.url().replaceAll(".*:(\\d+)/.*", "$1")));
        String url = server.url().replaceAll(":\\d+/", ":" + line.port() + "/");
        Map<String, Object> properties = Map.of(
                "server.port",
                0,
                "spring.main.lazy-initialization",
                true,
                "huzhu.rounds",
                "off",
                "huzhu.application",
                "huzhu-far",
                "huzhu.within",
                WITHIN,
                "huzhu.patience",
                "2s");
        SpringApplication application = Rooms.society(
                home,
                new Server(url, server.owner(), server.runner(), Optional.empty(), () -> {}),
                properties,
                "far.log");
        society = application.run();
        token = demonstrated.member(PHONE).token();
    }

    /** What a page needs is made when it is first asked for, which may take longer than a member waits. */
    @BeforeAll
    void warm() {
        awaitOpen(HOME);
        awaitOpen(HEALTH);
    }

    @AfterEach
    void all_is_as_before() {
        line.let();
        awaitOpen(HOME);
        awaitOpen(HEALTH);
        assertThat(get(HEALTH).body()).contains("\"UP\"");
    }

    @AfterAll
    void close() throws IOException {
        society.close();
        line.close();
        client.close();
    }

    private HttpRequest.Builder at(String path) {
        String port = society.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Sec-Fetch-Site", "same-origin");
        // Whoever watches is nobody: of him the database is not asked who he is.
        return path.startsWith(HOME) ? request.header("Cookie", "huzhu=" + token) : request;
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return client.sendAsync(at(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) {
        return ask(path).join();
    }

    /** Asks until it is answered as ever. */
    private void awaitOpen(String path) {
        int last;
        do {
            last = get(path).statusCode();
            assertThat(last).isIn(OK, BUSY);
        } while (last != OK);
    }

    private static void assertComeAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(BUSY);
        assertThat(answer.body()).contains("请稍后再试", "不会办成两次").doesNotContain("Exception", "jdbc");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whoever_asks_a_database_that_does_not_answer_is_told_to_come_again() {
        line.hold();
        assertComeAgain(get(HOME));
        HttpRequest form = at("/m/card")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("number=1"))
                .build();
        assertComeAgain(client.sendAsync(form, BodyHandlers.ofString()).join());
    }

    @Test
    void whoever_finds_no_connection_free_is_told_to_come_again() throws SQLException {
        DataSource source = society.getBean(DataSource.class);
        List<Connection> taken = new ArrayList<>();
        try {
            // As many as there are.
            for (int i = 0; i < 16; i++) {
                taken.add(source.getConnection());
            }
            assertComeAgain(get(HOME));
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
    }

    @Test
    void of_a_crowd_only_so_many_wait_and_the_rest_are_turned_away_at_the_door() {
        line.hold();
        List<CompletableFuture<HttpResponse<String>>> crowd =
                IntStream.range(0, CROWD).mapToObj(_ -> ask(HOME)).toList();
        List<HttpResponse<String>> answers =
                crowd.stream().map(CompletableFuture::join).toList();
        answers.forEach(StrainTest::assertComeAgain);
        assertThat(line.mostHeld()).isBetween(1, WITHIN);
        assertThat(answers.stream().filter(StrainTest::isFromTheDoor)).isNotEmpty();
    }

    /** Who did not get as far as the gate was given nothing of its own. */
    private static boolean isFromTheDoor(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("'nonce-'");
    }

    @Test
    void whoever_watches_over_the_society_is_told_that_it_does_less_than_it_should() {
        line.hold();
        assertComeAgain(get(HOME));
        assertThat(get(HEALTH).statusCode()).isEqualTo(BUSY);
        assertThat(get(ALIVE).statusCode()).isEqualTo(OK);
        line.let();
        HttpResponse<String> since = get(HEALTH);
        assertThat(since.statusCode()).isEqualTo(BUSY);
        assertThat(since.body()).containsAnyOf("DEGRADED", "DOWN");
    }

    @Test
    void a_file_for_which_the_server_has_no_room_is_refused_with_a_word_on_what_to_do() {
        String body = """
                --x\r
                Content-Disposition: form-data; name="key"\r
                \r
                6b1f5c8e-4f60-4a1c-9c3f-0a3c1f6f2b11\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="receipt.xml"\r
                \r
                %s\r
                --x--\r
                """.formatted("<a/>".repeat(20_000));
        HttpRequest form = at("/m/claims/new/STAY/receipt")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (FullDisk _ = FullDisk.after(0)) {
            HttpResponse<String> answer =
                    client.sendAsync(form, BodyHandlers.ofString()).join();
            assertThat(answer.statusCode()).isEqualTo(FULL);
            assertThat(answer.body()).contains("磁盘满了", "没有留下半份", "huzhu doctor").doesNotContain("Exception");
        }
        // There is room again, and what is wrong is the file.
        assertThat(client.sendAsync(form, BodyHandlers.ofString()).join().statusCode())
                .isEqualTo(422);
    }

    @Test
    void when_the_line_to_the_database_breaks_the_society_finds_it_again_by_itself() throws IOException {
        line.cut();
        HttpResponse<String> answer = get(HOME);
        assertThat(answer.statusCode()).isIn(OK, BUSY);
        assertThat(get(ALIVE).statusCode()).isEqualTo(OK);
    }
}
