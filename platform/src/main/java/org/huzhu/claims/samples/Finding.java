package org.huzhu.claims.samples;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.claims.ReviewStep;

/**
 * What a second look has found.
 *
 * @param number of the claim
 * @param owner who mends it
 * @param until the day by which it is mended
 * @param done what was done; empty until somebody has said so
 * @param answeredBy the id of his account
 */
public record Finding(
        UUID id,
        UUID claim,
        String number,
        String found,
        ReviewStep owner,
        LocalDate until,
        Optional<String> done,
        Optional<String> answeredBy) {

    /** What was found, to be written down. */
    public record Found(String words, ReviewStep owner, LocalDate until) {}
}
