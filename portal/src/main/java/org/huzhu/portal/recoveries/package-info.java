/** The page of what was paid too much and is claimed back. */
@NullMarked
package org.huzhu.portal.recoveries;

import org.jspecify.annotations.NullMarked;
