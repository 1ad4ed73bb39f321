/** The page that says how prompt claims are paid, and what is due. */
@NullMarked
package org.huzhu.portal.promptness;

import org.jspecify.annotations.NullMarked;
