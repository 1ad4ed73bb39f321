package org.huzhu.portal.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.routing.Routing;
import org.huzhu.claims.routing.Routing.Fast;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Typed;
import org.huzhu.portal.sheet.Sheet.Choice;

/**
 * The form of a rule by which claims go.
 *
 * @param plans that the machine may be let approve under
 */
public record RoutingForm(Typed typed, List<String> plans) {

    private static final String FROM = "from";
    private static final String OWN = "own";
    private static final String PAPER = "paper";
    private static final String SECOND = "second";
    private static final String LIMIT = "limit";
    private static final String PLAN = "plan";
    private static final String PERMILLE = "permille";
    private static final int ALL = 1000;

    /** The office has its say on every claim. */
    private static final ReviewStep ALWAYS = ReviewStep.OFFICE;

    /** With what holds so far. */
    static RoutingForm of(Routing routing, LocalDate from, List<String> plans) {
        Map<String, List<String>> words = new HashMap<>();
        words.put(FROM, List.of(from.toString()));
        words.put(OWN, names(routing.own()));
        words.put(PAPER, names(routing.paper()));
        words.put(SECOND, List.of(plain(routing.secondFrom())));
        routing.fast().ifPresent(fast -> {
            words.put(LIMIT, List.of(plain(fast.limit())));
            words.put(PLAN, fast.plans());
            words.put(PERMILLE, List.of(String.valueOf(fast.samplePermille())));
        });
        return new RoutingForm(new Typed(words), plans);
    }

    private static List<String> names(List<ReviewStep> steps) {
        return steps.stream().map(Enum::name).toList();
    }

    private static String plain(Money money) {
        return "%d.%02d".formatted(money.fen() / 100, money.fen() % 100);
    }

    /** The steps that can be left out of what members file themselves. */
    public List<Choice> own() {
        return Choice.of(ReviewStep.AGENCY, ReviewStep.AGENCY_REVIEW, ReviewStep.OFFICE_SECOND);
    }

    /** The same of what comes on paper. */
    public List<Choice> paper() {
        return Choice.of(ReviewStep.POINT, ReviewStep.AGENCY, ReviewStep.AGENCY_REVIEW, ReviewStep.OFFICE_SECOND);
    }

    /** The rule; empty where something is wrong with it, which the form then says. */
    Optional<Routing> read() {
        Optional<LocalDate> from = typed.wanted(FROM, LocalDate::parse, "typed.day");
        List<ReviewStep> own = steps(OWN);
        List<ReviewStep> paper = steps(PAPER);
        Optional<Money> second = typed.wanted(SECOND, RoutingForm::sum, "routing.sum.wrong");
        Optional<Fast> fast = fast();
        return typed.isSound()
                ? Optional.of(new Routing(from.orElseThrow(), own, paper, second.orElseThrow(), fast))
                : Optional.empty();
    }

    private List<ReviewStep> steps(String field) {
        List<ReviewStep> steps = new ArrayList<>(List.of(ALWAYS));
        try {
            typed.all(field).forEach(name -> steps.add(ReviewStep.valueOf(name)));
        } catch (IllegalArgumentException e) {
            typed.refuse(field, "typed.choose");
        }
        return steps;
    }

    private Optional<Fast> fast() {
        if (typed.at(LIMIT).isEmpty()) {
            return Optional.empty();
        }
        Optional<Money> limit = typed.maybe(LIMIT, RoutingForm::sum, "routing.sum.wrong");
        Optional<Integer> permille = typed.wanted(PERMILLE, RoutingForm::permille, "routing.permille.wrong");
        List<String> chosen = typed.all(PLAN);
        if (chosen.isEmpty() || !plans.containsAll(chosen)) {
            typed.refuse(PLAN, "routing.plans.missing");
        }
        return limit.flatMap(most -> permille.map(share -> new Fast(most, chosen, share)));
    }

    private static Money sum(String yuan) {
        Money sum = Money.parseYuan(yuan.replace(",", ""));
        if (!sum.isPositive()) {
            throw new IllegalArgumentException("Not above zero");
        }
        return sum;
    }

    private static int permille(String text) {
        int share = Integer.parseInt(text);
        if (share < 1 || share > ALL) {
            throw new IllegalArgumentException("Not from 1 to 1000");
        }
        return share;
    }
}
