/** Cards and phones that several members have: for rooms that look twice before they pay. */
@NullMarked
@NamedInterface("shared")
package org.huzhu.members.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
