package org.huzhu.claims.routing;

import org.huzhu.claims.ReviewStep;

/**
 * Where a claim goes next.
 *
 * @param path of the organisation whose turn it is
 */
public record Turn(ReviewStep step, String path) {}
