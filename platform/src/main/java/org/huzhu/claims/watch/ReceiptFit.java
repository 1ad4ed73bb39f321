package org.huzhu.claims.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.plan.CostField;
import org.huzhu.receipts.MedicalReceipt;
import org.huzhu.receipts.Part;

/** Whether electronic receipts say what the facts say. What does not stand on a receipt is held against nobody. */
public final class ReceiptFit {

    private static final List<CostField> BORNE = List.of(
            CostField.SELF_PAID_AFTER_INSURANCE, CostField.SELF_PAY_1, CostField.SELF_PAY_2, CostField.OWN_COST);

    private ReceiptFit() {}

    /**
     * Whether each receipt is sound, is the patient's, and is for one of the events, and together they bear what he is
     * said to have paid himself.
     */
    public static boolean fits(List<MedicalReceipt> receipts, Facts facts, PersonName patient) {
        return receipts.stream()
                        .allMatch(receipt -> isSound(receipt)
                                && isOf(receipt, patient)
                                && facts.events().stream().anyMatch(event -> isFor(receipt, event)))
                && (receipts.isEmpty() || borne(facts).compareTo(paid(receipts)) <= 0);
    }

    private static boolean isSound(MedicalReceipt receipt) {
        return !receipt.cancelled() && receipt.wrong().isEmpty();
    }

    private static boolean isOf(MedicalReceipt receipt, PersonName patient) {
        return receipt.payerName()
                .filter(name -> !PersonName.normal(name).equals(patient.text()))
                .isEmpty();
    }

    private static boolean isFor(MedicalReceipt receipt, Event event) {
        return switch (event) {
            case Event.Stay stay ->
                agree(receipt.admittedOn(), stay.admittedOn()) && agree(receipt.dischargedOn(), stay.dischargedOn());
            case Event.Visit visit -> agree(receipt.issuedOn(), visit.settledOn());
            case Event.Diagnosis _, Event.Accident _, Event.Death _, Event.Loss _, Event.Maturity _ -> false;
        };
    }

    private static boolean agree(Optional<LocalDate> stated, LocalDate known) {
        return stated.isEmpty() || stated.get().equals(known);
    }

    private static Money borne(Facts facts) {
        return Money.sum(facts.events().stream()
                .map(event -> event instanceof Event.Stay stay
                        ? stay.costs()
                        : event instanceof Event.Visit visit ? visit.costs() : new Event.Costs(java.util.Map.of()))
                .flatMap(costs -> BORNE.stream().map(costs::of).flatMap(Optional::stream))
                .toList());
    }

    /** What the patient paid by all of them, in cash or from his account. */
    private static Money paid(List<MedicalReceipt> receipts) {
        return Money.sum(receipts.stream()
                .map(receipt -> receipt.amount(Part.CASH)
                        .orElse(Money.ZERO)
                        .plus(receipt.amount(Part.ACCOUNT).orElse(Money.ZERO)))
                .toList());
    }
}
