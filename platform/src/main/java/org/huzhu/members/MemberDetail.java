package org.huzhu.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.DateSpan;

/**
 * All that is known of a member, numbers masked; newest first in each list. What stands at entries that were merged
 * into him is his too.
 *
 * @param hasAddress whether there is an address to reveal
 * @param merged the other entries of the same person
 */
public record MemberDetail(
        MemberLine line,
        boolean hasAddress,
        List<Employment> employments,
        List<Card> cards,
        List<Category> categories,
        List<Relative> relatives,
        List<Consent> consents,
        List<Correction> corrections,
        List<MemberLine> merged) {

    /** Days at a unit; the span of the present one ends on {@code LocalDate.MAX}. */
    public record Employment(UUID unit, DateSpan span) {}

    /**
     * A card.
     *
     * @param number masked
     * @param replacedAt empty for the live one
     */
    public record Card(UUID id, CardKind kind, String number, Instant givenAt, Optional<Instant> replacedAt) {}

    /** Days in a category; an open span ends on {@code LocalDate.MAX}. */
    public record Category(CategoryKind kind, DateSpan span) {}

    /**
     * One of the family.
     *
     * @param paper masked
     */
    public record Relative(UUID id, Kin kin, String name, LocalDate birthOn, String paper, Optional<UUID> guardian) {}

    /**
     * What the member agreed to.
     *
     * @param isByProxy whether somebody whom he lets act for him agreed in his name
     */
    public record Consent(
            Purpose purpose, String version, Instant givenAt, Optional<Instant> withdrawnAt, boolean isByProxy) {}

    /** A wish that something be put right, without its text, which is revealed like a number. */
    public record Correction(
            UUID id, UUID member, String subject, Instant askedAt, Optional<Boolean> done, Optional<String> answer) {}

    /** What a card is for. Names are stored: never rename one. */
    public enum CardKind {
        /** 工会会员卡, in Beijing 京卡. */
        UNION,
        BANK
    }

    /** What a member is. Names are stored: never rename one. */
    public enum CategoryKind {
        /** 在职. */
        EMPLOYED,
        /** 退休. */
        RETIRED,
        /** 新就业形态. */
        NEW_FORM,
        /** 困难. */
        HARDSHIP,
        /** 劳模. */
        MODEL_WORKER,
        /** 身故. */
        DECEASED
    }

    /** What a relative is to the member. Names are stored: never rename one. */
    public enum Kin {
        CHILD,
        SPOUSE,
        PARENT
    }

    /** What a member agrees to, each by itself. Names are stored: never rename one. */
    public enum Purpose {
        /** 会员服务: the register itself. */
        MEMBERSHIP,
        /** 医疗信息. */
        MEDICAL,
        /** 银行账户. */
        BANK,
        /** 证件影像. */
        PAPER_IMAGE,
        /** 未满十四周岁子女的信息, by his guardian. */
        CHILD
    }
}
