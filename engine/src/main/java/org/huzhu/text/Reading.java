package org.huzhu.text;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.huzhu.plan.Library;
import org.huzhu.plan.Source;
import org.huzhu.plan.TermLength;
import org.jspecify.annotations.Nullable;

/** The reading of one file: what is known while it goes on, and what was found wrong. */
final class Reading {

    private final Problems problems;
    private final Names names;
    private final Library library;
    private final Deque<Citation> citations = new ArrayDeque<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Set<String> sourceNames = new LinkedHashSet<>();
    private final IdentityHashMap<Node, String> eventIds = new IdentityHashMap<>();
    private final Set<String> eventNames = new LinkedHashSet<>();
    private @Nullable String plan;
    private Names.OfPlan own = Names.OfPlan.NONE;
    private @Nullable TermLength termLength;

    Reading(Problems problems, Names names, Library library) {
        this.problems = problems;
        this.names = names;
        this.library = library;
        citations.push(new Citation(false));
    }

    Problems problems() {
        return problems;
    }

    Names names() {
        return names;
    }

    Library library() {
        return library;
    }

    /** The short name of the plan that the place belongs to; null outside of plans. */
    @Nullable String plan() {
        return plan;
    }

    /** What may be named of the plan that the place belongs to. */
    Names.OfPlan own() {
        return own;
    }

    /** Makes the plan the one that names are looked up in, until told otherwise. */
    void within(@Nullable String name, Names.OfPlan its) {
        plan = name;
        own = its;
    }

    /** Reads a part that belongs to another plan. */
    <T> T within(String name, Supplier<T> part) {
        String planBefore = plan;
        Names.OfPlan ownBefore = own;
        within(name, namesOf(name));
        try {
            return part.get();
        } finally {
            within(planBefore, ownBefore);
        }
    }

    /** What may be named of a plan: of the own one as this file has it, of others all versions together. */
    Names.OfPlan namesOf(String name) {
        return name.equals(plan) ? own : names.plan(name);
    }

    @Nullable TermLength termLength() {
        return termLength;
    }

    void termLength(TermLength length) {
        termLength = length;
    }

    Map<String, Source> sources() {
        return sources;
    }

    Set<String> sourceNames() {
        return sourceNames;
    }

    /** Forgets the events of the example before. */
    void forgetEvents() {
        eventNames.clear();
    }

    /** Gives the event at the place its name; false when another event of the example bears it. */
    boolean nameEvent(Node event, String name) {
        eventIds.put(event, name);
        return eventNames.add(name);
    }

    /** The name of the event at the place. */
    String eventName(Node event) {
        return Objects.requireNonNull(eventIds.get(event));
    }

    /** The events of the example that is being read, in the order of the file. */
    Set<String> eventNames() {
        return eventNames;
    }

    /** What backs the figures at the place. */
    Citation citation() {
        return citations.getFirst();
    }

    /** Reads a part whose figures have the given backing. */
    <T> T citing(Citation citation, Supplier<T> part) {
        citations.push(citation);
        try {
            return part.get();
        } finally {
            citations.pop();
        }
    }

    /** Notes that a measured figure stands at the place; it must be backed. */
    void figure(Node node, String text) {
        if (!citation().backs()) {
            problems.add(
                    node.line(),
                    text,
                    "“" + text + "”没有依据；请在所在的一项里写“依据”（可写：" + Problems.listed(sourceNames) + "）或“示意: 是”");
        }
    }

    /** Checks that the words are among those allowed; null after a problem. */
    @Nullable String refer(Node node, String word, String what, Collection<String> allowed) {
        if (allowed.contains(word)) {
            return word;
        }
        problems.addUnknown(node.line(), word, "不是已有的" + what, allowed);
        return null;
    }

    /** What the maker makes; null after its refusal was recorded at the place. */
    <T> @Nullable T trying(Node node, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (Refusal e) {
            problems.add(e.line, "", e.words);
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(node.line(), "", "这一项自相矛盾：" + e.getMessage());
        }
        return null;
    }

    /** A rule between the parts of an entry is broken. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final String words;

        Refusal(int line, String words) {
            super(words, null, false, false);
            this.line = line;
            this.words = words;
        }
    }

    /** The sources that back the figures of a part, its own and those of the parts below it. */
    static final class Citation {

        private final boolean backs;
        private final Set<Source> from = new LinkedHashSet<>();
        private boolean illustrative;

        Citation(boolean backs) {
            this.backs = backs;
        }

        boolean backs() {
            return backs;
        }

        List<Source> from() {
            return List.copyOf(from);
        }

        boolean illustrative() {
            return illustrative;
        }

        void add(Collection<Source> more, boolean alsoIllustrative) {
            from.addAll(more);
            illustrative |= alsoIllustrative;
        }
    }
}
