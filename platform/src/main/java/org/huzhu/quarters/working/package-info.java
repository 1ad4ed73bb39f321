/** What quarters rest on: which rule a year has, and how what it gives one person comes about. */
@NullMarked
@NamedInterface("working")
package org.huzhu.quarters.working;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
