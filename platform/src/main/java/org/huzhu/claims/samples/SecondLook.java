package org.huzhu.claims.samples;

import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * A claim that was drawn and is looked at once more.
 *
 * @param number of the claim
 * @param why the name of the reason: CHANCE, LARGE, BY_SUM, STRATUM, or MACHINE for what the machine approved
 * @param due what was approved
 */
public record SecondLook(UUID id, UUID claim, String number, String why, Money due) {}
