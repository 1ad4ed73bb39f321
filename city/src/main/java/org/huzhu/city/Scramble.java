package org.huzhu.city;

import org.huzhu.kernel.Require;

/**
 * Numbers that look unordered and never repeat: an affine map of the numbers below {@code modulus} onto themselves.
 *
 * @param modulus how many numbers there are
 */
record Scramble(long modulus) {

    /** Near 2^32 times the lesser part of the golden section; it shares no divisor with any modulus used here. */
    private static final long FACTOR = 1_640_531_527L;

    private static final long OFFSET = 97_654_321L;

    /** The number at this place; no other place below the modulus has it. */
    long at(long place) {
        Require.that(place >= 0 && place < modulus, "Only %d numbers can be told apart, not number %d", modulus, place);
        return Math.addExact(Math.multiplyExact(place, FACTOR), OFFSET) % modulus;
    }
}
