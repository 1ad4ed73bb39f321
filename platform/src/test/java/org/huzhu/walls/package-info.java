/** Walls between the rooms of the society that no compiler sees. */
@NullMarked
package org.huzhu.walls;

import org.jspecify.annotations.NullMarked;
