package org.huzhu.command;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.adjudication.YearlyShareRule;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.quarter.QuarterRule;

/** Where the rule of a year's secondary reimbursement comes from. */
@FunctionalInterface
interface QuarterRules {

    /** The rule that holds for the whole calendar year; empty if none does. */
    Optional<QuarterRule> of(int year);

    /** The two versions of 暖·互助 (2012, and 2014 with the maximum raised), for as long as no plan files are read. */
    static QuarterRules builtIn() {
        List<QuarterRule> rules = List.of(
                rule("2012", LocalDate.of(2012, 1, 1), LocalDate.of(2014, 1, 1), "100653.00"),
                rule("2014", LocalDate.of(2014, 1, 1), LocalDate.of(9999, 1, 1), "200653.00"));
        return year -> rules.stream().filter(rule -> rule.appliesTo(year)).findFirst();
    }

    private static QuarterRule rule(String version, LocalDate from, LocalDate to, String maximum) {
        YearlyShareRule share = new YearlyShareRule(
                Money.ofYuan(1_800).fen(),
                Money.ofYuan(1_300).fen(),
                Money.ofYuan(650).fen(),
                Rate.parse("20%"),
                RoundingMode.HALF_UP,
                Money.parseYuan(maximum).fen());
        return new QuarterRule("暖·互助", version, from, to, share);
    }
}
