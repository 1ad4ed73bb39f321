package org.huzhu.portal.member;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.members.proxies.Proxies.Grant;
import org.huzhu.portal.Texts;

/**
 * Somebody whom a member lets act for him, or let.
 *
 * @param state how it stands, in words
 * @param last the last day on which he may
 * @param holds whether it can be ended
 */
public record FamilyLine(UUID id, String name, String phone, String state, LocalDate last, boolean holds) {

    static FamilyLine of(Grant grant, LocalDate today) {
        boolean holds = grant.holds(today);
        String state = holds
                ? grant.acceptedAt().isPresent() ? "family.state.accepted" : "family.state.waits"
                : grant.endedAt().isPresent() ? "family.state.ended" : "family.state.over";
        return new FamilyLine(
                grant.id(),
                grant.name(),
                grant.phone(),
                Texts.say(state),
                grant.span().until().minusDays(1),
                holds);
    }
}
