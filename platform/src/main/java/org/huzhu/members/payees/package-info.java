/** Who is paid, and on which card: for rooms that pay benefits. */
@NullMarked
@NamedInterface("payees")
package org.huzhu.members.payees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
