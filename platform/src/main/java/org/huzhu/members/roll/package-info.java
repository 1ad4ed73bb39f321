/** What members are called, many at a time: for rooms that write lists of people. */
@NullMarked
@NamedInterface("roll")
package org.huzhu.members.roll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
