package org.huzhu.operations.bench;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.staff.Operator;
import org.huzhu.staff.SignIn;
import org.huzhu.staff.SignIn.Proof;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.staff.StaffDesk.Person;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;

/** A handler of an agency at his desk, who looks at his pages while something large goes on. */
final class Handlers {

    private static final List<String> PAGES =
            List.of("/w", "/w/members", "/w/claims", "/w/enrolments", "/w/checks", "/w/promptness");
    private static final String LOGIN = "bench";
    private static final String PASSWORD = "Moonlit-river-7";
    private static final String ADDRESS = "127.0.0.1";
    private static final int WARMING_SECONDS = 20;
    private static final int IDLE_SECONDS = 20;
    private static final int OK = 200;

    private final Visitor visitor;
    private final int perSecond;

    private Handlers(Visitor visitor, int perSecond) {
        this.visitor = visitor;
        this.perSecond = perSecond;
    }

    /** Opens an agency of the name below the office, and signs its handler in. */
    static Handlers at(TemporarySociety society, Organisation office, String agency, int perSecond) {
        Opening opening = new Opening(Tier.AGENCY, agency, Optional.of(office.id()));
        Occasion occasion = new Occasion(LocalDate.of(2012, 1, 1), "测速");
        Organisation opened =
                Scope.ofSystem().call(() -> society.get(Founding.class).open(opening, occasion));
        Operator operator = society.get(Operator.class);
        SignIn door = society.get(SignIn.class);
        Invited invited =
                Scope.ofSystem().call(() -> operator.invite(new Person(LOGIN, "测速员", "13800138000"), opened.path()));
        door.accept(invited.token(), PASSWORD, ADDRESS);
        Grant post = new Grant(
                invited.account(), Role.AGENCY_HANDLER, Optional.of(opened.id()), opened.path(), Optional.empty());
        UUID _ = Scope.ofSystem().call(() -> operator.grant(post));
        String token = door.enter(new Proof(LOGIN, PASSWORD, Optional.empty(), ADDRESS))
                .token();
        String site = "http://127.0.0.1:" + society.context().getEnvironment().getRequiredProperty("local.server.port");
        return new Handlers(new Visitor(HttpClient.newHttpClient(), site, token), perSecond);
    }

    /** How long his pages take while nothing else goes on. */
    Latencies idle() {
        new Pace(perSecond, WARMING_SECONDS).keep((number, due) -> look(number, due, new Latencies()));
        Latencies idle = new Latencies();
        new Pace(perSecond, IDLE_SECONDS).keep((number, due) -> look(number, due, idle));
        return idle;
    }

    /** How long they take while the work goes on, from its beginning to its end. */
    Latencies beside(Runnable work) {
        Latencies beside = new Latencies();
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> looking = CompletableFuture.runAsync(() -> {
            while (!isOver.get()) {
                new Pace(perSecond, 1).keep((number, due) -> look(number, due, beside));
            }
        });
        try {
            work.run();
        } finally {
            isOver.set(true);
            looking.join();
        }
        return beside;
    }

    private void look(int number, long due, Latencies latencies) {
        String page = PAGES.get(number % PAGES.size());
        try {
            HttpResponse<String> answer = visitor.page(page);
            if (answer.statusCode() == OK) {
                latencies.took(page, System.nanoTime() - due);
            } else {
                latencies.failed(page + " " + answer.statusCode());
            }
        } catch (RuntimeException e) {
            latencies.failed(page + " " + e.getClass().getSimpleName());
        }
    }
}
