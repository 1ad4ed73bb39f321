package org.huzhu.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.catalogue.JdbcDocuments.Fresh;
import org.huzhu.catalogue.PlanRefused.Reason;
import org.huzhu.catalogue.Version.Step;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Scope;
import org.huzhu.rules.Rulebook;
import org.huzhu.text.LibraryReader;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the rights of whoever asks, then moves a file on. */
@Service
@Transactional
class PlanDeskService implements PlanDesk, PlanFounding {

    private static final Pattern FILE = Pattern.compile("([^/\\s]+/)?[^/\\s]+\\.yaml");
    private static final String KIND = "plan";
    private static final String SYSTEM = "system";

    private final JdbcDocuments documents;
    private final JdbcOffers offers;
    private final Shelf shelf;
    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;

    PlanDeskService(
            JdbcDocuments documents, JdbcOffers offers, Shelf shelf, Access access, AuditTrail trail, Clock clock) {
        this.documents = documents;
        this.offers = offers;
        this.shelf = shelf;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    private Step step(Caller caller) {
        return new Step(caller.account().toString(), clock.instant());
    }

    private static String home(Caller caller) {
        return caller.path().orElse("");
    }

    @Override
    public UUID draft(Caller caller, String file, String content) {
        access.require(caller, Operation.PLAN_DRAFT, home(caller));
        require(FILE.matcher(file).matches(), Reason.NAME_UNFIT);
        requireShort(content);
        require(documents.published(file).isEmpty(), Reason.FROZEN);
        UUID id = UUID.randomUUID();
        documents.add(new Fresh(id, file, content, home(caller)), step(caller));
        record(Operation.PLAN_DRAFT, id, file, content);
        return id;
    }

    @Override
    public void redraft(Caller caller, UUID id, String content) {
        Version version = within(caller, Operation.PLAN_DRAFT, id);
        requireShort(content);
        require(documents.redraft(id, content, step(caller)), Reason.DECIDED);
        record(Operation.PLAN_DRAFT, id, version.file(), content);
    }

    @Override
    public void drop(Caller caller, UUID id) {
        Version version = within(caller, Operation.PLAN_DRAFT, id);
        require(documents.drop(id), Reason.DECIDED);
        trail.record(Deed.done("plan.drop", KIND, id.toString()).because(version.file()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Draft> drafts(Caller caller) {
        access.require(caller, Operation.PLAN_DRAFT, home(caller));
        return documents.drafts();
    }

    @Override
    @Transactional(readOnly = true)
    public Version version(Caller caller, UUID id) {
        Version version = documents.find(id).orElseThrow(() -> new PlanRefused(Reason.ABSENT));
        if (version.published().isEmpty()) {
            access.require(caller, Operation.PLAN_DRAFT, version.path());
        }
        return version;
    }

    @Override
    @Transactional(readOnly = true)
    public Findings check(Caller caller, String file, String content) {
        access.require(caller, Operation.PLAN_DRAFT, home(caller));
        requireShort(content);
        return Proofreading.of(shelf.now().contents(), file, content);
    }

    private static void requireShort(String content) {
        require(content.getBytes(UTF_8).length <= BYTES_MAX, Reason.TOO_LARGE);
    }

    @Override
    public void submit(Caller caller, UUID id) {
        Version version = within(caller, Operation.PLAN_DRAFT, id);
        requireClean(version);
        require(documents.submit(id, step(caller)), Reason.DECIDED);
        record("plan.submit", version);
    }

    @Override
    public void giveBack(Caller caller, UUID id, String reason) {
        // Whoever may publish may send back; that is not grave, and asks for no new proof.
        Version version = within(caller.fresh(), Operation.PLAN_PUBLISH, id);
        require(!reason.isBlank(), Reason.REASON_MISSING);
        require(documents.giveBack(id, reason), Reason.DECIDED);
        trail.record(Deed.done("plan.return", KIND, id.toString()).because(version.file() + "; " + reason));
    }

    @Override
    public void publish(Caller caller, UUID id) {
        Version version = within(caller, Operation.PLAN_PUBLISH, id);
        String by = version.submitted().map(Step::by).orElseThrow(() -> new PlanRefused(Reason.DECIDED));
        require(!by.equals(caller.account().toString()), Reason.BY_THE_SAME);
        requireClean(version);
        require(documents.publish(id, step(caller)), Reason.DECIDED);
        record(Operation.PLAN_PUBLISH.title(), version);
    }

    /** What was published since it was submitted may clash with it. */
    private void requireClean(Version version) {
        require(
                Proofreading.of(shelf.now().contents(), version.file(), version.content())
                        .isClean(),
                Reason.NOT_CLEAN);
    }

    /** The file, locked, where the caller may do this to it. */
    private Version within(Caller caller, Operation operation, UUID id) {
        Version version = documents.lock(id).orElseThrow(() -> new PlanRefused(Reason.ABSENT));
        access.require(caller, operation, version.path());
        return version;
    }

    @Override
    public UUID offer(Caller caller, Offer offer) {
        access.require(caller, Operation.PLAN_OFFER, offer.path());
        require(!shelf.now().rules().library().versions(offer.plan()).isEmpty(), Reason.NO_SUCH_PLAN);
        UUID id = UUID.randomUUID();
        offers.add(id, offer, step(caller));
        recordOffer(id, offer);
        return id;
    }

    @Override
    public void endOffer(Caller caller, UUID id, LocalDate until) {
        String path = offers.path(id).orElseThrow(() -> new PlanRefused(Reason.ABSENT));
        access.require(caller, Operation.PLAN_OFFER, path);
        require(offers.end(id, until), Reason.DECIDED);
        trail.record(Deed.done("plan.offer.end", "offer", id.toString()).at(path));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> offers(Caller caller, LocalDate day) {
        access.require(caller, Operation.PLAN_OFFER, home(caller));
        return offers.standing(day);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isDue() {
        return documents.isEmpty();
    }

    @Override
    public void found(Map<String, String> contents) {
        requireSystem();
        Rulebook.of(LibraryReader.read(contents).library());
        Step now = new Step(SYSTEM, clock.instant());
        contents.forEach((file, content) -> {
            UUID id = UUID.randomUUID();
            documents.add(new Fresh(id, file, content, ""), now);
            documents.submit(id, now);
            documents.publish(id, now);
            record(Operation.PLAN_PUBLISH, id, file, content);
        });
    }

    @Override
    public void open(List<Offer> first) {
        requireSystem();
        first.forEach(offer -> {
            UUID id = UUID.randomUUID();
            offers.add(id, offer, new Step(SYSTEM, clock.instant()));
            recordOffer(id, offer);
        });
    }

    private static void requireSystem() {
        if (!Scope.current().equals(Optional.of(Scope.ofSystem()))) {
            throw new IllegalStateException("Only the system itself does this without a caller");
        }
    }

    private void recordOffer(UUID id, Offer offer) {
        trail.record(Deed.done(Operation.PLAN_OFFER.title(), "offer", id.toString())
                .because(offer.plan())
                .at(offer.path()));
    }

    /** Plans and offers follow an organisation within the transaction that moves it. */
    @EventListener
    void on(OrganisationMoved news) {
        documents.move(news.from(), news.to());
        offers.move(news.from(), news.to());
    }

    private void record(Operation operation, UUID id, String file, String content) {
        trail.record(Deed.done(operation.title(), KIND, id.toString())
                .because(file)
                .changing(Optional.empty(), Optional.of(Digests.sm3(content))));
    }

    private void record(String action, Version version) {
        trail.record(Deed.done(action, KIND, version.id().toString())
                .because(version.file())
                .changing(Optional.of(version.digest()), Optional.of(version.digest()))
                .at(version.path()));
    }

    private static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new PlanRefused(otherwise);
        }
    }
}
