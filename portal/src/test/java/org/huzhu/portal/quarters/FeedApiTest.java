package org.huzhu.portal.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Scope;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.quarters.feeders.Feeders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that a program sends by an access key: what is taken, what is refused, and what a key does not open. */
@PageTest
@TestInstance(Lifecycle.PER_CLASS)
class FeedApiTest {

    private static final String HEADER = "member_no,id_number,name,card_no,valid_from,valid_to,agency\n";
    private static final String PLAN = URLEncoder.encode("暖互助", UTF_8);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PIECES = 64;

    private final Demonstrated society;
    private final Feeders feeders;
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int year = LocalDate.now(Society.CHINA).getYear() - 1;
    private String key = "";

    FeedApiTest(
            @Autowired Demonstrated society,
            @Autowired Feeders feeders,
            @Autowired JdbcClient database,
            @Autowired TransactionOperations transactions) {
        this.society = society;
        this.feeders = feeders;
        this.database = database;
        this.transactions = transactions;
    }

    private Caller officer() {
        return new Caller(
                        UUID.randomUUID(),
                        Role.RELIEF_OFFICER,
                        java.util.Optional.of(
                                society.post(Role.RELIEF_OFFICER).organisation().path()),
                        java.util.Optional.empty())
                .fresh();
    }

    @BeforeAll
    void make() {
        key = made().key();
    }

    private Feeders.Made made() {
        Caller officer = officer();
        LocalDate until = LocalDate.now(Society.CHINA).plusDays(3);
        return officer.scope().call(() -> feeders.make(officer, "市数据平台", until));
    }

    @AfterAll
    void leave() {
        client.close();
    }

    private static String register(int row) {
        return HEADER + "B%07d,11010119800101%04d,王小明,6222020000000000,2012-01-01,,\n".formatted(row, row);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(society.at(address))).header("Authorization", "Bearer " + key);
    }

    private String address(String kind) {
        return "/api/quarters/%d/4/%s?plan=%s".formatted(year, kind, PLAN);
    }

    private HttpRequest.Builder said(HttpRequest.Builder request, String text, long rows) {
        return request.header("Huzhu-Sha256", Digests.hex(Digests.sha256(text.getBytes(UTF_8))))
                .header("Huzhu-Rows", String.valueOf(rows));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, BodyPublisher body) throws Exception {
        return client.send(request.PUT(body).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Test
    void a_file_is_taken_once_however_often_it_is_sent() throws Exception {
        String text = register(1);
        HttpResponse<String> first = send(said(request(address("register")), text, 1), BodyPublishers.ofString(text));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(json(first).get("isNew").asBoolean()).isTrue();
        assertThat(json(first).get("rows").asLong()).isOne();

        HttpResponse<String> again = send(said(request(address("register")), text, 1), BodyPublishers.ofString(text));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(json(again).get("isNew").asBoolean()).isFalse();
        assertThat(json(again).get("run")).isEqualTo(json(first).get("run"));
    }

    @Test
    void a_body_of_any_length_is_taken_as_it_comes_whatever_it_is_called() throws Exception {
        String piece = IntStream.range(0, 4_000)
                .mapToObj(i -> "B%07d,x,王小明,6222020000000000,2012-01-01,,\n".formatted(i))
                .collect(java.util.stream.Collectors.joining());
        Digests.Sha256 digest = Digests.sha256();
        digest.add(HEADER.getBytes(UTF_8));
        IntStream.range(0, PIECES).forEach(_ -> digest.add(piece.getBytes(UTF_8)));
        HttpRequest.Builder request = request(address("register"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Huzhu-Sha256", Digests.hex(digest.finish()))
                .header("Huzhu-Rows", String.valueOf(4_000 * PIECES));

        HttpResponse<String> answer = send(
                request,
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        new java.io.ByteArrayInputStream(HEADER.getBytes(UTF_8)),
                        new SequenceInputStream(Collections.enumeration(IntStream.range(0, PIECES)
                                .<InputStream>mapToObj(_ -> new java.io.ByteArrayInputStream(piece.getBytes(UTF_8)))
                                .toList())))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).get("bytes").asLong()).isGreaterThan((long) PIECES * piece.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/quarters/%d/5/register?plan=%s  | 400 | quarter
            /api/quarters/x/4/register?plan=%2$s | 400 | year
            /api/quarters/%d/4/list?plan=%s      | 400 | kind
            /api/quarters/%d/4/register          | 400 | plan
            /api/quarters/%d/4/register?plan=abc | 422 | quarter
            /api/quarters/9999/4/register?plan=%2$s | 422 | quarter
            /api/quarters/%d/4/feed?plan=%s      | 422 | missing
            """)
    void what_cannot_be_is_answered_with_the_thing_and_what_to_do(String address, int status, String thing)
            throws Exception {
        String text = register(7);
        HttpResponse<String> answer =
                send(said(request(address.formatted(year, PLAN)), text, 1), BodyPublishers.ofString(text));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("thing").asString()).isEqualTo(thing);
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("remedy").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("王小明", "11010119800101");
    }

    @Test
    void a_file_that_is_not_what_is_said_of_it_is_refused_with_what_came() throws Exception {
        String text = register(8);
        HttpResponse<String> rows = send(said(request(address("register")), text, 2), BodyPublishers.ofString(text));
        assertThat(rows.statusCode()).isEqualTo(422);
        assertThat(json(rows).get("thing").asString()).isEqualTo("rows");
        assertThat(json(rows).get("value").asString()).isEqualTo("1");

        HttpResponse<String> digest =
                send(said(request(address("register")), text + "x", 1), BodyPublishers.ofString(text));
        assertThat(json(digest).get("thing").asString()).isEqualTo("sha256");
        assertThat(json(digest).get("value").asString()).isEqualTo(Digests.hex(Digests.sha256(text.getBytes(UTF_8))));

        HttpResponse<String> unsaid = send(request(address("register")), BodyPublishers.ofString(text));
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(json(unsaid).get("thing").asString()).isEqualTo("Huzhu-Sha256");
        HttpResponse<String> packed = send(
                said(request(address("register")), text, 1).header("Content-Encoding", "gzip"),
                BodyPublishers.ofString(text));
        assertThat(packed.statusCode()).isEqualTo(415);
    }

    @Test
    void without_a_key_nothing_is_taken_and_a_session_is_none() throws Exception {
        String text = register(9);
        String token = society.token(society.post(Role.RELIEF_OFFICER));
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(society.at(address("register"))));
        for (HttpRequest.Builder each : List.of(
                asked.copy(),
                asked.copy().header("Cookie", "huzhu=" + token).header("Sec-Fetch-Site", "same-origin"),
                asked.copy().header("Authorization", "Basic " + key),
                asked.copy().header("Authorization", "Bearer " + key + "x"))) {
            HttpResponse<String> answer = send(said(each, text, 1), BodyPublishers.ofString(text));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(json(answer).get("thing").asString()).isEqualTo("Authorization");
        }
    }

    @Test
    void a_key_opens_no_page_and_stands_nowhere() throws Exception {
        HttpResponse<String> page = client.send(request("/w/quarters").GET().build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(302);
        HttpResponse<String> other = client.send(request("/api/elsewhere").GET().build(), BodyHandlers.ofString());
        assertThat(other.statusCode()).isEqualTo(404);

        long stand = Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> database.sql("""
                                select (select count(*) from audit.record r where r::text like :key)
                                     + (select count(*) from quarters.feeder f where f::text like :key)
                                """)
                        .param("key", "%" + key.substring(key.length() - 20) + "%")
                        .query(Long.class)
                        .single())));
        assertThat(stand).isZero();
    }

    @Test
    void each_use_stands_in_the_trail_by_the_name_of_the_key() throws Exception {
        Feeders.Made other = made();
        String text = register(10);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(society.at(address("register"))))
                .header("Authorization", "Bearer " + other.key());
        HttpResponse<String> taken = send(said(request.copy(), text, 1), BodyPublishers.ofString(text));
        assertThat(taken.statusCode()).isEqualTo(201);
        HttpResponse<String> wrong = send(said(request.copy(), text + "\n", 3), BodyPublishers.ofString(text));
        assertThat(wrong.statusCode()).isEqualTo(422);

        List<String> trail = Scope.ofSystem()
                .call(() -> Objects.requireNonNull(transactions.execute(_ -> database.sql("""
                                select action || ' ' || outcome from audit.record
                                where actor = :actor and action = 'quarter.feed' order by seq
                                """)
                        .param("actor", other.feeder().id().toString())
                        .query((row, _) -> row.getString(1))
                        .list())));
        assertThat(trail).endsWith("quarter.feed DONE", "quarter.feed REFUSED");
    }
}
