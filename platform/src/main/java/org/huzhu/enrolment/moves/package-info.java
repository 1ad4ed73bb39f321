/** How batches follow units that move. */
@NullMarked
package org.huzhu.enrolment.moves;

import org.jspecify.annotations.NullMarked;
