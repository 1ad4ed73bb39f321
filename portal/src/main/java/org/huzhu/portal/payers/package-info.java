/** Pages of who pays: how the contributions of a unit are divided, and what sponsors grant to the units below them. */
@NullMarked
package org.huzhu.portal.payers;

import org.jspecify.annotations.NullMarked;
