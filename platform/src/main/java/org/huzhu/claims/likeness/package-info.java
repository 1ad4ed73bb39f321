/** What claims have in common that people should look at: hints, by which nothing is decided. */
@NullMarked
@NamedInterface("likeness")
package org.huzhu.claims.likeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
