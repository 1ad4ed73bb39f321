package org.huzhu.claims.recovery;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * What a decision found to have been paid too much by a fund.
 *
 * @param decision which decision of the claim, from 1
 * @param recipient the place of the one who was paid in the member's place; 0 for the member
 * @param path where the claim stands
 * @param sum above zero
 */
public record TooMuch(
        UUID claim, int decision, int recipient, UUID member, String path, UUID fund, Money sum, LocalDate day) {}
