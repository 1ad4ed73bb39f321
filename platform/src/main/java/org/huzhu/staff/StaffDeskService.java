package org.huzhu.staff;

import static org.huzhu.access.Role.AUDIT_ADMINISTRATOR;
import static org.huzhu.access.Role.SECURITY_ADMINISTRATOR;
import static org.huzhu.access.Role.SYSTEM_ADMINISTRATOR;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Require;
import org.huzhu.staff.JdbcAccounts.Known;
import org.huzhu.staff.StaffRefused.Reason;
import org.huzhu.unions.OrganisationClosed;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

@Service
class StaffDeskService implements StaffDesk, Operator {

    private static final List<Role> ADMINISTRATORS =
            List.of(SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR);

    private final Doors doors;
    private final SystemWork work;
    private final Access access;
    private final AuditTrail trail;
    private final Secrets secrets;
    private final Chance chance;

    StaffDeskService(Doors doors, SystemWork work, Access access, AuditTrail trail, Secrets secrets, Chance chance) {
        this.doors = doors;
        this.work = work;
        this.access = access;
        this.trail = trail;
        this.secrets = secrets;
        this.chance = chance;
    }

    @Override
    public Invited invite(Caller by, Person person, String home) {
        access.require(by, Operation.STAFF_INVITE, home);
        return work.by(by, () -> make(person, home));
    }

    @Override
    public Invited invite(Person person, String home) {
        return asSystem(() -> make(person, home));
    }

    private Invited make(Person person, String home) {
        UUID id = chance.id();
        String login = person.login().strip().toLowerCase(Locale.ROOT);
        require(login.matches("\\S{2,60}"), Reason.LOGIN_UNFIT);
        Account account = new Account(id, login, person.name(), home, Account.State.INVITED, false);
        doors.accounts().add(account, secrets.seal(Field.PHONE, id, person.phone()), chance.now());
        return invited(account, Operation.STAFF_INVITE.title());
    }

    private Invited invited(Account account, String action) {
        String token = chance.token();
        doors.accounts().invite(account.id(), Chance.digest(token), chance.now());
        trail.record(Deed.done(action, "account", account.id().toString()).at(account.home()));
        return new Invited(account.id(), token);
    }

    @Override
    public Invited reset(Caller by, UUID id) {
        Account account = led(by, id);
        // Invitations and sessions of others are the system's to see; the caller was let through above.
        return work.as(by.account(), () -> reset(account));
    }

    @Override
    public Invited reset(UUID id) {
        return asSystem(() -> reset(known(id)));
    }

    private Invited reset(Account account) {
        doors.passwords().keep(account.id());
        doors.accounts().forgetProofs(account.id());
        doors.sessionRows().endAll(account.id(), chance.now());
        return invited(account, "staff.reset");
    }

    private Account known(UUID id) {
        return doors.accounts().find(id).map(Known::account).orElseThrow(() -> new StaffRefused(Reason.ABSENT));
    }

    /** The account, where all its posts are the caller's to give: else whoever resets it could act in them. */
    private Account led(Caller by, UUID id) {
        Account account = looked(by, id);
        access.require(by, Operation.STAFF_REVOKE, account.home());
        List<Post> posts = work.as(by.account(), () -> doors.posts().of(id, chance.now()));
        posts.forEach(post -> access.require(by, Operation.STAFF_REVOKE, post.path()));
        require(posts.stream().map(Post::role).allMatch(by.role().given()::contains), Reason.NOT_HELD);
        return account;
    }

    /** The account, as far as the caller reaches. */
    private Account looked(Caller by, UUID id) {
        return work.by(by, () -> doors.accounts().find(id))
                .map(Known::account)
                .orElseThrow(() -> new StaffRefused(Reason.ABSENT));
    }

    @Override
    public UUID grant(Caller by, Grant grant) {
        access.require(by, Operation.STAFF_GRANT, grant.path());
        require(by.role().given().contains(grant.role()), Reason.NOT_HELD);
        require(!grant.account().equals(by.account()), Reason.TO_ONESELF);
        return work.by(by, () -> {
            Instant now = chance.now();
            require(doors.posts().keep(by, now), Reason.NOT_HELD);
            return add(grant, by.account().toString(), now);
        });
    }

    @Override
    public UUID grant(Grant grant) {
        return asSystem(() -> add(grant, "system", chance.now()));
    }

    private UUID add(Grant grant, String by, Instant now) {
        UUID post = chance.id();
        doors.posts().add(post, grant, now, by);
        trail.record(Deed.done(Operation.STAFF_GRANT.title(), "post", post.toString())
                .because(grant.role() + " " + grant.account())
                .at(grant.path()));
        return post;
    }

    @Override
    public void revoke(Caller by, UUID id) {
        Post post = work.by(by, () -> doors.posts().find(id, chance.now()))
                .orElseThrow(() -> new StaffRefused(Reason.ABSENT));
        access.require(by, Operation.STAFF_REVOKE, post.path());
        require(by.role().given().contains(post.role()), Reason.NOT_HELD);
        work.by(by, () -> {
            require(doors.posts().keep(by, chance.now()), Reason.NOT_HELD);
            require(doors.posts().end(id, chance.now(), by.account().toString()), Reason.DECIDED);
            trail.record(Deed.done(Operation.STAFF_REVOKE.title(), "post", id.toString())
                    .at(post.path()));
            return true;
        });
    }

    @Override
    public void disable(Caller by, UUID id) {
        Account account = led(by, id);
        require(!id.equals(by.account()), Reason.TO_ONESELF);
        work.as(by.account(), () -> disable(account));
    }

    @Override
    public void disable(UUID id) {
        asSystem(() -> disable(known(id)));
    }

    private boolean disable(Account account) {
        UUID id = account.id();
        require(doors.accounts().disable(id, chance.now()), Reason.DECIDED);
        doors.accounts().voidInvitations(id, chance.now());
        doors.sessionRows().endAll(id, chance.now());
        trail.record(Deed.done("staff.disable", "account", id.toString()).at(account.home()));
        return true;
    }

    @Override
    public List<Account> accounts(Caller by, String words, Optional<String> after) {
        String path = by.path().orElse("");
        access.require(by, Operation.STAFF_VIEW, path);
        return work.by(by, () -> doors.accounts().at(path, words, after.orElse(""), chance.now()));
    }

    @Override
    public List<Account> accounts(String words, Optional<String> after) {
        return asSystem(() -> doors.accounts().at("", words, after.orElse(""), chance.now()));
    }

    @Override
    public Account account(Caller by, UUID id) {
        access.require(by, Operation.STAFF_VIEW, by.path().orElse(""));
        return looked(by, id);
    }

    @Override
    public Map<UUID, Account> named(Caller by, Collection<UUID> ids) {
        return work.by(by, () -> doors.accounts().find(ids)).stream()
                .map(Known::account)
                .collect(Collectors.toMap(Account::id, account -> account));
    }

    @Override
    public Optional<Account> named(Caller by, String login) {
        return work.by(
                        by,
                        () -> doors.accounts()
                                .withLogin(login)
                                .flatMap(known ->
                                        doors.accounts().find(known.account().id())))
                .map(Known::account);
    }

    @Override
    public Account own(Session session) {
        return work.as(session.holder(), () -> known(session.holder()));
    }

    @Override
    public Optional<Account> find(String login) {
        return asSystem(() -> doors.accounts().withLogin(login).map(Known::account));
    }

    @Override
    public List<Post> posts(Caller by, UUID account) {
        return work.by(by, () -> doors.posts().of(account, chance.now()));
    }

    @Override
    public Map<UUID, List<Post>> posts(Caller by, Collection<UUID> accounts) {
        return work.by(by, () -> doors.posts().of(accounts, chance.now())).stream()
                .collect(Collectors.groupingBy(Post::account));
    }

    @Override
    public List<Post> posts(UUID account) {
        return asSystem(() -> doors.posts().of(account, chance.now()));
    }

    /** Posts and accounts follow an organisation within the transaction that moves it. */
    @EventListener
    void on(OrganisationMoved news) {
        doors.posts().move(news.from(), news.to());
    }

    /** No post outlives its organisation: all there end within the transaction that closes it. */
    @EventListener
    void on(OrganisationClosed news) {
        String by = Scope.current().orElseThrow().actor();
        String why = Operation.ORGANISATION_CLOSE.title() + " " + news.organisation();
        doors.posts()
                .endWithin(news.path(), chance.now(), by)
                .forEach(post -> trail.record(Deed.done(Operation.STAFF_REVOKE.title(), "post", post.toString())
                        .because(why)
                        .at(news.path())));
    }

    @Override
    public boolean isEmpty() {
        return work.call(() -> doors.accounts().isEmpty());
    }

    @Override
    public Optional<String> setupToken() {
        String token = chance.token();
        boolean isEmpty = work.call(() -> doors.codes().prepareSetup(Chance.digest(token)));
        return isEmpty ? Optional.of(token) : Optional.empty();
    }

    @Override
    public List<Invited> begin(String token, List<Person> three) {
        Require.that(three.size() == ADMINISTRATORS.size(), "A society begins with three administrators");
        return work.call(() -> {
            require(doors.codes().useSetup(Chance.digest(token), chance.now()), Reason.NOT_EMPTY);
            List<Invited> invited = new ArrayList<>();
            for (int i = 0; i < three.size(); i++) {
                Invited each = make(three.get(i), "");
                Grant grant = new Grant(each.account(), ADMINISTRATORS.get(i), Optional.empty(), "", Optional.empty());
                add(grant, "setup", chance.now());
                invited.add(each);
            }
            return invited;
        });
    }

    private <T> T asSystem(Supplier<T> made) {
        if (!Scope.current().equals(Optional.of(Scope.ofSystem()))) {
            throw new IllegalStateException("Only the system itself does this without a caller");
        }
        return work.call(made);
    }

    private static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new StaffRefused(otherwise);
        }
    }
}
