/** Who paid which part of one person's cover (谁缴的). It reads what was billed, and knows nothing of what will be. */
@NullMarked
@NamedInterface("payers")
package org.huzhu.contributions.payers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
