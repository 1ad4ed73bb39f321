package org.huzhu.quarter.oracle;

import java.math.BigDecimal;

/**
 * The numbers of the plan 暖·互助, in yuan.
 *
 * @param outpatientFrom the part of the year's outpatient self-pay above this counts
 * @param firstStayFrom the part of the first stay's self-pay above this counts
 * @param laterStayFrom the same for every later stay of the year
 * @param rate the share of what counts
 * @param yearlyMost what a person can be entitled to in a year
 */
record Rule(
        BigDecimal outpatientFrom,
        BigDecimal firstStayFrom,
        BigDecimal laterStayFrom,
        BigDecimal rate,
        BigDecimal yearlyMost) {

    static final Rule OF_2014 = of("200653.00");
    static final Rule OF_2012 = of("100653.00");

    private static Rule of(String yearlyMost) {
        return new Rule(
                new BigDecimal("1800"),
                new BigDecimal("1300"),
                new BigDecimal("650"),
                new BigDecimal("0.20"),
                new BigDecimal(yearlyMost));
    }
}
