package org.huzhu.claims.recovery;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * What a decision found to have been paid too much by a fund.
 *
 * @param decision which decision of the claim, from 1
 * @param path where the claim stands
 * @param sum above zero
 */
public record TooMuch(UUID claim, int decision, UUID member, String path, UUID fund, Money sum, LocalDate day) {}
