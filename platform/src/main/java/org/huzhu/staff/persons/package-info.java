/** Who of the staff is who: for rooms that must know whether somebody decides on what is his own. */
@NullMarked
@NamedInterface("persons")
package org.huzhu.staff.persons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
