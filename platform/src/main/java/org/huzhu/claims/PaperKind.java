package org.huzhu.claims;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huzhu.claims.recipients.Recipient;
import org.huzhu.claims.recipients.Tie;
import org.huzhu.facts.Event;
import org.huzhu.plan.Insured;

/** A paper that proves something of a claim. Names are stored: never rename one. */
public enum PaperKind {
    /** 医疗收费票据. */
    RECEIPT,
    /** 出院记录或诊断证明. */
    DISCHARGE,
    /** 诊断证明. */
    DIAGNOSIS,
    /** 病理报告. */
    PATHOLOGY,
    /** 意外事故证明. */
    ACCIDENT_PROOF,
    /** 伤残鉴定书. */
    DISABILITY,
    /** 休养证明. */
    REST,
    /** 死亡证明. */
    DEATH,
    /** 户口注销证明. */
    DEREGISTRATION,
    /** 继承人或受益人的关系证明. */
    HEIRS,
    /** 继承人之间的协议或公证书. */
    AGREEMENT,
    /** 监护关系证明. */
    GUARDIANSHIP,
    /** 与会员的关系证明，如户口簿. */
    KINSHIP,
    /** 损失证明，如消防部门的火灾证明. */
    LOSS_PROOF,
    /** 其他. */
    OTHER;

    /** What must be there before the events can be decided. */
    public static Set<PaperKind> needed(List<Event> events) {
        Set<PaperKind> needed = EnumSet.noneOf(PaperKind.class);
        for (Event event : events) {
            needed.addAll(
                    switch (event) {
                        case Event.Stay _ -> Set.of(RECEIPT, DISCHARGE);
                        case Event.Visit _ -> Set.of(RECEIPT);
                        case Event.Diagnosis diagnosis ->
                            diagnosis.pathologyOn().isPresent() ? Set.of(DIAGNOSIS, PATHOLOGY) : Set.of(DIAGNOSIS);
                        case Event.Accident accident ->
                            accident.grades().isEmpty() ? Set.of(ACCIDENT_PROOF) : Set.of(ACCIDENT_PROOF, DISABILITY);
                        case Event.Death _ -> Set.of(DEATH, DEREGISTRATION, HEIRS);
                        case Event.Loss _ -> Set.of(LOSS_PROOF);
                        case Event.Maturity _ -> Set.of();
                    });
            if (event.person().insured() != Insured.MEMBER) {
                needed.add(KINSHIP);
            }
        }
        return needed;
    }

    /** What must be there before anybody is paid in the member's place. */
    public static Set<PaperKind> neededOf(List<Recipient> recipients) {
        Set<PaperKind> needed = EnumSet.noneOf(PaperKind.class);
        for (Recipient recipient : recipients) {
            needed.add(recipient.tie() == Tie.GUARDIAN ? GUARDIANSHIP : HEIRS);
        }
        if (recipients.size() > 1) {
            needed.add(AGREEMENT);
        }
        return needed;
    }
}
