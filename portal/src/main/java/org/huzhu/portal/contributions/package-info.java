/** Pages of contributions: bills, what came into the bank, refunds, targets. */
@NullMarked
package org.huzhu.portal.contributions;

import org.jspecify.annotations.NullMarked;
