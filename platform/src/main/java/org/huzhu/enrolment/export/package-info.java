/**
 * Who is under cover by a batch, as a list of any size: read from a cursor and written row by row, so that a million
 * people need no more memory than a thousand. Begin with {@link org.huzhu.enrolment.export.RosterDesk}.
 */
@NullMarked
@NamedInterface("export")
package org.huzhu.enrolment.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
