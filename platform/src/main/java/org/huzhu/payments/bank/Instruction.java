package org.huzhu.payments.bank;

import org.huzhu.kernel.Money;

/**
 * One order of a file.
 *
 * @param line where it stands, from 1
 * @param reference by which the bank tells what became of it: at most 35 letters and digits
 * @param card all its digits
 */
public record Instruction(int line, String reference, String name, String card, Money sum) {

    /** Shows no name and no card. */
    @Override
    public String toString() {
        return "Instruction[" + line + " " + reference + "]";
    }
}
