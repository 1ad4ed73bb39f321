package org.huzhu.adjudication;

import java.util.Arrays;
import java.util.Set;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Require;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.VersionRules;
import org.huzhu.rules.WaitingRules;
import org.jspecify.annotations.Nullable;

/**
 * The covers of one member under one plan: each is a coverage period, in the order of their start, and since when its
 * units of cover are held, in layers of units that are treated alike.
 */
final class Covers {

    /** How many coverage periods a member may hold under one plan. */
    static final int COVERS_MAX = 1 << 22;

    private Terms terms = new FactBuilder(new Words(), Set.of()).build().terms();
    private int firstTerm;
    private boolean isBare;
    private int size;
    private int layers;
    private int[] from = new int[8];
    private int[] until = new int[8];
    private int[] units = new int[8];
    private int[] pinned = new int[8];
    private int[] layersEnd = new int[8];
    private int[] layerCover = new int[8];
    private int[] layerUnits = new int[8];
    private int[] layerFrom = new int[8];
    private int[] layerSince = new int[8];
    private int[] layerLeft = new int[8];
    private boolean isInRow;
    private int lastUntil;
    private int firstOpen;
    private int hint;

    int size() {
        return size;
    }

    int term(int cover) {
        return firstTerm + cover;
    }

    /** The first day that is covered: that of the term, or of the gap before it where the plan covers that. */
    int from(int cover) {
        return isBare ? terms.from(firstTerm + cover) : from[cover];
    }

    /** The day after the last that is covered. */
    int until(int cover) {
        return isBare ? terms.until(firstTerm + cover) : until[cover];
    }

    /** The units of cover that are not void. */
    int units(int cover) {
        return units[cover];
    }

    /** The version that governs by the start of the cover alone, by its place. */
    int pinned(int cover) {
        return pinned[cover];
    }

    boolean contains(int cover, int day) {
        return from(cover) <= day && day < until(cover);
    }

    /** Whether every cover begins where or after the one before it ends, so that no day lies in two. */
    boolean isInRow() {
        return isInRow;
    }

    int layersFrom(int cover) {
        return cover == 0 ? 0 : layersEnd[cover - 1];
    }

    int layersTo(int cover) {
        return layersEnd[cover];
    }

    int layerUnits(int layer) {
        return layerUnits[layer];
    }

    /** The first day on which the units are covered. */
    int layerFrom(int layer) {
        return layerFrom[layer];
    }

    /** The day from which the units wait, {@link Day#NONE} when they do not wait. */
    int layerSince(int layer) {
        return layerSince[layer];
    }

    /** Finds the covers of the member under the plan, whose terms are those from {@code first} until {@code end}. */
    void find(FactColumns facts, int member, PlanRules plan, int first, int end) {
        terms = facts.terms();
        firstTerm = first;
        isBare = false;
        size = 0;
        layers = 0;
        isInRow = true;
        lastUntil = Day.NONE;
        firstOpen = 0;
        hint = 0;
        for (int next = first; next < end; next++) {
            add(facts, member, plan, next);
        }
    }

    /**
     * Takes the terms from {@code first} on as covers, without their layers: enough for whoever knows already what each
     * cover must answer for, under plans that cover no gaps.
     */
    void takeBare(FactColumns facts, int first) {
        terms = facts.terms();
        firstTerm = first;
        isBare = true;
    }

    private void add(FactColumns facts, int member, PlanRules plan, int next) {
        int start = terms.from(next);
        grow();
        pinned[size] = plan.governing(start, start);
        VersionRules version = pinned[size] < 0 ? null : plan.versions().get(pinned[size]);
        WaitingRules waiting = version == null ? null : version.waiting();
        until[size] = terms.until(next);
        units[size] = valid(next, version);
        from[size] = waiting != null && waiting.gapCovered() ? afterGap(start, waiting.gapDaysMax()) : start;
        close(start, plan.gapDaysMax());
        int firstLayer = layers;
        int left = waiting == null ? units[size] : takeOver(start, waiting.gapDaysMax());
        if (left > 0) {
            boolean waits = waiting == null || layers == firstLayer || waiting.extraUnitsWait();
            addLayer(left, start, waits ? start : layerSince[firstLayer]);
        }
        if (waiting != null && waiting.isWaivable() && holdsAnother(facts, member, next, waiting)) {
            Arrays.fill(layerSince, firstLayer, layers, Day.NONE);
        }
        layersEnd[size] = layers;
        isInRow &= size == 0 || from[size] >= until[size - 1];
        lastUntil = Math.max(lastUntil, until[size]);
        size++;
    }

    /** The first cover that holds the day, or the number of covers. */
    int first(int day) {
        // Days mostly ascend: in a row of covers, look on from where the last day was.
        int from = isInRow && hint < size && this.from[hint] <= day ? hint : 0;
        int found = next(from, day);
        hint = found;
        return found;
    }

    /** The next cover after the given one that holds the day, or the number of covers. */
    int after(int cover, int day) {
        return isInRow ? size : next(cover + 1, day);
    }

    private int next(int cover, int day) {
        int at = cover;
        while (at < size && !contains(at, day)) {
            at++;
        }
        return at;
    }

    /** The units of the term that are not void: no more than the plan allows one person at a time. */
    private int valid(int next, @Nullable VersionRules version) {
        long held = 0;
        for (int cover = terms.from(next) < lastUntil ? 0 : size; cover < size; cover++) {
            if (terms.from(term(cover)) < terms.until(next) && terms.from(next) < terms.until(term(cover))) {
                held += units[cover];
            }
        }
        long max = version == null ? Integer.MAX_VALUE : version.unitsMax();
        return Math.clamp(max - held, 0, terms.units(next));
    }

    /** Whether a renewal that starts on the day continues units of the cover. */
    private boolean continues(int cover, int start, int gapDaysMax) {
        int end = terms.until(term(cover));
        return end <= start && start - end <= gapDaysMax;
    }

    private int afterGap(int start, int gapDaysMax) {
        int gapFrom = Day.NONE;
        for (int layer = firstOpen; layer < layers; layer++) {
            int cover = layerCover[layer];
            if (layerLeft[layer] > 0 && continues(cover, start, gapDaysMax)) {
                gapFrom = Math.max(gapFrom, terms.until(term(cover)));
            }
        }
        return gapFrom == Day.NONE ? start : gapFrom;
    }

    /** Takes units that the renewal continues, longest first, each once; answers with the units that are left. */
    private int takeOver(int start, int gapDaysMax) {
        int left = units[size];
        int end = layers;
        int longest = longest(start, gapDaysMax, end);
        while (left > 0 && longest >= 0) {
            int kept = Math.min(left, layerLeft[longest]);
            left -= kept;
            layerLeft[longest] -= kept;
            addLayer(kept, from[size], layerSince[longest]);
            longest = longest(start, gapDaysMax, end);
        }
        return left;
    }

    /** Passes over the first layers that no renewal can continue any more, since starts ascend. */
    private void close(int start, int gapDaysMax) {
        while (firstOpen < layers
                && (layerLeft[firstOpen] == 0
                        || (long) start - terms.until(term(layerCover[firstOpen])) > gapDaysMax)) {
            firstOpen++;
        }
    }

    private int longest(int start, int gapDaysMax, int end) {
        int longest = -1;
        for (int layer = firstOpen; layer < end; layer++) {
            if (layerLeft[layer] > 0
                    && continues(layerCover[layer], start, gapDaysMax)
                    && (longest < 0 || layerSince[layer] < layerSince[longest])) {
                longest = layer;
            }
        }
        return longest;
    }

    private static boolean holdsAnother(FactColumns facts, int member, int next, WaitingRules waiting) {
        Terms terms = facts.terms();
        int start = terms.from(next);
        for (int other = facts.termsFrom(member); other < facts.termsTo(member); other++) {
            if (terms.plan(other) != terms.plan(next)
                    && terms.from(other) < start
                    && terms.until(other) >= start
                    && !waiting.plansNotCounted().contains(terms.plan(other))) {
                return true;
            }
        }
        return false;
    }

    private void addLayer(int count, int first, int since) {
        if (layers == layerUnits.length) {
            layerCover = Arrays.copyOf(layerCover, layers * 2);
            layerUnits = Arrays.copyOf(layerUnits, layers * 2);
            layerFrom = Arrays.copyOf(layerFrom, layers * 2);
            layerSince = Arrays.copyOf(layerSince, layers * 2);
            layerLeft = Arrays.copyOf(layerLeft, layers * 2);
        }
        layerCover[layers] = size;
        layerUnits[layers] = count;
        layerFrom[layers] = first;
        layerSince[layers] = since;
        layerLeft[layers] = count;
        layers++;
    }

    private void grow() {
        if (size == from.length) {
            Require.that(size * 2 <= COVERS_MAX, "A member holds more than %d terms of one plan", COVERS_MAX);
            from = Arrays.copyOf(from, size * 2);
            until = Arrays.copyOf(until, size * 2);
            units = Arrays.copyOf(units, size * 2);
            pinned = Arrays.copyOf(pinned, size * 2);
            layersEnd = Arrays.copyOf(layersEnd, size * 2);
        }
    }
}
