package org.huzhu.enrolment;

import java.util.UUID;

/**
 * News, within the transaction that takes a confirmed batch back. Whoever keeps something that depends on the batch,
 * such as money that came for it, refuses with {@link EnrolmentRefused}, and nothing is taken back.
 */
public record BatchTakenBack(UUID batch) {}
