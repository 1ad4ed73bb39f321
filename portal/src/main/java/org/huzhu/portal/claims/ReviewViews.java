package org.huzhu.portal.claims;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.StepTaken;
import org.huzhu.claims.likeness.Likenesses;
import org.huzhu.claims.looking.Lookers;
import org.huzhu.claims.recipients.Recipient;
import org.huzhu.claims.recipients.Recipients;
import org.huzhu.claims.watch.Check;
import org.huzhu.claims.watch.Checklist;
import org.huzhu.claims.watch.WatchDesk;
import org.huzhu.kernel.Money;
import org.huzhu.payments.Standing;
import org.huzhu.portal.Texts;
import org.huzhu.portal.claims.ReviewView.Hint;
import org.huzhu.portal.claims.ReviewView.Tick;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.springframework.stereotype.Component;

/** Lays together what a page of a claim needs beside it. */
@Component
class ReviewViews {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ClaimNames names;
    private final WatchDesk watch;
    private final Lookers lookers;
    private final Likenesses likenesses;
    private final Access access;
    private final Clock clock;

    ReviewViews(ClaimNames names, WatchDesk watch, Lookers lookers, Likenesses likenesses, Access access, Clock clock) {
        this.names = names;
        this.watch = watch;
        this.lookers = lookers;
        this.likenesses = likenesses;
        this.access = access;
        this.clock = clock;
    }

    /** Whoever may not decide is told so before anything that he typed is read. */
    void requireReview(Caller caller, Claim claim) {
        access.require(caller, Operation.CLAIM_REVIEW, claim.path());
    }

    ReviewView of(Caller caller, CaseFile file) {
        Claim claim = file.claim();
        boolean isReviewer = access.allows(caller, Operation.CLAIM_REVIEW, claim.path());
        Optional<String> member =
                Optional.ofNullable(names.members(List.of(claim.member())).get(claim.member()));
        return new ReviewView(
                member.orElse(claim.number()),
                names.units(List.of(claim.unit())).getOrDefault(claim.unit(), ""),
                isReviewer
                        && claim.state() instanceof ClaimState.InReview turn
                        && caller.path().filter(turn.turn()::equals).isPresent(),
                isReviewer
                        && (claim.state() instanceof ClaimState.Approved
                                || claim.state() instanceof ClaimState.Refused),
                List.of(PaperKind.values()),
                grounds(file),
                flags(caller, claim),
                isReviewer ? ticks(caller, file) : List.of(),
                isReviewer && claim.state() instanceof ClaimState.InReview ? lookers(caller, claim) : List.of(),
                ReceiptFilling.differences(file, member),
                isReviewer ? hints(caller, file) : List.of(),
                payees(file),
                isChecked(caller, file),
                access.allows(caller, Operation.CLAIM_FILE, claim.path()));
    }

    /** Who else has it open; that the caller has is told to them. */
    private List<String> lookers(Caller caller, Claim claim) {
        return lookers.arrive(caller, claim.id()).stream()
                .map(looker -> Texts.say(
                        "claim.looking",
                        looker.name(),
                        CLOCK.format(looker.since().atZone(clock.getZone()))))
                .toList();
    }

    /** Why it deserves a second look; whoever only entered it is not told. */
    private List<String> flags(Caller caller, Claim claim) {
        return access.allows(caller, Operation.CLAIM_VIEW, claim.path())
                ? watch.flags(caller, claim.id()).stream()
                        .map(flag ->
                                Texts.say("Flag." + flag.kind(), flag.figures().toArray()))
                        .toList()
                : List.of();
    }

    private List<Tick> ticks(Caller caller, CaseFile file) {
        Checklist list = watch.checklist(caller, file);
        return list.isAsked()
                ? Stream.of(Check.values())
                        .map(check -> new Tick(check, list.found().contains(check)))
                        .toList()
                : List.of();
    }

    private List<Hint> hints(Caller caller, CaseFile file) {
        return likenesses.of(caller, file).stream()
                .map(like -> new Hint(like.claim(), like.number(), Texts.say("claim.like." + like.why())))
                .toList();
    }

    private static List<ReviewView.Payee> payees(CaseFile file) {
        Map<Integer, Money> would =
                Recipients.divided(file.recipients(), file.assessment().due());
        List<ReviewView.Payee> payees = new ArrayList<>();
        for (Recipient recipient : file.recipients()) {
            List<Standing> paid = file.paymentsOf(recipient.place());
            Money sum = Money.sum(paid.stream()
                    .filter(standing -> standing.state() != Standing.State.CANCELLED)
                    .map(Standing::sum)
                    .toList());
            payees.add(new ReviewView.Payee(
                    recipient,
                    paid.isEmpty() ? would.getOrDefault(recipient.place(), Money.ZERO) : sum,
                    paid.stream().anyMatch(standing -> standing.state() == Standing.State.RETURNED)));
        }
        return payees;
    }

    /** Whether the caller has checked them since the claim was handed in or taken up again the last time. */
    private static boolean isChecked(Caller caller, CaseFile file) {
        boolean isChecked = false;
        for (StepTaken step : file.steps()) {
            isChecked = switch (step.what()) {
                case ENTERED, SUPPLEMENTED, REOPENED, PERSON_ASKED -> false;
                case RECIPIENTS_CHECKED ->
                    isChecked || step.actor().equals(caller.account().toString());
                default -> isChecked;
            };
        }
        return isChecked;
    }

    /** The clauses that say that something is not paid stand first, then those that would pay. */
    private static List<Choice> grounds(CaseFile file) {
        Map<String, Choice> grounds = new LinkedHashMap<>();
        file.assessment()
                .denials()
                .forEach(denial -> grounds.putIfAbsent(
                        denial.plan() + "/" + denial.clause(),
                        new Choice(
                                denial.plan() + "/" + denial.clause(),
                                denial.plan() + " " + denial.clause() + "：" + denial.why())));
        file.assessment()
                .lines()
                .forEach(line -> grounds.putIfAbsent(
                        line.plan() + "/" + line.clause(),
                        new Choice(
                                line.plan() + "/" + line.clause(),
                                line.plan() + " " + line.clause() + " " + line.clauseTitle())));
        return List.copyOf(grounds.values());
    }
}
