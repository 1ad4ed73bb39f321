package org.huzhu.adjudication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Accident;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Cap;

/**
 * Sums by the day (日津贴) of one clause within one coverage period. A cap of days that binds several clauses is applied
 * by {@link Binding}, which sees them all.
 */
record Allowances(Case facts, Drafting drafting) {

    private static final int HOURS_PER_DAY = 24;

    /** One stay, or several that transfers join; or the certified days after one accident. */
    private record Episode(Claim first, List<Event> events) {}

    List<Draft> drafts(DailyAllowance daily, List<Claim> claims) {
        List<Draft> drafts = new ArrayList<>();
        for (Episode episode : episodes(daily, claims)) {
            for (Amounts.Row row : drafting.row(episode.first(), daily.perDay())) {
                drafts.add(draft(daily, episode, row, drafts));
            }
        }
        return drafts;
    }

    private List<Episode> episodes(DailyAllowance daily, List<Claim> claims) {
        Map<String, Episode> episodes = new LinkedHashMap<>();
        Map<String, String> startOf = new LinkedHashMap<>();
        claims.stream()
                .sorted(Comparator.comparing(Allowances::began)
                        .thenComparing(claim -> claim.event().id()))
                .forEach(claim -> {
                    String id = claim.event().id();
                    String start = joined(daily, claim).map(startOf::get).orElse(id);
                    startOf.put(id, start);
                    episodes.computeIfAbsent(start, unused -> new Episode(claim, new ArrayList<>()))
                            .events()
                            .add(claim.event());
                });
        return List.copyOf(episodes.values());
    }

    private static LocalDate began(Claim claim) {
        return claim.event() instanceof Stay stay ? stay.admittedOn() : claim.day();
    }

    /** The stay that this one goes on from, if a transfer within the hours joins them. */
    private Optional<String> joined(DailyAllowance daily, Claim claim) {
        if (!(claim.event() instanceof Stay stay)) {
            return Optional.empty();
        }
        return stay.transferredFrom()
                .flatMap(drafting.keys()::event)
                .filter(Stay.class::isInstance)
                .map(Stay.class::cast)
                .filter(before -> !stay.admittedOn().isBefore(before.dischargedOn()))
                .filter(before -> ChronoUnit.DAYS.between(before.dischargedOn(), stay.admittedOn()) * HOURS_PER_DAY
                        <= daily.transferHoursMax())
                .map(Stay::id);
    }

    private Draft draft(DailyAllowance daily, Episode episode, Amounts.Row row, List<Draft> sofar) {
        Claim claim = episode.first();
        List<Step> steps = new ArrayList<>();
        int all = allDays(daily, episode.events());
        int counted = countedDays(daily, episode);
        steps.add(new Step.DaysCounted(all, Math.min(daily.daysUnpaid(), all), counted));
        for (Cap cap : claim.plan().capsOn(claim.clause().number())) {
            if (cap.limit() instanceof Cap.Limit.OfDays(int max)
                    && cap.clauses().size() == 1) {
                Draft probe = drafting.draft(claim, Money.ZERO, 0, List.of(), false);
                int left = Math.max(0, max - used(probe, cap, sofar));
                if (counted > left) {
                    counted = left;
                    steps.add(new Step.DaysLeft(cap.per(), max, left, counted));
                }
            }
        }
        int units = claim.fullUnits();
        Money amount = row.amount().times(Math.multiplyExact((long) counted, units));
        steps.add(new Step.PerDay(row.amount(), counted, units, amount));
        Draft draft = drafting.draft(claim, amount, counted, steps, row.illustrative());
        return draft.of(episode.events());
    }

    private int used(Draft probe, Cap cap, List<Draft> sofar) {
        int among = sofar.stream()
                .filter(draft -> probe.meets(draft, cap.per()))
                .mapToInt(Draft::days)
                .sum();
        int before = facts.payments().stream()
                .filter(payment -> payment.event().isEmpty())
                .filter(payment -> cap.clauses().contains(payment.clause()))
                .filter(payment -> probe.meets(payment, cap.per()))
                .mapToInt(Payment::days)
                .sum();
        return Math.addExact(among, before);
    }

    private static int allDays(DailyAllowance daily, List<Event> events) {
        return events.stream()
                .mapToInt(event -> event instanceof Stay stay ? stay.days() : certified(daily.days(), event))
                .sum();
    }

    private static int certified(DayKind kind, Event event) {
        Accident accident = (Accident) event;
        return kind == DayKind.REST ? accident.restDays() : accident.careDays();
    }

    /** The days that count: without the first unpaid ones, and only those in the coverage period where it says so. */
    private static int countedDays(DailyAllowance daily, Episode episode) {
        int unpaid = daily.daysUnpaid();
        int counted = 0;
        for (Event event : episode.events()) {
            int days = event instanceof Stay stay ? stay.days() : certified(daily.days(), event);
            int skipped = Math.min(unpaid, days);
            unpaid -= skipped;
            counted += event instanceof Stay stay && daily.acrossTerms() == AcrossTerms.DAYS_IN_TERM
                    ? inside(episode.first().cover(), stay.admittedOn().plusDays(skipped), days - skipped)
                    : days - skipped;
        }
        return counted;
    }

    private static int inside(Cover cover, LocalDate from, int days) {
        LocalDate until = from.plusDays(days);
        LocalDate first =
                from.isAfter(cover.span().from()) ? from : cover.span().from();
        LocalDate end =
                until.isBefore(cover.span().until()) ? until : cover.span().until();
        return (int) Math.max(0, ChronoUnit.DAYS.between(first, end));
    }
}
