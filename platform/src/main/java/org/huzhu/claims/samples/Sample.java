package org.huzhu.claims.samples;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.kernel.DateSpan;

/**
 * A sample that was drawn.
 *
 * @param days on which its claims were approved
 * @param population of so many claims
 * @param looks so many were drawn
 * @param checked so many of them have an outcome
 */
public record Sample(
        UUID id, Way way, long seed, DateSpan days, int population, LocalDate drawnOn, int looks, int checked) {}
