/** The language of plans: what a clause is. */
@NullMarked
package org.huzhu.plan;

import org.jspecify.annotations.NullMarked;
