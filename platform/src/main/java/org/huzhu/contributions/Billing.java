package org.huzhu.contributions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.contributions.Split.By;
import org.huzhu.contributions.Subsidies.Pledge;
import org.huzhu.enrolment.BatchNews;
import org.huzhu.enrolment.Dues;
import org.huzhu.enrolment.Dues.Due;
import org.huzhu.enrolment.Dues.Line;
import org.huzhu.enrolment.Dues.PlanDue;
import org.huzhu.enrolment.EnrolmentRefused;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.plan.Enrolment.Funding;
import org.huzhu.plan.Enrolment.Payer;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bills a batch within the transaction that confirms it: first what subsidies pay, then what the others pay, one bill
 * for each payer and fund. What costs nothing is paid at once.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Billing {

    private static final String KIND = "batch";

    private final Dues dues;
    private final Subsidies subsidies;
    private final Splits splits;
    private final Bills bills;
    private final Completion completion;
    private final Desk desk;

    Billing(@Lazy Dues dues, Subsidies subsidies, Splits splits, Bills bills, Completion completion, Desk desk) {
        this.dues = dues;
        this.subsidies = subsidies;
        this.splits = splits;
        this.bills = bills;
        this.completion = completion;
        this.desk = desk;
    }

    @EventListener
    void on(BatchNews.Confirmed news) {
        Due due = dues.of(news.batch());
        List<Line> lines = new ArrayList<>();
        dues.each(due.batch(), lines::add);
        requireAgreement(due, lines);
        bills.begin(due);
        Map<Owing, Map<String, Money>> owed = owed(due, lines);
        bills.write(due, owed);
        desk.done("contribution.bill", KIND, due.batch(), due.path(), Optional.of(due.number()));
        if (owed.isEmpty()) {
            completion.free(due.batch());
        }
    }

    /** The list of names and the sum must agree to the fen. */
    private static void requireAgreement(Due due, List<Line> lines) {
        Map<String, Money> sums = new HashMap<>();
        lines.forEach(line -> sums.merge(line.plan(), line.contribution(), Money::plus));
        for (PlanDue plan : due.plans()) {
            if (!plan.sum().equals(sums.getOrDefault(plan.plan(), Money.ZERO))) {
                throw new IllegalStateException(
                        "The covers of batch %s do not sum to what is due".formatted(due.batch()));
            }
        }
    }

    /** Who owes how much into the fund of a kind. */
    record Owing(By by, Optional<String> name, Fund.Kind fund) {}

    private Map<Owing, Map<String, Money>> owed(Due due, List<Line> lines) {
        Map<Owing, Map<String, Money>> owed = new LinkedHashMap<>();
        Map<String, Money> left = new HashMap<>();
        Map<String, Fund.Kind> funds = new HashMap<>();
        due.plans().forEach(plan -> {
            left.put(plan.plan(), plan.sum());
            funds.put(plan.plan(), fund(plan.funding()));
        });
        for (Pledge pledge : subsidies.use(due, lines)) {
            By by = By.other(Payer.SPONSOR, pledge.organisation());
            pledge.plans().forEach((plan, money) -> {
                left.merge(plan, money, Money::minus);
                add(owed, new Owing(by, Optional.of(pledge.sponsor()), kind(funds, plan)), plan, money);
            });
        }
        for (PlanDue plan : due.plans()) {
            Split split = splits.of(due.unit(), plan.plan(), due.startsOn());
            List<Money> parts = split.divide(left.getOrDefault(plan.plan(), Money.ZERO), plan.heads());
            for (int i = 0; i < parts.size(); i++) {
                By by = split.shares().get(i).by();
                add(owed, new Owing(by, by.sponsor(), kind(funds, plan.plan())), plan.plan(), parts.get(i));
            }
        }
        return owed;
    }

    private static Fund.Kind kind(Map<String, Fund.Kind> funds, String plan) {
        return Optional.ofNullable(funds.get(plan)).orElseThrow();
    }

    private static void add(Map<Owing, Map<String, Money>> owed, Owing owing, String plan, Money money) {
        if (money.isPositive()) {
            owed.computeIfAbsent(owing, _ -> new LinkedHashMap<>()).merge(plan, money, Money::plus);
        }
    }

    private static Fund.Kind fund(Funding funding) {
        return switch (funding) {
            case CONTRIBUTION -> Fund.Kind.CONTRIBUTION;
            case PUBLIC_BENEFIT -> Fund.Kind.PUBLIC;
            case GIFT -> Fund.Kind.SPONSORED;
        };
    }

    /** Takes the bills back and gives budgets back; not once money has come for them. */
    @EventListener
    void on(BatchNews.TakenBack news) {
        if (!bills.takeBack(news.batch())) {
            throw new EnrolmentRefused(EnrolmentRefused.Reason.DEPENDED_ON);
        }
        subsidies.giveBack(news.batch());
    }
}
