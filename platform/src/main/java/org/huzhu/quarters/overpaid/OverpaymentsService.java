package org.huzhu.quarters.overpaid;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.Deed;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterTools;
import org.huzhu.quarters.overpaid.JdbcOverpaid.Last;
import org.huzhu.quarters.overpaid.JdbcOverpaid.Listed;
import org.huzhu.quarters.working.YearlyRules;
import org.springframework.stereotype.Service;

@Service
class OverpaymentsService implements Overpayments {

    /** So many lines of a list are in memory at a time. */
    private static final int AT_ONCE = 10_000;

    private final JdbcOverpaid overpaid;
    private final YearlyRules rules;
    private final QuarterTools tools;

    OverpaymentsService(JdbcOverpaid overpaid, YearlyRules rules, QuarterTools tools) {
        this.overpaid = overpaid;
        this.rules = rules;
        this.tools = tools;
    }

    @Override
    public Total total(Caller caller, UUID run) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> overpaid.last(run).map(this::with).map(overpaid::total))
                .orElse(Total.NONE);
    }

    /** Who is not entitled by a plan whose files another is settled by is not by that one either. */
    private Last with(Last last) {
        Stream<String> source = rules.drawsOn(last.quarter()).map(Quarter::plan).stream();
        return last.checkedFor(Stream.concat(source, Stream.of(last.quarter().plan()))
                .distinct()
                .toList());
    }

    @Override
    public List<Overpaid> largest(Caller caller, UUID run, int max) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> overpaid.last(run)
                .map(this::with)
                .map(last -> overpaid.largest(last, max))
                .orElseGet(List::of));
    }

    /** In transactions of its own: whoever takes the list slowly holds no connection. */
    @Override
    public void list(Caller caller, UUID run, Consumer<Overpaid> taker) {
        Optional<Last> found = tools.whole(() -> {
            String path = tools.require(caller, Operation.QUARTER_VIEW);
            tools.trail()
                    .record(Deed.done(Operation.QUARTER_VIEW.title(), "quarter", run.toString())
                            .because("overpaid")
                            .at(path));
            return overpaid.last(run).map(this::with);
        });
        found.ifPresent(last -> list(last, taker));
    }

    private void list(Last last, Consumer<Overpaid> taker) {
        List<Listed> some = after(last, Optional.empty());
        some.forEach(each -> taker.accept(each.overpaid()));
        while (some.size() == AT_ONCE) {
            some = after(last, Optional.of(some.getLast()));
            some.forEach(each -> taker.accept(each.overpaid()));
        }
    }

    private List<Listed> after(Last last, Optional<Listed> before) {
        return tools.whole(() -> overpaid.after(last, before, AT_ONCE));
    }
}
