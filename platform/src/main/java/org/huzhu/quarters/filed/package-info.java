/** What unions file for costs above the ceiling of the insurance, who looks at it, and what a year gives for it. */
@NullMarked
@NamedInterface("filed")
package org.huzhu.quarters.filed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
