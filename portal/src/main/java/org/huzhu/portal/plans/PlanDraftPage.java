package org.huzhu.portal.plans;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.Findings;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.catalogue.PlanRefused;
import org.huzhu.catalogue.Version;
import org.huzhu.catalogue.Version.State;
import org.huzhu.catalogue.Version.Step;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.console.Proofs;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.plans.PlanFile.Rights;
import org.huzhu.staff.Account;
import org.huzhu.staff.SignInRefused;
import org.huzhu.staff.StaffDesk;
import org.huzhu.text.PlanBook;
import org.huzhu.text.PlanDiff;
import org.huzhu.text.PlanDiff.Change;
import org.huzhu.text.PlanUnreadable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A file of plans: what was found wrong with it, its book, what it changes; submitted, given back and published here.
 */
@RestController
class PlanDraftPage {

    private final Rooms rooms;
    private final Templates pages;

    PlanDraftPage(Rooms rooms, Templates pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** The doors that the page stands before. */
    @Component("roomsOfPlanDraftPage")
    record Rooms(PlanDesk desk, PlanShelf shelf, StaffDesk staff, Access access, Proofs proofs) {}

    @GetMapping("/w/plans/{id}")
    JteModel one(@PathVariable UUID id) {
        return page(id, "");
    }

    private JteModel page(UUID id, String trouble) {
        Caller caller = Visit.current().someone();
        rooms.access().require(caller, Operation.PLAN_DRAFT, caller.path().orElse(""));
        Version version = rooms.desk().version(caller, id);
        Optional<Findings> findings = version.state() == State.PUBLISHED
                ? Optional.empty()
                : Optional.of(rooms.desk().check(caller, version.file(), version.content()));
        List<Printed> others = others(version);
        return pages.plansDraft(
                new PlanFile(
                        version,
                        book(version),
                        findings,
                        names(caller, version),
                        others,
                        changes(version, others),
                        rights(caller, version, findings)),
                trouble);
    }

    private static Optional<PlanBook> book(Version version) {
        try {
            return Optional.of(PlanBook.of(version.file(), version.content()));
        } catch (PlanUnreadable unreadable) {
            return Optional.empty();
        }
    }

    /** The other published versions of the plan, the newest first; none of a file that is no plan version. */
    private List<Printed> others(Version version) {
        String plan = version.file().split("/", 2)[0];
        return rooms.shelf().all().stream()
                .filter(each -> each.plan().equals(plan))
                .flatMap(each -> each.versions().reversed().stream())
                .filter(each -> !each.version().id().equals(version.id()))
                .toList();
    }

    /** What it changes of the newest version, while it is not published itself. */
    private static List<Change> changes(Version version, List<Printed> others) {
        if (version.published().isPresent() || others.isEmpty()) {
            return List.of();
        }
        try {
            Version before = others.getFirst().version();
            return PlanDiff.between(before.file(), before.content(), version.file(), version.content());
        } catch (PlanUnreadable unreadable) {
            return List.of();
        }
    }

    private Rights rights(Caller caller, Version version, Optional<Findings> findings) {
        State state = version.state();
        boolean mayDraft =
                state != State.PUBLISHED && rooms.access().allows(caller, Operation.PLAN_DRAFT, version.path());
        boolean mayDecide =
                state == State.SUBMITTED && rooms.access().allows(caller, Operation.PLAN_PUBLISH, version.path());
        boolean isBySame = version.submitted()
                .map(Step::by)
                .filter(caller.account().toString()::equals)
                .isPresent();
        boolean isClean = findings.filter(Findings::isClean).isPresent();
        return new Rights(
                mayDraft,
                mayDraft && state == State.DRAFT && isClean,
                mayDecide,
                mayDecide && isClean && !isBySame,
                rooms.proofs().wanted(Operation.PLAN_PUBLISH));
    }

    /** Who made, submitted and published it. */
    private Map<String, String> names(Caller caller, Version version) {
        Set<UUID> accounts = Stream.of(Optional.of(version.made()), version.submitted(), version.published())
                .flatMap(Optional::stream)
                .map(Step::by)
                .filter(by -> !by.equals("system"))
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        return rooms.staff().named(caller, accounts).values().stream()
                .collect(Collectors.toMap(account -> account.id().toString(), Account::name));
    }

    @PostMapping("/w/plans/{id}/submit")
    ResponseEntity<?> submit(@PathVariable UUID id) {
        return moved(id, caller -> rooms.desk().submit(caller, id));
    }

    @PostMapping("/w/plans/{id}/return")
    ResponseEntity<?> giveBack(@PathVariable UUID id, @RequestParam String reason) {
        return moved(id, caller -> rooms.desk().giveBack(caller, id, reason.strip()));
    }

    @PostMapping("/w/plans/{id}/publish")
    ResponseEntity<?> publish(@PathVariable UUID id, @RequestParam(defaultValue = "") String proof) {
        Caller caller = Visit.current().someone();
        Version version = rooms.desk().version(caller, id);
        if (version.published().isPresent()) {
            throw new NotWithinReach();
        }
        try {
            Caller proven = rooms.proofs().proven(Operation.PLAN_PUBLISH, proof.strip());
            return moved(id, _ -> rooms.desk().publish(proven, id));
        } catch (SignInRefused refused) {
            return Answers.again(page(id, Texts.say("proof.SignInRefused." + refused.reason())));
        }
    }

    private ResponseEntity<?> moved(UUID id, Consumer<Caller> step) {
        try {
            step.accept(Visit.current().someone());
            return Answers.to("/w/plans/" + id);
        } catch (PlanRefused refused) {
            if (refused.reason() == PlanRefused.Reason.ABSENT) {
                throw refused;
            }
            return Answers.again(page(id, Texts.say("PlanRefused." + refused.reason())));
        }
    }
}
