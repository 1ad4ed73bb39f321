package org.huzhu.adjudication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Accident;
import org.huzhu.facts.Event.Stay;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DayKind;

/** Sums by the day (日津贴) of one clause within one coverage period. {@link Caps} limits the days. */
record Allowances(Drafting drafting) {

    /** One stay, or several that transfers join; or the certified days after one accident. */
    private record Episode(Claim first, List<Event> events) {}

    List<Draft> drafts(DailyAllowance daily, List<Claim> claims) {
        List<Draft> drafts = new ArrayList<>();
        for (Episode episode : episodes(daily, claims)) {
            for (Amounts.Row row : drafting.row(episode.first(), daily.perDay())) {
                drafts.add(draft(daily, episode, row));
            }
        }
        return drafts;
    }

    private List<Episode> episodes(DailyAllowance daily, List<Claim> claims) {
        Map<String, Episode> episodes = new LinkedHashMap<>();
        claims.stream()
                .sorted(Comparator.comparing(Allowances::began)
                        .thenComparing(claim -> claim.event().id()))
                .forEach(claim -> episodes.computeIfAbsent(
                                start(daily, claim), unused -> new Episode(claim, new ArrayList<>()))
                        .events()
                        .add(claim.event()));
        return List.copyOf(episodes.values());
    }

    /** The stay that this one goes on from, if transfers within the hours join them; else the event itself. */
    private String start(DailyAllowance daily, Claim claim) {
        return claim.event() instanceof Stay stay
                ? chain(daily, stay).getFirst().id()
                : claim.event().id();
    }

    /** The joined stays up to this one, from the last on in a hospital of too low a level. */
    private List<Stay> chain(DailyAllowance daily, Stay stay) {
        List<Stay> chain = drafting.keys().chain(stay, daily.transferHoursMax());
        int from = chain.size() - 1;
        while (from > 0 && chain.get(from - 1).hospitalLevel() >= daily.hospitalLevelMin()) {
            from--;
        }
        return chain.subList(from, chain.size());
    }

    private static LocalDate began(Claim claim) {
        return claim.event() instanceof Stay stay ? stay.admittedOn() : claim.day();
    }

    private Draft draft(DailyAllowance daily, Episode episode, Amounts.Row row) {
        Claim claim = episode.first();
        int all = 0;
        int unpaid = 0;
        int counted = 0;
        for (Event event : episode.events()) {
            int days = days(daily.days(), event);
            int skipped = Math.min(days, unpaidLeft(daily, event));
            all = Math.addExact(all, days);
            unpaid = Math.addExact(unpaid, skipped);
            counted = Math.addExact(counted, counted(daily, claim.cover(), event, days, skipped));
        }
        int units = claim.fullUnits();
        Money amount = row.amount().times(Math.multiplyExact((long) counted, units));
        List<Step> steps = List.of(
                new Step.DaysCounted(all, unpaid, counted), new Step.PerDay(row.amount(), counted, units, amount));
        return drafting.draft(claim, amount, counted, steps, row.illustrative()).of(episode.events());
    }

    private static int days(DayKind kind, Event event) {
        return switch (event) {
            case Stay stay -> stay.days();
            case Accident accident -> kind == DayKind.REST ? accident.restDays() : accident.careDays();
            default -> throw new IllegalStateException("Only stays and accidents have days: " + event.id());
        };
    }

    /** The unpaid days that the stays before, which this one goes on from, have not used up. */
    private int unpaidLeft(DailyAllowance daily, Event event) {
        if (!(event instanceof Stay stay)) {
            return daily.daysUnpaid();
        }
        List<Stay> chain = chain(daily, stay);
        int left = daily.daysUnpaid();
        for (Stay before : chain.subList(0, chain.size() - 1)) {
            left = Math.max(0, left - before.days());
        }
        return left;
    }

    /** The days that count: all but the skipped ones, and only those in the coverage period where it says so. */
    private static int counted(DailyAllowance daily, Cover cover, Event event, int days, int skipped) {
        return event instanceof Stay stay && daily.acrossTerms() == AcrossTerms.DAYS_IN_TERM
                ? inside(cover, stay.admittedOn().plusDays(skipped), days - skipped)
                : days - skipped;
    }

    private static int inside(Cover cover, LocalDate from, int days) {
        LocalDate until = from.plusDays(days);
        LocalDate first =
                from.isAfter(cover.span().from()) ? from : cover.span().from();
        LocalDate end =
                until.isBefore(cover.span().until()) ? until : cover.span().until();
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(first, end)));
    }
}
