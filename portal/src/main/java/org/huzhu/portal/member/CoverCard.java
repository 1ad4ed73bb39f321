package org.huzhu.portal.member;

import java.time.LocalDate;
import org.huzhu.enrolment.Cover;
import org.huzhu.portal.Texts;

/**
 * Cover as the member reads it.
 *
 * @param plan and, of a child under cover, what it is called
 * @param hours a sentence on the hours of the first and the last day; empty where whole days are meant
 * @param state a word for where it stands on the day
 * @param isGood whether it holds on the day, with nothing to wait for
 * @param note a sentence on what he should know of it; empty where there is nothing
 * @param paid a sentence on who pays for it; empty where it was never billed
 */
public record CoverCard(
        String plan,
        String version,
        LocalDate from,
        LocalDate last,
        String hours,
        int units,
        String state,
        boolean isGood,
        String note,
        String paid) {

    /** The cover as it stands on the day. */
    public static CoverCard of(Cover cover, LocalDate day, String paid) {
        long waits = cover.waitingDaysLeft(day);
        boolean holds = cover.state() == Cover.State.IN_FORCE && cover.span().contains(day);
        String plan = cover.plan().plan();
        return new CoverCard(
                cover.insured()
                        .map(child -> Texts.say("cover.child", plan, child))
                        .orElse(plan),
                cover.plan().version(),
                cover.span().from(),
                cover.span().until().minusDays(1),
                cover.hours()
                        .map(hours -> Texts.say("cover.hours", hours.from(), hours.last()))
                        .orElse(""),
                cover.units(),
                Texts.say(state(cover, day)),
                holds && waits == 0,
                note(cover, day, waits),
                paid);
    }

    private static String state(Cover cover, LocalDate day) {
        if (!cover.span().until().isAfter(day)) {
            return "cover.ended";
        }
        if (cover.state() == Cover.State.AGREED) {
            return "cover.agreed";
        }
        return cover.span().from().isAfter(day) ? "cover.ahead" : "cover.holds";
    }

    private static String note(Cover cover, LocalDate day, long waits) {
        if (!cover.span().until().isAfter(day)) {
            return "";
        }
        if (cover.state() == Cover.State.AGREED) {
            return Texts.say("cover.agreed.note");
        }
        if (cover.span().from().isAfter(day)) {
            return Texts.say("cover.ahead.note", cover.span().from());
        }
        return waits > 0 ? Texts.say("cover.waits", waits, cover.waitsUntil().orElseThrow()) : "";
    }
}
