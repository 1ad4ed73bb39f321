/** Measures Huzhu beside what a user would take instead; never part of what is shipped. */
@NullMarked
package org.huzhu.bench;

import org.jspecify.annotations.NullMarked;
