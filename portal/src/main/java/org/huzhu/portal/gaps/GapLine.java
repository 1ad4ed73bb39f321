package org.huzhu.portal.gaps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.huzhu.enrolment.gaps.Gaps.Fit;
import org.huzhu.enrolment.gaps.Gaps.Gap;
import org.huzhu.enrolment.gaps.Gaps.Held;
import org.huzhu.enrolment.gaps.Gaps.State;
import org.huzhu.enrolment.gaps.Gaps.Why;
import org.huzhu.portal.Texts;

/** A unit of the list, in words. */
public record GapLine(Gap gap) {

    private static final int NAMED = 3;

    public String state() {
        return Texts.say("gaps.state." + gap.state());
    }

    public boolean isBad() {
        return gap.state() == State.BLANK || gap.state() == State.WEAK;
    }

    /** A number of people; a word where none is registered. */
    public static String people(OptionalInt number) {
        return number.isPresent() ? Texts.count(number.getAsInt()) : Texts.say("gaps.unregistered");
    }

    public String share() {
        return gap.share().isPresent() ? percent(gap.share().getAsInt()) : Texts.say("gaps.unknown");
    }

    static String percent(long hundredths) {
        return "%.1f%%".formatted(hundredths / 100.0);
    }

    /** The width of the bar, of a hundred. */
    public String bar() {
        return width(gap.share());
    }

    /** The width once the cover that was agreed has begun. */
    public String barAhead() {
        return width(gap.shareAhead());
    }

    private static String width(OptionalInt share) {
        return String.valueOf(share.orElse(0) / 100);
    }

    /** How many by each plan. */
    public String plans() {
        return gap.plans().stream().map(GapLine::held).collect(Collectors.joining(Texts.say("gaps.and")));
    }

    private static String held(Held held) {
        String heads = "%s %s".formatted(held.plan(), Texts.count(held.heads()));
        return held.ahead() == 0 ? heads : heads + Texts.say("gaps.ahead.of", Texts.count(held.ahead()));
    }

    /** What ends soon; empty text where nothing does. */
    public String due() {
        return gap.dueFrom()
                .map(day -> Texts.say("gaps.due.line", Texts.count(gap.due()), day.minusDays(1)))
                .orElse("");
    }

    /** What would fit: each of the particular ones with its reason, the others together. */
    public List<String> fits() {
        List<String> fits = new ArrayList<>();
        gap.fits().stream()
                .filter(fit -> fit.why() != Why.STAFF)
                .sorted(Comparator.comparing(Fit::why))
                .forEach(fit -> fits.add(Texts.say("gaps.fit." + fit.why(), fit.plan(), Texts.count(fit.heads()))));
        List<String> others = gap.fits().stream()
                .filter(fit -> fit.why() == Why.STAFF)
                .map(Fit::plan)
                .toList();
        if (!others.isEmpty()) {
            String named = others.stream().limit(NAMED).collect(Collectors.joining(Texts.say("gaps.and")));
            fits.add(
                    others.size() > NAMED
                            ? Texts.say("gaps.fit.more", named, others.size())
                            : Texts.say("gaps.fit.few", named));
        }
        return fits;
    }

    /** What a spreadsheet has of it, in the order of {@code gaps.columns}. */
    List<String> cells() {
        return List.of(
                gap.name(),
                state(),
                people(gap.staff()),
                people(gap.women()),
                people(gap.base()),
                String.valueOf(gap.persons()),
                String.valueOf(gap.times()),
                String.valueOf(gap.ahead()),
                share(),
                String.valueOf(gap.due()),
                gap.dueFrom().map(day -> day.minusDays(1).toString()).orElse(""),
                plans(),
                gap.fits().stream().map(Fit::plan).collect(Collectors.joining(Texts.say("gaps.and"))));
    }
}
