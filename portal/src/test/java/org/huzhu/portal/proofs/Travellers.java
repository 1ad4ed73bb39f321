package org.huzhu.portal.proofs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.huzhu.access.Role;
import org.huzhu.demonstration.Post;
import org.huzhu.portal.Demonstrated;
import org.huzhu.portal.proofs.Addresses.Row;
import org.huzhu.portal.proofs.Things.Thing;
import org.huzhu.staff.Session;
import org.springframework.web.util.UriComponentsBuilder;

/** People of all roles and places, who ask for all that there is an address for. */
final class Travellers {

    private static final Set<String> WITHOUT_OBJECT = Set.of("place", "-");
    private static final Thing NOTHING = new Thing("", "");

    /** Words with which each list is searched, so that it shows what it can. */
    private static final Map<String, String> WORDS = Map.of(
            "GET /w/orgs", "q=工会",
            "POST /w/search", "q=王",
            "POST /w/staff", "words=");

    /** One of so many who are not the first of their role. */
    private static final int SHARE = 4;

    private final Demonstrated society;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, List<Thing>> kept = new HashMap<>();

    /** Signs could not be seen in packed files; the page beside each is asked, which is made of the same words. */
    private final List<Row> rows = Addresses.read().rows().stream()
            .filter(row -> !row.address().endsWith(".pdf") && !row.address().endsWith(".xlsx"))
            .toList();

    private final List<Traveller> all = new ArrayList<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private Travellers(Demonstrated society) {
        this.society = society;
    }

    /** The first of each role, many handlers of units, and some members. */
    static Travellers of(Demonstrated society, Things store) throws SQLException {
        Travellers made = new Travellers(society);
        for (Row row : made.rows) {
            if (row.isGuarded() && !WITHOUT_OBJECT.contains(row.object())) {
                made.kept.put(row.object(), store.all(row.object()));
            }
        }
        made.all.addAll(made.members());
        // Where the posts are now: some moved with their organisation, or ended with it.
        Map<String, String> paths =
                store.all("login").stream().collect(Collectors.toMap(Thing::id, Thing::path, (one, _) -> one));
        Set<Role> met = new HashSet<>();
        society.posts().stream()
                .filter(made::isOnly)
                .filter(post -> paths.containsKey(post.login()))
                .filter(post ->
                        met.add(post.role()) || Math.floorMod(post.login().hashCode(), SHARE) == 0)
                .map(post -> made.staff(post, Objects.requireNonNull(paths.get(post.login()))))
                .forEach(made.all::add);
        return made;
    }

    List<Traveller> all() {
        return all;
    }

    /** The first of each role. */
    List<Traveller> oneOfEachRole() {
        Set<String> met = new HashSet<>();
        return all.stream().filter(who -> met.add(who.name())).toList();
    }

    private boolean isOnly(Post post) {
        return society.posts().stream()
                        .filter(other -> other.login().equals(post.login()))
                        .count()
                == 1;
    }

    private Traveller staff(Post post, String path) {
        List<Row> his = rows.stream()
                .filter(row -> row.isGuarded()
                        || row.named().equals("GET /w")
                        || row.address().equals("/w/sessions"))
                .toList();
        return new Traveller(post.role().name(), society.token(post), path, "", his);
    }

    private List<Traveller> members() {
        List<Row> his = rows.stream()
                .filter(row -> row.address().startsWith("/m") && row.method().equals("GET"))
                .toList();
        List<Traveller> found = new ArrayList<>();
        for (String phone : List.of("13800000101", "13800002202", "13800004303")) {
            Session.Opened door = society.member(phone);
            found.add(new Traveller(
                    "MEMBER", door.token(), "", door.session().holder().toString(), his));
        }
        return found;
    }

    /** What the address can be asked of. */
    List<Thing> things(Row row) {
        List<Thing> found = kept.getOrDefault(row.object(), List.of());
        return found.isEmpty() ? List.of(NOTHING) : found;
    }

    /**
     * The same for one who asks: to read, anything; to change, only what is another's, since nothing may come of it.
     */
    List<Thing> things(Traveller who, Row row, int max) {
        return things(row).stream()
                .filter(thing -> row.method().equals("GET") || !who.reaches(thing))
                .limit(max)
                .toList();
    }

    /** Whether he has asked for the thing with the id. */
    boolean hasAsked(Traveller who, String id) {
        return asked.contains(who.token() + id);
    }

    HttpResponse<String> get(String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(society.at(address))).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> ask(Traveller who, Row row, Thing thing) throws Exception {
        asked.add(who.token() + thing.id());
        boolean isPost = row.method().equals("POST");
        String form =
                Objects.requireNonNullElse(WORDS.get(row.named()), row.form()).replace("{id}", thing.id());
        String address = row.address().replace("{id}", thing.id()).replace("{what}", "phone")
                + (isPost || form.isEmpty() ? "" : "?" + form);
        HttpRequest.Builder request = HttpRequest.newBuilder(UriComponentsBuilder.fromUriString(society.at(address))
                        .build()
                        .encode()
                        .toUri())
                .header("Cookie", "huzhu=" + who.token())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded");
        return client.send(
                (isPost ? request.POST(BodyPublishers.ofString(form)) : request).build(), BodyHandlers.ofString());
    }
}
