package org.huzhu.portal.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.receipt.Differing;
import org.huzhu.claims.receipt.ReceiptFacts;
import org.huzhu.portal.Texts;
import org.springframework.stereotype.Component;

/** Fills in what receipts with data of their own say, while whoever files may still say otherwise. */
@Component
class ReceiptFilling {

    private final ClaimDesk desk;
    private final Clock clock;

    ReceiptFilling(ClaimDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Tells of a draft what its receipts say and nobody told; what a reviewer has established stays as it is. Most
     * papers are photos that say nothing, and the case file is judged anew each time that it is laid together.
     */
    void fill(Caller caller, UUID id) {
        if (desk.papers(caller, id).stream()
                .allMatch(paper -> paper.document().receipt().isEmpty())) {
            return;
        }
        CaseFile file = desk.caseFile(caller, id);
        Facts facts = filled(file, file.facts());
        if (file.claim().state() instanceof ClaimState.Draft && !facts.equals(file.facts())) {
            tell(caller, file, facts);
        }
    }

    /** The same, once what was brought instead of another has taken its place. */
    void fill(Caller caller, UUID id, Optional<UUID> instead) {
        instead.ifPresent(old -> desk.remove(caller, id, old));
        fill(caller, id);
    }

    private Facts filled(CaseFile file, Facts told) {
        return ReceiptFacts.of(file).filled(told, LocalDate.now(clock));
    }

    /** Tells what was typed, with what the receipts say beside. */
    void tell(Caller caller, CaseFile file, Telling telling) {
        Claim claim = file.claim();
        desk.tell(
                caller,
                claim.id(),
                claim.version(),
                new Telling(claim.member(), claim.kind(), telling.relative(), filled(file, telling.facts())));
    }

    private void tell(Caller caller, CaseFile file, Facts facts) {
        Claim claim = file.claim();
        desk.tell(
                caller,
                claim.id(),
                claim.version(),
                new Telling(claim.member(), claim.kind(), claim.relative(), facts));
    }

    /** Where the receipts say otherwise than was told, in sentences. */
    static List<String> differences(CaseFile file, Optional<String> member) {
        return ReceiptFacts.of(file).differences(file.facts(), member).stream()
                .map(ReceiptFilling::say)
                .toList();
    }

    private static String say(Differing differing) {
        String receipt = differing.receipt();
        return switch (differing) {
            case Differing.Admitted it -> Texts.say("claim.differs.in", receipt, it.told(), it.stands());
            case Differing.Discharged it -> Texts.say("claim.differs.out", receipt, it.told(), it.stands());
            case Differing.Cost it ->
                Texts.say(
                        "claim.differs.cost",
                        receipt,
                        Texts.say(it.cost()),
                        Texts.yuan(it.told()),
                        Texts.yuan(it.stands()));
            case Differing.Untold it -> Texts.say("claim.differs.untold", receipt, it.in(), it.out());
            case Differing.Payer it -> Texts.say("claim.differs.payer", receipt, it.stands());
            case Differing.Wrong it ->
                Texts.say(
                        "claim.differs.wrong",
                        receipt,
                        String.join(
                                "、",
                                it.what().stream()
                                        .map(each -> Texts.say("claim.differs." + each))
                                        .toList()));
        };
    }
}
