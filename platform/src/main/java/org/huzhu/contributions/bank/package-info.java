/** Files of banks, read within limits or refused. Knows nothing of bills. */
@NullMarked
package org.huzhu.contributions.bank;

import org.jspecify.annotations.NullMarked;
