/** How claims are kept: sealed again with another key, and beside organisations that move. */
@NullMarked
package org.huzhu.claims.keeping;

import org.jspecify.annotations.NullMarked;
