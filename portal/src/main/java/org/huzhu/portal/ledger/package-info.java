/** Pages of the general ledger: funds, what their accounts come to on a day, what moved them, months that close. */
@NullMarked
package org.huzhu.portal.ledger;

import org.jspecify.annotations.NullMarked;
