/**
 * Where cover is missing (空白): units of which nobody is under cover, units of which few are, cover that ends soon, and
 * what could be enrolled in. It reads what the other rooms keep, and changes nothing.
 */
@NullMarked
@NamedInterface("gaps")
package org.huzhu.enrolment.gaps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
