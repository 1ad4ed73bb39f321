package org.huzhu.claims.promptness;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.claims.ReviewStep;

/**
 * A claim of which somebody was told that it is due.
 *
 * @param step that has it
 * @param isPast whether its day was over when he was told: then it is the next tier that is told
 */
public record Reminder(UUID claim, String number, ReviewStep step, LocalDate due, boolean isPast) {}
