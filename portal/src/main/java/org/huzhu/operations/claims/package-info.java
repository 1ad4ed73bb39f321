/** Claims of a demonstration: four that were reported on, and everyday ones on each step of the way. */
@NullMarked
package org.huzhu.operations.claims;

import org.jspecify.annotations.NullMarked;
