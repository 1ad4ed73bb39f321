/**
 * What makes people look twice at a claim, and what was checked before and while it was decided. It orders the work,
 * says why in figures, and decides nothing.
 */
@NullMarked
@NamedInterface("watch")
package org.huzhu.claims.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
