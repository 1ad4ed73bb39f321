/** Quarters of the demonstration. */
@NullMarked
package org.huzhu.operations.quarters;

import org.jspecify.annotations.NullMarked;
