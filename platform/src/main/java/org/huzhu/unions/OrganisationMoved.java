package org.huzhu.unions;

import java.time.LocalDate;
import java.util.UUID;

/**
 * News, within the transaction of the move: every path that is {@code from} or begins with it now begins with
 * {@code to}. Whoever keeps a path follows.
 *
 * @param on from which day it stands there
 */
public record OrganisationMoved(UUID organisation, String from, String to, LocalDate on) {}
