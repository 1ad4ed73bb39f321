/** Forms that are described, not drawn: their fields, and a choice among what was found. */
@NullMarked
package org.huzhu.portal.sheet;

import org.jspecify.annotations.NullMarked;
