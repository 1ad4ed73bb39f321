package org.huzhu.claims.receipt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Event.Stay;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.receipts.Care;
import org.huzhu.receipts.MedicalReceipt;
import org.huzhu.receipts.Part;

/**
 * What the receipts of a claim say of stays. They fill in what nobody told; what was told stays, and where a receipt
 * says otherwise, that is told to people.
 */
public final class ReceiptFacts {

    private static final Map<Part, CostField> COSTS = Map.of(
            Part.TOTAL, CostField.TOTAL,
            Part.POOL, CostField.FUND_PAID,
            Part.LARGE_SUM, CostField.LARGE_SUM_PAID,
            Part.SELF_PAY_ONE, CostField.SELF_PAY_1,
            Part.SELF_PAY_TWO, CostField.SELF_PAY_2,
            Part.OWN_COST, CostField.OWN_COST,
            Part.SELF_PAID, CostField.SELF_PAID_AFTER_INSURANCE);

    /** Where nobody has said otherwise, as on the forms. */
    private static final int USUAL_LEVEL = 3;

    private static final int NOWHERE = -1;

    private final List<MedicalReceipt> receipts;

    /** Those of the receipts that are of stays and take nothing back. */
    ReceiptFacts(List<MedicalReceipt> receipts) {
        this.receipts = receipts.stream()
                .filter(receipt -> receipt.care() == Care.INPATIENT && !receipt.cancelled())
                .toList();
    }

    /** Those that were brought for the claim. */
    public static ReceiptFacts of(CaseFile file) {
        return new ReceiptFacts(file.papers().stream()
                .flatMap(paper -> paper.document().receipt().stream())
                .toList());
    }

    /** The facts, as they are told today, with what the receipts say and nobody told. */
    public Facts filled(Facts told, LocalDate today) {
        List<Event> events = new ArrayList<>(told.events());
        for (MedicalReceipt receipt : receipts) {
            int place = place(events, receipt);
            if (place != NOWHERE) {
                events.set(place, filled((Stay) events.get(place), receipt));
            } else {
                stay(receipt, events.size() + 1, today).ifPresent(events::add);
            }
        }
        return new Facts(events, told.occupation());
    }

    /** Which of the events the receipt is of: the stay of its days, or, where there is one of each, that one. */
    private int place(List<Event> events, MedicalReceipt receipt) {
        int begun = place(
                events,
                stay -> receipt.admittedOn().filter(stay.admittedOn()::equals).isPresent());
        int within = begun != NOWHERE ? begun : place(events, stay -> overlap(stay, receipt));
        boolean isOneOfEach = receipts.size() == 1
                && events.stream().filter(Stay.class::isInstance).count() == 1;
        return within == NOWHERE && isOneOfEach ? place(events, _ -> true) : within;
    }

    private static int place(List<Event> events, Predicate<Stay> such) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Stay stay && such.test(stay)) {
                return i;
            }
        }
        return NOWHERE;
    }

    private static boolean overlap(Stay stay, MedicalReceipt receipt) {
        return receipt.admittedOn()
                        .filter(day -> !day.isAfter(stay.dischargedOn()))
                        .isPresent()
                && receipt.dischargedOn()
                        .filter(day -> !day.isBefore(stay.admittedOn()))
                        .isPresent();
    }

    private static Stay filled(Stay stay, MedicalReceipt receipt) {
        Map<CostField, Money> costs = costs(receipt);
        costs.putAll(stay.costs().amounts());
        return new Stay(
                stay.id(),
                stay.person(),
                stay.admittedOn(),
                stay.dischargedOn(),
                stay.hospitalLevel(),
                stay.cause(),
                stay.accidentOn(),
                stay.icd(),
                stay.transferredFrom(),
                stay.filedOn(),
                stay.settledOn(),
                new Costs(costs),
                stay.circumstances());
    }

    private static Map<CostField, Money> costs(MedicalReceipt receipt) {
        Map<CostField, Money> costs = new EnumMap<>(CostField.class);
        receipt.amounts()
                .forEach((part, money) -> Optional.ofNullable(COSTS.get(part))
                        .filter(_ -> !money.isNegative())
                        .ifPresent(cost -> costs.put(cost, money)));
        return costs;
    }

    /** A stay of which the receipt alone tells; empty where it does not say from when until when. */
    private static Optional<Event> stay(MedicalReceipt receipt, int place, LocalDate today) {
        if (receipt.admittedOn().isEmpty()
                || receipt.dischargedOn()
                        .filter(day -> !day.isBefore(receipt.admittedOn().get()))
                        .isEmpty()) {
            return Optional.empty();
        }
        LocalDate out = receipt.dischargedOn().get();
        return Optional.of(new Stay(
                "s" + place,
                Person.MEMBER,
                receipt.admittedOn().get(),
                out,
                USUAL_LEVEL,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(today),
                receipt.issuedOn().filter(day -> !day.isBefore(out)).or(() -> Optional.of(out)),
                new Costs(costs(receipt)),
                Set.of()));
    }

    /**
     * Where the receipts say otherwise than was told.
     *
     * @param member what the member is called; empty where names are not looked at
     */
    public List<Differing> differences(Facts told, Optional<String> member) {
        List<Differing> all = new ArrayList<>();
        for (MedicalReceipt receipt : receipts) {
            int place = place(told.events(), receipt);
            if (place != NOWHERE) {
                differences((Stay) told.events().get(place), receipt, all);
            } else if (receipt.admittedOn().isPresent()
                    && receipt.dischargedOn().isPresent()) {
                all.add(new Differing.Untold(
                        receipt.key(),
                        receipt.admittedOn().get(),
                        receipt.dischargedOn().get()));
            }
            member.map(name -> patient(told.events(), place, name))
                    .flatMap(patient -> receipt.payerName().filter(name -> !name.equals(patient)))
                    .ifPresent(name -> all.add(new Differing.Payer(receipt.key(), name)));
            if (!receipt.wrong().isEmpty()) {
                all.add(new Differing.Wrong(receipt.key(), receipt.wrong()));
            }
        }
        return all;
    }

    private static String patient(List<Event> events, int place, String member) {
        String relative = place == NOWHERE ? "" : events.get(place).person().name();
        return relative.isEmpty() ? member : relative;
    }

    private static void differences(Stay stay, MedicalReceipt receipt, List<Differing> all) {
        receipt.admittedOn()
                .filter(day -> !day.equals(stay.admittedOn()))
                .ifPresent(day -> all.add(new Differing.Admitted(receipt.key(), stay.admittedOn(), day)));
        receipt.dischargedOn()
                .filter(day -> !day.equals(stay.dischargedOn()))
                .ifPresent(day -> all.add(new Differing.Discharged(receipt.key(), stay.dischargedOn(), day)));
        costs(receipt)
                .forEach((cost, stands) -> Optional.ofNullable(
                                stay.costs().amounts().get(cost))
                        .filter(told -> !told.equals(stands))
                        .ifPresent(told -> all.add(new Differing.Cost(receipt.key(), cost, told, stands))));
    }
}
