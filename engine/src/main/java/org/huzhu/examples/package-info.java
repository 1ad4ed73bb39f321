/** Worked examples (算例), worked out again by the judge: {@link org.huzhu.examples.Examples}. */
@NullMarked
package org.huzhu.examples;

import org.jspecify.annotations.NullMarked;
