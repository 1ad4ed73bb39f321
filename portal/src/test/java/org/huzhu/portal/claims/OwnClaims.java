package org.huzhu.portal.claims;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.Wishes;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;

/** The claims of one member, made and looked at without a browser. */
record OwnClaims(ClaimDesk desk, Wishes wishes, UUID member) {

    private Caller self() {
        return new Caller(member, Role.MEMBER, Optional.empty(), Optional.of(member));
    }

    void agree() {
        self().scope().run(() -> wishes.consent(self(), member, Purpose.MEDICAL, "1", "同意"));
    }

    List<Claim> all() {
        return self().scope().call(() -> desk.of(self(), member));
    }

    int drafts() {
        return (int) all().stream()
                .filter(claim -> claim.state() instanceof ClaimState.Draft)
                .count();
    }

    CaseFile of(UUID claim) {
        return self().scope().call(() -> desk.caseFile(self(), claim));
    }

    private static Event stay(long yuan) {
        LocalDate out = LocalDate.now(Society.CHINA).minusDays(20);
        return new Event.Stay(
                "1",
                Event.Person.MEMBER,
                out.minusDays(4),
                out,
                3,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                new Event.Costs(Map.of(CostField.SELF_PAID_AFTER_INSURANCE, Money.ofYuan(yuan))),
                Set.of());
    }

    /** A draft of a stay on which he bore so much himself. */
    UUID begun(long yuan) {
        Telling telling = new Telling(member, ClaimKind.STAY, Optional.empty(), Facts.of(stay(yuan)));
        return self().scope()
                .call(() -> desk.begin(self(), UUID.randomUUID(), telling).id());
    }

    /** How many papers it needs. */
    int papers() {
        return PaperKind.needed(List.of(stay(1))).size();
    }

    /** The same, with all its papers. */
    UUID prepared(long yuan) {
        UUID claim = begun(yuan);
        for (PaperKind kind : PaperKind.needed(List.of(stay(yuan)))) {
            UUID _ = self().scope()
                    .call(() -> desk.add(self(), claim, kind, "照片.jpg", new ByteArrayInputStream(Photos.photo())));
        }
        return claim;
    }
}
