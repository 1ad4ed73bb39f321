/** The plans, for all to read. */
@NullMarked
package org.huzhu.portal.plans;

import org.jspecify.annotations.NullMarked;
