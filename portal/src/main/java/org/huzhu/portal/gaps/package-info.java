/** Pages of what is missing: units without cover, with little of it, with cover that ends soon. */
@NullMarked
package org.huzhu.portal.gaps;

import org.jspecify.annotations.NullMarked;
