/**
 * Synthetic societies: card holders, their illnesses, and the feeds that would report them. No real person is in here.
 *
 * <p>A city is made for trying a quarter of secondary reimbursement (二次报销) at any size: a register of card holders and
 * the four quarterly feeds of one year, with the flaws that real feeds have, each of them counted. Everything follows
 * from a seed: the same order gives the same bytes on any machine, in any locale, with any number of threads.
 *
 * <p>Start with {@link org.huzhu.city.City}.
 */
@NullMarked
package org.huzhu.city;

import org.jspecify.annotations.NullMarked;
