package org.huzhu.claims.samples;

import java.time.LocalDate;
import java.util.List;
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
 * @param sentBack what was answered before and was not enough, the first first
 */
public record Finding(
        UUID id,
        UUID claim,
        String number,
        String found,
        ReviewStep owner,
        LocalDate until,
        Optional<String> done,
        Optional<String> answeredBy,
        List<SentBack> sentBack) {

    /** An answer that was not enough, and why. */
    public record SentBack(String done, String why) {}

    /** What was found, to be written down. */
    public record Found(String words, ReviewStep owner, LocalDate until) {}
}
