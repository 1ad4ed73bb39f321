package org.huzhu.quarters.overpaid;

import org.huzhu.kernel.Money;

/**
 * Somebody who was paid too much in a year that has no later quarter to make it good.
 *
 * @param number his identity number, masked
 * @param cardEnd the last digits of the card that it went to
 * @param sum all that is too much of the year, above zero
 * @param said why he is not entitled; empty where what he is entitled to has become less
 */
public record Overpaid(String agency, String name, String number, String cardEnd, Money sum, String said) {}
