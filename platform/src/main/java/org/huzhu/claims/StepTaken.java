package org.huzhu.claims;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody did with a claim.
 *
 * @param actor the id of an account or of a member, or {@code system}
 * @param version of the facts that he saw
 * @param subjects papers that are missing, by the names of {@link PaperKind}; or the plan and the clause that refuse;
 *     or why the machine approved it
 * @param said what was said to the member
 */
public record StepTaken(
        int round,
        What what,
        Optional<ReviewStep> step,
        String actor,
        Instant at,
        int version,
        List<String> subjects,
        Optional<String> said) {

    public StepTaken {
        subjects = List.copyOf(subjects);
    }

    /** What was done. Names are stored: never rename one. */
    public enum What {
        /** 提交. */
        ENTERED,
        /** 通过, 转下一级. */
        PASSED,
        /** 退回补正. */
        RETURNED,
        /** 已补材料. */
        SUPPLEMENTED,
        /** 核定事实. */
        ESTABLISHED,
        /** 批准. */
        APPROVED,
        /** 不予给付. */
        REFUSED,
        /** 撤回. */
        WITHDRAWN,
        /** 重新受理. */
        REOPENED,
        /** 申请人工复核或申诉. */
        PERSON_ASKED,
        /** 机器自动批准. */
        APPROVED_BY_MACHINE,
        /** 核对收款人. */
        RECIPIENTS_CHECKED
    }
}
