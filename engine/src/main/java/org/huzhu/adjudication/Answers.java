package org.huzhu.adjudication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.facts.Event;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.PropertyLoss;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.PlanId;

/** What all versions and clauses of one plan answer for one event. */
final class Answers {

    private final Library library;
    private final List<Cover> covers;
    private final Event event;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Denial> unheld = new ArrayList<>();
    private boolean held;

    Answers(Library library, List<Cover> covers, Event event) {
        this.library = library;
        this.covers = covers;
        this.event = event;
    }

    List<Cover> covers() {
        return covers;
    }

    Event event() {
        return event;
    }

    void claim(Claim claim) {
        claims.add(claim);
    }

    /** Some cover holds the event, whatever it gives. */
    void held() {
        held = true;
    }

    /** No cover holds the event under this version and clause. */
    void unheld(Plan version, Clause clause, Reason reason) {
        unheld.add(new Denial(version.id(), clause.number(), event.id(), reason));
    }

    /** The cover that holds the day on which the event happened, or the nearest to it. */
    Optional<Cover> nearest() {
        LocalDate day = Days.happened(event);
        return covers.stream().min(Comparator.comparingLong(cover -> distance(cover, day)));
    }

    private static long distance(Cover cover, LocalDate day) {
        long early = ChronoUnit.DAYS.between(day, cover.span().from());
        long late = ChronoUnit.DAYS.between(cover.span().until(), day) + 1;
        return Math.max(0, Math.max(early, late));
    }

    /**
     * What the version that governs has to say where no cover holds the event: what it lacks, even where another clause
     * pays, and that the day lies outside, once, by its first clause that is about the event.
     */
    List<Denial> denials() {
        Optional<PlanId> governing = nearest()
                .flatMap(cover -> library.governing(
                        cover.term().plan(), cover.term().span().from(), Days.happened(event)))
                .map(Plan::id);
        List<Denial> governed = unheld.stream()
                .filter(denial -> governing.filter(denial.plan()::equals).isPresent())
                .toList();
        List<Denial> said = new ArrayList<>(governed.stream()
                .filter(denial -> !(denial.reason() instanceof Reason.OutsideCover))
                .toList());
        if (!held) {
            governed.stream()
                    .filter(denial -> denial.reason() instanceof Reason.OutsideCover)
                    .findFirst()
                    .or(() -> said.isEmpty() ? unheld.stream().findFirst() : Optional.empty())
                    .ifPresent(said::add);
        }
        return said;
    }

    /** The claims without those that would pay for the same twice. */
    List<Claim> claims() {
        return claims.stream()
                .filter(claim -> claims.stream().noneMatch(other -> answersBefore(other, claim)))
                .toList();
    }

    /**
     * Whether the other claim leaves this one nothing to answer for: an earlier version has answered by its own day, or
     * an earlier coverage period pays what does not grow by units of cover.
     */
    private boolean answersBefore(Claim other, Claim claim) {
        Benefit its = other.clause().benefit();
        if (claim.plan().id().equals(other.plan().id())) {
            return !growsByUnits(its) && claim.clause().equals(other.clause()) && isEarlier(other, claim);
        }
        if (!isSameKind(its, claim.clause().benefit())) {
            return false;
        }
        if (!growsByUnits(its)) {
            return isEarlier(other, claim);
        }
        boolean stoodBeside =
                !claim.cover().equals(other.cover()) && claim.cover().span().contains(other.day());
        return !stoodBeside && !paysDaysInTerm(its) && other.day().isBefore(claim.day());
    }

    private boolean isEarlier(Claim one, Claim other) {
        int byDay = one.day().compareTo(other.day());
        return byDay < 0 || (byDay == 0 && covers.indexOf(one.cover()) < covers.indexOf(other.cover()));
    }

    private static boolean isSameKind(Benefit one, Benefit other) {
        return one instanceof DailyAllowance days
                ? other instanceof DailyAllowance its && its.days() == days.days()
                : one.getClass() == other.getClass();
    }

    private static boolean paysDaysInTerm(Benefit benefit) {
        return benefit instanceof DailyAllowance daily && daily.acrossTerms() == AcrossTerms.DAYS_IN_TERM;
    }

    private static boolean growsByUnits(Benefit benefit) {
        return !(benefit instanceof CostShare
                || benefit instanceof YearlyShare
                || benefit instanceof BandedShare
                || benefit instanceof PropertyLoss);
    }
}
