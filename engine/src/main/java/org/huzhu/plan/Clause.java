package org.huzhu.plan;

/**
 * One clause of a plan: its wording, and what it promises as data.
 *
 * @param number as printed in the plan document, such as {@code 第六条第一款}
 * @param title the name of the benefit, such as {@code 住院补助互助金}
 * @param wording the text of the clause, word for word
 * @param insured whose event the clause pays for; the money always goes to the member or his heirs
 * @param eventDay which day of the event counts for cover, waiting and version
 */
public record Clause(
        String number,
        String title,
        String wording,
        Insured insured,
        EventDay eventDay,
        Benefit benefit,
        Basis basis) {}
