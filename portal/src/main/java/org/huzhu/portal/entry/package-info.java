/** Ways in for staff, and how they prove who they are. */
@NullMarked
package org.huzhu.portal.entry;

import org.jspecify.annotations.NullMarked;
