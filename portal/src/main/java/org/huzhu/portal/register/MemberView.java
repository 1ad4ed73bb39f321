package org.huzhu.portal.register;

import java.time.LocalDate;
import java.util.List;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberLine;
import org.huzhu.portal.claims.ClaimLine;

/**
 * All of a member, as the console shows him.
 *
 * @param works where he worked, in words
 * @param alike other entries that are likely he too
 * @param changes what whoever looks may change of him
 * @param mayClaim whether whoever looks enters claims for him
 * @param claims what was handed in for him, as far as whoever looks may see it
 * @param told what he was told lately, the newest first
 * @param story what happened to him, the newest first
 * @param reveals who had which number shown; empty where whoever looks may not see that
 * @param showsReveals whether whoever looks may see them
 */
public record MemberView(
        MemberDetail detail,
        List<Work> works,
        List<MemberLine> alike,
        List<MemberChange> changes,
        boolean mayClaim,
        List<ClaimLine> claims,
        List<Told> told,
        List<Event> story,
        List<Reveal> reveals,
        boolean showsReveals) {

    public MemberView {
        works = List.copyOf(works);
        alike = List.copyOf(alike);
        changes = List.copyOf(changes);
        claims = List.copyOf(claims);
        told = List.copyOf(told);
        story = List.copyOf(story);
        reveals = List.copyOf(reveals);
    }

    /** Something that happened. */
    public record Event(LocalDate day, String words) {}

    /** A notice to him, and when it was told. */
    public record Told(String at, String text, boolean isRead) {}

    /** Days at a unit. */
    public record Work(String unit, String days) {}

    /** A number of his that somebody had shown, or asked for. */
    public record Reveal(String at, String who, String outcome, String reason) {}

    /** How many corrections that he asked for nobody has answered. */
    public long waiting() {
        return detail.corrections().stream()
                .filter(wish -> wish.done().isEmpty())
                .count();
    }
}
