package org.huzhu.enrolment;

import java.util.UUID;

/**
 * News, within the transaction that confirms a batch: its covers are agreed, and wait for the contribution. Whoever
 * bills asks {@link Dues} what is due.
 */
public record BatchConfirmed(UUID batch) {}
