package org.huzhu.portal.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.database.Server;
import org.huzhu.members.Wishes;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.PageTest;
import org.huzhu.portal.proofs.Addresses.Row;
import org.huzhu.portal.proofs.Things.Stands;
import org.huzhu.portal.proofs.Things.Thing;
import org.huzhu.staff.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Each cell of {@code authz-matrix.csv} that the demonstration has a caller and an object for, over HTTP. */
@PageTest
@Import(AnotherOffice.class)
class WhoMayDoWhatTest {

    /** What is out of reach looks as if it were not there. */
    private static final Set<Integer> REFUSALS = Set.of(403, 404);

    private static final int FIRST_RELATION = 2;
    private static final int SEVERAL = 5;

    private final Demonstrated society;
    private final SignIn signIn;
    private final Wishes wishes;
    private final Things things;
    private final Map<String, String[]> matrix = new HashMap<>();
    private final Map<String, List<Thing>> kept = new HashMap<>();

    WhoMayDoWhatTest(
            @Autowired Demonstrated society,
            @Autowired SignIn signIn,
            @Autowired Wishes wishes,
            @Autowired AnotherOffice office,
            @Autowired PlanDesk plans,
            @Autowired Server server)
            throws IOException {
        office.found();
        this.society = society;
        this.signIn = signIn;
        this.wishes = wishes;
        things = new Things(server);
        PlanDrafts.lay(society, plans);
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/authz-matrix.csv"))) {
            new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> matrix.put(cells[0] + " " + cells[1], cells));
        }
    }

    /** Somebody in two places has claimed something. */
    @Autowired
    void claim(ClaimDesk claims) throws SQLException {
        List<Thing> members = things.all("member");
        Thing first = members.getFirst();
        Thing elsewhere = members.stream()
                .filter(member -> !member.path().equals(first.path()))
                .findFirst()
                .orElseThrow();
        for (Thing member : List.of(first, elsewhere)) {
            FiledClaims.lay(UUID.fromString(member.id()), claims, wishes);
        }
    }

    /** One request of one caller, and whether it may pass. */
    private record Cell(Row row, Role role, Stands stands, Thing thing, boolean isAllowed) {

        @Override
        public String toString() {
            return "%s as %s on %s %s".formatted(row.named(), role, stands, thing);
        }
    }

    @Test
    void a_request_passes_where_the_table_allows_it_and_changes_nothing_where_not() throws Exception {
        for (Thing member : things.all("member").stream().limit(SEVERAL).toList()) {
            complain(UUID.fromString(member.id()));
        }
        for (Row row : Addresses.read().rows()) {
            if (row.isGuarded() && !row.object().equals("place")) {
                kept.put(row.object(), things.all(row.object()));
            }
        }
        String before = things.state();
        List<String> wrong = new ArrayList<>();
        Map<Stands, Integer> tried = new EnumMap<>(Stands.class);
        Set<Role> roles = EnumSet.copyOf(society.roles());
        roles.removeIf(role -> !role.isPost());
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Role role : roles) {
                String token = token(role);
                for (Cell cell : cells(role)) {
                    int status = ask(client, token, cell).statusCode();
                    tried.merge(cell.stands(), 1, Integer::sum);
                    if (cell.isAllowed() == REFUSALS.contains(status) || status >= 500 || status == 302) {
                        wrong.add(cell + ": " + status);
                    }
                }
            }
        }

        assertThat(wrong).as("what the table says otherwise").isEmpty();
        assertThat(things.state()).as("a refusal changes nothing").isEqualTo(before);
        assertThat(tried).as("relations that were tried").containsKeys(Stands.OWN, Stands.BELOW, Stands.ABOVE);
        assertThat(tried).containsKeys(Stands.SIBLING, Stands.OTHER);
    }

    @Test
    void whoever_is_no_staff_comes_to_no_page_of_theirs_and_they_to_none_of_a_members() throws Exception {
        String member = society.member("13800000017").token();
        String staff = token(Role.AGENCY_HANDLER);
        String id = things.all("member").getFirst().id();
        String before = things.state();
        List<String> wrong = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Row row : Addresses.read().rows()) {
                if (row.who().equals("open")) {
                    continue;
                }
                boolean isMembers = row.address().startsWith("/m");
                for (String token : List.of("", "no-session", isMembers ? staff : member)) {
                    Cell cell = new Cell(row, Role.MEMBER, Stands.OTHER, new Thing(id, ""), false);
                    HttpResponse<String> answer = ask(client, token, cell);
                    String to = answer.headers().firstValue("Location").orElse("");
                    if (answer.statusCode() != 302 || !to.endsWith(isMembers ? "/m/login" : "/w/login")) {
                        wrong.add(cell + ": " + answer.statusCode() + " " + to);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(things.state()).isEqualTo(before);
    }

    private void complain(UUID member) {
        Caller caller = new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
        caller.scope().run(() -> wishes.ask(caller, member, "手机", "换了号码"));
    }

    private String token(Role role) {
        String login = society.post(role).login();
        return signIn.enter(new SignIn.Proof(login, Demonstrated.PASSWORD, society.code(role), "127.0.0.1"))
                .token();
    }

    private List<Cell> cells(Role role) throws SQLException {
        String path = society.post(role).organisation().path();
        List<Cell> cells = new ArrayList<>();
        for (Row row : Addresses.read().rows()) {
            if (!row.isGuarded()) {
                continue;
            }
            for (Map.Entry<Stands, Thing> each : objects(row, path).entrySet()) {
                String[] line = Objects.requireNonNull(matrix.get(row.who() + " " + role));
                boolean isAllowed = line[FIRST_RELATION + each.getKey().ordinal()].equals("allow");
                if (!isAllowed || !row.isRefusedOnly()) {
                    cells.add(new Cell(row, role, each.getKey(), each.getValue(), isAllowed));
                }
            }
        }
        return cells;
    }

    /** One object for each relation that there is one of. */
    private Map<Stands, Thing> objects(Row row, String path) {
        Map<Stands, Thing> objects = new EnumMap<>(Stands.class);
        if (row.object().equals("place")) {
            objects.put(Stands.OWN, new Thing("", path));
        } else {
            kept.getOrDefault(row.object(), List.of())
                    .forEach(thing -> objects.putIfAbsent(Stands.of(path, thing.path()), thing));
        }
        return objects;
    }

    private HttpResponse<String> ask(HttpClient client, String token, Cell cell) throws Exception {
        String id = cell.thing().id();
        boolean isPost = cell.row().method().equals("POST");
        String form = cell.row().form().replace("{id}", id);
        String address = cell.row().address().replace("{id}", id).replace("{what}", "phone")
                + (isPost || form.isEmpty() ? "" : "?" + form);
        var request = HttpRequest.newBuilder(URI.create(society.at(address)))
                .header("Cookie", "huzhu=" + token)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded");
        return client.send(
                (isPost ? request.POST(BodyPublishers.ofString(form)) : request).build(), BodyHandlers.ofString());
    }
}
