/**
 * Electronic medical receipts (医疗收费电子票据): bytes in, facts out.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>What cannot be read is empty, never guessed; a file that is none of ours is no error.
 *   <li>Whether the sums of a receipt agree is told, not decided.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.receipts.ReceiptReader}.
 */
@NullMarked
@ApplicationModule(displayName = "票据", allowedDependencies = "kernel")
package org.huzhu.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
