/** The society online: what starts it, and what holds for all its rooms. */
@NullMarked
package org.huzhu;

import org.jspecify.annotations.NullMarked;
