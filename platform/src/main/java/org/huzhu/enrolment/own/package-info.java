/** How a member enrols himself: by the way that units go, at his own unit, and for nobody else. */
@NullMarked
@NamedInterface("own")
package org.huzhu.enrolment.own;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
