package org.huzhu.notices;

import java.time.Instant;
import java.util.Optional;

/**
 * What a member was told.
 *
 * @param link where it leads on his phone
 * @param isRead whether he has seen it on his own pages
 */
public record Told(Instant at, String text, Optional<String> link, boolean isRead) {}
