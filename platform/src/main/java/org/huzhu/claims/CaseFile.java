package org.huzhu.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.recipients.Recipient;
import org.huzhu.documents.Document;
import org.huzhu.kernel.Money;
import org.huzhu.payments.Standing;

/**
 * All that is known of a claim.
 *
 * @param assessment what it came to, or, while it is open, would come to
 * @param earlier what it came to before, each time that it was decided
 * @param missing papers that its events need and nobody has brought
 * @param recipients who is paid in the member's place; empty where it is himself
 * @param cardEnd the last four digits of the card that will be paid; empty where the member has none
 * @param promised the tenth working day after all papers were there; empty for a draft
 * @param payments how what was decided is paid, by the keys of what is owed
 */
public record CaseFile(
        Claim claim,
        Facts facts,
        List<Paper> papers,
        List<Receipt> receipts,
        List<StepTaken> steps,
        Assessment assessment,
        List<Assessment> earlier,
        Set<PaperKind> missing,
        List<Recipient> recipients,
        Optional<String> cardEnd,
        Optional<LocalDate> promised,
        Map<String, Standing> payments) {

    private static final String HIDDEN = "****";

    /** What the caller may know of it: not where the money goes, where he only acts for the member. */
    CaseFile shownTo(Caller caller) {
        return caller.role() == Role.MEMBER_PROXY
                ? new CaseFile(
                        claim,
                        facts,
                        papers,
                        receipts,
                        steps,
                        assessment,
                        earlier,
                        missing,
                        List.of(),
                        cardEnd.map(_ -> HIDDEN),
                        promised,
                        withoutCards(payments))
                : this;
    }

    private static Map<String, Standing> withoutCards(Map<String, Standing> payments) {
        return payments.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> each.getValue().withCardEnd(HIDDEN)));
    }

    /** How far it has come. */
    public Progress progress() {
        Optional<Money> sum =
                claim.state() instanceof ClaimState.Approved ? Optional.of(assessment.due()) : Optional.empty();
        return new Progress(claim, steps, sum, promised, payments);
    }

    /**
     * How far a claim has come.
     *
     * @param sum what it came to; empty while it is open
     */
    public record Progress(
            Claim claim,
            List<StepTaken> steps,
            Optional<Money> sum,
            Optional<LocalDate> promised,
            Map<String, Standing> payments) {

        /** What the caller may know of it. */
        Progress shownTo(Caller caller) {
            return caller.role() == Role.MEMBER_PROXY
                    ? new Progress(claim, steps, sum, promised, withoutCards(payments))
                    : this;
        }
    }

    /** How what is owed to the one who is paid at the place is paid. */
    public List<Standing> paymentsOf(int place) {
        return payments.entrySet().stream()
                .filter(each -> each.getKey().matches("(?:[^:]*:){4}" + place))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A paper that was brought. */
    public record Paper(UUID id, PaperKind kind, Document document, Instant addedAt) {}

    /**
     * A receipt.
     *
     * @param key code and number, with a slash between; a paper receipt has no code
     * @param byItself whether its own data say so, and not a person who read it
     * @param elsewhere other claims that state the same one
     */
    public record Receipt(String key, boolean byItself, List<String> elsewhere) {}
}
