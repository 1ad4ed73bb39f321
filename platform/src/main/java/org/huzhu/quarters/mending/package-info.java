/**
 * Lines of confirmed quarters whose name or card no bank takes (待补正收款人): one says another name and card, a second
 * person confirms it, and the line is owed, once.
 */
@NullMarked
@NamedInterface("mending")
package org.huzhu.quarters.mending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
