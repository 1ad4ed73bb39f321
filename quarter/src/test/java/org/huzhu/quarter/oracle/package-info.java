/**
 * A second settling of the quarter, written from the requirement alone and sharing no line with the first.
 *
 * <p>It is slow and plain on purpose: texts, maps and {@link java.math.BigDecimal}. Where both give the same texts on a
 * thousand awkward little societies, a mistake would have to be made twice in the same way.
 */
@NullMarked
package org.huzhu.quarter.oracle;

import org.jspecify.annotations.NullMarked;
