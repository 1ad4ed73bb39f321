/** Pages of payments: what waits, batches and their files, answers of banks, what two people decide. */
@NullMarked
package org.huzhu.portal.payments;

import org.jspecify.annotations.NullMarked;
