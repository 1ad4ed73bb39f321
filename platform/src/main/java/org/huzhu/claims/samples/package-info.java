/**
 * The third line of defence: what was decided is drawn for a second look, by chance that can be drawn again, by sum or
 * by how far agencies vary; each claim drawn has an outcome, and what is found is followed until another closes it.
 */
@NullMarked
@NamedInterface("samples")
package org.huzhu.claims.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
