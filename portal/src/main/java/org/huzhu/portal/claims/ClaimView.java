package org.huzhu.portal.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.CaseFile.Progress;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.StepTaken;
import org.huzhu.kernel.Money;
import org.huzhu.payments.Standing;
import org.huzhu.portal.Texts;

/**
 * How a claim stands, in words.
 *
 * @param state a word or two
 * @param next what happens next, and until when
 * @param past what has happened, the newest first
 * @param sum what it came to; empty while it is open
 * @param isByMachine whether it was the machine that approved it
 */
public record ClaimView(
        Claim claim,
        String title,
        String state,
        String next,
        List<Item> past,
        Optional<Money> sum,
        boolean isGood,
        boolean isByMachine) {

    /** Something that has happened. */
    public record Item(LocalDate on, String what, String said) {}

    static ClaimView of(CaseFile file, Clock clock) {
        return of(file.progress(), clock);
    }

    static ClaimView of(Progress file, Clock clock) {
        Claim claim = file.claim();
        boolean isApproved = claim.state() instanceof ClaimState.Approved;
        return new ClaimView(
                claim,
                title(claim),
                state(file),
                next(file),
                past(file, clock),
                file.sum(),
                isApproved,
                isApproved
                        && !file.steps().isEmpty()
                        && file.steps().getLast().what() == StepTaken.What.APPROVED_BY_MACHINE);
    }

    static String title(Claim claim) {
        return Texts.say(claim.kind());
    }

    /** Once approved, the state is that of the money. */
    static String state(Progress file) {
        if (!(file.claim().state() instanceof ClaimState.Approved)
                || file.payments().isEmpty()) {
            return Texts.say("ClaimState." + file.claim().state().word());
        }
        return Texts.say("claim.money." + slowest(file).state());
    }

    /** Of what is paid from several funds, the part that has come the shortest way. */
    private static Standing slowest(Progress file) {
        return file.payments().values().stream()
                .min(java.util.Comparator.comparing(standing -> switch (standing.state()) {
                    case RETURNED, REDIRECTED -> 0;
                    case PAYABLE, BATCHED, FILED -> 1;
                    case RELEASED, UNKNOWN -> 2;
                    case PAID, CANCELLED -> 3;
                }))
                .orElseThrow();
    }

    private static String next(Progress file) {
        String promised = file.promised().map(LocalDate::toString).orElse("");
        return switch (file.claim().state()) {
            case ClaimState.Draft _ -> Texts.say("claim.next.draft");
            case ClaimState.InReview review -> Texts.say("claim.next.review", Texts.say(review.step()), promised);
            case ClaimState.Returned _ -> Texts.say("claim.next.returned");
            case ClaimState.Approved _ -> money(file, promised);
            case ClaimState.Refused _ -> Texts.say("claim.next.refused");
            case ClaimState.Withdrawn _ -> Texts.say("claim.next.withdrawn");
        };
    }

    private static String money(Progress file, String promised) {
        if (file.payments().isEmpty()) {
            return Texts.say("claim.next.nothing");
        }
        Standing standing = slowest(file);
        String card = standing.cardEnd().orElse("");
        return switch (standing.state()) {
            case PAID -> Texts.say("claim.next.paid", standing.since(), card);
            case RETURNED -> Texts.say("claim.next.bank");
            case REDIRECTED -> Texts.say("claim.next.redirected");
            case CANCELLED -> Texts.say("claim.next.cancelled");
            case PAYABLE, BATCHED, FILED, RELEASED, UNKNOWN -> Texts.say("claim.next.approved", promised, card);
        };
    }

    private static List<Item> past(Progress file, Clock clock) {
        List<Item> past = new ArrayList<>();
        for (StepTaken step : file.steps()) {
            past.add(new Item(
                    LocalDate.ofInstant(step.at(), clock.getZone()),
                    what(step) + (isByProxy(file.claim(), step) ? Texts.say("claim.past.proxy") : ""),
                    step.said().orElse("")));
        }
        file.payments().values().stream()
                .filter(standing ->
                        standing.state() == Standing.State.PAID || standing.state() == Standing.State.RETURNED)
                .forEach(standing -> past.add(new Item(
                        standing.since(),
                        Texts.say(
                                "claim.past." + standing.state(),
                                Texts.yuan(standing.sum()),
                                standing.cardEnd().orElse("")),
                        standing.bankReason().map(ClaimView::reason).orElse(""))));
        return past.reversed();
    }

    /** What a code of the bank means to a member. */
    static String reason(String code) {
        return Texts.maybe("claim.bank." + code).orElseGet(() -> Texts.say("claim.bank.other"));
    }

    /** What comes from the member's side, and was not done by himself. */
    private static boolean isByProxy(Claim claim, StepTaken step) {
        boolean isOfMember = switch (step.what()) {
            case ENTERED, SUPPLEMENTED, WITHDRAWN, PERSON_ASKED -> claim.channel() == Claim.Channel.OWN;
            default -> false;
        };
        return isOfMember && !step.actor().equals(claim.member().toString());
    }

    private static String what(StepTaken step) {
        String words = Texts.say(step.what());
        String who = step.step().map(Texts::say).orElse("");
        String about = switch (step.what()) {
            case RETURNED -> papers(step.subjects());
            case REFUSED -> String.join(" ", step.subjects());
            case APPROVED_BY_MACHINE -> reasons(step.subjects());
            default -> "";
        };
        return String.join(
                " ",
                List.of(who, words, about).stream()
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    /** Why the machine approved it: the last two are what it comes to and up to what it may. */
    private static String reasons(List<String> reasons) {
        int sums = reasons.size() - 2;
        String words = String.join(
                "、",
                reasons.subList(0, sums).stream()
                        .map(reason -> Texts.say("claim.machine." + reason))
                        .toList());
        return words.formatted(reasons.get(sums), reasons.get(sums + 1));
    }

    private static String papers(List<String> kinds) {
        return String.join(
                "、",
                kinds.stream().map(kind -> Texts.say(PaperKind.valueOf(kind))).toList());
    }
}
