/** Forms that are described, not drawn: fields, what was typed into them, and a choice among what was found. */
@NullMarked
package org.huzhu.portal.sheet;

import org.jspecify.annotations.NullMarked;
