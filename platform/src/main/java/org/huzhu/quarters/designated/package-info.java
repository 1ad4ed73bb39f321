/** Who is designated a worker in hardship or a model worker, and from when to when; what a quarter has of them. */
@NullMarked
@NamedInterface("designated")
package org.huzhu.quarters.designated;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
