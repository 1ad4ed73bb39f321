/** How a whole roster of people is admitted: behind the door {@link org.huzhu.members.Intake}. */
@NullMarked
package org.huzhu.members.intake;

import org.jspecify.annotations.NullMarked;
